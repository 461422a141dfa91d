# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""农户经济档案, 信息采集表, 评级授信表: who lives in a household; ficha socioeconómica; household survey."""

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.fields import party, person
from extractors.form import DocType, Field, Labels, Marks

# A row of the family table as text: 户主  某某  男  41… ; 妻  某某 …
_GAP = r"[ \t\x1f|]+"
_ROW_OF_HEAD = rf"(?:^|\n)[\s\d\x1f|]*(?:户主|本人){_GAP}"
_ROW_OF_SPOUSE = rf"(?:^|\n)[\s\d\x1f|]*(?:妻子?|丈夫|夫|配偶|爱人|之妻){_GAP}"
_NAME_FIRST = r"(?:^|\n)[\s\d\x1f|]*(?P<v>[\u4e00-\u9fff·]{2,4})[ \t\x1f|]+(?:[男女][ \t\x1f|]+)?"

HOUSEHOLD_SURVEY = DocType(
    name="household_survey",
    titles=("农户经济档案", "Ficha socioeconómica", "Household survey"),
    category=2,
    dated_by="report_date",
    marks=Marks(
        titles=(
            r"(?:农户|客户|社员|家庭)(?:经济|资信|信用|贷款|信贷)*(?:信息)?档案(?:表|卡|登记表)?", r"(?:农户|农牧户|家庭|户)(?:(?!贷款|借款|调查报告|分类|检查|催收)\S){0,10}(?:调查表|采集表|登记表|情况表|评定表|评级表|授信表|审批表|信息表|资料表|信息卡|登记卡|建档表)", r"(?:评级)?授信信息采集表",
            r"ficha(?:socioeconomica|familiar|del?(?:socio|cliente|hogar)).{0,20}", r"encuestasocioeconomica.{0,20}", r"(?:household|farmer)(?:survey|profile|information)(?:form|sheet)?.{0,12}",
        ),
        words=(
            ("家庭成员", 3), ("户主", 2), ("家庭人口", 3), ("与户主关系", 4), ("劳动力", 2), ("家庭资产", 3), ("家庭负债", 3), ("承包地", 2), ("年收入", 1), ("信用等级", 1), ("耕地面积", 2),
            ("composicion familiar", 4), ("ingresos familiares", 3), ("family members", 4), ("annual income", 2),
        ),
    ),
    fields=(
        *party("borrower", v.CUSTOMER | Labels(zh=("姓名", "户主名称", "被调查人", "农户", "建档对象", "客户姓名", "法定代表人(户主)", "申请人姓名"), es=("jefe de hogar", "jefe de familia"), en=("head of household", "household head")), required=True,
               patterns=(rf"{_ROW_OF_HEAD}(?P<v>[\u4e00-\u9fff·]{{2,4}}|[\u4e00-\u9fff] {{1,3}}[\u4e00-\u9fff])(?=[ \t\x1f|])", rf"{_NAME_FIRST}(?:户主|本人)(?=[ \t\x1f|\n])")),
        *party("spouse", v.SPOUSE,
               patterns=(rf"{_ROW_OF_SPOUSE}(?P<v>[\u4e00-\u9fff·]{{2,4}}|[\u4e00-\u9fff] {{1,3}}[\u4e00-\u9fff])(?=[ \t\x1f|])", rf"{_NAME_FIRST}(?:妻子?|丈夫|夫|配偶|爱人)(?=[ \t\x1f|\n])")),
        *person("borrower"),
        Field(name="id_number", grammar=g.PERSON_ID, patterns=(rf"{_ROW_OF_HEAD}[^\n\d]{{2,30}}(?:\d{{1,3}}{_GAP})?(?P<v>\d{{17}}[\dx])",)),
        Field(name="phone", grammar=g.PHONE, patterns=(rf"{_ROW_OF_HEAD}[^\n]{{20,90}}?(?P<v>(?<!\d)1[3-9]\d{{9}}(?!\d))",)),
        Field(name="amount", grammar=g.MONEY, labels=v.CREDIT_LINE | Labels(zh=("核定授信额度", "拟授信额度", "授信总额", "核定额度", "核定贷款额度"))),
        Field(name="_amount_figures", grammar=g.FIGURES, labels=v.CREDIT_LINE),
        Field(name="amount_words", grammar=g.WORDS, labels=v.CREDIT_LINE),
        Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD | Labels(zh=("授信有效期", "有效期", "有效期限", "授信有效期限"))),
        Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD | Labels(zh=("授信有效期", "有效期", "有效期限", "授信有效期限"))),
        Field(name="report_date", grammar=g.DATE, labels=v.REPORT_DATE | Labels(zh=("采集日期", "采集时间", "调查日期", "调查时间", "建档日期", "建档时间", "建立日期", "登记日期", "信息采集日期", "评定日期", "填表时间", "更新日期"), es=("fecha", "fecha de la encuesta"), en=("date", "date of survey", "survey date"))),
        Field(name="loan_officer", grammar=g.PARTY, labels=Labels(zh=("客户经理", "管户客户经理", "信贷员", "管户信贷员", "主办客户经理"), es=("asesor de credito",), en=("loan officer",))),
    ),
)  # fmt: skip

TYPES = (HOUSEHOLD_SURVEY,)
