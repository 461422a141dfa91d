"""How files arrive: slowly, swapped, at the wrong time, on shares that go away (F1-F16)."""

from __future__ import annotations

import os
import random
import socket
import threading
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive import faults, fsio, items, readiness, recovery
from archive.clock import system_clock
from archive.database import reading
from archive.ids import new_id
from archive.inbox import InboxGone
from archive.intake import Event, Intake
from archive.items import Item
from archive.watch import watch
from archive.workspace import Workspace, open_workspace
from extractors import host
from tests import slow_writers
from tests.archive_double import IDS, JsonReader, drop, new_workspace, paper, settle, take_in
from tests.archive_invariants import assert_whole, kept_digests, sha256
from tests.slow_writers import WRITERS
from tests.test_archive_crashes import at_visit, in_child
from tests.test_archive_intake import SlowReader

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")
OTHER = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
EACH = 20


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def everything(workspace: Workspace) -> list[Item]:
    with reading(workspace.engine) as connection:
        return items.in_states(connection, items.ALL)


def patient(workspace: Workspace) -> Workspace:
    """The workspace with the times that a department has."""
    inbox = replace(workspace.settings.inbox, quiet_seconds=3.0, share_quiet_seconds=15.0)
    return replace(workspace, settings=replace(workspace.settings, inbox=inbox))


class Desk:
    """An inbox that is looked at every five seconds, by a clock that the test turns."""

    def __init__(self, workspace: Workspace) -> None:
        self.now = 1000.0
        self.workspace = workspace
        self.intake = Intake(
            workspace, JsonReader(), on_event=lambda _e: None, monotonic=lambda: self.now
        )
        self.intake.start()

    def let_pass(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + 5.0)
            self.look()

    def look(self) -> None:
        self.intake.take()
        for _time in range(4):
            self.intake.go_on()

    def settled(self) -> set[str]:
        over = (*items.PENDING, "stored", "duplicate")
        return {item.display_name for item in everything(self.workspace) if item.state in over}


def is_there(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data


@pytest.mark.parametrize("kind", ["local", "share", "times"])
@pytest.mark.parametrize("pattern", WRITERS)
def test_what_is_still_being_written_is_never_taken(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, pattern: str, kind: str
) -> None:
    if kind == "share":
        # No events, and nobody to ask whether the file is open; the writer may stall less.
        monkeypatch.setattr(host, "is_share", lambda path: path == workspace.inbox)
        monkeypatch.setattr(host, "is_being_written", lambda _descriptor: False)
    desk = Desk(patient(workspace))
    write, data_of = WRITERS[pattern]
    papers = {f"scan {n:02d}.pdf": data_of(n) for n in range(EACH)}
    stall = 10.0 if kind == "share" else 30.0
    writers = {name: write(workspace.inbox / name, data, stall) for name, data in papers.items()}
    draw = random.Random(7)  # noqa: S311
    while writers:
        waits = []
        for name, writer in list(writers.items()):
            pause = next(writer, None)
            if pause is None:
                del writers[name]
            else:
                waits.append(pause)
            if kind == "times" and (workspace.inbox / name).exists():
                when = draw.randrange(2**31)
                os.utime(workspace.inbox / name, (when, when))
        unfinished = {n for n, data in papers.items() if not is_there(workspace.inbox / n, data)}
        unfinished -= desk.settled()
        desk.let_pass(min(waits, default=0.0))
        assert not desk.settled() & unfinished

    desk.let_pass(35.0)

    assert desk.settled() == papers.keys()
    assert kept_digests(workspace) == Counter(sha256(data) for data in papers.values())


def test_what_is_open_for_writing_is_taken_as_soon_as_it_is_closed(workspace: Workspace) -> None:
    desk = Desk(patient(workspace))
    with (workspace.inbox / "scan.pdf").open("wb") as file:
        file.write(slow_writers.pdf(1))
        file.flush()
        desk.let_pass(60.0)
        assert [item.reason for item in everything(workspace)] == ["being_written"]

    desk.let_pass(5.0)

    assert desk.settled() == {"scan.pdf"}


def test_what_grows_after_it_was_taken_is_taken_again(workspace: Workspace) -> None:
    """Nobody could know that more would come; both are kept, and nothing is lost."""
    readers = SlowReader()
    intake = Intake(workspace, readers, on_event=lambda _e: None)
    intake.start()
    first, whole = slow_writers.pdf(1), slow_writers.pdf(1) + b"more\n%%EOF\n"
    drop(workspace, "scan.pdf", first)
    intake.take()
    intake.go_on()
    [claimed] = workspace.claimed.glob("*/scan.pdf")
    claimed.write_bytes(whole)
    readers.answer()
    while intake.busy:
        intake.go_on()
        readers.answer()

    assert kept_digests(workspace) == Counter([sha256(first), sha256(whole)])
    assert_whole(workspace, [first, whole])


@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(visit, marks=() if visit in (1, 2, 10, 19, 20) else pytest.mark.slow)
        for visit in range(1, 21)
    ],
)
def test_a_file_changed_at_any_point_of_its_copy_is_copied_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, visit: int
) -> None:
    before, after = slow_writers.pdf(1), slow_writers.pdf(2)
    monkeypatch.setattr(fsio, "CHUNK", len(before) // 20 + 1)

    def swap() -> None:
        [claimed] = workspace.claimed.glob("*/scan.pdf")
        claimed.write_bytes(after)
        os.utime(claimed, ns=(time.time_ns(), time.time_ns() + visit))

    drop(workspace, "scan.pdf", before)
    faults.arm(at_visit("fsio.write", visit, swap))
    try:
        take_in(workspace)
    finally:
        faults.arm(None)

    assert_whole(workspace, [after])


def test_a_file_swapped_just_before_it_is_claimed_has_to_be_whole_itself(
    workspace: Workspace,
) -> None:
    whole = slow_writers.pdf(2)
    desk = Desk(patient(workspace))
    drop(workspace, "scan.pdf", slow_writers.pdf(1))
    other = drop(workspace, "scan.part", whole[:300])
    desk.look()
    desk.now += 5.0

    def swap() -> None:
        other.replace(workspace.inbox / "scan.pdf")

    faults.arm(at_visit("intake.claim", 1, swap))
    try:
        desk.look()
    finally:
        faults.arm(None)
    desk.let_pass(60.0)
    assert desk.settled() == set()

    [claimed] = workspace.claimed.glob("*/scan.pdf")
    claimed.write_bytes(whole)
    desk.let_pass(10.0)

    assert_whole(workspace, [whole])


def test_sockets_folders_and_other_names_of_archived_files_do_no_harm(
    workspace: Workspace,
) -> None:
    drop(workspace, "scan.json", CONTRACT)
    take_in(workspace)
    [archived] = (workspace.archive).rglob("papers/*")
    os.link(archived, workspace.inbox / "again.json")
    (workspace.inbox / "folder.pdf").mkdir()
    with socket.socket(socket.AF_UNIX) as listening:
        before = Path.cwd()
        # The name of a socket may be short only.
        os.chdir(workspace.inbox)
        try:
            listening.bind("socket.pdf")
        finally:
            os.chdir(before)

        take_in(workspace)

    reasons = {item.display_name: item.reason for item in everything(workspace)}
    assert reasons == {"scan.json": None, "again.json": None, "socket.pdf": "not_regular"}
    [done] = workspace.done.rglob("again.json")
    done.write_bytes(b"scribbled over")
    assert not archived.samefile(done) or archived.read_bytes() == b"scribbled over"


@pytest.mark.parametrize(
    "names",
    [
        (unicodedata.normalize("NFC", "José.json"), unicodedata.normalize("NFD", "José.json")),
        ("SCAN.JSON", "scan.json"),
        ("\u202etxt.nosj", "txt.nosj"),
        ("a" * 250 + ".json", "a" * 249 + "b.json"),
        ("名" * 83 + ".json", "名" * 82 + "册.json"),
    ],
)
def test_names_that_look_alike_are_two_papers(workspace: Workspace, names: tuple[str, str]) -> None:
    for name, data in zip(names, (CONTRACT, OTHER), strict=True):
        drop(workspace, name, data)
    if len(list(workspace.inbox.glob("[!.]*"))) < 2:
        pytest.skip("this file system takes them for one")

    take_in(workspace)

    assert_whole(workspace, [CONTRACT, OTHER])


def test_an_empty_file_is_put_before_a_person_after_ten_minutes(workspace: Workspace) -> None:
    desk = Desk(patient(workspace))
    drop(workspace, "empty.pdf", b"")
    desk.let_pass(590.0)
    assert [(i.state, i.reason) for i in everything(workspace)] == [("waiting", "empty")]

    desk.let_pass(30.0)

    [item] = everything(workspace)
    assert item.state == "quarantined"


@pytest.mark.parametrize("data", [b"x", b" " * 100, b"\n"])
def test_next_to_nothing_ends_with_a_person_too(workspace: Workspace, data: bytes) -> None:
    drop(workspace, "scan.pdf", data)

    take_in(workspace)

    assert [item.state for item in everything(workspace)] == ["quarantined"]
    assert_whole(workspace, [data])


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1), timedelta(days=-20_000)])
def test_a_clock_that_jumps_loses_nothing_and_stops_nothing(
    workspace: Workspace, jump: timedelta
) -> None:
    moments = {"now": datetime(2026, 3, 1, 12, tzinfo=UTC)}
    intake = Intake(workspace, JsonReader(), on_event=lambda _e: None, clock=lambda: moments["now"])
    intake.start()
    drop(workspace, "one.json", CONTRACT)
    os.utime(workspace.inbox / "one.json", (2**33, 2**33))
    settle(intake)
    moments["now"] += jump
    drop(workspace, "two.json", OTHER)
    os.utime(workspace.inbox / "two.json", (-(2**31), -(2**31)))

    settle(intake)

    assert_whole(workspace, [CONTRACT, OTHER])


def test_ids_go_on_rising_when_the_clock_is_set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    before = new_id()
    monkeypatch.setattr(time, "time_ns", lambda: 0)

    ids = [before, *(new_id() for _time in range(50))]

    assert ids == sorted(set(ids))


@pytest.mark.parametrize("nested", ["archive", "archive/in", "pending", "browse", ".staging", "."])
def test_an_inbox_inside_another_folder_of_the_workspace_is_refused(
    workspace: Workspace, nested: str
) -> None:
    workspace.inbox.rename(workspace.root / "old")
    (workspace.root / nested).mkdir(exist_ok=True)
    workspace.inbox.symlink_to(workspace.root / nested)

    with pytest.raises(readiness.PlacesOverlap, match="inbox"), recovery.intake_lock(workspace):
        pass


def in_hand(workspace: Workspace) -> tuple[Intake, SlowReader]:
    """Return an intake with one paper in hand and one waiting for its end."""
    readers = SlowReader()
    intake = Intake(workspace, readers, on_event=lambda _e: None)
    intake.start()
    drop(workspace, "one.json", CONTRACT)
    drop(workspace, "half.pdf", b"%PDF-1.7 half")
    intake.take()
    intake.go_on()
    return intake, readers


@pytest.mark.parametrize("mount_point_stays", [True, False])
def test_a_share_that_goes_away_and_comes_back_is_gone_on_with(
    workspace: Workspace, mount_point_stays: bool
) -> None:
    intake, readers = in_hand(workspace)
    before = {item.display_name: item.state for item in everything(workspace)}
    elsewhere = workspace.inbox.rename(workspace.root / "elsewhere")
    if mount_point_stays:
        workspace.inbox.mkdir()
    readers.answer()
    for act in (intake.take, intake.start, intake.take):
        with pytest.raises(InboxGone):
            act()
    assert {item.display_name: item.state for item in everything(workspace)} == before

    if mount_point_stays:
        workspace.inbox.rmdir()
    elsewhere.rename(workspace.inbox)
    with (workspace.inbox / "half.pdf").open("ab") as file:
        file.write(b"\n%%EOF")
    take_in(workspace)

    assert_whole(workspace, [CONTRACT, b"%PDF-1.7 half\n%%EOF"])


def test_the_watcher_says_that_the_share_is_gone_and_goes_on_when_it_is_back(
    workspace: Workspace,
) -> None:
    heard: list[Event] = []
    gone, filed, stop = threading.Event(), threading.Event(), threading.Event()

    def hear(event: Event) -> None:
        heard.append(event)
        if event.kind == "trouble":
            gone.set()
        if event.kind == "filed":
            filed.set()

    take_in(workspace)
    elsewhere = workspace.inbox.rename(workspace.root / "elsewhere")
    watcher = threading.Thread(
        target=watch,
        args=(workspace, Intake(workspace, JsonReader(), on_event=hear)),
        kwargs={"stop": stop, "on_event": hear, "settled": lambda: None},
    )
    watcher.start()
    said = gone.wait(30)
    (elsewhere / "scan.json").write_bytes(CONTRACT)
    elsewhere.rename(workspace.inbox)
    came = filed.wait(30)
    stop.set()
    watcher.join(30)

    assert said
    assert came
    assert not watcher.is_alive()
    assert_whole(workspace, [CONTRACT])


def test_three_processes_that_all_want_to_watch_take_each_paper_once(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    papers = {f"scan {n:03d}.json": paper(None, number=str(n)) for n in range(60)}
    for name, data in papers.items():
        drop(workspace, name, data)
    workspace.engine.dispose()
    children = []
    for _watcher in range(3):
        child = os.fork()
        if child == 0:
            try:
                _race(tmp_path / "w")
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)

    assert_whole(open_workspace(tmp_path / "w"), papers.values())


def _race(root: Path) -> None:
    """Want to be the watcher again and again, until nothing is left in the inbox."""
    workspace = open_workspace(root)
    until = time.monotonic() + 120
    while time.monotonic() < until and any(workspace.inbox.glob("*.json")):
        try:
            with recovery.intake_lock(workspace):
                intake = Intake(workspace, JsonReader(), on_event=lambda _e: None)
                intake.start()
                intake.take()
                while intake.busy:
                    intake.go_on()
        except recovery.AlreadyWatched:
            time.sleep(0)


def test_a_second_process_is_told_that_the_inbox_is_watched(workspace: Workspace) -> None:
    workspace.engine.dispose()

    def want_it_too() -> None:
        with pytest.raises(recovery.AlreadyWatched), recovery.intake_lock(workspace):
            pass

    with recovery.intake_lock(workspace):
        assert in_child(want_it_too) == 0


@pytest.fixture(autouse=True)
def disarm() -> Iterator[None]:
    yield
    faults.arm(None)


def test_half_a_copy_of_a_file_from_elsewhere_is_no_paper(
    workspace: Workspace, tmp_path: Path
) -> None:
    folder = workspace.claimed / new_id()
    folder.mkdir(parents=True)
    (folder / recovery.PART).write_bytes(CONTRACT[:20])

    recovery.recover(workspace, system_clock)

    assert everything(workspace) == []
    assert not list(workspace.claimed.iterdir())
