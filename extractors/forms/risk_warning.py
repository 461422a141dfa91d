# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""风险预警信号处理表, 预警报告 and 处置报告; alerta de riesgo; risk warning."""

from extractors import chinese_sentences as zh
from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import LOAN_STATE, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks

RISK_WARNING = DocType(
    name="risk_warning",
    titles=("风险预警信号处理表", "Alerta de riesgo", "Risk warning"),
    category=4,
    dated_by="report_date",
    marks=Marks(
        titles=(
            r"(?:信贷|贷款)?风险提示(?:函|单|通知书)",
            r"(?:风险|信贷|贷款|客户)*预警(?:(?!检查)\S){0,12}(?:表|报告|单|函|通知书|通知|申请书|审批书)",
            r"(?:informe|ficha|reporte)de(?:alerta|senales).{0,30}", r"alertatempran\w.{0,30}",
            r"(?:risk|earlywarning)(?:warning|alert|signal)?(?:report|form|notice|sheet|signal.{0,12})", r"riskwarning.{0,20}",
        ),
        words=(
            ("预警信号", 3), ("预警级别", 4), ("预警等级", 4), ("风险敞口", 2), ("风险预警", 3), ("信号来源", 2), ("解除预警", 3), ("处置措施", 2), ("预警", 1),
            ("nivel de alerta", 4), ("senales de alerta", 3), ("warning level", 4), ("warning signals", 3),
        ),
    ),
    fields=(
        *party("borrower", v.BORROWER | v.CUSTOMER | Labels(zh=("授信客户", "预警客户", "预警客户名称", "被预警客户")), required=True,
               patterns=(r"(?:你|贵|我)[行社支]?(?:行|社)?(?:管辖|管户|经管)?(?:的)?(?:客户|借款人|贷款户)[ _]*(?P<v>[\u4e00-\u9fff()]{4,30}?(?:公司|合作社|厂)|[\u4e00-\u9fff·]{2,4})(?=[ _]*[(,的]|贷款|出现|[ _]*于[ _]*\d{4})",)),
        *party("guarantor", v.GUARANTOR, many=True),
        *person("borrower"),
        *LOAN_STATE,
        *RATE,
        Field(name="notice_no", grammar=g.CONTRACT_NO, labels=Labels(zh=("预警编号", "通知书编号")), patterns=zh.OWN_NUMBER),
        Field(name="contract_no", grammar=g.CONTRACT_NO, patterns=zh.NUMBERED),
        Field(name="end_date", grammar=g.DATE, patterns=zh.FALLS_DUE),
        Field(name="rectify_by", grammar=g.DATE, labels=v.RECTIFY_BY, patterns=zh.PAY_BEFORE),
        Field(name="warning_level", grammar=g.LEVEL, labels=v.WARNING_LEVEL),
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(zh=("预警日期", "预警时间", "发现日期", "发现时间", "发起日期", "预警发起日期", "信号发现日期", "上报日期", "提示日期", "申请日期", "解除日期"), es=("fecha de la alerta", "fecha"), en=("date of warning", "date reported", "date")),
              patterns=(r"\n[\s_]*(?P<v>(?:\d{4}|[二一][〇○零0o九])[^\n。:,\x1f]{3,16}日)[\s_]*$",)),
        Field(name="risk_signals", grammar=g.LONG_TEXT, labels=v.RISK_SIGNALS | Labels(zh=("预警信号内容", "信号内容", "预警信号描述", "风险状况描述", "风险情况", "预警内容", "风险信号描述", "预警原因", "预警信号及内容", "风险状况", "风险描述", "主要预警信号", "出现以下风险信号", "以下风险信号", "以下预警信号", "如下风险信号"), en=("signals",))),
        Field(name="classification", each_row=True, grammar=g.CLASS, labels=v.CLASSIFICATION),
        Field(name="_previous", grammar=g.CLASS, labels=v.PREVIOUS_CLASSIFICATION),
        Field(name="measure", grammar=g.LONG_TEXT, labels=v.MEASURE | Labels(zh=("紧急措施", "应急措施", "拟采取的风险控制措施", "风险控制措施", "化解措施", "拟处置措施", "已采取措施", "处置意见", "处理措施及建议", "风险化解措施", "采取措施", "采取如下措施", "采取以下措施"))),
        Field(name="conclusion", grammar=g.LONG_TEXT, labels=v.CONCLUSION | Labels(zh=("处置结果", "处理结果", "处置效果"))),
        Field(name="loan_officer", grammar=g.PARTY, labels=v.LOAN_OFFICER | Labels(zh=("发现人", "识别人", "预警人", "报告人", "预警发起人", "发起人", "客户经理签字"))),
    ),
    checks=(in_order("start_date", "end_date"),),
)  # fmt: skip

TYPES = (RISK_WARNING,)
