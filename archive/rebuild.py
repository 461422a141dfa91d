"""The database made again from the archive alone: households, people, papers and their numbers.

What had not been filed is not in the archive: held papers in pending/ and files in the inbox come
in again by themselves when intake starts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from archive import audit, events, moved, record, replay, schema, tombstones
from archive.clock import Clock, stamp, system_clock
from archive.database import defer_foreign_keys, reading, writing
from archive.events import FileEvent
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace
from extractors.wording import _

# Objects whose rows are entered together.
AT_ONCE = 100


class DatabaseNotEmpty(Exception):
    """A rebuild would mix with rows that are there."""


def rebuild(
    workspace: Workspace, progress: Callable[[int, int], None], clock: Clock = system_clock
) -> int:
    """Enter every object's record into an empty database; return the number of papers.

    Raises DatabaseNotEmpty, and ArchiveDamaged for an object that is not what was filed.
    """
    with reading(workspace.engine) as connection:
        if connection.scalar(select(func.count()).select_from(schema.document)):
            raise DatabaseNotEmpty(
                _("{file} holds papers already. Move it away first, then rebuild.").format(
                    file=workspace.database
                )
            )
    store = Store(workspace.archive, workspace.staging)
    folders = store.objects()
    at = stamp(clock())
    with writing(workspace.engine) as connection:
        # Objects come in the order of their folders: a paper before those who share it.
        defer_foreign_keys(connection)
        entering = _Entering(connection, store, at)
        for done, folder in enumerate(folders, 1):
            told = _told_by(store, folder)
            entering.add(told)
            if told.has_tombstones:
                tombstones.restore(connection, store, told.record["object"])
            progress(done, len(folders))
        entering.finish()
        audit.append(
            connection,
            at=at,
            actor="hudang",
            action="database.rebuild",
            object_="archive",
            detail={"objects": len(folders), "papers": entering.papers},
        )
    return entering.papers


@dataclass(frozen=True, slots=True)
class _Told:
    """What one object says: its record, and the events that it keeps."""

    record: Mapping[str, Any]
    events: Sequence[FileEvent]
    has_tombstones: bool


def _told_by(store: Store, folder: Path) -> _Told:
    inventory = store.inventory_at(folder)
    held = {
        logical: (folder / inventory.manifest[digest], digest)
        for logical, digest in inventory.state.items()
        if logical == record.PATH or logical.startswith(events.SEGMENTS)
    }
    if record.PATH not in held:
        raise ArchiveDamaged(folder, _("it has no record.json"))
    said = json.loads(_bytes_of(*held.pop(record.PATH)))
    if said["format"] != record.FORMAT:
        raise ArchiveDamaged(folder, _("its record.json is of another format"))
    kept = [
        event
        for path, digest in held.values()
        for event in events.parse_segment(_bytes_of(path, digest))
    ]
    buried = any(logical.startswith(tombstones.FOLDER) for logical in inventory.state)
    return _Told(said, kept, buried)


def _bytes_of(path: Path, digest: str) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as cause:
        raise ArchiveDamaged(path, _("it is missing")) from cause
    if hashlib.sha256(data).hexdigest() != digest:
        raise ArchiveDamaged(path, _("its digest does not match"))
    return data


class _Entering:
    """Rows on their way into the database: some hundreds at a time, however large the archive is.

    papers  how many were entered
    """

    def __init__(self, connection: Connection, store: Store, at: str) -> None:
        self._connection = connection
        self._store = store
        self._at = at
        self._waiting: list[_Told] = []
        self._own: set[int] = set()
        # Those known only by papers they share; the last word on each.
        self._sharing: dict[int, Mapping[str, Any]] = {}
        self._renumbered: list[FileEvent] = []
        # A move that a crash cut short stands in two objects.
        self._again: list[dict[str, Any]] = []
        self.papers = 0

    def add(self, told: _Told) -> None:
        """Enter what an object says, soon."""
        self._waiting.append(told)
        if len(self._waiting) >= AT_ONCE:
            self._enter()

    def finish(self) -> None:
        """Enter the rest, and what only all objects together tell."""
        self._enter()
        known_by_others = [said for whose, said in self._sharing.items() if whose not in self._own]
        record.restore_households(self._connection, known_by_others)
        there = record.known(self._connection, {row["id"] for row in self._again})
        final = moved.of_two_places(self._store, [*there, *self._again])
        record.enter_all(self._connection, final, at=self._at)
        events.enter(self._connection, self._renumbered)
        replay.again(self._connection)

    def _enter(self) -> None:
        told, self._waiting = self._waiting, []
        own = [each.record for each in told if each.record["household"]]
        record.restore_households(self._connection, own)
        self._own |= {said["household"]["id"] for said in own}
        for each in told:
            self._sharing |= {said["household"]["id"]: said for said in each.record["sharing"]}
        rows = [row for each in told for row in record.rows_in(each.record)]
        known = {row["id"] for row in record.known(self._connection, [r["id"] for r in rows])}
        first: dict[str, dict[str, Any]] = {}
        for row in rows:
            if row["id"] in known or row["id"] in first:
                self._again.append(row)
            else:
                first[row["id"]] = row
        self.papers += len(first)
        record.enter_all(self._connection, list(first.values()), at=self._at)
        kept = [event for each in told for event in each.events]
        self._renumbered += events.enter_as_numbered(self._connection, kept)
