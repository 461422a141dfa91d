"""From characters with formatting to lines and tables."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.sources.plain import seen_of
from extractors.sources.word97 import properties as p
from extractors.sources.word97.file import File
from extractors.sources.word97.grid import Row, table_of
from extractors.sources.written import Collected, lines_in, ruled, symbol, table_lines

_PARAGRAPH, _CELL, _PAGE = "\r", "\x07", "\x0c"
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SHOWN = {"\x0b": "\n", "\x1e": "-", "\x1f": "", "\xa0": "\xa0", "\t": "\t"}
_BODY, _HEADS, _BOXES, _HEAD_BOXES = 0, 2, 6, 7
# Six separators of notes come first; then, for each section, even and odd header, even and odd
# footer, header and footer of the first page ([MS-DOC] 2.3.3).
_SEPARATORS, _PER_SECTION, _HEADERS, _FOOTERS = 6, 6, (0, 1, 4), (2, 3, 5)
_CHECK_BOX = 1
_BOX_AS_DESIGNED = 25


def told(file: File) -> Collected:
    """Return the lines and tables of the stories a reader sees on the page."""
    body = Collected()
    spans = [
        *_heads(file, _HEADERS),
        *(_story(file, number) for number in (_BODY, _BOXES, _HEAD_BOXES)),
        *_heads(file, _FOOTERS),
    ]
    for start, end in spans:
        _collect(file, start, min(end, len(file.text)), body)
    return body


def _story(file: File, number: int) -> tuple[int, int]:
    return file.stories[number - 1] if number else 0, file.stories[number]


def _heads(file: File, kinds: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return where the different headers or footers stand, each once."""
    shift, end = _story(file, _HEADS)
    found: dict[str, tuple[int, int]] = {}
    for index in range(_SEPARATORS, len(file.heads) - 1):
        if (index - _SEPARATORS) % _PER_SECTION in kinds:
            first, last = shift + file.heads[index], min(end, shift + file.heads[index + 1])
            found.setdefault(file.text[first:last], (first, last))
    return list(found.values())


@dataclass(slots=True)
class _Paragraph:
    """One paragraph: its text as shown, whether it lies in a table, its end and its row's grid."""

    text: str
    in_table: bool = False
    ends_cell: bool = False
    ends_row: bool = False
    grid: bytes = b""


def _collect(file: File, start: int, end: int, into: Collected) -> None:
    rows: list[Row] = []
    cells: list[list[str]] = [[]]
    for paragraph in _paragraphs(file, start, end):
        if not paragraph.in_table:
            _finish(rows, into)
            rows, cells = [], [[]]
            into.lines += lines_in(paragraph.text)
            continue
        if paragraph.ends_row:
            rows.append(Row([_joined(cell) for cell in cells[:-1]], p.cells_of(paragraph.grid)))
            cells = [[]]
            continue
        cells[-1].append(paragraph.text)
        if paragraph.ends_cell:
            cells.append([])
    _finish(rows, into)


def _joined(paragraphs: list[str]) -> str:
    return "\n".join(line.text for text in paragraphs for line in lines_in(text))


def _finish(rows: list[Row], into: Collected) -> None:
    table = table_of(rows)
    if table.cells:
        into.tables.append(table)
        into.lines += table_lines(table)


def _paragraphs(file: File, start: int, end: int) -> Iterator[_Paragraph]:
    """Yield the paragraphs between two characters."""
    first = start
    for at in range(start, end):
        mark = file.text[at]
        if mark in (_PARAGRAPH, _CELL, _PAGE):
            yield _paragraph(file, first, at, mark)
            first = at + 1
    if first < end:
        yield _paragraph(file, first, end, _PARAGRAPH)


def _paragraph(file: File, start: int, end: int, mark: str) -> _Paragraph:
    found = _Paragraph(_shown(file, start, end), ends_cell=mark == _CELL)
    place = file.places[min(end, len(file.places) - 1)]
    for code, operand in p.settings(file.paragraphs.at(place), file.data):
        if code == p.IN_TABLE:
            found.in_table = operand != b"\0"
        elif code == p.ROW_END:
            found.ends_row = operand != b"\0"
        elif code == p.TABLE_GRID:
            found.grid = operand
    return found


@dataclass(slots=True)
class _Look:
    """What the formatting of one run says of its characters."""

    is_gone: bool = False
    is_underlined: bool = False
    symbol: str = ""
    font: str = ""
    picture: int | None = None


def _shown(file: File, start: int, end: int) -> str:
    """Return the characters as a reader sees them: results of fields, nothing struck out."""
    shown: list[str] = []
    depth_in_code: list[bool] = []
    last: bytes | None = None
    look = _Look()
    stretch = ""
    is_ruled = False
    for at in range(start, end):
        properties = file.characters.at(file.places[at])
        if properties is not last:
            last, look = properties, _look(properties, file.fonts)
        text = _one(file, at, look, depth_in_code)
        if look.is_underlined != is_ruled:
            shown.append(ruled(stretch) if is_ruled else stretch)
            stretch, is_ruled = "", look.is_underlined
        stretch += "____" if text == "\t" and is_ruled else text
    shown.append(ruled(stretch) if is_ruled else stretch)
    text = "".join(shown)
    # Characters beyond the first plane stand as two halves.
    return seen_of(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


def _one(file: File, at: int, look: _Look, in_code: list[bool]) -> str:
    """Return what one character shows; `in_code` holds, per open field, whether its code runs."""
    character = file.text[at]
    if character == _FIELD:
        in_code.append(True)
    elif character == _RESULT:
        if in_code:
            in_code[-1] = False
    elif character == _FIELD_END:
        if in_code:
            in_code.pop()
    elif look.is_gone:
        return ""
    elif character == "\x01" and look.picture is not None:
        return _check_box(file.data, look.picture)
    elif not any(in_code):
        if look.symbol:
            return look.symbol
        if "\uf000" <= character <= "\uf0ff":
            return symbol(look.font, ord(character))
        return _SHOWN.get(character, character if character >= " " else "")
    return ""


def _look(properties: bytes, fonts: tuple[str, ...]) -> _Look:
    look = _Look()
    for code, operand in p.settings(properties):
        if code in (p.STRUCK, p.STRUCK_TWICE, p.HIDDEN, p.DELETED):
            look.is_gone = look.is_gone or operand in (b"\x01", b"\x81")
        elif code == p.UNDERLINED:
            look.is_underlined = operand not in (b"\0", b"\x05")
        elif code == p.SYMBOL:
            font, drawn = struct.unpack("<HH", operand)
            look.symbol = symbol(fonts[font] if font < len(fonts) else "", drawn)
        elif code in p.FONTS:
            (font,) = struct.unpack("<H", operand)
            look.font = fonts[font] if font < len(fonts) else look.font
        elif code == p.PICTURE:
            (look.picture,) = struct.unpack("<I", operand)
    return look


def _check_box(data: bytes, place: int) -> str:
    """Return the box of a form field whose data stands at `place`; "" for anything else."""
    if place + 6 > len(data):
        return ""
    (length, head) = struct.unpack_from("<IH", data, place)
    field = data[place + head : place + length]
    if len(field) < 12 or field[:4] != b"\xff\xff\xff\xff":
        return ""
    (bits,) = struct.unpack_from("<H", field, 4)
    if bits & 3 != _CHECK_BOX:
        return ""
    state = bits >> 2 & 31
    if state == _BOX_AS_DESIGNED:
        (name,) = struct.unpack_from("<H", field, 10)
        designed = 12 + 2 * name + 2
        state = struct.unpack_from("<H", field, designed)[0] if designed + 2 <= len(field) else 0
    return "☑" if state == 1 else "□"
