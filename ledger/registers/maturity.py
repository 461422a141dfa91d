"""到期贷款台账: loans outstanding that fall due in a month; by default the next (次月到期)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from extractors.wording import _
from ledger.book import View
from ledger.columns.loans import Loans
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Register


class MonthNotUnderstood(ValueError):
    """The month asked for is not written as 2026-01."""


def chosen(view: View, filters: Mapping[str, Any]) -> Loans:
    """Loans due in the month, by day; filter `month` as 2026-01."""
    first, last = _month(filters.get("month"), view.as_of)
    found = loans.filtered(view.open, filters)
    due_on = found["due_on"]
    found = found.keep((due_on >= first.toordinal()) & (due_on <= last.toordinal()))
    return found.by(found["due_on"], found.number_ranks)


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
    loans=chosen,
    filters=loans.FILTERS | {"month"},
)
