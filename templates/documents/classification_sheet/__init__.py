"""贷款风险分类认定表: the class by the rules with its reasons, and who decides what."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.book import View
from ledger.classing.suggestion import Suggestion, suggestions
from ledger.figure import Source
from ledger.rules.desk import Desk
from ledger.sources import sources_of
from ledger.states import LoanState
from templates.documents.classification_sheet.example import example
from templates.documents.classification_sheet.layout import layout
from templates.documents.classification_sheet.values import Classed, ClassificationSheet, sheet
from templates.kind import Kind
from templates.request import Computed, NothingToReport, Request
from templates.speaking import in_language


def computed(request: Request) -> Computed:
    """Return the sheet of the loan asked for.

    Raises UnknownLoan, AmbiguousLoan, and NothingToReport for a loan that was paid off.
    """
    loan = request.view.loan(str(request.loan))
    desk = Desk(request.view.where(household_id=loan.household_id))
    for ruled in _ruled(request, desk):
        if ruled.loan.account_id == loan.account_id:
            return _computed(request, desk, loan, ruled)
    raise NothingToReport(
        _("Loan {number} is paid off: there is no class to determine.").format(number=loan.number)
    )


def each(request: Request) -> Iterator[Computed]:
    """Yield one for every open loan of the view, the oldest first."""
    desk = Desk(request.view)
    states = {loan.account_id: loan for loan in request.view.open_loans}
    for ruled in _ruled(request, desk):
        yield _computed(request, desk, states[ruled.loan.account_id], ruled)


def _ruled(request: Request, desk: Desk) -> list[Suggestion]:
    """What the rules say of the desk's loans, in the words of the paper's language."""
    return in_language(request.language, lambda: list(suggestions(desk)))


def _computed(request: Request, desk: Desk, loan: LoanState, ruled: Suggestion) -> Computed:
    facts = [fact for reason in ruled.reasons for fact in reason.facts]
    values = sheet(
        Classed(
            loan=loan,
            ruled=ruled,
            institution=request.institution,
            known_on=request.known_on,
            stages=desk.of_loan("class_stage", ruled.loan),
            classes=desk.classes.get(loan.account_id, ()),
            securities=_securities(desk.view, loan),
            sources=dict(sources_of(desk.view, facts)),
        )
    )
    household = loan.household_id
    return Computed(values=values, about=f"户{household:06d}", household_id=household)


def _securities(view: View, loan: LoanState) -> list[tuple[str, str, int | None, Source]]:
    return [
        (
            one.fact,
            f"{one.name}（{one.location}）" if one.location else one.name,
            one.value_fen,
            one.sources.get("value_fen") or one.sources["name"],
        )
        for one in view.collateral_of(account_id=loan.account_id)
    ]


KIND = Kind(
    name="classification-sheet",
    fields=ClassificationSheet,
    titles={"zh": "贷款风险分类认定表"},
    doc_type="other",
    signed_type="classification",
    subject="loan",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
