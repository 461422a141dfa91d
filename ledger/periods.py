"""Periods as heads of columns and titles name them: 2024年3月末, 2025年, 2024Q3, 3T 2024."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from extractors.values.plain import folded, plain, without_blanks

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_DAY = re.compile(r"((?:19|20)\d{2})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?")
_MONTH = re.compile(
    r"((?:19|20)\d{2})年度?(\d{1,2})月份?[末底]?|((?:19|20)\d{2})[-/.](\d{1,2})(?!\d)"
)
_QUARTER = re.compile(
    r"((?:19|20)\d{2})年?度?第?([一二三四1234])季度?[末底]?|((?:19|20)\d{2})[-_]?q([1-4])"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)(年度|年)?([末底])?")


@dataclass(frozen=True, slots=True)
class Period:
    """A period by its last day.

    whole_year  only a year was named, and not its end: "2025年"
    rest        what else was said, folded and without blanks
    """

    day: date
    whole_year: bool
    rest: str


def period_end(text: str) -> Period | None:
    """Return the period that `text` names, or None. Days of the calendar only."""
    flat = without_blanks(folded(plain(text)))
    for pattern, read in ((_DAY, _by_day), (_QUARTER, _by_quarter), (_MONTH, _by_month)):
        match = pattern.search(flat)
        if match:
            groups = [group for group in match.groups() if group]
            day = read(groups)
            return Period(day, False, _rest(flat, match)) if day else None
    match = _YEAR.search(flat)
    if match:
        return Period(date(int(match[1]), 12, 31), match[3] is None, _rest(flat, match))
    return None


def _rest(flat: str, match: re.Match[str]) -> str:
    return re.sub(r"[()（）\[\]]", "", flat[: match.start()] + flat[match.end() :])


def _by_day(groups: list[str]) -> date | None:
    try:
        return date(int(groups[0]), int(groups[1]), int(groups[2]))
    except ValueError:
        return None


def _by_month(groups: list[str]) -> date | None:
    year, month = int(groups[0]), int(groups[1])
    return date(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _by_quarter(groups: list[str]) -> date | None:
    year, month = int(groups[0]), 3 * _QUARTERS[groups[1]]
    return date(year, month, monthrange(year, month)[1])
