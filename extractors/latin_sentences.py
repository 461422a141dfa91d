# ruff: noqa: E501 - patterns are easier to read unbroken
"""How Spanish and English papers say things in sentences: folded regexes with a group `v`."""

_MONTH = r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
_SPANISH_DAY = rf"(?:\d{{1,2}}|[a-z]+(?: y [a-z]+)?)(?:o|ro|er)?[ _]*(?:\([a-z\d ]{{1,18}}\))?[ _]*(?:dias?)?[ _]*(?:del? (?:el )?mes)?[ _]*(?:de)?[ _]*{_MONTH}[ _]*,?(?: ?(?:del?|en el))?(?: presente)?(?: ano)?(?: de)?[ _]*(?:\d{{4}}|2\.0\d\d|(?:dos mil|mil novecientos)(?: [a-z]+){{0,3}})"
_ENGLISH_DAY = rf"(?:(?:the )?(?:\d{{1,2}}|[a-z]+(?:-[a-z]+)?)(?:st|nd|rd|th)?[ _]*(?:\(\w+\))?[ _]*(?:day)?[ _]*(?:of)?[ _,./-]*{_MONTH}[ _,.]*(?:of |in )?(?:the year )?[ _]*\d{{4}}|{_MONTH}\.? +\d{{1,2}}(?:st|nd|rd|th)?,? +\d{{4}})"
_FIGURES_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/\d{1,2} del? \d{4}"
_ANY_DAY = rf"(?:{_SPANISH_DAY}|{_ENGLISH_DAY}|{_FIGURES_DAY})"
_WORD = r"(?!(?:a|al|en|el|suscri\w*|firm\w*|lugar|fecha|dado|leid\w*|constancia|conformidad|on|this|dated|and|signed|made|executed)\b)[a-z][a-z.'-]*"
_PLACE = (
    rf"{_WORD}(?: {_WORD}){{0,4}}?(?:, ?{_WORD}(?: {_WORD}){{0,3}}?)?(?: ?\([a-z .]{{3,30}}\))?"
)

# From one day to another.
PERIODS = (
    r"(?:desde el|del|from(?: the)?)(?: dia)?(?P<v> [^.;\n]{6,40}(?:al|hasta el|to|until)[^.;\n]{6,40})",
)

# The day the money was paid out, or the term is counted from.
BEGINS = (
    rf"(?:contad[oa]s?|computables?|computad[oa]s?|a contar|corre|vigencia|commencing|starting|beginning)[^.;:\n\d]{{0,30}}? (?:a partir del|desde el|del|from(?: the)?|on(?: the)?)(?: dia| fecha)?(?P<v> {_ANY_DAY})",
    rf"(?:recibido|desembolsad[oa]|otorgad[oa]|entregad[oa]|disbursed|advanced)[^.;\n]{{0,60}}? (?:en fecha|con fecha|el dia|el|on(?: the)?)(?P<v> {_ANY_DAY})",
    rf"with interest (?:thereon )?from(?: the)?(?P<v> {_ANY_DAY})",
)

# The last day for paying back.
DUE = (
    rf"(?:vence(?:ra|n|ran)?|vencimiento|venciendo(?! la primera)[^.;\n]{{0,30}}?|finaliza(?:ra)?|concluy?e?i?ra?n?(?: precisamente)?|fenece|expira(?:ra)?|termina(?:ra)?|esto es|es decir|matur\w+|expir\w+)(?: (?:indefectiblemente|por tanto))?,? (?:con fecha|en fecha|de fecha|el|on(?: the)?)?(?: dia)?(?P<v> ?{_ANY_DAY})",
    rf"(?:(?:repay\w*|repaid|paid|pay|payable|due)[^.;\n]{{0,80}}? (?:on or before|by|on|not later than|no later than)(?: the)?|a mas tardar (?:el|en fecha)(?: dia)?|pagar(?:e|emos|a|an)?[^.\n]{{0,200}}? el(?: dia)?)(?P<v> {_ANY_DAY})",
    rf"\b(?:y la ultima|la ultima(?: cuota)?|the last(?: instal\w+)?|(?:with )?the final (?:payment|instal\w+))[^.;\n\d]{{0,40}}? (?:el|on(?: the)?)(?: dia)?(?P<v> {_ANY_DAY})",
)

# How long the loan runs.
TERMS = (
    r"(?:en|por|dentro de|plazo (?:maximo |total )?de|sera de|within|for a (?:term|period) of|term of(?: this| the)? loan (?:is|shall be)|term of|period of|over)(?P<v> (?:un plazo (?:maximo )?de |el plazo de |a period of )?[a-z0-9() -]{1,28}(?:meses|anos?|months|years?))(?! de (?:edad|gracia)| of age)",
    r"(?:^|\n|\. )(?P<v>[a-z0-9() -]{1,24}(?:months|years?)) after date",
)

# The sum lent, in figures.
_SUM_OF = r"(?:la suma de|la cantidad(?: cierta y liquida)? de|suma total de|por la suma de|the sum of|(?:the )?principal (?:sum|amount) of|the amount of|a loan of|loan of|limit of|extent of|prestamo (?:de dinero )?(?:por|de)|mutuo por|credito (?:por|de))"
SUMS = (
    rf"{_SUM_OF}:?(?P<v> [^.;\n\d]{{0,110}}[\d$][^;\n]{{2,90}})",
    r"\b(?:(?:agrees? to|shall|has agreed to|will) (?:lend|advance)|(?:da|otorga|entrega) en (?:prestamo|mutuo))[^.;\n\d$]{0,60}?(?P<v> (?:[a-z]{0,3}\$|[a-z]{2,3}[/.]?) ?\d[^;\n]{2,60})",
)

# The sum lent, in words.
SUMS_IN_WORDS = (rf"{_SUM_OF}:?(?P<v> [^;\n]{{4,160}})",)

# The rate of interest.
_PERCENT = r"\d{1,3}(?:[.,]\d{1,4})? ?(?:%|per ?cent|por ?ciento)[^.;\n]{0,30}"
RATES = (
    rf"(?:tasa|interes|interest|tipo)[^.;\n%]{{0,70}}?(?P<v>{_PERCENT})",
    rf"(?:devengara|causara|generara|ganara|devenga|causa|genera)n?[^.;\n%]{{0,40}}?(?P<v>{_PERCENT})",
)

# The day of signing.
SIGNED = (
    rf"(?:^|\n)[\s_]*(?:en )?(?:{_PLACE}[,.]? ?)?(?:a|el)? ?(?P<v>(?:{_SPANISH_DAY}|{_ENGLISH_DAY}))[ ._-]*(?=\n|$)",
    rf"\ba los? (?P<v>{_SPANISH_DAY})",
    rf"(?:^|\n)[\s_]*(?:en )(?:la ciudad de |el municipio de )?{_PLACE},?(?: mi residencia,?)? +(?:a|al|el)(?: dia)?(?: los)? +(?P<v>{_SPANISH_DAY})",
    rf"\b(?:suscri\w+|firma\w*|celebra\w*|otorga\w*|conformidad|constancia|expedid\w+|extiend\w+|lugar y fecha)\b[^\n]{{0,140}}?[ ,](?:a|al|el|en fecha|con fecha|de fecha)(?: dia)? +(?P<v>{_SPANISH_DAY}|{_FIGURES_DAY})",
    rf"(?:\bmade|entered into|executed|dated|signed|given|done|sealed)(?: and executed| and entered into| and delivered)*(?: at [a-z ,]{{2,60}}?)?,?(?: this day| on| as of| effective| with effect from)*(?: this)?(?: day)?(?: the)?(?P<v> (?:{_ENGLISH_DAY}|{_FIGURES_DAY}))",
)

# The place of signing.
SIGNED_AT = (
    rf"(?:^|\n)[\s_]*(?:en )?(?:la ciudad de |el municipio de )?(?P<v>{_PLACE}),? *(?:a|el)? *{_SPANISH_DAY}[ ._-]*(?=\n|$)",
    rf"(?:^|\n)[\s_]*en (?:la (?:ciudad|villa|localidad) de |el (?:municipio|distrito) de )?(?P<v>{_PLACE}),?(?: mi residencia| republica de [a-z]+|,)* +(?:a|al|el)(?: dia)?(?: los)? +{_SPANISH_DAY}",
    rf"(?:^|\n)[\s_]*(?P<v>[a-z][a-z ]{{2,24}}, [a-z]{{4,14}}),? +{_ENGLISH_DAY}[ .]*(?=\n|$)",
    rf"\b(?:suscri\w+|firma\w*|celebra\w*|otorga\w*|conformidad|constancia|expedid\w+|lugar)\b[^\n]{{0,120}}?\ben (?:la (?:ciudad|villa|localidad) de |el (?:municipio|distrito) de )?(?P<v>{_PLACE}),? +(?:a|al|el)(?: dia)?(?: los)? +(?:{_SPANISH_DAY}|{_FIGURES_DAY})",
    r"(?:lugar|ciudad) y fecha(?: de (?:emision|suscripcion|giro))?[: ]+(?P<v>[a-z .]{3,40}?),",
    rf"\b(?:made|executed|dated|signed|given|done)(?: and executed| and entered into| and delivered)*(?: on[^\n]{{6,30}}?)? at (?P<v>{_PLACE})(?:,? (?:on|this)\b|\.)",
)
