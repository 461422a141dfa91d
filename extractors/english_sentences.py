# ruff: noqa: E501 - patterns are easier to read unbroken
"""How English papers of a loan say things in sentences: folded regexes with a group `v`."""

from extractors.latin_sentences import ANY_DAY, ENGLISH_DAY

# A sum with its sign; the point of Rs. and No. ends no sentence.
_SIGN = r"(?:[a-z]{0,4}[$₹₦₱£€¢]|rs\.?|inr|k?shs?\.?|[ktu]shs?\.?|kes|ugx|ngn|php|ghs|usd|u\.s\. ?\$|[np])"
_SUM = rf"{_SIGN} ?[\d,.]*\d[^;\n]{{0,90}}"
_WORDS = r"(?:[^.;\n\d]|(?:\d\d|no)/100|rs\.|no\.|k?shs?\.|u\.s\.|messrs\.|m/s\.)"
_LENT = r"(?:loans?|facilit(?:y|ies)|limits?|advances?|credits?|overdraft|accommodation|finance)"

# The sum lent or secured, in figures.
SUMS = (
    rf"\b{_LENT}(?: (?:facility|facilities|limit|account))?(?: (?:not exceeding|aggregating to|amounting to|to the (?:extent|tune|limit) of|of up ?to|up ?to(?: the (?:extent|limit) of)?|of|for|in the (?:principal )?(?:sum|amount) of))+(?: an? (?:sum|amount) of)?(?P<v> {_WORDS}{{0,70}}?{_SUM})",
    rf"\b(?:the|a) (?:(?:principal|aggregate|maximum|total) )?(?:sum|amount) of(?P<v> {_WORDS}{{0,110}}?{_SUM})",
    rf"\bexceed(?:ing)? (?:the |a )?(?:sum|amount) of(?P<v> {_SUM})",
    rf"\b(?:to the extent of|up ?to(?: a maximum of| the limit of| an amount of)?|not exceeding|aggregating to|to lend|lends?)(?P<v> {_SUM})",
)
SUMS_IN_WORDS = (
    rf"\b{_LENT}(?: (?:facility|facilities|limit))?(?: (?:not exceeding|aggregating to|amounting to|to the (?:extent|tune|limit) of|of up ?to|up ?to|of|for|in the (?:principal )?(?:sum|amount) of))+(?P<v> [^;\n]{{4,160}})",
    r"\b(?:the|a) (?:(?:principal|aggregate|maximum|total) )?(?:sum|amount) of(?P<v> [^;\n]{4,160})",
    r"\b(?:to the extent of|aggregating to)(?P<v> [^;\n]{4,120})",
)

# What the money is for.
PURPOSE = (
    r"\bfor (?:the |express |sole )*purposes? of (?:financing |meeting )?(?:the |his |her |its |their )?(?P<v>[^.;,\n]{4,80}?)(?= (?:on|upon|and the|and upon|subject|repayable|at the) |[.;,\n]|$)",
    r"\b(?:shall|to|will) (?:only )?be (?:used|utili[sz]ed|applied)(?: solely| only| exclusively)? (?:for|towards?) (?:the purpose of )?(?:the )?(?P<v>[^.;,\n]{4,80}?)(?= and (?:for|not for) |[.;,\n]|$)",
    r"\b(?:shall|to|will) (?:only )?use the (?:loan|funds?|money|advance|proceeds)[a-z ]{0,20}? (?:for|towards?) (?:the purpose of )?(?:the )?(?P<v>[^.;,\n]{4,80}?)(?= and (?:for|not for) |[.;,\n]|$)",
    r"\bfor (?:his|her|its|their) (?P<v>[a-z][^.;,\n]{2,50}? purposes?)\b",
    r"\(rupees [^()\n]{4,80}\),? for (?:the )?(?!a (?:period|term)|(?:the )?purpose|value)(?P<v>[a-z][^.;,\n]{4,60}?)(?=[.;,\n]| and the| repayable)",
)

# How many months, by the instalments; and the last day of it.
TERMS = (
    r"\b(?:in|by|over)(?P<v> (?:[a-z-]+ )?\(?\d{1,3}\)? (?:equal |equated |consecutive |successive |regular )*monthly (?:re)?(?:payments?|inst))",
)
DUE = (
    rf"\b(?:repayable|payable|repaid|falls? due|fell due|due and payable|matured?)(?: in full)?(?: by| on or before| on| not later than)+(?: the)?(?P<v> {ANY_DAY})",
    rf"\b(?:pay|repay)[^.;\n]{{0,40}}? on the(?P<v> {ANY_DAY})",
    rf"\b(?:until|through)(?P<v> {ANY_DAY})[^.;\n]{{0,30}}(?:maturity date|when the)",
)
# The loan began.
PAID_OUT = (
    rf"\b(?:disbursed|granted|sanctioned|advanced|availed|lent)\b[^.;\n]{{0,20}}?(?:[^.;\n]|rs\.|no\.){{0,60}}? on(?: the)?(?P<v> {ANY_DAY})",
)
AGREED_UNDER = (
    r"\b(?:loan|facility|credit|financing|term loan) agreement(?:[^.;,\n]|no\.){0,20}?\bn(?:o|umber)?\b[.: ]*(?P<v>[a-z\d][\w/.-]{2,30})",
)

# What secures the loan.
_THING = r"(?P<v>[^;\n]{4,110}?)(?=(?: bearing| having)? ?(?:\(?herein| with all| together with| as security|, (?:more|and more|which|including)| (?:more )?particularly| shall stand| situated?| described| belonging| (?:hereby )?given|[;\n]|\.(?:\s|$)))"
SECURED_BY = (
    rf"\bsecured by (?:an? |the )?(?:(?:first|second|exclusive|priority|and|perfected|legal) )*(?:lien|charge|mortgage|security interest|pledge|hypothecation|chattels? mortgage)(?: on| over| in| of) {_THING}",
    rf"\bby way of (?:an? )?(?:(?:first|second|exclusive|and|simple|legal) )*(?:charge|hypothecation|pledge)(?: on| over| of) {_THING}",
)
HYPOTHECATED = (
    rf"\b(?:hereby |do |doth )+(?:hypothecates?|pledges?|charges?)(?: and (?:hypothecate|charge|assign)s?)*(?: in favou?r of the (?:bank|lender|society)| to the (?:bank|lender|society))? (?!by way|in favou?r|to the|the (?:goods|assets|vehicle|machinery|movable)[^.;\n]{{0,30}}(?:described|specified|mentioned)){_THING}",
    r"(?:hereby )?agreed (?:and declared )?that (?:all )?(?:the )?(?:present and future |its |his |her |their )*(?P<v>[^.;\n]{4,90}?)(?: of the borrowers?)? shall stand hypothecated",
    r"\n[ ]*(?:the )?schedule(?: of [a-z ]{3,30}| ['\"]?[ai1]['\"]?)?[ :-]*(?:\([^()\n]{3,60}\))?[ ]*\n+[ ]*(?!_)(?P<v>[a-z][^\n:_]{5,110})(?=\n|$)",
)
VALUED_BY_VALUER = (
    rf"\bvalued(?: at)? (?P<v>{_SIGN} ?[\d,.]+)(?=[^.;\n]{{0,40}}(?:valuer|valuation|surveyor|apprais))",
)
OWNED = (
    r"\b(?:entitled to|owner of|seized and possessed of) (?:the |all that |a )*(?P<v>(?!property (?:described|situated|more|hereby))(?:house|land|building|flat|plot|shop|property|residential|agricultural|piece)\b[^;,\n]{4,80}?)(?= situated?\b| lying| (?:ad)?measuring| comprised| more particularly|,| which|;|\n)",
)
SITUATED = (
    r"\b(?:situated?|located|lying)(?:,? lying)?(?: and being)?(?: and situate)? (?:at|on|in)(?: the)? (?P<v>(?!admeasuring|which|a\b)[a-z\d][^;\n]{3,90}?)(?=,? (?:to secure|registered|title|measuring|admeasuring|containing|extent|bounded|within the|more (?:particularly|fully)|and more|together|bearing|with all|in the registration|to an extent|as security)|[;\n]|\.(?: |$)|, ?$)",
    r"\bnos?\.? [\w/., ()-]{1,30}, (?P<v>(?:village|vill\.) [a-z ]{3,24}(?:, (?:tehsil|taluka?|tal\.|mandal|dist(?:t|rict)?\.?|block) [a-z ]{3,24}){1,2})",
    r"\bgodown(?:s)? (?:at|situated at) (?P<v>[^.;\n]{4,60})",
    r"\b(?:sq\.? ?(?:m|mtr?s?|met(?:er|re)s?)\.?|acres?|hectares|sq\.? ?ft\.?)(?: with building n?o?\.? ?[\w/.-]+)?, (?P<v>[a-z][a-z ]{3,30} village)\b",
)
MEASURING = (
    r"\b(?:ad)?measuring (?:about |an area of )?(?P<v>[\d,.]+ (?:sq|h|m2)[^;\n]{0,14})",
    r"\b(?:area|extent)(?: of)?[ :]*(?P<v>[\d,.]+ (?:sq|hec|ha\b|m2)[^;\n]{0,14})",
)

# Who a letter of guarantee is written to, and for whom.
ADDRESSED = (
    r"(?:^|\n)[ ]*to[,:]*[ ]*\n(?:[ ]*the (?:branch )?(?:manager|secretary|chairman|chief manager)[,.]?[ ]*\n)?[ ]*(?!the |\d)(?P<v>[a-z][^\n:]{4,70}?)[,.]?[ ]*(?=\n)",
)
ADVANCED_TO = (
    r"\b(?:advanced|lent|granted|given|allowed|loan|facilit\w+|advance)\b[^;]{0,160}? to (?:shri |smt\.? |mr\.? |mrs\.? |m/s\.? |messrs\.? |sri )(?P<v>[a-z][^,;\n(]{4,50})",
    r"\baccounts? of (?P<v>(?:m/s\.? |messrs\.? |shri |smt\.? |mr\.? |mrs\.? )[a-z][^,;\n(]{4,50})",
    r"\badvanced (?:[^.;\n]|rs\.){0,60}? to (?P<v>[a-z][^,;\n(]{4,40}?)(?= of |,|\.|\()",
)
YOURS = (
    r"\byours (?:faithfully|truly|sincerely)[,.]?\s{0,80}(?:signature[: _]*)?(?:sd[./-]* *)?[(]?(?P<v>[a-z][a-z .']{4,40}?)[)]?[ ]*(?=\n|$)",
)

# Who was there: under a signature, and above.
VISITED_BY = (
    r"signature of (?:the )?(?:inspecting|visiting|field) (?:officials?|officers?)[^\n]*\n(?:[^\n]{0,40}\n)?[ ]*name[ :]+(?P<v>[a-z][^,\n(\t]{3,40})",
)
# CC (Hyp) Rs. 75.00 lakh: the kind of a limit before its sum.
KIND_OF_LIMIT = (
    rf"\b(?:limits?|facilit(?:y|ies)|loans?) (?:sanctioned|availed|enjoyed)[ ]*[:\t\x1f][ ]*(?P<v>[a-z][a-z ()/&.-]{{1,28}}?)[ :-]*(?:(?:of|for) )?{_SIGN} ?\d",
)
# A letter of demand: what was lent, by whom, when it falls due, what is still owed.
LOAN_OF = (
    rf"\b{_LENT}(?: (?:facility|account))?(?: granted| sanctioned| disbursed)?(?: to you)? (?:of|for)(?: the sum of)?(?P<v> {_SUM})",
)
OUTSTANDING = (
    rf"\b(?:outstanding|principal)(?: (?:loan|principal))?(?: balance| amount)?(?: is| was| stood at| stands at| of)+(?P<v> {_SUM})",
)
DUE_BACK = (
    rf"\b(?:repayable|fell due|matured|expired)(?: in full)?(?: by| on or before| on)+(?: the)?(?P<v> {ANY_DAY})",
)
CLASSIFIED = (
    r"\bclassified(?: by the bank)?(?: as)?(?: an?)? (?P<v>(?:npa|non[- ]performing assets?|sub-?standard|doubtful|loss|sma[- ]?[012]|standard|watch|pass)[^.;,\n]{0,20})",
)
ADDRESSEE_LIVES = (
    r"(?:^|\n)[ ]*to[,:]*[ ]*\n?[ ]*(?:\(?1[.)] ?)?[a-z][^\n:]{4,60}\n[ ]*(?P<v>(?!dear|sub|re\b|ref|sir|attn)[^\n:_]{4,80}?)[,.]?[ ]*(?=\n[ ]*(?:\n|\(?\d[.)]|dear))",
)
LENDS = (
    r"\b(?:request|application)(?: of [^,\n]{3,40})?,? (?P<v>[a-z][^;:\n]{4,70}?) (?:has |had )?(?:disbursed|sanctioned|granted|advanced)\b",
)
# The day a paper was signed, where it stands: beside the sum, after "Memorandum that on".
SIGNED = (
    rf"(?:\t| {{3,}})(?:[a-z][a-z .]{{2,24}},? (?:[a-z]{{4,14}},? )?)?(?P<v>{ENGLISH_DAY})[ .]*(?=\n|$)",
    rf"\b(?:memorandum that |whereas )on (?:this |the )?(?P<v>{ENGLISH_DAY})",
)
SIGNED_AT = (
    rf"(?:\t| {{3,}})(?P<v>[a-z][a-z ]{{2,24}}(?:, [a-z]{{4,14}})?),? +{ENGLISH_DAY}[ .]*(?=\n|$)",
    rf"\bmemorandum that on (?:this |the )?{ENGLISH_DAY},? at (?P<v>[a-z][a-z ]{{2,24}}),",
    rf"(?:\t| {{3,}}){ENGLISH_DAY}[ ]*\n[ ]{{8,}}(?P<v>[a-z][a-z ]{{2,24}}, [a-z]{{4,14}})[ ]*(?=\n)",
    rf"\b(?:made|executed|signed|entered into)[^\n;]{{0,20}}?(?: on| this| the)* {ANY_DAY},? at (?P<v>[a-z][a-z .]{{2,24}}?)(?=,|\.|\n| by| between)",
)

# Who gives a mortgage and who takes it, as deeds of trust and registers say it.
GIVEN_BY = (
    r"\b(?:the )?(?:grantor|trustor|mortgagor|chargor)(?:\(s\)|s)? (?:is|are):? (?P<v>[^;\n(]{4,90})",
    r"\b(?:among|between) the (?:grantor|trustor|mortgagor)s?,? (?P<v>[^;\n(]{4,90})",
    r"\b(?:charge|mortgage)\b[^;\n]{0,140}? (?:created|executed|given|made|granted) by (?P<v>[^;\n(]{4,90}?)(?= in favou?r| to secure|,|;|\n|\()",
)
TAKEN_BY = (
    r"\b(?:the )?(?:beneficiary|mortgagee|chargee)(?:\(s\)|s)?,? (?:is |are )?:?(?P<v>[^;\n(:]{4,90})",
    r"\b(?:charge|mortgage)\b[^;\n]{0,200}? in favou?r of (?P<v>[^;\n(]{4,90}?)(?= has| was| is| to secure|,|;|\n|\()",
)
REGISTERED_ON = (
    rf"\b(?:given|signed|sealed|issued) (?:under my hand|by me)[^;\n]{{0,60}}? (?:this|on|the) (?P<v>{ENGLISH_DAY})",
    rf"\b(?:registered|recorded) (?:by me )?(?:on|this) (?:the )?(?P<v>{ENGLISH_DAY})",
)
REGISTERED_SUM = (rf"\b(?:charge|mortgage)\b[^;\n]{{0,60}}? (?:of|for|to secure) (?P<v>{_SUM})",)
REGISTERED_RIGHT = (r"\bcertify that (?:a|the|an|this) (?:[a-z]+ )?(?P<v>mortgage|charge)\b",)
TITLE_NUMBERS = (
    r"\b(?:title|certificate of title|l\.?r\.?|land reference|parcel)(?: no| number)s?\b[.: ]*(?P<v>[a-z]{1,5}[ -]?\d{3,9}|[a-z][a-z .'-]{2,30}(?:/[a-z .'-]{1,30}){1,3}/\d{1,6}|\d{1,6}/\d{1,6})\b",
)

# A letter's addressee above "Dear Sir", where the paper prints no "To".
WRITTEN_TO = (
    r"\n[ ]*\n[ ]*(?P<v>(?!to\b|dear|re\b|ref|sub|our|by )[a-z][a-z .']{5,44})\n(?:[ ]*[^\n:]{3,60}\n){1,4}(?:[ ]*\n)?[ ]*dear\b",
)
WRITTEN_ON = (rf"(?:\t| {{3,}})(?P<v>{ENGLISH_DAY})[ .]*(?=\n)",)
# Who is who behind their names on a letter: Shri A. Rao, R/o … ... Borrower / Mortgagor.
_LISTED = r"(?:^|\n)[ ]*(?:\(?\d[.)][ ]*)?"
LISTED_BORROWER = (
    rf"{_LISTED}(?P<v>(?:shri|smt|sri|mr|mrs|ms|m/s)\b[^\n]{{4,140}}?)[ _.-]{{2,}}\(?(?:the )?(?:borrower|principal debtor)",
)
LISTED_GUARANTOR = (
    rf"{_LISTED}(?P<v>(?:shri|smt|sri|mr|mrs|ms|m/s)\b[^\n]{{4,140}}?)[ _.-]{{2,}}\(?(?:the )?(?:guarantor|surety)",
)
LISTED_HOME = (
    rf"{_LISTED}(?:shri|smt|sri|mr|mrs|ms|m/s)\b[^\n]{{4,90}}?[ ,](?:r/o|residing at|resident of) (?P<v>[^\n_(]{{4,80}}?)[ _.-]{{2,}}\(?(?:the )?borrower",
)
TOWARDS_PRINCIPAL = (
    rf"\b(?P<v>{_SIGN} ?[\d,.]+) (?:towards|as|being|on account of) (?:the )?principal\b",
)
TOWARDS_INTEREST = (
    rf"\b(?P<v>{_SIGN} ?[\d,.]+) (?:towards|as|being|on account of) (?:the )?(?:accrued |overdue |unpaid )?interest\b",
)
