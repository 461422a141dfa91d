"""An invented plan of the post-loan post."""

from __future__ import annotations

from templates import examples
from templates.documents.post_loan_plan.values import PostLoanPlan, of_outlook
from templates.examples import figure
from templates.planning.example import outlook


def example(_language: str, rows: int) -> PostLoanPlan:
    """Return a plan for 2026 with about `rows` lines in each table."""
    return of_outlook(
        outlook(rows),
        running=[figure(f"running_loans(2026Q{n})", 90 - 14 * n, "count") for n in range(1, 5)],
        households=[
            figure(f"running_households(2026Q{n})", 64 - 9 * n, "count") for n in range(1, 5)
        ],
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        known_on=examples.KNOWN_ON,
    )
