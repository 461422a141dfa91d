"""A 借款合同 whose terms all stand in one ruled table."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    clauses.furniture(pen)
    clauses.title_of_method(
        pen, "个人借款合同", "小额信用借款合同", "农户小额信用借款合同", "借款合同（表格式）"
    )
    pen.facts("contract_no", layout="lines")
    pen.facts(
        "borrower", "id_number", "borrower_address", "phone", "lender", "loan_type", "amount", "purpose",
        "start_date", "end_date", "rate", "guarantee_method",
        layout=pen.pick("grid", "wide grid", "wide grid"),
    )  # fmt: skip
    clauses.boilerplate(pen, first=1)
    pen.facts("loan_officer", "sign_date", "sign_place", layout=pen.pick("lines", "pairs"), sure=0)
