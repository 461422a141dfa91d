"""Lays out the letter on loans falling due: the letter, and the receipt on a page of its own."""

from __future__ import annotations

from templates.build.debt_table import debt_table
from templates.build.letter import letter
from templates.documents.maturity_letter.words import WORDS


def layout(language: str) -> bytes:
    """Return the template in "zh" or "es"."""
    return letter(language, WORDS[language], debt_table(language))
