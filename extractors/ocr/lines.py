"""From strips of text to words and lines as a person reads them: left to right, top to bottom."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.content import Box, Line, Word
from extractors.ocr.engine import Glyph, Point, Strip

# A gap inside a strip that a reader would see, in heights of the strip.
GAP = 1.2
# Two strips stand on one line when this share of the lower one's height lies beside the other.
BESIDE = 0.5


def skew_of(strips: Sequence[Strip]) -> float:
    """Return the angle in radians by which the page's lines fall to the right; 0.0 if unknown.

    The median over the strips that are long enough to show it.
    """
    angles = []
    for strip in strips:
        (x0, y0), (x1, y1) = strip.corners[0], strip.corners[1]
        if x1 - x0 > 4 * _height(strip):
            angles.append(math.atan2(y1 - y0, x1 - x0))
    return statistics.median(angles) if angles else 0.0


def lines_from(strips: Sequence[Strip], scale: float) -> tuple[Line, ...]:
    """Return the lines that `strips` make.

    scale  points per pixel
    """
    angle = skew_of(strips)
    placed = [_placed(strip, angle) for strip in strips if strip.text.strip()]
    placed.sort(key=lambda one: one.middle)
    rows: list[list[_Placed]] = []
    for one in placed:
        row = next((row for row in reversed(rows[-4:]) if _stands_beside(one, row)), None)
        if row is None:
            rows.append([one])
        else:
            row.append(one)
    rows.sort(key=lambda row: statistics.fmean(one.middle for one in row))
    return tuple(
        Line(tuple(word for one in row for word in words_of(one.strip, scale)))
        for row in (sorted(row, key=lambda one: one.left) for row in rows)
    )


@dataclass(frozen=True, slots=True)
class _Placed:
    """A strip as it would stand on the page without skew."""

    strip: Strip
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def _placed(strip: Strip, angle: float) -> _Placed:
    cosine, sine = math.cos(-angle), math.sin(-angle)
    turned = [(x * cosine - y * sine, x * sine + y * cosine) for x, y in strip.corners]
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = turned
    return _Placed(
        strip, min(x0, x3), max(x1, x2), (y0 + y1) / 2, max((y2 + y3) / 2, (y0 + y1) / 2 + 1)
    )


def _stands_beside(one: _Placed, row: Sequence[_Placed]) -> bool:
    """Whether `one` continues `row`: beside its nearest neighbour there, and not on top of it."""
    near = min(row, key=lambda other: abs(other.left - one.left))
    overlap = min(one.bottom, near.bottom) - max(one.top, near.top)
    lower = min(one.bottom - one.top, near.bottom - near.top)
    covered = min(one.right, near.right) - max(one.left, near.left)
    narrower = min(one.right - one.left, near.right - near.left)
    return overlap >= BESIDE * lower and covered < 0.5 * max(narrower, 1.0)


def words_of(strip: Strip, scale: float) -> Iterator[Word]:
    """Yield the words of one strip: split at blanks and at gaps a reader would see."""
    length = math.dist(strip.corners[0], strip.corners[1])
    gap = GAP * _height(strip) / max(length, 1.0)
    run: list[Glyph] = []
    for glyph in strip.glyphs:
        blank = glyph.character.isspace()
        if run and (blank or glyph.start - run[-1].end > gap):
            yield _word(strip, run, scale)
            run = []
        if not blank:
            run.append(glyph)
    if run:
        yield _word(strip, run, scale)


def _word(strip: Strip, run: Sequence[Glyph], scale: float) -> Word:
    return Word(
        "".join(glyph.character for glyph in run),
        _box(strip, run[0].start, run[-1].end, scale),
        sum(glyph.confidence for glyph in run) / len(run),
    )


def _box(strip: Strip, start: float, end: float, scale: float) -> Box:
    """The upright box around the part of a strip between `start` and `end` (0-1)."""
    upper_left, upper_right, lower_right, lower_left = strip.corners
    points = [
        _between(upper_left, upper_right, start),
        _between(upper_left, upper_right, end),
        _between(lower_left, lower_right, start),
        _between(lower_left, lower_right, end),
    ]
    xs, ys = [x * scale for x, _y in points], [y * scale for _x, y in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _between(one: Point, other: Point, share: float) -> Point:
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def _height(strip: Strip) -> float:
    return max(1.0, math.dist(strip.corners[0], strip.corners[3]))
