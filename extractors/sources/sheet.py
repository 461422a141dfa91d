"""Workbooks: each sheet a page that holds one table, its cells as they are shown."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

from extractors.content import Cell, Content, Line, Page, Table, Word
from extractors.filetype import XLSX
from extractors.settings import ReadingSettings
from extractors.sources.package import check_package
from extractors.sources.plain import seen_of
from extractors.sources.refusal import Unreadable

# A sheet may claim a million rows; what no paper holds is left to the ledger's own import.
MOST_CELLS = 200_000
# Cells of the area that a sheet spans, empty ones too.
MOST_AREA = 10_000_000
_PLACE = re.compile(rb"""\br=["']([A-Z]{1,6})(\d{1,12})["']""")


def open_sheet(data: bytes, media_type: str, settings: ReadingSettings) -> Content:
    """Return the sheets of the workbook `data`, a new or an old one. Raises Unreadable."""
    import python_calamine

    notes: tuple[str, ...] = ()
    if media_type == XLSX:
        notes = check_package(data)
        _check_area(data)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = book.sheet_names
        if len(names) > settings.max_pages:
            raise Unreadable("too_many_pages")
        pages = []
        cut = False
        for number, name in enumerate(names, start=1):
            sheet = book.get_sheet_by_name(name)
            merged = [(start, end) for start, end in sheet.merged_cell_ranges or []]
            page, whole = _page(number, sheet.to_python(skip_empty_area=False), merged)
            pages.append(page)
            cut = cut or not whole
    except python_calamine.CalamineError as cause:
        raise Unreadable("unreadable") from cause
    return Content(tuple(pages), media_type, (*notes, "truncated") if cut else notes)


def _check_area(data: bytes) -> None:
    """Refuse a sheet whose cells lie so far apart that the area between them is no paper's.

    The reader keeps the whole area in memory. Raises Unreadable.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                places = set(_PLACE.findall(package.read(name)))
                rows = max((int(row) for _column, row in places), default=0)
                columns = max((_column_number(column) for column, _row in places), default=0)
                if rows * columns > MOST_AREA:
                    raise Unreadable("zip_bomb")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _page(number: int, rows: list[list[Any]], merged: list[Any]) -> tuple[Page, bool]:
    """Return the sheet as a page, and whether all of it is there."""
    spans = {start: (end[0] - start[0] + 1, end[1] - start[1] + 1) for start, end in merged}
    cells: list[Cell] = []
    lines: list[Line] = []
    for row, values in enumerate(rows):
        shown = [(column, shown_value(value)) for column, value in enumerate(values)]
        filled = [(column, text) for column, text in shown if text]
        for column, text in filled:
            row_span, column_span = spans.get((row, column), (1, 1))
            cells.append(Cell(row, column, text, None, row_span, column_span))
        if filled:
            lines.append(Line(tuple(Word(text.replace("\n", " ")) for _column, text in filled)))
        if len(cells) > MOST_CELLS:
            break
    tables = (Table(tuple(cells)),) if cells else ()
    return Page(number, 0.0, 0.0, tuple(lines), tables), len(cells) <= MOST_CELLS


def shown_value(value: Any) -> str:
    """Return a cell's value as text: whole numbers without a point, dates as ISO dates."""
    match value:
        case None | "" | Enum():
            # An enumeration stands for a cell without a value: an error, or not calculated.
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            # A workbook stores every number as a double; repr is the shortest text that means it.
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else _plain(value)
        case datetime():
            is_day = value.time() == time()
            return value.date().isoformat() if is_day else value.isoformat(" ", "seconds")
        case date() | time() | timedelta():
            return str(value)
        case _:
            return seen_of(str(value)).strip()


def _plain(value: float) -> str:
    try:
        return format(Decimal(repr(value)), "f")
    except ArithmeticError:
        return repr(value)
