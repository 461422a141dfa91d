"""A paper filed with the wrong household goes to the right one, and both places tell of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive import documents, faults, moving, ocfl, recovery
from archive.clock import system_clock
from archive.corrections import NotPossible
from archive.database import reading
from archive.documents import FiledDocument
from archive.history import history
from archive.store import Store
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_valid_ocfl
from tests.test_archive_corrections import assert_rebuilt_the_same, rows, stopping_at

WANG = {"borrower": "王小明", "id_number": IDS[0]}
ZHAO = {"borrower": "赵四", "id_number": IDS[1]}
VISIT = paper("inspection_report", **WANG, inspect_date="2024-06-20")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two households with a contract each; a visit lies with the first."""
    made = new_workspace(tmp_path / "w")
    for number, who in enumerate((WANG, ZHAO), 1):
        drop(made, f"{number}.json", paper(**who, contract_no=f"HT-{number}"))
        take_in(made)
    drop(made, "v.json", VISIT)
    take_in(made)
    return made


def of(workspace: Workspace, household_id: int | None) -> list[FiledDocument]:
    with reading(workspace.engine) as connection:
        return documents.documents_of(connection, household_id)


def the_visit(workspace: Workspace) -> FiledDocument:
    [visit] = [each for each in of(workspace, 1) if each.doc_type == "inspection_report"]
    return visit


def move(workspace: Workspace, filed: FiledDocument, to: int | None) -> FiledDocument:
    return moving.move(workspace, filed, to, why="not his", actor="li")


def test_a_moved_paper_is_the_other_households_and_keeps_its_id(workspace: Workspace) -> None:
    visit = the_visit(workspace)

    moved = move(workspace, visit, 2)

    assert (moved.id, moved.household_id) == (visit.id, 2)
    assert documents.paper(workspace, moved).read_bytes() == VISIT
    assert ocfl.household_object(2) == moved.object_id
    assert visit.id not in [each.id for each in of(workspace, 1)]
    with reading(workspace.engine) as connection:
        assert documents.changes_since(connection, 0)[-1].what == "moved"
    assert_rebuilt_the_same(workspace)


def test_the_old_place_says_where_it_went_and_keeps_every_byte(workspace: Workspace) -> None:
    visit = the_visit(workspace)
    store = Store(workspace.archive, workspace.staging)
    bytes_before = documents.paper(workspace, visit)

    moved = move(workspace, visit, 2)

    old = store.inventory(visit.object_id)
    gone = store.path(visit.object_id, f"moved/{visit.item_no:04d}.json")
    came = store.path(moved.object_id, f"beside/{moved.item_no:04d}/moved.json")
    assert not [path for path in old.state if path.startswith(f"papers/{visit.item_no:04d}")]
    assert bytes_before.read_bytes() == VISIT
    assert json.loads(gone.read_bytes())["object"] == moved.object_id
    assert json.loads(came.read_bytes())["object"] == visit.object_id
    assert json.loads(came.read_bytes())["why"] == "not his"


def test_history_goes_back_through_every_place_it_was(workspace: Workspace) -> None:
    there = move(workspace, the_visit(workspace), 2)
    back = move(workspace, there, 1)

    told = [(entry.what, entry.object_id) for entry in history(workspace, back)]

    first, second = ocfl.household_object(1), ocfl.household_object(2)
    assert told == [("filed", first), ("moved", second), ("moved", first)]
    assert_rebuilt_the_same(workspace)


def test_an_item_number_is_not_given_again(workspace: Workspace) -> None:
    visit = the_visit(workspace)
    move(workspace, visit, 2)

    drop(workspace, "w.json", paper("iou", **WANG, contract_no="HT-1"))
    take_in(workspace)

    assert visit.item_no not in [each.item_no for each in of(workspace, 1)]


def test_a_paper_of_a_household_may_be_the_departments(workspace: Workspace) -> None:
    moved = move(workspace, the_visit(workspace), None)

    assert moved.household_id is None
    assert [each.id for each in of(workspace, None)] == [moved.id]
    assert_rebuilt_the_same(workspace)


def test_a_scan_takes_its_papers_along_and_a_part_alone_stays_with_the_scan(
    workspace: Workspace,
) -> None:
    drop(workspace, "s.json", scan_of(paper("iou", **WANG, iou_no="J-1"), VISIT))
    take_in(workspace)
    [scan] = [each for each in of(workspace, 1) if each.doc_type == "scan_of_papers"]
    parts = [each for each in of(workspace, 1) if each.part_of == scan.id]

    part = move(workspace, parts[0], 2)
    assert (part.household_id, part.object_id) == (2, scan.object_id)
    move(workspace, scan, 2)

    moved = [each for each in of(workspace, 2) if each.part_of == scan.id]
    assert [each.id for each in moved] == [each.id for each in parts]
    assert {each.object_id for each in moved} == {ocfl.household_object(2)}
    assert_rebuilt_the_same(workspace)


def test_a_paper_that_is_there_already_is_not_moved(workspace: Workspace) -> None:
    with pytest.raises(NotPossible):
        move(workspace, the_visit(workspace), 1)


@pytest.mark.parametrize("visit", [1, 2])
@pytest.mark.parametrize(
    "point", ["filing.intent", "filing.staged", "filing.placed", "filing.sidecar"]
)
def test_a_move_that_was_interrupted_is_finished_or_never_was(
    workspace: Workspace, point: str, visit: int
) -> None:
    paper_before, bytes_before = the_visit(workspace), VISIT
    faults.arm(stopping_at(point, visit))
    try:
        with pytest.raises(OSError, match="stopped"):
            move(workspace, paper_before, 2)
    finally:
        faults.arm(None)
    recovery.recover(workspace, system_clock)

    began = visit == 2 or point in ("filing.placed", "filing.sidecar")
    with reading(workspace.engine) as connection:
        now = documents.document(connection, paper_before.id)
    assert now.household_id == (2 if began else 1)
    assert documents.paper(workspace, now).read_bytes() == bytes_before
    old = Store(workspace.archive, workspace.staging).inventory(paper_before.object_id)
    assert (f"moved/{paper_before.item_no:04d}.json" in old.state) == began
    before = rows(workspace)
    recovery.recover(workspace, system_clock)
    assert rows(workspace) == before
    assert_valid_ocfl(workspace.archive)
    assert_rebuilt_the_same(workspace)


def test_a_paper_that_both_places_name_is_rebuilt_where_it_went(workspace: Workspace) -> None:
    visit = the_visit(workspace)
    faults.arm(stopping_at("filing.intent", 2))
    try:
        with pytest.raises(OSError, match="stopped"):
            move(workspace, visit, 2)
    finally:
        faults.arm(None)

    assert_rebuilt_the_same(workspace)

    assert visit.id in [each.id for each in of(workspace, 2)]
