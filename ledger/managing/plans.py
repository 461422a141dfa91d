"""Plans and typed results of managers: by month and quarter, and loan by loan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ledger.book import View
from ledger.columns.shape import Array
from ledger.figure import Figure, FigureRow
from ledger.records import Record
from ledger.spans import Span, span_of

# Standing amounts: a quarter's is that of its last month. All others add up.
STANDING = frozenset({"deposits_fen"})
# Averages: a quarter's is that of its months, each by its days.
AVERAGED = frozenset({"average_fen"})
# Plans that may be made loan by loan.
BY_LOAN = frozenset({"principal_fen", "interest_fen"})


class Plans:
    """Targets, results and plans by loan that concern a period.

    code_of  for each account the place of its manager in `managers`
    """

    def __init__(self, view: View, span: Span, code_of: Array, managers: Sequence[str]) -> None:
        self.span, self.day = span, view.as_of
        self._targets = _by_person(view.records("manager_target"))
        self._results = _by_person(view.records("manager_result"))
        self._of_loans: dict[str, list[Record]] = defaultdict(list)
        for record in view.records("loan_plan"):
            code = int(code_of[record.account_id]) if record.account_id is not None else -1
            if _is_planned_in(record, span) and code >= 0:
                self._of_loans[managers[code]].append(record)

    @property
    def people(self) -> set[str]:
        """Everybody who has a plan or a result for the period."""
        within = {each.text for each in (self.span, *self.span.months)}
        return {
            person
            for people in (self._targets, self._results)
            for person, records in people.items()
            if within & records.keys()
        }

    def plan(self, person: str, name: str) -> Figure:
        """Return what was planned: for the period, else by its months, else loan by loan."""
        found = self._stated(self._targets, person, name)
        if found:
            return self._figure(person, f"plan {name}", found, name)
        rows = _rows(self._of_loans.get(person, ()), name) if name in BY_LOAN else ()
        return self._figure(person, f"loan plans {name}", rows, name)

    def result(self, person: str, name: str, unit: str = "fen") -> Figure:
        """Return what was typed as done in the period."""
        found = self._stated(self._results, person, name)
        return self._figure(person, f"result {name}", found, name, unit)

    def _stated(
        self, people: dict[str, dict[str, Record]], person: str, name: str
    ) -> tuple[FigureRow, ...]:
        own = people.get(person, {})
        if self.span.text in own and name in own[self.span.text].values:
            return _rows([own[self.span.text]], name)
        months = [own.get(month.text) for month in self.span.months]
        if name in STANDING:
            return _rows([last], name) if (last := months[-1]) else ()
        if any(month is None or name not in month.values for month in months):
            # A sum with a month missing would be a smaller plan than was made.
            return ()
        return _rows([month for month in months if month], name)

    def _figure(
        self, person: str, said: str, rows: tuple[FigureRow, ...], name: str, unit: str = "fen"
    ) -> Figure:
        amounts = [int(row.amount or 0) for row in rows]
        value = sum(amounts) if rows else None
        if rows and name in AVERAGED and len(rows) > 1:
            days = [(month.last - month.first).days + 1 for month in self.span.months]
            weighted = sum(amount * many for amount, many in zip(amounts, days, strict=True))
            value = (2 * weighted + sum(days)) // (2 * sum(days))
        return Figure(
            name=f"{name}({person}, {self.span.text})",
            value=value,
            unit=unit,
            query=said,
            as_of=self.day,
            rows=rows,
        )


def _rows(records: Sequence[Record], name: str) -> tuple[FigureRow, ...]:
    return tuple(
        FigureRow(
            fact=record.fact,
            label=record.text("period") or "",
            amount=record.whole(name),
            source=record.sources[name],
        )
        for record in records
        if name in record.values
    )


def _by_person(records: Sequence[Record]) -> dict[str, dict[str, Record]]:
    """The last fact of each person and period; later ones of a unit's own change nothing."""
    found: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in records:
        if record.subject:
            found[record.subject][record.text("period") or ""] = record
    return found


def _is_planned_in(record: Record, span: Span) -> bool:
    """By the day it is planned for, else by the period of the plan lying within."""
    if day := record.day("due_on"):
        return span.first <= day <= span.last
    period = span_of(record.text("period") or "")
    return period is not None and span.first <= period.first and period.last <= span.last
