"""An invented collection programme."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from templates import examples
from templates.documents.collection_programme.lines import BadLine, Pressing, RuleLine, SquadLine
from templates.documents.collection_programme.values import Programme, of_figures
from templates.examples import figure
from templates.planning.example import outlook


def example(_language: str, rows: int) -> Programme:
    """Return a programme for 2026 with about `rows` lines in each table."""
    known = bool(rows)
    return of_figures(
        outlook(rows),
        pressing=Pressing(
            lapsing_count=figure("lapsing_count(2025-12-31)", 1 if known else 0, "count"),
            lapsing_sum=figure("lapsing_sum(2025-12-31)", 4_290_000 if known else 0, "fen"),
            unasked_count=figure("unasked_count(2025-12-31)", 2 if known else 0, "count"),
            unasked_sum=figure("unasked_sum(2025-12-31)", 8_580_000 if known else 0, "fen"),
        ),
        squads=tuple(squad_example(n) for n in range(1, min(rows, 4) + 1) if rows > 1),
        rules=tuple(rule_line(n) for n in range(1, min(rows, 3) + 1) if rows > 1),
        listed=tuple(bad_line(n) for n in range(1, rows + 1)),
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        known_on=examples.KNOWN_ON,
    )


def squad_example(number: int) -> SquadLine:
    """Return an invented squad."""
    return SquadLine(
        name=f"清收专班{'一二三四'[number - 1]}组",
        leader="赵志强",
        members="王春梅、李建国、欧阳慧敏",
        area="城关、石桥片区",
        task=figure(f"task_fen(record:{number})", 5_000_000 * number, "fen"),
    )


def rule_line(number: int) -> RuleLine:
    """Return an invented rule of reward."""
    return RuleLine(
        name=("小额清收奖励", "大额清收奖励", "核销贷款清收奖励")[number - 1],
        loans="余额5.00万元以下" if number == 1 else "余额5.00万元（含）以上",
        rate=Decimal(number + 1),
        interest_rate=Decimal(5) if number == 1 else None,
    )


def bad_line(number: int) -> BadLine:
    """Return an invented bad loan."""
    long = number % 3 == 0
    return BadLine(
        number=number,
        borrower="某某某某农民专业合作社联合社" if long else "王小田",
        unit="三家坪信用社" if long else "城关信用社",
        loan=f"信借字〔2023〕第{number:04d}号",
        balance=figure(f"balance_fen({number})", 4_290_000, "fen"),
        arrears=figure(f"arrears_fen({number})", None if long else 312_000, "fen"),
        class_name="次级",
        lapses_on=None if long else date(2026, 3, 15),
        collector="欧阳慧敏" if long else "王春梅",
        category=None if long else "依法起诉",
    )
