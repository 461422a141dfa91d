"""Personal numbers in a text, covered for the screen: the text keeps its length and its places.

Covers resident ID numbers (18 and 15 places), bank card and account numbers, phones, and Spanish
DNI/NIE and IBAN. Too much is covered rather than too little: a long contract number may be hit.
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

# pattern, characters left at the front, characters left at the end
_COVERED = (
    (_IBAN, 4, 4),
    (_LONG, 6, 4),
    (_OLD_ID, 6, 3),
    (_MOBILE, 3, 4),
    (_LANDLINE, 4, 2),
    (_SPANISH_MOBILE, 3, 2),
    (_DNI, 0, 4),
)


def mask(text: str) -> str:
    """Return `text` with the middle of personal numbers covered: 110101********1234.

    Every character stays in its place, so that marks and boxes over the text still fit.
    """
    for pattern, front, end in _COVERED:
        text = pattern.sub(partial(_covered, front=front, end=end), text)
    return text


def _covered(found: re.Match[str], *, front: int, end: int) -> str:
    number = found.group()
    places = [place for place, character in enumerate(number) if character.isalnum()]
    hidden = set(places[front : len(places) - end])
    return "".join(
        COVER if place in hidden else character for place, character in enumerate(number)
    )


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
