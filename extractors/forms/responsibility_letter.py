# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""管户责任书, 目标责任书: what a manager answers for, and in which year."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.form import DocType, Field, Labels, Marks

RESPONSIBILITY_LETTER = DocType(
    name="responsibility_letter",
    titles=("管户责任书", "Carta de responsabilidad", "Responsibility letter"),
    category=5,
    dated_by="sign_date",
    default_block=None,
    marks=Marks(
        titles=(r"(?:管户|目标|经营|贷后管理|清收|管理|岗位|信贷)\S{0,8}责任(?:书|状)", r"责任书", r"cartaderesponsabilidad.{0,12}", r"responsibilityletter"),
        words=(("责任书", 3), ("管户", 2), ("责任期限", 3), ("考核", 1), ("兑现", 1)),
    ),
    fields=(
        Field(name="loan_officer", grammar=g.PARTY, labels=v.LOAN_OFFICER | Labels(zh=("责任人", "客户经理", "管户经理", "管户主责任人", "管户责任人")), many=True),
        Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD | Labels(zh=("责任期限", "责任期间", "管户期限", "责任期")), patterns=(r"(?:自|从)(?P<v>[\s_]*\d{4}年[^。;\n]{3,10}日[\s_]*起?[\s_,]*(?:至|到)[^。;\n]{4,20})",)),
        Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD | Labels(zh=("责任期限", "责任期间", "管户期限", "责任期")), patterns=(r"(?:自|从)(?P<v>[\s_]*\d{4}年[^。;\n]{3,10}日[\s_]*起?[\s_,]*(?:至|到)[^。;\n]{4,20})",)),
        Field(name="sign_date", grammar=g.DATE, labels=v.SIGN_DATE, patterns=(r"\n[\s_]*(?P<v>(?:\d{4}|[二一][〇○零0o九])[^\n。:,\x1f\t]{3,16}日)[ _]*(?=\n|$)",)),
    ),
    checks=(in_order("start_date", "end_date"),),
)  # fmt: skip

TYPES = (RESPONSIBILITY_LETTER,)
