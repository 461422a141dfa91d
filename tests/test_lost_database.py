"""A database that was deleted: no command puts an empty one in its place; rebuild makes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from archive.database import DatabaseUnusable
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = new_workspace(tmp_path / "w")
    drop(made, "1.json", paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1"))
    take_in(made)
    return made


def lose_database(workspace: Workspace) -> None:
    workspace.engine.dispose()
    for file in workspace.root.glob("hudang.db*"):
        file.unlink()


@pytest.mark.parametrize("words", [("household", "show", "1"), ("status",), ("verify",)])
def test_no_look_makes_an_empty_database(workspace: Workspace, words: tuple[str, ...]) -> None:
    lose_database(workspace)

    done = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), *words])

    assert isinstance(done.exception, DatabaseUnusable)
    assert "hudang rebuild" in str(done.exception)
    assert not workspace.database.exists()


def test_rebuild_after_such_a_look_leaves_nothing_to_find(workspace: Workspace) -> None:
    before = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "household", "show", "1"])
    lose_database(workspace)
    CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "household", "show", "1"])

    for words, code in ((("rebuild",), 0), (("verify",), 0)):
        done = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), *words])
        assert done.exit_code == code, done.output

    after = CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), "household", "show", "1"])
    assert after.output == before.output
