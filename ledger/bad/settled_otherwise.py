"""Loans that left the books without being paid: written off, swapped; and assets taken over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.bad.folds import Folds, by_subject, latest, summed
from ledger.book import View
from ledger.channels import channel_code
from ledger.kinds.declaration import FieldValue
from ledger.records import Record
from ledger.states import LoanState, Repayment


@dataclass(frozen=True, slots=True)
class WrittenOff:
    """A loan that was written off: as a person stated it, as the books show it, and since.

    decisions  facts `write_off`; none where only the books show it
    booked     entries by which the balance was written off; none where nobody booked it
    since      what came in afterwards (`write_off_receipt`)
    """

    loan: LoanState
    decisions: tuple[Record, ...]
    booked: tuple[Repayment, ...]
    since: tuple[Record, ...]

    @property
    def on(self) -> date:
        """The day it was written off."""
        return self.decisions[0].effective_on if self.decisions else self.booked[0].on

    @property
    def stated_fen(self) -> int | None:
        """Principal written off by the decisions; None where they do not say."""
        return summed(self.decisions, "written_off_fen")

    @property
    def booked_fen(self) -> int:
        """Principal written off in the books."""
        return sum(each.principal_fen for each in self.booked)

    @property
    def principal_fen(self) -> int:
        """Principal written off: as booked, else as decided."""
        return self.booked_fen or self.stated_fen or 0

    @property
    def received_fen(self) -> int:
        """Principal that came in since."""
        return summed(self.since, "after_fen") or 0

    @property
    def left_fen(self) -> int:
        """Principal that is still claimed."""
        return self.principal_fen - self.received_fen

    def said(self, field: str) -> FieldValue | None:
        """Return what the decisions last stated in a field."""
        return latest(self.decisions, field)


def written_off(view: View) -> Iterator[WrittenOff]:
    """Yield every loan written off by the day, by decision or in the books, by number."""
    folds = Folds(view)
    decided = {each.account_id for each in folds.all("write_off")}
    accounts = decided | booked_as(view, "write_off")
    loans = [view.loan(account) for account in accounts if account is not None]
    for loan in sorted(loans, key=lambda loan: loan.number):
        booked = tuple(
            each
            for each in view.repayments_of(loan.account_id)
            if channel_code(each.channel) == "write_off"
        )
        decisions = folds.of_loan("write_off", loan)
        if decisions or booked:
            yield WrittenOff(loan, decisions, booked, folds.of_loan("write_off_receipt", loan))


def booked_as(view: View, code: str) -> set[int]:
    """Return the loans of which principal went through a channel by the day."""
    table = view.snapshot.known("repayment")
    found = view.received(date.min)
    ways = table.words("channel", found)
    accounts = table["account_id"][found].tolist()
    known = {way: channel_code(way) for way in set(ways)}
    return {account for account, way in zip(accounts, ways, strict=True) if known[way] == code}


@dataclass(frozen=True, slots=True)
class Repossessed:
    """A thing taken over for a debt, with everything stated about it, oldest first."""

    asset_no: str
    facts: tuple[Record, ...]

    def said(self, field: str) -> FieldValue | None:
        """Return what was last stated in a field."""
        return latest(self.facts, field)

    @property
    def household_id(self) -> int | None:
        """Whose debt it was taken for."""
        return next((each.household_id for each in self.facts if each.household_id), None)

    @property
    def loss_fen(self) -> int | None:
        """What its disposal lost: as stated, else book value less proceeds; None before that."""
        stated = self.said("loss_fen")
        if isinstance(stated, int):
            return stated
        book, proceeds = self.said("book_fen"), self.said("disposed_fen")
        if isinstance(book, int) and isinstance(proceeds, int):
            return book - proceeds
        return None

    @property
    def is_held(self) -> bool:
        """Whether it was not disposed of."""
        return self.said("disposed_on") is None and self.said("disposed_fen") is None


def repossessed(view: View) -> tuple[Repossessed, ...]:
    """Return every asset taken over by the day, in the order they were first stated."""
    found = by_subject(view.records("repossession"))
    return tuple(Repossessed(number, tuple(facts)) for number, facts in found.items())
