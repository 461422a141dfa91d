"""Drafting: compute from the ledger, fill the template, write the document, file it.

draft(workspace, "annual-summary", Asked(span=span_of("2025")), actor="li")
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from archive import filing
from archive.workspace import Workspace
from extractors.wording import _
from ledger.figure import Figure
from templates import provenance
from templates.approval import own_templates
from templates.asking import Asked, requested
from templates.document import Document
from templates.kind import Kind
from templates.numbering import draft_number
from templates.out_files import written
from templates.provenance import NamedFigure
from templates.render import rendered
from templates.request import AskedWrongly, Computed, Request
from templates.speaking import in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A finished draft.

    number       its own, printed on it
    path         in the workspace's out folder
    document_id  under which it is filed, with provenance.json beside it
    figures      every figure it states, with the rows behind each
    """

    kind: str
    number: str
    path: Path
    document_id: str
    as_of: date
    known_on: date
    figures: tuple[NamedFigure, ...]


def draft(
    workspace: Workspace, kind: str, asked: Asked, *, sources: bool = False, actor: str
) -> Drafted:
    """Draft one document.

    sources  whether the appendix 数据出处 is printed in it; the side file is always made

    Equal requests over equal facts give equal bytes, and are filed once. Raises UnknownKind,
    AskedWrongly, NothingToReport, UnknownHousehold, UnknownLoan, AmbiguousLoan, TemplateInvalid,
    RenderingFailed.
    """
    with requested(workspace, kind, asked) as (chosen, request):
        computed = _computed(chosen, request)
    return finished(workspace, chosen, request, computed, sources=sources, actor=actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A figure of a document, what people call it, and in words how it is computed."""

    title: str
    figure: Figure
    rule: str


def explained(workspace: Workspace, kind: str, asked: Asked, figure: str) -> list[Explained]:
    """Return the figures of the document that `figure` names; nothing is written.

    figure  a figure's name, its title, or a part of either
    Raises as `draft`; AskedWrongly when no figure is called so.
    """
    with requested(workspace, kind, asked) as (chosen, request):
        figures = _computed(chosen, request).values.figures
    found = [one for one in figures if figure in (one.figure.name, one.title)]
    found = found or [one for one in figures if figure in one.figure.name or figure in one.title]
    if not found:
        raise AskedWrongly(
            _("{kind} has no figure {figure}. It has: {known}").format(
                kind=kind, figure=figure, known=", ".join(one.title for one in figures)
            )
        )
    return [
        Explained(
            title=one.title,
            figure=one.figure,
            rule=provenance.rule(one.figure, figures, request.language),
        )
        for one in {one.figure.name: one for one in found}.values()
    ]


def _computed(kind: Kind, request: Request) -> Computed:
    compute = kind.compute
    if compute is None:
        raise AskedWrongly(kind.name)
    try:
        # Rules and reasons on paper and in the side file are in the document's language, so that
        # the same draft has the same bytes whoever makes it.
        return in_language(request.language, lambda: compute(request))
    except Exception:  # noqa: BLE001 - said again, in the language of the person who asked
        return compute(request)


def finished(
    workspace: Workspace,
    kind: Kind,
    request: Request,
    computed: Computed,
    *,
    sources: bool,
    actor: str,
) -> Drafted:
    """Write and file the document that was computed. Raises TemplateInvalid, RenderingFailed."""
    values = numbered(kind, request, computed, sources=sources)
    content = rendered(
        kind, values, request.language, own_templates(workspace, kind, request.language)
    )
    title = kind.titles[request.language]
    path = written(workspace.out, f"{title}_{computed.about}_{request.known_on:%Y%m%d}", content)
    number = str(values.draft_number)
    filed = filing.file_made(
        workspace,
        path,
        doc_type=kind.doc_type,
        actor=actor,
        household_id=computed.household_id,
        dated_on=request.known_on,
        beside={
            "provenance.json": provenance.side_file(
                kind=kind.name,
                number=number,
                signed_type=kind.signed_type or kind.doc_type,
                language=request.language,
                as_of=request.as_of,
                known_on=request.known_on,
                figures=values.figures,
                sentences=values.sentences(),
            )
        },
    )
    return Drafted(
        kind=kind.name,
        number=number,
        path=path,
        document_id=filed.id,
        as_of=request.as_of,
        known_on=request.known_on,
        figures=values.figures,
    )


def numbered(kind: Kind, request: Request, computed: Computed, *, sources: bool) -> Document:
    """Return the values with the draft's own number and, if asked for, the lines of 数据出处."""
    values, language = computed.values, request.language
    return dataclasses.replace(
        values,
        draft_number=draft_number(kind.name, language, request.known_on, computed.about, values),
        sources=provenance.lines(values.figures, language) if sources else (),
    )
