"""What a register declares, and the table that comes of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any, Generic, TypeVar

from ledger import classes, guarantees
from ledger.book import View
from ledger.columns.loans import Loans
from ledger.figure import Source
from ledger.registers.loan_rows import LoanRows

Titles = Mapping[str, str]
Value = str | int | Decimal | date | bool | None
T = TypeVar("T")

_WORDED_AT_ONCE = 10_000


# No slots: Python 3.11 cannot make a frozen generic one through Column[Loan](...).
@dataclass(frozen=True, kw_only=True)
class Column(Generic[T]):
    """One column.

    kind    text, money (fen), count, percent, date, flag, class or guarantee (codes), choice
    width   in characters on a printed page
    total   summed below the rows
    words   for a choice: what each code is called
    of      in a register of loans, the same for many at once: a column of `Loans` by name, or what
            makes the values of some loans
    in_full  the column that takes its place in a table that may show ID numbers in full
    """

    key: str
    titles: Titles
    value: Callable[[T], Value]
    kind: str = "text"
    width: int = 12
    total: bool = False
    words: Mapping[str, Titles] = field(default_factory=dict)
    of: str | Callable[[Any], Sequence[Value]] | None = None
    in_full: Column[T] | None = None

    def values(self, loans: Loans) -> Sequence[Value]:
        """Return the column for some loans."""
        if self.of is None:
            raise TypeError(f"column {self.key} says nothing of loans")
        return loans.values(self.of) if isinstance(self.of, str) else self.of(loans)


@dataclass(frozen=True)
class Entry(Generic[T]):
    """What one row is about, with the fact behind it and where that was taken from."""

    about: T
    fact: str
    source: Source


# No slots: Python 3.11 cannot make a frozen generic one through Column[Loan](...).
@dataclass(frozen=True, kw_only=True)
class Register(Generic[T]):
    """One register: `rows` picks its entries from a view; `summary` adds a smaller table.

    loans  instead of `rows`, for a register with one row a loan: which loans, in which order. It is
           made of columns, however many there are; `summary` is given the loans
    """

    name: str
    titles: Titles
    columns: tuple[Column[T], ...]
    rows: Callable[[View, Mapping[str, Any]], Iterable[Entry[T]]] | None = None
    loans: Callable[[View, Mapping[str, Any]], Loans] | None = None
    filters: frozenset[str] = frozenset()
    summary: Callable[[View, Any], RegisterTable] | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a finished table."""

    key: str
    titles: Titles
    kind: str
    width: int
    words: Mapping[str, Titles] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a finished table; `fact` and `source` lead back to the ledger and the paper."""

    values: tuple[Value, ...]
    fact: str | None = None
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterTable:
    """A register for one day: money in fen, codes as codes; `text_rows` words them.

    totals  one value a column, None where it is not summed; empty without totals
    """

    name: str
    titles: Titles
    as_of: date
    columns: tuple[Heading, ...]
    rows: Sequence[TableRow]
    totals: tuple[Value, ...] = ()
    known_on: date | datetime | None = None
    summary: RegisterTable | None = None
    filters: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the table for machines: money as yuan in decimal text, days in ISO form."""
        keys = [column.key for column in self.columns]
        kinds = [column.kind for column in self.columns]

        def values(row: Sequence[Value]) -> dict[str, Any]:
            return {
                key: _plain(value, kind) for key, kind, value in zip(keys, kinds, row, strict=True)
            }

        return {
            "register": self.name,
            "as_of": self.as_of.isoformat(),
            "known_on": self.known_on.isoformat() if self.known_on else None,
            "filters": {key: str(value) for key, value in self.filters.items()},
            "columns": [
                {"key": column.key, "kind": column.kind, "titles": dict(column.titles)}
                for column in self.columns
            ],
            "rows": [
                {
                    "values": values(row.values),
                    "fact": row.fact,
                    "source": row.source.to_json() if row.source else None,
                }
                for row in self.rows
            ],
            "totals": values(self.totals) if self.totals else None,
            "summary": self.summary.to_json() if self.summary else None,
        }

    def headings(self, language: str) -> list[str]:
        """Return the column titles in a language."""
        return [column.titles[language] for column in self.columns]

    def values(self) -> Iterator[tuple[Value, ...]]:
        """Yield the values of each row; of many rows faster than the rows themselves."""
        if isinstance(self.rows, LoanRows):
            return self.rows.values()
        return (row.values for row in self.rows)

    def text_rows(self, language: str) -> list[list[str]]:
        """Return the rows as a person reads them, for a table on a screen."""
        values, rows = self.values(), list[list[str]]()
        while part := list(islice(values, _WORDED_AT_ONCE)):
            columns = [
                _texts_of(each, column, language)
                for each, column in zip(zip(*part, strict=True), self.columns, strict=True)
            ]
            rows += map(list, zip(*columns, strict=True))
        return rows

    def text_totals(self, language: str) -> list[str]:
        """Return the totals as a person reads them; empty without totals."""
        return self._texts(self.totals, language) if self.totals else []

    def _texts(self, values: Sequence[Value], language: str) -> list[str]:
        return [
            worded(value, column, language)
            for column, value in zip(self.columns, values, strict=True)
        ]


def _texts_of(values: Sequence[Value], column: Heading, language: str) -> list[str]:
    """Return what words the values of a column; words and days come again and again."""
    known: dict[str | date, str] = {}
    texts = []
    for value in values:
        if not isinstance(value, str | date):
            texts.append(worded(value, column, language))
            continue
        if value not in known:
            known[value] = worded(value, column, language)
        texts.append(known[value])
    return texts


def worded(value: Value, column: Heading, language: str) -> str:
    """Return a value as it is printed; nothing for None."""
    kind = column.kind
    if value is None:
        return ""
    if kind == "choice":
        # An office's own word stands as it was written.
        return column.words[str(value)][language] if value in column.words else str(value)
    if kind == "money":
        fen = int(value)  # type: ignore[arg-type]
        return f"{'-' * (fen < 0)}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"
    if kind == "class":
        return classes.TITLES[str(value)][language]
    if kind == "guarantee":
        return guarantees.TITLES[str(value)][language]
    if kind == "flag":
        words = {"zh": ("是", "否"), "es": ("sí", "no"), "en": ("yes", "no")}[language]
        return words[0] if value else words[1]
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _plain(value: Value, kind: str) -> Any:
    if kind == "money" and isinstance(value, int):
        return format(Decimal(value) / 100, ".2f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return value


def _sum(values: Iterable[Value]) -> int:
    return sum(value for value in values if isinstance(value, int))


def table_of(
    register: Register[T], view: View, filters: Mapping[str, Any], *, full_ids: bool = False
) -> RegisterTable:
    """Return a register's table for a view; full_ids: with ID numbers that are masked otherwise."""
    if full_ids:
        columns = tuple(column.in_full or column for column in register.columns)
        register = dataclasses.replace(register, columns=columns)
    totals: tuple[Value, ...] = ()
    has_totals = any(column.total for column in register.columns)
    if register.loans:
        loans = register.loans(view, filters)
        found = LoanRows(register.columns, loans)
        return _table(register, view, filters, found, found.totals() if has_totals else (), loans)
    entries = list(register.rows(view, filters)) if register.rows else []
    rows = tuple(
        TableRow(
            tuple(column.value(entry.about) for column in register.columns),
            entry.fact,
            entry.source,
        )
        for entry in entries
    )
    if has_totals:
        totals = tuple(
            _sum(row.values[n] for row in rows) if column.total else None
            for n, column in enumerate(register.columns)
        )
    return _table(register, view, filters, rows, totals, [entry.about for entry in entries])


def _table(
    register: Register[T],
    view: View,
    filters: Mapping[str, Any],
    rows: Sequence[TableRow],
    totals: tuple[Value, ...],
    found: Any,
) -> RegisterTable:
    return RegisterTable(
        name=register.name,
        titles=register.titles,
        as_of=view.as_of,
        known_on=view.known_on,
        columns=tuple(
            Heading(column.key, column.titles, column.kind, column.width, column.words)
            for column in register.columns
        ),
        rows=rows,
        totals=totals,
        filters=filters,
        summary=register.summary(view, found) if register.summary else None,
    )
