"""质押合同 over a deposit slip."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "pledge_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("质押合同", "存单质押合同", "权利质押合同"))
    pen.say(f"合同编号{pen.colon}{pen.code('contract_no', '质')}")
    pen.say(
        f"{pen.pick('出质人', '出质人（甲方）', '质押人')}{pen.colon}{pen.put('pledgor', loan.borrower.name)}　　身份证号{pen.colon}{pen.number(loan.borrower)}"
    )
    pen.say(f"{pen.pick('质权人', '质权人（乙方）')}{pen.colon}{pen.fact('lender')}")
    pen.clause(
        f"一、为担保{pen.code('main_contract_no', '借')}借款合同的履行，出质人以{pen.put('collateral', '定期存单')}提供质押，存单金额{pen.money('collateral_value', loan.value)}，存单号码{loan.serial:08d}。",
        f"二、所担保的主债权本金为{pen.money('secured_amount', loan.secured)}，{pen.pick('主债务期限', '借款期限')}{pen.period('plain')}。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.say(f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}")
