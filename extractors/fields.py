# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Fields that several forms share, so that a form lists only what is its own."""

from __future__ import annotations

from extractors import grammars as g
from extractors import vocabulary as v
from extractors.form import Field, Labels

# Latin papers define their parties in sentences: "…, en adelante EL PRESTATARIO".
_NAME = r"(?P<v>(?!\s|por |between |entre |among |de |el senor|la senora|don |dona |otra )[^\n,:;()\"]{3,80}?)"


def defined_as(*roles: str) -> tuple[str, ...]:
    """Return patterns for a party defined in a Spanish or English sentence by one of `roles`."""
    role = "(?:" + "|".join(roles) + ")"
    called = r"(?:en adelante|en lo sucesivo|denominad[oa]s?|(?:a )?quien(?:es)?|se (?:les? )?(?:denominara|llamara|conocera)n?(?: como)?|como|hereinafter(?: called| referred to as)?|the|and called)"
    start = r"(?:\bentre(?:,| :)?|por una parte,?|de una parte,?|(?:y,? )?por (?:la )?otra(?: parte)?,?|(?:y,? )?de (?:la )?otra(?: parte)?,?|between:?|\band\b(?: of the other part)?,?|\by\b(?: el senor| la senora)?,?|a favor de|in favou?r of|for the benefit of|\bcomparec\w+:?(?: don| dona)?|\bundersigned,?|\ba saber:?|(?:otorgan?|celebran?|suscriben?)\b,?)"
    short = start[:-1] + r"|\bby\b|\bto\b)"
    return (
        rf"{start}\s*(?:(?:el|la) senor(?:a|\(a\))? |don |dona |d\.a? ?|mr\.? |mrs\.? |ms\.? |sr\.? |sra\.? |\(?1\)? ?|\(?2\)? ?)?{_NAME}"
        rf"(?:,(?:(?!en adelante|en lo sucesivo|denomina|llamara|a favor de|hereinafter|por (?:la )?otra|de (?:la )?otra)[^;\n\"]){{0,420}}?|\s*)[(,]?\s*(?:{called}[ ,:]*)+(?:solidariamente )?[\"']?(?:el |la |los |las |the )?[\"']?(?:entidad |parte )?{role}\b",
        rf"{short}\s*{_NAME}(?:,[^;\n\"]{{0,200}}?|\s*)\([\s\"']*(?:{called}[ ,:]*)*[\"']?(?:the |el |la )?[\"']?{role}[\"']?\s*\)",
    )


def couple_as(*roles: str) -> tuple[str, ...]:
    """Return a pattern for the second of a couple defined together: "y su cónyuge doña …"."""
    role = "(?:" + "|".join(roles) + ")"
    return (
        rf"\by su (?:conyuge|espos[oa]),? (?:don |dona |el senor |la senora )?{_NAME}(?:,|\()"
        rf"[^;\n\"]{{0,260}}?(?:los|las|denominad[oa]s) [\"']?{role}\b",
    )


def party(
    name: str, labels: Labels, *, many: bool = False, required: bool = False,
    patterns: tuple[str, ...] = (),
) -> tuple[Field, ...]:  # fmt: skip
    """A party: its own label, and 姓名/名称 within its block."""
    return (
        Field(
            name=name,
            grammar=g.PARTY,
            labels=labels,
            opens=name,
            many=many,
            required=required,
            patterns=patterns,
        ),
        Field(name=name, grammar=g.PARTY, labels=v.PERSON_NAME, block=name, many=many),
    )


def person(block: str) -> tuple[Field, ...]:
    """What the block of a person or company says of it."""
    return (
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.PERSON_ID, block=block, many=True),
        # Bank forms have persons write their ID number beside 法定代表人/负责人.
        Field(name="id_number", grammar=g.PERSON_ID, labels=v.LEGAL_REP, block=block, many=True),
        Field(name="uscc", grammar=g.USCC, labels=v.USCC, block=block),
        Field(name="borrower_address", grammar=g.text(80), labels=v.ADDRESS, block=block),
        Field(name="phone", grammar=g.PHONE, labels=v.PHONE, block=block),
        Field(name="legal_rep", grammar=g.PARTY, labels=v.LEGAL_REP, block=block, of_company=True),
    )


# The time in which a line of credit may be drawn: 在…至…期间向借款人提供.
DRAWN_WITHIN = r"在(?P<v>[\s_]*\d{4}[\d\s_年月日.-]{6,20}(?:至|到)[\d\s_年月日.-]{8,20})(?:止)?(?:的)?期(?:间|限)?内?[^。;\n]{0,12}(?:借|贷|额度)"

# A guarantor named in a sentence: 由某某公司提供连带责任保证.
GUARANTEED_BY = r"由[\s_]*(?P<v>[\u4e00-\u9fff()、]{2,40}?)[\s_]*(?:\([^()\n]{0,12}\))?(?:为(?:本|该|上述|借款|贷款|其)[^。;,\n]{0,12})?(?:提供|承担)(?:连带|全额|保证|不可撤销)[^。;,\n]{0,8}(?:保证|担保|责任)"
GUARANTEED_HOW = r"由[^。;,\n]{2,40}?提供(?:连带责任|全额|不可撤销的?)*(?P<v>保证)(?:担保|责任)?"

# A contract's number on a line of its own, without a label: the year before or behind 字.
NUMBER_LINES = (
    r"(?:^|\n)[\s_]*(?P<v>[(\[]?[ _]*(?:19|20)\d{2}[ _]*[)\]]?[ _]*年?[^:。,;()\n]{1,22}字[ _]*第[ _]*\w[\w _-]{0,16}号)(?=\s*(?:\n|$))",
    r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff ]{1,12}字?[ _]*[(\[][ _]*(?:19|20)\d{2}[ _]*[)\]][ _]*年?[ _]*字?[ _]*第[ _]*\w[\w _-]{0,16}号)(?=\s*(?:\n|$))",
    r"(?:^|\n)[\s_]*(?P<v>[\u4e00-\u9fff]{1,8}字[ _]*第[ _]*\d[\w-]{3,16}号)(?=\s*(?:\n|$))",
)

DATES = (
    Field(name="start_date", grammar=g.DATE, labels=v.START),
    Field(name="start_date", grammar=g.PERIOD_START, labels=v.PERIOD | v.OBLIGATION_PERIOD,
          patterns=(r"(?<!发生期间)(?<!发生期间:)(?<!确定期间)(?<!确定期间:)(?<!有效期间)(?<!有效期间:)(?:自|从|由)(?P<v>[\s_]*(?:\d|[二〇])[^。;\n]{3,24}[日号]?[\s_]*(?:\([^)]*\))?[\s_]*(?:起)?[\s_,]*(?:至|到)[^。;]{4,30})",
                    r"(?:desde el|del|from(?: the)?)(?: dia)?(?P<v> [^.;\n]{6,40}(?:al|hasta el|to|until)[^.;\n]{6,40})")),
    Field(name="end_date", grammar=g.DATE, labels=v.END,
          patterns=(r"(?:于|在|至|定于)(?P<v>[\s_]*[\d二〇○][^。;,\n]{5,18}日)[\s_]*(?:之前|以前|前)?(?:归|偿|还)[^。;\n]{0,6}",
                    r"(?:vence(?:ra)?(?: el)?(?: dia)?|venciendo[^.;\n]{0,30}? el(?: dia)?|on or before|a mas tardar el(?: dia)?|pagar(?:e|emos)?[^.\n]{0,60}? el dia)(?P<v> [^.;\n]{6,40})",)),
    Field(name="end_date", grammar=g.PERIOD_END, labels=v.PERIOD | v.OBLIGATION_PERIOD,
          patterns=(r"(?<!发生期间)(?<!发生期间:)(?<!确定期间)(?<!确定期间:)(?<!有效期间)(?<!有效期间:)(?:自|从|由)(?P<v>[\s_]*(?:\d|[二〇])[^。;\n]{3,24}[日号]?[\s_]*(?:\([^)]*\))?[\s_]*(?:起)?[\s_,]*(?:至|到)[^。;]{4,30})",
                    r"(?:desde el|del|from(?: the)?)(?: dia)?(?P<v> [^.;\n]{6,40}(?:al|hasta el|to|until)[^.;\n]{6,40})")),
    Field(name="term_months", grammar=g.TERM, labels=v.PERIOD,
          patterns=(r"(?:en|por|dentro de|plazo (?:maximo )?de|within|for a (?:term|period) of|term of|period of|over)(?P<v> (?:un plazo (?:maximo )?de |el plazo de |a period of )?[a-z0-9() ]{1,24}(?:meses|anos|months|years?))",
                    r"(?:借款|贷款)期限?为?(?P<v>[\s_]*[\d一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}[\s_]*(?:年|个月))")),
)  # fmt: skip

AMOUNT = (
    Field(name="amount", grammar=g.MONEY, labels=v.AMOUNT, required=True,
          patterns=(r"(?:借款|贷款|发放|借到|借给|借|收到)(?:人)?[^。;\n\d¥:]{0,16}?(?P<v>人民币[^。;\n]{2,60})",
                    r"今(?:向[^。;\n]{2,30}?)?借(?:到|款)[^。;\n]{0,30}?(?P<v>(?:人民币|¥)[^。;\n]{2,60})",
                    r"(?:la suma de|la cantidad de|suma total de|por la suma de|the sum of|the principal sum of|the amount of|loan of|prestamo (?:de dinero )?por)(?P<v> [^.;\n]{0,20}[\d$][^;\n]{2,90})",
                    r"\b(?:agrees to (?:lend|advance)|(?:da|otorga|entrega) en (?:prestamo|mutuo))[^.;\n\d$]{0,60}?(?P<v> (?:[a-z]{0,3}\$|[a-z]{2,3}[/.]?) ?\d[^;\n]{2,60})")),
    Field(name="_amount_figures", grammar=g.FIGURES, labels=v.AMOUNT),
    Field(name="amount_words", grammar=g.WORDS, labels=v.AMOUNT,
          patterns=(r"(?:借款|贷款|发放|借到|借给|借|收到)(?:人)?[^。;\n\d¥:]{0,16}?(?P<v>人民币[^。;\n]{2,60})",
                    r"(?:la suma de|la cantidad de|suma total de|por la suma de|the sum of|the principal sum of|the amount of|loan of|prestamo (?:de dinero )?por)(?P<v> [^;\n]{4,120})")),
    Field(name="_words_alone", grammar=g.WORDS, labels=v.IN_WORDS),
    Field(name="_figures_alone", grammar=g.FIGURES, labels=Labels(zh=("小写", "金额(小写)", "金额小写", "人民币小写", "小写金额"), es=("importe en numeros", "en numeros"), en=("in figures", "amount in figures"))),
)  # fmt: skip

RATE = (
    Field(name="rate", grammar=g.RATE, labels=v.RATE,
          patterns=(r"(?<!逾期)(?<!罚息)(?<!基准)(?P<v>(?:月|年|日)[ ]?(?:利率|利|息|化)[^。;\n逾罚]{0,24}(?:‰|%|厘|分))",
                    r"(?:tasa|interes|interest)[^.;\n]{0,60}?(?P<v>\d{1,3}(?:[.,]\d{1,4})? ?%[^.;\n]{0,30})",
                    r"(?:devengara|causara|generara|ganara)n?[^.;\n%]{0,24}?(?P<v>\d{1,3}(?:[.,]\d{1,4})? ?%[^.;\n]{0,30})",
                    r"(?P<v>按?(?:一年期|1年期)?(?:lpr|贷款市场报价利率)[^。;\n]{0,40}(?:基点|bps?))")),
    # Known so that a default rate is never taken for the loan's own.
    Field(name="_penalty", grammar=g.RATE, labels=v.PENALTY_RATE),
)  # fmt: skip

SIGNING = (
    Field(name="sign_date", grammar=g.DATE, labels=v.SIGN_DATE,
          patterns=(r"\n[\s_]*(?P<v>(?:\d{4}|[二一][〇○零0o九])[^\n。:,\x1f\t]{3,60}日|\d{4}[./-]\d{1,2}[./-]\d{1,2})[ _]*(?=\n|$|\t| {2})",
                    r"本(?:合同|协议)[^。;\n]{0,20}?于(?P<v>[^。;\n]{6,24})(?:在[^。;\n]{2,20})?签[订定署]", r"\n[\s_]*日[ ]*期[ ]*:(?P<v>[^\n\x1f]{6,24})", r"本(?:合同|协议)(?:由[^。;\n]{0,30}?)?签[订定署]于(?P<v>[\s_]*\d{4}[^。;\n]{4,16}日)",
                    r"(?:^|\n)[\s_]*(?:[a-z .]{3,30}, )?(?P<v>\d{1,2} de [a-z]{4,10} del? \d{4}|[a-z]{3,9} \d{1,2}, \d{4})[ .]*(?=\n|$)",
                    r"\b(?:a los|a|(?<=, )el|suscri[a-z]+[^.\n]{0,40}?|firm[a-z]+[^.\n]{0,40}?,?) (?P<v>(?!partir|mas |la |lo )[^.:;\n]{3,60}del? (?:dos mil[a-z ]*|\d{4}))[.,]?\s*(?:\n|$|ante|se suscribe|firma|entre|compar|reunid|se celebra|se reun)",
                    r"(?:made|entered into|executed|dated|signed)(?: and executed| and entered into)?(?: at [a-z ,]{2,40}?)?(?: on| as of)?(?: this)?(?: the)?(?P<v> [^.;\n]{6,40}?\d{4})",
                    r"(?:celebrado|suscrito|otorgado)[^.;\n]{0,60}?(?: el| a los| con fecha)(?: dia)? (?P<v>[^.;\n]{6,60})")),
    Field(name="sign_place", grammar=g.text(40), labels=v.SIGN_PLACE, patterns=(r"\b(?:en|at) (?:la ciudad de )?(?P<v>[a-z][a-z ]{2,40}?),? (?:a los (?:\d|[a-z]+ (?:dias|\())|a \d|el \d{1,2} de|on this|this \d|on the|on \d)", r"(?:lugar|ciudad) y fecha(?: de (?:emision|suscripcion))?[: ]+(?P<v>[a-z .]{3,40}?),",)),
)  # fmt: skip
