"""What rules look at: loans, households, securities and units, with no more than rules need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.classes import BAD


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan with principal owed, on the day looked at; ledger.states.LoanState says it all.

    Amounts are fen. arrears_fen is None where nothing was stated, class_code where the loan was
    never classified. overdue_since is the day it fell due, or earlier as the office last stated.
    """

    account_id: int
    household_id: int
    number: str
    contract_no: str | None
    product: str | None
    guarantee: str | None
    occurrence: str | None
    unit: str | None
    manager: str | None
    amount_fen: int
    balance_fen: int
    granted_on: date
    due_on: date | None
    days_overdue: int
    arrears_fen: int | None
    stated_on: date | None
    class_code: str | None
    class_on: date | None
    overdue_since: date | None

    @property
    def label(self) -> str:
        """How people and task ids call it."""
        return self.number

    @property
    def loans(self) -> tuple[Loan, ...]:
        """The loans it is about: itself."""
        return (self,)

    @property
    def is_bad(self) -> bool:
        """Whether its class is substandard, doubtful or loss."""
        return self.class_code in BAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """A household that owes principal.

    loans     its open loans, the largest balance first
    owed_fen  all that it owes
    tier      large, middle or small by [ledger] size_tiers; None where no tier begins so low
    """

    household_id: int
    loans: tuple[Loan, ...]
    owed_fen: int
    tier: str | None

    @property
    def label(self) -> str:
        """How task ids call it."""
        return f"h{self.household_id}"

    @property
    def since(self) -> date:
        """Day on which the oldest of its open loans was granted."""
        return min(loan.granted_on for loan in self.loans)

    @property
    def unit(self) -> str | None:
        """The unit that its largest loan belongs to."""
        return self.loans[0].unit

    @property
    def manager(self) -> str | None:
        """Who manages its largest loan."""
        return self.loans[0].manager


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """What secures an open loan, or all loans of a household (no `account_id`).

    loan  the loan it secures; the household's largest where it secures all
    """

    fact: str
    household_id: int
    account_id: int | None
    loan: Loan
    name: str
    kind: str | None
    title_no: str | None
    register_no: str | None
    value_fen: int | None
    appraised_on: date | None
    registered_on: date | None
    insured_until: date | None

    @property
    def number(self) -> str | None:
        """The certificate by which facts about it name it."""
        return self.register_no or self.title_no

    @property
    def label(self) -> str:
        """How task ids call it: its certificate, else what it secures and its name."""
        if self.number:
            return self.number.replace(" ", "")
        owner = self.loan.number if self.account_id else f"h{self.household_id}"
        return f"{owner}/{self.name}".replace(" ", "")

    @property
    def loans(self) -> tuple[Loan, ...]:
        """The loans it is about."""
        return (self.loan,)

    @property
    def unit(self) -> str | None:
        """The unit of the loan it secures."""
        return self.loan.unit

    @property
    def manager(self) -> str | None:
        """Who manages the loan it secures."""
        return self.loan.manager


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, for what it does as a whole; no unit is the office itself.

    manager  who answers for it there, where a fact names somebody
    name     what tells its tasks apart in their ids: the number of a notice
    """

    unit: str | None
    manager: str | None = None
    name: str = ""

    @property
    def household_id(self) -> None:
        """A unit's tasks are about no household."""
        return

    @property
    def loans(self) -> tuple[Loan, ...]:
        """No loan in particular."""
        return ()

    @property
    def label(self) -> str:
        """How task ids call it."""
        return self.name or self.unit or "office"


Subject = Loan | Household | Security | Unit
