"""An invented plan."""

from __future__ import annotations

from datetime import date

from templates import examples
from templates.addressed import addressed
from templates.debts import line_of, totalled
from templates.documents.household_plan.values import (
    ContactLine,
    HouseholdPlan,
    PlanLine,
    ProgressLine,
    SixPoints,
    Survey,
)

DAY = date(2025, 12, 31)
_HOUSE = "住宅（东河村三组12号），登记证明示(2025)某某县不动产证明第0000001号"


def example(language: str, rows: int) -> HouseholdPlan:
    """Return a plan on so many loans, one at least; without loans to spare, without a plan yet."""
    loans = [
        examples.loan(index, due_on=date(2025, 6, 30), days_overdue=184, class_code="substandard")
        for index in range(1, max(rows, 1) + 1)
    ]
    lines = tuple(
        PlanLine(
            **line_of(place, loan),
            days_overdue=loan.figure("days_overdue"),
            stated_on=DAY,
            loan_class="次级",
            guarantee="抵押",
            cause="经营不善" if place % 2 else None,
            recoverability="经努力可收回" if place % 2 else None,
            limitation_until=date(2028, 6, 30),
            limitation_since="贷款到期",
            secured_until=date(2028, 6, 30) if place % 2 else None,
            lawsuit="未起诉",
            last_contact_on=date(2025, 11, 20),
        )
        for place, loan in enumerate(loans, 1)
    )
    debts = totalled(lines, loans, language, "bad, 000012", DAY)
    figures = {
        name: examples.figure(f"stated_fen({name}, record:1)", 3_000_000 if rows else None, "fen")
        for name in ("assets_fen", "liabilities_fen", "goal_fen", "monthly_fen")
    }
    return HouseholdPlan(
        **addressed(examples.office(), loans),
        village="东河村三组",
        lent_by="信贷员甲",
        collected_by="清收员乙" if rows else None,
        loans=lines,
        balance=debts.balance,
        arrears=debts.arrears,
        guarantors="担保人甲、担保人乙" if rows else None,
        security=_HOUSE if rows else None,
        survey=Survey(
            surveyed_on=date(2025, 10, 8) if rows else None,
            willingness="推诿" if rows else None,
            capacity="部分能力" if rows else None,
            business="养殖场已停产，存栏清空，现在外务工" if rows else None,
            assets="农用车一辆；承包地12亩" if rows else None,
            assets_value=figures["assets_fen"],
            liabilities=figures["liabilities_fen"],
            actual_user=None,
        ),
        points=SixPoints(
            on=date(2025, 10, 15) if rows else None,
            goal=figures["goal_fen"],
            monthly=figures["monthly_fen"],
            deadline=date(2026, 6, 30) if rows else None,
            measures="分期归还；处置农用车；到期不还依法起诉" if rows else None,
            reward="按收回额的2%" if rows else None,
            discipline="两人同行，不收现金" if rows else None,
            consequences="按清收办法考核" if rows else None,
            officer="清收员乙" if rows else None,
            squad="清收一组" if rows else None,
            approved_by="分管主任" if rows else None,
        ),
        received=examples.figure("plan_received(000012)", 500_000 if rows else None, "fen"),
        contacts=tuple(
            ContactLine(
                on=date(2025, 11, 1 + index % 28),
                mode="上门",
                result="承诺年底前归还部分本金",
                officer="清收员乙",
            )
            for index in range(rows)
        ),
        progress=tuple(
            ProgressLine(
                on=date(2025, 12, 1 + index % 28),
                state="进行中",
                progress="收回利息5,000元",
                next_step="继续上门催收",
                officer="清收员乙",
            )
            for index in range(min(rows, 3))
        ),
        figures=debts.figures,
    )
