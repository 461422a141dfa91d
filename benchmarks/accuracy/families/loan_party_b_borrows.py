"""A 借款合同 in which 甲方 lends and 乙方 borrows, defined in the text."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("借款合同书", "借款合同", "贷款合同", "借款协议"))
    pen.facts("contract_no", layout="lines")
    pen.say(f"甲方（贷款人）{pen.colon}{pen.put('lender', loan.lender)}")
    pen.say(f"乙方（借款人）{pen.colon}{pen.person('borrower', loan.borrower)}")
    pen.facts(
        "id_number", "borrower_address", "phone", layout=pen.pick("lines", "pairs", "comma"), sure=0
    )
    clauses.intro(pen)
    pen.clause(
        f"一、甲方同意向乙方发放贷款{pen.words(loan.fen)}（￥{pen.money('amount', loan.fen, 'bare')}），用于{pen.rule(pen.makers['purpose'](''))}，乙方不得改变用途。",
        f"二、贷款期限为{pen.term()}，{pen.period(pen.pick('rule', 'plain', 'padded'))}。",
        f"三、贷款利率按{pen.rate()}执行，逾期部分在此基础上加收50%。",
    )
    clauses.boilerplate(pen)
    pen.sides(
        ["甲方（盖章）：", f"经办人：{pen.person('loan_officer', loan.officer)}"],
        [
            f"乙方（签字）：{pen.person('borrower', loan.borrower)}",
            f"日期：{pen.day('sign_date', loan.signed)}",
        ],
    )
