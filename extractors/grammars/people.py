# ruff: noqa: E501 - patterns are easier to read unbroken
"""Who a paper names: parties, their identity numbers, their telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import reach
from extractors.names import is_person, party_names, people_beside
from extractors.values import identity

# What kind of paper the number is of, printed before it: DNI 28234567.
# A notary writes a number out before its figures: cero uno dos tres (0123).
_DIGIT = r"(?:cero|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\w+cientos|mil|millon(?:es)?|veinti\w+|dieci\w+|y|gui[oó]n|[A-Za-z])"
_WRITTEN_OUT = re.compile(
    rf"[\s_:.]*(?:n[uú]mero\s+)?(?:{_DIGIT}[\s,-]+){{3,30}}\((?=\d)", re.IGNORECASE
)
# Argentine tax numbers of people begin so; a company's begin with 30, 33 or 34.
_TAX_NUMBER_OF_PERSON = re.compile(r"(?:20|23|24|27)-\d{8}-\d")
_KIND_OF_ID = re.compile(
    r"[\s_:.]*(?:DNI|D\.N\.I\.|C\.?I\.?|C\.?C\.?|NIF|NIE|DPI|DUI|ID|NIN)\b\.?[\s:]*(?:N[°ºo.]+\s*)?(?=\d)",
    re.IGNORECASE,
)


def _person_id(window: Window) -> Iterator[Found]:
    if window.habits.language == "zh":
        found = identity.find_resident_id(window.text)
        company = identity.find_uscc(window.text)
        if found and company and company.start == found.start and company.valid:
            return
        yield from _further_ids(window.text, found)
    else:
        kind = _KIND_OF_ID.match(window.text) or _WRITTEN_OUT.match(window.text)
        found = identity.find_latin_id(window.text[kind.end() :] if kind else window.text)
        if found and kind:
            found = replace(found, start=found.start + kind.end(), end=found.end + kind.end())
        # In running text a label like "documento" needs its number at once.
        begins = kind.end() if kind else 0
        if found and found.start - begins > min(reach(window), 25):
            return
    if found:
        doubts = ("id_check_digit",) if found.valid is False else ()
        yield Found(found.number, found.start, found.end, doubts)


def _further_ids(text: str, first: identity.FoundNumber | None) -> Iterator[Found]:
    """The numbers of the others in a list: 410…、410…."""
    while first:
        joint = re.compile(r"(?:[ ]*[、,/;和][ ]*|[ ]+)(?=\d)").match(text, first.end)
        if not joint:
            return
        rest = identity.find_resident_id(text[joint.end() :])
        if rest is None or rest.start:
            return
        first = replace(rest, start=joint.end(), end=joint.end() + rest.end)
        yield Found(
            first.number,
            first.start,
            first.end,
            ("id_check_digit",) if first.valid is False else (),
        )


def _uscc(window: Window) -> Iterator[Found]:
    if window.habits.language == "zh":
        found = identity.find_company_number(window.text, window.label)
        if found:
            doubts = ("uscc_check",) if found.valid is False else ()
            yield Found(found.number, found.start, found.end, doubts)
        return
    found = identity.find_latin_id(window.text)
    if found and _TAX_NUMBER_OF_PERSON.fullmatch(found.number):
        return
    if found and found.start <= min(reach(window), 12):
        yield Found(found.number, found.start, found.end)


def _tax_number_of_person(window: Window) -> Iterator[Found]:
    found = identity.find_latin_id(window.text)
    if found and found.start <= 12 and _TAX_NUMBER_OF_PERSON.fullmatch(found.number):
        yield Found(found.number, found.start, found.end)


def _phone(window: Window) -> Iterator[Found]:
    found = identity.find_phone(window.text)
    if found and found[1] <= 12:
        yield Found(found[0], found[1], found[2])


# Under these labels several people stand side by side, with wide blanks between them.
_TEAM = re.compile(r"检查|人员|成员|调查")


def _party(window: Window) -> Iterator[Found]:
    names = party_names(window.text, window.inline, window.habits.language)
    if not window.inline:
        people = people_beside(window.text)
        # Elsewhere only people who begin where the one name does stand beside it.
        if people and (_TEAM.search(window.label) or (names and people[0][0] == names[0][0])):
            names = people
    for name in names:
        yield Found("", name[0], name[1])


def _person(window: Window) -> Iterator[Found]:
    """One person and nobody else: where a name stands without a label of its own."""
    bare = window.text.strip(" _\n")
    if is_person(bare.replace(" ", "")):
        start = window.text.index(bare)
        yield Found("", start, start + len(bare))


PARTY = Grammar("party", _party)
PERSON = Grammar("party", _person)
PERSON_ID = Grammar("person_id", _person_id)
USCC = Grammar("uscc", _uscc)
PERSON_TAX_NO = Grammar("id_number", _tax_number_of_person)
PHONE = Grammar("phone", _phone, lines=0)
