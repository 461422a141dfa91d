"""What filed papers and the ledger show together that should not be: one rule, one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from archive.filing import normal_number
from extractors.wording import _, language_in_use
from ledger import classes
from ledger.classes import CLASSES, best_class
from ledger.papers import converting, wording
from ledger.papers.claims import Paper
from ledger.papers.declared.finding_loans import loans_of
from ledger.papers.held import Fact, Holdings, Moment
from ledger.report import Finding

# Mortgage contracts oblige to register within 15 days of signing (forms of the trade).
REGISTER_WITHIN = timedelta(days=15)
# How long after a notice its receipt may be on its way.
RECEIPT_WITHIN = timedelta(days=15)


def class_on_paper_too_good(known: Holdings, _moment: Moment) -> Iterator[Finding]:
    """A report or notice gives a class better than the days overdue allowed on its day."""
    for paper in known.papers:
        said = paper.first("classification")
        code = converting.loan_class(said) if said else None
        day = paper.day("inspect_date", "report_date", "notice_date")
        loans = loans_of(paper, known)
        if code is None or day is None or len(loans) != 1:
            continue
        days = loans[0].days_overdue(day)
        allowed = best_class(days)
        if CLASSES.index(code) < CLASSES.index(allowed):
            titles = classes.TITLES
            yield Finding(
                code="class_on_paper_too_good",
                message=_(
                    "Loan {number}: {paper} says {said}, but it was overdue by {days} days then: "
                    "{allowed} at best."
                ).format(
                    number=loans[0].number,
                    paper=paper.label,
                    said=titles[code][language_in_use()],
                    days=days,
                    allowed=titles[allowed][language_in_use()],
                ),
                sources=(paper.source("classification"), loans[0].fact.source("due_on")),
            )


def balance_differs(known: Holdings, _moment: Moment) -> Iterator[Finding]:
    """A report or notice states another balance than the ledger had on its day."""
    for paper in known.papers:
        said = paper.first("balance")
        stated = converting.fen(said) if said else None
        day = paper.day("inspect_date", "notice_date")
        loans = loans_of(paper, known)
        if (
            stated is None
            or day is None
            or len(loans) != 1
            or len(paper.reading.fields["balance"]) > 1
        ):
            continue
        loan = loans[0]
        if loan.value("granted_on") <= day and loan.balance_on(day) != stated:
            yield Finding(
                code="balance_on_paper_differs",
                message=_(
                    "Loan {number}: {paper} states a balance of {said} on {day}; the ledger's is "
                    "{held}."
                ).format(
                    number=loan.number,
                    paper=paper.label,
                    said=wording.value("_fen", stated),
                    day=day.isoformat(),
                    held=wording.value("_fen", loan.balance_on(day)),
                ),
                sources=(paper.source("balance"), loan.fact.source("amount_fen")),
            )


def registration_late_or_missing(known: Holdings, moment: Moment) -> Iterator[Finding]:
    """A mortgage for a loan that is owed, registered too late or not at all."""
    registrations = [each for each in known.papers if each.doc_type == "mortgage_registration"]
    for paper in known.papers:
        signed = paper.day("sign_date")
        if paper.doc_type != "mortgage_contract" or signed is None:
            continue
        owed = [loan for loan in loans_of(paper, known) if loan.balance_on(moment.as_of) > 0]
        if not owed:
            continue
        shown = [each for each in registrations if _registers(each, paper)]
        held = [each for each in known.collateral if _is_the_thing(each, paper)]
        days = [
            *(day for each in shown if (day := each.day("register_date"))),
            *(day for each in held if (day := each.values["registered_on"])),
        ]
        sources = (paper.source("sign_date"), *(each.source("register_date") for each in shown))
        if days and min(days) > signed + REGISTER_WITHIN:
            yield Finding(
                code="registered_late",
                message=_(
                    "Loan {number}: the mortgage of {paper} was signed on {signed} and registered "
                    "on {day}."
                ).format(
                    number=owed[0].number,
                    paper=paper.label,
                    signed=signed.isoformat(),
                    day=min(days).isoformat(),
                ),
                sources=sources,
            )
        # Of a thing that the ledger knows, ledger.security_findings says the same.
        if not shown and not held and moment.as_of > signed + REGISTER_WITHIN:
            yield Finding(
                code="mortgage_not_registered",
                message=_(
                    "Loan {number}: neither a paper nor the ledger says that the mortgage of "
                    "{paper} was registered."
                ).format(number=owed[0].number, paper=paper.label),
                sources=sources,
            )


def _registers(registration: Paper, contract: Paper) -> bool:
    """A certificate for a contract: by its number, or by the title of what is mortgaged."""
    own = contract.numbers("contract_no") & registration.numbers("contract_no")
    property_ = ("title_certificate_no", "unit_no")
    return bool(own or contract.numbers(*property_) & registration.numbers(*property_))


def _is_the_thing(fact: Fact, contract: Paper) -> bool:
    title = fact.values["title_no"]
    return bool(title) and normal_number(title) in contract.numbers("title_certificate_no")


def inspections_without_paper(known: Holdings, _moment: Moment) -> Iterator[Finding]:
    """A visit in the register without a report, though later or earlier ones were filed."""
    reports = [each for each in known.papers if each.doc_type == "inspection_report"]
    for loan in known.loans:
        own = [each for each in reports if loan in loans_of(each, known)]
        days = {day for each in own for day in _days(each)}
        for visit in known.inspections:
            done = visit.values["done_on"]
            if visit.account_id != loan.account_id or not done or not days or done < min(days):
                continue
            if visit.row["source_kind"] == "document":
                continue
            if all(abs(done - day) > timedelta(days=7) for day in days):
                yield Finding(
                    code="inspection_without_paper",
                    message=_(
                        "Loan {number}: the register has a visit on {day}, of which no report is "
                        "filed."
                    ).format(number=loan.number, day=done.isoformat()),
                    sources=(visit.source("done_on"),),
                )


def _days(report: Paper) -> set[date]:
    return {day for name in ("inspect_date", "report_date") if (day := report.day(name))}


def notices_without_receipt(known: Holdings, moment: Moment) -> Iterator[Finding]:
    """A notice was filed, and nothing says that it was signed for: limitation goes on running."""
    for paper in known.papers:
        day = paper.day("notice_date")
        late = day is not None and day + RECEIPT_WITHIN < moment.as_of
        if paper.doc_type != "collection_notice" or day is None or not late:
            continue
        for loan in loans_of(paper, known):
            contacts = [
                each
                for each in known.records.get("contact", ())
                if each.account_id == loan.account_id and _is_of(each, paper)
            ]
            signed = any(each.values.get("signed") for each in contacts)
            if not signed and loan.balance_on(moment.as_of) > 0:
                yield Finding(
                    code="notice_without_receipt",
                    message=_(
                        "Loan {number}: nothing in the ledger says that {paper} of {day} was "
                        "signed for."
                    ).format(number=loan.number, paper=paper.label, day=day.isoformat()),
                    sources=(paper.source("notice_date"), *(each.source() for each in contacts)),
                )


def _is_of(contact: Fact, notice: Paper) -> bool:
    """A contact with the notice's number; without one, of its day."""
    number = contact.values.get("notice_no")
    if number:
        return normal_number(str(number)) in notice.numbers("notice_no")
    return bool(contact.row["effective_on"] == notice.day("notice_date"))


RULES: tuple[Callable[[Holdings, Moment], Iterator[Finding]], ...] = (
    class_on_paper_too_good,
    balance_differs,
    registration_late_or_missing,
    inspections_without_paper,
    notices_without_receipt,
)
