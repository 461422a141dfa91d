"""预警解除申请表: what was done, why it may be lifted."""

from __future__ import annotations

from benchmarks.accuracy.facts import SIGNALS
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "risk_warning"


def write(pen: Pen) -> None:
    pen.title(pen.pick("风险预警解除申请表", "风险预警客户解除审批表"))
    pen.facts(
        "firm",
        "uscc",
        ("预警等级", pen.put("warning_level", pen.pick("一级", "二级", "三级"))),
        "balance",
        ("风险信号", pen.put("risk_signals", pen.pick(*SIGNALS))),
        layout=pen.pick("grid", "lines", "wide grid"),
        sure=5,
    )
    pen.facts("measure", "report_date", layout=pen.pick("lines", "grid"), sure=1)
    pen.say("解除理由：信号已消除，建议解除预警。")
