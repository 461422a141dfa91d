"""Tables of many thousand rows as lines of text: aligned, not folded, without drawing."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence

_GAP = "   "


def lines(
    titles: Sequence[str], rows: Sequence[Sequence[object]], right: Collection[int] = ()
) -> Iterator[str]:
    """Yield a heading, a rule and the rows; columns numbered in `right` aligned to the right."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in (titles, *rows)]
    widths = [max(map(_width, set(column))) for column in zip(*texts, strict=True)]
    for number, row in enumerate(texts):
        yield _GAP.join(
            _padded(cell, width, place in right)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        if number == 0:
            yield "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))


def _padded(text: str, width: int, to_the_right: bool) -> str:
    blanks = " " * (width - _width(text))
    return blanks + text if to_the_right else text + blanks


def _width(text: str) -> int:
    """Columns of a terminal; a Chinese character takes two."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)
