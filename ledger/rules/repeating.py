"""What comes round: once in each calendar month, quarter or year, or some days after the last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ledger.rules.calendar import before, period_of
from ledger.rules.declaration import Because, Due
from ledger.rules.subjects import Subject

# A day on which something was done, and the fact that shows it; sorted, oldest first.
Done = Sequence[tuple[date, str]]


def each_period(
    about: Subject,
    as_of: date,
    months: int,
    since: date,
    done: Done,
    why: tuple[Because, ...] = (),
    due_days: int = 0,
) -> Iterator[Due]:
    """Yield what is due in the period that holds `as_of`, and in the one before it.

    since     nothing is due in periods that ended before this day
    done      done in the period, or later: late, but done
    due_days  days after the period's end by which it is due
    """
    current = period_of(as_of, months)
    for period in (before(current, months), current):
        if period.last < since:
            continue
        by = period.last if not due_days else date.fromordinal(period.last.toordinal() + due_days)
        first = next((each for each in done if each[0] >= period.first), None)
        done_on, fact = first or (None, None)
        yield Due(about, by, period.label, done_on, fact, why)


def after_the_last(
    about: Subject, begun: date, days: int, done: Done, why: tuple[Because, ...] = ()
) -> Iterator[Due]:
    """Yield what is due some days after it was done last, and what was done last itself.

    begun  the day it is counted from when it was never done
    """
    last = done[-1] if done else None
    if last is not None:
        counted_from = done[-2][0] if len(done) > 1 else begun
        due_on = date.fromordinal(counted_from.toordinal() + days)
        yield Due(about, due_on, counted_from.isoformat(), last[0], last[1], why)
        begun = last[0]
    due_on = date.fromordinal(begun.toordinal() + days)
    yield Due(about, due_on, begun.isoformat(), None, None, why)
