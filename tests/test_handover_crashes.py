"""A handover or a receipt that is stopped at any point: nothing lost, nothing twice, it goes on."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import events, faults
from archive.database import reading
from archive.handover import packing, preparing, register
from archive.handover.packing import Words
from archive.handover.preparing import Asked, Order, Scope
from archive.handover.receiving import receive
from archive.handover.verifying import verify
from archive.workspace import Workspace, open_workspace
from tests.archive_double import new_workspace, take_in
from tests.archive_invariants import assert_valid_ocfl, files_below
from tests.handover_double import AT, filled, package_of
from tests.test_archive_crashes import at_visit, die, in_child
from tests.test_handover_receive import contents, people, rows, states

RECEIVING = (
    "handover.opened", "fsio.write", "fsio.sync", "filing.intent", "filing.staged", "fsio.place",
    "filing.placed", "fsio.inventory", "filing.sidecar", "filing.committed", "handover.taken",
    "handover.received",
)  # fmt: skip
PREPARING = (
    "handover.begun", "handover.written", "fsio.place", "handover.placed", "handover.noted",
    "fsio.write", "fsio.sync", "filing.intent", "filing.committed",
)  # fmt: skip


def full_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def bad_disk() -> None:
    raise OSError(errno.EIO, "Input/output error")


@pytest.fixture(scope="module")
def sender(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return filled(tmp_path_factory.mktemp("sender") / "w")


@pytest.fixture(scope="module")
def package(sender: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("out") / "YJ2026-0001.zip"
    return packing.write(package_of(sender, 1, 2, 3), target)


def whole(receiver: Workspace, sender: Workspace, package: Path) -> None:
    """After the crash: taking in again gives exactly what was handed over."""
    receipt = receive(receiver, package, actor="test").receipt

    assert states(receipt) == {"accepted": 7}
    assert [each.how for each in receipt.households] == ["opened"] * 3
    assert rows(receiver) == rows(sender)
    assert people(receiver) == people(sender)
    assert contents(receiver) == contents(sender)
    take_in(receiver)
    assert not files_below(receiver.staging)
    assert_valid_ocfl(receiver.archive)
    with reading(receiver.engine) as connection:
        noted = events.of_kinds(connection, [register.RECEIVED])
        assert not events.unkept(connection)
    assert [event.household_id for event in noted] == [1, 2, 3]


@pytest.mark.parametrize("point", RECEIVING)
@pytest.mark.parametrize("visit", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_a_receipt_that_was_killed_goes_on(
    sender: Workspace, package: Path, tmp_path: Path, point: str, visit: int
) -> None:
    root = tmp_path / "receiver"
    new_workspace(root).engine.dispose()
    reached = []

    def work() -> None:
        faults.arm(at_visit(point, visit, die))
        receive(open_workspace(root), package, actor="test")

    reached.append(in_child(work))

    # Points passed once only are not reached a second time.
    assert reached[0] != 0 or visit > 1
    whole(open_workspace(root), sender, package)


@pytest.mark.parametrize(
    "fault", [full_disk, pytest.param(bad_disk, marks=pytest.mark.slow)], ids=["full", "bad"]
)
@pytest.mark.parametrize("point", ["fsio.write", "fsio.sync", "fsio.place", "fsio.inventory"])
@pytest.mark.parametrize("visit", [1, 9])
def test_a_receipt_that_the_disk_refused_goes_on(
    sender: Workspace,
    package: Path,
    tmp_path: Path,
    point: str,
    visit: int,
    fault: Callable[[], None],
) -> None:
    receiver = new_workspace(tmp_path / "receiver")
    faults.arm(at_visit(point, visit, fault))
    try:
        receive(receiver, package, actor="test")
        refused = False
    except OSError:
        refused = True
    finally:
        faults.arm(None)

    assert refused or visit > 1
    whole(receiver, sender, package)


def hand_over(workspace: Workspace) -> Path:
    return preparing.prepare(
        workspace,
        Scope(kind="unit", value="town", household_ids=(1, 2, 3)),
        Order(reasons={"missing": "burnt in 2019"}),
        target=lambda number: workspace.out / f"{number}.zip",
        words=Words(),
        asked=Asked(),
        actor="clerk",
    ).path


@pytest.mark.parametrize("point", PREPARING)
def test_a_preparation_that_was_killed_can_be_repeated(tmp_path: Path, point: str) -> None:
    root = tmp_path / "w"
    filled(root).engine.dispose()

    def work() -> None:
        faults.arm(at_visit(point, 1, die))
        hand_over(open_workspace(root))

    assert in_child(work) != 0
    workspace = open_workspace(root)
    take_in(workspace)
    path = hand_over(workspace)

    proved = verify(path, at=AT, actor="test")
    assert proved.whole, [str(each) for each in proved.differences]
    with reading(workspace.engine) as connection:
        known = {each.number: each for each in register.handovers(connection)}
        assert not events.unkept(connection)
    # Every package that bears its final name and that the events know of is whole.
    for number, each in known.items():
        if each.state == "prepared":
            assert verify(workspace.out / f"{number}.zip", at=AT, actor="x").digest == each.digest
    assert known[proved.listing.number].state == "prepared"
    assert_valid_ocfl(workspace.archive)


def test_a_package_that_the_disk_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    workspace = filled(tmp_path / "w")
    faults.arm(at_visit("fsio.sync", 1, full_disk))
    try:
        with pytest.raises(OSError, match="No space"):
            packing.write(package_of(workspace, 1), tmp_path / "out" / "a.zip")
        with pytest.raises(OSError, match="No space"):
            faults.arm(at_visit("fsio.sync", 1, full_disk))
            packing.write(package_of(workspace, 1), tmp_path / "out" / "a")
    finally:
        faults.arm(None)

    assert list((tmp_path / "out").iterdir()) == []
