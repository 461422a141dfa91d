"""限期整改通知书: what is to be put right until when, with the reply on a page of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ledger.book import AmbiguousLoan, UnknownLoan, View
from ledger.figure import FigureRow
from ledger.managing.rectifications import Rectification, rectifications
from ledger.managing.scores import Consequence, basis_of, consequences, lost_by
from ledger.states import LoanState
from templates.documents.rectification_notice.example import example
from templates.documents.rectification_notice.layout import layout
from templates.documents.rectification_notice.values import (
    Found,
    RectificationNotice,
    issued,
    proposed,
)
from templates.kind import Kind
from templates.request import AskedWrongly, Computed, Request
from templates.scored import listed_in, rule_text, unknown


def computed(request: Request) -> Computed:
    """Return the notice on record, or the one that a failed sheet calls for: "record:12".

    Raises AskedWrongly.
    """
    notices = list(rectifications(request.view))
    failed = list(consequences(request.view))
    for notice in notices:
        if notice.notice.fact == request.fact:
            return _issued(request, notice, failed)
    for sheet in failed:
        if sheet.filled.score.fact == request.fact:
            return _proposed(request, sheet)
    known = [(one.notice.fact, one.notice.text("notice_no") or "") for one in notices]
    known += [(one.filled.score.fact, basis_of(one.filled)) for one in failed]
    raise AskedWrongly(unknown(str(request.fact), known))


def each(request: Request) -> Iterator[Computed]:
    """Return every open notice, the oldest first, then those that failed sheets call for."""
    failed = list(consequences(request.view))
    for notice in rectifications(request.view):
        if notice.is_open:
            yield _issued(request, notice, failed)
    for sheet in failed:
        if not any(done.kind == "rectification" for done in sheet.done):
            yield _proposed(request, sheet)


def _issued(request: Request, one: Rectification, failed: Sequence[Consequence]) -> Computed:
    notice = one.notice
    basis = "".join((notice.text("basis") or "").split())
    sheet = next((each for each in failed if "".join(basis_of(each.filled).split()) == basis), None)
    problems: Iterable[Found]
    if sheet:
        problems = _of_sheet(request.view, sheet)
    else:
        number = notice.text("rule_no")
        said = " ".join(part for part in (number, rule_text(request.view, number)) if part)
        problems = [
            Found(text=text, rule=said, loans=notice.text("loans") or "")
            for text in _split(notice.text("problems"))
        ]
    numbers = [*listed_in(notice.text("loans")), *(sheet.loans if sheet else ())]
    values = issued(
        one,
        list(problems),
        _loans(request.view, numbers),
        calls_for=sheet,
        institution=request.institution,
        department=request.department,
        pass_score=request.view.settings.managing.pass_score,
        as_of=request.as_of,
        known_on=request.known_on,
    )
    return Computed(values=values, about=f"{notice.effective_on:%Y-%m-%d}")


def _proposed(request: Request, one: Consequence) -> Computed:
    values = proposed(
        one,
        list(_of_sheet(request.view, one)),
        _loans(request.view, one.loans),
        institution=request.institution,
        department=request.department,
        pass_score=request.view.settings.managing.pass_score,
        known_on=request.known_on,
    )
    return Computed(values=values, about=f"{one.filled.score.effective_on:%Y-%m-%d}")


def _of_sheet(view: View, one: Consequence) -> Iterator[Found]:
    """The items that lost points, each with what the rule that it names says."""
    for item in one.filled.items:
        number = item.text("rule_no")
        label = item.text("item") or ""
        row = FigureRow(fact=item.fact, label=label, amount=lost_by(item), source=item.source)
        yield Found(
            text=item.text("fault") or label,
            lost=row,
            rule=" ".join(part for part in (number, rule_text(view, number)) if part),
            loans=item.text("loans") or "",
        )


def _split(text: str | None) -> list[str]:
    """One problem a line: people part them by semicolons."""
    parts = (text or "").replace("；", "\n").replace(";", "\n").split("\n")
    return [part.strip("。 ") for part in parts if part.strip("。 ")]


def _loans(view: View, named: Iterable[str]) -> list[LoanState]:
    """The loans of some fields; a number that is none of the ledger's stays in its field."""
    found: dict[int, LoanState] = {}
    for field in named:
        for number in listed_in(field):
            try:
                loan = view.loan(number)
            except (UnknownLoan, AmbiguousLoan):
                continue
            found[loan.account_id] = loan
    return list(found.values())


KIND = Kind(
    name="rectification-notice",
    fields=RectificationNotice,
    titles={"zh": "限期整改通知书"},
    doc_type="other",
    signed_type="rectification_notice",
    subject="fact",
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
