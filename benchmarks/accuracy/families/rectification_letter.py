"""限期整改通知书."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "rectification_notice"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title("限期整改通知书")
    pen.say(f"{loan.town[:2]}信用社：")
    pen.clause(
        f"经{loan.inspected.year}年{loan.inspected.month}月检查，你社贷后管理得分76分，存在检查不及时、档案不全等问题，请于15日内整改完毕并书面报告。"
    )
    pen.right(f"{loan.county}农村信用合作联社")
