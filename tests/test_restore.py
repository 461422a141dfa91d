"""Restoring: what is in the backup comes back, what is not is named, what came since is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import items, pending, schema, versions
from archive.backup.drill import drill
from archive.backup.place import BackupRefused, NotABackup
from archive.backup.reader import SnapshotDamaged, open_backup
from archive.backup.restore import Hooks, restore
from archive.backup.sealing import WrongPassphrase
from archive.database import reading
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, paper, take_in
from tests.archive_invariants import files_below, sha256
from tests.backup_double import (
    PASSPHRASE,
    a_paper_in,
    add,
    assert_restored,
    back_up,
    bring_back,
    filed_digests,
    flip_bit,
    held_digests,
    with_papers,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return with_papers(tmp_path / "w")


# -- a database older than the archive --------------------------------------------------------


def test_papers_filed_after_the_snapshot_are_there_after_restoring_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = back_up(workspace, tmp_path / "b")
    drop(workspace, "new.json", paper(borrower="后来", id_number="110101196501010093"))
    add(workspace, 100, 101)
    back_up(workspace, tmp_path / "b")
    assert first.manifest

    restored = bring_back(tmp_path / "b", tmp_path / "r", at=first.manifest.name)

    assert restored.manifest == first.manifest
    assert (restored.reconciled.papers, restored.reconciled.households) == (3, 1)
    assert restored.findings == []
    assert restored.households == 4
    assert_restored(tmp_path / "r", filed_digests(workspace))


def test_rows_restored_beside_a_newer_archive_are_those_of_the_lost_database(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = back_up(workspace, tmp_path / "b")
    add(workspace, 100)
    drop(workspace, "100-again.json", paper(borrower="户0", id_number=IDS[0], contract_no="HT-100"))
    take_in(workspace)
    versions.keep(workspace)
    back_up(workspace, tmp_path / "b")
    assert first.manifest

    restored = bring_back(tmp_path / "b", tmp_path / "r", at=first.manifest.name).workspace

    for table in (
        schema.household, schema.person, schema.document, schema.document_number,
        schema.document_shared, schema.duplicate, schema.file_event,
    ):  # fmt: skip
        with reading(workspace.engine) as lost, reading(restored.engine) as back:
            assert back.execute(select(table)).all() == lost.execute(select(table)).all(), (
                table.name
            )


def test_a_held_paper_filed_after_the_snapshot_is_filed_and_no_longer_held(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = back_up(workspace, tmp_path / "b")
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))
    pending.file_held(workspace, item, 1, actor="test")
    back_up(workspace, tmp_path / "b")
    assert first.manifest

    restored = bring_back(tmp_path / "b", tmp_path / "r", at=first.manifest.name)

    assert restored.reconciled.settled == 1
    assert restored.findings == []
    with reading(restored.workspace.engine) as connection:
        assert items.in_states(connection, ("held",)) == []
    assert held_digests(restored.workspace) == set()
    assert_restored(tmp_path / "r", filed_digests(workspace))


def test_a_paper_that_moves_on_while_it_is_copied_is_met_somewhere(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Filed by a person right after pending/ was copied, and right before the archive is."""
    from archive.backup import make

    before = held_digests(workspace)
    keep_archive = make._Run._keep_archive

    def file_then_keep(run: make._Run) -> None:
        with reading(workspace.engine) as connection:
            [item] = items.in_states(connection, ("held",))
        pending.file_held(workspace, item, 1, actor="test")
        keep_archive(run)

    monkeypatch.setattr(make._Run, "_keep_archive", file_then_keep)
    back_up(workspace, tmp_path / "b")
    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert restored.findings == []
    assert before <= filed_digests(restored.workspace)


def test_what_waited_in_the_inbox_is_taken_in_after_restoring(
    workspace: Workspace, tmp_path: Path
) -> None:
    waiting = paper(borrower="户1", id_number=IDS[1], contract_no="HT-77")
    drop(workspace, "waiting.json", waiting)
    back_up(workspace, tmp_path / "b")

    restored = bring_back(tmp_path / "b", tmp_path / "r").workspace
    take_in(restored)

    assert sha256(waiting) in filed_digests(restored)


# -- damage in the backup ---------------------------------------------------------------------


def test_a_damaged_paper_in_the_backup_is_named_and_everything_else_comes_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    damaged = a_paper_in(tmp_path / "b" / "archive")
    lost = sha256(damaged.read_bytes())
    flip_bit(damaged)

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    named = [each.path for each in restored.findings if each.code == "backup_damaged"]
    assert named == [damaged.relative_to(tmp_path / "b").as_posix()]
    assert [each.code for each in restored.findings if each.code == "paper_lost"] == ["paper_lost"]
    back = {sha256(path.read_bytes()) for path in files_below(tmp_path / "r" / "archive")}
    assert filed_digests(workspace) - {lost} <= back


@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_every_bit_flipped_anywhere_in_a_backup_is_found_by_a_drill(
    workspace: Workspace, tmp_path: Path, every: int
) -> None:
    back_up(workspace, tmp_path / "b")
    # The lists for sha256sum are for people, and say of themselves when they are wrong.
    not_read = {"README.txt", "archive-sha256.txt", "manifest-sha256.txt", ".lock"}
    files = [path for path in files_below(tmp_path / "b") if path.name not in not_read]

    missed = []
    for path in sorted(files)[::every]:
        good = path.read_bytes()
        flip_bit(path)
        try:
            outcome = drill(
                workspace, tmp_path / "b", secret=lambda: "", scratch=tmp_path, actor="test"
            )
            if outcome.passed:
                missed.append(path)
        except (NotABackup, BackupRefused, SnapshotDamaged):
            pass
        path.write_bytes(good)

    assert len(files) > 40
    assert missed == []


def test_a_damaged_snapshot_of_the_database_is_made_anew_from_the_archive_and_said(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    [snapshot] = (tmp_path / "b" / "snapshots").iterdir()
    flip_bit(snapshot / "hudang.db")
    called = []

    def ledger_anew(_workspace: Workspace) -> int:
        called.append("ledger")
        return 7

    restored = restore(
        tmp_path / "b", tmp_path / "r", secret=lambda: "",
        hooks=Hooks(ledger_anew=ledger_anew), actor="test",
    )  # fmt: skip

    assert restored.rebuilt
    assert (restored.facts, called) == (7, ["ledger"])
    assert [each.path for each in restored.findings] == ["hudang.db"]
    assert_restored(tmp_path / "r", filed_digests(workspace))


def test_a_damaged_manifest_is_passed_over_for_the_snapshot_before(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    add(workspace, 100)
    back_up(workspace, tmp_path / "b")
    first, second = sorted((tmp_path / "b" / "snapshots").iterdir())
    (second / "manifest.json").write_bytes(b"{")

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert restored.manifest
    assert restored.manifest.name == first.name
    assert [each.path for each in restored.findings] == [f"snapshots/{second.name}"]
    assert_restored(tmp_path / "r", filed_digests(workspace))


def test_a_mirror_without_any_snapshot_still_gives_back_every_paper(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    for path in files_below(tmp_path / "b" / "snapshots"):
        path.unlink()

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert (restored.manifest, restored.rebuilt) == (None, True)
    assert "settings_lost" in {each.code for each in restored.findings}
    assert filed_digests(open_workspace(tmp_path / "r")) == filed_digests(workspace)


@pytest.mark.parametrize("path", ["../outside", "/outside", "inbox/../../outside", "C:/outside"])
def test_a_manifest_that_points_outside_is_refused_there(
    workspace: Workspace, tmp_path: Path, path: str
) -> None:
    drop(workspace, "waiting.json.part", b"waiting")
    back_up(workspace, tmp_path / "b")
    [manifest] = (tmp_path / "b" / "snapshots").glob("*/manifest.json")
    said = json.loads(manifest.read_bytes())
    [entry] = [each for each in said["files"] if each["path"].endswith(".part")]
    source = manifest.parent / entry["path"]
    entry["path"] = path
    if not path.startswith(("/", "C:")):
        (manifest.parent / path).parent.mkdir(parents=True, exist_ok=True)
        (manifest.parent / path).write_bytes(source.read_bytes())
    # Whoever can write the one can write the other.
    manifest.write_text(json.dumps(said))
    digest = sha256(manifest.read_bytes())
    (manifest.parent / "manifest-sha256.txt").write_text(f"{digest}  manifest.json\n")

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert [each.path for each in restored.findings] == [path]
    assert not (tmp_path / "outside").exists()
    assert not [found for found in (tmp_path / "r").rglob("*") if "outside" in found.name]


# -- where and what ---------------------------------------------------------------------------


def test_a_restore_goes_only_into_a_new_or_empty_folder(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    before = {path: path.read_bytes() for path in files_below(workspace.root)}

    for target, why in (
        (workspace.root, "not empty"),
        (tmp_path / "b" / "r", "inside each other"),
        (tmp_path, "inside each other"),
    ):
        with pytest.raises(BackupRefused, match=why):
            bring_back(tmp_path / "b", target)

    assert {path: path.read_bytes() for path in files_below(workspace.root)} == before


def test_the_snapshot_is_chosen_by_the_beginning_of_its_name(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = back_up(workspace, tmp_path / "b")
    assert made.manifest

    restored = bring_back(tmp_path / "b", tmp_path / "r", at=made.manifest.name[:10])

    assert restored.manifest == made.manifest
    with pytest.raises(BackupRefused, match="no snapshot 1999"):
        bring_back(tmp_path / "b", tmp_path / "r2", at="1999")


def test_a_wrong_passphrase_opens_nothing_and_writes_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b", encrypt=True)

    with pytest.raises(WrongPassphrase, match="does not open"):
        restore(tmp_path / "b", tmp_path / "r", secret=lambda: "another passphrase", actor="test")

    assert not (tmp_path / "r").exists()


def test_the_recovery_code_opens_what_the_passphrase_opens(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = back_up(workspace, tmp_path / "b", encrypt=True)

    backup = open_backup(tmp_path / "b", lambda: made.recovery_code.lower())

    assert made.manifest
    assert backup.manifest(backup.names()[0]) == made.manifest


# -- the drill --------------------------------------------------------------------------------


@pytest.mark.parametrize("encrypt", [False, True])
def test_a_drill_proves_every_digest_and_leaves_nothing_behind(
    workspace: Workspace, tmp_path: Path, encrypt: bool
) -> None:
    back_up(workspace, tmp_path / "b", encrypt=encrypt)
    add(workspace, 100)
    before = sorted(path.name for path in tmp_path.iterdir())

    outcome = drill(workspace, tmp_path / "b", secret=lambda: PASSPHRASE, sample=5, actor="test")

    assert outcome.passed, outcome.to_json()
    assert outcome.hashes == outcome.hashes_right >= 6 * 3
    assert (outcome.papers, outcome.live_papers, outcome.filed_since) == (6, 7, 1)
    assert outcome.papers_checked == 6
    assert 1 <= outcome.opened <= 5
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_drill_names_the_paper_that_should_be_in_the_backup_and_is_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    damaged = a_paper_in(tmp_path / "b" / "archive")
    flip_bit(damaged)

    outcome = drill(workspace, tmp_path / "b", secret=lambda: "", actor="test")

    assert not outcome.passed
    assert outcome.hashes_right == outcome.hashes - 1
    assert damaged.name in outcome.text()
    assert "NOT PASSED" in outcome.text()


def test_a_drill_of_an_encrypted_backup_puts_nothing_readable_beside_it(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.backup import drill as module

    (tmp_path / "stick").mkdir()
    back_up(workspace, tmp_path / "stick" / "b", encrypt=True)
    tried = []

    def stop(_folder: Path, target: Path, **_others: object) -> None:
        tried.append(target)
        raise OSError("seen")

    monkeypatch.setattr(module, "restore", stop)
    with pytest.raises(OSError, match="seen"):
        drill(workspace, tmp_path / "stick" / "b", secret=lambda: PASSPHRASE, actor="test")

    assert [each.parent for each in tried] == [workspace.root.parent]


def test_a_drill_of_another_workspaces_backup_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(with_papers(tmp_path / "other"), tmp_path / "b")

    with pytest.raises(BackupRefused, match="another workspace"):
        drill(workspace, tmp_path / "b", secret=lambda: "", actor="test")
