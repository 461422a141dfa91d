"""An invented officer's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from templates import examples
from templates.documents.officer_plan.values import DueLoan, LateLoan, OfficerPlan, of_figures
from templates.examples import figure
from templates.planning.example import outlook


def example(_language: str, rows: int) -> OfficerPlan:
    """Return a plan for 2026 with about `rows` lines in each table."""
    seen = outlook(rows)
    return of_figures(
        replace(seen, units=seen.units[:1], officers=seen.officers[:1]),
        officer="王春梅",
        unit="城关信用社",
        due_loans=tuple(_due(n) for n in range(1, rows + 1)),
        late_loans=tuple(_late(n) for n in range(1, rows + 1)),
        institution=examples.INSTITUTION,
        known_on=examples.KNOWN_ON,
    )


def _borrower(number: int) -> str:
    return "某某某某农民专业合作社联合社" if number % 3 == 0 else "王小田"


def _due(number: int) -> DueLoan:
    return DueLoan(
        number=number,
        borrower=_borrower(number),
        loan=f"信借字〔2025〕第{number:04d}号",
        balance=figure(f"balance_fen({number})", 5_000_000 * number, "fen"),
        due_on=date(2026, 1, 10) + timedelta(days=9 * (number % 38)),
    )


def _late(number: int) -> LateLoan:
    return LateLoan(
        number=number,
        borrower=_borrower(number),
        loan=f"信借字〔2023〕第{number:04d}号",
        balance=figure(f"balance_fen({number + 100})", 4_290_000, "fen"),
        arrears=figure(f"arrears_fen({number + 100})", None if number == 2 else 312_000, "fen"),
        days=figure(f"days_overdue({number + 100})", 95 + number, "days"),
        class_name="次级",
        measures="上门催收，签订分期还款协议，追加其兄为保证人" if number % 2 else None,
        deadline=date(2026, 6, 30) if number % 2 else None,
    )
