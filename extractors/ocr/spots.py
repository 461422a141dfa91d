"""Places on a page that read badly, looked at once more with only the darkest ink.

Where a seal on a black-and-white scan, a stamp or a carbon smear lies over the text, the strips
come out short, crooked or unsure; without the greys the print under them stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.content import Box, surrounding
from extractors.ocr.clean import without_greys
from extractors.ocr.engine import Image, OcrEngine, Strip

# A strip less sure than this is a place to look again; one or two characters alone (the heads of
# a digit grid, a tick) are always less sure.
UNSURE_BELOW = 0.85
SHORT_UNSURE_BELOW = 0.7
SHORT = 2
# So many characters in a row that are this unsure make their strip unsure.
RUN = 4
RUN_UNSURE_BELOW = 0.7
# How far around it, in millimetres: a company's seal measures about 42.
AROUND_MM = 24.0
# Pixels kept around what is taken in.
MARGIN = 6
# More of the page than this is no spot.
MOST_OF_PAGE = 0.6


def with_spots_reread(
    image: Image, strips: Sequence[Strip], dpi: float, engine: OcrEngine
) -> list[Strip]:
    """Return `strips`, around unsure places those of a second look where it is worth more."""
    result = list(strips)
    for left, top, right, bottom in _spots(image, strips, dpi):
        cut = np.ascontiguousarray(image[int(top) : int(bottom), int(left) : int(right)])
        again = [_moved(strip, left, top) for strip in engine.read(without_greys(cut))]
        result = _better(result, again)
    return result


def is_unsure(strip: Strip) -> bool:
    """Whether a strip is read too badly to be taken as it is."""
    if len(strip.glyphs) <= SHORT:
        return strip.confidence < SHORT_UNSURE_BELOW
    # A long strip may be sure at both ends and guessed under the seal in its middle.
    sure = [glyph.confidence for glyph in strip.glyphs]
    runs = (sure[i : i + RUN] for i in range(max(1, len(sure) - RUN + 1)))
    return strip.confidence < UNSURE_BELOW or min(sum(r) / len(r) for r in runs) < RUN_UNSURE_BELOW


def worth(strips: Sequence[Strip]) -> float:
    """What a reading is worth: sure characters count, unsure ones count against it."""
    return sum(glyph.confidence - 0.7 for strip in strips for glyph in strip.glyphs)


def _spots(image: Image, strips: Sequence[Strip], dpi: float) -> list[Box]:
    """Return the places to look at again, those that touch made one; none if that is most of it."""
    height, width = image.shape[:2]
    around = AROUND_MM / 25.4 * dpi
    spots: list[Box] = []
    for strip in strips:
        # One or two characters alone are no place: heads of a grid, a stroke of a pen.
        if len(strip.glyphs) <= SHORT or not is_unsure(strip):
            continue
        left, top, right, bottom = box_of(strip)
        near = (left - around, top - around, right + around, bottom + around)
        # Text that the edge would cut is taken in whole.
        cut = [box for box in map(box_of, strips) if _overlap(box, near) > 0]
        left, top, right, bottom = surrounding([near, *cut]) or near
        spot = (
            float(max(0, int(left) - MARGIN)),
            float(max(0, int(top) - MARGIN)),
            float(min(width, int(right) + MARGIN)),
            float(min(height, int(bottom) + MARGIN)),
        )
        while touched := [one for one in spots if _overlap(one, spot) > 0]:
            spots = [one for one in spots if one not in touched]
            spot = surrounding([spot, *touched]) or spot
        spots.append(spot)
    covered = sum(_area(spot) for spot in spots)
    return spots if covered <= MOST_OF_PAGE * width * height else []


def _better(first: list[Strip], second: list[Strip]) -> list[Strip]:
    """Return both readings as one: where strips of both overlap, the group that is worth more."""
    groups: list[tuple[list[Strip], list[Strip]]] = [([strip], []) for strip in first]
    for strip in second:
        box = box_of(strip)
        mine: tuple[list[Strip], list[Strip]] = ([], [strip])
        for group in [g for g in groups if any(_same_place(box, box_of(s)) for s in g[0])]:
            groups.remove(group)
            mine[0].extend(group[0])
            mine[1].extend(group[1])
        groups.append(mine)
    kept: list[Strip] = []
    for one, other in groups:
        kept += other if worth(other) > max(worth(one), 0.0) else one
    return kept


def _same_place(one: Box, other: Box) -> bool:
    return _overlap(one, other) > 0.3 * min(_area(one), _area(other))


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def box_of(strip: Strip) -> Box:
    """Return the upright box around a strip, in pixels."""
    xs, ys = [x for x, _y in strip.corners], [y for _x, y in strip.corners]
    return (min(xs), min(ys), max(xs), max(ys))


def _moved(strip: Strip, left: float, top: float) -> Strip:
    one, two, three, four = ((x + left, y + top) for x, y in strip.corners)
    return Strip(strip.glyphs, (one, two, three, four))
