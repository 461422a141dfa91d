"""A printed form whose amount stands in a grid of figures."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借款合同（代借据）", "农户小额贷款借款合同", "借款合同"))
    pen.facts(
        "contract_no",
        "borrower",
        "id_number",
        "borrower_address",
        layout=pen.pick("wide grid", "grid"),
        sure=2,
    )
    head, cells = pen.digit_grid("amount", loan.fen)
    width = [1.1, *[0.5] * len(head)]
    pen.grid([[pen.pick("借款金额", "金额（小写）", "贷款金额"), *head], ["", *cells]], width)
    pen.facts(
        ("借款金额（大写）|words", "amount"),
        "purpose",
        "start_date",
        "end_date",
        "rate",
        layout=pen.pick("grid", "lines", "wide grid"),
        sure=1,
    )
    pen.facts("lender", "loan_officer", layout="lines", sure=0)
