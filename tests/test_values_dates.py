"""Dates and terms in all the forms papers print."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.dates import DateOrder, find_dates, months_after, order_of, term_fits
from extractors.values.plain import folded, plain
from extractors.values.terms import find_term

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
_DIGITS = "〇一二三四五六七八九"
_SPANISH_MONTHS = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]
_ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def found(text: str, language: str) -> list[str]:
    return [one.day.isoformat() for one in find_dates(folded(plain(text)), language)]


def chinese_number(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else _DIGITS[tens])
        + ("十" if tens else "")
        + (_DIGITS[ones] if ones else "")
    )


@given(DAYS, st.integers(0, 6))
def test_a_date_is_read_in_every_chinese_form(day: date, form: int) -> None:
    forms = (
        f"{day.year}年{day.month}月{day.day}日",
        f"＿{day.year}＿年＿{day.month:02d}＿月＿{day.day:02d}＿日",
        f"{day.year}.{day.month:02d}.{day.day:02d}",
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}/{day.month:02d}/{day.day:02d}",
        f"{day:%Y%m%d}",
        "".join(_DIGITS[int(d)] for d in str(day.year))
        + f"年{chinese_number(day.month)}月{chinese_number(day.day)}日",
    )

    assert found(forms[form], "zh") == [day.isoformat()]


@given(DAYS, st.integers(0, 3))
def test_a_date_is_read_in_every_spanish_form(day: date, form: int) -> None:
    month = _SPANISH_MONTHS[day.month - 1]
    forms = (
        f"{day.day} de {month} de {day.year}",
        f"{day.day} de {month} del {day.year}",
        f"{day.day:02d}/{day.month:02d}/{day.year}",
        f"{day.day}-{month[:3]}-{day.year}",
    )

    assert found(forms[form], "es") == [day.isoformat()]


@given(DAYS, st.integers(0, 2))
def test_a_date_is_read_in_every_english_form(day: date, form: int) -> None:
    month = _ENGLISH_MONTHS[day.month - 1]
    forms = (
        f"{day.day}th {month}, {day.year}",
        f"{month} {day.day}, {day.year}",
        f"this {day.day}th day of {month} {day.year}",
    )

    assert found(forms[form], "en") == [day.isoformat()]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("２０１７年０６月０５日", "zh", ["2017-06-05"]),
        ("2017年6月\n5日", "zh", ["2017-06-05"]),
        ("二○一七年十二月三十一日", "zh", ["2017-12-31"]),
        ("二〇一五年零三月零一日", "zh", ["2015-03-01"]),
        ("17/6/5", "zh", ["2017-06-05"]),
        ("自2016.3.8至2017.3.8止", "zh", ["2016-03-08", "2017-03-08"]),
        ("1º de enero de 2025", "es", ["2025-01-01"]),
        ("a los doce días del mes de marzo de dos mil dieciocho", "es", ["2018-03-12"]),
        ("quince (15) de marzo de 2021", "es", ["2021-03-15"]),
        ("treinta y uno de diciembre de dos mil veinte, ante mí", "es", ["2020-12-31"]),
        ("5-jun-2017", "es", ["2017-06-05"]),
        ("05-Jun-2017", "en", ["2017-06-05"]),
    ],
)
def test_rare_forms_are_read(text: str, language: str, expected: list[str]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2017年2月30日",
        "2017年13月1日",
        "____年__月__日",
        "年  月  日",
        "20171399",
        "0379-62345678",
        "410328198806154523",
    ],
)
def test_what_is_no_calendar_day_is_no_date(text: str) -> None:
    assert found(text, "zh") == []


def test_the_paper_itself_settles_whether_the_month_comes_first() -> None:
    assert order_of("signed 06/25/2021", "en") == DateOrder(month_first=True)
    assert order_of("signed 25/06/2021", "en") == DateOrder()
    assert not order_of("signed 05/06/2021", "en").sure


@pytest.mark.parametrize(
    ("text", "language", "months"),
    [
        ("12个月", "zh", 12),
        ("壹年", "zh", 12),
        ("叁拾陆个月", "zh", 36),
        ("一年零六个月", "zh", 18),
        ("贰年", "zh", 24),
        ("半年", "zh", 6),
        ("36月", "zh", 36),
        ("doce (12) meses", "es", 12),
        ("15 años", "es", 180),
        ("dos años", "es", 24),
        ("three (3) years", "en", 36),
        ("18 months", "en", 18),
    ],
)
def test_terms_are_months(text: str, language: str, months: int) -> None:
    result = find_term(folded(plain(text)), language)

    assert result is not None
    assert result[0] == months


@pytest.mark.parametrize(
    ("text", "language"),
    [("360天", "zh"), ("2017年6月5日", "zh"), ("____个月", "zh"), ("90 días calendario", "es")],
)
def test_days_and_dates_are_no_term(text: str, language: str) -> None:
    assert find_term(folded(plain(text)), language) is None


@given(DAYS, st.integers(1, 60))
def test_both_conventions_of_the_last_day_fit_a_term(start: date, months: int) -> None:
    end = months_after(start, months)

    assert term_fits(start, end, months)
    assert term_fits(start, end - timedelta(days=1), months)
    assert not term_fits(start, end + timedelta(days=20), months)
