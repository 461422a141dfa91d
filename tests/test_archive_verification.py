"""Verification: a whole archive gives no finding, and every damage is found where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.findings import WORDS
from archive.workspace import Workspace, open_workspace
from tests import tampering
from tests.sealed_workspace import (
    kept_files,
    missed_flips,
    sealed_workspace,
    verified,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that is only copied."""
    root = tmp_path_factory.mktemp("whole") / "w"
    sealed_workspace(root).engine.dispose()
    return root


@pytest.fixture
def workspace(whole: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(whole, tmp_path / "w")
    return open_workspace(tmp_path / "w")


def test_a_whole_archive_gives_no_finding(workspace: Workspace) -> None:
    report = verified(workspace)

    assert report.findings == ()
    assert report.complete
    assert report.read == report.objects == 3


# -- bit rot ----------------------------------------------------------------------------------


def test_every_flipped_bit_is_found_in_its_place(workspace: Workspace) -> None:
    missed = missed_flips(workspace, 60, seed=1)

    assert missed == []
    assert verified(workspace).findings == ()


def test_every_kept_file_that_is_gone_is_missed(workspace: Workspace) -> None:
    for path in kept_files(workspace):
        aside = path.rename(workspace.root / "aside")
        report = verified(workspace, rows=False)
        aside.rename(path)

        # A held paper goes by its row, an audit file by the first row it lacks.
        row = {workspace.pending: f"intake_item/{path.stem}", workspace.audit: "audit/1"}
        place = row.get(path.parent, path.relative_to(workspace.root).as_posix())
        assert place in [each.where for each in report.findings]


# -- insiders ---------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(3))
def test_an_edited_paper_is_found(workspace: Workspace, seed: int) -> None:
    tampering.assert_edited_paper_is_found(workspace, seed)


@pytest.mark.parametrize("seed", range(12))
def test_an_edited_row_is_found(workspace: Workspace, seed: int) -> None:
    tampering.assert_edited_row_is_found(workspace, seed)


@pytest.mark.parametrize("seed", range(3))
def test_rewritten_history_agrees_with_itself_but_not_with_the_seal(
    workspace: Workspace, seed: int
) -> None:
    tampering.assert_only_the_seal_tells(workspace, seed)


def test_everything_that_can_be_found_has_words() -> None:
    assert all(len(words) == 2 and all(words) for words in WORDS.values())
