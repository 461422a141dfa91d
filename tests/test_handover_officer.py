"""换管户: files go from one officer to another, with the history, and never by halves."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from archive import audit, events, households, schema
from archive.database import reading, writing
from archive.handover import officer, packing
from archive.handover.formalities import FormalitiesOpen
from archive.handover.listing import Listing
from archive.handover.officer import Managed, TransferRefused
from archive.handover.preparing import Asked, Order
from archive.handover.receiving import receive
from archive.households import UnknownHousehold
from archive.rebuild import rebuild
from archive.workspace import Workspace, open_workspace
from tests.archive_double import new_workspace
from tests.handover_double import filled, package_of

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)
EXPLAINED = Order(reasons={"missing": "burnt in 2019"}, why="transferred")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = filled(tmp_path / "w")
    with writing(made.engine) as connection:
        for number in (1, 2):
            households.complete(connection, number, manager="甲", source="test")
    return made


def change(
    workspace: Workspace, numbers: tuple[int, ...] = (1, 2), order: Order = EXPLAINED
) -> Listing:
    return officer.change(
        workspace,
        numbers,
        before="甲",
        after="乙",
        on=date(2026, 2, 28),
        order=order,
        asked=Asked(),
        actor="head",
        clock=lambda: MORNING,
    )


def managers(workspace: Workspace) -> dict[int, str | None]:
    with reading(workspace.engine) as connection:
        return {each.id: each.manager for each in households.households(connection)}


def test_the_whole_loan_book_goes_to_the_other_officer(workspace: Workspace) -> None:
    listing = change(workspace)

    assert managers(workspace) == {1: "乙", 2: "乙", 3: None}
    assert listing.scope == ("officer", "甲 → 乙")
    assert [part.number for part in listing.parts] == ["000001", "000002"]


def test_the_history_says_who_managed_a_file_since_when_and_why(workspace: Workspace) -> None:
    change(workspace)

    with reading(workspace.engine) as connection:
        found = officer.history(connection, 2)
        assert not audit.breaks(connection)
        assert not events.unkept(connection)
    assert [each.manager for each in found] == ["甲", "乙"]
    assert found[1] == Managed(
        manager="乙", since=date(2026, 2, 28), reason="transferred", handover="YJ2026-0001"
    )


def test_a_rebuild_keeps_the_officer_and_the_history(workspace: Workspace) -> None:
    change(workspace)
    with reading(workspace.engine) as connection:
        before = officer.history(connection, 2)
    workspace.engine.dispose()
    for name in ("hudang.db", "hudang.db-wal", "hudang.db-shm"):
        (workspace.root / name).unlink(missing_ok=True)

    again = open_workspace(workspace.root)
    rebuild(again, lambda _done, _all: None)

    assert managers(again) == {1: "乙", 2: "乙", 3: None}
    with reading(again.engine) as connection:
        assert officer.history(connection, 2) == before


def test_the_history_goes_along_when_the_file_is_handed_over(
    workspace: Workspace, tmp_path: Path
) -> None:
    change(workspace)
    package = packing.write(package_of(workspace, 2), tmp_path / "p.zip")
    receiver = new_workspace(tmp_path / "receiver")

    receive(receiver, package, actor="test")

    with reading(receiver.engine) as connection:
        found = officer.history(connection, 2)
    assert found[-1].manager == "乙"
    assert found[-1].handover == "YJ2026-0001"


def test_open_formalities_stop_it(workspace: Workspace) -> None:
    with pytest.raises(FormalitiesOpen):
        change(workspace, order=Order())

    assert managers(workspace) == {1: "甲", 2: "甲", 3: None}


def test_a_household_that_others_manage_too_stops_it(workspace: Workspace) -> None:
    with pytest.raises(FormalitiesOpen) as refused:
        officer.change(
            workspace, [2], before="甲", after="乙", on=date(2026, 2, 28), order=EXPLAINED,
            asked=Asked(managers=lambda _number: ["甲", "丙"]), actor="head",
        )  # fmt: skip

    assert [each.item for each in refused.value.unexplained] == ["000002/two_managers/file"]
    assert managers(workspace)[2] == "甲"


def test_only_files_of_that_officer_can_go(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        assert officer.chosen(connection, "甲", "乙", []) == (1, 2)
        assert officer.chosen(connection, "甲", "乙", [2]) == (2,)
        with pytest.raises(TransferRefused, match="000003"):
            officer.chosen(connection, "甲", "乙", [3])
        with pytest.raises(UnknownHousehold):
            officer.chosen(connection, "甲", "乙", [99])
        with pytest.raises(TransferRefused, match="no household"):
            officer.chosen(connection, "nobody", "乙", [])
        with pytest.raises(TransferRefused, match="other officer"):
            officer.chosen(connection, "甲", "甲", [])


def test_followers_learn_of_the_new_officer(workspace: Workspace) -> None:
    with reading(workspace.engine) as connection:
        before = connection.execute(schema.document_change.select()).all()

    change(workspace, (2,))

    with reading(workspace.engine) as connection:
        after = connection.execute(schema.document_change.select()).all()
    assert len(after) - len(before) == 3


def test_a_file_managed_by_nobody_is_left_alone(workspace: Workspace) -> None:
    with writing(workspace.engine) as connection:
        connection.execute(update(schema.household).values(manager=None))

    with reading(workspace.engine) as connection, pytest.raises(TransferRefused):
        officer.chosen(connection, "甲", "乙", [])
