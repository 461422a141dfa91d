"""Filed papers as other parts see them: who, what, when, text, fields, in the order of filing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, select

from archive import schema
from archive.workspace import Workspace
from extractors.content import Content
from extractors.reading import Reading


class UnknownDocument(Exception):
    """No paper of that id is filed here."""


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


@dataclass(frozen=True, slots=True)
class Change:
    """Something happened to a paper: "filed", "corrected" or "moved". `seq` only grows."""

    seq: int
    document_id: str
    what: str


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


def document(connection: Connection, document_id: str) -> FiledDocument:
    """Return one paper. Raises UnknownDocument."""
    raise NotImplementedError


def documents_of(connection: Connection, household_id: int | None) -> list[FiledDocument]:
    """Return a household's papers (None: the department's) in catalogue order."""
    raise NotImplementedError


def paper(workspace: Workspace, filed: FiledDocument) -> Path:
    """Return the original file in the archive. Read it; never write it."""
    raise NotImplementedError


def reading(workspace: Workspace, filed: FiledDocument) -> Reading:
    """Return what was understood of the paper, corrections included."""
    raise NotImplementedError


def content(workspace: Workspace, filed: FiledDocument) -> Content:
    """Return the paper's text with boxes."""
    raise NotImplementedError
