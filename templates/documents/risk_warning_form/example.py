"""An invented warning."""

from __future__ import annotations

from datetime import date

from ledger.figure import Source
from ledger.kinds.declaration import FieldValue
from ledger.records import Record
from templates import examples
from templates.documents.risk_warning_form.values import RiskWarningForm, form


def example(_language: str, rows: int) -> RiskWarningForm:
    """Return a warning about so many loans; it has come as far as there are rows."""
    steps = (
        ("opinion", "部门负责人甲", "情况属实，建议提前收回"),
        ("deputy", "分管主任乙", "限期落实追加担保"),
        ("head", "主任丙", "同意"),
        ("measure", "客户经理甲", "已追加抵押，收回本金20,000元"),
    )
    warning = _record(
        0,
        "risk_warning",
        date(2025, 11, 3),
        {
            "warning_no": "YJ2025-001",
            "level": "orange",
            "signal": "存栏大幅减少，资金转作他用，近两期利息未按时归还",
            "origin": "贷后检查",
            "raised_by": "风险经理丁",
            "raised_dept": "信贷管理部",
        },
    )
    done = [
        _record(
            number,
            "warning_step",
            date(2025, 11, 4 + number),
            {"step": step, "by": by, "decision": "agreed", "opinion": opinion},
        )
        for number, (step, by, opinion) in enumerate(steps[:rows], 1)
    ]
    loans = [examples.loan(index, days_overdue=12) for index in range(1, rows + 1)]
    return form(warning, done, loans, examples.office())


def _record(number: int, kind: str, on: date, values: dict[str, FieldValue]) -> Record:
    source = Source(kind="person", person="客户经理甲")
    return Record(
        fact=f"record:{number}",
        kind=kind,
        key=str(number),
        effective_on=on,
        recorded_at="2025-11-03T00:00:00.000000Z",
        actor="clerk",
        account_id=None,
        household_id=12,
        subject="YJ2025-001",
        values=values,
        source=source,
        sources=dict.fromkeys(values, source),
    )
