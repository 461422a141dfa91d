"""Lays out the notice to guarantors: whom it asks, for which loan, and a line for each to sign."""

from __future__ import annotations

from templates.build.blocks import Cell, for_each_row, paragraph, table
from templates.build.debt_table import overdue_table
from templates.build.letter import letter
from templates.documents.guarantor_notice.words import HEADS, SIGN_HEADS, WORDS


def layout(language: str) -> bytes:
    """Return the template in "zh" or "es"."""
    tables = [*overdue_table(language), paragraph("", "Note"), _guarantees(language)]
    return letter(language, WORDS[language], tables, receipt_table=[_to_sign(language)])


def _guarantees(language: str) -> str:
    row: list[Cell | str] = [
        Cell("{{ one.name }}", "TableCentre"),
        Cell("{{ one.contract_no }}", "SmallText"),
        Cell("{{ one.way }}", "TableCentre"),
        Cell("{{ one.guaranteed|yuan }}", "TableNumber"),
        Cell("{{ one.until|short }}", "TableCentre"),
    ]
    return table((32, 46, 26, 26, 26), [HEADS[language]], for_each_row("guarantees", row))


def _to_sign(language: str) -> str:
    row: list[Cell | str] = [
        Cell("{{ one.name }}", "TableCentre"),
        Cell("\n", "SignLine"),
        Cell("", "TableText"),
        Cell("", "TableText"),
    ]
    return table((36, 54, 33, 33), [SIGN_HEADS[language]], for_each_row("guarantees", row))
