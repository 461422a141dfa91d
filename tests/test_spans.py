"""Spans of time: a year, half, quarter or month, however it was written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.spans import half_of, month_of, quarter_of, span_of, year_of


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_its_spans_and_each_is_read_again_as_it_is_written(day: date) -> None:
    for kind, made in (
        ("year", year_of(day)),
        ("half", half_of(day)),
        ("quarter", quarter_of(day)),
        ("month", month_of(day)),
    ):
        assert made.first <= day <= made.last
        assert (made.kind, span_of(made.text)) == (kind, made)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("2025年上半年", "2025H1"),
        ("2025年度下半年", "2025H2"),
        ("2025h2", "2025H2"),
        ("1S 2025", None),
        ("2025年三季度", "2025Q3"),
        ("2025年9月份", "2025-09"),
        ("2025年13月", None),
        ("2025年度", "2025"),
        ("上半年", None),
    ],
)
def test_people_write_spans_their_own_way(said: str, text: str | None) -> None:
    found = span_of(said)

    assert (found.text if found else None) == text
