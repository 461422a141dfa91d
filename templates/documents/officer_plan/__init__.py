"""客户经理工作计划: one officer's year: his households, due loans, visits, bad loans, targets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ledger.managing.performance import managers
from templates.documents.officer_plan.example import example
from templates.documents.officer_plan.layout import layout
from templates.documents.officer_plan.values import OfficerPlan, from_ledger
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the plan of the officer asked for. Raises NothingToReport."""
    people, _codes = managers(request.view)
    return _computed(
        request, people.index(request.manager or "") if request.manager in people else 0
    )


def each(request: Request) -> Iterator[Computed]:
    """Yield the plan of each officer who has loans, by name."""
    start = request.view
    for place, name in enumerate(managers(start)[0]):
        mine = start.where(manager=name)
        if len(mine.open):
            yield _computed(replace(request, view=mine, manager=name), place)


def _computed(request: Request, place: int) -> Computed:
    # A name stands in no file name: officers are told apart by their place in the list of names.
    return Computed(values=from_ledger(request), about=f"{request.year}_{place + 1:02d}")


KIND = Kind(
    name="officer-plan",
    fields=OfficerPlan,
    titles={"zh": "客户经理工作计划"},
    doc_type="work_plan",
    period="year",
    # From October on a plan is for the next year.
    ahead=92,
    subject="manager",
    compute=computed,
    each=each,
    layout=lambda _language: layout(),
    example=example,
)
