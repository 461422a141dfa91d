"""What was repaid before the ledger begins, for loans whose receipts it does not hold.

A loan whose first stated balance is below its amount, with no receipt up to that day, was repaid
by the difference on days nobody stated: carried forward as one fact of that day, and said so. Once
receipts up to that day come in, the fact is taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import RowMapping

from extractors.wording import _
from ledger.figure import Source
from ledger.held import Held
from ledger.planning import Plan, Posting
from ledger.report import Finding
from ledger.schema import CARRIED


def carry(
    planned: Mapping[str, Mapping[str, Posting]],
    amount_of: Callable[[str], int],
    held: Held,
    plan: Plan,
    *,
    correct: bool,
) -> list[Posting]:
    """Return what is to be carried forward; what is to be taken back is added to `plan`.

    planned    the workbook's facts by table and key
    amount_of  what was lent on a loan, by its number
    correct    whether a fact that the ledger holds may be taken back
    """
    statements, receipts = planned.get("statement", {}), planned.get("repayment", {})
    touched = {str(posting.number) for each in (statements, receipts) for posting in each.values()}
    accounts = held.accounts(touched)
    stated = _first_balances(statements.values(), accounts, held)
    received = _first_receipts(receipts.values(), accounts, held)
    before = held.carried(accounts.values())
    carried = []
    for number in sorted(touched & stated.keys()):
        first = stated[number]
        known = before.get(accounts.get(number, -1))
        repaid = amount_of(number) - first.content["balance_fen"]
        has_receipts = number in received and received[number] <= first.effective_on
        if known is not None and (has_receipts or repaid <= 0):
            if correct:
                plan.postings.append(_taken_back(first, known))
        elif known is not None and known["principal_fen"] == repaid:
            continue
        elif repaid > 0 and not has_receipts:
            carried.append(_carried(first, repaid, plan))
    return carried


def _first_balances(
    stated: Iterable[Posting], accounts: Mapping[str, int], held: Held
) -> dict[str, Posting]:
    """Each loan's earliest stated balance, of this workbook or of the ledger."""
    first: dict[str, Posting] = {}
    for posting in stated:
        if posting.content.get("balance_fen") is not None:
            number = str(posting.number)
            if number not in first or posting.effective_on < first[number].effective_on:
                first[number] = posting
    earlier = held.first_balances(accounts.values())
    for number, account in accounts.items():
        row = earlier.get(account)
        if row is not None and (
            number not in first or row["effective_on"] < first[number].effective_on
        ):
            first[number] = _as_posting(row, number)
    return first


def _first_receipts(
    received: Iterable[Posting], accounts: Mapping[str, int], held: Held
) -> dict[str, date]:
    earlier = held.first_receipts(accounts.values())
    first = {number: earlier[account] for number, account in accounts.items() if account in earlier}
    for posting in received:
        number, day = str(posting.number), posting.effective_on
        first[number] = min(first.get(number, day), day)
    return first


def _carried(first: Posting, repaid: int, plan: Plan) -> Posting:
    cell = first.cells["balance_fen"]
    plan.findings.append(
        Finding(
            code="carried_forward",
            message=_(
                "Loan {number}: its balance at {day} is {repaid} yuan below its amount, and "
                "the ledger holds no receipts up to then. The difference was entered as repaid "
                "before that day."
            ).format(
                number=first.number,
                day=first.effective_on.isoformat(),
                repaid=f"{Decimal(repaid) / 100:,.2f}",
            ),
            sources=(Source(kind="workbook", sheet=first.sheet, cell=first.cell),),
        )
    )
    return first._replace(
        table="repayment",
        key=f"{first.number}|{CARRIED}",
        content={"principal_fen": repaid, "interest_fen": 0, "channel": CARRIED},
        cells={"principal_fen": cell},
        cell=cell if isinstance(cell, str) else first.cell,
    )


def _taken_back(first: Posting, held: RowMapping) -> Posting:
    """The carried-forward fact made void: its receipts are in the ledger now."""
    content = {column: held[column] for column in ("principal_fen", "interest_fen", "channel")}
    return first._replace(
        table="repayment",
        key=held["key"],
        effective_on=held["effective_on"],
        content=content,
        cells={},
        supersedes=held["id"],
        void=True,
    )


def _as_posting(row: RowMapping, number: str) -> Posting:
    """A statement that the ledger holds, with its cells in the document they stand in."""
    return Posting(
        table="statement",
        key=row["key"],
        effective_on=row["effective_on"],
        content={"balance_fen": row["balance_fen"]},
        cells={"balance_fen": [row["document_id"], row["sheet"], row["cells"].get("balance_fen")]},
        sheet=row["sheet"] or "",
        cell=row["cell"] or "",
        number=number,
    )
