# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""不动产登记证明, 房屋他项权证, 土地他项权利证明书, 动产抵押登记书; certificado registral; registration certificate."""

from extractors import chinese_sentences as zh
from extractors import english_fields as english
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import party
from extractors.form import DocType, Field, Labels, Marks

_EITHER_PERIOD = Labels(
    zh=(
        "债务履行期限(债权确定期间)",
        "债务履行期限/债权确定期间",
        "债务履行期限或债权确定期间",
        "债务履行期限、债权确定期间",
        "债权确定期间(债务履行期限)",
        "履行债务的期限(债权确定期间)",
        "债务履行期(债权确定期间)",
    ),
)
_HIGHEST = r"(?<![□☐○])(?<![□☐○] )最高额抵押(?!合同|\s*[□☐○])"
_NO_HIGHEST = rf"\A(?![\s\S]*{_HIGHEST})"

MORTGAGE_REGISTRATION = DocType(
    name="mortgage_registration",
    titles=("不动产登记证明", "Certificado registral de hipoteca", "Mortgage registration certificate"),
    category=1,
    dated_by="register_date",
    default_block="mortgagor",
    marks=Marks(
        titles=(
            r"不动产登记证明", r"(?:房屋|土地|林木|林权|农村土地经营权)?他项权(?:利)?(?:证明书|证书|证)", r"动产抵押登记(?:书|证|信息)", r"抵押登记(?:证明书?|证书|书|证|表)", r"(?:应收账款)?质押登记(?:证明书?|证)", r"不动产证明第\S{4,12}号", r"动产担保登记(?:证明|信息)(?:-?(?:初始|变更|展期|更正)登记)?", r"机动车抵押登记(?:证明|表)",
            *titled.MORTGAGE_REGISTRATION,
        ),
        words=(
            ("证明权利或事项", 5), ("不动产单元号", 3), ("义务人", 2), ("权利人", 1), ("不动产证明第", 4), ("登记机构", 2), ("他项权利人", 5), ("房他证", 3), ("登记机关", 1),
            ("registro de la propiedad", 2), ("inscripcion", 1), ("gravamen", 2), ("registrador", 2), ("sunarp", 2), ("registrar of", 2), ("hereby certified", 2), ("partida", 1), ("matricula inmobiliaria", 2),
        ),
    ),
    fields=(
        Field(name="certificate_no", grammar=g.CERTIFICATE, labels=v.CERTIFICATE_NO),
        # The certificate's own number stands alone; one in the notes is an earlier certificate's.
        Field(name="certificate_no", grammar=g.CERTIFICATE, firm=True,
              patterns=(r"(?:^|\n)[^\n:\x1f\u4e00-\u9fff]{0,6}(?P<v>[\u4e00-\u9fff]\s*[(]\s*\d{4}\s*[)][^\n:]{1,30}?不动产\s*证明\s*第\s*[\da-z]{4,12}\s*号)[\s_]*(?=\n|$)",)),
        Field(name="certificate_no", grammar=g.CERTIFICATE,
              patterns=(r"(?P<v>[\u4e00-\u9fff]\s*[(]\s*\d{4}\s*[)][^\n]{1,30}?不动产\s*证明\s*第\s*[\da-z]{4,12}\s*号)",)),
        Field(name="certificate_no", grammar=g.CONTRACT_NO, labels=v.CERTIFICATE_NO | Labels(zh=("证号", "他项权证字号")),
              patterns=(r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff]{0,6}[ _]*(?:房他证|他项|房地证|土他项|林他证|农地他项)[\u4e00-\u9fff _]{0,8}(?:[(]?\s*\d{4}\s*[)]?)?[\s_年]*(?:字)?[\s_]*第[\s_]*[\dA-Za-z-]{2,20}[\s_]*号)",
                        r"(?:^|\n)[\s_]*(?:登记)?编号[\s:]+(?P<v>[^\n]{4,40})")),
        Field(name="right", printed=True, grammar=g.RIGHT, labels=v.RIGHT, patterns=said.RIGHTS),
        *party("mortgagee", v.MORTGAGEE | Labels(en=("chargeholder", "lender", "bank", "claimant", "name of claimant")), patterns=(*said.LENT_BY[:1], *said.MORTGAGED_TO)),
        *party("mortgagor", v.MORTGAGOR | Labels(es=("propietarios", "deudor", "deudora", "constituyentes"), en=("owner", "borrower", "executant", "name of executant")), many=True, patterns=said.MORTGAGED_BY),
        Field(name="borrower", grammar=g.PARTY, labels=Labels(zh=("债务人", "借款人", "被担保债权债务人")), many=True),
        *party("co_owner", v.CO_OWNER, many=True),
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.PERSON_ID, block="mortgagor", many=True),
        # One place for a person's number and a company's.
        Field(name="uscc", grammar=g.USCC, labels=v.USCC | Labels(zh=v.PERSON_ID.zh), block="mortgagor"),
        Field(name="location", grammar=g.text(100), labels=v.LOCATION, patterns=said.PLACES),
        # The cells of a certificate run together: 坐落 某某 不动产单元号 ….
        Field(name="location", grammar=g.text(80), patterns=(r"(?:^|\s)坐[ ]?落[ :]+(?P<v>[^\s:;,。]{4,60}) (?=不动产单元号|其他|附记|共有|权利)",)),
        Field(name="unit_no", grammar=g.UNIT, labels=v.UNIT_NO, many=True),
        Field(name="title_certificate_no", grammar=g.TITLE_CERTIFICATE, labels=v.TITLE_NO, many=True),
        Field(name="mortgage_type", printed=True, grammar=g.MORTGAGE_TYPE, labels=v.MORTGAGE_TYPE,
              patterns=(r"(?:附\s*记|其\s*他)[:\s\x1f][^□☐○]{0,120}?(?P<v>最高额抵押|一般抵押)(?!合同|权?预告)", r"hipoteca (?P<v>(?:abierta|cerrada)[^.;\n]{0,10})")),
        Field(name="secured_amount", grammar=g.MONEY, labels=v.SECURED_AMOUNT | Labels(zh=("贷款金额", "主合同金额", "数额", "抵押贷款金额", "借款金额"), es=("monto", "importe", "por la suma de", "valor"), en=("amount", "loan amount")),
              patterns=said.SECURED),
        Field(name="contract_no", grammar=g.CONTRACT_NO, labels=Labels(zh=("抵押合同编号", "抵押合同号", "合同编号", "合同号", "最高额抵押合同编号"))),
        Field(name="main_contract_no", grammar=g.CONTRACT_NO, labels=v.MAIN_CONTRACT_NO),
        Field(name="deed_no", grammar=g.DEED_NO, labels=v.DEED_NO, patterns=said.DEEDS),
        Field(name="registry_no", grammar=g.REGISTRY_NO, labels=v.REGISTRY_NO),
        Field(name="area_m2", grammar=g.AREA, labels=v.AREA, patterns=said.AREAS),
        Field(name="appraised_value", grammar=g.MONEY, labels=v.APPRAISED_VALUE),
        Field(name="start_date", grammar=g.PERIOD_START, labels=v.OBLIGATION_PERIOD),
        Field(name="end_date", grammar=g.PERIOD_END, labels=v.OBLIGATION_PERIOD),
        Field(name="claim_period_start", grammar=g.PERIOD_START, labels=v.CLAIM_PERIOD),
        Field(name="claim_period_end", grammar=g.PERIOD_END, labels=v.CLAIM_PERIOD),
        # One label for both: which it is, the kind of mortgage says.
        Field(name="start_date", grammar=g.PERIOD_START, labels=_EITHER_PERIOD, on_papers=_NO_HIGHEST),
        Field(name="end_date", grammar=g.PERIOD_END, labels=_EITHER_PERIOD, on_papers=_NO_HIGHEST),
        Field(name="claim_period_start", grammar=g.PERIOD_START, labels=_EITHER_PERIOD, on_papers=_HIGHEST),
        Field(name="claim_period_end", grammar=g.PERIOD_END, labels=_EITHER_PERIOD, on_papers=_HIGHEST),
        Field(name="register_date", grammar=g.DATE, labels=v.REGISTER_DATE,
              patterns=(r"登记(?:机构|机关)\(盖?章\)[ :]*(?P<v>" + zh.DAY + ")", r"(?:登记机构|登记机关|发证机关|填发机关|登记部门)[^\n]{0,30}\n[^\n]{0,20}?(?P<v>[\d二〇○零一][^\n]{5,24}日)",
                        r"\n[\s_]*(?P<v>" + zh.DAY + r")[\s_]*(?=\n[\s_]*(?:编号|no)|\s*$)", *said.REGISTERED)),
        Field(name="collateral", grammar=g.text(80), labels=Labels(zh=("抵押物名称", "抵押物", "抵押财产", "担保财产描述", "抵押财产名称", "担保财产")), many=True),
        Field(name="collateral", grammar=g.text(80), labels=Labels(zh=("名称",)), block="collateral", many=True),
        Field(name="collateral_value", grammar=g.MONEY, labels=v.COLLATERAL_VALUE | Labels(zh=("价值",))),
        *english.REGISTRATION,
    ),
    checks=(in_order("start_date", "end_date"), in_order("claim_period_start", "claim_period_end")),
)  # fmt: skip

TYPES = (MORTGAGE_REGISTRATION,)
