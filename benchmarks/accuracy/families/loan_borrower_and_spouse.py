"""A contract signed by husband and wife, each with number and telephone."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("个人借款合同", "借款合同", "个人消费借款合同"))
    pen.facts("contract_no", layout="lines")
    word = pen.pick("配偶", "配偶", "借款人配偶")
    pen.grid(
        [
            [
                "借款人",
                pen.person("borrower", loan.borrower),
                "身份证号码",
                pen.number(loan.borrower),
            ],
            [word, pen.person("spouse", loan.spouse), "身份证号码", loan.spouse.id_number],
            ["家庭住址", pen.fact("borrower_address"), "联系电话", pen.fact("phone")],
            ["贷款人", pen.fact("lender"), None, None],
        ],
        (1, 1.6, 1, 2),
    )
    pen.may("id_number", loan.spouse.id_number)
    pen.facts(
        "amount",
        "purpose",
        "term_months",
        "rate",
        layout=pen.pick("lines", "pairs", "wide grid"),
        sure=1,
    )
    pen.clause(f"借款期限{pen.period(pen.pick('rule', 'plain', 'dotted'))}。")
    clauses.boilerplate(pen, first=1)
    pen.say(
        f"借款人（签字）：{pen.person('borrower', loan.borrower)}　　配偶（签字）：{pen.person('spouse', loan.spouse)}　　{pen.day('sign_date', loan.signed)}"
    )
