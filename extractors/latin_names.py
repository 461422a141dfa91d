# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Names of people and organisations on Spanish and English papers."""

from __future__ import annotations

import re

# What is said before a name: Sra., doña, Shri, M/s, el C. (ciudadano).
TITLE = (
    r"(?:C{1,2}\.(?=\s+[^\W\d_]{2})|Ing\.|Lic\.|LIC\.|ING\.|Dr\.|DR\.|Dra\.|DRA\.|D\.?a\.?(?=\s)|D\.|D[ñÑ][aA]\.?|Abog\.|Adv\.|Arq\.)\s*"
    r"|(?i:(?:la|el|de la|the) (?:sociedad|empresa|entidad|instituci[oó]n|firma|compa[ñn][ií]a|company|firm|persona jur[ií]dica)(?: denominada)?)(?= [A-ZÁÉÍÓÚÑ\"])\s*"
    r"|(?i:(?:mr|shri|sri)\.? ?/ ?(?:mrs|smt|ms|kum)\b\.?(?: ?/ ?(?:ms|kum|miss|dr|m/s)\b\.?)*)\s*"
    r"|(?i:el/la|la/el|don/doña|sr/sra|el|la|los|las|al|don|dona|doña|sr|sra|srta|srs|sres|mr|mrs|ms|miss|messrs|shri|sri|shree|shrimati|smt|kum|kumari|km|thiru|tmt|selvi|chief|alhaji|hajia|engr|barr|sps|spouses|m/s|senor|señor|senora|señora|senores|señores|mr/mrs|ciudadan[oa]"
    r"|sociedad mercantil|one|the)\b\.?\s*(?:\(e?s?a?s?\))?\s*"
)
# What ends an organisation's name, after a comma or not.
_LEGAL_FORM = (
    r"(?:S\.? ?A\.?(?: ?[A-Z]\.){0,6}(?: DE C\.? ?V\.?)?|S\. ?(?:DE|de) ?R\. ?L\.(?: ?(?:DE|de) ?C\. ?V\.)?|S\. ?C\.(?: (?:DE|de|R\. ?L\.|A\. ?P\.|C\. ?V\.|L\.))*|S\. ?R\. ?L\.?|E\. ?I\. ?R\. ?L\.?|R\. ?L\.|C\. ?A\.|S\. ?A\. ?S\.?|SAS|SpA|SOFOM,? ?E\.? ?N\.? ?R\.?|S\. ?C\. ?C\."
    r"|(?i:sociedad an[oó]nima(?: (?:cerrada|abierta))?(?: de capital variable)?|sociedad cooperativa(?: de cr[eé]dito)?|sociedad limitada|responsabilidad limitada|limitada|ltda\.?|limited|ltd\.?|l\.l\.c\.|llc|llp|inc\.?|incorporated|corp\.?|plc|p\.l\.c\.|n\.a\.|national association|aca|pca|flca|fsb|pvt\.? ltd\.?|private limited|gmbh|maryadit|mydt\.?))"
    r"(?![\w])"
)
# Which of its offices: Kherva Branch. A name goes on with it only where it is an institution's.
_BRANCH = r"(?<=[a-zA-Z.]), +(?:[A-Z][\w.]+ +){1,3}(?:Branch|BRANCH)\b"
# Words that join two halves of one organisation's name: Ahorro y Crédito, Smith & Sons.
_OF_BUSINESS = r"(?i:credit\w*|cr[eé]dito\w*|loans?|savings|sons|brothers|co\b|company|trust|thrift|invest\w+|inversi\w+|development|desarrollo|fomento|services?|servicios|associates|asociados|partners|hijos|hermanos|cia|c[ií]a|compa[ñn][ií]a|ahorro\w*|pr[eé]stamos?|finan\w+|rural|agr\w+|consumo|farmers|marketing|comercio|supplies|producers|producci[oó]n|cr[ií]a|microfinan\w+|seguros|vivienda|industr\w+|merchants|commerc\w+|technology|derivados|consult\w+)"
_WORD = r"(?:(?!(?:Y|E|AND|O|OR|COMO|CON|POR|PARA|EN|A|AL|QUE|QUIEN|DEL|AS|BY|TO)\b(?!\.))[^\W\d_a-zñáéíóúü]|[a-z](?=['’][A-Z]))[\w.'’&/-]*"
_JOIN = rf"(?: +(?i:y|e|and|&)(?= +{_OF_BUSINESS}))"
_INNER = r"(?: +(?i:de|del|de la|de las|de los|la|las|los|of|the|of the|for|para|von|van|van der|da|do|dos|das|bin|binti|ibn)\b)"
_NAME = re.compile(
    rf"(?P<name>{_WORD}(?:(?:{_JOIN}|{_INNER}| *- *(?=[A-Z]))?(?: +| *- *)(?:\"[^\"\n]{{2,50}}\"|{_WORD}|N\.?[oº°] ?\d+|\d{{1,4}}(?=[ ,]))|,? +{_LEGAL_FORM}|,? *& {_WORD}|{_BRANCH})*)"
)
# Words that end a name in a text set in capitals.
_ENDS_NAME = re.compile(
    r"(?i)(?:,| )\s*(?:mayor(?:es)? de|de nacionalidad|de estado|de profesi|de ocupaci|de este|natural de|con (?:d\.?n\.?i|c[eé]dula|documento|domicilio|ruc|nit|c\.|registro|rut|cuit|r\.?f\.?c|clave|curp|n\.?i\.?[ft]|tarjeta)|identificad|quien|representad|en adelante|en lo sucesivo"
    r"|vecin[oa] de|domiciliad|residente|d\.?n\.?i\b|c\.?i\b|c\.?c\b|ruc\b|n\.?i\.?[ft]\b|cuit\b|rut\b|curp\b|r\.?f\.?c\b"
    r"|of legal|of p\.? ?o|of [a-z ]{0,20}address|residing|resident|aged|holder|having|whose|being|a (?:company|corporation|body|society|bank)|an? [a-z]+ (?:corporation|company|limited)|husband|wife|both|national id|id no|and (?:his|her) |y su |as |por su |in the|to whom|incorporated (?:and|in|under)|registered (?:in|under|and)|constituted|organi[sz]ed|carrying|proprietor|a body|which |through its|acting|hereinafter|herein\b|[sdwrc]/o\b|son of|daughter of|wife of|promise|en (?:su )?(?:calidad|condici|car[aá]cter)|a (?:la|el) (?:orden|que)|con (?:el )?(?:n[uú]mero|poder))"
)
# Words that no name begins with: THIS DEED, Signature of, For value received.
_NO_FIRST_WORD = frozenset(
    [*(f"{one}{end}" for one in ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim") for end in ("a.", "o.", "a.-", "o.-")), "tenor", "this", "that", "these", "said", "now", "whereas", "witness", "witnesses", "deed", "agreement", "schedule", "signed", "signature", "whose", "which", "each", "both", "any", "all", "such", "registered", "via", "dear", "dated", "place", "value", "branch", "authorised", "authorized", "office", "note"]
)  # fmt: skip
_OFFICE_ONLY = re.compile(
    r"(?i)(?:the |co-?|branch |general |asst\.? |assistant |senior |chief |credit |deputy )*(?:manager|maker|officer|borrowers?|guarantors?|lender|mortgag(?:or|ee)|signatory|secretary|chairman|sacco|society|bank|unit)(?: head)?"
)
# Words that are no name by themselves.
_TITLES_ONLY = frozenset(
    ["el", "la", "los", "las", "the", "de", "del", "y", "and", "of", "to", "por", "con", "a", "sr", "sra", "mr", "mrs", "ms", "no", "nro", "firma", "signature", "name", "nombre", "date", "fecha"]
)  # fmt: skip
_LATIN_ORGANISATION = re.compile(
    r"\b(?:cooperativa|banco|caja|financiera|sociedad|empresa|asociacion|asociación|bank|company|limited|ltd|ltda|inc|s\.a|union|society|fund|trust|corporation|sacco|llc|plc|corp|s\.r\.l|e\.i\.r\.l|r\.l|sofom|fundaci[oó]n|microfinan\w+|cooperative|co-operative|farms?|agropecuari\w+|inversiones|s\.a\.s|sas|credit|lending|grameen\w*|s\.c|agr[ií]cola|m/s|enterprises?|traders|association|group)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]\.(?: ?[A-Z]\.)*(?: ?[A-Z])|(?i:\b(?:ltda|ltd|inc|corp|co|jr|sr|pvt|cia)))$"
)
# For Vatsal Bank Ltd., Sd/- B. Singh: who signs, and that he did, are no part of a name.
_SIGNS = r"(?:(?i:for(?: and on behalf of)?|on behalf of|por|p\.(?= ?(?:el|la|banco|caja|cooperativa|financiera)\b)):? +(?=[A-Z])|(?i:sd)[./-]+ *(?=[A-Z(]))"
_LEAD = re.compile(rf"[\s_:\"'-]*{_SIGNS}?(?:{TITLE})*")
# Signature of the Borrower          For Bank of India: who signs in the next column.
_OTHER_SIGNS = re.compile(r"(?:\t|\x1f| {3,})\s*(?i:for(?: and on behalf of)?:? )")
# Of a firm this word is the name's: Sri Annapurna Agro Implements.
_DEVOTION = re.compile(r"(?i)(?<![a-z])(?:sri|shri|shree) +$")
_FIRM = re.compile(
    r"(?i)\b(?:agro|mills?|traders|industries|implements|products|stores|dairy|cold storage|enterprises?|bank|society|sangh|udyog|bhandar|agencies|fertili[sz]ers|seeds|works)\b"
)
_INSTITUTION = re.compile(
    r"(?i)\b(?:sacco|bank|society|ltd|limited|co-?operative|union|company|plc|llc|inc)\b"
)
_LIVES = re.compile(r" of (?=[A-Z])")
_FORM_BEFORE = re.compile(rf"{_LEGAL_FORM}$")


def is_latin_organisation(name: str) -> bool:
    """Whether `name` is a company's, a bank's or a cooperative's."""
    return _LATIN_ORGANISATION.search(name) is not None


def whole_name(text: str, end: int) -> int:
    """Return where a name that stops at `end` really stops: the point of S.A. belongs to it."""
    if text[end : end + 1] == "." and _ABBREVIATED.search(text[max(0, end - 12) : end]):
        return end + 1
    return end


def name_at(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Return where the name stands that `text[start:limit]` begins with, titles left out; or None."""
    lead = _LEAD.match(text, start, limit)
    matched = _NAME.match(text, lead.end() if lead else start, limit)
    if matched is None:
        return None
    first, last = matched.span("name")
    ends = _ENDS_NAME.search(text, first + 2, last + 12)
    if ends and ends.start() < last:
        last = ends.start()
    while text[last - 1] in " ,-/&":
        last -= 1
    if text[last - 1] == "." and whole_name(text, last - 1) == last - 1:
        last -= 1
    else:
        last = whole_name(text, last)
    first, last = _devoted(text, first, last), _without_home(text, first, last)
    return (first, last) if _is_latin_name(text[first:last], inline=True) else None


def _devoted(text: str, first: int, last: int) -> int:
    """Return where a firm's name begins whose first word is elsewhere a title."""
    word = _DEVOTION.search(text, max(0, first - 8), first)
    return word.start() if word and _FIRM.search(text, first, last) else first


def _without_home(text: str, first: int, last: int) -> int:
    """Return where a name ends that is followed by where its bearer lives: John Mwangi of Box 112."""
    for place in _LIVES.finditer(text, first, last):
        before, after = text[first : place.start()], text[place.end() : last]
        if _INSTITUTION.search(before):
            if _FORM_BEFORE.search(before) or re.match(r"No\b|P\.? ?O\b|\d", after):
                return place.start()
        elif len(before.split()) >= 2 and not _INSTITUTION.search(after):
            return place.start()
    return last


def latin_party_names(text: str, inline: bool) -> list[tuple[int, int]]:
    """Return where names stand in plain `text`, the stretch after a party's label.

    inline  the label stands in running text: only a name of two words counts
    """
    if _OTHER_SIGNS.match(text):
        return []
    stripped = text.lstrip(" _\n:\t\x1f")
    stop = re.search(r"\n|\t|\x1f|\s{3,}|[;(:]|_{2,}", stripped)
    at = len(text) - len(stripped)
    end = at + stop.start() if stop else len(text)
    found: list[tuple[int, int]] = []
    while at < end:
        lead = _LEAD.match(text, at, end)
        matched = _NAME.match(text, lead.end() if lead else at, end)
        if matched is None:
            break
        named = _trimmed(text, *matched.span("name"))
        if not _is_latin_name(text[named[0] : named[1]], inline):
            break
        found.append(named)
        joint = re.compile(r"[ ,]*(?: [yYeE] | and | AND |;|&|/)\s*(?=[^\W\d_a-z])").match(
            text, named[1], end
        )
        if inline or joint is None:
            break
        at = joint.end()
    return found


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    ends = _ENDS_NAME.search(text, first + 2, last + 12)
    if ends and ends.start() < last:
        last = ends.start()
    while last > first and text[last - 1] in " ,-/&":
        last -= 1
    if text[last - 1] == "." and whole_name(text, last - 1) == last - 1:
        return first, last - 1
    last = whole_name(text, last)
    return _devoted(text, first, last), _without_home(text, first, last)


def _is_latin_name(name: str, inline: bool) -> bool:
    words = name.split()
    if not 1 <= len(words) <= 14 or len(name) < 3:
        return False
    real = [word for word in words if word.lower() not in _TITLES_ONLY]
    if not real or not real[0].lstrip('"')[:1].isupper():
        return False
    if words[0].lower() in _NO_FIRST_WORD or _OFFICE_ONLY.fullmatch(name):
        return False
    if words[-1].lower() in _TITLES_ONLY or words[0].lower() in (
        "de",
        "del",
        "of",
        "and",
        "y",
        "for",
        "by",
    ):
        return False
    return len(real) >= 2 or (not inline and len(real[0]) >= 4)
