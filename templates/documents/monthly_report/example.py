"""Invented values of a monthly report."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.rules.desk import Stated
from ledger.spans import Span, month_of
from ledger.warning_steps import fold
from ledger.warnings import Handled
from templates import examples
from templates.charts.chart import Chart, chart
from templates.documents.monthly_report.facts import MonthFacts, Moves, Part
from templates.documents.monthly_report.values import MonthlyReport, report
from templates.examples import figure

SPAN = month_of(date(2025, 12, 1))
_LONG = "某某县农村信用合作联社城关信用社"
_NOW: dict[str, tuple[int | Decimal, int | Decimal, str]] = {
    "outstanding_count": (83, 81, "count"),
    "outstanding_balance": (861_235_050, 848_000_000, "fen"),
    "overdue_balance": (24_800_000, 22_300_000, "fen"),
    "overdue_ratio": (Decimal("2.88"), Decimal("2.63"), "percent"),
    "arrears_interest": (1_471_265, 1_402_000, "fen"),
    "npl_count": (5, 5, "count"),
    "npl_balance": (21_450_000, 21_450_000, "fen"),
    "npl_ratio": (Decimal("2.49"), Decimal("2.53"), "percent"),
}


def example(_language: str, rows: int) -> MonthlyReport:
    """Return them with `rows` officers, units, loans and warnings; none: a quiet month."""
    return report(
        facts(rows),
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        scope="" if rows != 1 else f"机构：{_LONG}",
        known_on=examples.KNOWN_ON,
    )


def _figure(name: str, value: int | Decimal | None, unit: str, span: Span = SPAN) -> Figure:
    return figure(f"{name}({span.text})", value, unit)


def facts(rows: int) -> MonthFacts:
    """Return the facts of an invented month."""
    due, done = 14 * rows, 13 * rows
    after = month_of(SPAN.last + timedelta(days=1))
    loans = [
        dataclasses.replace(examples.loan(index), days_overdue=index, number=f"JJ2025-{index:04d}")
        for index in range(1, rows + 1)
    ]
    return MonthFacts(
        span=SPAN,
        as_of=SPAN.last,
        now={name: figure(f"{name}(2025-12-31)", now, unit)
             for name, (now, _then, unit) in _NOW.items()},
        before={name: figure(f"{name}(2025-11-30)", then, unit)
                for name, (_now, then, unit) in _NOW.items()},
        due=_figure("inspections_due", due, "count"),
        done=_figure("inspections_done", done, "count"),
        rate=_figure("inspection_rate", Decimal("92.86") if rows else None, "percent"),
        officers=tuple(_part(f"客户经理{index + 1}", "manager", index) for index in range(rows)),
        units=tuple(_part(_LONG if index == 1 else f"示例信用社{index + 1}", "unit", index)
                    for index in range(rows)) if rows > 1 else (),
        late_count=figure("inspections_late(2025-12-31)", rows, "count"),
        late=tuple((loan, date(2025, 11, 1 + index % 28)) for index, loan in enumerate(loans)),
        new_overdue_count=_figure("new_overdue_count", rows, "count"),
        new_overdue_sum=_figure("new_overdue_sum", rows * 8_550_000, "fen"),
        new_overdue=tuple(loans),
        cured_count=_figure("cured_count", rows, "count"),
        cured_sum=_figure("cured_sum", rows * 3_000_000, "fen"),
        moves=tuple(_moves(code) for code in (*CLASSES[:rows], "new")[: rows + 1]) if rows else (),
        downgraded=_figure("downgraded_sum", rows * 2_000_000, "fen"),
        upgraded=_figure("upgraded_sum", 0, "fen"),
        raised=_figure("warnings_raised", rows, "count"),
        released=_figure("warnings_released", rows // 2, "count"),
        open_warnings=figure("warnings_open(2025-12-31)", rows, "count"),
        warnings=tuple((_warning(index), f"JJ2025-{index:04d}") for index in range(rows)),
        contacts=_figure("contact", 3 * rows, "count"),
        notices_open=figure("rectifications_open(2025-12-31)", rows, "count"),
        notices_overdue=figure("rectifications_overdue(2025-12-31)", rows // 2, "count"),
        maturing=_figure("due_principal", rows * 20_000_000, "fen"),
        recovered=_figure("due_recovered", rows * 19_000_000, "fen"),
        recovery_rate=_figure("due_recovery_rate", Decimal("95.00") if rows else None, "percent"),
        extended=_figure("due_extended", rows * 1_000_000, "fen"),
        refinanced=_figure("due_refinanced", 0, "fen"),
        next_span=after,
        next_due_count=_figure("maturing_count", 2 * rows, "count", after),
        next_due_sum=_figure("maturing_sum", rows * 15_000_000, "fen", after),
        next_visits=_figure("inspections_planned", 11 * rows, "count", after),
        balances=_chart("outstanding_balance", 800_000_000, 5_000_000) if rows else None,
        recoveries=_chart("recovered_sum", 30_000_000, 2_000_000) if rows else None,
    )  # fmt: skip


def _part(name: str, by: str, index: int) -> Part:
    def of(what: str, value: int, unit: str) -> Figure:
        return figure(f"{what}({SPAN.text}, {by}={name})", value, unit)

    return Part(
        name=name,
        due=of("inspections_due", 14, "count"),
        done=of("inspections_done", 13, "count"),
        balance=of("outstanding_balance", 200_000_000 + index, "fen"),
        overdue=of("overdue_balance", 4_000_000, "fen"),
        bad=of("npl_balance", 2_000_000, "fen"),
    )


def _moves(code: str) -> Moves:
    def of(what: str, value: int) -> Figure:
        return figure(f"{what}({SPAN.text}, before={code})", value, "fen")

    return Moves(
        code=code,
        opening=of("class_opening", 100_000_000),
        now=tuple(
            figure(f"class_moved({SPAN.text}, before={code}, now={now})", 10_000_000, "fen")
            for now in (*CLASSES, "unclassified")
        ),
        repaid=of("class_repaid", 40_000_000),
    )


def _warning(index: int) -> Handled:
    stated = Stated(
        f"record:{index}", 1, 12, date(2025, 12, 1 + index % 28),
        {"warning_no": f"YJ2025-{index:03d}", "signal": "主要原料涨价，存栏减少，现金流紧张",
         "raised_by": "甲"},
    )  # fmt: skip
    return Handled(stated, (), fold("甲", []))


def _chart(name: str, first: int, step: int) -> Chart:
    months = [f"{month}月" for month in range(1, 13)]
    figures = [
        figure(f"{name}(2025-{month:02d})", first + month * step, "fen") for month in range(1, 13)
    ]
    titles = {"outstanding_balance": "贷款余额", "recovered_sum": "收回本金"}
    return chart(f"2025年各月{titles[name]}", "zh", months, [(titles[name], figures)])
