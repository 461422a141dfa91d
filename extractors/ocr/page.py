"""One page image, read: cleaned, turned upright, its strips made into lines and tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extractors.content import Page
from extractors.ocr.clean import is_blank, spread, without_seals
from extractors.ocr.engine import Image, OcrEngine, Strip
from extractors.ocr.figure_cells import with_figure_cells
from extractors.ocr.grid import grids_on, tables_of
from extractors.ocr.lines import lines_from, skew_of
from extractors.ocr.spots import SHORT, is_unsure, with_spots_reread, worth
from extractors.ocr.ticks import with_ticks

# A page read less surely than this is read again with its contrast spread.
POOR_BELOW = 0.88


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
    grids = grids_on(cleaned, dpi, skew_of(strips))
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
    )


def _page(image: Image, number: int, dpi: float) -> Page:
    height, width = image.shape[:2]
    return Page(number, width * 72 / dpi, height * 72 / dpi, (), ocr=True)


def _read_twice_if_poor(image: Image, engine: OcrEngine) -> list[Strip]:
    """Spreading the contrast helps faint copies and ruins photos, so the surer reading is kept."""
    first = engine.read(image)
    if first and _confidence(first) >= POOR_BELOW:
        return first
    second = engine.read(spread(image))
    return second if worth(second) > worth(first) else first


def _confidence(strips: Sequence[Strip]) -> float:
    """The mean over all characters of the page."""
    characters = sum(len(strip.glyphs) for strip in strips)
    return sum(g.confidence for s in strips for g in s.glyphs) / characters if characters else 0.0
