"""What a layout declares: columns with the names people give them, and the facts of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from ledger.grammars import Grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column a register may have.

    key         name of the value in a row
    grammar     how its cells are read: a name of ledger.grammars, or a reader of its own
    labels      what people write above it, any language; the first found wins when two columns
                of a sheet claim the same key
    required    a row without it is wrong
    fills_down  a cell merged over several rows counts for each of them
    """

    key: str
    grammar: str | Grammar
    labels: tuple[str, ...]
    required: bool = False
    fills_down: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Columns named for a day or a year: "2024年3月末", "2025年 / 发放计划".

    rest  pattern of what is left of the name without the period
    """

    key: str
    grammar: str
    rest: str


class Dated(NamedTuple):
    """One cell of a spread column: what it says for the period that ends on `day`."""

    key: str
    day: date
    value: Any
    cell: str


class Row(NamedTuple):
    """One row of a sheet, read: values by key (absent: blank), the cell of each, dated cells.

    as_at  the day for which the sheet states balances; None where it does not say
    """

    sheet: str
    number: int
    as_at: date | None
    values: Mapping[str, Any]
    cells: Mapping[str, str]
    dated: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Borrower:
    """Who a row says the borrower is; identity (ID number or USCC) in full."""

    name: str | None
    identity: str | None
    village: str | None = None
    phone: str | None = None


class Proposal(NamedTuple):
    """A fact that a row states.

    loan       the IOU or contract number it speaks of; None for facts about no loan
    key        what tells it from other facts of that loan in `table`
    content    columns of the fact, without those that all facts share; only what the row states
    cells      the cell of each column
    repeats    several facts with one key are several facts (two receipts on a day)
    named_at   the cell that names the loan or the borrower; "" where the row has none
    """

    table: str
    loan: str | None
    key: tuple[str, ...]
    effective_on: date | None
    content: Mapping[str, Any]
    cells: Mapping[str, str]
    sheet: str
    row: int
    borrower: Borrower | None = None
    repeats: bool = False
    named_at: str = ""


class RowRefused(Exception):
    """A row whose values do not make sense together; `key` is the column to mark."""

    def __init__(self, key: str, code: str, message: str) -> None:
        self.key, self.code, self.message = key, code, message
        super().__init__(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One register as offices keep it.

    needs      each group must have at least one of its columns for a sheet to be this register
    dated      the sheet must say for which day it speaks when one of these columns is there
    refuses    columns that this register never has: a sheet with one of them is another
    propose    the facts that a row states; raises RowRefused
    """

    name: str
    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...]
    propose: Callable[[Row], Iterable[Proposal]]
    dated: frozenset[str] = frozenset()
    refuses: tuple[Column, ...] = ()
    spreads: tuple[Spread, ...] = field(default=())


def stated(row: Row, *columns: str, **renamed: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return content and cells of those columns that the row states.

    renamed  column of the fact = key of the row, where the two differ
    """
    values, where = row.values, row.cells
    content = {column: values[column] for column in columns if column in values}
    cells = {column: where[column] for column in content}
    for column, key in renamed.items():
        if key in values:
            content[column], cells[column] = values[key], where[key]
    return content, cells
