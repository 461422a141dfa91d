"""How money, dates and numbers are written for people: one place for documents and web pages.

Amounts come in as fen (int). Nothing here computes: it rounds once, half up, for display only.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from extractors.values.chinese_amount import amount_in_words
from ledger.figure import Figure

# What stands where nothing is known: a person fills it in by hand.
BLANK = "＿＿＿＿"
# The same where a table column is narrow.
SHORT_BLANKS = {"zh": "＿＿", "es": "______", "en": "______"}
BLANKS = {"zh": BLANK, "es": "____________", "en": "____________"}

FEN_PER_YUAN = 100
FEN_PER_THOUSAND = 100_000
FEN_PER_WAN = 1_000_000

# Decimal comma and full stop for thousands: the norm of Spain and most of South America.
_SEPARATORS = {"zh": (",", "."), "en": (",", "."), "es": (".", ",")}

_MONTHS = {
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def number(value: int | Decimal, language: str = "zh", places: int = 0) -> str:
    """Return "1,234.50": thousands apart, exactly `places` decimals."""
    thousands, point = _SEPARATORS[language]
    step = Decimal(1).scaleb(-places)
    rounded = Decimal(value).quantize(step, rounding=ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    plain = f"{rounded:,.{places}f}"
    return plain.translate({ord(","): thousands, ord("."): point})


def yuan(fen: int, language: str = "zh") -> str:
    """Return an amount in yuan with its fen: 1234550 → "12,345.50"."""
    return number(Decimal(fen) / FEN_PER_YUAN, language, 2)


def wan(fen: int, language: str = "zh") -> str:
    """Return an amount in 万元 (ten thousand yuan), two decimals."""
    return number(Decimal(fen) / FEN_PER_WAN, language, 2)


def thousand(fen: int, language: str = "zh") -> str:
    """Return an amount in thousands of yuan, one decimal: for Spanish and English tables."""
    return number(Decimal(fen) / FEN_PER_THOUSAND, language, 1)


def in_words(fen: int) -> str:
    """Return the amount in Chinese capital numerals (大写): 3600000 → "叁万陆仟元整"."""
    return amount_in_words(fen)


def percent(value: int | Decimal, language: str = "zh") -> str:
    """Return "12.34%"; Spanish "12,34 %"."""
    sign = " %" if language == "es" else "%"
    return number(value, language, 2) + sign


def cell(found: Figure, language: str = "zh", *, signed: bool = False) -> str:
    """Return a figure as a table prints it, without its unit: 万元 in Chinese tables, thousands of
    yuan in the others. signed: with + or -, for a column of changes."""
    if found.value is None:
        return SHORT_BLANKS[language]
    value = Decimal(found.value)
    if found.unit == "fen":
        value /= FEN_PER_WAN if language == "zh" else FEN_PER_THOUSAND
        places = 2 if language == "zh" else 1
    else:
        places = 2 if found.unit == "percent" else 0
    shown = number(value, language, places)
    return f"+{shown}" if signed and not shown.startswith("-") and shown.strip("0.,") else shown


def day(value: date, language: str = "zh") -> str:
    """Return the date in full: 2025年12月31日, 31 de diciembre de 2025, 31 December 2025."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    month = _MONTHS[language][value.month - 1]
    between = " de " if language == "es" else " "
    return f"{value.day}{between}{month}{between}{value.year}"


def short_day(value: date) -> str:
    """Return the date for narrow columns: 2025-12-31, the same in every language."""
    return value.isoformat()


def month(value: date, language: str = "zh") -> str:
    """Return the month's name: "3月", "marzo", "March"."""
    return f"{value.month}月" if language == "zh" else _MONTHS[language][value.month - 1]


def figure(found: Figure, language: str = "zh") -> str:
    """Return a figure's value with its unit where that is not plain; or the blank."""
    if found.value is None:
        return BLANKS[language]
    if found.unit == "fen":
        shown = yuan(int(found.value), language)
        return f"{shown}元" if language == "zh" else f"{shown} CNY"
    if found.unit == "percent":
        return percent(found.value, language)
    if found.unit == "days":
        named = {"zh": "天", "es": " días", "en": " days"}[language]
        return number(found.value, language) + named
    if found.unit == "points":
        return points(Decimal(found.value), language)
    return number(found.value, language)


def points(value: Decimal, language: str = "zh") -> str:
    """Return points of a score as they were given: 78, 92.5."""
    exponent = value.normalize().as_tuple().exponent
    return number(value, language, max(-exponent, 0) if isinstance(exponent, int) else 0)
