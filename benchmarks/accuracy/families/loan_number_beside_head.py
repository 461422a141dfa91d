"""A bank form that asks a person to write name and number of the ID where a firm writes its head."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("借款合同", "个人额度借款合同", "授信合同"))
    pen.facts("contract_no", layout="lines")
    head = pen.pick("法定代表人/负责人", "法定代表人或负责人", "法定代表人（负责人）")
    pen.say(f"借款人（甲方）{pen.colon}{pen.person('borrower', loan.borrower)}")
    pen.say(f"住所{pen.colon}{pen.fact('borrower_address')}")
    pen.say(f"{head}{pen.colon}身份证 {pen.number(loan.borrower)}")
    pen.say(f"贷款人（乙方）{pen.colon}{pen.fact('lender')}")
    pen.say(f"住所{pen.colon}{loan.county}新华街{loan.serial % 50 + 1}号")
    pen.say(f"{head}{pen.colon}{loan.name()}")
    pen.clause("（借款人为自然人时，在“法定代表人/负责人”处填写身份证件名称及号码）")
    pen.clause(
        f"第一条　借款金额：人民币（大写）{pen.rule(pen.words(loan.fen))}。第二条　借款期限：{pen.period()}。第三条　利率：{pen.rate()}。第四条　用途：{pen.fact('purpose')}。"
    )
    clauses.boilerplate(pen, first=5)
    pen.sides(
        [
            f"甲方（签字）：{pen.person('borrower', loan.borrower)}",
            pen.day("sign_date", loan.signed),
        ],
        ["乙方（公章）：", ""],
    )
