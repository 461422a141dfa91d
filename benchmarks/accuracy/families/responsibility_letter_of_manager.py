"""管户目标责任书."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "responsibility_letter"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("管户目标责任书", "贷后管理目标责任书", "管户责任书"))
    pen.clause(
        f"甲方：{loan.lender}　　乙方（客户经理）：{loan.name()}",
        "一、乙方负责所管户贷款的贷后检查、本息清收和档案管理。",
        "二、考核指标：利息收回率不低于98%，不良率不高于2%。",
    )
    pen.say("甲方（盖章）：　　　　乙方（签字）：")
