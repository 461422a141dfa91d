"""Writing facts: the only place that adds rows to the ledger."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, insert

from archive import households
from archive.households import NewHousehold, Person, open_households
from ledger import schema
from ledger.held import Held
from ledger.identities import is_company
from ledger.layouts.layout import Borrower
from ledger.planning import HouseholdRef, Plan, Posting

# Rows of one statement: enough to be quick, few enough to be made and forgotten.
_AT_ONCE = 5_000


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
    connection: Connection,
    plan: Plan,
    *,
    origin: Origin,
    actor: str,
    at: str,
    reason: str,
    step: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[Counter[str], Counter[str]]:
    """Add a plan's facts within the caller's write transaction; return added and corrected.

    at      moment of recording (archive.clock.stamp)
    reason  why facts that are superseded are
    step    called with the number of facts added so far, and of all
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
    accounts = _accounts(connection, plan, at)
    added: Counter[str] = Counter()
    corrected: Counter[str] = Counter()
    shared = {
        "recorded_at": at,
        "actor": actor,
        "source_kind": origin.kind,
        "document_id": origin.document_id,
        "person": origin.person,
    }
    by_table: dict[str, list[Posting]] = defaultdict(list)
    for posting in plan.postings:
        by_table[posting.table].append(posting)
        (corrected if posting.supersedes else added)[posting.table] += 1
    done = 0
    for table, postings in by_table.items():
        for start in range(0, len(postings), _AT_ONCE):
            rows = [
                _row(posting, shared, reason, opened, accounts)
                for posting in postings[start : start + _AT_ONCE]
            ]
            connection.execute(insert(schema.FACTS[table]), rows)
            done += len(rows)
            step(done, len(plan.postings))
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


def _accounts(connection: Connection, plan: Plan, at: str) -> dict[str, int]:
    """Enter the new loans; return the row of each loan that a posting is about."""
    if plan.new_loans:
        connection.execute(
            insert(schema.loan_account),
            [{"number": number, "recorded_at": at} for number in plan.new_loans],
        )
    numbers = {posting.number for posting in plan.postings if posting.number}
    return Held(connection).accounts(numbers)


@cache
def _blank(table: str) -> Mapping[str, None]:
    # One statement inserts all rows of a table, so every row names every column.
    columns = schema.FACTS[table].columns
    return {column.name: None for column in columns if column.name not in schema.SHARED}


def _row(
    posting: Posting,
    shared: Mapping[str, Any],
    reason: str,
    opened: Mapping[str, int],
    accounts: Mapping[str, int],
) -> dict[str, Any]:
    blank = _blank(posting.table)
    content = _packed(posting) if posting.table == "record" else posting.content
    row: dict[str, Any] = {**blank, **content, **shared}
    if "account_id" in blank:
        row["account_id"] = accounts[posting.number] if posting.number else None
    if "household_id" in blank:
        row["household_id"] = _household_id(posting.household, opened)
    row["reason"] = reason if posting.supersedes else None
    row["key"] = posting.key
    row["effective_on"] = posting.effective_on
    row["cells"] = _ordered(posting.cells)
    row["sheet"] = posting.sheet or None
    row["cell"] = posting.cell or None
    row["supersedes"] = posting.supersedes
    row["void"] = posting.void
    row["page"] = posting.page
    row["box"] = list(posting.box) if posting.box else None
    return row


def _ordered(cells: Mapping[str, Any]) -> dict[str, Any]:
    """In one order, whether they come from a workbook or from the archive."""
    return {
        name: dict(sorted(cell.items())) if isinstance(cell, dict) else cell
        for name, cell in sorted(cells.items())
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
