# ruff: noqa: E501 - patterns are easier to read unbroken
"""How Spanish and English papers say things in sentences: folded regexes with a group `v`."""

# From one day to another.
PERIODS = (
    r"(?:desde el|del|from(?: the)?)(?: dia)?(?P<v> [^.;\n]{6,40}(?:al|hasta el|to|until)[^.;\n]{6,40})",
)

# The last day for paying back.
DUE = (
    r"(?:vence(?:ra)?(?: el)?(?: dia)?|venciendo[^.;\n]{0,30}? el(?: dia)?|on or before|a mas tardar el(?: dia)?|pagar(?:e|emos)?[^.\n]{0,60}? el dia)(?P<v> [^.;\n]{6,40})",
)

# How long the loan runs.
TERMS = (
    r"(?:en|por|dentro de|plazo (?:maximo )?de|within|for a (?:term|period) of|term of|period of|over)(?P<v> (?:un plazo (?:maximo )?de |el plazo de |a period of )?[a-z0-9() ]{1,24}(?:meses|anos|months|years?))",
)

# The sum lent, in figures.
SUMS = (
    r"(?:la suma de|la cantidad de|suma total de|por la suma de|the sum of|the principal sum of|the amount of|loan of|prestamo (?:de dinero )?por)(?P<v> [^.;\n]{0,20}[\d$][^;\n]{2,90})",
    r"\b(?:agrees to (?:lend|advance)|(?:da|otorga|entrega) en (?:prestamo|mutuo))[^.;\n\d$]{0,60}?(?P<v> (?:[a-z]{0,3}\$|[a-z]{2,3}[/.]?) ?\d[^;\n]{2,60})",
)

# The sum lent, in words.
SUMS_IN_WORDS = (
    r"(?:la suma de|la cantidad de|suma total de|por la suma de|the sum of|the principal sum of|the amount of|loan of|prestamo (?:de dinero )?por)(?P<v> [^;\n]{4,120})",
)

# The rate of interest.
RATES = (
    r"(?:tasa|interes|interest)[^.;\n]{0,60}?(?P<v>\d{1,3}(?:[.,]\d{1,4})? ?%[^.;\n]{0,30})",
    r"(?:devengara|causara|generara|ganara)n?[^.;\n%]{0,24}?(?P<v>\d{1,3}(?:[.,]\d{1,4})? ?%[^.;\n]{0,30})",
)

# The day of signing.
SIGNED = (
    r"(?:^|\n)[\s_]*(?:[a-z .]{3,30}, )?(?P<v>\d{1,2} de [a-z]{4,10} del? \d{4}|[a-z]{3,9} \d{1,2}, \d{4})[ .]*(?=\n|$)",
    r"\b(?:a los|a|(?<=, )el|suscri[a-z]+[^.\n]{0,40}?|firm[a-z]+[^.\n]{0,40}?,?) (?P<v>(?!partir|mas |la |lo )[^.:;\n]{3,60}del? (?:dos mil[a-z ]*|\d{4}))[.,]?\s*(?:\n|$|ante|se suscribe|firma|entre|compar|reunid|se celebra|se reun)",
    r"(?:made|entered into|executed|dated|signed)(?: and executed| and entered into)?(?: at [a-z ,]{2,40}?)?(?: on| as of)?(?: this)?(?: the)?(?P<v> [^.;\n]{6,40}?\d{4})",
    r"(?:celebrado|suscrito|otorgado)[^.;\n]{0,60}?(?: el| a los| con fecha)(?: dia)? (?P<v>[^.;\n]{6,60})",
)

# The place of signing.
SIGNED_AT = (
    r"\b(?:en|at) (?:la ciudad de )?(?P<v>[a-z][a-z ]{2,40}?),? (?:a los (?:\d|[a-z]+ (?:dias|\())|a \d|el \d{1,2} de|on this|this \d|on the|on \d)",
    r"(?:lugar|ciudad) y fecha(?: de (?:emision|suscripcion))?[: ]+(?P<v>[a-z .]{3,40}?),",
)
