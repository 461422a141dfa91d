"""检查评分表: a filled sheet of points with what was lost, the total and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.managing.scores import Filled, filled
from ledger.scores import UnknownSheet
from ledger.scores import sheet as form_of
from templates.documents.score_sheet.example import example
from templates.documents.score_sheet.layout import layout
from templates.documents.score_sheet.values import ScoreSheet, sheet
from templates.kind import Kind
from templates.request import Computed, Request
from templates.scored import before, called_for, filled_sheet


def computed(request: Request) -> Computed:
    """Return the sheet of the fact asked for ("record:12"). Raises AskedWrongly."""
    return _of(request, filled_sheet(request.view, str(request.fact)))


def each(request: Request) -> Iterator[Computed]:
    """Return every sheet filled by the day, the oldest first."""
    return (_of(request, one) for one in filled(request.view))


def _of(request: Request, one: Filled) -> Computed:
    try:
        form = form_of(one.sheet, request.workspace.root)
    except UnknownSheet:
        form = None
    values = sheet(
        one,
        form,
        calls_for=called_for(request.view, one),
        before=before(request.view, one),
        institution=request.institution,
        pass_score=request.view.settings.managing.pass_score,
        known_on=request.known_on,
    )
    return Computed(values=values, about=f"{one.score.effective_on:%Y-%m-%d}")


KIND = Kind(
    name="score-sheet",
    fields=ScoreSheet,
    titles={"zh": "检查评分表"},
    doc_type="other",
    subject="fact",
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
