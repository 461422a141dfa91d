"""风险预警信号处理表 with opinions by level."""

from __future__ import annotations

from benchmarks.accuracy.facts import SIGNALS
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "risk_warning"


def write(pen: Pen) -> None:
    pen.title(pen.pick("风险预警信号处理表", "风险预警审批表", "风险预警信号处置表"))
    level = pen.pick("红色", "橙色", "黄色", "蓝色")
    pen.facts(
        "borrower",
        "id_number",
        ("预警级别", pen.put("warning_level", level)),
        "amount",
        "balance",
        "end_date",
        layout=pen.pick("wide grid", "grid", "lines"),
        sure=3,
    )
    pen.facts(
        ("预警信号", pen.put("risk_signals", pen.pick(*SIGNALS))),
        ("信息来源", "现场检查"),
        "measure",
        layout=pen.pick("lines", "grid"),
        sure=3,
    )
    pen.facts("report_date", "loan_officer", layout=pen.pick("lines", "pairs"), sure=0)
    pen.say("部门负责人意见：同意　　签字：　　　　年　月　日")
