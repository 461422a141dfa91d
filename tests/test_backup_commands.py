"""The commands of backups: what they print, how they end, and what `hudang status` reminds of."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive import documents
from archive.backup.state import safety_now
from archive.database import reading
from archive.workspace import Workspace
from cli import exit_codes, hudang
from tests.backup_double import PASSPHRASE, a_paper_in, back_up, flip_bit, with_papers


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return with_papers(tmp_path / "w")


def run(workspace: Workspace, *words: str | Path) -> Result:
    arguments = ["-w", str(workspace.root), *map(str, words)]
    return CliRunner().invoke(hudang, arguments)


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return file


def test_a_folder_alone_is_enough_to_make_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    done = run(workspace, "backup", tmp_path / "b")

    assert done.exit_code == 0, done.output
    assert "6 papers of 3 household files" in done.stdout
    assert list((tmp_path / "b" / "snapshots").iterdir())


def test_an_encrypted_backup_is_made_listed_and_restored_with_the_passphrase(
    workspace: Workspace, tmp_path: Path, passphrase: Path
) -> None:
    secret = ("--passphrase-file", passphrase)

    made = run(workspace, "backup", tmp_path / "b", "--encrypt", *secret)
    listed = run(workspace, "backup", "list", tmp_path / "b", "--json", *secret)
    restored = run(workspace, "restore", tmp_path / "b", tmp_path / "r", "--json", *secret)

    assert [made.exit_code, listed.exit_code, restored.exit_code] == [0, 0, 0]
    assert "recovery-sheet" in made.stderr
    assert json.loads(listed.stdout)["snapshots"][0]["papers"] == 6
    assert json.loads(restored.stdout)["papers"] == 6
    assert (tmp_path / "r" / "browse" / "README.txt").is_file()


def test_a_backup_can_be_listed_and_restored_where_there_is_no_workspace(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(workspace, tmp_path / "b")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")

    listed = CliRunner().invoke(hudang, ["backup", "list", str(tmp_path / "b")])
    restored = CliRunner().invoke(hudang, ["restore", str(tmp_path / "b"), "r"])

    assert (listed.exit_code, restored.exit_code) == (0, 0)
    assert (tmp_path / "elsewhere" / "r" / "hudang.toml").is_file()


def test_a_drill_prints_and_files_its_report(workspace: Workspace, tmp_path: Path) -> None:
    back_up(workspace, tmp_path / "b")

    done = run(workspace, "backup", "drill", tmp_path / "b", "--json")

    assert done.exit_code == 0, done.output
    said = json.loads(done.stdout)
    assert said["passed"]
    with reading(workspace.engine) as connection:
        filed = documents.document(connection, said["document_id"])
    assert (filed.doc_type, filed.household_id) == ("restore_drill", None)
    assert "passed" in documents.paper(workspace, filed).read_text(encoding="utf-8")


def test_a_drill_that_fails_names_the_file_and_ends_with_findings(
    workspace: Workspace, tmp_path: Path
) -> None:
    back_up(workspace, tmp_path / "b")
    damaged = a_paper_in(tmp_path / "b" / "archive")
    flip_bit(damaged)

    done = run(workspace, "backup", "drill", tmp_path / "b")

    assert done.exit_code == 1
    assert damaged.name in done.stderr
    assert "NOT PASSED" in done.stdout


def test_the_recovery_sheet_holds_the_code_and_no_passphrase(
    workspace: Workspace, tmp_path: Path, passphrase: Path
) -> None:
    made = back_up(workspace, tmp_path / "b", encrypt=True)

    done = run(
        workspace, "backup", "recovery-sheet", tmp_path / "b", "--passphrase-file", passphrase
    )

    assert done.exit_code == 0
    assert "".join(made.recovery_code.split("-")) in "".join(done.stdout.split())
    assert PASSPHRASE not in done.output


def test_refusals_have_their_exit_codes() -> None:
    from archive.backup import make, place, reader, sealing

    codes = exit_codes()

    assert codes[sealing.WrongPassphrase] == codes[place.BackupRefused] == 2
    assert codes[make.NotEnoughRoom] == codes[place.BackupRunning] == 4
    assert codes[reader.SnapshotDamaged] == 3


def test_status_reminds_of_what_is_due_and_of_what_went_wrong(
    workspace: Workspace, tmp_path: Path
) -> None:
    now = datetime.now(UTC)
    assert "A backup is due" in run(workspace, "status").stderr

    back_up(workspace, tmp_path / "b")
    assert "A restore drill is due" in run(workspace, "status").stderr

    run(workspace, "backup", "drill", tmp_path / "b")
    assert run(workspace, "status").stderr == ""

    later = safety_now(workspace, now + timedelta(days=8))
    assert [line for line in later.reminders() if "backup is due" in line]
    flip_bit(a_paper_in(tmp_path / "b" / "archive"))
    run(workspace, "backup", "drill", tmp_path / "b")
    assert "did not pass" in run(workspace, "status").stderr
