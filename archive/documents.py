"""Filed papers as other parts see them: who, what, when, text, fields, in the order of filing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, true

from archive import ocfl, schema, schemes
from archive.store import Store
from archive.workspace import Workspace
from extractors.content import Content
from extractors.content_json import content_from_json
from extractors.reading import Reading
from extractors.wording import _

_document = schema.document.c


class UnknownDocument(Exception):
    """No paper of that id is filed here."""

    def __init__(self, wanted: str) -> None:
        super().__init__(_("No paper {wanted} is filed here.").format(wanted=wanted))


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledDocument:
    """One filed paper; columns as in archive.schema.document."""

    id: str
    household_id: int | None
    object_id: str
    item_no: int
    doc_type: str | None
    title: str
    category: int
    dated_on: date | None
    language: str | None
    sha256: str
    size_bytes: int
    media_type: str
    original_name: str
    page_count: int
    ocr: bool
    paper_path: str
    reading_path: str
    filed_at: str
    problem_count: int
    number_year: int | None = None
    part_of: str | None = None
    part_pages: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Something happened to a paper: "filed", "corrected" or "moved". `seq` only grows."""

    seq: int
    document_id: str
    what: str


_COLUMNS = [schema.document.c[column.name] for column in fields(FiledDocument)]


def changes_since(connection: Connection, seq: int, limit: int = 500) -> list[Change]:
    """Return at most `limit` changes after `seq`, oldest first."""
    change = schema.document_change.c
    rows = connection.execute(
        select(change.seq, change.document_id, change.what)
        .where(change.seq > seq)
        .order_by(change.seq)
        .limit(limit)
    )
    return [Change(*row) for row in rows]


def newest_change(connection: Connection) -> int:
    """Return the number of the newest change; 0 before the first."""
    return connection.scalar(select(func.max(schema.document_change.c.seq))) or 0


def document(connection: Connection, document_id: str) -> FiledDocument:
    """Return one paper. Raises UnknownDocument."""
    row = connection.execute(select(*_COLUMNS).where(_document.id == document_id)).first()
    if row is None:
        raise UnknownDocument(document_id)
    return _filed(row)


# The household and item that an archive number ends in, or these two alone.
_HOUSEHOLD_AND_ITEM = re.compile(r"(?:.*\D)?0*(\d{1,6})-0*(\d{1,6})")


def named(connection: Connection, workspace: Workspace, wanted: str) -> FiledDocument:
    """Return one paper by its id or the end of it, or by archive number ("7-3" is enough).

    Raises UnknownDocument where none answers to that, or several do.
    """
    text = wanted.strip()
    by_id = _document.id.endswith(text, autoescape=True)
    rows = connection.execute(select(*_COLUMNS).where(by_id).limit(2)).all() if text else []
    found = [_filed(row) for row in rows]
    number = _HOUSEHOLD_AND_ITEM.fullmatch(text)
    if not found and number:
        household_id, item_no = int(number[1]), int(number[2])
        chosen = _document.household_id == (household_id or None)
        rows = connection.execute(
            select(*_COLUMNS).where(chosen, _document.item_no == item_no)
        ).all()
        found = [_filed(row) for row in rows]
        whole = [each for each in found if archive_number(workspace, each) == text]
        found = whole or found
    if len(found) != 1:
        raise UnknownDocument(wanted)
    return found[0]


def documents_of(
    connection: Connection, household_id: int | None, *, filed_by: str | None = None
) -> list[FiledDocument]:
    """Return a household's papers (None: the department's) in catalogue order.

    Papers shared with other households are among them, whoever's object they lie in.

    filed_by  only those filed up to this moment, as they are today
    """
    shared = select(schema.document_shared.c.document_id).where(
        schema.document_shared.c.household_id == household_id
    )
    rows = connection.execute(
        select(*_COLUMNS)
        .where(or_(_document.household_id == household_id, _document.id.in_(shared)))
        .where(true() if filed_by is None else _document.filed_at <= filed_by)
        .order_by(_document.category, _document.item_no, _document.id)
    )
    return [_filed(row) for row in rows]


def by_sha256(connection: Connection, digests: Iterable[str]) -> dict[str, FiledDocument]:
    """Return filed papers by the digest of their bytes, for those that are known."""
    rows = connection.execute(select(*_COLUMNS).where(_document.sha256.in_(list(digests))))
    return {row.sha256: _filed(row) for row in rows}


# How files are named that the program drafts about a household.
_DRAFT_NAME = f"*_户{'[0-9]' * 6}_{'[0-9]' * 8}-{'[0-9]' * 4}.docx"


def no_draft() -> ColumnElement[bool]:
    """Return the condition that a row of `document` is a paper, not an unsigned draft of ours."""
    return func.glob(_DRAFT_NAME, _document.original_name) == 0


def counts_by_household(connection: Connection, *, drafts: bool = True) -> dict[int, int]:
    """Return how many papers each household file holds; households without any are not named.

    drafts  whether drafts of our own count: they are no papers until they come back signed
    """
    counted = true() if drafts else no_draft()
    rows = connection.execute(
        select(_document.household_id, func.count())
        .where(_document.household_id.is_not(None), counted)
        .group_by(_document.household_id)
    )
    return {household_id: papers for household_id, papers in rows if papers}


def year_of(dated_on: date | None, filed_at: str) -> int:
    """Return the year that a paper's archive number gets when it is filed."""
    return dated_on.year if dated_on else int(filed_at[:4])


def archive_number(workspace: Workspace, filed: FiledDocument) -> str:
    """Return the paper's archive number (档号) by the pattern of hudang.toml.

    A paper that lies in another object than its household's own (a page of a batch scanned for
    several households) has that object's mark behind it, so that no number is given twice.
    """
    settings = workspace.settings
    scheme = schemes.scheme(settings.archive.scheme)
    number = settings.archive.number_pattern.format(
        institution=settings.office.institution_code,
        year=filed.number_year or year_of(filed.dated_on, filed.filed_at),
        household=filed.household_id or 0,
        item=filed.item_no,
        category=scheme.place(filed.doc_type).category,
    )
    own = filed.household_id is not None and filed.object_id == ocfl.household_object(
        filed.household_id
    )
    mark = "" if own else ocfl.object_mark(filed.object_id)
    return f"{number}-{mark}" if mark else number


def numbers_of(connection: Connection, document_id: str) -> list[tuple[str, str]]:
    """Return (kind, number) for the contract, IOU and certificate numbers on a paper."""
    number = schema.document_number.c
    rows = connection.execute(
        select(number.kind, number.number).where(number.document_id == document_id)
    )
    return [(row.kind, row.number) for row in rows]


def _filed(row: Any) -> FiledDocument:
    return FiledDocument(**row._mapping)


def of_row(row: Mapping[str, Any]) -> FiledDocument:
    """Return the paper that a row of schema.document speaks of."""
    return FiledDocument(**{column.name: row[column.name] for column in fields(FiledDocument)})


def paper(workspace: Workspace, filed: FiledDocument) -> Path:
    """Return the original file in the archive. Read it; never write it."""
    return _store(workspace).path(filed.object_id, filed.paper_path)


def reading(workspace: Workspace, filed: FiledDocument) -> Reading:
    """Return what was understood of the paper, corrections included."""
    return Reading.from_json(_stored(workspace, filed)["reading"])


def content(workspace: Workspace, filed: FiledDocument) -> Content:
    """Return the paper's text with boxes."""
    return content_from_json(_stored(workspace, filed)["content"])


def reading_and_content(workspace: Workspace, filed: FiledDocument) -> tuple[Reading, Content]:
    """Return both with one look at the disk."""
    stored = _stored(workspace, filed)
    return Reading.from_json(stored["reading"]), content_from_json(stored["content"])


def _stored(workspace: Workspace, filed: FiledDocument) -> Any:
    path = _store(workspace).path(filed.object_id, filed.reading_path)
    return json.loads(path.read_bytes())


def _store(workspace: Workspace) -> Store:
    return Store(workspace.archive, workspace.staging)
