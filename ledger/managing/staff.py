"""The people of the office: who is serving, who left, and the loans they leave behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ledger.book import View
from ledger.managing.responsibilities import Responsibilities
from ledger.records import Record
from ledger.states import LoanState

SERVING = "serving"


def staff(view: View) -> Mapping[str, Record]:
    """Return the last word on each person by name."""
    return {record.subject: record for record in view.records("officer") if record.subject}


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An unpaid loan whose manager does not serve any more (内退、置换、调离、离职).

    successor  who takes it over, where the office has said so
    """

    loan: LoanState
    manager: str
    status: str
    successor: str | None
    record: Record


def left_behind(view: View, answering: Responsibilities | None = None) -> Iterator[LeftBehind]:
    """Return the loans that are to be handed over because their manager left."""
    gone = {
        name: record
        for name, record in staff(view).items()
        if record.values.get("status") != SERVING
    }
    if not gone:
        return
    answering = answering or Responsibilities(view)
    for loan in view.open_loans:
        manager = answering.manager(loan)
        if manager in gone:
            record = gone[manager]
            yield LeftBehind(
                loan, manager, record.text("status") or "", record.text("successor"), record
            )
