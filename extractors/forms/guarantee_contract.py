# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""保证合同, 担保书, 联保协议; contrato de fianza; guarantee."""

from dataclasses import replace

from extractors import contract_sentences as zh
from extractors import english_fields as english
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import differs_from, in_order
from extractors.fields import DATES, INSTITUTION, NUMBER_LINES, RATE, SIGNING, party, person
from extractors.form import DocType, Field, Labels, Marks

GUARANTEE_CONTRACT = DocType(
    name="guarantee_contract",
    titles=("保证合同", "Contrato de fianza", "Guarantee contract"),
    category=2,
    dated_by="sign_date",
    default_block="guarantor",
    marks=Marks(
        titles=(
            r"保证(?:担保)?(?:合同|协议)(?:书)?", r"(?:连带责任|不可撤销|信用|贷款|借款|还款)?(?:保证)?担保(?:书|函|承诺书)", r"(?<!借款)(?:保证)?担保(?:合同|协议书?)", r"联保(?:协议|合同|小组协议)(?:书)?", r"保证(?:书|函)",
            *titled.GUARANTEE_CONTRACT,
        ),
        words=(
            ("保证人", 2), ("保证期间", 3), ("连带责任保证", 3), ("保证方式", 2), ("主合同", 1), ("愿意担保", 3), ("fiador", 2), ("fianza", 3), ("avalista", 2),
            ("guarantor", 3), ("guarantees", 2), ("surety", 3),
        ),
    ),
    fields=(
        Field(name="contract_no", grammar=g.CONTRACT_NO,
              labels=Labels(zh=("保证合同编号", "保证合同号", "担保合同编号", "合同编号", "合同号", "编号", "协议编号", "最高额保证合同编号", "协议号"),
                            es=("contrato no", "no de contrato", "contrato de fianza no", "fianza no"), en=("agreement no", "guarantee no", "contract no", "reference no", "guarantee agreement no")),
              patterns=(*NUMBER_LINES, *said.TITLE_NUMBERS)),
        Field(name="main_contract_no", grammar=g.CONTRACT_NO, labels=v.MAIN_CONTRACT_NO, patterns=(*zh.MAIN_CONTRACT, *said.MAIN_CONTRACT)),
        *party("guarantor", v.GUARANTOR | Labels(zh=("联保小组成员", "联保成员")), many=True, required=True,
               patterns=(*zh.GUARANTOR, r"现我[\s_]*(?P<v>[\u4e00-\u9fff]{2,4})[\s_]*\((?:下称|以下简称)(?:担保人|保证人)",)),
        *party("borrower", Labels(zh=(*(one for one in v.BORROWER.zh if not one.startswith("联保")), "被担保人", "被保证人", "主合同债务人"), es=("deudor", "deudora", "deudor principal", "prestatario", "prestataria", "el deudor", "el prestatario", "afianzado", "acreditado"), en=("borrower", "the borrower", "debtor", "principal debtor", "name of borrower", "principal obligor")), many=True,
               patterns=(*zh.DEBTOR,
                         r"(?:鉴于|兹因|现有|因)[\s_]*(?P<v>[\u4e00-\u9fff]{2,4})[\s_]*\([^()\n]{0,40}\)[\s_]*(?:拟|已|因[^。;\n]{0,12})?(?:向|与|在)", r"(?:借给|贷给|发放给)(?P<v>[\u4e00-\u9fff]{2,4}?)[\s_]*(?:的|人民币|贷款|借款|\()", r"(?:obligaciones|deudas?|prestamo|credito)[^.;\n]{0,24}? de (?:el |la |don |dona )?(?:senora?|sr\.|sra\.)? ?(?P<v>[^,.;\n(]{4,50}), (?:en calidad de )?(?:el |la )?(?:deudora?|prestatari[oa])", *said.SURETY_OF)),
        *party("lender", v.LENDER | Labels(zh=("致",)), called=INSTITUTION,
               patterns=(r"(?:在|向)(?P<v>[\u4e00-\u9fff()]{2,30}?(?:信用社|银行|支行|联社|分社|营业所))(?:的|申请|取得|办理)[^。;,\n]{0,6}(?:借款|贷款)", *said.PRESENTED_TO)),
        Field(name="guarantor", grammar=g.PARTY, labels=v.MEMBER_NAME, column=True, many=True, on_papers=r"联保"),
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.PERSON_ID, column=True, many=True, on_papers=r"联保"),
        *person("guarantor", home="borrower"),
        # Spanish deeds describe the debtor too.
        Field(name="id_number", grammar=g.PERSON_ID, labels=Labels(es=v.PERSON_ID.es), block="borrower", many=True),
        Field(name="amount", grammar=g.MONEY, labels=v.AMOUNT | v.SECURED_AMOUNT | v.CREDIT_LINE,
              patterns=(*zh.SECURED, r"(?:主债权|被保证|担保|债权|本金|贷款|借款|借给|贷给)[^。;\n]{0,40}?(?P<v>人民币[^。;\n]{2,60})", *said.SECURED)),
        Field(name="_amount_figures", grammar=g.FIGURES, labels=v.AMOUNT | v.SECURED_AMOUNT | v.CREDIT_LINE),
        Field(name="amount_words", grammar=g.WORDS, labels=v.AMOUNT | v.SECURED_AMOUNT | v.CREDIT_LINE,
              patterns=(*zh.SECURED, r"(?:主债权|被保证|担保|债权|本金|贷款|借款|借给|贷给)[^。;\n]{0,40}?(?P<v>人民币[^。;\n]{2,60})", *said.SUMS_IN_WORDS, *said.SECURED)),
        Field(name="claim_period_start", grammar=g.PERIOD_START, labels=v.CLAIM_PERIOD, patterns=zh.CLAIMS, on_papers=zh.OF_MANY_LOANS),
        Field(name="claim_period_end", grammar=g.PERIOD_END, labels=v.CLAIM_PERIOD, patterns=zh.CLAIMS, on_papers=zh.OF_MANY_LOANS),
        *(replace(one, on_papers=zh.OF_ONE_LOAN) for one in DATES),
        *RATE,
        Field(name="purpose", grammar=g.PURPOSE, labels=v.PURPOSE, patterns=(*zh.USED_FOR, *said.USED_FOR)),
        Field(name="loan_type", grammar=g.text(30), labels=v.LOAN_TYPE),
        *SIGNING,
        *english.GUARANTEE,
    ),
    checks=(differs_from("guarantor", "borrower"), in_order("start_date", "end_date"), in_order("claim_period_start", "claim_period_end")),
)  # fmt: skip

TYPES = (GUARANTEE_CONTRACT,)
