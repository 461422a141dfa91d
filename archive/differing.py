"""Signed copies whose figures are not those that were printed: found, said, never in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from sqlalchemy import Connection, select

from archive import documents, drafts, printed, schema
from archive.database import reading
from archive.documents import FiledDocument
from archive.drafts import Draft
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors.content import Page
from extractors.draft_numbers import FIELD
from extractors.printed_figures import Difference, differences
from extractors.reading import Problem
from extractors.wording import _

# Code of the problem that a reading of such a copy has.
DIFFERS = "differs_from_draft"


@dataclass(frozen=True, slots=True)
class Differing:
    """A signed copy and where it says otherwise than its draft."""

    copy: FiledDocument
    draft: Draft
    found: tuple[Difference, ...]


def found_on(workspace: Workspace, draft: Draft, pages: Sequence[Page]) -> list[Difference]:
    """Return the figures on pages that came back that are not those printed in the draft.

    A draft that cannot be read says nothing here: verification says that it is damaged.
    """
    with suppress(ArchiveDamaged, OSError, ValueError, KeyError, documents.UnknownDocument):
        return differences(printed.lines_of(workspace, draft), pages)
    return []


def problem(draft: Draft, found: Sequence[Difference]) -> Problem:
    """Return what the copy's reading says of them; the figures themselves stand elsewhere."""
    pages = ", ".join(str(page) for page in sorted({each.page for each in found}))
    return Problem(
        None,
        DIFFERS,
        _(
            "Figures differ from those printed in draft {number} (page {pages}): "
            "hudang review signed"
        ).format(number=draft.number, pages=pages),
    )


def of_papers(workspace: Workspace, ids: Sequence[str] | None = None) -> Iterator[Differing]:
    """Yield the signed copies with figures that differ, of some papers or of all."""
    drafts.catch_up(workspace)
    with reading(workspace.engine) as connection:
        pairs = list(_copies(connection, ids))
    for copy, draft in pairs:
        with suppress(ArchiveDamaged, OSError, KeyError, ValueError):
            pages = documents.content(workspace, copy).pages
            if found := found_on(workspace, draft, pages):
                yield Differing(copy, draft, tuple(found))


def _copies(
    connection: Connection, ids: Sequence[str] | None
) -> Iterator[tuple[FiledDocument, Draft]]:
    number = schema.document_number.c
    chosen = select(number.document_id, number.number).where(number.kind == FIELD)
    if ids is not None:
        chosen = chosen.where(number.document_id.in_(ids))
    for row in connection.execute(chosen.order_by(number.document_id)):
        draft = drafts.of_number(connection, row.number)
        if draft is not None:
            yield documents.document(connection, row.document_id), draft
