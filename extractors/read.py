"""One document read: its content, and what was understood of it.

A pure function of the bytes and the settings, which may run anywhere.
"""

from __future__ import annotations

from extractors.content import Content
from extractors.ocr.engine import OcrEngine
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from extractors.sources import open_content


def read(
    data: bytes, settings: ReadingSettings, ocr: OcrEngine | None = None
) -> tuple[Content, Reading]:
    """Return what stands in the document `data` and what it says.

    ocr  reads page images; without it scans come back without text and the note "no_ocr"
    Raises extractors.sources.Unreadable.
    """
    from extractors.papers import understand_scan

    content = open_content(data, settings, ocr)
    return content, understand_scan(content, settings)
