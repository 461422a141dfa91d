"""Household files: opened in one go with numbers given once, and completed where they are open."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import delete, select

from archive import audit, documents, households, schema
from archive.database import reading, writing
from archive.households import NewHousehold, Person
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def new(n: int, **more: object) -> NewHousehold:
    return NewHousehold(
        borrower=Person(role="borrower", name=f"户{n}", uscc=f"U{n:017d}"),
        others=(Person(role="spouse", name=f"配偶{n}"),),
        **more,  # type: ignore[arg-type]
    )


def test_households_opened_together_have_each_their_people_and_object(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        numbers = households.open_households(
            connection, [new(1, village="石桥村"), new(2)], opened_by="person:t"
        )

    with reading(workspace.engine) as connection:
        found = households.households(connection)
    assert [each.id for each in found] == numbers == [1, 2]
    assert [[p.name for p in each.people] for each in found] == [["户1", "配偶1"], ["户2", "配偶2"]]
    assert len({each.object_id for each in found}) == 2
    assert [each.village for each in found] == ["石桥村", None]


def test_a_number_is_never_given_twice(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        households.open_households(connection, [new(1), new(2)], opened_by="person:t")
        connection.execute(delete(schema.person).where(schema.person.c.household_id == 2))
        connection.execute(delete(schema.household).where(schema.household.c.id == 2))

        assert households.open_households(connection, [new(3)], opened_by="person:t") == [3]


def test_nobody_without_a_number_of_his_own_gets_a_file(workspace: Workspace) -> None:
    nameless = NewHousehold(borrower=Person(role="borrower", name="某"))

    with writing(workspace.engine) as connection:
        with pytest.raises(ValueError, match="ID number"):
            households.open_households(connection, [new(1), nameless], opened_by="person:t")
        assert households.households(connection) == []


def test_only_blanks_are_filled_and_the_papers_are_noted_as_corrected(workspace: Workspace) -> None:
    drop(
        workspace,
        "1.json",
        paper(
            borrower="王小明",
            id_number=IDS[0],
            contract_no="HT-1",
            sign_date="2024-03-01",
            end_date="2025-03-01",
            borrower_address="青禾县柳河乡石桥村三组",
        ),
    )
    take_in(workspace)

    with writing(workspace.engine) as connection:
        before = documents.newest_change(connection)
        done = households.complete(
            connection, 1, village="别的村", unit="东河支行", source="workbook:x", actor="t"
        )
        changes = documents.changes_since(connection, before)
        household = households.household(connection, 1)
        papers = {each.id for each in documents.documents_of(connection, 1)}
        last = connection.execute(select(schema.audit).order_by(schema.audit.c.seq.desc())).first()
        assert audit.breaks(connection) == []

    assert done
    assert (household.village, household.unit) == ("石桥村", "东河支行")
    assert papers
    assert {(each.document_id, each.what) for each in changes} == {
        (each, "corrected") for each in papers
    }
    assert last is not None
    assert (last.action, last.object) == ("household.complete", "household:1")
    assert last.detail == {"filled": ["unit"], "source": "workbook:x"}


def test_a_full_file_is_left_alone(workspace: Workspace) -> None:
    full = new(1, village="石桥村", unit="东河支行", manager="周测")
    with writing(workspace.engine) as connection:
        households.open_households(connection, [full], opened_by="person:t")

        assert not households.complete(connection, 1, village="别的村", manager="吴", source="x")
        assert households.household(connection, 1).village == "石桥村"
