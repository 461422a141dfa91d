"""The people and loans that papers speak of, found by a short key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from samples.make.loans import Loan, all_loans
from samples.make.people import UNION, Party, cast
from samples.make.registers import Inspection, Notice, Security, inspections, notices, securities


@dataclass(frozen=True)
class World:
    """Everything that the ledger knows, for the papers to agree with it."""

    @cached_property
    def people(self) -> dict[str, Party]:
        return cast()

    @cached_property
    def loans(self) -> list[Loan]:
        return all_loans()

    def loan(self, key: str, guarantee: str | None = None) -> Loan:
        """Return the newest loan of a person of the cast, or the newest so guaranteed."""
        own = [
            loan
            for loan in self.loans
            if loan.borrower == self.people[key]
            and (guarantee is None or loan.product.guarantee == guarantee)
        ]
        return own[-1]

    def security(self, key: str) -> Security:
        """Return what secures the newest mortgage loan of a person of the cast."""
        loan = self.loan(key, "抵押")
        return next(one for one in securities(self.loans) if one.loan.iou_no == loan.iou_no)

    def inspections(self, loan: Loan) -> list[Inspection]:
        """Return the inspections of a loan in order of date."""
        return [one for one in inspections(self.loans) if one.loan.iou_no == loan.iou_no]

    def notices(self, loan: Loan) -> list[Notice]:
        """Return the collection notices for a loan in order of date."""
        return [one for one in notices(self.loans) if one.loan.iou_no == loan.iou_no]


def branch_name(party: Party) -> str:
    """The lender as contracts name it."""
    return UNION + party.branch
