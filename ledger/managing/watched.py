"""贷后管理台账, the row of a household: standing, visits, class, warnings, who answers for it.

Everything is read once and grouped by household; nothing is asked of the ledger household by
household.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.book import View
from ledger.managing.households import HouseholdLoans, by_household
from ledger.managing.responsibilities import Responsibilities
from ledger.managing.strategies import client_classes, strategy_of
from ledger.managing.tiers import Ownership, ownerships
from ledger.records import Record
from ledger.states import Inspection
from ledger.warning_steps import RELEASED, Step, fold


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdWatch:
    """All that post-loan management knows of one household on the day.

    rating, offsite  the last of each
    last             the last visit to it or to one of its loans
    next_due         the first day by which one of its loans is to be visited
    warnings         those that are not released
    """

    household: HouseholdLoans
    manager: str | None
    risk_manager: str | None
    principal: str | None
    risk_supervisor: str | None
    letter_no: str | None
    since: date | None
    rating: Record | None
    client_class: Record | None
    strategy: str | None
    ownership: Ownership | None
    offsite: Record | None
    last: Inspection | None
    next_due: date
    warnings: tuple[Record, ...]

    @property
    def is_late(self) -> bool:
        """Whether a visit is overdue."""
        return self.next_due < self.household.loans[0].as_of


def watched(view: View, households: Iterable[HouseholdLoans] | None = None) -> list[HouseholdWatch]:
    """Return the rows of all households with unpaid loans, or of some, by number."""
    answering, classes, owned = Responsibilities(view), client_classes(view), ownerships(view)
    ratings, offsite = _last_of(view, "rating"), _last_of(view, "offsite_check")
    visits = _visits(view)
    warnings = _open_warnings(view)
    rows = []
    for each in by_household(view) if households is None else households:
        number = each.household_id
        named = {
            role: answering.of_household(number, role)
            for role in ("manager", "risk", "principal", "risk_supervision")
        }
        people = {role: record.text("person") if record else None for role, record in named.items()}
        manager = named["manager"]
        seen = visits.get(number, [])
        done = [visit for visit in seen if visit.done_on]
        own = classes.get(number)
        rows.append(
            HouseholdWatch(
                household=each,
                manager=answering.manager_of(number, each.loans),
                risk_manager=people["risk"],
                principal=people["principal"],
                risk_supervisor=people["risk_supervision"],
                letter_no=manager.text("letter_no") if manager else None,
                since=manager.effective_on if manager else None,
                rating=ratings.get(number),
                client_class=own,
                strategy=strategy_of(own, view.settings.managing.strategies),
                ownership=owned.get(number),
                offsite=offsite.get(number),
                last=done[-1] if done else None,
                next_due=min(_due(view, each, place, seen) for place in range(len(each.loans))),
                warnings=tuple(warnings.get(number, ())),
            )
        )
    return rows


def _due(view: View, each: HouseholdLoans, place: int, seen: list[Inspection]) -> date:
    """When a loan is to be visited next: as the office noted, else by the settings."""
    loan = each.loans[place]
    mine = [visit for visit in seen if visit.account_id in (None, loan.account_id)]
    days = [visit.done_on for visit in mine if visit.done_on]
    after = days[-1] if days else loan.granted_on
    missed = [
        visit.due_on
        for visit in mine
        if visit.due_on and not visit.done_on and visit.due_on > after
    ]
    if missed:
        return min(missed)
    rule = view.settings.ledger.of(loan.product, loan.unit)
    if not days:
        return after + timedelta(days=rule.first_inspection_days)
    return after + timedelta(days=rule.routine_days(loan.guarantee, loan.amount_fen))


def _visits(view: View) -> Mapping[int, list[Inspection]]:
    grouped: dict[int, list[Inspection]] = defaultdict(list)
    for visit in view.inspections_of():
        grouped[visit.household_id].append(visit)
    for own in grouped.values():
        own.sort(key=lambda visit: visit.done_on or visit.due_on or date.min)
    return grouped


def _last_of(view: View, kind: str) -> Mapping[int, Record]:
    return {
        record.household_id: record
        for record in view.records(kind)
        if record.household_id is not None
    }


def _open_warnings(view: View) -> Mapping[int, list[Record]]:
    steps: dict[str | None, list[Step]] = defaultdict(list)
    for step in view.records("warning_step"):
        steps[step.subject].append(Step.of(step))
    grouped: dict[int, list[Record]] = defaultdict(list)
    for raised in view.records("risk_warning"):
        stage = fold(raised.text("raised_by") or "", steps.get(raised.subject, ()))
        if raised.household_id is not None and stage.state != RELEASED:
            grouped[raised.household_id].append(raised)
    return grouped
