"""Invented values of a first inspection."""

from __future__ import annotations

from templates.documents.first_inspection_report.values import FirstInspectionReport, of_known
from templates.inspection.example import known


def example(language: str, rows: int) -> FirstInspectionReport:
    """Return them with `rows` lines in each list; of one line, those of a company."""
    return of_known(known(language, rows, visited=False), language)
