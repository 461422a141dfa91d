"""A restored database beside an archive that is newer: what happened since is entered again.

The archive was copied after the database was looked at, and goes on growing with each backup. So
nothing that was filed is lost by going back to an earlier database, and nothing that was destroyed
comes back with it: records and tombstones say it all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, func, insert, select

from archive import events, fsio, households, items, moved, ocfl, record, replay, schema, tombstones
from archive.backup import objects
from archive.backup.findings import Finding
from archive.backup.objects import ObjectState, ObjectUnreadable
from archive.clock import Clock, stamp
from archive.database import reading, writing
from archive.disposal import entering
from archive.disposal.redaction import NO_NAME
from archive.events import FileEvent
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace

Kind = TypeVar("Kind")


@dataclass(slots=True)
class Reconciled:
    """What was brought in from the archive.

    papers      filed since
    households  opened since
    settled     waiting or held papers that turned out to be filed
    destroyed   papers and waiting copies of papers that were destroyed since, and went again
    """

    papers: int = 0
    households: int = 0
    settled: int = 0
    destroyed: int = 0
    findings: list[Finding] = field(default_factory=list)


def reconcile(workspace: Workspace, clock: Clock) -> Reconciled:
    """Enter what the archive holds and the database does not know; safe to repeat."""
    done = Reconciled()
    at = stamp(clock())
    newer = _newer(workspace, done)
    said = [data for state in newer if (data := _record(state, done)) is not None]
    happened = [_parsed_below(each, events.SEGMENTS, events.parse_segment, done) for each in newer]
    kept = sorted(chain.from_iterable(happened), key=lambda event: event.seq)
    left = [_parsed_below(each, tombstones.FOLDER, tombstones.parse, done) for each in newer]
    stones = list(chain.from_iterable(left))
    rows = _rows(workspace, [row for each in said for row in record.rows_in(each)])
    with writing(workspace.engine) as connection:
        # Before anything comes in: what was destroyed may have been filed once more since.
        done.destroyed = entering.enter_again(
            connection, stones, _unnamed(said, kept), at=at, actor="hudang"
        )
        copies = _forget_waiting(connection)
        # What an object says of its own household goes before what others say of it.
        for each in (*said, *(other for whole in said for other in whole["sharing"])):
            done.households += _enter_household(connection, each)
        for row in rows:
            done.papers += record.enter(connection, row, at=at)
        _enter_events(connection, kept)
        done.settled = _settle_items(connection, at)
    _discard_waiting(workspace, copies)
    done.destroyed += len(copies)
    _look_for_lost(workspace, done)
    return done


def _rows(workspace: Workspace, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the papers of records, each where it lies now, a scan before the papers it holds."""
    # A backup that met a paper on its move to another file has it in both.
    now = rows
    # Of damaged objects nobody can tell; what is wrong with them is named elsewhere.
    with suppress(ArchiveDamaged, OSError, ValueError):
        now = moved.of_two_places(Store(workspace.archive, workspace.staging), rows)
    return sorted(now, key=lambda row: (row.get("part_of") or row["id"], row["item_no"]))


def _parsed_below(
    state: ObjectState, folder: str, parse: Callable[[bytes], list[Kind]], done: Reconciled
) -> list[Kind]:
    """Return what the files of an object's folder hold; one that cannot be read is a finding."""
    found: list[Kind] = []
    for logical, digest in state.inventory.state.items():
        if logical.startswith(folder):
            path = state.folder / state.inventory.manifest[digest]
            try:
                found += parse(path.read_bytes())
            except (OSError, ValueError):
                done.findings.append(
                    Finding("backup_damaged", f"{state.inventory.object_id} {logical}")
                )
    return found


def _unnamed(said: Iterable[dict[str, Any]], kept: Iterable[FileEvent]) -> list[int]:
    """Return the households that the archive names nobody of any more."""
    people = [row for each in said for row in each["people"] if each["household"]]
    people += [
        row for event in kept if event.kind == households.OPENED for row in event.detail["people"]
    ]
    return sorted({row["household_id"] for row in people if row["name"] == NO_NAME})


def _forget_waiting(connection: Connection) -> list[str]:
    """Take away what waits here and was filed and destroyed since; return the items' ids."""
    item, stone = schema.intake_item.c, schema.tombstone.c
    ids = list(
        connection.scalars(
            select(item.id)
            .distinct()
            .join(schema.tombstone, item.sha256 == stone.sha256)
            .where(
                item.state.in_((*items.OPEN, *items.PENDING)),
                item.first_seen_at < stone.destroyed_at,
            )
        )
    )
    connection.execute(delete(schema.intake_item).where(item.id.in_(ids)))
    return ids


def _discard_waiting(workspace: Workspace, copies: Iterable[str]) -> None:
    for item_id in copies:
        fsio.discard(workspace.claimed / item_id)
        fsio.discard(workspace.pending / ".read" / f"{item_id}.json")
        for path in workspace.pending.glob(f"{item_id}.*"):
            fsio.discard(path)


def _enter_events(connection: Connection, kept: list[FileEvent]) -> None:
    """Enter events with what they changed. Those known here have changed it before."""
    for event in events.enter(connection, kept):
        change = replay.REPLAYED.get(event.kind)
        if change:
            change(connection, event)


def _newer(workspace: Workspace, done: Reconciled) -> list[ObjectState]:
    """Return the objects that have a version later than any the database knows of."""
    document = schema.document.c
    with reading(workspace.engine) as connection:
        newest = select(document.object_id, func.max(document.object_version))
        rows = connection.execute(newest.group_by(document.object_id))
        known = {row[0]: row[1] for row in rows}
    found = []
    for folder in objects.object_folders(workspace.archive):
        try:
            state = objects.read_object(folder)
        except ObjectUnreadable:
            path = folder.relative_to(workspace.root).as_posix()
            done.findings.append(Finding("backup_damaged", path))
            continue
        if state.head > known.get(state.inventory.object_id, 0):
            found.append(state)
    return found


def _record(state: ObjectState, done: Reconciled) -> dict[str, Any] | None:
    try:
        data = (state.folder / state.inventory.content_path(record.PATH)).read_bytes()
        said: dict[str, Any] = json.loads(data)
    except (KeyError, OSError, ValueError):
        done.findings.append(Finding("backup_missing", f"{state.inventory.object_id} record.json"))
        return None
    return said if said.get("format") == record.FORMAT else None


def _enter_household(connection: Connection, data: dict[str, Any]) -> int:
    """Enter a household and its people where they are not known; return 1 for a new one.

    What changed of known ones is in events: a record may be older than the database's row.
    """
    household = data["household"]
    if household is None:
        return 0
    is_new = _enter_row(connection, schema.household, household)
    for person in data["people"]:
        _enter_row(connection, schema.person, person)
    return int(is_new)


def _enter_row(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    known = connection.scalar(select(table.c.id).where(table.c.id == row["id"]))
    if known is None:
        connection.execute(insert(table).values(**row))
    return known is None


def _settle_items(connection: Connection, at: str) -> int:
    """Mark papers that waited in the restored view and are filed in the archive by now."""
    item, document = schema.intake_item.c, schema.document.c
    rows = connection.execute(
        select(item.id, document.id)
        .join(schema.document, item.sha256 == document.sha256)
        .where(item.state.in_((*items.OPEN, *items.PENDING)))
    ).all()
    for item_id, document_id in rows:
        items.change(
            connection, [item_id], at, state="stored", document_id=document_id, reason=None
        )
    return len(rows)


def _look_for_lost(workspace: Workspace, done: Reconciled) -> None:
    """Name held papers whose file is not there, and filed ones that the archive lacks."""
    with reading(workspace.engine) as connection:
        held = items.in_states(connection, items.PENDING)
        filed = connection.execute(
            select(schema.document.c.id, schema.document.c.object_id, schema.document.c.paper_path)
        ).all()
    waiting = {path.name.split(".")[0] for path in workspace.pending.iterdir()}
    for each in held:
        if each.id not in waiting:
            done.findings.append(Finding("held_paper_lost", each.id))
    done.findings += [Finding("paper_lost", lost) for lost in _lost(workspace, filed)]


def _lost(workspace: Workspace, filed: Iterable[Any]) -> list[str]:
    states: dict[str, ObjectState | None] = {}
    lost = []
    for row in filed:
        if row.object_id not in states:
            states[row.object_id] = _state(workspace, row.object_id)
        state = states[row.object_id]
        try:
            there = (
                state is not None
                and (state.folder / state.inventory.content_path(row.paper_path)).is_file()
            )
        except KeyError:
            there = False
        if not there:
            lost.append(row.id)
    return lost


def _state(workspace: Workspace, object_id: str) -> ObjectState | None:
    try:
        return objects.read_object(workspace.archive / ocfl.object_path(object_id))
    except ObjectUnreadable:
        return None
