"""What an .xlsx sheet says that its values do not: errors, formulas never calculated, formats,
what is hidden. Found by scanning the sheet's XML for the few marks that matter, not by parsing it:
a register of 100,000 rows has two million cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from openpyxl.utils import column_index_from_string

from ledger.sheets.model import Broken, Place

_ATTRIBUTE = rb"\s%s\s*=\s*[\"']([^\"']*)[\"']"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_TRUE = (b"1", b"true")


class Unplaced(Exception):
    """A marked cell does not say where it stands: the sheet has to be parsed to count it out."""


@dataclass(frozen=True, slots=True)
class Marks:
    """broken and formats by (row, column) from 1; rows and columns that are hidden."""

    broken: Mapping[Place, Broken] = field(default_factory=dict)
    formats: Mapping[Place, str] = field(default_factory=dict)
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    filtered: bool = False


def marks_of(xml: bytes, styles: Mapping[int, str]) -> Marks:
    """Scan a worksheet part.

    styles  number of a cell style -> its number format, only of formats that bear on values
    Raises Unplaced.
    """
    prefix = _prefix(xml)
    return Marks(
        broken=dict(_broken(xml, prefix)),
        formats=dict(_formats(xml, prefix, styles)),
        hidden_rows=tuple(_hidden_rows(xml, prefix)),
        hidden_columns=tuple(_hidden_columns(xml, prefix)),
        filtered=b"<" + prefix + b"autoFilter" in xml,
    )


def area_of(xml: bytes) -> int:
    """Return how many cells the rectangle from A1 to the last filled cell has."""
    prefix = _prefix(xml)
    last_row, last_column = _corner(xml, prefix, filled=False)
    if last_row * last_column > 1_000_000:
        # Whole columns may be formatted: only what holds something counts.
        last_row, last_column = _corner(xml, prefix, filled=True)
    return last_row * last_column


def _corner(xml: bytes, prefix: bytes, *, filled: bool) -> tuple[int, int]:
    if not filled:
        rows = re.findall(rb"<" + prefix + rb"row\s[^>]*?\br\s*=\s*[\"'](\d{1,7})", xml)
        columns = set(re.findall(rb"\sr\s*=\s*[\"']([A-Z]{2,3})\d", xml))
    else:
        cell = rb"<" + prefix + rb"c\s[^>]*?\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[^>]*(?<!/)>"
        found = re.findall(cell + rb"(?!</)", xml)
        rows = [row for _column, row in found]
        columns = {column for column, _row in found}
    widest = max((column_index_from_string(each.decode()) for each in columns), default=26)
    return max(map(int, rows), default=0), widest


@cache
def _named(name: bytes) -> re.Pattern[bytes]:
    return re.compile(_ATTRIBUTE % name)


def _attribute(tag: bytes, name: bytes) -> bytes | None:
    found = _named(name).search(tag)
    return found.group(1) if found else None


def _prefix(xml: bytes) -> bytes:
    """Some writers put every name into a namespace of its own: <x:row>."""
    found = re.search(rb"<(\w+:)?worksheet\b", xml[:4096])
    return (found.group(1) or b"") if found else b""


def _place(tag: bytes) -> Place:
    found = _PLACE.fullmatch((_attribute(tag, b"r") or b"").decode("ascii", "replace"))
    if not found:
        raise Unplaced
    return int(found.group(2)), column_index_from_string(found.group(1))


def _broken(xml: bytes, prefix: bytes) -> Iterator[tuple[Place, Broken]]:
    if re.search(rb"\st\s*=\s*[\"']e[\"']", xml):
        for tag in re.findall(rb"<" + prefix + rb"c(\s[^>]*\bt\s*=\s*[\"']e[\"'][^>]*)>", xml):
            yield _place(tag), Broken.ERROR
    if b"<" + prefix + b"f" in xml:
        value = rb"<" + prefix + rb"v\s*/>|<" + prefix + rb"v\s*></" + prefix + rb"v>"
        formula = (
            rb"<" + prefix + rb"c(\s[^>]*)>\s*<" + prefix + rb"f(?:\s[^>]*)?(?:/>|>[^<]*</" + prefix
            + rb"f>)\s*(" + value + rb")?\s*</" + prefix + rb"c>"
        )  # fmt: skip
        for tag, empty in re.findall(formula, xml):
            # A formula whose result is an empty text was calculated: it has a value, and no text.
            if not (empty and _attribute(tag, b"t") == b"str"):
                yield _place(tag), Broken.UNCALCULATED


def _formats(xml: bytes, prefix: bytes, styles: Mapping[int, str]) -> Iterator[tuple[Place, str]]:
    if not styles:
        return
    numbers = b"|".join(str(number).encode() for number in sorted(styles))
    tagged = rb"<" + prefix + rb"c(\s[^>]*\bs\s*=\s*[\"'](" + numbers + rb")[\"'][^>]*)(?<!/)>"
    for tag, number in re.findall(tagged, xml):
        yield _place(tag), styles[int(number)]


def _hidden_rows(xml: bytes, prefix: bytes) -> Iterator[int]:
    if re.search(rb"\s(?:hidden|zeroHeight)\s*=", xml) is None:
        return
    for tag in re.findall(rb"<" + prefix + rb"row(\s[^>]*\bhidden\s*=[^>]*)>", xml):
        number = _attribute(tag, b"r")
        if _attribute(tag, b"hidden") in _TRUE and number:
            yield int(number)


def _hidden_columns(xml: bytes, prefix: bytes) -> Iterator[int]:
    head = xml[: max(xml.find(b"<" + prefix + b"sheetData"), 0)]
    for tag in re.findall(rb"<" + prefix + rb"col(\s[^>]*\bhidden\s*=[^>]*)>", head):
        first, last = _attribute(tag, b"min"), _attribute(tag, b"max")
        # Hiding everything to the right of a table hides nothing that is there.
        if _attribute(tag, b"hidden") in _TRUE and first and last and int(first) <= 16_384:
            yield from range(int(first), min(int(last), int(first) + 256) + 1)
