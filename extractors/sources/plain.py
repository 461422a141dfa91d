"""Plain text: one line a line, a form feed between pages, blanks and underscores kept as typed."""

from __future__ import annotations

import re

from extractors.content import Content, Line, Page, Word
from extractors.filetype import TEXT, text_encoding
from extractors.settings import ReadingSettings
from extractors.sources.refusal import Unreadable

# What a printed page holds at the most, in characters and in lines.
MOST_ON_A_PAGE, MOST_LINES_ON_A_PAGE = 5_000, 100
# Control characters, zero-width marks, marks that turn the direction of text, lone surrogates.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def open_plain(data: bytes, settings: ReadingSettings) -> Content:
    """Return the text of `data`, whose encoding is found by looking. Raises Unreadable."""
    encoding = text_encoding(data)
    if encoding is None:
        raise Unreadable("unknown_type")
    text = data.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    pages = text.rstrip("\f\n").split("\f")
    if max(len(pages), pages_worth(text)) > settings.max_pages:
        raise Unreadable("too_many_pages")
    if not seen_of(text).strip():
        raise Unreadable("empty")
    return Content(
        tuple(Page(number, 0.0, 0.0, lines_of(page)) for number, page in enumerate(pages, start=1)),
        TEXT,
    )


def pages_worth(text: str) -> int:
    """Return how many printed pages `text` would fill at the least, however it is broken up.

    Keeps the time that understanding takes within the limit that holds for pages.
    """
    return max(len(text) // MOST_ON_A_PAGE, text.count("\n") // MOST_LINES_ON_A_PAGE)


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of `text` that are not empty, each one word with its blanks as typed.

    Without geometry the typed blanks are all that tells a column from a space.
    """
    lines = (line_of(line) for line in text.split("\n"))
    return tuple(line for line in lines if line is not None)


def line_of(text: str) -> Line | None:
    """Return `text` as a line; None if there is nothing to see in it."""
    seen = seen_of(text).rstrip()
    return Line((Word(seen),)) if seen else None


def seen_of(text: str) -> str:
    """Return `text` without characters that nobody can see."""
    return _UNSEEN.sub("", text)
