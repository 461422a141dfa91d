"""年度信贷工作计划."""

from __future__ import annotations

from templates import examples, work_plan
from templates.build.work_plan import work_plan as layout
from templates.kind import Kind
from templates.request import Computed, Request
from templates.work_plan import WorkPlan


def computed(request: Request) -> Computed:
    """Return the plan for the year asked for. Raises NothingToReport."""
    values = work_plan.from_ledger(
        request.view,
        request.year,
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
    )
    return Computed(values=values, about=str(request.year))


KIND = Kind(
    name="work-plan",
    fields=WorkPlan,
    titles={"zh": "工作计划"},
    doc_type="work_plan",
    period="year",
    # From October on a plan is for the next year.
    ahead=92,
    scopes=("unit", "manager"),
    compute=computed,
    layout=lambda _language: layout(),
    example=lambda _language, rows: examples.plan(rows),
)
