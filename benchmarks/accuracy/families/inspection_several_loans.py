"""A check of one household with several loans in a table."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "inspection_report"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("贷后检查报告", "个人客户常规检查报告", "客户贷后定期检查表"))
    pen.facts(
        "borrower",
        "id_number",
        "borrower_address",
        "inspect_date",
        layout=pen.pick("wide grid", "pairs", "lines"),
        sure=1,
    )
    pen.say("贷款明细")
    other = later_by(loan.start, 200)
    rows = []
    for start, end, fen, left in (
        (loan.start, loan.end, loan.fen, loan.balance),
        (other, later_by(loan.end, 200), loan.fen // 2, loan.fen // 2),
    ):
        serial = f"{loan.area}{start:%y%m%d}{loan.serial:03d}"
        rows.append(
            [
                pen.put("iou_no", serial),
                pen.money("amount", fen, "bare"),
                pen.money("balance", left, "bare"),
                pen.day("start_date", start, "dashed"),
                pen.day("end_date", end, "dashed"),
            ]
        )
    pen.grid(
        [["借据号", "贷款金额", "余额", "发放日", "到期日"], *rows],
        (1.6, 1.2, 1.2, 1.3, 1.3),
        head=1,
    )
    pen.facts(
        "problems",
        "conclusion",
        "classification",
        "inspector",
        layout=pen.pick("lines", "grid"),
        sure=0,
    )
