"""One bad loan with all that is known about it: what its registers print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ledger.bad.folds import Folds, latest
from ledger.bad.limitation import Limitation, limitation
from ledger.bad.movement import LoanMovement, movement
from ledger.bad.picking import bad_loans
from ledger.book import View
from ledger.classes import BAD
from ledger.kinds.declaration import FieldValue
from ledger.managing.responsibilities import Responsibilities
from ledger.records import Record
from ledger.states import LoanState, Repayment


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstBad:
    """How a loan stood on the day it first turned bad."""

    on: date
    class_code: str
    balance_fen: int


class BadLoan:
    """A bad loan, or one that was bad in the period, on the view's day.

    moved  its movement in the period; None where no period was asked for
    """

    def __init__(self, loan: LoanState, desk: Desk, moved: LoanMovement | None = None) -> None:
        self.loan = loan
        self.moved = moved
        self._desk = desk

    def last(self, kind: str) -> Record | None:
        """Return the last fact of a kind about the loan, else about its household."""
        return self._desk.folds.last(kind, self.loan)

    def kept(self, kind: str, field: str) -> FieldValue | None:
        """Return what the last fact that says anything in a field says there: surveys add up."""
        return latest(self.every(kind), field)

    def text(self, kind: str, field: str) -> str | None:
        """Return a field of that fact as text."""
        return self._desk.folds.text(kind, field, self.loan)

    def day(self, kind: str, field: str) -> date | None:
        """Return a field of that fact that is a day."""
        last = self.last(kind)
        return last.day(field) if last else None

    def fen(self, kind: str, field: str) -> int | None:
        """Return a field of that fact that is an amount."""
        last = self.last(kind)
        return last.whole(field) if last else None

    def every(self, kind: str) -> tuple[Record, ...]:
        """Return all facts of a kind about the loan and its household, oldest first."""
        return self._desk.folds.of_loan(kind, self.loan)

    def answers(self, role: str) -> str | None:
        """Return who holds a responsibility for the loan (lending, collection …); all of them."""
        held = self._desk.responsible.all_of_loan(self.loan, role)
        return "、".join(each.text("person") or "" for each in held) or None

    @cached_property
    def limitation(self) -> Limitation | None:
        """When the claim lapses, and why then."""
        years = self._desk.view.settings.ledger.limitation_years
        return limitation(self.loan, self._desk.folds, self.payments, years)

    @cached_property
    def payments(self) -> tuple[Repayment, ...]:
        """Everything received on the loan, oldest first."""
        return tuple(self._desk.view.repayments_of(self.loan.account_id))

    @cached_property
    def first_bad(self) -> FirstBad | None:
        """How it first turned bad."""
        for on, code, _fact in self._desk.view.classes_of(self.loan.account_id):
            if code in BAD:
                balance = self._desk.view.balance_on(self.loan.account_id, on)
                return FirstBad(on=on, class_code=code, balance_fen=balance)
        return None

    @property
    def is_bad(self) -> bool:
        """Whether its class in force is bad."""
        return self.loan.class_code in BAD

    @property
    def contact_due(self) -> bool:
        """待催收标志: nobody has asked for the money for as long as the settings allow."""
        if not self.loan.is_open:
            return False
        contacts = self.every("contact")
        promised = contacts[-1].day("next_on") if contacts else None
        if promised is not None:
            return promised <= self.loan.as_of
        days = self._desk.view.settings.ledger.collection_days
        last = contacts[-1].effective_on if contacts else None
        return last is None or (self.loan.as_of - last).days >= days

    @property
    def lapse_due(self) -> bool | None:
        """时效到期标志: the claim has lapsed, or will within the days of the settings."""
        held = self.limitation
        if held is None or held.until is None:
            return None
        lead = self._desk.view.settings.ledger.limitation_lead_days
        return self.loan.is_open and (held.until - self.loan.as_of).days <= lead


class Desk:
    """All bad loans of a view, with what is known about them read once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.folds = Folds(view)

    @cached_property
    def responsible(self) -> Responsibilities:
        """Who answers for what."""
        return Responsibilities(self.view)

    def now(self) -> tuple[BadLoan, ...]:
        """Return the loans that are bad on the day, by branch and number."""
        return tuple(BadLoan(loan, self) for loan in sorted(bad_loans(self.view), key=_order))

    def moved(self, first: date) -> tuple[BadLoan, ...]:
        """Return the loans that were bad on any day since `first`, by branch and number."""
        found = movement(self.view, first, self.view.as_of).loans
        return tuple(
            BadLoan(each.loan, self, each) for each in sorted(found, key=lambda m: _order(m.loan))
        )

    def of(self, loans: Iterable[LoanState]) -> Iterator[BadLoan]:
        """Return loans as the desk sees them, bad or not."""
        return (BadLoan(loan, self) for loan in loans)


def _order(loan: LoanState) -> tuple[str, str]:
    return loan.unit or "", loan.number
