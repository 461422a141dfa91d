"""`hudang draft KIND --all`: print files on the desk, filed once, found again by number."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive import documents, drafts
from archive.database import reading
from archive.settings import OfficeSettings, Settings
from archive.store import Store
from archive.workspace import Workspace, create_workspace, open_workspace
from benchmarks.invented_ledger import fill
from cli import exit_codes
from cli import hudang as program
from commands.desk import ENVIRONMENT
from ledger.book import Book
from templates import pdf
from templates.batch.run import BatchChanged
from tests.templates_reading import text_of, with_text

MONTH = ("--month", "2026-02", "--as-of", "2025-12-31", "--known-on", "2026-01-05")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with an invented ledger in which seven notices are due; copied for each test."""
    root = tmp_path_factory.mktemp("filled") / "w"
    office = OfficeSettings(institution="某某县农村信用合作联社", language="zh")
    workspace = create_workspace(root, Settings(office=office))
    fill(workspace, 300)
    workspace.engine.dispose()
    return root


@pytest.fixture
def workspace(filled: Path, tmp_path: Path) -> Workspace:
    shutil.copytree(filled, tmp_path / "w")
    return open_workspace(tmp_path / "w")


def hudang(workspace: Workspace, *arguments: str) -> Result:
    return CliRunner().invoke(program, ["-w", str(workspace.root), "draft", *arguments])


def batch_of(workspace: Workspace, *more: str) -> dict[str, Any]:
    result = hudang(workspace, "maturity-letter", "--all", *MONTH, "--json", *more)
    assert result.exit_code == 0, result.output
    said: dict[str, Any] = json.loads(result.stdout)
    return said


def test_a_letter_for_every_borrower_stands_in_the_print_files(workspace: Workspace) -> None:
    said = batch_of(workspace, "--per-file", "3")

    listed = [
        json.loads(line)
        for file in said["files"]
        for line in Path(file["list"]).read_text("utf-8").splitlines()[1:]
    ]
    words = "".join(text_of(Path(file["path"]).read_bytes()) for file in said["files"])
    assert len(listed) == said["notices"] > 3
    assert len(said["files"]) == -(-said["notices"] // 3)
    for line in listed:
        assert all(number in words for number in line["loans"])
        assert line["household"] in words


def test_the_print_files_are_filed_once_with_their_lists(workspace: Workspace) -> None:
    first = batch_of(workspace)
    second = batch_of(workspace)

    assert second == first
    store = Store(workspace.archive, workspace.staging)
    (document,) = [file["document_id"] for file in first["files"]]
    with reading(workspace.engine) as connection:
        paper = documents.document(connection, document)
    beside = f"beside/{paper.item_no:04d}/notices.jsonl"
    inventory = store.inventory(paper.object_id)
    kept = store.folder(paper.object_id) / inventory.content_path(beside)
    assert kept.read_bytes() == Path(first["files"][0]["list"]).read_bytes()
    assert paper.household_id is None


def test_a_notice_is_found_by_its_number(workspace: Workspace) -> None:
    said = batch_of(workspace)
    lines = Path(said["files"][0]["list"]).read_text("utf-8").splitlines()
    last = json.loads(lines[-1])

    drafts.catch_up(workspace)

    with reading(workspace.engine) as connection:
        found = drafts.of_number(connection, last["number"])
    assert found is not None
    assert found.household_id == int(last["household"])
    assert (found.kind, found.signed_type) == ("maturity-letter", "due_notice")
    assert found.known_on == date(2026, 1, 5)


def test_a_batch_may_be_of_one_manager(workspace: Workspace) -> None:
    whole = batch_of(workspace)["notices"]
    due = Book.of(workspace).at(date(2025, 12, 31)).open_loans
    manager = next(one.manager for one in due if str(one.due_on).startswith("2026-02"))

    of_one = batch_of(workspace, "--manager", str(manager))

    assert 0 < of_one["notices"] < whole


def test_a_departments_own_template_prints_the_batch(workspace: Workspace) -> None:
    shipped = Path(pdf.__file__).parent / "word" / "zh" / "maturity-letter.docx"
    own = workspace.own_templates / "zh" / "maturity-letter.docx"
    own.parent.mkdir(parents=True)
    own.write_bytes(with_text(shipped.read_bytes(), "提示函", "温馨提示函"))

    said = batch_of(workspace, "--separate")

    file = Path(said["files"][0]["path"])
    assert text_of(file.read_bytes()).count("温馨提示函") >= said["notices"]
    assert len(list(file.with_suffix("").iterdir())) == said["notices"]


def test_without_libreoffice_the_print_files_are_there_and_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "converter", lambda: None)

    result = hudang(workspace, "maturity-letter", "--all", *MONTH, "--json", "--pdf")

    assert isinstance(result.exception, pdf.NoConverter)
    assert exit_codes()[pdf.NoConverter] == ENVIRONMENT
    said = json.loads(result.stdout)
    assert Path(said["files"][0]["path"]).exists()


def test_a_changed_template_is_told_before_it_is_mixed(workspace: Workspace) -> None:
    folder = Path(batch_of(workspace)["folder"])
    noted = folder / "batch.jsonl"
    begun = noted.read_bytes().splitlines(keepends=True)[0]
    noted.write_bytes(begun.replace(b'"template": "', b'"template": "0'))

    result = hudang(workspace, "maturity-letter", "--all", *MONTH)

    assert isinstance(result.exception, BatchChanged)
    assert "--afresh" in str(result.exception)
