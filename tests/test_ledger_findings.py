"""What the ledger's facts say against each other is found, with the cells concerned."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.settings import Settings
from archive.workspace import create_workspace
from ledger.book import Book
from ledger.findings import check
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook


def found(tmp_path: Path, *rows: list[Any]) -> list[tuple[str, list[str | None]]]:
    """Codes and cells of what is found in a ledger of these rows."""
    workspace = create_workspace(tmp_path / "workspace", Settings())
    path = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)})
    assert import_workbook(workspace, path, actor="t").imported
    findings = check(Book.of(workspace).at(date(2025, 12, 31)))
    return [(each.code, [source.cell for source in each.sources]) for each in findings]


# A bad loan for which nobody answers, neither for its lending nor for its collection.
NOBODY = ("bad_without_responsible", ["P4"])


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"五级分类": None}, [("unclassified", ["H4"])]),
        ({"到期日": None}, [("no_due_date", ["H4"])]),
        ({"担保方式": "抵押"}, [("no_security", ["G4"])]),
        ({"逾期天数": 90, "五级分类": "关注"}, []),
        ({"逾期天数": 91, "五级分类": "关注"}, [("class_too_good", ["P4", "M4", "L4"])]),
        ({"逾期天数": 271, "五级分类": "次级"}, [("class_too_good", ["P4", "M4", "L4"]), NOBODY]),
        ({"逾期天数": 361, "五级分类": "可疑"}, [("class_too_good", ["P4", "M4", "L4"]), NOBODY]),
        ({"逾期天数": 361, "五级分类": "损失"}, [NOBODY]),
        # Paid off: nothing more is asked of it.
        ({"余额": 0, "五级分类": None, "到期日": None, "担保方式": "抵押"}, []),
    ],
)
def test_what_a_loan_lacks_is_found(
    tmp_path: Path, changed: dict[str, Any], expected: list[tuple[str, list[str]]]
) -> None:
    assert found(tmp_path, loan_row(1, **changed)) == expected


def test_a_household_under_two_loan_officers_is_found_with_both_cells(tmp_path: Path) -> None:
    second = loan_row(2, 身份证号码=id_number(1), 借款人="测试户1", 管户人="吴新")

    assert found(tmp_path, loan_row(1), second) == [("two_managers", ["Q4", "Q5"])]


def test_one_loan_officer_and_loans_paid_off_are_no_finding(tmp_path: Path) -> None:
    second = loan_row(2, 身份证号码=id_number(1), 借款人="测试户1")
    paid = loan_row(3, 身份证号码=id_number(1), 借款人="测试户1", 管户人="吴新", 余额=0)

    assert found(tmp_path, loan_row(1), second, paid) == []
