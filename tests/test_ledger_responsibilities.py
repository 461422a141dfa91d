"""Who answers for a household and a loan: named, handed over, kept for life, never forgotten."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book, View
from ledger.kinds.registry import kind_of
from ledger.managing.responsibilities import Responsibilities
from ledger.posting import Origin
from ledger.recording import FactRefused, record
from ledger.statements import stated
from ledger.workbook import import_workbook
from tests.ledger_workbooks import id_number, loan_row, loan_sheet, workbook

YEAR_END = date(2025, 12, 31)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace", Settings())
    rows = [loan_row(1), loan_row(2, 五级分类="次级", 逾期天数=95)]
    import_workbook(made, workbook(tmp_path / "a.xlsx", {"台账": loan_sheet(rows)}), actor="t")
    return made


def view_of(workspace: Workspace, as_of: date = YEAR_END) -> View:
    return Book.of(workspace).at(as_of)


def name(workspace: Workspace, role: str, person: str, on: str, **more: str) -> None:
    view = view_of(workspace)
    loan = more.pop("loan", None)
    new = stated(
        kind_of("responsibility"),
        {"role": role, "person": person, "from_on": on} | more,
        language="zh",
        view=view,
        loan=loan,
        household_id=None if loan else view.loan("JJ20240001").household_id,
    )
    record(workspace, [new], actor="t", origin=Origin(kind="person", person="周测"))


def holder(workspace: Workspace, role: str, as_of: date = YEAR_END) -> str | None:
    view = view_of(workspace, as_of)
    held = Responsibilities(view).of_loan(view.loan("JJ20240001"), role)
    return held.text("person") if held else None


def test_m003_a_household_has_its_account_manager_and_its_risk_manager_with_every_change(
    workspace: Workspace,
) -> None:
    name(workspace, "管户经理", "李管户", "2025-01-01")
    name(workspace, "风险经理", "王风险", "2025-01-01")
    name(workspace, "客户经理", "赵接管", "2025-07-01")

    assert holder(workspace, "manager", date(2025, 6, 30)) == "李管户"
    assert holder(workspace, "manager") == "赵接管"
    assert holder(workspace, "risk") == "王风险"
    view = view_of(workspace)
    changes = Responsibilities(view).history(view.loan("JJ20240001").household_id)
    assert [one.text("person") for one in changes] == ["李管户", "王风险", "赵接管"]


def test_whoever_ended_holds_nothing_even_where_nobody_followed(workspace: Workspace) -> None:
    name(workspace, "管户经理", "李管户", "2025-01-01", until_on="2025-06-30")

    assert holder(workspace, "manager", date(2025, 6, 30)) == "李管户"
    assert holder(workspace, "manager", date(2025, 7, 1)) is None


def test_a_loan_follows_its_household_unless_somebody_is_named_for_it(workspace: Workspace) -> None:
    name(workspace, "清收管理责任", "李管户", "2025-01-01")
    assert holder(workspace, "collection") == "李管户"

    name(workspace, "清收管理责任", "钱专班", "2025-02-01", loan="JJ20240001")

    assert holder(workspace, "collection") == "钱专班"


def test_without_a_record_the_loan_ledgers_manager_counts(workspace: Workspace) -> None:
    view = view_of(workspace)
    loan = view.loan("JJ20240001")

    assert Responsibilities(view).manager(loan) == "周测"
    assert Responsibilities(view).manager_of(loan.household_id, [loan]) == "周测"


def test_m062_who_granted_a_loan_stays_responsible_for_its_life(workspace: Workspace) -> None:
    name(workspace, "放款责任", "孙放款", "2024-03-15", until_on="2024-12-31", loan="JJ20240001")
    name(workspace, "管户经理", "李管户", "2025-01-01")

    view = view_of(workspace)
    (lender,) = Responsibilities(view).all_of_loan(view.loan("JJ20240001"), "lending")

    assert lender.text("person") == "孙放款"


def test_investigators_answer_together(workspace: Workspace) -> None:
    name(workspace, "调查", "李管户", "2024-03-01", loan="JJ20240001")
    name(workspace, "调查", "周测", "2024-03-02", loan="JJ20240001")

    view = view_of(workspace)
    both = Responsibilities(view).all_of_loan(view.loan("JJ20240001"), "investigation")

    assert [one.text("person") for one in both] == ["李管户", "周测"]
    assert [one.text("role") for one in Responsibilities(view).held_by("周测")] == ["investigation"]


def test_an_end_before_the_beginning_is_refused(workspace: Workspace) -> None:
    with pytest.raises(FactRefused, match="until_on"):
        name(workspace, "风险经理", "王风险", "2025-01-01", until_on="2024-12-31")


def test_a_clerks_list_of_responsible_people_is_imported(
    workspace: Workspace, tmp_path: Path
) -> None:
    sheet = [
        ["责任人登记"],
        ["借款人", "身份证号码", "借据号", "责任类型", "责任人", "起始日期", "责任书号"],
        ["测试户1", id_number(1), "JJ20240001", "审批人", "孙行长", "2024.3.10", "责2024-1"],
    ]
    report = import_workbook(workspace, workbook(tmp_path / "r.xlsx", {"责任": sheet}), actor="t")

    assert report.ok and report.added == {"record": 1}
    (held,) = view_of(workspace).records("responsibility", subject="孙行长")
    assert held.values["role"] == "approval"
    assert held.sources["person"].cell == "E3"
