# ruff: noqa: E501 - dates stand here as they are printed
"""Dates in Spanish and English words, as deeds write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extractors.values.dates import find_dates
from extractors.values.plain import folded, plain

SPANISH = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def read(printed: str, language: str) -> list[date]:
    return [one.day for one in find_dates(folded(plain(printed)), language)]


@given(DAYS, st.integers(0, 4))
def test_a_day_in_spanish_words_is_read(day: date, form: int) -> None:
    words, year = num2words(day.day, lang="es"), num2words(day.year, lang="es")
    month = SPANISH[day.month - 1]
    printed = (
        f"{words} días del mes de {month} del año {year}, ante mí",
        f"{words} de {month} de {year}.",
        f"a los {words} ({day.day:02}) días del mes de {month} de {year} ({day.year}), comparecen",
        f"el {day.day} ({words}) de {month} del {day.year}",
        f"a   {day.day}  de  {month.upper()}  de  {day.year}",
    )[form]

    assert read(printed, "es") == [day]


@given(DAYS, st.integers(0, 3))
def test_a_day_in_english_words_is_read(day: date, form: int) -> None:
    words, year = num2words(day.day, lang="en", to="ordinal"), num2words(day.year, lang="en")
    figures, month = num2words(day.day, lang="en", to="ordinal_num"), ENGLISH[day.month - 1]
    printed = (
        f"this {words} day of {month}, {year}",
        f"on this the {figures} day of {month} in the year {day.year} between",
        f"the {words} ({figures}) day of {month} {day.year}",
        f"{month} {figures}, {day.year}",
    )[form]

    assert read(printed, "en") == [day]


@pytest.mark.parametrize(
    ("printed", "language", "day"),
    [
        ("a primero de enero del dos mil diecisiete", "es", date(2017, 1, 1)),
        ("el día 14/06 del 2023.", "es", date(2023, 6, 14)),
        ("5-jun-2017", "es", date(2017, 6, 5)),
        ("__22__ de ____marzo____ de __2021__", "es", date(2021, 3, 22)),
        ("this day the 3rd February 2012 between", "en", date(2012, 2, 3)),
        ("01-JAN-20", "en", date(2020, 1, 1)),
        ("dated this 1st day of July, twenty twenty-one", "en", date(2021, 7, 1)),
        ("30 de setiembre de 2.018", "es", date(2018, 9, 30)),
    ],
)  # fmt: skip
def test_rare_ways_of_writing_a_day_are_read(printed: str, language: str, day: date) -> None:
    assert read(printed, language) == [day]


@pytest.mark.parametrize(
    "printed",
    ["a los ___ días del mes de ________ de 20__", "31 de febrero de 2020", "cinco de cada mes de 2020", "the ____ day of ________, 20__", "12 months of 2020"],
)  # fmt: skip
def test_what_is_no_day_is_no_date(printed: str) -> None:
    assert read(printed, "es") == []
    assert read(printed, "en") == []
