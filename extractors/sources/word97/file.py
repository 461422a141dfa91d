"""The file itself: its streams, the table of pieces that make up its text, its formatting runs."""

from __future__ import annotations

import io
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractors.sources.refusal import Unreadable

# Places in the file information block ([MS-DOC] 2.5.1, 2.5.6).
_IDENT, _VERSION, _FLAGS = 0xA5EC, 0x0002, 0x000A
_WORD_97 = 0x00C1
_COUNTS = 0x004C
_HEADS, _CHPX, _PAPX, _FONTS, _CLX = 0x00F2, 0x00FA, 0x0102, 0x0112, 0x01A2
_IS_ENCRYPTED, _TABLE_IS_1 = 0x0100, 0x0200
_FKP_SIZE = 512
_Properties = Callable[[bytes, int], bytes]
# A text longer than this is no document a person wrote.
_MOST_TEXT = 5_000_000


@dataclass(frozen=True, slots=True)
class Runs:
    """Formatting by place: the run from starts[i] ends at ends[i] and has properties[i]."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    properties: tuple[bytes, ...]

    def at(self, place: int) -> bytes:
        """Return the properties at a byte offset of the text stream; b"" where none are told."""
        index = bisect_right(self.starts, place) - 1
        return self.properties[index] if index >= 0 and place < self.ends[index] else b""


@dataclass(frozen=True, slots=True)
class File:
    """An old Word file taken apart.

    text        all stories one after the other
    places      for each character its byte offset in the text stream
    stories     where each story ends: body, footnotes, headers, macros, comments, endnotes,
                text boxes, text boxes of headers
    heads       bounds of the single headers and footers within their story
    paragraphs, characters   formatting runs
    fonts       names by number
    data        the stream that long formatting and form fields stand in
    """

    text: str
    places: list[int]
    stories: tuple[int, ...]
    heads: tuple[int, ...]
    paragraphs: Runs
    characters: Runs
    fonts: tuple[str, ...]
    data: bytes
    notes: tuple[str, ...]


def open_file(data: bytes) -> File:
    """Return the parts of `data`. Raises Unreadable, or what wrong offsets lead to."""
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as compound:
        names = {"/".join(path).lower() for path in compound.listdir()}

        def stream(name: str) -> bytes:
            return bytes(compound.openstream(name).read()) if name.lower() in names else b""

        main = stream("WordDocument")
        ident, version = struct.unpack_from("<HH", main)
        (flags,) = struct.unpack_from("<H", main, _FLAGS)
        if ident != _IDENT or version < _WORD_97:
            raise Unreadable("old_office")
        if flags & _IS_ENCRYPTED:
            raise Unreadable("encrypted")
        table = stream("1Table" if flags & _TABLE_IS_1 else "0Table")
        more = stream("Data")
        has_macros = any(name.startswith("macros/") for name in names)
    text, places = _text_of(main, _part(main, table, _CLX))
    return File(
        text, places, _stories(main), _bounds(_part(main, table, _HEADS)),
        _runs(main, _part(main, table, _PAPX), _paragraph_properties, entry=13),
        _runs(main, _part(main, table, _CHPX), _character_properties, entry=1),
        _fonts(_part(main, table, _FONTS)), more,
        ("macros",) if has_macros else (),
    )  # fmt: skip


def _part(main: bytes, table: bytes, place: int) -> bytes:
    """Return the stretch of the table stream whose offset and length stand at `place`."""
    start, length = struct.unpack_from("<II", main, place)
    return table[start : start + length]


def _stories(main: bytes) -> tuple[int, ...]:
    ends = []
    end = 0
    for count in struct.unpack_from("<8i", main, _COUNTS):
        end += max(0, count)
        ends.append(end)
    return tuple(ends)


def _bounds(listed: bytes) -> tuple[int, ...]:
    return struct.unpack_from(f"<{len(listed) // 4}I", listed)


def _text_of(main: bytes, clx: bytes) -> tuple[str, list[int]]:
    """Return the text that the pieces make up, and where each character of it stands."""
    pieces = _piece_table(clx)
    count = (len(pieces) - 4) // 12
    bounds = struct.unpack_from(f"<{count + 1}I", pieces)
    parts: list[str] = []
    places: list[int] = []
    for index in range(count):
        length = bounds[index + 1] - bounds[index]
        (offset,) = struct.unpack_from("<I", pieces, 4 * (count + 1) + 8 * index + 2)
        is_narrow, start = offset & 0x40000000, offset & 0x3FFFFFFF
        width = 1 if is_narrow else 2
        start = start // 2 if is_narrow else start
        encoded = main[start : start + length * width]
        if length < 0 or len(places) + length > _MOST_TEXT or len(encoded) < length * width:
            raise ValueError("a piece outside the text")
        # Each two bytes are one character here, surrogates too, so that places can be counted.
        parts += (
            [encoded.decode("cp1252", "replace")]
            if is_narrow
            else map(chr, struct.unpack(f"<{length}H", encoded))
        )
        places += range(start, start + length * width, width)
    return "".join(parts), places


def _piece_table(clx: bytes) -> bytes:
    """Return the table of pieces behind the formatting of saved-in-parts files."""
    at = 0
    while clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != 2:
        raise ValueError("no table of pieces")
    (length,) = struct.unpack_from("<I", clx, at + 1)
    return clx[at + 5 : at + 5 + length]


def _runs(main: bytes, directory: bytes, properties: _Properties, *, entry: int) -> Runs:
    """Return all formatting runs of the pages that `directory` names, by place.

    entry  bytes per run in a page's list of property offsets
    """
    count = (len(directory) - 4) // 8
    found: list[tuple[int, int, bytes]] = []
    for (number,) in struct.iter_unpack("<I", directory[4 * (count + 1) :][: 4 * count]):
        start = (number & 0x3FFFFF) * _FKP_SIZE
        page = main[start : start + _FKP_SIZE]
        runs = page[_FKP_SIZE - 1]
        bounds = struct.unpack_from(f"<{runs + 1}I", page)
        for index in range(runs):
            offset = 2 * page[4 * (runs + 1) + entry * index]
            told = properties(page, offset) if offset else b""
            found.append((bounds[index], bounds[index + 1], told))
    found.sort(key=lambda run: run[:2])
    return Runs(
        tuple(run[0] for run in found), tuple(run[1] for run in found), tuple(r[2] for r in found)
    )


def _paragraph_properties(page: bytes, offset: int) -> bytes:
    words = page[offset]
    if words:
        return page[offset + 3 : offset + 2 * words]
    return page[offset + 4 : offset + 2 + 2 * page[offset + 1]]


def _character_properties(page: bytes, offset: int) -> bytes:
    return page[offset + 1 : offset + 1 + page[offset]]


def _fonts(listed: bytes) -> tuple[str, ...]:
    return tuple(_font_names(listed))


def _font_names(listed: bytes) -> Iterator[str]:
    at = 4
    while at < len(listed):
        end = at + 1 + listed[at]
        name = listed[at + 40 : end].decode("utf-16-le", "replace")
        yield name.partition("\0")[0]
        at = end
