"""Erasing papers from an object: what goes, what stays, and what a crash leaves."""

from __future__ import annotations

import errno
import json
import os
import signal
from collections.abc import Iterable
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DatabaseError

from archive import (
    audit,
    documents,
    faults,
    fsio,
    households,
    schema,
    tombstones,
    versions,
)
from archive.clock import stamp, system_clock
from archive.database import reading, writing
from archive.disposal import erasing
from archive.disposal.erasing import Act
from archive.documents import FiledDocument, UnknownDocument
from archive.rebuild import rebuild
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace, open_workspace
from extractors import host
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_valid_ocfl, everywhere, files_below, sha256
from tests.test_archive_crashes import at_visit, die, in_child

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2018-03-01")
IOU = paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1", contract_no="HT-1")
NOTICE = paper("collection_notice", borrower="王小明", main_contract_no="HT-1")
SCAN = scan_of(
    paper(borrower="张大年", id_number=IDS[2], contract_no="HT-3"),
    paper("iou", borrower="张大年", iou_no="JJ-3"),
)
OTHER = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "w")


def filled(root: Path) -> Workspace:
    """Two batches, so that objects have versions; the IOU arrived twice."""
    made = new_workspace(root)
    drop(made, "王小明合同.json", CONTRACT)
    drop(made, "other.json", OTHER)
    drop(made, "scan.json", SCAN)
    take_in(made)
    drop(made, "iou.json", IOU)
    drop(made, "iou-again.json", IOU)
    drop(made, "notice.json", NOTICE)
    take_in(made)
    versions.keep(made)
    return made


def filed(workspace: Workspace, household_id: int) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return documents.documents_of(connection, household_id)


def household_of(workspace: Workspace, name: str) -> int:
    with reading(workspace.engine) as connection:
        (found,) = households.find(connection, name)
        return found.id


def the_iou(workspace: Workspace) -> FiledDocument:
    own = filed(workspace, household_of(workspace, "王小明"))
    (found,) = [each for each in own if each.doc_type == "iou"]
    return found


def act(papers: Iterable[FiledDocument], forget: tuple[int, ...] = (), object_id: str = "") -> Act:
    chosen = tuple(papers)
    return Act(
        list_no="XH-2026-0001",
        kind="retention",
        object_id=object_id or chosen[0].object_id,
        households=(1,),
        papers=tuple(each.id for each in chosen),
        forget=forget,
        reason="保管期限届满",
        proposed_by="周管档",
        approved_by=("陈主任", "吴行长"),
        supervisors=("郑监", "冯监"),
        carried_out_by="何办",
    )


def erase(workspace: Workspace, what: Act) -> erasing.Erased:
    with versions.writing_lock(workspace) as store:
        return erasing.erase(workspace, store, what, at=stamp(system_clock()), actor="desk")


def forget(workspace: Workspace, name: str) -> int:
    """Erase every paper of a household, then its names wherever they are kept."""
    number = household_of(workspace, name)
    own = filed(workspace, number)
    erase(workspace, act(own))
    store = Store(workspace.archive, workspace.staging)
    for folder in store.objects():
        said = json.loads((folder / "inventory.json").read_bytes())
        erase(workspace, act([], (number,), said["id"]))
    return number


def test_an_erased_paper_is_nowhere_below_the_workspace(workspace: Workspace) -> None:
    assert sha256(IOU) in everywhere(workspace)
    (iou,) = [
        each
        for each in filed(workspace, household_of(workspace, "王小明"))
        if each.doc_type == "iou"
    ]

    gone = erase(workspace, act([iou]))

    left = everywhere(workspace)
    assert sha256(IOU) in gone.digests
    assert not left & set(gone.digests)
    assert sha256(CONTRACT) in left
    assert_valid_ocfl(workspace.archive)


def test_text_reading_and_names_go_with_the_paper(workspace: Workspace) -> None:
    iou = the_iou(workspace)

    erase(workspace, act([iou]))

    said = b"".join(path.read_bytes() for path in files_below(workspace.archive))
    assert b"JJ-1" not in said
    assert b"iou-again" not in said
    # The database's log is cut too: deleted rows would stay in it.
    assert not [p.name for p in workspace.root.glob("hudang.db*") if b"JJ-1" in p.read_bytes()]


def test_the_object_keeps_its_versions_and_what_was_not_erased(workspace: Workspace) -> None:
    number = household_of(workspace, "王小明")
    contract, iou = (
        next(each for each in filed(workspace, number) if each.doc_type == form)
        for form in ("loan_contract", "iou")
    )
    store = Store(workspace.archive, workspace.staging)
    before = store.inventory(iou.object_id)

    erase(workspace, act([iou]))

    after = store.inventory(iou.object_id)
    assert after.head == before.head + 1
    assert after.notes[: before.head] == before.notes
    assert documents.paper(workspace, contract).read_bytes() == CONTRACT
    for old, new in zip(before.states, after.states, strict=False):
        assert set(new) == set(old) - set(erasing.files_of(before, iou))


def test_a_tombstone_says_what_it_was_and_who_answered_for_it(workspace: Workspace) -> None:
    iou = the_iou(workspace)

    erase(workspace, act([iou]))

    with reading(workspace.engine) as connection:
        stone = tombstones.by_id(connection, iou.id)
        with pytest.raises(UnknownDocument):
            documents.document(connection, iou.id)
    assert stone
    assert stone.sha256 == sha256(IOU)
    assert stone.archive_number == documents.archive_number(workspace, iou)
    store = Store(workspace.archive, workspace.staging)
    said = json.loads(store.path(iou.object_id, stone.tombstone_path).read_bytes())
    assert said["approved_by"] == ["陈主任", "吴行长"]
    assert said["supervisors"] == ["郑监", "冯监"]
    assert "王小明" not in json.dumps(said, ensure_ascii=False)
    assert list(said["inventories_before"]) == ["v1", "v2", "v3"][: len(said["inventories_before"])]


def test_an_item_number_is_never_given_again(workspace: Workspace) -> None:
    number = household_of(workspace, "王小明")
    last = max(filed(workspace, number), key=lambda each: each.item_no)
    erase(workspace, act([last]))

    drop(workspace, "new.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-7"))
    take_in(workspace)

    assert max(each.item_no for each in filed(workspace, number)) == last.item_no + 1
    assert_valid_ocfl(workspace.archive)


def test_a_paper_that_was_erased_can_be_filed_again(workspace: Workspace) -> None:
    iou = the_iou(workspace)
    erase(workspace, act([iou]))

    drop(workspace, "iou.json", IOU)
    take_in(workspace)

    again = the_iou(workspace)
    assert again.id != iou.id
    assert again.sha256 == iou.sha256


def test_a_scan_goes_with_the_papers_it_holds(workspace: Workspace) -> None:
    number = household_of(workspace, "张大年")
    own = filed(workspace, number)
    assert len(own) == 3

    gone = erase(workspace, act(own))

    assert not everywhere(workspace) & set(gone.digests)
    assert filed(workspace, number) == []
    assert_valid_ocfl(workspace.archive)


def test_a_forgotten_household_is_named_nowhere(workspace: Workspace) -> None:
    number = forget(workspace, "王小明")

    told = b"".join(
        path.read_bytes() for path in files_below(workspace.root) if "hudang.toml" not in path.name
    )
    assert "王小明".encode() not in told
    assert IDS[0].encode() not in told
    assert not list(workspace.browse.rglob("*王小明*"))
    with reading(workspace.engine) as connection:
        assert households.household(connection, number).borrower.name == "—"
        assert not audit.breaks(connection)
    # Nobody else was.
    assert "李秀英".encode() in told
    assert_valid_ocfl(workspace.archive)


def rows(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """Return every row that the archive answers for, volatile columns apart."""
    chosen = (
        schema.household, schema.person, schema.document, schema.document_number,
        schema.document_shared, schema.tombstone,
    )  # fmt: skip
    with reading(workspace.engine) as connection:
        found = {
            table.name: sorted(map(tuple, connection.execute(select(table))), key=repr)
            for table in chosen
        }
        event = schema.file_event.c
        kept = connection.execute(select(event.id, event.kind, event.detail)).all()
        return found | {"file_event": sorted(map(tuple, kept), key=repr)}


def test_a_rebuild_after_an_erasure_gives_the_same_rows(workspace: Workspace) -> None:
    forget(workspace, "王小明")
    versions.keep(workspace)
    before = rows(workspace)
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()

    again = open_workspace(workspace.root)
    rebuild(again, lambda _done, _total: None)

    assert rows(again) == before
    assert before["tombstone"]


def test_a_damaged_file_that_would_stay_stops_the_erasure_before_it_begins(
    workspace: Workspace,
) -> None:
    number = household_of(workspace, "王小明")
    contract, iou = (
        next(each for each in filed(workspace, number) if each.doc_type == form)
        for form in ("loan_contract", "iou")
    )
    path = documents.paper(workspace, contract)
    path.chmod(0o644)
    path.write_bytes(b"something else")

    with pytest.raises(ArchiveDamaged):
        erase(workspace, act([iou]))

    with versions.writing_lock(workspace):
        pass
    assert documents.paper(workspace, iou).read_bytes() == IOU
    assert not files_below(workspace.staging)


def test_older_inventories_are_named_for_those_who_look_for_them(workspace: Workspace) -> None:
    iou = the_iou(workspace)
    store = Store(workspace.archive, workspace.staging)
    folder = store.folder(iou.object_id)
    old = fsio.sha256_of(folder / "inventory.json")

    erase(workspace, act([iou]))

    assert old in tombstones.inventories_before(folder)


def start_and_die(root: Path, point: str, visit: int = 1) -> int:
    def work() -> None:
        workspace = open_workspace(root)
        own = filed(workspace, household_of(workspace, "王小明"))
        what = act(each for each in own if each.doc_type == "iou")
        faults.arm(at_visit(point, visit, die))
        erase(workspace, what)

    return in_child(work)


def assert_all_or_nothing(workspace: Workspace) -> bool:
    """After recovery: the paper is whole or gone everywhere. Return whether it is gone."""
    with reading(workspace.engine) as connection:
        assert not connection.execute(select(schema.erasure)).all()
        assert not connection.execute(select(schema.filing)).all()
        assert not audit.breaks(connection)
        stones = connection.scalars(select(schema.tombstone.c.sha256)).all()
    assert not files_below(workspace.staging)
    assert_valid_ocfl(workspace.archive)
    present = everywhere(workspace)
    assert sha256(CONTRACT) in present
    own = filed(workspace, household_of(workspace, "王小明"))
    assert ("iou" in {each.doc_type for each in own}) == (not stones)
    assert (sha256(IOU) in present) == (not stones)
    for each in own:
        assert fsio.sha256_of(documents.paper(workspace, each)) == each.sha256
    return bool(stones)


@pytest.mark.parametrize("point", [*faults.ERASING, "fsio.write", "fsio.sync"])
def test_a_kill_at_any_point_leaves_the_paper_whole_or_gone(tmp_path: Path, point: str) -> None:
    filled(tmp_path / "w").engine.dispose()

    assert start_and_die(tmp_path / "w", point) == signal.SIGKILL

    workspace = open_workspace(tmp_path / "w")
    assert_valid_ocfl(workspace.archive)
    take_in(workspace)
    gone = assert_all_or_nothing(workspace)
    assert gone == (point in faults.ERASING[faults.ERASING.index("erase.exchanged") :])


@pytest.mark.parametrize("code", [pytest.param(errno.EIO, marks=pytest.mark.slow), errno.ENOSPC])
@pytest.mark.parametrize("point", [*faults.ERASING, "fsio.write", "fsio.sync"])
def test_a_disk_that_refuses_leaves_the_paper_whole_or_gone(
    tmp_path: Path, point: str, code: int
) -> None:
    workspace = filled(tmp_path / "w")
    own = filed(workspace, household_of(workspace, "王小明"))

    def refuse() -> None:
        raise OSError(code, os.strerror(code))

    faults.arm(at_visit(point, 1, refuse))
    try:
        with pytest.raises(OSError):
            erase(workspace, act(each for each in own if each.doc_type == "iou"))
    finally:
        faults.arm(None)

    take_in(workspace)
    assert_all_or_nothing(workspace)


@pytest.mark.parametrize("point", ["fsio.aside", "erase.exchanged", "erase.entered"])
def test_where_folders_cannot_change_places_in_one_step_nothing_is_lost_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    monkeypatch.setattr(host, "exchange", lambda _one, _other: False)
    filled(tmp_path / "w").engine.dispose()

    assert start_and_die(tmp_path / "w", point) == signal.SIGKILL

    workspace = open_workspace(tmp_path / "w")
    take_in(workspace)
    assert assert_all_or_nothing(workspace)


def test_recovering_twice_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path / "w").engine.dispose()
    start_and_die(tmp_path / "w", "erase.entered")
    workspace = open_workspace(tmp_path / "w")
    take_in(workspace)
    before = rows(workspace)

    with versions.writing_lock(workspace):
        pass

    assert rows(workspace) == before


def test_every_point_of_erasing_stands_in_the_code() -> None:
    archive = Path(faults.__file__).parent
    code = "".join(path.read_text() for path in archive.rglob("*.py"))

    assert [p for p in faults.ERASING if f'faults.point("{p}")' not in code] == []


def test_the_feed_says_that_the_paper_is_gone(workspace: Workspace) -> None:
    iou = the_iou(workspace)
    with reading(workspace.engine) as connection:
        before = documents.newest_change(connection)

    erase(workspace, act([iou]))

    with reading(workspace.engine) as connection:
        changes = documents.changes_since(connection, before)
    assert [(each.document_id, each.what) for each in changes] == [(iou.id, "destroyed")]


def test_the_log_of_events_refuses_changes_again_afterwards(workspace: Workspace) -> None:
    forget(workspace, "王小明")

    with pytest.raises(DatabaseError, match="insert-only"), writing(workspace.engine) as connection:
        connection.execute(update(schema.file_event).values(kind="other"))
