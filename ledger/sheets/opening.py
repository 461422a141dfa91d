"""Opening a workbook, whatever spreadsheet program wrote it."""

from __future__ import annotations

import os
from pathlib import Path

from extractors import filetype, host
from extractors.sources.foreign import foreign_kind
from extractors.sources.refusal import Unreadable, message_of
from extractors.wording import _
from ledger.sheets.model import Workbook, WorkbookUnreadable

# No register is larger; a file that is was not made by a clerk.
MOST_BYTES = 512 * 1024 * 1024
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_workbook(path: Path) -> Workbook:
    """Read every sheet of an .xlsx, .xlsm, .xls, .et or .csv file. Raises WorkbookUnreadable."""
    try:
        with os.fdopen(host.open_regular(path), "rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise Unreadable("too_large")
        return _read(data, path)
    except Unreadable as refused:
        if refused.code in ("unreadable", "unknown_type"):
            raise _no_workbook(path) from refused
        raise WorkbookUnreadable(f"{path.name}: {message_of(refused.code)}") from refused
    # Foreign parsers on foreign bytes: whatever they raise, the file cannot be read.
    except Exception as cause:
        raise _no_workbook(path) from cause


def _read(data: bytes, path: Path) -> Workbook:
    # Each format's libraries are loaded only when a file of its kind comes.
    if data.startswith(_ZIP):
        from ledger.sheets.xlsx import read_xlsx

        return read_xlsx(data)
    if data.startswith(_COMPOUND):
        from ledger.sheets.old import read_xls

        return read_xls(data)
    if filetype.media_type(data) == filetype.TEXT and foreign_kind(data) is None:
        from ledger.sheets.delimited import read_delimited

        return read_delimited(data, path.stem)
    raise Unreadable(foreign_kind(data) or "unknown_type")


def _no_workbook(path: Path) -> WorkbookUnreadable:
    return WorkbookUnreadable(
        _(
            "{file} cannot be read as an Excel workbook. Open it in Excel or WPS, save it as "
            ".xlsx and try again."
        ).format(file=path.name)
    )
