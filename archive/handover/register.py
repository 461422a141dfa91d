"""Handovers as the events of the archive tell of them: numbers, what was prepared and received."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from archive import events
from archive.events import FileEvent, NewEvent

# Kinds of events. A number is used up by its beginning; a handover that never got further shows.
BEGUN = "handover.begun"
PREPARED = "handover.prepared"
RECEIVED = "handover.received"
KINDS = (BEGUN, PREPARED, RECEIVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One handover, as this workspace knows it.

    state       "begun", "prepared" or "received"
    digest      of the package, "" while there is none
    households  numbers of the files here
    """

    number: str
    state: str
    at: str
    actor: str
    digest: str = ""
    scope: str = ""
    other: str = ""
    items: int = 0
    pages: int = 0
    households: tuple[int, ...] = ()


def begin(connection: Connection, *, at: str, actor: str, scope: str) -> str:
    """Use up the next number of the year, inside the caller's write transaction; return it."""
    year = at[:4]
    used = [
        int(event.detail["number"].rpartition("-")[2])
        for event in events.of_kinds(connection, [BEGUN])
        if event.detail["number"].startswith(f"YJ{year}-")
    ]
    number = f"YJ{year}-{max(used, default=0) + 1:04d}"
    detail = {"number": number, "scope": scope}
    events.note(connection, [NewEvent(kind=BEGUN, detail=detail)], at=at, actor=actor)
    return number


def handovers(connection: Connection) -> list[Handover]:
    """Return all handovers, oldest first."""
    found: dict[tuple[str, str], Handover] = {}
    for event in filter(is_own, events.of_kinds(connection, KINDS)):
        # Two senders may have given the same number.
        way = str(event.detail["digest"]) if event.kind == RECEIVED else "out"
        key = (way, str(event.detail["number"]))
        found[key] = _after(found.get(key), event)
    return list(found.values())


def is_own(event: FileEvent) -> bool:
    """Whether it happened here, rather than where a file came from."""
    return "came_from" not in event.detail


def received(connection: Connection, digest: str) -> Handover | None:
    """Return the handover by which a package came in here, None when it has not."""
    return next(
        (
            each
            for each in handovers(connection)
            if each.state == "received" and each.digest == digest
        ),
        None,
    )


def _after(known: Handover | None, event: FileEvent) -> Handover:
    detail = event.detail
    before = known.households if known else ()
    here = (event.household_id,) if event.household_id is not None else ()
    return Handover(
        number=str(detail["number"]),
        state=event.kind.partition(".")[2],
        at=event.at,
        actor=event.actor,
        digest=str(detail.get("digest", "")),
        scope=str(detail.get("scope", known.scope if known else "")),
        other=str(detail.get("other", "")),
        items=int(detail.get("items", 0)) + (known.items if known and here else 0),
        pages=int(detail.get("pages", 0)) + (known.pages if known and here else 0),
        households=(*before, *here),
    )
