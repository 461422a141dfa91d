"""A paper's way in: seen, claimed, copied, read, and filed or held. Nothing is ever lost.

Each step leaves a state from which `archive.recovery` goes on after a crash:

    register   a row for each new file in the inbox            (database)
    claim      inbox/x -> inbox/.claimed/<id>/x                (rename: one owner)
    copy       -> .staging/items/<id>, digest, synced          (database: copied)
    read       in a child process, from the copy
    file       one version per household and batch, or hold    (archive.filing, archive.pending)
    release    inbox/.claimed/<id> -> inbox/.done/<day>/<id>
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from archive import (
    by_title,
    documents,
    duplicates,
    faults,
    fsio,
    items,
    matching,
    owners,
    pending,
    readiness,
    recovery,
    returned,
    scans,
    versions,
)
from archive import inbox as inbox_folder
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.filing import Paper, file_together
from archive.ids import new_id
from archive.items import Item
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors import host
from extractors.content import Content
from extractors.filetype import is_misnamed
from extractors.outcome import ReadDone, ReadFailed, ReadOutcome
from extractors.reading import Reading
from extractors.sources.notes import problem_of

# Papers taken in hand at once: bounds memory, and how much a crash makes us do again.
IN_HAND = 128
# Papers that are read are filed together: when there are so many, or after so long.
TOGETHER = 32
GATHER_SECONDS = 0.5
# Starts of the program that a paper may be in hand at: together with others, and in all.
MAX_TOGETHER = 3
MAX_ATTEMPTS = 6
MEGABYTE = 1024 * 1024
# An empty file is waited for this long; then a person has to look at it.
EMPTY_SECONDS = 600.0


class Reader(Protocol):
    """Reads papers somewhere else; a ReaderPool, or a double in tests."""

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Start reading the file at `path`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a person watching wants to see.

    kind       registered, waiting, filed, held, quarantined, duplicate, trouble
    name       as it was called in the inbox
    reason     code of archive.reasons for waiting and held; the system's words for trouble
    """

    kind: str
    name: str = ""
    item_id: str = ""
    reason: str = ""
    problems: tuple[str, ...] = ()
    document_id: str = ""
    household_id: int | None = None
    # Whose the papers of a scan are, where they are not all one household's.
    part_households: tuple[int | None, ...] = ()
    count: int = 1


OnEvent = Callable[[Event], None]


class Intake:
    """Takes in the papers of one workspace; the caller holds `recovery.intake_lock` around it."""

    def __init__(
        self,
        workspace: Workspace,
        reader: Reader,
        *,
        on_event: OnEvent,
        actor: str = "hudang",
        clock: Clock = system_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._workspace = workspace
        self._reader = reader
        self._tell = on_event
        self._actor = actor
        self._clock = clock
        self._monotonic = monotonic
        inbox = workspace.settings.inbox
        share = host.is_share(workspace.inbox)
        quiet_seconds = inbox.share_quiet_seconds if share else inbox.quiet_seconds
        self._quiet = inbox_folder.QuietWatch(quiet_seconds)
        # Files that somebody wrote to after they were claimed.
        self._late = inbox_folder.QuietWatch(quiet_seconds)
        self._waiting: dict[bytes, Item] = {}
        self._ready: list[Item] = []
        # Looked at and found incomplete, by what the file was like then.
        self._incomplete: dict[bytes, tuple[int, int, int, int, int]] = {}
        self._reading: dict[Future[ReadOutcome], Item] = {}
        # Since when papers that were read wait for others to be filed with.
        self._gathering_since: float | None = None
        # What the last listing of the inbox showed quiet and there was no room for yet.
        self._backlog: deque[inbox_folder.Seen] = deque()
        self._listed_at = 0.0
        self._is_short = False

    def start(self) -> None:
        """Finish or take back what a crash left, and go on with what was in hand."""
        recovery.recover(self._workspace, self._clock)
        with reading(self._workspace.engine) as connection:
            self._waiting = {
                item.inbox_path: item for item in items.in_states(connection, ("waiting",))
            }
            self._ready = items.in_states(connection, ("claimed",))
        self._reading.clear()
        self._backlog.clear()

    @property
    def more(self) -> bool:
        """Whether the last look at the inbox left quiet files there for want of room."""
        return bool(self._backlog)

    @property
    def busy(self) -> bool:
        """Whether papers are in hand."""
        return bool(self._reading or self._ready)

    @property
    def waiting(self) -> Sequence[Item]:
        """Files in the inbox that were not taken yet."""
        return list(self._waiting.values())

    @property
    def has_room(self) -> bool:
        """Whether a fair number of further papers may be taken in hand."""
        return len(self._reading) + len(self._ready) <= IN_HAND // 2

    def take(self) -> None:
        """Look at the inbox: register what is new, claim what is whole, start reading.

        While quiet files of the last listing are left, the folder is not listed again for a time:
        in a burst of thousands that would be most of the work. Raises InboxGone.
        """
        now = self._monotonic()
        listing_is_old = now - self._listed_at >= self._workspace.settings.inbox.scan_seconds
        if not self._backlog or listing_is_old:
            if not self._workspace.claimed.is_dir():
                raise recovery.inbox_gone(self._workspace)
            if not self._workspace.database.exists():
                # SQLite goes on writing to a file that has no name any more.
                raise readiness.behind(self._workspace)
            seen = list(inbox_folder.scan(self._workspace.inbox))
            self._register(seen)
            self._backlog = deque(each for each in seen if self._quiet.quiet(each, now))
            self._listed_at = now
        if not self._backlog or self._short_of_room():
            # Listed again next time: what is there may have changed by then.
            self._backlog.clear()
            return
        self._ready += self._claim(self._whole(now))

    def go_on(self) -> int:
        """Copy what is claimed, file what was read; return how many papers were settled."""
        self._copy()
        done = [future for future in self._reading if future.done()]
        if not self._worth_settling(len(done)):
            return 0
        self._gathering_since = None
        outcomes = [(self._reading.pop(future), future.result()) for future in done]
        self._settle(outcomes)
        return len(outcomes)

    def _worth_settling(self, done: int) -> bool:
        """Whether so many papers that were read are to be filed now, or others are waited for.

        What is filed together costs the disk little more than one paper does.
        """
        if not done:
            return False
        now = self._monotonic()
        if self._gathering_since is None:
            self._gathering_since = now
        enough = done >= TOGETHER or done == len(self._reading)
        return enough or now - self._gathering_since >= GATHER_SECONDS

    def keep_events(self) -> None:
        """Carry what was noted of files and papers, but came with no paper, into the archive."""
        versions.keep(self._workspace, clock=self._clock)

    def adopt(self, source: Path) -> None:
        """Take a copy of a file from elsewhere, as if it had been dropped into the inbox.

        Raises OSError or NotRegular when it cannot be read, SourceChanged when it is being written.
        """
        item_id = new_id()
        folder = self._workspace.claimed / item_id
        fsio.make_folder(folder)
        try:
            # Under another name first: half a copy must never be taken for the paper.
            fsio.copy_durably(source, folder / recovery.PART)
            fsio.move(folder / recovery.PART, folder / source.name)
            fsio.sync_folder(folder)
        except BaseException:
            with suppress(OSError):
                fsio.discard(folder)
            raise
        item = recovery.item_of(item_id, folder / source.name, stamp(self._clock()))
        with writing(self._workspace.engine) as connection:
            items.add(connection, [item])
        self._ready.append(item)

    # -- register -----------------------------------------------------------------------------

    def _register(self, seen: Sequence[inbox_folder.Seen]) -> None:
        now = stamp(self._clock())
        present = {each.path for each in seen}
        gone = [item for path, item in self._waiting.items() if path not in present]
        new = [self._new_item(each, now) for each in seen if each.path not in self._waiting]
        if gone or new:
            with writing(self._workspace.engine) as connection:
                items.change(connection, [item.id for item in gone], now, state="gone")
                items.add(connection, new)
            faults.point("intake.register")
        for item in gone:
            del self._waiting[item.inbox_path]
        self._waiting |= {item.inbox_path: item for item in new}
        self._quiet.forget_all_but(present)
        if new:
            self._tell(Event(kind="registered", count=len(new)))

    @staticmethod
    def _new_item(seen: inbox_folder.Seen, now: str) -> Item:
        return Item(
            id=new_id(),
            inbox_path=seen.path,
            display_name=inbox_folder.display(seen.path),
            state="waiting",
            size_bytes=seen.size_bytes,
            mtime_ns=seen.mtime_ns,
            device=seen.device,
            inode=seen.inode,
            first_seen_at=now,
            updated_at=now,
        )

    # -- claim --------------------------------------------------------------------------------

    def _whole(self, now: float) -> list[tuple[Item, inbox_folder.Seen]]:
        """Take from the backlog what there is room for, if it is quiet and structurally complete.

        Returns the waiting items with their files as they were judged.
        """
        room = IN_HAND - len(self._ready) - len(self._reading)
        whole: list[tuple[Item, inbox_folder.Seen]] = []
        wait: list[tuple[Item, str]] = []
        while self._backlog and len(whole) < room:
            listed = self._backlog.popleft()
            each = inbox_folder.look(self._path(listed.path), listed.path)
            item = self._waiting.get(listed.path)
            if each is None or item is None or each.fingerprint != listed.fingerprint:
                continue
            reason = self._why_not_whole(each, item, now)
            if reason is None:
                whole.append((item, each))
            elif reason != item.reason:
                wait.append((item, reason))
        self._wait(wait)
        return whole

    def _why_not_whole(self, seen: inbox_folder.Seen, item: Item, now: float) -> str | None:
        if not seen.regular:
            return "not_regular"
        if self._incomplete.get(seen.path) == seen.fingerprint:
            reason = item.reason
        else:
            reason = inbox_folder.why_not_whole(self._path(seen.path))
        if reason == "empty" and self._quiet.quiet_for(seen, now) >= EMPTY_SECONDS:
            return None
        if reason in ("incomplete", "empty"):
            # Closing a file does not change it, nor does a permission: those are asked each time.
            self._incomplete[seen.path] = seen.fingerprint
        return reason

    def _wait(self, wait: Sequence[tuple[Item, str]]) -> None:
        if not wait:
            return
        at = stamp(self._clock())
        with writing(self._workspace.engine) as connection:
            for reason in {reason for _item, reason in wait}:
                ids = [item.id for item, its in wait if its == reason]
                items.change(connection, ids, at, reason=reason)
        for item, reason in wait:
            self._waiting[item.inbox_path] = replace(item, reason=reason)
            self._tell(
                Event(kind="waiting", name=item.display_name, item_id=item.id, reason=reason)
            )

    def _short_of_room(self) -> bool:
        reserve = self._workspace.settings.inbox.reserve_mb * MEGABYTE
        was_short, self._is_short = (
            self._is_short,
            fsio.is_short_of_room(self._workspace.root, reserve),
        )
        if self._is_short and not was_short:
            self._tell(Event(kind="trouble", reason="disk_full"))
        return self._is_short

    def _claim(self, whole: Sequence[tuple[Item, inbox_folder.Seen]]) -> list[Item]:
        faults.point("intake.claim")
        claimed = []
        fsio.make_folders(self._workspace.claimed / item.id for item, _seen in whole)
        for item, seen in whole:
            folder = self._workspace.claimed / item.id
            path = self._path(item.inbox_path)
            try:
                fsio.move(path, folder / path.name)
            except FileNotFoundError:
                fsio.remove_folder(folder)
                continue
            claimed.append(_as_judged(item, seen))
            del self._waiting[item.inbox_path]
        faults.point("intake.claimed")
        if claimed:
            fsio.sync_folders(self._path(item.inbox_path).parent for item in claimed)
            self._note_claimed(claimed, {item.id: item for item, _seen in whole})
        return claimed

    def _note_claimed(self, claimed: Sequence[Item], registered: dict[str, Item]) -> None:
        at = stamp(self._clock())
        with writing(self._workspace.engine) as connection:
            items.change(
                connection, [item.id for item in claimed], at, state="claimed", reason=None
            )
            for item in claimed:
                if item != registered[item.id]:
                    items.change(connection, [item.id], at, **_identity(item))

    def _path(self, inbox_path: bytes) -> Path:
        return self._workspace.inbox / os.fsdecode(inbox_path)

    # -- copy ---------------------------------------------------------------------------------

    def _copy(self) -> None:
        ready, self._ready = self._next_in_hand()
        if not ready:
            return
        faults.point("intake.copy")
        folder = recovery.items_folder(self._workspace)
        fsio.make_folder(folder)
        sources = {item.id: recovery.claimed_file(self._workspace, item.id) for item in ready}
        judged = [(item, self._judged(item, sources[item.id])) for item in ready]
        self._ready += [item for item, whole in judged if whole is None]
        ready = [whole for _item, whole in judged if whole is not None]
        outcome = fsio.copy_together({sources[item.id]: folder / item.id for item in ready})
        copied: list[tuple[Item, str]] = []
        hopeless: list[pending.Holding] = []
        for item in ready:
            done = outcome[sources[item.id]]
            if isinstance(done, fsio.SourceChanged):
                # Somebody still writes to it through an open handle: try again next time.
                self._ready.append(item)
            elif isinstance(done, (host.NotRegular, PermissionError)):
                # Changed since it was claimed. It stays claimed; the others must not wait for it.
                self._tell_of("trouble", item, reason="no_permission")
            elif isinstance(done, OSError):
                raise done
            elif item.attempts >= MAX_ATTEMPTS:
                # Each time it was alone in hand the whole program went down.
                hopeless.append(_unread(replace(item, sha256=done[0]), ReadFailed("crashed", "")))
            else:
                copied.append((item, done[0]))
        self._hold(hopeless)
        if not copied:
            return
        with writing(self._workspace.engine) as connection:
            items.copied(connection, copied, stamp(self._clock()))
        faults.point("intake.copied")
        for item, digest in self._without_known(copied):
            future = self._reader.submit(folder / item.id)
            self._reading[future] = replace(item, sha256=digest, attempts=item.attempts + 1)

    def _judged(self, item: Item, source: Path) -> Item | None:
        """Return the item as its claimed file was judged whole; None while it is not.

        Who had it open may have written to it since, or put another in its place just before.
        """
        name = os.fsencode(item.id)
        seen = inbox_folder.look(source, name)
        if seen is None or not seen.regular or _as_judged(item, seen) == item:
            return item
        quiet = self._late.quiet(seen, self._monotonic())
        if not quiet or inbox_folder.why_not_whole(source):
            return None
        return _as_judged(item, seen)

    def _next_in_hand(self) -> tuple[list[Item], list[Item]]:
        """Return what to copy and read now, and what has to wait.

        A paper that was in hand when the program went down may be what brought it down: after a
        few times it is read with no other beside it, so that the others are not blamed for it.
        """
        innocent = [item for item in self._ready if item.attempts < MAX_TOGETHER]
        suspects = [item for item in self._ready if item.attempts >= MAX_TOGETHER]
        if innocent or self._reading:
            return innocent, suspects
        return suspects[:1], suspects[1:]

    def _without_known(self, copied: Sequence[tuple[Item, str]]) -> list[tuple[Item, str]]:
        """Settle what is here already, byte for byte; return the rest."""
        with reading(self._workspace.engine) as connection:
            filed = documents.by_sha256(connection, [digest for _, digest in copied])
            held = pending.by_sha256(connection, [digest for _, digest in copied])
        now = stamp(self._clock())
        same = [(item, filed[digest]) for item, digest in copied if digest in filed]
        twins = [
            (item, held[digest]) for item, digest in copied if digest in held.keys() - filed.keys()
        ]
        if same or twins:
            with writing(self._workspace.engine) as connection:
                for item, document in same:
                    duplicates.link(
                        connection, item, document.id, document.household_id,
                        at=now, actor=self._actor,
                    )  # fmt: skip
                for item, held_id in twins:
                    items.change(
                        connection,
                        [item.id],
                        now,
                        state="duplicate",
                        reason="same_as_held",
                        reason_detail={"same_as": held_id},
                    )
            self._release([item for item, _other in (*same, *twins)])
        for item, document in same:
            self._tell_of(
                "duplicate", item, document_id=document.id, household_id=document.household_id
            )
        for item, _held in twins:
            self._tell_of("duplicate", item, reason="same_as_held")
        return [pair for pair in copied if pair[1] not in filed and pair[1] not in held]

    # -- read, file, hold ---------------------------------------------------------------------

    def _settle(self, outcomes: Sequence[tuple[Item, ReadOutcome]]) -> None:
        faults.point("intake.read")
        fresh = self._first_of_each(outcomes)
        self._hold([_unread(i, o) for i, o in fresh if isinstance(o, ReadFailed)])
        read = [(i, _noted(i, _typed(o))) for i, o in fresh if isinstance(o, ReadDone)]
        read = self._returned(read)
        # Contracts first: they open the file that the other papers of the batch belong to.
        read.sort(key=lambda pair: not scans.opens_a_file(pair[1].reading))
        arrived = self._place(read)
        if arrived:
            self._reconsider(arrived)

    def _returned(self, read: list[tuple[Item, ReadDone]]) -> list[tuple[Item, ReadDone]]:
        """Know signed copies of drafts for what they are."""
        said = returned.recognised(self._workspace, [(o.reading, o.content) for _i, o in read])
        return [(i, replace(o, reading=one)) for (i, o), one in zip(read, said, strict=True)]

    def _first_of_each(
        self, outcomes: Sequence[tuple[Item, ReadOutcome]]
    ) -> list[tuple[Item, ReadOutcome]]:
        """Return the outcomes without bytes that were settled while these were being read.

        The same bytes twice in hand: the second waits until the first is filed or held.
        """
        first: dict[str, tuple[Item, ReadOutcome]] = {}
        for item, outcome in outcomes:
            digest = item.sha256 or item.id
            if digest in first:
                self._ready.append(item)
                fsio.discard(recovery.items_folder(self._workspace) / item.id)
            else:
                first[digest] = (item, outcome)
        unknown = self._without_known([(item, digest) for digest, (item, _) in first.items()])
        return [first[digest] for _item, digest in unknown]

    def _place(self, read: Sequence[tuple[Item, ReadDone]]) -> set[str]:
        """File what is sure, hold the rest; return the signs of what was filed."""
        # None: the department's object, where a scan of several households' papers lies.
        groups: dict[int | None, list[tuple[Item, Paper]]] = {}
        held: list[pending.Holding] = []
        for (item, outcome), whose in zip(read, self._owners_of(read), strict=True):
            if isinstance(whose, matching.Undecided):
                held.append(_undecided(item, outcome.reading, outcome.content, whose))
            else:
                paper = replace(
                    self._paper(item, outcome),
                    shared_with=whose.shared,
                    part_households=whose.parts,
                )
                groups.setdefault(whose.owner, []).append((item, paper))
        filed = self._file(groups, held)
        self._hold(held)
        return {sign for reading in filed for sign in matching.signs_of(reading)}

    def _owners_of(
        self, read: Sequence[tuple[Item, ReadDone]]
    ) -> list[owners.Owners | matching.Undecided]:
        said = [(item, outcome.reading) for item, outcome in read]
        return owners.owners_of(self._workspace, said, actor=self._actor)

    def _paper(self, item: Item, outcome: ReadDone) -> Paper:
        staged = recovery.items_folder(self._workspace) / item.id
        return pending.paper_of(item, staged, outcome.reading, outcome.content)

    def _file(
        self,
        groups: Mapping[int | None, Sequence[tuple[Item, Paper]]],
        held: list[pending.Holding],
    ) -> list[Reading]:
        """File papers by household; return the readings of those that were, hold the rest."""
        if not groups:
            return []
        outcomes = file_together(
            self._workspace,
            {whose: [paper for _item, paper in group] for whose, group in groups.items()},
            actor=self._actor,
            clock=self._clock,
        )
        filed: list[tuple[Item, Paper, FiledDocument]] = []
        for whose, group in groups.items():
            papers = outcomes[whose]
            if isinstance(papers, ArchiveDamaged):
                # One damaged object must not keep every other household's papers out.
                why = matching.Undecided(reason="archive_damaged")
                held += [_undecided(i, paper.reading, paper.content, why) for i, paper in group]
            else:
                filed += [(*pair, document) for pair, document in zip(group, papers, strict=True)]
        self._release([item for item, _paper, _document in filed])
        for item, paper, document in filed:
            self._tell_of(
                "filed", item, document_id=document.id, household_id=document.household_id,
                part_households=tuple(dict.fromkeys(paper.part_households)),
            )  # fmt: skip
        return [paper.reading for _item, paper, _document in filed]

    def _hold(self, holdings: Sequence[pending.Holding]) -> None:
        pending.hold(self._workspace, holdings, at=stamp(self._clock()))
        self._release([each.item for each in holdings])
        for each in holdings:
            self._tell_of(each.state, each.item, reason=each.reason, problems=tuple(each.problems))

    def _reconsider(self, arrived: set[str]) -> None:
        """Papers held for want of a household may belong to one that has just come.

        One that is filed now may make the next one sure: go on until nothing follows.
        """
        while arrived:
            clear = pending.now_clear(self._workspace, arrived)
            filed = pending.file_clear(self._workspace, clear, actor=self._actor, clock=self._clock)
            arrived = {sign for item, _document in filed for sign in item.signs}
            for item, document in filed:
                self._tell_of(
                    "filed", item, document_id=document.id, household_id=document.household_id
                )

    # -- release ------------------------------------------------------------------------------

    def _release(self, settled: Sequence[Item]) -> None:
        if not settled:
            return
        faults.point("intake.release")
        grown = recovery.release(self._workspace, settled, self._clock())
        if grown:
            self._ready += grown
            self._tell(Event(kind="registered", count=len(grown)))
        faults.point("intake.released")

    def _tell_of(
        self,
        kind: str,
        item: Item,
        *,
        reason: str = "",
        problems: tuple[str, ...] = (),
        document_id: str = "",
        household_id: int | None = None,
        part_households: tuple[int | None, ...] = (),
    ) -> None:
        self._tell(
            Event(
                kind=kind,
                name=item.display_name,
                item_id=item.id,
                reason=reason,
                problems=problems,
                document_id=document_id,
                household_id=household_id,
                part_households=part_households,
            )
        )


def _unread(item: Item, outcome: ReadFailed) -> pending.Holding:
    return pending.Holding(item=item, reason=outcome.code, state="quarantined")


def _undecided(
    item: Item, reading: Reading, content: Content, why: matching.Undecided
) -> pending.Holding:
    return pending.Holding(
        item=item, reason=why.reason, problems=why.problems, read=(reading, content)
    )


def _typed(outcome: ReadDone) -> ReadDone:
    """Return the outcome with the type that an unclaimed paper's title says."""
    return replace(outcome, reading=by_title.recognised(outcome.reading, outcome.content))


def _as_judged(item: Item, seen: inbox_folder.Seen) -> Item:
    return replace(
        item,
        size_bytes=seen.size_bytes,
        mtime_ns=seen.mtime_ns,
        device=seen.device,
        inode=seen.inode,
    )


def _identity(item: Item) -> dict[str, int]:
    names = ("size_bytes", "mtime_ns", "device", "inode")
    return {name: getattr(item, name) for name in names}


def _noted(item: Item, outcome: ReadDone) -> ReadDone:
    """Return the outcome with what only the file's name tells: that it is of another kind."""
    problem = problem_of("name_mismatch")
    if problem is None or not is_misnamed(item.display_name, outcome.content.media_type):
        return outcome
    problems = (*outcome.reading.problems, problem)
    return replace(outcome, reading=replace(outcome.reading, problems=problems))
