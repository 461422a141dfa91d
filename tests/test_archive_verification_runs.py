"""Runs of verification: resumed, bounded in time, and damages repaired from a copy."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive import audit
from archive.clock import system_clock
from archive.database import reading
from archive.verification import repair, state
from archive.verification.run import Asked, Report, verify
from archive.workspace import Workspace, open_workspace
from cli import hudang
from tests.archive_double import IDS, drop, paper, take_in
from tests.insiders import papers
from tests.sealed_workspace import codes, flip, kept_files, sealed_workspace, verified

IOU = paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-77")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that is only copied."""
    root = tmp_path_factory.mktemp("runs") / "w"
    sealed_workspace(root).engine.dispose()
    return root


@pytest.fixture
def workspace(whole: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(whole, tmp_path / "w")
    return open_workspace(tmp_path / "w")


def run(workspace: Workspace, asked: Asked | None = None) -> Report:
    return verify(workspace, asked or Asked(threads=1), remake=None, actor="t")


def test_a_run_without_time_reads_nothing_and_the_next_goes_on(workspace: Workspace) -> None:
    first = run(workspace, Asked(minutes=0, threads=1))
    second = run(workspace)

    assert (first.read, first.complete) == (0, False)
    assert (second.read, second.complete) == (3, True)


def test_an_interrupted_run_goes_on_where_it_stopped(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.verification.run.SAVE_SECONDS", -1.0)

    def interrupt(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verify(workspace, Asked(threads=1), remake=None, actor="t", progress=interrupt)
    rest = run(workspace)

    assert rest.read in (1, 2)
    assert rest.complete
    assert run(workspace).read == 3


def test_what_was_read_since_a_day_is_not_read_again_unless_it_changed(
    workspace: Workspace,
) -> None:
    run(workspace)
    asked = Asked(since=system_clock() - timedelta(hours=1), threads=1)
    unchanged = run(workspace, asked)
    drop(workspace, "new.json", IOU)
    take_in(workspace)

    changed = run(workspace, asked)

    assert (unchanged.read, unchanged.objects) == (0, 3)
    assert (changed.read, changed.objects) == (1, 3)


def test_a_full_run_reads_what_a_run_before_had_read(workspace: Workspace) -> None:
    run(workspace, Asked(minutes=0))
    known = state.load(workspace, "9999")
    known.objects = {"urn:xdh:hh:000001": ("x", "2020-01-01T00:00:00.000000Z")}
    state.save(workspace, known)

    assert run(workspace, Asked(full=True)).read == 3


def test_a_damaged_object_is_read_again_by_the_next_run(workspace: Workspace) -> None:
    path = papers(workspace)[0]
    before = flip(path, 3)
    assert codes(run(workspace)) == {"content_changed"}
    path.write_bytes(before)

    report = run(workspace, Asked(since=system_clock() - timedelta(hours=1)))

    assert (report.read, report.findings) == (1, ())


def test_a_state_that_claims_to_be_of_tomorrow_is_not_believed(workspace: Workspace) -> None:
    run(workspace)
    path = state.state_file(workspace)
    path.write_bytes(path.read_bytes().replace(b'"20', b'"90'))
    flip(papers(workspace)[0], 5)

    report = run(workspace, Asked(since=system_clock() - timedelta(hours=1)))

    assert codes(report) == {"content_changed"}


@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"format": 1, "objects": 3}'])
def test_rubbish_for_a_state_only_makes_everything_be_read(
    workspace: Workspace, rubbish: bytes
) -> None:
    state.state_file(workspace).write_bytes(rubbish)

    assert run(workspace).read == 3


def test_a_run_is_counted_in_the_audit_trail(workspace: Workspace) -> None:
    flip(papers(workspace)[0], 5)

    run(workspace)

    with reading(workspace.engine) as connection:
        row = audit.last_row(connection)
    assert row is not None
    assert row["action"] == "archive.verify"
    assert row["detail"]["findings"] == {"content_changed": 1}


def test_an_object_of_another_place_and_strays_are_named(workspace: Workspace) -> None:
    (workspace.archive / "note.txt").write_text("x")
    folder = papers(workspace)[0].parents[3]
    (folder / "v1" / "content" / "papers" / "extra.pdf").write_text("x")
    (folder / "v9").mkdir()
    shutil.copytree(folder, folder.parent / "urn%3axdh%3ahh%3a000077")

    found = {(each.code, Path(each.where).name) for each in run(workspace).findings}

    assert {
        ("stray", "note.txt"),
        ("extra_file", "extra.pdf"),
        ("stray", "v9"),
        ("object_misplaced", "urn%3axdh%3ahh%3a000077"),
    } <= found


def test_a_link_in_place_of_a_paper_is_named(workspace: Workspace, tmp_path: Path) -> None:
    path = papers(workspace)[0]
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")

    assert codes(run(workspace)) == {"not_regular"}


def test_a_claimed_file_that_nobody_knows_is_named(workspace: Workspace) -> None:
    (workspace.claimed / "01xyz").mkdir(parents=True)
    (workspace.claimed / "01xyz" / "scan.pdf").write_text("x")

    [found] = run(workspace).findings

    assert (found.code, found.where) == ("claimed_orphan", "inbox/.claimed/01xyz")


def test_papers_filed_while_verification_runs_are_no_finding(workspace: Workspace) -> None:
    def file_one(done: int, _total: int) -> None:
        if done == 1:
            drop(workspace, "while.json", IOU)
            take_in(workspace)

    report = verify(workspace, Asked(threads=1), remake=None, actor="t", progress=file_one)

    assert report.findings == ()


# -- repair -----------------------------------------------------------------------------------


def hurt(workspace: Workspace) -> dict[Path, bytes]:
    """Damage one file of each sort; return the bytes of before."""
    folder = papers(workspace)[0].parents[3]
    chosen = [
        papers(workspace)[0],
        folder / "inventory.json",
        folder / "v1" / "inventory.json.sha256",
        folder / "0=ocfl_object_1.1",
        workspace.archive / "0=ocfl_1.1",
    ]
    return {path: flip(path, 9) for path in chosen}


def call(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(hudang, ["-w", str(workspace.root), *arguments])


def test_damaged_files_are_put_back_from_a_copy_and_kept_aside(
    workspace: Workspace, whole: Path
) -> None:
    before = hurt(workspace)
    planned = call(workspace, "verify", "--repair-from", str(whole))
    assert planned.exit_code == 1
    assert all(path.read_bytes() != data for path, data in before.items())

    call(workspace, "verify", "--full", "--repair-from", str(whole), "--yes")

    assert {path: path.read_bytes() for path in before} == before
    assert verified(workspace).findings == ()
    aside = [path for path in (workspace.root / repair.DAMAGED).rglob("*") if path.is_file()]
    assert len(aside) == len(before)


def test_a_copy_that_is_damaged_too_is_not_taken(
    workspace: Workspace, whole: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(whole, copy)
    path = papers(workspace)[0]
    flip(path, 1)
    flip(copy / path.relative_to(workspace.root), 2)

    done = call(workspace, "verify", "--repair-from", str(copy), "--yes", "--json")

    [step] = json.loads(done.stdout)["repair"]
    assert step["from"] is None
    assert not (workspace.root / repair.DAMAGED).exists()
    assert "content_changed" in codes(verified(workspace))


def test_an_archive_alone_serves_as_a_copy(workspace: Workspace, whole: Path) -> None:
    path = papers(workspace)[0]
    path.unlink()

    call(workspace, "verify", "--repair-from", str(whole / "archive"), "--yes")

    assert verified(workspace).findings == ()
    assert path in kept_files(workspace)


def test_without_a_copy_nothing_can_be_put_back(workspace: Workspace) -> None:
    done = call(workspace, "verify", "--yes")

    assert done.exit_code == 2
