"""Registers go out as workbooks that can be handed in, traced, and taken in again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

import cli
from archive import audit
from archive.database import reading
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.registers import register
from ledger.registers.declaration import Heading, RegisterTable, TableRow
from ledger.registers.exporting import paper_of
from ledger.registers.registry import chosen_register
from ledger.registers.xlsx import Paper, write_all, write_xlsx
from ledger.states import LoanState
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, repayment_sheet, workbook

DAY = date(2025, 12, 31)
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    folder = tmp_path_factory.mktemp("export")
    office = OfficeSettings(language="en", institution="东河联社")
    made = create_workspace(folder / "workspace", Settings(office=office))
    settings = (made.root / "hudang.toml").read_text(encoding="utf-8")
    (made.root / "hudang.toml").write_text(
        settings.replace('institution = ""', 'institution = "东河联社"'), encoding="utf-8"
    )
    rows = [
        loan_row(1, 五级分类="次级", 逾期天数=95, 表内欠息=120.5, 余额=40000),
        loan_row(2, 借据金额=150000, 余额=150000, 担保方式="抵押", 机构="西岭支行"),
        loan_row(3, 余额=0, 管户人="李测"),
    ]
    paid = repayment_sheet([[date(2025, 5, 6), "JJ20240001", "测试户1", 10000, 33.33, "现金"]])
    sheets = {"台账": loan_sheet(rows), "还款": paid}
    report = import_workbook(made, workbook(folder / "台账.xlsx", sheets), actor="t")
    assert report.ok
    return made


@pytest.fixture
def view(workspace: Workspace) -> View:
    return Book.of(workspace).at(DAY)


@pytest.fixture
def run(workspace: Workspace) -> Run:
    def command(*args: str, refused: bool = False) -> Result:
        done = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "ledger", *args])
        assert (done.exit_code != 0) == refused, done.output
        return done

    return command


def known(loan: LoanState) -> dict[str, Any]:
    """What the loan register says of a loan."""
    kept = (
        "iou_no", "contract_no", "borrower", "id_number", "product", "guarantee", "unit",
        "manager", "amount_fen", "balance_fen", "rate", "rate_unit", "granted_on", "due_on",
        "days_overdue", "arrears_fen", "class_code",
    )  # fmt: skip
    return {name: getattr(loan, name) for name in kept}


@pytest.mark.parametrize("wan", [False, True])
@pytest.mark.parametrize("language", ["zh", "es", "en"])
def test_an_exported_loan_register_gives_the_same_ledger_elsewhere(
    workspace: Workspace, view: View, tmp_path: Path, language: str, wan: bool
) -> None:
    path = tmp_path / "loans.xlsx"
    paper = paper_of(workspace, made_on=date(2026, 1, 5), wan=wan, sources="hidden")
    write_xlsx(chosen_register(view, "loans", {}, full_ids=True), path, language, paper)
    other = create_workspace(tmp_path / "other", Settings(office=OfficeSettings(language=language)))

    report = import_workbook(other, path, actor="t")

    assert not report.problems
    assert {finding.code for finding in report.findings} <= {"carried_forward"}
    again = Book.of(other).at(DAY)
    assert [known(loan) for loan in again.loans] == [known(loan) for loan in view.loans]


def test_totals_are_sums_that_can_be_followed_and_values_for_those_who_do_not_calculate(
    view: View, tmp_path: Path
) -> None:
    path = tmp_path / "loans.xlsx"

    write_xlsx(register(view, "loans"), path, "zh")

    formulas = openpyxl.load_workbook(path).worksheets[0]
    values = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    assert formulas["I7"].value == "=SUM(I4:I6)"
    assert values["I7"].value == 190000
    assert formulas.auto_filter.ref == "A3:P6", "a filter leaves the total where it is"


def test_a_total_that_its_rows_do_not_add_up_to_is_no_formula(tmp_path: Path) -> None:
    titles = {"zh": "x", "es": "x", "en": "x"}
    columns = (Heading("a", titles, "money", 9), Heading("b", titles, "percent", 9))
    table = RegisterTable(
        name="x", titles=titles, as_of=DAY, columns=columns, rows=(TableRow((100, 5)),),
        totals=(300, 100),
    )  # fmt: skip

    write_xlsx(table, tmp_path / "x.xlsx", "zh")

    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[5]] == [3, 100]


def test_the_head_of_a_workbook_says_office_day_unit_and_when_it_was_made(
    workspace: Workspace, tmp_path: Path
) -> None:
    view = Book.of(workspace).at(DAY, known_on=datetime(2099, 1, 5, 12, 30))  # noqa: DTZ001
    paper = Paper(office="东河联社", made_on=date(2099, 1, 6), wan=True)

    write_xlsx(register(view, "loans"), tmp_path / "x.xlsx", "zh", paper)

    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2] if cell.value] == [
        "截至 2025-12-31（按2099-01-05 12:30所知）",
        "东河联社",
        "单位：万元",
    ]
    assert sheet["H4"].value == 5
    footer = sheet.oddFooter
    assert footer is not None
    assert (footer.left.text, footer.center.text) == ("制表日期：2099-01-06", "第 &P 页，共 &N 页")


def test_each_row_names_its_fact_and_its_cell_on_a_sheet_of_its_own(
    workspace: Workspace, view: View, tmp_path: Path
) -> None:
    paper = paper_of(workspace, made_on=DAY, wan=False, sources="hidden")

    write_xlsx(register(view, "loans"), tmp_path / "x.xlsx", "zh", paper)

    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    sheet = book["数据来源 贷款台账"]
    assert sheet.sheet_state == "hidden"
    row, fact, kind, document, place, person = [cell.value for cell in sheet[4]]
    assert (row, fact, kind, place, person) == (4, "loan:1", "工作簿", "台账!H4", "")
    assert str(document).startswith("0001-XD"), "a filed paper goes by its archive number"
    assert book["贷款台账"]["E4"].value == "JJ20240001"


def test_sheets_of_one_workbook_have_names_that_excel_takes(view: View, tmp_path: Path) -> None:
    table = register(view, "loans")
    titles = {"zh": "各支行/网点：贷款[台账]*?" + "长" * 40, "es": "x", "en": "x"}
    odd = dataclasses.replace(table, titles=titles)

    write_all([odd, odd], tmp_path / "x.xlsx", "zh")

    names = openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames
    assert len({name.casefold() for name in names}) == 2
    assert all(len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)


def test_a_workbook_that_cannot_be_finished_leaves_the_one_that_was_there(
    view: View, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"last month's")
    table = register(view, "loans")
    broken = dataclasses.replace(table, rows=(*table.rows, TableRow((1,))))

    with pytest.raises(ValueError, match="zip"):
        write_xlsx(broken, path, "zh")

    assert path.read_bytes() == b"last month's"
    assert [file.name for file in tmp_path.iterdir()] == ["x.xlsx"]


def test_id_numbers_are_masked_unless_asked_for_and_that_is_recorded(
    workspace: Workspace, run: Run, tmp_path: Path
) -> None:
    masked, full = tmp_path / "masked.xlsx", tmp_path / "full.xlsx"

    run("export", "loans", "--as-of", "2025-12-31", "--xlsx", str(masked))
    run("export", "loans", "--as-of", "2025-12-31", "--xlsx", str(full), "--full-ids")

    shown = [openpyxl.load_workbook(path).worksheets[0]["C4"].value for path in (masked, full)]
    assert shown == [id_number(1)[:4] + "*" * 10 + id_number(1)[-4:], id_number(1)]
    with reading(workspace.engine) as connection:
        exports = [row for row in audit.rows(connection) if row["action"] == "ledger.export"]
    assert [row["detail"]["full_ids"] for row in exports[-2:]] == [False, True]


def test_nothing_is_overwritten_unless_it_is_said(workspace: Workspace, run: Run) -> None:
    file = workspace.out / "mine.xlsx"
    file.write_bytes(b"mine")

    first = json.loads(run("export", "loans", "--as-of", "2025-12-31", "--json").stdout)
    second = json.loads(run("export", "loans", "--as-of", "2025-12-31", "--json").stdout)
    refused = run("export", "loans", "--xlsx", str(file), refused=True)

    assert "--replace" in str(refused.exception)
    assert file.read_bytes() == b"mine"
    assert first["written"][0]["path"] != second["written"][0]["path"]
    run("export", "loans", "--xlsx", str(file), "--replace")
    assert file.read_bytes() != b"mine"


def test_all_registers_go_out_at_once_those_without_rows_are_named(
    workspace: Workspace, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "all.xlsx"

    told = json.loads(
        run(
            "export", "--all", "--as-of", "2025-12-31", "--unit", "西岭支行", "--json",
            "--xlsx", str(file),
        ).stdout
    )  # fmt: skip

    written = {each["register"]: each["rows"] for each in told["written"]}
    assert written["loans"] == 1
    assert "contact" in told["left_out"]
    names = openpyxl.load_workbook(file).sheetnames
    assert "Loan register" in names


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        (("--unit", "西岭支行"), ["JJ20240002"]),
        (("--class", "次级"), ["JJ20240001"]),
        (("--guarantee", "抵押"), ["JJ20240002"]),
        (("--manager", "李测"), ["JJ20240003"]),
        (("--household", "2"), ["JJ20240002"]),
        (("--only", "open_only=yes"), ["JJ20240001", "JJ20240002"]),
        (("--village", "无此村"), []),
    ],
)
def test_a_register_is_narrowed_by_options(
    run: Run, asked: tuple[str, ...], numbers: list[str]
) -> None:
    told = json.loads(run("register", "loans", "--as-of", "2025-12-31", "--json", *asked).stdout)

    assert [row["values"]["iou_no"] for row in told["rows"]] == numbers


def test_a_limit_cuts_rows_and_not_the_totals(run: Run) -> None:
    args = ("register", "loans", "--as-of", "2025-12-31", "--limit", "1")

    told = json.loads(run(*args, "--json").stdout)
    printed = run(*args).stdout

    assert (len(told["rows"]), told["row_count"]) == (1, 3)
    assert told["totals"]["balance"] == "190000.00"
    assert "1 of 3 rows" in printed
    assert "190,000.00" in printed


def test_a_filter_that_a_register_does_not_have_is_refused(run: Run) -> None:
    month = run("register", "loans", "--month", "2026-01", refused=True)
    odd = run("register", "loans", "--only", "open", refused=True)

    assert "cannot be filtered by month" in str(month.exception)
    assert "open" in str(odd.exception)
