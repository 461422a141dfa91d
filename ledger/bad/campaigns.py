"""Target lists and campaigns: who stands on a list, what was done since, what came of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.bad.folds import Folds
from ledger.book import View
from ledger.records import Record
from ledger.securities import percent
from ledger.states import LoanState


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A household or a loan on a list, with its results from the day it was put there.

    loans      the loan, or all loans of the household
    listing    the fact `target_list`
    contacts   calls, visits and letters since; `signed`: notices the debtor signed for
    received   principal and interest that came in since, in fen
    overdue    principal of its loans that are overdue now
    report     the last report of wilful default since, if any
    """

    listing: Record
    loans: tuple[LoanState, ...]
    contacts: int
    signed: int
    received: int
    overdue: int
    report: Record | None

    @property
    def balance(self) -> int:
        """What is owed on its loans."""
        return sum(loan.balance_fen for loan in self.loans)

    @property
    def done(self) -> Decimal | None:
        """What came in, in percent of the target."""
        target = self.listing.whole("target_fen")
        return percent(self.received, target) if target else None

    @property
    def is_on(self) -> bool:
        """Whether it was not taken off the list."""
        return self.listing.day("off_on") is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A list as a whole: its plan (`campaign`; None for a list without one), meetings, results."""

    name: str
    plan: Record | None
    minutes: tuple[Record, ...]
    targets: tuple[Target, ...]

    @property
    def received(self) -> int:
        """What came in on everything listed, in fen."""
        return sum(target.received for target in self.targets)

    @property
    def default_percent(self) -> Decimal | None:
        """违约率: loans overdue in percent of the loans listed."""
        loans = {loan.account_id: loan for target in self.targets for loan in target.loans}
        late = sum(1 for loan in loans.values() if loan.days_overdue > 0)
        return percent(late, len(loans))

    @property
    def default_limit(self) -> Decimal | None:
        """The default rate that the plan allows at most."""
        stated = self.plan.values.get("default_limit") if self.plan else None
        return stated if isinstance(stated, Decimal) else None

    @property
    def cost(self) -> int | None:
        """What the meetings say was spent; None where none says so."""
        stated = [each.whole("cost_fen") for each in self.minutes]
        known = [fen for fen in stated if fen is not None]
        return sum(known) if known else None


def targets(view: View, name: str | None = None) -> tuple[Target, ...]:
    """Return everything on the list of that name (None: on any), by list and day.

    A household or loan that was put on a list once more stands there once, as last stated.
    """
    folds = Folds(view)
    held: dict[tuple[str | None, int | None, int | None], Record] = {}
    for listing in view.records("target_list", subject=name):
        held[listing.subject, listing.household_id, listing.account_id] = listing
    found = [_target(view, folds, listing) for listing in held.values()]
    return tuple(sorted(found, key=lambda target: target.listing.subject or ""))


def campaigns(view: View, name: str | None = None) -> tuple[Campaign, ...]:
    """Return the campaigns and lists of a view; of one name, or all."""
    by_name: dict[str, list[Target]] = defaultdict(list)
    for target in targets(view, name):
        by_name[target.listing.subject or ""].append(target)
    plans = {plan.subject or "": plan for plan in view.records("campaign", subject=name)}
    minutes = view.records("campaign_minutes", subject=name)
    return tuple(
        Campaign(
            name=one,
            plan=plans.get(one),
            minutes=tuple(each for each in minutes if each.subject == one),
            targets=tuple(by_name.get(one, ())),
        )
        for one in dict.fromkeys((*plans, *by_name))
    )


def _target(view: View, folds: Folds, listing: Record) -> Target:
    loans = _loans(view, listing)
    first, last = listing.effective_on, listing.day("off_on") or view.as_of
    contacts = {
        each.fact: each
        for loan in loans
        for each in folds.of_loan("contact", loan)
        if first <= each.effective_on <= last
    }
    reports = [
        each
        for loan in loans
        for each in folds.of_loan("default_report", loan)
        if first <= each.effective_on
    ]
    return Target(
        listing=listing,
        loans=loans,
        contacts=len(contacts),
        signed=sum(1 for each in contacts.values() if each.values.get("signed") is True),
        received=sum(_received(view, loan, first, last) for loan in loans),
        overdue=sum(loan.balance_fen for loan in loans if loan.days_overdue > 0),
        report=reports[-1] if reports else None,
    )


def _loans(view: View, listing: Record) -> tuple[LoanState, ...]:
    if listing.account_id is not None:
        return (view.loan(listing.account_id),)
    return tuple(view.loans_of(listing.household_id)) if listing.household_id else ()


def _received(view: View, loan: LoanState, first: date, last: date) -> int:
    return sum(
        each.principal_fen + each.interest_fen
        for each in view.repayments_of(loan.account_id)
        if first <= each.on <= last
    )
