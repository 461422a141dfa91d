"""借据 with the record of part repayments on its back."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen, money
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "iou"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借款借据", "贷款借据（借据正面）", "农户贷款借据"))
    pen.facts(
        "iou_no",
        "borrower",
        "id_number",
        "amount",
        "purpose",
        "start_date",
        "end_date",
        "rate",
        "guarantor",
        layout=pen.pick("wide grid", "grid", "pairs", "lines"),
        sure=2,
    )
    pen.say("分次偿还记录")
    one = later_by(loan.start, 120)
    rows = [
        ["偿还日期", "偿还金额", "结欠金额", "经办"],
        [
            f"{one.year}.{one.month}.{one.day}",
            f"{loan.fen // 400}.00",
            f"{loan.fen * 3 // 400}.00",
            loan.name(),
        ],
        ["", "", "", ""],
    ]
    pen.grid(rows, head=1)
    pen.may("balance", money(loan.fen * 3 // 4))
