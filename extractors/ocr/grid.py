"""Tables on scans: the ruling lines, the cells between them, and the words inside."""

from __future__ import annotations

import math
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.content import Box, Cell, Line, Table, Word
from extractors.ocr.engine import Image

# A ruling line is at least this long, a cell at least this wide and high, in inches.
RULING_INCHES = 0.4
CELL_INCHES = 0.1
# Edges of cells closer together than this are the same ruling line.
SAME_EDGE_INCHES = 0.07
FEWEST_CELLS = 4


def tables_on(image: Image, lines: Sequence[Line], dpi: float, skew: float) -> tuple[Table, ...]:
    """Return the ruled tables of an upright page with the words of `lines` in their cells.

    skew  angle in radians by which the page's lines fall to the right
    """
    level, back = _levelled(image, skew)
    rulings = _rulings(level, dpi)
    if rulings is None:
        return ()
    scale = 72 / dpi
    words = [(line, word) for line in lines for word in line.words if word.box]
    tables = []
    for cells in _grids(rulings, dpi):
        table = _table(cells, words, back, scale, dpi)
        if table is not None:
            tables.append(table)
    return tuple(tables)


def _levelled(image: Image, skew: float) -> tuple[NDArray[np.uint8], NDArray[np.float64]]:
    """Return the page in grey with its lines level, and the matrix from there back to the page."""
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)
    height, width = grey.shape
    if abs(skew) < math.radians(0.15):
        return grey, np.array(((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), math.degrees(skew), 1.0)
    level = cv2.warpAffine(grey, turn, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(level, np.uint8), np.asarray(cv2.invertAffineTransform(turn), np.float64)


def _rulings(grey: NDArray[np.uint8], dpi: float) -> NDArray[np.uint8] | None:
    """Return a picture of the ruling lines alone; None where there are none both ways."""
    ink = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15
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


def _table(
    cells: Sequence[tuple[int, int, int, int]],
    words: Sequence[tuple[Line, Word]],
    back: NDArray[np.float64],
    scale: float,
    dpi: float,
) -> Table | None:
    near = dpi * SAME_EDGE_INCHES
    columns = _edges([edge for cell in cells for edge in (cell[0], cell[2])], near)
    rows = _edges([edge for cell in cells for edge in (cell[1], cell[3])], near)
    made = []
    for left, top, right, bottom in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        first_column, last_column = _edge(columns, left), _edge(columns, right)
        first_row, last_row = _edge(rows, top), _edge(rows, bottom)
        if last_column <= first_column or last_row <= first_row:
            continue
        box = _on_page((left, top, right, bottom), back, scale)
        inside = [(line, word) for line, word in words if word.box and _holds(box, word.box)]
        made.append(
            Cell(
                first_row,
                first_column,
                _joined(inside),
                box,
                last_row - first_row,
                last_column - first_column,
                min((word.confidence for _line, word in inside), default=1.0),
            )
        )
    if len(made) < FEWEST_CELLS or not any(cell.text for cell in made):
        return None
    made.sort(key=lambda cell: (cell.row, cell.column))
    outer = _on_page((columns[0], rows[0], columns[-1], rows[-1]), back, scale)
    return Table(tuple(made), outer)


def _edges(found: Sequence[int], near: float) -> list[float]:
    """Return the places of the ruling lines that the edges `found` belong to, in order."""
    groups: list[list[int]] = []
    for edge in sorted(found):
        if groups and edge - groups[-1][-1] <= near:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [sum(group) / len(group) for group in groups]


def _edge(edges: Sequence[float], place: int) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - place))


def _on_page(
    cell: tuple[float, float, float, float], back: NDArray[np.float64], scale: float
) -> Box:
    left, top, right, bottom = cell
    corners = np.array(((left, top, 1), (right, top, 1), (right, bottom, 1), (left, bottom, 1)))
    xs, ys = back @ corners.T * scale
    return (float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))


def _holds(cell: Box, word: Box) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _joined(inside: Sequence[tuple[Line, Word]]) -> str:
    """The words of one cell, a line a line."""
    lines: dict[int, list[str]] = {}
    for line, word in inside:
        lines.setdefault(id(line), []).append(word.text)
    return "\n".join(" ".join(words) for words in lines.values())
