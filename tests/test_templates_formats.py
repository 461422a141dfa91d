"""Money, dates and numbers as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.figure import Figure
from templates import formats


def figure(value: int | Decimal | None, unit: str) -> Figure:
    return Figure(name="x", value=value, unit=unit, query="", as_of=date(2025, 12, 31))


@pytest.mark.parametrize(
    ("fen", "zh", "es"),
    [
        (0, "0.00", "0,00"),
        (5, "0.05", "0,05"),
        (123_456_789, "1,234,567.89", "1.234.567,89"),
        (-100, "-1.00", "-1,00"),
    ],
)
def test_yuan_keep_their_fen(fen: int, zh: str, es: str) -> None:
    assert formats.yuan(fen, "zh") == zh
    assert formats.yuan(fen, "es") == es


@pytest.mark.parametrize(
    ("fen", "wan"),
    [(1_234_500_000, "1,234.50"), (5_000, "0.01"), (4_999, "0.00"), (-4_999, "0.00")],
)
def test_wan_is_rounded_half_up_and_never_minus_nothing(fen: int, wan: str) -> None:
    assert formats.wan(fen) == wan


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_every_fen_can_be_read_back_from_yuan(fen: int) -> None:
    for language in ("zh", "es", "en"):
        plain = formats.yuan(fen, language)
        digits = plain.replace(".", "").replace(",", "")
        assert int(digits) == fen


def test_amounts_are_written_in_capital_numerals() -> None:
    assert formats.in_words(3_600_000) == "叁万陆仟元整"


@pytest.mark.parametrize(
    ("language", "written"),
    [("zh", "2025年3月5日"), ("es", "5 de marzo de 2025"), ("en", "5 March 2025")],
)
def test_dates_are_written_in_full(language: str, written: str) -> None:
    assert formats.day(date(2025, 3, 5), language) == written


@pytest.mark.parametrize(
    ("value", "unit", "zh", "es"),
    [
        (12, "count", "12", "12"),
        (12_345, "fen", "123.45元", "123,45 CNY"),
        (Decimal("2.495"), "percent", "2.50%", "2,50 %"),
        (31, "days", "31天", "31 días"),
        (None, "fen", "＿＿＿＿", "____________"),
    ],
)
def test_a_figure_is_written_with_its_unit(
    value: int | Decimal | None, unit: str, zh: str, es: str
) -> None:
    assert formats.figure(figure(value, unit), "zh") == zh
    assert formats.figure(figure(value, unit), "es") == es


@pytest.mark.parametrize(
    ("value", "unit", "cell"),
    [(100_000_000, "fen", "+100.00"), (-5, "count", "-5"), (0, "count", "0"), (0, "fen", "0.00"),
     (Decimal("0.30"), "percent", "+0.30"), (None, "fen", "＿＿")],
)  # fmt: skip
def test_changes_carry_their_sign(value: int | Decimal | None, unit: str, cell: str) -> None:
    assert formats.cell(figure(value, unit), "zh", signed=True) == cell
