# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""限期整改通知书: what an inspection of a unit found, and until when it must be put right."""

from extractors import chinese_sentences as zh
from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.form import DocType, Field, Labels, Marks

RECTIFICATION_NOTICE = DocType(
    name="rectification_notice",
    titles=("限期整改通知书", "Requerimiento de subsanación", "Rectification notice"),
    category=5,
    dated_by="notice_date",
    default_block=None,
    marks=Marks(
        titles=(r"(?:限期|问题|检查|信贷|督办|贷后)*整改(?:通知书?|通知单|意见书|函|督办单)", r"requerimientodesubsanacion.{0,12}", r"rectificationnotice"),
        words=(("限期整改", 4), ("整改", 1), ("检查发现", 2), ("整改期限", 3), ("整改报告", 2), ("扣分", 1), ("subsanar", 3), ("rectify", 2)),
    ),
    fields=(
        Field(name="notice_no", grammar=g.CONTRACT_NO, labels=Labels(zh=("通知书编号", "整改通知书编号"), en=v.NOTICE_NO.en), patterns=zh.OWN_NUMBER),
        # Known so that the word is nobody's name; whose number it is, its place says.
        Field(name="_number", grammar=g.CONTRACT_NO, labels=Labels(zh=("编号",))),
        Field(name="inspect_date", grammar=g.DATE, labels=v.INSPECT_DATE, patterns=(r"(?:于|在)?(?P<v>\d{4}年\d{1,2}月\d{1,2}日)[^。;\n\d]{0,40}?(?:检查|稽核|审计)",)),
        Field(name="problems", grammar=g.LONG_TEXT, labels=v.PROBLEMS | Labels(zh=("检查发现以下问题", "存在以下问题", "存在如下问题", "发现以下问题", "发现如下问题", "主要问题如下"))),
        Field(name="measure", grammar=g.LONG_TEXT, labels=v.MEASURE | Labels(zh=("整改要求", "整改意见", "要求", "处理要求"))),
        Field(name="rectify_by", grammar=g.DATE, labels=v.RECTIFY_BY, patterns=(r"(?:请|务必|必须|应|限|须|要求)[^。;\n\d]{0,30}?(?:于|在)?(?P<v>\d{4}年\d{1,2}月\d{1,2}日)(?:之?前|以前|内)",)),
        Field(name="inspector", grammar=g.PARTY, labels=v.INSPECTOR, many=True),
        Field(name="notice_date", grammar=g.DATE, labels=v.NOTICE_DATE, patterns=zh.DATED),
    ),
    checks=(in_order("notice_date", "rectify_by", strictly=False),),
)  # fmt: skip

TYPES = (RECTIFICATION_NOTICE,)
