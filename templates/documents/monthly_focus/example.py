"""An invented focus of a month."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.figure import Figure
from templates import examples
from templates.documents.monthly_focus.lines import DueLine, TaskLine
from templates.documents.monthly_focus.values import MonthlyFocus, of_figures
from templates.examples import figure
from templates.planning.example import outlook

_MONTH = "2026-01"
_OFFICE = {
    "due": 4, "overdue": 5, "arrears": 7, "bad": 4, "warnings": 2, "inspections": 24,
    "rectifications": 1, "late": 6, "tasks": 40,
}  # fmt: skip
_SUMS = {"due": 68_500_000, "overdue": 18_000_000, "arrears": 1_596_088, "bad": 15_000_000}


def example(language: str, rows: int) -> MonthlyFocus:
    """Return a focus of January 2026 with about `rows` lines in each table."""
    seen = outlook(rows, _MONTH)
    office = _figures(1 if rows else 0)
    return of_figures(
        seen,
        office=office | {"due": figure(f"month_due({_MONTH})", rows, "count")},
        units=tuple(_line("unit", one.name, n) for n, one in enumerate(seen.units, 1)),
        officers=tuple(_line("manager", one.name, n) for n, one in enumerate(seen.officers, 1)),
        following=(
            figure("maturing_count(2026-02)", 3 if rows else 0, "count"),
            figure("maturing_sum(2026-02)", 27_000_000 if rows else 0, "fen"),
        ),
        due=tuple(_due(n) for n in range(1, rows + 1)),
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        known_on=examples.KNOWN_ON,
        language=language,
    )


def _figures(times: int, about: str = "", parts: int = 1) -> dict[str, Figure]:
    found = {
        name: figure(f"month_{name}({_MONTH}{about})", count * times // parts, "count")
        for name, count in _OFFICE.items()
    }
    return found | {
        f"{name}_sum": figure(f"month_{name}_sum({_MONTH}{about})", fen * times // parts, "fen")
        for name, fen in _SUMS.items()
    }


def _line(by: str, name: str, parts: int) -> TaskLine:
    of = _figures(1, f", {by}={name}", parts)
    return TaskLine(
        name=name,
        due=of["due"],
        due_sum=of["due_sum"],
        overdue_sum=of["overdue_sum"],
        arrears_sum=of["arrears_sum"],
        bad_sum=of["bad_sum"],
        inspections=of["inspections"],
        late=of["late"],
    )


def _due(number: int) -> DueLine:
    long = number % 3 == 0
    return DueLine(
        number=number,
        borrower="某某某某农民专业合作社联合社" if long else "王小田",
        loan=f"信借字〔2025〕第{number:04d}号",
        balance=figure(f"balance_fen({number})", 5_000_000 * number, "fen"),
        due_on=date(2026, 1, 1) + timedelta(days=number % 28),
        manager="欧阳慧敏" if long else "王春梅",
        unit="三家坪信用社" if long else "城关信用社",
    )
