"""One page image, read: cleaned, turned upright, its strips made into lines and tables."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from extractors.content import Page
from extractors.ocr.clean import is_blank, spread, without_greys, without_seals
from extractors.ocr.engine import Image, OcrEngine, Strip
from extractors.ocr.figure_cells import with_figure_cells
from extractors.ocr.grid import grids_on, tables_of
from extractors.ocr.lines import lines_from, skew_of
from extractors.ocr.look import look_of
from extractors.ocr.spots import SHORT, is_unsure, with_spots_reread, worth
from extractors.ocr.ticks import with_ticks

# A page read less surely than this is read again with its contrast spread.
POOR_BELOW = 0.88
# So many strips that lie aslant by more than this, in radians, are a watermark.
ASLANT, SLANT = 3, math.radians(10)
# A reading of the darkest ink alone is taken if it has most of the level text, about as sure.
MOSTLY, SURE_AS = 0.6, 0.02


def read_page(image: Image, number: int, dpi: float, engine: OcrEngine) -> Page:
    """Return page `number` as read from `image`, which may lie on its side or head.

    dpi  pixels per inch, for sizes in points
    """
    if is_blank(image):
        return _page(image, number, dpi)
    turned = engine.turned(image)
    upright = np.ascontiguousarray(np.rot90(image, turned // 90)) if turned else image
    cleaned = without_seals(upright, dpi)
    strips = _read_twice_if_poor(cleaned, engine)
    skew = skew_of(strips)
    grids = grids_on(cleaned, dpi, skew)
    strips = with_figure_cells(cleaned, strips, grids, dpi, engine)
    strips = with_spots_reread(cleaned, strips, dpi, engine)
    strips = with_ticks(cleaned, strips, dpi)
    # One or two characters that stay unsure are the remains of a seal or a stroke of a pen.
    strips = [strip for strip in strips if len(strip.glyphs) > SHORT or not is_unsure(strip)]
    lines = lines_from(strips, 72 / dpi)
    tables = tables_of(grids, lines)
    height, width = upright.shape[:2]
    return Page(
        number,
        width * 72 / dpi,
        height * 72 / dpi,
        lines,
        tables,
        ocr=True,
        rotated=(360 - turned) % 360,
        look=look_of(upright, skew),
    )


def _page(image: Image, number: int, dpi: float) -> Page:
    height, width = image.shape[:2]
    return Page(number, width * 72 / dpi, height * 72 / dpi, (), ocr=True)


def _read_twice_if_poor(image: Image, engine: OcrEngine) -> list[Strip]:
    """Spreading the contrast helps faint copies and ruins photos, so the surer reading is kept.
    Under a watermark, text that lies aslant, the page is read with only its darkest ink."""
    first = engine.read(image)
    level = [strip for strip in first if not _is_aslant(strip, skew_of(first))]
    if len(first) - len(level) >= ASLANT:
        darkest = engine.read(without_greys(image))
        if (
            _characters(darkest) > MOSTLY * _characters(level)
            and _confidence(darkest) > _confidence(level) - SURE_AS
        ):
            return darkest
        return level
    if first and _confidence(first) >= POOR_BELOW:
        return first
    second = engine.read(spread(image))
    return second if worth(second) > worth(first) else first


def _is_aslant(strip: Strip, skew: float) -> bool:
    (x0, y0), (x1, y1) = strip.corners[:2]
    return len(strip.glyphs) > SHORT and abs(math.atan2(y1 - y0, x1 - x0) - skew) > SLANT


def _characters(strips: Sequence[Strip]) -> int:
    return sum(len(strip.glyphs) for strip in strips)


def _confidence(strips: Sequence[Strip]) -> float:
    """The mean over all characters of the page."""
    characters = sum(len(strip.glyphs) for strip in strips)
    return sum(g.confidence for s in strips for g in s.glyphs) / characters if characters else 0.0
