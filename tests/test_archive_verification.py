"""Verification: a whole archive gives no finding, and every damage is found where it is."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from archive.findings import WORDS
from archive.workspace import Workspace, open_workspace
from tests import insiders
from tests.sealed_workspace import (
    codes,
    found_at,
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
    missed = missed_flips(workspace, 110, seed=1)

    assert missed == []
    assert verified(workspace).findings == ()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 11))
def test_a_thousand_flipped_bits_are_found_in_their_places(workspace: Workspace, seed: int) -> None:
    missed = missed_flips(workspace, 100, seed)

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

FEW = [pytest.param(seed) for seed in range(8)]
MANY = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(8, 50)]


@pytest.mark.parametrize("seed", FEW + MANY)
def test_an_edited_paper_is_found(workspace: Workspace, seed: int) -> None:
    path = insiders.edit_file(workspace, random.Random(seed))

    report = verified(workspace)

    assert [each.code for each in found_at(report, workspace, path)] == ["content_changed"]


@pytest.mark.parametrize("seed", FEW + MANY)
def test_an_edited_row_is_found(workspace: Workspace, seed: int) -> None:
    row = insiders.edit_row(workspace, random.Random(seed))

    report = verified(workspace)

    assert row in [each.where for each in report.findings]


@pytest.mark.parametrize("seed", FEW[:4] + MANY)
def test_rewritten_history_agrees_with_itself_but_not_with_the_seal(
    workspace: Workspace, seed: int
) -> None:
    path = insiders.rewrite_history(workspace, random.Random(seed))

    report = verified(workspace)

    assert codes(report) >= {"seal_object", "seal_audit"}
    assert all(code.startswith("seal_") for code in codes(report))
    objects = [each.where for each in report.findings if each.code == "seal_object"]
    [household] = {where.split("/v")[0] for where in objects}
    assert path.as_posix().startswith((workspace.root / household).as_posix())


def test_everything_that_can_be_found_has_words() -> None:
    assert all(len(words) == 2 and all(words) for words in WORDS.values())
