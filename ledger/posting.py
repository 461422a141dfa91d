"""Writing facts: the only place that adds rows to the ledger."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select

from archive import households
from archive.households import NewHousehold, Person, open_households
from ledger import schema
from ledger.identities import is_company
from ledger.layouts.layout import Borrower
from ledger.planning import HouseholdRef, Plan, Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a plan's facts come from: a filed workbook, a filed paper, or a person.

    kind         "workbook", "document" or "person"
    document_id  of the workbook or paper
    person       who states them, where no paper does
    """

    kind: str
    document_id: str | None = None
    person: str | None = None


def post(
    connection: Connection, plan: Plan, *, origin: Origin, actor: str, at: str, reason: str
) -> tuple[Counter[str], Counter[str]]:
    """Add a plan's facts within the caller's write transaction; return added and corrected.

    at      moment of recording (archive.clock.stamp)
    reason  why facts that are superseded are
    """
    opened = _open(connection, plan, f"{origin.kind}:{origin.document_id}", actor)
    for household_id, said in plan.completions.items():
        households.complete(
            connection,
            household_id,
            village=said.village,
            unit=said.unit,
            manager=said.manager,
            source=f"{origin.kind}:{origin.document_id}",
            actor=actor,
        )
    accounts = _accounts(connection, plan.new_loans, at)
    added: Counter[str] = Counter()
    corrected: Counter[str] = Counter()
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for posting in plan.postings:
        rows[posting.table].append(
            _row(posting, opened, accounts)
            | {
                "recorded_at": at,
                "actor": actor,
                "source_kind": origin.kind,
                "document_id": origin.document_id,
                "person": origin.person,
                "reason": reason if posting.supersedes else None,
            }
        )
        (corrected if posting.supersedes else added)[posting.table] += 1
    for table, values in rows.items():
        connection.execute(insert(schema.FACTS[table]), values)
    return added, corrected


def _open(connection: Connection, plan: Plan, opened_by: str, actor: str) -> Mapping[str, int]:
    new = [
        _household(identity, borrower, *plan.offices[identity])
        for identity, borrower in plan.new_households.items()
    ]
    if not new:
        return {}
    numbers = open_households(connection, new, opened_by=opened_by, actor=actor)
    return dict(zip(plan.new_households, numbers, strict=True))


def _household(
    identity: str, borrower: Borrower, unit: str | None, manager: str | None
) -> NewHousehold:
    is_person = not is_company(identity)
    return NewHousehold(
        borrower=Person(
            role="borrower",
            name=borrower.name or "",
            id_number=identity if is_person else None,
            uscc=None if is_person else identity,
            phone=borrower.phone,
            address=borrower.village,
        ),
        village=borrower.village,
        unit=unit,
        manager=manager,
    )


def _accounts(connection: Connection, new: Sequence[str], at: str) -> dict[str, int]:
    account = schema.loan_account
    if new:
        connection.execute(
            insert(account), [{"number": number, "recorded_at": at} for number in new]
        )
    return {
        row.number: row.id for row in connection.execute(select(account.c.number, account.c.id))
    }


def _row(
    posting: Posting, opened: Mapping[str, int], accounts: Mapping[str, int]
) -> dict[str, Any]:
    table = schema.FACTS[posting.table]
    # One statement inserts all rows of a table, so every row names every column.
    row: dict[str, Any] = {
        column.name: None for column in table.columns if column.name not in schema.SHARED
    }
    row |= _packed(posting) if posting.table == "record" else posting.content
    if "account_id" in row:
        row["account_id"] = accounts[posting.number] if posting.number else None
    if "household_id" in row:
        row["household_id"] = _household_id(posting.household, opened)
    return row | {
        "key": posting.key,
        "effective_on": posting.effective_on,
        # In one order, whether they come from a workbook or from the archive.
        "cells": json.loads(json.dumps(posting.cells, sort_keys=True)),
        "sheet": posting.sheet or None,
        "cell": posting.cell or None,
        "supersedes": posting.supersedes,
        "void": posting.void,
        "page": posting.page,
        "box": list(posting.box) if posting.box else None,
    }


def _packed(posting: Posting) -> dict[str, Any]:
    """The fields of a fact of a kind in their one column."""
    own = ("kind", "subject")
    return {
        **{name: posting.content.get(name) for name in own},
        "content": {
            name: value
            # In one order, whether they come from a workbook or from the archive.
            for name, value in sorted(posting.content.items())
            if name not in own and value is not None
        },
    }


def _household_id(household: HouseholdRef | None, opened: Mapping[str, int]) -> int | None:
    return opened[household] if isinstance(household, str) else household
