"""到期贷款提示函: to a borrower, on all loans that fall due in the month ahead."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.columns.states import States
from ledger.states import LoanState
from templates.addressed import office_of
from templates.debts import by_household, due_between, guarantors_of
from templates.documents.maturity_letter.example import example
from templates.documents.maturity_letter.layout import layout
from templates.documents.maturity_letter.values import MaturityLetter, letter, nothing_due
from templates.kind import Kind
from templates.request import Computed, Request, household_of
from templates.sureties import names_of


def computed(request: Request) -> Computed:
    """Return the letter to the household asked for. Raises NothingToReport."""
    number = household_of(request)
    span = request.period
    mine = due_between(request.view.where(household_id=number), span.first, span.last)
    if not len(mine):
        raise nothing_due(number, span)
    return _computed(request, list(States(mine)))


def each(request: Request) -> Iterator[Computed]:
    """Yield a letter for each household with a loan that falls due in the month."""
    span = request.period
    loans = States(due_between(request.view, span.first, span.last))
    for _number, some in by_household(loans):
        yield _computed(request, some)


def _computed(request: Request, loans: list[LoanState]) -> Computed:
    number = loans[0].household_id
    guarantors = guarantors_of(loans, names_of(request, loans))
    values = letter(loans, request.period, office_of(request), guarantors)
    return Computed(
        values=values,
        about=f"{request.period.text}_户{number:06d}",
        household_id=number,
        loans=tuple(loan.number for loan in loans),
    )


KIND = Kind(
    name="maturity-letter",
    fields=MaturityLetter,
    titles={"zh": "到期贷款提示函", "es": "Aviso-de-vencimiento"},
    doc_type="other",
    signed_type="due_notice",
    period="month",
    # The next month, from whichever day of this one.
    ahead=31,
    subject="household",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
