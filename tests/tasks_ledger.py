"""A small ledger for tests of tasks: loans as the test wants them, facts recorded by a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from archive.settings import LedgerSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book
from ledger.kinds.registry import kind_of
from ledger.posting import Origin
from ledger.recording import record
from ledger.rules.desk import Desk
from ledger.rules.running import Asked, run, tasks
from ledger.rules.task import Task
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook

PERSON = Origin(kind="person", person="周测")
INSPECTION_HEAD = ("借款人", "身份证号码", "借据号", "检查类型", "检查日期", "检查人", "检查结果")
LOAN = "JJ20240001"


def made(folder: Path, *loans: dict[str, Any], **settings: Any) -> Workspace:
    """A workspace with one loan a dictionary, each of a household of its own unless it says so."""
    workspace = create_workspace(folder / "workspace", Settings(ledger=LedgerSettings(**settings)))
    rows = [loan_row(n, **changed) for n, changed in enumerate(loans or ({},), start=1)]
    report = import_workbook(
        workspace, workbook(folder / "loans.xlsx", {"台账": loan_sheet(rows)}), actor="t"
    )
    assert report.ok, report.problems
    return workspace


def inspected(workspace: Workspace, *days: date, n: int = 1, kind: str = "定期检查") -> None:
    """Inspections of loan `n` in the office's register."""
    rows = [
        [f"测试户{n}", id_number(n), f"JJ2024{n:04d}", kind, day, "周测", "正常"] for day in days
    ]
    name = f"inspections{n}{days[0] if days else ''}.xlsx"
    sheet: list[Sequence[Any]] = [["贷后检查登记簿"], INSPECTION_HEAD, *rows]
    report = import_workbook(
        workspace, workbook(workspace.root.parent / name, {"检查": sheet}), actor="t"
    )
    assert report.ok, report.problems


def said(workspace: Workspace, kind: str, *, loan: str = LOAN, **fields: str) -> str:
    """A fact that a person states about a loan, or its household."""
    declared = kind_of(kind)
    view = Book.of(workspace).at(date.max)
    new = stated(declared, fields, language="zh", view=view, loan=loan)
    (fact,) = record(workspace, [new], actor="周测", origin=PERSON)
    return fact


def desk(workspace: Workspace, day: date) -> Desk:
    """What rules look at on a day."""
    return Desk(Book.of(workspace).at(day))


def all_of(workspace: Workspace, day: date, rule: str) -> dict[str, Task]:
    """All tasks of one rule on a day by id, done ones too."""
    return {task.id: task for task in run(desk(workspace, day), [rule])}


def pressing(workspace: Workspace, day: date, **asked: Any) -> list[str]:
    """The ids of the tasks that are to be dealt with on a day."""
    return [task.id for task in tasks(desk(workspace, day), Asked(**asked))]
