"""Programs that write into the inbox as scanners, copiers and shares do: never in one go.

Each is a generator: it writes a piece and yields the seconds that pass until the next one. The file
is whole when it ends.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

Writer = Callable[[Path, bytes, float], Iterator[float]]
LONG_AGO = (946_684_800, 946_684_800)


def pdf(number: int) -> bytes:
    """Return the bytes of something that begins and ends as a PDF does; each number another."""
    body = b"".join(b"%d 0 obj << /Paper %d >> endobj\n" % (n, number) for n in range(400))
    return b"%PDF-1.7\n" + body + b"trailer << >>\n%%EOF\n"


def jpeg(number: int) -> bytes:
    """Return the bytes of something that begins and ends as a photograph does."""
    body = (b"\x12%06d" % number) * 1500
    return b"\xff\xd8\xff\xdb\x00\x04\x00\x00\xff\xda\x00\x04\x00\x00" + body + b"\xff\xd9"


def docx(number: int) -> bytes:
    """Return a zip with the parts of a Word document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:p>{number}</w:p>" * 300)
    return made.getvalue()


def pieces(data: bytes, count: int) -> list[bytes]:
    """Cut `data` into `count` pieces."""
    size = len(data) // count
    return [data[n * size : (n + 1) * size] for n in range(count - 1)] + [
        data[size * (count - 1) :]
    ]


def appends_and_stalls(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Keeps the file open, and pauses in the middle."""
    first, *rest = pieces(data, 6)
    with path.open("wb", buffering=0) as file:
        file.write(first)
        yield stall
        for piece in rest:
            file.write(piece)
            yield 1.0


def opens_and_closes(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Opens and closes the file for each of twenty pieces, as some document scanners do."""
    for piece in pieces(data, 20):
        with path.open("ab") as file:
            file.write(piece)
        yield min(stall, 8.0)


def reserves_and_fills(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Takes the whole room first, then fills it from the front."""
    with path.open("wb", buffering=0) as file:
        file.truncate(len(data))
        yield stall
        for piece in pieces(data, 5):
            file.write(piece)
            yield stall


def renames_when_done(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Writes under a name that says so."""
    half = path.with_name(f"{path.name}.tmp")
    for piece in pieces(data, 3):
        with half.open("ab") as file:
            file.write(piece)
        yield stall
    half.rename(path)


def hides_until_done(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Writes under a hidden name."""
    half = path.with_name(f".{path.name}")
    for piece in pieces(data, 3):
        with half.open("ab") as file:
            file.write(piece)
        yield stall
    half.rename(path)


def presets_an_old_time(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Copies with the time of the original, set before the bytes are there."""
    for piece in pieces(data, 8):
        with path.open("ab") as file:
            file.write(piece)
        os.utime(path, LONG_AGO)
        yield stall


def writes_the_end_first(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Writes the last piece first, then the others from the front, without closing."""
    *front, end = pieces(data, 4)
    with path.open("wb", buffering=0) as file:
        file.seek(len(data) - len(end))
        file.write(end)
        yield stall
        file.seek(0)
        for piece in front:
            file.write(piece)
            yield stall


def grows_after_a_minute(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Leaves half a file alone for a minute."""
    path.write_bytes(data[: len(data) // 2])
    yield 60.0
    with path.open("ab") as file:
        file.write(data[len(data) // 2 :])
    yield 0.5


def starts_again(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Breaks off, empties the file and writes it again."""
    path.write_bytes(data[: len(data) // 3])
    yield stall
    path.write_bytes(b"")
    yield stall
    for piece in pieces(data, 3):
        with path.open("ab") as file:
            file.write(piece)
        yield 1.0


def writes_the_head_last(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Leaves room for the head and writes it when the rest is there."""
    head = 4200
    with path.open("wb", buffering=0) as file:
        file.seek(head)
        file.write(data[head:])
        yield stall
        file.seek(0)
        file.write(data[:head])
        yield 0.5


def replaces_by_copy(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Puts a whole file in the place of a half one, by rename."""
    path.write_bytes(data[:500])
    yield stall
    other = path.with_name(f"{path.name}.part")
    other.write_bytes(data)
    yield stall
    other.replace(path)


def one_byte_at_the_end(path: Path, data: bytes, stall: float) -> Iterator[float]:
    """Has all but the last byte, for long."""
    with path.open("wb", buffering=0) as file:
        file.write(data[:-3])
        yield stall
        file.write(data[-3:])
        yield 0.5


WRITERS: dict[str, tuple[Writer, Callable[[int], bytes]]] = {
    "appends and stalls": (appends_and_stalls, pdf),
    "opens and closes twenty times": (opens_and_closes, pdf),
    "reserves and fills": (reserves_and_fills, pdf),
    "renames when done": (renames_when_done, pdf),
    "hides until done": (hides_until_done, docx),
    "presets an old time": (presets_an_old_time, jpeg),
    "writes the end first": (writes_the_end_first, pdf),
    "grows after a minute": (grows_after_a_minute, docx),
    "starts again": (starts_again, pdf),
    "writes the head last": (writes_the_head_last, pdf),
    "is replaced by a copy": (replaces_by_copy, jpeg),
    "lacks its last bytes for long": (one_byte_at_the_end, jpeg),
}
