"""An invented company plan."""

from __future__ import annotations

from templates import examples
from templates.documents.company_plan.values import CompanyPlan, of_outlook
from templates.examples import figure
from templates.planning.example import outlook


def example(language: str, rows: int) -> CompanyPlan:
    """Return a plan for 2026 with about `rows` lines in each table."""
    return of_outlook(
        outlook(rows),
        serving=figure("staff_serving(2025-12-31)", 14 if rows else None, "count"),
        institution=examples.INSTITUTION,
        known_on=examples.KNOWN_ON,
        language=language,
    )
