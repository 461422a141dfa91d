"""Every indicator of the department, each defined once; call one by name or as a function.

    compute(view, "npl_ratio", as_of=date(2025, 12, 31)) -> Figure
    npl_ratio(view, date(2025, 12, 31))                  -> Figure

Each takes a Book (everything known by now) or a View (as known at its moment). Indicators of a
year end at the view's day when that lies within the year.
"""

from __future__ import annotations

from typing import Any

from extractors.wording import _
from ledger.figure import Figure
from ledger.indicator import Indicator, Ledger
from ledger.measures.causes import new_npl_uninspected
from ledger.measures.change import (
    collection_rate,
    due_extended,
    due_refinanced,
    new_loan_npl_ratio,
    npl_change,
)
from ledger.measures.collection import (
    arrears_interest,
    due_principal,
    due_recovered,
    due_recovery_rate,
    interest_collection_rate,
    interest_due,
    interest_received,
    maturing_by_month,
)
from ledger.measures.concentration import (
    largest_borrower_balance,
    largest_borrower_percent,
    top_ten_balance,
    top_ten_percent,
)
from ledger.measures.inspection import inspection_rate, inspections_done, inspections_due
from ledger.measures.lending import (
    granted_count,
    granted_sum,
    guarantee_balance,
    household_count,
    outstanding_balance,
    outstanding_count,
    plan_percent,
    planned_sum,
    products,
    recovered_count,
    recovered_sum,
)
from ledger.measures.quality import (
    class_balance,
    class_count,
    new_npl_count,
    new_npl_sum,
    npl_balance,
    npl_count,
    npl_ratio,
    npl_recovered_sum,
    overdue_balance,
    overdue_ratio,
)
from ledger.measures.recovery import downgraded_sum, upgraded_sum
from ledger.measures.stated import (
    agricultural_balance,
    agricultural_percent,
    expense,
    farmer_balance,
    income,
    profit,
)

INDICATORS: dict[str, Indicator[Any]] = {
    each.name: each
    for each in (
        granted_count,
        granted_sum,
        outstanding_count,
        outstanding_balance,
        planned_sum,
        plan_percent,
        recovered_count,
        recovered_sum,
        npl_count,
        npl_balance,
        npl_ratio,
        new_npl_count,
        new_npl_sum,
        npl_recovered_sum,
        overdue_balance,
        overdue_ratio,
        class_balance,
        class_count,
        guarantee_balance,
        household_count,
        interest_due,
        interest_received,
        interest_collection_rate,
        due_principal,
        due_recovered,
        due_recovery_rate,
        arrears_interest,
        inspections_due,
        inspections_done,
        inspection_rate,
        npl_change,
        new_loan_npl_ratio,
        collection_rate,
        due_extended,
        due_refinanced,
        largest_borrower_balance,
        largest_borrower_percent,
        top_ten_balance,
        top_ten_percent,
        downgraded_sum,
        upgraded_sum,
        new_npl_uninspected,
        agricultural_balance,
        agricultural_percent,
        farmer_balance,
        income,
        expense,
        profit,
    )
}

__all__ = [
    "INDICATORS",
    "UnknownIndicator",
    "agricultural_balance",
    "agricultural_percent",
    "arrears_interest",
    "class_balance",
    "class_count",
    "collection_rate",
    "compute",
    "downgraded_sum",
    "due_extended",
    "due_principal",
    "due_recovered",
    "due_recovery_rate",
    "due_refinanced",
    "expense",
    "farmer_balance",
    "granted_count",
    "granted_sum",
    "guarantee_balance",
    "household_count",
    "income",
    "inspection_rate",
    "inspections_done",
    "inspections_due",
    "interest_collection_rate",
    "interest_due",
    "interest_received",
    "largest_borrower_balance",
    "largest_borrower_percent",
    "maturing_by_month",
    "new_loan_npl_ratio",
    "new_npl_count",
    "new_npl_sum",
    "new_npl_uninspected",
    "npl_balance",
    "npl_change",
    "npl_count",
    "npl_ratio",
    "npl_recovered_sum",
    "outstanding_balance",
    "outstanding_count",
    "overdue_balance",
    "overdue_ratio",
    "plan_percent",
    "planned_sum",
    "products",
    "profit",
    "recovered_count",
    "recovered_sum",
    "top_ten_balance",
    "top_ten_percent",
    "upgraded_sum",
]


class UnknownIndicator(Exception):
    """No indicator has that name."""


def compute(ledger: Ledger, name: str, **args: Any) -> Figure:
    """Compute the indicator `name`. Raises UnknownIndicator."""
    return indicator_of(name)(ledger, **args)


def indicator_of(name: str) -> Indicator[Any]:
    """Return the indicator of that name, or title in any language. Raises UnknownIndicator."""
    for each in INDICATORS.values():
        if name in (each.name, *each.titles.values()):
            return each
    raise UnknownIndicator(
        _("There is no indicator {name}. Known: {known}.").format(
            name=name, known=", ".join(INDICATORS)
        )
    )
