"""保证合同 of three parties: borrower, lender, guarantor under 甲乙丙."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "guarantee_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("保证合同", "保证担保合同", "贷款保证合同"))
    pen.say(f"{pen.pick('合同编号', '保证合同编号')}{pen.colon}{pen.code('contract_no', '保')}")
    letters = pen.pick("甲乙丙", "丙甲乙")
    pen.say(
        f"{pen.pick('债权人', '贷款人')}（{letters[1]}方）{pen.colon}{pen.put('lender', loan.lender)}"
    )
    pen.say(
        f"{pen.pick('债务人', '借款人')}（{letters[0]}方）{pen.colon}{pen.person('borrower', loan.borrower)}　　身份证号{pen.colon}{pen.number(loan.borrower)}"
    )
    pen.say(
        f"保证人（{letters[2]}方）{pen.colon}{pen.person('guarantor', loan.guarantor)}　　身份证号{pen.colon}{pen.number(loan.guarantor)}"
    )
    pen.clause(
        f"一、{letters[2]}方自愿为{letters[0]}方与{letters[1]}方签订的编号为{pen.code('main_contract_no', '借')}的借款合同提供连带责任保证，担保的本金为人民币{pen.words(loan.fen)}。",
        f"二、主合同借款期限{pen.period()}。保证期间为主债务履行期届满之日起{pen.pick('二年', '三年', '两年')}。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.say(f"{pen.pick('签订日期', '签订时间')}{pen.colon}{pen.day('sign_date', loan.signed)}")
