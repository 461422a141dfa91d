"""What two years of figures say, in decisions and not in words: the languages word them.

Every number here is worked out from ledger figures and names them, so that no sentence can state
what no figure supports.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from extractors.wording import _
from ledger import indicators
from ledger.book import View
from ledger.figure import Figure
from templates.year_figures import ProductFigures, YearFigures, of_year


class NothingToReport(Exception):
    """The ledger holds nothing for the document that was asked for."""


# A change below this many percent is no change worth a verb.
STEADY_PERCENT = 1
# From here on growth is called fast.
FAST_PERCENT = 10


@dataclass(frozen=True, slots=True)
class Change:
    """From `before` to `now`; difference in their unit, percent None where it cannot be told."""

    now: Figure
    before: Figure
    difference: Figure
    percent: Decimal | None

    @property
    def names(self) -> tuple[str, ...]:
        """The figures behind it."""
        return (self.now.name, self.before.name)

    @property
    def direction(self) -> str:
        """ "fast", "up", "steady" or "down": by percent, for ratios by their own sign."""
        amount = Decimal(self.difference.value or 0)
        if self.now.unit == "percent":
            return "up" if amount > 0 else "down" if amount < 0 else "steady"
        if self.percent is None:
            return "up" if amount > 0 else "steady"
        if abs(self.percent) < STEADY_PERCENT:
            return "steady"
        if self.percent < 0:
            return "down"
        return "fast" if self.percent >= FAST_PERCENT else "up"

    @property
    def size(self) -> Figure:
        """The difference without its sign."""
        value = self.difference.value
        if value is None:
            return self.difference
        return with_value(self.difference, value if value >= 0 else -value)


def change(now: Figure, before: Figure | None) -> Change | None:
    """Return the change, or None where one of the two is not known."""
    if before is None or now.value is None or before.value is None:
        return None
    value = now.value - before.value
    difference = Figure(
        name=f"difference({now.name}, {before.name})",
        value=value,
        unit=now.unit,
        query=f"{now.name} - {before.name}",
        as_of=now.as_of,
    )
    percent = Decimal(value) * 100 / Decimal(before.value) if before.value else None
    return Change(now, before, difference, percent)


def share(part: Figure, whole: Figure) -> Figure:
    """Return `part` as a percentage of `whole`; without a value where there is no whole."""
    known = part.value is not None and whole.value
    return Figure(
        name=f"share({part.name}, {whole.name})",
        value=Decimal(part.value or 0) * 100 / Decimal(whole.value or 1) if known else None,
        unit="percent",
        query=f"{part.name} / {whole.name}",
        as_of=part.as_of,
    )


def less(name: str, whole: Figure, part: Figure) -> Figure:
    """Return whole - part under `name`; without a value where one of them has none."""
    known = whole.value is not None and part.value is not None
    return Figure(
        name=name,
        value=(whole.value or 0) - (part.value or 0) if known else None,
        unit=whole.unit,
        query=f"{whole.name} - {part.name}",
        as_of=whole.as_of,
    )


def with_value(figure: Figure, value: int | Decimal | None) -> Figure:
    """Return `figure` with another value, for display."""
    return Figure(
        name=figure.name, value=value, unit=figure.unit, query=figure.query, as_of=figure.as_of
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """Two years side by side, and what is to be said about them."""

    now: YearFigures
    # None where the ledger was not kept in the year before.
    before: YearFigures | None
    # Balance falling due in each month of the next year, January first, and the loans of it.
    due_next: tuple[Figure, ...]
    due_next_count: tuple[Figure, ...]

    def change(self, name: str) -> Change | None:
        """Return how the figure `name` of YearFigures changed against the year before."""
        before = getattr(self.before, name) if self.before else None
        return change(getattr(self.now, name), before)

    @property
    def whole_year(self) -> bool:
        """Whether the figures stand for all of the year."""
        return (self.now.as_of.month, self.now.as_of.day) == (12, 31)

    @property
    def verdict(self) -> str | None:
        """ "both_good", "growth_strained", "smaller_sounder", "both_bad"; None where unknown."""
        balance, ratio = self.change("outstanding_balance"), self.change("npl_ratio")
        if balance is None or ratio is None:
            return None
        grown = balance.direction in ("up", "fast", "steady")
        sounder = ratio.direction != "up"
        if grown:
            return "both_good" if sounder else "growth_strained"
        return "smaller_sounder" if sounder else "both_bad"

    @property
    def leading_products(self) -> tuple[tuple[ProductFigures, Figure], ...]:
        """The (at most two) products of which most was granted, with their share of all."""
        granted = [one for one in self.now.products if one.granted_sum.value]
        granted.sort(key=lambda one: (-int(one.granted_sum.value or 0), one.product))
        return tuple((one, share(one.granted_sum, self.now.granted_sum)) for one in granted[:2])

    @property
    def moved_products(self) -> tuple[tuple[str, Change], ...]:
        """The products whose grants rose and fell most against the year before."""
        if self.before is None:
            return ()
        earlier = {one.product: one for one in self.before.products}
        moves = []
        for one in self.now.products:
            if one.product in earlier:
                moved = change(one.granted_sum, earlier[one.product].granted_sum)
                if moved is not None and moved.difference.value:
                    moves.append((one.product, moved))
        moves.sort(key=lambda move: (Decimal(move[1].difference.value or 0), move[0]))
        fallen = [move for move in moves[:1] if (move[1].difference.value or 0) < 0]
        risen = [move for move in moves[-1:] if (move[1].difference.value or 0) > 0]
        return tuple(risen + fallen)

    @property
    def inspections_missing(self) -> Figure:
        """Inspections that were due and not done."""
        return less("inspections_missing", self.now.inspections_due, self.now.inspections_done)

    @property
    def interest_missing(self) -> Figure:
        """Interest that fell due in the year and was not received."""
        return less("interest_missing", self.now.interest_due, self.now.interest_received)

    @property
    def due_missing(self) -> Figure:
        """Principal that fell due in the year and was not received."""
        return less("due_missing", self.now.due_principal, self.now.due_recovered)

    @property
    def shortfalls(self) -> tuple[str, ...]:
        """What fell short, by the figures: codes that each language words."""
        found = []
        plan = self.now.plan_percent.value
        if plan is not None and plan < 100:
            found.append("plan")
        ratio = self.change("npl_ratio")
        if ratio is not None and ratio.direction == "up":
            found.append("npl_ratio")
        elif (self.now.new_npl_count.value or 0) > 0:
            found.append("new_npl")
        if (self.due_missing.value or 0) > 0:
            found.append("due")
        if (self.interest_missing.value or 0) > 0:
            found.append("interest")
        if (self.inspections_missing.value or 0) > 0:
            found.append("inspections")
        return tuple(found)

    @property
    def due_next_total(self) -> Figure:
        """All principal falling due next year."""
        return self._total("due_next", self.due_next)

    @property
    def due_next_number(self) -> Figure:
        """All loans falling due next year."""
        return self._total("due_next_count", self.due_next_count)

    def _total(self, name: str, months: tuple[Figure, ...]) -> Figure:
        known = bool(months) and all(one.value is not None for one in months)
        return Figure(
            name=f"{name}({self.now.year + 1})",
            value=sum((one.value or 0) for one in months) if known else None,
            unit=months[0].unit if months else "fen",
            query=" + ".join(one.name for one in months),
            as_of=self.now.as_of,
        )

    @property
    def heavy_months(self) -> tuple[int, ...]:
        """The (at most two) months of next year with most falling due, in calendar order."""
        known = [(one.value or 0, index) for index, one in enumerate(self.due_next, 1)]
        top = sorted((pair for pair in known if pair[0] > 0), key=lambda pair: (-pair[0], pair[1]))
        return tuple(sorted(index for _value, index in top[:2]))


def from_ledger(view: View, year: int) -> YearFacts:
    """Return the facts of `year` up to the view's day, beside the same period of the year before.

    Balances are compared with the end of the year before. Raises NothingToReport.
    """
    as_of = min(view.as_of, date(year, 12, 31))
    now = of_year(view.at(as_of), year, as_of) if as_of.year == year else None
    if now is None or now.is_empty:
        raise NothingToReport(
            _(
                "The ledger holds no loans for {year} as at {day}. Import the ledger of that year "
                "first: hudang ledger import FILE.xlsx"
            ).format(year=year, day=as_of)
        )
    earlier = of_year(view.at(_same_day(as_of)), year - 1, date(year - 1, 12, 31))
    months = indicators.maturing_by_month(view.at(as_of), year + 1, as_of)
    return YearFacts(
        now=now,
        before=earlier if earlier.is_covered else None,
        due_next=tuple(balance for _count, balance in months),
        due_next_count=tuple(count for count, _balance in months),
    )


def _same_day(day: date) -> date:
    """Return the same day a year before; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
