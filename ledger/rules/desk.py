"""What rules look at: the ledger of one day, each kind of fact read once for all loans.

A rule goes over `desk.loans`, `desk.households` or `desk.securities` and asks for facts by loan or
household; nothing here asks the database for a single loan.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

import numpy as np

from archive.ledger_settings import LedgerSettings
from ledger.book import View
from ledger.classes import BAD
from ledger.kinds.registry import KINDS
from ledger.rules import reading
from ledger.rules.reading import Visit, Visits
from ledger.rules.subjects import Household, Loan, Security


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of a declared kind, as the ledger keeps it: fields as text, fen or truth."""

    fact: str
    account_id: int | None
    household_id: int | None
    on: date
    content: Mapping[str, Any]

    def text(self, field: str) -> str | None:
        """Return a field as text (a choice: its code); None where it was not stated."""
        value = self.content.get(field)
        return None if value is None else str(value)

    def day(self, field: str) -> date | None:
        """Return a field that is a day; None where it was not stated."""
        value = self.content.get(field)
        return date.fromisoformat(value) if isinstance(value, str) else None

    def fen(self, field: str) -> int | None:
        """Return a field that is an amount or a count; None where it was not stated."""
        value = self.content.get(field)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def is_so(self, field: str) -> bool:
        """Return a field that is yes or no; no where it was not stated."""
        return self.content.get(field) is True


class Desk:
    """The ledger at the end of one day, as rules look at it."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.as_of = view.as_of
        self._settings: dict[int, LedgerSettings] = {}
        self._settings_of = cache(view.settings.ledger.of)
        self._facts: dict[str, tuple[Stated, ...]] = {}
        self._grouped: dict[tuple[str, str], dict[int, list[Stated]]] = {}

    # What is looked at.

    @cached_property
    def loans(self) -> tuple[Loan, ...]:
        """Loans with principal owed, by day granted and number."""
        return tuple(reading.open_loans(self.view))

    @cached_property
    def loan_of(self) -> Mapping[int, Loan]:
        """Open loans by account."""
        return {loan.account_id: loan for loan in self.loans}

    @cached_property
    def households(self) -> tuple[Household, ...]:
        """Households that owe principal, by number."""
        owing: dict[int, list[Loan]] = defaultdict(list)
        for loan in self.loans:
            owing[loan.household_id].append(loan)
        return tuple(self._household(number, owing[number]) for number in sorted(owing))

    def _household(self, number: int, loans: list[Loan]) -> Household:
        loans.sort(key=lambda loan: (-loan.balance_fen, loan.number))
        owed = sum(loan.balance_fen for loan in loans)
        tier = self.settings(loans[0]).tier(owed)
        return Household(household_id=number, loans=tuple(loans), owed_fen=owed, tier=tier)

    @cached_property
    def household_of(self) -> Mapping[int, Household]:
        """Households that owe principal, by number."""
        return {each.household_id: each for each in self.households}

    @cached_property
    def securities(self) -> tuple[Security, ...]:
        """What secures open loans."""
        return tuple(
            Security(loan=loan, **values)
            for values in reading.securities(self.view)
            if (loan := self._secured(values["household_id"], values["account_id"]))
        )

    def _secured(self, household_id: int, account_id: int | None) -> Loan | None:
        if account_id is not None:
            return self.loan_of.get(account_id)
        household = self.household_of.get(household_id)
        return household.loans[0] if household else None

    # Settings.

    def settings(self, loan: Loan) -> LedgerSettings:
        """Return the settings that count for a loan's product and unit."""
        found = self._settings.get(loan.account_id)
        if found is None:
            found = self._settings_of(loan.product, loan.unit)
            self._settings[loan.account_id] = found
        return found

    # Facts.

    @cached_property
    def _visits(self) -> Visits:
        return Visits(self.view, np.array([each.household_id for each in self.loans]))

    def visits(self, loan: Loan) -> list[Visit]:
        """Return inspections done of a loan and of its household as a whole, oldest first."""
        wanted = (0, loan.account_id)
        return [each for each in self._visits.of(loan.household_id) if each.account_id in wanted]

    def visits_of(self, household: Household) -> list[Visit]:
        """Return inspections done of a household: of it as a whole and of any of its loans."""
        return self._visits.of(household.household_id)

    @cached_property
    def classes(self) -> Mapping[int, Sequence[tuple[date, str, str]]]:
        """Classes of open loans up to the day, oldest first: (from when, class, fact)."""
        found: dict[int, list[tuple[date, str, str]]] = defaultdict(list)
        for account_id, since, code, fact in reading.classes(self.view):
            found[account_id].append((since, code, fact))
        return found

    def bad_since(self, loan: Loan) -> tuple[date, str] | None:
        """Return since when a loan has been classed bad, and the fact; None: it is not bad."""
        since = None
        for day, code, fact in reversed(self.classes.get(loan.account_id, ())):
            if code not in BAD:
                break
            since = (day, fact)
        return since

    @cached_property
    def last_receipts(self) -> Mapping[int, tuple[date, str]]:
        """The last money received on each open loan: day and fact."""
        return {
            account_id: (day, fact) for account_id, day, fact in reading.last_receipts(self.view)
        }

    @cached_property
    def arrears_since(self) -> Mapping[int, date]:
        """Since when interest of each open loan has been stated as in arrears, without a break."""
        return dict(reading.arrears_since(self.view))

    def facts(self, kind: str) -> tuple[Stated, ...]:
        """Return all facts of a declared kind up to the day, oldest first; read once.

        A kind that nobody declared (yet) has none.
        """
        if kind not in self._facts:
            self._facts[kind] = (
                tuple(_stated(row) for row in reading.records(self.view, kind))
                if kind in KINDS
                else ()
            )
        return self._facts[kind]

    def of_loan(self, kind: str, loan: Loan) -> Sequence[Stated]:
        """Return the facts of a kind about a loan, oldest first."""
        return self._by(kind, "account_id").get(loan.account_id, ())

    def of_household(self, kind: str, household_id: int) -> Sequence[Stated]:
        """Return the facts of a kind about a household or any of its loans, oldest first."""
        return self._by(kind, "household_id").get(household_id, ())

    def of_loan_or_household(self, kind: str, loan: Loan) -> Sequence[Stated]:
        """Return the facts of a kind about a loan, or about its household as a whole."""
        return [
            each
            for each in self.of_household(kind, loan.household_id)
            if each.account_id in (None, loan.account_id)
        ]

    def of_security(self, kind: str, security: Security) -> Sequence[Stated]:
        """Return the facts of a kind that name a security's certificate, oldest first."""
        named = {bare(number) for number in (security.title_no, security.register_no) if number}
        return [
            each
            for each in self.of_household(kind, security.household_id)
            if bare(each.text("security") or "") in named
        ]

    def _by(self, kind: str, owner: str) -> Mapping[int, Sequence[Stated]]:
        if (kind, owner) not in self._grouped:
            grouped: dict[int, list[Stated]] = defaultdict(list)
            for each in self.facts(kind):
                if (number := getattr(each, owner)) is not None:
                    grouped[number].append(each)
            self._grouped[kind, owner] = grouped
        return self._grouped[kind, owner]

    @cached_property
    def borrowers(self) -> Mapping[int, str]:
        """The name of each household's borrower."""
        return reading.borrowers(self.view)

    @cached_property
    def with_papers(self) -> frozenset[int]:
        """Households with at least one paper in their file."""
        return reading.households_with_papers(self.view)


def _stated(row: Sequence[Any]) -> Stated:
    number, account_id, household_id, on, content = row
    held = json.loads(content) if isinstance(content, str) else content
    return Stated(f"record:{number}", account_id, household_id, on, held)


def bare(number: str) -> str:
    """Return a certificate number for comparison: no blanks, one kind of bracket."""
    return "".join(number.split()).translate(_BRACKETS).casefold()


_BRACKETS = str.maketrans("（）〔〕【】[]", "()()()()")


def latest(days: Iterable[date | None]) -> date | None:
    """Return the last of some days; None where there is none."""
    return max((day for day in days if day is not None), default=None)
