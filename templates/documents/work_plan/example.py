"""An invented work plan."""

from __future__ import annotations

from templates import examples
from templates.documents.work_plan.values import WorkPlan, of_outlook
from templates.planning.example import outlook


def example(language: str, rows: int) -> WorkPlan:
    """Return a plan for 2026 with about `rows` lines in each table."""
    return of_outlook(
        outlook(rows),
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        known_on=examples.KNOWN_ON,
        language=language,
    )
