"""Where on the page a value stands, when only its line or its cell is known.

A line of a PDF or a strip of a scan is one word here, and a cell is known by its rules; a person
who asks for the evidence wants to see the value itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.content import Box, Word, surrounding
from extractors.values.plain import without_blanks


def exact_box(words: Sequence[Word], within: Box, text: str, before: int) -> Box:
    """Return the box of `text` among the words that stand in `within`; else `within` itself.

    words   of the page, in reading order
    before  how many characters, without blanks, stand in `within` before the text: which one is
            meant when it stands there several times
    """
    inside = _words_in(words, within)
    sought = without_blanks(text)
    texts = [without_blanks(word.text) for word in inside]
    at = _nearest("".join(texts), sought, before)
    if not sought or at is None:
        return within
    boxes: list[Box | None] = []
    start = 0
    for word, said in zip(inside, texts, strict=True):
        first, last = max(at - start, 0), min(at + len(sought) - start, len(said))
        if word.box and first < last:
            boxes.append(_part(word.box, said, first, last))
        start += len(said)
    return surrounding(boxes) or within


def _words_in(words: Sequence[Word], within: Box) -> list[Word]:
    """Return the words whose middle stands in `within`, give or take a point."""
    left, top = 2 * within[0] - 2, 2 * within[1] - 2
    right, bottom = 2 * within[2] + 2, 2 * within[3] + 2
    # Asked for every value that might be one: heights first, most words stand on other lines.
    return [
        word
        for word in words
        if (box := word.box)
        and top <= box[1] + box[3] <= bottom
        and left <= box[0] + box[2] <= right
    ]


def _nearest(text: str, sought: str, before: int) -> int | None:
    """Return where `sought` begins in `text`: of several places the one nearest to `before`."""
    places = []
    at = text.find(sought)
    while at >= 0:
        places.append(at)
        at = text.find(sought, at + 1)
    return min(places, key=lambda place: abs(place - before), default=None)


def _part(box: Box, said: str, first: int, last: int) -> Box:
    """Return the part of a word's box that its characters from `first` to `last` take."""
    widths = [1.0 if char.isascii() else 2.0 for char in said]
    unit = (box[2] - box[0]) / sum(widths)
    left = box[0] + unit * sum(widths[:first])
    return left, box[1], left + unit * sum(widths[first:last]), box[3]
