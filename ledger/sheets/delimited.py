"""Reading .csv and tab-separated text, as core banking systems and Excel write them."""

from __future__ import annotations

import csv
import io

from extractors.filetype import text_encoding
from extractors.sources.refusal import Unreadable
from ledger.sheets.model import Sheet, Workbook

# By how often they part the first lines; a comma wins a tie.
_DELIMITERS = ",\t;|"
_LINES_LOOKED_AT = 20
# What core systems write before a number so that Excel keeps its places: ="0123".
_KEPT_AS_TEXT = ('="', '"')


def read_delimited(data: bytes, name: str) -> Workbook:
    """Read a file of separated values as one sheet of texts. Raises Unreadable."""
    text = _decoded(data)
    lines = text.splitlines()[:_LINES_LOOKED_AT]
    delimiter = max(_DELIMITERS, key=lambda each: sum(line.count(each) for line in lines))
    if not any(delimiter in line for line in lines):
        raise Unreadable("unknown_type")
    rows = [
        [_value(cell) for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
    return Workbook((Sheet(name, rows),))


def _value(cell: str) -> str:
    first, last = _KEPT_AS_TEXT
    cell = cell.strip()
    return cell[len(first) : -1] if cell.startswith(first) and cell.endswith(last) else cell


def _decoded(data: bytes) -> str:
    encoding = text_encoding(data)
    if encoding is None:
        raise Unreadable("unknown_type")
    return data.decode(encoding)
