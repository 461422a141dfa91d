"""A contract with a plan of instalments, whose dates and amounts are not those of the loan."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("分期还款借款合同", "借款合同", "农户分期还款贷款合同"))
    pen.facts(
        "contract_no", "borrower", "id_number", "lender", layout=pen.pick("lines", "grid"), sure=2
    )
    pen.clause(
        f"第一条　借款金额{pen.money('amount', loan.fen)}（大写：{pen.words(loan.fen)}）。借款期限{pen.period(pen.pick('rule', 'padded'))}，用途为{pen.fact('purpose')}，利率为{pen.rate()}。"
    )
    pen.clause("第二条　借款人按下列计划归还本金：")
    parts = pen.pick(2, 3, 4)
    rows = [["期次", "还款日期", "还款金额（元）"]]
    for number in range(parts):
        day = later_by(loan.start, (loan.end - loan.start).days * (number + 1) // (parts + 1))
        rows.append(
            [
                str(number + 1),
                f"{day.year}.{day.month}.{day.day}",
                f"{loan.fen // parts // 100:,}.00",
            ]
        )
    pen.grid(rows, (0.6, 1.4, 1.4), head=1)
    clauses.boilerplate(pen, first=3)
    pen.facts("loan_officer", "sign_date", layout="pairs", sure=0)
