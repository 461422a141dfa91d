"""到期贷款台账: loans outstanding that fall due in a month; by default the next (次月到期)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from extractors.wording import _
from ledger.book import View
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Entry, Register
from ledger.states import LoanState


class MonthNotUnderstood(ValueError):
    """The month asked for is not written as 2026-01."""


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[LoanState]]:
    """Loans due in the month, by day; filter `month` as 2026-01."""
    first, last = _month(filters.get("month"), view.as_of)
    due = [
        loan
        for loan in loans.chosen(view.open_loans, filters)
        if loan.due_on and first <= loan.due_on <= last
    ]
    return (loans.entry(loan) for loan in sorted(due, key=lambda loan: (loan.due_on, loan.number)))


def _month(asked: str | None, as_of: date) -> tuple[date, date]:
    if asked is None:
        first = as_of.replace(day=monthrange(as_of.year, as_of.month)[1]) + timedelta(days=1)
    else:
        try:
            first = date.fromisoformat(f"{asked}-01")
        except ValueError:
            raise MonthNotUnderstood(
                _("{month} is no month; write it as 2026-01.").format(month=asked)
            ) from None
    return first, first.replace(day=monthrange(first.year, first.month)[1])


MATURITY = Register(
    name="maturity",
    titles={
        "zh": "到期贷款台账",
        "es": "Registro de vencimientos",
        "en": "Maturing loans register",
    },
    columns=(
        loans.UNIT,
        loans.BORROWER,
        loans.CONTRACT_NO,
        loans.IOU_NO,
        loans.PRODUCT,
        loans.GUARANTEE,
        loans.AMOUNT,
        loans.BALANCE,
        loans.GRANTED_ON,
        loans.DUE_ON,
        loans.ARREARS,
        loans.CLASS,
        loans.MANAGER,
    ),
    rows=rows,
    filters=loans.FILTERS | {"month"},
)
