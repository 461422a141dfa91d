"""本月信贷工作重点."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "monthly_focus"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("本月信贷工作重点", f"{loan.start.month}月份信贷工作重点"))
    pen.clause(
        "一、到期贷款12笔，金额86万元，请各社逐户通知。", "二、应检查客户45户，请于月底前完成。"
    )
