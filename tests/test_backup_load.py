"""T12: a backup while another process files papers, restored, started and verified to the last."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from archive.backup.drill import drill
from archive.workspace import Workspace
from tests.archive_double import drop, new_workspace, take_in
from tests.archive_invariants import assert_valid_ocfl
from tests.backup_double import (
    PASSPHRASE,
    assert_restored,
    back_up,
    bring_back,
    contract,
    filed_digests,
)


class Writer:
    """The other process; `filed` are the digests it has said are filed."""

    def __init__(self, workspace: Workspace) -> None:
        command = [sys.executable, "-m", "tests.backup_writer", str(workspace.root), "100000"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, cwd=Path(__file__).parent.parent,
        )  # fmt: skip
        self.filed: list[str] = []

    def wait_for(self, more: int) -> set[str]:
        """Read on until it has filed `more` papers; return all it has filed."""
        assert self._process.stdout
        for _number in range(more):
            line = self._process.stdout.readline()
            assert line, "the writer ended by itself"
            self.filed.append(line.strip())
        return set(self.filed)

    def stop(self) -> set[str]:
        """Let it finish what it is at; return all it has filed."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self.filed += self._process.stdout.read().split()
        assert self._process.wait() == 0
        return set(self.filed)


def filled(root: Path, count: int) -> Workspace:
    workspace = new_workspace(root)
    for number in range(count):
        drop(workspace, f"{number:06d}.json", contract(number, number % 3))
    take_in(workspace)
    return workspace


@pytest.mark.parametrize(
    ("papers", "encrypt"),
    [(60, False), pytest.param(300, True, marks=pytest.mark.slow),
     pytest.param(2000, False, marks=pytest.mark.slow)],
)  # fmt: skip
def test_a_backup_under_write_load_comes_back_with_all_that_was_filed_before_it(
    tmp_path: Path, papers: int, encrypt: bool
) -> None:
    workspace = filled(tmp_path / "w", papers)
    before = filed_digests(workspace)
    workspace.engine.dispose()
    writer = Writer(workspace)
    try:
        certain = before | writer.wait_for(6)
        made = back_up(workspace, tmp_path / "b", encrypt=encrypt)
        still = writer.wait_for(4)
        again = back_up(workspace, tmp_path / "b", encrypt=encrypt)
    finally:
        everything = before | writer.stop()

    assert [each for each in (*made.findings, *again.findings) if each.is_alarming] == []
    assert made.manifest
    first = bring_back(tmp_path / "b", tmp_path / "first", at=made.manifest.name)
    second = bring_back(tmp_path / "b", tmp_path / "second")
    assert first.findings == second.findings == []
    assert certain <= filed_digests(first.workspace) <= everything
    assert certain | still <= filed_digests(second.workspace) <= everything
    assert_restored(tmp_path / "second", filed_digests(second.workspace))
    assert_valid_ocfl(workspace.archive)
    outcome = drill(workspace, tmp_path / "b", secret=lambda: PASSPHRASE, actor="test")
    assert outcome.passed, outcome.text()
    assert outcome.papers + outcome.filed_since == len(everything)
