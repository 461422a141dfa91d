"""Names under which a paper arrived again, byte for byte the same."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from archive import events, items, schema
from archive.events import FileEvent, NewEvent
from archive.items import Item

# Kind of event.
LINKED = "paper.arrived-again"


def link(
    connection: Connection,
    item: Item,
    document_id: str,
    household_id: int | None,
    *,
    at: str,
    actor: str,
) -> None:
    """Settle an item as the paper `document_id` again, inside the caller's write transaction."""
    items.change(connection, [item.id], at, state="duplicate", document_id=document_id, reason=None)
    arrived_again(connection, item, document_id, household_id, at=at, actor=actor)


def arrived_again(
    connection: Connection,
    item: Item,
    document_id: str,
    household_id: int | None,
    *,
    at: str,
    actor: str,
) -> None:
    """Note that an item is the paper `document_id` again, inside the caller's write transaction."""
    row = {"item_id": item.id, "display_name": item.display_name, "at": at}
    connection.execute(insert(schema.duplicate).values(document_id=document_id, **row))
    event = NewEvent(kind=LINKED, household_id=household_id, document_id=document_id, detail=row)
    events.note(connection, [event], at=at, actor=actor)


def enter_again(connection: Connection, event: FileEvent) -> None:
    """Enter the row of an event that linked a duplicate; for rebuilding."""
    known = select(schema.duplicate.c.item_id).where(
        schema.duplicate.c.item_id == event.detail["item_id"]
    )
    if connection.scalar(known) is None:
        connection.execute(
            insert(schema.duplicate).values(document_id=event.document_id, **event.detail)
        )
