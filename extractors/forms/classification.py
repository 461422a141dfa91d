# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""五级分类认定表: which class a loan was put in, on which day; clasificación; classification sheet."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import LOAN_STATE, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks

CLASSIFICATION = DocType(
    name="classification",
    titles=("五级分类认定表", "Clasificación de cartera", "Classification sheet"),
    category=3,
    dated_by="report_date",
    marks=Marks(
        titles=(
            r"(?:五级|风险|贷款|资产|信贷资产)分类\S{0,8}?(?:认定|审批|调整|工作|测算|评定)\S{0,4}(?:表|意见书|底稿|书|单)", r"(?:五级分类|风险分类|贷款分类)(?:表|结果表|意见书|登记表|意见表|结果)", r"贷款形态(?:认定|调整)\S{0,6}表",
            r"(?:ficha|informe|hoja)de(?:clasificacion|calificacion).{0,30}", r"(?:re)?clasificacionde(?:cartera|creditos?|riesgo|deudor(?:es)?).{0,20}", r"^(?:asset|loan|risk|credit|account|npa|sma|irac)*(?:re)?classification(?:sheet|form|report|note|memo|memorandum|statement).{0,30}", r"^(?:note|memo|statement|report)(?:on|of)(?:asset|loan|risk|credit|account|npa|irac)*classification.{0,40}", r"^(?:npa|sma)(?:identification|classification|reporting)(?:sheet|form|report|note|statement)?",
        ),
        words=(
            ("初分", 3), ("认定结果", 3), ("分类理由", 4), ("分类时点", 4), ("初分结果", 3), ("认定意见", 2), ("非财务因素", 2), ("上期分类", 2), ("五级分类", 2), ("分类日期", 3),
            ("clasificacion anterior", 3), ("clasificacion propuesta", 3), ("previous classification", 3),
        ),
    ),
    fields=(
        *party("borrower", v.BORROWER | v.CUSTOMER, many=True, required=True),
        *party("guarantor", v.GUARANTOR, many=True),
        *party("lender", Labels(zh=("贷款人", "贷款行", "贷款机构", "贷款银行"), es=("entidad",), en=("lender", "lending bank"))),
        *person("borrower"),
        *LOAN_STATE,
        Field(name="amount", each_row=True, grammar=g.MONEY, labels=Labels(en=v.CREDIT_LINE.en)),
        *RATE,
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(
            zh=("分类时点", "分类日期", "分类时间", "分类基准日", "认定日期", "认定时间", "评定日期", "分类认定日期", "分类认定时间", "本次分类日期", "分类截止日"),
            es=("fecha de clasificacion", "fecha de calificacion"), en=("date of classification", "classification date"))),
        # What was decided counts more than what the manager proposed.
        Field(name="classification", each_row=True, grammar=g.CLASS, labels=Labels(zh=("最终认定", "最终认定结果", "认定结果", "分类认定结果", "最终分类结果", "贷审会认定结果", "认定分类", "认定类别", "审批结果", "认定意见", "认定等级", "评审小组认定结果", "联社认定意见", "联社认定结果", "支行认定意见", "总行认定意见", "认定小组意见", "信用社认定小组意见", "分类小组认定结果", "当前风险分类结果(实际)")), firm=True),
        Field(name="classification", each_row=True, grammar=g.CLASS, labels=v.CLASSIFICATION, patterns=(r"(?:认定|划分|分类|归类|列)(?:在|为|入)(?P<v>(?:正常|关注|次级|可疑|损失))",)),
        Field(name="_proposed", grammar=g.CLASS, labels=Labels(zh=("初分", "初分结果", "初分意见", "初步分类", "初步分类结果", "审查结果", "审查意见", "复审结果", "系统分类结果", "机评结果"))),
        Field(name="_previous", grammar=g.CLASS, labels=v.PREVIOUS_CLASSIFICATION | Labels(zh=("上次分类结果", "原分类结果", "上期认定结果", "上季分类", "上月分类", "上年分类", "调整前分类", "前期分类结果", "当前风险分类结果(账面)"))),
        Field(name="loan_officer", grammar=g.PARTY, labels=v.LOAN_OFFICER | Labels(en=("prepared by",))),
    ),
    checks=(in_order("start_date", "end_date"),),
)  # fmt: skip

TYPES = (CLASSIFICATION,)
