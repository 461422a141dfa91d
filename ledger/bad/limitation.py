"""诉讼时效: until when a claim can be sued for, and what kept it alive.

A claim lapses some years (a setting; three by the Civil Code, article 188) after it fell due, and
anew after each interruption (article 195): a demand that reached the debtor and was signed for, a
payment, a step in court. A step that came after the claim had lapsed does nothing, but a notice
the debtor signed then is a new promise. A day that a person stated counts from then on.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ledger.bad.folds import Folds
from ledger.figure import FigureRow
from ledger.states import LoanState, Repayment


@dataclass(frozen=True, slots=True)
class Limitation:
    """The last day on which a claim can be sued for, and the fact that set it."""

    until: date
    since: date
    why: str
    row: FigureRow

    def lapsed(self, day: date) -> bool:
        """Whether the day has passed."""
        return self.until < day


def limitation(
    loan: LoanState, folds: Folds, payments: tuple[Repayment, ...], years: int
) -> Limitation | None:
    """Return when the claim on a loan lapses; None where no due date is known.

    payments  all receipts of this loan, oldest first
    years     of the limitation period, by the settings
    """
    if loan.due_on is None:
        return None
    source = loan.sources["due_on"]
    due = FigureRow(fact=loan.fact, label=loan.number, amount=None, source=source)
    held = Limitation(_later(loan.due_on, years), loan.due_on, "due", due)
    for on, why, row, stated in sorted(_steps(loan, folds, payments), key=lambda step: step[0]):
        if stated is not None:
            held = Limitation(stated, on, why, row)
        elif on > loan.due_on and (on <= held.until or why == "notice"):
            held = Limitation(_later(on, years), on, why, row)
    return held


_Step = tuple[date, str, FigureRow, date | None]


def _steps(loan: LoanState, folds: Folds, payments: tuple[Repayment, ...]) -> list[_Step]:
    steps: list[_Step] = []
    for contact in folds.of_loan("contact", loan):
        # A notice to the guarantor does not interrupt the claim on the debtor.
        if contact.values.get("signed") is True and contact.text("target") != "guarantor":
            steps.append((contact.effective_on, "notice", contact.row(loan.number), None))
    for kind in ("litigation", "execution"):
        for step in folds.of_loan(kind, loan):
            if step.text("stage") != "withdrawn":
                steps.append((step.effective_on, "court", step.row(loan.number), None))
    for paid in payments:
        if paid.principal_fen > 0 or paid.interest_fen > 0:
            row = FigureRow(fact=paid.fact, label=loan.number, amount=None, source=paid.source)
            steps.append((paid.on, "payment", row, None))
    for survey in folds.of_loan("risk_survey", loan):
        until = survey.day("limitation_until")
        if until is not None:
            steps.append((survey.effective_on, "stated", survey.row(loan.number), until))
    return steps


def _later(day: date, years: int) -> date:
    """Return the same day some years later; the last of the month where there is none."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
