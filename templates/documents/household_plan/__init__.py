"""一户一策清收方案: a household's bad loans, its means, and how they are to be recovered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from extractors.wording import _
from ledger.bad.file import BadLoan, Desk
from ledger.book import View
from ledger.registers.household_plans import planned
from templates.addressed import office_of
from templates.debts import guarantors_by_loan
from templates.documents.household_plan.example import example
from templates.documents.household_plan.layout import layout
from templates.documents.household_plan.values import HouseholdPlan, plan
from templates.kind import Kind
from templates.request import Computed, NothingToReport, Request, household_of


def computed(request: Request) -> Computed:
    """Return the plan for the household asked for. Raises NothingToReport without a bad loan."""
    number = household_of(request)
    bad = [one for one in _desk(request.view).now() if one.loan.household_id == number]
    if not bad:
        raise NothingToReport(
            _("Household {number} has no bad loan on {day}: it needs no collection plan.").format(
                number=f"{number:06d}", day=request.as_of.isoformat()
            )
        )
    return _computed(request, bad)


def each(request: Request) -> Iterator[Computed]:
    """Yield a plan for each household with a bad loan."""
    bad = sorted(_desk(request.view).now(), key=lambda one: one.loan.household_id)
    for _number, some in groupby(bad, key=lambda one: one.loan.household_id):
        yield _computed(request, list(some))


def _desk(view: View) -> Desk:
    return view.remembered("bad_desk", lambda: Desk(view))


def _computed(request: Request, bad: list[BadLoan]) -> Computed:
    number = bad[0].loan.household_id
    things = request.view.collateral_of(household_id=number)
    values = plan(
        planned(tuple(bad), _desk(request.view)),
        things,
        guarantors_by_loan(request.view),
        office_of(request),
    )
    return Computed(
        values=values,
        about=f"户{number:06d}",
        household_id=number,
        loans=tuple(one.loan.number for one in bad),
    )


KIND = Kind(
    name="household-plan",
    fields=HouseholdPlan,
    titles={"zh": "一户一策清收方案"},
    doc_type="other",
    signed_type="collection_plan",
    subject="household",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
