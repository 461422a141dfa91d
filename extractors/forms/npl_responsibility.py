# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""不良贷款责任认定表: who answers for a bad loan; determinación de responsabilidad."""

from extractors import chinese_sentences as zh
from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import GUARANTEED_BY, LOAN_STATE, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks

NPL_RESPONSIBILITY = DocType(
    name="npl_responsibility",
    titles=("不良贷款责任认定表", "Determinación de responsabilidad", "Responsibility record"),
    category=4,
    dated_by="report_date",
    marks=Marks(
        titles=(
            r"(?:不良)?(?:贷款|资产|信贷)?责任(?:认定|追究)(?:认定)?(?:审批)?(?:表|书|报告|意见书?|登记表|情况表)", r"责任认定(?:情况)?的?报告", r"责任(?:追究|认定)\S{0,4}(?:认定|审批)\S{0,2}表",
            r"determinacionderesponsabilidad.{0,20}", r"(?:staff)?(?:responsibility|accountability)(?:record|report|determination)",
        ),
        words=(("责任认定", 4), ("责任人", 2), ("形成不良", 3), ("主观原因", 2), ("客观原因", 2), ("责任性质", 3), ("尽职", 1), ("认定意见", 2)),
    ),
    fields=(
        *party("borrower", v.BORROWER | v.CUSTOMER, required=True),
        *party("guarantor", v.GUARANTOR, many=True, patterns=(GUARANTEED_BY,)),
        *party("lender", Labels(zh=("贷款机构", "贷款人", "贷款行", "贷款社", "经办机构", "贷款单位"), es=("entidad",), en=("lender", "lending branch"))),
        *person("borrower"),
        *LOAN_STATE,
        # A finding in prose tells of the loan in one sentence.
        Field(name="contract_no", grammar=g.CONTRACT_NO, patterns=(r"\(合同编?号[:为]?(?P<v>[^,。;)\n]{4,40})", *zh.NUMBERED)),
        Field(name="amount", grammar=g.MONEY, patterns=zh.LENT),
        Field(name="start_date", grammar=g.DATE, patterns=(rf"于(?P<v>{zh.DAY})[^。;,\n]{{0,24}}?(?:借款|贷款|发放)",)),
        Field(name="end_date", grammar=g.DATE, patterns=zh.FALLS_DUE),
        Field(name="purpose", grammar=g.text(60), firm=True, patterns=zh.USED_FOR),
        *RATE,
        Field(name="use_matches_contract", grammar=g.YES_NO, labels=v.USE_MATCHES),
        Field(name="classification", each_row=True, grammar=g.CLASS, labels=v.CLASSIFICATION),
        Field(name="conclusion", grammar=g.LONG_TEXT, labels=v.CONCLUSION | Labels(zh=("认定意见", "责任认定意见", "认定结论", "责任认定结论", "责任认定结果"))),
        Field(name="measure", grammar=g.LONG_TEXT, labels=v.MEASURE | Labels(zh=("责任追究意见", "处罚意见", "追究意见"))),
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(zh=("认定日期", "认定时间", "责任认定日期"))),
    ),
    checks=(in_order("start_date", "end_date"),),
)  # fmt: skip

TYPES = (NPL_RESPONSIBILITY,)
