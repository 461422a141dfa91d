"""What happened to household files and papers: noted in the database, then kept in the archive.

An event is noted in the transaction of what it speaks of, so that neither is there without the
other. `archive.versions` carries it into an object with the next version, at the latest `keep`.
Each version holds the events it brought in `events/v0007.jsonl`, one JSON object a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from archive import schema
from archive.database import last_number
from archive.ids import new_id

_event = schema.file_event.c
# Where an object keeps its events.
SEGMENTS = "events/"
# SQLite takes a few thousand parameters at most.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEvent:
    """One event; `seq` only grows, and `detail` may hold personal data: the archive is its place.

    kind          declared by the module that folds it ("location.set", "paper.lent" …)
    effective_on  the day it counts from, where that is not the day it was noted
    """

    seq: int
    id: str
    at: str
    actor: str
    kind: str
    household_id: int | None = None
    document_id: str | None = None
    effective_on: date | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An event to be noted; fields as of FileEvent."""

    kind: str
    household_id: int | None = None
    document_id: str | None = None
    effective_on: date | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


def note(connection: Connection, new: Sequence[NewEvent], *, at: str, actor: str) -> list[int]:
    """Note events inside the caller's write transaction; return their numbers."""
    if not new:
        return []
    first = last_number(connection, schema.file_event.name) + 1
    numbers = list(range(first, first + len(new)))
    rows = [
        {
            "seq": seq,
            "id": new_id(),
            "at": at,
            "actor": actor,
            "kind": each.kind,
            "household_id": each.household_id,
            "document_id": each.document_id,
            "effective_on": each.effective_on,
            "detail": dict(each.detail),
        }
        for seq, each in zip(numbers, new, strict=True)
    ]
    connection.execute(insert(schema.file_event), rows)
    connection.execute(insert(schema.event_unkept), [{"seq": seq} for seq in numbers])
    return numbers


def last(connection: Connection) -> int:
    """Return the number of the last event ever noted; 0: none was."""
    return last_number(connection, schema.file_event.name)


def of_household(
    connection: Connection, household_id: int | None, kinds: Iterable[str] = ()
) -> list[FileEvent]:
    """Return a household's events (None: the department's) in order; `kinds` narrows them."""
    chosen = select(schema.file_event).where(_event.household_id == household_id)
    return _loaded(connection, chosen, kinds)


def of_households(
    connection: Connection, households: Sequence[int], kinds: Iterable[str]
) -> list[FileEvent]:
    """Return events of some kinds of several households, in order."""
    wanted, found = list(kinds), []
    for start in range(0, len(households), _AT_ONCE):
        part = households[start : start + _AT_ONCE]
        chosen = select(schema.file_event).where(_event.household_id.in_(part))
        found += _loaded(connection, chosen, wanted)
    return sorted(found, key=lambda event: event.seq)


def of_document(
    connection: Connection, document_id: str, kinds: Iterable[str] = ()
) -> list[FileEvent]:
    """Return a paper's events in order."""
    chosen = select(schema.file_event).where(_event.document_id == document_id)
    return _loaded(connection, chosen, kinds)


def of_kinds(connection: Connection, kinds: Iterable[str]) -> list[FileEvent]:
    """Return all events of some kinds, of every household, in order."""
    return _loaded(connection, select(schema.file_event), kinds)


def _loaded(connection: Connection, chosen: Any, kinds: Iterable[str]) -> list[FileEvent]:
    wanted = list(kinds)
    if wanted:
        chosen = chosen.where(_event.kind.in_(wanted))
    rows = connection.execute(chosen.order_by(_event.seq))
    names = tuple(rows.keys())
    return [FileEvent(**dict(zip(names, row, strict=True))) for row in rows]


def each_of_kinds(connection: Connection, kinds: Iterable[str]) -> Iterator[FileEvent]:
    """Yield all events of some kinds in order, a few at a time."""
    chosen = select(schema.file_event).where(_event.kind.in_(list(kinds))).order_by(_event.seq)
    for row in connection.execute(chosen.execution_options(yield_per=500)).mappings():
        yield FileEvent(**row)


def unkept(connection: Connection) -> list[FileEvent]:
    """Return the events that no object of the archive holds yet, in order."""
    waiting = select(schema.event_unkept.c.seq)
    return _loaded(connection, select(schema.file_event).where(_event.seq.in_(waiting)), ())


def is_any_unkept(connection: Connection) -> bool:
    """Whether an event waits for an object to hold it."""
    return connection.execute(select(schema.event_unkept.c.seq).limit(1)).first() is not None


def unkept_of(connection: Connection, household_id: int) -> list[FileEvent]:
    """Return those of one household."""
    waiting = select(schema.event_unkept.c.seq)
    chosen = select(schema.file_event).where(
        _event.household_id == household_id, _event.seq.in_(waiting)
    )
    return _loaded(connection, chosen, ())


def segment_path(version: int) -> str:
    """Return where a version's events stand inside its object."""
    return f"{SEGMENTS}v{version:04d}.jsonl"


def segment(events: Iterable[FileEvent]) -> bytes:
    """Return events as JSON lines."""
    lines = [
        json.dumps(
            {name: getattr(each, name) for name in FileEvent.__slots__ if name != "effective_on"}
            | {"effective_on": each.effective_on.isoformat() if each.effective_on else None},
            ensure_ascii=False,
            sort_keys=True,
        )
        for each in events
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def parse_segment(data: bytes) -> list[FileEvent]:
    """Return the events of a segment. Raises ValueError when it is not one."""
    try:
        parsed = [json.loads(line) for line in data.decode().splitlines()]
        return [
            FileEvent(
                **each
                | {
                    "effective_on": date.fromisoformat(each["effective_on"])
                    if each["effective_on"]
                    else None
                }
            )
            for each in parsed
        ]
    except (KeyError, TypeError) as cause:
        raise ValueError(f"not a segment of events: {cause!r}") from cause


def enter(connection: Connection, kept: Sequence[FileEvent]) -> list[FileEvent]:
    """Enter events that an object holds and mark them as kept; return those that were new.

    A number that another event has here is not taken over: the newcomer gets the next one.
    """
    known = _known(connection, [each.id for each in kept])
    new = [each for each in kept if each.id not in known]
    taken = _taken(connection, [each.seq for each in new])
    rows = [{name: getattr(each, name) for name in FileEvent.__slots__} for each in new]
    plain = [row for row in rows if row["seq"] not in taken]
    if plain:
        connection.execute(insert(schema.file_event), plain)
    for row in rows:
        if row["seq"] in taken:
            del row["seq"]
            connection.execute(insert(schema.file_event).values(**row))
    here = [known[each.id] for each in kept if each.id in known]
    for start in range(0, len(here), _AT_ONCE):
        part = here[start : start + _AT_ONCE]
        connection.execute(delete(schema.event_unkept).where(schema.event_unkept.c.seq.in_(part)))
    return new


def enter_as_numbered(connection: Connection, kept: Sequence[FileEvent]) -> list[FileEvent]:
    """Enter events that objects hold under their own numbers, for rebuilding.

    Returns those whose number another event has: they are to be entered after all others.
    """
    known = _known(connection, [each.id for each in kept])
    new = {each.id: each for each in kept if each.id not in known}
    taken = _taken(connection, [each.seq for each in new.values()])
    first = {each.seq: each for each in reversed(new.values()) if each.seq not in taken}
    if first:
        connection.execute(
            insert(schema.file_event),
            [{name: getattr(e, name) for name in FileEvent.__slots__} for e in first.values()],
        )
    return [each for each in new.values() if first.get(each.seq) is not each]


def _taken(connection: Connection, numbers: Sequence[int]) -> set[int]:
    found: set[int] = set()
    for start in range(0, len(numbers), _AT_ONCE):
        part = numbers[start : start + _AT_ONCE]
        found |= set(connection.scalars(select(_event.seq).where(_event.seq.in_(part))))
    return found


def _known(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        rows = connection.execute(select(_event.id, _event.seq).where(_event.id.in_(part)))
        found |= {row.id: row.seq for row in rows}
    return found
