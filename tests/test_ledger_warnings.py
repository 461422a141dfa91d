"""《风险预警信号处理表》: a warning goes from step to step, and nobody approves his own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.settings import Settings
from archive.workspace import Workspace, create_workspace
from ledger.book import Book
from ledger.kinds.registry import kind_of
from ledger.posting import Origin
from ledger.recording import FactRefused, record
from ledger.statements import stated
from ledger.warning_steps import Step, fold
from ledger.workbook import import_workbook
from tests.ledger_workbooks import loan_row, loan_sheet, workbook

LOAN = "JJ20240001"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "workspace", Settings())
    book = workbook(tmp_path / "a.xlsx", {"台账": loan_sheet([loan_row(1)])})
    assert import_workbook(made, book, actor="t").ok
    return made


def say(workspace: Workspace, kind: str, **said: str) -> str:
    """A person states a fact about the loan."""
    view = Book.of(workspace).at(date.max)
    new = stated(kind_of(kind), said, language="zh", view=view, loan=LOAN)
    (fact,) = record(workspace, [new], actor="t", origin=Origin(kind="person", person="t"))
    return fact


def raise_warning(workspace: Workspace) -> None:
    say(
        workspace, "risk_warning", 预警编号="YJ-1", 预警日期="2025-03-01", 预警级别="橙色",
        预警信号="资金回流", 发起人="张三",
    )  # fmt: skip


def step(workspace: Workspace, what: str, by: str, day: str = "2025-03-02", **more: str) -> str:
    return say(
        workspace, "warning_step", 预警编号="YJ-1", 办理环节=what, 签字人=by, 办理日期=day, **more
    )


def state(workspace: Workspace, day: date = date(2025, 12, 31)) -> str:
    held = Book.of(workspace).at(day).records("warning_step", subject="YJ-1")
    return fold("张三", [Step.of(each) for each in held]).state


def test_m026_a_warning_passes_each_hand_in_turn_until_it_is_released(workspace: Workspace) -> None:
    raise_warning(workspace)
    reached = [state(workspace)]

    for what, by, day in (
        ("客户部门意见", "李四", "2025-03-02"),
        ("主管行长审批", "王五", "2025-03-03"),
        ("行长审批", "赵六", "2025-03-04"),
        ("处置措施", "张三", "2025-03-10"),
        ("处置措施", "张三", "2025-04-10"),
        ("预警解除", "赵六", "2025-05-01"),
    ):
        step(workspace, what, by, day)
        reached.append(state(workspace))

    assert reached == ["raised", "opinion", "deputy", "head", "measure", "measure", "release"]
    assert state(workspace, date(2025, 3, 3)) == "deputy"


@pytest.mark.parametrize(
    ("what", "by", "reason"),
    [
        ("客户部门意见", "张三", "raised himself"),
        ("行长审批", "赵六", "needs: opinion of the customer"),
        ("预警解除", "赵六", "needs: opinion of the customer"),
    ],
)
def test_a_step_out_of_turn_or_of_ones_own_is_refused(
    workspace: Workspace, what: str, by: str, reason: str
) -> None:
    raise_warning(workspace)

    with pytest.raises(FactRefused, match=reason):
        step(workspace, what, by)

    assert state(workspace) == "raised"


def test_one_person_does_not_sign_two_approvals(workspace: Workspace) -> None:
    raise_warning(workspace)
    step(workspace, "客户部门意见", "李四")

    with pytest.raises(FactRefused, match="two approvals"):
        step(workspace, "主管行长审批", "李四")


def test_a_step_of_a_warning_nobody_raised_is_refused(workspace: Workspace) -> None:
    with pytest.raises(FactRefused, match="no warning YJ-1"):
        step(workspace, "客户部门意见", "李四")


def test_a_returned_warning_begins_again_and_a_released_one_is_over(workspace: Workspace) -> None:
    raise_warning(workspace)
    step(workspace, "客户部门意见", "李四")
    step(workspace, "主管行长审批", "王五", 意见类型="退回")
    assert state(workspace) == "raised"

    for what, by in (
        ("客户部门意见", "李四"),
        ("主管行长审批", "王五"),
        ("行长审批", "赵六"),
        ("处置措施", "张三"),
        ("预警解除", "王五"),
    ):
        step(workspace, what, by, "2025-03-05")

    with pytest.raises(FactRefused, match="was released"):
        step(workspace, "处置措施", "张三", "2025-03-06")


def test_a_better_class_is_not_approved_by_who_proposed_it(workspace: Workspace) -> None:
    said = {
        "审批日期": "2025-03-01",
        "批准分类": "关注",
        "从优理由": "存单质押足值",
        "申请人": "张三",
    }

    with pytest.raises(FactRefused, match="nobody approves"):
        say(workspace, "class_approval", 审批人="张三", **said)

    assert say(workspace, "class_approval", 审批人="李四", **said) == "record:1"
