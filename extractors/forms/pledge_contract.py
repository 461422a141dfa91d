# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""质押合同, 存单质押书, 动产质押; contrato de prenda; pledge."""

from dataclasses import replace

from extractors import contract_sentences as zh
from extractors import english_fields as english
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import DATES, INSTITUTION, NUMBER_LINES, RATE, SIGNING, party, person
from extractors.form import DocType, Field, Labels, Marks, SameParty
from extractors.owners import THINGS

PLEDGE_CONTRACT = DocType(
    name="pledge_contract",
    titles=("质押合同", "Contrato de prenda", "Pledge contract"),
    category=2,
    dated_by="sign_date",
    default_block="pledgor",
    marks=Marks(
        titles=(
            r"质押(?:反?担保|借款担保)?(?:合同|协议)(?:书)?", r"(?:存单|存款|权利|动产|仓单|股权|应收账款|定期存单)(?:最高额)?质押(?:担保)?(?:承诺)?书", r"质押(?:担保|承诺)书", r"质押[\"'”]?[\u4e00-\u9fff]{0,6}担保(?:合同|协议)书?",
            *titled.PLEDGE_CONTRACT,
        ),
        words=(
            ("出质人", 3), ("质权人", 3), ("质押", 1), ("质物", 2), ("存单", 1), ("prenda", 2), ("deudor prendario", 3), ("acreedor prendario", 3),
            ("pledgor", 3), ("pledgee", 3), ("hypothecated", 2),
        ),
    ),
    fields=(
        Field(name="contract_no", grammar=g.CONTRACT_NO,
              labels=Labels(zh=("质押合同编号", "质押合同号", "合同编号", "合同号", "编号", "协议编号", "最高额质押合同编号", "协议号"),
                            es=("contrato no", "no de contrato", "contrato de prenda no", "prenda no"), en=("agreement no", "contract no", "pledge no", "reference no")),
              patterns=(*NUMBER_LINES, *said.TITLE_NUMBERS)),
        Field(name="main_contract_no", grammar=g.CONTRACT_NO, labels=v.MAIN_CONTRACT_NO, patterns=(*zh.MAIN_CONTRACT, *said.MAIN_CONTRACT)),
        *party("pledgor", v.PLEDGOR, many=True, required=True, called=("constituyente", "garante", "deudor garante prendario", "deudor garante", "garante prendario", "garante mobiliario", "hypothecator", "pawnor", "pignorante")),
        *party("lender", v.PLEDGEE | Labels(zh=("债权人", "贷款人", "致"), es=("acreedor", "el acreedor", "acreedor garantizado prendario", "acreedor garantizado", "acreedora"), en=("lender", "bank", "hypothecatee", "pawnee", "secured party")), called=INSTITUTION),
        *party("co_owner", v.CO_OWNER, many=True),
        *party("borrower", Labels(zh=("债务人", "借款人", "主债务人", "主合同债务人", "借款方", "借用人"), es=("deudor", "deudora", "prestatario", "prestataria"), en=("borrower", "debtor")), many=True, patterns=zh.DEBTOR),
        *person("pledgor"),
        Field(name="secured_amount", grammar=g.MONEY, labels=v.SECURED_AMOUNT | v.AMOUNT,
              patterns=(*zh.SECURED, *said.SECURED)),
        Field(name="collateral", grammar=g.COLLATERAL, labels=v.COLLATERAL | Labels(zh=("质押财产", "质押权利", "出质权利", "质押标的", "权利凭证名称", "质押物品")), many=True, patterns=(*zh.COLLATERAL, *said.THINGS, *said.LISTED)),
        Field(name="collateral", grammar=g.COLLATERAL, labels=Labels(zh=("名称", "财产名称", "物品名称", "质物名称", "权利名称", "种类"), es=("descripcion",), en=("description",)), many=True, column=True),
        Field(name="collateral", grammar=g.COLLATERAL, labels=Labels(zh=("名称", "财产名称", "物品名称", "种类")), block=THINGS, many=True),
        Field(name="collateral_value", items=True, grammar=g.MONEY, labels=v.COLLATERAL_VALUE | Labels(zh=("存单金额", "面额", "票面金额", "质押财产价值", "质物价值", "质物作价")),
              patterns=(*zh.COLLATERAL_VALUE, *said.WORTH, r"存[单款折](?:(?!发放|贷款金额|借款)[^。;\n]){0,80}?(?:货币及)?金额(?:为|是|:)*[\s_]*(?P<v>(?:人民币|¥|[\d零壹贰叁肆伍陆柒捌玖拾])[^。;\n]{2,40})")),
        Field(name="collateral_value", items=True, column=True, grammar=g.MONEY, labels=Labels(zh=("金额", "存款金额", "存单金额", "票面金额", "面值", "质押金额"))),
        Field(name="appraised_value", items=True, grammar=g.MONEY, labels=v.APPRAISED_VALUE, patterns=(*zh.APPRAISED_VALUE, *said.APPRAISED)),
        Field(name="location", items=True, grammar=g.text(100), labels=v.LOCATION, patterns=said.PLACES),
        Field(name="claim_period_start", grammar=g.PERIOD_START, labels=v.CLAIM_PERIOD, patterns=zh.CLAIMS, on_papers=zh.OF_MANY_LOANS),
        Field(name="claim_period_end", grammar=g.PERIOD_END, labels=v.CLAIM_PERIOD, patterns=zh.CLAIMS, on_papers=zh.OF_MANY_LOANS),
        *(replace(one, on_papers=zh.OF_ONE_LOAN) for one in DATES),
        *RATE,
        Field(name="purpose", grammar=g.PURPOSE, labels=v.PURPOSE, patterns=said.USED_FOR),
        *SIGNING,
        *english.PLEDGE,
    ),
    same_parties=(SameParty("borrower", "pledgor", zh.BORROWS_HIMSELF),),
    checks=(in_order("start_date", "end_date"), in_order("claim_period_start", "claim_period_end")),
)  # fmt: skip

# Who pledges is mostly called the Borrower, el deudor, and nothing else: both are the same person.
_BY_BORROWER = r"\A(?![\s\S]*\b(?:pledg[eo]rs?|hypothecators?|pawnors?)\b)(?=[\s\S]*\b(?:hypothecat|pledg))(?=[\s\S]*\bborrower)"
_BY_DEBTOR = r"\A(?![\s\S]*\b(?:prendador|pignorante|constituyente|(?:deudor|garante|deudora) (?:garante )?prendari|deudora? garante|garante|hipotecante|fiador))(?=[\s\S]*\b(?:prenda|garantia mobiliaria))(?=[\s\S]*\bdeudora?\b)"
_BORROWER = Labels(es=v.BORROWER.es, en=v.BORROWER.en)
_OF_BORROWER = replace(
    PLEDGE_CONTRACT,
    fields=(
        *party("pledgor", v.PLEDGOR | _BORROWER, many=True, required=True),
        Field(name="borrower", grammar=g.PARTY, labels=_BORROWER, opens="pledgor", many=True),
        *(one for one in PLEDGE_CONTRACT.fields if one.name not in ("pledgor", "borrower")),
    ),
)
PLEDGE_CONTRACT = replace(PLEDGE_CONTRACT, otherwise=(f"{_BY_BORROWER}|{_BY_DEBTOR}", _OF_BORROWER))

TYPES = (PLEDGE_CONTRACT,)
