"""Taking in a package: every row and byte as it was, merged where a file is here already."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from archive import audit, documents, events, households, ocfl, schema
from archive.database import reading, writing
from archive.events import NewEvent
from archive.handover import packing, receiving, register
from archive.handover.arriving import MergeRefused
from archive.handover.outcome import Receipt
from archive.handover.receiving import PackageDiffers, receive
from archive.handover.refusal import PackageRefused
from archive.rebuild import rebuild
from archive.retention import facts as settled
from archive.retention import holds
from archive.store import Store
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import assert_valid_ocfl, files_below
from tests.handover_double import filled, package_of

# What a receipt may change of a row: the version of the object that brought it.
VOLATILE = {"object_version"}
STRANGER = paper(borrower="孙七", id_number="11010119600101002X", contract_no="HT-5")


@pytest.fixture
def sender(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "sender")


@pytest.fixture
def package(sender: Workspace, tmp_path: Path) -> Path:
    return packing.write(package_of(sender, 1, 2, 3), tmp_path / "YJ2026-0001.zip")


def other(root: Path) -> Workspace:
    return new_workspace(root / "receiver")


def rows(workspace: Workspace) -> dict[str, dict[str, Any]]:
    with reading(workspace.engine) as connection:
        found = [dict(row) for row in connection.execute(select(schema.document)).mappings()]
        numbers = connection.execute(select(schema.document_number)).all()
        shared = connection.execute(select(schema.document_shared)).all()
    return {
        row["id"]: {name: value for name, value in row.items() if name not in VOLATILE}
        | {
            "numbers": sorted((n.kind, n.number) for n in numbers if n.document_id == row["id"]),
            "shared": sorted(s.household_id for s in shared if s.document_id == row["id"]),
        }
        for row in found
    }


def people(workspace: Workspace) -> list[Any]:
    with reading(workspace.engine) as connection:
        return [
            (each.id, each.village, each.unit, each.manager, each.opened_at, each.people)
            for each in households.households(connection)
        ]


def contents(workspace: Workspace) -> dict[str, bytes]:
    """Everything of the papers in all objects, by object and logical path."""
    store = Store(workspace.archive, workspace.staging)
    with reading(workspace.engine) as connection:
        ids = [each.object_id for each in households.households(connection)]
    return {
        f"{object_id} {logical}": store.path(object_id, logical).read_bytes()
        for object_id in ids
        for logical in store.inventory(object_id).state
        if not logical.startswith(("received/", "events/", "record.json"))
    }


def states(receipt: Receipt) -> dict[str, int]:
    return {state: count for state, count in receipt.counts().items() if count}


def test_a_round_trip_gives_every_row_and_every_byte(
    sender: Workspace, package: Path, tmp_path: Path
) -> None:
    receiver = other(tmp_path)

    taken = receive(receiver, package, actor="test")

    assert states(taken.receipt) == {"accepted": 7}
    assert rows(receiver) == rows(sender)
    assert people(receiver) == people(sender)
    assert contents(receiver) == contents(sender)
    assert_valid_ocfl(receiver.archive)


def test_readings_and_papers_open_as_before(package: Path, tmp_path: Path) -> None:
    receiver = other(tmp_path)
    receive(receiver, package, actor="test")

    with reading(receiver.engine) as connection:
        found = documents.documents_of(connection, 2)

    assert [documents.reading(receiver, each).doc_type for each in found] == [
        each.doc_type for each in found
    ]
    assert all(documents.paper(receiver, each).is_file() for each in found)


def test_what_was_received_can_be_rebuilt_from_the_archive_alone(
    sender: Workspace, package: Path, tmp_path: Path
) -> None:
    receiver = other(tmp_path)
    receive(receiver, package, actor="test")
    before, who = rows(receiver), people(receiver)
    receiver.engine.dispose()
    for name in ("hudang.db", "hudang.db-wal", "hudang.db-shm"):
        (receiver.root / name).unlink(missing_ok=True)

    again = open_workspace(receiver.root)
    rebuild(again, lambda _done, _all: None)

    assert rows(again) == before == rows(sender)
    assert people(again) == who


def test_the_same_package_again_changes_nothing(package: Path, tmp_path: Path) -> None:
    receiver = other(tmp_path)
    first = receive(receiver, package, actor="test")
    held = {path: path.read_bytes() for path in files_below(receiver.archive)}

    again = receive(receiver, package, actor="test")

    assert again.again
    assert again.receipt == first.receipt
    assert {path: path.read_bytes() for path in files_below(receiver.archive)} == held


def test_who_handed_it_over_is_noted_in_each_file(package: Path, tmp_path: Path) -> None:
    receiver = other(tmp_path)
    receipt = receive(receiver, package, actor="archivist").receipt

    with reading(receiver.engine) as connection:
        noted = events.of_household(connection, 2, [register.RECEIVED])
        actions = connection.scalars(select(schema.audit.c.action)).all()
        assert not audit.breaks(connection)

    assert [event.detail["digest"] for event in noted] == [receipt.digest]
    assert noted[0].actor == "archivist"
    assert noted[0].detail["items"] == 3
    assert "handover.receive" in actions


def test_a_file_that_is_here_is_merged_and_its_papers_are_not_doubled(
    package: Path, tmp_path: Path
) -> None:
    receiver = other(tmp_path)
    # The same borrower under another number, with one paper of his that comes again.
    drop(receiver, "a.json", paper(borrower="赵六", id_number=IDS[2], contract_no="HT-9"))
    take_in(receiver)
    drop(receiver, "b.json", paper(borrower="王小明", id_number=IDS[0], contract_no="HT-8"))
    drop(
        receiver,
        "c.json",
        paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01"),
    )
    take_in(receiver)

    receipt = receive(receiver, package, actor="test").receipt

    goes = {each.number: (each.here, each.how) for each in receipt.households}
    assert goes["000002"] == ("000002", "merged")
    assert goes["000003"] == ("000003", "opened")
    with reading(receiver.engine) as connection:
        everyone = [each.borrower.identity for each in households.households(connection)]
        filed = documents.documents_of(connection, 2)
    assert len(set(everyone)) == len(everyone)
    assert len({each.sha256 for each in filed}) == len(filed) == 4
    assert [i.detail for i in receipt.items if i.state == "duplicate"] == ["same_bytes"]


def test_an_id_number_under_another_name_is_held_until_a_person_decides(
    package: Path, tmp_path: Path
) -> None:
    receiver = other(tmp_path)
    drop(receiver, "a.json", paper(borrower="王晓明", id_number=IDS[0], contract_no="HT-7"))
    take_in(receiver)

    first = receive(receiver, package, actor="test").receipt
    second = receive(receiver, package, actor="test", merge={2: 1}).receipt

    assert states(first) == {"accepted": 4, "held": 3}
    assert {i.detail for i in first.items if i.state == "held"} == {"other_name"}
    assert states(second) == {"accepted": 7}
    with reading(receiver.engine) as connection:
        assert len(documents.documents_of(connection, 1)) == 4
    assert_valid_ocfl(receiver.archive)


def test_a_decision_about_a_household_that_is_not_there_is_refused(
    package: Path, tmp_path: Path
) -> None:
    with pytest.raises(MergeRefused):
        receive(other(tmp_path), package, actor="test", merge={99: 1})


def test_a_number_that_was_given_here_is_not_given_again(package: Path, tmp_path: Path) -> None:
    receiver = other(tmp_path)
    drop(receiver, "a.json", STRANGER)
    take_in(receiver)

    receipt = receive(receiver, package, actor="test").receipt

    goes = {each.number: (each.here, each.how) for each in receipt.households}
    assert goes["000001"] == ("000004", "renumbered")
    assert goes["000002"] == ("000002", "opened")
    assert states(receipt) == {"accepted": 7}


def test_an_id_that_is_taken_here_gets_a_new_one(
    sender: Workspace, package: Path, tmp_path: Path
) -> None:
    receiver = other(tmp_path)
    drop(receiver, "a.json", STRANGER)
    take_in(receiver)
    row = next(iter(rows(sender).values()))
    with writing(receiver.engine) as connection:
        wanted = {c.name for c in schema.document.c}
        values = {name: value for name, value in row.items() if name in wanted}
        connection.execute(
            insert(schema.document).values(
                **values
                | {"sha256": "0" * 64, "household_id": 1, "object_id": "urn:xdh:x:1",
                   "object_version": 1}
            )
        )  # fmt: skip

    receipt = receive(receiver, package, actor="test").receipt

    assert receipt.counts()["accepted"] == 7
    assert row["id"] not in {item.document for item in receipt.items}


def test_the_history_of_a_file_comes_with_it(sender: Workspace, tmp_path: Path) -> None:
    with writing(sender.engine) as connection:
        carried = NewEvent(kind=settled.STATED, household_id=2, detail={"loan": "HT-1"})
        slip = NewEvent(kind="borrow.asked", household_id=2, detail={"slip": "DY-2025-0001"})
        at = "2025-01-01T00:00:00.000000Z"
        events.note(connection, [carried, slip], at=at, actor="archivist")
    package = packing.write(package_of(sender, 2), tmp_path / "p.zip")
    receiver = other(tmp_path)

    receive(receiver, package, actor="test")

    with reading(receiver.engine) as connection:
        found = events.of_household(connection, 2, [settled.STATED])
        slips = events.of_household(connection, 2, ["borrow.asked"])
    assert [(event.at[:4], event.actor, event.detail["loan"]) for event in found] == [
        ("2025", "archivist", "HT-1")
    ]
    # A slip of the sender's is no slip of ours.
    assert slips == []


def test_a_hold_that_stands_comes_along_and_one_that_ended_does_not(
    sender: Workspace, tmp_path: Path
) -> None:
    at = "2025-01-01T00:00:00.000000Z"
    with writing(sender.engine) as connection:
        placed = [
            NewEvent(
                kind=holds.PLACED, household_id=2, detail={"reason": kind, "why": "r", "by": "甲"}
            )
            for kind in ("litigation", "audit")
        ]
        events.note(connection, placed, at=at, actor="archivist")
        ended = events.of_household(connection, 2, [holds.PLACED])[1].id[-8:]
        over = [
            NewEvent(kind=kind, household_id=2, detail={"hold": ended, "by": who, "why": "w"})
            for kind, who in ((holds.ASKED, "乙"), (holds.RELEASED, "丙"))
        ]
        events.note(connection, over, at=at, actor="archivist")
    package = packing.write(package_of(sender, 2), tmp_path / "p.zip")
    receiver = other(tmp_path)

    receive(receiver, package, actor="test")

    with reading(receiver.engine) as connection:
        found = holds.fold(events.of_household(connection, 2, holds.KINDS)).values()
    assert [(hold.kind, hold.stands) for hold in found] == [("litigation", True)]


def test_only_part_of_the_households_keeps_their_numbers(sender: Workspace, tmp_path: Path) -> None:
    package = packing.write(package_of(sender, 3), tmp_path / "p.zip")
    receiver = other(tmp_path)

    receive(receiver, package, actor="test")
    second = packing.write(package_of(sender, 1), tmp_path / "q.zip")
    receive(receiver, second, actor="test")

    assert [who[0] for who in people(receiver)] == [1, 3]
    mine = {key: row for key, row in rows(sender).items() if row["household_id"] != 2}
    assert rows(receiver) == mine


def _unpacked(package: Path, folder: Path) -> Path:
    shutil.unpack_archive(package, folder)
    return folder / "YJ2026-0001"


def test_a_tampered_package_is_not_taken_in(package: Path, tmp_path: Path) -> None:
    folder = _unpacked(package, tmp_path / "x")
    victims = (folder / "data/households/000002/papers").iterdir()
    # Not every paper of the household bears the number.
    victim = next(each for each in victims if b"HT-1" in each.read_bytes())
    victim.write_bytes(victim.read_bytes().replace(b"HT-1", b"HT-9"))
    receiver = other(tmp_path)

    with pytest.raises(PackageDiffers) as refused:
        receive(receiver, folder, actor="test")

    name = victim.relative_to(folder).as_posix()
    assert ("changed", name) in {(d.code, d.name) for d in refused.value.differences}
    assert rows(receiver) == {}
    assert people(receiver) == []


def test_what_is_sound_of_a_tampered_package_can_be_taken_in_and_the_rest_is_listed(
    package: Path, tmp_path: Path
) -> None:
    folder = _unpacked(package, tmp_path / "x")
    changed, missing, *_rest = sorted((folder / "data/households/000002/papers").iterdir())
    changed.write_bytes(b"x" + changed.read_bytes()[1:])
    missing.unlink()
    (folder / "data/households/000003/papers/0009_more.txt").write_bytes(b"more")
    receiver = other(tmp_path)

    receipt = receive(receiver, folder, actor="test", accept_differences=True).receipt

    assert states(receipt) == {"accepted": 5, "missing": 1, "different": 1, "extra": 1}
    assert len(rows(receiver)) == 5
    assert_valid_ocfl(receiver.archive)


def test_a_scan_that_was_changed_takes_the_papers_on_it_with_it(
    package: Path, tmp_path: Path
) -> None:
    folder = _unpacked(package, tmp_path / "x")
    scan = next((folder / "data/households/000001/papers").iterdir())
    scan.write_bytes(b"x" + scan.read_bytes()[1:])

    receipt = receive(other(tmp_path), folder, actor="test", accept_differences=True).receipt

    assert states(receipt) == {"accepted": 4, "different": 3}


def test_a_hostile_package_leaves_no_trace(package: Path, tmp_path: Path) -> None:
    folder = _unpacked(package, tmp_path / "x")
    (folder / "data/households/000002/papers/evil").symlink_to("/etc/passwd")
    receiver = other(tmp_path)
    before = {path for path in receiver.root.rglob("*") if not path.name.startswith("hudang.db")}

    for accept in (False, True):
        with pytest.raises(PackageRefused):
            receive(receiver, folder, actor="test", accept_differences=accept)

    after = {path for path in receiver.root.rglob("*") if not path.name.startswith("hudang.db")}
    assert after - before <= {receiver.root / ".handover.lock"}


def test_an_unlisted_file_is_refused_before_anything_is_unpacked(
    package: Path, tmp_path: Path
) -> None:
    folder = _unpacked(package, tmp_path / "x")
    (folder / "data/households/000003/papers/0009_more.txt").write_bytes(b"more")

    with pytest.raises(PackageRefused) as refused:
        receive(other(tmp_path), folder, actor="test")

    assert refused.value.code == "not_listed"


def test_the_receipt_is_kept_in_the_archive(package: Path, tmp_path: Path) -> None:
    receiver = other(tmp_path)
    receipt = receive(receiver, package, actor="test").receipt
    store = Store(receiver.archive, receiver.staging)

    state = store.inventory(ocfl.department_object(int(receipt.at[:4]))).state

    kept = {name.rpartition("/")[2] for name in state if name.startswith("received/")}
    assert {"handover.json", "audit.jsonl", "tagmanifest-sha256.txt", "receipt.json"} <= kept
    assert receiving.receipt_of(receiver, receipt.digest) == receipt


def test_a_paper_shared_with_another_household_stays_shared(tmp_path: Path) -> None:
    sender = filled(tmp_path / "sender")
    with reading(sender.engine) as connection:
        first = documents.documents_of(connection, 2)[0]
    with writing(sender.engine) as connection:
        connection.execute(
            insert(schema.document_shared).values(document_id=first.id, household_id=3)
        )
    receiver = other(tmp_path)

    both = packing.write(package_of(sender, 2, 3), tmp_path / "both.zip")
    receive(receiver, both, actor="test")

    assert rows(receiver)[first.id]["shared"] == [3]
    with reading(receiver.engine) as connection:
        assert first.id in {each.id for each in documents.documents_of(connection, 3)}


def test_a_household_that_only_shares_a_paper_brings_it_along(tmp_path: Path) -> None:
    sender = filled(tmp_path / "sender")
    with reading(sender.engine) as connection:
        first = documents.documents_of(connection, 2)[0]
    with writing(sender.engine) as connection:
        connection.execute(
            insert(schema.document_shared).values(document_id=first.id, household_id=3)
        )
    receiver = other(tmp_path)

    alone = packing.write(package_of(sender, 3), tmp_path / "alone.zip")
    receipt = receive(receiver, alone, actor="test").receipt

    assert states(receipt) == {"accepted": 2}
    with reading(receiver.engine) as connection:
        filed = documents.documents_of(connection, 3)
    assert documents.paper(receiver, next(f for f in filed if f.id == first.id)).read_bytes() == (
        documents.paper(sender, first).read_bytes()
    )


def _spoil(name: str, change: Callable[[Any], None], folder: Path) -> None:
    said = json.loads((folder / name).read_text(encoding="utf-8"))
    change(said)
    (folder / name).write_text(json.dumps(said), encoding="utf-8")


def test_a_list_that_was_changed_by_hand_is_refused(package: Path, tmp_path: Path) -> None:
    folder = _unpacked(package, tmp_path / "x")
    _spoil(
        "data/handover.json",
        lambda said: said["households"][0]["household"].update(manager="somebody else"),
        folder,
    )

    with pytest.raises((PackageDiffers, PackageRefused)):
        receive(other(tmp_path), folder, actor="test")
