"""The papers of the archive compared with each other: one household's, all, or a held one's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from sqlalchemy import Connection, func, select

from archive import agreement, differing, documents, items, pending, schema
from archive.agreement import Disagreement, Said
from archive.database import reading as reading_view
from archive.documents import FiledDocument
from archive.items import Item
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors.forms import ALL
from extractors.papers import pages_text
from extractors.reading import Reading
from extractors.wording import _, language_in_use

# Papers that the comparisons speak of.
COMPARED = frozenset(
    {
        "loan_contract",
        "iou",
        "mortgage_contract",
        "guarantee_contract",
        "pledge_contract",
        "mortgage_registration",
        "inspection_report",
        "collection_notice",
    }
)
_PROPERTY = ("unit_no", "title_certificate_no")


def of_household(workspace: Workspace, household_id: int) -> list[Disagreement]:
    """Return what one household's papers say against each other and against others' mortgages."""
    with reading_view(workspace.engine) as connection:
        filed = documents.documents_of(connection, household_id)
        shared = _mortgaged_twice(connection, [each.id for each in filed])
    own = list(_said(workspace, filed))
    ids = {each.id for each in filed}
    repeated = agreement.repeated_mortgages(_said(workspace, shared))
    return [
        *agreement.disagreements(own),
        *_otherwise_than_printed(workspace, filed),
        *(each for each in repeated if ids & {paper.id for paper in each.papers}),
    ]


def _otherwise_than_printed(
    workspace: Workspace, filed: Sequence[FiledDocument]
) -> Iterator[Disagreement]:
    """Signed copies whose figures are not those of their drafts; the figures are not named."""
    for each in differing.of_papers(workspace, [paper.id for paper in filed]):
        label = f"{documents.archive_number(workspace, each.copy)} {each.copy.title}"
        paper = Said(
            id=each.copy.id,
            label=label,
            household_id=each.copy.household_id,
            reading=documents.reading(workspace, each.copy),
        )
        message = _(
            "{paper} has other figures than its draft {number} (page {pages}): hudang review signed"
        ).format(
            paper=label,
            number=each.draft.number,
            pages=", ".join(str(page) for page in sorted({one.page for one in each.found})),
        )
        yield Disagreement(code=differing.DIFFERS, message=message, papers=(paper,))


def of_held(workspace: Workspace, item: Item) -> list[Disagreement]:
    """Return what a held paper says against those of the household it seems to belong to."""
    if item.state not in items.PENDING:
        return []
    candidates = pending.candidates_now(workspace, item)
    held = list(_said_of_held(pending.held_reading(workspace, item)[0], item))
    filed: list[FiledDocument] = []
    if len(candidates) == 1:
        with reading_view(workspace.engine) as connection:
            filed = documents.documents_of(connection, candidates[0].household_id)
    together = [*_said(workspace, filed), *held]
    ids = {each.id for each in held}
    found = [*agreement.disagreements(together), *agreement.repeated_mortgages(together)]
    return [each for each in found if ids & {paper.id for paper in each.papers}]


def _said(workspace: Workspace, filed: Iterable[FiledDocument]) -> Iterator[Said]:
    for each in filed:
        if each.doc_type in COMPARED:
            # What is damaged says nothing here; verification says that it is damaged.
            with suppress(ArchiveDamaged, OSError):
                yield Said(
                    id=each.id,
                    label=f"{documents.archive_number(workspace, each)} {each.title}",
                    household_id=each.household_id,
                    reading=documents.reading(workspace, each),
                )


def _said_of_held(reading: Reading, item: Item) -> Iterator[Said]:
    papers = [(part.reading, pages_text(part.pages)) for part in reading.parts] or [(reading, "")]
    for one, pages in papers:
        form = ALL.get(one.doc_type or "")
        if form is None:
            continue
        title = form.title(language_in_use())
        label = (
            _("this scan's {title} (p. {pages})").format(title=title, pages=pages)
            if pages
            else _("this {title}").format(title=title)
        )
        yield Said(id=f"{item.id} {pages}", label=label, household_id=None, reading=one)


def _mortgaged_twice(connection: Connection, document_ids: list[str]) -> list[FiledDocument]:
    """Papers that name a property of these, where others name it too."""
    number = schema.document_number.c
    own = select(number.number).where(
        number.document_id.in_(document_ids), number.kind.in_(_PROPERTY)
    )
    twice = (
        select(number.number)
        .where(number.kind.in_(_PROPERTY), number.number.in_(own))
        .group_by(number.number)
        .having(func.count(number.document_id.distinct()) > 1)
    )
    rows = connection.scalars(
        select(number.document_id)
        .distinct()
        .where(number.kind.in_(_PROPERTY), number.number.in_(twice))
    )
    return [documents.document(connection, document_id) for document_id in sorted(rows)]
