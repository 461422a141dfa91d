"""The database made again from the archive alone: households, people, papers and their numbers.

What had not been filed is not in the archive: held papers in pending/ and files in the inbox come
in again by themselves when intake starts.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from archive import audit, events, moved, ocfl, record, replay, schema, tombstones
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.events import FileEvent
from archive.ocfl import Inventory
from archive.store import Store
from archive.workspace import Workspace
from extractors.wording import _


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
    papers: list[dict[str, Any]] = []
    sharing: list[bytes] = []
    happened: list[FileEvent] = []
    with writing(workspace.engine) as connection:
        for done, folder in enumerate(folders, 1):
            data = _record(store, folder)
            record.restore_household(connection, data)
            papers += record.documents(data)
            happened += _events(store, folder)
            tombstones.restore(connection, store, _object_id(folder))
            if json.loads(data)["sharing"]:
                sharing.append(data)
            progress(done, len(folders))
        for data in sharing:
            record.restore_sharing(connection, data)
        # After all households: a paper may be shared with one whose object comes later. A scan
        # comes before the papers it holds.
        for row in sorted(
            moved.of_two_places(store, papers),
            key=lambda row: (row.get("part_of") or row["id"], row["item_no"]),
        ):
            record.enter(connection, row, at=at)
        replay.replay(connection, sorted(happened, key=lambda event: event.seq))
        audit.append(
            connection,
            at=at,
            actor="hudang",
            action="database.rebuild",
            object_="archive",
            detail={"objects": len(folders), "papers": len(papers)},
        )
    return len(papers)


def _events(store: Store, folder: Path) -> list[FileEvent]:
    inventory = store.inventory(_object_id(folder))
    return [
        event
        for logical, digest in inventory.state.items()
        if logical.startswith(events.SEGMENTS)
        for event in events.parse_segment((folder / inventory.manifest[digest]).read_bytes())
    ]


def _object_id(folder: Path) -> str:
    return Inventory.from_bytes((folder / ocfl.INVENTORY).read_bytes()).object_id


def _record(store: Store, folder: Path) -> bytes:
    data = store.path(_object_id(folder), record.PATH).read_bytes()
    if json.loads(data)["format"] != record.FORMAT:
        raise ValueError(f"{folder}: a record of another format")
    return data
