"""贷款卡号(个人类为身份证号): the number of a person under the label of a card."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("流动资金借款合同", "借款合同"))
    pen.facts(
        "contract_no",
        "borrower",
        ("贷款卡号（个人类为身份证号）", pen.number(loan.borrower)),
        "borrower_address",
        "phone",
        layout=pen.pick("lines", "grid"),
        sure=3,
    )
    clauses.lender_block(pen)
    pen.facts(
        "amount",
        "purpose",
        "term_months",
        "rate",
        layout=pen.pick("lines", "grid", "wide grid"),
        sure=1,
    )
    pen.say(f"还款账户：62284800{loan.serial:04d}{loan.year}7718　开户行：{loan.lender}")
    clauses.boilerplate(pen, first=1)
    pen.say(f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}")
