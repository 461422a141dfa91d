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


def inspected(
    workspace: Workspace, *days: date, n: int = 1, kind: str = "定期检查", loan: bool = True
) -> None:
    """Inspections of loan `n` in the office's register; not `loan`: of its household."""
    number = f"JJ2024{n:04d}" if loan else None
    rows = [[f"测试户{n}", id_number(n), number, kind, day, "周测", "正常"] for day in days]
    _imported(workspace, "贷后检查登记簿", INSPECTION_HEAD, rows)


SECURITY_HEAD = ("借款人", "身份证号码", "借据号", "抵押物名称", "权证号", "登记证明号",
                 "评估价值", "评估日期", "登记日期", "保险到期日")  # fmt: skip


def secured(workspace: Workspace, *, n: int = 1, **known: Any) -> None:
    """A house that secures loan `n`, with what the register says of it."""
    row = {
        "借款人": f"测试户{n}", "身份证号码": id_number(n), "借据号": f"JJ2024{n:04d}",
        "抵押物名称": "住房", "评估价值": 200000,
    } | known  # fmt: skip
    _imported(workspace, "抵押物台账", SECURITY_HEAD, [[row.get(head) for head in SECURITY_HEAD]])


def _imported(
    workspace: Workspace, title: str, head: Sequence[str], rows: Sequence[Sequence[Any]]
) -> None:
    folder = workspace.root.parent
    name = folder / f"{len(list(folder.glob('*.xlsx')))}.xlsx"
    sheet: list[Sequence[Any]] = [[title], head, *rows]
    report = import_workbook(workspace, workbook(name, {title: sheet}), actor="t")
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
