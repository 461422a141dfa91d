"""After a crash: finish what was placed, take back what was not, forget nothing.

Run at every start of intake and after every refusal of the disk; running it twice changes nothing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from archive import (
    documents,
    duplicates,
    fsio,
    inbox,
    items,
    moving,
    readiness,
    versions,
)
from archive.clock import Clock, stamp
from archive.database import reading, writing
from archive.ids import new_id
from archive.items import Item
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors import host
from extractors.wording import _

# Copies that a command in another process may still be about to file.
OTHERS_STAGING = "made-"
OTHERS_MAY_TAKE = timedelta(hours=6)
# A copy being made among the claimed files; it counts for nothing until it has its name.
PART = ".hudang-part"


class AlreadyWatched(Exception):
    """Another process takes in this workspace's papers."""


@contextmanager
def intake_lock(workspace: Workspace) -> Iterator[None]:
    """Be the one process that takes in papers here, where that is safe.

    Raises AlreadyWatched, PlacesOverlap or DatabaseUnusable.
    """
    try:
        with host.lock(workspace.root / ".intake.lock", wait=False):
            readiness.check(workspace)
            yield
    except host.Busy as cause:
        raise AlreadyWatched(
            _("{folder} is already being watched by another hudang.").format(folder=workspace.root)
        ) from cause


def items_folder(workspace: Workspace) -> Path:
    """Return where copies of claimed files lie while they are read."""
    return workspace.staging / "items"


def claimed_file(workspace: Workspace, item_id: str) -> Path:
    """Return the claimed original. Raises FileNotFoundError when it is not there."""
    folder = workspace.claimed / item_id
    for path in folder.iterdir():
        return path
    raise FileNotFoundError(str(folder))


def inbox_gone(workspace: Workspace) -> inbox.InboxGone:
    """Return what is raised when the inbox is not the folder that papers were claimed in."""
    return inbox.InboxGone(
        _(
            "{inbox} is not there, or has no folder .claimed. If it is a share, connect it. "
            "If you emptied it yourself, make an empty folder .claimed in it."
        ).format(inbox=workspace.inbox)
    )


def item_of(item_id: str, original: Path, at: str) -> Item:
    """Return the item of a file that lies among the claimed ones, as it is now."""
    status = original.lstat()
    name = os.fsencode(original.name)
    return Item(
        id=item_id,
        inbox_path=name,
        display_name=inbox.display(name),
        state="claimed",
        size_bytes=status.st_size,
        mtime_ns=status.st_mtime_ns,
        device=status.st_dev,
        inode=status.st_ino,
        first_seen_at=at,
        updated_at=at,
    )


def release(workspace: Workspace, settled: Iterable[Item], now: datetime) -> list[Item]:
    """Move claimed originals that are safe elsewhere to inbox/.done; safe to repeat.

    Those that were written to after they were copied stay claimed, as new items, which are
    returned.
    """
    day = workspace.done / now.astimezone().strftime("%Y%m%d")
    moved, grown = False, []
    for item in settled:
        fsio.discard(items_folder(workspace) / item.id)
        folder = workspace.claimed / item.id
        if not folder.is_dir():
            continue
        originals = list(folder.iterdir())
        if originals and _was_written_to(originals[0], item):
            grown.append(_claimed_anew(workspace, folder, now))
            continue
        fsio.make_folder(day)
        fsio.move(folder, day / item.id)
        moved = True
    if moved:
        fsio.sync_folder(day)
    return grown


def _claimed_anew(workspace: Workspace, folder: Path, now: datetime) -> Item:
    again = workspace.claimed / new_id()
    fsio.move(folder, again)
    fsio.sync_folder(workspace.claimed)
    grown = item_of(again.name, claimed_file(workspace, again.name), stamp(now))
    with writing(workspace.engine) as connection:
        items.add(connection, [grown])
    return grown


def _was_written_to(original: Path, item: Item) -> bool:
    status = original.lstat()
    if (status.st_size, status.st_mtime_ns) == (item.size_bytes, item.mtime_ns):
        return False
    try:
        return fsio.sha256_of(original) != item.sha256
    except PermissionError:
        return True


def recover(workspace: Workspace, clock: Clock) -> None:
    """Bring disk and database to one state. The caller holds the intake lock. Raises InboxGone."""
    _refuse_other_inbox(workspace)
    with versions.writing_lock(workspace) as store:
        moving.finish(workspace, store)
        _clear_staging(workspace, clock)
    _take_back_unknown(workspace)
    _settle_claimed(workspace, clock)
    _finish_dismissals(workspace)
    _link_twins(workspace, clock)
    _clear_pending(workspace)
    versions.keep(workspace, clock=clock)


def _refuse_other_inbox(workspace: Workspace) -> None:
    """What the database waits for must not be given up because a share is not connected."""
    if workspace.claimed.is_dir():
        return
    with reading(workspace.engine) as connection:
        if items.in_states(connection, items.OPEN) or not workspace.inbox.is_dir():
            raise inbox_gone(workspace)


def _clear_staging(workspace: Workspace, clock: Clock) -> None:
    fsio.make_folder(workspace.staging)
    for path in workspace.staging.iterdir():
        if path == items_folder(workspace):
            continue
        age = clock().timestamp() - path.lstat().st_mtime
        if path.name.startswith(OTHERS_STAGING) and age < OTHERS_MAY_TAKE.total_seconds():
            continue
        fsio.discard(path)
    # Copies are made again from the claimed originals, digests and all.
    fsio.discard(items_folder(workspace))


def _settle_claimed(workspace: Workspace, clock: Clock) -> None:
    now = clock()
    fsio.make_folder(workspace.claimed)
    fsio.sync_folder(workspace.inbox)
    folders = sorted(path for path in workspace.claimed.iterdir() if path.is_dir())
    with reading(workspace.engine) as connection:
        known = items.by_ids(connection, [folder.name for folder in folders])
        in_hand = items.in_states(connection, ("claimed", "copied"))
    again: list[str] = []
    safe: list[Item] = []
    for folder in folders:
        fsio.discard(folder / PART)
        originals = list(folder.iterdir())
        item = known.get(folder.name)
        if not originals:
            fsio.remove_folder(folder)
        elif item is None:
            _adopt(workspace, folder.name, originals[0], now)
        elif item.state in items.OPEN or item.state == "gone":
            # Gone: the inbox was not there for a while, and now it is.
            again.append(item.id)
        else:
            safe.append(item)
    release(workspace, safe, now)
    with writing(workspace.engine) as connection:
        items.change(connection, again, stamp(now), state="claimed")
        lost = [item.id for item in in_hand if item.id not in again]
        items.change(connection, lost, stamp(now), state="gone")


def _adopt(workspace: Workspace, item_id: str, original: Path, now: datetime) -> None:
    """A claimed file that the database does not know: it was restored or lost. Take it in."""
    with writing(workspace.engine) as connection:
        items.add(connection, [item_of(item_id, original, stamp(now))])


def _take_back_unknown(workspace: Workspace) -> None:
    """Claim held papers again that the database does not know: it was lost and rebuilt."""
    fsio.make_folder(workspace.claimed)
    papers = _papers_in(workspace.pending)
    with reading(workspace.engine) as connection:
        known = items.by_ids(connection, papers)
    for item_id in sorted(papers.keys() - known.keys()):
        kept = papers[item_id]
        note = kept.with_name(f"{item_id}.why.txt")
        # Under a new id: what first arrived as this one may still lie in inbox/.done.
        folder = workspace.claimed / new_id()
        fsio.make_folder(folder)
        fsio.place(kept, folder / _name_in(note, kept.name))
        fsio.discard(note)
        fsio.discard(workspace.pending / ".read" / f"{item_id}.json")


def _name_in(note: Path, otherwise: str) -> str:
    """Return what a held paper was called, as the note beside it says."""
    try:
        called = note.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, ValueError, IndexError):
        return otherwise
    name = called.rsplit("/", 1)[-1]
    return name if name.strip(".") and len(os.fsencode(name)) <= 255 else otherwise


def _finish_dismissals(workspace: Workspace) -> None:
    """Put aside what a person dismissed, where that was cut short."""
    aside = workspace.pending / "dismissed"
    kept = _papers_in(workspace.pending)
    with reading(workspace.engine) as connection:
        known = items.by_ids(connection, kept)
    for item in known.values():
        if item.state == "dismissed":
            fsio.make_folder(aside)
            fsio.place(kept[item.id], aside / kept[item.id].name)


def _papers_in(pending: Path) -> dict[str, Path]:
    """Return the papers that lie in pending/ by the id of their item."""
    files = (path for path in pending.iterdir() if path.is_file())
    return {p.name.split(".")[0]: p for p in files if not p.name.endswith(".why.txt")}


def _link_twins(workspace: Workspace, clock: Clock) -> None:
    """A twin of a held paper is a duplicate of what that paper was filed as."""
    with reading(workspace.engine) as connection:
        twins = items.twins_without_a_document(connection)
        filed = documents.by_sha256(connection, [twin.sha256 or "" for twin in twins])
    with writing(workspace.engine) as connection:
        for twin in twins:
            same = filed.get(twin.sha256 or "")
            if same:
                duplicates.link(
                    connection, twin, same.id, same.household_id, at=stamp(clock()), actor="hudang"
                )


def _clear_pending(workspace: Workspace) -> None:
    """Take away copies in pending/ whose item went back to be read again."""
    read = workspace.pending / ".read"
    kept = [*workspace.pending.iterdir(), *(read.iterdir() if read.is_dir() else ())]
    papers = {path: path.name.split(".")[0] for path in kept if not path.is_dir()}
    with reading(workspace.engine) as connection:
        known = items.by_ids(connection, papers.values())
    for path, item_id in papers.items():
        if item_id in known and known[item_id].state in ("claimed", "stored", "dismissed"):
            fsio.discard(path)


def prune_done(workspace: Workspace, now: datetime) -> None:
    """Remove originals from inbox/.done that were taken in longer ago than hudang.toml keeps them.

    Only what the archive is seen to hold, byte for byte, goes; anything else stays.
    """
    oldest = now - timedelta(days=workspace.settings.inbox.keep_done_days)
    if not workspace.done.is_dir():
        return
    for day in workspace.done.iterdir():
        if not (day.is_dir() and day.name.isdecimal()) or day.name >= oldest.strftime("%Y%m%d"):
            continue
        with reading(workspace.engine) as connection:
            known = items.by_ids(connection, [path.name for path in day.iterdir()])
        for folder in list(day.iterdir()):
            if folder.name in known and _is_kept(workspace, known[folder.name]):
                fsio.discard(folder)
        if not any(day.iterdir()):
            fsio.remove_folder(day)


def _is_kept(workspace: Workspace, item: Item) -> bool:
    """Whether the archive holds the item's bytes, by looking at them."""
    if item.document_id is None:
        return False
    with reading(workspace.engine) as connection:
        filed = documents.document(connection, item.document_id)
    try:
        return fsio.sha256_of(documents.paper(workspace, filed)) == item.sha256
    except (ArchiveDamaged, OSError):
        return False
