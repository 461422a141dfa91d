"""record.json: everything needed to rebuild the database rows of one object, kept inside it."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from archive import schema

PATH = "record.json"
FORMAT = 1
# SQLite takes a few thousand parameters at most.
_AT_ONCE = 500


def of_object(
    connection: Connection,
    household_id: int | None,
    object_id: str,
    added: Sequence[dict[str, Any]],
    renewed: Sequence[dict[str, Any]] = (),
) -> bytes:
    """Return record.json after `added` document rows come in and `renewed` ones are changed.

    added, renewed  rows of schema.document, each with its "numbers" and the households it is
                    "shared_with"
    """
    changed = {row["id"]: row for row in renewed}
    kept = [
        changed.get(row["id"], row)
        for row in rows_of(connection, schema.document.c.object_id == object_id)
    ]
    documents = [_to_json(row) for row in (*kept, *added)]
    others = {row["household_id"] for row in documents} - {household_id, None}
    sharing = sorted(others.union(*(row["shared_with"] for row in documents)))
    record = {
        "format": FORMAT,
        "object": object_id,
        "household": _household(connection, household_id),
        "people": _people(connection, household_id),
        # Members of a group may have no papers, and so no object, of their own.
        "sharing": [
            {"household": _household(connection, each), "people": _people(connection, each)}
            for each in sharing
        ],
        "documents": documents,
        # Papers whose rows this version changed.
        "renewed": sorted(changed),
    }
    return json_lines(record)


def rows_of(connection: Connection, chosen: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Return the chosen rows of schema.document, as `row_of` would, by item number."""
    document = schema.document
    found = connection.execute(select(document).where(chosen).order_by(document.c.item_no))
    rows = [dict(row) for row in found.mappings()]
    if not rows:
        return []
    wanted = select(document.c.id).where(chosen)
    number, shared = schema.document_number.c, schema.document_shared.c
    numbers: dict[str, list[list[str]]] = {}
    for each in connection.execute(
        select(number.document_id, number.kind, number.number)
        .where(number.document_id.in_(wanted))
        .order_by(number.kind, number.number)
    ):
        numbers.setdefault(each.document_id, []).append([each.kind, each.number])
    sharers: dict[str, list[int]] = {}
    for document_id, household_id in connection.execute(
        select(shared.document_id, shared.household_id)
        .where(shared.document_id.in_(wanted))
        .order_by(shared.household_id)
    ):
        sharers.setdefault(document_id, []).append(household_id)
    return [
        row | {"numbers": numbers.get(row["id"], []), "shared_with": sharers.get(row["id"], [])}
        for row in rows
    ]


def known(connection: Connection, ids: Collection[str]) -> list[dict[str, Any]]:
    """Return the rows of those papers that are there."""
    wanted = sorted(ids)
    return [
        row
        for start in range(0, len(wanted), _AT_ONCE)
        for row in rows_of(connection, schema.document.c.id.in_(wanted[start : start + _AT_ONCE]))
    ]


def json_lines(data: Any) -> bytes:
    """Return JSON with one thing a line, for people with a text editor; keys in order."""
    # Indented it would take ten times as long to write.
    text = json.dumps(data, ensure_ascii=False, separators=(",\n", ": "), sort_keys=True)
    return (text + "\n").encode()


def row_of(connection: Connection, columns: dict[str, Any]) -> dict[str, Any]:
    """Return a row of schema.document with its "numbers" and whom it is "shared_with"."""
    return columns | {
        "numbers": _numbers(connection, columns["id"]),
        "shared_with": _shared_with(connection, columns["id"]),
    }


def rows_json(connection: Connection, chosen: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Return document rows as record.json has them, in the order of their item numbers."""
    return [_to_json(row) for row in rows_of(connection, chosen)]


def household_json(connection: Connection, household_id: int) -> dict[str, Any]:
    """Return a household's row and its people's, as record.json has them."""
    return {
        "household": _household(connection, household_id),
        "people": _people(connection, household_id),
    }


def with_audit(record: bytes, said: Sequence[Mapping[str, str]], actor: str) -> bytes:
    """Return a record with entries for the audit trail: `{"action": …, "object": …}` each."""
    if not said:
        return record
    return json_lines(
        json.loads(record) | {"audit": [dict(entry) | {"actor": actor} for entry in said]}
    )


def audit_entries(record: bytes) -> list[dict[str, str]]:
    """Return the entries for the audit trail that the newest version of an object brought."""
    entries: list[dict[str, str]] = json.loads(record).get("audit", [])
    return entries


def _household(connection: Connection, household_id: int | None) -> Any:
    row = connection.execute(
        select(schema.household).where(schema.household.c.id == household_id)
    ).mappings()
    return next((dict(found) for found in row), None)


def _people(connection: Connection, household_id: int | None) -> list[dict[str, Any]]:
    rows = connection.execute(
        select(schema.person)
        .where(schema.person.c.household_id == household_id)
        .order_by(schema.person.c.id)
    ).mappings()
    return [dict(row) for row in rows]


def _numbers(connection: Connection, document_id: str) -> list[list[str]]:
    number = schema.document_number.c
    rows = connection.execute(
        select(number.kind, number.number)
        .where(number.document_id == document_id)
        .order_by(number.kind, number.number)
    )
    return [[row.kind, row.number] for row in rows]


def _shared_with(connection: Connection, document_id: str) -> list[int]:
    shared = schema.document_shared.c
    rows = select(shared.household_id).where(shared.document_id == document_id)
    return sorted(connection.scalars(rows))


def _to_json(row: dict[str, Any]) -> dict[str, Any]:
    return row | {
        "dated_on": row["dated_on"].isoformat() if row["dated_on"] else None,
        "original_name_raw": base64.b64encode(row["original_name_raw"]).decode("ascii"),
    }


def documents(record: bytes) -> list[dict[str, Any]]:
    """Return the document rows of a record.json, as `of_object` took them."""
    return rows_in(json.loads(record))


def rows_in(said: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the document rows of a parsed record.json."""
    return [row_from_json(row) for row in said["documents"]]


def row_from_json(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a document row as the database has it, from one as record.json has it."""
    return dict(row) | {
        "dated_on": date.fromisoformat(row["dated_on"]) if row["dated_on"] else None,
        "original_name_raw": base64.b64decode(row["original_name_raw"]),
    }


def changed_in(record: bytes, version: int) -> list[dict[str, Any]]:
    """Return the document rows that a version brought or changed; `record` is that version's."""
    said = json.loads(record)
    renewed = set(said.get("renewed", ()))
    return [
        row for row in rows_in(said) if row["object_version"] == version or row["id"] in renewed
    ]


def enter(connection: Connection, row: dict[str, Any], *, at: str) -> bool:
    """Enter one document row of a record; see `enter_all`. Returns whether the paper was new."""
    return bool(enter_all(connection, [row], at=at))


def enter_all(
    connection: Connection,
    rows: Sequence[dict[str, Any]],
    *,
    at: str,
    restated: Collection[str] = (),
) -> list[dict[str, Any]]:
    """Enter document rows of records, with their numbers and changes for the feed; return the new.

    A row that is there and says otherwise is renewed; entering the same rows again changes nothing.

    restated  papers that were stated anew: the feed tells of them though what was corrected, an
              amount for instance, stands in no column of their row
    """
    document = schema.document
    before = {row["id"]: row for row in known(connection, [row["id"] for row in rows])}
    new = [row for row in rows if row["id"] not in before]
    renewed = [row for row in rows if row["id"] in before and not _same(before[row["id"]], row)]
    if new:
        # Rows of older records lack the newer columns.
        connection.execute(
            insert(document), [{c.name: row.get(c.name) for c in document.c} for row in new]
        )
    for row in renewed:
        columns = {column.name: row[column.name] for column in document.c if column.name in row}
        connection.execute(update(document).where(document.c.id == row["id"]).values(columns))
        for beside in (schema.document_shared, schema.document_number):
            connection.execute(delete(beside).where(beside.c.document_id == row["id"]))
    _enter_beside(connection, [*new, *renewed])
    changes = [{"document_id": row["id"], "what": "filed", "at": at} for row in new]
    for row in renewed:
        moved = before[row["id"]]["household_id"] != row["household_id"]
        what = "moved" if moved else "corrected"
        changes.append({"document_id": row["id"], "what": what, "at": at})
    told = {change["document_id"] for change in changes}
    changes += [
        {"document_id": each, "what": "corrected", "at": at}
        for each in before
        if each in restated and each not in told
    ]
    if changes:
        connection.execute(insert(schema.document_change), changes)
    return new


def _enter_beside(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    shared = [
        {"document_id": row["id"], "household_id": household_id}
        for row in rows
        for household_id in row["shared_with"]
    ]
    numbers = [
        {"document_id": row["id"], "kind": kind, "number": number}
        for row in rows
        for kind, number in row["numbers"]
    ]
    if shared:
        connection.execute(insert(schema.document_shared), shared)
    if numbers:
        connection.execute(insert(schema.document_number), numbers)


def _same(before: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    def compared(each: Mapping[str, Any]) -> dict[str, Any]:
        numbers = sorted(tuple(pair) for pair in each["numbers"])
        return dict(each) | {"numbers": numbers, "shared_with": sorted(each["shared_with"])}

    # A record of an older version names fewer columns: it says nothing of the others.
    return compared({name: before[name] for name in row}) == compared(row)


def restore_households(connection: Connection, said: Sequence[Mapping[str, Any]]) -> None:
    """Enter households with their people, none of which are there: the `household` and `people`
    of records, or entries of their `sharing`."""
    if said:
        connection.execute(insert(schema.household), [each["household"] for each in said])
    people = [row for each in said for row in each["people"]]
    if people:
        connection.execute(insert(schema.person), people)
