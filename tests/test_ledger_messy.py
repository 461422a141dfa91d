"""Workbooks as they come: families of messes, each read rightly or named, none silently skipped."""

from __future__ import annotations

import struct
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from sqlalchemy import func, select

from archive.database import reading
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger import schema
from ledger.findings import disagreements as by_view
from ledger.grammars import CellRefused, Context, read_cell
from ledger.headers import LabelIndex
from ledger.layouts.registry import LAYOUTS
from ledger.reader import SheetReading, read_sheet
from ledger.report import ImportReport
from ledger.sheets import Broken, Cell, Sheet, WorkbookUnreadable, read_workbook
from ledger.sheets.old import _marks
from ledger.touched import disagreements
from ledger.workbook import import_workbook
from tests.ledger_workbooks import (
    HEAD,
    REPAYMENT_HEAD,
    id_number,
    loan_row,
    loan_sheet,
    repayment_sheet,
    workbook,
)

INDEX = LabelIndex(LAYOUTS)
DAYS = st.dates(date(1990, 1, 1), date(2049, 12, 31))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace", Settings(office=OfficeSettings(language="zh")))


def read_rows(rows: Sequence[Sequence[Any]]) -> SheetReading:
    return read_sheet(Sheet("台账", [list(row) for row in rows]), INDEX, "zh")


def changed(path: Path, change: Callable[[Any], None]) -> Path:
    """A right register of three loans after one visible damage."""
    workbook(path, {"台账": loan_sheet([loan_row(1), loan_row(2), loan_row(3)])})
    book = openpyxl.load_workbook(path)
    change(book["台账"])
    book.save(path)
    return path


def codes(report: ImportReport) -> list[str]:
    return [finding.code for finding in report.findings]


# --- cells


def cell(value: Any, grammar: str, **more: Any) -> Any:
    found = read_cell(Cell(1, 1, value, **more), grammar, Context())
    return found.value if found else None


@given(
    day=DAYS,
    form=st.sampled_from(
        ["{0:%Y}.{0.month}.{0.day}", "{0:%Y}-{0.month}-{0.day}", "{0:%Y}/{0.month:02d}/{0.day:02d}",
         "{0:%Y%m%d}", "'{0:%Y%m%d}", "{0:%Y}年{0.month}月{0.day}日",
         "{0:%Y}/{0.month}/{0.day} 00:00:00",
         "{0:%Y-%m-%d}T00:00:00", "{0:%Y-%m-%d} 00:00:00.000", " {0:%Y-%m-%d} "]
    ),
)  # fmt: skip
def test_a_day_typed_in_any_usual_way_is_that_day(day: date, form: str) -> None:
    assert cell(form.format(day), "date") == day


@given(day=st.dates(date(2001, 1, 1), date(2029, 12, 31)))
def test_a_year_of_two_figures_comes_first(day: date) -> None:
    assert cell(f"{day:%y}-{day.month}-{day.day}", "date") == day


@given(day=DAYS, afternoon=st.sampled_from([0.0, 0.25, 0.5]))
def test_serial_days_count_from_the_workbooks_own_day(day: date, afternoon: float) -> None:
    for zero in (date(1899, 12, 30), date(1904, 1, 1)):
        serial = (day - zero).days + afternoon

        assert cell(serial, "date", day_zero=zero) == day


@given(
    fen=st.integers(1, 10**12), unit=st.sampled_from([("万", 10_000), ("千", 1_000), ("w", 10_000)])
)
def test_a_cell_may_carry_its_own_unit(fen: int, unit: tuple[str, int]) -> None:
    word, factor = unit
    places = len(str(factor)) + 1
    typed = f"{fen / 100 / factor:.{places}f}{word}"

    assert cell(typed, "money") == round(float(typed[:-1]) * factor * 100)


@given(n=st.integers(1, 999), zeros=st.booleans())
def test_an_id_number_that_was_a_number_once_is_never_taken(n: int, zeros: bool) -> None:
    whole = id_number(n)
    # What Excel keeps of 18 figures, shown in the ways it comes back.
    damaged: list[Any] = [
        float(whole[:15] + "000"),
        f"{whole[0]}.{whole[1:6]}E+17",
        whole[:15] + "000.0",
    ]
    damaged += [int(whole[:15] + "000"), whole[:17]] if zeros else [whole[:15] + "e3"]
    for each in damaged:
        with pytest.raises(CellRefused):
            cell(each, "identity")


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "########"])
@pytest.mark.parametrize("grammar", ["text", "number", "money", "date", "identity"])
def test_an_error_pasted_as_text_is_no_value(error: str, grammar: str) -> None:
    with pytest.raises(CellRefused, match="Excel error"):
        cell(error, grammar)


# --- sums


def receipts(
    groups: Sequence[Sequence[int]], labels: Sequence[str], off: int = 0
) -> list[list[Any]]:
    """Receipts in groups, each with its sum, and the sum of all; the first sum is `off`."""
    rows: list[list[Any]] = [["单位：元"], list(REPAYMENT_HEAD)]
    for group in groups:
        rows += [
            [date(2025, 1, 5), f"JJ{20240001 + n}", "测试户1", fen / 100, 0.5, "现金"]
            for n, fen in enumerate(group)
        ]
        rows.append([labels[0], None, None, (sum(group) + off) / 100, 0.5 * len(group), None])
        off = 0
    count = sum(map(len, groups))
    rows.append([labels[1], None, None, sum(map(sum, groups)) / 100, 0.5 * count, None])
    return rows


GROUPS = st.lists(st.lists(st.integers(1, 10**9), min_size=1, max_size=5), min_size=1, max_size=5)
LABELS = st.sampled_from(
    [("小计", "合计"), ("本月合计", "本年累计"), ("东河村小计：", "总　计"), ("合计", "总计"),
     ("小计(3户)", "共计"), ("subtotal", "Total")]
)  # fmt: skip


@settings(deadline=None)
@given(groups=GROUPS, labels=LABELS)
def test_right_sums_of_groups_and_of_all_are_passed(
    groups: list[list[int]], labels: tuple[str, str]
) -> None:
    found = read_rows(receipts(groups, labels))

    assert (found.problems, found.findings) == ([], [])
    assert len(found.proposals) == sum(map(len, groups))


@settings(deadline=None)
@given(groups=GROUPS, labels=LABELS, off=st.integers(1, 10**6))
def test_a_wrong_sum_of_a_group_is_found(
    groups: list[list[int]], labels: tuple[str, str], off: int
) -> None:
    found = read_rows(receipts(groups, labels, off))

    assert [finding.code for finding in found.findings] == ["total_mismatch"]
    assert found.findings[0].sources[0].cell == f"D{3 + len(groups[0])}"


def test_sums_may_stand_above_their_rows() -> None:
    body = receipts([[100, 200]], ("小计", "合计"))
    head, rows, total = body[:2], body[2:4], body[5]

    assert read_rows([*head, total, *rows]).findings == []
    total[3] += 1
    assert [f.code for f in read_rows([*head, total, *rows]).findings] == ["total_mismatch"]


def test_what_has_accumulated_over_the_months_is_summed_over_their_sheets(
    workspace: Workspace, tmp_path: Path
) -> None:
    january = receipts([[100, 200]], ("小计", "合计"))
    february = receipts([[400]], ("本月合计", "本年累计"))
    february[-1][3:5] = [7.0, 1.5]
    february[2][0] = date(2025, 2, 5)
    loans = loan_sheet([loan_row(1), loan_row(2)])
    path = workbook(tmp_path / "a.xlsx", {"台账": loans, "1月": january, "2月": february})

    report = import_workbook(workspace, path, actor="t")

    assert "total_mismatch" not in codes(report)


# --- sheets


def hide_row(sheet: Any) -> None:
    sheet.row_dimensions[5].hidden = True


def hide_column(sheet: Any) -> None:
    sheet.column_dimensions["I"].hidden = True


def hide_sheet(sheet: Any) -> None:
    sheet.parent.create_sheet("说明")["A1"] = "说明"
    sheet.sheet_state = "veryHidden"


def comment(sheet: Any) -> None:
    sheet["I5"].comment = Comment("余额有误", "周测")


def filter_rows(sheet: Any) -> None:
    sheet.auto_filter.ref = "A3:Q6"
    sheet.row_dimensions[4].hidden = sheet.row_dimensions[5].hidden = True


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (hide_row, "hidden_rows", "1 rows are hidden (5)"),
        (filter_rows, "hidden_rows", "a filter hides 2 rows (4-5)"),
        (hide_column, "hidden_columns", "I “余额”"),
        (hide_sheet, "hidden_sheet", "is hidden"),
        (comment, "comments", "the first is I5"),
    ],
)
def test_what_nobody_sees_is_read_and_said(
    workspace: Workspace, tmp_path: Path, change: Callable[[Any], None], code: str, said: str
) -> None:
    report = import_workbook(workspace, changed(tmp_path / "a.xlsx", change), actor="t")

    assert report.added["loan"] == 3
    assert [f.message for f in report.findings if f.code == code and said in f.message]


def test_an_error_cell_is_named_and_no_blank(workspace: Workspace, tmp_path: Path) -> None:
    def damage(sheet: Any) -> None:
        sheet["I5"] = "#REF!"
        sheet["I5"].data_type = "e"

    report = import_workbook(workspace, changed(tmp_path / "a.xlsx", damage), actor="t")

    assert [(p.cell, p.code) for p in report.problems] == [("I5", "excel_error")]


def test_a_formula_that_gives_an_empty_text_is_a_blank(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"s": [["a", "b"], ["x", "y"]]})
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = "xl/worksheets/sheet1.xml"
    calculated = b'<c r="A2" t="str"><f>IF(1,"","")</f><v></v></c>'
    start = parts[name].index(b'<c r="A2"')
    end = parts[name].index(b"</c>", start) + 4
    parts[name] = parts[name][:start] + calculated + parts[name][end:]
    with zipfile.ZipFile(path, "w") as packed:
        for each, data in parts.items():
            packed.writestr(each, data)

    (sheet,) = read_workbook(path).sheets

    assert sheet.value(2, 1) is None
    assert sheet.value(2, 2) == "y"


def test_a_workbook_of_the_1904_system_keeps_its_days(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    serial = (date(2024, 3, 15) - date(1904, 1, 1)).days
    for row in loan_sheet([loan_row(1), loan_row(2, 发放日=serial)]):
        sheet.append(row)
    book.save(path)

    import_workbook(workspace, path, actor="t")

    with reading(workspace.engine) as connection:
        days = set(connection.scalars(select(schema.loan.c.granted_on)))
    assert days == {date(2024, 3, 15)}


def test_each_month_on_its_own_sheet_speaks_for_its_own_day(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheets = {
        f"{month}月": loan_sheet(
            [loan_row(1, 余额=50000 - 1000 * month)], day=f"截至2025年{month}月28日"
        )
        for month in range(1, 7)
    }

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    assert report.ok
    assert report.added["loan"] == 1
    assert report.added["statement"] == 6


def test_a_second_register_on_a_sheet_has_the_day_written_above_it() -> None:
    first = loan_sheet([loan_row(1)], day="截至2025年11月30日")
    second = loan_sheet([loan_row(1)], day="截至2025年12月31日")

    found = read_rows([*first, [], *second])

    stated = [p.effective_on for p in found.proposals if p.table == "statement"]
    assert stated == [date(2025, 11, 30), date(2025, 12, 31)]


def test_heads_on_each_page_captions_and_notes_are_no_rows() -> None:
    rows = loan_sheet([loan_row(1), loan_row(2)])
    rows += [["第1页 共2页"], ["东河联社贷款台账"], list(HEAD), loan_row(3)]
    rows += [["制表：周测", None, None, "复核：李测"], ["注：本表为内部资料"], [None], ["*" * 8]]

    found = read_rows(rows)

    assert found.problems == []
    assert Counter(p.table for p in found.proposals)["loan"] == 3


def test_rows_that_only_have_a_running_number_are_blank() -> None:
    rows = loan_sheet([[1, *loan_row(1)]], head=("序号", *HEAD))
    rows += [[number] for number in range(2, 20)]

    found = read_rows(rows)

    assert (found.problems, found.registers[0].rows) == ([], 1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_separated_text_is_read_like_a_sheet(
    workspace: Workspace, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    lines = [
        delimiter.join(f'"{"" if cell is None else cell}"' for cell in row)
        for row in loan_sheet([loan_row(1), loan_row(2)])
    ]
    path = tmp_path / "台账.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))

    report = import_workbook(workspace, path, actor="t")

    assert report.ok, report.problems
    assert report.added == {"loan": 2, "statement": 2, "classification": 2}


def test_errors_and_hidden_rows_of_an_old_workbook_are_seen() -> None:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    stream = (
        record(0x0809, struct.pack("<HH", 0x0600, 0x0010) + bytes(12))
        + record(0x0208, struct.pack("<HHHHHHI", 4, 0, 9, 255, 0, 0, 0x20))
        + record(0x007D, struct.pack("<HHHHHH", 2, 3, 256, 15, 1, 0))
        + record(0x0205, struct.pack("<HHHBB", 6, 1, 15, 0x2A, 1))
        + record(0x0205, struct.pack("<HHHBB", 7, 1, 15, 1, 0))
        + record(0x0006, struct.pack("<HHH", 8, 2, 15) + bytes.fromhex('02001700 0000ffff 0000'))
        + record(0x000A, b"")
    )  # fmt: skip

    marks = _marks(stream, 0)

    assert marks.errors == [(7, 2), (9, 3)]
    assert (marks.hidden_rows, marks.hidden_columns) == ([5], [3, 4])


def test_a_broken_cell_is_not_mistaken_for_a_value() -> None:
    sheet = Sheet("s", [["a", Broken.ERROR, Broken.UNCALCULATED]])

    assert [(c.value, c.broken) for c in sheet.row(1)] == [
        ("a", None), ("", "error"), ("", "uncalculated"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 cut off", "cannot be read as an Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cannot be read as an Excel workbook"),
        (b"just a line of text", "cannot be read as an Excel workbook"),
        (b"%PDF-1.7\n%%EOF", "cannot be read as an Excel workbook"),
        (b"Rar!\x1a\x07\x00 packed", "packed archive"),
        (b"", "cannot be read as an Excel workbook"),
    ],
)
def test_a_file_that_is_no_workbook_says_so_by_its_name(
    tmp_path: Path, data: bytes, said: str
) -> None:
    (tmp_path / "坏.xlsx").write_bytes(data)

    with pytest.raises(WorkbookUnreadable, match=r"坏\.xlsx") as refused:
        read_workbook(tmp_path / "坏.xlsx")
    assert said in str(refused.value)


# --- the ledger


def test_an_import_finds_on_the_loans_it_touched_what_a_check_of_all_finds(
    workspace: Workspace, tmp_path: Path
) -> None:
    from ledger.book import Book

    first = datetime(2024, 4, 1)  # noqa: DTZ001 - a day of a cell
    loans = [
        loan_row(n, 余额=(None, 50000, 40000)[n % 3], 五级分类=None if n % 4 else "正常")
        for n in range(1, 25)
    ]
    paid = [
        [
            first + timedelta(days=9 * n),
            f"JJ2024{n:04d}",
            f"测试户{n}",
            30000 + 9000 * (n % 4),
            1,
            "",
        ]
        for n in range(1, 25, 2)
    ]
    path = workbook(tmp_path / "a.xlsx", {"a": loan_sheet(loans), "b": repayment_sheet(paid)})

    import_workbook(workspace, path, actor="t")

    numbers = {f"JJ2024{n:04d}" for n in range(1, 25, 3)}
    view = Book.of(workspace).at(date.max)
    accounts = {loan.account_id for loan in view.loans if loan.number in numbers}
    with reading(workspace.engine) as connection:
        found = disagreements(connection, numbers)
    assert len({finding.code for finding in found}) == 3
    assert found == by_view(view, accounts)


def test_a_small_import_asks_a_large_ledger_only_for_its_own_loans(
    workspace: Workspace, tmp_path: Path
) -> None:
    many = [loan_row(n) for n in range(1, 300)]
    import_workbook(workspace, workbook(tmp_path / "a.xlsx", {"a": loan_sheet(many)}), actor="t")
    few = [[date(2025, 1, 5), "JJ20240007", "测试户7", 100, 1, "现金"]]
    path = workbook(tmp_path / "b.xlsx", {"b": repayment_sheet(few)})

    rows = rows_fetched(workspace, lambda: import_workbook(workspace, path, actor="t"))

    assert rows < 100
    with reading(workspace.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(schema.loan)) == 299


def rows_fetched(workspace: Workspace, work: Callable[[], object]) -> int:
    """Rows of the ledger's large tables that SQLite gives out while `work` is done."""
    from sqlalchemy import event

    statements: list[tuple[str, Any]] = []

    def noted(_c: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            statements.append((statement, parameters))

    event.listen(workspace.engine, "before_cursor_execute", noted)
    work()
    event.remove(workspace.engine, "before_cursor_execute", noted)
    with workspace.engine.connect() as connection:
        return sum(
            len(connection.exec_driver_sql(statement, parameters).fetchall())
            for statement, parameters in statements
            if any(f" {name}" in statement for name in ("loan", "repayment", "statement"))
        )
