"""保证债权核对函: what a household's guarantors answer for, for them to confirm each quarter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from extractors.wording import _
from ledger.records import Record
from ledger.spans import quarter_of
from ledger.states import LoanState
from templates import examples
from templates.addressed import office_of
from templates.documents.guarantor_notice.values import example_guarantees
from templates.documents.guarantor_statement.layout import layout
from templates.documents.guarantor_statement.values import GuarantorStatement, statement
from templates.kind import Kind
from templates.request import Computed, NothingToReport, Request
from templates.statements import every_household, open_loans_of
from templates.sureties import sureties


def computed(request: Request) -> Computed:
    """Return the statement of the household asked for. Raises NothingToReport."""
    loans = open_loans_of(request)
    known = _guarantees(request, loans)
    if not known:
        raise NothingToReport(
            _(
                "Neither the ledger nor a contract on file names anybody who stands surety for "
                "the open loans of household {number}. File the guarantee contract, or record "
                "who does: hudang ledger record guarantee"
            ).format(number=f"{request.household_id:06d}")
        )
    return _computed(request, loans, known)


def each(request: Request) -> Iterator[Computed]:
    """Yield a statement for each household whose loans have guarantors."""
    for some in every_household(request):
        if known := _guarantees(request, some):
            yield _computed(request, some, known)


def _guarantees(request: Request, loans: list[LoanState]) -> Mapping[int, tuple[Record, ...]]:
    """Return the guarantees by loan (account id), only of loans that have any."""
    found = {loan.account_id: sureties(request, loan) for loan in loans}
    return {account: some for account, some in found.items() if some}


def _computed(
    request: Request, every: list[LoanState], known: Mapping[int, tuple[Record, ...]]
) -> Computed:
    loans = [loan for loan in every if loan.account_id in known]
    number = loans[0].household_id
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
