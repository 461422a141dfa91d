"""A contract whose clause is cut by the foot of one page and the head of the next."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.header = str(pen.pick("农村信用社借款合同", "借款合同文本（A版）"))
    pen.footer = str(pen.pick("第{page}页，共{pages}页", "- {page} -", "第 {page} 页"))
    pen.title("借款合同")
    pen.facts("contract_no", "borrower", "lender", layout="lines", sure=3)
    for text in clauses.LOAN[: pen.pick(3, 6)]:
        pen.clause(text)
    pen.clause(
        f"第八条　借款金额为人民币{pen.words(loan.fen)}，借款期限从{pen.day('start_date', loan.start, 'plain')}"
    )
    pen.new_page()
    pen.say(
        f"起至{pen.day('end_date', loan.end, 'plain')}止，利率按{pen.rate()}计算，用于{pen.fact('purpose')}。"
    )
    clauses.boilerplate(pen, first=9, few=1, many=3)
    pen.sides(
        [f"借款人：{pen.person('borrower', loan.borrower)}", pen.day("sign_date", loan.signed)],
        ["贷款人（章）：", ""],
    )
