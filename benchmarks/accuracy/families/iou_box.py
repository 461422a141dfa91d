"""借据 as a ruled form, with the amount in words and in a grid of figures."""

from __future__ import annotations

from benchmarks.accuracy import printed
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借款借据", "贷款借据", "借款凭证", "农村信用社借款借据", "贷款凭证"))
    pen.facts("iou_no", layout="lines")
    if pen.odds(0.5):
        pen.right(f"单位：元　　{pen.pick('第一联 借据', '第二联 会计留存', '客户联')}")
    pen.facts(
        "borrower",
        "id_number",
        "contract_no",
        "loan_type",
        "purpose",
        layout=pen.pick("wide grid", "grid", "pairs"),
    )
    if pen.odds(0.6):
        head, digits = pen.digit_grid("amount", loan.fen)
        words = printed.words(loan.fen, pen.chance)
        pen.grid(
            [
                [pen.pick("借款金额", "金额", "贷款金额"), "人民币（大写）", *head],
                ["", pen.put("amount_words", words), *digits],
            ],
            (1.2, 3, *[0.45] * len(head)),
        )
    else:
        pen.facts(
            ("借款金额（大写）|words", "amount"),
            ("（小写）|bare", "amount"),
            layout=pen.pick("lines", "pairs", "grid"),
        )
    pen.facts(
        "start_date",
        "end_date",
        "rate",
        layout=pen.pick("heads", "wide grid", "pairs", "lines"),
        sure=2,
    )
    pen.clause("上述借款已收到，到期保证归还本息。借款人（签章）：")
    pen.sides(
        [f"信贷员：{pen.person('loan_officer', loan.officer)}", "会计："], ["复核：", "记账："]
    )
