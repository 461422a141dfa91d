"""公司（机构）年度工作计划: business, risk, finance and people."""

from __future__ import annotations

from templates.documents.company_plan.example import example
from templates.documents.company_plan.layout import layout
from templates.documents.company_plan.values import CompanyPlan, from_ledger
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the plan for the year asked for. Raises NothingToReport."""
    return Computed(values=from_ledger(request), about=str(request.year))


KIND = Kind(
    name="company-plan",
    fields=CompanyPlan,
    titles={"zh": "公司工作计划", "es": "Plan-de-la-empresa", "en": "Company-plan"},
    doc_type="work_plan",
    period="year",
    # From October on a plan is for the next year.
    ahead=92,
    compute=computed,
    layout=layout,
    example=example,
)
