"""Tasks: what is due, overdue, escalated, done or waived on a day, under one id."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.settings import SettingsInvalid, load
from ledger.rules.running import UnknownTask, find
from tests.tasks_ledger import all_of, desk, inspected, made

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
