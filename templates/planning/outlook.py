"""What a plan looks at: where the office stands, what is coming, who has most of it, what lacks.

Figures only: each document words them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from extractors.wording import _
from ledger import indicators
from ledger.ahead import Ahead
from ledger.bad import groups
from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.figure import Figure
from ledger.managing.households import by_household
from ledger.parts import Grouping, grouping, nothing, parts
from ledger.spans import Span
from templates.derived import share
from templates.planning import households
from templates.planning.goals import Goals, goals_of
from templates.planning.lines import Group, Month, Owner, Product, Tier
from templates.request import NothingToReport

_AT_DAY = (
    "outstanding_count", "outstanding_balance", "household_count", "npl_count", "npl_balance",
    "npl_ratio", "overdue_balance", "overdue_ratio", "arrears_interest",
)  # fmt: skip
_OF_YEAR = (
    "granted_sum", "recovered_sum", "new_npl_count", "new_npl_sum", "npl_recovered_sum",
    "due_principal", "due_recovered", "due_recovery_rate", "interest_due", "interest_received",
    "interest_collection_rate", "inspections_due", "inspections_done", "inspection_rate", "income",
    "expense", "profit",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Where the office stands on the day before a period, and what the period brings.

    now     indicators at the day, and of its year up to it
    before  those at the end of the year before the day's; nothing where no ledger was kept then
    units, officers  those with loans, most owed first; products likewise
    classes  number and balance of each of the five
    gaps    households that lack a manager, class, target, plan or papers, by `ledger.managing.gaps`
    work    what is open: warnings, notices, tasks of handing over
    """

    span: Span
    as_of: date
    now: Mapping[str, Figure]
    before: Mapping[str, Figure]
    months: tuple[Month, ...]
    due_count: Figure
    due_sum: Figure
    visits: Figure
    missed: Figure
    units: tuple[Owner, ...]
    officers: tuple[Owner, ...]
    products: tuple[Product, ...]
    classes: tuple[Group, ...]
    categories: tuple[Group, ...]
    grades: tuple[Group, ...]
    tiers: tuple[Tier, ...]
    gaps: Mapping[str, Figure]
    work: Mapping[str, Figure]
    goals: Goals

    @property
    def heavy_months(self) -> tuple[Month, ...]:
        """The (at most two) months with most falling due, in calendar order."""
        known = [one for one in self.months if one.due_sum.value]
        top = sorted(known, key=lambda one: (-int(one.due_sum.value or 0), one.first))[:2]
        return tuple(sorted(top, key=lambda one: one.first))

    @property
    def bad_classes(self) -> tuple[Group, ...]:
        """The three bad classes."""
        return tuple(one for one in self.classes if one.code in BAD)

    def most(self, owners: Sequence[Any], name: str) -> Any | None:
        """Return the owner (unit, officer, product) with most of something; None: nobody has it."""
        known = [one for one in owners if (getattr(one, name).value or 0) > 0]
        return max(known, key=lambda one: getattr(one, name).value or 0, default=None)


def outlook_of(view: View, span: Span) -> Outlook:
    """Return the outlook on `span` from the view's day, or from the evening before it if earlier.

    Raises NothingToReport when nothing is owed on that day.
    """
    day = min(view.as_of, span.first - timedelta(days=1))
    start = view.at(day)
    ahead = Ahead(start, span)
    now = _standing(start)
    if not now["outstanding_count"].value:
        raise NothingToReport(
            _(
                "The ledger holds no outstanding loans as at {day}, so there is nothing to plan "
                "from. Import the ledger first: hudang ledger import FILE.xlsx"
            ).format(day=day)
        )
    due_count, due_sum = ahead.due_between(span)
    owners = partial(_owners, start, now, due_count, due_sum, ahead.missed)
    owing = by_household(start)
    return Outlook(
        span=span,
        as_of=day,
        now=now,
        before=_earlier(start),
        months=tuple(_months(ahead)),
        due_count=due_count,
        due_sum=due_sum,
        visits=ahead.visits_between(span),
        missed=ahead.missed,
        units=owners("unit"),
        officers=owners("manager"),
        products=_products(start, now),
        classes=_classes(start, now),
        categories=_groups(start, "category"),
        grades=_groups(start, "recoverability"),
        tiers=households.tiers(start, owing),
        gaps=households.gaps(start, owing),
        work=households.work(start, owing),
        goals=goals_of(view, span, day),
    )


def _standing(view: View) -> dict[str, Figure]:
    ask: Mapping[str, Any] = indicators.INDICATORS
    year = view.as_of.year
    return {name: ask[name](view, view.as_of) for name in _AT_DAY} | {
        name: ask[name](view, year) for name in _OF_YEAR
    }


def _earlier(view: View) -> dict[str, Figure]:
    """The same at the end of the year before, if the ledger was kept in that year."""
    end = date(view.as_of.year - 1, 12, 31)
    found = _standing(view.at(end))
    kept = found["recovered_sum"].value or found["interest_due"].value is not None
    return found if kept and found["outstanding_count"].value else {}


def _months(ahead: Ahead) -> Iterable[Month]:
    for span in ahead.span.months:
        count, balance = ahead.due_between(span)
        yield Month(
            first=span.first,
            due_count=count,
            due_sum=balance,
            visits=ahead.visits_between(span),
        )


def _owners(
    view: View,
    now: Mapping[str, Figure],
    due_count: Figure,
    due_sum: Figure,
    missed: Figure,
    by: str,
) -> tuple[Owner, ...]:
    """Those with loans, most owed first."""
    wholes = {
        "loans": now["outstanding_count"],
        "balance": now["outstanding_balance"],
        "due_count": due_count,
        "due_sum": due_sum,
        "overdue": now["overdue_balance"],
        "bad": now["npl_balance"],
        "missed": missed,
    }
    groups_of = grouping(view, by)
    split = {name: parts(whole, groups_of) for name, whole in wholes.items()}
    found = [
        Owner(name=name, **_parts_of(split, wholes, groups_of, name)) for name in split["loans"]
    ]
    return tuple(sorted(found, key=lambda one: (-int(one.balance.value or 0), one.name)))


def _parts_of(
    split: Mapping[str, Mapping[str, Figure]],
    wholes: Mapping[str, Figure],
    groups_of: Grouping,
    name: str,
) -> dict[str, Figure]:
    return {
        one: split[one].get(name) or nothing(whole, groups_of, name)
        for one, whole in wholes.items()
    }


def _products(view: View, now: Mapping[str, Figure]) -> tuple[Product, ...]:
    wholes = {
        "balance": now["outstanding_balance"],
        "overdue": now["overdue_balance"],
        "bad": now["npl_balance"],
    }
    groups_of = grouping(view, "product")
    split = {name: parts(whole, groups_of) for name, whole in wholes.items()}
    found = [
        Product(name=name, **_parts_of(split, wholes, groups_of, name)) for name in split["balance"]
    ]
    return tuple(sorted(found, key=lambda one: (-int(one.balance.value or 0), one.name)))


def _classes(view: View, now: Mapping[str, Figure]) -> tuple[Group, ...]:
    day, whole = view.as_of, now["outstanding_balance"]
    found = []
    for code in CLASSES:
        balance = indicators.class_balance(view, day, code)
        count = indicators.class_count(view, day, code)
        found.append(Group(code=code, count=count, balance=balance, share=share(balance, whole)))
    return tuple(found)


def _groups(view: View, by: str) -> tuple[Group, ...]:
    whole = indicators.npl_balance(view, view.as_of)
    return tuple(
        Group(code=code, count=count, balance=balance, share=share(balance, whole))
        for code, count, balance in groups.groups(view, by)
    )
