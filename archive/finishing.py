"""The last steps of versions and erasures: the rows of one that is placed, and what a crash left.

Whoever writes next finishes or takes back what another began and died over: `archive.versions`
does it for every writer, `archive.recovery` when the intake starts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, select

from archive import audit, events, items, record, schema
from archive.database import reading, writing
from archive.disposal import erasing
from archive.events import FileEvent
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace

# Acts after which a paper says otherwise than before, whether or not its row does.
_RESTATING = frozenset({"paper.correct", "paper.replace", "paper.retype"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A version that is in place, before its rows are.

    rows  new ones, and those of papers that changed
    said  further entries for the audit trail, as the version's record has them
    kept  the events that the version holds
    """

    transaction: str
    rows: Sequence[dict[str, Any]]
    actor: str
    said: Sequence[Mapping[str, str]] = ()
    kept: Sequence[FileEvent] = ()


def commit(connection: Connection, placed: Sequence[Placed], *, at: str) -> None:
    """Enter the rows of placed versions, mark their intake items stored, drop the intents.

    Entering the same ones again changes nothing.
    """
    filing = schema.filing.c
    intents = [each.transaction for each in placed]
    documents_of: dict[str, str] = {}
    for papers in connection.scalars(select(filing.papers).where(filing.id.in_(intents))):
        documents_of |= papers
    entries = [
        audit.Entry(entry["actor"], entry["action"], entry["object"])
        for each in placed
        for entry in each.said
    ]
    actors = {row["id"]: each.actor for each in placed for row in each.rows}
    restated = {
        entry["object"].removeprefix("document:")
        for each in placed
        for entry in each.said
        if entry["action"] in _RESTATING
    }
    rows = [row for each in placed for row in each.rows]
    new = record.enter_all(connection, rows, at=at, restated=restated)
    entries += [
        audit.Entry(
            actors[row["id"]],
            "paper.file",
            f"document:{row['id']}",
            {"sha256": row["sha256"], "object": row["object_id"]},
        )
        for row in new
    ]
    audit.append_all(connection, entries, at=at)
    events.enter(connection, [event for each in placed for event in each.kept])
    items.stored(connection, documents_of, at)
    connection.execute(delete(schema.filing).where(filing.id.in_(intents)))


def finish(workspace: Workspace, store: Store) -> None:
    """Finish or take back every version and erasure that a crash left; under the writing lock.

    Of an object that is damaged the intent stays: it is tried again, and whoever writes to that
    object is told. The others' papers must not wait for it.
    """
    with reading(workspace.engine) as connection:
        left = connection.execute(select(schema.filing).order_by(schema.filing.c.id)).all()
    for intent in left:
        try:
            placed = _placed(store, intent)
        except ArchiveDamaged:
            continue
        with writing(workspace.engine) as connection:
            if placed:
                commit(connection, [placed], at=intent.at)
            else:
                connection.execute(delete(schema.filing).where(schema.filing.c.id == intent.id))
    erasing.finish(workspace, store)


def _placed(store: Store, intent: Row[Any]) -> Placed | None:
    """Return the version of an intent, which is the newest from now on; None: it never came."""
    if not store.has_version(intent.object_id, intent.version):
        return None
    store.advance(intent.object_id, intent.version)
    # Who placed it may have died before its name was durable.
    store.confirm(intent.object_id)
    stated = store.path(intent.object_id, record.PATH).read_bytes()
    return Placed(
        intent.id,
        record.changed_in(stated, intent.version),
        "hudang",
        record.audit_entries(stated),
        _events_brought(store, intent.object_id, intent.version),
    )


def _events_brought(store: Store, object_id: str, version: int) -> list[FileEvent]:
    inventory = store.inventory(object_id)
    path = events.segment_path(version)
    if path not in inventory.state:
        return []
    return events.parse_segment(store.path(object_id, path).read_bytes())
