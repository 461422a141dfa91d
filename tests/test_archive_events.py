"""What happened to files and papers is noted once, and the archive keeps it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, exc, select, update

from archive import events, ocfl, schema, versions
from archive.database import reading, writing
from archive.events import FileEvent, NewEvent
from archive.store import Store
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, settle, take_in
from tests.archive_invariants import assert_valid_ocfl

AT = "2026-03-01T00:00:00.000000Z"
SHELVED = NewEvent(
    kind="test.shelved", household_id=1, effective_on=date(2026, 2, 3), detail={"box": "7"}
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one household's contract filed."""
    made = new_workspace(tmp_path / "w")
    contract = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1")
    drop(made, "a.json", contract)
    take_in(made)
    return made


def noted(workspace: Workspace, *new: NewEvent) -> list[int]:
    with writing(workspace.engine) as connection:
        return events.note(connection, new, at=AT, actor="li")


def kept_in(workspace: Workspace, object_id: str) -> list[FileEvent]:
    store = Store(workspace.archive, workspace.staging)
    inventory = store.inventory(object_id)
    return [
        event
        for logical in sorted(inventory.state)
        if logical.startswith(events.SEGMENTS)
        for event in events.parse_segment(store.path(object_id, logical).read_bytes())
    ]


def test_an_event_is_kept_in_the_object_of_its_household(workspace: Workspace) -> None:
    (seq,) = noted(workspace, SHELVED)

    assert versions.keep(workspace) == 1

    kept = kept_in(workspace, ocfl.household_object(1))
    assert kept[-1].seq == seq
    assert (kept[-1].kind, kept[-1].effective_on, kept[-1].detail) == (
        "test.shelved",
        date(2026, 2, 3),
        {"box": "7"},
    )
    assert versions.keep(workspace) == 0
    assert_valid_ocfl(workspace.archive)


def test_the_next_paper_takes_the_events_of_its_household_with_it(workspace: Workspace) -> None:
    intake = take_in(workspace)
    noted(workspace, SHELVED)

    drop(workspace, "b.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1"))
    settle(intake)

    inventory = Store(workspace.archive, workspace.staging).inventory(ocfl.household_object(1))
    brought = set(inventory.states[-1]) - set(inventory.states[-2])
    assert events.segment_path(inventory.head) in brought
    assert any(path.startswith("papers/") for path in brought)
    with reading(workspace.engine) as connection:
        assert events.unkept(connection) == []


def test_what_belongs_to_no_object_yet_is_kept_in_the_departments(workspace: Workspace) -> None:
    noted(workspace, NewEvent(kind="test.rule", detail={"text": "x"}))
    noted(workspace, NewEvent(kind="test.wish", household_id=77))

    versions.keep(workspace, clock=lambda: datetime(2026, 3, 1, tzinfo=UTC))

    kept = kept_in(workspace, ocfl.department_object(2026))
    assert [each.kind for each in kept] == ["test.rule", "test.wish"]


def test_an_act_on_many_households_is_one_version_of_one_object(workspace: Workspace) -> None:
    for number in range(2, 40):
        contract = paper(borrower=f"户{number}", uscc=f"9{number:017d}", contract_no=f"HT-{number}")
        drop(workspace, f"{number}.json", contract)
    take_in(workspace)
    before = len(list(workspace.archive.rglob("v[0-9]")))
    with reading(workspace.engine) as connection:
        households = list(connection.scalars(select(schema.household.c.id)))

    noted(workspace, *(NewEvent(kind="test.moved", household_id=each) for each in households))
    versions.keep(workspace)

    assert len(households) > versions.HOUSEHOLDS_EACH
    assert len(list(workspace.archive.rglob("v[0-9]"))) == before + 1


def test_events_cannot_be_changed_or_taken_away(workspace: Workspace) -> None:
    (seq,) = noted(workspace, SHELVED)
    row = schema.file_event.c.seq == seq

    with pytest.raises(exc.IntegrityError), writing(workspace.engine) as connection:
        connection.execute(update(schema.file_event).where(row).values(actor="other"))
    with pytest.raises(exc.IntegrityError), writing(workspace.engine) as connection:
        connection.execute(delete(schema.file_event).where(row))


def test_an_event_whose_transaction_fails_was_never_noted(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        before = len(events.of_household(connection, 1))

    with pytest.raises(RuntimeError), writing(workspace.engine) as connection:
        events.note(connection, [SHELVED], at=AT, actor="li")
        raise RuntimeError

    with reading(workspace.engine) as connection:
        assert len(events.of_household(connection, 1)) == before
        assert events.unkept(connection) == []


def test_events_are_found_by_household_paper_and_kind(workspace: Workspace) -> None:
    noted(
        workspace,
        SHELVED,
        NewEvent(kind="test.lent", household_id=1, document_id="d1"),
        NewEvent(kind="test.lent", household_id=2, document_id="d2"),
    )

    with reading(workspace.engine) as connection:
        of_one = events.of_household(connection, 1, ["test.shelved", "test.lent"])
        of_paper = events.of_document(connection, "d2")
        lent = events.of_kinds(connection, ["test.lent"])

    assert [each.kind for each in of_one] == ["test.shelved", "test.lent"]
    assert [each.household_id for each in of_paper] == [2]
    assert [each.document_id for each in lent] == ["d1", "d2"]


def test_an_event_from_elsewhere_gets_a_free_number(workspace: Workspace) -> None:
    (seq,) = noted(workspace, SHELVED)
    stranger = FileEvent(seq=seq, id="other", at=AT, actor="wu", kind="test.x", household_id=1)

    with writing(workspace.engine) as connection:
        assert events.enter(connection, [stranger]) == [stranger]
        assert events.enter(connection, [stranger]) == []

    with reading(workspace.engine) as connection:
        both = events.of_kinds(connection, ["test.shelved", "test.x"])
    assert [each.kind for each in both] == ["test.shelved", "test.x"]
    assert both[1].seq > both[0].seq


@pytest.mark.parametrize("rubbish", [b"no json\n", b'{"seq": 1}\n', b"[]\n", b"\xff\n"])
def test_a_segment_that_is_none_is_refused(rubbish: bytes) -> None:
    with pytest.raises(ValueError):
        events.parse_segment(rubbish)


def test_the_departments_object_is_closed_before_it_grows_too_long(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "DEPARTMENT_VERSIONS", 2)
    for number in range(9):
        noted(workspace, NewEvent(kind="test.note", detail={"n": number}))
        versions.keep(workspace, clock=lambda: datetime(2026, 3, 1, tzinfo=UTC))

    parts = [ocfl.department_object(2026, part) for part in range(1, 7)]
    kept = [[each.detail["n"] for each in kept_in(workspace, part)] for part in parts]
    assert kept == [[0, 1], [2, 3], [4, 5], [6, 7], [8], []]
    assert_valid_ocfl(workspace.archive)


def test_an_object_that_is_ahead_is_never_set_back(workspace: Workspace) -> None:
    """A restored database may hold the intent of a version that others followed since."""
    for number in range(3):
        noted(workspace, NewEvent(kind="test.note", household_id=1, detail={"n": number}))
        versions.keep(workspace)
    store = Store(workspace.archive, workspace.staging)
    head = store.inventory(ocfl.household_object(1)).head

    store.advance(ocfl.household_object(1), head - 2)

    assert store.inventory(ocfl.household_object(1)).head == head
    assert_valid_ocfl(workspace.archive)
