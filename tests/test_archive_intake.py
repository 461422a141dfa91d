"""What arrives in the inbox, in every odd shape, ends in a defined state and is never lost."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from archive import documents, fsio, inbox, items, pending, recovery
from archive.database import reading
from archive.intake import Event, Intake
from archive.items import Item
from archive.ocfl import household_object
from archive.overview import overview
from archive.settings import Settings
from archive.store import Store
from archive.watch import watch
from archive.workspace import Workspace
from extractors import host
from extractors.outcome import ReadOutcome
from tests.archive_double import IDS, JsonReader, drop, new_workspace, paper, settle, take_in
from tests.archive_invariants import assert_whole, sha256

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return new_workspace(tmp_path / "w")


def states(workspace: Workspace) -> dict[str, str]:
    return {item.display_name: item.state for item in everything(workspace)}


def everything(workspace: Workspace) -> list[Item]:
    with reading(workspace.engine) as connection:
        return items.in_states(connection, items.ALL)


def test_a_contract_of_an_unknown_borrower_opens_his_file(workspace: Workspace) -> None:
    drop(workspace, "scan.json", CONTRACT)

    take_in(workspace)

    with reading(workspace.engine) as connection:
        [filed] = documents.documents_of(connection, 1)
    assert documents.paper(workspace, filed).read_bytes() == CONTRACT
    assert_whole(workspace, [CONTRACT])


def test_the_same_bytes_under_two_names_are_stored_once(workspace: Workspace) -> None:
    drop(workspace, "one.json", CONTRACT)
    drop(workspace, "two.json", CONTRACT)

    take_in(workspace)

    assert sorted(states(workspace).values()) == ["duplicate", "stored"]
    assert_whole(workspace, [CONTRACT, CONTRACT])


def test_the_same_bytes_again_next_week_are_linked(workspace: Workspace) -> None:
    drop(workspace, "one.json", CONTRACT)
    take_in(workspace)
    drop(workspace, "again.json", CONTRACT)

    take_in(workspace)

    assert states(workspace) == {"one.json": "stored", "again.json": "duplicate"}
    assert_whole(workspace, [CONTRACT, CONTRACT])


def test_one_name_for_two_papers_keeps_both(workspace: Workspace) -> None:
    other = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
    drop(workspace, "SCN_0001.json", CONTRACT)
    take_in(workspace)
    drop(workspace, "SCN_0001.json", other)

    take_in(workspace)

    assert_whole(workspace, [CONTRACT, other])


def test_what_cannot_be_read_is_kept_in_pending_with_its_reason(workspace: Workspace) -> None:
    drop(workspace, "rubbish.json", b"\x00\x01 nothing")

    take_in(workspace)

    [item] = everything(workspace)
    assert (item.state, item.reason) == ("quarantined", "unreadable")
    assert pending.held_paper(workspace, item).read_bytes() == b"\x00\x01 nothing"


@pytest.mark.parametrize(("name", "is_noted"), [("letter.jpg", True), ("letter.txt", False)])
def test_a_paper_whose_name_says_another_kind_of_file_is_read_and_noted(
    workspace: Workspace, name: str, is_noted: bool
) -> None:
    drop(workspace, name, paper(None, borrower="李秀英"))

    take_in(workspace)

    [item] = everything(workspace)
    found = pending.held_reading(workspace, item)
    assert found is not None
    codes = {problem.code for problem in found[0].problems}
    assert ("name_mismatch" in codes) is is_noted


def test_a_report_before_its_contract_is_filed_when_the_contract_comes(
    workspace: Workspace,
) -> None:
    report = paper("inspection_report", borrower="王小明", main_contract_no="HT-1")
    drop(workspace, "report.json", report)
    take_in(workspace)
    assert states(workspace) == {"report.json": "held"}
    drop(workspace, "contract.json", CONTRACT)

    take_in(workspace)

    assert states(workspace) == {"report.json": "stored", "contract.json": "stored"}
    assert not list(workspace.pending.glob("*.json"))


def test_a_half_written_pdf_waits_and_is_taken_when_it_is_whole(workspace: Workspace) -> None:
    half = drop(workspace, "scan.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    events: list[Event] = []
    intake = take_in(workspace, events)
    assert [(e.kind, e.reason) for e in events if e.kind == "waiting"] == [
        ("waiting", "incomplete")
    ]

    with half.open("ab") as writer:
        writer.write(b"trailer\n<<>>\n%%EOF\n")
    settle(intake)

    assert states(workspace) == {"scan.pdf": "quarantined"}


def test_a_file_that_still_grows_is_left_alone(tmp_path: Path) -> None:
    workspace = new_workspace(tmp_path / "w")
    workspace = replace(workspace, settings=patient(workspace.settings))
    seconds = iter([0.0, 2.0, 4.0, 6.0])
    intake = Intake(
        workspace, JsonReader(), on_event=lambda _e: None, monotonic=lambda: next(seconds)
    )
    intake.start()
    growing = drop(workspace, "scan.json", b"{")
    for _second in range(3):
        intake.take()
        with growing.open("ab") as writer:
            writer.write(b" ")

    intake.take()

    assert states(workspace) == {"scan.json": "waiting"}
    assert growing.exists()


def patient(settings: Settings) -> Settings:
    return replace(settings, inbox=replace(settings.inbox, quiet_seconds=3.0))


def test_an_empty_file_waits_with_a_reason(workspace: Workspace) -> None:
    drop(workspace, "empty.json", b"")

    take_in(workspace)

    [item] = everything(workspace)
    assert (item.state, item.reason) == ("waiting", "empty")


def test_a_file_that_leaves_the_inbox_again_is_gone(workspace: Workspace) -> None:
    file = drop(workspace, "empty.json", b"")
    intake = take_in(workspace)
    file.unlink()

    settle(intake)

    assert states(workspace) == {"empty.json": "gone"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_links_pipes_and_folders_are_never_opened(workspace: Workspace, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_bytes(CONTRACT)
    (workspace.inbox / "link.json").symlink_to(secret)
    os.mkfifo(workspace.inbox / "pipe.json")
    (workspace.inbox / "folder.json").mkdir()

    take_in(workspace)

    assert {item.display_name: item.reason for item in everything(workspace)} == {
        "link.json": "not_regular",
        "pipe.json": "not_regular",
    }
    assert sha256(CONTRACT) not in everywhere_but(workspace, secret)


def everywhere_but(workspace: Workspace, outside: Path) -> set[str]:
    return {
        sha256(path.read_bytes())
        for path in workspace.root.rglob("*")
        if path.is_file() and path.resolve() != outside.resolve()
    }


@pytest.mark.parametrize(
    "name",
    [
        b"\xd5\xc5\xc8\xfd.json",
        "a\u202egnp.json".encode(),
        b"tab\tand\nline.json",
        ("名" * 80 + ".json").encode(),
        b"CON.json",
        b" .. x .json ",
        b"--rm -rf.json",
        b"$(id);`id`.json",
    ],
)
def test_odd_names_arrive_are_shown_safely_and_never_build_a_path(
    workspace: Workspace, name: bytes
) -> None:
    Path(os.fsdecode(os.fsencode(workspace.inbox) + b"/" + name)).write_bytes(CONTRACT)

    take_in(workspace)

    [item] = everything(workspace)
    assert item.state == "stored"
    assert item.inbox_path == name
    assert item.display_name.isprintable()
    assert_whole(workspace, [CONTRACT])
    paths = [str(path.relative_to(workspace.archive)) for path in workspace.archive.rglob("*")]
    assert not [path for path in paths if "王小明" in path or IDS[0] in path]


def test_gbk_names_are_shown_in_chinese(workspace: Workspace) -> None:
    name = os.fsdecode(os.fsencode(workspace.inbox) + "/张三.json".encode("gb18030"))
    Path(name).write_bytes(CONTRACT)

    take_in(workspace)

    assert [item.display_name for item in everything(workspace)] == ["张三.json"]


def test_sub_folders_of_the_inbox_are_looked_into(workspace: Workspace) -> None:
    (workspace.inbox / "scanner 1").mkdir()
    drop(workspace, "scanner 1/scan.json", CONTRACT)

    take_in(workspace)

    assert states(workspace) == {"scanner 1/scan.json": "stored"}


def test_what_scanners_and_copiers_leave_while_they_write_is_passed_over(
    workspace: Workspace,
) -> None:
    for name in ("scan.json.part", "x.tmp", "~$report.docx", ".hidden.json", "Thumbs.db"):
        drop(workspace, name, CONTRACT)

    take_in(workspace)

    assert states(workspace) == {}


def test_a_second_watcher_is_refused(workspace: Workspace) -> None:
    with (
        recovery.intake_lock(workspace),
        pytest.raises(recovery.AlreadyWatched),
        recovery.intake_lock(workspace),
    ):
        pass


def test_a_nearly_full_disk_takes_nothing_and_says_so(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.fsio.is_short_of_room", lambda *_arguments: True)
    drop(workspace, "scan.json", CONTRACT)
    events: list[Event] = []

    take_in_once(workspace, events)

    assert ("trouble", "disk_full") in [(e.kind, e.reason) for e in events]
    assert (workspace.inbox / "scan.json").exists()


def take_in_once(workspace: Workspace, events: list[Event]) -> None:
    intake = Intake(workspace, JsonReader(), on_event=events.append)
    intake.start()
    intake.take()


def test_the_watcher_files_what_is_dropped_and_stops_when_told(workspace: Workspace) -> None:
    stop = threading.Event()
    filed = threading.Event()

    def heard(event: Event) -> None:
        if event.kind == "filed":
            filed.set()

    intake = Intake(workspace, JsonReader(), on_event=heard)
    watcher = threading.Thread(
        target=watch,
        args=(workspace, intake),
        kwargs={"stop": stop, "on_event": heard, "settled": lambda: None},
    )
    watcher.start()
    drop(workspace, "scan.json", CONTRACT)
    seen = filed.wait(30)
    stop.set()
    watcher.join(30)

    assert seen
    assert not watcher.is_alive()
    assert_whole(workspace, [CONTRACT])


@pytest.mark.parametrize("count", [2_000, pytest.param(50_000, marks=pytest.mark.slow)])
def test_a_burst_is_registered_completely_at_one_look(workspace: Workspace, count: int) -> None:
    """Written and renamed into the folder; there are too many events for anybody to count on."""
    elsewhere = workspace.root / "elsewhere"
    elsewhere.mkdir()
    for number in range(count):
        name = f"SCN_{number:05d}.json"
        if number % 10:
            drop(workspace, name, b"{}")
        else:
            (elsewhere / name).write_bytes(b"{}")
            (elsewhere / name).rename(workspace.inbox / name)
    before = host.resident_mb(os.getpid()) or 0
    intake = Intake(workspace, JsonReader(), on_event=lambda _e: None)
    intake.start()

    intake.take()

    state = overview(workspace)
    assert state.waiting + state.in_hand == count
    assert len({item.inbox_path for item in everything(workspace)}) == count
    assert (host.resident_mb(os.getpid()) or 0) - before < 300


def test_in_a_burst_the_folder_is_not_listed_anew_for_every_handful(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    listings = []
    scan = inbox.scan

    def counted(folder: Path) -> Iterator[inbox.Seen]:
        listings.append(folder)
        return scan(folder)

    papers = [paper(None, number=str(number)) for number in range(300)]
    for number, data in enumerate(papers):
        drop(workspace, f"SCN_{number:05d}.json", data)
    chosen = replace(workspace.settings.inbox, scan_seconds=5.0)
    workspace = replace(workspace, settings=replace(workspace.settings, inbox=chosen))
    monkeypatch.setattr(inbox, "scan", counted)
    intake = Intake(workspace, JsonReader(), on_event=lambda _e: None, monotonic=lambda: 1.0)
    intake.start()

    settle(intake)

    assert len(listings) == 1
    assert_whole(workspace, papers)


def test_a_watcher_whom_no_event_reaches_finds_a_burst_all_the_same(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What happens when the system's queue of events is full."""
    monkeypatch.setattr("archive.watch._Wake.on_any_event", lambda _self, _event: None)
    seen: list[Event] = []
    complete, stop = threading.Event(), threading.Event()

    def hear(event: Event) -> None:
        seen.append(event)
        if len([each for each in seen if each.kind == "held"]) == 50:
            complete.set()

    watcher = threading.Thread(
        target=watch,
        args=(workspace, Intake(workspace, JsonReader(), on_event=hear)),
        kwargs={"stop": stop, "on_event": hear, "settled": lambda: None},
    )
    watcher.start()
    papers = [paper(None, number=str(number)) for number in range(50)]
    for number, data in enumerate(papers):
        drop(workspace, f"SCN_{number:05d}.json", data)
    came = complete.wait(60)
    stop.set()
    watcher.join(30)

    assert came
    assert_whole(workspace, papers)


class SlowReader:
    """Answers when told to, as a child process does."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, Future[ReadOutcome]]] = []

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Remember the question."""
        future: Future[ReadOutcome] = Future()
        self.asked.append((path, future))
        return future

    def answer(self) -> None:
        """Answer everything that was asked."""
        for path, future in self.asked:
            future.set_result(JsonReader().submit(path).result())
        self.asked = []


@pytest.mark.parametrize("one", [CONTRACT, paper(None), b"rubbish"])
def test_the_same_bytes_read_at_the_same_time_are_kept_once(
    workspace: Workspace, one: bytes
) -> None:
    drop(workspace, "one.json", one)
    drop(workspace, "two.json", one)
    readers = SlowReader()
    intake = Intake(workspace, readers, on_event=lambda _e: None)
    intake.start()
    intake.take()
    while intake.busy:
        intake.go_on()
        readers.answer()

    assert sorted(states(workspace).values())[0] == "duplicate"
    assert_whole(workspace, [one, one])


def test_a_claimed_file_that_the_database_does_not_know_is_taken_in(workspace: Workspace) -> None:
    orphan = workspace.claimed / "01j0000000000000000000000a"
    orphan.mkdir(parents=True)
    (orphan / "scan.json").write_bytes(CONTRACT)

    take_in(workspace)

    assert states(workspace) == {"scan.json": "stored"}
    assert_whole(workspace, [CONTRACT])


def test_a_copy_left_in_pending_by_a_crash_is_taken_away_when_its_paper_is_filed(
    workspace: Workspace,
) -> None:
    drop(workspace, "scan.json", CONTRACT)
    take_in(workspace)
    [item] = everything(workspace)
    (workspace.pending / f"{item.id}.json").write_bytes(CONTRACT)

    take_in(workspace)

    assert_whole(workspace, [CONTRACT])


def test_a_file_that_may_not_be_read_waits_and_holds_up_nobody(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    opens = host.open_regular

    def refuse(path: Path) -> int:
        if path.name == "locked.json":
            raise PermissionError(13, "Permission denied")
        return opens(path)

    monkeypatch.setattr(host, "open_regular", refuse)
    drop(workspace, "locked.json", paper(None))
    drop(workspace, "scan.json", CONTRACT)

    take_in(workspace)

    assert states(workspace) == {"locked.json": "waiting", "scan.json": "stored"}
    assert [i.reason for i in everything(workspace) if i.state == "waiting"] == ["no_permission"]


def test_a_file_locked_after_it_was_claimed_holds_up_nobody(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = fsio.copy_together

    def refuse(targets: Mapping[Path, Path]) -> dict[Path, fsio.Copied]:
        locked = {source for source in targets if source.name == "locked.json"}
        others = {source: targets[source] for source in targets.keys() - locked}
        refused = dict.fromkeys(locked, PermissionError(13, "Permission denied"))
        return copies(others) | refused

    locked = paper(None)
    drop(workspace, "locked.json", locked)
    drop(workspace, "scan.json", CONTRACT)
    with monkeypatch.context() as patch:
        patch.setattr(fsio, "copy_together", refuse)
        take_in(workspace)
    assert states(workspace) == {"locked.json": "claimed", "scan.json": "stored"}

    take_in(workspace)

    assert_whole(workspace, [locked, CONTRACT])


def test_one_damaged_household_file_does_not_keep_the_others_out(workspace: Workspace) -> None:
    drop(workspace, "contract.json", CONTRACT)
    take_in(workspace)
    folder = Store(workspace.archive, workspace.staging).folder(household_object(1))
    (folder / "inventory.json").write_bytes(b"{}")
    drop(workspace, "iou.json", paper("iou", borrower="王小明", id_number=IDS[0], iou_no="J-1"))
    drop(workspace, "other.json", paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2"))

    take_in(workspace)

    assert {i.display_name: (i.state, i.reason) for i in everything(workspace)} == {
        "contract.json": ("stored", None),
        "iou.json": ("held", "archive_damaged"),
        "other.json": ("stored", None),
    }


def stop_in_hand(workspace: Workspace, times: int) -> None:
    """Start the intake and lose it while it reads, again and again."""
    for _time in range(times):
        intake = Intake(workspace, SlowReader(), on_event=lambda _e: None)
        intake.start()
        intake.take()
        intake.go_on()


def test_papers_in_hand_at_several_crashes_are_still_taken(workspace: Workspace) -> None:
    other = paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2")
    drop(workspace, "one.json", CONTRACT)
    drop(workspace, "two.json", other)
    stop_in_hand(workspace, 4)

    take_in(workspace)

    assert set(states(workspace).values()) == {"stored"}
    assert_whole(workspace, [CONTRACT, other])


def test_a_paper_that_brings_the_program_down_each_time_is_put_aside_and_kept(
    workspace: Workspace,
) -> None:
    drop(workspace, "poison.json", CONTRACT)
    stop_in_hand(workspace, 6)
    drop(workspace, "fine.json", paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2"))

    take_in(workspace)

    assert states(workspace) == {"poison.json": "quarantined", "fine.json": "stored"}
    [poison] = [item for item in everything(workspace) if item.state == "quarantined"]
    assert pending.held_paper(workspace, poison).read_bytes() == CONTRACT


def test_the_twin_of_a_held_paper_is_linked_when_the_paper_is_filed(workspace: Workspace) -> None:
    report = paper("inspection_report", borrower="王小明", main_contract_no="HT-1")
    drop(workspace, "report.json", report)
    take_in(workspace)
    drop(workspace, "again.json", report)
    take_in(workspace)
    drop(workspace, "contract.json", CONTRACT)

    take_in(workspace)

    filed = {item.display_name: item.document_id for item in everything(workspace)}
    assert filed["again.json"] == filed["report.json"] is not None
    assert_whole(workspace, [report, report, CONTRACT])


def originals(workspace: Workspace) -> list[bytes]:
    return [path.read_bytes() for path in workspace.done.rglob("*") if path.is_file()]


def test_originals_are_removed_when_their_days_are_over_and_not_before(
    workspace: Workspace,
) -> None:
    drop(workspace, "scan.json", CONTRACT)
    take_in(workspace)

    recovery.prune_done(workspace, datetime.now(UTC) + timedelta(days=29))
    assert originals(workspace) == [CONTRACT]
    recovery.prune_done(workspace, datetime.now(UTC) + timedelta(days=40))
    assert originals(workspace) == []


def test_an_original_whose_archived_copy_is_damaged_is_never_removed(
    workspace: Workspace,
) -> None:
    drop(workspace, "scan.json", CONTRACT)
    take_in(workspace)
    with reading(workspace.engine) as connection:
        [filed] = documents.documents_of(connection, 1)
    documents.paper(workspace, filed).write_bytes(b"something else")

    recovery.prune_done(workspace, datetime.now(UTC) + timedelta(days=40))

    assert originals(workspace) == [CONTRACT]
