"""Draft a document for each there is: print files, each with its list, filed by the department."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from commands.desk import actor, as_json, catch_up, progress, say
from commands.trail import seen
from extractors.wording import _

if TYPE_CHECKING:
    from archive.workspace import Workspace
    from templates.asking import Asked
    from templates.batch.drafting import DraftedBatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a batch is wanted: the options of `hudang draft KIND --all`."""

    sources: bool
    separate: bool
    per_file: int
    afresh: bool
    pdf: bool


def draft_all(
    workspace: Workspace, kind: str, asked: Asked, wanted: Wanted, wants_json: bool
) -> None:
    """Draft the batch, or go on with it; say which files there are."""
    from archive import browse
    from templates.batch.drafting import draft_batch

    with progress(_("documents")) as moved:
        made = draft_batch(
            workspace,
            kind,
            asked,
            sources=wanted.sources,
            separate=wanted.separate,
            per_file=wanted.per_file,
            afresh=wanted.afresh,
            actor=actor(),
            progress=lambda done: moved(done, None),
        )
    batch = made.batch
    for document_id in made.document_ids:
        seen(workspace, "document.draft", "archive", kind=kind, document=f"document:{document_id}")
    catch_up(workspace)
    browse.catch_up(workspace)
    said = _said(made)
    if not wants_json:
        for file in batch.files:
            say(
                _("Notices {first} to {last}: {file}").format(
                    first=file.first, last=file.last, file=file.path
                )
            )
        say(_("{n} notices in {folder}").format(n=batch.notices, folder=batch.folder))
    # Whatever becomes of the PDF, the print files are there and said to be.
    try:
        if wanted.pdf:
            _as_pdf(said, made, wants_json)
    finally:
        if wants_json:
            as_json(said)


def _said(made: DraftedBatch) -> dict[str, Any]:
    return {
        "folder": str(made.batch.folder),
        "notices": made.batch.notices,
        "files": [
            {
                "path": str(file.path),
                "list": str(file.list_path),
                "first": file.first,
                "last": file.last,
                "document_id": document_id,
            }
            for file, document_id in zip(made.batch.files, made.document_ids, strict=True)
        ],
    }


def _as_pdf(said: dict[str, Any], made: DraftedBatch, wants_json: bool) -> None:
    from templates import pdf

    files = [file.path for file in made.batch.files]
    with progress(_("PDF files")) as moved:
        printed = pdf.beside(files, progress=lambda done: moved(done, len(files)))
    for one, path in zip(said["files"], printed, strict=True):
        one["pdf"] = str(path)
        if not wants_json:
            say(_("PDF: {file}").format(file=path))
