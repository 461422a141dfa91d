"""本月信贷工作重点: what a month asks for, in all, per unit and officer; issued to departments."""

from __future__ import annotations

from templates.documents.monthly_focus.example import example
from templates.documents.monthly_focus.layout import layout
from templates.documents.monthly_focus.values import MonthlyFocus, from_ledger
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the focus of the month asked for. Raises NothingToReport."""
    return Computed(values=from_ledger(request), about=request.period.text)


KIND = Kind(
    name="monthly-focus",
    fields=MonthlyFocus,
    titles={"zh": "本月信贷工作重点", "es": "Prioridades-del-mes"},
    doc_type="work_plan",
    period="month",
    # In the last ten days of a month it is for the next one.
    ahead=10,
    scopes=("unit", "manager"),
    compute=computed,
    layout=layout,
    example=example,
)
