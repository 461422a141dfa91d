"""The old card of a union, drawn with lines, each label in its box."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("农村信用社贷款借据", "农业贷款借据", "信用社放款凭证"))
    pen.say(
        f"第{loan.serial:04d}号　　{pen.day('start_date', loan.start, pen.pick('spaced', 'plain'))}",
        align="center",
    )
    pen.may("sign_date", loan.start.isoformat())
    pen.may("iou_no", f"第{loan.serial:04d}号")
    pen.may("iou_no", f"{loan.serial:04d}")
    pen.grid(
        [
            [
                pen.pick("借款单位（人）", "借款人", "户名"),
                pen.person("borrower", loan.borrower),
                "住址",
                pen.fact("borrower_address"),
            ],
            ["贷款种类", pen.fact("loan_type"), "贷款用途", pen.fact("purpose")],
            [
                pen.pick("借款金额（大写）", "金额（大写）", "人民币（大写）"),
                pen.words(loan.fen),
                "￥",
                pen.money("amount", loan.fen, "bare"),
            ],
            [
                "还款日期",
                pen.day("end_date", loan.end),
                "月利率‰" if loan.rate_unit == "permille_month" else "利率",
                pen.rate("bare" if loan.rate_unit == "permille_month" else "full"),
            ],
        ],
        (1.2, 2, 1, 2.2),
    )
    pen.say(
        f"借款人盖章　　　　保证人{pen.colon}{pen.fact('guarantor')}　　　　信贷员{pen.colon}{pen.fact('loan_officer')}"
    )
