# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""台账 pages: one household's, or a list of many; libro de cartera; ledger."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.fields import LOAN_STATE, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks

LEDGER = DocType(
    name="ledger",
    titles=("台账", "Libro de cartera", "Ledger"),
    category=5,
    dated_by="report_date",
    marks=Marks(titles=(r"\S{0,12}(?:台账|台帐)", r"librodecartera.{0,20}", r"(?:loan)?ledger(?:card|sheet)?")),
    fields=(
        *party("borrower", v.BORROWER | v.CUSTOMER, many=True),
        *person("borrower"),
        *LOAN_STATE,
        *RATE,
        Field(name="classification", each_row=True, grammar=g.CLASS, labels=v.CLASSIFICATION),
        Field(name="loan_officer", grammar=g.PARTY, labels=v.LOAN_OFFICER),
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(zh=("统计日期", "截止日期", "登记日期"))),
    ),
)  # fmt: skip

TYPES = (LEDGER,)
