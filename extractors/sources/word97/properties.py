"""Formatting as the old format writes it: a list of codes, each with an operand."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

# [MS-DOC] 2.6: what this reader asks for.
IN_TABLE, ROW_END, TABLE_GRID = 0x2416, 0x2417, 0xD608
STRUCK, STRUCK_TWICE, HIDDEN, DELETED, INSERTED = 0x0837, 0x2A53, 0x083C, 0x0800, 0x0801
UNDERLINED, SYMBOL, PICTURE = 0x2A3E, 0x6A09, 0x6A03
FONTS = (0x4A4F, 0x4A50, 0x4A51)
_LONG_PARAGRAPH = (0x6645, 0x6646)
_SIZES = (1, 1, 2, 4, 2, 2, None, 3)
# Sub-tables whose operand's length is not in its first byte.
_TABS = 0xC615
# Above this a cell that goes on from the one above it, or to its left, is no cell of its own.
_MERGED_LEFT, _MERGED_UP, _MERGED_TOP = 0x0002, 0x0020, 0x0040


def settings(properties: bytes, data: bytes = b"") -> Iterator[tuple[int, bytes]]:
    """Yield (code, operand). Long lists stand in the data stream, `data`."""
    at = 0
    while at + 2 <= len(properties):
        (code,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = _SIZES[code >> 13]
        if size is None:
            if code == TABLE_GRID:
                size = struct.unpack_from("<H", properties, at)[0] + 1
            elif code == _TABS and properties[at] == 255:
                return
            else:
                size = properties[at] + 1
        operand = properties[at : at + size]
        at += size
        if code in _LONG_PARAGRAPH:
            yield from settings(_long(operand, data))
        else:
            yield code, operand


def _long(operand: bytes, data: bytes) -> bytes:
    (place,) = struct.unpack("<I", operand)
    if place + 2 > len(data):
        return b""
    (length,) = struct.unpack_from("<H", data, place)
    return data[place + 2 : place + 2 + length]


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Where a cell lies in its row: left and right edge in twips, and what it goes on from."""

    left: int
    right: int
    goes_on_left: bool
    goes_on_up: bool


def cells_of(grid: bytes) -> list[CellPlace]:
    """Return the cells of a row from the operand of TABLE_GRID; empty if there is none."""
    if len(grid) < 3:
        return []
    count = grid[2]
    edges = struct.unpack_from(f"<{count + 1}h", grid, 3)
    at = 3 + 2 * (count + 1)
    places = []
    for index in range(count):
        place = at + 20 * index
        flags = struct.unpack_from("<H", grid, place)[0] if place + 2 <= len(grid) else 0
        is_up = bool(flags & _MERGED_UP) and not flags & _MERGED_TOP
        left, right = edges[index], edges[index + 1]
        places.append(CellPlace(left, right, bool(flags & _MERGED_LEFT), is_up))
    return places
