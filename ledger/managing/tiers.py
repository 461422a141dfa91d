"""大户、中户、小户: what a household owes decides its tier, the tier who manages it; and which
department leads it follows its class. Pure rules, and what they would change today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archive.settings import ManagingSettings
from ledger.book import View
from ledger.classes import BAD
from ledger.figure import Source
from ledger.managing.households import HouseholdLoans, by_household
from ledger.records import Record


def unit_of_tier(tier: str, settings: ManagingSettings) -> str:
    """Return who manages clients of a tier: 行级干部管大户、客户部管中户、营业单位管小户."""
    return {
        "large": settings.large_client_owner,
        "middle": settings.middle_client_owner,
        "small": settings.small_client_owner,
    }[tier]


def department_of_class(class_code: str | None, settings: ManagingSettings) -> str | None:
    """Return which department leads a household with this worst class; None without a class."""
    if class_code is None:
        return None
    return settings.bad_department if class_code in BAD else settings.normal_department


@dataclass(frozen=True, slots=True)
class Ownership:
    """Where a household stands with its owner, as last recorded; None: never recorded."""

    tier: str | None
    managing_unit: str | None
    department: str | None
    record: Record | None


def ownership_of(records: Iterable[Record]) -> Ownership:
    """Fold a household's `ownership` facts, oldest first: what a later one leaves open stays."""
    tier = unit = department = None
    last = None
    for last in records:
        tier = last.text("tier") or tier
        unit = last.text("managing_unit") or unit
        department = last.text("department") or department
    return Ownership(tier, unit, department, last)


def ownerships(view: View) -> Mapping[int, Ownership]:
    """Return the ownership of every household that has one on the day."""
    grouped: dict[int, list[Record]] = {}
    for record in view.records("ownership"):
        if record.household_id is not None:
            grouped.setdefault(record.household_id, []).append(record)
    return {household: ownership_of(records) for household, records in grouped.items()}


@dataclass(frozen=True, slots=True)
class Reassignment:
    """A household that should change hands: its tier was crossed, or its class did.

    what    "tier" or "department"
    before  as recorded; None: never recorded
    after   as the rule says today
    source  the fact that shows it
    """

    household: HouseholdLoans
    what: str
    before: str | None
    after: str
    source: Source


def reassignments(
    view: View, households: Iterable[HouseholdLoans] | None = None
) -> Iterator[Reassignment]:
    """Return what the rules would change: a proposal for each, never done by itself.

    A household of which no tier or department was ever recorded is none: nothing was crossed.
    """
    settings = view.settings.managing
    owned = ownerships(view)
    for each in by_household(view) if households is None else households:
        held = owned.get(each.household_id)
        if held is None:
            continue
        tier = view.settings.ledger.tier(each.balance_fen)
        if held.tier and tier and held.tier != tier:
            largest = max(each.loans, key=lambda loan: loan.balance_fen)
            source = largest.sources["amount_fen"]
            yield Reassignment(each, "tier", held.tier, tier, source)
        department = department_of_class(each.class_code, settings)
        if held.department and department and held.department != department and each.worst:
            source = each.worst.sources["class_code"]
            yield Reassignment(each, "department", held.department, department, source)
