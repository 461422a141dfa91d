"""保证债权核对函: what a household's guarantors answer for, for them to confirm each quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from extractors.wording import _
from ledger.spans import quarter_of
from ledger.states import LoanState
from templates import examples
from templates.addressed import office_of
from templates.debts import guarantees_by_loan
from templates.documents.guarantor_notice.values import example_guarantees
from templates.documents.guarantor_statement.layout import layout
from templates.documents.guarantor_statement.values import GuarantorStatement, statement
from templates.kind import Kind
from templates.request import Computed, NothingToReport, Request
from templates.statements import every_household, open_loans_of


def computed(request: Request) -> Computed:
    """Return the statement of the household asked for. Raises NothingToReport."""
    loans = _guaranteed(request, open_loans_of(request))
    if not loans:
        raise NothingToReport(
            _(
                "The ledger names nobody who stands surety for household {number}; record who "
                "does: hudang ledger record guarantee"
            ).format(number=f"{request.household_id:06d}")
        )
    return _computed(request, loans)


def each(request: Request) -> Iterator[Computed]:
    """Yield a statement for each household whose loans have guarantors."""
    for some in every_household(request):
        if loans := _guaranteed(request, some):
            yield _computed(request, loans)


def _guaranteed(request: Request, loans: list[LoanState]) -> list[LoanState]:
    known = guarantees_by_loan(request.view)
    return [loan for loan in loans if known.get(loan.account_id)]


def _computed(request: Request, loans: list[LoanState]) -> Computed:
    number = loans[0].household_id
    known = guarantees_by_loan(request.view)
    return Computed(
        values=statement(loans, known, request.period, office_of(request)),
        about=f"{request.period.text}_户{number:06d}",
        household_id=number,
        loans=tuple(loan.number for loan in loans),
    )


def example(language: str, rows: int) -> GuarantorStatement:
    """Return an invented statement to so many guarantors of one loan, one at least."""
    known = {1: tuple(replace(one, account_id=1) for one in example_guarantees(rows))}
    span = quarter_of(date(2025, 12, 31))
    return statement([examples.loan(1)], known, span, examples.office(language))


KIND = Kind(
    name="guarantor-statement",
    fields=GuarantorStatement,
    titles={"zh": "保证债权核对函"},
    doc_type="other",
    signed_type="reconciliation",
    period="quarter",
    subject="household",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
