"""What a notice on overdue loans says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger.figure import Figure
from ledger.states import LoanState
from templates import examples
from templates.addressed import Letter, Office, addressed
from templates.debts import OverdueLine, overdue_of
from templates.request import NothingToReport


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionNotice(Letter):
    """What the template `collection-notice` prints. days_overdue: of the worst loan."""

    loans: tuple[OverdueLine, ...]
    count: Figure
    balance: Figure
    arrears: Figure
    days_overdue: Figure
    guarantors: str | None


def notice(loans: Sequence[LoanState], office: Office, guarantors: str | None) -> CollectionNotice:
    """Return the notice on `loans`, all of one household and overdue."""
    whose = f"overdue, {loans[0].household_id:06d}"
    debts = overdue_of(loans, office.language, whose, office.as_of)
    worst = max(debts.lines, key=lambda line: int(line.days_overdue.value or 0))
    return CollectionNotice(
        **addressed(office, loans),
        loans=debts.lines,
        count=debts.count,
        balance=debts.balance,
        arrears=debts.arrears,
        days_overdue=worst.days_overdue,
        guarantors=guarantors,
        figures=debts.figures,
    )


def nothing_overdue(household: int, day: date) -> NothingToReport:
    """Return the refusal of a notice to one who owes no principal that is due."""
    return NothingToReport(
        _(
            "No loan of household {number} is past its due day on {day}: principal that is not "
            "due is not called in, also where interest is late."
        ).format(number=f"{household:06d}", day=day.isoformat())
    )


def example(language: str, rows: int) -> CollectionNotice:
    """Return an invented notice on so many loans, one at least."""
    loans = [
        examples.loan(index, due_on=date(2025, 6, 30), days_overdue=184 + index)
        for index in range(1, max(rows, 1) + 1)
    ]
    return notice(loans, examples.office(language), "担保人甲、担保人乙" if rows > 1 else None)
