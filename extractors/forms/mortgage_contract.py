# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""抵押合同, 最高额抵押合同; escritura de hipoteca; mortgage deed."""

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
from extractors.sums import mortgage_rate_fits

# A deed is granted on the day it is signed; a loan, on the day it is paid out.
_DEED_DAY = ("fecha de otorgamiento", "fecha otorgamiento")


def _without_deed_day(labels: Labels) -> Labels:
    return replace(labels, es=tuple(one for one in labels.es if one not in _DEED_DAY))


_DEBTOR = Labels(
    zh=("债务人", "主合同债务人", "主债务人", "借款人", "债务人(借款人)"),
    es=("deudor", "deudora", "prestatario", "prestataria", "el deudor", "el prestatario"),
    en=("borrower", "debtor", "the borrower"),
)

MORTGAGE_CONTRACT = DocType(
    name="mortgage_contract",
    titles=("抵押合同", "Escritura de hipoteca", "Mortgage deed"),
    category=2,
    dated_by="sign_date",
    default_block="mortgagor",
    marks=Marks(
        titles=(
            r"抵押(?:反)?(?:担保)?(?:合同|协议)(?:书)?", r"房地产抵押(?:合同|契约)", r"抵押担保书",
            *titled.MORTGAGE_CONTRACT,
        ),
        words=(
            ("抵押人", 2), ("抵押权人", 2), ("抵押物", 1), ("抵押财产", 2), ("主合同", 1), ("抵押担保的范围", 3), ("hipoteca", 2), ("acreedor hipotecario", 3),
            ("deudor hipotecario", 3), ("mortgagor", 3), ("mortgagee", 3), ("escritura publica", 2), ("garantia hipotecaria", 3), ("constituye hipoteca", 4), ("constituyen hipoteca", 4), ("constitucion de hipoteca", 5),
            ("constitucion de garantia hipotecaria", 5), ("hipotecantes", 3), ("registro publico de la propiedad", 1),
        ),
    ),
    fields=(
        Field(name="contract_no", grammar=g.CONTRACT_NO,
              labels=Labels(zh=("抵押合同编号", "抵押合同号", "合同编号", "合同号", "编号", "协议编号", "最高额抵押合同编号", "协议号"),
                            es=("contrato no", "no de contrato", "contrato de hipoteca no"), en=("agreement no", "mortgage agreement no", "contract no", "reference no")),
              patterns=NUMBER_LINES),
        Field(name="main_contract_no", grammar=g.CONTRACT_NO, labels=v.MAIN_CONTRACT_NO, patterns=(*zh.MAIN_CONTRACT, *said.MAIN_CONTRACT)),
        *party("mortgagor", v.MORTGAGOR, many=True, required=True, called=("hipotecante", "acreditado", "acreditada", "cliente", "mutuario", "mutuaria")),
        *party("mortgagee", v.MORTGAGEE | Labels(zh=("债权人",), en=("lender", "the bank", "the lender")), called=INSTITUTION, patterns=said.LENT_BY[3:]),
        *party("co_owner", v.CO_OWNER, many=True),
        *party("borrower", _DEBTOR, many=True, patterns=zh.DEBTOR),
        *person("mortgagor"),
        Field(name="secured_amount", grammar=g.MONEY, labels=v.SECURED_AMOUNT | v.AMOUNT,
              patterns=(*zh.SECURED, *said.SECURED)),
        Field(name="mortgage_type", printed=True, grammar=g.MORTGAGE_TYPE, labels=v.MORTGAGE_TYPE,
              patterns=(r"(?P<v>最高额)抵押合同", r"hipoteca (?P<v>(?:abierta|cerrada)[^.;\n]{0,10})")),
        Field(name="collateral", grammar=g.COLLATERAL, labels=v.COLLATERAL, many=True, patterns=(*zh.COLLATERAL, *said.THINGS)),
        Field(name="collateral", grammar=g.COLLATERAL, labels=Labels(zh=("名称", "财产名称", "物品名称"), es=("descripcion",), en=("description",)), many=True, column=True),
        Field(name="collateral", grammar=g.COLLATERAL, labels=Labels(zh=("名称", "财产名称", "物品名称", "种类")), block=THINGS, many=True),
        Field(name="collateral_value", items=True, grammar=g.MONEY, labels=v.COLLATERAL_VALUE, patterns=(*zh.COLLATERAL_VALUE, *said.VALUED)),
        Field(name="appraised_value", items=True, grammar=g.MONEY, labels=v.APPRAISED_VALUE, patterns=(*zh.APPRAISED_VALUE, *said.APPRAISED)),
        Field(name="location", items=True, grammar=g.text(100), labels=v.LOCATION, patterns=(*zh.LOCATED, r"坐落(?:于|在)(?P<v>[^。;,:\n]{4,40})(?=[。;,\n])", r"(?:位于|坐落于|坐落在)(?P<v>[^。;,:\n]{4,40}?)的(?:房|土地|住|商|不动产|厂|林|宅)", *said.PLACES)),
        Field(name="area_m2", items=True, grammar=g.AREA, labels=v.AREA, patterns=said.AREAS),
        Field(name="area_m2", items=True, column=True, grammar=g.AREA, labels=Labels(zh=("数量", "抵押数量", "抵押物数量", "面积或数量"))),
        Field(name="unit_no", grammar=g.UNIT, labels=v.UNIT_NO, many=True),
        Field(name="title_certificate_no", grammar=g.TITLE_CERTIFICATE, labels=v.TITLE_NO, many=True),
        Field(name="deed_no", grammar=g.DEED_NO, labels=v.DEED_NO, patterns=said.DEED_HEADS),
        Field(name="registry_no", grammar=g.REGISTRY_NO, labels=v.REGISTRY_NO),
        Field(name="claim_period_start", grammar=g.PERIOD_START, labels=v.CLAIM_PERIOD, patterns=zh.CLAIMS),
        Field(name="claim_period_end", grammar=g.PERIOD_END, labels=v.CLAIM_PERIOD, patterns=zh.CLAIMS),
        *(replace(one, labels=_without_deed_day(one.labels), patterns=()) for one in DATES),
        # The period of a highest-amount mortgage is that of its claims.
        *(replace(one, labels=Labels(), on_papers=zh.OF_ONE_LOAN) for one in DATES),
        *RATE,
        Field(name="purpose", grammar=g.PURPOSE, labels=Labels(zh=("借款用途", "贷款用途"), es=v.PURPOSE.es, en=v.PURPOSE.en), patterns=said.USED_FOR),
        *SIGNING,
        Field(name="sign_date", grammar=g.DATE, labels=Labels(es=_DEED_DAY)),
        *english.MORTGAGE,
    ),
    same_parties=(SameParty("borrower", "mortgagor", zh.BORROWS_HIMSELF),),
    checks=(in_order("start_date", "end_date"), in_order("claim_period_start", "claim_period_end")),
    paper_checks=(mortgage_rate_fits,),
)  # fmt: skip

# Deeds of trust call who mortgages the Borrower and nothing else: both are the same person.
_BY_BORROWER = (
    r"\A(?![\s\S]*\b(?:mortgagors?|grantors?|trustors?|chargors?|hipotec))(?=[\s\S]*\bborrower)"
)
_BORROWER = Labels(en=v.BORROWER.en)
_OF_BORROWER = replace(
    MORTGAGE_CONTRACT,
    fields=(
        *party("mortgagor", v.MORTGAGOR | _BORROWER, many=True, required=True),
        Field(name="borrower", grammar=g.PARTY, labels=_BORROWER, opens="mortgagor", many=True),
        *(one for one in MORTGAGE_CONTRACT.fields if one.name not in ("mortgagor", "borrower")),
    ),
)
MORTGAGE_CONTRACT = replace(MORTGAGE_CONTRACT, otherwise=(_BY_BORROWER, _OF_BORROWER))

TYPES = (MORTGAGE_CONTRACT,)
