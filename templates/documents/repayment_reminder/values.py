"""What a reminder of one loan says, and when it is time for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractors.wording import _
from ledger.figure import Figure, FigureRow, Source
from ledger.states import LoanState
from templates import examples, provenance
from templates.addressed import Letter, Office, addressed
from templates.debts import DebtLine, debts_of
from templates.request import NothingToReport

# 贷款通则 article 32: a week before a short-term loan falls due, a month before a longer one.
SHORT_NOTICE, LONGEST_NOTICE = timedelta(days=7), timedelta(days=31)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepaymentReminder(Letter):
    """What the template `repayment-reminder` prints. days: from as_of until it falls due."""

    loans: tuple[DebtLine, ...]
    number: str
    due_on: date
    days: Figure
    balance: Figure
    arrears: Figure
    guarantors: str | None


def reminder(loan: LoanState, office: Office, guarantors: str | None) -> RepaymentReminder:
    """Return the reminder of an open loan with a due date."""
    debts = debts_of([loan], office.language, loan.number, office.as_of)
    due_on = loan.due_on or office.as_of
    days = Figure(
        name=f"days_to_maturity({loan.number})",
        value=(due_on - office.as_of).days,
        unit="days",
        query=_("days from {day} until the loan falls due").format(day=office.as_of.isoformat()),
        as_of=office.as_of,
        rows=(FigureRow(fact=loan.fact, label=loan.number, amount=None, source=_source(loan)),),
    )
    return RepaymentReminder(
        **addressed(office, [loan]),
        loans=debts.lines,
        number=loan.number,
        due_on=due_on,
        days=days,
        balance=debts.balance,
        arrears=debts.arrears,
        guarantors=guarantors,
        figures=(*debts.figures, provenance.named(days, office.language, loan.number)),
    )


def _source(loan: LoanState) -> Source:
    return loan.sources.get("due_on") or loan.sources["amount_fen"]


def is_time(loan: LoanState) -> bool:
    """Whether a loan is to be reminded of now: by its term, a week or a month before."""
    if loan.due_on is None or loan.due_on < loan.as_of:
        return False
    is_short = loan.due_on <= _a_year_after(loan.granted_on)
    return loan.due_on - loan.as_of <= (SHORT_NOTICE if is_short else LONGEST_NOTICE)


def _a_year_after(day: date) -> date:
    """Return the last due day of a short-term loan (贷款通则 article 8: a year at most)."""
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)


def not_falling_due(loan: LoanState) -> NothingToReport:
    """Return the refusal of a reminder of a loan that is paid, overdue or without a due date."""
    return NothingToReport(
        _(
            "Loan {number} does not fall due: it is paid off, overdue (draft collection-notice) or "
            "has no due date."
        ).format(number=loan.number)
    )


def example(language: str, rows: int) -> RepaymentReminder:
    """Return an invented reminder."""
    loan = examples.loan(1, due_on=date(2026, 1, 6))
    guarantors = "、".join(f"担保人{name}" for name in "甲乙丙丁"[:rows]) or None
    return reminder(loan, examples.office(language), guarantors)
