"""Arrays of a table in a file: mapped, not read, and believed only when all of it is right.

The file is disposable. It says which database it was made from (the file, and what some of its
rows say) and the checksum of each part; one that is torn, damaged, of another ledger or of a
ledger that was set back is not used and is written anew. Facts are only ever added, so what was
true of the rows up to an id stays true.

    hudang-columns-1 LENGTH CRC   the length and checksum of what is said next, padded to 64 bytes
    JSON                          table, upto, database, samples, and each part's place
    the parts, each at a multiple of 64 bytes: arrays (little endian), lists of texts (JSON)
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np
from sqlalchemy import Connection, select

from archive.ids import new_id
from ledger.columns.shape import DTYPES, SHAPES, Array
from ledger.columns.table import Rows, Texts

FORMAT = "hudang-columns-1"
_ALIGNED = 64
_PIECE = 1 << 20
# Rows of which the file remembers what they said.
_SAMPLES = 64


class NotUsable(Exception):
    """The file is not what it should be. Never seen by people: the table is read instead."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder with the files of one database."""

    folder: Path
    database: Path

    def load(self, connection: Connection, name: str, bound: int) -> Rows | None:
        """Return the rows of `name` as far as they are kept; None where nothing usable is.

        bound  the last id the database holds: a file that goes further is not of this ledger
        """
        try:
            said, rows = _read(self.folder / f"{name}.columns", name)
            if said["database"] != self._identity() or rows.upto > bound:
                return None
            ids = [each[0] for each in said["samples"]]
            return rows if said["samples"] == _samples(connection, name, ids) else None
        except (OSError, NotUsable, ValueError, KeyError, TypeError, IndexError):
            return None

    def save(self, connection: Connection, rows: Rows) -> None:
        """Keep `rows`. Where that cannot be done nothing is kept: it is only for speed."""
        target = self.folder / f"{rows.name}.columns"
        written = target.with_name(f"{rows.name}.{new_id()}.new")
        picked = np.linspace(0, len(rows) - 1, min(_SAMPLES, len(rows))).astype(np.int64)
        ids = sorted({int(n) for n in np.sort(rows.arrays["id"])[picked]})
        said = {
            "format": FORMAT,
            "table": rows.name,
            "upto": rows.upto,
            "rows": len(rows),
            "database": self._identity(),
            "samples": _samples(connection, rows.name, ids),
        }
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            # Synced or not: what a crash tears, the checksums tell.
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(written, flags, 0o600), "wb") as file:
                file.writelines(_pieces(rows, said))
            written.replace(target)
            # What a crash left. Whoever writes at this moment does without, as on any error.
            for left in self.folder.glob(f"{rows.name}.*.new"):
                left.unlink(missing_ok=True)
        except OSError:
            with suppress(OSError):
                written.unlink(missing_ok=True)

    def forget(self) -> None:
        """Remove all files: for whoever makes the ledger anew."""
        for path in self.folder.glob("*.columns"):
            path.unlink(missing_ok=True)

    def _identity(self) -> list[int]:
        status = self.database.stat()
        return [status.st_dev, status.st_ino]


def _samples(connection: Connection, name: str, ids: Sequence[int]) -> list[list[Any]]:
    """Return what the rows of `ids` say, as checksums: nothing of it can be read in the file."""
    table = SHAPES[name].table
    found = connection.execute(select(table).where(table.c.id.in_(ids)).order_by(table.c.id))
    return [[row.id, sha256(repr(tuple(row)).encode()).hexdigest()] for row in found]


def _pieces(rows: Rows, said: dict[str, Any]) -> Iterator[bytes | memoryview]:
    """Yield the file in order."""
    data: list[bytes | memoryview] = []
    parts: dict[str, list[Any]] = {}
    at = 0

    def add(label: str, part: bytes | memoryview) -> None:
        nonlocal at
        parts[label] = [at, len(part), crc32(part)]
        padding = bytes(-len(part) % _ALIGNED)
        data.extend((part, padding))
        at += len(part) + len(padding)

    for column, array in rows.arrays.items():
        add(f"array {column}", _bytes(array))
    for column, texts in rows.texts.items():
        add(f"texts {column}", json.dumps(texts.all, ensure_ascii=False).encode())
    text = json.dumps(said | {"parts": parts}, ensure_ascii=False).encode()
    text += b" " * (-len(text) % _ALIGNED)
    yield f"{FORMAT} {len(text)} {crc32(text)}".encode().ljust(_ALIGNED)
    yield text
    yield from data


def _bytes(array: Array) -> memoryview:
    little = array.astype(array.dtype.newbyteorder("<"), copy=False)
    return np.ascontiguousarray(little).view(np.uint8).data


def _read(path: Path, name: str) -> tuple[dict[str, Any], Rows]:
    """Map a file and check every part. Raises NotUsable, OSError and what bad JSON raises."""
    whole = np.memmap(path, dtype=np.uint8, mode="r")
    head = bytes(whole[:_ALIGNED]).split()
    if len(head) != 3 or head[0] != FORMAT.encode() or sys.byteorder != "little":
        raise NotUsable(path)
    start = _ALIGNED + int(head[1])
    text = bytes(whole[_ALIGNED:start])
    if crc32(text) != int(head[2]):
        raise NotUsable(path)
    said = json.loads(text)
    kinds = SHAPES[name].kinds
    with path.open("rb") as file:
        for at, size, crc in said["parts"].values():
            file.seek(start + at)
            # Read, not mapped: what is only checked need not stay in memory.
            if _checksum(file, size) != crc:
                raise NotUsable(path)
    parts = {
        label: whole[start + at : start + at + size].view(np.ndarray)
        for label, (at, size, _crc) in said["parts"].items()
    }
    arrays = {column: parts[f"array {column}"].view(DTYPES[kind]) for column, kind in kinds.items()}
    if said["table"] != name or {len(array) for array in arrays.values()} != {said["rows"]}:
        raise NotUsable(path)
    texts = {
        column: Texts(lambda part=parts[f"texts {column}"]: json.loads(bytes(part)))  # type: ignore[misc]
        for column, kind in kinds.items()
        if kind == "text"
    }
    return said, Rows(name, said["upto"], arrays, texts)


def _checksum(file: BinaryIO, size: int) -> int:
    """Return the checksum of the next `size` bytes; of fewer where the file is torn."""
    found = 0
    while size and (piece := file.read(min(size, _PIECE))):
        found = crc32(piece, found)
        size -= len(piece)
    return found if not size else -1
