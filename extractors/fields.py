# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Fields that several forms share, so that a form lists only what is its own."""

from __future__ import annotations

from extractors import contract_sentences as zh
from extractors import english_sentences as en
from extractors import grammars as g
from extractors import latin_sentences as said
from extractors import vocabulary as v
from extractors.form import Field, Labels


def party(
    name: str, labels: Labels, *, many: bool = False, required: bool = False,
    patterns: tuple[str, ...] = (), called: tuple[str, ...] = (),
) -> tuple[Field, ...]:  # fmt: skip
    """A party: its own label, 姓名/名称 within its block, and what sentences call it."""
    return (
        Field(
            name=name,
            grammar=g.PARTY,
            labels=labels,
            opens=name,
            many=many,
            required=required,
            patterns=patterns,
            called=called,
        ),
        Field(name=name, grammar=g.PARTY, labels=v.PERSON_NAME, block=name, many=many),
    )


def person(block: str, home: str = "") -> tuple[Field, ...]:
    """What the block of a person or company says of it.

    home  the party whose address and telephone the paper is to give, if not the same
    """
    return (
        Field(
            name="id_number",
            grammar=g.PERSON_ID,
            labels=v.PERSON_ID,
            block=block,
            many=True,
            patterns=zh.SECOND_ID,
        ),
        # Bank forms have persons write their ID number beside 法定代表人/负责人.
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.LEGAL_REP, block=block, many=True),
        # Some countries know a person by the tax number, where no other is printed.
        Field(
            name="id_number",
            grammar=g.PERSON_TAX_NO,
            labels=Labels(es=v.USCC.es),
            block=block,
            last=True,
        ),
        # Forms have one place for a person's number and a company's.
        Field(name="uscc", grammar=g.USCC, labels=v.USCC | Labels(zh=v.PERSON_ID.zh), block=block),
        Field(
            name="borrower_address",
            grammar=g.ADDRESS,
            labels=v.ADDRESS,
            block=home or block,
            told="address",
        ),
        Field(name="phone", grammar=g.PHONE, labels=v.PHONE, block=home or block),
        Field(
            name="legal_rep",
            grammar=g.PARTY,
            labels=v.LEGAL_REP,
            block=block,
            of_company=True,
            told="representative",
        ),
    )


def spouse() -> tuple[Field, ...]:
    """The borrower's spouse, under a label or in the description of the borrower."""
    return (
        *party("spouse", v.SPOUSE),
        Field(name="spouse", grammar=g.PARTY, block="borrower", told="spouse"),
    )


# What deeds call the institution that lends: "en adelante LA CAJA".
INSTITUTION = (
    "banco", "caja", "cooperativa", "union", "union de credito", "financiera", "entidad", "institucion", "empresa financiera", "microfinanciera",
    "entidad financiera", "bank", "society", "sacco", "company", "fund", "credit union", "association", "mfi", "acreditante", "mutuante", "prestamista",
)  # fmt: skip

# The time in which a line of credit may be drawn: 在…至…期间向借款人提供.
DRAWN_WITHIN = r"在(?P<v>[\s_]*\d{4}[\d\s_年月日.-]{6,20}(?:至|到)[\d\s_年月日.-]{8,20})(?:止)?(?:的)?期(?:间|限)?内?[^。;\n]{0,12}(?:借|贷|额度)"

# A guarantor named in a sentence: 由某某公司提供连带责任保证.
GUARANTEED_BY = r"由[\s_]*(?:[丙丁戊]方|保证人|担保人|第三人|自然人)?[\s_]*(?:其(?:哥哥|弟弟|父亲|母亲|儿子|女儿|妻子|丈夫|亲属|亲戚|朋友|[兄弟父母子女妻夫姐妹舅叔]))?(?P<v>[\u4e00-\u9fff()、]{2,40}?)[\s_]*(?:\([^()\n]{0,12}\))?(?:为(?:本|该|上述|借款|贷款|其)[^。;,\n]{0,12})?(?:提供|承担)(?:(?:连带|全额|保证|不可撤销)[^。;,\n]{0,8}(?:保证|担保|责任)|(?:保证|担保)(?=[,。;]))"
GUARANTEED_HOW = r"由[^。;,\n]{2,40}?提供(?:连带责任|全额|不可撤销的?)*(?P<v>保证)(?:担保|责任)?"

# A contract's number on a line of its own, without a label: the year before or behind 字.
NUMBER_LINES = (
    r"(?:^|\n)[\s_]*(?P<v>[(\[]?[ _]*(?:19|20)\d{2}[ _]*[)\]]?[ _]*年?[^:。,;()\n]{1,22}字[ _]*第[ _]*\w[\w _-]{0,16}号)(?=\s*(?:\n|$))",
    r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff ]{1,12}字?[ _]*[(\[][ _]*(?:19|20)\d{2}[ _]*[)\]][ _]*年?[ _]*字?[ _]*第[ _]*\w[\w _-]{0,16}号)(?=\s*(?:\n|$))",
    r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff]{1,8}字[ _]*第[ _]*\d[\w-]{3,16}[ _]*号)(?=\s*(?:\n|$))",
    *zh.BARE_NUMBER,
)

DATES = (
    Field(name="start_date", grammar=g.DATE, labels=v.START, patterns=(*said.BEGINS, *en.PAID_OUT)),
    Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD | v.OBLIGATION_PERIOD,
          patterns=(r"(?<!发生期间)(?<!发生期间:)(?<!确定期间)(?<!确定期间:)(?<!有效期间)(?<!有效期间:)(?:自|从|由)(?P<v>[\s_]*(?:\d|[二〇])[^。;\n]{3,24}[日号]?[\s_]*(?:\([^)]*\))?[\s_]*(?:起)?[\s_,]*(?:至|到)[^。;]{4,30})",
                    *said.PERIODS)),
    Field(name="end_date", grammar=g.DATE, labels=v.END,
          patterns=(r"(?:于|在|至|定于)(?P<v>[\s_]*[\d二〇○][^。;,\n]{5,18}日)[\s_]*(?:之前|以前|前)?(?:归|偿|还)[^。;\n]{0,6}",
                    *said.DUE, *en.DUE)),
    Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD | v.OBLIGATION_PERIOD,
          patterns=(r"(?<!发生期间)(?<!发生期间:)(?<!确定期间)(?<!确定期间:)(?<!有效期间)(?<!有效期间:)(?:自|从|由)(?P<v>[\s_]*(?:\d|[二〇])[^。;\n]{3,24}[日号]?[\s_]*(?:\([^)]*\))?[\s_]*(?:起)?[\s_,]*(?:至|到)[^。;]{4,30})",
                    *said.PERIODS)),
    Field(name="term_months", grammar=g.TERM, labels=v.PERIOD,
          patterns=(*said.TERMS, *en.TERMS,
                    r"(?:借款|贷款)期限?为?(?P<v>[\s_]*[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}[\s_]*(?:年|个月))")),
)  # fmt: skip

AMOUNT = (
    Field(name="amount", grammar=g.MONEY, labels=v.AMOUNT, required=True,
          patterns=(r"(?:借款|贷款|发放|借到|借给|借|收到)(?:人)?[^。;\n\d¥:]{0,16}?(?P<v>人民币[^。;\n]{2,60})",
                    zh.SUM_IN_WORDS,
                    r"今(?:向[^。;\n]{2,30}?)?借(?:到|款)[^。;\n]{0,30}?(?P<v>(?:人民币|¥)[^。;\n]{2,60})",
                    *said.SUMS, *en.SUMS)),
    Field(name="_amount_figures", grammar=g.FIGURES, labels=v.AMOUNT),
    Field(name="amount_words", grammar=g.WORDS, labels=v.AMOUNT,
          patterns=(r"(?:借款|贷款|发放|借到|借给|借|收到)(?:人)?[^。;\n\d¥:]{0,16}?(?P<v>人民币[^。;\n]{2,60})",
                    zh.SUM_IN_WORDS,
                    *said.SUMS_IN_WORDS, *en.SUMS_IN_WORDS)),
    Field(name="_words_alone", grammar=g.WORDS, labels=v.IN_WORDS),
    Field(name="_figures_alone", grammar=g.FIGURES, labels=Labels(zh=("小写", "金额(小写)", "金额小写", "人民币小写", "小写金额"), es=("importe en numeros", "en numeros"), en=("in figures", "amount in figures"))),
)  # fmt: skip

RATE = (
    Field(name="rate", each_row=True, grammar=g.RATE, labels=v.RATE,
          patterns=(r"(?<=[,;:定按为])(?P<v>[月年]\d{1,2}(?:\.\d{1,4})?[ ]?[‰%])",
                    r"(?<!逾期)(?<!罚息)(?<!基准)(?P<v>(?:月|年|日)[ _]{0,4}(?:利率|利|息|化)[^。;\n逾罚]{0,24}(?:‰|%|厘|分))",
                    *said.RATES,
                    r"(?P<v>按?(?:一年期|1年期)?(?:lpr|贷款市场报价利率)[^。;\n]{0,40}(?:基点|bps?))")),
    # Known so that a default rate is never taken for the loan's own.
    Field(name="_penalty", grammar=g.RATE, labels=v.PENALTY_RATE),
)  # fmt: skip

SIGNING = (
    Field(name="sign_date", grammar=g.DATE, labels=v.SIGN_DATE,
          patterns=(*zh.SIGNED_ON,
                    r"本(?:合同|协议)[^。;\n]{0,20}?于(?P<v>[^。;\n]{6,24})(?:在[^。;\n]{2,20})?签[订定署]", r"\n[\s_]*日[ ]*期[ ]*:(?P<v>[^\n\x1f]{6,24})", r"本(?:合同|协议)(?:由[^。;\n]{0,30}?)?签[订定署]于(?P<v>[\s_]*\d{4}[^。;\n]{4,16}日)",
                    *said.SIGNED, *en.SIGNED)),
    Field(name="sign_place", grammar=g.text(40), labels=v.SIGN_PLACE, patterns=(*said.SIGNED_AT, *en.SIGNED_AT, *zh.SIGNED_AT)),
)  # fmt: skip

# The loan's own contract: 编号 and "ref" alone are the number of the paper they stand on.
LOAN_CONTRACT_NO = Labels(
    zh=tuple(label for label in v.CONTRACT_NO.zh if label != "编号"),
    es=v.CONTRACT_NO.es,
    en=tuple(label for label in v.CONTRACT_NO.en if "ref" not in label),
)

# A loan as a paper about it describes it; a table of several loans gives each one's values.
LOAN_STATE = (
    Field(name="contract_no", each_row=True, grammar=g.CONTRACT_NO, labels=LOAN_CONTRACT_NO),
    Field(name="iou_no", each_row=True, grammar=g.CONTRACT_NO, labels=v.IOU_NO),
    Field(name="loan_type", each_row=True, grammar=g.text(30, inline=True), labels=v.LOAN_TYPE),
    Field(name="amount", each_row=True, grammar=g.MONEY, labels=v.AMOUNT),
    Field(name="amount", each_row=True, column=True, grammar=g.MONEY, labels=Labels(zh=("金额", "授信金额", "贷款额"))),
    Field(name="balance", each_row=True, grammar=g.MONEY, labels=v.BALANCE),
    Field(name="interest_arrears", each_row=True, grammar=g.MONEY, labels=v.INTEREST_ARREARS),
    Field(name="days_past_due", each_row=True, grammar=g.DAYS, labels=v.DAYS_PAST_DUE, patterns=(r"逾期[\s_]*(?P<v>\d{1,5})[\s_]*天",)),
    Field(name="start_date", each_row=True, grammar=g.DATE, labels=v.START),
    Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD),
    Field(name="end_date", each_row=True, grammar=g.DATE, labels=v.END),
    Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD),
    Field(name="term_months", grammar=g.TERM, labels=v.PERIOD),
    Field(name="purpose", grammar=g.text(120, inline=True), labels=v.PURPOSE),
    Field(name="guarantee_method", each_row=True, printed=True, grammar=g.GUARANTEE, labels=v.GUARANTEE_METHOD),
    Field(name="collateral", grammar=g.text(80), labels=v.COLLATERAL, many=True),
)  # fmt: skip
