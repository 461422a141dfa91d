# ruff: noqa: E501 - patterns are easier to read unbroken
"""Parties as Spanish and English deeds introduce them in running text.

"…, de la otra parte don Juan Pérez, con DNI N° 4123…, con domicilio en …, a quien en adelante se
denominará EL PRESTATARIO": the role comes last; the description before it tells who, and where.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.form import DocType, Field
from extractors.latin_names import TITLE, is_latin_organisation, name_at

# A description is at most this long, in characters.
_LONGEST = 1600
# What leads from a description to the role it defines.
_CALLED = (
    r"(?:en (?:lo )?adelante|en lo sucesivo|de (?:ahora|aqui) en adelante|denominad[oa]s?|(?:denominara|llamara|designara|conocera|identificara|nombrara|denomina|llama)n?|denominaremos|llamaremos|en (?:su |mi |nuestra )?(?:calidad|condicion|caracter) de"
    r"|como|herein ?after|hereafter|herein|referred to as|called|known as|as|in the capacity of|se (?:constituye|obliga)n? (?:en|como)(?: calidad de)?|comparecen? (?:en calidad de|como)|intervienen? (?:en calidad de|como))"
)
_FILLER = (
    r"(?:[\s,:;(\"'.-]|simplemente|solo|tambien|asimismo|igualmente|se|l[eao]s?|el|la|the|a|as|to|be|is|are|and|referred|called|known|individually|collectively|jointly|severally|singly|for (?:the sake of )?brevity|for short"
    r"|(?:para|a) (?:los )?(?:efectos?|fines) de(?:l| esta?e?| la)?(?: presente)?(?: \w+)?|para (?:este|el presente) (?:acto|contrato)|(?:este|esta|presente) (?:contrato|documento|instrumento|acto|escritura)|parte|party|solidariamente|indistintamente|conjuntamente|individualmente"
    r"|en (?:lo )?adelante|en lo sucesivo|como|cual(?:es)?|quien(?:es)?|fines|o|or|u|(?:el |la |the )?[\"']?(?:caja|banco|cooperativa|bank|company|entidad|financiera|socio|cliente|society)[\"']?(?= (?:y/?o|o|u|or) ))*?"
)
# ("the Lender"), (the "Borrower"), ("EL BANCO"), (Borrower)
_IN_BRACKETS = r"\([\s\"']*(?:(?:individually and )?(?:collectively|each|jointly|together|hereinafter|hereafter|herein|en adelante|en lo sucesivo|the|el|la|los|las|an?|y|and)[\s,:]*){0,4}[\"']?(?:the |el |la |los |las )?[\"']?"
_BEFORE = re.compile(
    r"[\s,;:(\"'-]*(?:(?:y |and |,)*(?:a )?(?:el |la |los |las )?(?:quien(?:es)?|cual(?:es)?|that|which|who)(?: (?:para|a) (?:los )?(?:efectos?|fines) [a-z ]{3,40})?[\s,]*(?:en (?:lo )?adelante|en lo sucesivo)?[\s,]*(?:se )?(?:les? )?)?[\s,;:(\"'-]*$"
)
# Words that call several people by one role.
_OF_SEVERAL = re.compile(r"quienes|collectively|jointly|denominad[oa]s|\bla parte ")
_STRONG = re.compile(
    r"(?:\b(?:de|por) (?:la |el )?(?:una|primera|otra|segunda|tercera)(?: parte)?\b[\s,:.-]*|\bbetween\b[\s:,]*|\bamong\b[\s:,]*|\b(?:yo|nosotros|i/we|i|we|the undersigned|undersigned|el suscrito|la suscrita|los suscritos),? (?!el |la |los )|\bcon la comparecencia de(?:l)?\b[\s,:]*"
    r"|\bcompar\w+(?: ante mi)?[\s,:]*|\bintervienen\b[\s,:]*|\b(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]-?|\(?[a-h]\))\s+|\b(?:on the one part|of the one part|of the first part|of the other part|on the other part|of the second part|first party|second party)\b[\s,;.]*(?:and\b)?[\s:,]*|\n\s*(?:and|y|between|by|entre)\s*:?\s*\n)"
)
_WEAK = re.compile(
    r"\b(?:entre(?: los suscritos)?|celebran?|suscriben?|otorgan?|by|given by|in favou?r of|for the benefit of|a favor de|a saber|obligaciones de|deudas? de|loan to|credito a|prestamo a|granted to|favor del?|to)\b[\s:,]*(?:(?:el|la) (?=cooperativa|banco|caja))?"
)
_TITLED = re.compile(
    r"(?<![a-z])(?:(?:el |la )?senor(?:a|ita)?|don|dona|sr\.?|sra\.?|d\.|dna\.|mr\.?|mrs\.?|ms\.?|shri|smt\.?|sri\.?) (?=[a-z])"
)
_JOINER = re.compile(r"[\s,;.:\"')]*(?:y|e|and|con|with|&)?[\s,;:]*")
_REPRESENTED = re.compile(
    r"\b(?:(?:debida|legal)mente )?(?:representad[oa]s?|represented|actuando|acting)\b[^;\n]{0,60}?\b(?:por|by|through|a traves de)\b[\s:]*|\b(?:through|por intermedio de|a traves de)\b (?:its |su )?|\b(?:su|its) (?:gerente|apoderad[oa]|representante|administrador|manager|branch manager|director|presidente)[a-z ]{0,24}[,:]? "
)
_OFFICE = re.compile(
    r"(?:(?:su|sus|its|the|el|la|duly|authori[sz]ed) |(?:gerente|gerenta|representante|apoderad[oa]|administrador[a]?|manager|director[a]?|president[ea]?|officer|jef[ea]|secretari[oa]|signatory|attorney|branch|general|legal|chief|executive|de agencia|regional|comercial|sucursal|agencia)[ ,]+)*(?=\S)"
)
_ON_BEHALF = re.compile(
    r"\ben (?:nombre y )?representacion(?: legal)? de(?:l)?\b[\s:]*|\ben nombre de\b|\bon behalf of\b|\ben (?:su |mi )?(?:calidad|condicion|caracter) de (?:representante|gerente|apoderad|administrador|presidente)[^,;\n]{0,40}? de(?:l)?\b"
)
_SPOUSE = re.compile(
    r"\b(?:(?:y|e|and)[\s,]+)?(?:su (?:conyuge|espos[oa])|(?:his|her) (?:wife|husband|spouse)|casad[oa] con|married to|conyuge)[\s,:]*(?=\S)"
)
_FURTHER = re.compile(
    r"(?:,|;)?\s\b(?:y|e|and)\b[\s,]+(?:(?:de )?(?:la )?otra[\s,]+)?|;\s*|(?<=\s)(?:\(?\d{1,2}[.)]-?|[a-h]\))\s+"
)
_NEXT_TO = re.compile(r"(?: [yYeE] |,? and | AND | & )")
_ADDRESS = re.compile(
    r"\b(?:(?:con )?(?:domicilio|residencia|direccion)(?: (?:real|legal|fiscal|principal|particular|actual|domiciliaria|constituido|habitual|procesal|social|y residencia)){0,2}(?: ?(?:ubicad[oa]|sit[oa]|en|para estos efectos)){1,3}|domiciliad[oa]s?(?: y residente)? (?:en|para estos efectos en)|(?:con )?domicilio:|residentes? en|vecin[oa]s? de"
    r"|(?:now |presently |permanently |both |all )?(?:residing|resident|domiciled)(?: at| of| in)|(?:whose|his|her|having (?:its|his|her|a|an)?|with) ?(?:registered |postal |residential |physical |principal |mailing )*(?:address|residence|office|place of business)(?: and postal address)?(?: is| at| situated at| in)+|(?<=,) of (?=p\.? ?o\.? ?box|\d|no\. )|(?<=\d) of (?=p\.? ?o\.? ?box)|\b(?:address|direccion):)\s*"
)
_ADDRESS_ENDS = re.compile(
    r"[;\n\"]|\((?![a-z .]{3,30}\),)|(?<!\w\w)\)|,? (?:a quien|en adelante|en lo sucesivo|y a quien|quien|identificad|con (?:d\.?n\.?i|cedula|c\.? ?i|documento|ruc|nit|r\.?f\.?c|curp|cuit|telefono)|representad|mayor de|de (?:estado civil|profesion|nacionalidad|ocupacion)|hereinafter|herein|who|represented|through|telephone|telefono|tel\b|email|correo|casad|solter|se constituye|comparece|as the|as (?:borrower|lender|guarantor|mortgagor)|being|of the (?:first|second|one|other) part|to |y (?:su|de|por|don|dona|el senor|la senora)\b|and (?:his|her)|por una|por la|de una|de la otra|denominad|jointly|collectively|holder|se conviene|expon|(?:,|y) declar)|\. (?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Described:
    """A party as a sentence introduces it; places are offsets of the flat text.

    party            the block it opens
    start, end       its description
    names            who they are
    spouses          of a single party, who is no party
    representatives  who signs for an organisation
    address          where the first of them lives, or None
    strangers        where the words turn to somebody who is no party
    """

    party: str
    start: int
    end: int
    names: tuple[tuple[int, int], ...]
    spouses: tuple[tuple[int, int], ...]
    representatives: tuple[tuple[int, int], ...]
    address: tuple[int, int] | None
    strangers: tuple[int, ...]

    def told(self, entry: Field) -> tuple[tuple[int, int], ...]:
        """Return where the values of a form's field stand in this description."""
        if entry.opens == self.party and entry.labels.all:
            return self.names
        if entry.told == "spouse":
            return self.spouses if entry.block == self.party else ()
        if entry.block != self.party:
            return ()
        if entry.told == "representative":
            return self.representatives
        return (self.address,) if entry.told == "address" and self.address else ()


def described(text: str, folded: str, doc_type: DocType) -> list[Described]:
    """Return the parties that sentences of a Latin paper define by their role."""
    pattern, roles = _role_pattern(doc_type)
    found: list[Described] = []
    after = 0
    for m in pattern.finditer(folded):
        role = m["role"] or m["bracketed"]
        before = _BEFORE.search(folded, max(0, m.start() - 160), m.start())
        end = before.start() if before else m.start()
        name = _description_starts(text, folded, max(after, end - _LONGEST), end, bool(found))
        if name is not None:
            several = _OF_SEVERAL.search(folded, end, m.end()) is not None
            many = role.endswith("s") or several
            found.append(_describe(text, folded, roles[_bare(role)], name, end, many))
            after = m.end()
    return found


@cache
def _role_pattern(doc_type: DocType) -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern for the words before a role and the role, and which party each role word is."""
    roles: dict[str, str] = {}
    for one in doc_type.fields:
        if one.opens:
            for label in (*one.called, *one.labels.es, *one.labels.en):
                roles.setdefault(_bare(label), one.opens)
    words = "|".join(sorted(map(re.escape, roles), key=len, reverse=True))
    role = rf"(?:{words})(?:e?s|\(e?s\))?(?![a-z])"
    return (
        re.compile(
            rf"(?<![a-z]){_CALLED}(?![a-z]){_FILLER}(?<![a-z])(?P<role>{role})|{_IN_BRACKETS}(?P<bracketed>{role})[\"']*[ ,\"')]"
        ),
        roles,
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


def _describe(
    text: str, folded: str, party: str, first: tuple[int, int], end: int, many: bool
) -> Described:
    names, spouses, strangers = [first], [], []
    representatives: list[tuple[int, int]] = []
    behalf = _ON_BEHALF.search(folded, first[1], end)
    owner = name_at(text, behalf.end(), end) if behalf else None
    at = first[1]
    if owner and behalf:
        # A person appears for an organisation: that is the party.
        names, representatives, at = [owner], [first], owner[1]
        strangers.append(first[0])
    start = names[0][0]
    if not owner:
        beside = _NEXT_TO.match(text, at, end)
        while beside:
            named = name_at(text, beside.end(), end)
            if named is None:
                break
            names.append(named)
            beside = _NEXT_TO.match(text, named[1], end)
        at = names[-1][1]
    representative = _REPRESENTED.search(folded, at, end)
    limit = end
    if representative:
        office = _OFFICE.match(folded, representative.end(), end)
        named = _name_soon(text, office.end() if office else representative.end(), end)
        strangers.append(representative.start())
        limit = representative.start()
        if named:
            representatives.append(named)
    for m in _SPOUSE.finditer(folded, at, limit):
        named = name_at(text, m.end(), end)
        if named and many:
            names.append(named)
        elif named:
            spouses.append(named)
            strangers.append(m.start())
    if many:
        for m in _FURTHER.finditer(folded, at, limit):
            named = name_at(text, m.end(), end)
            if named and _is_introduced(text, named, end) and named not in names:
                names.append(named)
    return Described(
        party, start, end, tuple(sorted(names)), tuple(spouses), tuple(representatives),
        _address(folded, at, limit, end), tuple(strangers),
    )  # fmt: skip


def _name_soon(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Return the name at `at`, or behind a few words of office: su Gerente General, señor Juan Soto."""
    named = name_at(text, at, end)
    if named and not is_latin_organisation(text[named[0] : named[1]]):
        return named
    titled = re.compile(rf"[^,;\n]{{0,60}}?[,: ](?={TITLE}[A-ZÁÉÍÓÚÑ])").match(text, at, end)
    return name_at(text, titled.end(), end) if titled else None


def _is_introduced(text: str, named: tuple[int, int], end: int) -> bool:
    """Whether what follows a name tells who this is: a comma, a bracket or the end."""
    name = text[named[0] : named[1]]
    return len(name.split()) >= 2 and (
        named[1] >= end
        or re.match(r"\s*(?:[,;(]|con |identificad|C\.|DNI|ID)", text[named[1] : named[1] + 14])
        is not None
    )


def _address(folded: str, at: int, limit: int, end: int) -> tuple[int, int] | None:
    """Return where the address of a description stands, or None."""
    m = _ADDRESS.search(folded, at, limit)
    if m is None:
        return None
    stop = _ADDRESS_ENDS.search(folded, m.end(), end)
    last = stop.start() if stop else end
    while last > m.end() and folded[last - 1] in " ,.":
        last -= 1
    return (
        (m.end(), last)
        if last - m.end() >= 4 and re.search(r"[a-z]{3}", folded[m.end() : last])
        else None
    )
