"""Tasks: what is due, overdue, escalated, done or waived on a day, under one id."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from archive.rebuild import rebuild
from archive.settings import SettingsInvalid, load
from archive.workspace import Workspace
from cli import hudang
from ledger.book import Book
from ledger.kinds.monitoring import TASK_WAIVER
from ledger.rebuild import rebuild_from_archive
from ledger.recording import FactRefused, record
from ledger.rules.desk import Desk
from ledger.rules.doing import NothingToRecord, do, waive
from ledger.rules.explaining import explained
from ledger.rules.month import MonthUnknown, focus, month_of
from ledger.rules.running import Asked, UnknownTask, counted, find, order, tasks
from ledger.statements import taken_back
from tests.tasks_ledger import PERSON, all_of, desk, inspected, made, pressing, said

DOCS = Path(__file__).resolve().parent.parent / "docs"
FIRST = "first_inspection:JJ20240001"
GRANTED = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("day", "state", "level"),
    [
        (date(2024, 4, 6), "open", "officer"),
        (date(2024, 4, 7), "due_soon", "officer"),
        (date(2024, 4, 14), "due_soon", "officer"),
        (date(2024, 4, 15), "overdue", "officer"),
        (date(2024, 4, 21), "overdue", "officer"),
        (date(2024, 4, 22), "escalated", "unit_head"),
        (date(2024, 5, 14), "escalated", "unit_head"),
        (date(2024, 5, 15), "escalated", "department"),
    ],
)
def test_a_task_goes_up_as_it_gets_older(tmp_path: Path, day: date, state: str, level: str) -> None:
    workspace = made(tmp_path)

    task = find(desk(workspace, day), FIRST)

    assert (task.due.due_on, task.state, task.level) == (date(2024, 4, 14), state, level)


def test_a_task_nobody_asks_for_is_refused(tmp_path: Path) -> None:
    workspace = made(tmp_path)

    for wanted in ("first_inspection:JJ9", "no_such_rule:JJ20240001", ""):
        with pytest.raises(UnknownTask, match="hudang tasks"):
            find(desk(workspace, GRANTED), wanted)


def test_m087_the_first_inspection_is_due_within_its_period_and_done_by_the_visit(
    tmp_path: Path,
) -> None:
    workspace = made(
        tmp_path,
        {},
        {"业务品种": "助学贷款"},
        exceptions=("product:助学贷款:first_inspection_days=60",),
    )
    inspected(workspace, date(2024, 4, 20), kind="首次检查")

    found = all_of(workspace, date(2024, 5, 1), "first_inspection")

    done = found[FIRST]
    assert (done.state, done.due.done_on) == ("done", date(2024, 4, 20))
    assert done.due.evidence == "inspection:1"
    assert found["first_inspection:JJ20240002"].due.due_on == date(2024, 5, 14)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('exceptions = ["product:助学贷款:first_inspection_days=soon"]', "is not understood"),
        ('exceptions = ["village:东河:first_inspection_days=7"]', "is not understood"),
        ('exceptions = ["unit:东河支行:first_days=7"]', "no number first_days"),
        ('exceptions = ["unit:东河支行:size_tiers=7"]', "no number size_tiers"),
        ('routine_inspections = ["gold:0=7"]', "GUARANTEE:FROM_YUAN=DAYS"),
        ('routine_inspections = ["any:0=0"]', "GUARANTEE:FROM_YUAN=DAYS"),
        ('size_tiers = ["huge:5"]', "large:FROM_YUAN"),
    ],
)
def test_a_setting_nobody_understands_is_refused_with_its_line(
    tmp_path: Path, line: str, reason: str
) -> None:
    file = tmp_path / "hudang.toml"
    file.write_text(f"[ledger]\n# a comment\n{line}\n", encoding="utf-8")

    with pytest.raises(SettingsInvalid) as refused:
        load(file)

    assert "line 3" in str(refused.value) and reason in str(refused.value)


def test_a_task_is_explained_with_its_facts_their_sources_and_the_command(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    on = desk(workspace, date(2024, 5, 1))

    told = explained(on, find(on, FIRST)).to_json(on, "zh")

    granted = next(each for each in told["why"] if each["reason"] == "granted_on")
    assert granted["value"] == "2024-03-15"
    assert granted["source"]["sheet"] == "台账"
    assert told["settings"] == {"first_inspection_days": {"value": 30, "exception": False}}
    assert told["command"] == f"hudang tasks done {FIRST} 检查日期= 检查人= 检查结果="
    assert told["document"] == "hudang draft inspection-report --loan JJ20240001"


def test_a_task_is_done_by_the_fact_that_proves_it(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    on = desk(workspace, date(2024, 5, 1))
    words = {"检查日期": "2024-04-30", "检查人": "周测", "检查结果": "正常"}

    fact, task = do(workspace, on, FIRST, words, actor="周测", origin=PERSON)

    assert (fact, task.state, task.due.evidence) == ("inspection:1", "done", fact)
    (visit,) = Book.of(workspace).at(date(2024, 5, 1)).inspections_of()
    assert (visit.kind, visit.inspector, visit.done_on) == ("first", "周测", date(2024, 4, 30))
    with pytest.raises(FactRefused, match="done already"):
        do(workspace, desk(workspace, date(2024, 5, 1)), FIRST, words, actor="t", origin=PERSON)


def test_a_fact_that_does_not_prove_it_leaves_the_task_open(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    on = desk(workspace, date(2024, 5, 1))
    words = {"检查日期": "2024-05-30", "检查人": "周测", "检查结果": "正常"}

    with pytest.raises(FactRefused, match=r"without: .*result"):
        do(workspace, on, FIRST, {"检查日期": "2024-04-30"}, actor="t", origin=PERSON)
    _fact, task = do(workspace, on, FIRST, words, actor="t", origin=PERSON)

    assert task.state == "escalated"


def test_a_class_is_determined_from_its_task(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    wanted = "class_quarterly:JJ20240001:2026Q1"
    words = {"分类时点": "2026-03-31", "五级分类": "关注", "认定人": "认定小组"}

    _fact, task = do(
        workspace, desk(workspace, date(2026, 4, 1)), wanted, words, actor="t", origin=PERSON
    )

    assert task.state == "done"
    assert Book.of(workspace).at(date(2026, 4, 1)).loan("JJ20240001").class_code == (
        "special_mention"
    )


def test_a_task_that_ends_by_itself_is_not_recorded(tmp_path: Path) -> None:
    workspace = made(tmp_path)

    with pytest.raises(NothingToRecord, match="household_file:h1"):
        do(
            workspace, desk(workspace, date(2024, 5, 1)), "household_file:h1", {}, actor="t",
            origin=PERSON,
        )  # fmt: skip


def test_a_waived_task_says_who_answers_and_comes_back_when_it_is_taken_back(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path)
    on = desk(workspace, date(2024, 5, 1))

    _fact, task = waive(workspace, on, FIRST, reason="当日现场放款", by="王主任", actor="t")

    assert (task.state, task.waiver and task.waiver.by) == ("waived", "王主任")
    assert FIRST not in pressing(workspace, date(2024, 5, 1))
    assert FIRST in pressing(workspace, date(2024, 5, 1), done=True)
    with pytest.raises(FactRefused, match="waived already"):
        waive(workspace, desk(workspace, date(2024, 5, 1)), FIRST, reason="x", by="y", actor="t")
    view = Book.of(workspace).at(date.max)
    (held,) = view.records("task_waiver")
    record(
        workspace, [taken_back(TASK_WAIVER, held, view)], actor="t", origin=PERSON, reason="误批"
    )
    assert find(desk(workspace, date(2024, 5, 1)), FIRST).state == "escalated"


def test_what_was_known_on_a_day_gives_the_tasks_of_that_day(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    before = datetime.now(UTC)
    waive(
        workspace, desk(workspace, date(2024, 5, 1)), FIRST, reason="x", by="y", actor="t",
        clock=lambda: before + timedelta(days=3),
    )  # fmt: skip

    book = Book.of(workspace)

    assert find(Desk(book.at(date(2024, 5, 1), before)), FIRST).state == "escalated"
    assert find(Desk(book.at(date(2024, 5, 1))), FIRST).state == "waived"


def test_tasks_done_and_waived_come_back_from_the_archive_alone(tmp_path: Path) -> None:
    workspace = made(tmp_path, {}, {})
    on = desk(workspace, date(2024, 5, 1))
    words = {"检查日期": "2024-04-30", "检查人": "周测", "检查结果": "正常"}
    do(workspace, on, FIRST, words, actor="t", origin=PERSON)
    waive(
        workspace, on, "first_inspection:JJ20240002", reason="当日现场放款", by="王主任", actor="t"
    )
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    again = Workspace(workspace.root, workspace.settings)

    rebuild(again, lambda _done, _all: None)
    rebuild_from_archive(again)

    found = all_of(again, date(2024, 5, 1), "first_inspection")
    assert [task.state for task in found.values()] == ["done", "waived"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"unit": "西河支行"}, {"JJ20240002"}),
        ({"manager": "周测"}, {"JJ20240001"}),
        ({"household_id": 2}, {"JJ20240002"}),
        ({"loan": "JJ20240001"}, {"JJ20240001"}),
        ({"late": True}, {"JJ20240001", "JJ20240002"}),
        ({"until": date(2024, 4, 13)}, set()),
    ],
)
def test_tasks_are_chosen_by_unit_person_household_loan_and_day(
    tmp_path: Path, asked: dict[str, Any], expected: set[str]
) -> None:
    workspace = made(tmp_path, {}, {"机构": "西河支行", "管户人": "吴测"})

    found = pressing(workspace, date(2024, 5, 1), rule="first_inspection", **asked)

    assert {each.partition(":")[2] for each in found} == expected


def test_m017_the_monitor_sees_all_that_is_pressing_counted_by_unit_person_and_rule(
    tmp_path: Path,
) -> None:
    workspace = made(tmp_path, {}, {"机构": "西河支行", "管户人": "吴测"})
    found = list(tasks(desk(workspace, date(2024, 5, 1)), Asked()))

    listed, counts = counted(iter(found), keep=3)

    assert len(listed) == 3
    assert listed == sorted(found, key=order)[:3]
    assert sum(counts.states.values()) == len(found)
    assert set(counts.people) == {("东河支行", "周测"), ("西河支行", "吴测")}
    assert counts.rules["first_inspection"] == {"escalated": 2}


def test_m009_a_month_is_summed_up_in_all_and_by_unit(tmp_path: Path) -> None:
    workspace = made(
        tmp_path,
        {"到期日": date(2026, 1, 20)},
        {"机构": "西河支行", "表内欠息": 12.5},
        {"到期日": date(2025, 9, 22), "逾期天数": 100, "五级分类": "次级"},
    )
    said(
        workspace, "risk_warning", on="2025-12-30", warning_no="Y1", signal="停产", raised_by="周测"
    )

    found = focus(desk(workspace, date(2025, 12, 31)), month_of("2026-01"))

    office = found.office
    assert (office["due"].count, office["due"].amount_fen) == (1, 5_000_000)
    assert (office["overdue"].labels, office["bad"].labels) == (["JJ20240003"], ["JJ20240003"])
    assert (office["arrears"].count, office["arrears"].amount_fen) == (1, 1250)
    assert office["warnings"].labels == ["Y1"]
    assert "bad_loan_check:JJ20240003:2025-12" not in office["inspections"].labels
    assert found.units["西河支行"]["due"].count == 0
    with pytest.raises(MonthUnknown, match="2026-01"):
        month_of("2026-13")


# -- the command --------------------------------------------------------------------------------


def hudang_of(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(hudang, ["-w", str(workspace.root), *arguments])


def test_the_command_lists_explains_does_and_writes_tasks(tmp_path: Path) -> None:
    workspace = made(tmp_path)
    day = ("--as-of", "2024-05-01")

    listed = hudang_of(workspace, "tasks", "--rule", "首次贷后检查", *day)
    shown = hudang_of(workspace, "tasks", "show", FIRST, *day)
    done = hudang_of(
        workspace,
        "tasks",
        "done",
        FIRST,
        "检查日期=2024-04-30",
        "检查人=周测",
        "检查结果=正常",
        *day,
    )
    after = hudang_of(workspace, "tasks", "--rule", "first_inspection", "--json", *day)
    written = hudang_of(workspace, "tasks", "--xlsx", str(tmp_path / "t.xlsx"), *day)

    assert (listed.exit_code, shown.exit_code, done.exit_code) == (1, 0, 0)
    assert "已上报 1" in listed.output and FIRST in listed.output
    assert "loan:1  台账" in shown.output and "hudang tasks done" in shown.output
    assert "inspection:1" in done.output
    assert json.loads(after.output)["tasks"] == []
    assert written.exit_code == 1
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert sheet["A1"].value == "贷后任务清单"


def test_the_command_waives_with_a_reason_and_prints_a_month(tmp_path: Path) -> None:
    workspace = made(tmp_path)

    waived = hudang_of(
        workspace, "tasks", "waive", FIRST, "--reason", "当日现场放款", "--by", "王主任",
        "--as-of", "2024-05-01",
    )  # fmt: skip
    again = hudang_of(workspace, "tasks", "show", FIRST, "--as-of", "2024-05-01")
    month = hudang_of(workspace, "tasks", "month", "2026-03", "--as-of", "2026-02-28")

    assert waived.exit_code == 0 and "record:1" in waived.output
    assert "当日现场放款" in again.output
    assert "50,000.00" in month.output and "东河支行" in month.output


def test_the_page_of_tasks_is_current() -> None:
    done = subprocess.run([sys.executable, str(DOCS / "make_tasks.py"), "--check"], check=False)

    assert done.returncode == 0, "run: python docs/make_tasks.py"
