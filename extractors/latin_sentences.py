# ruff: noqa: E501 - patterns are easier to read unbroken
"""How Spanish and English papers say things in sentences: folded regexes with a group `v`."""

_MONTH = r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)"
_SPANISH_DAY = rf"(?:\d{{1,2}}|[a-z]+(?: y [a-z]+)?)(?:o|ro|er)?[ _]*(?:\([a-z\d ]{{1,18}}\))?[ _]*(?:dias?)?[ _]*(?:del? (?:el )?mes)?[ _]*(?:de)?[ _]*{_MONTH}[ _]*,?(?: ?(?:del?|en el))?(?: presente)?(?: ano)?(?: de)?[ _]*(?:\d{{4}}|2\.0\d\d|(?:dos mil|mil novecientos)(?: [a-z]+){{0,3}})"
ENGLISH_DAY = rf"(?:(?:the )?(?:\d{{1,2}}|[a-z]+(?:-[a-z]+)?)(?:st|nd|rd|th)?[ _]*(?:\(\w+\))?[ _]*(?:day)?[ _]*(?:of)?[ _,./-]*{_MONTH}[ _,.]*(?:of |in )?(?:the year )?[ _]*\d{{4}}|{_MONTH}\.? +\d{{1,2}}(?:st|nd|rd|th)?,? +\d{{4}})"
_FIGURES_DAY = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/\d{1,2} del? \d{4}"
ANY_DAY = rf"(?:{_SPANISH_DAY}|{ENGLISH_DAY}|{_FIGURES_DAY})"
_WORD = r"(?!(?:a|al|en|el|dia|suscri\w*|firm\w*|lugar|fecha|dado|leid\w*|constancia|conformidad|on|this|dated|and|signed|made|executed)\b)[a-z][a-z.'-]*"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,4}}?(?:, ?(?:el |la |los |las )?(?!republica|mi residencia){_WORD}(?: {_WORD}){{0,3}}?)?(?: ?\([a-z .]{{3,30}}\))?"

# From one day to another.
PERIODS = (
    r"(?:desde el|del|from(?: the)?)(?: dia)?(?P<v> [^.;\n]{6,40}(?:al|hasta el|to|until)[^.;\n]{6,40})",
)

# The day the money was paid out, or the term is counted from.
BEGINS = (
    rf"(?:contad[oa]s?|computables?|computad[oa]s?|a contar|corre|vigencia)[^.;:\n\d]{{0,30}}? (?:a partir del|desde el|del|from(?: the)?|on(?: the)?)(?: dia| fecha)?(?P<v> {ANY_DAY})",
    rf"(?:recibido|desembolsad[oa]|otorgad[oa]|entregad[oa]|disbursed|advanced)[^.;\n]{{0,60}}? (?:en fecha|con fecha|el dia|el|on(?: the)?)(?P<v> {ANY_DAY})",
    rf"\b(?:term|period|months|years|tenor)\b[^.;\n]{{0,40}}? (?:commencing|starting|beginning)(?: from| on| with effect from)*(?: the)?(?P<v> {ANY_DAY})",
    rf"with interest (?:thereon )?from(?: the)?(?P<v> {ANY_DAY})",
)

# The last day for paying back.
DUE = (
    rf"(?:vence(?:ra|n|ran)?|vencimiento|venciendo(?! la primera)[^.;\n]{{0,30}}?|finaliza(?:ra)?|concluy?e?i?ra?n?(?: precisamente)?|conclu(?:ira|yendo)|finalizando|terminando|fenece|expira(?:ra)?|termina(?:ra)?|esto es|es decir|matur\w+|expir\w+)(?: (?:indefectiblemente|por tanto))?[,:]? (?:con fecha|en fecha|de fecha|el|on(?: the)?)?(?: dia)?(?P<v> ?{ANY_DAY})",
    rf"(?:(?:repay\w*|repaid|paid|pay|payable|due)(?:(?!commenc|beginn|starting|the first)[^.;\n]|rs\.){{0,120}}? (?:on or before|by|on|not later than|no later than)(?: the)?|a mas tardar (?:el|en fecha)(?: dia)?:?|pagar(?:e|emos|a|an)?(?:(?!primer)[^.\n]){{0,200}}? el(?: dia)?)(?P<v> {ANY_DAY})",
    rf"\b(?:y la ultima|la ultima(?: cuota)?|the last(?: instal\w+)?|(?:with )?the final (?:payment|instal\w+))[^.;\n\d]{{0,40}}? (?:el|on(?: the)?)(?: dia)?(?P<v> {ANY_DAY})",
)

# How long the loan runs.
TERMS = (
    r"(?:en|por|dentro de|plazo (?:maximo |total )?de|sera de|within|for a (?:term|period) of|term of(?: this| the)? loan (?:is|shall be)|term of|period of|over)(?P<v> (?:un plazo (?:maximo )?de |el plazo de |a period of )?[a-z0-9() -]{1,28}(?:meses|anos?|months|years?)\b)(?! de (?:edad|gracia)| of age)",
    r"(?:^|\n|\. )(?P<v>[a-z0-9() -]{1,24}(?:months|years?)) after date",
    r"(?:repaid|repay|payable|repayable|pagader[oa]|pagara|restituir\w*|pagar\w*|forma mensual|devolver\w*|devuelt[oa]|cancelad[oa]|amortizara|amortizad[oa])[^.;\n]{0,40}? (?:in|by|en|mediante)(?P<v> [a-z0-9() ,-]{1,60}?(?:monthly (?:instal|pay|emi)|mensuales))",
    r"\ba(?P<v> \d{1,3} (?:meses|anos))\b(?: de)? plazo",
    r"(?:amortizacion(?:es)?|forma de pago|pagos?):(?P<v> [a-z0-9() ]{1,40}(?:amortizaciones|cuotas|pagos) mensuales)",
    r"(?:de forma|forma de pago|pagos?|frecuencia)[^.;\n]{0,20} mensual(?:es)?,? en(?P<v> [a-z0-9() ]{1,30}(?:cuotas|pagos|abonos))",
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
_PERCENT = r"\d{1,3}(?:[.,]\d{1,4})? ?(?:%|per ?cent|por ?ciento)(?:[^.;\n]|\.\d|(?<=i)\.e\.|(?<=p)\.a\.?){0,80}"
RATES = (
    rf"(?:tasa|interes|interest|tipo)[^.;\n%]{{0,110}}?(?P<v>{_PERCENT})",
    rf"(?:devengara|causara|generara|ganara|devenga|causa|genera)n?[^.;\n%]{{0,40}}?(?P<v>{_PERCENT})",
    r"(?:devengara|causara|generara|ganara|devenga|causa|genera|tasa|interes(?:es)?)\b(?:(?!mora|demora|penal|punitori|comision|adicional)[^.;\n%\d]){0,60}? (?:del?|el|al|un)(?P<v> [a-z ]{3,40} por ?ciento (?:(?:nominal |efectivo )?(?:anual|mensual)|al (?:ano|mes))\w*)",
)

# A short line that ends with a year: only there is a place before the date looked for, which may
# be ended in many ways and would be tried in all of them on every line.
_DATED = r"(?=[^\n]{0,110}(?:\d{4}|\d\.\d{3}|mil [a-z]+)[^\n]{0,30}(?:\n|$))"

# The day of signing.
SIGNED = (
    rf"(?:^|\n)[\s_]*{_PLACE}, (?P<v>{_FIGURES_DAY})[ .]*(?=\n|$)",
    rf"(?:^|\n)[\s_]*{_DATED}(?:en )?(?:{_PLACE}[,.]? ?)?(?:a|el)? ?(?P<v>(?:{_SPANISH_DAY}|{ENGLISH_DAY}))[ ._-]*(?=\n|$)",
    rf"\ba los? (?P<v>{_SPANISH_DAY})",
    rf"(?:^|\n|\.[ -]{{1,4}})[\s_]*(?:en )(?:la ciudad de |el municipio de )?{_PLACE},?(?: mi residencia,?)? +(?:a las [^.;\n]{{3,50}}? del dia|a|al|el)(?: dia)?(?: los)? +(?P<v>{_SPANISH_DAY}|{_FIGURES_DAY})",
    rf"\b(?:suscri\w+|firma\w*)\b[^\n.;]{{0,60}}? en (?:la (?:ciudad|villa|localidad) de )?{_PLACE},? (?:a|al|el)(?: dia)?(?: los)? (?P<v>{_SPANISH_DAY})",
    rf"\b(?:suscri\w+|firma\w*|celebra\w*|conformidad|constancia)\b[^\n.;]{{0,100}}? en (?:la )?(?:ciudad|villa|localidad) de {_PLACE}, (?P<v>{_SPANISH_DAY})",
    rf"\b(?:suscri\w+|firma\w*|celebra\w*|otorga\w*|conformidad|constancia|expedid\w+|extiend\w+|lugar y fecha)\b(?:(?!venc|plazo|hasta|pagar|cuota|a partir|destin)[^\n.;]){{0,140}}?[ ,](?:a|al|el|en fecha|con fecha|de fecha)(?: dia)? +(?P<v>{_SPANISH_DAY}|{_FIGURES_DAY})",
    rf"(?:\bmade|entered into|executed|dated|signed|given|done|sealed)(?: and executed| and entered into| and delivered)*(?: at [a-z ,]{{2,60}}?)?,?(?: this day| on| as of| effective| with effect from)*(?: this)?(?: day)?(?: the)?(?P<v> (?:{ENGLISH_DAY}|{_FIGURES_DAY}))",
)

# The place of signing.
SIGNED_AT = (
    rf"(?:^|\n)[\s_]*(?P<v>{_PLACE}), (?:{_FIGURES_DAY})[ .]*(?=\n|$)",
    rf"(?:^|\n)[\s_]*{_DATED}(?:en )?(?:la ciudad de |el municipio de )?(?P<v>{_PLACE}),? *(?:a|el)? *{_SPANISH_DAY}[ ._-]*(?=\n|$)",
    rf"(?:^|\n|\.[ -]{{1,4}})[\s_]*en (?:la (?:ciudad|villa|localidad) de |el (?:municipio|distrito) de )?(?P<v>{_PLACE}),?(?: mi residencia| republica de [a-z]+|,)* +(?:a las [^.;\n]{{3,50}}? del dia|a|al|el)(?: dia)?(?: los)? +(?:{_SPANISH_DAY}|{_FIGURES_DAY})",
    rf"(?:^|\n)[\s_]*(?P<v>[a-z][a-z ]{{2,24}}, [a-z]{{4,14}}),? +{ENGLISH_DAY}[ .]*(?=\n|$)",
    rf"\b(?:suscri\w+|firma\w*|celebra\w*|otorga\w*|conformidad|constancia|expedid\w+|lugar)\b[^\n]{{0,120}}?\ben (?:la (?:ciudad|villa|localidad) de |el (?:municipio|distrito) de )?(?P<v>{_PLACE}),? +(?:(?:a|al|el)(?: dia)?(?: los)? +)?(?:{_SPANISH_DAY}|{_FIGURES_DAY})",
    r"(?:lugar|ciudad) y fecha(?: de (?:emision|suscripcion|giro))?[: ]+(?P<v>[a-z .]{3,40}?),",
    rf"\b(?:made|executed|dated|signed|given|done)(?: and executed| and entered into| and delivered)*(?: on[^\n]{{6,30}}?)? at (?P<v>{_PLACE})(?:,? (?:on|this)\b|\.)",
)

# An amount in figures, with the country's sign.
_MONEY = r"(?:s/\.?|us\$|usd|rd\$|kes|kshs?\.?|ugx|tzs|ngn|inr|eur|pen|cop|mxn|rs\.?|\$|bs\.?|gs\.?|q\.?|l\.|£|₹|€) ?\d[^;\n]{0,40}"

# What the money is for.
_NOT_SAID = r"(?:los? (?:fines|siguientes?)|la presente|este|cubrir|el pago (?:de|del) (?:capital|prestamo|credito)|the repayment)"
USED_FOR = (
    rf"\b(?:destinad[oa]s?|destinara\w*|destinar|destina|con destino|invertir(?:a|an)?)\b[^.;\n]{{0,60}}? (?:unica y exclusivamente |exclusivamente |precisamente |unicamente |integramente )?(?:a:? |al:? |para:? |en )(?:la |el |los |las )?(?!{_NOT_SAID})(?P<v>[^.;\n]{{3,90}}?)(?=, sin que|,? (?:obligandose|y no podra|conforme a|sin perjuicio)|[.;\n]|, aval|$)",
    rf"\bcuyo destino (?:es|sera)(?: la| el)? (?!{_NOT_SAID})(?P<v>[^.;\n,]{{3,90}})",
)

# The contract whose debt is secured.
MAIN_CONTRACT = (
    r"(?:contrato de (?:prestamo|mutuo|credito)[a-z ]{0,30}|operacion(?: de credito| crediticia)?|credito|prestamo|loan agreement|loan contract|facility agreement|credit agreement|loan account)(?:(?!rol |tribut|cedula|\bruc\b|\bnit\b|\brut\b|\bcuit\b|\bdni\b|identi)[^.;\n\d]){0,40}? (?:con |bearing )?n(?:o|ro|umero|umber)?\b\.?[ :]*(?P<v>[a-z]{0,5}[\w/.-]*\d[\w/.-]{2,28})",
)

# A contract's number behind its title: CONTRATO DE CRÉDITO SIMPLE No. CS-2022-00417.
TITLE_NUMBERS = (
    r"(?:^|\n)[^\n:;,]{0,40}\b(?:contrato|convenio|pagare|escritura|prenda|fianza|hipoteca|agreement|contract|deed|note|guarantee|mutuo|prestamo|credito|hoja resumen|garantia|notificacion[a-z ]*|requerimiento[a-z ]*)\b[^\n:;,]{0,70}?[ (]n(?:o|ro|umero|um)?\b[.:o]*[ :]*(?P<v>[a-z]{0,6}[-/]?[\w/.-]*\d[\w/.-]*)[ ]*(?=\n|$| {2}|\t|\)|[,.]? (?:fecha|date|de fecha))",
    r"(?:^|\n)[ \t]*n(?:o|ro|umero|um)?\b[.:o]+ ?(?P<v>[a-z]{0,6}[-/]?[\w/-]*\d[\w/-]*)[ ]*(?=\n|$| {3}|\t)",
)

# The things given as security.
_NO_THING = r"(?:el |la |los |las |the |said )?(?:inmuebles?|bien(?:es)?|predio|vehiculo|property|premises|finca)?(?: ?(?:descrit|antes|citad|referid|mencionad|anterior|siguiente|arriba|detallad|a continuacion|individualizad|indicad|objeto|que se|materia|de su|described|hereby|aforesaid|mentioned)|(?:bien(?:es)?|inmuebles?|vehiculos?)(?: muebles)?[ ]*(?:[:.,;\n]|$)|(?:finca|inmueble|bien inmueble|bien|propiedad)[ ]{1,3}(?:inscrit|identificad|registrad))"
THINGS = (
    rf"(?:hipoteca|prenda|garantia mobiliaria|gravamen)\b[^.;\n]{{0,90}}? sobre (?:el siguiente |la siguiente |los siguientes |las siguientes )?(?:el |la |los |las |un |una |su )?(?!{_NO_THING})(?P<v>[^.;:\n,]{{5,90}}?)(?=,| ubicad| situad| sit[oa] | de (?:su|exclusiva|mi) | de propiedad| valorad| avaluad| inscrit| identificad|[.;:\n])",
)

# Things listed one a line: - Una sembradora marca Agrometal; 2) 40 vaquillas de raza Overo.
_KIND = r"(?:vac\w+|vaquill\w+|novill\w+|ternero\w*|toro\w*|torete\w*|res(?:es)?|cabezas|bovin\w+|ovej\w+|cerd\w+|yegua\w*|caballo\w*|tractor\w*|sembrador\w+|cosechador\w+|trillador\w+|tolva\w*|arado\w*|rastra\w*|camion\w*|motociclet\w+|automovil\w*|remolque\w*|motobomba\w*|fumigador\w+|ordenador\w+|picador\w+|molino\w*|desgranador\w+)"
LISTED = (
    rf";[ ]*(?P<v>(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{{1,4}}) {_KIND}\b[^.;\n]{{0,90}}?)(?=[.;\n])",
    rf"(?:^|\n)[ \t]*(?:(?:[-•*–]|\d{{1,2}}[.)-]|[a-h][.)])[ \t]*|(?:animales|maquinaria|vehiculos?|ganado|semovientes|equipos?)[ ]*:[ ]*)(?P<v>(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|[a-z]+ [(]?\d{{1,4}}[)]?|\d{{1,4}}) (?:\(\d{{1,4}}\) )?{_KIND}\b[^;\n]{{0,90}}?)[.;,]?(?=[ ]*(?:\n|$)|;)",
)

# What the security is worth.
APPRAISED = (
    rf"(?:avaluo|tasacion|valorizan?|valorizad[oa]s?|tasan?|tasad[oa]s?|peritaje|avaluad[oa]s?|valuation|appraised|market value)\b(?:(?!estiman|acuerdan|convienen)[^.;\n\d]){{0,90}}?(?P<v>{_MONEY})",
)
# What the parties agree it is worth: valúan el inmueble hipotecado en la suma de …
VALUED = (
    rf"(?:valuan|valoran|estiman el valor|fijan el valor|justiprecian)\b[^.;\n\d]{{0,60}}? en [^.;\n\d]{{0,80}}?(?P<v>{_MONEY})",
)
WORTH = (
    *VALUED,
    rf"(?:valorad[oa]s?|valor (?:estimado|comercial|total de los bienes|de los bienes|del (?:bien|vehiculo|inmueble))|se (?:valua|valora|valoriza|estima)n? en|estiman el valor[^.;\n\d]{{0,40}}|valued)\b[^.;\n\d]{{0,40}}?(?P<v>{_MONEY})",
)

# Where it is.
PLACES = (
    r"(?:ubicad[oa]s?|situad[oa]s?|sit[oa]|localizad[oa]) en (?:la |el )?(?P<v>[^;\n]{6,110}?)(?=, (?:inscrit|(?:con|de) (?:un |una )?(?:area|superficie|cabida|extension)|cuy[oa]s?|matricula|de \d|identificad|registrad|folio|partida|el cual|la cual)|[;\n]|\.(?:\s|$))",
    r"permanecera?n? en (?:la |el )?(?:municipio de )?(?P<v>[^.;\n]{4,60})",
)

# How large it is.
AREAS = (
    r"(?:superficie|extension|cabida|area)\b[^.;\n\d]{0,90}?\((?P<v>\d[\d.,]* ?(?:m2|mts2|metros cuadrados))\)",
    r"(?:superficie|area|extension|cabida|extent|admeasuring|measuring|measures|area of|containing)\b[^.;\n\d]{0,40}?(?P<v>\d[\d.,]* ?(?:m2|mts2|m\.2|metros cuadrados|hectareas|has?\b|sq\.? ?(?:m\b|mts?|met(?:er|re)s?)|square met(?:er|re)s|hectares))",
)

# The amount secured.
SECURED = (
    rf"(?:hasta por la (?:suma|cantidad) de|hasta por|hasta la (?:suma|cantidad) de|por la (?:suma|cantidad) de|(?:garantiz|respald|afianz|adeudar)\w*[^.;\n\d]{{0,60}}? la (?:suma|cantidad) de|recibe\b[^;\n\d]{{0,200}}?,? la (?:suma|cantidad) de|monto de|to secure|secur\w+ [^.;\n]{{0,60}}|the sum of|a sum of|loan of|extent of|amount of|principal sum of):?(?P<v> [^.;\n\d]{{0,90}}?{_MONEY})",
)

# An operation's number in a sentence.
OPERATION = (
    r"\b(?:operacion|credito|prestamo|obligacion|contrato|loan|agreement|account|loan a/c)(?: de credito| crediticia| otorgad[oa]| account| agreement)? n\.?(?:o|ro|umero|umber)?\b\.?[ :]*(?P<v>[a-z]{0,5}[\w/.-]*\d[\w/.-]{2,28})",
)

# Who lends, in a note or a receipt.
LENT_BY = (
    r"(?:a la orden de(?:l)?|a favor de(?:l)?|orden de)[: ]+(?:la |el )?(?P<v>[^,;\n(]{4,70})",
    r"(?:debo y pagare|debemos y pagaremos|debo\(emos\) y pagare\(mos\)|pagare|pagaremos)(?: incondicionalmente| solidariamente)* a(?: la orden de)?(?: la| el)? (?P<v>[^,;\n(]{4,70})",
    r"promises? (?:and agrees? )?to (?:re)?pay(?: unto)? (?:to )?(?:the order of )?(?P<v>[^,;\n(]{4,70})",
    r"(?:he recibido|recibo|recibe|recibi|recibimos|hemos recibido|received|borrowed)(?: (?:en|a) (?:calidad de|concepto de|titulo de)? ?(?:prestamo|mutuo)[a-z ]{0,24}?)?,? (?:de|del|from)(?: la| el)? (?P<v>[^,;\n(]{4,70})",
)

# An institution's letterhead.
LETTERHEAD = (
    r"\A\s*(?P<v>[^\n:;]{0,50}\b(?:cooperativa|banco|caja|financiera|fundacion|mutual|bank|sacco|credit union|microfinance|society)\b[^\n:;]{0,60})\s*\n",
)

# Who stands surety, in a sentence.
GUARANTEED_BY = (
    r"(?:comparece|interviene|se constituye)n? (?:en calidad de|como) [a-z, ]{3,60}? (?:el c\.|la c\.|el senor|la senora|don|dona|el sr\.|la sra\.) (?P<v>[^,;\n]{5,60})",
    r"(?:garantia|fianza|aval)(?: personal| solidaria| quirografaria| mancomunada| individual)+ (?:de|del|otorgada por|prestada por)(?: senor\w*| la senora| el senor| don| dona)? (?P<v>[^,;\n]{5,60})",
    r"se constituyen? (?:en|como) (?:calidad de )?(?:fiador|garante|aval|avalista)\w*[^.;\n]{0,60}? (?:sr\.|sra\.|senor\w*|don|dona|d\.) (?P<v>[^,;\n]{5,60})",
    r"(?:personal |third party )?guarantee (?:of|by|from) (?P<v>[^,;\n]{5,60})",
)
SURETY_OF = (
    r"(?:aval|fiadora?|obligad[oa] solidari[oa]|garante|avalista)(?: solidari[oa]| y [a-z ]{5,30})? (?:de|del|de la)(?: (?:c\.|senora?|sr\.|sra\.|don|dona))? (?P<v>[^,;.\n]{5,60})",
)
CO_DEBTORS = (
    r"(?:\b(?:su|mi|y|y la|y el) codeudora?),? (?:(?:el |la )?(?:senora?|sr\.|sra\.|don|dona) )?(?P<v>[^,;.\n]{5,60})",
)

# Who gave the mortgage and to whom, as registers write it.
MORTGAGED_BY = (
    r"constituid[oa]s? por (?:su |sus )?(?:propietari[oa]s?|titular(?:es)?)?,? ?(?:los conyuges |la sociedad conyugal )?(?P<v>[^,;\n]{5,90})",
    r"(?:los conyuges|la sociedad conyugal conformada por|don|dona) (?P<v>[^,;\n]{5,90}), (?:propietari|titular|duen)",
    r"(?:^|\n)\s*de: (?P<v>[^\n]{5,60}?)(?: +(?:cc|c\.c\.|nit)\b|[ ]*\n)",
)
MORTGAGED_TO = (r"(?:^|\n)\s*a: (?P<v>[^\n]{5,60}?)(?: +(?:cc|c\.c\.|nit)\b|[ ]*\n)",)
RIGHTS = (
    r"(?:^|\n)\s*(?P<v>hipoteca|prenda|embargo)\b[ ]*\.?-",
    r"(?:relativo a|asiento [\w-]{2,12}|anotacion [\w-]{2,12})[: ]+(?P<v>hipoteca|prenda|embargo)\b",
)
DEEDS = (
    r"escritura(?: publica)?(?: de hipoteca)?(?: ?/ ?| +n(?:o|ro|umero)?\b\.?[ :]*| +)(?P<v>\d{1,3}(?:[.,]\d{3})+|\d{2,7})(?![\d/-])",
)
DEED_HEADS = (
    r"(?:^|\n)\s*(?:escritura(?: publica)?(?: numero| n[or.]*)?|numero)[ :]*(?P<v>\d{1,3}(?:[.,]\d{3})+|\d{2,7})(?![\d/-])",
    r"(?:^|\n)\s*(?:escritura(?: publica)?[ ]+)?numero[ :.]*(?P<v>[a-z ]{4,60}?)(?: ?\(|[.\n-])",
)
REGISTERED = (
    r"inscrit[oa](?: en fecha)?(?: el)?(?P<v> [^.;\n]{6,40})",
    r"anotacion: ?n?[or.]* ?\d+ +fecha: ?(?P<v>[\d/.-]{8,10})",
    rf"\. {_PLACE}, (?P<v>{_SPANISH_DAY})\.?[ ]*(?=\n|$)",
)

# A visit, told.
VISITED = (
    rf"(?:visit\w*|inspecc\w*|verific\w*|constitu\w*)\b[^.;\n]{{0,60}}? (?:el|en fecha|de fecha|con fecha)(?: dia)? (?P<v>{_SPANISH_DAY}|{_FIGURES_DAY})",
    rf"(?:el dia|en fecha|con fecha|el) (?P<v>{_SPANISH_DAY}|{_FIGURES_DAY}),? [^.;\n]{{0,40}}?(?:visit|inspecc|constitui|se verific|acudi|se realizo)",
    rf"(?:visited|inspected|visit|inspection)\b[^.;\n]{{0,60}}? on (?P<v>{ENGLISH_DAY}|{_FIGURES_DAY})",
    rf"\bon (?:the )?(?P<v>{ENGLISH_DAY}|{_FIGURES_DAY}),? [^.;\n]{{0,40}}?(?:visited|inspected)",
)
VISITED_BY = (
    r"(?:^|\n)\s*(?:de|from)[ \t]*:[ \t]*(?:(?:oficial|asesora?|analista|ejecutiv[oa]|promotora?|gestora?|loan officer|credit officer|field officer)(?: de (?:credito|creditos|negocios|campo))?[:, ]+)?(?P<v>[^\n,]{5,50})",
    r"signature of (?:the )?(?:inspecting|visiting) (?:official|officer)[^\n]*\n\s*name[ ]*:[ ]*(?P<v>[^\n,]{4,40})",
)
VISITED_OF = (
    r"(?:visita|seguimiento|inspeccion|supervision)[a-z ]{0,30}? (?:al|a la|del|de la) (?:client[ea]|soci[oa]|prestatari[oa]|deudora?|senora?|sr\.|sra\.) (?P<v>[^\n,.;:]{5,50})",
    r"(?:visit|inspection)[a-z ]{0,20}? (?:to|of) (?:the )?(?:borrower|client|customer|member|m/s)[,: ]+(?P<v>[^\n,.;:]{5,50})",
)
USE_FOUND = (
    r"(?:destino|fondos|recursos|prestamo|credito|inversion)\b[^.;\n□☐]{0,60}?(?P<v>(?:no )?(?:coincide|corresponde|concuerda|conforme|acorde|fue(?:ron)? (?:utilizad|destinad|invertid|aplicad)\w+)\b)(?![^.;\n]{0,14}[□☐☑:?])",
    r"(?:loan|funds|proceeds)\b[^.;\n□☐]{0,50}?(?P<v>(?:not )?(?:used|utili[sz]ed|applied)) (?:for|as|in line)(?![^.;\n]{0,40}[□☐☑:?])",
)

# What is owed.
OWED = (
    rf"capital vencido[: ]*(?P<v>{_MONEY})",
    rf"(?:saldo(?: (?:de |a )?capital| total| insoluto| adeudado| actual| pendiente)*|capital adeudado|principal (?:balance|outstanding)|unpaid principal|outstanding (?:balance|principal|amount)|balance outstanding|amount outstanding|principal balance)\b(?:[^.;\n\d$]{{0,24}}(?: as (?:at|of|on)| al| a la fecha)[^.;\n]{{6,30}}?)?[^.;\n\d$]{{0,40}}?(?P<v>{_MONEY})",
    rf"(?:adeuda|deuda de capital|deuda(?: total)? (?:de|por)|a sum of|sum of|principal sum of|owe\w*)\b[^.;\n\d$]{{0,40}}?(?P<v>{_MONEY}(?=[^.;]{{0,40}}(?:outstanding|due|capital|vencid)))",
)
INTEREST_OWED = (
    rf"(?:intereses|interes|interest)(?: corrientes?| compensatorios?| moratorios?| vencidos?| adeudados?| devengados?| de mora| overdue| accrued| due| in arrears| thereon)*\b[^.;\n\d$%]{{0,30}}?(?P<v>{_MONEY})",
)
LATE = (
    r"(?P<v>\d{1,4}) (?:\([a-z ]{2,30}\) )?dias? (?:calendario )?(?:de |en )?(?:atraso|mora|vencid|retraso|impago)",
    r"(?:mora|atraso|retraso) (?:de|mayor a) (?P<v>\d{1,4}) dias",
    r"(?P<v>\d{1,4}) days (?:overdue|past due|in arrears|late|delinquent|in default)",
    r"overdue (?:by|for) (?P<v>\d{1,4}) days",
)
PAY_BEFORE = (
    rf"(?:antes del?|hasta el|a mas tardar el|vence el|no later than|not later than|on or before|(?<!repayable\s)by|before)(?: dia)?(?: the)?(?P<v> (?:{ANY_DAY}|\d{{4}}-\d\d-\d\d))",
)
LENT_ON = (
    rf"(?:granted|disbursed|advanced|availed|sanctioned|otorgad[oa]|desembolsad[oa]|concedid[oa]|contraid[oa])(?:(?!venc|due|matur|repay)[^;\n]){{0,60}}?(?: on| el| con fecha| en fecha| de fecha)(?: dia)?(?: the)?(?P<v> (?:{ANY_DAY}))",
)
DUE_ON = (
    rf"(?:fell due on|matured on|due on|repayable (?:by|on)|vencio el|vencid[oa] el|vencimiento(?: el| al)?)(?: dia)?(?P<v> (?:{ANY_DAY}))",
)
LENT_SUM = (
    rf"(?:prestamo|credito|loan|advance|facility)\b(?: (?:otorgado|concedido|granted|account))?[^.;\n\d$]{{0,40}}? (?:por|de|of|for)(?: la suma de| the sum of)? (?P<v>{_MONEY})",
)

# Whom a letter is addressed to.
ADDRESSED = (
    rf"(?:^|\n)[\s_]*(?:{_PLACE}, )?(?:{ENGLISH_DAY})[ ]*\n(?:[^\n]*(?:mail|post|courier|hand)[^\n]*\n)?\s*(?P<v>(?!dear|to\b|re\b|ref|sub)[a-z][a-z .']{{4,40}})\n",
    r"(?:^|\n)\s*c\. (?P<v>[^\n,:.]{6,50})\n(?:[^\n]*\n){0,3}?\s*p ?r ?e ?s ?e ?n ?t ?e\b",
    r"(?:^|\n)[ \t]*(?:senor(?:a|es|ita|\(a\)|\(es\))?|sr(?:a|es|ta|\(a\))?\.?|to)[ \t]*[:,.]?[ \t]*\n\s*(?:\d[.)] *)?(?P<v>[^\n,:(]{4,60})",
    r"(?:^|\n)[ \t]*(?:senor(?:a|es|ita|\(a\)|\(es\))?|sr(?:a|es|ta|\(a\))?\.?|to)[ \t]*[:,]?[ \t]+(?P<v>(?!presente)[^\n,:(]{4,60})",
)
_STREET = r"(?:c/|calle|av\.|avda|avenida|cra|cr\.|carrera|diagonal|transversal|jr\.?|jiron|psje|pasaje|ctra|carretera|camino|ruta|finca|fundo|hacienda|barrio|bo\.|vereda|paraje|parcela|chacra|col\.|colonia|caserio|comunidad|canton|parroquia|lote|sector|urb\.?|urbanizacion|mz\.?|km|aldea|ejido|rancho|localidad|domicilio conocido|reparto|anexo|pueblo|plaza|paseo)"
# Where the addressee of a letter lives: the line below the name, and below the number of a paper.
ADDRESSED_AT = (
    rf"(?:^|\n)[ \t]*(?:senor(?:a|es|ita|\(a\)|\(es\))?|sr(?:a|es|ta|\(a\))?\.?)[ \t]*[:,.]?[ \t]*\n?[ \t]*[^\n:(]{{4,60}}\n(?:[ \t]*(?:c\.? ?[ci]\.?|dni|d\.n\.i\.?|cedula|nit|rut|ruc|curp|rfc)\b[^\n]{{4,40}}\n)?[ \t]*(?P<v>{_STREET}(?![a-z])[^\n:]{{3,80}}?)[ .]*(?=\n)",
)
# Who stands surety, as a letter to the debtor mentions them.
SURETY_TOLD = (
    r"(?:\b(?:el|la|su|sus|los) )(?:fiador|garante|aval|avalista)(?:a|es|s)?(?: solidari[oa]s?)?,? (?:el |la )?(?:senora?|sr\.|sra\.|don|dona|c\.) ?(?P<v>[^,;.\n]{5,60})",
)
# The institution a letter of surety is addressed to.
PRESENTED_TO = (
    r"(?:^|\n)[ \t]*(?:senores:?[ \t]*\n[ \t]*)?(?P<v>[^\n:]{0,50}?\b(?:cooperativa|banco|caja|financiera|fundacion|union de credito|mutual)\b[^\n:]{2,60}?)[ ]*\n(?:[^\n:]{3,40}\n)?[ \t]*p ?r ?e ?s ?e ?n ?t ?e\b",
)
NOTICED = (
    rf"(?:^|\n)[\s_]*(?P<v>{ENGLISH_DAY})[ ]*(?=\n)",
    rf"(?:^|\n)[ \t_]*(?:{_PLACE},? )(?:a |el )?(?P<v>{_SPANISH_DAY})[ .]*(?=\n)",
)
SENT_BY = (
    r"(?:^|\n)[\s_]*(?:for |por |p\. ?)?(?P<v>[^\n,:;.]{0,40}?\b(?:cooperativa|banco|caja|financiera|fundacion|bank|sacco|society|credit union|farm credit|microfinance)\b[^\n:;]{0,70}?)[\s_]*(?=\n|$)",
    r"(?:a favor de(?: la| el)?|suscrit[oa] con(?: la| el)?) (?P<v>[^,;\n(]{4,70})",
    r"(?:operacion|credito|prestamo)\b[^;\n]{0,60}? (?:otorgad|concedid)[oa] por (?:la |el )?(?P<v>(?!un |valor|la suma|esta|nuestra)[^,;\n(]{4,60})",
    r"at your request (?P<v>[^;\n]{4,60}?) (?:disbursed|sanctioned|granted|advanced)",
)
