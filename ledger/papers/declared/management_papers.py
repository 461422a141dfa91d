"""贷后检查报告, 催收通知书, 五级分类认定表: what was done about a loan, and what was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from extractors.reading import Reading
from extractors.wording import _, language_in_use
from ledger.classes import CLASSES, TITLES, best_class
from ledger.papers import converting as to
from ledger.papers.declaration import PaperFact, Taken, same_number
from ledger.papers.declared.finding_loans import loan_of, loans_of

if TYPE_CHECKING:
    from ledger.papers.claims import Claim
    from ledger.papers.held import Fact, Holdings

_FIRST = re.compile(r"首次|首贷|primera|inicial|first|initial", re.IGNORECASE)
_SPECIAL = re.compile(r"专项|重点|风险预警|especial|special", re.IGNORECASE)
# A visit noted a few days off is the same visit; one noted as due is done about that time.
SAME_VISIT = timedelta(days=7)
# Classes are decided at least once in it.
_A_QUARTER = timedelta(days=92)
_DUE_ABOUT = timedelta(days=31)


def _which_inspection(reading: Reading) -> Mapping[str, Any]:
    """First or special as the heading says; all others are routine."""
    heading = " ".join(reading.evidence)
    if _FIRST.search(heading):
        return {"kind": "first"}
    return {"kind": "special" if _SPECIAL.search(heading) else "routine"}


def _the_visit(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    """The visit of that day; else one a few days off; else one noted as due about then."""
    days = [day for day in (claim.paper.day("inspect_date"), claim.on) if day]
    if not days:
        return ()
    accounts = {loan.account_id for loan in loans_of(claim.paper, holdings)}
    about = [
        each
        for each in holdings.inspections
        if not accounts or each.account_id is None or each.account_id in accounts
    ]
    done = [each for each in about if each.values["done_on"]]
    written_on = claim.paper.day("report_date")
    exact = [each for each in done if each.values["done_on"] in {*days, written_on}]
    near = [each for each in done if abs(each.values["done_on"] - days[0]) <= SAME_VISIT]
    noted = [
        each
        for each in about
        if not each.values["done_on"] and abs(each.values["due_on"] - days[0]) <= _DUE_ABOUT
    ]
    return exact or (near or noted)[:1]


def _visited(paper: date, held: Sequence[Fact], claim: Claim) -> bool | None:
    """Registers note the day of the visit or that of the report."""
    return held[0].values["done_on"] in {paper, claim.paper.day("report_date")}


INSPECTED = PaperFact(
    name="inspection",
    titles={"zh": "贷后检查", "es": "Visita de seguimiento", "en": "Inspection"},
    doc_types=("inspection_report",),
    table="inspection",
    find=_the_visit,
    key=lambda values: (f"done {values['done_on']}", str(values["kind"])),
    needs=("done_on",),
    dated_by=("done_on",),
    posts=True,
    missing="inspection_not_in_register",
    says=_which_inspection,
    source="贷后检查报告: day, inspectors, conclusion, problems",
    columns=(
        Taken(key="done_on", fields=("inspect_date", "report_date"), convert=to.day, sure=True,
              code="inspection_day_differs", agrees=_visited, completes=True),
        Taken(key="inspector", fields=("inspector",), convert=to.text, joined=True,
              completes=True),
        Taken(key="result", fields=("conclusion",), convert=to.text, completes=True),
        Taken(key="problems", fields=("problems",), convert=to.text, completes=True),
    ),
)  # fmt: skip


def _the_notice(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    """The contact with the notice's number; where none has one, the letter of that day."""
    accounts = {loan.account_id for loan in loans_of(claim.paper, holdings)}
    contacts = [each for each in holdings.records.get("contact", ()) if each.account_id in accounts]
    number = claim.values.get("notice_no")
    by_number = [each for each in contacts if same_number(number, each.values.get("notice_no"))]
    unnumbered = [
        each
        for each in contacts
        if not (number and each.values.get("notice_no"))
        and each.values.get("mode") != "phone"
        and each.values["on"] == claim.on
    ]
    return (by_number or unnumbered)[:1]


NOTICED = PaperFact(
    name="notice",
    titles={"zh": "催收通知书", "es": "Notificación de cobranza", "en": "Collection notice"},
    doc_types=("collection_notice",),
    table="record",
    kind="contact",
    find=_the_notice,
    key=lambda values: (str(values["on"]), "letter", str(values.get("notice_no") or "")),
    needs=("on",),
    dated_by=("on",),
    posts=True,
    missing="notice_not_in_register",
    says=lambda _reading: {"mode": "letter"},
    source="催收通知书: number, day; whether it was signed for is told by its receipt",
    columns=(
        Taken(key="on", fields=("notice_date",), convert=to.day, sure=True,
              code="date_differs"),
        Taken(key="notice_no", fields=("notice_no",), convert=to.number, sure=True,
              completes=True),
        Taken(key="officer", fields=("loan_officer",), convert=to.text),
    ),
)  # fmt: skip


def _the_class(claim: Claim, holdings: Holdings) -> Sequence[Fact]:
    """The class decided that day; else the same class, if it was in force then."""
    loan = loan_of(claim, holdings)
    if loan is None or claim.on is None:
        return ()
    decided = [
        each
        for each in loan.classes
        if claim.on in (each.row["effective_on"], each.values["decided_on"])
    ]
    in_force = [each for each in loan.classes if each.row["effective_on"] <= claim.on][-1:]
    same = [each for each in in_force if each.values["class"] == claim.values.get("class")]
    return decided or same


def _not_by_itself(claim: Claim, holdings: Holdings) -> Iterator[str]:
    """Better than the rule allows, or soon after decided otherwise: a person looks."""
    loan, said = loan_of(claim, holdings), claim.values.get("class")
    if loan is None or claim.on is None or said is None:
        return
    allowed = best_class(loan.days_overdue(claim.on))
    if CLASSES.index(said) < CLASSES.index(allowed):
        days = loan.days_overdue(claim.on)
        title = TITLES[allowed][language_in_use()]
        yield _("it was overdue by {days} days then: {allowed} at best").format(
            days=days, allowed=title
        )
    later = [each for each in loan.classes if each.row["effective_on"] > claim.on][:1]
    for each in later:
        soon = each.row["effective_on"] - claim.on <= _A_QUARTER
        if soon and each.values["class"] != said:
            yield _("the ledger has another class from {day} on").format(
                day=each.row["effective_on"].isoformat()
            )


CLASSIFIED = PaperFact(
    name="class",
    titles={"zh": "五级分类", "es": "Clasificación", "en": "Class"},
    doc_types=("classification",),
    table="classification",
    find=_the_class,
    key=lambda values: (str(values["decided_on"]),),
    needs=("class",),
    dated_by=("decided_on",),
    posts=True,
    missing="class_not_in_ledger",
    against=_not_by_itself,
    source="五级分类认定表: class, day of the decision",
    columns=(
        Taken(key="class", fields=("classification",), convert=to.loan_class, sure=True,
              code="class_differs"),
        Taken(key="decided_on", fields=("report_date",), convert=to.day, sure=True),
    ),
)  # fmt: skip

FACTS = (INSPECTED, NOTICED, CLASSIFIED)
