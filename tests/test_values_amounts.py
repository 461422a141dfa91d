# ruff: noqa: E501 - amounts in words stand here as they are printed
"""Amounts in words and figures, read as papers print them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.chinese_amount import (
    amount_from_words,
    amount_in_words,
    find_amount_words,
    number_from_chinese,
)
from extractors.values.latin_amount import (
    find_amount_in_words,
    find_number_words,
    number_from_english,
    number_from_spanish,
)
from extractors.values.money import find_figures
from extractors.values.plain import plain

FEN = st.integers(1, 10**13)


@given(FEN)
def test_an_amount_written_in_words_is_read_back_to_the_fen(fen: int) -> None:
    assert amount_from_words(amount_in_words(fen)) == fen


@given(
    FEN,
    st.sampled_from(["人民币", "（大写）：", "金额 ", ""]),
    st.sampled_from(["", "（小写）", "。"]),
)
def test_words_are_found_within_a_line(fen: int, before: str, after: str) -> None:
    line = plain(before + amount_in_words(fen) + after)

    found = find_amount_words(line)

    assert found is not None
    assert found[0] == fen


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (36_000_000, "叁拾陆万元整"),
        (10_000_001, "壹拾万元零壹分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (10_005_00, "壹万零伍元整"),
        (20_000_000_00, "贰仟万元整"),
        (100_010_000_00, "壹亿零壹万元整"),
        (95, "玖角伍分"),
        (0, "零元整"),
    ],
)
def test_amounts_are_written_as_banks_write_them(fen: int, words: str) -> None:
    assert amount_in_words(fen) == words


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("拾贰万元", 120_000),
        ("贰佰万元", 2_000_000),
        ("柒万元正", 70_000),
        ("柒萬圓整", 70_000),
        ("五万五千元", 55_000),
        ("贰 拾 万 元 整", 200_000),
        ("_伍_万_元整", 50_000),
        ("零佰零拾伍万零仟零佰零拾零元零角零分", 50_000),
        ("壹拾万零柒仟元整", 107_000),
    ],
)
def test_every_way_of_writing_words_is_read(words: str, yuan: int) -> None:
    found = find_amount_words(plain(words))

    assert found is not None
    assert found[0] == yuan * 100


@pytest.mark.parametrize("words", ["三万五", "万", "佰佰元", "拾佰元整", "元整", "叁伍万元", ""])
def test_words_that_say_no_sure_number_say_none(words: str) -> None:
    assert amount_from_words(words) is None
    assert number_from_chinese(words.rstrip("元整")) is None


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("￥360,000.00", "360000.00"),
        ("３６０，０００元", "360000.00"),
        ("360000元", "360000.00"),
        ("36万元", "360000.00"),
        ("36.5 万元", "365000.00"),
        ("Rs. 2,50,000", "250000.00"),
        ("2.5 lakhs", "250000.00"),
        ("S/ 15,000.00", "15000.00"),
        ("1.250.000,00", "1250000.00"),
        ("$ 12.500.000", "12500000.00"),
        ("US$ 1,234.5", "1234.50"),
    ],
)
def test_figures_are_read_by_their_own_separators(printed: str, amount: str) -> None:
    found = find_figures(plain(printed))

    assert found is not None
    assert found.amount == Decimal(amount)


def test_the_unit_of_a_heading_holds_for_numbers_without_one() -> None:
    with_unit = find_figures("8.5元", unit="万元")
    without = find_figures("8.5", unit="万元")

    assert with_unit is not None and with_unit.amount == Decimal("8.50")
    assert without is not None and without.amount == Decimal("85000.00")


@given(st.integers(0, 999_999_999))
def test_spanish_and_english_words_are_read_back(number: int) -> None:
    from num2words import num2words

    from extractors.values.plain import folded

    assert number_from_spanish(folded(num2words(number, lang="es"))) == number
    assert number_from_english(folded(num2words(number, lang="en"))) == number


@given(st.integers(100, 99_999_999), st.integers(1, 99))
def test_amounts_of_money_in_words_are_read_back(whole: int, hundredths: int) -> None:
    from num2words import num2words

    from extractors.values.plain import folded

    amount = Decimal(whole) + Decimal(hundredths) / 100
    spanish = folded(num2words(amount, lang="es", to="currency", currency="EUR"))
    english = folded(num2words(amount, lang="en", to="currency", currency="USD"))
    indian = folded(num2words(whole, lang="en_IN")) + f" and {hundredths:02}/100"

    for said in (spanish, english, indian):
        found = find_amount_in_words(said)
        assert found is not None
        assert (found[0], found[1], found[2]) == (amount, 0, len(said))


@pytest.mark.parametrize(
    ("printed", "said", "amount"),
    [
        ("la suma de quince mil con 50/100 soles, que", "quince mil con 50/100 soles", "15000.50"),
        ("(ochenta y cinco mil pesos 00/100 m.n.)", "ochenta y cinco mil pesos 00/100 m.n.", "85000"),
        ("son: ocho mil 00/100 dolares de los estados unidos de america", "ocho mil 00/100 dolares de los estados unidos de america", "8000"),
        ("sesenta y dos millones de pesos m/cte ($62.000.000)", "sesenta y dos millones de pesos m/cte", "62000000"),
        ("(ciento cincuenta mil pesos dominicanos)", "ciento cincuenta mil pesos dominicanos", "150000"),
        ("(rupees two lakh fifty thousand only)", "rupees two lakh fifty thousand only", "250000"),
        ("kenya shillings three hundred and fifty thousand only)", "kenya shillings three hundred and fifty thousand only", "350000"),
        ("eighteen thousand five hundred and no/100 dollars with", "eighteen thousand five hundred and no/100 dollars", "18500"),
        ("rupees one lakh and paise fifty only", "rupees one lakh and paise fifty only", "100000.50"),
        ("cincuenta euros", "cincuenta euros", "50"),
    ],
)  # fmt: skip
def test_the_money_s_name_belongs_to_an_amount_in_words(
    printed: str, said: str, amount: str
) -> None:
    found = find_amount_in_words(printed)

    assert found is not None
    assert printed[found[1] : found[2]] == said
    assert found[0] == Decimal(amount)


def test_a_number_in_words_of_something_else_is_no_amount() -> None:
    assert find_amount_in_words("en doce cuotas iguales") is None


def test_lakhs_and_crores_are_numbers() -> None:
    assert number_from_english("two lakh fifty thousand") == 250_000
    assert find_number_words("rupees one crore only") == (10_000_000, 7, 16)
