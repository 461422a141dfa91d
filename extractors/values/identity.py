# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Numbers that identify people and organisations, with their check digits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import mul

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999
_CHECKS = "10X98765432"
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: without I O S V Z
_DNI_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"
_MOD_11_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)

_RESIDENT = re.compile(r"(?<![\dA-Za-z])(?:\d[ _]?){17}[\dXx](?![\dA-Za-z])")
_RESIDENT_OLD = re.compile(r"(?<![\dA-Za-z*])(?:\d[ _]?){14}\d(?![\dA-Za-z*])")
_MASKED = re.compile(
    r"(?<![\dA-Za-z])\d{3,14}(?:[*]{4,14}|[×]{4,14}|[xX]{4,14})[\dXx]{0,6}(?![\dA-Za-z*×])"
)
# A number broken at the end of a line: taken only when its check digit holds.
_BROKEN = re.compile(r"(?<![\dA-Za-z])(?:\d[ _]*\n?[ _]*){17}[\dXx](?![\dA-Za-z])")
_USCC = re.compile(r"(?<![\dA-Za-z])[0-9ANYany](?:[ _]?[0-9A-Za-z]){17}(?![\dA-Za-z])")
# 组织机构代码 (GB 11714) and the 营业执照注册号 of before 2015.
_ORGANISATION = re.compile(r"(?<![\dA-Za-z-])[0-9A-Z]{8} ?- ?[0-9X](?![\dA-Za-z-])")
_LICENCE = re.compile(r"(?<![\dA-Za-z*])(?:\d[ _]?){14}\d(?![\dA-Za-z*])")
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_LATIN = re.compile(r"(?<![\w])[A-Za-z]{0,5}[ -]?\d[\dA-Za-z]*(?:[ .-]{0,2}[\dA-Za-z*]{1,12}){0,5}")

_NUMBER_SIGN = re.compile(r"(?i:n[or]{1,2}|num)[ .:-]*(?=\d)")
# Where a Bolivian card was issued belongs to its number: 4499017 CB.
_ISSUED_IN = frozenset(["LP", "CB", "CBBA", "SC", "OR", "PT", "PO", "TJ", "CH", "BE", "BN", "PD"])


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number as it is kept, where it stands, and whether its check digit holds.

    valid  None when the number has no check digit that could be tested (masked, 15 digits)
    """

    number: str
    start: int
    end: int
    valid: bool | None


def resident_check_digit(first17: str) -> str:
    """Return the check digit of a resident ID number's first 17 digits (GB 11643-1999)."""
    total = sum(map(mul, _WEIGHTS, map(int, first17)))
    return _CHECKS[total % 11]


@lru_cache(maxsize=4_096)
def is_resident_id(number: str) -> bool:
    """Whether `number` is a resident ID number of 18 places: check digit and a real birth date."""
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return False
    return birth_date(number) is not None and resident_check_digit(number[:17]) == number[17]


def birth_date(number: str) -> date | None:
    """Return the birth date within an ID number of 15 or 18 places, if it is a real day."""
    figures = number[6:14] if len(number) == 18 else "19" + number[6:12]
    try:
        return date(int(figures[:4]), int(figures[4:6]), int(figures[6:8]))
    except ValueError:
        return None


def resident_id_of_15(number: str) -> str:
    """Return the 18-place form of an old ID number of 15 digits."""
    first17 = number[:6] + "19" + number[6:]
    return first17 + resident_check_digit(first17)


def find_resident_id(text: str) -> FoundNumber | None:
    """Return the first Chinese ID number in plain `text`: 18 places, masked, or 15 digits."""
    for m in _RESIDENT.finditer(text):
        number = re.sub(r"[ _]", "", m.group()).upper()
        return FoundNumber(number, m.start(), m.end(), is_resident_id(number))
    for m in _BROKEN.finditer(text):
        number = re.sub(r"[ _\n]", "", m.group()).upper()
        if is_resident_id(number):
            return FoundNumber(number, m.start(), m.end(), True)
    masked = _MASKED.search(text)
    if masked:
        return FoundNumber(masked.group().upper(), masked.start(), masked.end(), None)
    for m in _RESIDENT_OLD.finditer(text):
        number = re.sub(r"[ _]", "", m.group())
        if birth_date(number):
            return FoundNumber(number, m.start(), m.end(), None)
    return None


def is_uscc(number: str) -> bool:
    """Whether the check character of a unified social credit code holds (GB 32100-2015)."""
    if len(number) != 18 or any(char not in _USCC_ALPHABET for char in number):
        return False
    total = sum(_USCC_ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(number[:17]))
    return _USCC_ALPHABET[(31 - total % 31) % 31] == number[17]


def find_uscc(text: str) -> FoundNumber | None:
    """Return the first unified social credit code in plain `text`.

    What has the shape of a resident ID number, figures and perhaps an X, is one only if its own
    check character holds.
    """
    for m in _USCC.finditer(text):
        number = re.sub(r"[ _]", "", m.group()).upper()
        if is_resident_id(number) or (number[:17].isdigit() and not is_uscc(number)):
            continue
        return FoundNumber(number, m.start(), m.end(), is_uscc(number))
    return None


def is_organisation_code(code: str) -> bool:
    """Whether the check character of a 组织机构代码 (12345678-9) holds (GB 11714-1997)."""
    if not re.fullmatch(r"[0-9A-Z]{8}-[0-9X]", code):
        return False
    total = sum(w * int(c, 36) for w, c in zip(_ORGANISATION_WEIGHTS, code[:8], strict=True))
    return "0123456789X0"[11 - total % 11] == code[9]


def is_licence_number(number: str) -> bool:
    """Whether the check digit of a 15-digit 营业执照注册号 holds (ISO 7064, MOD 11,10)."""
    if not re.fullmatch(r"\d{15}", number):
        return False
    rest = 10
    for digit in number[:14]:
        rest = ((rest + int(digit)) % 10 or 10) * 2 % 11
    return (rest + int(number[14])) % 10 == 1


def find_company_number(text: str, label: str = "") -> FoundNumber | None:
    """Return the first number a company is known by in plain `text`: USCC, else an older one.

    label  fifteen digits are a licence's only where the label says so; they look like an old ID
    """
    found = find_uscc(text)
    if found:
        return found
    code = _ORGANISATION.search(text)
    if code:
        number = code.group().replace(" ", "")
        return FoundNumber(number, code.start(), code.end(), is_organisation_code(number))
    licence = _LICENCE.search(text) if re.search(r"执照|注册号|登记号", label) else None
    if licence:
        number = re.sub(r"[ _]", "", licence.group())
        return FoundNumber(number, licence.start(), licence.end(), is_licence_number(number))
    return None


def find_latin_id(text: str) -> FoundNumber | None:
    """Return the first identity number of a Spanish or English paper in plain `text`.

    Kept upper case without blanks and points; hyphens stay (20-12345678-6).
    """
    for m in _LATIN.finditer(text):
        sign = _NUMBER_SIGN.match(m.group())
        start = m.start() + (sign.end() if sign else 0)
        printed = text[start : m.end()].rstrip(" .-")
        words = printed.split(" ")
        # Words after the number are not part of it: only groups that hold a figure are,
        # and one letter at the end.
        kept = words[:1]
        for word in words[1:]:
            if (
                any(char.isdigit() or char == "*" for char in word)
                or (len(word) == 1 and word.isupper())
                or word.replace(".", "").upper() in _ISSUED_IN
            ):
                kept.append(word)
            else:
                break
        printed = " ".join(kept)
        number = re.sub(r"[ .]", "", printed).upper()
        if sum(char.isdigit() for char in number) < (4 if len(number) >= 9 else 5):
            continue
        return FoundNumber(number, start, start + len(printed), _latin_check(number))
    return None


def _latin_check(number: str) -> bool | None:
    """Whether the check place of a DNI/NIE, RUC or CUIT holds; None for numbers without one."""
    bare = number.replace("-", "")
    spanish = re.fullmatch(r"([XYZ]?)(\d{7,8})([A-Z])", bare)
    if spanish and len(bare) == 9:
        figures = {"": "", "X": "0", "Y": "1", "Z": "2"}[spanish[1]] + spanish[2]
        return _DNI_LETTERS[int(figures) % 23] == spanish[3]
    if re.fullmatch(r"(?:10|15|17|20|2[347]|3[034])\d{9}", bare):
        total = sum(w * int(d) for w, d in zip(_MOD_11_WEIGHTS, bare[:10], strict=True))
        return (11 - total % 11) % 11 % 10 == int(bare[10])
    return None


_PHONE = re.compile(
    r"(?<![\d])(?:\+?\d{1,3}[ -]?)?(?:\(?\d{2,4}\)?[ -]?)?\d{3,4}[ -]?\d{3,4}(?:[ -]?\d{2,4})?(?!\d)"
)


def find_phone(text: str) -> tuple[str, int, int] | None:
    """Return (digits and hyphens, start, end) of the first telephone number in plain `text`."""
    for m in _PHONE.finditer(text):
        number = re.sub(r"[^\d+-]", "", m.group()).strip("-")
        if 7 <= sum(char.isdigit() for char in number) <= 14:
            return number, m.start(), m.end()
    return None
