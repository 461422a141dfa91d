"""The index over a real archive: what was filed is found by what is on it."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from archive import database, documents, filing, fsio, households
from archive.documents import FiledDocument
from archive.households import NewHousehold, Person
from archive.settings import Settings
from archive.store import Store
from archive.workspace import Workspace, create_workspace
from extractors.content import Content, Line, Page, Word
from extractors.reading import FieldValue, Money, Reading, Value
from indexer.gather import ArchiveSource
from indexer.index import open_index

ID_NUMBER = "110101199001011237"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return create_workspace(tmp_path / "work", Settings())


def file_paper(
    workspace: Workspace,
    household: int | None,
    text: str,
    doc_type: str | None = "loan_contract",
    **fields: Value,
) -> FiledDocument:
    reading = Reading(
        doc_type=doc_type,
        language="zh",
        pages=1,
        ocr=False,
        fields={
            name: (FieldValue(value=value, text=str(value)),) for name, value in fields.items()
        },
    )
    lines = tuple(Line((Word(line),)) for line in text.split("\n"))
    content = Content((Page(1, 595.0, 842.0, lines),), "text/plain")
    staged = workspace.staging / f"{hashlib.sha256(text.encode()).hexdigest()}.txt"
    fsio.write_durably(staged, text.encode())
    paper = filing.Paper(
        staged=staged,
        sha256=fsio.sha256_of(staged),
        size_bytes=staged.stat().st_size,
        media_type="text/plain",
        name="scan.txt",
        name_raw=b"scan.txt",
        reading=reading,
        content=content,
    )
    (filed,) = filing.file_papers(workspace, household, [paper], actor="test")
    return filed


def open_household(workspace: Workspace) -> int:
    new = NewHousehold(
        borrower=Person(role="borrower", name="单小丽", id_number=ID_NUMBER),
        others=(Person(role="spouse", name="尉迟强"),),
        village="东王村",
        manager="周明",
    )
    with database.writing(workspace.engine) as connection:
        (number,) = households.open_households(connection, [new], opened_by="person:test")
    return number


def test_a_filed_contract_is_found_by_everything_on_it(workspace: Workspace) -> None:
    filed = file_paper(
        workspace,
        open_household(workspace),
        f"借款合同\n借款人：单小丽 {ID_NUMBER}",
        borrower="单小丽",
        guarantor="王大海",
        contract_no="（2024）农信借字第001号",
        amount=Money(Decimal("50000.00"), "CNY"),
        sign_date=date(2024, 3, 5),
        end_date=date(2026, 3, 4),
        classification="次级",
    )
    index = open_index(workspace)

    assert index.catch_up() == 1

    for typed in (
        "单小丽",
        "尉迟",
        "yuchi",
        "sxl",
        "party:王大海",
        "contract:2024农信借字第001",
        "amount:5万",
        "due:2026-03",
        "class:substandard",
        "village:东王",
        "manager:周明",
        "id:19900101",
        "type:loan_contract",
        "type:借款合同",
        "type:préstamo",
        f"household:{filed.household_id}",
    ):
        assert [hit.document_id for hit in index.search(typed).hits] == [filed.id], typed
    (hit,) = index.search(ID_NUMBER).hits
    assert ID_NUMBER not in str(hit.to_json())
    assert hit.household == f"{filed.household_id:06d}"


def test_what_is_filed_later_is_caught_up_with(workspace: Workspace) -> None:
    index = open_index(workspace)
    file_paper(workspace, None, "第一份文件", doc_type=None)
    assert index.catch_up() == 1

    file_paper(workspace, None, "第二份文件", doc_type=None)

    assert index.catch_up() == 1
    assert index.catch_up() == 0
    assert index.search("文件").total == 2


def test_a_paper_whose_stored_text_is_damaged_is_still_found_by_its_records(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    filed = file_paper(workspace, open_household(workspace), "借款合同", contract_no="HT-2024-0117")
    stored = Store(workspace.archive, workspace.staging).path(filed.object_id, filed.reading_path)
    stored.chmod(0o644)
    stored.write_bytes(b"{")
    index = open_index(workspace)

    assert index.catch_up() == 1

    assert index.search("单小丽").total == 1
    assert index.search("HT20240117").total == 1
    assert filed.id in caplog.text
    assert "单小丽" not in caplog.text


def test_a_change_of_a_paper_that_is_gone_is_passed_over(workspace: Workspace) -> None:
    assert list(ArchiveSource(workspace).gather(["no such paper"])) == []


def test_the_archives_feed_is_the_indexs_feed(workspace: Workspace) -> None:
    filed = file_paper(workspace, None, "一份文件", doc_type=None)
    source = ArchiveSource(workspace)

    (change,) = source.changes_since(0, 10)

    assert (change.document_id, source.newest()) == (filed.id, change.seq)
    with database.reading(workspace.engine) as connection:
        assert documents.newest_change(connection) == change.seq


def test_the_other_engine_can_be_chosen_and_back_again(workspace: Workspace) -> None:
    filed = file_paper(workspace, open_household(workspace), "借款合同", borrower="单小丽")

    for engine in ("tantivy", "whoosh", "tantivy"):
        index = open_index(workspace, engine)
        assert index.catch_up() == 1
        assert [hit.document_id for hit in index.search("sxl").hits] == [filed.id]
        assert len([path for path in workspace.index.iterdir() if path.is_dir()]) == 1
