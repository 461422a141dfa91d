"""What was last stated about a loan, of every kind: read once for each view and kind.

Facts about a loan come before facts about its household as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from ledger.book import View
from ledger.kinds.declaration import FieldValue
from ledger.records import Record
from ledger.states import LoanState


class Folds:
    """The facts of declared kinds up to a view's day, by loan and by household."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._read: dict[str, _Kind] = {}

    def all(self, kind: str) -> tuple[Record, ...]:
        """Return every fact of a kind, oldest first."""
        return self._kind(kind).all

    def of_loan(self, kind: str, loan: LoanState) -> tuple[Record, ...]:
        """Return the facts about a loan and about its household as a whole, oldest first."""
        read = self._kind(kind)
        own = read.by_loan.get(loan.account_id, [])
        whole = read.by_household.get(loan.household_id, [])
        return tuple(sorted((*own, *whole), key=in_order)) if whole else tuple(own)

    def of_household(self, kind: str, household_id: int) -> tuple[Record, ...]:
        """Return the facts about a household as a whole, oldest first."""
        return tuple(self._kind(kind).by_household.get(household_id, ()))

    def last(self, kind: str, loan: LoanState) -> Record | None:
        """Return the last fact about a loan; where there is none, about its household."""
        read = self._kind(kind)
        own = read.by_loan.get(loan.account_id) or read.by_household.get(loan.household_id)
        return own[-1] if own else None

    def text(self, kind: str, field: str, loan: LoanState) -> str | None:
        """Return what the last fact about a loan says in a field."""
        last = self.last(kind, loan)
        return last.text(field) if last else None

    def _kind(self, kind: str) -> _Kind:
        if kind not in self._read:
            self._read[kind] = _Kind(self.view.records(kind))
        return self._read[kind]


class _Kind:
    """One kind's facts, by whom they are about."""

    def __init__(self, records: tuple[Record, ...]) -> None:
        self.all = records
        self.by_loan: dict[int, list[Record]] = defaultdict(list)
        self.by_household: dict[int, list[Record]] = defaultdict(list)
        for record in records:
            if record.account_id is not None:
                self.by_loan[record.account_id].append(record)
            elif record.household_id is not None:
                self.by_household[record.household_id].append(record)


def in_order(record: Record) -> tuple[date, int]:
    """Return what facts are ordered by: their day, then when they were recorded."""
    return record.effective_on, int(record.fact.partition(":")[2])


def latest(records: Sequence[Record], field: str) -> FieldValue | None:
    """Return what the last fact that says anything in a field says there."""
    return next((each.values[field] for each in reversed(records) if field in each.values), None)


def summed(records: Iterable[Record], field: str) -> int | None:
    """Return the sum of a field in fen; None where no fact says anything there."""
    stated = [each.whole(field) for each in records]
    known = [fen for fen in stated if fen is not None]
    return sum(known) if known else None


def by_subject(records: Iterable[Record]) -> dict[str, list[Record]]:
    """Return facts by what they are asked for (a case number, an asset), oldest first."""
    grouped: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.subject is not None:
            grouped[record.subject].append(record)
    return grouped
