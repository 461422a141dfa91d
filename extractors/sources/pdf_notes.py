"""What a PDF carries besides its pages: signatures, program code, attachments, requests."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pypdfium2.raw as pdfium

# Names of objects are plain bytes, or sit in compressed object streams (ISO 32000-1, 7.5.7).
_OBJECT_STREAM = re.compile(rb"/ObjStm\b[^>]{0,300}>>\s*stream\r?\n")
_MOST_PACKED, _MOST_UNPACKED = 1024 * 1024, 4 * 1024 * 1024
_MOST_STREAMS = 500
# A letter of a name may be written as # and two digits, which is how such names are hidden.
_HIDDEN = re.compile(rb"#([0-9A-Fa-f]{2})")
_NAMES = {
    "javascript": re.compile(rb"/(?:JavaScript|JS)(?![A-Za-z0-9])"),
    "launch": re.compile(rb"/Launch(?![A-Za-z0-9])"),
    "remote_link": re.compile(rb"/(?:GoToR|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])"),
    "embedded_files": re.compile(rb"/(?:EmbeddedFiles?|RichMedia|FileAttachment)(?![A-Za-z0-9])"),
    "xfa": re.compile(rb"/XFA(?![A-Za-z0-9])"),
}
_MARKS = re.compile(
    rb"/(?:Java|JS|Laun|GoTo[RE]|Submit|Import|Embed|RichM|FileAtt|XFA)|/\w{0,12}#[0-9A-Fa-f]{2}"
)
# What may follow the signed bytes without changing the paper: line ends.
_SPARE = 16


def pdf_notes(document: Any, data: bytes) -> tuple[str, ...]:
    """Return the codes of sources.notes that hold for the opened `document` of bytes `data`."""
    found = set()
    if pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0:
        found.add("encrypted")
    if pdfium.FPDF_GetSignatureCount(document) > 0:
        found.add("signed")
        if _goes_on_after_signing(document, len(data)):
            found.add("changed_after_signing")
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        found.add("javascript")
    if pdfium.FPDFDoc_GetAttachmentCount(document) > 0:
        found.add("embedded_files")
    for text in chain([data], _object_streams(data)):
        found |= _named(text)
    order = ("encrypted", "signed", "changed_after_signing", *_NAMES)
    return tuple(code for code in order if code in found)


def _named(text: bytes) -> set[str]:
    # One quick look first: in scans of many megabytes there is nothing to find.
    around = [text[max(0, m.start() - 1) : m.end() + 40] for m in _MARKS.finditer(text)]
    shown = b"\n".join(_HIDDEN.sub(lambda m: bytes([int(m[1], 16)]), one) for one in around)
    return {code for code, pattern in _NAMES.items() if pattern.search(shown)}


def _object_streams(data: bytes) -> Iterator[bytes]:
    for number, m in enumerate(_OBJECT_STREAM.finditer(data)):
        if number >= _MOST_STREAMS:
            return
        try:
            packed = memoryview(data)[m.end() : m.end() + _MOST_PACKED]
            yield zlib.decompressobj().decompress(packed, _MOST_UNPACKED)
        except zlib.error:
            continue


def _goes_on_after_signing(document: Any, size: int) -> bool:
    """Whether no signature covers the end of the file."""
    ends = []
    for index in range(pdfium.FPDF_GetSignatureCount(document)):
        signature = pdfium.FPDF_GetSignatureObject(document, index)
        count = pdfium.FPDFSignatureObj_GetByteRange(signature, None, 0)
        if not 0 < count <= 64:
            continue
        ranges = (ctypes.c_int * count)()
        pdfium.FPDFSignatureObj_GetByteRange(signature, ranges, count)
        ends.append(ranges[count - 2] + ranges[count - 1])
    return bool(ends) and max(ends) + _SPARE < size
