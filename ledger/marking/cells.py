"""Formats of single cells of a worksheet part: only their own tags change, byte for byte.

A large sheet is not parsed: rows without a marked cell are copied as they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from openpyxl.utils import column_index_from_string, get_column_letter

Place = tuple[int, int]
Restyle = Callable[[int], int]

# What a worksheet may hold after the place of its <legacyDrawing>.
_AFTER_NOTES = frozenset(
    {
        "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
        "tableParts", "extLst", "AlternateContent",
    }
)  # fmt: skip


class PartNotUnderstood(Exception):
    """A worksheet part is not written as the format asks."""


@dataclass(frozen=True, slots=True)
class SheetXml:
    """A worksheet part in three: before its rows, the rows, after them.

    prefix  of its tags ("x:"), mostly none
    """

    head: bytes
    rows: bytes
    tail: bytes
    prefix: bytes

    @property
    def whole(self) -> bytes:
        """The part again."""
        return self.head + self.rows + self.tail


def split(data: bytes) -> SheetXml:
    """Take a worksheet part apart. Raises PartNotUnderstood."""
    opening = re.search(rb"<((?:\w+:)?)sheetData\b[^>]*?(/?)>", data)
    if opening is None or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise PartNotUnderstood
    prefix = opening.group(1)
    closing = b"</" + prefix + b"sheetData>"
    if opening.group(2):
        head = data[: opening.start()] + b"<" + prefix + b"sheetData>"
        return SheetXml(head, b"", closing + data[opening.end() :], prefix)
    end = data.rfind(closing)
    if end < 0:
        raise PartNotUnderstood
    return SheetXml(data[: opening.end()], data[opening.end() : end], data[end:], prefix)


def restyled(sheet: SheetXml, places: Iterable[Place], restyle: Restyle) -> SheetXml:
    """Return the sheet with other formats on some cells, empty ones made where they are not.

    restyle  the format's number that takes the place of another
    """
    by_row: dict[int, list[int]] = {}
    for row, column in sorted(set(places)):
        by_row.setdefault(row, []).append(column)
    defaults = list(_column_styles(sheet))
    pieces: list[bytes] = []
    wanted = iter(sorted(by_row))
    following = next(wanted, None)
    for number, start, end in _rows(sheet):
        while following is not None and following < number:
            pieces.append(_row(sheet.prefix, following, by_row[following], defaults, restyle))
            following = next(wanted, None)
        text = sheet.rows[start:end]
        if following == number:
            text = _restyled_row(sheet.prefix, text, number, by_row[number], defaults, restyle)
            following = next(wanted, None)
        pieces.append(text)
    while following is not None:
        pieces.append(_row(sheet.prefix, following, by_row[following], defaults, restyle))
        following = next(wanted, None)
    return SheetXml(sheet.head, b"".join(pieces), sheet.tail, sheet.prefix)


def notes_of(sheet: SheetXml) -> str | None:
    """Return the relationship of the shapes that show the sheet's comments; None: it has none."""
    found = re.search(rb"<" + sheet.prefix + rb"legacyDrawing\b([^>]*)>", sheet.tail)
    named = re.search(rb"\s\w+:id=\"([^\"]*)\"", found.group(1)) if found else None
    return named.group(1).decode() if named else None


def with_notes(sheet: SheetXml, relationship: str, namespace: str) -> SheetXml:
    """Return the sheet with its <legacyDrawing>: the shapes of its comments."""
    element = b'<%slegacyDrawing xmlns:hd="%s" hd:id="%s"/>' % (
        sheet.prefix,
        namespace.encode(),
        relationship.encode(),
    )
    at = _place_of_notes(sheet)
    return SheetXml(
        sheet.head, sheet.rows, sheet.tail[:at] + element + sheet.tail[at:], sheet.prefix
    )


def _place_of_notes(sheet: SheetXml) -> int:
    """Where <legacyDrawing> goes in the tail: its order among the others is fixed."""
    root = re.search(rb"<(?:\w+:)?worksheet\b[^>]*>", sheet.head)
    if root is None:
        raise PartNotUnderstood
    data = root.group() + b"<" + sheet.prefix + b"sheetData>" + sheet.tail
    found: list[int] = []
    depth = 0
    reader = expat.ParserCreate()

    def start(name: str, _attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth == 2 and name.rpartition(":")[2] in _AFTER_NOTES and not found:
            found.append(reader.CurrentByteIndex)

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1
        if depth == 0 and not found:
            found.append(reader.CurrentByteIndex)

    reader.StartElementHandler, reader.EndElementHandler = start, end
    try:
        reader.Parse(data, True)
    except expat.ExpatError as cause:
        raise PartNotUnderstood from cause
    return found[0] - (len(data) - len(sheet.tail))


def _column_styles(sheet: SheetXml) -> Iterator[tuple[int, int, int]]:
    """Formats of whole columns: (first, last, format)."""
    for match in re.finditer(rb"<" + sheet.prefix + rb"col\b([^>]*)>", sheet.head):
        style = _attribute(match.group(1), b"style")
        if style:
            yield (
                int(_attribute(match.group(1), b"min") or 1),
                int(_attribute(match.group(1), b"max") or 16384),
                int(style),
            )


def _rows(sheet: SheetXml) -> Iterator[tuple[int, int, int]]:
    """Each row's number and where it stands in `sheet.rows`."""
    closing = b"</" + sheet.prefix + b"row>"
    number = position = 0
    opening = re.compile(rb"<" + sheet.prefix + rb"row\b([^>]*?)(/?)>")
    while match := opening.search(sheet.rows, position):
        number = int(_attribute(match.group(1), b"r") or number + 1)
        if match.group(2):
            position = match.end()
        else:
            position = sheet.rows.find(closing, match.end()) + len(closing)
            if position < len(closing):
                raise PartNotUnderstood
        yield number, match.start(), position


def _restyled_row(
    prefix: bytes,
    text: bytes,
    number: int,
    columns: list[int],
    defaults: list[tuple[int, int, int]],
    restyle: Restyle,
) -> bytes:
    opening = re.match(rb"<" + prefix + rb"row\b([^>]*?)(/?)>", text)
    if opening is None:
        raise PartNotUnderstood
    usual = _attribute(opening.group(1), b"s")
    closing = b"</" + prefix + b"row>"
    inside = b"" if opening.group(2) else text[opening.end() : -len(closing)]
    pieces: list[bytes] = []
    wanted = list(columns)
    position = column = 0
    for match in re.finditer(rb"<" + prefix + rb"c\b([^>]*?)(/?)>", inside):
        said = _attribute(match.group(1), b"r")
        letters = re.match(r"[A-Z]+", said.upper()) if said else None
        column = column_index_from_string(letters.group()) if letters else column + 1
        pieces.append(inside[position : match.start()])
        while wanted and wanted[0] < column:
            pieces.append(_cell(prefix, number, wanted.pop(0), usual, defaults, restyle))
        tag = match.group()
        if wanted and wanted[0] == column:
            wanted.pop(0)
            tag = _with_style(tag, match.group(1), restyle)
        pieces.append(tag)
        position = match.end()
    rest = inside[position:]
    if wanted:
        # New cells go behind the last one, in front of what may follow the cells.
        last = b"</" + prefix + b"c>"
        cut = rest.rfind(last) + len(last) if last in rest else 0
        pieces.append(rest[:cut])
        pieces += [_cell(prefix, number, each, usual, defaults, restyle) for each in wanted]
        rest = rest[cut:]
    # `spans` says which columns the row fills; it may, and need not, be said.
    attributes = re.sub(rb'\s+spans="[^"]*"', b"", opening.group(1))
    return b"<" + prefix + b"row" + attributes + b">" + b"".join([*pieces, rest]) + closing


def _with_style(tag: bytes, attributes: bytes, restyle: Restyle) -> bytes:
    style = restyle(int(_attribute(attributes, b"s") or 0))
    if re.search(rb'\ss="', attributes):
        return re.sub(rb'(\ss=")\d+(")', rb"\g<1>%d\g<2>" % style, tag, count=1)
    ending = b"/>" if tag.endswith(b"/>") else b">"
    return tag[: -len(ending)].rstrip() + b' s="%d"' % style + ending


def _row(
    prefix: bytes,
    number: int,
    columns: list[int],
    defaults: list[tuple[int, int, int]],
    restyle: Restyle,
) -> bytes:
    cells = b"".join(_cell(prefix, number, each, None, defaults, restyle) for each in columns)
    return b'<%srow r="%d">%s</%srow>' % (prefix, number, cells, prefix)


def _cell(
    prefix: bytes,
    row: int,
    column: int,
    usual: str | None,
    defaults: list[tuple[int, int, int]],
    restyle: Restyle,
) -> bytes:
    of_column = next((style for first, last, style in defaults if first <= column <= last), 0)
    style = restyle(int(usual) if usual else of_column)
    address = f"{get_column_letter(column)}{row}".encode()
    return b'<%sc r="%s" s="%d"/>' % (prefix, address, style)


def _attribute(attributes: bytes, name: bytes) -> str | None:
    found = re.search(rb"(?:^|\s)" + name + rb"=(?:\"([^\"]*)\"|'([^']*)')", attributes)
    return (found.group(1) or found.group(2) or b"").decode() if found else None
