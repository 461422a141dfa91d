"""贷款对账单: the debt as the books show it, for the borrower to confirm each quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure
from ledger.spans import Span, quarter_of
from ledger.states import LoanState
from templates import examples
from templates.addressed import Letter, Office, addressed, office_of
from templates.build.debt_table import debt_table
from templates.build.letter import letter
from templates.debts import DebtLine, debts_of
from templates.documents.borrower_statement.words import WORDS
from templates.kind import Kind
from templates.request import Computed, Request
from templates.statements import every_household, open_loans_of, quarter


@dataclass(frozen=True, slots=True, kw_only=True)
class BorrowerStatement(Letter):
    """What the template `borrower-statement` prints. quarter: as printed."""

    quarter: str
    loans: tuple[DebtLine, ...]
    count: Figure
    balance: Figure
    arrears: Figure


def statement(loans: Sequence[LoanState], span: Span, office: Office) -> BorrowerStatement:
    """Return the statement of all open loans of one household."""
    whose = f"{span.text}, {loans[0].household_id:06d}"
    debts = debts_of(loans, office.language, whose, office.as_of)
    return BorrowerStatement(
        **addressed(office, loans),
        quarter=quarter(span, office.language),
        loans=debts.lines,
        count=debts.count,
        balance=debts.balance,
        arrears=debts.arrears,
        figures=debts.figures,
    )


def computed(request: Request) -> Computed:
    """Return the statement of the household asked for. Raises NothingToReport."""
    return _computed(request, open_loans_of(request))


def each(request: Request) -> Iterator[Computed]:
    """Yield a statement for each household that owes."""
    return (_computed(request, loans) for loans in every_household(request))


def _computed(request: Request, loans: list[LoanState]) -> Computed:
    number = loans[0].household_id
    return Computed(
        values=statement(loans, request.period, office_of(request)),
        about=f"{request.period.text}_户{number:06d}",
        household_id=number,
        loans=tuple(loan.number for loan in loans),
    )


def example(language: str, rows: int) -> BorrowerStatement:
    """Return an invented statement of so many loans, one at least."""
    loans = [examples.loan(index) for index in range(1, max(rows, 1) + 1)]
    return statement(loans, quarter_of(date(2025, 12, 31)), examples.office(language))


KIND = Kind(
    name="borrower-statement",
    fields=BorrowerStatement,
    titles={"zh": "贷款对账单", "es": "Estado-de-deuda"},
    doc_type="other",
    signed_type="reconciliation",
    period="quarter",
    subject="household",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=lambda language: letter(
        language, WORDS[language], debt_table(language), receipt_below=True
    ),
    example=example,
)
