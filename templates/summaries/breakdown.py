"""Figures of a period by branch, village, officer, product, cause: who has how much of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ledger import indicators
from ledger.book import View
from ledger.columns.figure_rows import Behind
from ledger.figure import Figure
from ledger.indicator import ratio
from ledger.parts import Grouping, grouping, nothing, parts
from templates.derived import difference
from templates.summaries.figures import Flow, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """Some figures in their parts.

    wholes  the figures, by what they are called here: "overdue_balance", at the period's
            beginning "start.overdue_balance"
    of      their parts: of["overdue_balance"]["东湾村"]
    """

    by: str
    names: tuple[str, ...]
    wholes: Mapping[str, Figure] = field(default_factory=dict)
    of: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)

    def part(self, key: str, name: str) -> Figure:
        """Return the part that `name` has of a figure: nought where it has no row."""
        found = self.of.get(key, {}).get(name)
        if found is not None:
            return found
        whole = self.wholes[key]
        groups = Grouping(self.by, self.names, None)  # type: ignore[arg-type]
        return nothing(whole, groups, name)

    def has(self, *keys: str) -> bool:
        """Whether all these figures are known in their parts."""
        return all(key in self.wholes for key in keys)

    def largest(self, key: str) -> list[tuple[str, Figure]]:
        """Return who has any of a figure, most first, then by name."""
        found = [(name, one) for name, one in self.of.get(key, {}).items() if one.value]
        return sorted(found, key=lambda one: (-int(one[1].value or 0), one[0]))

    def changes(self, key: str) -> list[tuple[str, Figure, Figure]]:
        """Return each one's figure now and its change since the beginning, most grown first."""
        if not self.has(key, f"start.{key}"):
            return []
        found: list[tuple[str, Figure, Figure]] = []
        for name in self.names:
            now, start = self.part(key, name), self.part(f"start.{key}", name)
            if now.value or start.value:
                found.append((name, now, difference(now, start)))
        return sorted(found, key=lambda one: (-int(one[2].value or 0), one[0]))

    def rate(self, rule: str, part: str, whole: str, name: str) -> Figure:
        """Return one figure as a percentage of another, of one group; rule: what that is called."""
        one, other = self.part(part, name), self.part(whole, name)
        return ratio(f"{rule}({one.as_of}, {self.by}={name})", rule, one, other)


_OF_PERIOD = {
    "unit": ("granted_sum", "new_npl_sum", "due_principal", "due_recovered", "inspections_due",
             "inspections_done", "npl_recovered_sum"),
    "village": ("new_npl_count", "new_npl_sum"),
    "manager": ("inspections_due", "inspections_done", "npl_recovered_sum"),
    "product": ("new_npl_count", "new_npl_sum"),
    "cause": ("new_npl_count", "new_npl_sum"),
}  # fmt: skip
_AT_DAY = {
    "unit": ("outstanding_balance", "npl_balance", "overdue_balance", "arrears_interest"),
    "village": ("overdue_balance", "arrears_interest", "npl_balance"),
    "cause": ("npl_balance",),
    "class_code": ("arrears_interest", "overdue_balance"),
}


def breakdowns(
    view: View, period: Flow, end: Standing, start: Standing | None
) -> dict[str, Breakdown]:
    """Return the breakdowns that summaries tell from, by what they are by."""
    found = {}
    for by in ("unit", "village", "manager", "product", "cause", "class_code"):
        groups = grouping(view, by)
        wholes = {name: getattr(period, name) for name in _OF_PERIOD.get(by, ())}
        for name in _AT_DAY.get(by, ()):
            wholes[name] = getattr(end, name)
            if start is not None and by in ("unit", "village"):
                wholes[f"start.{name}"] = getattr(start, name)
        found[by] = broken_down(groups, wholes)
    return found


def broken_down(groups: Grouping, wholes: Mapping[str, Figure]) -> Breakdown:
    """Return figures in their parts; those without rows of loans (not known) are left out."""
    known = {key: one for key, one in wholes.items() if isinstance(one.rows, Behind)}
    of = {key: parts(one, groups) for key, one in known.items()}
    names = _named(of.values())
    return Breakdown(by=groups.by, names=names, wholes=known, of=of)


def _named(of: Iterable[Mapping[str, Figure]]) -> tuple[str, ...]:
    return tuple(sorted({name for each in of for name in each}))


assert all(name in indicators.INDICATORS for names in _OF_PERIOD.values() for name in names)  # noqa: S101 - named by hand above
