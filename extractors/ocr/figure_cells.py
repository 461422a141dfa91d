"""Rows of narrow cells with one figure each (千百十万千百十元角分, an ID number), read per cell.

Read across, a recogniser takes the ruling lines for 1 and l and drops figures that stand wide
apart. Here the insides of the cells are put side by side without the lines and read as one strip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.content import Box
from extractors.ocr.engine import Glyph, Image, OcrEngine, Strip
from extractors.ocr.grid import Grid

# So many cells in a row, this wide and high in millimetres, about alike, are places for figures.
FEWEST = 6
WIDE_MM, HIGH_MM = (2.6, 10.0), (3.0, 14.0)
ALIKE = 1.35
# What is cut off on each side of a cell, in millimetres: the ruling line, and where it wavers.
RULING_MM = 0.55
# A cell whose darkest is within this of its paper, in grey levels, is empty.
EMPTY_BELOW = 45
# A currency sign that was read as something else is no surer than this.
SIGN_GUESSED = 0.8
# The cells' insides as they are put together: height in pixels, and paper between them.
HIGH, BETWEEN = 48, 10

Row = list[Box]


def with_figure_cells(
    image: Image, strips: Sequence[Strip], grids: Sequence[Grid], dpi: float, engine: OcrEngine
) -> list[Strip]:
    """Return `strips` with what stands in rows of narrow cells read cell by cell."""
    result = list(strips)
    for grid in grids:
        for row in _rows(grid):
            read = _read(image, row, dpi, engine)
            if read:
                result = [left for strip in result for left in _without(strip, row)] + read
    return result


def _rows(grid: Grid) -> Iterator[Row]:
    """Yield the runs of narrow cells that stand side by side, as boxes on the page in pixels."""
    mm = grid.dpi / 25.4
    narrow = [
        cell
        for cell in grid.cells
        if WIDE_MM[0] * mm <= cell[2] - cell[0] <= WIDE_MM[1] * mm
        and HIGH_MM[0] * mm <= cell[3] - cell[1] <= HIGH_MM[1] * mm
    ]
    levels: list[list[tuple[int, int, int, int]]] = []
    for cell in sorted(narrow, key=lambda cell: cell[1]):
        if levels and cell[1] - levels[-1][0][1] < 1.5 * mm:
            levels[-1].append(cell)
        else:
            levels.append([cell])
    for level in levels:
        for run in _runs(sorted(level), mm):
            if len(run) >= FEWEST:
                yield [grid.on_page(one) for one in run]


def _runs(
    cells: Sequence[tuple[int, int, int, int]], mm: float
) -> list[list[tuple[int, int, int, int]]]:
    runs: list[list[tuple[int, int, int, int]]] = []
    for cell in cells:
        if runs and _is_next(runs[-1][-1], cell, mm):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs


def _is_next(one: tuple[int, ...], other: tuple[int, ...], mm: float) -> bool:
    """Whether `other` stands at the right of `one`, with only a ruling line between them."""
    wide, next_wide = one[2] - one[0], other[2] - other[0]
    return (
        abs(one[1] - other[1]) < 1.5 * mm
        and abs(one[3] - other[3]) < 1.5 * mm
        and -1 <= other[0] - one[2] < 2.2 * mm
        and max(wide, next_wide) <= ALIKE * min(wide, next_wide)
    )


def _read(image: Image, row: Row, dpi: float, engine: OcrEngine) -> list[Strip]:
    """Return one strip for each cell of the row that holds something."""
    cut = RULING_MM * dpi / 25.4
    insides: list[tuple[Box, NDArray[np.uint8]]] = []
    for left, top, right, bottom in row:
        box = (left + cut, top + cut, right - cut, bottom - cut)
        x0, y0, x1, y1 = (round(edge) for edge in box)
        inside = image[max(0, y0) : y1, max(0, x0) : x1]
        if min(inside.shape[:2]) >= 4 and _holds_ink(inside):
            insides.append((box, _scaled(inside)))
    if not insides:
        return []
    paper = int(np.median([np.median(inside) for _box, inside in insides]))
    gap = np.full((HIGH, BETWEEN, 3), paper, np.uint8)
    pieces, starts, place = [gap], [], BETWEEN
    for _box, inside in insides:
        starts.append(place)
        place += inside.shape[1] + BETWEEN
        pieces += [inside, gap]
    glyphs = engine.read_strip(np.concatenate(pieces, axis=1))
    ends = [*starts[1:], place]
    found = []
    for (box, _inside), start, end in zip(insides, starts, ends, strict=True):
        inside_glyphs = [
            glyph
            for glyph in glyphs
            if start - BETWEEN / 2 <= (glyph.start + glyph.end) / 2 * place < end - BETWEEN / 2
            and not glyph.character.isspace()
        ]
        if inside_glyphs:
            found.append(_strip(box, _figure(inside_glyphs)))
    return _with_currency(found)


def _with_currency(cells: list[Strip]) -> list[Strip]:
    """What stands alone before nothing but figures is their ¥, whatever it was read as."""
    first, figures = cells[:1], [cell.text for cell in cells[1:]]
    if len(figures) < 2 or not all(text.isdigit() for text in figures):
        return cells
    if not first[0].text.isdigit():
        sign = Glyph("￥", 0.0, 1.0, min(first[0].confidence, SIGN_GUESSED))
        return [Strip((sign,), first[0].corners), *cells[1:]]
    return cells


def _figure(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return what a cell holds: specks read as points beside a figure are not meant."""
    telling = [glyph for glyph in glyphs if glyph.character.isalnum() or glyph.character in "¥￥"]
    return telling or glyphs


def _holds_ink(inside: Image) -> bool:
    grey = cv2.cvtColor(np.ascontiguousarray(inside), cv2.COLOR_RGB2GRAY)
    dark, paper = (float(level) for level in np.percentile(grey, (3, 75)))
    return paper - dark >= EMPTY_BELOW


def _scaled(inside: Image) -> NDArray[np.uint8]:
    high, wide = inside.shape[:2]
    size = (max(8, round(wide * HIGH / high)), HIGH)
    return np.asarray(cv2.resize(inside, size, interpolation=cv2.INTER_LINEAR), np.uint8)


def _strip(box: Box, glyphs: Sequence[Glyph]) -> Strip:
    left, top, right, bottom = box
    share = 1 / len(glyphs)
    placed = tuple(
        Glyph(glyph.character, place * share, (place + 1) * share, glyph.confidence)
        for place, glyph in enumerate(glyphs)
    )
    return Strip(placed, ((left, top), (right, top), (right, bottom), (left, bottom)))


def _without(strip: Strip, row: Row) -> list[Strip]:
    """Return what is left of a strip outside a row of cells: a part before it, a part after."""
    (x0, y0), (x1, y1), _three, (x3, y3) = strip.corners
    middle = ((x3 - x0) / 2, (y3 - y0) / 2)
    left, right = row[0][0], row[-1][2]
    top, bottom = min(box[1] for box in row), max(box[3] for box in row)
    outside = []
    for glyph in strip.glyphs:
        along = (glyph.start + glyph.end) / 2
        x = x0 + (x1 - x0) * along + middle[0]
        y = y0 + (y1 - y0) * along + middle[1]
        if not (left <= x <= right and top <= y <= bottom):
            outside.append(glyph)
    if len(outside) == len(strip.glyphs):
        return [strip]
    parts: list[list[Glyph]] = []
    for glyph in outside:
        if parts and strip.glyphs.index(glyph) == strip.glyphs.index(parts[-1][-1]) + 1:
            parts[-1].append(glyph)
        else:
            parts.append([glyph])
    return [_part(strip, part) for part in parts]


def _part(strip: Strip, glyphs: Sequence[Glyph]) -> Strip:
    """Return a strip of some neighbouring glyphs of `strip`, with its own corners."""
    start, end = max(0.0, glyphs[0].start), min(1.0, glyphs[-1].end)
    length = max(end - start, 1e-6)
    one, two, three, four = (np.asarray(corner) for corner in strip.corners)
    corners = (
        one + (two - one) * start,
        one + (two - one) * end,
        four + (three - four) * end,
        four + (three - four) * start,
    )
    upper_left, upper_right, lower_right, lower_left = (
        (float(corner[0]), float(corner[1])) for corner in corners
    )
    placed = tuple(
        Glyph(g.character, (g.start - start) / length, (g.end - start) / length, g.confidence)
        for g in glyphs
    )
    return Strip(placed, (upper_left, upper_right, lower_right, lower_left))
