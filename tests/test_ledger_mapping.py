"""Heads that no layout knows: suggested with reasons, decided by a person, remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import cli
from archive import rebuild
from archive.database import reading
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from ledger.book import Book
from ledger.layouts.registry import LAYOUTS
from ledger.mapping.decisions import (
    Decision,
    MappingRefused,
    forget,
    parsed,
    remember,
    remembered,
)
from ledger.mapping.said import Suggestion
from ledger.workbook import import_workbook
from tests.ledger_workbooks import HEAD, loan_row, loan_sheet, workbook


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace", Settings())


def book(path: Path, *, sheet: str = "台账", rows: int = 3, **renamed: str) -> Path:
    """A loan register some of whose heads are called otherwise."""
    return renamed_book(path, renamed, sheet=sheet, rows=rows)


def renamed_book(
    path: Path, renamed: Mapping[str, str], *, sheet: str = "台账", rows: int = 3
) -> Path:
    head = [renamed.get(name, name) for name in HEAD]
    return workbook(path, {sheet: loan_sheet([loan_row(n) for n in range(1, rows + 1)], head=head)})


def held(workspace: Workspace) -> list[tuple[str, str, str]]:
    with reading(workspace.engine) as connection:
        return [(each.register, each.head, each.field) for each in remembered(connection)]


@pytest.mark.parametrize(
    ("known", "written", "field", "reason"),
    [
        ("借款人", "借款人(户名)", "borrower", "“借款人” is a name of it"),
        ("身份证号码", "公民证件编码", "identity", "3 of 3 values read as ID numbers"),
        ("担保方式", "怎么担保", "guarantee", "3 of 3 values read as kinds of security"),
        ("借据金额", "放款额度（万元）", "amount_fen", "means the same as"),
        ("到期日", "到期的日子", "due_on", "3 of 3 values read as calendar days"),
        ("借款人", "户主名字/单位", "borrower", "means the same as"),
    ],
)
def test_a_head_nobody_knows_is_suggested_with_its_reasons(
    workspace: Workspace, tmp_path: Path, known: str, written: str, field: str, reason: str
) -> None:
    path = renamed_book(tmp_path / "a.xlsx", {known: written})

    report = import_workbook(workspace, path, actor="t", dry_run=True)

    (suggestion,) = [each for each in report.suggestions if each.head == written]
    assert suggestion.candidates[0].field == field
    assert any(reason in said for said in suggestion.candidates[0].reasons)
    assert suggestion.option == f"台账!{written}=loans.{field}"


def test_nothing_is_read_by_a_guess_however_sure(workspace: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 管户人="管户人(客户经理)")

    report = import_workbook(workspace, path, actor="t")

    assert report.imported
    assert report.suggestions[0].candidates[0].field == "manager"
    assert Book.of(workspace).at(date(2025, 12, 31)).loans[0].manager is None


def test_a_decision_is_used_and_remembered_for_the_next_workbook(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = book(tmp_path / "a.xlsx", 管户人="包片人")
    second = book(tmp_path / "b.xlsx", sheet="2026年", rows=4, 管户人="包片人")

    import_workbook(workspace, first, actor="周测", said=["台账!包片人=manager"])
    report = import_workbook(workspace, second, actor="t")

    assert held(workspace) == [("loans", "包片人", "manager")]
    assert [(each.column, each.field, each.by) for each in report.mapped] == [
        ("Q", "manager", "周测")
    ]
    assert not report.findings
    assert {loan.manager for loan in Book.of(workspace).at(date(2025, 12, 31)).loans} == {"周测"}


def test_a_dry_run_tries_a_decision_and_remembers_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = book(tmp_path / "a.xlsx", 借款人="户主名字")

    report = import_workbook(
        workspace, path, actor="t", dry_run=True, said=["台账!户主名字=borrower"]
    )

    assert report.ok
    assert [each.field for each in report.mapped] == ["borrower"]
    assert held(workspace) == []


def test_a_remembered_head_gives_way_to_a_name_that_every_office_uses(
    workspace: Workspace, tmp_path: Path
) -> None:
    remember(workspace, [Decision(register="loans", head="业务品种", field="manager")], actor="t")

    report = import_workbook(workspace, book(tmp_path / "a.xlsx"), actor="t")

    assert report.imported
    assert {loan.manager for loan in Book.of(workspace).at(date(2025, 12, 31)).loans} == {"周测"}


def test_a_column_can_be_left_out_for_good(workspace: Workspace, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", 管户人="内部代号")

    report = import_workbook(workspace, path, actor="t", said=["*!内部代号=ignored"])

    assert report.imported
    assert not report.findings
    assert Book.of(workspace).at(date(2025, 12, 31)).loans[0].manager is None


def test_decisions_outlive_the_database_and_can_be_taken_back(workspace: Workspace) -> None:
    remember(workspace, [Decision(register="", head="包片人", field="manager")], actor="t")
    remember(workspace, [Decision(register="", head="村组名", field="village")], actor="t")
    forget(workspace, "包片人", actor="t")
    workspace.engine.dispose()
    for file in workspace.root.glob("hudang.db*"):
        file.unlink()

    again = open_workspace(workspace.root)
    rebuild.rebuild(again, lambda _done, _total: None)

    assert held(again) == [("", "村组名", "village")]
    with pytest.raises(MappingRefused, match="Nothing was decided"):
        forget(again, "包片人", actor="t")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("台账!包片人", "SHEET!HEAD=FIELD"),
        ("台帐!包片人=manager", "no sheet 台帐"),
        ("台账!包片人=boss", "no field boss"),
        ("台账!包片人=loan.manager", "no register loan"),
        ("台账!片区=manager", "no column 片区"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused_before_anything_is_read(
    workspace: Workspace, tmp_path: Path, said: str, why: str
) -> None:
    path = book(tmp_path / "a.xlsx", 管户人="包片人")

    with pytest.raises(MappingRefused, match=why):
        import_workbook(workspace, path, actor="t", said=[said])

    assert held(workspace) == []
    assert not Book.of(workspace).at(date(2025, 12, 31)).loans


def test_a_sheet_may_have_an_exclamation_mark_in_its_name() -> None:
    decision = parsed("急!台账!包片人=loans.manager", ["急!台账"], LAYOUTS)

    assert (decision.sheet, decision.head, decision.register) == ("急!台账", "包片人", "loans")


def test_a_sheet_that_is_no_register_is_told_what_it_comes_nearest_to(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows: list[Sequence[Any]] = [
        ["收息登记"],
        ["客户", "借据号", "收息日子", "收了多少利息"],
        ["测试户1", "JJ20240001", "2025-03-01", 120.5],
    ]
    path = workbook(
        tmp_path / "a.xlsx",
        {"台账": loan_sheet([loan_row(1)]), "收息": rows, "杂": [["你", "好", "吗"]]},
    )

    report = import_workbook(workspace, path, actor="t", dry_run=True)
    said = [
        f"收息!{each.head}=repayments.{each.candidates[0].field}" for each in report.suggestions
    ]
    taken = import_workbook(workspace, path, actor="t", said=said)

    (near,) = report.nearest
    assert (near.sheet, near.row, near.register) == ("收息", 2, "repayments")
    assert near.missing == (("收回本金", "收回利息"),)
    assert taken.added["repayment"] == 1


def test_on_a_terminal_the_clerk_is_asked_once_before_anything_is_posted(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = book(tmp_path / "a.xlsx", 借款人="户主名字", 管户人="内部代号")
    asked: list[str] = []

    def ask(suggestions: Sequence[Suggestion]) -> list[Decision]:
        asked.extend(each.head for each in suggestions)
        return [Decision(register="loans", head="户主名字", field="borrower", sheet="台账")]

    report = import_workbook(workspace, path, actor="t", ask=ask)

    assert report.imported
    assert asked == ["户主名字", "内部代号"]
    assert held(workspace) == [("loans", "户主名字", "borrower")]
    assert Book.of(workspace).at(date(2025, 12, 31)).loans[0].borrower == "测试户1"


def test_decisions_are_listed_set_and_taken_back_by_commands(tmp_path: Path) -> None:
    english = Settings(office=OfficeSettings(language="en"))
    workspace = create_workspace(tmp_path / "workspace", english)

    def run(*args: str) -> str:
        done = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "ledger", *args])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("mapping", "set", "包片人", "manager", "--register", "loans")
    listed = json.loads(run("mapping", "list", "--json"))
    said = run("mapping", "forget", "包片人")

    assert [(each["head"], each["field"]) for each in listed] == [("包片人", "manager")]
    assert "包片人" in said
    assert json.loads(run("mapping", "list", "--json")) == []
