"""A zip written from front to back, every file as it is: the same contents give the same bytes.

Source: PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3 (zip64). The standard library would go back to
fill in lengths, or leave them to after the data, where not every reader looks.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# What a field of four, or of two, bytes cannot hold any more goes into the longer records.
LIMIT32, LIMIT16 = 0xFFFFFFFF, 0xFFFF
# 1980-01-01: before it no zip can say; times that count stand in the handover list.
_TIME, _DATE = 0, 33
_UTF8_NAMES = 0x800
_PLAIN, _LONG = 20, 45
_UNIX = 3 << 8
_REGULAR_FILE = 0o100644 << 16


@dataclass(frozen=True, slots=True)
class File:
    """A file to come: what its head says must be known before its first byte."""

    name: str
    size: int
    crc: int


def zipped(files: Iterable[tuple[File, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield a zip piece by piece.

    Raises ValueError when a file has not the length it was announced with.
    """
    placed: list[tuple[File, int]] = []
    place = 0
    for file, pieces in files:
        head = _local_head(file)
        placed.append((file, place))
        yield head
        length = 0
        for piece in pieces:
            length += len(piece)
            yield piece
        if length != file.size:
            raise ValueError(f"{file.name}: {length} bytes instead of {file.size}")
        place += len(head) + length
    size = 0
    for file, at in placed:
        entry = _list_entry(file, at)
        size += len(entry)
        yield entry
    yield _end(len(placed), size, place)


def _local_head(file: File) -> bytes:
    name = file.name.encode()
    long = file.size >= LIMIT32
    extra = struct.pack("<HHQQ", 1, 16, file.size, file.size) if long else b""
    size = 0xFFFFFFFF if long else file.size
    head = struct.pack(
        "<4sHHHHHLLLHH", b"PK\3\4", _LONG if long else _PLAIN, _UTF8_NAMES, 0, _TIME, _DATE,
        file.crc, size, size, len(name), len(extra),
    )  # fmt: skip
    return head + name + extra


def _list_entry(file: File, place: int) -> bytes:
    name = file.name.encode()
    longer = b""
    if file.size >= LIMIT32:
        longer += struct.pack("<QQ", file.size, file.size)
    if place >= LIMIT32:
        longer += struct.pack("<Q", place)
    extra = struct.pack("<HH", 1, len(longer)) + longer if longer else b""
    needed = _LONG if longer else _PLAIN
    size = 0xFFFFFFFF if file.size >= LIMIT32 else file.size
    head = struct.pack(
        "<4sHHHHHHLLLHHHHHLL", b"PK\1\2", _UNIX | needed, needed, _UTF8_NAMES, 0, _TIME, _DATE,
        file.crc, size, size, len(name), len(extra), 0, 0, 0, _REGULAR_FILE,
        0xFFFFFFFF if place >= LIMIT32 else place,
    )  # fmt: skip
    return head + name + extra


def _end(count: int, size: int, place: int) -> bytes:
    end = b""
    if count >= LIMIT16 or size >= LIMIT32 or place >= LIMIT32:
        end = struct.pack(
            "<4sQHHLLQQQQ", b"PK\6\6", 44, _UNIX | _LONG, _LONG, 0, 0, count, count, size, place
        )
        end += struct.pack("<4sLQL", b"PK\6\7", 0, place + size, 1)
    short = 0xFFFF if count >= LIMIT16 else count
    return end + struct.pack(
        "<4sHHHHLLH", b"PK\5\6", 0, 0, short, short,
        0xFFFFFFFF if size >= LIMIT32 else size,
        0xFFFFFFFF if place >= LIMIT32 else place, 0,
    )  # fmt: skip
