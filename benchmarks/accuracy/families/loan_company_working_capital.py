"""流动资金借款合同 of a firm: credit code, legal representative, and the bank's own beside them."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(
        pen.pick("流动资金借款合同", "人民币流动资金贷款合同", "单位借款合同", "企业借款合同")
    )
    pen.facts("contract_no", layout="lines")
    party = pen.pick("借款人", "借款人（甲方）", "借款单位", "甲方（借款人）")
    pen.say(f"{party}{pen.colon}{pen.makers['firm']('')}")
    pen.facts(
        "uscc",
        "firm_address",
        "legal_rep",
        "firm_phone",
        layout=pen.pick("lines", "pairs", "comma", "grid"),
        sure=0,
    )
    if pen.odds(0.4):
        pen.say(
            f"注册资本{pen.colon}人民币{pen.pick('500', '1000', '200')}万元    成立日期{pen.colon}2009年4月16日"
        )
    clauses.lender_block(pen, pen.pick("贷款人", "贷款人（乙方）", "乙方（贷款人）"))
    pen.clause(
        f"第一条　借款金额与用途。{pen.pick('乙方同意向甲方提供', '贷款人向借款人提供')}人民币{pen.words(loan.fen)}的借款，借款用途为{pen.rule(pen.makers['purpose'](''))}。",
        f"第二条　借款期限为{pen.term()}，{pen.period()}。实际放款日与到期日以借据为准。",
        f"第三条　借款利率{pen.pick('确定为', '为', '执行')}{pen.rate()}。",
    )
    clauses.boilerplate(pen)
    pen.sides(
        [
            "借款人（公章）：",
            f"法定代表人（签字）：{pen.fact('legal_rep')}",
            pen.day("sign_date", loan.signed),
        ],
        ["贷款人（公章）：", f"负责人（签字）：{loan.name()}", pen.day("sign_date", loan.signed)],
    )
