"""Scans of several papers: filed with their parts when all is sure, else held for a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from archive import browse, documents, items, pending, schema
from archive.database import reading
from archive.documents import FiledDocument
from archive.items import Item
from archive.pending import DecisionRefused
from archive.rebuild import rebuild
from archive.recovery import prune_done
from archive.workspace import Workspace, open_workspace
from indexer.gather import ArchiveSource
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_whole

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")
NOTE = paper("iou", borrower="王小明", iou_no="JJ-1", contract_no="HT-1")
REPORT = paper("inspection_report", borrower="王小明", inspect_date="2024-06-01")
SCAN = scan_of(CONTRACT, NOTE, REPORT)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def filed(workspace: Workspace, household_id: int = 1) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return sorted(documents.documents_of(connection, household_id), key=lambda d: d.item_no)


def held(workspace: Workspace) -> Item:
    with reading(workspace.engine) as connection:
        [item] = items.in_states(connection, ("held",))
    return item


def take(workspace: Workspace, data: bytes, name: str = "scan.json") -> None:
    drop(workspace, name, data)
    take_in(workspace)


def test_a_sure_scan_is_filed_whole_with_a_row_for_each_paper(workspace: Workspace) -> None:
    take(workspace, SCAN)

    scan, *parts = filed(workspace)
    assert (scan.doc_type, scan.part_of, scan.page_count) == ("scan_of_papers", None, 3)
    assert [(p.doc_type, p.part_pages) for p in parts] == [
        ("loan_contract", "1"), ("iou", "2"), ("inspection_report", "3"),
    ]  # fmt: skip
    assert {p.part_of for p in parts} == {scan.id}
    assert_whole(workspace, [SCAN])


def test_the_scan_is_kept_once_and_its_papers_open_it(workspace: Workspace) -> None:
    take(workspace, SCAN)

    kept = {documents.paper(workspace, each) for each in filed(workspace)}
    assert len(kept) == 1
    assert kept.pop().read_bytes() == SCAN


def test_each_part_has_its_own_reading_text_and_category(workspace: Workspace) -> None:
    take(workspace, SCAN)

    note = filed(workspace)[2]
    said, content = documents.reading_and_content(workspace, note)
    assert (said.doc_type, [page.number for page in content.pages]) == ("iou", [2])
    assert (note.category, note.item_no) == (2, 3)


def test_the_same_scan_again_is_a_duplicate(workspace: Workspace) -> None:
    take(workspace, SCAN)
    take(workspace, SCAN, "again.json")

    assert len(filed(workspace)) == 4
    assert_whole(workspace, [SCAN, SCAN])


def test_a_scan_of_a_known_household_follows_its_surest_paper(workspace: Workspace) -> None:
    take(workspace, CONTRACT, "contract.json")

    take(workspace, scan_of(NOTE, REPORT))

    assert [each.doc_type for each in filed(workspace)] == [
        "loan_contract", "scan_of_papers", "iou", "inspection_report",
    ]  # fmt: skip


def test_a_proposed_split_is_held_and_filed_when_a_person_accepts_it(workspace: Workspace) -> None:
    take(workspace, scan_of(CONTRACT, NOTE, confidence=0.8))
    item = held(workspace)
    assert item.reason == "split_unsure"

    pending.split(workspace, item, None, actor="officer")
    number = pending.open_for(workspace, item, actor="officer")
    pending.file_held(workspace, item, number, actor="officer")

    assert [each.doc_type for each in filed(workspace)] == [
        "scan_of_papers", "loan_contract", "iou",
    ]  # fmt: skip
    assert_whole(workspace, [scan_of(CONTRACT, NOTE, confidence=0.8)])


def test_a_proposed_split_is_not_filed_before_it_is_decided(workspace: Workspace) -> None:
    take(workspace, CONTRACT, "contract.json")
    take(workspace, scan_of(NOTE, REPORT, confidence=0.8))

    with pytest.raises(DecisionRefused, match="review split"):
        pending.file_held(workspace, held(workspace), 1, actor="officer")


def test_a_scan_that_is_one_paper_is_filed_as_one(workspace: Workspace) -> None:
    take(workspace, CONTRACT, "contract.json")
    take(workspace, scan_of(NOTE, REPORT, confidence=0.8))

    pending.split(workspace, held(workspace), [(1, 2)], actor="officer")

    assert pending.held_reading(workspace, held(workspace))[0].parts == ()


def test_pages_that_are_not_all_named_once_are_refused(workspace: Workspace) -> None:
    take(workspace, scan_of(CONTRACT, NOTE, confidence=0.8))

    with pytest.raises(DecisionRefused, match="2 pages"):
        pending.split(workspace, held(workspace), [(1,)], actor="officer")


def test_accepting_where_nothing_is_proposed_is_refused(workspace: Workspace) -> None:
    take(workspace, paper("iou", borrower="何人"))

    with pytest.raises(DecisionRefused, match="--pages"):
        pending.split(workspace, held(workspace), None, actor="officer")


def test_the_decision_on_a_split_is_in_the_audit_trail(workspace: Workspace) -> None:
    take(workspace, scan_of(CONTRACT, NOTE, confidence=0.8))

    pending.split(workspace, held(workspace), None, actor="officer")

    with reading(workspace.engine) as connection:
        trail = schema.audit
        entries = connection.execute(select(trail).where(trail.c.action == "item.split")).all()
    assert [(row.actor, row.detail) for row in entries] == [("officer", {"parts": ["1", "2"]})]


def test_papers_of_two_households_are_held(workspace: Workspace) -> None:
    other = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")

    take(workspace, scan_of(CONTRACT, other))

    assert held(workspace).reason == "several_households"


def test_a_paper_that_names_a_stranger_holds_the_scan(workspace: Workspace) -> None:
    take(workspace, scan_of(CONTRACT, paper("inspection_report", borrower="陌生人")))

    assert held(workspace).reason == "several_households"


def test_a_paper_with_something_to_settle_holds_the_scan(workspace: Workspace) -> None:
    wrong = paper("iou", borrower="王小明", contract_no="HT-1", problems="amount_words_mismatch")

    take(workspace, scan_of(CONTRACT, wrong))

    item = held(workspace)
    assert (item.reason, item.reason_detail["problems"]) == (
        "needs_review", ["amount_words_mismatch"],
    )  # fmt: skip


def test_a_scan_without_its_contract_is_filed_when_the_contract_comes(
    workspace: Workspace,
) -> None:
    take(workspace, scan_of(NOTE, REPORT))
    assert held(workspace).reason == "household_unknown"

    take(workspace, CONTRACT, "contract.json")

    assert [each.doc_type for each in filed(workspace)] == [
        "loan_contract", "scan_of_papers", "iou", "inspection_report",
    ]  # fmt: skip


def test_papers_of_two_households_go_to_their_files_as_a_person_says(
    workspace: Workspace,
) -> None:
    other = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
    take(workspace, CONTRACT, "one.json")
    take(workspace, other, "two.json")
    both = scan_of(NOTE, paper("iou", borrower="李秀英", contract_no="HT-2", iou_no="JJ-2"))
    take(workspace, both)

    pending.file_held(workspace, held(workspace), 1, part_households=(1, 2), actor="officer")

    assert [each.doc_type for each in filed(workspace, 2)] == ["loan_contract", "iou"]
    theirs = filed(workspace, 2)[-1]
    assert documents.paper(workspace, theirs).read_bytes() == both
    assert "iou" in [each.doc_type for each in filed(workspace, 1)]


def test_a_rebuilt_database_has_the_same_parts(workspace: Workspace) -> None:
    other = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
    take(workspace, SCAN)
    take(workspace, other, "two.json")
    both = scan_of(NOTE.replace(b"JJ-1", b"JJ-9"), paper("iou", borrower="李秀英", iou_no="JJ-2"))
    take(workspace, both)
    pending.file_held(workspace, held(workspace), 1, part_households=(1, 2), actor="officer")
    before = filed(workspace, 1) + filed(workspace, 2)
    workspace.engine.dispose()
    workspace.database.unlink()

    again = open_workspace(workspace.root)
    rebuild(again, lambda _done, _all: None)

    assert filed(again, 1) + filed(again, 2) == before


def test_the_index_gives_the_text_to_the_papers_and_not_to_the_scan(workspace: Workspace) -> None:
    take(workspace, SCAN)

    found = list(ArchiveSource(workspace).gather([each.id for each in filed(workspace)]))

    assert [(each.doc_type, len(each.pages)) for each in found] == [
        ("scan_of_papers", 0), ("loan_contract", 1), ("iou", 1), ("inspection_report", 1),
    ]  # fmt: skip


def test_browse_shows_each_paper_under_its_own_name_and_class(workspace: Workspace) -> None:
    take(workspace, SCAN)

    browse.refresh(workspace, [1])

    names = sorted(path.name for path in workspace.browse.rglob("*.txt") if path.name[0] == "0")
    assert names == [
        "0001_Scan-of-several-papers.txt",
        "0002_Loan contract_2024-03-01_p1.txt",
        "0003_Promissory note_p2.txt",
        "0004_Inspection report_2024-06-01_p3.txt",
    ]


def test_the_original_leaves_the_inbox_when_the_scan_is_kept(workspace: Workspace) -> None:
    take(workspace, SCAN)

    prune_done(workspace, datetime.now(UTC) + timedelta(days=60))

    assert not [path for path in workspace.done.rglob("*") if path.is_file()]
