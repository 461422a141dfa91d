"""T1 for backup and restore: stopped at every named point, the next run finishes the work."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from pathlib import Path
from typing import Any

import pytest

from archive import faults
from archive.backup.place import NotABackup
from archive.workspace import Workspace, open_workspace
from tests.archive_invariants import assert_valid_ocfl, files_below
from tests.backup_double import (
    add,
    assert_restored,
    back_up,
    bring_back,
    filed_digests,
    held_digests,
    with_papers,
)
from tests.test_archive_crashes import at_visit, die, in_child


def later(value: int) -> Any:
    """Mark a value that only the long run tries."""
    return pytest.param(value, marks=pytest.mark.slow)


EVERYWHERE = ("fsio.write", "fsio.sync", "fsio.place", "fsio.inventory")
BACKUP = sorted({*faults.BACKUP_POINTS, *EVERYWHERE})
RESTORE = sorted({*faults.RESTORE_POINTS, *EVERYWHERE} - {"fsio.inventory"})


@pytest.fixture(scope="module")
def made_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with first backups of both kinds, and papers and versions that are not in it."""
    root = tmp_path_factory.mktemp("made")
    workspace = with_papers(root / "w")
    for encrypt in (False, True):
        back_up(workspace, root / f"b-{encrypt}", encrypt=encrypt)
    add(workspace, 100)
    add(workspace, 101)
    workspace.engine.dispose()
    return root


def prepared(tmp_path: Path, made_before: Path, *, encrypt: bool) -> Workspace:
    """Return a copy of that workspace in `w`, with its backup in `b`."""
    shutil.copytree(made_before / "w", tmp_path / "w")
    shutil.copytree(made_before / f"b-{encrypt}", tmp_path / "b")
    return open_workspace(tmp_path / "w")


def assert_last_good(tmp_path: Path) -> None:
    """Assert that after the crash the earlier snapshot still comes back."""
    restored = bring_back(tmp_path / "b", tmp_path / "before")
    assert [each for each in restored.findings if each.is_alarming] == []


@pytest.mark.parametrize("visit", [1, later(3)])
@pytest.mark.parametrize("encrypt", [False, True])
@pytest.mark.parametrize("point", BACKUP)
def test_a_backup_killed_at_any_point_leaves_the_last_one_and_the_next_is_whole(
    tmp_path: Path, made_before: Path, point: str, encrypt: bool, visit: int
) -> None:
    workspace = prepared(tmp_path, made_before, encrypt=encrypt)
    workspace.engine.dispose()

    def work() -> None:
        faults.arm(at_visit(point, visit, die))
        back_up(open_workspace(tmp_path / "w"), tmp_path / "b", encrypt=encrypt, keep=1)

    ended = in_child(work)

    rare = point == "fsio.inventory" and encrypt
    assert ended == signal.SIGKILL or visit > 1 or rare, f"{point} is never reached"
    assert_last_good(tmp_path)
    if not encrypt:
        assert_valid_ocfl(tmp_path / "b" / "archive")
    made = back_up(workspace, tmp_path / "b", encrypt=encrypt, keep=1)
    assert made.findings == ()
    bring_back(tmp_path / "b", tmp_path / "r")
    assert_restored(tmp_path / "r", filed_digests(workspace), held_digests(workspace))
    if not encrypt:
        assert_valid_ocfl(tmp_path / "b" / "archive")
    assert not (tmp_path / "b" / ".partial").exists()


@pytest.mark.parametrize("visit", [1, later(2), later(4)])
@pytest.mark.parametrize("point", ["fsio.write", "fsio.place", "backup.staged", "backup.listed"])
def test_a_first_backup_killed_is_begun_again(tmp_path: Path, point: str, visit: int) -> None:
    workspace = with_papers(tmp_path / "w")
    workspace.engine.dispose()

    def work() -> None:
        faults.arm(at_visit(point, visit, die))
        back_up(open_workspace(tmp_path / "w"), tmp_path / "b")

    ended = in_child(work)

    assert ended == signal.SIGKILL or visit > 1, f"{point} is never reached"
    assert back_up(workspace, tmp_path / "b").findings == ()
    assert bring_back(tmp_path / "b", tmp_path / "r").findings == []


@pytest.mark.parametrize("code", [later(errno.EIO), errno.ENOSPC, later(errno.EROFS)])
@pytest.mark.parametrize("encrypt", [False, True])
@pytest.mark.parametrize("point", [*EVERYWHERE[:3], "backup.staged", "backup.placed"])
def test_a_disk_that_refuses_ends_the_backup_and_the_next_is_whole(
    tmp_path: Path, made_before: Path, point: str, encrypt: bool, code: int
) -> None:
    workspace = prepared(tmp_path, made_before, encrypt=encrypt)

    def refuse() -> None:
        raise OSError(code, os.strerror(code))

    faults.arm(at_visit(point, 2 if point in EVERYWHERE else 1, refuse))
    try:
        with pytest.raises(OSError, match=os.strerror(code)):
            back_up(workspace, tmp_path / "b", encrypt=encrypt)
    finally:
        faults.arm(None)

    assert_last_good(tmp_path)
    assert back_up(workspace, tmp_path / "b", encrypt=encrypt).findings == ()
    bring_back(tmp_path / "b", tmp_path / "r")
    assert_restored(tmp_path / "r", filed_digests(workspace))


@pytest.mark.parametrize("visit", [1, later(2), later(5)])
@pytest.mark.parametrize("encrypt", [False, True])
@pytest.mark.parametrize("point", RESTORE)
def test_a_restore_killed_at_any_point_is_finished_by_the_same_command(
    tmp_path: Path, made_before: Path, point: str, encrypt: bool, visit: int
) -> None:
    workspace = prepared(tmp_path, made_before, encrypt=encrypt)
    back_up(workspace, tmp_path / "b", encrypt=encrypt)
    before = {path: path.read_bytes() for path in files_below(tmp_path / "b")}

    def work() -> None:
        faults.arm(at_visit(point, visit, die))
        bring_back(tmp_path / "b", tmp_path / "r")

    ended = in_child(work)

    assert ended == signal.SIGKILL or visit > 1, f"{point} is never reached"
    if ended == signal.SIGKILL:
        # A half-restored folder is not taken for a workspace.
        assert not (tmp_path / "r" / "hudang.toml").exists()
        assert bring_back(tmp_path / "b", tmp_path / "r").findings == []
    assert_restored(tmp_path / "r", filed_digests(workspace), held_digests(workspace))
    assert {path: path.read_bytes() for path in files_below(tmp_path / "b")} == before


def test_a_disk_that_fills_up_ends_the_restore_and_it_can_be_finished(
    tmp_path: Path, made_before: Path
) -> None:
    workspace = prepared(tmp_path, made_before, encrypt=False)
    back_up(workspace, tmp_path / "b")

    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    faults.arm(at_visit("fsio.write", 20, full))
    try:
        with pytest.raises(OSError, match="space"):
            bring_back(tmp_path / "b", tmp_path / "r")
    finally:
        faults.arm(None)

    assert bring_back(tmp_path / "b", tmp_path / "r").findings == []
    assert_restored(tmp_path / "r", filed_digests(workspace))


def test_a_folder_that_is_no_backup_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotABackup, match="is not a backup"):
        bring_back(tmp_path, tmp_path / "r")
