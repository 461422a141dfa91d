"""A workbook as cells: what stands where, as it was stored. Reading only; no meaning yet."""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import python_calamine
from openpyxl.utils import get_column_letter

from extractors import host
from extractors.wording import _

# An .xlsx is a compressed archive: a file that unpacks to more than this is refused.
MAX_UNPACKED_BYTES = 1 << 30

Stored = str | int | float | bool | date | datetime | time


class WorkbookUnreadable(Exception):
    """The file is not a workbook that can be read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell.

    row, column    from 1
    value          as stored; for an error or a formula never calculated, its text ("#N/A")
    number_format  Excel's own ("0.00%", "000000"); "General" where the file keeps none
    broken         "error" for #N/A and the like, "uncalculated" for a formula without a value
    """

    row: int
    column: int
    value: Stored
    number_format: str = "General"
    broken: str | None = None

    @property
    def address(self) -> str:
        """H12"""
        return f"{get_column_letter(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: filled cells by (row, column), and merged ranges as (row, column, row, column)."""

    name: str
    cells: Mapping[tuple[int, int], Cell]
    rows: Mapping[int, Sequence[Cell]]
    merged: tuple[tuple[int, int, int, int], ...]
    last_row: int
    last_column: int

    def row(self, number: int) -> list[Cell]:
        """Return the filled cells of a row, from left to right."""
        return list(self.rows.get(number, ()))


def read_workbook(path: Path) -> list[Sheet]:
    """Read every sheet of an .xlsx, .xlsm or .xls file. Raises WorkbookUnreadable."""
    try:
        with os.fdopen(host.open_regular(path), "rb") as file:
            is_zip = file.read(4) == b"PK\x03\x04"
        return _read_xlsx(path) if is_zip else _read_old(path)
    except WorkbookUnreadable:
        raise
    # Foreign parsers on foreign bytes: whatever they raise, the file cannot be read.
    except Exception as cause:
        raise WorkbookUnreadable(
            _(
                "{file} cannot be read as an Excel workbook. Open it in Excel or WPS, save it as "
                ".xlsx and try again."
            ).format(file=path.name)
        ) from cause


def _read_xlsx(path: Path) -> list[Sheet]:
    with zipfile.ZipFile(path) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED_BYTES:
            raise WorkbookUnreadable(
                _("{file} unpacks to more than 1 GB; that is no ledger. Split it.").format(
                    file=path.name
                )
            )
        has_formulas = any(
            re.search(rb"<f[ >/]", packed.read(entry))
            for entry in packed.infolist()
            if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml")
        )
    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path) if has_formulas else None
    sheets = []
    for sheet in values.worksheets:
        written = formulas[sheet.title] if formulas else None
        cells: dict[tuple[int, int], Cell] = {}
        # The cells that are there, not the area that the sheet claims: a clerk who formats whole
        # columns, or one stray cell in the last corner, would make that billions.
        for (r, c), cell in sorted(sheet._cells.items()):
            value, broken = cell.value, "error" if cell.data_type == "e" else None
            if value is None and written is not None:
                formula = written._cells.get((r, c))
                if formula is not None and formula.data_type == "f":
                    value, broken = "=", "uncalculated"
            if value is None or (isinstance(value, str) and not value.strip()):
                continue
            stored = value if isinstance(value, Stored) else str(value)
            cells[r, c] = Cell(r, c, stored, cell.number_format or "General", broken)
        merged = tuple(
            (area.min_row, area.min_col, area.max_row, area.max_col)
            for area in sheet.merged_cells.ranges
        )
        sheets.append(_sheet(sheet.title, cells, merged))
    return sheets


def _read_old(path: Path) -> list[Sheet]:
    """Read an .xls through calamine; it keeps no number formats."""
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    sheets = []
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        cells = {
            (r, c): Cell(r, c, value if isinstance(value, Stored) else str(value))
            for r, row in enumerate(sheet.to_python(skip_empty_area=False), start=1)
            for c, value in enumerate(row, start=1)
            if not (value is None or (isinstance(value, str) and not value.strip()))
        }
        merged = tuple(
            (r1 + 1, c1 + 1, r2 + 1, c2 + 1)
            for (r1, c1), (r2, c2) in (sheet.merged_cell_ranges or ())
        )
        sheets.append(_sheet(name, cells, merged))
    return sheets


def _sheet(
    name: str, cells: dict[tuple[int, int], Cell], merged: tuple[tuple[int, int, int, int], ...]
) -> Sheet:
    last_row = max((row for row, _column in cells), default=0)
    last_column = max((column for _row, column in cells), default=0)
    rows: dict[int, list[Cell]] = {}
    for (row, _column), cell in sorted(cells.items(), key=lambda place: place[0]):
        rows.setdefault(row, []).append(cell)
    return Sheet(name, cells, rows, merged, last_row, last_column)
