"""The old printed form of a sentence: everything stands on rules inside clauses."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    lend, borrow = pen.pick(
        ("贷款方", "借款方"), ("甲方", "乙方"), ("贷款人", "借款人"), ("乙方", "甲方")
    )
    clauses.title_of_method(pen, "借款合同", "农业借款合同", "抵押担保借款合同", "借款契约")
    pen.right(pen.code("contract_no", "借", old=pen.odds(0.5)))
    pen.clause(
        f"立合同单位：{pen.rule(pen.put('lender', loan.lender))}（以下简称{lend}）与{pen.rule(pen.person('borrower', loan.borrower))}（以下简称{borrow}），经协商签订本合同。",
        f"第一条　自{pen.day('start_date', loan.start, 'rule')}起，由{lend}向{borrow}提供（大写）{pen.rule(pen.words(loan.fen))}的贷款，用于{pen.rule(pen.makers['purpose'](''))}。还款期限至{pen.day('end_date', loan.end, 'rule')}止。",
        f"第二条　利息按{pen.rate()}计算。遇国家利率调整，按规定执行。",
    )
    if pen.odds(0.5):
        pen.clause(
            f"第三条　本借款由{pen.rule(pen.makers['guarantor'](''))}{pen.pick('作为保证人', '担任担保人')}，承担连带责任。"
        )
    clauses.boilerplate(pen)
    pen.say(f"{borrow}：{pen.blank() or '（签章）'}　　　　{lend}：（公章）")
    pen.say(f"{pen.pick('签约日期', '签订日期')}：{pen.day('sign_date', loan.signed)}")
