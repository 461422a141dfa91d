"""清收（攻坚）活动方案: one campaign with its group, squads, rules, and the list as its annex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.wording import _
from templates.documents.campaign_plan.example import example
from templates.documents.campaign_plan.layout import layout
from templates.documents.campaign_plan.values import CampaignPlan, from_ledger
from templates.kind import Kind
from templates.request import AskedWrongly, Computed, Request


def computed(request: Request) -> Computed:
    """Return the plan of the campaign that `request.fact` names. Raises AskedWrongly."""
    for plan in request.view.records("campaign"):
        if plan.fact == request.fact:
            return Computed(values=from_ledger(request, plan), about=plan.fact.replace(":", "-"))
    known = ", ".join(plan.fact for plan in request.view.records("campaign"))
    raise AskedWrongly(
        _("{fact} is no campaign of the ledger. Campaigns: {known}.").format(
            fact=request.fact, known=known or "—"
        )
    )


def each(request: Request) -> Iterator[Computed]:
    """Yield the plan of every campaign, by the day it begins."""
    for plan in request.view.records("campaign"):
        yield computed(replace(request, fact=plan.fact))


KIND = Kind(
    name="campaign-plan",
    fields=CampaignPlan,
    titles={"zh": "清收活动方案"},
    doc_type="work_plan",
    subject="fact",
    compute=computed,
    each=each,
    layout=lambda _language: layout(),
    example=example,
)
