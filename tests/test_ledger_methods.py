"""The ten methods: for each loan what is done, by which facts, and how much of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from archive.workspace import Workspace
from ledger.book import Book
from ledger.methods.checklist import METHODS, Checklist, checklist
from ledger.registers import register
from tests.tasks_ledger import LOAN, all_of, desk, inspected, made, said

DAY = date(2025, 12, 31)
# A credit code with its check place; no such company.
COMPANY = "91410300MA00000005"


def list_of(workspace: Workspace, day: date = DAY) -> Checklist:
    looked_at = desk(workspace, day)
    return checklist(looked_at, looked_at.loans[0])


def states(workspace: Workspace, day: date = DAY) -> dict[str, str]:
    return {method.name: judged.state for method, judged in list_of(workspace, day).lines}


def test_m089_a_loan_of_which_nothing_was_followed_has_all_open_that_applies(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path, {"借款人": "测试公司", "身份证号码": COMPANY})

    made_list = list_of(workspace)

    assert [method.number for method, _judged in made_list.lines] == list(range(1, 11))
    # Its class was determined on the day that the office's register speaks of.
    assert [m.name for m, judged in made_list.lines if judged.state == "done"] == ["classification"]
    assert (made_list.applicable, made_list.percent) == (10, Decimal("10.0"))


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A person's loan on which everything was done."""
    workspace = made(tmp_path_factory.mktemp("methods"), {"担保方式": "保证"}, {})
    said(workspace, "payment", 支付日期="2024-03-16", 收款人="某店", 支付金额="50000",
         最终收款人="某厂", 流向核查结果="流向清楚")  # fmt: skip
    said(workspace, "other_debt", 查询日期="2025-11-30", 债权银行="甲银行", 他行余额="1000")
    said(workspace, "rating", 评级日期="2025-12-01", 信用等级="AA")
    for party in ("债务人", "保证人"):
        said(workspace, "reconciliation", 核对日期="2025-12-05", 核对对象=party, 核对结果="相符",
             是否签字="是")  # fmt: skip
    inspected(workspace, date(2024, 4, 10), kind="首次检查")
    inspected(workspace, date(2025, 12, 10))
    return workspace


def test_m089_each_method_is_done_by_its_facts_and_counted(followed: Workspace) -> None:
    made_list = list_of(followed)

    lines = {method.name: judged for method, judged in made_list.lines}
    not_applicable = [name for name, judged in lines.items() if judged.state == "not_applicable"]
    assert not_applicable == ["invoices", "registered_data", "settlement"]
    assert (made_list.done, made_list.applicable) == (7, 7)
    assert lines["funds_flow"].facts == ("record:1",)
    assert lines["reconciliation"].done_on == date(2025, 12, 5)
    assert lines["first_inspection"].done_on == date(2024, 4, 10)
    assert lines["regular_inspection"].done_on == date(2025, 12, 10)


def test_m084_without_the_guarantor_a_claim_is_not_reconciled(followed: Workspace) -> None:
    assert states(followed, date(2026, 3, 5))["reconciliation"] == "done"
    assert states(followed, date(2026, 3, 6))["reconciliation"] == "open"


def test_m082_what_comes_round_is_open_again_after_its_period(followed: Workspace) -> None:
    later = states(followed, date(2026, 3, 2))

    assert (later["rating"], later["other_debt"]) == ("open", "open")
    assert later["first_inspection"] == "done"


def test_the_checklist_of_a_day_knows_nothing_later(followed: Workspace) -> None:
    before = states(followed, date(2024, 4, 9))

    assert (before["first_inspection"], before["rating"]) == ("open", "open")
    assert before["funds_flow"] == "done"


def test_m089_the_register_lists_all_open_loans_the_least_done_first(followed: Workspace) -> None:
    table = register(Book.of(followed).at(DAY), "ten-methods").to_json()

    values = [row["values"] for row in table["rows"]]
    assert [(v["iou_no"], v["done"], v["percent"]) for v in values] == [
        ("JJ20240002", "1/7", "14.3"),
        (LOAN, "7/7", "100.0"),
    ]
    assert values[1]["invoices"] == "not_applicable"
    few = register(Book.of(followed).at(DAY), "ten-methods", below=50)
    assert len(few.rows) == 1


def test_every_method_names_forms_and_alerts_that_exist() -> None:
    from ledger.alerts.registry import ALERTS
    from ledger.kinds.registry import KINDS

    for method in METHODS:
        assert set(method.forms) <= set(KINDS) | {"inspection"}
        assert set(method.alerts) <= set(ALERTS)


def test_m083_a_step_from_special_mention_to_substandard_asks_for_three_things(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path, {"五级分类": "关注"}, {"五级分类": "次级"})
    reclassified(workspace, tmp_path, "次级", "2026-01-15")

    wanted = {
        rule: all_of(workspace, date(2026, 2, 1), rule)
        for rule in ("downgrade_collect", "downgrade_assets", "downgrade_suit")
    }

    # The second loan was bad from the first; nobody saw it become so.
    assert [list(tasks) for tasks in wanted.values()] == [
        [f"{rule}:{LOAN}:2026-01-15"] for rule in wanted
    ]
    task = wanted["downgrade_collect"][f"downgrade_collect:{LOAN}:2026-01-15"]
    assert (task.state, task.due.due_on) == ("overdue", date(2026, 1, 30))

    said(workspace, "contact", 催收日期="2026-01-20", 催收方式="上门", 反馈情况="答应")
    said(workspace, "disposal_category", 归类日期="2026-01-20", 处置类别="起诉")
    now = {rule: all_of(workspace, date(2026, 2, 1), rule) for rule in wanted}
    assert [next(iter(tasks.values())).state for tasks in now.values()] == [
        "done", "overdue", "done",
    ]  # fmt: skip


def reclassified(workspace: Workspace, folder: Path, grade: str, day: str) -> None:
    """A later register of classes."""
    from ledger.workbook import import_workbook
    from tests.ledger_workbooks import workbook

    rows = [["五级分类认定表"], [f"截至{day}"], ["借据号", "五级分类"], [LOAN, grade]]
    report = import_workbook(workspace, workbook(folder / "k.xlsx", {"分类": rows}), actor="t")
    assert report.ok, report.problems
