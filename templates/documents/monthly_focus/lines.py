"""The lines of the focus of a month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """What a month asks of one unit or officer."""

    name: str
    due: Figure
    due_sum: Figure
    overdue_sum: Figure
    arrears_sum: Figure
    bad_sum: Figure
    inspections: Figure
    late: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One loan that falls due in the month; what becomes of it is filled in by hand."""

    number: int
    borrower: str | None
    loan: str
    balance: Figure
    due_on: date
    manager: str | None
    unit: str | None
