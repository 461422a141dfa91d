"""A day at the inbox with every call to the disk written down, and what must hold of its ruins."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from sqlalchemy import select

from archive import audit, audit_files, database, fsio, items, pending, recovery, schema
from archive.clock import system_clock
from archive.database import reading
from archive.disk import Disk
from archive.items import Item
from archive.matching import Match
from archive.settings import Settings
from archive.store import Store
from archive.workspace import Workspace, open_workspace
from extractors.correct import corrected
from tests.archive_double import IDS, drop, new_workspace, paper, scan_of, take_in
from tests.archive_invariants import assert_valid_ocfl, assert_whole, sha256
from tests.power_loss import Op, Recorder, Shadow, Trace, database_of, digest_of, put, tree_of

CONTRACT = paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1", sign_date="2024-03-01")
REPORT = paper("inspection_report", borrower="王小明", main_contract_no="HT-1")
MORNING = {
    "a-report.json": REPORT,
    "b-report-again.json": REPORT,
    "c-stranger.json": paper("inspection_report", borrower="无名氏"),
    "d-rubbish.pdf": b"not a paper at all",
    "e-contract.json": CONTRACT,
    "f-same-contract.json": CONTRACT,
    "g-other.json": paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2"),
    "h-unsure.json": scan_of(
        paper("inspection_report", borrower="王小明", main_contract_no="HT-1"),
        paper("collection_notice", borrower="王小明", main_contract_no="HT-1", notice_no="C-1"),
        confidence=0.8,
    ),
    "k-unwanted.json": paper(None),
}
AFTERNOON = {
    "m-iou.json": paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1"),
    "n-scan.json": scan_of(
        paper(borrower="张大年", id_number=IDS[2], contract_no="HT-3"),
        paper("iou", borrower="张大年", iou_no="JJ-3"),
    ),
    "o-same-contract.json": CONTRACT,
    "p-notice.json": paper("collection_notice", borrower="李秀英", main_contract_no="HT-2"),
}


class Hurried(Disk):
    """A disk that makes nothing durable: what is looked at afterwards is still in memory."""

    def sync(self, writer: BinaryIO) -> None:
        """Nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Nothing."""


@contextmanager
def in_a_hurry(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave out the syncs that only a later power cut would show the want of."""
    with patch.context() as patched:
        patched.setattr(fsio, "disk", Hurried())
        pragmas = [p.replace("synchronous = FULL", "synchronous = OFF") for p in database.PRAGMAS]
        patched.setattr(database, "PRAGMAS", tuple(pragmas))
        # The database of a trace has its tables already.
        patched.setattr(database, "migrate", lambda *_arguments: None)
        yield


def a_day(
    root: Path,
    patch: pytest.MonkeyPatch,
    forgets: Callable[[Op], bool] = lambda _op: False,
) -> Trace:
    """Take in a morning's and an afternoon's papers, with decisions between; return the trace."""
    workspace = new_workspace(root)
    trace = Trace(workspace.root, tree_of(workspace.root))
    trace.follow(workspace.engine)
    trace.note_commit()
    trace.ops.append(Op("commit", data=_database_of(workspace)))
    with patch.context() as patched:
        patched.setattr(fsio, "disk", Recorder(trace, forgets))
        arrive(workspace, trace, MORNING)
        take_in(workspace)
        audit_files.catch_up(workspace)
        decide(workspace)
        arrive(workspace, trace, AFTERNOON)
        take_in(workspace)
        audit_files.catch_up(workspace)
    trace.note_commit()
    workspace.engine.dispose()
    return trace


def _database_of(workspace: Workspace) -> bytes:
    return database_of(workspace.root)


def arrive(workspace: Workspace, trace: Trace, papers: dict[str, bytes]) -> None:
    """Drop papers into the inbox; whoever brought them has made them safe there."""
    for name, data in papers.items():
        drop(workspace, name, data)
        trace.add(Op("arrive", f"inbox/{name}", data=data))


def decide(workspace: Workspace) -> None:
    """What a person does about what is held: corrects, splits, files, puts aside."""
    held = held_by_name(workspace)
    unsure = held["h-unsure.json"]
    pending.split(workspace, unsure, None, actor="test")
    decision = pending.split(workspace, unsure, None, actor="test")
    assert isinstance(decision, Match)
    pending.file_held(workspace, unsure, decision.household_id, actor="test")
    stranger = held["c-stranger.json"]
    read, _content = pending.held_reading(workspace, stranger)
    said = corrected(read, {"borrower": "李秀英"})
    pending.correct(workspace, stranger, said, actor="test")
    pending.file_held(workspace, stranger, 2, actor="test")
    pending.dismiss(workspace, held["k-unwanted.json"], why="a flyer", actor="test")


def held_by_name(workspace: Workspace) -> dict[str, Item]:
    """Return what is held, by the name it came under."""
    with reading(workspace.engine) as connection:
        return {i.display_name: i for i in items.in_states(connection, items.PENDING)}


@dataclass
class Ruins:
    """Looks at states a power cut may leave; remembers which archives were found valid.

    workspace  where they are tried, one after the other
    """

    workspace: Workspace
    seen: set[str] = field(default_factory=set)
    valid: set[str] = field(default_factory=set)
    counted: Counter[str] = field(default_factory=Counter)

    def faults_of(self, tree: dict[str, bytes | None], data: bytes, came: list[bytes]) -> list[str]:
        """Return what is wrong after recovery from this state; [] also when it was seen before."""
        name = digest_of(tree, data)
        if name in self.seen:
            return []
        self.seen.add(name)
        workspace = self.workspace
        workspace.engine.dispose()
        fsio.discard(workspace.root)
        workspace.root.mkdir()
        put(workspace.root, tree, data)
        try:
            recovery.recover(workspace, system_clock)
            found = [*self._faults(workspace, came), *self._trail(workspace)]
        except Exception as refusal:  # noqa: BLE001 - whatever it is, it is a finding
            found = [f"recovery: {refusal!r}"]
        self.counted.update(each.split(":")[0] for each in found)
        return found

    def _faults(self, workspace: Workspace, came: list[bytes]) -> Iterator[str]:
        with reading(workspace.engine) as connection:
            rows = connection.execute(select(schema.document)).mappings().all()
            known = items.in_states(connection, items.ALL)
        store = Store(workspace.archive, workspace.staging)
        safe = {sha256(p.read_bytes()) for p in workspace.inbox.glob("*") if p.is_file()}
        of_rows = set()
        for row in rows:
            paper_file = store.path(row["object_id"], row["paper_path"])
            of_rows.add((row["object_id"], row["paper_path"]))
            store.path(row["object_id"], row["reading_path"]).read_bytes()
            if row["part_of"] is None:
                digest = sha256(paper_file.read_bytes())
                if digest != row["sha256"]:
                    yield f"phantom: {row['paper_path']}"
                safe.add(digest)
        by_id = {item.id: item for item in known}
        filed = {row["id"] for row in rows}
        for item in known:
            if item.state in ("claimed", "copied"):
                original = recovery.claimed_file(workspace, item.id)
                safe.add(sha256(original.read_bytes()))
            elif item.state in items.PENDING:
                kept = pending.held_paper(workspace, item).read_bytes()
                if sha256(kept) != item.sha256:
                    yield f"phantom: held {item.display_name}"
                if item.state == "held" and not pending.held_reading(workspace, item)[1].pages:
                    yield f"phantom: what was read of {item.display_name}"
                safe.add(sha256(kept))
            elif item.state == "dismissed":
                aside = workspace.pending / "dismissed"
                safe |= {sha256(p.read_bytes()) for p in aside.glob(f"{item.id}.*")}
            elif item.state == "stored" and item.document_id not in filed:
                yield f"phantom: {item.display_name} is stored as nothing"
            elif item.state == "duplicate":
                other = by_id.get(item.reason_detail.get("same_as", ""))
                held = other is not None and other.state in items.PENDING
                if item.document_id not in filed and not held:
                    yield f"phantom: {item.display_name} is a duplicate of nothing"
        for data in came:
            if sha256(data) not in safe:
                yield f"lost: {data[:60]!r}"
        yield from self._orphans(workspace, store, of_rows, set(by_id))
        yield from self._invalid(workspace)

    def _orphans(
        self, workspace: Workspace, store: Store, of_rows: set[tuple[str, str]], known: set[str]
    ) -> Iterator[str]:
        from archive.ocfl import INVENTORY, Inventory

        for folder in store.objects():
            inventory = Inventory.from_bytes((folder / INVENTORY).read_bytes())
            for logical in inventory.state:
                mine = (inventory.object_id, logical)
                if logical.startswith("papers/") and mine not in of_rows:
                    yield f"orphan: {logical} of {inventory.object_id}"
        for folder in workspace.claimed.iterdir():
            if folder.name not in known:
                yield f"orphan: claimed {folder.name}"
        for path in workspace.pending.rglob("*"):
            if path.is_file() and path.name.split(".")[0] not in known:
                yield f"orphan: pending {path.name}"
        for path in workspace.staging.rglob("*"):
            # A copy that a command may be about to file stays for some hours.
            if path.is_file() and not path.name.startswith(recovery.OTHERS_STAGING):
                yield f"litter: {path}"

    def _trail(self, workspace: Workspace) -> Iterator[str]:
        """The audit trail goes on, and its files say what the database says."""
        audit_files.catch_up(workspace)
        with reading(workspace.engine) as connection:
            told = [audit.line_of(row) for row in audit.rows(connection)]
            breaks = audit.breaks(connection)
        written = [line for _path, _number, line in audit_files.lines(workspace)]
        if told != written or breaks:
            yield "audit: the trail and its files differ"

    def _invalid(self, workspace: Workspace) -> Iterator[str]:
        name = digest_of(tree_of(workspace.archive))
        if name not in self.valid:
            try:
                assert_valid_ocfl(workspace.archive)
            except AssertionError as said:
                yield f"invalid: {said}"
            else:
                self.valid.add(name)


def ruins_in(folder: Path, settings: Settings) -> Ruins:
    """Return what tries states in the new folder `folder`."""
    return Ruins(Workspace(folder.resolve(), settings))


def came_so_far(ops: list[Op]) -> list[bytes]:
    """Return the papers that somebody brought in a beginning of a trace."""
    return [op.data for op in ops if op.kind == "arrive"]


def states(
    trace: Trace, kind: str, most: int, *, step: int = 1, seed: int = 1
) -> Iterator[tuple[int, dict[str, bytes | None], bytes]]:
    """Yield what a power cut may leave after each `step`-th call of a trace: (calls, files, db)."""
    shadow = Shadow(trace.start, kind)
    draw = random.Random(seed)  # noqa: S311
    for count, op in enumerate(trace.ops, 1):
        shadow.play(op)
        if count % step and count < len(trace.ops):
            continue
        for happened in shadow.possible(most, draw):
            yield count, shadow.after(happened), shadow.database


def take_in_the_rest(root: Path, came: list[bytes]) -> None:
    """Go on to the end from a state, and assert that every paper ends once."""
    workspace = open_workspace(root)
    take_in(workspace)
    # By then no command is still about to file its copy.
    recovery.recover(workspace, lambda: system_clock() + timedelta(hours=7))
    assert_whole(workspace, came)
    workspace.engine.dispose()


def states_after_recovery(
    trace: Trace, kind: str, most: int, folder: Path, patch: pytest.MonkeyPatch, *, step: int
) -> Iterator[tuple[int, dict[str, bytes | None], bytes]]:
    """Yield what a power cut leaves that follows a kill and the recovery from it.

    After every `step`-th call the program is killed, which loses nothing that it had asked for;
    recovery runs on top of it, and the power goes at each of its commits and at its end.
    """
    draw = random.Random(1)  # noqa: S311
    for count in range(step, len(trace.ops), step):
        shadow = Shadow(trace.start, kind)
        for op in trace.ops[:count]:
            shadow.play(op)
        root = folder / f"{kind}-{count}"
        root.mkdir()
        put(root, shadow.after(shadow.everything), shadow.database)
        for op in recorded_recovery(root, patch):
            if op.kind == "commit":
                for happened in shadow.possible(most, draw):
                    yield count, shadow.after(happened), shadow.database
            shadow.play(op)
        for happened in shadow.possible(most, draw):
            yield count, shadow.after(happened), shadow.database
        fsio.discard(root)


def recorded_recovery(root: Path, patch: pytest.MonkeyPatch) -> list[Op]:
    """Recover the workspace at `root` and return what was asked of the disk."""
    workspace = open_workspace(root)
    trace = Trace(workspace.root)
    trace.follow(workspace.engine)
    with patch.context() as patched:
        patched.setattr(fsio, "disk", Recorder(trace))
        recovery.recover(workspace, system_clock)
    trace.note_commit()
    workspace.engine.dispose()
    return trace.ops


def main(kind: str, most: int, step: int, *, kill_first: bool) -> None:
    """Try the states of one kind of disk and say how many there were and what was found.

    kill_first  the program is killed there and recovers, and the power goes after that
    """
    import logging
    import sys
    import tempfile
    import time

    logging.disable(logging.INFO)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        trace = a_day(Path(folder) / "w", patch)
        ruins = ruins_in(Path(folder) / "ruins", open_workspace(trace.root).settings)
        cuts = 0
        with in_a_hurry(patch):
            tried = (
                states_after_recovery(trace, kind, most, Path(folder), patch, step=step)
                if kill_first
                else states(trace, kind, most, step=step)
            )
            for count, tree, data in tried:
                cuts += 1
                for found in ruins.faults_of(tree, data, came_so_far(trace.ops[:count])):
                    sys.stdout.write(f"after {count} calls: {found}\n")
    commits = sum(op.kind == "commit" for op in trace.ops)
    sys.stdout.write(
        f"{kind}: {len(trace.ops)} calls, {commits} of them commits; {cuts} power cuts, "
        f"{len(ruins.seen)} different states; found: {dict(ruins.counted) or 'nothing'}; "
        f"{time.monotonic() - began:.0f} s\n"
    )


if __name__ == "__main__":
    import sys

    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), kill_first="kill" in sys.argv[4:])
