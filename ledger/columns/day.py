"""The state of all loans at the end of a day, column by column, each worked out when asked for."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import numpy as np

from ledger.classes import CLASSES
from ledger.columns.known import Known
from ledger.columns.shape import NO_AMOUNT, NO_DAY, SHAPES, Array
from ledger.columns.snapshot import Snapshot

NO_GRADE = -1


class Day:
    """Every loan granted by a day, by the day it was granted and its number; see docs of columns.

    Each property is an array with one value a loan. Sums are exact: int64 fen.
    """

    def __init__(self, snapshot: Snapshot, ordinal: int) -> None:
        self.snapshot = snapshot
        self.ordinal = ordinal
        self._terms: dict[str, Array] = {}

    @property
    def date(self) -> date:
        """The day."""
        return date.fromordinal(self.ordinal)

    def __len__(self) -> int:
        return len(self.account_id)

    def __getitem__(self, column: str) -> Array:
        """A column: a property of this class, or one of the loans' terms."""
        if column in SHAPES["loan"].kinds and column not in ("account_id", "due_on"):
            if column not in self._terms:
                self._terms[column] = self._loans[column][self._where]
            return self._terms[column]
        found: Array = getattr(self, column)
        return found

    def words(self, column: str, picked: Array) -> list[str | None]:
        """Return a column of texts of the loans' terms, for some loans."""
        return self._loans.words(column, self._where[picked])

    def place(self, column: str, text: str) -> int:
        """Return the number of a text in a column of the terms: what `day[column]` is to equal."""
        return self._loans.place(column, text)

    @property
    def _loans(self) -> Known:
        return self.snapshot.known("loan")

    @cached_property
    def account_id(self) -> Array:
        """Accounts, in order."""
        accounts = np.flatnonzero(self.snapshot.terms >= 0)
        granted = self._loans["granted_on"][self.snapshot.terms[accounts]]
        by_day = granted <= self.ordinal
        accounts, granted = accounts[by_day], granted[by_day]
        order = np.lexsort((self.snapshot.number_ranks(accounts), granted))
        ordered: Array = accounts[order]
        return ordered

    @cached_property
    def _where(self) -> Array:
        """Position of each loan's terms."""
        where: Array = self.snapshot.terms[self.account_id]
        return where

    # When it is due.

    @cached_property
    def first_due_on(self) -> Array:
        """Day on which it falls due as first agreed."""
        due: Array = self._loans["due_on"][self._where]
        return due

    @cached_property
    def _extended(self) -> tuple[Array, Array]:
        extensions = self.snapshot.extensions
        return extensions.apply(self.account_id, self.first_due_on, self.ordinal)

    @cached_property
    def due_on(self) -> Array:
        """Day on which it falls due, with the extensions agreed by the day."""
        return self._extended[0]

    @cached_property
    def extension_id(self) -> Array:
        """Id of the extension in force (`record`); 0 without one."""
        return self._extended[1]

    # What is owed.

    @cached_property
    def repaid_fen(self) -> Array:
        """Principal received up to the day."""
        repayments = self.snapshot.known("repayment")
        return repayments.total("principal_fen", self.account_id, self.ordinal)

    @cached_property
    def balance_fen(self) -> Array:
        """Amount less what was received."""
        left: Array = self["amount_fen"] - self.repaid_fen
        return left

    @cached_property
    def is_open(self) -> Array:
        """Whether principal is still owed."""
        owed: Array = self.balance_fen > 0
        return owed

    # The class in force.

    @cached_property
    def class_at(self) -> Array:
        """Position of the class in force; -1: never classified."""
        return self.snapshot.known("classification").last(self.account_id, self.ordinal)

    @cached_property
    def class_code(self) -> Array:
        """Grade of the class in force: its place in CLASSES; NO_GRADE without one."""
        return grades(self.snapshot, "class", self.class_at)

    @cached_property
    def previous_class(self) -> Array:
        """Grade of the class before: the one before it, else what the first one says."""
        classes = self.snapshot.known("classification")
        first = classes.start(self.account_id)
        before = np.where(self.class_at > first, self.class_at - 1, -1)
        said = grades(self.snapshot, "previous_class", self.class_at)
        return np.where(before >= 0, grades(self.snapshot, "class", before), said)

    @cached_property
    def class_on(self) -> Array:
        """Day from which the class holds."""
        return self._of_class("effective_on", NO_DAY)

    @cached_property
    def class_decided_on(self) -> Array:
        """Day on which it was decided."""
        return self._of_class("decided_on", NO_DAY)

    @cached_property
    def class_id(self) -> Array:
        """Id of the classification; 0 without one."""
        return self._of_class("id", 0)

    def _of_class(self, column: str, missing: int) -> Array:
        return self.snapshot.known("classification").picked(column, self.class_at, missing)

    # What the office last stated.

    @cached_property
    def stated_at(self) -> Array:
        """Position of the last statement; -1 without one."""
        return self.snapshot.known("statement").last(self.account_id, self.ordinal)

    def _stated(self, column: str, missing: int) -> Array:
        return self.snapshot.known("statement").picked(column, self.stated_at, missing)

    @cached_property
    def statement_id(self) -> Array:
        """Id of the last statement; 0 without one."""
        return self._stated("id", 0)

    @cached_property
    def stated_on(self) -> Array:
        """Day of the last statement."""
        return self._stated("effective_on", NO_DAY)

    @cached_property
    def stated_balance_fen(self) -> Array:
        """Balance as last stated."""
        return self._stated("balance_fen", NO_AMOUNT)

    @cached_property
    def arrears_in_fen(self) -> Array:
        """Interest in arrears in the balance sheet, as last stated."""
        return self._stated("arrears_in_fen", NO_AMOUNT)

    @cached_property
    def arrears_off_fen(self) -> Array:
        """Interest in arrears off the balance sheet, as last stated."""
        return self._stated("arrears_off_fen", NO_AMOUNT)

    @cached_property
    def arrears_fen(self) -> Array:
        """Both together; NO_AMOUNT where neither was stated."""
        parts = (self.arrears_in_fen, self.arrears_off_fen)
        known = (parts[0] != NO_AMOUNT) | (parts[1] != NO_AMOUNT)
        both = sum(np.where(part == NO_AMOUNT, 0, part) for part in parts)
        return np.where(known, both, NO_AMOUNT)

    @cached_property
    def days_overdue(self) -> Array:
        """The larger of: days since maturity while a balance is left; days as last stated."""
        due = self["due_on"].astype(np.int64)
        since = np.where(due == NO_DAY, 0, np.maximum(self.ordinal - due, 0))
        stated = np.maximum(self._stated("days_overdue", NO_AMOUNT), 0)
        return np.where(self.is_open, np.maximum(since, stated), 0)

    # Receipts.

    @cached_property
    def received_from(self) -> Array:
        """Position of the first repayment of each loan."""
        return self.snapshot.known("repayment").start(self.account_id)

    @cached_property
    def received_to(self) -> Array:
        """Position after the last repayment up to the day."""
        return self.snapshot.known("repayment").end(self.account_id, self.ordinal)

    # Ways to loans.

    @cached_property
    def by_account(self) -> Array:
        """Place of each account's loan in the day's order; -1 for those not granted yet."""
        places = np.full(len(self.snapshot.terms), -1, dtype=np.int64)
        places[self.account_id] = np.arange(len(self))
        return places

    @cached_property
    def _by_household(self) -> tuple[Array, Array]:
        order = np.argsort(self["household_id"], kind="stable")
        return order, self["household_id"][order]

    def of_household(self, household_id: int) -> Array:
        """Return the places of a household's loans, in the day's order."""
        order, households = self._by_household
        first, last = np.searchsorted(households, [household_id, household_id + 1])
        found: Array = order[first:last]
        return found


def grades(snapshot: Snapshot, column: str, positions: Array) -> Array:
    """Return the grades that some classifications give."""
    classes = snapshot.known("classification")
    grade = [CLASSES.index(code) if code in CLASSES else NO_GRADE for code in classes.texts(column)]
    # The place of "no text" is -1: the last one.
    of_place = np.array([*grade, NO_GRADE], dtype=np.int8)
    found: Array = of_place[classes.picked_texts(column, positions)]
    return found
