"""A figure with thousands of rows behind it: counted in the side file, never read for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from ledger.columns.figure_rows import Several, tables_of
from ledger.figure import Figure, FigureRow, Following, Source
from templates import provenance
from templates.provenance import LISTED, NamedFigure, figure_json

SOURCE = Source(kind="person", person="li")


def rows_of(table: str, count: int) -> tuple[FigureRow, ...]:
    return tuple(
        FigureRow(fact=f"{table}:{number}", label="", amount=1, source=SOURCE)
        for number in range(count)
    )


def figure(rows: Sequence[FigureRow]) -> NamedFigure:
    found = Figure(name="f", value=1, unit="count", query="q", as_of=date(2025, 12, 31), rows=rows)
    return NamedFigure("数", found)


def test_rows_are_written_out_up_to_the_limit() -> None:
    said = figure_json(figure(rows_of("loan", LISTED)))

    assert len(said["rows"]) == LISTED
    assert "row_count" not in said


def test_more_rows_are_counted_by_table() -> None:
    rows = Following(rows_of("loan", LISTED), rows_of("repayment", 3))

    said = figure_json(figure(rows))

    assert said["rows"] == []
    assert said["row_count"] == LISTED + 3
    assert said["tables"] == {"loan": LISTED, "repayment": 3}


def test_the_printed_appendix_says_that_they_can_be_looked_up() -> None:
    (line,) = provenance.lines([figure(rows_of("loan", LISTED + 1))], "zh")

    assert (line.rows, line.places) == (LISTED + 1, f"台账{LISTED + 1}条，可逐条调阅")


def test_rows_in_parts_are_counted_without_being_gone_through() -> None:
    class Unreadable(Several):
        def __iter__(self) -> Iterator[FigureRow]:
            pytest.fail("the rows were read")

    parts = Unreadable(lambda: [rows_of("loan", 2), rows_of("interest_due", 1)])

    assert tables_of(parts, rows_of("loan", 1)) == {"interest_due": 1, "loan": 3}
