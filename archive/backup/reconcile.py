"""A restored database beside an archive that is newer: what was filed since is entered again.

The archive was copied after the database was looked at, and goes on growing with each backup. So
nothing that was filed is lost by going back to an earlier database: its records say it all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from archive import events, items, ocfl, record, replay, schema
from archive.backup import objects
from archive.backup.findings import Finding
from archive.backup.objects import ObjectState, ObjectUnreadable
from archive.clock import Clock, stamp
from archive.database import reading, writing
from archive.events import FileEvent
from archive.workspace import Workspace


@dataclass(slots=True)
class Reconciled:
    """What was brought in from the archive.

    papers      filed since
    households  opened since
    settled     waiting or held papers that turned out to be filed
    """

    papers: int = 0
    households: int = 0
    settled: int = 0
    findings: list[Finding] = field(default_factory=list)


def reconcile(workspace: Workspace, clock: Clock) -> Reconciled:
    """Enter what the archive holds and the database does not know; safe to repeat."""
    done = Reconciled()
    at = stamp(clock())
    newer = _newer(workspace, done)
    records = [data for state in newer if (data := _record(state, done))]
    kept = sorted((e for state in newer for e in _events(state, done)), key=lambda e: e.seq)
    with writing(workspace.engine) as connection:
        for data in records:
            said = json.loads(data)
            for each in (said, *said["sharing"]):
                done.households += _enter_household(connection, each)
        rows = [row for data in records for row in record.documents(data)]
        # A scan comes before the papers it holds.
        for row in sorted(rows, key=lambda row: (row.get("part_of") or row["id"], row["item_no"])):
            done.papers += record.enter(connection, row, at=at)
        _enter_events(connection, kept)
        done.settled = _settle_items(connection, at)
    _look_for_lost(workspace, done)
    return done


def _events(state: ObjectState, done: Reconciled) -> list[FileEvent]:
    found: list[FileEvent] = []
    for logical, digest in state.inventory.state.items():
        if logical.startswith(events.SEGMENTS):
            path = state.folder / state.inventory.manifest[digest]
            try:
                found += events.parse_segment(path.read_bytes())
            except (OSError, ValueError):
                done.findings.append(
                    Finding("backup_damaged", f"{state.inventory.object_id} {logical}")
                )
    return found


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


def _record(state: ObjectState, done: Reconciled) -> bytes | None:
    try:
        data = (state.folder / state.inventory.content_path(record.PATH)).read_bytes()
        said = json.loads(data)
    except (KeyError, OSError, ValueError):
        done.findings.append(Finding("backup_missing", f"{state.inventory.object_id} record.json"))
        return None
    return data if said.get("format") == record.FORMAT else None


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
