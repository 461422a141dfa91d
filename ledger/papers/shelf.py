"""What filed papers were read as, kept beside the ledger so that no file is opened to compare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select

from archive import documents, schema
from archive.documents import FiledDocument
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors.reading import Reading
from ledger import schema as ledger_schema
from ledger.papers.claims import Paper
from ledger.papers.held import AT_ONCE
from ledger.papers.registry import DOC_TYPES, FIELDS

_said = ledger_schema.paper_said.c


def renew(
    connection: Connection, read: Sequence[tuple[str, FiledDocument | None, Reading | None]]
) -> None:
    """Keep what papers say now (id, paper, its reading); None: nothing that gives facts."""
    ids = [each[0] for each in read]
    for start in range(0, len(ids), AT_ONCE):
        part = ids[start : start + AT_ONCE]
        connection.execute(delete(ledger_schema.paper_said).where(_said.document_id.in_(part)))
    rows = [
        {
            "document_id": document_id,
            "household_id": filed.household_id,
            "reading": _kept(reading).to_json(),
        }
        for document_id, filed, reading in read
        if filed and reading
    ]
    if rows:
        connection.execute(insert(ledger_schema.paper_said), rows)


def read_now(
    workspace: Workspace, connection: Connection, ids: Iterable[str]
) -> Iterator[tuple[str, FiledDocument | None, Reading | None]]:
    """Yield what papers say now: nothing of those that are gone, or of a type that gives no facts.

    What is damaged is left out: verification says that it is, and what it said before holds.
    """
    for document_id in ids:
        filed, reading = None, None
        with suppress(documents.UnknownDocument):
            filed = documents.document(connection, document_id)
        if filed and filed.doc_type in DOC_TYPES and filed.household_id is not None:
            try:
                reading = documents.reading(workspace, filed)
            except (ArchiveDamaged, OSError, KeyError, ValueError):
                continue
        yield document_id, filed, reading


def _kept(reading: Reading) -> Reading:
    """The fields that facts and findings are made of, without their printed form."""
    fields = {
        name: tuple(replace(each, text="", rule="") for each in found)
        for name, found in reading.fields.items()
        if name in FIELDS
    }
    return replace(reading, fields=fields, copies=(), parts=(), codes=())


def households_with_papers(connection: Connection) -> list[int]:
    """Return the households that have papers here, in order."""
    rows = connection.scalars(select(_said.household_id).distinct().order_by(_said.household_id))
    return [each for each in rows if each is not None]


def households_of(connection: Connection, ids: Collection[str]) -> set[int]:
    """Return the households to which papers belonged when they were last looked at."""
    found: set[int] = set()
    wanted = list(ids)
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        rows = connection.scalars(select(_said.household_id).where(_said.document_id.in_(part)))
        found |= {each for each in rows if each is not None}
    return found


def papers_of(
    workspace: Workspace,
    connection: Connection,
    households: Sequence[int],
    known_at: str | None = None,
    *,
    with_shared: bool = False,
) -> dict[int, list[Paper]]:
    """Return the papers of households in the order they were filed.

    known_at     those filed later do not count
    with_shared  also papers of other households that belong to the file of these
    """
    found: dict[int, list[Paper]] = {each: [] for each in households}
    document, shared = schema.document.c, schema.document_shared.c
    for start in range(0, len(households), AT_ONCE):
        part = households[start : start + AT_ONCE]
        chosen: ColumnElement[bool] = document.household_id.in_(part)
        theirs = select(shared.document_id).where(shared.household_id.in_(part))
        if with_shared:
            chosen = or_(chosen, document.id.in_(theirs))
        rows = (
            connection.execute(
                select(schema.document, _said.reading)
                .join(ledger_schema.paper_said, _said.document_id == document.id)
                .where(chosen)
                .order_by(document.filed_at, document.id)
            )
            .mappings()
            .all()
        )
        others = _shared(connection, chosen)
        for row in rows:
            if known_at is not None and row["filed_at"] > known_at:
                continue
            paper = _paper(workspace, row, others[row["id"]])
            whose = {paper.household_id} | (paper.shared if with_shared else set())
            for household_id in sorted(whose & found.keys()):
                found[household_id].append(paper)
    return found


def _shared(connection: Connection, chosen: ColumnElement[bool]) -> dict[str, set[int]]:
    """Further households of the chosen papers."""
    shared = schema.document_shared.c
    rows = connection.execute(
        select(shared.document_id, shared.household_id)
        .join(schema.document, schema.document.c.id == shared.document_id)
        .where(chosen)
    )
    found: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        found[row.document_id].add(row.household_id)
    return found


def _paper(workspace: Workspace, row: Any, shared: set[int]) -> Paper:
    filed = documents.of_row(row)
    return Paper(
        id=filed.id,
        household_id=int(row["household_id"]),
        item_no=filed.item_no,
        label=f"{documents.archive_number(workspace, filed)} {filed.title}",
        filed_at=filed.filed_at,
        reading=Reading.from_json(row["reading"]),
        shared=frozenset(shared),
    )
