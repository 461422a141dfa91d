"""Boxes to tick: found by their frames, judged by the ink inside, put into the text as □ ☑ ☒ ■.

Recognisers drop them, or read them as 口, 区, V: a square drawn beside a word is no character.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.ocr.engine import Glyph, Image, Strip

# Frames are looked for at this resolution.
SEEN_DPI = 150
# A3 at that resolution; larger paper holds no form.
MOST_PIXELS = 5_000_000
# Pages with more strokes than this are drawings or dirt.
MOST_STROKES = 3_000
# A box to tick measures this much, in millimetres, and is about as wide as high.
SIDE_MM = (2.2, 6.5)
ASPECT = 1.3
# So much of each side must be inked; pens and creases break a frame here and there.
FRAMED = 0.85
# … and of the ends of a side that make a corner.
CORNERED = 0.6
# Share of the inside that is ink: at most so much in an empty box, at least so much in a full one.
EMPTY_UP_TO, FULL_FROM = 0.045, 0.72
# Between empty and marked for sure the mark is believed less.
SURELY_MARKED_FROM = 0.09
# As many boxes as these in a row with nothing between them are places for figures.
FIGURE_PLACES = 3
# What recognisers make of a box to tick, however sure they are.
_READ_AS = frozenset("□☐☑☒√✓✔×■▢口囗ロ区凶図❑◻")
# 口 that is a word's part: 户口, 人口, 进口, 路口 …; 口头, 口径, 口粮 …
_MOUTH_AFTER, _MOUTH_BEFORE = (
    frozenset("户人进出港路窗关家门河山坡沟湾村渡"),
    frozenset("头径粮岸镇乡语味服"),
)
# Characters that are frames themselves are believed sooner than others.
_FRAMES = frozenset("日国回四田目曰因困固园圆图围由甲申中自白百首且囤")
_SURE, _FRAME_SURE = 0.85, 0.5


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box on the page, in pixels, the glyph it comes to and how sure that is."""

    left: float
    top: float
    right: float
    bottom: float
    glyph: str
    confidence: float

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def side(self) -> float:
        return (self.right - self.left + self.bottom - self.top) / 2


def with_ticks(image: Image, strips: Sequence[Strip], dpi: float) -> list[Strip]:
    """Return `strips` with the boxes of the page as glyphs in their places."""
    result = list(strips)
    for box in tick_boxes(image, strips, dpi):
        _enter(box, result)
    return result


def tick_boxes(image: Image, strips: Sequence[Strip], dpi: float) -> list[TickBox]:
    """Return the square frames on a page that are the size of a box to tick, top to bottom.

    strips  what was read; where characters stand for sure no box is looked for
    """
    share = SEEN_DPI / dpi
    if image.shape[0] * image.shape[1] * share * share > MOST_PIXELS:
        # A plan or a poster: a box to tick would be a speck on it.
        return []
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if abs(share - 1) > 0.05:
        how = cv2.INTER_AREA if share < 0.6 else cv2.INTER_LINEAR
        grey = cv2.resize(grey, None, fx=share, fy=share, interpolation=how)
    else:
        share = 1.0
    mm = dpi * share / 25.4
    ink = np.asarray(
        cv2.adaptiveThreshold(
            grey,
            1,
            cv2.ADAPTIVE_THRESH_MEAN_C,
            cv2.THRESH_BINARY_INV,
            max(3, round(5 * mm) | 1),
            18,
        ),
        np.uint8,
    )
    for run in _runs_of_characters(strips):
        cv2.fillPoly(ink, [np.round(run * share).astype(np.int32)], 0)
    found = [_judged(ink, frame) for frame in _frames(ink, mm)]
    found += [TickBox(*solid, "■", 0.9) for solid in _solids(ink, mm)]
    kept: list[TickBox] = []
    for box in sorted(found, key=lambda one: -one.side):
        if not any(_overlap(box, other) for other in kept):
            kept.append(box)
    ticks = [one for one in kept if not _is_place_of_figure(one, kept)]
    return [
        replace(
            one,
            left=one.left / share,
            top=one.top / share,
            right=one.right / share,
            bottom=one.bottom / share,
        )
        for one in sorted(ticks, key=lambda one: (one.top, one.left))
    ]


def _runs_of_characters(strips: Sequence[Strip]) -> Iterator[NDArray[np.float64]]:
    """Yield the corners of each run of glyphs that are characters for sure."""
    for strip in strips:
        corners = np.asarray(strip.corners, np.float64)
        length, height = _size(strip)
        core = 0.3 * height / length
        run: list[float] = []
        for number, glyph in enumerate(strip.glyphs):
            middle = (glyph.start + glyph.end) / 2
            # What is farther apart than two characters may hold a box that was not read.
            is_next = not run or middle - run[-1] < 1.15 * height / length
            if _is_character(strip, number) and is_next:
                run.append(middle)
                continue
            if run:
                yield _part(corners, run[0] - core, run[-1] + core)
            run = [middle] if _is_character(strip, number) else []
        if run:
            yield _part(corners, run[0] - core, run[-1] + core)


def _part(corners: NDArray[np.float64], start: float, end: float) -> NDArray[np.float64]:
    one, two, three, four = corners
    return np.array(
        (
            one + (two - one) * start,
            one + (two - one) * end,
            four + (three - four) * end,
            four + (three - four) * start,
        )
    )


Frame = tuple[float, float, float, float]


def _frames(ink: NDArray[np.uint8], mm: float) -> Iterator[Frame]:
    """Yield left, top, right, bottom of what has four straight sides of a box's length."""
    shortest, longest = (side * mm for side in SIDE_MM)
    run = max(4, round(shortest * 0.7))
    # A pixel of height to spare: the lines of a page that lies askew climb.
    level = cv2.morphologyEx(
        cv2.dilate(ink, np.ones((2, 1), np.uint8)), cv2.MORPH_OPEN, np.ones((1, run), np.uint8)
    )
    sides = [
        (x, y, w, h)
        for x, y, w, h in _pieces(np.asarray(level, np.uint8))
        if shortest * 0.8 <= w <= longest * 1.25 and h <= 0.45 * w
    ]
    if len(sides) > MOST_STROKES:
        return
    sides.sort(key=lambda side: side[1])
    for number, (x, y, w, _h) in enumerate(sides):
        for x2, y2, w2, h2 in sides[number + 1 :]:
            high = y2 + h2 - y
            if high > longest * 1.2:
                break
            if abs(x - x2) > 0.22 * max(w, w2) or abs(x + w - x2 - w2) > 0.3 * max(w, w2):
                continue
            wide = min(w, w2)
            if not (shortest <= high <= longest and high / ASPECT <= wide <= high * ASPECT):
                continue
            frame = (float(min(x, x2)), float(y), float(min(x + w, x2 + w2)), float(y2 + h2))
            if _is_framed(ink, frame):
                yield frame
                break


def _pieces(ink: NDArray[np.uint8]) -> Iterator[tuple[int, int, int, int]]:
    """Yield left, top, width and height of all that hangs together."""
    contours, _tree = cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        x, y, w, h = cv2.boundingRect(contour)
        yield int(x), int(y), int(w), int(h)


def _is_framed(ink: NDArray[np.uint8], frame: Frame) -> bool:
    """Whether all four sides are drawn from corner to corner, with paper around them."""
    left, top, right, bottom = (int(edge) for edge in frame)
    wide = max(1, (right - left) // 10)
    high, width = ink.shape
    sides = (
        ink[top:bottom, max(0, left - wide) : left + wide + 1].max(axis=1),
        ink[top:bottom, right - wide - 1 : right + wide].max(axis=1),
        ink[max(0, top - wide) : top + wide + 1, left:right].max(axis=0),
        ink[bottom - wide - 1 : bottom + wide, left:right].max(axis=0),
    )
    if any(not side.size or float(side.mean()) < FRAMED for side in sides):
        return False
    # A letter's bow has no corners.
    corner = max(2, (right - left) // 6)
    ends = [part for side in sides for part in (side[:corner], side[-corner:])]
    if sum(float(end.mean()) >= CORNERED for end in ends) < 7:
        return False
    beyond = wide + max(2, (right - left) // 8)
    around = (
        ink[top:bottom, max(0, left - beyond)],
        ink[top:bottom, min(width - 1, right + beyond)],
        ink[max(0, top - beyond), left:right],
        ink[min(high - 1, bottom + beyond), left:right],
    )
    return sum(float(edge.mean()) < 0.4 for edge in around) >= 3


def _judged(ink: NDArray[np.uint8], frame: Frame) -> TickBox:
    """Return the box with what is marked in it."""
    left, top, right, bottom = (int(edge) for edge in frame)
    inset = max(2, math.ceil((right - left) * 0.2))
    inside = ink[top + inset : bottom - inset, left + inset : right - inset]
    share = float(inside.mean()) if inside.size else 0.0
    if share <= EMPTY_UP_TO:
        return TickBox(*frame, "□", 0.95)
    if share >= FULL_FROM:
        return TickBox(*frame, "■", 0.9)
    glyph = "☒" if _is_crossed(inside) else "☑"
    return TickBox(*frame, glyph, 0.95 if share >= SURELY_MARKED_FROM else 0.6)


def _is_crossed(inside: NDArray[np.uint8]) -> bool:
    """Whether both diagonals are drawn: a tick has an empty corner."""
    square = cv2.resize(inside, (12, 12), interpolation=cv2.INTER_AREA) > 0
    falling = [square[max(0, i - 1) : i + 2, max(0, i - 1) : i + 2].any() for i in range(12)]
    flipped = square[:, ::-1]
    rising = [flipped[max(0, i - 1) : i + 2, max(0, i - 1) : i + 2].any() for i in range(12)]
    return bool(min(sum(falling), sum(rising)) >= 11)


def _solids(ink: NDArray[np.uint8], mm: float) -> Iterator[Frame]:
    """Yield squares that are ink all over."""
    shortest, longest = (side * mm for side in SIDE_MM)
    core = max(4, round(shortest * 0.8))
    solid = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((core, core), np.uint8))
    for x, y, w, h in _pieces(np.asarray(solid, np.uint8)):
        if (
            shortest * 0.8 <= min(w, h)
            and max(w, h) <= longest
            and max(w, h) <= ASPECT * min(w, h)
            and float(solid[y : y + h, x : x + w].mean()) >= 0.9
        ):
            yield (float(x), float(y), float(x + w), float(y + h))


def _overlap(one: TickBox, other: TickBox) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > 0.3 * one.side and high > 0.3 * one.side


def _is_place_of_figure(box: TickBox, boxes: Sequence[TickBox]) -> bool:
    """Whether it stands in a row of boxes with no room for a word between them."""
    near = [
        one
        for one in boxes
        if abs(one.middle[1] - box.middle[1]) < 0.4 * box.side and 0.7 < one.side / box.side < 1.4
    ]
    near.sort(key=lambda one: one.left)
    place = near.index(box)
    first = last = place
    while first > 0 and near[first].left - near[first - 1].right < 0.7 * box.side:
        first -= 1
    while last + 1 < len(near) and near[last + 1].left - near[last].right < 0.7 * box.side:
        last += 1
    return last - first + 1 >= FIGURE_PLACES


def _enter(box: TickBox, strips: list[Strip]) -> None:
    """Put the box into the strip that it stands in, or beside."""
    best: tuple[float, int, float, float] | None = None
    for number, strip in enumerate(strips):
        along, across = _along(strip, box.middle)
        length, height = _size(strip)
        if not -0.2 <= across <= 1.2 or not 0.45 <= box.side / height <= 1.6:
            continue
        beyond = max(-along * length, (along - 1) * length, 0.0)
        # A box belongs to the words after it rather than to those before.
        cost = beyond if along < 0.5 else beyond * 1.5
        if beyond <= 2.2 * box.side and (best is None or cost < best[0]):
            best = (cost, number, along, box.side / length)
    if best is None:
        return
    _cost, number, along, share = best
    entered = _with_box(strips[number], box, along, share)
    if entered is not None:
        strips[number] = entered


def _with_box(strip: Strip, box: TickBox, along: float, share: float) -> Strip | None:
    """Return the strip with the box at `along`; None if a character stands there for sure."""
    start, end = along - share / 2, along + share / 2
    kept: list[Glyph] = []
    for number, glyph in enumerate(strip.glyphs):
        middle = (glyph.start + glyph.end) / 2
        if not start - 0.15 * share <= middle <= end + 0.15 * share:
            kept.append(glyph)
            continue
        if _is_character(strip, number):
            return None
    kept.append(Glyph(box.glyph, start, end, box.confidence))
    kept.sort(key=lambda glyph: glyph.start + glyph.end)
    return Strip(tuple(kept), strip.corners)


def _is_character(strip: Strip, number: int) -> bool:
    """Whether a glyph is what it was read as, and the frame a part of its strokes."""
    glyph = strip.glyphs[number]
    character = glyph.character
    if character in _READ_AS:
        if character != "口":
            return False
        before = strip.glyphs[number - 1].character if number else ""
        after = strip.glyphs[number + 1].character if number + 1 < len(strip.glyphs) else ""
        return before in _MOUTH_AFTER or after in _MOUTH_BEFORE
    sure = _FRAME_SURE if character in _FRAMES else _SURE
    return character.isalnum() and glyph.confidence >= sure


def _along(strip: Strip, point: tuple[float, float]) -> tuple[float, float]:
    """Return where a point stands: along the strip and across it, both 0 to 1 inside."""
    (x0, y0), (x1, y1), _right, (x3, y3) = strip.corners
    matrix = np.array(((x1 - x0, x3 - x0), (y1 - y0, y3 - y0)))
    if abs(float(np.linalg.det(matrix))) < 1e-6:
        return -9.0, -9.0
    along, across = np.linalg.solve(matrix, np.array((point[0] - x0, point[1] - y0)))
    return float(along), float(across)


def _size(strip: Strip) -> tuple[float, float]:
    one, two, _three, four = strip.corners
    return max(1.0, math.dist(one, two)), max(1.0, math.dist(one, four))
