"""Figures worked out from other figures: changes, growth, shares. Nothing here reads the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from ledger.figure import Figure

_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Figure):
    """A figure whose rows are those of the figures it was worked out from."""

    parts: tuple[Figure, ...] = ()


def _derived(
    rule: str, sign: str, one: Figure, other: Figure, value: int | Decimal | None, unit: str
) -> Derived:
    return Derived(
        name=f"{rule}({one.name}, {other.name})",
        value=value,
        unit=unit,
        query=f"{one.name} {sign} {other.name}",
        as_of=one.as_of,
        parts=(one, other),
    )


def difference(now: Figure, before: Figure) -> Derived:
    """Return now - before, in their unit: percentage points for ratios."""
    known = now.value is not None and before.value is not None
    value = (now.value or 0) - (before.value or 0) if known else None
    return _derived("difference", "-", now, before, value, now.unit)


def growth(now: Figure, before: Figure) -> Derived:
    """Return the change in percent of `before`; without a value where there was nothing."""
    value = None
    if now.value is not None and before.value:
        moved = Decimal(now.value - before.value) * 100 / abs(Decimal(before.value))
        value = moved.quantize(_PLACES, rounding=ROUND_HALF_UP)
    made = _derived("growth", "/", now, before, value, "percent")
    return replace(made, query=f"({now.name} - {before.name}) / {before.name}")


def share(part: Figure, whole: Figure) -> Derived:
    """Return `part` as a percentage of `whole`; without a value where there is no whole."""
    value = None
    if part.value is not None and whole.value:
        exact = Decimal(part.value) * 100 / Decimal(whole.value)
        value = exact.quantize(_PLACES, rounding=ROUND_HALF_UP)
    return _derived("share", "/", part, whole, value, "percent")


def less(whole: Figure, part: Figure) -> Derived:
    """Return what of `whole` is left without `part`; without a value where one has none."""
    known = whole.value is not None and part.value is not None
    value = (whole.value or 0) - (part.value or 0) if known else None
    return _derived("rest", "-", whole, part, value, whole.unit)


def together(*summands: Figure) -> Derived:
    """Return the sum of figures of one unit; without a value where one has none."""
    known = all(one.value is not None for one in summands)
    first = summands[0]
    return Derived(
        name=f"together({', '.join(one.name for one in summands)})",
        value=sum((one.value or 0) for one in summands) if known else None,
        unit=first.unit,
        query=" + ".join(one.name for one in summands),
        as_of=first.as_of,
        parts=summands,
    )


def how_many(names: str, found: tuple[Figure, ...], first: Figure) -> Derived:
    """Return the number of groups that were found, each with its figure."""
    return Derived(
        name=f"how_many({names}, {first.name})",
        value=len(found),
        unit="count",
        query=f"{names}: {first.name}",
        as_of=first.as_of,
        parts=found,
    )
