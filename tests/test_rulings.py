"""Ruling lines and the cells they enclose."""

from __future__ import annotations

from itertools import pairwise

from extractors.content import Box
from extractors.rulings import Ruling, ruled_cells


def lines(*places: float, start: float = 0, end: float = 300) -> list[Ruling]:
    return [Ruling(at, start, end) for at in places]


def test_a_grid_of_lines_makes_its_cells_row_by_row() -> None:
    tables = ruled_cells(lines(0, 50, 100, end=200), lines(0, 100, 200, end=100))

    assert tables == [[(0, 0, 100, 50), (100, 0, 200, 50), (0, 50, 100, 100), (100, 50, 200, 100)]]


def test_a_cell_spans_where_the_line_between_is_left_out() -> None:
    upright = [*lines(0, 200, end=100), Ruling(100, 50, 100)]

    (cells,) = ruled_cells(lines(0, 50, 100, end=200), upright)

    assert cells == [(0, 0, 200, 50), (0, 50, 100, 100), (100, 50, 200, 100)]


def test_lines_drawn_cell_by_cell_or_twice_are_one_line() -> None:
    def side(at: float, *ends: float) -> list[Ruling]:
        return [Ruling(at, start, end) for start, end in pairwise(ends)]

    level = [*side(0, 0, 99, 200), *side(50.6, 0, 100, 200), *side(49.8, 1, 99), *side(100, 0, 200)]

    (cells,) = ruled_cells(level, lines(0, 100, 200, end=100))

    assert len(cells) == 4


def test_what_is_not_closed_is_no_cell() -> None:
    assert ruled_cells(lines(0, 50, 100, end=200), lines(0, end=100)) == []
    assert ruled_cells(lines(0, end=200), lines(0, 100, 200, end=100)) == []
    assert ruled_cells([], []) == []


def test_tables_apart_are_two_tables() -> None:
    level = [*lines(0, 40, 80, end=200), *lines(400, 440, 480, end=200)]
    upright = [*lines(0, 100, 200, end=80), *lines(0, 100, 200, start=400, end=480)]

    tables = ruled_cells(level, upright)

    assert [len(cells) for cells in tables] == [4, 4]
    assert all(first[3] <= 80 for first in tables[0])


def test_a_frame_around_the_page_is_no_part_of_the_table_inside() -> None:
    page = [Ruling(0, 0, 500), Ruling(700, 0, 500)], [Ruling(0, 0, 700), Ruling(500, 0, 700)]
    level = [*page[0], *lines(200, 250, 300, start=100, end=300)]
    upright = [*page[1], *lines(100, 200, 300, start=200, end=300)]

    (cells,) = ruled_cells(level, upright)

    inside: list[Box] = [(100, 200, 200, 250), (200, 200, 300, 250),
                         (100, 250, 200, 300), (200, 250, 300, 300)]  # fmt: skip
    assert cells == inside


def test_a_drawing_of_a_thousand_lines_is_no_table() -> None:
    assert ruled_cells(lines(*range(0, 8000, 8)), lines(*range(0, 8000, 8))) == []
