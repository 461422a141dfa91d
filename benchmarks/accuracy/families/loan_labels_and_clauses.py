"""借款合同 of a county union: a block of labels for each party, then clauses with blanks."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    clauses.furniture(pen)
    clauses.title_of_method(
        pen, "借款合同", "农户借款合同", "个人借款合同", "农村信用社借款合同", "保证担保借款合同"
    )
    clauses.form_code(pen)
    pen.facts("contract_no", layout="lines")
    pen.facts("borrower", "id_number", "borrower_address", "phone")
    clauses.lender_block(pen, pen.pick("贷款人", "贷款方", "贷款人（全称）"))
    clauses.intro(pen)
    pen.clause(
        f"第一条　借款金额：人民币（大写）{pen.rule(pen.words(pen.loan.fen))}，{pen.pick('（小写）', '小写：', '')}{pen.money('amount', pen.loan.fen)}。"
    )
    pen.clause(
        f"第二条　借款用途：{pen.rule(pen.makers['purpose'](''))}。借款期限{pen.period()}。利率为{pen.rate()}，按季结息。"
    )
    clauses.boilerplate(pen, first=3)
    pen.sides(
        [
            f"借款人（签章）：{pen.person('borrower', pen.loan.borrower)}",
            "",
            pen.day("sign_date", pen.loan.signed),
        ],
        ["贷款人（公章）：", f"负责人：{pen.loan.name()}", pen.day("sign_date", pen.loan.signed)],
    )
