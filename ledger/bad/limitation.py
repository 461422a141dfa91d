"""诉讼时效: until when a claim can be sued for, and what kept it alive.

A claim lapses some years (a setting; three by the Civil Code, article 188) after it fell due, and
anew after each interruption (article 195): a demand that reached the debtor and was signed for, a
payment, a step in court. A step that came after the claim had lapsed does nothing, but a notice
the debtor signed then is a new promise. A day that a person stated counts from then on.

A judgement ends all that: from then on it is the time limit for enforcement that runs (Civil
Procedure Law: two years from the last day of performance, or from the day it took effect). Neither
day follows from the day of the judgement, so that the limit is known only where a person stated it.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.bad.folds import Folds, by_subject
from ledger.figure import FigureRow
from ledger.receipts import received_on
from ledger.records import Record
from ledger.states import LoanState, Repayment


@dataclass(frozen=True, slots=True)
class Limitation:
    """The last day on which a claim can be sued for, or a judgement enforced, and what set it.

    until   None where the time limit for enforcement runs and nobody stated its end
    since   the day it counts from; of a judgement, its own day
    why     "due", "notice", "payment", "court", "stated"; "judged", or "enforced" once asked for
    notice  number of the notice that was signed for, where it bears one
    """

    until: date | None
    since: date
    why: str
    row: FigureRow
    notice: str | None = None


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
    if judged := _judged(loan, folds):
        return judged
    until = _later(loan.due_on, years)
    held = Limitation(until, loan.due_on, "due", due)
    for step in sorted(_steps(loan, folds, payments), key=lambda step: step.on):
        if step.stated is not None:
            until = step.stated
        elif step.on > loan.due_on and (step.on <= until or step.why == "notice"):
            until = _later(step.on, years)
        else:
            continue
        held = Limitation(until, step.on, step.why, step.row, step.notice)
    return held


def _judged(loan: LoanState, folds: Folds) -> Limitation | None:
    """Return the time limit for enforcement; None before a judgement that nobody appealed."""
    held = None
    enforcement = by_subject(folds.of_loan("execution", loan))
    for case_no, steps in by_subject(folds.of_loan("litigation", loan)).items():
        verdict = _verdict(steps, loan.as_of)
        if verdict is None:
            continue
        ends = [until for step in steps if (until := step.day("limitation_until"))]
        on, last, why = verdict.day("judged_on") or verdict.effective_on, verdict, "judged"
        if asked := enforcement.get(case_no):
            # Asking for enforcement interrupts it; what is to be done next the court says.
            on, last, why, ends = asked[-1].effective_on, asked[-1], "enforced", []
        if held is None or on >= held.since:
            held = Limitation(ends[-1] if ends else None, on, why, last.row(loan.number))
    return held


def _verdict(steps: Sequence[Record], as_of: date) -> Record | None:
    """Return the step by which a case was decided; None where it is open, appealed, withdrawn."""
    found = None
    for step in steps:
        stage = step.text("stage")
        if stage in ("judged", "mediated") and (step.day("judged_on") or date.min) <= as_of:
            found = step
        elif stage in ("appealed", "withdrawn"):
            found = None
    return found


@dataclass(frozen=True, slots=True)
class _Step:
    """What may have kept the claim alive; `stated`: a person said until when it can be sued for."""

    on: date
    why: str
    row: FigureRow
    stated: date | None = None
    notice: str | None = None


def _steps(loan: LoanState, folds: Folds, payments: tuple[Repayment, ...]) -> list[_Step]:
    steps: list[_Step] = []
    for contact in folds.of_loan("contact", loan):
        on = received_on(contact, contact.effective_on, loan.borrower)
        if on is not None and on <= loan.as_of:
            number = contact.text("notice_no")
            steps.append(_Step(on, "notice", contact.row(loan.number), notice=number))
    for kind in ("litigation", "execution"):
        for step in folds.of_loan(kind, loan):
            if step.text("stage") != "withdrawn":
                steps.append(_Step(step.effective_on, "court", step.row(loan.number)))
    for paid in payments:
        if paid.principal_fen > 0 or paid.interest_fen > 0:
            row = FigureRow(fact=paid.fact, label=loan.number, amount=None, source=paid.source)
            steps.append(_Step(paid.on, "payment", row))
    for survey in folds.of_loan("risk_survey", loan):
        until = survey.day("limitation_until")
        if until is not None:
            steps.append(_Step(survey.effective_on, "stated", survey.row(loan.number), until))
    return steps


def _later(day: date, years: int) -> date:
    """Return the same day some years later; the last of the month where there is none."""
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
