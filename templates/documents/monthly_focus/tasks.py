"""The month's figures of the task desk as figures with rows: in all, per unit, per officer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ledger.book import View
from ledger.columns.figure_rows import Several
from ledger.columns.loans import Loans
from ledger.figure import Figure, FigureRow, Source
from ledger.rules.calendar import Period
from ledger.rules.desk import Desk
from ledger.rules.month import Focus, Part, focus
from ledger.spans import Span
from templates.documents.monthly_focus.lines import TaskLine

_NAMES = ("due", "overdue", "arrears", "bad", "warnings", "inspections", "rectifications", "late",
          "tasks")  # fmt: skip
# Those that are money, and which column of the loans it is; the others are counted.
_AMOUNTS = {
    "due": "balance_fen", "overdue": "balance_fen", "arrears": "arrears_fen", "bad": "balance_fen",
}  # fmt: skip


class MonthTasks:
    """What `hudang tasks month` counts, each number with the loans or tasks behind it."""

    def __init__(self, view: View, span: Span) -> None:
        self._view, self._span = view, span
        self._found: Focus = focus(Desk(view), Period(span.text, span.first, span.last))
        self._places = {number: n for n, number in enumerate(view.open.values("number"))}

    @property
    def office(self) -> Mapping[str, Figure]:
        """All figures of the office: counts, and sums under NAME_sum."""
        return self._figures(self._found.office, "")

    @property
    def units(self) -> tuple[TaskLine, ...]:
        """A line for each unit."""
        return tuple(self._lines(self._found.units, "unit"))

    @property
    def officers(self) -> tuple[TaskLine, ...]:
        """A line for each officer."""
        return tuple(self._lines(self._found.people, "manager"))

    def _lines(self, groups: Mapping[str, Mapping[str, Part]], by: str) -> Iterable[TaskLine]:
        for name, parts in groups.items():
            if not name:
                continue
            of = self._figures(parts, f", {by}={name}")
            yield TaskLine(
                name=name,
                due=of["due"],
                due_sum=of["due_sum"],
                overdue_sum=of["overdue_sum"],
                arrears_sum=of["arrears_sum"],
                bad_sum=of["bad_sum"],
                inspections=of["inspections"],
                late=of["late"],
            )

    def _figures(self, parts: Mapping[str, Part], about: str) -> dict[str, Figure]:
        found = {}
        for name in _NAMES:
            part = parts[name]
            count, money = (
                self._figure(name, "count", about),
                self._figure(f"{name}_sum", "fen", about),
            )
            rows = self._rows(part.labels, _AMOUNTS.get(name))
            found[name] = replace(count, value=part.count, rows=rows)
            if name in _AMOUNTS:
                found[f"{name}_sum"] = replace(money, value=part.amount_fen or 0, rows=rows)
        return found

    def _figure(self, name: str, unit: str, about: str) -> Figure:
        return Figure(
            name=f"month_{name}({self._span.text}{about})",
            value=None,
            unit=unit,
            query=f"hudang tasks month {self._span.text}: {name}{about}",
            as_of=self._view.as_of,
        )

    def _rows(self, labels: Sequence[str], column: str | None) -> Sequence[FigureRow]:
        """Loans by their numbers; tasks by the loan that their id names, else by their id."""
        places, others = [], []
        for label in labels:
            number = label if label in self._places else label.partition(":")[2].partition(":")[0]
            place = self._places.get(number)
            if place is None:
                others.append(label)
            else:
                places.append(place)
        loans = Loans(self._view.day, self._view.open.places[np.array(places, dtype=np.int64)])
        behind = loans.rows(loans[column] if column else None)
        if not others:
            return behind
        # A task of a household, a security, a unit: its id says what it is about.
        ids = tuple(
            FigureRow(fact=label, label=label, amount=None, source=Source(kind="person"))
            for label in others
        )
        return Several(lambda: (behind, ids))
