"""Reading .xlsx cell by cell, for sheets whose cells lie far apart or do not say where they are.

Slower and heavier than calamine, but it keeps only the cells that are there: one stray cell in
the last corner would otherwise make billions.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, overload

import openpyxl

from ledger.sheets.model import DAY_ZERO, DAY_ZERO_1904, Broken, Hidden, Place, Sheet


class _Rows(Sequence[Sequence[Any]]):
    """Rows of which most are empty."""

    def __init__(self, filled: dict[int, dict[int, Any]]) -> None:
        self._filled = filled
        self._count = max(filled, default=0)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Sequence[Any]: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Sequence[Any]]: ...
    def __getitem__(self, at: int | slice) -> Any:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(self._count))]
        if not 0 <= at < self._count:
            raise IndexError(at)
        cells = self._filled.get(at + 1, {})
        return [cells.get(column) for column in range(1, max(cells, default=0) + 1)]


def read_parsed(data: bytes) -> list[Sheet]:
    """Read every worksheet of an .xlsx through openpyxl."""
    values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    day_zero = DAY_ZERO_1904 if values.epoch.year == 1904 else DAY_ZERO
    sheets = []
    for sheet in values.worksheets:
        written = formulas[sheet.title]._cells
        filled: dict[int, dict[int, Any]] = {}
        formats: dict[Place, str] = {}
        for (row, column), cell in sheet._cells.items():
            value: Any = Broken.ERROR if cell.data_type == "e" else cell.value
            if value is None and written[row, column].data_type == "f":
                value = Broken.UNCALCULATED
            if value is not None:
                filled.setdefault(row, {})[column] = value
                if cell.number_format != "General":
                    formats[row, column] = cell.number_format
        sheets.append(
            Sheet(
                name=sheet.title,
                rows=_Rows(filled),
                merged=tuple(
                    (area.min_row, area.min_col, area.max_row, area.max_col)
                    for area in sheet.merged_cells.ranges
                ),
                formats=formats,
                hidden=_hidden(sheet),
                day_zero=day_zero,
            )
        )
    return sheets


def _hidden(sheet: Any) -> Hidden:
    return Hidden(
        tuple(number for number, row in sheet.row_dimensions.items() if row.hidden),
        tuple(
            openpyxl.utils.column_index_from_string(letter)
            for letter, column in sheet.column_dimensions.items()
            if column.hidden
        ),
        bool(sheet.auto_filter.ref),
        sheet.sheet_state != "visible",
    )
