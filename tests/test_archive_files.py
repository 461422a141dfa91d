"""What the archive keeps on disk: whole objects, no personal data in names, views for people."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text, update

from archive import (
    audit,
    browse,
    documents,
    events,
    fsio,
    households,
    items,
    ocfl,
    record,
    schema,
    versions,
)
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.filing import file_made, normal_number
from archive.households import NewHousehold, Person
from archive.rebuild import DatabaseNotEmpty, rebuild
from archive.store import ArchiveDamaged, Store
from archive.villages import village_in
from archive.workspace import NotAWorkspace, Workspace, WorkspaceExists, create_workspace
from archive.workspace import open_workspace as opened
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import assert_valid_ocfl, assert_whole

CONTRACT = paper(
    borrower="王小明",
    spouse="李红",
    id_number=IDS[0],
    contract_no="HT-1",
    sign_date="2024-03-01",
    guarantee_method="抵押",
    borrower_address="青禾县柳河乡石桥村三组",
)

WORKBOOK_ONLY = NewHousehold(
    borrower=Person(role="borrower", name="丁四", uscc="91110000000000000X"), village="新集村"
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_workspace(tmp_path / "w")
    drop(workspace, "王小明身份证110101199003070134.json", CONTRACT)
    take_in(workspace)
    return workspace


def papers(workspace: Workspace) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return documents.documents_of(connection, 1)


def test_paths_of_the_archive_carry_no_names_and_no_numbers(workspace: Workspace) -> None:
    paths = "\n".join(str(path) for path in workspace.archive.rglob("*"))

    assert "王小明" not in paths
    assert IDS[0] not in paths
    assert "0001_" in paths


def test_the_log_and_the_object_names_do_not_give_the_person_away(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        rows = connection.execute(text("select object, detail from audit")).all()

    assert rows
    assert not [row for row in rows if "王小明" in str(row) or IDS[0] in str(row)]


def test_the_record_holds_the_rows_of_the_household(workspace: Workspace) -> None:
    store = Store(workspace.archive, workspace.staging)
    data = store.path(ocfl.household_object(1), record.PATH).read_bytes()

    kept = json.loads(data)
    [row] = record.documents(data)
    assert [person["name"] for person in kept["people"]] == ["王小明", "李红"]
    assert row["id"] == papers(workspace)[0].id
    assert row["dated_on"] == date(2024, 3, 1)


def test_a_flipped_bit_in_an_inventory_is_noticed_and_named(workspace: Workspace) -> None:
    store = Store(workspace.archive, workspace.staging)
    inventory = store.folder(ocfl.household_object(1)) / ocfl.INVENTORY
    damaged = bytearray(inventory.read_bytes())
    damaged[40] ^= 1
    inventory.write_bytes(damaged)

    with pytest.raises(ArchiveDamaged, match=r"inventory\.json"):
        documents.paper(workspace, papers(workspace)[0])


def test_a_made_document_is_filed_once_with_what_stands_beside_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    made = tmp_path / "总结.txt"
    made.write_text("年度总结", encoding="utf-8")

    first = file_made(
        workspace, made, doc_type="annual_summary", actor="t", beside={"provenance.json": b"{}"}
    )
    second = file_made(workspace, made, doc_type="annual_summary", actor="t")

    assert first == second
    assert first.household_id is None
    store = Store(workspace.archive, workspace.staging)
    assert store.path(first.object_id, "beside/0001/provenance.json").read_bytes() == b"{}"
    assert documents.content(workspace, first).text.strip() == "年度总结"
    assert_valid_ocfl(workspace.archive)


def test_the_same_derived_bytes_twice_leave_no_stray_file_in_the_object(
    workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        made = tmp_path / f"{name}.txt"
        made.write_text(name, encoding="utf-8")
        beside = {"one.json": b"{}", "two.json": b"{}"}
        file_made(workspace, made, doc_type="work_plan", actor="t", beside=beside)

    assert_valid_ocfl(workspace.archive)


def test_people_find_the_contract_by_village_and_name_in_browse(workspace: Workspace) -> None:
    browse.refresh(workspace, [1])

    [found] = workspace.browse.glob("石桥村/王小明_000001/2_*/0001_*2024-03-01*")
    assert found.read_bytes() == CONTRACT
    assert IDS[0] not in str(found)


def test_browse_can_be_thrown_away_and_made_again(workspace: Workspace) -> None:
    browse.catch_up(workspace)
    before = sorted(str(p.relative_to(workspace.browse)) for p in workspace.browse.rglob("*"))
    fsio.discard(workspace.browse)
    steps = []

    made = browse.rebuild(workspace, lambda done, total: steps.append((done, total)))

    after = sorted(str(p.relative_to(workspace.browse)) for p in workspace.browse.rglob("*"))
    assert (made, steps, after) == (1, [(1, 2), (2, 2)], before)


@given(st.text())
def test_names_in_browse_are_safe_on_every_system(name: str) -> None:
    safe = browse.safe_name(name)

    assert safe
    assert not set(safe) & set('\\/:*?"<>|')
    assert safe == safe.strip(" .")
    assert safe.isprintable()


def test_the_archive_number_follows_the_pattern_of_the_settings(workspace: Workspace) -> None:
    number = documents.archive_number(workspace, papers(workspace)[0])

    assert number == "0001-XD·2024-D10-00001-001"


def test_an_edited_audit_row_breaks_the_chain_at_its_number(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        for verb in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER audit_no_{verb}"))
        connection.execute(
            update(schema.audit).where(schema.audit.c.seq == 1).values(actor="somebody else")
        )

    with reading(workspace.engine) as connection:
        assert audit.breaks(connection)[0] == 1


def test_the_database_itself_refuses_to_change_the_audit_trail(workspace: Workspace) -> None:
    with pytest.raises(Exception, match="insert-only"), writing(workspace.engine) as connection:
        connection.execute(update(schema.audit).values(actor="somebody else"))


def test_a_folder_without_settings_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspace, match="hudang init"):
        opened(tmp_path)


def test_a_workspace_is_not_made_over_other_peoples_files(tmp_path: Path) -> None:
    (tmp_path / "precious.docx").write_text("mine")
    chosen = new_workspace(tmp_path / "w").settings

    with pytest.raises(WorkspaceExists, match="not empty"):
        create_workspace(tmp_path, chosen)


@given(st.text(alphabet="农信借字（）()〔〕[]第0123号 abc", max_size=20))
def test_normal_numbers_are_normal_already(printed: str) -> None:
    once = normal_number(printed)

    assert normal_number(once) == once
    assert not set(once) & set("（）〔〕[] ")


@pytest.mark.parametrize(
    ("address", "village"),
    [
        ("青禾县柳河乡石桥村三组12号", "石桥村"),
        ("河南省信阳市平桥区明港镇 新集村", "新集村"),
        ("朝阳街道幸福社区3号楼", "幸福社区"),
        ("Av. Los Incas 120, Cusco", None),
        ("县城关镇人民路5号", None),
    ],
)
def test_the_village_is_what_stands_before_cun(address: str, village: str | None) -> None:
    assert village_in(address) == village


# Tables whose rows a rebuild does not bring back, and why.
NOT_BROUGHT_BACK = {
    # The feed of what was filed begins anew: whoever follows it is told to begin anew too.
    "document_change",
    # What waits or is held comes in again from inbox/ and pending/; what was filed is `document`.
    "intake_item",
    # Versions being placed and erasures under way: there are none while nobody does either.
    "filing",
    "erasure",
    # Made again from the papers themselves by archive.rescans.
    "document_sketch",
    "document_bucket",
    "likely_copy",
    # … and by archive.drafts.
    "draft",
    "draft_followed",
    # Comes from the seals and the audit files before a rebuild (archive.seals.making).
    "audit",
}


def rows_of(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows that a rebuild must bring back, of every table but those above."""
    with reading(workspace.engine) as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in schema.metadata.tables.items()
            if name not in NOT_BROUGHT_BACK
        }


def test_after_a_rebuild_the_feed_names_every_paper_once(workspace: Workspace) -> None:
    drop(workspace, "i.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1"))
    take_in(workspace)
    filed = {each.id for each in papers(workspace)}

    again = without_its_database(workspace)
    rebuild(again, lambda _done, _total: None)

    with reading(again.engine) as connection:
        told = [each.document_id for each in documents.changes_since(connection, 0, 100)]
    assert (sorted(told), len(filed)) == (sorted(filed), 2)


def without_its_database(workspace: Workspace) -> Workspace:
    """Lose the database; return the workspace with an empty one."""
    workspace.engine.dispose()
    for file in workspace.root.glob("hudang.db*"):
        file.unlink()
    return opened(workspace.root)


@pytest.mark.parametrize("logical", ["record.json", "events/v0001.jsonl"])
def test_a_rebuild_believes_no_record_that_was_edited(workspace: Workspace, logical: str) -> None:
    store = Store(workspace.archive, workspace.staging)
    path = store.path(ocfl.household_object(1), logical)
    path.write_bytes(path.read_bytes().replace("石桥".encode(), "石村".encode()))

    again = without_its_database(workspace)
    with pytest.raises(ArchiveDamaged, match=path.name):
        rebuild(again, lambda _done, _total: None)

    with reading(again.engine) as connection:
        assert not connection.execute(select(schema.household)).all()


def test_events_that_bear_one_number_are_all_brought_back(workspace: Workspace) -> None:
    """A database restored from an older day gave numbers again that objects held already."""
    store = Store(workspace.archive, workspace.staging)
    [first] = events.parse_segment(
        store.path(ocfl.household_object(1), events.segment_path(1)).read_bytes()
    )
    other = replace(first, id="01later", kind="note.made", household_id=None, detail={})
    at = "2026-01-01T00:00:00.000000Z"
    with versions.writing_lock(workspace):
        changes = versions.Changes(message="t", events=[other])
        base = versions.department_base(store, 2026)
        versions.write(workspace, store, base, changes, at=at, actor="t")

    again = without_its_database(workspace)
    rebuild(again, lambda _done, _total: None)

    with reading(again.engine) as connection:
        found = events.of_kinds(connection, [first.kind, "note.made"])
    assert sorted(each.id for each in found) == sorted([first.id, other.id])
    assert len({each.seq for each in found}) == 2


def test_the_database_comes_back_row_for_row_from_the_archive_alone(tmp_path: Path) -> None:
    """The third member of the group has no paper of his own, and so no object."""
    workspace = new_workspace(tmp_path / "w")
    joint = paper(
        borrower="甲一|乙二|丙三",
        id_number="|".join((*IDS[1:], "110101196003070030")),
        guarantee_method="联保",
        contract_no="LB-1",
    )
    iou = paper("iou", borrower="乙二", id_number=IDS[2], iou_no="JJ-7")
    arriving = {"a.json": CONTRACT, "b.json": joint, "c.json": iou, "again.json": iou}
    for name, data in arriving.items():
        drop(workspace, name, data)
        take_in(workspace).keep_events()
    with writing(workspace.engine) as connection:
        assert households.complete(connection, 1, manager="吴新", source="person:t")
        numbers = households.open_households(connection, [WORKBOOK_ONLY], opened_by="workbook:x")
    versions.keep(workspace)
    assert numbers == [5]
    before = rows_of(workspace)

    again = without_its_database(workspace)
    made = rebuild(again, lambda _done, _total: None)

    assert made == 3
    assert rows_of(again) == before
    assert len(before["duplicate"]) == 1


def test_held_papers_are_held_again_after_the_database_was_lost(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    data = paper("iou", borrower="无名", iou_no="JJ-9")
    drop(workspace, "借据 扫描.json", data)
    take_in(workspace)

    again = without_its_database(workspace)
    rebuild(again, lambda _done, _total: None)
    take_in(again)

    assert_whole(again, [data])
    with reading(again.engine) as connection:
        (held,) = items.in_states(connection, items.PENDING)
    assert held.display_name == "借据 扫描.json"


def test_a_rebuild_does_not_mix_with_rows_that_are_there(workspace: Workspace) -> None:
    with pytest.raises(DatabaseNotEmpty):
        rebuild(workspace, lambda _done, _total: None)
