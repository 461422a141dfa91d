"""A plain backup holds no private key: the drill of a sealed archive passes all the same."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

import cli
from tests.archive_double import IDS, drop, new_workspace, paper, take_in


def test_the_drill_of_a_plain_backup_does_not_ask_for_the_key(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    drop(workspace, "1.json", paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1"))
    take_in(workspace)

    def run(*words: str) -> Result:
        return CliRunner().invoke(cli.hudang, ["-w", str(workspace.root), *words])

    assert run("seal").exit_code == 0
    assert run("backup", str(tmp_path / "b")).exit_code == 0

    done = run("backup", "drill", str(tmp_path / "b"))

    assert done.exit_code == 0, done.output
    assert not list((tmp_path / "b").rglob("seal.key"))
