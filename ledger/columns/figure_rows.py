"""The rows behind a figure: counted and summed at once, read from the ledger when looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, overload

import numpy as np

from ledger.columns.shape import Array
from ledger.columns.snapshot import AT_ONCE, Snapshot
from ledger.figure import FigureRow, Following, Source

# Tables that rows lie in, and which column of their facts says where they come from (None: the
# fact as a whole). A row names its pair by number, so that rows of several kinds make one array.
_TABLES = ("loan", "repayment", "interest_due", "statement", "classification", "inspection")
_COLUMNS = (
    None, "amount_fen", "granted_on", "principal_fen", "interest_fen", "due_fen", "received_fen",
    "class",
)  # fmt: skip

Label = Callable[[Snapshot, Array], list[str]]


def by_number(snapshot: Snapshot, accounts: Array) -> list[str]:
    """Label rows with the numbers of their loans."""
    return snapshot.numbers(accounts)


def by_file(_snapshot: Snapshot, households: Array) -> list[str]:
    """Label rows with the numbers of household files."""
    return [f"{household:06d}" for household in households.tolist()]


class Behind(Sequence[FigureRow]):
    """Rows behind a figure.

    kinds    for each row its table and column, see `kind`
    ids      its fact
    about    what `label` makes the label of: accounts, or households
    amounts  its part of the figure; None: the rows only count
    """

    def __init__(
        self,
        snapshot: Snapshot,
        kinds: Array,
        ids: Array,
        about: Array,
        amounts: Array | None,
        label: Label = by_number,
    ) -> None:
        self._snapshot = snapshot
        self._kinds = kinds
        self._ids = ids
        self._about = about
        self._amounts = amounts
        self._label = label

    @classmethod
    def of(
        cls,
        snapshot: Snapshot,
        table: str,
        column: str | None,
        ids: Array,
        about: Array,
        amounts: Array | None,
        label: Label = by_number,
    ) -> Behind:
        """Return rows of one table."""
        # One number for all of them, which takes no room.
        kinds = np.broadcast_to(np.int16(kind(table, column)), (len(ids),))
        return cls(snapshot, kinds, ids, about, amounts, label)

    def __len__(self) -> int:
        return len(self._ids)

    def tables(self) -> dict[str, int]:
        """Return how many of the rows lie in each table; none of them is read."""
        counts = np.bincount(self._kinds // len(_COLUMNS)).tolist()
        return {_TABLES[number]: count for number, count in enumerate(counts) if count}

    def total(self) -> int:
        """Return the sum of the amounts."""
        return 0 if self._amounts is None else int(self._amounts.sum())

    def picked(self, picked: Array | slice) -> Behind:
        """Return some of the rows."""
        return Behind(
            self._snapshot,
            self._kinds[picked],
            self._ids[picked],
            self._about[picked],
            None if self._amounts is None else self._amounts[picked],
            self._label,
        )

    @property
    def about(self) -> Array:
        """The account (or household) of each row."""
        return self._about

    def joined(self, other: Behind) -> Behind:
        """Return the rows of both, in that order; amounts where both have them."""
        amounts = None
        if self._amounts is not None and other._amounts is not None:
            amounts = np.concatenate([self._amounts, other._amounts])
        return Behind(
            self._snapshot,
            np.concatenate([self._kinds, other._kinds]),
            np.concatenate([self._ids, other._ids]),
            np.concatenate([self._about, other._about]),
            amounts,
            self._label,
        )

    def once(self) -> Behind:
        """Return each fact once, as it comes first, without amounts."""
        tables = self._kinds // len(_COLUMNS)
        there = np.bincount(tables, minlength=len(_TABLES)) > 0
        # Of most figures the rows lie in one table or two: numbers as small as can be.
        key = self._ids.astype(np.int64) * np.count_nonzero(there) + (np.cumsum(there) - 1)[tables]
        order = np.arange(len(key), dtype=np.int32)
        # Written from the last to the first, each fact's place is that of its first row; the rest
        # of the array is never looked at. No sorting: ratios have hundreds of thousands of rows.
        first = np.empty(int(key.max(initial=0)) + 1, dtype=np.int32)
        first[key[::-1]] = order[::-1]
        found = self.picked(first[key] == order)
        found._amounts = None
        return found

    def can_join(self, other: Behind) -> bool:
        """Whether the rows of both are of one ledger and labelled alike."""
        return self._snapshot is other._snapshot and self._label is other._label

    def _made(self, start: int, stop: int) -> list[FigureRow]:
        """Read some rows."""
        ids = self._ids[start:stop].tolist()
        kinds = self._kinds[start:stop]
        facts: list[str] = [""] * len(ids)
        sources: list[Source | None] = [None] * len(ids)
        for number in np.unique(kinds).tolist():
            table, column = _TABLES[number // len(_COLUMNS)], _COLUMNS[number % len(_COLUMNS)]
            places = np.flatnonzero(kinds == number).tolist()
            found = self._snapshot.sources(table, [ids[place] for place in places], column)
            for place, source in zip(places, found, strict=True):
                facts[place], sources[place] = f"{table}:{ids[place]}", source
        labels = self._label(self._snapshot, self._about[start:stop])
        amounts = [None] * len(ids) if self._amounts is None else self._amounts[start:stop].tolist()
        return [
            FigureRow(fact=fact, label=label, amount=amount, source=source)
            for fact, label, amount, source in zip(facts, labels, amounts, sources, strict=True)
            if source is not None
        ]

    @overload
    def __getitem__(self, index: int) -> FigureRow: ...
    @overload
    def __getitem__(self, index: slice) -> Behind: ...
    def __getitem__(self, index: int | slice) -> FigureRow | Behind:
        if isinstance(index, slice):
            return self.picked(index)
        place = range(len(self))[index]
        return self._made(place, place + 1)[0]

    def __iter__(self) -> Iterator[FigureRow]:
        for start in range(0, len(self), AT_ONCE):
            yield from self._made(start, start + AT_ONCE)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(
            mine == theirs for mine, theirs in zip(self, other, strict=True)
        )

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process has no ledger to read from.
        return tuple, (list(self),)

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


class Several(Sequence[FigureRow]):
    """Rows behind a figure that lie in several sequences, found when somebody looks."""

    def __init__(self, find: Callable[[], Sequence[Sequence[FigureRow]]]) -> None:
        self._find = find

    @cached_property
    def _parts(self) -> Sequence[Sequence[FigureRow]]:
        return self._find()

    def tables(self) -> dict[str, int]:
        """Return how many of the rows lie in each table."""
        return tables_of(*self._parts)

    def __len__(self) -> int:
        return sum(len(part) for part in self._parts)

    @overload
    def __getitem__(self, index: int) -> FigureRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FigureRow]: ...
    def __getitem__(self, index: int | slice) -> FigureRow | Sequence[FigureRow]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(len(self))[index]
        for part in self._parts:
            if place < len(part):
                return part[place]
            place -= len(part)
        raise IndexError(index)

    def __iter__(self) -> Iterator[FigureRow]:
        for part in self._parts:
            yield from part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process has no ledger to read from.
        return tuple, (list(self),)

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


def kind(table: str, column: str | None) -> int:
    """Return the number of a table and the column that says where its facts come from."""
    return _TABLES.index(table) * len(_COLUMNS) + _COLUMNS.index(column)


def tables_of(*parts: Sequence[FigureRow]) -> dict[str, int]:
    """Return how many rows lie in each table of the ledger, without reading them from there."""
    found: Counter[str] = Counter()
    for rows in parts:
        if isinstance(rows, (Behind, Several)):
            found.update(rows.tables())
        elif isinstance(rows, Following):
            found.update(tables_of(*rows.parts))
        else:
            found.update(row.fact.partition(":")[0] for row in rows)
    return dict(sorted(found.items()))
