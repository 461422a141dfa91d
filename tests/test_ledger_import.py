"""Workbooks come in whole or not at all, cell by cell, and never twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import func, select

from archive import documents, households
from archive.database import reading, writing
from archive.households import NewHousehold, Person
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from ledger import schema
from ledger.book import Book
from ledger.measures.lending import recovered_sum
from ledger.sheets import WorkbookUnreadable
from ledger.workbook import import_workbook
from tests.ledger_workbooks import (
    HEAD,
    id_number,
    loan_row,
    loan_sheet,
    repayment_sheet,
    workbook,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "workspace", Settings())


def facts_in(workspace: Workspace) -> int:
    with reading(workspace.engine) as connection:
        return sum(
            connection.scalar(select(func.count()).select_from(table)) or 0
            for table in schema.FACTS.values()
        )


def test_a_register_comes_in_with_its_balances_and_classes(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Sheet1": loan_sheet([loan_row(1), loan_row(2)])})

    report = import_workbook(workspace, path, actor="t")

    assert report.ok
    assert report.imported
    assert report.added == {"loan": 2, "statement": 2, "classification": 2}
    assert report.new_households == 2
    loan = Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001")
    assert (loan.amount_fen, loan.balance_fen, loan.class_code) == (5000000, 5000000, "normal")
    assert (str(loan.rate), loan.rate_unit) == ("6.525", "permille_month")
    assert loan.sources["amount_fen"].cell == "H4"
    assert loan.sources["amount_fen"].document_id == report.document_id


DAMAGES: list[tuple[str, Any, str, str]] = [
    ("身份证号码", 1.1010519491231e17, "C4", "digits_lost"),
    ("身份证号码", "1.10105E+17", "C4", "digits_lost"),
    ("身份证号码", "410300190001010019", "C4", "check_digit"),
    ("身份证号码", "4103**********0010", "C4", "id_masked"),
    ("身份证号码", None, "C4", "missing"),
    ("身份证号码", "41030019000101", "C4", "not_an_id"),
    ("借款人", None, "B4", "missing"),
    ("借据号", None, "E4", "missing"),
    ("借据号", 8.22024012001e15, "E4", "digits_lost"),
    ("借据金额", "五万", "H4", "not_an_amount"),
    ("借据金额", None, "H4", "missing"),
    ("借据金额", 0, "H4", "amount_not_positive"),
    ("余额", "50000元左右", "I4", "not_an_amount"),
    ("余额", 50000.01, "I4", "balance_above_amount"),
    ("余额", -1, "I4", "balance_negative"),
    ("月利率（‰）", 652.5, "J4", "rate_implausible"),
    ("发放日", "2024年2月30日", "K4", "not_a_date"),
    ("发放日", None, "K4", "missing"),
    ("到期日", date(2023, 1, 1), "L4", "due_before_granted"),
    ("逾期天数", "很久", "M4", "not_days"),
    ("五级分类", "良好", "P4", "not_a_class"),
    ("担保方式", "口头", "G4", "not_a_guarantee"),
]


@pytest.mark.parametrize(("column", "value", "cell", "code"), DAMAGES)
def test_a_wrong_cell_is_named_and_nothing_is_imported(
    workspace: Workspace, tmp_path: Path, column: str, value: Any, cell: str, code: str
) -> None:
    rows = [loan_row(1, **{column: value}), loan_row(2)]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)})

    report = import_workbook(workspace, path, actor="t")

    assert [(p.sheet, p.cell, p.code) for p in report.problems] == [("台账", cell, code)]
    assert not report.imported
    assert facts_in(workspace) == 0
    with reading(workspace.engine) as connection:
        assert documents.documents_of(connection, None) == []


def test_messages_never_repeat_an_id_number(workspace: Workspace, tmp_path: Path) -> None:
    wrong = id_number(7)[:17] + ("1" if id_number(7)[17] != "1" else "2")
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(7, 身份证号码=wrong)])})

    report = import_workbook(workspace, path, actor="t")

    assert report.problems
    assert wrong[6:14] not in str(report.to_json())


def test_the_right_rows_come_in_when_the_user_says_so(workspace: Workspace, tmp_path: Path) -> None:
    rows = [loan_row(1, 借据金额="五万"), loan_row(2)]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)})

    report = import_workbook(workspace, path, actor="t", accept_partial=True)

    assert report.imported
    assert not report.ok
    assert report.added["loan"] == 1


def test_a_rehearsal_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1, 余额=40000)])})

    report = import_workbook(workspace, path, actor="t", dry_run=True)

    assert report.added["loan"] == 1
    assert not report.imported
    assert [f.code for f in report.findings] == ["carried_forward"]
    assert facts_in(workspace) == 0
    with reading(workspace.engine) as connection:
        assert documents.documents_of(connection, None) == []


def test_the_same_workbook_twice_adds_nothing(workspace: Workspace, tmp_path: Path) -> None:
    sheets = {
        "台账": loan_sheet([loan_row(1, 余额=30000)]),
        "还款": repayment_sheet(
            [
                [date(2025, 1, 5), "JJ20240001", "测试户1", 10000, 300, "现金"],
                [date(2025, 1, 5), "JJ20240001", "测试户1", 10000, 300, "现金"],
            ]
        ),
    }
    path = workbook(tmp_path / "a.xlsx", sheets)
    first = import_workbook(workspace, path, actor="t")
    before = facts_in(workspace)

    again = import_workbook(workspace, path, actor="t")

    assert first.added["repayment"] == 2
    assert (again.added, again.corrected) == ({}, {})
    assert again.unchanged == before
    assert facts_in(workspace) == before


def test_a_changed_workbook_supersedes_with_a_reason_and_keeps_the_old_fact(
    workspace: Workspace, tmp_path: Path
) -> None:
    old = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1), loan_row(2)])})
    new = workbook(
        tmp_path / "b.xlsx", {"台账": loan_sheet([loan_row(1, 管户人="吴新"), loan_row(2)])}
    )
    import_workbook(workspace, old, actor="t")

    report = import_workbook(workspace, new, actor="t")

    assert report.corrected == {"loan": 1}
    assert report.added == {}
    assert Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001").manager == "吴新"
    with reading(workspace.engine) as connection:
        rows = connection.execute(
            select(schema.loan.c.manager, schema.loan.c.supersedes, schema.loan.c.reason)
            .where(schema.loan.c.key == "JJ20240001")
            .order_by(schema.loan.c.id)
        ).all()
    assert [row.manager for row in rows] == ["周测", "吴新"]
    assert rows[1].supersedes is not None
    assert rows[1].reason


def test_an_old_workbook_imported_again_does_not_undo_a_correction(
    workspace: Workspace, tmp_path: Path
) -> None:
    old = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])})
    new = workbook(tmp_path / "b.xlsx", {"台账": loan_sheet([loan_row(1, 管户人="吴新")])})
    for path in (old, new):
        import_workbook(workspace, path, actor="t")

    report = import_workbook(workspace, old, actor="t")

    assert report.corrected == {}
    assert Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001").manager == "吴新"


def test_what_a_later_workbook_does_not_mention_stays_with_its_own_source(
    workspace: Workspace, tmp_path: Path
) -> None:
    old = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])})
    head = [name for name in HEAD if name != "业务品种"]
    row = [v for name, v in zip(HEAD, loan_row(1, 管户人="吴新"), strict=True) if name in head]
    new = workbook(tmp_path / "b.xlsx", {"台账": loan_sheet([row], head=head)})
    first = import_workbook(workspace, old, actor="t")

    second = import_workbook(workspace, new, actor="t")

    loan = Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001")
    assert loan.product == "农户小额贷款"
    assert loan.sources["product"].document_id == first.document_id
    assert loan.sources["manager"].document_id == second.document_id


def test_amounts_in_ten_thousands_are_read_in_fen(workspace: Workspace, tmp_path: Path) -> None:
    row = loan_row(1, 借据金额=5.25, 余额="5.25", 表内欠息=0.0123)
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([row], unit="单位：万元")})

    report = import_workbook(workspace, path, actor="t")

    loan = Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001")
    assert report.ok
    assert (loan.amount_fen, loan.stated_balance_fen, loan.arrears_in_fen) == (
        5250000,
        5250000,
        12300,
    )


def test_the_unit_in_a_head_beats_the_unit_of_the_sheet(
    workspace: Workspace, tmp_path: Path
) -> None:
    head = ["借据金额（万元）" if name == "借据金额" else name for name in HEAD]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1, 借据金额=5)], head=head)})

    import_workbook(workspace, path, actor="t")

    loan = Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001")
    assert (loan.amount_fen, loan.stated_balance_fen) == (5000000, 5000000)


def test_sums_that_do_not_add_up_are_found_and_right_ones_are_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    subtotal = [None, "小计", *[None] * 5, 100000, *[None] * 9]
    total = [None, "合  计", *[None] * 5, 160000, 150000, *[None] * 8]
    rows = [loan_row(1), loan_row(2), subtotal, [None] * 17, loan_row(3), total]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)})

    report = import_workbook(workspace, path, actor="t")

    found = [f for f in report.findings if f.code == "total_mismatch"]
    assert [f.sources[0].cell for f in found] == ["H9"]
    assert "160,000.00" in found[0].message
    assert report.added["loan"] == 3


def test_a_stated_balance_that_disagrees_is_found_with_both_sources(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheets = {
        "台账": loan_sheet([loan_row(1, 余额=45000)]),
        "还款": repayment_sheet([[date(2025, 1, 5), "JJ20240001", "测试户1", 10000, 0, "现金"]]),
    }

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    (finding,) = [f for f in report.findings if f.code == "balance_mismatch"]
    assert [(s.sheet, s.cell) for s in finding.sources] == [
        ("台账", "I4"),
        ("台账", "H4"),
        ("还款", "D4"),
    ]
    loan = Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001")
    assert (loan.balance_fen, loan.stated_balance_fen) == (4000000, 4500000)


def test_text_dates_serial_dates_and_text_amounts_are_read(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [
        loan_row(1, 发放日="2024.3.15", 借据金额="50,000.00"),
        loan_row(2, 发放日=45366),
        loan_row(3, 发放日="２０２４年３月１５日", 借据金额="￥50000元"),
        loan_row(4, 发放日=20240315),
        loan_row(5, 发放日="二〇二四年三月十五日", 余额="-"),
    ]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)})

    report = import_workbook(workspace, path, actor="t")

    assert report.problems == ()
    loans = Book.of(workspace).at(date(2025, 12, 31)).loans
    assert {loan.granted_on for loan in loans} == {date(2024, 3, 15)}
    assert {loan.amount_fen for loan in loans} == {5000000}


def test_balances_of_no_day_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)], day="2025年度")})

    report = import_workbook(workspace, path, actor="t")

    assert [p.code for p in report.problems] == ["no_as_at_day"]


def test_merged_heads_and_merged_branches_are_understood(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "台账"
    sheet["A2"] = "截至2025年12月31日　单位：元"
    heads = {
        "A3": "支行", "B3": "客户名称", "C3": "证件号码", "D3": "借据编号", "E3": "金额",
        "F3": "放款日期", "G3": "欠息", "G4": "表内", "H4": "表外", "I3": "到期日期",
    }  # fmt: skip
    for cell, text in heads.items():
        sheet[cell] = text
    for area in ("A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:H3", "I3:I4", "A5:A6"):
        sheet.merge_cells(area)
    for r in (5, 6):
        values = [None, f"户{r}", id_number(r), f"B{r}", 1000, "2024-01-01", 12.5, 7, "2026-01-01"]
        for c, value in enumerate(values, start=1):
            if value is not None:
                sheet.cell(r, c, value)
    sheet["A5"] = "西岭支行"
    book.save(path)

    report = import_workbook(workspace, path, actor="t")

    assert report.problems == ()
    loans = Book.of(workspace).at(date(2025, 12, 31)).loans
    assert [loan.unit for loan in loans] == ["西岭支行", "西岭支行"]
    assert {(loan.arrears_in_fen, loan.arrears_off_fen) for loan in loans} == {(1250, 700)}


def test_classes_in_columns_named_for_days_become_a_history(
    workspace: Workspace, tmp_path: Path
) -> None:
    history = [
        ["五级分类台账"],
        ["借据号", "2025年3月末", "2025年6月末", "2025年9月末"],
        ["JJ20240001", "正常", "关注", "次级"],
    ]
    path = workbook(
        tmp_path / "a.xlsx",
        {"台账": loan_sheet([loan_row(1, 五级分类="可疑")]), "分类": history},
    )

    import_workbook(workspace, path, actor="t")

    book = Book.of(workspace)
    seen = [
        book.at(day).loan("JJ20240001").class_code
        for day in (date(2025, 3, 31), date(2025, 8, 1), date(2025, 9, 30), date(2025, 12, 31))
    ]
    assert seen == ["normal", "special_mention", "substandard", "doubtful"]


def test_unknown_columns_and_sheets_are_listed(workspace: Workspace, tmp_path: Path) -> None:
    head = [*HEAD, "神秘列"]
    sheets: dict[str, list[list[Any]]] = {
        "台账": loan_sheet([[*loan_row(1), "x"]], head=head),
        "别的": [["甲", "乙"], [1, 2]],
    }

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    codes = {f.code for f in report.findings}
    assert {"unknown_column", "sheet_not_recognised"} <= codes
    assert any("神秘列" in f.message for f in report.findings)


def test_a_receipt_for_an_unknown_loan_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    sheets = {
        "台账": loan_sheet([loan_row(1)]),
        "还款": repayment_sheet([[date(2025, 1, 5), "JJ9999", "测试户1", 10000, 0, "现金"]]),
    }

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    assert [(p.sheet, p.code) for p in report.problems] == [("还款", "unknown_loan")]
    assert facts_in(workspace) == 0


def test_a_loan_stated_differently_on_two_sheets_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheets = {
        "台账": loan_sheet([loan_row(1)]),
        "另表": loan_sheet([loan_row(1, 借据金额=60000)]),
    }

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    assert [(p.sheet, p.cell, p.code) for p in report.problems] == [("另表", "H4", "contradicts")]


def test_a_loan_in_two_rows_of_a_sheet_is_refused_naming_the_first(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [loan_row(1), loan_row(2), loan_row(1)]

    report = import_workbook(
        workspace, workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)}), actor="t"
    )

    (problem,) = report.problems
    assert (problem.cell, problem.code) == ("E6", "duplicate")
    assert "row 4" in problem.message


def test_interest_of_a_period_in_two_rows_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    interest: list[list[Any]] = [
        ["结息日", "借据号", "应收利息"],
        ["2025-03-20", "JJ20240001", 100],
        ["2025-06-20", "JJ20240001", 100],
        ["2025-03-20", "JJ20240001", 100],
    ]
    sheets = {"台账": loan_sheet([loan_row(1)]), "利息": interest}

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    assert [(p.sheet, p.cell, p.code) for p in report.problems] == [("利息", "B4", "duplicate")]


def test_a_loan_on_the_sheets_of_two_days_is_one_loan(workspace: Workspace, tmp_path: Path) -> None:
    sheets = {
        "2024": loan_sheet([loan_row(1)], day="截至2024年12月31日"),
        "2025": loan_sheet([loan_row(1)]),
    }

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", sheets), actor="t")

    assert report.problems == ()
    assert report.added == {"loan": 1, "statement": 2, "classification": 2}


def test_what_else_a_refused_row_says_is_left_out_with_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    rows = [loan_row(1), loan_row(1, 五级分类="损失")]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)})

    report = import_workbook(workspace, path, actor="t", accept_partial=True)

    assert [p.code for p in report.problems] == ["duplicate"]
    assert Book.of(workspace).at(date(2025, 12, 31)).loan("JJ20240001").class_code == "normal"


def test_a_balance_above_the_amount_is_refused_on_any_sheet(
    workspace: Workspace, tmp_path: Path
) -> None:
    import_workbook(
        workspace,
        workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])}),
        actor="t",
    )
    classes: list[list[Any]] = [
        ["借据号", "2026年3月末", "2026年3月末余额"],
        ["JJ20240001", "正常", 60000],
    ]

    report = import_workbook(workspace, workbook(tmp_path / "b.xlsx", {"分类": classes}), actor="t")

    assert [(p.cell, p.code) for p in report.problems] == [("C2", "balance_above_amount")]
    assert "50,000.00" in report.problems[0].expected


def test_a_row_that_names_a_loan_is_no_line_below_the_table(
    workspace: Workspace, tmp_path: Path
) -> None:
    row = loan_row(2, 借据金额=None, 发放日=None, 管户人="经办人周测")
    footer = [None, "制表人：", "李某", None, "审核："]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1), row, footer])})

    report = import_workbook(workspace, path, actor="t")

    assert {(p.cell, p.code) for p in report.problems} == {("H5", "missing"), ("K5", "missing")}


def with_column(name: str, value: str, **changed: Any) -> list[list[Any]]:
    return loan_sheet([[*loan_row(1, **changed), value]], head=[*HEAD, name])


@pytest.mark.parametrize(
    ("column", "says", "number", "code"),
    [
        ("证件类型", "港澳居民来往内地通行证", "H12345678", None),
        ("证件类型", "护照", "E12345678", None),
        ("证件类型", "护照", "E12", "not_a_permit"),
        ("证件类型", "军官证", "军字第1234567号", None),
        ("证件类型", "军官证", "军", "not_a_permit"),
        ("证件类型", "身份证", "H12345678", "not_an_id"),
        ("客户类型", "对公客户", "110108000000016", None),
        ("客户类型", "企业", "110108000000017", "not_an_id"),
        ("客户类型", "企业", id_number(1), "not_a_company"),
        ("客户类型", "自然人", "110108000000016", "not_a_person"),
        ("客户类型", "个体工商户", id_number(1), None),
        ("客户类型", "个人独资企业", id_number(1), "not_a_company"),
        ("客户类型", "事业单位职工", id_number(1), None),
        ("客户类型", "未知", id_number(1), None),
    ],
)
def test_the_rows_own_columns_say_which_numbers_it_may_have(
    workspace: Workspace, tmp_path: Path, column: str, says: str, number: str, code: str | None
) -> None:
    sheet = with_column(column, says, 身份证号码=number)

    report = import_workbook(workspace, workbook(tmp_path / "a.xlsx", {"台账": sheet}), actor="t")

    assert [(p.cell, p.code) for p in report.problems] == ([("C4", code)] if code else [])
    assert not report.findings


def test_a_chinese_register_takes_no_foreign_numbers_in_whatever_language_the_office_works(
    tmp_path: Path,
) -> None:
    spanish = create_workspace(tmp_path / "es", Settings(office=OfficeSettings(language="es")))
    path = workbook(
        tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1, 身份证号码="12345678Z")])}
    )

    report = import_workbook(spanish, path, actor="t")

    assert [(p.cell, p.code) for p in report.problems] == [("C4", "not_an_id")]


def opened(workspace: Workspace, village: str | None = None) -> int:
    person = Person(role="borrower", name="测试户1", id_number=id_number(1))
    with writing(workspace.engine) as connection:
        (number,) = households.open_households(
            connection, [NewHousehold(borrower=person, village=village)], opened_by="person:t"
        )
    return number


def test_blanks_of_a_household_file_are_filled_from_the_workbook(
    workspace: Workspace, tmp_path: Path
) -> None:
    number = opened(workspace, village="柳河村")
    sheet = with_column("村", "石桥村")

    import_workbook(workspace, workbook(tmp_path / "a.xlsx", {"台账": sheet}), actor="t")

    with reading(workspace.engine) as connection:
        household = households.household(connection, number)
    assert (household.village, household.unit, household.manager) == ("柳河村", "东河支行", "周测")


def test_rows_that_disagree_fill_no_blank(workspace: Workspace, tmp_path: Path) -> None:
    number = opened(workspace)
    second = loan_row(2, 身份证号码=id_number(1), 借款人="测试户1", 管户人="吴新")
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1), second])})

    import_workbook(workspace, path, actor="t")

    with reading(workspace.engine) as connection:
        household = households.household(connection, number)
    assert (household.unit, household.manager) == ("东河支行", None)


def test_a_rehearsal_fills_no_blank(workspace: Workspace, tmp_path: Path) -> None:
    number = opened(workspace)
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])})

    import_workbook(workspace, path, actor="t", dry_run=True)

    with reading(workspace.engine) as connection:
        assert households.household(connection, number).manager is None


def test_a_formula_that_was_never_calculated_is_an_error_not_a_blank(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1, 借据金额="=20000+30000")])}
    )

    report = import_workbook(workspace, path, actor="t")

    assert [(p.cell, p.code) for p in report.problems] == [("H4", "formula_not_calculated")]


def test_what_is_no_workbook_is_said_to_be_none(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 not a workbook")

    with pytest.raises(WorkbookUnreadable, match=r"a\.xlsx"):
        import_workbook(workspace, path, actor="t")


def test_the_workbook_and_its_journal_are_filed_with_the_department(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])})

    report = import_workbook(workspace, path, actor="t")

    with reading(workspace.engine) as connection:
        (filed,) = documents.documents_of(connection, None)
    assert filed.id == report.document_id
    assert documents.paper(workspace, filed).read_bytes() == path.read_bytes()
    (journal,) = workspace.archive.rglob("facts.jsonl")
    assert len(journal.read_text(encoding="utf-8").splitlines()) == 1 + 1 + 3


def test_a_loan_partly_repaid_before_the_ledger_begins_is_carried_forward(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1, 余额=40000)])})

    report = import_workbook(workspace, path, actor="t")

    book = Book.of(workspace)
    loan = book.at(date(2025, 12, 31)).loan("JJ20240001")
    assert [f.code for f in report.findings] == ["carried_forward"]
    assert (loan.balance_fen, loan.stated_balance_fen) == (4000000, 4000000)
    assert loan.repayments[0].source.cell == "I4"
    assert recovered_sum(book, 2025).value == 0
    assert import_workbook(workspace, path, actor="t").added == {}


def test_what_was_carried_forward_is_taken_back_when_the_receipts_come(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = {"台账": loan_sheet([loan_row(1, 余额=40000)])}
    receipts = [[date(2025, 3, 1), "JJ20240001", "测试户1", 10000, 0, "现金"]]
    import_workbook(workspace, workbook(tmp_path / "a.xlsx", first), actor="t")

    report = import_workbook(
        workspace, workbook(tmp_path / "b.xlsx", {"还款": repayment_sheet(receipts)}), actor="t"
    )

    book = Book.of(workspace)
    assert report.findings == ()
    assert book.at(date(2025, 12, 31)).loan("JJ20240001").balance_fen == 4000000
    assert recovered_sum(book, 2025).value == 1000000


def test_a_later_balance_does_not_carry_forward_again(workspace: Workspace, tmp_path: Path) -> None:
    first = {"台账": loan_sheet([loan_row(1, 余额=40000)])}
    later = {"台账": loan_sheet([loan_row(1, 余额=30000)], day="截至2026年3月31日")}
    import_workbook(workspace, workbook(tmp_path / "a.xlsx", first), actor="t")

    report = import_workbook(workspace, workbook(tmp_path / "b.xlsx", later), actor="t")

    assert "balance_mismatch" in {f.code for f in report.findings}
    loan = Book.of(workspace).at(date(2026, 3, 31)).loan("JJ20240001")
    assert (loan.balance_fen, loan.stated_balance_fen) == (4000000, 3000000)


def test_a_spanish_register_comes_in(tmp_path: Path) -> None:
    spanish = create_workspace(tmp_path / "es", Settings(office=OfficeSettings(language="es")))
    rows: list[list[Any]] = [
        ["Cartera de créditos"],
        ["Al 31 de diciembre de 2025"],
        ["Nº de pagaré", "Cliente", "DNI", "Monto", "Saldo", "Tasa anual (%)",
         "Fecha de desembolso", "Vencimiento", "Días de atraso", "Clasificación", "Garantía"],
        ["P-001", "Ana Pérez", "12345678Z", "1.250.000,50", "1.250.000,50", "12,5", "05/03/2024",
         "05/03/2026", 0, "Normal", "Hipotecaria"],
    ]  # fmt: skip

    report = import_workbook(spanish, workbook(tmp_path / "a.xlsx", {"Hoja1": rows}), actor="t")

    loan = Book.of(spanish).at(date(2025, 12, 31)).loan("P-001")
    assert report.problems == ()
    assert (loan.balance_fen, loan.granted_on) == (125_000_050, date(2024, 3, 5))
    assert (loan.guarantee, str(loan.rate), loan.rate_unit) == ("mortgage", "12.5", "percent_year")
    assert loan.masked_id == "******78Z"


def test_a_company_is_known_by_its_credit_code(workspace: Workspace, tmp_path: Path) -> None:
    code = "91410300MA0000000" + "0123456789ABCDEFGHJKLMNPQRTUWXY"[_uscc_check("91410300MA0000000")]
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1, 身份证号码=code)])})

    report = import_workbook(workspace, path, actor="t")

    assert report.problems == ()
    with reading(workspace.engine) as connection:
        (household,) = households.households(connection)
    assert (household.borrower.uscc, household.borrower.id_number) == (code, None)


def _uscc_check(first17: str) -> int:
    """GB 32100-2015: weights 3^i mod 31, check = 31 - sum mod 31."""
    alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    total = sum(alphabet.index(char) * pow(3, i, 31) for i, char in enumerate(first17))
    return (31 - total % 31) % 31
