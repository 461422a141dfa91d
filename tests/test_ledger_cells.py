"""Cells: every accepted spelling gives the right value, and what is doubtful is refused."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.classes import class_code
from ledger.grammars import CellRefused, Context, read_cell
from ledger.guarantees import guarantee_code
from ledger.identities import is_company
from ledger.periods import period_end
from ledger.sheets import Cell


def read(value: Any, grammar: str, context: Context | None = None, **more: Any) -> Any:
    found = read_cell(Cell(1, 1, value, **more), grammar, context or Context())
    return found.value if found else None


@given(fen=st.integers(0, 10**13), factor=st.sampled_from([1, 1_000, 10_000]))
def test_an_amount_typed_as_text_comes_back_to_the_fen(fen: int, factor: int) -> None:
    typed = format(Decimal(fen) / 100 / factor, "f")

    assert read(typed, "money", Context(factor=factor)) == fen


@given(fen=st.integers(0, 10**12))
def test_an_amount_stored_as_a_double_comes_back_to_the_fen(fen: int) -> None:
    assert read(fen / 100, "money") == fen


@given(fen=st.integers(0, 10**12))
def test_grouped_amounts_are_read(fen: int) -> None:
    assert read(f"￥{Decimal(fen) / 100:,.2f}元", "money") == fen


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("１２，０００．００", 1_200_000),
        ("5万元", 5_000_000),
        ("(1,200.50)", -120_050),
        ("-300", -30_000),
        ("—", None),
        ("  ", None),
        (0, 0),
    ],
)
def test_amounts_as_clerks_type_them(typed: Any, fen: int | None) -> None:
    assert read(typed, "money") == fen


def test_a_spanish_amount_has_its_decimal_comma() -> None:
    assert read("1.250.000,50", "money", Context(language="es")) == 125_000_050


@pytest.mark.parametrize(
    "typed", ["五万", "50000左右", "1.2.3", "12,34,5.6", "0.001", "5e4", "约3万"]
)
def test_a_doubtful_amount_is_refused(typed: str) -> None:
    with pytest.raises(CellRefused):
        read(typed, "money")


def test_a_computed_amount_is_rounded_and_says_so() -> None:
    found = read_cell(Cell(1, 1, 3333.333333), "money", Context())

    assert found is not None
    assert found.value == 333_333
    assert found.note


@given(day=st.dates(date(1960, 1, 1), date(2090, 12, 31)))
def test_a_day_is_read_in_every_usual_form(day: date) -> None:
    forms = [
        datetime(day.year, day.month, day.day),  # noqa: DTZ001
        (day - date(1899, 12, 30)).days,
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y-%m-%d} 00:00:00",
    ]

    assert {read(form, "date") for form in forms} == {day}


@pytest.mark.parametrize(
    "typed", ["2024-02-30", "2024年3月", "3月5日", "明天", 3.7, "2024-03-15至今"]
)
def test_what_is_no_day_is_refused(typed: Any) -> None:
    with pytest.raises(CellRefused):
        read(typed, "date")


@pytest.mark.parametrize(
    ("value", "number_format", "number"),
    [
        ("  （2024）农信字第 0031 号 ", "General", "（2024）农信字第0031号"),
        (8220240001, "General", "8220240001"),
        (31, "000000", "000031"),
        (1234.0, "General", "1234"),
    ],
)
def test_numbers_of_papers_keep_their_places(value: Any, number_format: str, number: str) -> None:
    assert read(value, "number", number_format=number_format) == number


@pytest.mark.parametrize("value", [1.1010519491231e17, 12.5, "1.1E+17", date(2024, 1, 1)])
def test_a_number_that_excel_has_damaged_is_refused(value: Any) -> None:
    with pytest.raises(CellRefused):
        read(value, "number")


@pytest.mark.parametrize(
    ("value", "label", "number_format", "rate", "unit"),
    [
        (6.525, "执行利率(‰)", "General", "6.525", "permille_month"),
        ("6.525‰", "利率", "General", "6.525", "permille_month"),
        (7.83, "年利率(%)", "General", "7.83", "percent_year"),
        (0.0783, "年利率", "0.00%", "7.83", "percent_year"),
    ],
)
def test_a_rate_keeps_the_unit_it_is_stated_in(
    value: Any, label: str, number_format: str, rate: str, unit: str
) -> None:
    found = read(value, "rate", Context(label=label), number_format=number_format)

    assert (found.value, found.unit) == (Decimal(rate), unit)


@pytest.mark.parametrize(
    ("label", "noted"), [("执行利率(‰)", False), ("月利率(‰)", False), ("利率", True)]
)
def test_only_a_rate_in_percent_without_its_period_is_noted(label: str, noted: bool) -> None:
    value = 6.525 if "‰" in label else "6.525%"

    found = read_cell(Cell(1, 1, value), "rate", Context(label=label))

    assert found is not None
    assert bool(found.note) == noted


def test_a_yearly_rate_in_permille_is_refused() -> None:
    with pytest.raises(CellRefused, match="year"):
        read(7.83, "rate", Context(label="年利率(‰)"))


@pytest.mark.parametrize(
    "number",
    ["12345678Z", "20123456786", "0912345678", "1712345678001", "B12345678", "X1234567L"],
)
def test_national_documents_are_taken_in_a_register_that_is_not_chinese(number: str) -> None:
    assert read(number, "identity", Context(chinese=False)) == number
    with pytest.raises(CellRefused):
        read(number, "identity", Context(chinese=True))


@pytest.mark.parametrize("chinese", [True, False])
@pytest.mark.parametrize(
    "number",
    [
        "410300190001010019",
        "4103**********0010",
    ],
)
def test_damaged_resident_numbers_are_refused_in_any_register(number: str, chinese: bool) -> None:
    with pytest.raises(CellRefused):
        read(number, "identity", Context(chinese=chinese))


@pytest.mark.parametrize(
    ("number", "company"),
    [("110108000000016", True), ("410300900101001", False), ("41030019000101001", None)],
)
def test_fifteen_figures_are_a_birthday_or_a_licence(number: str, company: bool | None) -> None:
    if company is None:
        with pytest.raises(CellRefused):
            read(number, "identity")
    else:
        assert read(number, "identity") == number
        assert is_company(number) == company


def test_a_credit_code_with_a_wrong_check_is_refused() -> None:
    with pytest.raises(CellRefused, match="credit code"):
        read("91410300MA0000000A", "identity")


def test_a_rate_without_a_unit_is_refused() -> None:
    with pytest.raises(CellRefused, match="unit"):
        read(6.525, "rate", Context(label="利率"))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("正常", "normal"), ("正常1", "normal"), ("关注类", "special_mention"),
        ("次级", "substandard"),
        ("次级类贷款", "substandard"),
        ("可疑三级", "doubtful"), ("损失", "loss"),
        ("Subestándar", "substandard"), ("pérdida", "loss"), ("special mention", "special_mention"),
    ],
)  # fmt: skip
def test_classes_as_people_write_them(written: str, code: str) -> None:
    assert class_code(written) == code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("信用", "credit"), ("保证担保", "guarantee"), ("农户联保", "joint"), ("抵押", "mortgage"),
        ("存单质押", "pledge"), ("抵押+保证", "combined"), ("Hipotecaria", "mortgage"),
    ],
)  # fmt: skip
def test_guarantees_as_people_write_them(written: str, code: str) -> None:
    assert guarantee_code(written) == code


@pytest.mark.parametrize(
    ("text", "day", "whole_year", "rest"),
    [
        ("2024年3月末", date(2024, 3, 31), False, ""),
        ("2024年2月", date(2024, 2, 29), False, ""),
        ("2025年末余额", date(2025, 12, 31), False, "余额"),
        ("2025年 发放计划", date(2025, 12, 31), True, "发放计划"),
        ("2024年一季度末", date(2024, 3, 31), False, ""),
        ("2024Q3", date(2024, 9, 30), False, ""),
        ("截至2025年12月31日", date(2025, 12, 31), False, "截至"),
    ],
)
def test_periods_in_heads(text: str, day: date, whole_year: bool, rest: str) -> None:
    period = period_end(text)

    assert period is not None
    assert (period.day, period.whole_year, period.rest) == (day, whole_year, rest)


@pytest.mark.parametrize("text", ["业务品种", "2024年13月", "借据号", "12000"])
def test_what_names_no_period(text: str) -> None:
    assert period_end(text) is None
