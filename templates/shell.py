"""The zip of a document: its unfilled parts kept compressed, the filled ones added each time.

The same parts always give the same bytes, those that `zipfile` would write.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

# Every part bears this time, 1 January 1980, so that equal values give equal bytes.
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
_DOS_DATE = 0x21
_UTF8_NAMES = 0x800
_DEFLATED = 8
_VERSION = 20
_PLAIN_FILE = 0o600 << 16
# Above these a zip needs 64-bit fields; a document of one notice or summary is far below.
_MOST_BYTES, _MOST_PARTS = 0xFFFF_FFFF, 0xFFFF

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class TooLarge(ValueError):
    """More than a plain zip can hold."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A part that is compressed already. size, crc: of what it was before."""

    data: bytes
    size: int
    crc: int


class Packing:
    """Compresses a part that comes in pieces."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        self._pieces: list[bytes] = []
        self._size = self._crc = 0

    def add(self, piece: bytes) -> None:
        """Take the next piece."""
        self._pieces.append(self._packer.compress(piece))
        self._size += len(piece)
        self._crc = zlib.crc32(piece, self._crc)

    def packed(self) -> Packed:
        """Return the whole part; no piece comes after."""
        return Packed(b"".join([*self._pieces, self._packer.flush()]), self._size, self._crc)


@dataclass(frozen=True, slots=True)
class Shell:
    """A zip that lacks its last parts: the records of those it has, and their directory."""

    records: bytes
    directory: bytes
    parts: int

    def with_parts(self, parts: Mapping[str, bytes | Packed]) -> bytes:
        """Return the whole zip, `parts` added behind those it has. Raises TooLarge."""
        records, directory = [self.records], [self.directory]
        place = len(self.records)
        for name, data in parts.items():
            record, entry = _written(name, data, place)
            records.append(record)
            directory.append(entry)
            place += len(record)
        listed = b"".join(directory)
        count = self.parts + len(parts)
        if place + len(listed) > _MOST_BYTES or count > _MOST_PARTS:
            raise TooLarge(f"{place} bytes in {count} parts")
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), place, 0)
        return b"".join([*records, listed, end])


def shell(parts: Mapping[str, bytes | Packed]) -> Shell:
    """Return `parts` ready made. Raises TooLarge."""
    records, directory, place = [], [], 0
    for name, data in parts.items():
        record, entry = _written(name, data, place)
        records.append(record)
        directory.append(entry)
        place += len(record)
    return Shell(b"".join(records), b"".join(directory), len(parts))


def zipped(parts: Mapping[str, bytes | Packed]) -> bytes:
    """Return `parts` as a zip that is the same for the same parts. Raises TooLarge."""
    return Shell(b"", b"", 0).with_parts(parts)


def _written(name: str, data: bytes | Packed, place: int) -> tuple[bytes, bytes]:
    """Return the record of one part and its line in the directory, the record being at `place`."""
    part = data if isinstance(data, Packed) else _packed(data)
    if part.size > _MOST_BYTES or place > _MOST_BYTES:
        raise TooLarge(name)
    encoded = name.encode("utf-8")
    flags = 0 if name.isascii() else _UTF8_NAMES
    known = (part.crc, len(part.data), part.size, len(encoded), 0)
    record = _LOCAL.pack(b"PK\3\4", _VERSION, flags, _DEFLATED, 0, _DOS_DATE, *known)
    entry = _CENTRAL.pack(
        b"PK\1\2", _VERSION, _VERSION, flags, _DEFLATED, 0, _DOS_DATE, *known, 0, 0, 0, _PLAIN_FILE,
        place,
    )  # fmt: skip
    return record + encoded + part.data, entry + encoded


def _packed(data: bytes) -> Packed:
    packing = Packing()
    packing.add(data)
    return packing.packed()
