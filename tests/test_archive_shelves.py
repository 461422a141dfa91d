"""Where paper originals stand: places with history, boxes, lists of places, and the rebuild."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from archive import borrowing, catalogue, events, shelf_list, shelves, versions
from archive.database import reading, writing
from archive.events import NewEvent
from archive.rebuild import rebuild
from archive.shelf_list import ListRefused, Plan
from archive.shelves import Place, PlaceRefused, Shelf, box_set, put, stated
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in

AT = "2026-01-01T00:00:00.000000Z"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = new_workspace(tmp_path / "w")
    for number, identity in enumerate(IDS, start=1):
        name = f"户主{'甲乙丙'[number - 1]}"
        data = paper(borrower=name, id_number=identity, contract_no=f"HT-{number}")
        drop(workspace, f"{number}.json", data)
        take_in(workspace)
    return workspace


def noted(workspace: Workspace, *new: NewEvent) -> None:
    with writing(workspace.engine) as connection:
        events.note(connection, new, at=AT, actor="li")


def lent(document_id: str) -> list[NewEvent]:
    """A slip for one paper, asked for and handed out."""
    asked = {
        "slip": "S-1", "reader": "张审计", "unit": "审计部", "purpose": "检查", "way": "taken",
        "papers": [document_id], "originals": [], "whole_file": False, "by": "li",
        "due_on": "2026-01-11",
    }  # fmt: skip
    out = {"slip": "S-1", "by": "li"}
    day = date(2026, 1, 1)
    return [
        NewEvent(kind=kind, household_id=1, effective_on=day, detail=detail)
        for kind, detail in ((borrowing.ASKED, asked), (borrowing.OUT, out))
    ]


def shelf_of(workspace: Workspace, household_id: int) -> Shelf:
    with reading(workspace.engine) as connection:
        return shelves.of_household(connection, household_id)


def planned(workspace: Workspace, path: Path) -> Plan:
    with reading(workspace.engine) as connection:
        return shelf_list.plan(connection, path)


def paper_id(workspace: Workspace, household_id: int) -> str:
    with reading(workspace.engine) as connection:
        return catalogue.papers_of(connection, household_id)[0].id


def test_a_file_stands_where_it_was_put_last_and_remembers_where_it_stood(
    workspace: Workspace,
) -> None:
    noted(workspace, put(1, Place(room="一号库", cabinet="3")))
    noted(workspace, put(1, Place(room="二号库", cabinet="1", shelf="2")))

    found = shelf_of(workspace, 1)
    assert found.place == Place(room="二号库", cabinet="1", shelf="2")
    assert [each.place.text for each in found.history if each.place] == [
        "一号库 / 3", "二号库 / 1 / 2",
    ]  # fmt: skip
    assert shelf_of(workspace, 2) == Shelf()


def test_what_is_taken_away_stands_nowhere(workspace: Workspace) -> None:
    noted(workspace, put(1, Place(room="一号库")), put(1, None))

    assert shelf_of(workspace, 1).place is None


def test_a_certificate_may_stand_elsewhere_than_its_file(workspace: Workspace) -> None:
    document_id = paper_id(workspace, 1)
    noted(
        workspace,
        put(1, Place(room="档案室")),
        put(1, Place(room="金库"), document_id),
        stated(1, document_id, "original"),
        *lent(document_id),
    )

    with reading(workspace.engine) as connection:
        listed = catalogue.of_household(connection, workspace, 1)
    assert listed.location == "档案室"
    [entry] = listed.entries
    assert (entry.original, entry.location, entry.is_lent) == ("original", "金库", True)


def test_moving_a_box_moves_all_that_stands_in_it(workspace: Workspace) -> None:
    noted(workspace, box_set("B-7", Place(room="一号库"), 400))
    noted(workspace, put(1, Place(box="B-7")), put(2, Place(box="B-7")))
    noted(workspace, box_set("B-7", Place(room="二号库", cabinet="9")))

    assert shelf_of(workspace, 1).place == Place(room="二号库", cabinet="9", box="B-7")
    with reading(workspace.engine) as connection:
        standing = shelves.standing(connection)
        [box] = shelves.boxes(connection).values()
    assert [each.household.id for each in shelves.contents_of(standing, "B-7")] == [1, 2]
    assert [each.household.id for each in standing if each.place is None] == [3]
    assert box.capacity_pages == 400


def test_a_file_keeps_its_own_area_in_a_box_that_is_in_none(workspace: Workspace) -> None:
    noted(workspace, box_set("B-7", Place(room="一号库")))
    noted(workspace, put(1, Place(area="城关", box="B-7")))
    assert shelf_of(workspace, 1).place == Place(area="城关", room="一号库", box="B-7")

    noted(workspace, box_set("B-7", Place(area="抵押", room="一号库")))
    assert shelf_of(workspace, 1).place == Place(area="抵押", room="一号库", box="B-7")


def test_a_box_says_by_how_much_it_is_too_full(workspace: Workspace) -> None:
    noted(workspace, box_set("B-7", Place(room="一号库"), 1))
    noted(workspace, put(1, Place(box="B-7")), put(2, Place(box="B-7")))

    with reading(workspace.engine) as connection:
        standing = shelves.standing(connection)
        assert shelves.overfull(standing, shelves.boxes(connection)["B-7"]) == 1


def test_places_come_back_from_the_archive_alone(workspace: Workspace) -> None:
    noted(workspace, box_set("B-7", Place(room="一号库"), 400), put(1, Place(box="B-7")))
    versions.keep(workspace)
    before = shelf_of(workspace, 1)
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()

    again = open_workspace(workspace.root)
    rebuild(again, lambda *_counts: None)

    assert shelf_of(again, 1) == before
    assert before.place == Place(room="一号库", box="B-7")


@pytest.mark.parametrize(
    "parts", [{"room": "a/b"}, {"room": "x" * 41}, {"room": "a\u202eb"}, {"attic": "1"}]
)
def test_a_place_that_cannot_be_printed_is_refused(parts: dict[str, str]) -> None:
    with pytest.raises(PlaceRefused):
        shelves.place_of(parts)


def test_a_list_of_places_says_what_is_wrong_row_by_row(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "places.csv"
    file.write_text(
        "户号,库房,柜号,件号,原件\n"
        "000001,一号库,3,,\n"
        "9,一号库,3,,\n"
        "2,一号/库,3,,\n"
        "1,二号库,4,,\n"
        "2,,,77,原件\n"
        "3,,,1,原件\n"
        "3,,,,原件\n",
        encoding="gb18030",
    )

    plan = planned(workspace, file)

    assert [each.row for each in plan.errors] == [3, 4, 5, 6, 8]
    assert [(each.household_id, each.kind) for each in plan.events] == [
        (1, shelves.SET), (3, shelves.ORIGINAL),
    ]  # fmt: skip


def test_the_same_list_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    sheet.append(["household", "room", "box"])
    sheet.append([1, "一号库", "B-1"])
    book.save(tmp_path / "places.xlsx")
    first = planned(workspace, tmp_path / "places.xlsx")
    noted(workspace, *first.events)

    again = planned(workspace, tmp_path / "places.xlsx")

    assert len(first.events) == 1
    assert (again.events, again.unchanged) == ((), 1)


@pytest.mark.parametrize(
    "data",
    [b"", b"a,b\n1,2\n", b"\xff\xfe\x00\x81", b"PK\x03\x04rubbish", b"household,household\n"],
)
def test_what_is_no_list_of_places_is_refused(
    workspace: Workspace, tmp_path: Path, data: bytes
) -> None:
    (tmp_path / "x").write_bytes(data)

    with pytest.raises(ListRefused):
        planned(workspace, tmp_path / "x")
