"""Reading for rules: whole columns of facts, once a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from archive import schema as archive_schema
from ledger import schema
from ledger.book import View
from ledger.classes import BAD as BAD
from ledger.rules.subjects import Loan

_TERMS = (
    "account_id", "household_id", "number", "contract_no", "product", "guarantee", "occurrence",
    "unit", "manager", "amount_fen", "balance_fen", "granted_on", "due_on", "days_overdue",
    "arrears_fen", "stated_on", "class_code", "class_on",
)  # fmt: skip

Row = Sequence[Any]


def open_loans(view: View) -> Iterator[Loan]:
    """Yield the loans with principal owed, by day granted and number."""
    for state in view.open_loans:
        yield Loan(**{name: getattr(state, name) for name in _TERMS})


def _plain(view: View, table: str, columns: Sequence[str], *where: Any) -> Sequence[Row]:
    return view.plain(table, columns, *where)


def visits(view: View) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the household and the parts of a Visit for every inspection done, oldest first."""
    columns = ("id", "household_id", "account_id", "done_on", "kind", "problems", "next_due_on")
    done = schema.inspection.c.done_on.is_not(None)
    for number, household_id, account_id, done_on, kind, problems, following in _plain(
        view, "inspection", columns, done
    ):
        fact = f"inspection:{number}"
        yield household_id, (done_on, kind, account_id, fact, problems, following)


def missed_visits(view: View) -> Iterator[tuple[int, date, str]]:
    """Yield loan, day due and fact of inspections noted as due and not done."""
    not_done = schema.inspection.c.done_on.is_(None)
    for number, account_id, due_on in _plain(
        view, "inspection", ("id", "account_id", "due_on"), not_done
    ):
        if account_id is not None:
            yield account_id, due_on, f"inspection:{number}"


def classes(view: View) -> Iterator[tuple[int, date, str, str]]:
    """Yield loan, first day, class and fact of every classification, oldest first."""
    for number, account_id, day, code in _plain(
        view, "classification", ("id", "account_id", "effective_on", "class")
    ):
        yield account_id, day, code, f"classification:{number}"


def last_receipts(view: View) -> Iterator[tuple[int, date, str]]:
    """Yield loan, day and fact of the last receipt of each loan."""
    last: dict[int, tuple[date, int]] = {}
    received = schema.repayment.c.channel.is_distinct_from(schema.CARRIED)
    for number, account_id, day in _plain(
        view, "repayment", ("id", "account_id", "effective_on"), received
    ):
        last[account_id] = (day, number)
    for account_id, (day, number) in last.items():
        yield account_id, day, f"repayment:{number}"


def securities(view: View) -> Iterator[dict[str, Any]]:
    """Yield what the ledger says of each security, by the names of ledger.rules.subjects."""
    columns = (
        "id", "household_id", "account_id", "name", "kind", "title_no", "register_no",
        "value_fen", "appraised_on", "registered_on", "insured_until",
    )  # fmt: skip
    for number, *rest in _plain(view, "collateral", columns):
        values = dict(zip(columns[1:], rest, strict=True))
        yield values | {"fact": f"collateral:{number}"}


def records(view: View, kind: str) -> Sequence[Row]:
    """Return the facts of a declared kind, oldest first: id, account, household, day, content."""
    columns = ("id", "account_id", "household_id", "effective_on", "content")
    return _plain(view, "record", columns, schema.record.c.kind == kind)


def households_with_papers(view: View) -> Iterator[int]:
    """Yield households in whose file there is a paper."""
    document = archive_schema.document
    with view.snapshot.connected() as connection:
        query = select(document.c.household_id).where(document.c.household_id.is_not(None))
        yield from connection.scalars(query.group_by(document.c.household_id).having(func.count()))
