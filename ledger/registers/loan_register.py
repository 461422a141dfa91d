"""贷款台账: every loan granted by the day; with `open_only` those with principal owed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.book import View
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Entry, Register
from ledger.states import LoanState


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[LoanState]]:
    """Loans by the day they were granted."""
    every = view.open_loans if filters.get("open_only") else view.loans
    return (loans.entry(loan) for loan in loans.chosen(every, filters))


LOAN_REGISTER = Register(
    name="loans",
    titles={"zh": "贷款台账", "es": "Registro de créditos", "en": "Loan register"},
    columns=(
        loans.UNIT,
        loans.BORROWER,
        loans.IDENTITY,
        loans.CONTRACT_NO,
        loans.IOU_NO,
        loans.PRODUCT,
        loans.GUARANTEE,
        loans.AMOUNT,
        loans.BALANCE,
        loans.RATE,
        loans.GRANTED_ON,
        loans.DUE_ON,
        loans.DAYS_OVERDUE,
        loans.ARREARS,
        loans.CLASS,
        loans.MANAGER,
    ),
    rows=rows,
    filters=loans.FILTERS | {"open_only"},
)
