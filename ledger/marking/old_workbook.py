"""An .xls written again as .xlsx: values, number formats, widths and merged cells; no formulas."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import olefile
import xlsxwriter

from ledger.sheets import Cell, Sheet, read_workbook

# Number formats that every Excel has without saying so (ECMA-376 18.8.30).
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 31: 'yyyy"年"m"月"d"日"',
    37: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 49: "@", 57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}  # fmt: skip
_BOF, _SHEET, _FORMAT, _XF, _COLUMNS = 0x0809, 0x0085, 0x041E, 0x00E0, 0x007D
# Records of one cell (row, column, format first) and of several beside one another.
_CELLS = frozenset({0x0006, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E})
_MANY = {0x00BD: 6, 0x00BE: 2}


@dataclass
class _Look:
    """How one sheet looks: number formats by cell, widths (characters) by column, from 0."""

    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)


def as_xlsx(path: Path, target: Path) -> None:
    """Write the .xls at `path` to `target` as .xlsx. Raises WorkbookUnreadable."""
    looks = _looks(path)
    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    with xlsxwriter.Workbook(str(target), options) as book:
        made: dict[str, Any] = {}
        book.set_properties({"created": datetime(2000, 1, 1)})  # noqa: DTZ001 - same bytes again
        for sheet in read_workbook(path).sheets:
            out = book.add_worksheet(sheet.name)
            look = looks.get(sheet.name, _Look())
            for column, width in look.widths.items():
                out.set_column(column, column, width)
            first = {(r1, c1) for r1, c1, _r2, _c2 in sheet.merged}
            for cell in sheet.filled():
                shown = _format_of(cell, look)
                if shown not in made:
                    made[shown] = book.add_format({"num_format": shown})
                if (cell.row, cell.column) not in first:
                    _write(out, cell, made[shown])
            _merge(out, sheet, book, made, look)


def _format_of(cell: Cell, look: _Look) -> str:
    kept = look.formats.get((cell.row - 1, cell.column - 1))
    if kept:
        return kept
    if isinstance(cell.value, datetime) and cell.value.time() != time(0):
        return "yyyy-mm-dd hh:mm"
    return "yyyy-mm-dd" if isinstance(cell.value, date) else "General"


def _write(out: Any, cell: Cell, shown: Any) -> None:
    row, column, value = cell.row - 1, cell.column - 1, cell.value
    if isinstance(value, bool):
        out.write_boolean(row, column, value, shown)
    elif isinstance(value, int | float):
        out.write_number(row, column, value, shown)
    elif isinstance(value, date | time | timedelta):
        out.write_datetime(row, column, value, shown)
    else:
        out.write_string(row, column, value or "#N/A", shown)


def _merge(out: Any, sheet: Sheet, book: Any, made: dict[str, Any], look: _Look) -> None:
    for r1, c1, r2, c2 in sheet.merged:
        if (r1, c1) == (r2, c2):
            continue
        cell = sheet.cell(r1, c1)
        shown = _format_of(cell, look) if cell else "General"
        if shown not in made:
            made[shown] = book.add_format({"num_format": shown})
        out.merge_range(r1 - 1, c1 - 1, r2 - 1, c2 - 1, "", made[shown])
        if cell:
            _write(out, cell, made[shown])


def _looks(path: Path) -> dict[str, _Look]:
    """Return how each sheet looks; nothing where the file does not tell (BIFF5 and older)."""
    if not olefile.isOleFile(str(path)):
        return {}
    with olefile.OleFileIO(str(path)) as ole:
        if not ole.exists("Workbook"):
            return {}
        data = ole.openstream("Workbook").read()
    formats = dict(_BUILT_IN)
    used: list[int] = []
    sheets: dict[int, str] = {}
    looks: dict[str, _Look] = {}
    at: _Look | None = None
    for kind, start, body in _records(data):
        if kind == _BOF:
            at = looks.setdefault(sheets[start], _Look()) if start in sheets else None
        elif kind == _SHEET and len(body) > 8:
            sheets[struct.unpack_from("<I", body)[0]] = _text(body[6], body[7], body[8:])
        elif kind == _FORMAT and len(body) > 5:
            length, options = struct.unpack_from("<HB", body, 2)
            formats[struct.unpack_from("<H", body)[0]] = _text(length, options, body[5:])
        elif kind == _XF and len(body) >= 4:
            used.append(struct.unpack_from("<H", body, 2)[0])
        elif at is not None:
            _look_at(at, kind, body, used, formats)
    return looks


def _look_at(look: _Look, kind: int, body: bytes, used: list[int], formats: dict[int, str]) -> None:
    def keep(row: int, column: int, xf: int) -> None:
        shown = formats.get(used[xf]) if xf < len(used) else None
        if shown:
            look.formats[row, column] = shown

    if kind in _CELLS and len(body) >= 6:
        keep(*struct.unpack_from("<HHH", body))
    elif kind in _MANY and len(body) >= 6:
        row, first = struct.unpack_from("<HH", body)
        size = _MANY[kind]
        for number in range((len(body) - 6) // size):
            keep(row, first + number, struct.unpack_from("<H", body, 4 + number * size)[0])
    elif kind == _COLUMNS and len(body) >= 6:
        first, last, width = struct.unpack_from("<HHH", body)
        for column in range(first, min(last, 255) + 1):
            look.widths[column] = width / 256


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Each record's kind, where it begins, and what it holds."""
    position = 0
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        yield kind, position, data[position + 4 : position + 4 + length]
        position += 4 + length


def _text(length: int, options: int, data: bytes) -> str:
    if options & 1:
        return data[: 2 * length].decode("utf-16-le", "replace")
    return data[:length].decode("latin-1")
