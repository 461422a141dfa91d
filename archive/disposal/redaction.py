"""What may still be said after an erasure: records and events without what was destroyed.

Every version of an object has a record.json and perhaps events of its own, so each is looked at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Any

from archive import events, households, record
from archive.events import FileEvent
from archive.ocfl import Inventory
from archive.store import Store

# Stands for the name of a borrower whose whole file was destroyed.
NO_NAME = "—"
# What an event becomes that spoke of what was destroyed: that it was, when, and of which kind.
REDACTED = "redacted"
# Kinds that say who kept, lent, moved or destroyed papers: the log of custody outlives them.
CUSTODY = (
    "borrow.", "box.", "disposal.", "handover.", "hold.", "household.set", "loan.settled",
    "location.", "manager.", "original.", "paper.copied", "paper.printed", "paper.viewed",
    "papers.destroyed", REDACTED,
)  # fmt: skip
_IDENTITY = ("id_number", "uscc", "phone", "address")


def of_object(
    store: Store,
    base: Inventory,
    stated: bytes,
    *,
    gone: AbstractSet[str],
    forget: AbstractSet[int],
) -> dict[str, bytes]:
    """Return digest -> new bytes of every record and segment of an object that says too much.

    stated  record.json as it will be: what it no longer says of people, no older one says either
    gone    ids of the papers that are destroyed
    forget  households that nobody is named in any more
    """
    folder = store.folder(base.object_id)
    found: dict[str, bytes] = {}
    for logical, digest in {pair for state in base.states for pair in state.items()}:
        if logical != record.PATH and not is_segment(logical):
            continue
        old = (folder / base.manifest[digest]).read_bytes()
        if logical == record.PATH:
            new = of_record(old, gone, stated)
        else:
            kept = [of_event(each, gone, forget) for each in events.parse_segment(old)]
            new = events.segment(kept)
        if new != old:
            found[digest] = new
    return found


def names(folder: Path, inventory: Inventory, forget: AbstractSet[int]) -> bool:
    """Whether events in an object say more of some households than may stay once they are gone."""
    return any(
        of_event(each, set(), forget) != each
        for logical, digest in inventory.state.items()
        if is_segment(logical)
        for each in events.parse_segment((folder / inventory.manifest[digest]).read_bytes())
    )


def is_segment(logical: str) -> bool:
    """Whether a file of an object holds events."""
    return logical.startswith(events.SEGMENTS)


def of_record(old: bytes, gone: AbstractSet[str], stated: bytes) -> bytes:
    """Return a record without the papers `gone`, and with the people that `stated` still names."""
    said, now = json.loads(old), json.loads(stated)
    said["documents"] = [row for row in said["documents"] if row["id"] not in gone]
    if "renewed" in said:
        said["renewed"] = [each for each in said["renewed"] if each not in gone]
    if said["household"]:
        said["people"] = _still_named(said["people"], now["people"])
    still = {each["household"]["id"] for each in now["sharing"]}
    said["sharing"] = [each for each in said["sharing"] if each["household"]["id"] in still]
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _still_named(before: list[dict[str, Any]], now: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """People as they were, where they are still named; as they are now, where they are not."""
    today = {each["id"]: each for each in now}
    kept = []
    for each in before:
        current = today.get(each["id"])
        if current is not None:
            kept.append(each if current["name"] != NO_NAME else current)
    return kept


def of_event(event: FileEvent, gone: AbstractSet[str], forget: AbstractSet[int]) -> FileEvent:
    """Return an event as it may stay."""
    if event.kind.startswith(CUSTODY):
        return event
    if event.kind == households.OPENED:
        if event.household_id not in forget:
            return event
        people = forgotten(event.detail["people"])
        return replace(event, detail=dict(event.detail) | {"people": people})
    if event.document_id in gone or event.household_id in forget:
        return replace(event, kind=REDACTED, detail={"was": event.kind})
    return event


def forgotten(people: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows of a household's people when nobody is named any more: one is left."""
    return [
        dict(each) | dict.fromkeys(_IDENTITY) | {"name": NO_NAME}
        for each in people
        if each["role"] == "borrower"
    ]
