"""Registers go out complete, traceable, printable, and with nothing in them that runs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.indicators import INDICATORS
from ledger.kinds.registry import KINDS
from ledger.layouts.registry import LAYOUTS
from ledger.registers import REGISTERS, UnknownRegister, register, write_xlsx
from ledger.registers.maturity import MonthNotUnderstood
from ledger.workbook import import_workbook
from tests.ledger_workbooks import Text, id_number, loan_row, loan_sheet, workbook

INJECTION = Text('=HYPERLINK("http://example.invalid","x")')


@pytest.fixture
def view(tmp_path: Path) -> View:
    workspace: Workspace = create_workspace(tmp_path / "workspace", Settings())
    rows = [
        loan_row(1, 五级分类="次级", 逾期天数=95, 表内欠息=120.5, 到期日=date(2026, 1, 20)),
        loan_row(2, 借据金额=150000, 余额=150000, 担保方式="抵押", 机构="西岭支行"),
        loan_row(3, 管户人=INJECTION),
    ]
    report = import_workbook(
        workspace, workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)}), actor="t"
    )
    assert report.ok
    return Book.of(workspace).at(date(2025, 12, 31))


def test_the_class_register_lists_the_worst_first_and_adds_up(view: View) -> None:
    table = register(view, "five-level-class")

    assert [row[11] for row in table.text_rows("zh")] == ["次级", "正常", "正常"]
    assert table.text_totals("zh")[5] == "250,000.00"
    assert table.summary is not None
    assert [row[0:4] for row in table.summary.text_rows("zh")] == [
        ["正常", "2", "200,000.00", "80.00"],
        ["关注", "0", "0.00", "0.00"],
        ["次级", "1", "50,000.00", "20.00"],
        ["可疑", "0", "0.00", "0.00"],
        ["损失", "0", "0.00", "0.00"],
    ]


def test_every_row_leads_back_to_its_fact_and_cell(view: View) -> None:
    (row, *_rest) = register(view, "five-level-class").rows

    assert row.fact is not None
    assert row.fact.startswith("classification:")
    assert row.source is not None
    assert (row.source.sheet, row.source.cell) == ("台账", "P4")


def test_registers_show_no_full_id_number(view: View) -> None:
    shown = json.dumps([register(view, name).to_json() for name in REGISTERS], ensure_ascii=False)

    assert id_number(1) not in shown
    assert id_number(1)[-4:] in shown


def test_json_gives_money_as_exact_yuan(view: View) -> None:
    (row, *_rest) = register(view, "five-level-class", class_code="次级").to_json()["rows"]

    assert row["values"]["arrears"] == "120.50"
    assert row["values"]["class"] == "substandard"


@pytest.mark.parametrize(
    ("filters", "count"),
    [({"unit": "西岭支行"}, 1), ({"guarantee": "抵押"}, 1), ({"class_code": "正常"}, 2), ({}, 3)],
)
def test_a_register_is_filtered(view: View, filters: dict[str, Any], count: int) -> None:
    assert len(register(view, "loans", **filters).rows) == count


def test_the_maturity_register_is_for_next_month_unless_another_is_asked_for(view: View) -> None:
    assert [row[3] for row in register(view, "maturity").text_rows("zh")] == ["JJ20240001"]
    assert len(register(view, "maturity", month="2026-03").rows) == 2
    with pytest.raises(MonthNotUnderstood):
        register(view, "maturity", month="March")


def test_a_loan_never_inspected_is_late(view: View) -> None:
    table = register(view, "inspections", late=True)

    assert len(table.rows) == 3
    assert table.text_rows("zh")[0][9:11] == ["2024-04-14", "是"]


def test_unknown_registers_and_filters_are_named(view: View) -> None:
    with pytest.raises(UnknownRegister, match="five-level-class"):
        register(view, "nonsense")
    with pytest.raises(UnknownRegister, match="colour"):
        register(view, "loans", colour="red")


@pytest.mark.parametrize("language", ["zh", "es", "en"])
@pytest.mark.parametrize("name", sorted(REGISTERS))
def test_every_register_is_written_as_a_finished_workbook(
    view: View, tmp_path: Path, name: str, language: str
) -> None:
    table = register(view, name)
    path = tmp_path / "out.xlsx"

    write_xlsx(table, path, language)

    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet["A1"].value == table.titles[language]
    assert [cell.value for cell in sheet[3]] == table.headings(language)
    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$1:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"


def test_text_that_looks_like_a_formula_stays_text(view: View, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"

    write_xlsx(register(view, "loans"), path, "zh")

    sheet = openpyxl.load_workbook(path).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == INJECTION and cell.data_type == "s" for cell in cells)
    assert not any(cell.hyperlink for cell in cells)
    assert {cell.value for cell in cells if cell.data_type == "f"} == {
        f"=SUM({letter}4:{letter}6)" for letter in "HIN"
    }, "the only formulas are the sums of the table itself"
    assert all(cell.quotePrefix for cell in cells if cell.value == INJECTION)


def test_numbers_of_loans_are_text_and_amounts_are_numbers(view: View, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"

    write_xlsx(register(view, "five-level-class"), path, "zh")

    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert (sheet["D4"].data_type, sheet["D4"].number_format) == ("s", "@")
    assert (sheet["F4"].value, sheet["F4"].number_format) == (50000, "#,##0.00")
    assert sheet["G4"].number_format == "yyyy-mm-dd"


def test_a_register_that_went_out_can_come_back_in(view: View, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_xlsx(register(view, "five-level-class"), path, "zh")
    workspace = create_workspace(tmp_path / "other", Settings())
    rows = [loan_row(1), loan_row(2, 借据金额=150000, 余额=150000), loan_row(3)]
    import_workbook(
        workspace,
        workbook(tmp_path / "b.xlsx", {"x": loan_sheet(rows, day="截至2025年9月30日")}),
        actor="t",
    )

    report = import_workbook(workspace, path, actor="t", dry_run=True)

    # Its ID numbers are masked, and a masked one is never taken for one.
    assert {problem.code for problem in report.problems} == {"id_masked"}


def test_the_documentation_names_every_register_and_indicator() -> None:
    text = (Path(__file__).parent.parent / "docs" / "ledger.md").read_text(encoding="utf-8")

    kinds = (Path(__file__).parent.parent / "docs" / "kinds.md").read_text(encoding="utf-8")
    for declared in REGISTERS.values():
        where = kinds if declared.name in KINDS else text
        assert f"| `{declared.name}` | {declared.titles['zh']} |" in where
    for indicator in INDICATORS.values():
        assert (
            f"| `{indicator.name}` | {indicator.titles['zh']} | {indicator.unit} | "
            f"{indicator.formula} |"
        ) in text
    for layout in LAYOUTS:
        assert f"| `{layout.name}` |" in (kinds if layout.name in KINDS else text)
