"""A figure with its provenance: no number leaves the ledger without the rows behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any, overload


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was taken from: a paper, a workbook's cell, or a person.

    kind         "document", "workbook" or "person"
    document_id  the filed paper or workbook (archive document id); None for a person
    page, box    place on the paper (points)
    sheet, cell  place in the workbook ("贷款台账", "H12")
    person       who said so, when nobody filed a paper
    """

    kind: str
    document_id: str | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None
    person: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the parts that are known."""
        parts = {name: getattr(self, name) for name in self.__slots__}
        return {name: part for name, part in parts.items() if part is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One ledger row that a figure was computed from.

    fact      id of the fact in the ledger ("repayment:812")
    label     how a person knows it (IOU number, household file number): no names, no ID numbers
    amount    this row's part of the figure, in the figure's unit; None where the row only counts
    """

    fact: str
    label: str
    amount: int | Decimal | None
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One computed number.

    name   the indicator and its arguments: "granted_sum(2025, product=农户小额)"
    value  None: the ledger cannot know it (prints as a blank to fill)
    unit   "fen", "count", "percent" (12.34 is 12.34 %), "days", "points"
    query  the rule in words, with formula and dates
    rows   all rows behind it, in ledger order; of many they are counted at once and read from the
           ledger as they are gone through
    """

    name: str
    value: int | Decimal | None
    unit: str
    query: str
    as_of: date
    rows: Sequence[FigureRow] = ()


class Following(Sequence[FigureRow]):
    """Rows after other rows; neither are read before somebody goes through them."""

    __slots__ = ("_first", "_then")

    def __init__(self, first: Sequence[FigureRow], then: Sequence[FigureRow]) -> None:
        self._first = first
        self._then = then

    @property
    def parts(self) -> tuple[Sequence[FigureRow], Sequence[FigureRow]]:
        """The first rows and those after them."""
        return self._first, self._then

    def __len__(self) -> int:
        return len(self._first) + len(self._then)

    @overload
    def __getitem__(self, index: int) -> FigureRow: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FigureRow]: ...
    def __getitem__(self, index: int | slice) -> FigureRow | Sequence[FigureRow]:
        return tuple(self)[index]

    def __iter__(self) -> Iterator[FigureRow]:
        return chain(self._first, self._then)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process has no ledger to read from.
        return tuple, (list(self),)
