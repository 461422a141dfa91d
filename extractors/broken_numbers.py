"""Numbers that a line end broke in two, put together again: in running text and in narrow cells.

Pure. Chinese is broken anywhere, numbers too. Two pieces are one number where the first ends a
word (第0, 余额85,5), the second begins the next line or stands below, the whole has the shape of a
number that is looked for, and the pieces by themselves are none that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extractors.content import Line, Word
from extractors.values.plain import plain

_ENDS = re.compile(r"[^\W\d_](\d[\d.,:/-]*)$")
_BEGINS = re.compile(r"[\d.,:/-]*\d")
# Digits below which two numbers are too easily taken for one.
_SHORTEST = 4
# How far to the side the second piece may begin in a cell, in points, and how far below.
_ASIDE, _BELOW = 8.0, 1.5
_LINES_ON = 2


def shape(number: str) -> str:
    """Return a number with every digit as 0: 00,000.00."""
    return re.sub(r"\d", "0", number)


def put_together(lines: Sequence[Line], looked_for: AbstractSet[str]) -> list[Line]:
    """Return lines in which no number like those looked for is broken any more."""
    shapes = {shape(number) for number in looked_for}
    words = [list(line.words) for line in lines]
    for at, line in enumerate(words):
        for place, word in enumerate(line):
            ends = _ENDS.search(plain(word.text))
            if ends is None:
                continue
            for below, other in _following(words, at, place):
                begins = _BEGINS.match(plain(words[below][other].text))
                whole = ends[1] + begins[0] if begins else ""
                if len(whole) < _SHORTEST or shape(whole) not in shapes or begins is None:
                    continue
                if ends[1] not in looked_for or begins[0] not in looked_for:
                    second = words[below][other]
                    line[place] = replace(word, text=plain(word.text) + whole[len(ends[1]) :])
                    words[below][other] = replace(
                        second, text=plain(second.text)[len(whole) - len(ends[1]) :]
                    )
                    break
    return [
        Line(tuple(word for word in line if word.text))
        for line in words
        if any(word.text for word in line)
    ]


def _following(words: Sequence[Sequence[Word]], at: int, place: int) -> list[tuple[int, int]]:
    """Return where the second piece may stand: at the head of the next line, or right below."""
    found = []
    if place == len(words[at]) - 1 and at + 1 < len(words) and words[at + 1]:
        found.append((at + 1, 0))
    box = words[at][place].box
    if box is None:
        return found
    for below in range(at + 1, min(at + 1 + _LINES_ON, len(words))):
        for other, word in enumerate(words[below]):
            if word.box is None or abs(word.box[0] - box[0]) > _ASIDE:
                continue
            if 0 < word.box[1] - box[1] < (1 + _BELOW) * (box[3] - box[1]):
                found.append((below, other))
    return found
