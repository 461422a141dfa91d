"""Numbers in Spanish and English words: quince mil quinientos, two hundred and fifty thousand."""

from __future__ import annotations

import re

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
_RUN = re.compile(rf"\b(?:{'|'.join(_ANY)})\b(?:[\s,-]+(?:(?:y|and)\s+)?(?:{'|'.join(_ANY)})\b)*")


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
            if not 0 < section < 100:
                return None
            section *= 100
        elif word in scales:
            scale = scales[word]
            if scale == 10**6 and word.startswith("millo"):
                total, section = (total + (section or 1)) * scale, 0
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
