# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""催收通知书 and its receipt; carta de cobranza; demand notice."""

from extractors import chinese_sentences as zh
from extractors import english_fields as english
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import latin_titles as titled
from extractors import vocabulary as v
from extractors.checks import in_order
from extractors.fields import LOAN_CONTRACT_NO, RATE, party, person
from extractors.form import DocType, Field, Labels, Marks
from extractors.latin_fields import DEMAND

# 编号 stands beside the contract's number too; the notice's own is found by its place.
_NOTICE_NO = Labels(
    zh=tuple(one for one in v.NOTICE_NO.zh if one != "编号"), es=v.NOTICE_NO.es, en=v.NOTICE_NO.en
)

COLLECTION_NOTICE = DocType(
    name="collection_notice",
    titles=("催收通知书", "Notificación de cobranza", "Collection notice"),
    category=4,
    dated_by="notice_date",
    marks=Marks(
        titles=(
            r"催(?:收|款|缴|还|告|讨)\S{0,10}?(?:通知书?|通知单|函|书|单|信)(?:及?回执)?", r"(?:到期|逾期)?(?:贷款|借款|欠款)?(?:本息)?(?:逾期)?催收(?:.{0,4}回执)?", r"逾期(?:贷款|借款|欠款)?(?:本息)?通知(?:书|单)?", r"贷款逾期通知(?:书|单)", r"(?:督促)?(?:履行)?(?:保证|担保)?人?(?:履行)?(?:保证|担保)?责任(?:催收)?通知书",
            *titled.COLLECTION_NOTICE,
        ),
        words=(
            ("催收", 3), ("尚欠", 2), ("逾期", 2), ("回执", 2), ("签收", 1), ("限期", 1), ("依法", 1), ("尽快归还", 2), ("cobranza", 3), ("le recordamos", 3), ("cuotas impagas", 3), ("cuotas vencidas", 2), ("dias de atraso", 2), ("valores vencidos", 3), ("regularizar", 2), ("intereses adeudados", 2), ("vencida", 2), ("atraso", 2), ("mora", 2), ("requerimos", 2), ("cuotas pendientes", 2), ("cobro judicial", 3), ("via judicial", 2), ("adeudado", 2), ("le comunicamos que su", 2),
            ("overdue", 3), ("demand", 2), ("arrears", 2), ("legal action", 2), ("acciones legales", 2),
        ),
    ),
    fields=(
        Field(name="notice_no", grammar=g.CONTRACT_NO, labels=_NOTICE_NO, patterns=zh.OWN_NUMBER),
        # Known so that the word is nobody's name; whose number it is, its place says.
        Field(name="_number", grammar=g.CONTRACT_NO, labels=Labels(zh=("编号",))),
        *party("borrower", v.BORROWER | v.ADDRESSEE | v.CUSTOMER, many=True, required=True,
               patterns=(zh.ADDRESSED[1], *said.ADDRESSED)),
        Field(name="borrower", grammar=g.PARTY, opens="borrower", many=True, on_papers=zh.NOT_TO_GUARANTOR, patterns=zh.ADDRESSED[:1]),
        Field(name="borrower", grammar=g.PERSON, opens="borrower", many=True, on_papers=zh.TO_GUARANTOR, patterns=(r"你[^。,;\n]{0,50}?为[ _]*(?P<v>[\u4e00-\u9fff·]{2,4})[ _]*(?:提供)?担保",)),
        *party("guarantor", v.GUARANTOR, many=True, patterns=(*zh.GUARANTOR_ADDRESSED, *said.SURETY_TOLD)),
        Field(name="guarantor", grammar=g.PARTY, opens="guarantor", many=True, on_papers=zh.TO_GUARANTOR, patterns=zh.ADDRESSED[:1]),
        Field(name="guarantee_contract_no", grammar=g.CONTRACT_NO, labels=v.GUARANTEE_CONTRACT_NO, patterns=zh.GUARANTEE_NUMBERED),
        *party("lender", v.LENDER | Labels(zh=("催收单位", "通知单位", "通知人", "催收人")), patterns=(*zh.SIGNED_BY, *said.SENT_BY)),
        *person("borrower"),
        Field(name="borrower_address", grammar=g.ADDRESS, patterns=said.ADDRESSED_AT),
        Field(name="loan_officer", grammar=g.PARTY, labels=Labels(es=v.LOAN_OFFICER.es)),
        Field(name="contract_no", each_row=True, grammar=g.CONTRACT_NO, labels=LOAN_CONTRACT_NO,
              patterns=zh.NUMBERED),
        Field(name="iou_no", each_row=True, grammar=g.CONTRACT_NO, labels=v.IOU_NO),
        Field(name="amount", each_row=True, grammar=g.MONEY, labels=v.AMOUNT,
              patterns=zh.LENT),
        Field(name="balance", each_row=True, grammar=g.MONEY, labels=v.BALANCE,
              patterns=zh.OWED),
        Field(name="interest_arrears", each_row=True, grammar=g.MONEY, labels=v.INTEREST_ARREARS,
              patterns=zh.INTEREST_OWED),
        *RATE,
        Field(name="_amount_figures", grammar=g.FIGURES, labels=v.AMOUNT),
        Field(name="amount_words", grammar=g.WORDS, labels=v.AMOUNT, patterns=zh.LENT),
        Field(name="purpose", grammar=g.text(120, inline=True), labels=v.PURPOSE),
        Field(name="purpose", grammar=g.text(120, inline=True), firm=True, patterns=zh.USED_FOR),
        Field(name="days_past_due", each_row=True, grammar=g.DAYS, labels=v.DAYS_PAST_DUE, patterns=(r"(?:已)?逾期[\s_]*(?P<v>\d{1,5})[\s_]*天",)),
        Field(name="start_date", each_row=True, grammar=g.DATE, labels=v.START, patterns=zh.BORROWED_ON),
        Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD),
        Field(name="end_date", each_row=True, grammar=g.DATE, labels=v.END, patterns=zh.FALLS_DUE),
        Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD),
        Field(name="pay_by", grammar=g.DATE, labels=v.PAY_BY,
              patterns=zh.PAY_BEFORE),
        Field(name="notice_date", grammar=g.DATE, labels=v.NOTICE_DATE,
              patterns=(*zh.DATED, *said.NOTICED)),
        *DEMAND,
        *english.DEMAND,
    ),
    checks=(in_order("start_date", "end_date"), in_order("notice_date", "pay_by", strictly=False)),
)  # fmt: skip

TYPES = (COLLECTION_NOTICE,)
