"""From ruling lines to the cells they enclose, and the tables that the cells make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.content import Box

# Lines no farther apart than this are one ruling line, and a gap this small is none, in points.
NEAR = 3.0
# A side of a cell counts as drawn when this share of it is.
DRAWN_SHARE = 0.9
# No paper is ruled more finely; a drawing may be.
MOST_LINES = 300


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line: at `at` across, from `start` to `end` along, in points."""

    at: float
    start: float
    end: float


def ruled_cells(level: Sequence[Ruling], upright: Sequence[Ruling]) -> list[list[Box]]:
    """Return the cells of each table that the lines draw, tables and cells from the top down.

    Where a line is left out the places on both sides are one cell; what is not closed is none.
    """
    rows, columns = _lines(level), _lines(upright)
    if not 2 <= len(rows) <= MOST_LINES or not 2 <= len(columns) <= MOST_LINES:
        return []
    grid = _Grid(rows, columns)
    return grid.tables()


@dataclass(frozen=True, slots=True)
class _Line:
    at: float
    drawn: tuple[tuple[float, float], ...]

    def covers(self, start: float, end: float) -> bool:
        """Whether the line is drawn from `start` to `end`, but for small gaps."""
        seen = sum(max(0.0, min(end, last) - max(start, first)) for first, last in self.drawn)
        return seen >= (end - start) * DRAWN_SHARE - NEAR / 2


def _lines(rulings: Sequence[Ruling]) -> list[_Line]:
    """Put the rulings that lie on one line together, in order."""
    groups: list[list[Ruling]] = []
    for one in sorted(rulings, key=lambda one: one.at):
        if groups and one.at - groups[-1][-1].at <= NEAR:
            groups[-1].append(one)
        else:
            groups.append([one])
    return [
        _Line(sum(one.at for one in group) / len(group), tuple(_joined(group))) for group in groups
    ]


def _joined(group: Sequence[Ruling]) -> Iterator[tuple[float, float]]:
    first, last = None, 0.0
    for one in sorted(group, key=lambda one: one.start):
        if first is None:
            first, last = one.start, one.end
        elif one.start <= last + NEAR:
            last = max(last, one.end)
        else:
            yield first, last
            first, last = one.start, one.end
    if first is not None:
        yield first, last


class _Grid:
    """The places between all lines; places without a line between them belong together."""

    def __init__(self, rows: Sequence[_Line], columns: Sequence[_Line]) -> None:
        self._rows, self._columns = rows, columns
        # One place more on every side is what lies outside.
        self._height, self._width = len(rows) + 1, len(columns) + 1
        self._above = [
            [False, *(row.covers(left.at, right.at) for left, right in _pairs(columns)), False]
            for row in rows
        ]
        self._left = [
            [False, *(column.covers(top.at, bottom.at) for top, bottom in _pairs(rows)), False]
            for column in columns
        ]
        self._region: dict[tuple[int, int], int] = {}

    def tables(self) -> list[list[Box]]:
        """Return the closed rectangular cells by table."""
        regions = self._regions()
        # The first region is the outside.
        cells = {
            number: places
            for number, places in enumerate(regions)
            if number and _is_rectangle(places)
        }
        tables: list[list[Box]] = []
        seen: set[int] = set()
        for number in cells:
            if number in seen:
                continue
            group, open_ = [], [number]
            seen.add(number)
            while open_:
                one = open_.pop()
                group.append(self._box(cells[one]))
                for other in self._neighbours(cells[one]):
                    if other in cells and other not in seen:
                        seen.add(other)
                        open_.append(other)
            if len(group) > 1:
                tables.append(sorted(group, key=lambda box: (box[1], box[0])))
        return sorted(tables, key=lambda table: (table[0][1], table[0][0]))

    def _regions(self) -> list[list[tuple[int, int]]]:
        regions: list[list[tuple[int, int]]] = []
        for row in range(self._height):
            for column in range(self._width):
                if (row, column) not in self._region:
                    regions.append(self._filled((row, column), len(regions)))
        return regions

    def _filled(self, start: tuple[int, int], number: int) -> list[tuple[int, int]]:
        self._region[start] = number
        places, open_ = [], [start]
        while open_:
            row, column = open_.pop()
            places.append((row, column))
            for other, is_open in (
                ((row - 1, column), row > 0 and not self._above[row - 1][column]),
                ((row + 1, column), row < self._height - 1 and not self._above[row][column]),
                ((row, column - 1), column > 0 and not self._left[column - 1][row]),
                ((row, column + 1), column < self._width - 1 and not self._left[column][row]),
            ):
                if is_open and other not in self._region:
                    self._region[other] = number
                    open_.append(other)
        return places

    def _neighbours(self, places: Sequence[tuple[int, int]]) -> Iterator[int]:
        for row, column in places:
            for near in (row - 1, row, row + 1):
                for beside in (column - 1, column, column + 1):
                    number = self._region.get((near, beside))
                    if number is not None:
                        yield number

    def _box(self, places: Sequence[tuple[int, int]]) -> Box:
        rows, columns = [row for row, _ in places], [column for _, column in places]
        return (
            self._columns[min(columns) - 1].at,
            self._rows[min(rows) - 1].at,
            self._columns[max(columns)].at,
            self._rows[max(rows)].at,
        )


def _pairs(lines: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    return pairwise(lines)


def _is_rectangle(places: Sequence[tuple[int, int]]) -> bool:
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    return len(places) == len(rows) * len(columns) and (
        max(rows) - min(rows) + 1 == len(rows) and max(columns) - min(columns) + 1 == len(columns)
    )
