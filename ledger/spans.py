"""Spans of time that plans and scores are for: a year, half, quarter or month, written one way.

"2025", "2025H1", "2025Q3" and "2025-09" are how the ledger keeps them; people write 2025年度,
上半年, 三季度, 9月份.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from extractors.values.plain import folded, plain, without_blanks

_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_HALVES = {"上": 1, "下": 2}
_HALF = re.compile(r"((?:19|20)\d{2})(?:年?度?([上下])半年度?|[-_]?[hs]([12]))")
_YEAR = re.compile(r"((?:19|20)\d{2})(?:年度?)?")
_QUARTER = re.compile(
    r"((?:19|20)\d{2})(?:年度?第?([一二三四1-4])季度?|[-_]?q([1-4])|[-_]?t([1-4]))"
)
_MONTH = re.compile(r"((?:19|20)\d{2})(?:年(\d{1,2})月份?|[-/.](\d{1,2})|(0[1-9]|1[0-2]))")


@dataclass(frozen=True, slots=True)
class Span:
    """A year, half, quarter or month: how the ledger writes it, its first and its last day."""

    text: str
    first: date
    last: date

    @property
    def kind(self) -> str:
        """ "year", "half", "quarter" or "month"."""
        return {12: "year", 6: "half", 3: "quarter", 1: "month"}[
            self.last.month - self.first.month + 1
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def year_before(self) -> Span:
        """The same year, half, quarter or month of the year before."""
        found = span_of(self.text.replace(str(self.first.year), str(self.first.year - 1), 1))
        assert found is not None  # noqa: S101 - written as the ledger writes spans
        return found

    @property
    def months(self) -> tuple[Span, ...]:
        """The months it is made of, itself for a month."""
        return tuple(
            month_of(date(self.first.year, number, 1))
            for number in range(self.first.month, self.last.month + 1)
        )


def month_of(day: date) -> Span:
    """Return the month a day lies in."""
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return Span(f"{day.year}-{day.month:02d}", day.replace(day=1), last)


def half_of(day: date) -> Span:
    """Return the half year a day lies in."""
    return _half(day.year, 1 if day.month <= 6 else 2)


def quarter_of(day: date) -> Span:
    """Return the quarter a day lies in."""
    return _quarter(day.year, (day.month + 2) // 3)


def year_of(day: date) -> Span:
    """Return the year a day lies in."""
    return Span(str(day.year), date(day.year, 1, 1), date(day.year, 12, 31))


def _half(year: int, number: int) -> Span:
    first, last = ((1, 1), (6, 30)) if number == 1 else ((7, 1), (12, 31))
    return Span(f"{year}H{number}", date(year, *first), date(year, *last))


def _quarter(year: int, number: int) -> Span:
    last = 3 * number
    return Span(
        f"{year}Q{number}",
        date(year, last - 2, 1),
        date(year, last, monthrange(year, last)[1]),
    )


def span_of(text: str) -> Span | None:
    """Return the span that `text` names and nothing else, or None."""
    flat = without_blanks(folded(plain(text)))
    if match := _QUARTER.fullmatch(flat):
        said = next(group for group in match.groups()[1:] if group)
        return _quarter(int(match[1]), _QUARTERS.get(said) or int(said))
    if match := _HALF.fullmatch(flat):
        said = next(group for group in match.groups()[1:] if group)
        return _half(int(match[1]), _HALVES.get(said) or int(said))
    if match := _MONTH.fullmatch(flat):
        number = int(next(group for group in match.groups()[1:] if group))
        return month_of(date(int(match[1]), number, 1)) if 1 <= number <= 12 else None
    if match := _YEAR.fullmatch(flat):
        return year_of(date(int(match[1]), 1, 1))
    return None
