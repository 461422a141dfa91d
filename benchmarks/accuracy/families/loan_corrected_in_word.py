"""A contract made from an older one: what was struck through in Word no longer holds."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    old = loan.person()
    pen.title(pen.pick("借款合同", "个人借款合同", "农户借款合同"))
    pen.facts("contract_no", layout="lines")
    pen.say(f"借款人{pen.colon}{pen.struck(old.name)}{pen.person('borrower', loan.borrower)}")
    pen.say(f"身份证号码{pen.colon}{pen.struck(old.id_number)}{pen.number(loan.borrower)}")
    pen.say(f"贷款人{pen.colon}{pen.fact('lender')}")
    pen.clause(
        f"第一条　借款金额：{pen.struck('￥8,000.00')}{pen.money('amount', loan.fen)}，用途：{pen.fact('purpose')}。",
        f"第二条　借款期限：{pen.struck('自2011年3月1日起')}{pen.period('plain')}。",
        f"第三条　{pen.struck('月利率9.99‰')}{pen.rate()}。",
    )
    clauses.boilerplate(pen)
    pen.say(f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}")
