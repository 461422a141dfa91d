"""Disks, databases and memory that refuse: at every call, once or for a while (S3-S7, S16, T1)."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO

import pysqlite3
import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import OperationalError

from archive import database, faults, fsio, recovery
from archive.clock import system_clock
from archive.database import DatabaseUnusable
from archive.disk import Disk
from archive.intake import Event, Intake
from archive.rebuild import rebuild
from archive.watch import watch
from archive.workspace import Workspace, open_workspace
from extractors import host
from tests.archive_double import IDS, JsonReader, drop, new_workspace, paper, settle, take_in
from tests.archive_invariants import assert_whole, everywhere, files_below, sha256
from tests.power_loss_run import AFTERNOON, MORNING, decide

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")
OTHER = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
CALLS = (
    "make_folder",
    "open_new",
    "write",
    "sync",
    "sync_folder",
    "rename",
    "remove",
    "remove_folder",
)
REFUSALS = {
    "EIO": OSError(errno.EIO, "Input/output error"),
    "ENOSPC": OSError(errno.ENOSPC, "No space left on device"),
    "EROFS": OSError(errno.EROFS, "Read-only file system"),
    "EACCES": PermissionError(errno.EACCES, "Permission denied"),
    "MemoryError": MemoryError(),
}


class Refusing(Disk):
    """A disk that refuses when `when` says so; half of what was to be written is there then.

    when  gets the name of the call and how many calls there were before
    """

    def __init__(self, when: Callable[[str, int], BaseException | None]) -> None:
        self._when = when
        self.calls = 0
        self.refused: list[str] = []
        self.synced: list[int] = []
        self.failed: list[int] = []

    def __getattribute__(self, name: str) -> Any:
        if name in CALLS:
            refusal = self._when(name, self.calls)
            self.calls += 1
            if refusal:
                self.refused.append(name)
                return lambda *given: self._refuse(name, given, refusal)
        return super().__getattribute__(name)

    def _refuse(self, name: str, given: tuple[Any, ...], refusal: BaseException) -> None:
        if name == "write":
            given[0].write(given[1][: len(given[1]) // 2])
        if name == "sync":
            self.failed.append(os.fstat(given[0].fileno()).st_ino)
        raise refusal

    def sync(self, writer: BinaryIO) -> None:
        self.synced.append(os.fstat(writer.fileno()).st_ino)
        super().sync(writer)


def once(at: int, refusal: BaseException) -> Callable[[str, int], BaseException | None]:
    """Refuse the call before which there were `at` others."""
    return lambda _name, calls: refusal if calls == at else None


def from_then_on(at: int, refusal: BaseException) -> Callable[[str, int], BaseException | None]:
    """Refuse that call and all after it."""
    return lambda _name, calls: refusal if calls >= at else None


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


@pytest.fixture(autouse=True)
def disarm() -> Iterator[None]:
    yield
    faults.arm(None)


def a_day(workspace: Workspace) -> None:
    """Drop and take in what has not come yet, and decide what is held."""
    for papers in (MORNING, AFTERNOON):
        there = {path.name for path in workspace.inbox.rglob("*") if path.is_file()}
        for name, data in papers.items():
            if name not in there:
                drop(workspace, name, data)
        take_in(workspace)
        if papers is MORNING:
            decide(workspace)


def finish(workspace: Workspace) -> None:
    """Go on after a refusal, as a person does who starts the program again."""
    there = {path.name for path in workspace.inbox.rglob("*") if path.is_file()}
    came = [data for name, data in (MORNING | AFTERNOON).items() if name in there]
    lost = {sha256(data) for data in came} - everywhere(workspace)
    assert not lost
    take_in(workspace)
    recovery.recover(workspace, lambda: system_clock() + timedelta(hours=7))
    assert_whole(workspace, came)


def calls_of_a_day(folder: Path) -> int:
    disk = Refusing(lambda _name, _count: None)
    workspace = new_workspace(folder / "counted")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fsio, "disk", disk)
        a_day(workspace)
    return disk.calls


def test_a_refusal_at_a_call_to_the_disk_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_each(tmp_path, monkeypatch, step=83)


@pytest.mark.slow
@pytest.mark.parametrize("kind", REFUSALS)
def test_a_refusal_at_any_call_to_the_disk_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    assert refuse_each(tmp_path, monkeypatch, step=1, kinds=(kind,)) > 400


def refuse_each(
    folder: Path,
    patch: pytest.MonkeyPatch,
    *,
    step: int,
    kinds: tuple[str, ...] = tuple(REFUSALS),
) -> int:
    """Have the disk refuse once, at every `step`-th call; return how often it did."""
    count = calls_of_a_day(folder)
    tried = 0
    for number, at in enumerate(range(step - 1, count, step)):
        kind = kinds[number % len(kinds)]
        workspace = new_workspace(folder / str(at))
        disk = Refusing(once(at, REFUSALS[kind]))
        with patch.context() as patched:
            patched.setattr(fsio, "disk", disk)
            try:
                a_day(workspace)
            except (OSError, MemoryError, AssertionError):
                # An AssertionError: what was to be decided is not held, the refusal came before.
                assert disk.refused
            except KeyError:
                assert disk.refused
        finish(workspace)
        workspace.engine.dispose()
        assert disk.refused
        tried += 1
        fsio.discard(workspace.root)
    return tried


@pytest.mark.parametrize("visit", [1, 2, 3, 5, 8, 9])
def test_a_file_whose_sync_failed_is_never_synced_again_nor_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, visit: int
) -> None:
    """The kernel may have dropped what it could not write, and answers the next sync with yes."""
    syncs = 0

    def when(name: str, _calls: int) -> BaseException | None:
        nonlocal syncs
        syncs += name == "sync"
        return REFUSALS["EIO"] if name == "sync" and syncs == visit else None

    disk = Refusing(when)
    drop(workspace, "one.json", CONTRACT)
    drop(workspace, "two.json", paper(None))
    monkeypatch.setattr(fsio, "disk", disk)
    with pytest.raises(OSError, match="Input/output"):
        take_in(workspace)
    kept = {path.stat().st_ino for path in files_below(workspace.archive)}
    assert not kept & set(disk.failed)
    take_in(workspace)

    kept = {path.stat().st_ino for path in files_below(workspace.root)}
    assert disk.failed
    # Numbers of files that are gone may be given again; those that stayed were never tried twice.
    assert not kept & set(disk.failed) - set(disk.synced)
    assert_whole(workspace, [CONTRACT, paper(None)])


def watching(
    workspace: Workspace, heard: Callable[[Event], None]
) -> tuple[threading.Thread, threading.Event]:
    stop = threading.Event()
    thread = threading.Thread(
        target=watch,
        args=(workspace, Intake(workspace, JsonReader(), on_event=heard)),
        kwargs={"stop": stop, "on_event": heard, "settled": lambda: None},
    )
    thread.start()
    return thread, stop


@pytest.mark.parametrize("kind", REFUSALS)
def test_the_watcher_waits_until_the_disk_takes_papers_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    refusing, filed, troubled = threading.Event(), threading.Event(), threading.Event()
    refusing.set()
    heard: list[Event] = []

    def hear(event: Event) -> None:
        heard.append(event)
        if event.kind == "filed":
            filed.set()
        if event.kind == "trouble" and len([e for e in heard if e.kind == "trouble"]) >= 3:
            troubled.set()

    def when(name: str, _calls: int) -> BaseException | None:
        changes = name in ("open_new", "write", "make_folder")
        return REFUSALS[kind] if refusing.is_set() and changes else None

    take_in(workspace)
    drop(workspace, "scan.json", CONTRACT)
    monkeypatch.setattr(fsio, "disk", Refusing(when))
    thread, stop = watching(workspace, hear)
    was_told = troubled.wait(30)
    refusing.clear()
    came = filed.wait(30)
    stop.set()
    thread.join(30)

    assert was_told
    assert came
    assert not [e for e in heard if e.kind in ("held", "quarantined")]
    assert_whole(workspace, [CONTRACT])


def test_a_nearly_full_disk_is_told_once_and_the_papers_come_when_there_is_room(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    gigabyte = 1024**3
    room: dict[str, tuple[int, int, int | None]] = {"now": (1 * gigabyte, 100 * gigabyte, 10**6)}
    monkeypatch.setattr(host, "room", lambda _folder: room["now"])
    inbox = workspace.settings.inbox.__class__(quiet_seconds=0.0, scan_seconds=0.0, reserve_mb=2048)
    chosen = workspace.settings.__class__(office=workspace.settings.office, inbox=inbox)
    workspace = Workspace(workspace.root, chosen)
    heard: list[Event] = []
    intake = Intake(workspace, JsonReader(), on_event=heard.append)
    intake.start()
    drop(workspace, "scan.json", CONTRACT)
    # 1 GB free; then 3 GB of 100, less than a twentieth; then bytes enough and no more files.
    for now in (
        room["now"],
        (3 * gigabyte, 100 * gigabyte, 10**6),
        (50 * gigabyte, 100 * gigabyte, 9),
    ):
        room["now"] = now
        settle(intake)
        assert (workspace.inbox / "scan.json").exists()
    assert [e.reason for e in heard if e.kind == "trouble"] == ["disk_full"]

    room["now"] = (6 * gigabyte, 100 * gigabyte, None)
    settle(intake)

    assert_whole(workspace, [CONTRACT])


def test_a_database_that_another_program_holds_is_waited_for(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = [p.replace("busy_timeout = 15000", "busy_timeout = 10") for p in database.PRAGMAS]
    monkeypatch.setattr(database, "PRAGMAS", tuple(pragmas))
    workspace = open_workspace(workspace.root)
    take_in(workspace)
    drop(workspace, "scan.json", CONTRACT)
    troubled, filed = threading.Event(), threading.Event()

    def hear(event: Event) -> None:
        if event.kind == "trouble" and event.reason == "database is locked":
            troubled.set()
        if event.kind == "filed":
            filed.set()

    other = pysqlite3.connect(workspace.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    thread, stop = watching(workspace, hear)
    was_told = troubled.wait(30)
    other.execute("ROLLBACK")
    other.close()
    came = filed.wait(30)
    stop.set()
    thread.join(30)

    assert was_told
    assert came
    assert_whole(workspace, [CONTRACT])


def with_papers(workspace: Workspace) -> Workspace:
    """Return the workspace, opened anew, with papers of two households."""
    drop(workspace, "one.json", CONTRACT)
    drop(workspace, "two.json", OTHER)
    take_in(workspace)
    workspace.engine.dispose()
    return open_workspace(workspace.root)


def remove_database(workspace: Workspace) -> None:
    workspace.engine.dispose()
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()


def test_a_deleted_database_is_refused_with_the_way_back(workspace: Workspace) -> None:
    """Empty, it would number households from 1 and file one man's papers into another's object."""
    workspace = with_papers(workspace)
    remove_database(workspace)
    workspace = open_workspace(workspace.root)
    with pytest.raises(DatabaseUnusable, match="hudang rebuild"), recovery.intake_lock(workspace):
        pass

    rebuild(workspace, lambda _done, _all: None)

    with recovery.intake_lock(workspace):
        drop(workspace, "iou.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="J-1"))
        take_in(workspace)
    assert len(list(workspace.archive.rglob("papers/*"))) == 3


def test_a_database_deleted_while_papers_come_in_stops_the_intake(workspace: Workspace) -> None:
    workspace = with_papers(workspace)
    intake = take_in(workspace)
    for path in workspace.root.glob("hudang.db*"):
        path.unlink()
    drop(workspace, "scan.json", paper(None))

    with pytest.raises(DatabaseUnusable, match="hudang rebuild"):
        settle(intake)

    assert (workspace.inbox / "scan.json").exists()


def test_an_old_copy_of_the_database_is_refused_before_it_mixes_papers(
    workspace: Workspace,
) -> None:
    drop(workspace, "one.json", CONTRACT)
    take_in(workspace)
    workspace.engine.dispose()
    old = workspace.database.read_bytes()
    workspace = open_workspace(workspace.root)
    drop(workspace, "two.json", OTHER)
    drop(workspace, "iou.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="J-1"))
    take_in(workspace)
    remove_database(workspace)
    workspace.database.write_bytes(old)
    workspace = open_workspace(workspace.root)
    drop(workspace, "late.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="J-2"))

    with pytest.raises(DatabaseUnusable, match="hudang rebuild"):
        take_in(workspace)

    assert sha256(paper("iou", borrower="王小明", id_number=IDS[0], iou_no="J-2")) in everywhere(
        workspace
    )


@pytest.mark.parametrize("page", [0, 1, 2, 5, 9])
def test_a_damaged_database_is_refused_with_the_way_back(workspace: Workspace, page: int) -> None:
    workspace = with_papers(workspace)
    workspace.engine.dispose()
    with workspace.database.open("r+b") as file:
        file.seek(page * 4096)
        file.write(os.urandom(4096))
    workspace = open_workspace(workspace.root)

    with pytest.raises(DatabaseUnusable, match="hudang rebuild"), recovery.intake_lock(workspace):
        pass


def test_a_kill_again_and_again_leaves_nothing_behind(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_and_come_back(workspace, monkeypatch, times=12)


@pytest.mark.slow
def test_five_hundred_kills_leave_nothing_behind(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_and_come_back(workspace, monkeypatch, times=500)


class Killed(BaseException):
    """The process ends here; nothing of it runs any more."""


def leave_and_come_back(workspace: Workspace, patch: pytest.MonkeyPatch, *, times: int) -> None:
    """Break off at ever other calls of the disk; then nothing lies about but what came in."""
    came = []
    for number in range(times):
        came.append(paper("inspection_report", borrower="无名氏", number=str(number)))
        drop(workspace, f"{number}.json", came[-1])
        at = 3 + number % 23
        # From there on every call fails: nothing is tidied up on the way out.
        killed = Refusing(from_then_on(at, Killed()))
        with patch.context() as patched, pytest.raises(Killed):
            patched.setattr(fsio, "disk", killed)
            take_in(workspace)
    take_in(workspace)
    recovery.recover(workspace, lambda: system_clock() + timedelta(hours=7))

    assert_whole(workspace, came)
    assert [p for p in workspace.staging.rglob("*") if p.is_file()] == []
    assert [
        p.name for p in workspace.root.iterdir() if p.name.startswith((".tmp", "advance"))
    ] == []


@pytest.mark.parametrize("number", range(1, 9))
def test_a_database_that_says_no_once_is_no_reason_to_lose_a_paper(
    workspace: Workspace, number: int
) -> None:
    came = [CONTRACT, paper(None), CONTRACT + b" "]
    for name, data in zip("abc", came, strict=True):
        drop(workspace, f"{name}.json", data)
    begun = 0

    def refuse(connection: Any) -> None:
        nonlocal begun
        begun += bool(connection.get_execution_options().get("hudang_write"))
        if begun == number:
            begun += 1
            raise OperationalError("BEGIN IMMEDIATE", None, Exception("database is locked"))

    event.listen(workspace.engine, "begin", refuse, insert=True)
    with pytest.raises(OperationalError):
        take_in(workspace)

    take_in(workspace)

    assert_whole(workspace, came)


def test_the_database_of_a_newer_version_is_left_alone(workspace: Workspace) -> None:
    with database.writing(workspace.engine) as connection:
        connection.execute(text("UPDATE archive_version SET version_num = '9999'"))

    with pytest.raises(DatabaseUnusable, match="newer hudang"):
        _ = open_workspace(workspace.root).engine

    with database.reading(workspace.engine) as connection:
        assert connection.scalar(text("SELECT version_num FROM archive_version")) == "9999"
