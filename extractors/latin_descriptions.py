# ruff: noqa: E501 - patterns are easier to read unbroken
"""What a sentence tells of a party: names, spouse, who signs for it, where it lives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.form import Field
from extractors.latin_names import TITLE, is_latin_organisation, name_at

_REPRESENTED = re.compile(
    r"\b(?:(?:debida|legal)mente )?(?:representad[oa]s?|represented|actuando|acting)\b[^;\n]{0,60}?\b(?:por|by|through|a traves de)\b[\s:]*|\b(?:through|por intermedio de|a traves de)\b (?:its |su )?|\b(?:su|its) (?:gerente|apoderad[oa]|representante|administrador|manager|branch manager|director|presidente)[a-z ]{0,24}[,:]? "
)
_OFFICE = re.compile(
    r"(?:(?:su|sus|its|the|el|la|duly|authori[sz]ed) |(?:gerente|gerenta|representante|apoderad[oa]|administrador[a]?|manager|director[a]?|president[ea]?|officer|jef[ea]|secretari[oa]|signatory|attorney|branch|general|legal|chief|executive|de agencia|regional|comercial|sucursal|agencia)[ ,]+)*(?=\S)"
)
_ON_BEHALF = re.compile(
    r"\ben (?:nombre y )?representacion(?: legal)? de(?:l)?\b[\s:]*|\ben nombre de\b|\b(?:mandatari[oa]|apoderad[oa])[a-z ]{0,40}? de(?:l)? (?:la )?(?=entidad|sociedad|empresa|banco|caja|cooperativa|financiera)|\bon behalf of\b|\ben (?:su |mi )?(?:calidad|condicion|caracter) de (?:representante|gerente|apoderad|administrador|presidente)[^,;\n]{0,40}? de(?:l)?\b"
)
_SPOUSE = re.compile(
    r"\b(?:(?:y|e|and)[\s,]+)?(?:su (?:conyuge|espos[oa])|(?:his|her) (?:wife|husband|spouse)|casad[oa] con|married to|conyuge)[\s,:]*(?=\S)"
)
FURTHER = re.compile(
    r"(?:,|;)?\s\b(?:y|e|and)\b[\s,]+(?:(?:de )?(?:la )?otra[\s,]+)?|;\s*|(?<=\s)(?:\(?\d{1,2}[.)]-?|[a-h]\))\s+|\n[ \t]*(?=(?:shri|smt|sri|mr|mrs|ms|thiru|tmt|m/s)\b)"
)
_NEXT_TO = re.compile(r"(?: [yYeE] |,? and | AND | & )")
_ADDRESS = re.compile(
    r"\b(?:(?:con )?(?:domicilio|residencia|direccion)(?: (?:real|legal|fiscal|principal|particular|actual|domiciliaria|constituido|habitual|procesal|social|y residencia)){0,2}(?: ?(?:ubicad[oa]|sit[oa]|en|para estos efectos)){1,3}|domiciliad[oa]s?(?: y residente)? (?:en|para estos efectos en)|(?:con )?domicilio:|(?<=, )(?:con )?domicilio(?= (?:c/|calle|av\b|avda|avenida|cra\b|carrera|jr\b|plaza|paseo|ctra|camino|finca|barrio|vereda|lote|km\b|paraje|ruta))|residentes? en|vecin[oa]s? de"
    r"|(?:now |presently |permanently |both |all )?(?:residing|resident|domiciled)(?: at| of| in)|(?<![a-z])r/o|(?<=,) (?:at present )?carrying on (?:the )?business at|(?:whose|his|her|having (?:its|his/her/its|his/her|his|her|a|an|the)?|with (?:its)?) ?(?:registered |head |branch |corporate |postal |residential |physical |principal |mailing )*(?:address|residence|office|place of business)(?: and postal address)?(?: is| at| situated at| in)+|(?<=,) of (?=p\.? ?o\.? ?box|\d|no\. )|(?<=\d) of (?=p\.? ?o\.? ?box)|\b(?:address|direccion):|address of(?= [a-z\d]))\s*"
)
# Behind a name, and the number of a paper in brackets: of P.O. Box 91, Njoro.
_LIVES_AT = re.compile(
    r"[\s,]*(?:\([^()\n]{4,40}\)[\s,]*)?of (?=p\.? ?o\b|no\b|plot|[\da-z][\w.' -]{2,30},)(?!the |legal|full|lawful|age|one|first|second|other)"
)
_ADDRESS_ENDS = re.compile(
    r"[;\n]|(?<=\S)\"(?=$|[^,])|\((?![a-z .]{3,30}\),)|(?<!\w\w)\)|,? (?:a quien|en adelante|en lo sucesivo|y a quien|quien|identificad|con (?:d\.?n\.?i|cedula|c\.? ?i|documento|ruc|nit|r\.?f\.?c|curp|cuit|telefono)|representad|mayor de|de (?:estado civil|profesion|nacionalidad|ocupacion)|hereinafter|herein|hereafter|in favou?r of|in the name and style|aged |who|represented|through|telephone|telefono|tel\b|email|correo|casad|solter|se constituye|comparece|as the|as (?:borrower|lender|guarantor|mortgagor)|being|of the (?:first|second|one|other) part|to |y (?:su|de|por|don|dona|el senor|la senora)\b|and (?:his|her)|por una|por la|de una|de la otra|por est[ea]|curp|rfc|dni|ruc|pan\b|mobile|national (?:id|insurance)|nin\b|denominad|jointly|collectively|holder|se conviene|expon|(?:,|y) declar)|\. (?=[A-Z])"
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


def describe(
    text: str,
    folded: str,
    party: str,
    first: tuple[int, int],
    ends: tuple[int, int],
    many: bool,
) -> Described:
    """Return what is told of `party` from its first name on.

    ends  where the description ends, and where the words that give the role do
    many  the role is given to several people
    """
    end, role_end = ends
    names, spouses, strangers = [first] if first[0] < first[1] else [], [], []
    representatives: list[tuple[int, int]] = []
    behalf = _ON_BEHALF.search(folded, first[1], end)
    owner = name_at(text, behalf.end(), end) if behalf else None
    at = first[1]
    if owner and behalf:
        # A person appears for an organisation: that is the party.
        names, representatives, at = [owner], [first], owner[1]
        strangers.append(first[0])
    start = first[0] if not owner else names[0][0]
    if not owner:
        beside = _NEXT_TO.match(text, at, end)
        while beside:
            named = name_at(text, beside.end(), end)
            if named is None:
                break
            names.append(named)
            beside = _NEXT_TO.match(text, named[1], end)
        at = names[-1][1] if names else at
    limit = end
    for first_place, last_place in ((at, end), (role_end, _clause_end(folded, role_end))):
        represented = _REPRESENTED.search(folded, first_place, last_place)
        if represented:
            office = _OFFICE.match(folded, represented.end(), last_place)
            begins = office.end() if office else represented.end()
            named = _name_soon(text, begins, last_place)
            strangers.append(represented.start())
            limit = min(limit, represented.start())
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
        for m in FURTHER.finditer(folded, at, limit):
            named = name_at(text, m.end(), end)
            if named and is_introduced(text, named, end) and named not in names:
                names.append(named)
    return Described(
        party, start, end, tuple(sorted(names)), tuple(spouses), tuple(representatives),
        _address(folded, at, limit, end) or _address_behind(folded, role_end), tuple(strangers),
    )  # fmt: skip


def _clause_end(folded: str, at: int) -> int:
    """Return where the words right behind a role end."""
    stop = re.compile(r"[;\n]|\. |,? (?:y|and)(?: por| de)? (?:la )?(?:otra|the|el|la)\b").search(
        folded, at, at + 240
    )
    return stop.start() if stop else min(at + 240, len(folded))


def _name_soon(text: str, at: int, end: int) -> tuple[int, int] | None:
    """Return the name at `at`, or behind a few words of office: su Gerente General, señor Juan Soto."""
    named = name_at(text, at, end)
    if named and not is_latin_organisation(text[named[0] : named[1]]):
        return named
    titled = re.compile(rf"[^,;\n]{{0,60}}?[,: ](?={TITLE}[A-ZÁÉÍÓÚÑ])").match(text, at, end)
    return name_at(text, titled.end(), end) if titled else None


def is_introduced(text: str, named: tuple[int, int], end: int) -> bool:
    """Whether what follows a name tells who this is: a comma, a bracket or the end."""
    name = text[named[0] : named[1]]
    return len(name.split()) >= 2 and (
        named[1] >= end
        or re.match(
            r"\s*(?:[,;(]|con |identificad|C\.|DNI|ID|aged |[sdwr]/o|(?:son|daughter|wife|widow|husband)\b|resid)",
            text[named[1] : named[1] + 14],
        )
        is not None
    )


def _address_behind(folded: str, role_end: int) -> tuple[int, int] | None:
    """Return the address that follows the role at once: (name of the Borrower) residing at …"""
    skipped = re.compile(r"[\s\"')]*,?\s*").match(folded, role_end)
    begins = skipped.end() if skipped else role_end
    if _ADDRESS.match(folded, begins) is None:
        return None
    return _address(folded, begins, begins + 40, min(begins + 240, len(folded)))


def _address(folded: str, at: int, limit: int, end: int) -> tuple[int, int] | None:
    """Return where the address of a description stands, or None."""
    m = _LIVES_AT.match(folded, at, limit) or _ADDRESS.search(folded, at, limit)
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
