"""Invented values of a routine inspection."""

from __future__ import annotations

from templates.documents.routine_inspection_report.values import RoutineInspectionReport, of_known
from templates.inspection.example import known


def example(language: str, rows: int) -> RoutineInspectionReport:
    """Return them with `rows` lines in each list; of one line, those of a company."""
    return of_known(known(language, rows), language)
