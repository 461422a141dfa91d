"""贷款台账: every loan granted by the day; with `open_only` those with principal owed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ledger.book import View
from ledger.columns.loans import Loans
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Register


def chosen(view: View, filters: Mapping[str, Any]) -> Loans:
    """Loans by the day they were granted."""
    return loans.filtered(view.open if filters.get("open_only") else view.granted, filters)


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
    loans=chosen,
    filters=loans.FILTERS | {"open_only"},
)
