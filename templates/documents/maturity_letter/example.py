"""An invented letter."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.spans import month_of
from templates import examples
from templates.documents.maturity_letter.values import MaturityLetter, letter


def example(language: str, rows: int) -> MaturityLetter:
    """Return a letter on so many loans, one at least."""
    loans = [
        examples.loan(index, due_on=date(2026, 1, 5) + timedelta(days=index % 26))
        for index in range(1, max(rows, 1) + 1)
    ]
    office = examples.office(language)
    return letter(
        loans, month_of(date(2026, 1, 1)), office, "担保人甲、担保人乙" if rows > 1 else None
    )
