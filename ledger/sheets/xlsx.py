"""Reading .xlsx and .xlsm: values by calamine, what bears on them from the parts themselves."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import python_calamine
from lxml import etree

from extractors.content import Content, Line, Page, Word
from extractors.filetype import XLSX
from extractors.sources.package import check_package
from extractors.sources.sheet import MOST_CELLS, shown_value
from ledger.marking.notes import AUTHOR
from ledger.sheets.marks import Marks, Unplaced, area_of, marks_of
from ledger.sheets.model import DAY_ZERO, DAY_ZERO_1904, Hidden, Sheet, Workbook
from ledger.sheets.sparse import read_parsed

# Calamine keeps the whole rectangle of a sheet in memory; cells further apart are read singly.
MOST_AREA = 40_000_000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
# Number formats that change what a number means: percent, and leading noughts.
_MEANT = re.compile(r"%|^0{2,}(;|$)")
_BUILT_IN = {9: "0%", 10: "0.00%"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A worksheet's place in the package, its comments', and whether the sheet is hidden."""

    path: str
    comments: tuple[str, ...]
    hidden: bool


def read_xlsx(data: bytes) -> Workbook:
    """Read every worksheet. Raises Unreadable, and whatever foreign parsers raise."""
    notes = check_package(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = _parsed(package, "xl/workbook.xml")
        parts = _parts(package, root)
        styles = _styles(package)
        day_zero = DAY_ZERO_1904 if _is_1904(root) else DAY_ZERO
        book: Any = None
        sheets = []
        for name, part in parts.items():
            xml = package.read(part.path)
            try:
                marks, area = marks_of(xml, styles), area_of(xml)
            except Unplaced:
                return _whole(read_parsed(data), notes)
            del xml
            if area > MOST_AREA:
                return _whole(read_parsed(data), notes)
            book = book or python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
            comments = _comments(package, part.comments)
            sheets.append(_sheet(book, name, marks, part.hidden, comments, day_zero))
    return _whole(sheets, notes)


def _whole(sheets: Sequence[Sheet], notes: tuple[str, ...]) -> Workbook:
    return Workbook(tuple(sheets), lambda: _text(sheets, notes))


def _text(sheets: Sequence[Sheet], notes: tuple[str, ...]) -> Content:
    """The text that the archive keeps and searches, a line for each row, made of the same values.

    The ledger keeps every value with its cell: the grid is not kept a second time.
    """
    pages = []
    filled = 0
    for number, sheet in enumerate(sheets, start=1):
        lines = []
        for row in sheet.rows:
            shown = [text for value in row if (text := shown_value(value))]
            filled += len(shown)
            if filled > MOST_CELLS:
                break
            if shown:
                lines.append(Line((Word(" ".join(shown).replace("\n", " ")),)))
        pages.append(Page(number, 0.0, 0.0, tuple(lines)))
    return Content(tuple(pages), XLSX, (*notes, "truncated") if filled > MOST_CELLS else notes)


def _sheet(
    book: Any, name: str, marks: Marks, hidden: bool, comments: tuple[str, ...], day_zero: Any
) -> Sheet:
    read = book.get_sheet_by_name(name)
    rows: list[list[Any]] = read.to_python(skip_empty_area=False)
    for (row, column), broken in marks.broken.items():
        while len(rows) < row:
            rows.append([])
        values = rows[row - 1]
        values.extend([""] * (column - len(values)))
        values[column - 1] = broken
    return Sheet(
        name=name,
        rows=rows,
        merged=tuple(
            (r1 + 1, c1 + 1, r2 + 1, c2 + 1)
            for (r1, c1), (r2, c2) in (read.merged_cell_ranges or ())
        ),
        formats=marks.formats,
        hidden=Hidden(marks.hidden_rows, marks.hidden_columns, marks.filtered, hidden),
        comments=comments,
        day_zero=day_zero,
    )


def _parsed(package: zipfile.ZipFile, name: str) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(package.read(name), parser)


def _is_1904(root: Any) -> bool:
    return any(each.get("date1904") in ("1", "true") for each in root.iter("{*}workbookPr"))


def _parts(package: zipfile.ZipFile, root: Any) -> dict[str, _Part]:
    """Worksheets by name in their order; sheets that hold only a chart are none."""
    targets = _targets(package, "xl/workbook.xml")
    parts = {}
    for sheet in root.iter("{*}sheet"):
        relation = sheet.get(_RELATION) or sheet.get(_STRICT_RELATION)
        kind, path = targets.get(relation or "", ("", ""))
        if kind == "worksheet":
            comments = tuple(
                target
                for kind, target in _targets(package, path).values()
                if kind in ("comments", "threadedComment")
            )
            hidden = sheet.get("state", "visible") != "visible"
            parts[sheet.get("name", "")] = _Part(path, comments, hidden)
    return parts


def _targets(package: zipfile.ZipFile, source: str) -> dict[str, tuple[str, str]]:
    """Relations of a part: id -> (last word of its kind, path in the package)."""
    folder, name = posixpath.split(source)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    if path not in package.NameToInfo:
        return {}
    return {
        each.get("Id", ""): (
            each.get("Type", "").rsplit("/", 1)[-1],
            posixpath.normpath(posixpath.join(folder, each.get("Target", ""))).lstrip("/")
            if not each.get("Target", "").startswith("/")
            else each.get("Target", "").lstrip("/"),
        )
        for each in _parsed(package, path).iter("{*}Relationship")
    }


def _styles(package: zipfile.ZipFile) -> Mapping[int, str]:
    """Number of a cell style -> its number format, for formats that bear on values."""
    if "xl/styles.xml" not in package.NameToInfo:
        return {}
    root = _parsed(package, "xl/styles.xml")
    formats = _BUILT_IN | {
        int(each.get("numFmtId", "0")): each.get("formatCode", "")
        for each in root.iter("{*}numFmt")
    }
    cell_styles = next(root.iter("{*}cellXfs"), ())
    found = {
        number: formats.get(int(each.get("numFmtId", "0")), "General")
        for number, each in enumerate(cell_styles)
    }
    return {number: code for number, code in found.items() if _MEANT.search(code)}


def _comments(package: zipfile.ZipFile, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Addresses of cells that somebody commented on; what a marked copy says is ours."""
    found: dict[str, None] = {}
    for path in paths:
        if path not in package.NameToInfo:
            continue
        root = _parsed(package, path)
        authors = [each.text for each in root.iter("{*}author")]
        ours = str(authors.index(AUTHOR)) if AUTHOR in authors else None
        for tag in ("{*}comment", "{*}threadedComment"):
            for each in root.iter(tag):
                if ours is None or each.get("authorId") != ours:
                    found[each.get("ref", "")] = None
    return tuple(found)
