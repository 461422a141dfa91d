"""Office packages (zip files of XML), looked through before any library may open them.

Refuses what unpacks to far more than a document, and document type declarations, which Office
never writes and which make parsers fetch files or expand without end.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib

from extractors.sources.refusal import Unreadable

MOST_UNPACKED = 200 * 1024 * 1024
MOST_ENTRIES = 5_000
HIGHEST_RATIO = 200
# Below this a high ratio is only a short text repeated.
HARMLESS = 4 * 1024 * 1024
_CHUNK = 1024 * 1024
_XML = (".xml", ".rels", ".vml")
# What zipfile raises on damaged packages and on kinds of packing it does not know.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    ValueError,
    OSError,
)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_package(data: bytes) -> None:
    """Return if the Office package `data` is safe to parse. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries)
            _check_parts(package, entries)
    except _DAMAGE as cause:
        raise Unreadable("unreadable") from cause
    except RuntimeError as cause:
        # zipfile's word for an entry that needs a password.
        raise Unreadable("encrypted") from cause


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    """The announced sizes: the cheapest look, and enough for an honest bomb."""
    if len(entries) > MOST_ENTRIES:
        raise Unreadable("zip_bomb")
    if len({entry.filename for entry in entries}) < len(entries):
        # Two parts of one name: which one is read depends on the reader.
        raise Unreadable("unreadable")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MOST_UNPACKED or (
        unpacked > HARMLESS and unpacked > HIGHEST_RATIO * max(packed, 1)
    ):
        raise Unreadable("zip_bomb")


def _check_parts(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Unpack in pieces, count what really comes, and look for declarations in XML parts."""
    left = MOST_UNPACKED
    for entry in entries:
        is_xml = entry.filename.lower().endswith(_XML)
        with package.open(entry) as part:
            before = b""
            while piece := part.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise Unreadable("zip_bomb")
                if is_xml and _DECLARATION.search(_as_ascii(before + piece)):
                    raise Unreadable("forbidden_markup")
                before = piece[-32:]


def _as_ascii(piece: bytes) -> bytes:
    """UTF-16 text without its zero bytes reads as ASCII where it is ASCII."""
    return piece.replace(b"\0", b"") if b"\0" in piece else piece
