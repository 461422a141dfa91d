"""A workbook as the import sees it: sheets of rows of stored values, and what bears on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import Any, NamedTuple

from openpyxl.utils import get_column_letter

from extractors.content import Content

Stored = str | int | float | bool | date | datetime | time

# Day 0 of a spreadsheet's serial numbers: of the 1900 system (after its leap bug), and of 1904.
DAY_ZERO = date(1899, 12, 30)
DAY_ZERO_1904 = date(1904, 1, 1)

# Whole numbers beyond this have lost places in a double already.
_EXACT = 2**53

Place = tuple[int, int]


class WorkbookUnreadable(Exception):
    """The file is not a workbook that can be read."""


class Broken(Enum):
    """What stands in a row where a cell has no value that can be read."""

    # #N/A, #REF! and the like.
    ERROR = "error"
    # A formula without a value: no spreadsheet program has calculated it.
    UNCALCULATED = "uncalculated"


class Cell(NamedTuple):
    """One filled cell.

    row, column    from 1
    value          as stored; "" where the cell is broken
    number_format  Excel's own, where it bears on the value ("0.00%", "000000"), else "General"
    broken         "error" for #N/A and the like, "uncalculated" for a formula without a value
    day_zero       the day that serial numbers of the workbook are counted from
    """

    row: int
    column: int
    value: Stored
    number_format: str = "General"
    broken: str | None = None
    day_zero: date = DAY_ZERO

    @property
    def address(self) -> str:
        """H12"""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a sheet does not show: rows (filtered ones too), columns, or all of it."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    filtered: bool = False
    sheet: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet.

    rows      stored values from A1 on; "" and None are blank, a Broken is a cell without a value;
              rows may be shorter than the sheet is wide
    merged    ranges as (row, column, row, column), from 1
    formats   number formats that bear on values, by (row, column)
    comments  addresses of cells with a comment
    """

    name: str
    rows: Sequence[Sequence[Any]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    formats: Mapping[Place, str] = field(default_factory=dict)
    hidden: Hidden = Hidden()
    comments: tuple[str, ...] = ()
    day_zero: date = DAY_ZERO

    @property
    def last_row(self) -> int:
        """Number of the last row that may hold anything."""
        return len(self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether no cell is filled."""
        return next(self.filled(), None) is None

    def value(self, row: int, column: int) -> Any:
        """Return what is stored in a cell; None where it is blank."""
        values = self.rows[row - 1] if 0 < row <= len(self.rows) else ()
        value = values[column - 1] if column <= len(values) else None
        return None if is_blank(value) else value

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a filled cell; None where it is blank."""
        value = self.value(row, column)
        return None if value is None else self.cell_of(row, column, value)

    def cell_of(self, row: int, column: int, value: Any) -> Cell:
        """Return the cell at a place whose stored value the caller has at hand."""
        broken = value.value if isinstance(value, Broken) else None
        return Cell(
            row,
            column,
            "" if broken else stored(value),
            self.formats.get((row, column), "General"),
            broken,
            self.day_zero,
        )

    def filled(self) -> Iterator[Cell]:
        """Yield the filled cells, row by row."""
        for number in range(1, self.last_row + 1):
            yield from self.row(number)

    def row(self, number: int) -> list[Cell]:
        """Return the filled cells of a row, from left to right."""
        return [
            self.cell_of(number, column, value)
            for column, value in enumerate(self.rows[number - 1], start=1)
            if not is_blank(value)
        ]


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as read.

    text  makes its text as the archive keeps and searches it; None: the archive reads the file
    """

    sheets: tuple[Sheet, ...]
    text: Callable[[], Content] | None = None


def is_blank(value: Any) -> bool:
    """Whether a stored value is nothing but blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def stored(value: Any) -> Stored:
    """Return a value as a workbook's author knows it: whole numbers without a point."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return int(value)
    return value if isinstance(value, Stored) else str(value)
