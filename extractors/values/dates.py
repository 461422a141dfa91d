# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Dates as papers print them, in Chinese, Spanish and English; real calendar days only."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.values.chinese_amount import digits_from_chinese, number_from_chinese
from extractors.values.latin_amount import number_from_english, number_from_spanish

_FILL = r"[\s_]*"
_CN = "零〇○一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿"
_CHINESE = re.compile(
    rf"(?<![\d{_CN}])(?P<year>(?:\d{_FILL}){{4}}|\d{{2}}|[零〇○一二三四五六七八九0OＯ壹贰叁肆伍陆柒捌玖]{{4}}){_FILL}年"
    rf"{_FILL}(?P<month>\d{{1,2}}|[{_CN}]{{1,3}}){_FILL}月"
    rf"{_FILL}(?P<day>\d{{1,2}}|[{_CN}]{{1,3}}){_FILL}[日号]"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d./])(?P<year>(?:19|20)\d{2})[ _]*(?P<sep>[./-])[ _]*(?P<month>\d{1,2})[ _]*(?P=sep)"
    r"[ _]*(?P<day>\d{1,2})(?!\d|[./-]\d{1,2}(?!\d))"
)
_SHORT_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>\d{2})(?P<sep>[./-])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?![\d./-])"
)
_COMPACT = re.compile(
    r"(?<![\dA-Za-z])(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?![\dA-Za-z])"
)
_YEAR_LAST = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})[ _]?(?P<sep>[./-])[ _]?(?P<second>\d{1,2})[ _]?(?P=sep)[ _]?"
    r"(?P<year>(?:19|20)\d{2}|\d{2})(?![\d]|[./-]\d)"
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero ene january jan", "febrero feb february", "marzo mar march",
            "abril abr april apr", "mayo may", "junio jun june", "julio jul july",
            "agosto ago august aug", "septiembre setiembre sep set sept september",
            "octubre oct october", "noviembre nov november", "diciembre dic december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WORDS = r"[a-z]+(?:[ -](?!del?\b|dias?\b|day\b)[a-z]+){0,5}"
_SPANISH = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}}|(?:primero|[a-z]+(?: y [a-z]+)?)(?= dias? | \(\d| de ))(?:o|ro|er)?\.?"
    rf"(?: ?\(\d{{1,2}}\))?(?: dias?)?(?: del mes)?[ _]+(?:de[ _]+)?{_MONTH}[ _]*(?:,|del?(?: ano)?|-)?[ _]*"
    rf"(?P<year>\d{{4}}|dos mil(?: [a-z]+(?: y [a-z]+)?)?)"
)
_ENGLISH_DAY_FIRST = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})[ _]*(?:st|nd|rd|th)?[ _]*(?:day)?[ _]*(?:of)?[ _,./-]*{_MONTH}[ _,./-]*(?:of )?"
    r"(?P<year>\d{4}|\d{2}(?!\d))"
)
_ENGLISH_MONTH_FIRST = re.compile(
    rf"(?<![a-z]){_MONTH}[ _]*(?P<day>\d{{1,2}})[ _]*(?:st|nd|rd|th)?[ _]*,?[ _]+(?P<year>\d{{4}})"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands; `unsure` when day and month could be the other way round."""

    day: date
    start: int
    end: int
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class DateOrder:
    """How figures such as 05/06/2017 are read on this paper.

    month_first  mm/dd/yyyy
    sure         False: nothing on the paper settles it
    """

    month_first: bool = False
    sure: bool = True


def order_of(text: str, language: str | None) -> DateOrder:
    """Return the order of day and month that the dates of a whole paper show."""
    if language != "en":
        return DateOrder()
    pairs = [(int(m["first"]), int(m["second"])) for m in _YEAR_LAST.finditer(text)]
    if any(first > 12 for first, _ in pairs):
        return DateOrder()
    if any(second > 12 for _, second in pairs):
        return DateOrder(month_first=True)
    return DateOrder(sure=False)


def find_dates(
    text: str, language: str | None = None, order: DateOrder | None = None
) -> list[FoundDate]:
    """Return the dates in plain, folded `text`, in reading order and without overlaps."""
    found = sorted(
        _candidates(text, language, order or DateOrder()), key=lambda f: (f.start, -f.end)
    )
    kept: list[FoundDate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _candidates(text: str, language: str | None, order: DateOrder) -> Iterator[FoundDate]:
    if "年" in text:
        for m in _CHINESE.finditer(text):
            yield from _found(m, _chinese_year(m["year"]), _numeral(m["month"]), _numeral(m["day"]))
    for pattern in (_YEAR_FIRST, _COMPACT):
        for m in pattern.finditer(text):
            yield from _found(m, int(m["year"]), int(m["month"]), int(m["day"]))
    if language == "zh":
        for m in _SHORT_YEAR_FIRST.finditer(text):
            yield from _found(m, _full_year(int(m["year"])), int(m["month"]), int(m["day"]))
        return
    for m in _SPANISH.finditer(text):
        yield from _found(m, _latin_year(m["year"]), _MONTHS[m["month"]], _latin_day(m["day"]))
    for pattern in (_ENGLISH_DAY_FIRST, _ENGLISH_MONTH_FIRST):
        for m in pattern.finditer(text):
            yield from _found(m, _full_year(int(m["year"])), _MONTHS[m["month"]], int(m["day"]))
    for m in _YEAR_LAST.finditer(text):
        first, second = int(m["first"]), int(m["second"])
        day, month = (second, first) if order.month_first else (first, second)
        unsure = not order.sure and first != second and first <= 12 and second <= 12
        yield from _found(m, _full_year(int(m["year"])), month, day, unsure)


def _found(
    m: re.Match[str], year: int | None, month: int | None, day: int | None, unsure: bool = False
) -> Iterator[FoundDate]:
    if year is None or month is None or day is None or not 1900 <= year <= 2199:
        return
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        yield FoundDate(date(year, month, day), m.start(), m.end(), unsure)


def _chinese_year(printed: str) -> int | None:
    bare = re.sub(r"[\s_]", "", printed)
    if bare.isdigit():
        return _full_year(int(bare))
    figures = digits_from_chinese(re.sub("[0OＯ]", "〇", bare))
    return int(figures) if figures else None


def _full_year(year: int) -> int:
    """Two-digit years: 17 is 2017, 98 is 1998."""
    if year >= 100:
        return year
    return 2000 + year if year < 80 else 1900 + year


def _numeral(printed: str) -> int | None:
    if printed.isdigit():
        return int(printed)
    spelled = printed.replace("廿", "二十")
    # 零伍月: papers fill the empty place before a single figure.
    if len(spelled) > 1 and spelled[0] in "零〇○":
        spelled = spelled[1:]
    return number_from_chinese(spelled)


def _latin_day(printed: str) -> int | None:
    if printed.isdigit():
        return int(printed)
    if printed == "primero":
        return 1
    return number_from_spanish(printed)


def _latin_year(printed: str) -> int | None:
    if printed.isdigit():
        return int(printed)
    # The run may have caught the next word: try it without its tail.
    words = printed.split()
    for length in range(len(words), 1, -1):
        number = number_from_spanish(" ".join(words[:length])) or number_from_english(
            " ".join(words[:length])
        )
        if number:
            return number
    return None


def months_after(start: date, months: int) -> date:
    """Return the day `months` after `start`; the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def term_fits(start: date, end: date, months: int) -> bool:
    """Whether a loan from `start` to `end` runs `months`.

    Both conventions are real: the same day and the day before; month ends and the day after count.
    """
    due = months_after(start, months)
    if abs((end - due).days) <= 1:
        return True
    is_month_end = (start + timedelta(days=1)).day == 1
    last = due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return is_month_end and end == last
