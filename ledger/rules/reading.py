"""Reading for rules: whole columns of facts, once a run, cut down to loans with principal owed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np
from sqlalchemy import func, select

from archive import documents
from archive import schema as archive_schema
from ledger import schema
from ledger.book import View
from ledger.classes import BAD, CLASSES
from ledger.columns.loans import as_values
from ledger.columns.shape import NO_AMOUNT, NO_DAY, Array
from ledger.rules.subjects import Loan

_COLUMNS = (
    "account_id", "household_id", "number", "contract_no", "product", "guarantee", "occurrence",
    "unit", "manager", "amount_fen", "balance_fen", "granted_on", "due_on", "days_overdue",
    "arrears_fen", "stated_on", "class_code", "class_on",
)  # fmt: skip

# Classes further back than this matter only for bad loans.
_RECENT = timedelta(days=400)

Row = Sequence[Any]


def open_loans(view: View) -> Iterator[Loan]:
    """Yield the loans with principal owed, by day granted and number."""
    columns = [view.open.values(name) for name in _COLUMNS]
    columns.append(as_values(_overdue_since(view), "day"))
    for values in zip(*columns, strict=True):
        yield Loan(*values)


def _overdue_since(view: View) -> Array:
    """Day from which each open loan is overdue: its due date, or earlier as last stated.

    It does not move from day to day, as long as nothing new is stated.
    """
    loans = view.open
    due = loans["due_on"].astype(np.int64)
    late = (due != NO_DAY) & (due < loans.day.ordinal)
    since = np.where(late, due, np.iinfo(np.int64).max)
    days = view.snapshot.known("statement").picked("days_overdue", loans["stated_at"], NO_AMOUNT)
    stated = np.where(days > 0, loans["stated_on"] - days, np.iinfo(np.int64).max)
    first = np.minimum(since, stated)
    return np.where(first == np.iinfo(np.int64).max, NO_DAY, first)


def arrears_since(view: View) -> Iterator[tuple[int, date]]:
    """Yield open loans with interest in arrears, and the first day it was stated so."""
    table = view.snapshot.known("statement")
    parts = (table["arrears_in_fen"], table["arrears_off_fen"])
    behind = (parts[0] > 0) | (parts[1] > 0)
    loans = view.open
    accounts = loans["account_id"][loans["arrears_fen"] > 0]
    first, last = table.start(accounts), table.last(accounts, view.day.ordinal)
    for account_id, start, at in zip(accounts.tolist(), first.tolist(), last.tolist(), strict=True):
        while at > start and behind[at - 1]:
            at -= 1
        yield account_id, date.fromordinal(int(table["effective_on"][at]))


class Visit(NamedTuple):
    """An inspection that was done; `account_id` 0: of the household as a whole."""

    done_on: date
    fact: str
    account_id: int
    next_due_on: date | None


class Visits:
    """Inspections done of some households, by household and day."""

    def __init__(self, view: View, households: Array) -> None:
        table = view.snapshot.known("inspection")
        picked = np.flatnonzero(
            (table["done_on"] != NO_DAY)
            & (table["effective_on"] <= view.day.ordinal)
            & np.isin(table["household_id"], households)
        )
        self._visits = [
            Visit(done_on, f"inspection:{number}", account_id, following)
            for done_on, number, account_id, following in zip(
                as_values(table["done_on"][picked], "day"),
                table["id"][picked].tolist(),
                table["account_id"][picked].tolist(),
                as_values(table["next_due_on"][picked], "day"),
                strict=True,
            )
        ]
        # The table lies by household already, each household's in order of days.
        owners, first, count = np.unique(
            table["household_id"][picked], return_index=True, return_counts=True
        )
        self._where = dict(
            zip(
                owners.tolist(), zip(first.tolist(), (first + count).tolist(), strict=True),
                strict=True,
            )
        )  # fmt: skip

    def of(self, household_id: int) -> list[Visit]:
        """Return the inspections of a household and its loans, oldest first."""
        start, stop = self._where.get(household_id, (0, 0))
        return self._visits[start:stop]


def classes(view: View) -> Iterator[tuple[int, date, str, str]]:
    """Yield loan, first day, class and fact of classifications, oldest first of each loan.

    Of open loans: all of bad ones, those of the last year of others.
    """
    table = view.snapshot.known("classification")
    loans = view.open
    bad = loans["account_id"][loans["class_code"] >= min(map(CLASSES.index, BAD))]
    recent = (view.as_of - _RECENT).toordinal()
    picked = np.flatnonzero(
        (table["effective_on"] <= view.day.ordinal)
        & np.isin(table["account_id"], loans["account_id"])
        & ((table["effective_on"] >= recent) | np.isin(table["account_id"], bad))
    )
    codes = table.words("class", picked)
    days = as_values(table["effective_on"][picked], "day")
    accounts, ids = table["account_id"][picked].tolist(), table["id"][picked].tolist()
    for account_id, day, code, number in zip(accounts, days, codes, ids, strict=True):
        yield account_id, day, str(code), f"classification:{number}"


def last_receipts(view: View) -> Iterator[tuple[int, date, str]]:
    """Yield loan, day and fact of the last money received on each open loan.

    What was carried forward from before the ledger begins came in nobody knows when.
    """
    table = view.snapshot.known("repayment")
    accounts = view.open["account_id"]
    places = table.last(accounts, view.day.ordinal)
    known = places >= 0
    accounts, places = accounts[known], places[known]
    known = table["channel"][places] != table.place("channel", schema.CARRIED)
    accounts, places = accounts[known].tolist(), places[known]
    days = as_values(table["effective_on"][places], "day")
    for account_id, day, number in zip(accounts, days, table["id"][places].tolist(), strict=True):
        yield account_id, day, f"repayment:{number}"


def securities(view: View) -> Iterator[dict[str, Any]]:
    """Yield what the ledger says of each security, by the names of ledger.rules.subjects."""
    columns = (
        "id", "household_id", "account_id", "name", "kind", "title_no", "register_no",
        "value_fen", "appraised_on", "registered_on", "insured_until",
    )  # fmt: skip
    for row in view.plain("collateral", columns):
        values: dict[str, Any] = dict(zip(columns[1:], row[1:], strict=True))
        yield values | {"fact": f"collateral:{row[0]}"}


def records(view: View, kind: str) -> Sequence[Row]:
    """Return the facts of a declared kind, oldest first: id, account, household, day, content."""
    columns = ("id", "account_id", "household_id", "effective_on", "content")
    return view.plain("record", columns, schema.record.c.kind == kind)


def borrowers(view: View) -> dict[int, str]:
    """Return the name of each household's borrower, where its file names one."""
    person = archive_schema.person.c
    with view.snapshot.connected() as connection:
        rows = connection.execute(
            select(person.household_id, person.name).where(person.role == "borrower")
        )
        return {household_id: name for household_id, name in rows if name}


def households_with_papers(view: View) -> frozenset[int]:
    """Return the households in whose file there is a paper, drafts of our own apart."""
    document = archive_schema.document
    with view.snapshot.connected() as connection:
        query = select(document.c.household_id).where(
            document.c.household_id.is_not(None), documents.no_draft()
        )
        return frozenset(
            connection.scalars(query.group_by(document.c.household_id).having(func.count() > 0))
        )
