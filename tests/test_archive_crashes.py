"""T1, CI size: stop the intake at every named point, recover, and look for what was lost."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import faults, items, pending
from archive.database import reading
from archive.matching import Match
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_whole, everywhere, sha256

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")
PAPERS = {
    # The reports come first by name, so that they are held and cleared by the contracts.
    "a-report.json": paper("inspection_report", borrower="王小明", main_contract_no="HT-1"),
    "b-stranger.json": paper("inspection_report", borrower="无名氏"),
    "c-unknown.json": paper(None),
    "d-rubbish.pdf": b"not a paper at all",
    "e-contract.json": CONTRACT,
    "f-same-contract.json": CONTRACT,
    "g-other.json": paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2"),
    "h-iou.json": paper("iou", borrower="李秀英", id_number=IDS[1], iou_no="JJ-2"),
    "k-scan.json": scan_of(
        paper(borrower="张大年", id_number=IDS[2], contract_no="HT-3"),
        paper("iou", borrower="张大年", iou_no="JJ-3"),
    ),
    "l-unsure.json": scan_of(
        paper("inspection_report", borrower="王小明", main_contract_no="HT-1"),
        paper("collection_notice", borrower="王小明", main_contract_no="HT-1", notice_no="C-1"),
        confidence=0.8,
    ),
}
# A second drop, so that objects get a further version too.
LATER = {
    "i-iou.json": paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1"),
    "j-notice.json": paper("collection_notice", borrower="王小明", main_contract_no="HT-1"),
}


def at_visit(name: str, visit: int, then: Callable[[], None]) -> faults.Fault:
    """Return a fault that does `then` when point `name` is passed for the `visit`-th time."""
    passed = 0

    def fault(reached: str) -> None:
        nonlocal passed
        passed += reached == name
        if reached == name and passed == visit:
            then()

    return fault


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def in_child(work: Callable[[], None]) -> int:
    """Run `work` in a forked process; return the signal that ended it, 0 if it came through."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status)
    assert os.WEXITSTATUS(status) == 0, "the intake failed by itself"
    return 0


def take_twice(root: Path) -> None:
    workspace = open_workspace(root)
    take_in(workspace)
    accept_split(workspace)
    for name, data in LATER.items():
        drop(workspace, name, data)
    take_in(workspace)


def accept_split(workspace: Workspace) -> None:
    """Decide on the scan whose split is only proposed, and file it."""
    with reading(workspace.engine) as connection:
        held = items.in_states(connection, ("held",))
    for item in held:
        if item.display_name == "l-unsure.json":
            pending.split(workspace, item, None, actor="test")
            # A person may look at it once more.
            decision = pending.split(workspace, item, None, actor="test")
            assert isinstance(decision, Match)
            pending.file_held(workspace, item, decision.household_id, actor="test")


def dropped(root: Path) -> list[bytes]:
    """Make a workspace with the first papers in its inbox; return all that will have arrived."""
    workspace = new_workspace(root)
    for name, data in PAPERS.items():
        drop(workspace, name, data)
    workspace.engine.dispose()
    return [*PAPERS.values(), *LATER.values()]


def finish(root: Path, arrived: list[bytes]) -> None:
    """After the crash: nothing is lost yet; then recover, take in the rest, and all is whole."""
    workspace = open_workspace(root)
    lost = {sha256(data) for data in PAPERS.values()} - everywhere(workspace)
    assert not lost
    take_in(workspace)
    accept_split(workspace)
    names = {path.name.split("/")[-1] for path in workspace.done.rglob("*") if path.is_file()}
    for name, data in LATER.items():
        if name not in names:
            drop(workspace, name, data)
    take_in(workspace)
    assert_whole(workspace, arrived)


@pytest.mark.parametrize(
    "visit", [1, 5, *(pytest.param(n, marks=pytest.mark.slow) for n in (2, 3, 4, *range(6, 26)))]
)
@pytest.mark.parametrize("point", faults.POINTS)
def test_a_kill_at_any_point_loses_nothing_and_doubles_nothing(
    tmp_path: Path, point: str, visit: int
) -> None:
    arrived = dropped(tmp_path / "w")

    def work() -> None:
        faults.arm(at_visit(point, visit, die))
        take_twice(tmp_path / "w")

    ended = in_child(work)

    assert ended == signal.SIGKILL or visit > 1, f"{point} is never reached"
    finish(tmp_path / "w", arrived)


@pytest.mark.parametrize(
    "visit", [2, *(pytest.param(n, marks=pytest.mark.slow) for n in (1, *range(3, 13)))]
)
@pytest.mark.parametrize(
    "refusal",
    [
        # For the intake one refusal by the system is as good as another.
        pytest.param(OSError(errno.EIO, "I/O error"), marks=pytest.mark.slow, id="EIO"),
        pytest.param(OSError(errno.ENOSPC, "disk full"), id="ENOSPC"),
        pytest.param(MemoryError(), id="MemoryError"),
    ],
)
@pytest.mark.parametrize("point", faults.POINTS)
def test_what_is_refused_once_loses_nothing_and_doubles_nothing(
    tmp_path: Path, point: str, refusal: BaseException, visit: int
) -> None:
    arrived = dropped(tmp_path / "w")
    refused = []

    def refuse() -> None:
        refused.append(point)
        raise refusal

    faults.arm(at_visit(point, visit, refuse))
    try:
        take_twice(tmp_path / "w")
    except (OSError, MemoryError) as cause:
        # Nothing on the way may make something else of it, or go on as if it were nothing.
        assert cause is refusal
    else:
        assert not refused
    finally:
        faults.arm(None)

    assert refused or visit > 2 or point == "filing.sidecar"
    finish(tmp_path / "w", arrived)


def test_every_point_of_the_lists_stands_in_the_code() -> None:
    code = "".join(path.read_text() for path in Path(faults.__file__).parent.rglob("*.py"))
    lists = (
        faults.POINTS,
        faults.ERASING,
        faults.HANDOVER,
        faults.BACKUP_POINTS,
        faults.RESTORE_POINTS,
    )

    assert [p for points in lists for p in points if f'faults.point("{p}")' not in code] == []
