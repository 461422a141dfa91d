"""Months, quarters and days that count from others. Dates only; no database."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache


@dataclass(frozen=True, slots=True)
class Period:
    """Some whole months: "2026-01", "2026Q1", "2026"; first and last day."""

    label: str
    first: date
    last: date


@cache
def period_of(day: date, months: int) -> Period:
    """Return the period of `months` months that holds `day`; periods are counted from January.

    A number of months that does not divide the year is counted from January of the year 1.
    """
    months = max(months, 1)
    number = day.year * 12 + day.month - 1
    number -= number % months
    first = date(number // 12, number % 12 + 1, 1)
    after = number + months
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Period(_label(first, months), first, last)


def _label(first: date, months: int) -> str:
    if months == 12:
        return str(first.year)
    if months == 3:
        return f"{first.year}Q{(first.month + 2) // 3}"
    return f"{first.year}-{first.month:02d}" if months == 1 else f"{first.isoformat()}+{months}"


@cache
def before(period: Period, months: int) -> Period:
    """Return the period before one of that many months."""
    return period_of(period.first - timedelta(days=1), months)


def plus_months(day: date, months: int) -> date:
    """Return the same day some months later, or the month's last day where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def plus_days(day: date, days: int) -> date:
    """Return the day some days later."""
    return day + timedelta(days=days)


def month_end(day: date) -> date:
    """Return the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
