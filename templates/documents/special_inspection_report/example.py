"""Invented values of a special inspection."""

from __future__ import annotations

from templates.documents.special_inspection_report.values import SpecialInspectionReport, of_known
from templates.inspection.example import known


def example(language: str, rows: int) -> SpecialInspectionReport:
    """Return them with `rows` lines in each list; of one line, those of a company."""
    return of_known(known(language, rows), language)
