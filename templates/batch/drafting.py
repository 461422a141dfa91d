"""Drafting a document for each there is: computed in one pass, printed in files, filed by the file.

The department files the print files, each with its list; 5,000 filings would take minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive import filing
from archive.workspace import Workspace
from templates.approval import own_templates
from templates.asking import Asked, requested
from templates.batch import listing, record
from templates.batch.listing import Notice
from templates.batch.printing import printer
from templates.batch.reading import content_of
from templates.batch.run import PER_FILE, Batch, PrintFile, run
from templates.draft import numbered
from templates.kind import Kind
from templates.request import AskedWrongly, Request
from templates.speaking import each_in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedBatch:
    """A finished batch. document_ids: under which its print files are filed, in their order."""

    batch: Batch
    document_ids: tuple[str, ...]


def draft_batch(
    workspace: Workspace,
    kind: str,
    asked: Asked,
    *,
    sources: bool = False,
    separate: bool = False,
    per_file: int = PER_FILE,
    afresh: bool = False,
    actor: str,
    progress: Callable[[int], None] = lambda _done: None,
) -> DraftedBatch:
    """Draft a document of this kind for each there is, and file the print files.

    sources   whether each bears the appendix 数据出处
    separate  whether each is also written by itself; those are not filed
    afresh    a new batch, whatever was begun before
    Raises as `requested`, and as `templates.batch.run.run`.
    """
    with requested(workspace, kind, asked, every=True) as (chosen, request):
        batch = run(
            workspace.out,
            _record(chosen, request, sources=sources, separate=separate, per_file=per_file),
            printer(chosen, request.language, own_templates(workspace, chosen, request.language)),
            lambda: _notices(chosen, request, sources=sources),
            afresh=afresh,
            progress=progress,
        )
    ids = [_filed(workspace, chosen, request, file, actor) for file in batch.files]
    return DraftedBatch(batch=batch, document_ids=tuple(ids))


def _record(
    kind: Kind, request: Request, *, sources: bool, separate: bool, per_file: int
) -> record.Asked:
    return record.Asked(
        kind=kind.name,
        language=request.language,
        as_of=request.as_of.isoformat(),
        known_on=request.known_on.isoformat(),
        span=request.span.text if request.span else None,
        unit=request.unit,
        manager=request.manager,
        per_file=per_file,
        separate=separate,
        sources=sources,
    )


def _notices(kind: Kind, request: Request, *, sources: bool) -> Iterator[Notice]:
    if kind.each is None:
        raise AskedWrongly(kind.name)
    for computed in each_in_language(request.language, kind.each(request)):
        yield Notice(
            values=numbered(kind, request, computed, sources=sources),
            about=computed.about,
            household_id=computed.household_id,
            loans=computed.loans,
        )


def _filed(workspace: Workspace, kind: Kind, request: Request, file: PrintFile, actor: str) -> str:
    filed = filing.file_made(
        workspace,
        file.path,
        doc_type=kind.doc_type,
        actor=actor,
        dated_on=request.known_on,
        beside={listing.NAME: file.list_path.read_bytes()},
        content=content_of(file.path.read_bytes()),
    )
    return filed.id
