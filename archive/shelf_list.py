"""Shelf places by the hundred: a list (.xlsx or .csv) read row by row, each with its own errors.

Columns by their titles, in any order: household (户号), and area, room, cabinet, shelf, box; a
column `item` (件号) speaks of one paper of the file, `original` of what of it is on the shelf.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, select

from archive import households, schema, shelves
from archive.events import NewEvent
from archive.shelves import PlaceRefused
from extractors.wording import _

# Titles of columns, as people write them, in the three languages.
TITLES: Mapping[str, tuple[str, ...]] = {
    "household": ("household", "户号", "hogar", "expediente", "no. de hogar"),
    "item": ("item", "件号", "pieza"),
    "area": ("area", "区域", "分区", "área", "zona"),
    "room": ("room", "库房", "房间", "sala", "bóveda"),
    "cabinet": ("cabinet", "柜", "柜号", "armario", "gabinete"),
    "shelf": ("shelf", "层", "层号", "estante"),
    "box": ("box", "盒", "盒号", "caja"),
    "original": ("original", "原件", "原件或复印件"),
}
# What a cell of the column `original` may say.
ORIGINALS: Mapping[str, tuple[str, ...]] = {
    "original": ("original", "原件", "原件在柜"),
    "copy": ("copy", "复印件", "copia"),
    "none": ("none", "无纸质", "电子", "sin papel", "no paper"),
}
MOST_ROWS = 100_000


class ListRefused(Exception):
    """The file is not a list of places."""


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with one row; rows are numbered as in the file, the titles being row 1."""

    row: int
    message: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a list would change: `unchanged` rows say what is so already."""

    events: tuple[NewEvent, ...] = ()
    errors: tuple[RowError, ...] = ()
    unchanged: int = 0
    rows: int = 0


@dataclass(slots=True)
class _Found:
    """What the rows gave so far."""

    events: list[NewEvent] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    seen: dict[tuple[int, str | None], int] = field(default_factory=dict)
    unchanged: int = 0


def plan(connection: Connection, path: Path) -> Plan:
    """Read a list and say what it would change; nothing is changed. Raises ListRefused."""
    rows = _rows(path)
    columns = _columns(rows[0] if rows else ())
    known = {each.id for each in households.households(connection)}
    there = shelves.of_all(connection)
    found = _Found()
    for number, cells in enumerate(rows[1:], start=2):
        said = {
            name: cells[at].strip() for name, at in columns.items() if at < len(cells) and cells[at]
        }
        if not any(said.values()):
            continue
        try:
            _take(connection, found, number, said, known, there)
        except PlaceRefused as cause:
            found.errors.append(RowError(number, str(cause)))
    return Plan(tuple(found.events), tuple(found.errors), found.unchanged, max(len(rows) - 1, 0))


def _take(
    connection: Connection,
    found: _Found,
    row: int,
    said: dict[str, str],
    known: set[int],
    there: Mapping[int, shelves.Shelf],
) -> None:
    household_id = _household(said.pop("household", ""), known)
    document_id = _document(connection, household_id, said.pop("item", ""))
    state = _state(said.pop("original", ""))
    twice = found.seen.setdefault((household_id, document_id), row)
    if twice != row:
        raise PlaceRefused(_("Row {row} speaks of it already.").format(row=twice))
    if state and document_id is None:
        raise PlaceRefused(_("Original or copy is said of one paper: give its item number."))
    shelf = there.get(household_id, shelves.Shelf())
    new: list[NewEvent] = []
    place = shelves.place_of(said)
    if place != shelves.Place():
        now = shelf.papers.get(document_id) if document_id else shelf.place
        if now != place:
            new.append(shelves.put(household_id, place, document_id))
    if state and document_id and shelf.originals.get(document_id) != state:
        new.append(shelves.stated(household_id, document_id, state))
    found.unchanged += not new
    found.events += new


def _household(text: str, known: set[int]) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 9 or int(text) not in known:
        raise PlaceRefused(
            _("There is no household file {number}.").format(number=text[:12] or "-")
        )
    return int(text)


def _document(connection: Connection, household_id: int, text: str) -> str | None:
    if not text:
        return None
    document = schema.document.c
    found = None
    if text.isascii() and text.isdecimal() and len(text) <= 6:
        found = connection.scalar(
            select(document.id)
            .where(document.household_id == household_id, document.item_no == int(text))
            .order_by(document.object_id.desc())
        )
    if found is None:
        raise PlaceRefused(_("The file holds no item {number}.").format(number=text[:12]))
    return str(found)


def _state(text: str) -> str:
    for state, words in ORIGINALS.items():
        if text.casefold() in words:
            return state
    if text:
        raise PlaceRefused(
            _("Say original, copy or none of a paper, not {state}.").format(state=text)
        )
    return ""


def _columns(titles: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, title in enumerate(titles):
        for name, words in TITLES.items():
            if title.strip().casefold() in words:
                if name in found:
                    raise ListRefused(_("The list has two columns for {name}.").format(name=name))
                found[name] = at
    if "household" not in found or len(found) < 2:
        raise ListRefused(
            _("Its first row must name the columns: household, and room, cabinet, shelf or box.")
        )
    return found


def _rows(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of a workbook's first sheet, or of a CSV file, as text."""
    data = path.read_bytes()
    rows = list(_of_workbook(data) if data[:4] == b"PK\x03\x04" else _of_csv(data))
    if len(rows) > MOST_ROWS:
        raise ListRefused(_("It has more than {n} rows. Divide it.").format(n=MOST_ROWS))
    return rows


def _of_csv(data: bytes) -> Iterator[tuple[str, ...]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise ListRefused(_("It is neither a workbook (.xlsx) nor a text with commas (.csv)."))
    head = text.split("\n", 1)[0]
    comma = max(",;\t", key=head.count)
    try:
        yield from (
            tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=comma)
        )
    except csv.Error as cause:
        raise ListRefused(
            _("It is neither a workbook (.xlsx) nor a text with commas (.csv).")
        ) from cause


def _of_workbook(data: bytes) -> Iterable[tuple[str, ...]]:
    import python_calamine

    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except Exception as cause:
        raise ListRefused(_("The workbook cannot be read. Save it again as .xlsx.")) from cause
    return [tuple(_text(cell) for cell in row) for row in sheet]


def _text(cell: object) -> str:
    """A whole number typed as a number is no decimal fraction."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
