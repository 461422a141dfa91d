# ruff: noqa: E501 - patterns are easier to read unbroken
"""Numbers and amounts in Spanish and English words: quince mil soles, two lakh rupees only."""

from __future__ import annotations

import re
from decimal import Decimal

_SPANISH_WORDS = {
    "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
    "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12,
    "trece": 13, "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17,
    "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiun": 21, "veintiuno": 21,
    "veintiuna": 21, "veintidos": 22, "veintitres": 23, "veinticuatro": 24, "veinticinco": 25,
    "veintiseis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30,
    "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80,
    "noventa": 90, "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200,
    "trescientos": 300, "trescientas": 300, "cuatrocientos": 400, "cuatrocientas": 400,
    "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600,
    "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800,
    "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_ENGLISH_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SPANISH_SCALES = {"mil": 10**3, "millon": 10**6, "millones": 10**6}
_ENGLISH_SCALES = {
    "hundred": 100, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5,
    "lacs": 10**5, "million": 10**6, "crore": 10**7, "crores": 10**7,
}  # fmt: skip

_ANY = sorted(
    {*_SPANISH_WORDS, *_ENGLISH_WORDS, *_SPANISH_SCALES, *_ENGLISH_SCALES}, key=len, reverse=True
)
_RUN = re.compile(
    rf"\b(?:{'|'.join(_ANY)})\b(?:[\s,-]+(?:(?:y|and|de)\s+)?(?:{'|'.join(_ANY)})\b)*"
)

# What a country calls its money, and what may stand around it.
_MONEY = (
    r"(?:(?:kenyan?|ugandan?|tanzanian?|ghanaian?|ghana|philippine|indian|us|u\.s\.|united states|nuevos) )?"
    r"(?:pesos?|soles|sol|euros?|dolares|dollars?|rupees?|rs\.?|shillings?|naira|cedis?|pounds?|quetzales|guaranies|bolivianos|lempiras|cordobas|colones|balboas|rand|kwacha)\b"
)
_WHOSE = (
    r"(?: (?:de los estados unidos(?: de (?:norte)?america)?|(?:norte)?americanos|estadounidenses|dominicanos|mexicanos|colombianos|chilenos|argentinos|uruguayos|filipinos|oro|sterling|corrientes"
    r"|moneda (?:nacional|corriente|legal)(?: colombiana| mexicana)?|m/?\.?cte\b\.?|mda\. cte\.?|m/l\b|m\. ?n\b\.?|m\.l\.|philippine currency|of the united states(?: of america)?|ec|us))*"
)
_CENTS = re.compile(
    r",?\s*(?:(?:con|and|y|&)\s*)?(?P<figures>\d{1,2}|no|xx|cero)\s?/\s?100"
    rf"|,?\s+(?:(?:con|y|and)\s+)?(?:paise\s+)?(?P<words>{_RUN.pattern})\s+(?:centavos?|centimos?|cents?|paise|kobo|ctvs?)\b"
    rf"|,?\s+(?:and\s+)?paise\s+(?P<after>{_RUN.pattern})"
)
_MONEY_BEFORE = re.compile(rf"\b{_MONEY}[\s:.,]*$")
_MONEY_AFTER = re.compile(rf"\s*(?:de\s+)?{_MONEY}{_WHOSE}")
_WHOSE_AFTER = re.compile(_WHOSE)
_ONLY = re.compile(r"[\s,]*\b(?:only|exactos|netos)\b")


def number_from_spanish(words: str) -> int | None:
    """Return the number said by folded Spanish `words` (treinta y dos mil), or None."""
    return _number(words, _SPANISH_WORDS, _SPANISH_SCALES, "y")


def number_from_english(words: str) -> int | None:
    """Return the number said by folded English `words` (two lakh fifty thousand), or None."""
    return _number(words, _ENGLISH_WORDS, _ENGLISH_SCALES, "and")


def _number(words: str, values: dict[str, int], scales: dict[str, int], joint: str) -> int | None:
    total, section, said = 0, 0, False
    for word in re.split(r"[\s,-]+", words.strip()):
        if word == joint or not word:
            continue
        if word in values:
            value = values[word]
            # "veinte mil tres" grows downwards; "tres veinte" is no number.
            if section and not _fits_after(section, value):
                return None
            section += value
        elif word == "hundred":
            # "a hundred thousand"
            if not 0 <= section < 100 or (section == 0 and said):
                return None
            section = (section or 1) * 100
        elif word in scales:
            scale = scales[word]
            if scale == 10**6 and word.startswith("millo"):
                # mil millones: the thousand before it is what is counted.
                total, section = (total + section or 1) * scale, 0
            else:
                total, section = total + (section or 1) * scale, 0
        else:
            return None
        said = True
    return total + section if said else None


def _fits_after(section: int, value: int) -> bool:
    return (value < 100 and section % 100 == 0) or (value < 10 and section % 10 == 0)


def find_number_words(text: str, start: int = 0) -> tuple[int, int, int] | None:
    """Return (number, start, end) of the first number in words in folded `text`, or None."""
    for matched in _RUN.finditer(text, start):
        number = number_from_spanish(matched.group())
        if number is None:
            number = number_from_english(matched.group())
        if number is not None:
            return number, matched.start(), matched.end()
    return None


def find_amount_in_words(text: str, start: int = 0) -> tuple[Decimal, int, int] | None:
    """Return (main units, start, end) of the first amount of money in words in folded `text`.

    The money's name and the hundredths belong to it: "quince mil con 50/100 soles", "Rupees two
    lakh only"; a number below a hundred is one only where the money's name stands beside it.
    """
    at = start
    while True:
        found = find_number_words(text, at)
        if found is None:
            return None
        number, first, at = found
        amount, end = Decimal(number), at
        cents = _CENTS.match(text, end)
        if cents:
            amount, end = amount + _hundredths(cents), cents.end()
        money = _MONEY_AFTER.match(text, end)
        end = money.end() if money else end
        if money and cents is None:
            cents = _CENTS.match(text, end)
            if cents:
                amount, end = amount + _hundredths(cents), cents.end()
        if cents:
            end = (_WHOSE_AFTER.match(text, end) or cents).end()
        only = _ONLY.match(text, end)
        end = only.end() if only else end
        before = _MONEY_BEFORE.search(text, max(0, first - 30), first)
        if before or money or cents or number >= 100:
            return amount, before.start() if before else first, end


def _hundredths(cents: re.Match[str]) -> Decimal:
    figures, words = cents["figures"], cents["words"] or cents["after"]
    if words:
        number = number_from_spanish(words)
        number = number_from_english(words) if number is None else number
        return Decimal(number or 0) / 100
    return Decimal(int(figures) if figures.isdigit() else 0) / 100
