"""A log with one visit a row, as managers keep it for a household."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷后检查登记簿", "贷后跟踪检查记录", "客户贷后检查日志"))
    pen.facts("borrower", "amount", "end_date", layout=pen.pick("lines", "pairs", "comma"), sure=1)
    pen.grid(
        [
            ["检查日期", "检查方式", "检查情况", "检查人"],
            [
                pen.day("inspect_date", loan.inspected),
                pen.put("inspect_method", pen.pick("现场", "电话")),
                pen.pick("生产正常，已结清上季利息", "牲畜存栏稳定"),
                pen.inspectors(),
            ],
            ["", "", "", ""],
        ],
        (1.2, 0.8, 2.4, 1.2),
        head=1,
    )
