"""From a file's bytes to its `Content`: one module per kind of source, chosen by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractors import filetype
from extractors.content import Content
from extractors.settings import ReadingSettings
from extractors.sources.foreign import foreign_kind, is_infected, is_mail
from extractors.sources.refusal import Unreadable

if TYPE_CHECKING:
    # Brings numpy, which a process that only starts readers does not need.
    from extractors.ocr.engine import OcrEngine

__all__ = ["Unreadable", "open_content"]

# Blanks, zeros that were reserved and never written, a byte order mark.
_NOTHING = b"\0 \t\r\n\f\xef\xbb\xbf"
_MEGABYTE = 1024 * 1024


def open_content(data: bytes, settings: ReadingSettings, ocr: OcrEngine | None = None) -> Content:
    """Return what stands in the document `data`.

    ocr  reads page images; without it such pages come back empty and the note "no_ocr" says so
    Raises Unreadable.
    """
    if not data.strip(_NOTHING):
        raise Unreadable("empty")
    if len(data) > settings.max_file_mb * _MEGABYTE:
        raise Unreadable("too_large")
    if is_infected(data):
        raise Unreadable("infected")
    # Each source's libraries are loaded only when a file of its kind comes.
    match filetype.media_type(data):
        case filetype.PDF:
            from extractors.sources.pdf import open_pdf

            return open_pdf(data, settings, ocr)
        case filetype.DOCX:
            from extractors.sources.word import open_word

            return open_word(data, settings)
        case filetype.DOC:
            from extractors.sources.word97 import open_word97

            return open_word97(data)
        case filetype.XLSX | filetype.XLS as kind:
            from extractors.sources.sheet import open_sheet

            return open_sheet(data, kind, settings)
        case filetype.JPEG | filetype.PNG | filetype.TIFF | filetype.BMP as kind:
            from extractors.sources.image import open_image

            return open_image(data, kind, settings, ocr)
        case filetype.TEXT if is_mail(data):
            raise Unreadable("mail")
        case filetype.TEXT if foreign_kind(data) is None:
            from extractors.sources.plain import open_plain

            return open_plain(data, settings)
    raise Unreadable(foreign_kind(data) or "unknown_type")
