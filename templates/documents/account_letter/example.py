"""Invented values of a letter of responsibility."""

from __future__ import annotations

from datetime import date
from typing import Any

from templates import examples
from templates.commitments import ClientLine, GoalLine

_NAMES = ("示例户", "某某县东河农业发展专业合作社联合社")


def example_of(rows: int) -> dict[str, Any]:
    """Return the fields of a letter with a manager of so many households."""
    return example_base(rows) | {
        "person": "客户经理甲",
        "clients": example_clients(rows),
        "count": examples.figure("debt_count(客户经理甲)", rows, "count"),
        "balance": examples.figure("debt_balance(客户经理甲)", rows * 8_550_000, "fen"),
        "bad": examples.figure("bad_balance(客户经理甲)", 0, "fen"),
    }


def example_base(rows: int) -> dict[str, Any]:
    """Return the fields that all letters have."""
    titles = ("存款余额", "收回到期本金", "收回利息", "不良贷款控制额")
    return {
        "institution": examples.INSTITUTION,
        "department": examples.DEPARTMENT,
        "unit": "城关信用社",
        "year": 2026,
        "first": date(2026, 1, 1),
        "last": date(2026, 12, 31),
        "as_of": date(2025, 12, 31),
        "known_on": examples.KNOWN_ON,
        "goals": tuple(
            GoalLine(
                title=title,
                opening=examples.figure(f"opening({place})", 85_500_000, "fen")
                if place % 2
                else None,
                target=examples.figure(
                    f"stated_fen(goal, record:{place})", 90_000_000 if rows else None, "fen"
                ),
            )
            for place, title in enumerate(titles)
        ),
    }


def example_clients(rows: int) -> tuple[ClientLine, ...]:
    """Return so many invented households."""
    return tuple(
        ClientLine(
            place=place,
            household_number=f"{place + 11:06d}",
            borrower=_NAMES[place % 5 == 4],
            count=examples.figure(f"debt_count({place})", 1, "count"),
            balance=examples.figure(f"debt_balance({place})", 8_550_000, "fen"),
            loan_class="关注" if place % 3 == 2 else "正常",
            risk_manager="风险经理乙" if place % 2 else None,
        )
        for place in range(1, rows + 1)
    )
