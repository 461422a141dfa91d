"""The ledger's reading side: any loan, on any day, as known at any moment.

    book = Book.of(workspace)
    view = book.at(date(2025, 12, 31), known_on=date(2026, 1, 5))

What is counted, chosen and summed lies in arrays (ledger.columns); loans, receipts and sources are
made for those that somebody looks at. A view is a snapshot: what is posted later is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from sqlalchemy import Connection, Engine, Row, RowMapping

from archive.settings import Settings
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts, records, schema
from ledger.columns import reading
from ledger.columns.day import Day
from ledger.columns.debtors import Debtor
from ledger.columns.files import Kept
from ledger.columns.known import Known
from ledger.columns.loans import Loans, as_values
from ledger.columns.receipts import Receipts
from ledger.columns.shape import NO_AMOUNT, Array
from ledger.columns.snapshot import Snapshot
from ledger.columns.states import States
from ledger.columns.stock import Stock, kept_in
from ledger.figure import Source
from ledger.records import Record
from ledger.states import Collateral, Inspection, LoanState, Repayment

# Filters, each of which a loan must pass: (("unit", "东城支行"), ("class_code", "次级")).
Scope = tuple[tuple[str, Any], ...]

T = TypeVar("T")


class UnknownLoan(Exception):
    """The ledger holds no loan of that number on that day."""

    def __init__(self, number: str) -> None:
        self.number = number
        super().__init__(
            _(
                "The ledger holds no loan {number}. List the loans: hudang ledger register loans"
            ).format(number=number)
        )


class AmbiguousLoan(Exception):
    """Several loans were drawn under that contract number."""

    def __init__(self, number: str, numbers: Sequence[str]) -> None:
        self.number, self.numbers = number, tuple(numbers)
        super().__init__(
            _("{number} names several loans: {numbers}. Give one of these numbers.").format(
                number=number, numbers=", ".join(numbers)
            )
        )


class Book:
    """The ledger of one workspace, for reading; safe to keep, and to use from several threads.

    where  the database; or a connection, whose own transaction then counts: such a book must not
           outlive the transaction
    kept   where arrays are kept from one program to the next; None: nowhere
    """

    def __init__(
        self, where: Connection | Engine, settings: Settings, kept: Kept | None = None
    ) -> None:
        self.where = where
        self.settings = settings
        self._stock = Stock(where, kept)
        self._last: Snapshot | None = None

    @classmethod
    def of(cls, workspace: Workspace, connection: Connection | None = None) -> Book:
        """Open the ledger of a workspace, making its tables if they are not there yet.

        connection  reads through this one, whose transaction has begun
        """
        where = connection or facts.ready(workspace)
        return cls(where, workspace.settings, kept_in(workspace))

    def at(
        self,
        as_of: date,
        known_on: date | datetime | None = None,
        *,
        seen_by: Connection | None = None,
    ) -> View:
        """Return the ledger at the end of the day `as_of`.

        known_on  only what was recorded by then counts; a day means all of it; None: all by now
        seen_by   only what this transaction sees counts, which may be over before the view is
                  done with; only for one that posts nothing itself
        """
        with facts.connected(seen_by or self.where) as connection:
            bounds = reading.bounds(connection) | {"record": records.last_id(connection)}
        snapshot = self._snapshot(bounds, facts.moment(known_on))
        return View(snapshot, self.settings, as_of, known_on)

    def _snapshot(self, bounds: dict[str, int], moment: str | None) -> Snapshot:
        """Return what is known at a moment: the one looked at last, while nothing was posted."""
        last = self._last
        # In a connection's own transaction, rows may have been taken back and others posted.
        is_same = isinstance(self.where, Engine) and last and last.is_of(bounds, moment)
        if last and is_same:
            last.forget_names()
            return last
        if last:
            last.forget_days()
        self._last = Snapshot(self._stock, bounds, moment)
        return self._last


class View:
    """The ledger at the end of one day, as known at one moment.

    scope  only loans that pass these filters are looked at (see `where`)
    """

    def __init__(
        self,
        snapshot: Snapshot,
        settings: Settings,
        as_of: date,
        known_on: date | datetime | None = None,
        scope: Scope = (),
    ) -> None:
        self.snapshot = snapshot
        self.settings = settings
        self.as_of = as_of
        self.known_on = known_on
        self.scope = scope

    def at(self, as_of: date) -> View:
        """Return another day, as known at the same moment and of the same loans."""
        if as_of == self.as_of:
            return self
        return View(self.snapshot, self.settings, as_of, self.known_on, self.scope)

    def where(self, **filters: Any) -> View:
        """Return the same day with fewer loans: every figure and register of it is of those only.

        filters  of ledger.columns.loans.FILTERS; None does not filter. A class is the one in force
                 on the day looked at, so a year's figures are of the loans of that class at its end
        """
        given = tuple((name, value) for name, value in filters.items() if value is not None)
        if not given:
            return self
        scope = (*self.scope, *given)
        return View(self.snapshot, self.settings, self.as_of, self.known_on, scope)

    def remembered(self, what: str, make: Callable[[], T]) -> T:
        """Return what `make` makes, made once for this day and these loans."""
        return self.snapshot.remembered((what, self.as_of, self.scope), make)

    # Loans.

    @property
    def day(self) -> Day:
        """The state of all loans, those outside the scope too, column by column."""
        return self.snapshot.day(self.as_of.toordinal())

    @cached_property
    def granted(self) -> Loans:
        """Every loan granted by the day as columns, by day and number; also those paid off."""
        return self._scoped(Loans.all(self.day))

    def _scoped(self, loans: Loans) -> Loans:
        for name, value in self.scope:
            loans = loans.where(**{name: value})
        return loans

    @cached_property
    def open(self) -> Loans:
        """Loans with principal still owed, as columns."""
        return self.granted.open

    @cached_property
    def loans(self) -> Sequence[LoanState]:
        """Every loan granted by the day, by day and number; also those that are paid off."""
        return States(self.granted)

    @cached_property
    def open_loans(self) -> Sequence[LoanState]:
        """Loans with principal still owed."""
        return States(self.open)

    def loan(self, number: str | int) -> LoanState:
        """Return the loan with that IOU number, contract number or account id.

        Raises UnknownLoan, and AmbiguousLoan for a contract with several drawdowns.
        """
        found = self._account(number) if isinstance(number, int) else self._called(number)
        if not len(found):
            raise UnknownLoan(str(number))
        if len(found) > 1:
            raise AmbiguousLoan(str(number), found.values("number"))
        return States(found)[0]

    def _account(self, account_id: int) -> Loans:
        known = range(len(self.snapshot.terms))
        place = self.day.by_account[np.array([account_id] if account_id in known else [], np.int64)]
        return self._scoped(Loans(self.day, place[place >= 0]))

    def _called(self, number: str) -> Loans:
        every = self.granted
        accounts = self.snapshot.known("loan_account")
        of_number = accounts["id"][accounts["number"] == accounts.place("number", number)]
        is_iou = every["iou_no"] == self.day.place("iou_no", number)
        found = every.keep(np.isin(every["account_id"], of_number) | is_iou)
        if len(found):
            return found
        return every.keep(every["contract_no"] == self.day.place("contract_no", number))

    def loans_of(self, household_id: int) -> Sequence[LoanState]:
        """Return all loans of a household granted by the day, paid off ones too."""
        return tuple(States(self._scoped(Loans(self.day, self.day.of_household(household_id)))))

    def debtor(self, household_id: int) -> Debtor:
        """Return whom a household's file is named after; nobody where the file is not known."""
        return self.snapshot.debtors([household_id])[household_id]

    def households_by_identity(self) -> Mapping[str, int]:
        """Return the households whose borrower has an ID number or credit code, by that."""
        return {
            debtor.id_number: household_id
            for household_id, debtor in self.snapshot.all_debtors().items()
            if debtor.id_number
        }

    def number_of(self, account_id: int) -> str:
        """Return the number by which people call a loan."""
        return self.snapshot.numbers(np.array([account_id]))[0]

    def balance_on(self, account_id: int, day: date) -> int:
        """Return the principal owed on a loan at the end of `day`, in fen."""
        return int(self.snapshot.balances(np.array([account_id]), day.toordinal())[0])

    # Receipts, interest, statements.

    def repayments(self, first: date, last: date | None = None) -> Sequence[Repayment]:
        """Return what was received from `first` to `last` (the view's day if later or None).

        What was carried forward from before the ledger begins lowers balances, but nobody knows
        when it came in: it is no receipt of any period.
        """
        return Receipts(self.snapshot, self.received(first, last))

    def received(self, first: date, last: date | None = None) -> Array:
        """Return positions in the table `repayment` of what `repayments` returns."""
        table = self.snapshot.known("repayment")
        carried = table.place("channel", schema.CARRIED)
        found = self._between(table, first, last)
        received: Array = found[table["channel"][found] != carried]
        return received

    def repayments_of(self, account_id: int) -> Sequence[Repayment]:
        """Return what was received on one loan up to the day, oldest first."""
        table = self.snapshot.known("repayment")
        account = np.array([account_id])
        found = np.arange(table.start(account)[0], table.end(account, self.as_of.toordinal())[0])
        is_carried = table["channel"][found] == table.place("channel", schema.CARRIED)
        return Receipts(self.snapshot, found[~is_carried])

    def interest_rows(self, first: date, last: date) -> Sequence[RowMapping]:
        """Return the interest facts of periods that end from `first` to `last`, and by the day."""
        found = self.interest(first, last)
        return self._facts("interest_due", found)

    def interest(self, first: date, last: date) -> Array:
        """Return positions in the table `interest_due` of what `interest_rows` returns."""
        return self._between(self.snapshot.known("interest_due"), first, last)

    def _between(self, table: Known, first: date, last: date | None) -> Array:
        """Return positions of rows of the view's loans from one day to another."""
        last = min(last or self.as_of, self.as_of)
        on = table["effective_on"]
        found: Array = np.flatnonzero((on >= first.toordinal()) & (on <= last.toordinal()))
        mine: Array = found[self.is_mine(table["account_id"][found])]
        return mine

    def is_mine(self, accounts: Array) -> Array:
        """Return which accounts are loans that the view looks at, granted or to be granted."""
        if not self.scope:
            return self.snapshot.is_loan(accounts)
        mine = np.zeros(len(self.snapshot.terms), dtype=np.bool_)
        mine[self.granted["account_id"]] = True
        found: Array = mine[accounts]
        return found

    def stated_balances(self, *, wrong: bool = False) -> Iterator[tuple[LoanState, RowMapping]]:
        """Yield every balance an office stated up to the day, with the loan as it was that day.

        wrong  only those that are not the amount less what was received
        """
        table = self.snapshot.known("statement")
        on, balance = table["effective_on"], table["balance_fen"]
        found = np.flatnonzero((on <= self.as_of.toordinal()) & (balance != NO_AMOUNT))
        found = found[self.is_mine(table["account_id"][found])]
        if wrong:
            computed = self.snapshot.balances(table["account_id"][found], on[found])
            found = found[computed != balance[found]]
        rows = self._facts("statement", found)
        for row in rows:
            day = self.snapshot.day(row["effective_on"].toordinal())
            place = day.by_account[[row["account_id"]]]
            if place[0] >= 0:
                yield States(Loans(day, place))[0], row

    # Classes.

    def classes_of(self, account_id: int) -> tuple[tuple[date, str, str], ...]:
        """Return a loan's classes up to the day, oldest first: (from when, class, fact)."""
        table = self.snapshot.known("classification")
        account = np.array([account_id])
        found = np.arange(table.start(account)[0], table.end(account, self.as_of.toordinal())[0])
        days = as_values(table["effective_on"][found], "day")
        codes = table.words("class", found)
        ids = table["id"][found].tolist()
        return tuple(
            (day, str(code), f"classification:{number}")
            for day, code, number in zip(days, codes, ids, strict=True)
        )

    def class_source(self, account_id: int, day: date | None = None) -> Source | None:
        """Return where the class in force at the end of `day` (the view's own) was taken from."""
        table = self.snapshot.known("classification")
        last = table.last(np.array([account_id]), (day or self.as_of).toordinal())[0]
        if last < 0:
            return None
        return self.snapshot.sources("classification", [int(table["id"][last])], "class")[0]

    # What is kept by household.

    def collateral_of(
        self, *, household_id: int | None = None, account_id: int | None = None
    ) -> tuple[Collateral, ...]:
        """Return what secures a household, or a loan (with what its household gave for all)."""
        return tuple(
            Collateral(
                fact=f"collateral:{row['id']}",
                sources=facts.sources_of(row),
                **{
                    name: row[name]
                    for name in Collateral.__slots__
                    if name not in ("fact", "sources")
                },
            )
            for row in self._of_household("collateral", household_id, account_id)
        )

    def inspections_of(
        self, *, household_id: int | None = None, account_id: int | None = None
    ) -> tuple[Inspection, ...]:
        """Return inspections up to the day, oldest first: of a loan (with those of its household
        as a whole), of a household, or all."""
        return tuple(
            Inspection(
                fact=f"inspection:{row['id']}",
                household_id=row["household_id"],
                account_id=row["account_id"],
                due_on=row["due_on"],
                done_on=row["done_on"],
                kind=row["kind"],
                inspector=row["inspector"],
                result=row["result"],
                problems=row["problems"],
                next_due_on=row["next_due_on"],
                source=facts.source_of(row),
            )
            for row in self._of_household("inspection", household_id, account_id)
        )

    def _of_household(
        self, name: str, household_id: int | None, account_id: int | None
    ) -> Sequence[RowMapping]:
        """Return facts up to the day: of a loan with those of its household, of one, or all."""
        table = self.snapshot.known(name)
        until = self.as_of.toordinal()
        if account_id is not None:
            household_id = self.loan(account_id).household_id
        if household_id is None:
            found = np.flatnonzero(table["effective_on"] <= until)
        else:
            household = np.array([household_id])
            found = np.arange(table.start(household)[0], table.end(household, until)[0])
        if account_id is not None:
            found = found[np.isin(table["account_id"][found], (0, account_id))]
        return self._facts(name, found)

    def _facts(self, name: str, positions: Array) -> Sequence[RowMapping]:
        """Return facts in full."""
        return self.snapshot.rows(name, self.snapshot.known(name)["id"][positions].tolist())

    def records(
        self,
        kind: str,
        *,
        household_id: int | None = None,
        account_id: int | None = None,
        subject: str | None = None,
    ) -> tuple[Record, ...]:
        """Return the facts of a declared kind up to the day, oldest first. Raises UnknownFactKind.

        account_id  those about this loan only, without those about its household as a whole
        """
        with self.snapshot.connected() as connection:
            return records.records(
                connection,
                kind,
                as_of=self.as_of,
                known_at=self.snapshot.moment,
                up_to=self.snapshot.bounds["record"],
                household_id=household_id,
                account_id=account_id,
                subject=subject,
            )

    def plain(self, table: str, columns: Sequence[str], *conditions: Any) -> Sequence[Row[Any]]:
        """Return columns of all facts of a table up to the day, oldest first: for whole runs.

        conditions  on columns of ledger.schema.FACTS[table], as SQLAlchemy writes them
        """
        with self.snapshot.connected() as connection:
            return facts.plain(
                connection,
                table,
                columns,
                conditions,
                as_of=self.as_of,
                known_at=self.snapshot.moment,
                up_to=self.snapshot.bounds[table],
            )

    # Plans.

    def targets(self, year: int, indicator: str) -> tuple[RowMapping, ...]:
        """Return the plan facts of a year for one indicator."""
        table = self.snapshot.known("target")
        found = table["year"] == year
        found &= table["indicator"] == table.place("indicator", indicator)
        return tuple(self._facts("target", np.flatnonzero(found)))

    def target_source(self, row: RowMapping) -> Source:
        """Return where a plan's figure was taken from."""
        return facts.source_of(row, "value")
