"""One version of an object, from its intent to its rows: the order that has no bad crash state.

intent (database) -> assemble and sync in staging -> place -> rows (database). What a crash leaves
between two of these is finished or taken back by whoever writes next (`archive.finishing`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert

from archive import events, faults, finishing, households, ocfl, record, schema
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.events import FileEvent
from archive.finishing import Placed
from archive.ids import new_id
from archive.ocfl import Inventory
from archive.store import Plan, Store
from archive.workspace import Workspace
from extractors import host

# An inventory names every path of every version: a department's object is closed before copying
# it costs more than what it files.
DEPARTMENT_VERSIONS = 48
# An act on more households than this is kept in one version of the department's object.
HOUSEHOLDS_EACH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one version brings to an object.

    rows     new rows of schema.document, each with its "numbers" and "shared_with"
    renewed  rows of papers that are there already, as they are from now on
    papers   logical path -> (staged file, its sha256); the staged file is moved
    made     logical path -> bytes of derived files
    removed  logical paths that the version no longer has; earlier versions keep them
    events   what the version keeps besides the household's own events
    items    intake item -> the document it became
    said     entries for the audit trail: {"action": …, "object": …} each
    """

    household_id: int | None = None
    message: str
    rows: Sequence[dict[str, Any]] = ()
    renewed: Sequence[dict[str, Any]] = ()
    papers: Mapping[str, tuple[Path, str]] = field(default_factory=dict)
    made: Mapping[str, bytes] = field(default_factory=dict)
    removed: Collection[str] = ()
    events: Sequence[FileEvent] = ()
    items: Mapping[str, str] = field(default_factory=dict)
    said: Sequence[Mapping[str, str]] = ()


@contextmanager
def writing_lock(workspace: Workspace) -> Iterator[Store]:
    """Be the one that writes versions here; gives the store to look at and write to.

    What another left unfinished when it died is finished or taken back first.
    """
    with held_still(workspace) as store:
        finishing.finish(workspace, store)
        yield store


@contextmanager
def held_still(workspace: Workspace) -> Iterator[Store]:
    """Keep everybody from writing versions, and change nothing; gives the store to look at."""
    with host.lock(workspace.root / ".write.lock"):
        yield Store(workspace.archive, workspace.staging)


def write(
    workspace: Workspace,
    store: Store,
    base: Inventory,
    changes: Changes,
    *,
    at: str,
    actor: str,
) -> None:
    """Write the version after `base` and enter its rows; the caller holds `writing_lock`.

    All of it is filed or nothing is. Raises OSError when the disk refuses, ArchiveDamaged when
    the object is not what it should be.
    """
    write_together(workspace, store, [(base, changes)], at=at, actor=actor)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A version on its way: its record.json as `stated`, and the events that it is to keep."""

    transaction: str
    base: Inventory
    changes: Changes
    stated: bytes
    kept: Sequence[FileEvent]


def write_together(
    workspace: Workspace,
    store: Store,
    wanted: Sequence[tuple[Inventory, Changes]],
    *,
    at: str,
    actor: str,
) -> None:
    """Write the next versions of several objects, each as `write` does, in one go for all.

    The database is written to twice and the disk synced a few times, however many there are. A
    crash leaves each of them filed or not, by itself.
    """
    with writing(workspace.engine) as connection:
        drafts = [_draft(connection, base, changes, at, actor) for base, changes in wanted]
    faults.point("filing.intent")
    assembled = store.assemble([_plan(draft, at, actor) for draft in drafts])
    store.place(assembled)
    placed = [
        Placed(
            draft.transaction,
            [*draft.changes.rows, *draft.changes.renewed],
            actor,
            record.audit_entries(draft.stated) if draft.changes.said else (),
            draft.kept,
        )
        for draft in drafts
    ]
    with writing(workspace.engine) as connection:
        finishing.commit(connection, placed, at=at)
    faults.point("filing.committed")


def _draft(
    connection: Connection, base: Inventory, changes: Changes, at: str, actor: str
) -> _Draft:
    """Note the intent to write a version, and say what its record will be."""
    transaction = new_id()
    kept = _events_of(connection, changes)
    stated = record.of_object(
        connection, changes.household_id, base.object_id, changes.rows, changes.renewed
    )
    stated = record.with_audit(stated, changes.said, actor)
    connection.execute(
        insert(schema.filing).values(
            id=transaction,
            object_id=base.object_id,
            version=base.head + 1,
            papers=dict(changes.items),
            at=at,
        )
    )
    return _Draft(transaction, base, changes, stated, kept)


def _plan(draft: _Draft, at: str, actor: str) -> Plan:
    made = {record.PATH: draft.stated} | dict(draft.changes.made)
    if draft.kept:
        made[events.segment_path(draft.base.head + 1)] = events.segment(draft.kept)
    return Plan(
        transaction=draft.transaction,
        base=draft.base,
        papers=draft.changes.papers,
        made=made,
        created=at,
        message=draft.changes.message,
        actor=actor,
        removed=draft.changes.removed,
    )


def _events_of(connection: Connection, changes: Changes) -> list[FileEvent]:
    own = [] if changes.household_id is None else events.unkept_of(connection, changes.household_id)
    return [*own, *(each for each in changes.events if each not in own)]


def department_base(store: Store, year: int) -> Inventory:
    """Return what the department's object of a year holds: the newest one that is not closed."""
    part = _last_part(store, year)
    base = store.inventory(ocfl.department_object(year, part))
    if base.head < DEPARTMENT_VERSIONS:
        return base
    return Inventory(ocfl.department_object(year, part + 1))


def _last_part(store: Store, year: int) -> int:
    """Return the number of the newest department object of a year; 1 when there is none."""

    def there(part: int) -> bool:
        return (store.folder(ocfl.department_object(year, part)) / ocfl.INVENTORY).exists()

    step = 1
    while there(step * 2):
        step *= 2
    last = step
    while step := step // 2:
        if there(last + step):
            last += step
    return last


def keep(workspace: Workspace, *, clock: Clock = system_clock) -> int:
    """Carry the events that no object holds yet into the archive; return how many there were.

    Each household's go into its own object. Those of households that have none yet, and acts on
    many households at once, go together into the department's.
    """
    with reading(workspace.engine) as connection:
        if not events.is_any_unkept(connection):
            return 0
    with writing_lock(workspace) as store:
        with reading(workspace.engine) as connection:
            waiting = events.unkept(connection)
        if not waiting:
            return 0
        now = clock()
        wanted = [
            (
                department_base(store, now.year)
                if household_id is None
                else store.inventory(ocfl.household_object(household_id)),
                Changes(
                    household_id=household_id,
                    message=", ".join(sorted({each.kind for each in own})),
                    events=own,
                ),
            )
            for household_id, own in _by_object(store, waiting).items()
        ]
        write_together(workspace, store, wanted, at=stamp(now), actor="hudang")
    return len(waiting)


def _by_object(store: Store, waiting: Sequence[FileEvent]) -> dict[int | None, list[FileEvent]]:
    """Group events by the household whose object is to keep them; None: the department's."""
    named = {each.household_id for each in waiting} - {None}
    # A file that is only being opened has no object yet: the first version would hold the event.
    named -= {each.household_id for each in waiting if each.kind == households.OPENED}
    own = {
        household_id
        for household_id in named
        if household_id is not None and store.has_version(ocfl.household_object(household_id), 1)
    }
    if len(own) > HOUSEHOLDS_EACH:
        own = set()
    groups: dict[int | None, list[FileEvent]] = {}
    for each in waiting:
        where = each.household_id if each.household_id in own else None
        groups.setdefault(where, []).append(each)
    return groups
