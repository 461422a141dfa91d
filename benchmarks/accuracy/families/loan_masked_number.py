"""Numbers of people printed with stars in the middle, as public copies have them."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    number = loan.borrower.id_number
    masked = number[: pen.pick(4, 6)] + "*" * pen.pick(8, 10) + number[-4:]
    pen.title(pen.pick("借款合同", "个人借款合同"))
    pen.facts(
        "contract_no",
        "borrower",
        ("身份证号码", pen.put("id_number", masked)),
        "borrower_address",
        "lender",
        layout=pen.pick("lines", "grid", "wide grid"),
        sure=3,
    )
    pen.facts(
        "amount",
        "purpose",
        "start_date",
        "end_date",
        "rate",
        layout=pen.pick("lines", "pairs"),
        sure=2,
    )
    clauses.boilerplate(pen, first=1)
    pen.right(pen.day("sign_date", loan.signed))
