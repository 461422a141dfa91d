"""Tables on scans: the ruling lines, the cells between them, and the words inside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.content import Box, Line, Table
from extractors.ocr.engine import Image
from extractors.ruled import FEWEST_CELLS, places, says_something, table_of

# A ruling line is at least this long, a cell at least this wide and high, in inches.
RULING_INCHES = 0.4
CELL_INCHES = 0.1
# Lines are looked for at this resolution: letters need more, lines do not.
LINE_DPI = 100
# Edges of cells closer together than this are the same ruling line.
SAME_EDGE_INCHES = 0.07


@dataclass(frozen=True, slots=True)
class Grid:
    """A net of ruling lines that hangs together.

    cells   each cell's left, top, right, bottom on the levelled page, in pixels of `dpi`
    back    from there to the page as it lies: a 2 x 3 matrix
    share   pixels of the page a pixel here
    """

    cells: list[tuple[int, int, int, int]]
    dpi: float
    back: NDArray[np.float64]
    share: float

    def on_page(self, cell: Box, scale: float = 1.0) -> Box:
        """Return the box around a cell on the page: pixels of the image, times `scale`."""
        return _on_page(cell, self.back, scale * self.share)

    def table(self, lines: Sequence[Line]) -> Table:
        """Return the table with the words of `lines` in its cells; boxes in points."""
        forward = np.asarray(cv2.invertAffineTransform(self.back), np.float64)

        def levelled(x: float, y: float) -> tuple[float, float]:
            across, down = forward @ (x * self.dpi / 72, y * self.dpi / 72, 1.0)
            return float(across), float(down)

        placed = places(self.cells, self.dpi * SAME_EDGE_INCHES)
        boxes = [_on_page(cell, self.back, 72 / self.dpi) for cell in self.cells]
        return table_of(boxes, placed, lines, levelled, self.cells)


def grids_on(image: Image, dpi: float, skew: float) -> list[Grid]:
    """Return the nets of ruling lines on an upright page.

    skew  angle in radians by which the page's lines fall to the right
    """
    seen, seen_dpi = _coarser(image, dpi)
    level, back = _levelled(seen, skew)
    rulings = _rulings(level, seen_dpi)
    if rulings is None:
        return []
    return [Grid(cells, seen_dpi, back, dpi / seen_dpi) for cells in _grids(rulings, seen_dpi)]


def tables_of(grids: Sequence[Grid], lines: Sequence[Line]) -> tuple[Table, ...]:
    """Return the tables that the nets of a page make with the words of `lines` in their cells."""
    tables = (grid.table(lines) for grid in grids)
    return tuple(table for table in tables if says_something(table))


def _coarser(image: Image, dpi: float) -> tuple[NDArray[np.uint8], float]:
    """Return the page in grey at the resolution that lines need, and that resolution."""
    share = min(1.0, LINE_DPI / dpi)
    grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    if share < 1.0:
        grey = cv2.resize(grey, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
    return np.asarray(grey, np.uint8), dpi * share


def _levelled(
    grey: NDArray[np.uint8], skew: float
) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Return the page with its lines level, and the matrix from there back to the page."""
    height, width = grey.shape
    if abs(skew) < math.radians(0.15):
        return grey, np.array(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(skew), 1.0)
    level = cv2.warpAffine(grey, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(level, np.uint8), np.asarray(cv2.invertAffineTransform(turn), np.float64)


def _rulings(grey: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8] | None:
    """Return a picture of the ruling lines alone; None where there are none both ways."""
    # Compared with paper an eighth of an inch around, so that shadows are not ink.
    around = round(dpi * 0.16) | 1
    ink = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, max(3, around), 12
    )
    ink = cv2.dilate(ink, np.ones((2, 2), np.uint8))
    long = max(10, round(dpi * RULING_INCHES))
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    if not level.any() or not upright.any():
        return None
    # Lines that almost meet at a corner are made to meet.
    reach = max(3, round(dpi * 0.03)) | 1
    both = cv2.dilate(cv2.bitwise_or(level, upright), np.ones((reach, reach), np.uint8))
    return np.asarray(both, np.uint8)


def _grids(rulings: NDArray[np.uint8], dpi: float) -> list[list[tuple[int, int, int, int]]]:
    """Return the cells (left, top, right, bottom) of each net of lines that hangs together."""
    count, nets, stats, _centres = cv2.connectedComponentsWithStats(rulings, connectivity=8)
    smallest = dpi * CELL_INCHES
    grids = []
    for net in range(1, count):
        left, top, width, height, _area = (int(part) for part in stats[net])
        if width < 4 * smallest or height < 2 * smallest:
            continue
        inside = np.asarray(nets[top : top + height, left : left + width] != net, np.uint8)
        found, _labels, holes, _centres = cv2.connectedComponentsWithStats(inside, connectivity=4)
        cells = []
        for hole in range(1, found):
            x, y, w, h, area = (int(part) for part in holes[hole])
            touches = x == 0 or y == 0 or x + w == width or y + h == height
            # What is open to the outside, tiny, or no rectangle is no cell.
            if touches or w < smallest or h < smallest or area < 0.7 * w * h:
                continue
            cells.append((left + x, top + y, left + x + w, top + y + h))
        if len(cells) >= FEWEST_CELLS:
            grids.append(cells)
    return grids


def _on_page(
    cell: tuple[float, float, float, float], back: NDArray[np.float64], scale: float
) -> Box:
    left, top, right, bottom = cell
    corners = np.array(((left, top, 1), (right, top, 1), (right, bottom, 1), (left, bottom, 1)))
    xs, ys = back @ corners.T * scale
    return (float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))
