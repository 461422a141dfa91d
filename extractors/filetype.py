"""What a file is, by its bytes alone, and whether its end has arrived yet.

The extension is never asked. Nothing here raises on rubbish, and no file is read as a whole: the
head, the tail and the few places that a format points at are enough.
"""

from __future__ import annotations

import codecs
import io
import os
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from extractors import host

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
JPEG = "image/jpeg"
PNG = "image/png"
TIFF = "image/tiff"
BMP = "image/bmp"
TEXT = "text/plain"
UNKNOWN = "application/octet-stream"

# The extension a file of each type is kept under.
SUFFIXES = {
    PDF: ".pdf",
    DOCX: ".docx",
    XLSX: ".xlsx",
    DOC: ".doc",
    XLS: ".xls",
    JPEG: ".jpg",
    PNG: ".png",
    TIFF: ".tif",
    BMP: ".bmp",
    TEXT: ".txt",
    UNKNOWN: ".bin",
}

# Extensions that say the same as those above, and those of kinds that are read like them.
_ALSO = {
    ".jpeg": JPEG, ".jpe": JPEG, ".jfif": JPEG, ".tiff": TIFF, ".dib": BMP,
    ".docm": DOCX, ".dotx": DOCX, ".dotm": DOCX, ".xlsm": XLSX, ".xltx": XLSX,
    ".wps": DOC, ".dot": DOC, ".et": XLS, ".xlt": XLS,
}  # fmt: skip

_HEAD = 4096
# A zip's end record may be followed by a comment of up to 65,535 bytes.
_ZIP_TAIL = 22 + 65_535
_DIRECTORY_SHOWN = 1024 * 1024
# Microsoft's compound files: .doc, .xls, and .wps and .et of WPS Office ([MS-CFB] 2.2).
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_COMPOUND_STREAMS = (("WordDocument", DOC), ("Workbook", XLS), ("Book", XLS))
_DIRECTORY_BEGINS = 16_384
_TIFF_MAGIC = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


def media_type(data: bytes) -> str:
    """Return the media type of `data`; UNKNOWN if it is none of those this module names."""
    return _media_type(io.BytesIO(data), len(data))


def media_type_of(path: Path) -> str:
    """Return the media type of the regular file at `path`.

    Raises host.NotRegular or OSError when it cannot be opened.
    """
    with _opened(path) as file:
        return _media_type(file, _size(file))


def is_misnamed(name: str, media_type: str) -> bool:
    """Whether the extension of `name` belongs to another kind of file than `media_type`.

    Names without an extension, or with one that says nothing here, are right for every kind.
    """
    suffix = Path(name).suffix.lower()
    said = {suffix: kind for kind, suffix in SUFFIXES.items() if kind != UNKNOWN} | _ALSO
    return suffix in said and said[suffix] != media_type


def missing_end(path: Path) -> str | None:
    """Return why the regular file at `path` is not whole yet; None if it is, or cannot be told.

    "empty", "no_pdf_end", "no_jpeg_end", "no_png_end", "no_zip_end", "no_tiff_end", "no_bmp_end".
    Raises host.NotRegular or OSError when it cannot be opened.
    """
    with _opened(path) as file:
        return _missing_end(file, _size(file))


def missing_end_in(data: bytes) -> str | None:
    """Return why `data` is not a whole file, as `missing_end` does."""
    return _missing_end(io.BytesIO(data), len(data))


def _opened(path: Path) -> BinaryIO:
    return os.fdopen(host.open_regular(path), "rb")


def _size(file: BinaryIO) -> int:
    return os.fstat(file.fileno()).st_size


def _media_type(file: BinaryIO, size: int) -> str:
    head = _at(file, 0, _HEAD)
    # Readers accept a PDF header anywhere in the first kilobyte (ISO 32000-1, implementation note).
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(_TIFF_MAGIC):
        return TIFF
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        return BMP
    if head.startswith(b"PK\3\4"):
        return _office_type(file, size)
    if head.startswith(_COMPOUND) and len(head) >= 52:
        return _compound_type(file, head)
    return TEXT if head and text_encoding(head, whole=size <= len(head)) else UNKNOWN


def _office_type(file: BinaryIO, size: int) -> str:
    directory = _central_directory(file, size)
    if directory is None:
        return UNKNOWN
    names = _at(file, *directory)
    if b"word/document" in names:
        return DOCX
    return XLSX if b"xl/workbook" in names else UNKNOWN


def _compound_type(file: BinaryIO, head: bytes) -> str:
    """Return what an old Office file is: its own streams come before those of what it embeds."""
    (sector_shift,) = struct.unpack_from("<H", head, 30)
    (first,) = struct.unpack_from("<I", head, 48)
    if sector_shift not in (9, 12):
        return UNKNOWN
    directory = _at(file, (first + 1) << sector_shift, _DIRECTORY_BEGINS)
    found = [
        (directory.find(name.encode("utf-16-le") + b"\0\0"), kind)
        for name, kind in _COMPOUND_STREAMS
    ]
    return min(((at, kind) for at, kind in found if at >= 0), default=(0, UNKNOWN))[1]


def _missing_end(file: BinaryIO, size: int) -> str | None:
    head = _at(file, 0, _HEAD)
    # Some writers reserve the space first and fill it later: zeros are no content yet.
    if not head.strip(b"\0"):
        return "empty"
    if b"%PDF-" in head[:1024]:
        return None if b"%%EOF" in _at(file, max(0, size - 2048), 2048) else "no_pdf_end"
    if head.startswith(b"\xff\xd8\xff"):
        return None if _jpeg_ends(file, size) else "no_jpeg_end"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        end = b"IEND\xaeB`\x82"
        return None if end in _at(file, max(0, size - _HEAD), _HEAD) else "no_png_end"
    if head.startswith(_TIFF_MAGIC):
        return None if _tiff_ends(file, size) else "no_tiff_end"
    if head.startswith(b"BM") and head[6:10] == b"\0\0\0\0":
        announced = int.from_bytes(head[2:6], "little")
        return None if announced <= size else "no_bmp_end"
    if head.startswith(b"PK\3\4"):
        return None if _central_directory(file, size) else "no_zip_end"
    return None


def _at(file: BinaryIO, offset: int, count: int) -> bytes:
    """Return up to `count` bytes from `offset`; what is beyond the end is simply not there."""
    if offset < 0 or count <= 0:
        return b""
    try:
        file.seek(offset)
        return file.read(count)
    except (OverflowError, ValueError):
        return b""


def _central_directory(file: BinaryIO, size: int) -> tuple[int, int] | None:
    """Return offset and length of a zip's central directory (at most 1 MB of it); None if cut."""
    start = max(0, size - _ZIP_TAIL)
    tail = _at(file, start, _ZIP_TAIL)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < 22:
        return None
    length, offset = struct.unpack_from("<II", tail, at + 12)
    if offset == 0xFFFFFFFF or length == 0xFFFFFFFF:
        # Zip64 keeps the numbers elsewhere; its end record stands, and that is what is asked.
        return (max(0, start + at - _DIRECTORY_SHOWN), min(start + at, _DIRECTORY_SHOWN))
    if offset + length > start + at:
        return None
    return (offset, min(length, _DIRECTORY_SHOWN))


def _jpeg_ends(file: BinaryIO, size: int) -> bool:
    """Whether an end-of-image mark follows the picture data.

    The thumbnail inside EXIF has an end mark of its own, so the segments are stepped over first.
    """
    at = 2
    while True:
        mark = _at(file, at, 4)
        if len(mark) < 4 or mark[0] != 0xFF:
            return False
        if mark[1] == 0xFF:
            at += 1
        elif mark[1] == 0xDA:
            break
        elif mark[1] in (0x01, *range(0xD0, 0xD9)):
            at += 2
        else:
            at += 2 + max(2, int.from_bytes(mark[2:4], "big"))
    # Cameras append their own data behind the end mark; 64 KB covers the ones known.
    start = max(at, size - 65_536)
    return b"\xff\xd9" in _at(file, start, size - start)


# Tags that say where a TIFF's picture data stands and how long each piece is.
_PIECES = {273: 279, 324: 325}
_FIELD_BYTES = {3: 2, 4: 4, 16: 8}
_MAX_FOLDERS = 10_000
_MAX_PIECES = 100_000


def _tiff_ends(file: BinaryIO, size: int) -> bool:
    """Whether every page of a TIFF, and the picture data it points at, lies within the file."""
    head = _at(file, 0, 16)
    order = "<" if head[:2] == b"II" else ">"
    big = head[2:4] in (b"+\0", b"\0+")
    offset = _number(head[8:16] if big else head[4:8], order)
    seen: set[int] = set()
    while offset and len(seen) < _MAX_FOLDERS:
        if offset in seen:
            return True
        seen.add(offset)
        following = _tiff_folder(file, size, offset, order, big)
        if following is None:
            return False
        offset = following
    return bool(seen)


def _tiff_folder(file: BinaryIO, size: int, offset: int, order: str, big: bool) -> int | None:
    """Return the offset of the next folder (0 after the last); None if this one is not whole."""
    count_bytes, entry_bytes, next_bytes = (8, 20, 8) if big else (2, 12, 4)
    count = _number(_at(file, offset, count_bytes), order)
    if not 0 < count <= 4096:
        # A folder has at least one entry; zeros are space that is not written yet.
        return None
    body = _at(file, offset + count_bytes, count * entry_bytes + next_bytes)
    if len(body) < count * entry_bytes + next_bytes:
        return None
    fields = {
        _number(entry[:2], order): entry
        for entry in (body[i * entry_bytes : (i + 1) * entry_bytes] for i in range(count))
    }
    for offsets_tag, lengths_tag in _PIECES.items():
        if offsets_tag in fields and lengths_tag in fields:
            offsets = _values(file, fields[offsets_tag], order, big)
            lengths = _values(file, fields[lengths_tag], order, big)
            if offsets is None or lengths is None:
                return None
            pieces = zip(offsets, lengths, strict=False)
            if any(start + length > size for start, length in pieces):
                return None
    return _number(body[count * entry_bytes : count * entry_bytes + next_bytes], order)


def _values(file: BinaryIO, entry: bytes, order: str, big: bool) -> list[int] | None:
    """Return the numbers of one TIFF field, inline or where it points; None if they are cut off."""
    width = _FIELD_BYTES.get(_number(entry[2:4], order), 4)
    count = _number(entry[4:12] if big else entry[4:8], order)
    inline = entry[12:20] if big else entry[8:12]
    taken = min(count, _MAX_PIECES)
    if count * width <= len(inline):
        data = inline
    else:
        data = _at(file, _number(inline, order), taken * width)
        if len(data) < taken * width:
            return None
    return [_number(data[i * width : (i + 1) * width], order) for i in range(taken)]


def _number(data: bytes, order: str) -> int:
    return int.from_bytes(data, "little" if order == "<" else "big")


# Control characters that no text file has, apart from blanks, line ends, form feeds and escapes.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_encoding(data: bytes, *, whole: bool = True) -> str | None:
    """Return the encoding in which `data` is readable text; None if it is no text.

    whole  False when `data` is only the beginning, so that its last character may be cut
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding if _reads(data, encoding, whole) else None
    return next((e for e in _candidates(data) if _reads(data, e, whole)), None)


def _candidates(data: bytes) -> Iterator[str]:
    """Yield the encodings worth trying, the surest first."""
    if data.count(0) > len(data) // 5:
        # Half of the bytes of western UTF-16 are zero; which half says the byte order.
        yield "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
        return
    yield "utf-8"
    if 0 in data and len(data) % 2 == 0:
        # Chinese UTF-16 without its mark: only line ends and figures have a zero byte.
        yield from (each for each in ("utf-16-le", "utf-16-be") if _is_chinese(data, each))
    # In GB18030 several characters of two bytes follow each other; in western text one accented
    # letter, or two (Núñez), stands beside plain ones.
    several = len(re.findall(rb"[\x80-\xff]{4,}", data))
    accented = len(_ACCENTED.findall(data))
    yield from ("cp1252", "gb18030") if accented > several else ("gb18030", "cp1252")


_ACCENTED = re.compile(
    rb"(?<=[A-Za-z])[\x80-\xff]{1,2}(?![\x80-\xff])"
    rb"|(?<![\x80-\xff])[\x80-\xff]{1,2}(?=[A-Za-z])"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\s\x20-\x7e]")


def _is_chinese(data: bytes, encoding: str) -> bool:
    """Whether `data`, read so, is Chinese text with hardly anything else."""
    text = data.decode(encoding, "replace")
    return len(_CHINESE.findall(text)) * 20 > len(text) * 19


def _reads(data: bytes, encoding: str, whole: bool) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(data, final=whole)
    except UnicodeDecodeError:
        return False
    # One stray character makes no short note a program.
    stray = len(_CONTROL.findall(text))
    return stray * 20 <= len(text) + 20 and stray < len(text)
