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

from extractors.sources.foreign import is_infected
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
# What is kept of one piece for the next, so that no mark is cut in two.
_OVERLAP = 400
_OUTSIDE = rb"(?=[^<>]{0,400}TargetMode\s*=\s*[\"']External)[^<>]{0,400}/relationships/"
# Links that a person may click on (hyperlinks) are no request of the file.
_REQUESTS = {
    "dde": re.compile(rb"(?:instrText[^<]{0,80}>|instr\s*=\s*[\"'])\s*DDE(?:AUTO)?\b|<ddeLink\b"),
    "external_template": re.compile(rb"<Relationship\b" + _OUTSIDE + rb"attachedTemplate"),
    "external_link": re.compile(
        rb"<Relationship\b" + _OUTSIDE + rb"(?:image|oleObject|frame|subDocument|externalLinkPath)"
    ),
}
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_package(data: bytes) -> tuple[str, ...]:
    """Return what the Office package `data` carries besides its text, as codes of sources.notes.

    Raises Unreadable if it is not safe to parse.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries)
            return _notes_of(entries, _checked_parts(package, entries))
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


def _checked_parts(package: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> set[str]:
    """Unpack in pieces, count what really comes, and look into XML parts.

    Refuses declarations; returns the codes of what the parts ask for.
    """
    left = MOST_UNPACKED
    found: set[str] = set()
    for entry in entries:
        is_xml = entry.filename.lower().endswith(_XML)
        with package.open(entry) as part:
            before = b""
            while piece := part.read(_CHUNK):
                left -= len(piece)
                if left < 0:
                    raise Unreadable("zip_bomb")
                if is_infected(before + piece):
                    raise Unreadable("infected")
                if is_xml:
                    text = _as_ascii(before + piece)
                    if _DECLARATION.search(text):
                        raise Unreadable("forbidden_markup")
                    found |= {code for code, mark in _REQUESTS.items() if mark.search(text)}
                before = piece[-_OVERLAP:]
    return found


def _notes_of(entries: list[zipfile.ZipInfo], asked: set[str]) -> tuple[str, ...]:
    names = [entry.filename.lower() for entry in entries]
    if any(name.endswith("vbaproject.bin") for name in names):
        asked.add("macros")
    embedded = [name for name in names if "/embeddings/" in name]
    if any(name.endswith(".bin") for name in embedded) or any("/activex/" in n for n in names):
        asked.add("ole_object")
    if any(not name.endswith(".bin") for name in embedded):
        asked.add("embedded_files")
    if any(name.startswith("_xmlsignatures/") for name in names):
        asked.add("signed")
    return tuple(sorted(asked))


def _as_ascii(piece: bytes) -> bytes:
    """UTF-16 text without its zero bytes reads as ASCII where it is ASCII."""
    return piece.replace(b"\0", b"") if b"\0" in piece else piece
