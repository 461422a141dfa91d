"""Lending, keeping and destroying from the command line, on one small workspace."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from click.testing import CliRunner

from archive.separation import DutiesNotSeparated
from archive.workspace import Workspace
from cli import hudang
from indexer.index import open_index
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import files_below


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = new_workspace(tmp_path / "w")
    contract = paper(
        borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2010-03-01"
    )
    iou = paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1", contract_no="HT-1")
    for name, data in (("a.json", contract), ("b.json", iou)):
        drop(made, name, data)
        take_in(made)
    open_index(made).catch_up()
    return made


def run(workspace: Workspace, *words: str, code: int = 0) -> str:
    """Run one command and return what it says."""
    result = CliRunner().invoke(hudang, ["-w", str(workspace.root), *words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.output


def asked(workspace: Workspace, *words: str, code: int = 0) -> Any:
    return json.loads(run(workspace, *words, "--json", code=code))


OUT = ("borrow", "out", "1", "--item", "2", "--reader", "=cmd|'/c calc'!A1", "--purpose", "核对")


def test_what_is_lent_is_shown_with_the_household_until_it_is_back(workspace: Workspace) -> None:
    run(workspace, *OUT, "--by", "周管档")

    shown = asked(workspace, "household", "show", "1")["out"]
    assert [each["item"] for each in shown] == [2]
    run(workspace, "borrow", "back", shown[0]["slip"], "--pages", "2=1", "--by", "周管档")

    assert asked(workspace, "household", "show", "1")["out"] == []
    assert asked(workspace, "borrow", "list") == []
    assert [each["what"] for each in asked(workspace, "borrow", "log", "1")] == [
        "borrow.asked", "borrow.out", "borrow.back",
    ]  # fmt: skip


def test_pages_that_did_not_come_back_are_a_finding(workspace: Workspace) -> None:
    slip = asked(workspace, *OUT, "--by", "周管档")["number"]

    said = run(workspace, "borrow", "back", slip, "--pages", "2=0", "--by", "周管档", code=1)

    assert "0 pages came back, 1 are on file" in said


def test_a_paper_named_with_its_pages_is_told_of_once(workspace: Workspace) -> None:
    slip = asked(workspace, *OUT, "--by", "周管档")["number"]

    back = ("borrow", "back", slip, "--item", "2", "--pages", "2=0", "--by", "周管档")

    assert run(workspace, *back, code=1).count("0 pages came back") == 1


def test_a_register_is_not_written_as_a_workbook_under_another_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    said = run(workspace, "borrow", "register", "-o", str(tmp_path / "r.docx"), code=2)

    assert ".xlsx" in said
    assert not (tmp_path / "r.docx").exists()


def test_the_register_is_a_workbook_without_a_formula(workspace: Workspace, tmp_path: Path) -> None:
    run(workspace, *OUT, "--by", "周管档")

    run(workspace, "borrow", "register", "-o", str(tmp_path / "r.xlsx"), "--lang", "zh")

    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "=cmd|'/c calc'!A1" in [cell.value for cell in cells]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_register_slip_and_list_are_written_in_word(workspace: Workspace) -> None:
    slip = asked(workspace, *OUT, "--by", "周管档")["number"]
    run(workspace, "borrow", "register", "--lang", "es")
    run(workspace, "borrow", "slip", slip, "--lang", "zh")

    texts = [
        "".join(cell.text for table in found.tables for row in table.rows for cell in row.cells)
        for path in workspace.out.glob("*.docx")
        for found in [docx.Document(io.BytesIO(path.read_bytes()))]
    ]
    assert len(texts) == 2
    assert all(slip in text for text in texts)


def test_every_look_at_a_paper_is_in_the_log(workspace: Workspace) -> None:
    said = run(workspace, "borrow", "view", "1", "2", "--reader", "李", "--purpose", "核对")
    run(
        workspace,
        "borrow",
        "view",
        "1",
        "2",
        "--reader",
        "李",
        "--purpose",
        "诉讼",
        "--copies",
        "2",
    )

    log = asked(workspace, "borrow", "log", "1")
    assert Path(said.strip()).is_file()
    assert [each["what"] for each in log] == ["paper.viewed", "paper.copied"]
    assert log[1]["copies"] == 2


def test_a_file_goes_from_its_last_loan_to_its_tombstone(workspace: Workspace) -> None:
    cannot = asked(workspace, "retention", "show", "1")
    assert cannot["destroy_not_before"] is None
    assert "JJ-1" in cannot["obstacles"][0]
    run(
        workspace, "retention", "settled", "1", "--loan", "JJ-1", "--on", "2011-02-20",
        "--granted", "2010-03-01", "--by", "周管档",
    )  # fmt: skip
    assert asked(workspace, "retention", "show", "1")["destroy_not_before"] == "2021-01-01"

    (number,) = {
        asked(workspace, "disposal", "propose", "--due", "--reason", "期满", "--by", "周")["number"]
    }
    for name in ("陈", "吴"):
        run(workspace, "disposal", "approve", number, "--by", name)
    run(workspace, "disposal", "print", number, "--lang", "zh")
    proof = asked(
        workspace, "disposal", "carry-out", number, "--by", "何", "--supervisor", "郑",
        "--supervisor", "冯",
    )  # fmt: skip

    assert proof["found"] == []
    assert proof["sought"] >= 4
    assert asked(workspace, "search", "王小明")["total"] == 0
    left = b"".join(path.read_bytes() for path in files_below(workspace.index))
    assert "王小明".encode() not in left
    assert len(asked(workspace, "household", "show", "1")["destroyed"]) == 2
    assert asked(workspace, "disposal", "proof", number)["found"] == []
    run(workspace, "verify")


def test_the_person_at_the_keyboard_does_not_approve_his_own_list(workspace: Workspace) -> None:
    run(
        workspace, "retention", "settled", "1", "--loan", "JJ-1", "--on", "2011-02-20",
        "--granted", "2010-03-01",
    )  # fmt: skip
    number = asked(workspace, "disposal", "propose", "1", "--reason", "期满")["number"]

    with pytest.raises(DutiesNotSeparated):
        run(workspace, "disposal", "approve", number)
