"""一户一分类、一户一目标、一户一方案、一户一档案: what a household with unpaid loans lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from archive import documents
from archive import schema as archive_schema
from ledger.book import View
from ledger.managing.households import HouseholdLoans, by_household
from ledger.managing.responsibilities import Responsibilities
from ledger.managing.strategies import client_classes, strategy_of
from ledger.spans import span_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What one household has and has not.

    manager  it has one, and not two
    classed  all its unpaid loans have one of the five classes
    target   some of its collection is planned for the year, or a goal is set for it
    plan     a plan of its own (一户一策), or measures for its client class
    file     papers are filed for it, drafts of our own apart
    """

    household: HouseholdLoans
    manager: bool
    classed: bool
    target: bool
    plan: bool
    file: bool

    @property
    def any(self) -> bool:
        """Whether something is lacking."""
        return not (self.manager and self.classed and self.target and self.plan and self.file)


def lacking(view: View, households: Iterable[HouseholdLoans] | None = None) -> list[Lacking]:
    """Return what every household with unpaid loans has and has not, by number."""
    answering, classes = Responsibilities(view), client_classes(view)
    strategies = view.settings.managing.strategies
    plans = {record.household_id: record for record in view.records("collection_plan")}
    planned = _planned(view)
    goals = {number for number, plan in plans.items() if plan.values.get("goal_fen")}
    filed = _with_papers(view)
    return [
        Lacking(
            household=each,
            manager=answering.manager_of(each.household_id, each.loans) is not None,
            classed=all(loan.class_code for loan in each.loans),
            target=each.household_id in planned or each.household_id in goals,
            plan=each.household_id in plans
            or bool(strategy_of(classes.get(each.household_id), strategies)),
            file=each.household_id in filed,
        )
        for each in (by_household(view) if households is None else households)
    ]


def _planned(view: View) -> set[int | None]:
    """Households for which something is to be collected this year, loan by loan."""
    found = set()
    for record in view.records("loan_plan"):
        period = span_of(record.text("period") or "")
        if period and period.first.year <= view.as_of.year <= period.last.year:
            found.add(record.household_id)
    return found


def _with_papers(view: View) -> set[int | None]:
    # As the archive stands now: when a paper came in is its own affair.
    document = archive_schema.document.c.household_id
    with view.snapshot.connected() as connection:
        papers = select(document).where(document.is_not(None), documents.no_draft())
        return set(connection.scalars(papers.distinct()))
