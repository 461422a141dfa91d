"""The rows of an old table, whose cells are told by their edges, as a grid of rows and columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.content import Cell, Table
from extractors.sources.word97.properties import CellPlace

# Edges nearer to each other than this, in twips, are one: hands draw tables.
_SAME_EDGE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the texts of its cells and, where the file tells them, their places."""

    texts: list[str]
    places: list[CellPlace]


def table_of(rows: Sequence[Row]) -> Table:
    """Return the rows as a table, merged cells standing once, at their upper left place."""
    edges = _edges(rows)
    cells: list[Cell] = []
    # By left edge, the index in `cells` of the cell that reaches down to the row before.
    above: dict[int, int] = {}
    for number, row in enumerate(rows):
        here: dict[int, int] = {}
        for index, text in enumerate(row.texts):
            place = row.places[index] if index < len(row.places) else None
            if place is None:
                cells.append(Cell(number, index, text))
                continue
            column, end = _column(edges, place.left), _column(edges, place.right)
            if place.goes_on_left and cells and cells[-1].row == number:
                last = cells[-1]
                cells[-1] = replace(last, column_span=max(1, end - last.column))
            elif place.goes_on_up and column in above:
                over = above[column]
                cells[over] = replace(cells[over], row_span=number - cells[over].row + 1)
                here[column] = over
            else:
                cells.append(Cell(number, column, text, None, 1, max(1, end - column)))
                here[column] = len(cells) - 1
        above = here
    return Table(tuple(cells))


def _edges(rows: Sequence[Row]) -> list[int]:
    known = sorted({edge for row in rows for one in row.places for edge in (one.left, one.right)})
    kept: list[int] = []
    for edge in known:
        if not kept or edge - kept[-1] > _SAME_EDGE:
            kept.append(edge)
    return kept


def _column(edges: list[int], edge: int) -> int:
    return max(0, bisect_left(edges, edge - _SAME_EDGE))
