"""What is said of claims, columns and values: never a name, never an ID number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from extractors.reading import Rate
from extractors.wording import _, language_in_use
from ledger import classes, guarantees
from ledger.papers.columns import column as column
from ledger.papers.weighing import ADDS, CONFIRMED, DIFFERS, MISSING, SILENT, WAITING

_RATE_SIGNS = {
    "percent_year": "%",
    "percent_month": "%/m",
    "permille_month": "‰",
    "percent_day": "%/d",
}


def value(key: str, said: Any) -> str:
    """Return a value for people; of texts only the beginning."""
    language = language_in_use()
    if said is None:
        return ""
    if key.endswith("_fen"):
        return f"{Decimal(said) / 100:,.2f}"
    if isinstance(said, Rate):
        return f"{said.value.normalize():f}{_RATE_SIGNS.get(said.unit, said.unit)}"
    if isinstance(said, date):
        return said.isoformat()
    if key == "class" and said in classes.TITLES:
        return classes.TITLES[said][language]
    if key == "guarantee" and said in guarantees.TITLES:
        return guarantees.TITLES[said][language]
    words = str(said)
    return words if len(words) <= 60 else f"{words[:59]}…"


def state(code: str) -> str:
    """Return what a claim comes to, in a word."""
    return {
        CONFIRMED: _("confirmed"),
        DIFFERS: _("differs"),
        ADDS: _("adds"),
        MISSING: _("new"),
        WAITING: _("loan unknown"),
        SILENT: _("not enough"),
    }[code]
