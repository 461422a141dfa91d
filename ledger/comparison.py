"""An indicator beside the year before (同比), and by unit, officer, product, guarantee or class."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ledger.book import View
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.indicator import Indicator

# What figures can be split by: filters of ledger.columns.loans.
SPLITS = ("unit", "manager", "product", "guarantee", "class_code")


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure, the same a year before, and what changed.

    change   in the figure's unit (percentage points for a ratio); None where either is not known
    percent  the change in percent of the year before; None for ratios and where there was nothing
    """

    now: Figure
    before: Figure
    change: int | Decimal | None
    percent: Decimal | None


def arguments(indicator: Indicator[Any]) -> set[str]:
    """Return what an indicator is asked for besides the ledger: "year" or "as_of", "product" …"""
    return set(inspect.signature(indicator.function).parameters) - {"ledger"}


def required(indicator: Indicator[Any]) -> set[str]:
    """Return those that must be given."""
    parameters = inspect.signature(indicator.function).parameters
    return {
        name
        for name, each in parameters.items()
        if name != "ledger" and each.default is inspect.Parameter.empty
    }


def figure(indicator: Indicator[Any], view: View, **more: Any) -> Figure:
    """Return an indicator for the view's day, or for the year up to it."""
    return indicator(view, **_period(indicator, view), **more)


def _period(indicator: Indicator[Any], view: View) -> dict[str, Any]:
    return {"year": view.as_of.year} if "year" in arguments(indicator) else {"as_of": view.as_of}


def compared(indicator: Indicator[Any], view: View, **more: Any) -> Compared:
    """Return an indicator beside the same a year before, to the same day of the year."""
    now = figure(indicator, view, **more)
    before = figure(indicator, view.at(_year_before(view.as_of)), **more)
    change: int | Decimal | None = None
    percent: Decimal | None = None
    if now.value is not None and before.value is not None:
        change = now.value - before.value
        if now.unit != "percent" and before.value:
            exact = Decimal(change) * 100 / abs(Decimal(before.value))
            percent = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return Compared(now, before, change, percent)


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        # 29 February.
        return day.replace(year=day.year - 1, day=28)


def split(
    indicator: Indicator[Any], view: View, by: str, **more: Any
) -> Iterator[tuple[str, Figure]]:
    """Yield an indicator for each unit (manager, product, …) that has a loan; loans that say
    nothing there belong to none. Raises ValueError for another split."""
    if by not in SPLITS:
        raise ValueError(by)
    for value in _values(view, by):
        yield value, figure(indicator, view.where(**{by: value}), **more)


def _values(view: View, by: str) -> list[str]:
    found = {value for value in view.granted.values(by) if value}
    return [code for code in CLASSES if code in found] if by == "class_code" else sorted(found)
