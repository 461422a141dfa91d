# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""到期贷款提示函, 还本付息通知单: that a loan falls due soon; aviso de vencimiento; due loan notice."""

from extractors import chinese_sentences as zh
from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import LOAN_CONTRACT_NO, LOAN_STATE, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks

DUE_NOTICE = DocType(
    name="due_notice",
    titles=("到期贷款提示函", "Aviso de vencimiento", "Due loan notice"),
    category=3,
    dated_by="notice_date",
    marks=Marks(
        titles=(
            r"(?:贷款|借款|还款)?(?:即将)?到期(?:贷款|借款|还款)?(?:提示|预告|提醒|通知)(?:函|书|单|通知书?)?", r"(?:还本付息|付息|归还贷款|还款|结息)(?:提示|通知|提醒)(?:书|单|函)",
            r"avisode(?:proximo)?vencimiento.{0,20}", r"(?:due|maturity|repayment)(?:loan|date)?(?:notice|reminder|advice)",
        ),
        words=(("即将到期", 5), ("将于", 2), ("到期", 1), ("按时归还", 3), ("筹措资金", 3), ("备足", 2), ("提示", 1), ("proximo a vencer", 4), ("will fall due", 4)),
    ),
    fields=(
        Field(name="notice_no", grammar=g.CONTRACT_NO, labels=Labels(zh=("通知书编号", "通知编号", "提示函编号"), en=v.NOTICE_NO.en), patterns=zh.OWN_NUMBER),
        # Known so that the word is nobody's name; whose number it is, its place says.
        Field(name="_number", grammar=g.CONTRACT_NO, labels=Labels(zh=("编号",))),
        *party("borrower", v.BORROWER | v.ADDRESSEE | v.CUSTOMER, many=True, patterns=zh.ADDRESSED),
        *party("guarantor", v.GUARANTOR, many=True, patterns=zh.GUARANTOR_ADDRESSED),
        Field(name="guarantor", grammar=g.PARTY, opens="guarantor", many=True, on_papers=zh.TO_GUARANTOR, patterns=zh.ADDRESSED[:1]),
        Field(name="guarantee_contract_no", grammar=g.CONTRACT_NO, labels=v.GUARANTEE_CONTRACT_NO, patterns=zh.GUARANTEE_NUMBERED),
        *party("lender", v.LENDER | Labels(zh=("通知单位", "通知人", "提示单位")), patterns=zh.SIGNED_BY),
        *person("borrower"),
        *LOAN_STATE,
        *RATE,
        Field(name="contract_no", grammar=g.CONTRACT_NO, labels=LOAN_CONTRACT_NO, patterns=zh.NUMBERED),
        Field(name="amount", grammar=g.MONEY, patterns=zh.LENT),
        Field(name="balance", grammar=g.MONEY, patterns=zh.OWED),
        Field(name="interest_arrears", grammar=g.MONEY, patterns=zh.INTEREST_OWED),
        Field(name="start_date", grammar=g.DATE, patterns=zh.BORROWED_ON),
        Field(name="end_date", grammar=g.DATE, patterns=zh.FALLS_DUE),
        Field(name="pay_by", grammar=g.DATE, labels=v.PAY_BY, patterns=zh.PAY_BEFORE),
        Field(name="notice_date", grammar=g.DATE, labels=v.NOTICE_DATE, patterns=zh.DATED),
    ),
    checks=(in_order("start_date", "end_date"), in_order("notice_date", "pay_by", strictly=False)),
)  # fmt: skip

TYPES = (DUE_NOTICE,)
