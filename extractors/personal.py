"""Personal numbers in a text, covered for the screen: the text keeps its length and its places.

Covers resident ID numbers (18 and 15 places), bank card and account numbers, phones, IBAN, Spanish
DNI/NIE, Indian PAN and Aadhaar, Mexican CURP, and in Spanish and English papers whatever number
follows a word such as DNI, C.I., passport or Tel. Too much is covered rather than too little: a
number of a contract may be hit if it is long.
"""

from __future__ import annotations

import re
from functools import partial

COVER = "*"

# Digits may stand apart in groups, as scans and forms print them.
_GAP = r"[ \u3000\u00a0-]?"
_LONG = re.compile(rf"(?<![0-9A-Za-z])(?:\d{_GAP}){{15,29}}[\dXx](?![0-9A-Za-z])")
_OLD_ID = re.compile(
    rf"(?<![0-9A-Za-z])(?:\d{_GAP}){{8}}(?:0{_GAP}[1-9]|1{_GAP}[0-2]){_GAP}"
    rf"(?:[0-2]{_GAP}\d|3{_GAP}[01])(?:{_GAP}\d){{3}}(?![0-9A-Za-z])"
)
_MOBILE = re.compile(rf"(?<![0-9A-Za-z])1{_GAP}[3-9]{_GAP}(?:\d{_GAP}){{8}}\d(?![0-9A-Za-z])")
_LANDLINE = re.compile(r"(?<![0-9A-Za-z])0\d{2,3}[-\u2014 ]\d{7,8}(?![0-9A-Za-z])")
_SPANISH_MOBILE = re.compile(r"(?<![0-9A-Za-z])(?:\+34 ?)?[67]\d{2}(?: ?\d{2}){3}(?![0-9A-Za-z])")
_DNI = re.compile(r"(?<![0-9A-Za-z])(?:\d{8}|[XYZxyz][ -]?\d{7})[ -]?[A-Za-z](?![0-9A-Za-z])")
_IBAN = re.compile(r"(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?: ?[0-9A-Z]{4}){3,7}(?: ?[0-9A-Z]{1,3})?(?!\w)")
_CURP = re.compile(r"(?<![0-9A-Za-z])[A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d(?![0-9A-Za-z])")
_PAN = re.compile(r"(?<![0-9A-Za-z])[A-Z]{5}\d{4}[A-Z](?![0-9A-Za-z])")
_AADHAAR = re.compile(r"(?<![0-9A-Za-z])[2-9]\d{3}([ -])\d{4}\1\d{4}(?![0-9A-Za-z])")
_ABROAD = re.compile(r"(?<![0-9A-Za-z])\+\d{1,3}(?:[ -]?\d{2,5}){2,5}(?![0-9A-Za-z])")
# In Latin America ID numbers and phones are bare digits: only the word before them tells.
_NUMBER_SIGN = r"(?:\s*(?:N[°º.o]+|No\.?|núm\.?|número|number|card|#|:|：|is))*\s*"
_AFTER_ID_WORD = re.compile(
    r"(?<![A-Za-z])(?i:D\.?N\.?I\.?|C\.?I\.?|N\.?I\.?F\.?|N\.?I\.?E\.?|R\.?U\.?T\.?|R\.?F\.?C\.?"
    r"|CURP|INE|CPF|PAN|C[eé]dula(?: de (?:identidad|ciudadan[ií]a))?|Aadhaar|passport|pasaporte"
    rf"|documento(?: de identidad)?){_NUMBER_SIGN}"
    r"(?P<number>(?=[A-Z]{0,5}[ -]?\d)[0-9A-Z](?:[ .-]?[0-9A-Z]){5,17})(?![0-9A-Za-z])"
)
_AFTER_PHONE_WORD = re.compile(
    r"(?<![A-Za-z])(?i:Tel(?:[ée]fono|ephone)?|Cel(?:ular)?|M[óo]vil|Phone|Mobile|WhatsApp)\.?"
    rf"{_NUMBER_SIGN}(?P<number>\+?\d(?:[ .()-]{{0,2}}\d){{6,14}})(?!\d)"
)

# pattern, characters left at the front, characters left at the end
_COVERED = (
    (_IBAN, 4, 4),
    (_LONG, 6, 4),
    (_OLD_ID, 6, 3),
    (_MOBILE, 3, 4),
    (_LANDLINE, 4, 2),
    (_SPANISH_MOBILE, 3, 2),
    (_DNI, 0, 4),
    (_CURP, 2, 2),
    (_PAN, 2, 2),
    (_AADHAAR, 0, 4),
    (_ABROAD, 4, 2),
    (_AFTER_ID_WORD, 0, 3),
    (_AFTER_PHONE_WORD, 2, 2),
)


def mask(text: str) -> str:
    """Return `text` with the middle of personal numbers covered: 110101********1234.

    Every character stays in its place, so that marks and boxes over the text still fit.
    """
    for pattern, front, end in _COVERED:
        text = pattern.sub(partial(_covered, front=front, end=end), text)
    return text


def _covered(found: re.Match[str], *, front: int, end: int) -> str:
    whole = found.group()
    number = found.groupdict().get("number", whole)
    # What was covered before by another pattern stays covered and counts as a place.
    places = [
        at for at, character in enumerate(number) if character.isalnum() or character == COVER
    ]
    hidden = set(places[front : len(places) - end])
    covered = "".join(COVER if at in hidden else one for at, one in enumerate(number))
    return whole[: len(whole) - len(number)] + covered


def mask_identity(identity: str) -> str:
    """Return a number that is known to name a person, covered whatever its country's form is.

    Long numbers keep six characters in front and four behind (110101********1234), short ones two
    and two.
    """
    front, end = (6, 4) if len(identity) >= 15 else (2, 2)
    hidden = max(len(identity) - front - end, 0)
    if not hidden:
        return COVER * len(identity)
    return identity[:front] + COVER * hidden + identity[-end:]
