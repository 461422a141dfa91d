"""Reading .xls and .et, the format of Excel 5 to 2003: values by calamine, errors from the file.

Calamine leaves a cell that shows #N/A empty; the records of the file itself tell the two apart
([MS-XLS] 2.4: FORMULA, BOOLERR, ROW, COLINFO, BOUNDSHEET8).
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import olefile
import python_calamine

from extractors.sources.refusal import Unreadable
from ledger.sheets.model import DAY_ZERO, DAY_ZERO_1904, Broken, Hidden, Place, Sheet, Workbook

_BOF, _EOF, _FILEPASS, _DATE1904 = 0x0809, 0x000A, 0x002F, 0x0022
_BOUNDSHEET, _FORMULA, _BOOLERR, _ROW, _COLINFO = 0x0085, 0x0006, 0x0205, 0x0208, 0x007D
_AUTOFILTER = 0x009D
_FORMULA_ERROR = 0x02


@dataclass(slots=True)
class _Marks:
    errors: list[Place] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)
    filtered: bool = False


def read_xls(data: bytes) -> Workbook:
    """Read every worksheet. Raises Unreadable, and whatever foreign parsers raise."""
    stream = _stream(data)
    begins, day_zero = _globals(stream)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        read = book.get_sheet_by_name(about.name)
        rows: list[list[Any]] = read.to_python(skip_empty_area=False)
        marks = _marks(stream, begins[about.name]) if about.name in begins else _Marks()
        for row, column in marks.errors:
            while len(rows) < row:
                rows.append([])
            rows[row - 1].extend([""] * (column - len(rows[row - 1])))
            rows[row - 1][column - 1] = Broken.ERROR
        sheets.append(
            Sheet(
                name=about.name,
                rows=rows,
                merged=tuple(
                    (r1 + 1, c1 + 1, r2 + 1, c2 + 1)
                    for (r1, c1), (r2, c2) in (read.merged_cell_ranges or ())
                ),
                hidden=Hidden(
                    tuple(marks.hidden_rows),
                    tuple(marks.hidden_columns),
                    marks.filtered,
                    about.visible != python_calamine.SheetVisibleEnum.Visible,
                ),
                day_zero=day_zero,
            )
        )
    return Workbook(tuple(sheets))


def _stream(data: bytes) -> bytes:
    """The workbook's records; those of Excel 2 to 4 have no container around them."""
    if not olefile.isOleFile(io.BytesIO(data)):
        raise Unreadable("unreadable")
    with olefile.OleFileIO(io.BytesIO(data)) as compound:
        names = {"/".join(path).lower(): path for path in compound.listdir()}
        if "encryptedpackage" in names:
            raise Unreadable("encrypted")
        name = names.get("workbook") or names.get("book")
        if name is None:
            raise Unreadable("unknown_type")
        return bytes(compound.openstream(name).read())


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _globals(stream: bytes) -> tuple[dict[str, int], Any]:
    """Where each sheet's records begin, and day 0 of the workbook's serial numbers."""
    begins: dict[str, int] = {}
    day_zero = DAY_ZERO
    is_biff8 = True
    for kind, body in _records(stream, 0):
        if kind == _BOF:
            is_biff8 = struct.unpack_from("<H", body)[0] >= 0x0600
        elif kind == _FILEPASS:
            raise Unreadable("encrypted")
        elif kind == _DATE1904 and body[:1] == b"\x01":
            day_zero = DAY_ZERO_1904
        elif kind == _BOUNDSHEET:
            (begin,) = struct.unpack_from("<I", body)
            begins[_sheet_name(body[6:], is_biff8)] = begin
        elif kind == _EOF:
            break
    return begins, day_zero


def _sheet_name(body: bytes, is_biff8: bool) -> str:
    count = body[0]
    if not is_biff8:
        return body[1 : 1 + count].decode("gb18030", "replace")
    if body[1] & 1:
        return body[2 : 2 + 2 * count].decode("utf-16-le", "replace")
    return body[2 : 2 + count].decode("latin-1")


def _marks(stream: bytes, begin: int) -> _Marks:
    marks = _Marks()
    depth = 0
    for kind, body in _records(stream, begin):
        # A chart drawn on the sheet has records of its own between BOF and EOF.
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            break
        if _is_error(kind, body):
            marks.errors.append(_place(body))
        elif kind == _ROW and len(body) >= 16 and body[12] & 0x20:
            marks.hidden_rows.append(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _COLINFO and len(body) >= 10 and body[8] & 0x01:
            first, last = struct.unpack_from("<HH", body)
            marks.hidden_columns += range(first + 1, min(last, 255) + 2)
        elif kind == _AUTOFILTER:
            marks.filtered = True
    return marks


def _is_error(kind: int, body: bytes) -> bool:
    if kind == _BOOLERR:
        return len(body) >= 8 and body[7] == 1
    return kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == _FORMULA_ERROR


def _place(body: bytes) -> Place:
    row, column = struct.unpack_from("<HH", body)
    return row + 1, column + 1
