"""信贷工作计划."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "work_plan"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(f"{loan.year}年信贷工作计划")
    pen.clause(
        f"一、目标任务。新增贷款{loan.serial}万元，收回不良贷款{loan.serial // 7}万元。",
        "二、主要措施。落实贷后检查，规范档案管理。",
    )
