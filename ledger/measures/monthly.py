"""What a year looked like month by month, up to the view's day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from extractors.wording import N_
from ledger import schema
from ledger.book import View
from ledger.columns.facts_behind import money
from ledger.columns.shape import Array
from ledger.figure import Figure
from ledger.indicator import Indicator, Ledger, named, said, total, within
from ledger.measures.lending import outstanding_balance, principal_received
from ledger.measures.quality import bad_on, npl_ratio


def months(ledger: Ledger, year: int) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each month of `year`; the last may end at the view's day."""
    _view, first, last = within(ledger, year)
    if isinstance(ledger, View) and ledger.as_of < first:
        return
    for month in range(1, last.month + 1):
        end = date(year, month, monthrange(year, month)[1])
        yield date(year, month, 1), min(end, last)


def balances_by_month(ledger: Ledger, year: int) -> tuple[Figure, ...]:
    """Return the balance at the end of each month; without a value where it is not known."""
    return _known(ledger, year, outstanding_balance)


def bad_ratios_by_month(ledger: Ledger, year: int) -> tuple[Figure, ...]:
    """Return the bad loan ratio at the end of each month; without a value where not known."""
    return _known(ledger, year, npl_ratio)


def _known(ledger: Ledger, year: int, measure: Indicator[Any]) -> tuple[Figure, ...]:
    """Return a measure of each month's last day, without a value where it is not known.

    What was carried forward on a later day was repaid nobody knows when: what was owed before
    that day is not known.
    """
    view, _first, _last = within(ledger, year)
    known_from = _carried_until(view)
    figures = []
    for _begin, day in months(ledger, year):
        figure = measure(view, day)
        is_known = known_from is None or day >= known_from
        figures.append(figure if is_known else replace(figure, value=None))
    return tuple(figures)


def _carried_until(view: View) -> date | None:
    """Return the last day on which something was carried forward on the view's loans."""
    table = view.snapshot.known("repayment")
    is_carried: Array = table["channel"] == table.place("channel", schema.CARRIED)
    found = np.flatnonzero(is_carried & (table["effective_on"] <= view.as_of.toordinal()))
    found = found[view.is_mine(table["account_id"][found])]
    return date.fromordinal(int(table["effective_on"][found].max())) if len(found) else None


MONTH_RECOVERED = N_("principal received in the month, reversals deducted")
MONTH_BAD_RECOVERED = N_(
    "principal received in the month on loans that were classed bad on the day before it was "
    "received"
)


def recovered_by_month(ledger: Ledger, year: int) -> tuple[Figure, ...]:
    """Return the principal received in each month: together the year's `recovered_sum`."""
    return tuple(_received(ledger, year, "recovered_in_month", MONTH_RECOVERED, bad=False))


def bad_recovered_by_month(ledger: Ledger, year: int) -> tuple[Figure, ...]:
    """Return what came in on bad loans in each month: together the year's `npl_recovered_sum`."""
    return tuple(_received(ledger, year, "bad_recovered_in_month", MONTH_BAD_RECOVERED, bad=True))


def _received(ledger: Ledger, year: int, name: str, rule: str, *, bad: bool) -> Iterator[Figure]:
    view, since, until = within(ledger, year)
    table = view.snapshot.known("repayment")
    received = principal_received(view, since, until)
    on = table["effective_on"][received]
    if bad:
        was_bad = bad_on(view.snapshot, table["account_id"][received], on - 1)
        received, on = received[was_bad], on[was_bad]
    for first, last in months(ledger, year):
        found = received[(on >= first.toordinal()) & (on <= last.toordinal())]
        asked = f"{first:%Y-%m}"
        rows = money(view.snapshot, "repayment", "principal_fen", found)
        yield total(
            named(name, asked, **dict(view.scope)), "fen",
            said(rule, month=asked, **dict(view.scope)), last, rows,
        )  # fmt: skip
