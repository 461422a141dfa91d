"""The database rows of an erasure: what goes, what stays as a tombstone. Safe to repeat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from archive import audit, database, events, schema, tombstones
from archive.disposal.redaction import NO_NAME, forgotten, of_event
from archive.events import FileEvent, NewEvent
from archive.tombstones import Tombstone

DESTROYED = "papers.destroyed"
# Actions of the audit trail: an object was told again; rows of the log of events were.
REWRITTEN, REDACTED = "object.rewrite", "events.redact"
_document = schema.document.c
_person = schema.person.c


def enter(
    connection: Connection,
    papers: Sequence[str],
    stones: Sequence[Tombstone],
    forget: Sequence[int],
    *,
    at: str,
    actor: str,
    list_no: str,
) -> None:
    """Take papers' rows away and enter their tombstones, inside the caller's transaction.

    forget  households whose last paper went before: nobody is named in their file any more
    """
    there = list(connection.scalars(select(_document.id).where(_document.id.in_(papers))))
    if there:
        _enter_papers(connection, there, stones, at=at, actor=actor, list_no=list_no)
    for household_id in forget:
        _forget(connection, household_id, at=at, actor=actor, list_no=list_no)


def note_rewriting(
    connection: Connection,
    object_id: str,
    before: Mapping[str, str],
    *,
    act_id: str,
    list_no: str,
    at: str,
    actor: str,
) -> None:
    """Note in the audit trail that an object was told again, and the inventories it had before.

    Seals that speak of those are not broken; seals made later cover this row.
    """
    audit.append(
        connection,
        at=at,
        actor=actor,
        action=REWRITTEN,
        object_=f"object:{object_id}",
        detail={"list": list_no, "act": act_id, "before": sorted(before.values())},
    )


def _enter_papers(
    connection: Connection,
    papers: Sequence[str],
    stones: Sequence[Tombstone],
    *,
    at: str,
    actor: str,
    list_no: str,
) -> None:
    households = _households_of(connection, papers)
    redact_events(connection, papers, (), at=at, actor=actor, list_no=list_no)
    _remove(connection, papers)
    tombstones.enter(connection, stones)
    _note_destroyed(connection, stones, at=at, actor=actor)
    detail = {"list": list_no, "papers": list(papers)}
    noted = [NewEvent(kind=DESTROYED, household_id=each, detail=detail) for each in households]
    events.note(connection, noted, at=at, actor=actor)


def _note_destroyed(
    connection: Connection, stones: Sequence[Tombstone], *, at: str, actor: str
) -> None:
    """Tell the feed of changes and the audit trail that papers went."""
    connection.execute(
        insert(schema.document_change),
        [{"document_id": each.id, "what": "destroyed", "at": at} for each in stones],
    )
    for each in stones:
        audit.append(
            connection,
            at=at,
            actor=actor,
            action="paper.destroy",
            object_=f"document:{each.id}",
            detail={"list": each.list_no, "sha256": each.sha256, "object": each.object_id},
        )


def enter_again(
    connection: Connection,
    stones: Sequence[Tombstone],
    forget: Sequence[int],
    *,
    at: str,
    actor: str,
) -> int:
    """Enter erasures that the archive tells of into a database that is older; return how many
    papers went from it.

    The event that tells of an erasure comes with the other events of the archive.
    forget  households that the archive names nobody of any more
    """
    known = set(connection.scalars(select(schema.tombstone.c.id)))
    lists: dict[str, list[Tombstone]] = {}
    for each in stones:
        if each.id not in known:
            lists.setdefault(each.list_no, []).append(each)
    gone = 0
    for list_no, of_list in lists.items():
        papers = [each.id for each in of_list]
        there = set(connection.scalars(select(_document.id).where(_document.id.in_(papers))))
        redact_events(connection, papers, (), at=at, actor=actor, list_no=list_no)
        if there:
            _remove(connection, sorted(there))
            went = [each for each in of_list if each.id in there]
            _note_destroyed(connection, went, at=at, actor=actor)
        tombstones.enter(connection, of_list)
        gone += len(there)
    for household_id in forget:
        _forget(connection, household_id, at=at, actor=actor, list_no="")
    return gone


def _households_of(connection: Connection, papers: Sequence[str]) -> list[int]:
    shared = schema.document_shared.c
    own = connection.scalars(select(_document.household_id).where(_document.id.in_(papers)))
    others = connection.scalars(select(shared.household_id).where(shared.document_id.in_(papers)))
    return sorted({each for each in (*own, *others) if each is not None})


def _remove(connection: Connection, papers: Sequence[str]) -> None:
    # Whatever came in as these papers: file names may hold names of people.
    connection.execute(
        delete(schema.intake_item).where(schema.intake_item.c.document_id.in_(papers))
    )
    for table in reversed(schema.metadata.sorted_tables):
        pointing = [
            column
            for column in table.c
            if any(key.column is schema.document.c.id for key in column.foreign_keys)
        ]
        if pointing:
            connection.execute(delete(table).where(or_(*(c.in_(papers) for c in pointing))))
    connection.execute(delete(schema.document).where(_document.id.in_(papers)))


def is_empty(connection: Connection, household_id: int) -> bool:
    """Whether no paper is left that a household's file holds or shares."""
    shared = schema.document_shared.c
    own = select(_document.id).where(_document.household_id == household_id).limit(1)
    others = select(shared.document_id).where(shared.household_id == household_id).limit(1)
    return connection.scalar(own) is None and connection.scalar(others) is None


def is_forgotten(connection: Connection, household_id: int) -> bool:
    """Whether nobody is named in a household's file any more."""
    named = select(_person.id).where(_person.household_id == household_id, _person.name != NO_NAME)
    return connection.scalar(named.limit(1)) is None


def _forget(
    connection: Connection, household_id: int, *, at: str, actor: str, list_no: str
) -> None:
    if is_forgotten(connection, household_id):
        return
    redact_events(connection, (), (household_id,), at=at, actor=actor, list_no=list_no)
    rows = connection.execute(
        select(schema.person).where(_person.household_id == household_id).order_by(_person.id)
    ).mappings()
    kept = forgotten([dict(row) for row in rows])
    connection.execute(
        delete(schema.person).where(
            _person.household_id == household_id, _person.id.not_in([each["id"] for each in kept])
        )
    )
    for each in kept:
        connection.execute(update(schema.person).where(_person.id == each["id"]).values(**each))
    audit.append(
        connection,
        at=at,
        actor=actor,
        action="household.forget",
        object_=f"household:{household_id}",
        detail={"list": list_no},
    )


def redact_events(
    connection: Connection,
    papers: Sequence[str],
    forget: Sequence[int],
    *,
    at: str,
    actor: str,
    list_no: str,
) -> None:
    """Let events of destroyed papers and forgotten households say no more than may stay."""
    event = schema.file_event.c
    touched = or_(event.document_id.in_(papers), event.household_id.in_(forget))
    rows = connection.execute(select(schema.file_event).where(touched)).mappings()
    found = [FileEvent(**row) for row in rows]
    changed = [
        (each, new) for each in found if (new := of_event(each, set(papers), set(forget))) != each
    ]
    if not changed:
        return
    with database.unsealed(connection, schema.file_event.name):
        for old, new in changed:
            connection.execute(
                update(schema.file_event)
                .where(event.seq == old.seq)
                .values(kind=new.kind, detail=dict(new.detail))
            )
    audit.append(
        connection,
        at=at,
        actor=actor,
        action=REDACTED,
        object_=f"table:{schema.file_event.name}",
        detail={"list": list_no, "rows": [old.seq for old, _new in changed]},
    )
