"""When a loan's inspections fall due, and which visit met which date. Dates only; no database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Due:
    """One date by which a loan was to be inspected, and the visit that met it, if any did."""

    on: date
    met_on: date | None


def schedule(
    granted_on: date, visits: Sequence[date], until: date, *, first_days: int, routine_days: int
) -> list[Due]:
    """Return the dates due from the drawdown up to and including the first one after `until`.

    The first visit is due `first_days` after the drawdown, each further one `routine_days` after
    the last visit. A date that passes without a visit is missed, and the next falls
    `routine_days` later; a late visit meets that next one.
    """
    dues: list[Due] = []
    left = sorted(day for day in visits if day >= granted_on)
    due = granted_on + timedelta(days=first_days)
    # A period of no days would never get past `until`.
    routine = timedelta(days=max(routine_days, 1))
    while True:
        met = left.pop(0) if left and left[0] <= due else None
        # Further visits before the date was due meet nothing more.
        dues.append(Due(due, met))
        if due > until:
            return dues
        due = (met or due) + routine
