"""Everything known at one moment: the tables as arrays, and the rows themselves when asked for."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from sqlalchemy import Connection, RowMapping, select

from ledger import facts, records, schema
from ledger.columns.debtors import NOBODY, Debtor, debtors
from ledger.columns.extensions import Extensions, known_extensions
from ledger.columns.known import Known
from ledger.columns.shape import Array
from ledger.columns.stock import Stock
from ledger.figure import Source

if TYPE_CHECKING:
    from ledger.columns.day import Day

# Rows read at once, when somebody looks at rows.
AT_ONCE = 500

# What facts.source_of looks at.
_SAYING_WHERE = (
    "id", "source_kind", "document_id", "page", "box", "sheet", "cell", "person", "cells",
)  # fmt: skip

# So many times names of a few files are read by themselves.
_ASKED_OFTEN = 20

# What is remembered, states of days above all: a year's figures ask for its end and its beginning.
_KEPT = 8

T = TypeVar("T")


class Snapshot:
    """The ledger as known at one moment; what is recorded after it was taken does not appear.

    bounds  the last id of each table when it was taken
    moment  only what was recorded by then counts (archive.clock.stamp); None: everything
    """

    def __init__(self, stock: Stock, bounds: Mapping[str, int], moment: str | None) -> None:
        self._stock = stock
        self.bounds = bounds
        self.moment = moment
        self._known: dict[str, Known] = {}
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._debtors: dict[int, Debtor] = {}
        self._asked = 0
        self._lock = threading.RLock()

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes, and the same the next times: a few of them are kept."""
        with self._lock:
            if key not in self._made:
                self._made[key] = make()
            self._made.move_to_end(key)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
            found: T = self._made[key]
            return found

    def is_of(self, bounds: Mapping[str, int], moment: str | None) -> bool:
        """Whether a snapshot with these would be the same."""
        return (self.bounds, self.moment) == (bounds, moment)

    def forget_days(self) -> None:
        """Let go of what is remembered: it is made again for whoever still looks."""
        with self._lock:
            self._made.clear()

    def forget_names(self) -> None:
        """Read names of debtors anew: unlike facts they may have been changed."""
        with self._lock:
            self._debtors = {}

    def known(self, table: str) -> Known:
        """Return the rows of a table that hold."""
        with self._lock:
            if table not in self._known:
                bound = self.bounds[table]
                rows = self._stock.rows(table, bound)
                self._known[table] = Known(rows, bound, self.moment)
            return self._known[table]

    def day(self, ordinal: int) -> Day:
        """Return the state of all loans at the end of a day."""
        from ledger.columns.day import Day

        return self.remembered(ordinal, lambda: Day(self, ordinal))

    @cached_property
    def terms(self) -> Array:
        """Position in `loan` of the terms of each account; -1 for accounts without a loan."""
        loans = self.known("loan")
        accounts = loans["account_id"]
        size = 1 + max(int(accounts.max(initial=0)), self.bounds["loan_account"])
        found = np.full(size, -1, dtype=np.int64)
        # The last row of an account counts, by day and id.
        found[accounts] = np.arange(len(accounts))
        return found

    @cached_property
    def extensions(self) -> Extensions:
        """Every extension of a loan."""
        with self.connected() as connection:
            found = records.records(
                connection,
                "extension",
                as_of=date.max,
                known_at=self.moment,
                up_to=self.bounds["record"],
            )
        return known_extensions(found)

    def is_loan(self, accounts: Array) -> Array:
        """Return which accounts have terms."""
        found: Array = self.terms[accounts] >= 0
        return found

    @cached_property
    def _numbers(self) -> Array:
        """The place of each account's number among all numbers, in their order."""
        accounts = self.known("loan_account")
        found = np.zeros(1 + self.bounds["loan_account"], dtype=np.int64)
        found[accounts["id"]] = accounts["number"]
        return found

    def number_ranks(self, accounts: Array) -> Array:
        """Return integers that order accounts by number."""
        ranks: Array = self._numbers[accounts]
        return ranks

    def numbers(self, accounts: Array) -> list[str]:
        """Return the numbers by which people call loans."""
        every = self.known("loan_account").texts("number")
        return [every[place] for place in self._numbers[accounts].tolist()]

    def balances(self, accounts: Array, days: Array | int) -> Array:
        """Return the principal owed on each account at the end of a day (each its own)."""
        granted = self.known("loan")["amount_fen"][self.terms[accounts]]
        repaid = self.known("repayment").total("principal_fen", accounts, days)
        owed: Array = granted - repaid
        return owed

    def rows(self, table: str, ids: Sequence[int]) -> list[RowMapping]:
        """Return facts in full, in the order of `ids`."""
        return self._read(table, ids, schema.FACTS[table].c.keys())

    def _read(self, table: str, ids: Sequence[int], columns: Sequence[str]) -> list[RowMapping]:
        fact = schema.FACTS[table]
        found: dict[int, RowMapping] = {}
        with self._stock.connected() as connection:
            for some in _some(sorted(set(ids))):
                query = select(*(fact.c[name] for name in columns)).where(fact.c.id.in_(some))
                found |= {row["id"]: row for row in connection.execute(query).mappings()}
        return [found[each] for each in ids]

    def sources(self, table: str, ids: Sequence[int], column: str | None) -> list[Source]:
        """Return where facts, or one column of them, were taken from."""
        return [facts.source_of(row, column) for row in self._read(table, ids, _SAYING_WHERE)]

    def connected(self) -> AbstractContextManager[Connection]:
        """Read the database, in the transaction that the ledger is read in if there is one."""
        return self._stock.connected()

    def all_debtors(self) -> Mapping[int, Debtor]:
        """Return who the files of all households are named after."""
        with self.connected() as connection:
            self._debtors |= debtors(connection, None)
        return self._debtors

    def debtors(self, households: Sequence[int]) -> dict[int, Debtor]:
        """Return who the files of some households are named after."""
        missing = [each for each in dict.fromkeys(households) if each not in self._debtors]
        if missing:
            self._asked += 1
            # Asked for many, or time and again: read all.
            few = len(missing) <= AT_ONCE and self._asked <= _ASKED_OFTEN
            with self.connected() as connection:
                self._debtors |= debtors(connection, missing if few else None)
        return {each: self._debtors.setdefault(each, NOBODY) for each in households}


def _some(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]
