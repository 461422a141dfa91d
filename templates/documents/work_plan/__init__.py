"""年度信贷工作计划: where the year starts, what it brings, targets, measures, months."""

from __future__ import annotations

from templates.documents.work_plan.example import example
from templates.documents.work_plan.layout import layout
from templates.documents.work_plan.values import WorkPlan, of_outlook
from templates.kind import Kind
from templates.planning.outlook import outlook_of
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the plan for the year asked for. Raises NothingToReport."""
    values = of_outlook(
        outlook_of(request.view, request.period),
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
        language=request.language,
    )
    return Computed(values=values, about=str(request.year))


KIND = Kind(
    name="work-plan",
    fields=WorkPlan,
    titles={"zh": "工作计划", "es": "Plan-de-trabajo", "en": "Work-plan"},
    doc_type="work_plan",
    period="year",
    # From October on a plan is for the next year.
    ahead=92,
    scopes=("unit", "manager"),
    compute=computed,
    layout=layout,
    example=example,
)
