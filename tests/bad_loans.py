"""A small ledger of bad loans for tests: facts stated one by one, as a person would. Invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.kinds.registry import kind_of
from ledger.posting import Origin
from ledger.recording import NewFact, record
from ledger.registers import RegisterTable, register
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import loan_row, loan_sheet, workbook

PERSON = Origin(kind="person", person="周测")
YEAR_END = date(2025, 12, 31)


def number(n: int) -> str:
    """Return the IOU number of the loan that `loan_row` makes."""
    return f"JJ2024{n:04d}"


def office(folder: Path, rows: Sequence[Sequence[object]] | int) -> Workspace:
    """Return a workspace whose ledger holds these loans (or so many like each other)."""
    made = create_workspace(folder / "workspace", Settings())
    if isinstance(rows, int):
        rows = [loan_row(n, 五级分类=None) for n in range(1, rows + 1)]
    source = workbook(folder / "loans.xlsx", {"台账": loan_sheet(rows)})
    assert import_workbook(made, source, actor="t").imported
    return made


def classed(n: int, on: date, code: str, household_id: int | None = None) -> NewFact:
    """Return a class decided for a loan."""
    return NewFact(
        table="classification", key=(on.isoformat(),), effective_on=on,
        content={"class": code}, loan=number(n), household_id=household_id,
    )  # fmt: skip


def paid(
    n: int, on: date, principal: int, interest: int = 0, channel: str | None = None
) -> NewFact:
    """Return a receipt in fen."""
    return NewFact(
        table="repayment", key=(on.isoformat(), ""), effective_on=on, loan=number(n), repeats=True,
        content={"principal_fen": principal, "interest_fen": interest, "channel": channel},
    )  # fmt: skip


def post(workspace: Workspace, facts: Iterable[NewFact]) -> None:
    """Post facts as a person's."""
    record(workspace, list(facts), actor="t", origin=PERSON, keep=False)


def say(
    workspace: Workspace,
    kind: str,
    loan: int | None = None,
    household_id: int | None = None,
    **said: str,
) -> None:
    """Record a fact of a declared kind in words."""
    new = stated(
        kind_of(kind), said, language="zh", view=view_of(workspace, date.max),
        loan=number(loan) if loan else None, household_id=household_id,
    )  # fmt: skip
    post(workspace, [new])


def view_of(workspace: Workspace, as_of: date = YEAR_END) -> View:
    """Return the ledger on a day."""
    return Book.of(workspace).at(as_of)


def printed(made: RegisterTable, row: int = 0) -> dict[str, str]:
    """Return a row of a register as a person reads it, by column title; blanks left out."""
    return {
        title: text
        for title, text in zip(made.headings("zh"), made.text_rows("zh")[row], strict=True)
        if text
    }


def listed(workspace: Workspace, name: str, as_of: date = YEAR_END, **filters: object) -> list[str]:
    """Return the IOU numbers of a register's rows, in order."""
    made = register(view_of(workspace, as_of), name, **filters)
    column = made.headings("zh").index("借据号")
    return [row[column] for row in made.text_rows("zh")]
