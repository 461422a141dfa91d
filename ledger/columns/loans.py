"""Some loans as they stand at the end of a day: chosen, ordered, counted and summed by columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Self

import numpy as np

from ledger.classes import CLASSES, class_code
from ledger.columns.day import Day
from ledger.columns.figure_rows import Behind, kind
from ledger.columns.shape import NO_AMOUNT, NO_DAY, SHAPES, Array
from ledger.guarantees import guarantee_code
from ledger.states import masked

# What loans are chosen by, everywhere: registers, indicators, rules.
FILTERS = ("unit", "product", "manager", "class_code", "guarantee", "household_id")


class Loans:
    """A choice of a day's loans, in an order of its own. Nothing is changed: each call is new.

    day     the state of all loans
    places  which of them, by their place in the day's order
    """

    def __init__(self, day: Day, places: Array) -> None:
        self.day = day
        self.places = places

    @classmethod
    def all(cls, day: Day) -> Loans:
        """Return all loans granted by the day, in order of day and number."""
        return cls(day, np.arange(len(day)))

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, column: str) -> Array:
        """A column as it lies in memory (see ledger.columns): for masks and sums."""
        found: Array = self.day[column][self.places]
        return found

    # Choosing and ordering.

    @property
    def open(self) -> Loans:
        """Those with principal still owed."""
        return self.keep(self["is_open"])

    def part(self, part: slice) -> Self:
        """Return some of them, in the order they are in."""
        return type(self)(self.day, self.places[part])

    def keep(self, mask: Array) -> Loans:
        """Return those for which `mask`, one truth a loan, is true."""
        return Loans(self.day, self.places[mask])

    def where(self, **wanted: Any) -> Loans:
        """Return those that pass every filter of FILTERS that is not None.

        Classes and guarantees by any name. Raises TypeError for another filter, UnknownClass,
        UnknownGuarantee.
        """
        found = self
        for name, value in wanted.items():
            if name not in FILTERS:
                raise TypeError(f"loans cannot be chosen by {name}")
            if value is not None:
                found = found.keep(found[name] == _lies_as(self.day, name, value))
        return found

    def by(self, *keys: Array) -> Loans:
        """Return them ordered by the first of `keys` (arrays, one value a loan), then the next."""
        return Loans(self.day, self.places[np.lexsort(keys[::-1])])

    @property
    def number_ranks(self) -> Array:
        """Integers that order loans by number."""
        return self.day.snapshot.number_ranks(self["account_id"])

    # Values as people and programs read them.

    def total(self, column: str) -> int:
        """Return the sum of a column of money, unknown ones left out."""
        values = self[column]
        return int(values[values != NO_AMOUNT].sum())

    def values(self, column: str) -> list[Any]:
        """Return a column as Python values: str, int, date, Decimal, bool; None where unknown."""
        if column in _SPECIAL:
            return _SPECIAL[column](self)
        lies_as = _KINDS.get(column) or SHAPES["loan"].kinds[column]
        if lies_as == "text":
            return self.day.words(column, self.places)
        return as_values(self[column], lies_as)

    # The rows behind a figure.

    def rows(self, amounts: Array | None) -> Behind:
        """Return them as rows behind a figure, each by the fact with its terms."""
        day = self.day
        return Behind.of(
            day.snapshot, "loan", "amount_fen", self["id"], self["account_id"], amounts
        )

    def class_rows(self, amounts: Array | None) -> Behind:
        """Return them as rows that count for their class: the fact is the classification.

        A loan without a class stands there with its terms.
        """
        ids, terms = self["class_id"], self["id"]
        kinds = np.where(ids > 0, kind("classification", "class"), kind("loan", "amount_fen"))
        ids = np.where(ids > 0, ids, terms)
        return Behind(self.day.snapshot, kinds, ids, self["account_id"], amounts)

    def behind(self) -> Behind:
        """Return the fact behind each in a register: its terms."""
        return self.rows(None)


_KINDS = {
    "account_id": "money",
    "repaid_fen": "money",
    "balance_fen": "money",
    "is_open": "flag",
    "class_code": "grade",
    "previous_class": "grade",
    "due_on": "day",
    "first_due_on": "day",
    "class_on": "day",
    "class_decided_on": "day",
    "stated_on": "day",
    "stated_balance_fen": "money",
    "arrears_in_fen": "money",
    "arrears_off_fen": "money",
    "arrears_fen": "money",
    "days_overdue": "money",
}


def as_values(array: Array, lies_as: str) -> list[Any]:
    """Return an array as Python values; None where it says that there is none."""
    if lies_as == "day":
        return _dates(array)
    if lies_as == "grade":
        return [*map((*CLASSES, None).__getitem__, array.tolist())]
    values: list[Any] = array.tolist()
    if lies_as == "money":
        return [None if value == NO_AMOUNT else value for value in values]
    return values


def _dates(ordinals: Array) -> list[date | None]:
    """Each day is made once."""
    every, which = np.unique(ordinals, return_inverse=True)
    made = [None if day == NO_DAY else date.fromordinal(day) for day in every.tolist()]
    return [made[n] for n in which.tolist()]


def _lies_as(day: Day, name: str, value: Any) -> int:
    """Return what a column is to equal."""
    if name == "household_id":
        return int(value)
    if name == "class_code":
        return CLASSES.index(class_code(value))
    return day.place(name, guarantee_code(value) if name == "guarantee" else str(value))


def _numbers(loans: Loans) -> list[str]:
    return loans.day.snapshot.numbers(loans["account_id"])


def _rates(loans: Loans) -> list[Decimal | None]:
    return [Decimal(text) if text else None for text in loans.day.words("rate", loans.places)]


def _debtors(loans: Loans, part: str) -> list[str | None]:
    households: Sequence[int] = loans["household_id"].tolist()
    found = loans.day.snapshot.debtors(households)
    return [getattr(found[household], part) for household in households]


# Columns that are no arrays.
_SPECIAL: dict[str, Callable[[Loans], list[Any]]] = {
    "number": _numbers,
    "rate": _rates,
    "borrower": lambda loans: _debtors(loans, "name"),
    "id_number": lambda loans: _debtors(loans, "id_number"),
    "village": lambda loans: _debtors(loans, "village"),
    "masked_id": lambda loans: [masked(each) for each in _debtors(loans, "id_number")],
}
