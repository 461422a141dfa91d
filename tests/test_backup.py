"""A backup is a second copy that is proved, readable without us, and never worse than before."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import schema
from archive.backup import place
from archive.backup.make import Choice, NotEnoughRoom, backup
from archive.backup.manifest import SNAPSHOT_NAME, snapshot_name
from archive.backup.place import BackupRefused, BackupRunning
from archive.backup.state import last
from archive.database import reading
from archive.workspace import Workspace
from tests.archive_double import drop, new_workspace, take_in
from tests.archive_invariants import assert_valid_ocfl, files_below, sha256
from tests.backup_double import (
    a_paper_in,
    add,
    assert_restored,
    back_up,
    bring_back,
    contract,
    filed_digests,
    flip_bit,
    held_digests,
    objects_in,
    with_papers,
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return with_papers(tmp_path / "w")


def newest(folder: Path) -> Path:
    return sorted((folder / "snapshots").iterdir())[-1]


@pytest.mark.parametrize("encrypt", [False, True])
def test_what_was_backed_up_comes_back_whole(
    workspace: Workspace, tmp_path: Path, encrypt: bool
) -> None:
    made = back_up(workspace, tmp_path / "b", encrypt=encrypt)
    papers, held = filed_digests(workspace), held_digests(workspace)

    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert made.findings == ()
    assert restored.findings == []
    assert (restored.papers, restored.rebuilt) == (6, False)
    assert_restored(tmp_path / "r", papers, held)


@pytest.mark.parametrize("encrypt", [False, True])
def test_a_second_backup_copies_only_what_is_new(
    workspace: Workspace, tmp_path: Path, encrypt: bool
) -> None:
    back_up(workspace, tmp_path / "b", encrypt=encrypt)
    idle = back_up(workspace, tmp_path / "b", encrypt=encrypt)
    add(workspace, 100)

    more = back_up(workspace, tmp_path / "b", encrypt=encrypt)

    assert idle.to_copy == 0
    assert more.manifest
    # One version: paper, reading, text, record, its inventory and sidecar; and the database.
    assert 5 <= more.manifest.counts["copied_files"] <= 12
    assert more.manifest.counts["archive_files"] > 2 * more.manifest.counts["copied_files"] - 4
    assert_restored(
        bring_back(tmp_path / "b", tmp_path / "r").workspace.root, filed_digests(workspace)
    )


def test_the_mirror_is_a_valid_storage_root_with_the_same_files(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    add(workspace, 100, 101)

    back_up(workspace, tmp_path / "b")

    mirror = tmp_path / "b" / "archive"
    assert_valid_ocfl(mirror)
    assert {path.relative_to(mirror): path.read_bytes() for path in files_below(mirror)} == {
        path.relative_to(workspace.archive): path.read_bytes()
        for path in files_below(workspace.archive)
    }


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum here")
def test_a_backup_can_be_checked_with_sha256sum_alone(workspace: Workspace, tmp_path: Path) -> None:
    drop(workspace, "odd\nname \\ with 中文.json.tmp", b"waiting")
    back_up(workspace, tmp_path / "b")

    def check(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["sha256sum", "-c", name], cwd=folder, capture_output=True, text=True, check=False
        )

    assert check(tmp_path / "b", "archive-sha256.txt").returncode == 0
    assert check(newest(tmp_path / "b"), "manifest-sha256.txt").returncode == 0

    flip_bit(a_paper_in(tmp_path / "b" / "archive"))

    assert "FAILED" in check(tmp_path / "b", "archive-sha256.txt").stdout


def test_what_waits_is_backed_up_and_what_can_be_made_again_is_not(
    workspace: Workspace, tmp_path: Path
) -> None:
    (workspace.inbox / "today").mkdir()
    (workspace.inbox / "today" / "scan.pdf").write_bytes(b"half a scan")
    (workspace.own_templates / "zh").mkdir()
    (workspace.own_templates / "zh" / "annual-summary.docx").write_bytes(b"ours")
    (workspace.root / "audit" / "notes.txt").write_bytes(b"{}\n")
    for folder in (workspace.browse, workspace.index, workspace.out):
        (folder / "again.bin").write_bytes(b"made again")

    back_up(workspace, tmp_path / "b")
    bring_back(tmp_path / "b", tmp_path / "r")

    back = {path.relative_to(tmp_path / "r").as_posix() for path in files_below(tmp_path / "r")}
    assert {
        "inbox/today/scan.pdf", "templates/zh/annual-summary.docx", "audit/notes.txt",
        "hudang.toml",
    } <= back  # fmt: skip
    assert not [path for path in back if path.endswith("again.bin")]
    manifest = json.loads((newest(tmp_path / "b") / "manifest.json").read_bytes())
    assert {"browse", "index", "out"} <= set(manifest["left_out"])


def test_names_that_no_other_system_takes_come_back_byte_for_byte(
    workspace: Workspace, tmp_path: Path
) -> None:
    names = [
        b"\xd5\xc5\xc8\xfd.json",
        b"a:b?.json",
        b"ends with dot.",
        b"new\nline.json",
        b"%41.txt",
    ]
    for name in names:
        (Path(os.fsdecode(os.fsencode(workspace.inbox) + b"/" + name))).write_bytes(name)

    back_up(workspace, tmp_path / "b")
    bring_back(tmp_path / "b", tmp_path / "r")

    there = {name: (tmp_path / "r" / "inbox" / os.fsdecode(name)).read_bytes() for name in names}
    assert there == {name: name for name in names}
    stored = {path.name for path in (newest(tmp_path / "b") / "inbox").iterdir()}
    assert not [name for name in stored if set(name) & set(':?\n\\"')]


def test_links_and_pipes_in_the_inbox_are_passed_over(workspace: Workspace, tmp_path: Path) -> None:
    (workspace.inbox / "link.pdf").symlink_to("/etc/hostname")
    os.mkfifo(workspace.inbox / "pipe.pdf")

    made = back_up(workspace, tmp_path / "b")

    assert made.findings == ()
    assert not list(newest(tmp_path / "b").rglob("*.pdf"))


# -- damage ------------------------------------------------------------------------------------


def test_a_paper_damaged_before_its_first_backup_is_named_and_the_rest_is_saved(
    workspace: Workspace, tmp_path: Path
) -> None:
    papers = filed_digests(workspace)
    damaged = a_paper_in(workspace.archive)
    lost = sha256(damaged.read_bytes())
    flip_bit(damaged)

    made = back_up(workspace, tmp_path / "b")
    restored = bring_back(tmp_path / "b", tmp_path / "r")

    [finding] = made.findings
    assert (finding.code, finding.is_alarming) == ("source_damaged", True)
    assert finding.path == damaged.relative_to(workspace.root).as_posix()
    assert_valid_ocfl(tmp_path / "b" / "archive")
    assert {each.code for each in restored.findings} == {"backup_damaged", "paper_lost"}
    back = {sha256(path.read_bytes()) for path in files_below(tmp_path / "r" / "archive")}
    assert papers - {lost} <= back
    assert lost not in back


def test_damage_never_goes_over_a_good_copy(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b")
    good = {path: path.read_bytes() for path in files_below(tmp_path / "b" / "archive")}
    for path in files_below(workspace.archive):
        if "/v1/" in path.as_posix():
            path.write_bytes(path.read_bytes()[:-1])

    made = back_up(workspace, tmp_path / "b")

    assert made.findings
    assert {path: path.read_bytes() for path in good} == good
    assert_valid_ocfl(tmp_path / "b" / "archive")


def test_a_damaged_inventory_is_named_and_the_sound_one_of_its_version_is_kept(
    workspace: Workspace, tmp_path: Path
) -> None:
    papers = filed_digests(workspace)
    flip_bit(objects_in(workspace.archive)[0] / "inventory.json")

    made = back_up(workspace, tmp_path / "b")

    assert [each.code for each in made.findings] == ["source_damaged"]
    assert_restored(bring_back(tmp_path / "b", tmp_path / "r").workspace.root, papers)


def test_once_the_damage_is_mended_the_next_backup_is_whole(
    workspace: Workspace, tmp_path: Path
) -> None:
    damaged = a_paper_in(workspace.archive)
    before = damaged.read_bytes()
    flip_bit(damaged)
    back_up(workspace, tmp_path / "b")
    damaged.write_bytes(before)

    made = back_up(workspace, tmp_path / "b")

    assert made.findings == ()
    assert not files_below(tmp_path / "b" / "incomplete")
    assert_restored(
        bring_back(tmp_path / "b", tmp_path / "r").workspace.root, filed_digests(workspace)
    )


@pytest.mark.parametrize("encrypt", [False, True])
def test_a_file_missing_or_cut_short_in_the_backup_is_mended_by_the_next(
    workspace: Workspace, tmp_path: Path, encrypt: bool
) -> None:
    back_up(workspace, tmp_path / "b", encrypt=encrypt)
    contents = files_below(tmp_path / "b" / ("objects" if encrypt else "archive"))
    for number, path in enumerate(sorted(contents)):
        if number % 3 == 0 and "/v1/" in path.as_posix() + ("/v1/" if encrypt else ""):
            path.unlink()
        elif number % 3 == 1 and "/v1/" in path.as_posix() + ("/v1/" if encrypt else ""):
            path.write_bytes(path.read_bytes()[:-1])

    made = back_up(workspace, tmp_path / "b", encrypt=encrypt)
    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert [str(each) for each in made.findings if each.is_alarming] == []
    assert restored.findings == []
    assert_restored(tmp_path / "r", filed_digests(workspace))


def test_an_object_written_anew_moves_the_earlier_state_aside_until_its_snapshots_go(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    [first, *_others] = objects_in(workspace.archive)
    other = with_papers(tmp_path / "other", 12)
    theirs = other.archive / first.relative_to(workspace.archive)
    shutil.rmtree(first)
    shutil.copytree(theirs, first)

    made = back_up(workspace, tmp_path / "b")

    assert [each.code for each in made.findings] == ["object_renewed"]
    assert objects_in(next((tmp_path / "b" / "superseded").iterdir()))
    assert_valid_ocfl(tmp_path / "b" / "archive")

    back_up(workspace, tmp_path / "b", keep=1)

    assert not list((tmp_path / "b" / "superseded").iterdir())


def test_an_object_that_vanished_or_went_back_is_named_and_stays_in_the_backup(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in files_below(workspace.archive)}
    add(workspace, 100)
    back_up(workspace, tmp_path / "b")
    good = {path: path.read_bytes() for path in files_below(tmp_path / "b" / "archive")}
    for path in files_below(workspace.archive):
        path.unlink()
    for path, data in before.items():
        path.write_bytes(data)
    shutil.rmtree(objects_in(workspace.archive)[-1])
    kept = len(objects_in(workspace.archive))

    made = back_up(workspace, tmp_path / "b")

    codes = sorted(each.code for each in made.findings)
    assert codes in (["object_gone", "object_older"], ["object_gone"])
    assert kept < len(objects_in(tmp_path / "b" / "archive"))
    assert {path: path.read_bytes() for path in good} == good


def test_a_damaged_database_is_said_kept_as_it_is_and_made_anew_when_restored(
    workspace: Workspace, tmp_path: Path
) -> None:
    papers = filed_digests(workspace)
    workspace.engine.dispose()
    data = bytearray(workspace.database.read_bytes())
    data[8192:40960] = b"\x55" * (40960 - 8192)
    workspace.database.write_bytes(data)

    made = back_up(workspace, tmp_path / "b")
    restored = bring_back(tmp_path / "b", tmp_path / "r")

    assert [each.code for each in made.findings] == ["database_damaged"]
    assert restored.rebuilt
    assert_restored(tmp_path / "r", papers)


def test_a_damaged_database_prunes_no_earlier_snapshot(
    workspace: Workspace, tmp_path: Path
) -> None:
    first = back_up(workspace, tmp_path / "b")
    workspace.engine.dispose()
    workspace.database.write_bytes(b"no database at all")

    back_up(workspace, tmp_path / "b", keep=1)

    assert first.manifest
    assert (tmp_path / "b" / "snapshots" / first.manifest.name / "hudang.db").is_file()


# -- where it may go ---------------------------------------------------------------------------


def test_a_backup_inside_the_workspace_or_around_it_is_refused(
    workspace: Workspace, tmp_path: Path
) -> None:
    for folder in (workspace.root / "b", workspace.root, tmp_path):
        with pytest.raises(BackupRefused, match="inside each other"):
            back_up(workspace, folder)

    assert not (workspace.root / "b").exists()


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_disk_that_is_not_connected_is_not_made_up_for_by_a_folder(
    workspace: Workspace, tmp_path: Path, dry_run: bool
) -> None:
    with pytest.raises(BackupRefused, match=r"usb is not there\. Is the disk connected\?"):
        backup(workspace, tmp_path / "usb" / "backup", Choice(dry_run=dry_run), actor="test")
    assert not (tmp_path / "usb").exists()

    (tmp_path / "usb").mkdir()
    back_up(workspace, tmp_path / "usb" / "backup")
    assert (tmp_path / "usb" / "backup" / "hudang-backup.json").is_file()


def test_a_folder_that_holds_something_else_is_left_alone(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "holiday.jpg").write_bytes(b"sea")

    with pytest.raises(BackupRefused, match="not empty"):
        back_up(workspace, tmp_path / "b")

    assert [path.name for path in (tmp_path / "b").iterdir()] == ["holiday.jpg"]


@pytest.mark.parametrize("encrypt", [False, True])
def test_backups_of_two_workspaces_do_not_mix(
    workspace: Workspace, tmp_path: Path, encrypt: bool
) -> None:
    other = with_papers(tmp_path / "other")
    back_up(other, tmp_path / "b", encrypt=encrypt)

    with pytest.raises(BackupRefused, match="another workspace"):
        back_up(workspace, tmp_path / "b", encrypt=encrypt)


def test_a_restored_workspace_goes_on_with_the_backups_of_the_lost_one(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    restored = bring_back(tmp_path / "b", tmp_path / "r").workspace
    add(restored, 500)

    made = back_up(restored, tmp_path / "b")

    assert made.findings == ()
    assert len(list((tmp_path / "b" / "snapshots").iterdir())) == 2


def test_two_backups_at_once_are_one_and_a_refusal(workspace: Workspace, tmp_path: Path) -> None:
    with place.only_one(workspace), pytest.raises(BackupRunning, match="Another backup"):
        back_up(workspace, tmp_path / "b")

    (tmp_path / "b").mkdir()
    with place.only_here(tmp_path / "b"), pytest.raises(BackupRunning, match="Another backup"):
        back_up(workspace, tmp_path / "b")

    assert back_up(workspace, tmp_path / "b").findings == ()


def test_a_disk_without_room_is_said_before_anything_is_written(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractors.host.room", lambda _folder: (1_000_000, 10**9, None))

    with pytest.raises(NotEnoughRoom, match="MB free"):
        back_up(workspace, tmp_path / "b")

    assert not (tmp_path / "b").exists()


def test_a_dry_run_says_how_much_and_writes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in files_below(workspace.root)}

    made = backup(workspace, tmp_path / "b", Choice(dry_run=True), actor="test")

    assert made.to_copy > 1000
    assert not (tmp_path / "b").exists()
    assert {path: path.read_bytes() for path in files_below(workspace.root)} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_refused_by_the_system(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "b").mkdir(mode=0o500)

    with pytest.raises(PermissionError):
        back_up(workspace, tmp_path / "b")


# -- what stays --------------------------------------------------------------------------------


@pytest.mark.parametrize("encrypt", [False, True])
def test_only_the_newest_snapshots_stay_and_nothing_foreign_goes(
    workspace: Workspace, tmp_path: Path, encrypt: bool
) -> None:
    back_up(workspace, tmp_path / "b", encrypt=encrypt)
    (tmp_path / "b" / "snapshots" / "my notes").mkdir()
    names = []
    for number in range(100, 103):
        add(workspace, number)
        made = back_up(workspace, tmp_path / "b", encrypt=encrypt, keep=2)
        assert made.manifest
        names.append(made.manifest.name)

    there = {path.name.split(".")[0] for path in (tmp_path / "b" / "snapshots").iterdir()}
    assert there == {"my notes", *names[-2:]}
    for name in names[-2:]:
        assert bring_back(tmp_path / "b", tmp_path / name, at=name).findings == []


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "2026-11-22_080000"),
        (["2026-11-22_075959"], "2026-11-22_080000"),
        (["2026-11-22_080000"], "2026-11-22_080000-002"),
        (["2026-11-22_080000-009"], "2026-11-22_080000-010"),
        (["2027-01-01_000000"], "2027-01-01_000000-002"),
    ],
)
def test_a_snapshots_name_comes_after_all_before_whatever_the_clock_says(
    taken: list[str], expected: str
) -> None:
    moment = datetime(2026, 11, 22, 8, tzinfo=UTC)

    name = snapshot_name(moment, taken)

    assert name == expected
    assert SNAPSHOT_NAME.fullmatch(name)
    assert all(name > each for each in taken)


def test_pruning_an_encrypted_backup_removes_contents_nobody_needs(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b", encrypt=True)
    waiting = drop(workspace, "big.json.part", os.urandom(300_000))
    back_up(workspace, tmp_path / "b", encrypt=True)
    large = [p for p in files_below(tmp_path / "b" / "objects") if p.stat().st_size > 300_000]
    waiting.unlink()

    back_up(workspace, tmp_path / "b", encrypt=True, keep=1)

    assert len([path for path in large if path.exists()]) < len(large)
    assert bring_back(tmp_path / "b", tmp_path / "r").findings == []


def test_a_backup_stands_in_the_audit_trail_and_in_what_status_knows(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = back_up(workspace, tmp_path / "b")

    assert made.manifest
    with reading(workspace.engine) as connection:
        rows = connection.execute(
            select(schema.audit.c.action, schema.audit.c.object).order_by(schema.audit.c.seq.desc())
        ).first()
    assert rows
    assert tuple(rows) == ("backup.make", f"backup:{made.manifest.name}")
    assert last(workspace).snapshot == made.manifest.name


def test_an_empty_workspace_can_be_backed_up_too(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")

    made = back_up(workspace, tmp_path / "b")

    assert made.findings == ()
    assert_restored(bring_back(tmp_path / "b", tmp_path / "r").workspace.root, set())


def test_private_keys_are_copied_only_when_encrypted_or_asked_for(
    workspace: Workspace, tmp_path: Path
) -> None:
    (workspace.root / "keys").mkdir()
    (workspace.root / "keys" / "seal.key").write_bytes(b"secret")

    back_up(workspace, tmp_path / "plain")
    backup(workspace, tmp_path / "asked", Choice(with_key=True), actor="test")
    back_up(workspace, tmp_path / "sealed", encrypt=True)

    for name, there in (("plain", False), ("asked", True), ("sealed", True)):
        bring_back(tmp_path / name, tmp_path / f"r-{name}")
        assert (tmp_path / f"r-{name}" / "keys" / "seal.key").is_file() is there


def test_papers_that_are_filed_twice_do_not_make_two_contents(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    drop(workspace, "a.json", contract(1))
    drop(workspace, "b.json", contract(1))
    take_in(workspace)

    back_up(workspace, tmp_path / "b", encrypt=True)

    assert bring_back(tmp_path / "b", tmp_path / "r").papers == 1
