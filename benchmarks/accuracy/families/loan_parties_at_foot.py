"""A 借款合同 that names its parties only where they sign."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("借款合同", "贷款合同", "农户贷款借款合同"))
    pen.say(f"{pen.pick('合同编号', '编号')}{pen.colon}{pen.code('contract_no', '借')}")
    pen.clause(
        "各方当事人（详见本合同签章处）经协商一致，订立本合同。",
        f"第一条　借款金额（人民币大写）：{pen.rule(pen.words(loan.fen))}。",
        f"第二条　借款用途：{pen.rule(pen.fact('purpose'))}。",
        f"第三条　借款期限：{pen.period('rule')}。",
        f"第四条　借款利率：{pen.rate()}。",
    )
    clauses.boilerplate(pen, first=5)
    pen.sides(
        [
            f"借款人：{pen.person('borrower', loan.borrower)}",
            f"证件号码：{pen.number(loan.borrower)}",
            f"联系电话：{pen.fact('phone')}",
        ],
        [
            f"贷款人：{pen.fact('lender')}",
            f"经办人：{pen.fact('loan_officer')}",
            f"签订日期：{pen.day('sign_date', loan.signed)}",
        ],
    )
