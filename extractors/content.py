"""What stands on a paper before anyone understands it: pages, words, lines, tables.

Coordinates are PDF points (1/72 inch), origin at the top left of the upright page; page numbers
start at 1. Sources without geometry (Word, plain text) give words and cells without a box.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# left, top, right, bottom in points
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters that stand together on one line.

    confidence  0-1: the OCR engine's own; 1.0 for text that was never an image
    """

    text: str
    box: Box | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words that a person reads in one go, left to right. A gap a reader would see splits words."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined as they read: blanks only between words (CJK joins are in the word)."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box | None:
        """The smallest box around the words that have one."""
        return surrounding(word.box for word in self.words)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; a merged cell stands once, at its upper left place, with its spans."""

    row: int
    column: int
    text: str
    box: Box | None = None
    row_span: int = 1
    column_span: int = 1
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells, in reading order."""

    cells: tuple[Cell, ...]
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page, upright. `lines` hold all its text in reading order, tables included;
    `tables` say again what is known of the grid.

    rotated  degrees clockwise the scan was turned to stand upright: 0, 90, 180 or 270
    look     fingerprint of the page as a picture (extractors.ocr.look), for pages read as one
    codes    texts of our own labels and separator sheets on it (extractors.codes), as read
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    ocr: bool = False
    rotated: int = 0
    look: str = ""
    codes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The page as plain text, a line a line."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a source gave.

    media_type  by content, never by the file's extension
    notes       codes of what a person should know: "encrypted", "truncated", "tracked_changes" …
    """

    pages: tuple[Page, ...]
    media_type: str
    notes: tuple[str, ...] = ()

    @property
    def ocr(self) -> bool:
        """Whether any page was read from an image."""
        return any(page.ocr for page in self.pages)

    @property
    def text(self) -> str:
        """All pages, a form feed between them."""
        return "\f".join(page.text for page in self.pages)


def surrounding(boxes: Iterable[Box | None]) -> Box | None:
    """Return the smallest box around `boxes`; None if none of them is known."""
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    return (
        min(box[0] for box in known),
        min(box[1] for box in known),
        max(box[2] for box in known),
        max(box[3] for box in known),
    )
