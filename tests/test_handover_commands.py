"""hudang handover: what people type, what they see, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive.handover.formalities import FormalitiesOpen
from archive.handover.receiving import PackageDiffers
from archive.workspace import Workspace
from cli import exit_codes, hudang
from commands.desk import BAD_INPUT, FINDINGS, OK
from commands.language import speak
from tests.archive_double import new_workspace
from tests.handover_double import filled


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "w")


def run(*words: str, at: Workspace | None = None) -> Result:
    speak("en")
    where = ["-w", str(at.root)] if at else []
    return CliRunner().invoke(hudang, [*where, "handover", *words])


def said(result: Result) -> Any:
    assert result.exit_code in (OK, FINDINGS), result.output
    return json.loads(result.stdout)


def test_from_the_first_look_to_the_list_that_both_sides_sign(
    workspace: Workspace, tmp_path: Path
) -> None:
    reasons = tmp_path / "open.xlsx"
    looked = run("prepare", "--household", "2", "--dry-run", "--reasons", str(reasons),
                 at=workspace)  # fmt: skip
    refused = run("prepare", "--household", "2", at=workspace)
    prepared = said(
        run("prepare", "--household", "2", "--reason", "missing=burnt in 2019", "--json",
            at=workspace)
    )  # fmt: skip
    package = prepared["package"]
    proved = run("verify", package, "--expect", prepared["digest"][:16])
    receiver = new_workspace(tmp_path / "receiver")
    received = said(run("receive", package, "--json", at=receiver))

    assert looked.exit_code == FINDINGS
    assert reasons.is_file()
    assert isinstance(refused.exception, FormalitiesOpen)
    assert "000002/missing/" in refused.output
    assert proved.exit_code == OK, proved.output
    assert "Whole" in proved.output
    assert [Path(path).suffix for path in prepared["lists"]] == [".docx", ".docx"]
    assert received["counts"]["accepted"] == 3
    assert Path(received["list"]).is_file()
    listed = said(run("list", "--json", at=receiver))
    assert [(each["number"], each["state"]) for each in listed] == [
        (prepared["number"], "received")
    ]


def test_a_package_that_was_changed_has_its_exit_codes(
    workspace: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "bag"
    run("prepare", "--household", "3", "--reason", "missing=lost", "--out", str(out), at=workspace)
    victim = next((out / "data/households/000003/papers").iterdir())
    victim.write_bytes(b"x" + victim.read_bytes()[1:])

    proved = run("verify", str(out))
    received = run("receive", str(out), at=new_workspace(tmp_path / "receiver"))
    (out / "fetch.txt").write_text("http://example.invalid/ 1 data/x\n", encoding="utf-8")
    hostile = run("verify", str(out))

    assert proved.exit_code == FINDINGS
    assert victim.name in proved.output
    assert isinstance(received.exception, PackageDiffers)
    assert victim.name in received.output
    assert hostile.exception is not None
    assert exit_codes()[type(hostile.exception)] == BAD_INPUT


def test_a_digest_that_is_not_the_one_on_paper_is_a_finding(
    workspace: Workspace, tmp_path: Path
) -> None:
    out = tmp_path / "p.zip"
    run("prepare", "--household", "3", "--reason", "missing=lost", "--out", str(out), at=workspace)

    assert run("verify", str(out), "--expect", "0" * 64).exit_code == FINDINGS


def test_the_officer_changes_and_the_household_shows_the_history(workspace: Workspace) -> None:
    from archive import households
    from archive.database import writing

    with writing(workspace.engine) as connection:
        households.complete(connection, 2, manager="Li", source="test")
    done = run("officer", "--from", "Li", "--to", "Wang", "--reason", "missing=lost", "--why",
               "moved", at=workspace)  # fmt: skip
    shown = CliRunner().invoke(
        hudang, ["-w", str(workspace.root), "household", "show", "2", "--json"]
    )

    assert done.exit_code == OK, done.output
    assert [each["manager"] for each in json.loads(shown.stdout)["managers"]] == ["Li", "Wang"]


def test_the_four_properties_of_a_file_are_said_with_what_was_not_tested(
    workspace: Workspace,
) -> None:
    result = run("check", "2", "--json", at=workspace)

    report = said(result)
    assert report["totals"]["not_tested"] >= 3
    assert "full text" in report["footnote"]["en"]


@pytest.mark.parametrize(
    "words",
    [
        ("prepare",),
        ("prepare", "--household", "2", "--unit", "town"),
        ("prepare", "--household", "2", "--reason", "missing"),
        ("officer", "--from", "a", "--to", "b", "--as-of", "2199-01-01"),
        ("receive", ".", "--merge", "x=y"),
    ],
)
def test_what_was_asked_wrongly_is_said(workspace: Workspace, words: tuple[str, ...]) -> None:
    result = run(*words, at=workspace)

    assert result.exit_code == 2, result.output
