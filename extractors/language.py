"""Which language a paper is in: by script, then by the commonest small words."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[a-z]+")
_SPANISH = frozenset(
    [
        "de",
        "la",
        "el",
        "los",
        "las",
        "del",
        "en",
        "que",
        "por",
        "para",
        "con",
        "una",
        "un",
        "se",
        "su",
        "al",
        "lo",
        "como",
        "esta",
        "este",
        "sus",
        "y",
        "o",
        "fecha",
        "monto",
        "plazo",
        "tasa",
        "prestamo",
        "deudor",
        "cliente",
        "numero",
        "nro",
        "suma",
    ]
)
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "for",
        "by",
        "with",
        "is",
        "shall",
        "on",
        "at",
        "or",
        "this",
        "that",
        "be",
        "as",
        "from",
        "date",
        "amount",
        "loan",
        "rate",
        "term",
        "borrower",
        "lender",
        "number",
        "no",
        "name",
        "interest",
        "hereby",
    ]
)


def language_of(folded_text: str) -> str | None:
    """Return "zh", "es" or "en" for a folded text, or None if it says too little."""
    han = len(_HAN.findall(folded_text))
    words = _WORD.findall(folded_text)
    if han >= 8 and han * 2 >= len(words):
        return "zh"
    spanish = sum(word in _SPANISH for word in words)
    english = sum(word in _ENGLISH for word in words)
    if spanish + english < 3:
        return "zh" if han >= 4 else None
    return "es" if spanish >= english else "en"
