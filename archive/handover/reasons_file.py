"""The list of open formalities as a file that a clerk fills in: .xlsx or .csv, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook

from archive import fsio
from archive.handover.formalities import Formality
from extractors.wording import N_, _

COLUMNS = (N_("open matter"), N_("household no."), N_("what is open"), N_("reason (fill in)"))
_WIDTHS = (34, 12, 70, 60)
# A spreadsheet would take a text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class ReasonsInvalid(Exception):
    """The file with reasons cannot be used."""


def write(path: Path, found: Sequence[Formality]) -> None:
    """Write the new file `path` with one line for each open formality.

    Raises ReasonsInvalid for a name that is neither .xlsx nor .csv, FileExistsError.
    """
    rows = [(one.item, f"{one.household_id:06d}", one.what, "") for one in found]
    match path.suffix.lower():
        case ".xlsx":
            fsio.write_durably(path, _workbook(rows))
        case ".csv":
            fsio.write_durably(path, _csv(rows))
        case _:
            raise ReasonsInvalid(_("{file}: give a name in .xlsx or .csv.").format(file=path))
    fsio.sync_folder(path.absolute().parent)


def _workbook(rows: Iterable[Sequence[str]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    head = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (title, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, _(title), head)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell, wrapped)
    sheet.freeze_panes(1, 0)
    book.close()
    return target.getvalue()


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    target = io.StringIO()
    writer = csv.writer(target)
    writer.writerow([_(title) for title in COLUMNS])
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    # With a mark, so that spreadsheets take it for UTF-8.
    return target.getvalue().encode("utf-8-sig")


def read(path: Path) -> dict[str, str]:
    """Return reasons by item from a file that `write` made; lines without a reason are left out.

    Raises ReasonsInvalid, OSError.
    """
    match path.suffix.lower():
        case ".xlsx":
            rows = _cells(path)
        case ".csv":
            rows = _lines(path)
        case _:
            raise ReasonsInvalid(_("{file}: give a name in .xlsx or .csv.").format(file=path))
    found = {}
    for row in rows[1:]:
        if len(row) >= len(COLUMNS) and row[0].strip() and row[3].strip():
            found[row[0].strip()] = row[3].strip().lstrip("'")
    return found


def _cells(path: Path) -> list[list[str]]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
        rows = book.get_sheet_by_index(0).to_python()
    except CalamineError as cause:
        raise ReasonsInvalid(
            _("{file} is not a workbook that can be read.").format(file=path)
        ) from cause
    return [[str(cell) for cell in row] for row in rows]


def _lines(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return list(csv.reader(io.StringIO(data.decode(encoding))))
        except (UnicodeDecodeError, csv.Error):
            continue
    raise ReasonsInvalid(_("{file} is not text that can be read.").format(file=path))
