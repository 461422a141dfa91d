"""What the ledger holds of the things an import speaks of: asked for by key, in bulk.

Only what is asked for is read: an import of a few rows must not cost more in a large ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, RowMapping, func, or_, select

from archive import schema as archive_schema
from extractors.values.numbers import comparable
from ledger import facts, schema
from ledger.schema import CARRIED

# SQLite takes a few thousand parameters at most.
_AT_ONCE = 2_000


class HeldLoan(NamedTuple):
    """A loan of the ledger: enough to say whose it is."""

    account_id: int
    number: str
    household_id: int
    contract_no: str | None
    granted_on: date
    borrower: str | None
    amount_fen: int


class Held:
    """Questions about what the ledger holds, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._by_contract: dict[str, list[str]] | None = None

    def loans(self, numbers: Iterable[str]) -> list[HeldLoan]:
        """Return the loans of these numbers that the ledger holds."""
        number = schema.loan_account.c.number
        return [loan for part in parts(numbers) for loan in self._loans(number.in_(part))]

    def loans_of(self, households: Iterable[int]) -> list[HeldLoan]:
        """Return all loans of these households."""
        return [
            loan
            for part in parts(households)
            for loan in self._loans(schema.loan.c.household_id.in_(part))
        ]

    def numbers_of_contract(self, contract_no: str) -> Sequence[str]:
        """Return the numbers of the loans drawn under a contract, however its brackets are typed.

        Contract numbers are compared in a form that no index has: all are read, once.
        """
        if self._by_contract is None:
            loan = facts.known(schema.loan, None).subquery()
            account = schema.loan_account.c
            rows = self.connection.execute(
                select(loan.c.contract_no, account.number)
                .join(schema.loan_account, account.id == loan.c.account_id)
                .where(loan.c.contract_no.is_not(None))
                .order_by(loan.c.id)
            )
            self._by_contract = defaultdict(list)
            for contract, number in rows:
                self._by_contract[comparable(contract)].append(number)
        return self._by_contract.get(comparable(contract_no), ())

    def facts(self, table: str, keys: Iterable[str]) -> dict[str, RowMapping]:
        """Return the facts in force under these keys."""
        stated = schema.FACTS[table]
        return {
            row["key"]: row
            for part in parts(keys)
            for row in self.connection.execute(
                facts.known(stated, None).where(stated.c.key.in_(part))
            ).mappings()
        }

    def ever(self, table: str, keys: Iterable[str]) -> set[str]:
        """Return which of these keys the ledger has held at any time, taken back or not."""
        key = schema.FACTS[table].c.key
        return {
            found
            for part in parts(keys)
            for found in self.connection.scalars(select(key).where(key.in_(part)))
        }

    def accounts(self, numbers: Iterable[str]) -> dict[str, int]:
        """Return the row of each loan number that is known."""
        account = schema.loan_account.c
        return {
            row.number: row.id
            for part in parts(numbers)
            for row in self.connection.execute(
                select(account.number, account.id).where(account.number.in_(part))
            )
        }

    def first_balances(self, accounts: Iterable[int]) -> dict[int, RowMapping]:
        """Return the earliest balance stated for each of these accounts."""
        first: dict[int, RowMapping] = {}
        stated = schema.statement.c
        for part in parts(accounts):
            known = facts.known(schema.statement, None).where(
                stated.account_id.in_(part), stated.balance_fen.is_not(None)
            )
            for row in self.connection.execute(known).mappings():
                account = row["account_id"]
                if account not in first or row["effective_on"] < first[account]["effective_on"]:
                    first[account] = row
        return first

    def first_receipts(self, accounts: Iterable[int]) -> dict[int, date]:
        """Return the day of the earliest receipt of each account; what was carried is none."""
        received = schema.repayment.c
        first: dict[int, date] = {}
        for part in parts(accounts):
            known = (
                facts.known(schema.repayment, None)
                .where(
                    received.account_id.in_(part),
                    or_(received.channel.is_(None), received.channel != CARRIED),
                )
                .subquery()
            )
            rows = self.connection.execute(
                select(known.c.account_id, func.min(known.c.effective_on)).group_by(
                    known.c.account_id
                )
            )
            first |= {row[0]: row[1] for row in rows}
        return first

    def carried(self, accounts: Iterable[int]) -> dict[int, RowMapping]:
        """Return what was carried forward for each account."""
        received = schema.repayment.c
        return {
            row["account_id"]: row
            for part in parts(accounts)
            for row in self.connection.execute(
                facts.known(schema.repayment, None).where(
                    received.account_id.in_(part), received.channel == CARRIED
                )
            ).mappings()
        }

    def _loans(self, chosen: Any) -> Iterator[HeldLoan]:
        person = archive_schema.person.c
        rows = self.connection.execute(
            facts.known(schema.loan, None)
            .with_only_columns(
                schema.loan_account.c.id,
                schema.loan_account.c.number,
                schema.loan.c.household_id,
                schema.loan.c.contract_no,
                schema.loan.c.granted_on,
                person.name,
                schema.loan.c.amount_fen,
            )
            .select_from(schema.loan)
            .join(schema.loan_account, schema.loan_account.c.id == schema.loan.c.account_id)
            .outerjoin(
                archive_schema.person,
                (person.household_id == schema.loan.c.household_id) & (person.role == "borrower"),
            )
            .where(chosen)
            .order_by(schema.loan.c.id)
        )
        yield from (HeldLoan(*row) for row in rows)


def flat(row: Mapping[str, Any] | RowMapping) -> Mapping[str, Any]:
    """Return a held fact with its fields beside its columns, whatever table it stands in."""
    return {**row, **row["content"]} if "content" in row else dict(row)


def parts(wanted: Iterable[Any]) -> Iterator[list[Any]]:
    """Cut what is asked for into pieces that one query takes, sorted and each once."""
    every = sorted(set(wanted))
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]
