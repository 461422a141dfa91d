"""What is coming: loans that will fall due and visits that will be due, as a day's books show it.

    ahead = Ahead(view, span_of("2026"))
    ahead.due_between(span_of("2026-03")), ahead.visits_between(span_of("2026-03"))

Balances are those of the view's day; a loan lent or paid later changes what comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from extractors.wording import N_
from ledger.book import View
from ledger.columns.loans import Loans
from ledger.columns.shape import NO_DAY, Array
from ledger.columns.visits import schedule, visits
from ledger.figure import Figure, FigureRow
from ledger.indicator import named, said, total
from ledger.measures.inspection import dates_between
from ledger.spans import Span

DUE = N_("loans outstanding that mature in the period, balance as at the day")
VISITS = N_(
    "visits that fall due in the period by the intervals of the settings, while the loan runs or "
    "is overdue"
)
MISSED = N_("inspection dates up to the day that no visit met")


class Ahead:
    """A coming period as the books of the view's day show it."""

    def __init__(self, view: View, span: Span) -> None:
        self.view, self.span = view, span

    @cached_property
    def due(self) -> Loans:
        """Loans owed on the day that fall due in the period, by day and number."""
        found = self.view.open
        due_on = found["due_on"]
        first, last = self.span.first.toordinal(), self.span.last.toordinal()
        found = found.keep((due_on >= first) & (due_on <= last))
        return found.by(found["due_on"], found.number_ranks)

    def due_between(self, span: Span) -> tuple[Figure, Figure]:
        """Return the number and the balance of those that fall due in a part of the period."""
        loans = self.due
        due_on = loans["due_on"]
        some = loans.keep((due_on >= span.first.toordinal()) & (due_on <= span.last.toordinal()))
        return (
            self._figure("maturing_count", "count", DUE, span, some.rows(None)),
            self._figure("maturing_sum", "fen", DUE, span, some.rows(some["balance_fen"])),
        )

    @cached_property
    def _dues(self) -> tuple[Loans, Array, Array]:
        """The loans to be visited, and for each visit the place of its loan and its day."""
        view, rule = self.view, self.view.settings.ledger
        loans = view.open
        last = self.span.last.toordinal()
        due_on = loans["due_on"].astype(np.int64)
        # A loan is visited until it falls due; one that is overdue already, all the time.
        runs = (due_on != NO_DAY) & (due_on >= self.span.first.toordinal()) & (due_on <= last)
        until = np.where(runs, due_on, last)
        dues = schedule(
            loans,
            visits(loans),
            since=self.span.first.toordinal(),
            until=until,
            first_days=rule.first_inspection_days,
            routine_days=rule.routine_inspection_days,
        )
        return loans, dues.loan, dues.on

    def visits_between(self, span: Span) -> Figure:
        """Return how many visits fall due in a part of the period if each is made on its day."""
        loans, which, on = self._dues
        mine = (on >= span.first.toordinal()) & (on <= span.last.toordinal())
        rows = Loans(loans.day, loans.places[which[mine]]).rows(None)
        return self._figure("inspections_planned", "count", VISITS, span, rows)

    @cached_property
    def missed(self) -> Figure:
        """Inspections of the year of the view's day, up to it, that nobody made."""
        first = self.view.as_of.replace(month=1, day=1)
        _last, rows, met = dates_between(self.view, first, self.view.as_of)
        name = self._named("inspections_missed", self.view.as_of.year)
        query = said(MISSED, day=self.view.as_of)
        return total(name, "count", query, self.view.as_of, rows.picked(~met))

    def _figure(
        self, name: str, unit: str, formula: str, span: Span, rows: Sequence[FigureRow]
    ) -> Figure:
        query = said(formula, period=span.text, day=self.view.as_of)
        return total(self._named(name, span.text), unit, query, self.view.as_of, rows)

    def _named(self, name: str, of: object) -> str:
        return named(name, of, **dict(self.view.scope))
