# ruff: noqa: E501 - patterns are easier to read unbroken
"""Parties as Spanish and English deeds introduce them in running text.

"…, de la otra parte don Juan Pérez, con DNI N° 4123…, con domicilio en …, a quien en adelante se
denominará EL PRESTATARIO": the role comes last; the description before it tells who, and where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.form import DocType
from extractors.latin_descriptions import FURTHER, Described, describe, is_introduced
from extractors.latin_names import is_latin_organisation, name_at

# A description is at most this long, in characters.
_LONGEST = 1600
# Parties stand at the head of a contract, within so many characters.
_HEAD = 2500
# What leads from a description to the role it defines.
_CALLED = (
    r"(?:en (?:lo )?adelante|en lo sucesivo|de (?:ahora|aqui) en adelante|denominad[oa]s?|(?:denominara|llamara|designara|conocera|identificara|nombrara|denomina|llama)n?|denominaremos|llamaremos|(?:denominar|llamar|designar|nombrar)(?:se)?(?:le|les|la|lo)s?|en (?:su |mi |nuestra )?(?:calidad|condicion|caracter) de"
    r"|como|herein ?after|hereafter|herein|referred (?:to )?as|called|termed|styled|known as|as|in the capacity of|se (?:constituye|obliga)n? (?:en|como)(?: calidad de)?|comparecen? (?:en calidad de|como)|intervienen? (?:en calidad de|como))"
)
_FILLER = (
    r"(?:[\s,:;(\"'.-]|simplemente|solo|tambien|asimismo|igualmente|se|l[eao]s?|el|la|the|a|as|to|be|is|are|and|referred|called|termed|styled|described|known|individually|collectively|jointly|severally|singly|for (?:the sake of )?brevity|for short"
    r"|(?:para|a) (?:los )?(?:efectos?|fines) de(?:l| esta?e?| la)?(?: presente)?(?: \w+)?|para (?:este|el presente) (?:acto|contrato)|(?:este|esta|presente) (?:contrato|documento|instrumento|acto|escritura)|parte|party|solidariamente|indistintamente|conjuntamente|individualmente"
    r"|en (?:lo )?adelante|en lo sucesivo|como|cual(?:es)?|quien(?:es)?|fines|o|or|u|(?:el |la |the )?[\"']?(?:caja|banco|cooperativa|bank|company|entidad|financiera|socio|cliente|society)[\"']?(?= (?:y/?o|o|u|or) ))*?"
)
# ("the Lender"), (the "Borrower"), ("EL BANCO"), (Borrower)
_IN_BRACKETS = r"\([\s\"']*(?:(?:individually and )?(?:collectively|each|jointly|together|hereinafter|hereafter|herein|en adelante|en lo sucesivo|the|el|la|los|las|an?|y|and)[\s,:]*){0,4}[\"']?(?:the |el |la |los |las )?(?:name (?:and address )?of (?:the )?)?[\"']?"
_BEFORE = re.compile(
    r"[\s,;:(\"'-]*(?:(?:y |and |,)*(?:a )?(?:el |la |los |las )?(?:quien(?:es)?|cual(?:es)?|that|which|who)(?: (?:para|a) (?:los )?(?:efectos?|fines) [a-z ]{3,40})?[\s,]*(?:en (?:lo )?adelante|en lo sucesivo)?[\s,]*(?:se )?(?:les? )?)?[\s,;:(\"'-]*$"
)
_OF_SENTENCE = re.compile(r"(?:se (?:constituye|obliga)|comparece|interviene)n?\b")
_SENTENCE = re.compile(r"[.;:\n]-?\s+")
# Words that call several people by one role.
_OF_SEVERAL = re.compile(r"quienes|collectively|jointly|denominad[oa]s|\bla parte ")
_STRONG = re.compile(
    r"(?:\b(?:de|por) (?:la |el )?(?:una|primera|otra|segunda|tercera)(?: parte)?\b[\s,:.-]*|\bbetween\b[\s:,]*|\bamong\b[\s:,]*|\b(?:yo|nosotros|i/we|i|we|the undersigned|undersigned|el suscrito|la suscrita|los suscritos),? (?!el |la |los )|\bnosotros,? (?:la |el )(?=cooperativa|banco|caja|financiera|asociacion|fundacion|mutual)|\by,? (?:el|la) (?:miembro|soci[oa]|asociad[oa]|cliente)(?: de (?:la|esta) [a-z]+)?[:,]? |\bcon la comparecencia de(?:l)?\b[\s,:]*"
    r"|\bcompar\w+(?: ante mi)?[\s,:]*|\bintervienen\b[\s,:]*|\b(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]-?|\(?[a-h]\))\s+|\b(?:(?:of|on) (?:the )?(?:one|first|other|second|third) (?:part|hand)|first party|second party)\b[\s,;.]*(?:and\b)?[\s:,]*|\n\s*(?:and|y|between|by|entre)\s*:?\s*\n)"
)
_WEAK = re.compile(
    r"\b(?:entre(?: los suscritos)?|celebran?|suscriben?|otorgan?|by|given by|office of|in favou?r of|for the benefit of|a favor de|a saber|obligaciones de|deudas? de|loan to|credito a|prestamo a|granted to|favor del?|to)\b[\s:,]*(?:(?:el|la) (?=cooperativa|banco|caja))?"
)
_TITLED = re.compile(
    r"(?<![a-z])(?:(?:el |la )?senor(?:a|ita)?|don|dona|sr\.?|sra\.?|d\.|dna\.|mr\.?|mrs\.?|ms\.?|shri|smt\.?|sri\.?) (?=[a-z])"
)
_JOINER = re.compile(r"[\s,;.:\"')]*(?:(?:y|e|and|con|with)\b|&)?[\s,;:]*")


def described(text: str, folded: str, doc_type: DocType) -> list[Described]:
    """Return the parties that sentences of a Latin paper define by their role."""
    pattern, roles = _defines(doc_type)
    found = _in_order(text, folded, doc_type)
    # Who was told in order is not told again by the same words.
    after = max((one.end for one in found), default=0)
    for m in pattern.finditer(folded, after):
        role = m["role"] or m["bracketed"]
        before = _BEFORE.search(folded, max(0, m.start() - 160), m.start())
        end = before.start() if before else m.start()
        start = max(after, end - _LONGEST)
        if _OF_SENTENCE.match(m.group()):
            # Who "se constituye en fiador" is named in the same sentence.
            start = max([start, *(one.end() for one in _SENTENCE.finditer(folded, start, end))])
        name = _first_of_list(text, start, end) if role.endswith("s") else None
        name = name or _description_starts(text, folded, start, end, bool(found))
        if name is not None:
            several = _OF_SEVERAL.search(folded, end, m.end()) is not None
            many = role.endswith("s") or several
            one = describe(text, folded, roles[_bare(role)], name, (end, m.end()), many)
            found += [one, *_also_called(folded, doc_type, m.end(), one)]
            after = m.end()
    found += _apposed(text, folded, doc_type, found)
    known = {text[slice(*name)] for one in found for name in one.names}
    found += [
        one
        for one in _speakers(text, folded, doc_type)
        if not any(text[slice(*name)] in known for name in one.names)
    ]
    found += _sides(text, folded, doc_type, found) or _appears(text, folded, doc_type, found)
    found += _labelled(text, folded, doc_type)
    found += _declared(text, folded, doc_type)
    return found + _givers(folded, doc_type, found)


def mentions(text: str, parties: dict[str, str]) -> Iterator[tuple[int, str]]:
    """Yield (place, party) where a name comes again and something is told of who bears it.

    parties  the party of each name
    """
    for name, party in parties.items():
        if len(name.split()) >= 2:
            for m in re.finditer(rf"{re.escape(name)}(?=\s*[,:(\n]|\s+con )", text):
                yield m.start(), party


def _also_called(folded: str, doc_type: DocType, at: int, one: Described) -> list[Described]:
    """Return a party once more that has another role too: "EL DEUDOR" o "EL CONSTITUYENTE"."""
    role, roles = _roles(doc_type)
    also = re.compile(rf"[\"']? (?:o|u|y/o) [\"']?(?:el |la |los |las )?[\"']?(?P<role>{role})")
    m = also.match(folded, at)
    party = roles[_bare(m["role"])] if m else one.party
    return [replace(one, party=party)] if party != one.party else []


def _apposed(text: str, folded: str, doc_type: DocType, found: list[Described]) -> list[Described]:
    """Return the parties whose role just stands behind them: "Juan Soto, con DNI …, EL PRESTATARIO,"."""
    role, roles = _roles(doc_type)
    defined = {one.party for one in found}
    new: list[Described] = []
    after = 0
    for m in re.finditer(rf", (?:el|la|los|las) (?P<role>{role})(?=,| y |;)", folded[:_HEAD]):
        party = roles[_bare(m["role"])]
        name = _description_starts(text, folded, after, m.start(), bool(new))
        if name and party not in defined:
            many = m["role"].endswith("s")
            new.append(describe(text, folded, party, name, (m.start(), m.end()), many))
            defined.add(party)
            after = m.end()
    return new if len(new) >= 2 else []


def _in_order(text: str, folded: str, doc_type: DocType) -> list[Described]:
    """Return two parties whose roles follow in their order: "A, …, y B, …: el primero como EL DEUDOR y el segundo …"."""
    pattern, roles = _orders(doc_type)
    m = pattern.search(folded[:_HEAD])
    if m is None:
        return []
    end = m.start()
    opened = (name_at(text, strong.end(), end) for strong in _STRONG.finditer(folded, 0, end))
    first = _first_of_list(text, 0, end) or next(filter(None, opened), None)
    if first is None:
        return []
    second = next(
        (
            named
            for further in FURTHER.finditer(folded, first[1], end)
            if (named := name_at(text, further.end(), end)) and is_introduced(text, named, end)
        ),
        None,
    )
    if second is None:
        return []
    sides = ((first, (second[0], second[0]), m["one"]), (second, (end, m.end()), m["two"]))
    return [
        describe(text, folded, roles[_bare(role)], name, ends, False) for name, ends, role in sides
    ]


def _sides(text: str, folded: str, doc_type: DocType, found: list[Described]) -> list[Described]:
    """Return the parties of a contract between two sides, where no role was given to one or both.

    The institution lends; of two people the one whose role is known tells the other's.
    """
    m = _TWO_SIDES.search(folded)
    giver, other = doc_type.default_block, _counterpart(doc_type)
    if m is None or giver is None or other is None:
        return []
    first = name_at(text, m.end("one"), m.start("two"))
    second = name_at(text, m.end("two"), min(m.end("two") + 120, len(text)))
    if first is None or second is None:
        return []
    roles = {text[slice(*name)]: one.party for one in found for name in one.names}
    names = [text[slice(*place)] for place in (first, second)]
    said = [roles.get(name) for name in names]
    if said == [None, None]:
        banks = [is_latin_organisation(name) for name in names]
        said = (
            [other, giver]
            if banks == [True, False]
            else [giver, other]
            if banks == [False, True]
            else said
        )
        new = list(zip((first, second), said, strict=True))
    elif None in said:
        known = next(role for role in said if role)
        missing = giver if known == other else other if known == giver else None
        new = [((first, second)[said.index(None)], missing)]
    else:
        return []
    ends = {
        first: m.start("two"),
        second: min(folded.find("\n", second[1]) + 1 or len(folded), second[1] + 600),
    }
    return [
        describe(text, folded, party, place, (ends[place] - 1, ends[place] - 1), False)
        for place, party in new
        if party
    ]


def _counterpart(doc_type: DocType) -> str | None:
    """Return the party that an institution is on this form."""
    return next((one.opens for one in doc_type.fields if "bank" in one.called), None)


# De una parte …; y de la otra parte …
_TWO_SIDES = re.compile(
    r"(?P<one>\b(?:de|por) (?:la )?una (?:sola )?parte[\s,:.-]*(?!y\b|e\b)|\bentre[\s:,]+(?=[^;]{5,700}? por (?:la )?una parte,? y))[\s\S]{5,1500}?(?P<two>\b(?:de|por) (?:la )?otra(?: parte)?\b[\s,:.-]*)"
)


def _declared(text: str, folded: str, doc_type: DocType) -> Iterator[Described]:
    """Yield what is told of a party known by its role: "Declara EL ACREDITADO … con domicilio en …"."""
    pattern, roles = _declares(doc_type)
    for m in pattern.finditer(folded):
        listed = _DECLARED_LIST.match(folded, m.end())
        paragraph = listed.end() if listed else folded.find("\n", m.end())
        end = min(paragraph if paragraph >= 0 else len(folded), m.end() + _LONGEST)
        yield describe(text, folded, roles[_bare(m["role"])], (m.end(), m.end()), (end, end), False)


# II. Declara "EL ACREDITADO": a) llamarse …; b) tener su domicilio en …: one a line.
_DECLARED_LIST = re.compile(
    r"[\"': ,]*(?:[a-z ]{0,40}:)?[ ]*(?:\n[ \t]*(?:[a-h][.)]|[ivx]+\)|\d[.)]|-)[^\n]*){1,8}"
)


def _givers(folded: str, doc_type: DocType, found: list[Described]) -> list[Described]:
    """Return who gives the security, where only another role names them.

    "EL DEUDOR constituye prenda": the debtor is the pledgor too.
    """
    giver = doc_type.default_block
    if giver is None or any(one.party == giver for one in found):
        return []
    pattern, roles = _gives(doc_type)
    party = next((roles[_bare(m["role"])] for m in pattern.finditer(folded)), None)
    return [replace(one, party=giver) for one in found if party and one.party == party]


# 1. Asha Patil, … 2. Ravi Patil, … (hereinafter called the Guarantors): the first of several.
_NUMBERED = re.compile(r"(?:^|\n)[ \t]*\(?[1a]\s?[.)]\s+", re.IGNORECASE)


def _first_of_list(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the first name of a numbered list of people that ends at `end`."""
    listed = _NUMBERED.search(text, start, end)
    return name_at(text, listed.end(), end) if listed else None


def _speakers(text: str, folded: str, doc_type: DocType) -> Iterator[Described]:
    """Yield who speaks in a paper of one voice: "Yo, Juan Soto, …, debo y pagaré"."""
    for m in _SPEAKER.finditer(folded):
        named = name_at(text, m.end(), min(m.end() + 120, len(text)))
        verb = _SPEAKS.search(folded, named[1], named[1] + _LONGEST) if named else None
        if named and verb and doc_type.default_block:
            many = m.group().strip(" ,") in ("nosotros", "we", "los suscritos")
            ends = (verb.start(), verb.start())
            yield describe(text, folded, doc_type.default_block, named, ends, many)


def _appears(text: str, folded: str, doc_type: DocType, found: list[Described]) -> list[Described]:
    """Return who alone appears before the notary and tells: "comparece don Juan Soto, …, y me dice"."""
    m = _APPEARS.search(folded[:_HEAD])
    named = name_at(text, m.end("appears"), m.end()) if m else None
    if found or m is None or named is None or doc_type.default_block is None:
        return []
    one = describe(text, folded, doc_type.default_block, named, (m.end(), m.end()), False)
    return [one] if one.names == (named,) else []


_APPEARS = re.compile(
    r"(?P<appears>\bcomparece[\s,:]+)(?![^;]{0,900}\bcomparece)[^;]{5,900}?\b(?:me dice|dice:|expone|otorga)\b"
)


def _labelled(text: str, folded: str, doc_type: DocType) -> Iterator[Described]:
    """Yield whom a label names and a sentence goes on to describe: BORROWER: A. Rao, residing at …"""
    _, roles = _roles(doc_type)
    for m in _ROLE_LABEL.finditer(folded):
        party = roles.get(_bare(m["role"]))
        line = folded.find("\n", m.end())
        end = line if line >= 0 else len(folded)
        named = name_at(text, m.end(), end) if party else None
        if named and party and re.match(r" ?[,(]", folded[named[1] : named[1] + 2]):
            yield describe(text, folded, party, named, (end, end), False)


_ROLE_LABEL = re.compile(
    r"(?:^|\n)[ \t]*(?:\(?\w[.)][ \t]*)?(?:the )?(?P<role>[a-z]{5,12}(?: [a-z]{5,12})?)(?:\(s\))?[ \t]*:[ \t]*(?=[a-z])"
)

# Who speaks, and what they say.
_SPEAKER = re.compile(
    r"(?<![a-z])(?:yo|nosotros|i/we|i|we|(?:el|la|los) suscrit[oa]s?|(?:el|la) que suscribe|quien suscribe|for value received|por valor recibido)[,:]?\s+(?:the undersigned,?\s+)?(?!promise|agree)"
)
_SPEAKS = re.compile(
    r"\b(?:(?:me|nos|se) (?:obligo|obligamos|obliga|comprometo|comprometemos|constituyo|constituimos|reconozco)|debo|debemos|prometo|prometemos|pagare(?:mos)?|promises?|agrees? to|acknowledges?|undertakes?|guarantees?|reconozco|reconocemos|declaro|declaramos|manifiesto|manifestamos|acepto|otorgo|constituyo|recibi)\b"
)


@cache
def _roles(doc_type: DocType) -> tuple[str, dict[str, str]]:
    """A regex for every role of a form, and which party each role word is."""
    roles: dict[str, str] = {}
    for one in doc_type.fields:
        if one.opens:
            for label in (*one.called, *one.labels.es, *one.labels.en):
                roles.setdefault(_bare(label), one.opens)
    words = "|".join(sorted(map(re.escape, roles), key=len, reverse=True))
    return rf"(?:{words})(?:e?s|\(e?s\))?(?![a-z])", roles


@cache
def _defines(doc_type: DocType) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the words before a role and the role."""
    role, roles = _roles(doc_type)
    in_sentence = rf"(?<![a-z]){_CALLED}(?![a-z]){_FILLER}(?<![a-z])(?P<role>{role})"
    in_brackets = rf"{_IN_BRACKETS}(?P<bracketed>{role})(?! (?:and|shall|are))[\"']*[ ,\"')]"
    return re.compile(f"{in_sentence}|{in_brackets}"), roles


@cache
def _orders(doc_type: DocType) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for two roles given in the order of their bearers."""
    role, roles = _roles(doc_type)
    gap = r"[^.;\n]{0,60}?(?<![a-z])(?:el |la |los |las )?[\"']?"
    return re.compile(
        rf"\b(?:el|la) primer[oa]\b{gap}(?P<one>{role})[\"']?,? ?;? y,? (?:a |por )?(?:el|la|al) segund[oa]\b{gap}(?P<two>{role})"
    ), roles


@cache
def _declares(doc_type: DocType) -> tuple[re.Pattern[str], dict[str, str]]:
    role, roles = _roles(doc_type)
    opening = r"\b(?:declaran?|manifiestan?)(?: (?:bajo protesta de decir verdad|por su parte))?[ ,:]{1,3}"
    return re.compile(rf"{opening}(?:el |la |los |las )?[\"']?(?P<role>{role})"), roles


@cache
def _gives(doc_type: DocType) -> tuple[re.Pattern[str], dict[str, str]]:
    role, roles = _roles(doc_type)
    verbs = r"(?:constituyen?|gravan?|hipotecan?|pignoran?|da en prenda|otorgan? en (?:prenda|garantia)|mortgages?|charges?|pledges?|hypothecates?)"
    start = r"(?:el|la|los|las|the) [\"']?"
    return re.compile(rf"\b{start}(?P<role>{role})[^.;\n]{{0,60}}?\b{verbs}\b"), roles


@cache
def role_words(doc_type: DocType) -> frozenset[str]:
    """Return the words that the labels of a form's parties are made of: nobody is called so."""
    return frozenset(
        word
        for one in doc_type.fields
        if one.opens
        for label in (*one.called, *one.labels.es, *one.labels.en)
        for word in label.split()
    )


def _bare(role: str) -> str:
    """Return a role's word without article and plural: los deudores, the Borrowers."""
    bare = re.sub(r"^(?:el|la|los|las|the) |\(e?s\)$", "", role)
    if re.search(r"[^aeiou]es$", bare) and not bare.endswith("ntes"):
        return bare[:-2]
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare


def _description_starts(
    text: str, folded: str, start: int, end: int, is_further: bool
) -> tuple[int, int] | None:
    """Return the first name of the description that ends at `end`."""
    named = None
    for m in _STRONG.finditer(folded, start, end):
        named = name_at(text, m.end(), end) or named
    if named:
        return named
    starts = []
    if is_further:
        joiner = _JOINER.match(folded, start)
        starts.append(joiner.end() if joiner else start)
    starts.append(folded.rfind("\n", start, end) + 1 or start)
    for pattern in (_WEAK, _TITLED):
        starts += [m.end() for m in pattern.finditer(folded, start, end)]
    for at in starts:
        named = name_at(text, at, end) if start <= at < end else None
        if named:
            return named
    return None
