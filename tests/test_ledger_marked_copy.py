"""The clerk gets back his own workbook: wrong cells marked and explained, all else as it was."""

from __future__ import annotations

import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book
from ledger.marking import cells
from ledger.marking.copies import marked_copy
from ledger.marking.notes import AUTHOR
from ledger.marking.styles import MARK
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook

WRONG_ID = "410300190001010019"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace", Settings())


def marked(workspace: Workspace, path: Path) -> Path:
    report = import_workbook(workspace, path, actor="t")
    assert report.problems
    return marked_copy(path, report, workspace.out, "zh")


def rich_workbook(path: Path) -> Path:
    """A workbook with everything that a careless copy loses."""
    rows = [loan_row(1), loan_row(2, 身份证号码=WRONG_ID), loan_row(3, 借据号=None)]
    book = openpyxl.load_workbook(workbook(path, {"台账": loan_sheet(rows)}))
    sheet = book["台账"]
    sheet["R3"], sheet["R4"] = "备注", "=H4-I4"
    sheet["B4"].comment = Comment("上月已核对", "周测")
    sheet["C5"].comment = Comment("请核对", "周测")
    sheet["C5"].fill = PatternFill("solid", fgColor="FFFFFF00")
    sheet["C5"].number_format = "@"
    sheet.column_dimensions["C"].width = 33
    sheet.merge_cells("A1:F1")
    rule = Rule(type="cellIs", operator="lessThan", formula=["0"])
    sheet.conditional_formatting.add("I4:I9", rule)
    choice = DataValidation(type="list", formula1='"正常,关注"')
    sheet.add_data_validation(choice)
    choice.add("P4:P9")
    other = book.create_sheet("底稿")
    other["A1"] = "=SUM(台账!H4:H6)"
    other.sheet_state = "hidden"
    book.save(path)
    return path


def test_each_wrong_cell_is_filled_and_says_what_is_wrong_and_what_is_expected(
    workspace: Workspace, tmp_path: Path
) -> None:
    copy = marked(workspace, rich_workbook(tmp_path / "台账.xlsx"))

    sheet = openpyxl.load_workbook(copy)["台账"]
    assert copy == workspace.out / "台账_更正.xlsx"
    assert sheet["E6"].fill.fgColor.rgb == MARK
    assert sheet["E6"].comment is not None
    assert sheet["E6"].comment.author == AUTHOR
    assert sheet["C5"].comment is not None
    assert sheet["C5"].comment.text.startswith("请核对"), "the clerk's own comment stays"
    assert WRONG_ID not in sheet["C5"].comment.text
    assert sheet["C5"].number_format == "@"
    assert sheet["H5"].fill.fgColor.rgb != MARK


def test_every_other_part_of_the_workbook_is_the_same_byte_for_byte(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = rich_workbook(tmp_path / "台账.xlsx")
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"macros")
        packed.writestr("customXml/item1.xml", b"<a/>")

    copy = marked(workspace, path)

    with zipfile.ZipFile(path) as before, zipfile.ZipFile(copy) as after:
        changed = {n for n in before.namelist() if before.read(n) != after.read(n)}
        old, new = before.read("xl/worksheets/sheet1.xml"), after.read("xl/worksheets/sheet1.xml")
    assert {name for name in changed if "comment" not in name.casefold()} <= {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    }
    assert but_for(old, "C5", "E6") == but_for(new, "C5", "E6")


def but_for(sheet: bytes, *cells_: str) -> bytes:
    """A worksheet part without the tags of some cells, and without what rows say of their width."""
    for cell in cells_:
        sheet = re.sub(rb'<c r="%s"[^>]*>' % cell.encode(), b"", sheet)
    return re.sub(rb' spans="[^"]*"', b"", sheet)


def test_a_macro_workbook_stays_one(workspace: Workspace, tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "台账.xlsx")
    shutil.move(path, path.with_suffix(".xlsm"))

    assert marked(workspace, path.with_suffix(".xlsm")).name == "台账_更正.xlsm"


def test_the_corrected_copy_goes_in_and_its_list_and_comments_are_no_obstacle(
    workspace: Workspace, tmp_path: Path
) -> None:
    copy = marked(workspace, rich_workbook(tmp_path / "台账.xlsx"))
    book = openpyxl.load_workbook(copy)
    book["台账"]["C5"], book["台账"]["E6"] = id_number(2), "JJ20240003"
    book["台账"]["R4"] = None
    book.save(copy)

    report = import_workbook(workspace, copy, actor="t")

    assert report.ok
    assert report.imported
    # openpyxl signs all comments alike, so that ours are no longer known from the clerk's own.
    assert [f.code for f in report.findings] == ["comments", "sheet_not_recognised"]
    assert "底稿" in report.findings[1].message
    assert len(Book.of(workspace).at(date(2025, 12, 31)).loans) == 3


def test_a_copy_half_corrected_keeps_only_the_marks_that_are_still_right(
    workspace: Workspace, tmp_path: Path
) -> None:
    copy = marked(workspace, rich_workbook(tmp_path / "台账.xlsx"))
    book = openpyxl.load_workbook(copy)
    book["台账"]["E6"] = "JJ20240003"
    half = tmp_path / "台账.xlsx"
    book.save(half)

    again = marked(workspace, half)

    sheet = openpyxl.load_workbook(again)["台账"]
    assert again.name == "台账_更正_2.xlsx", "the first copy is not overwritten"
    assert sheet["E6"].fill.fgColor.rgb != MARK
    assert sheet["E6"].comment is None
    assert sheet["C5"].fill.fgColor.rgb == MARK
    assert sheet["C5"].comment is not None
    assert sheet["C5"].comment.text.count(AUTHOR) == 1
    listed = openpyxl.load_workbook(again)["更正清单"]
    assert [listed.cell(4, column).value for column in (3, 4, 5)] == ["台账", "C5", "身份证号码"]


def test_a_cell_that_only_the_ledger_refuses_is_named_by_its_printed_head(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "台账.xlsx", {"台账": loan_sheet([loan_row(1, 余额=60000)])})

    copy = marked(workspace, path)

    listed = openpyxl.load_workbook(copy)["更正清单"]
    assert [listed.cell(4, column).value for column in (4, 5)] == ["I4", "余额"]


def test_the_same_faults_again_make_no_second_copy(workspace: Workspace, tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "台账.xlsx")

    assert marked(workspace, path) == marked(workspace, path)
    assert len(list(workspace.out.iterdir())) == 1


def test_nothing_that_is_listed_can_run(workspace: Workspace, tmp_path: Path) -> None:
    rows = loan_sheet([loan_row(1, 借据号=None)])
    rows[2][4] = "借据号"
    path = workbook(tmp_path / "=cmd.xlsx", {"=1+1'x": rows})
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["R3"] = "x"
    book.worksheets[0]["R3"].value = "=HYPERLINK(1)"
    book.worksheets[0]["R3"].data_type = "s"
    book.save(path)

    copy = marked(workspace, path)

    with zipfile.ZipFile(copy) as packed:
        listed = packed.read("xl/worksheets/hudangSheet1.xml").decode()
    assert "=HYPERLINK(1)" in listed
    assert "<f" not in listed
    assert "location=\"'=1+1''x'!E4\"" in listed


def test_an_old_workbook_comes_back_as_xlsx_with_its_values_and_number_formats(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = Path(shutil.copy(Path(__file__).parent / "papers" / "台账_旧版.xls", tmp_path))

    report = import_workbook(workspace, path, actor="t")
    copy = marked_copy(path, report, workspace.out, "zh")

    sheet = openpyxl.load_workbook(copy).worksheets[0]
    assert copy.name == "台账_旧版_更正.xlsx"
    assert sheet["A1"].value == "贷款台账"
    assert sheet["A3"].value == "周水生"
    assert sheet["C3"].value == 5.5
    assert "A1:D1" in {str(area) for area in sheet.merged_cells.ranges}


def test_sheets_written_by_other_programs_are_marked_too() -> None:
    plain = cells.split(
        b'<x:worksheet xmlns:x="m"><x:cols><x:col min="3" max="3" style="7"/></x:cols><x:sheetData>'
        b'<x:row><x:c t="s"/><x:c/></x:row><x:row r="5" s="4"/></x:sheetData><x:pageSetup/>'
        b"<x:extLst/></x:worksheet>"
    )

    marked_sheet = cells.restyled(plain, [(1, 2), (1, 3), (3, 1), (5, 2)], lambda style: style + 10)
    noted = cells.with_notes(marked_sheet, "rId9", "office")

    assert noted.rows == (
        b'<x:row><x:c t="s"/><x:c s="10"/><x:c r="C1" s="17"/></x:row>'
        b'<x:row r="3"><x:c r="A3" s="10"/></x:row>'
        b'<x:row r="5" s="4"><x:c r="B5" s="14"/></x:row>'
    )
    assert noted.tail == (
        b'</x:sheetData><x:pageSetup/><x:legacyDrawing xmlns:hd="office" hd:id="rId9"/>'
        b"<x:extLst/></x:worksheet>"
    )
