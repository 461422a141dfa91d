"""T14 in full: a thousand flipped bits, and fifty times each of three insiders."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.workspace import Workspace, open_workspace
from tests import tampering
from tests.sealed_workspace import missed_flips, sealed_workspace, verified

pytestmark = pytest.mark.slow


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


@pytest.mark.parametrize("seed", range(100, 110))
def test_a_thousand_flipped_bits_are_found_in_their_places(workspace: Workspace, seed: int) -> None:
    missed = missed_flips(workspace, 100, seed)

    assert missed == []
    assert verified(workspace).findings == ()


@pytest.mark.parametrize("seed", range(100, 150))
@pytest.mark.parametrize(
    "insider",
    [
        tampering.assert_edited_paper_is_found,
        tampering.assert_edited_row_is_found,
        tampering.assert_only_the_seal_tells,
    ],
)
def test_each_insider_is_told(
    workspace: Workspace, insider: Callable[[Workspace, int], None], seed: int
) -> None:
    insider(workspace, seed)
