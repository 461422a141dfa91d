"""From the cells of a ruled table to its grid: the rows and columns that each cell covers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extractors.content import Box, Cell, Line, Table, Word, surrounding

FEWEST_CELLS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands in the grid; ends are one past the last row and column."""

    row: int
    column: int
    row_end: int
    column_end: int


def places(cells: Sequence[Box], near: float) -> list[Place | None]:
    """Return the place of each cell; None for one that is narrower than a ruling line.

    near  edges no farther apart than this are the same ruling line
    """
    columns = _edges([edge for cell in cells for edge in (cell[0], cell[2])], near)
    rows = _edges([edge for cell in cells for edge in (cell[1], cell[3])], near)
    found: list[Place | None] = []
    for left, top, right, bottom in cells:
        place = Place(
            _nearest(rows, top), _nearest(columns, left),
            _nearest(rows, bottom), _nearest(columns, right),
        )  # fmt: skip
        is_cell = place.row_end > place.row and place.column_end > place.column
        found.append(place if is_cell else None)
    return found


def table_of(
    boxes: Sequence[Box],
    grid: Sequence[Place | None],
    lines: Sequence[Line],
    level: Callable[[float, float], tuple[float, float]] = lambda x, y: (x, y),
    level_boxes: Sequence[Box] = (),
) -> Table:
    """Return the table whose cells have these boxes and places, filled with the words inside.

    level        from a point of the page to where it stands on the page without skew
    level_boxes  the cells there, in any unit that `level` gives; as `boxes` if not given
    """
    words = [
        (line, word, level((word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2))
        for line in lines
        for word in line.words
        if word.box
    ]
    cells = []
    for box, frame, place in zip(boxes, level_boxes or boxes, grid, strict=True):
        if place is None:
            continue
        inside = [(line, word) for line, word, middle in words if _holds(frame, middle)]
        cells.append(
            Cell(
                place.row,
                place.column,
                _joined(inside),
                box,
                place.row_end - place.row,
                place.column_end - place.column,
                min((word.confidence for _line, word in inside), default=1.0),
            )
        )
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Table(tuple(cells), surrounding(cell.box for cell in cells))


def says_something(table: Table) -> bool:
    """Whether a grid is a table rather than a drawing: enough cells, and text in one."""
    return len(table.cells) >= FEWEST_CELLS and any(cell.text for cell in table.cells)


def _edges(found: Sequence[float], near: float) -> list[float]:
    """Return the places of the ruling lines that the edges `found` belong to, in order."""
    groups: list[list[float]] = []
    for edge in sorted(found):
        if groups and edge - groups[-1][-1] <= near:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [sum(group) / len(group) for group in groups]


def _nearest(edges: Sequence[float], place: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - place))


def _holds(cell: Box, point: tuple[float, float]) -> bool:
    x, y = point
    return cell[0] <= x <= cell[2] and cell[1] <= y <= cell[3]


def _joined(inside: Sequence[tuple[Line, Word]]) -> str:
    """The words of one cell, a line a line."""
    lines: dict[int, list[str]] = {}
    for line, word in inside:
        lines.setdefault(id(line), []).append(word.text)
    return "\n".join(" ".join(words) for words in lines.values())
