"""Word's old binary format (.doc, and .wps of WPS Writer), by Microsoft's [MS-DOC] and [MS-CFB].

Read like the new format: what the document says now, tables with their merged cells, one page.
"""

from __future__ import annotations

import struct

from extractors.content import Content, Page
from extractors.filetype import DOC
from extractors.sources.refusal import Unreadable
from extractors.sources.word97.file import open_file
from extractors.sources.word97.story import told
from extractors.sources.written import A4

__all__ = ["open_word97"]


def open_word97(data: bytes) -> Content:
    """Return what stands in the old Word document `data`. Raises Unreadable."""
    try:
        file = open_file(data)
        body = told(file)
    except (OSError, struct.error, IndexError, ValueError, OverflowError, KeyError) as cause:
        # What lying offsets and lengths lead to; the format has no checksums.
        raise Unreadable("unreadable") from cause
    page = Page(1, *A4, tuple(body.lines), tuple(body.tables))
    return Content((page,), DOC, file.notes)
