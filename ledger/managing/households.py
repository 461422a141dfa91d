"""Households with their unpaid loans: one pass over the loans, for everything counted by household.

Registers and gaps of households go through here and nowhere else over the loans, so that a ledger
of many loans is walked once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.states import LoanState


@dataclass(frozen=True, slots=True)
class HouseholdLoans:
    """One household's loans with principal owed, by day granted; at least one."""

    household_id: int
    loans: tuple[LoanState, ...]

    @property
    def number(self) -> str:
        """The household's number as people write it."""
        return f"{self.household_id:06d}"

    @property
    def borrower(self) -> str | None:
        """Whose file it is."""
        return self.loans[0].borrower

    @property
    def unit(self) -> str | None:
        """The branch of the loan granted last."""
        return next((loan.unit for loan in reversed(self.loans) if loan.unit), None)

    @property
    def balance_fen(self) -> int:
        """Principal owed on all loans."""
        return sum(loan.balance_fen for loan in self.loans)

    @property
    def granted_fen(self) -> int:
        """What was lent with the loans that are not paid off: decides the size tier."""
        return sum(loan.amount_fen for loan in self.loans)

    @property
    def arrears_fen(self) -> int | None:
        """Interest in arrears; None where nobody ever stated any."""
        stated = [loan.arrears_fen for loan in self.loans if loan.arrears_fen is not None]
        return sum(stated) if stated else None

    @property
    def days_overdue(self) -> int:
        """Of the loan that is overdue longest."""
        return max(loan.days_overdue for loan in self.loans)

    @property
    def worst(self) -> LoanState | None:
        """The loan with the worst class; None where none has a class."""
        classed = [loan for loan in self.loans if loan.class_code]
        return max(classed, key=lambda loan: CLASSES.index(str(loan.class_code)), default=None)

    @property
    def class_code(self) -> str | None:
        """The worst class of its loans."""
        return self.worst.class_code if self.worst else None

    @property
    def is_bad(self) -> bool:
        """Whether one of its loans is 次级 or worse."""
        return self.class_code in BAD


def by_household(view: View, loans: Iterable[LoanState] | None = None) -> list[HouseholdLoans]:
    """Return households with unpaid loans, by number; `loans`: of these only."""
    grouped: dict[int, list[LoanState]] = defaultdict(list)
    for loan in view.open_loans if loans is None else loans:
        grouped[loan.household_id].append(loan)
    return [HouseholdLoans(number, tuple(own)) for number, own in sorted(grouped.items())]
