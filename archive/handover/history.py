"""What happened to a household's file before it came here, noted among its events here."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from archive import events, file_facts, shelves
from archive.events import FileEvent, NewEvent
from archive.handover import officer
from archive.handover.arriving import Destination
from archive.handover.contents import EVENTS
from archive.handover.listing import Part
from archive.handover.source import Source, read
from archive.retention import facts as settled
from archive.retention import holds

# What stays true wherever the file is. Slips, shelves and lists of the sender count at the sender:
# they are kept to be read, under received/, and never taken for ours.
CARRIED = (officer.CHANGED, settled.STATED, file_facts.STATED, shelves.ORIGINAL)


def of_package(source: Source, part: Part) -> list[FileEvent]:
    """Return the events that came with a household; none where they cannot be read."""
    name = part.folder + EVENTS
    if name not in source.names():
        return []
    try:
        return events.parse_segment(read(source, name, 1024**3))
    except ValueError:
        return []


def note(
    connection: Connection,
    source: Source,
    part: Part,
    goes: Destination,
    ids: Mapping[str, str],
) -> None:
    """Note a household's earlier events under its number here; those noted before are left out.

    ids  the sender's document id -> the paper's id here
    Each keeps its time, its actor and its id at the sender ("came_from").
    """
    if goes.here is None:
        return
    known = {event.detail.get("came_from") for event in events.of_household(connection, goes.here)}
    happened = of_package(source, part)
    standing = _standing(happened)
    for event in happened:
        lost = event.document_id is not None and event.document_id not in ids
        placed = event.kind == holds.PLACED and event.id[-8:] in standing
        if event.id in known or lost or not (placed or event.kind in CARRIED):
            continue
        new = NewEvent(
            kind=event.kind,
            household_id=goes.here,
            document_id=ids[event.document_id] if event.document_id else None,
            effective_on=event.effective_on,
            detail={**event.detail, "came_from": event.id},
        )
        events.note(connection, [new], at=event.at, actor=event.actor)


def _standing(happened: list[FileEvent]) -> set[str]:
    try:
        return {hold.id for hold in holds.standing(happened)}
    except (KeyError, TypeError):
        # Events of a stranger's making: what cannot be understood holds nothing here.
        return set()
