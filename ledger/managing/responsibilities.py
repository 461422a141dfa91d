"""Who holds which responsibility for a household or a loan on a day: the folded `responsibility`.

answering = Responsibilities(view)
answering.of_household(7, "manager")      # who it is now; None: nobody is named
answering.of_loan(loan, "collection")     # named for the loan, else for its household
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from ledger.book import View
from ledger.records import Record
from ledger.states import LoanState

# Roles that several people hold together; in all others the next one takes over from the last.
SHARED_ROLES = frozenset({"investigation", "review", "approval", "handling", "lending"})

# Roles that say how a loan came about: they stay with it for its life (谁放、谁收、谁负责).
FOR_LIFE = frozenset({"investigation", "review", "approval", "handling", "lending"})


class Responsibilities:
    """All responsibilities up to a view's day, read once."""

    def __init__(self, view: View) -> None:
        self._day = view.as_of
        self._of_loan: dict[int, list[Record]] = defaultdict(list)
        self._of_household: dict[int, list[Record]] = defaultdict(list)
        for record in view.records("responsibility"):
            if record.account_id is not None:
                self._of_loan[record.account_id].append(record)
            elif record.household_id is not None:
                self._of_household[record.household_id].append(record)

    @property
    def households(self) -> AbstractSet[int]:
        """Households for which somebody was ever named as a whole."""
        return self._of_household.keys()

    @property
    def loans(self) -> AbstractSet[int]:
        """Accounts of loans for which somebody was ever named."""
        return self._of_loan.keys()

    def manager_named(self, household_id: int, account_id: int) -> str | None:
        """Return who is recorded as managing a loan, or its household; None: nobody."""
        own = in_force(self._of_loan.get(account_id, ()), "manager", self._day)
        of_all = in_force(self._of_household.get(household_id, ()), "manager", self._day)
        named = _last(own or of_all)
        return named.text("person") if named else None

    def history(self, household_id: int, account_id: int | None = None) -> tuple[Record, ...]:
        """Return all changes of a household, or of one loan, oldest first."""
        if account_id is not None:
            return tuple(self._of_loan.get(account_id, ()))
        return tuple(self._of_household.get(household_id, ()))

    def of_household(self, household_id: int, role: str) -> Record | None:
        """Return who is named for the household as a whole."""
        return _last(in_force(self._of_household.get(household_id, ()), role, self._day))

    def of_loan(self, loan: LoanState, role: str) -> Record | None:
        """Return who is named for a loan; where nobody is, who is named for its household."""
        return _last(self.all_of_loan(loan, role))

    def all_of_loan(self, loan: LoanState, role: str) -> tuple[Record, ...]:
        """Return all who share a role for a loan, else for its household, oldest first."""
        own = in_force(self._of_loan.get(loan.account_id, ()), role, self._day)
        return own or in_force(self._of_household.get(loan.household_id, ()), role, self._day)

    def manager(self, loan: LoanState) -> str | None:
        """Return who manages a loan: as recorded, else as the office's loan ledger names him."""
        named = self.of_loan(loan, "manager")
        return named.text("person") if named else loan.manager

    def manager_of(self, household_id: int, loans: Iterable[LoanState]) -> str | None:
        """Return who manages a household: as recorded, else as its loans name him.

        Loans under different officers name nobody: that is a finding (`two_managers`).
        """
        named = self.of_household(household_id, "manager")
        if named:
            return named.text("person")
        by_loans = {name for loan in loans if (name := self.manager(loan))}
        return by_loans.pop() if len(by_loans) == 1 else None

    def held_by(self, person: str) -> tuple[Record, ...]:
        """Return everything that a person answers for on the day."""
        found = []
        for records in (*self._of_household.values(), *self._of_loan.values()):
            roles = {record.text("role") or "" for record in records if record.subject == person}
            for role in sorted(roles):
                found += [
                    record
                    for record in in_force(records, role, self._day)
                    if record.subject == person
                ]
        return tuple(found)


def in_force(records: Sequence[Record], role: str, day: date) -> tuple[Record, ...]:
    """Return who holds a role on a day, oldest first; records in order of their days.

    Where one follows another, only those who began on the latest day hold it: whoever came before
    them has handed over, with or without an end being stated.
    """
    if not records:
        # So it is for most loans, of which there are many.
        return ()
    named = [record for record in records if record.values.get("role") == role]
    if role not in SHARED_ROLES and named:
        latest = named[-1].effective_on
        named = [record for record in named if record.effective_on == latest]
    return tuple(record for record in named if not _ended(record, day))


def _ended(record: Record, day: date) -> bool:
    until = record.day("until_on")
    # 责任终止日 is the last day on which somebody answers.
    return until is not None and until < day and record.values.get("role") not in FOR_LIFE


def _last(records: Sequence[Record]) -> Record | None:
    return records[-1] if records else None
