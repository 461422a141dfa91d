"""贷后管理岗年度工作计划: watching, visits, classes, warnings, checks, reconciling, files."""

from __future__ import annotations

from templates.documents.post_loan_plan.example import example
from templates.documents.post_loan_plan.layout import layout
from templates.documents.post_loan_plan.values import PostLoanPlan, from_ledger
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the plan for the year asked for. Raises NothingToReport."""
    return Computed(values=from_ledger(request), about=str(request.year))


KIND = Kind(
    name="post-loan-plan",
    fields=PostLoanPlan,
    titles={"zh": "贷后管理岗工作计划"},
    doc_type="work_plan",
    period="year",
    # From October on a plan is for the next year.
    ahead=92,
    scopes=("unit", "manager"),
    compute=computed,
    layout=lambda _language: layout(),
    example=example,
)
