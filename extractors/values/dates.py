# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Dates as papers print them, in Chinese, Spanish and English; real calendar days only."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.values.chinese_amount import digits_from_chinese, number_from_chinese
from extractors.values.latin_dates import find_named_dates

_FILL = r"[\s_]*"
_CN = "零〇○一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾廿"
_CHINESE = re.compile(
    rf"(?<![\d{_CN}])(?P<year>(?:\d{_FILL}){{4}}|\d{{2}}|[零〇○一二三四五六七八九0OＯ壹贰叁肆伍陆柒捌玖]{{4}}){_FILL}年"
    rf"{_FILL}(?P<month>\d(?:{_FILL}\d)?|[{_CN}]{{1,3}}){_FILL}月"
    rf"{_FILL}(?P<day>\d(?:{_FILL}\d)?|[{_CN}]{{1,3}}){_FILL}[日号]"
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

# 14/06 del 2023
_YEAR_APART = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})[ _]?[./-][ _]?(?P<second>\d{1,2}) +del? (?:ano )?(?P<year>20\d{2})(?!\d)"
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
    for year, month, day, start, end in find_named_dates(text):
        yield from _real(year, month, day, start, end)
    for m in (*_YEAR_LAST.finditer(text), *_YEAR_APART.finditer(text)):
        first, second = int(m["first"]), int(m["second"])
        day, month = (second, first) if order.month_first else (first, second)
        unsure = not order.sure and first != second and first <= 12 and second <= 12
        yield from _found(m, _full_year(int(m["year"])), month, day, unsure)


def _found(
    m: re.Match[str], year: int | None, month: int | None, day: int | None, unsure: bool = False
) -> Iterator[FoundDate]:
    if year is not None and month is not None and day is not None:
        yield from _real(year, month, day, m.start(), m.end(), unsure)


def _real(
    year: int, month: int, day: int, start: int, end: int, unsure: bool = False
) -> Iterator[FoundDate]:
    """Yield a date if the calendar holds it."""
    is_month = 1900 <= year <= 2199 and 1 <= month <= 12
    if is_month and 1 <= day <= calendar.monthrange(year, month)[1]:
        yield FoundDate(date(year, month, day), start, end, unsure)


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
    # A line's end may stand between the two figures of a month or day.
    bare = re.sub(r"[\s_]", "", printed)
    if bare.isdigit():
        return int(bare)
    spelled = printed.replace("廿", "二十")
    # 零伍月: papers fill the empty place before a single figure.
    if len(spelled) > 1 and spelled[0] in "零〇○":
        spelled = spelled[1:]
    return number_from_chinese(spelled)


_MONDAY, _SATURDAY = 0, 5


def months_after(start: date, months: int) -> date:
    """Return the day `months` after `start`; the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def term_fits(start: date, end: date, months: int) -> bool:
    """Whether a loan from `start` to `end` runs `months`.

    Both conventions are real: the same day and the day before; month ends and the day after count.
    What would fall due on a weekend may be due on the Monday.
    """
    due = months_after(start, months)
    if abs((end - due).days) <= 1:
        return True
    if end.weekday() == _MONDAY and due.weekday() >= _SATURDAY and 0 < (end - due).days <= 2:
        return True
    is_month_end = (start + timedelta(days=1)).day == 1
    last = due.replace(day=calendar.monthrange(due.year, due.month)[1])
    return is_month_end and end == last
