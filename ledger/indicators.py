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
    )
}

__all__ = [
    "INDICATORS",
    "UnknownIndicator",
    "arrears_interest",
    "class_balance",
    "class_count",
    "compute",
    "due_principal",
    "due_recovered",
    "due_recovery_rate",
    "granted_count",
    "granted_sum",
    "guarantee_balance",
    "household_count",
    "inspection_rate",
    "inspections_done",
    "inspections_due",
    "interest_collection_rate",
    "interest_due",
    "interest_received",
    "maturing_by_month",
    "new_npl_count",
    "new_npl_sum",
    "npl_balance",
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
    "recovered_count",
    "recovered_sum",
]


class UnknownIndicator(Exception):
    """No indicator has that name."""


def compute(ledger: Ledger, name: str, **args: Any) -> Figure:
    """Compute the indicator `name`. Raises UnknownIndicator."""
    if name not in INDICATORS:
        raise UnknownIndicator(
            _("There is no indicator {name}. Known: {known}.").format(
                name=name, known=", ".join(INDICATORS)
            )
        )
    return INDICATORS[name](ledger, **args)
