"""What an import is answerable for: what does not agree on the loans that it touched.

The same three checks as `ledger.findings.disagreements` on a view of the last day, asked of the
rows of these loans alone: a few loans in a large ledger cost no more than in a small one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from ledger import facts, findings, schema
from ledger.held import Held, parts
from ledger.report import Finding


@dataclass(slots=True)
class _Loan:
    """A loan as far as the checks need it; receipts in order of their days."""

    account_id: int
    number: str
    amount_fen: int
    granted_on: date
    received: list[tuple[date, int]]

    def repaid_fen(self, day: date | None = None) -> int:
        """Principal received up to the end of a day; None: all of it."""
        return sum(fen for on, fen in self.received if day is None or on <= day)


def disagreements(connection: Connection, numbers: Collection[str]) -> list[Finding]:
    """Return what does not agree on the loans of these numbers, whatever the day."""
    accounts = Held(connection).accounts(numbers)
    unequal: list[tuple[_Loan, Mapping[str, Any]]] = []
    overpaid: list[_Loan] = []
    unclassified: list[_Loan] = []
    for part in parts(accounts.values()):
        loans = _loans(connection, part)
        for row in _stated(connection, part):
            loan = loans[row.account_id]
            if row.balance_fen != loan.amount_fen - loan.repaid_fen(row.effective_on):
                unequal.append((loan, row._mapping))
        classed = _classed(connection, part)
        for loan in loans.values():
            owed = loan.amount_fen - loan.repaid_fen()
            if owed < 0:
                overpaid.append(loan)
            if owed > 0 and loan.account_id not in classed:
                unclassified.append(loan)
    wanted = {loan.account_id for loan, _row in unequal} | {loan.account_id for loan in overpaid}
    wanted |= {loan.account_id for loan in unclassified}
    sources = _Sources(connection, wanted)
    statements = sources.statements(row["id"] for _loan, row in unequal)
    return [
        *(
            findings.balance_mismatch(
                loan.number,
                statements[row["id"]],
                loan.amount_fen - loan.repaid_fen(row["effective_on"]),
                sources.of(loan, row["effective_on"]),
            )
            for loan, row in sorted(unequal, key=lambda each: _order(each[0]))
        ),
        *(
            findings.more_repaid(loan.number, loan.repaid_fen() - loan.amount_fen, sources.of(loan))
            for loan in sorted(overpaid, key=_order)
        ),
        *(
            findings.no_class(loan.number, sources.of(loan)[:1])
            for loan in sorted(unclassified, key=_order)
        ),
    ]


def _order(loan: _Loan) -> tuple[date, str]:
    return loan.granted_on, loan.number


def _loans(connection: Connection, accounts: Sequence[int]) -> dict[int, _Loan]:
    terms, account = schema.loan.c, schema.loan_account.c
    rows = connection.execute(
        facts.known(schema.loan, None)
        .with_only_columns(terms.account_id, account.number, terms.amount_fen, terms.granted_on)
        .join_from(schema.loan, schema.loan_account, account.id == terms.account_id)
        .where(terms.account_id.in_(accounts))
    )
    loans = {row.account_id: _Loan(*row, received=[]) for row in rows}
    received = schema.repayment.c
    receipts = connection.execute(
        facts.known(schema.repayment, None)
        .with_only_columns(received.account_id, received.effective_on, received.principal_fen)
        .where(received.account_id.in_(accounts))
    )
    for account_id, day, fen in receipts:
        if account_id in loans:
            loans[account_id].received.append((day, fen))
    return loans


def _stated(connection: Connection, accounts: Sequence[int]) -> Iterable[Any]:
    stated = schema.statement.c
    # A statement of a loan whose own terms were taken back says nothing.
    terms = facts.known(schema.loan, None).subquery()
    return connection.execute(
        facts.known(schema.statement, None)
        .with_only_columns(stated.id, stated.account_id, stated.effective_on, stated.balance_fen)
        .join_from(schema.statement, terms, terms.c.account_id == stated.account_id)
        .where(stated.account_id.in_(accounts), stated.balance_fen.is_not(None))
        .order_by(stated.effective_on, stated.id)
    )


def _classed(connection: Connection, accounts: Sequence[int]) -> set[int]:
    account_id = schema.classification.c.account_id
    known = facts.known(schema.classification, None).with_only_columns(account_id)
    return set(connection.scalars(known.where(account_id.in_(accounts)).distinct()))


class _Sources:
    """Where the terms and the receipts of some loans stand."""

    def __init__(self, connection: Connection, accounts: Collection[int]) -> None:
        self.connection = connection
        self._terms: dict[int, RowMapping] = {}
        self._receipts: dict[int, list[RowMapping]] = defaultdict(list)
        for part in parts(accounts):
            for row in self._rows(schema.loan, part):
                self._terms[row["account_id"]] = row
            for row in self._rows(schema.repayment, part):
                self._receipts[row["account_id"]].append(row)

    def _rows(self, table: Any, accounts: Sequence[int]) -> Iterator[RowMapping]:
        known = facts.known(table, None).where(table.c.account_id.in_(accounts))
        ordered = known.order_by(table.c.effective_on, table.c.id)
        yield from self.connection.execute(ordered).mappings()

    def of(self, loan: _Loan, day: date | None = None) -> list[Any]:
        """The amount lent, then every receipt up to a day."""
        return [
            facts.source_of(self._terms[loan.account_id], "amount_fen"),
            *(
                facts.source_of(row, "principal_fen")
                for row in self._receipts[loan.account_id]
                if day is None or row["effective_on"] <= day
            ),
        ]

    def statements(self, ids: Iterable[int]) -> dict[int, RowMapping]:
        """Return statements by their ids."""
        table = schema.statement
        return {
            row["id"]: row
            for part in parts(ids)
            for row in self.connection.execute(select(table).where(table.c.id.in_(part))).mappings()
        }
