"""借款支用申请书 of a firm under a contract."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("借款凭证（企业）", "借款借据", "流动资金贷款借据"))
    pen.facts(
        "iou_no",
        "firm",
        "uscc",
        "contract_no",
        layout=pen.pick("lines", "grid", "wide grid"),
        sure=2,
    )
    pen.clause(
        f"兹根据{pen.code('contract_no', '借')}借款合同办理此笔贷款，金额人民币{pen.words(loan.fen)}，请转入我单位账户6228{loan.serial:04d}{loan.year}0011。"
    )
    pen.facts(
        "start_date",
        "end_date",
        "rate",
        "purpose",
        layout=pen.pick("heads", "pairs", "grid"),
        sure=2,
    )
    pen.sides(
        ["借款单位（公章）：", f"法定代表人：{pen.fact('legal_rep')}"],
        ["贷款人（章）：", f"信贷员：{pen.fact('loan_officer')}"],
    )
