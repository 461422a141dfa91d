"""Many files at once: one that is damaged or refused spoils nothing for the others."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from archive import faults, fsio
from tests.archive_invariants import assert_valid_ocfl
from tests.backup_double import add, back_up, bring_back, flip_bit, objects_in, with_papers
from tests.test_archive_crashes import at_visit


def test_a_damaged_file_holds_up_its_own_object_only(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    damaged, *others = objects_in(workspace.archive)
    flip_bit(next(iter(sorted(damaged.rglob("papers/*.*")))))

    made = back_up(workspace, tmp_path / "b")

    assert {each.code for each in made.findings} == {"source_damaged"}
    mirror = tmp_path / "b" / "archive"
    assert_valid_ocfl(mirror)
    kept = {each.relative_to(mirror) for each in objects_in(mirror)}
    assert {each.relative_to(workspace.archive) for each in others} <= kept


def test_new_versions_of_several_objects_come_with_one_backup(tmp_path: Path) -> None:
    workspace = with_papers(tmp_path / "w")
    back_up(workspace, tmp_path / "b")
    add(workspace, 100, 101)

    made = back_up(workspace, tmp_path / "b")

    assert made.findings == ()
    assert_valid_ocfl(tmp_path / "b" / "archive")
    assert bring_back(tmp_path / "b", tmp_path / "r").papers == 8


@pytest.mark.parametrize("visit", [1, 70, 150])
def test_a_sync_that_is_refused_behind_the_writing_is_told(tmp_path: Path, visit: int) -> None:
    def refuse() -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    files = ((f"{number}", [b"data"]) for number in range(150))
    faults.arm(at_visit("fsio.sync", visit, refuse))
    try:
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            fsio.write_streams(tmp_path / "folder", files)
    finally:
        faults.arm(None)
