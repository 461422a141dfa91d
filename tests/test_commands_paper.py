"""`hudang paper` and `hudang duplicates`, as a person types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive.workspace import Workspace
from cli import hudang
from tests.archive_double import IDS, drop, new_workspace, paper, take_in

CONTRACT = {
    "borrower": "王小明", "id_number": IDS[0], "contract_no": "(2024)青信借字第00412号",
    "sign_date": "2024-03-01", "start_date": "2024-03-02", "end_date": "2025-03-01",
}  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two households; the first one's contract was scanned twice."""
    made = new_workspace(tmp_path / "w")
    for name, data in {
        "1.json": paper(**CONTRACT),
        "2.json": paper(**CONTRACT, remark="again"),
        "3.json": paper(borrower="赵四", id_number=IDS[1], contract_no="HT-3"),
    }.items():
        drop(made, name, data)
        take_in(made)
    return made


def run(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(
        hudang, ["-w", str(workspace.root), *arguments], catch_exceptions=False
    )


def answer(workspace: Workspace, *arguments: str) -> Any:
    return json.loads(run(workspace, *arguments, "--json").stdout)


def test_a_pair_is_listed_decided_about_and_not_listed_again(workspace: Workspace) -> None:
    [pair] = answer(workspace, "duplicates", "list")
    shown = run(workspace, "household", "show", "1")
    said = run(workspace, "duplicates", "confirm", pair["later"], pair["earlier"][-8:])

    assert "may be one and the same" in shown.stdout
    assert said.exit_code == 0
    assert answer(workspace, "duplicates", "list") == []
    assert "may be one and the same" not in run(workspace, "household", "show", "1").stdout


def test_a_pair_may_be_rejected(workspace: Workspace) -> None:
    run(workspace, "duplicates", "list")

    run(workspace, "duplicates", "reject", "1-1", "1-2")

    assert answer(workspace, "duplicates", "list") == []


def test_history_shows_a_correction_without_the_persons_number(workspace: Workspace) -> None:
    run(workspace, "paper", "correct", "1-1", f"id_number={IDS[2]}", "borrower=王晓明")

    shown = run(workspace, "paper", "history", "1-1").stdout
    [_filed, corrected] = answer(workspace, "paper", "history", "1-1")

    assert "王小明 → 王晓明" in shown
    assert IDS[0] not in shown
    assert IDS[2] not in shown
    assert {change["field"] for change in corrected["fields"]} == {"borrower", "id_number"}


def test_a_paper_moves_to_another_household_and_browse_follows(workspace: Workspace) -> None:
    tried = run(workspace, "paper", "move", "1-2", "2", "--why", "his", "--dry-run")
    assert answer(workspace, "household", "show", "2")["papers"][-1]["doc_type"]
    before = len(answer(workspace, "household", "show", "2")["papers"])

    done = run(workspace, "paper", "move", "1-2", "2", "--why", "his")

    assert (tried.exit_code, done.exit_code) == (0, 0)
    assert len(answer(workspace, "household", "show", "2")["papers"]) == before + 1
    assert len(list(workspace.browse.glob("*/赵四_000002/2_*/0*"))) == before + 1
    assert len(list(workspace.browse.glob("*/王小明_000001/2_*/0*"))) == 1


def test_another_type_is_given_by_its_name(workspace: Workspace) -> None:
    run(workspace, "paper", "retype", "1-2", "iou")

    [_first, second] = answer(workspace, "household", "show", "1")["papers"]
    assert second["doc_type"] == "iou"


def test_a_file_that_is_another_paper_replaces_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    from archive.corrections import NotPossible

    other = tmp_path / "other.txt"
    other.write_text("贷后检查报告\n客户名称：赵四\n检查日期：2025年1月1日\n", encoding="utf-8")

    with pytest.raises(NotPossible, match="--anyway"):
        run(workspace, "paper", "replace", "1-1", str(other))


def test_a_better_scan_of_the_same_paper_replaces_it(workspace: Workspace, tmp_path: Path) -> None:
    better = tmp_path / "better.txt"
    better.write_bytes(paper(**CONTRACT) + b"\n")

    done = run(workspace, "paper", "replace", "1-1", str(better))

    assert done.exit_code == 0
    kinds = [entry["what"] for entry in answer(workspace, "paper", "history", "1-1")]
    assert kinds == ["filed", "replaced"]
