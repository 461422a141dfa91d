"""Plain text: one line a line, a form feed between pages, blanks kept as gaps between words."""

from __future__ import annotations

import re

from extractors.content import Content, Line, Page, Word
from extractors.filetype import TEXT, text_encoding
from extractors.settings import ReadingSettings
from extractors.sources.refusal import Unreadable

# Two blanks, a tab or a full-width blank are a gap a reader sees; so is one blank between letters,
# but both are written the same way: as a boundary between words.
_GAP = re.compile(r"[ \t\u00a0\u3000]+")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def open_plain(data: bytes, settings: ReadingSettings) -> Content:
    """Return the text of `data`, whose encoding is found by looking. Raises Unreadable."""
    encoding = text_encoding(data)
    if encoding is None:
        raise Unreadable("unknown_type")
    pages = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n").rstrip("\f").split("\f")
    if len(pages) > settings.max_pages:
        raise Unreadable("too_many_pages")
    return Content(
        tuple(
            Page(number, 0.0, 0.0, lines_of_text(text))
            for number, text in enumerate(pages, start=1)
        ),
        TEXT,
    )


def lines_of_text(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not empty, without what nobody can see."""
    lines = (
        tuple(Word(part) for part in _GAP.split(_UNSEEN.sub("", line).strip()) if part)
        for line in text.split("\n")
    )
    return tuple(Line(words) for words in lines if words)
