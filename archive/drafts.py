"""Drafts by the number they bear, and the signed copies that came back of them.

Follows `document_change` as the index does: the numbers are read from the side files of filed
drafts and can be made again from them. A signed copy bears the number among its own
(`document_number`), which its object's record keeps.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from archive import documents, schema
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.store import ArchiveDamaged, Store
from archive.workspace import Workspace
from extractors import draft_numbers, filetype
from extractors.draft_numbers import FIELD

# Changes looked through in one transaction.
AT_ONCE = 500
# What stands beside a single draft, and beside a file of many.
ONE, MANY = "provenance.json", "notices.jsonl"
# Under which the signed copy is filed where the draft does not say.
ANY_TYPE = "other"

_draft = schema.draft.c
_number = schema.document_number.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft.

    document_id   the paper that holds it: itself, or the print file of a batch
    household_id  whose it is; None: the department's
    kind          as `hudang draft` calls it
    signed_type   type under which its signed copy is filed
    known_on      with what was known on that day it was drafted
    """

    number: str
    document_id: str
    household_id: int | None
    kind: str
    signed_type: str
    known_on: date


def catch_up(workspace: Workspace) -> None:
    """Look at what was filed, corrected or moved since last time."""
    store = Store(workspace.archive, workspace.staging)
    with reading(workspace.engine) as connection:
        since = connection.scalar(select(schema.draft_followed.c.seq)) or 0
    while True:
        with reading(workspace.engine) as connection:
            changes = documents.changes_since(connection, since, AT_ONCE)
            changed = {change.document_id for change in changes}
            rows = connection.scalars(
                select(schema.document.c.id).where(
                    schema.document.c.id.in_(changed),
                    schema.document.c.media_type == filetype.DOCX,
                )
            )
            papers = [documents.document(connection, each) for each in sorted(rows)]
        if not changes:
            return
        since = changes[-1].seq
        found = [draft for paper in papers for draft in _drafts_of(store, paper)]
        with writing(workspace.engine) as connection:
            _enter(connection, changed, found, since)


def _enter(connection: Connection, changed: set[str], found: Sequence[Draft], seq: int) -> None:
    connection.execute(delete(schema.draft).where(_draft.document_id.in_(changed)))
    rows = [{name: getattr(each, name) for name in Draft.__slots__} for each in found]
    if rows:
        connection.execute(insert(schema.draft).prefix_with("OR REPLACE"), rows)
    connection.execute(
        insert(schema.draft_followed).prefix_with("OR REPLACE").values(id=1, seq=seq)
    )


def _drafts_of(store: Store, paper: FiledDocument) -> Iterator[Draft]:
    """Yield the drafts that a filed paper holds, by what stands beside it."""
    # What is damaged says nothing here; verification says that it is damaged.
    with suppress(ArchiveDamaged, OSError, KeyError, ValueError, TypeError):
        inventory = store.inventory(paper.object_id)
        for name in (ONE, MANY):
            logical = f"beside/{paper.item_no:04d}/{name}"
            if logical in inventory.state:
                path = store.folder(paper.object_id) / inventory.content_path(logical)
                yield from _said_by(paper, path.read_bytes().splitlines(), single=name == ONE)


def _said_by(paper: FiledDocument, lines: Sequence[bytes], *, single: bool) -> Iterator[Draft]:
    """Yield the drafts that a side file speaks of: one, or after a head a line each.

    Raises KeyError, TypeError, ValueError.
    """
    if single:
        said = json.loads(b"\n".join(lines))
        yield _draft_of(paper, said, paper.household_id)
        return
    head = json.loads(lines[0])
    for line in lines[1:]:
        said = json.loads(line)
        whose = said["household"]
        yield _draft_of(paper, head | said, None if whose is None else int(whose))


def _draft_of(paper: FiledDocument, said: dict[str, Any], household_id: int | None) -> Draft:
    return Draft(
        number=str(said["number"]),
        document_id=paper.id,
        household_id=household_id,
        kind=str(said["document"]),
        signed_type=str(said.get("signed_type") or ANY_TYPE),
        known_on=date.fromisoformat(said["known_on"]),
    )


def of_number(connection: Connection, number: str) -> Draft | None:
    """Return the draft that bears a number; of one filed several times the last."""
    chosen = select(schema.draft).where(_draft.number == number)
    row = connection.execute(chosen.order_by(_draft.document_id.desc())).first()
    return _of_row(row) if row else None


def meant(connection: Connection, read: str, *, by_code: bool) -> Draft | None:
    """Return the draft whose number was read from a page.

    A printed number may be a letter off: then it is the one draft of that day that is as near.
    """
    found = of_number(connection, read)
    if found or by_code:
        return found
    day = connection.execute(select(schema.draft).where(_draft.number.startswith(read[:9])))
    near = {row.number: row for row in day if draft_numbers.same(row.number, read)}
    return _of_row(next(iter(near.values()))) if len(near) == 1 else None


def of_documents(connection: Connection, ids: Iterable[str]) -> list[Draft]:
    """Return the drafts that some papers hold."""
    rows = connection.execute(
        select(schema.draft).where(_draft.document_id.in_(list(ids))).order_by(_draft.number)
    )
    return [_of_row(row) for row in rows]


def every(
    connection: Connection, *, kind: str | None = None, household_id: int | None = None
) -> list[Draft]:
    """Return all drafts, oldest day first, each number once."""
    chosen = select(schema.draft).order_by(_draft.known_on, _draft.number, _draft.document_id)
    if kind is not None:
        chosen = chosen.where(_draft.kind == kind)
    if household_id is not None:
        chosen = chosen.where(_draft.household_id == household_id)
    return list({row.number: _of_row(row) for row in connection.execute(chosen)}.values())


def signed_copies(connection: Connection, numbers: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of the papers that came back signed, by the number of their draft."""
    wanted = set(numbers)
    chosen = select(_number.number, _number.document_id).where(_number.kind == FIELD)
    if len(wanted) <= AT_ONCE:
        chosen = chosen.where(_number.number.in_(wanted))
    found: dict[str, list[str]] = {}
    for row in connection.execute(chosen.order_by(_number.document_id)):
        if row.number in wanted:
            found.setdefault(row.number, []).append(row.document_id)
    return found


def number_of_copy(connection: Connection, document_id: str) -> str | None:
    """Return the number of the draft that a paper is the signed copy of."""
    return connection.scalar(
        select(_number.number).where(_number.document_id == document_id, _number.kind == FIELD)
    )


def _of_row(row: Any) -> Draft:
    return Draft(**{name: getattr(row, name) for name in Draft.__slots__})
