"""补件通知单: which papers a household's file lacks, and who brings them."""

from __future__ import annotations

from templates import examples, missing_papers_notice
from templates.build.missing_papers_notice import missing_papers_notice as layout
from templates.kind import Kind
from templates.missing_papers_notice import MissingPapersNotice
from templates.request import Computed, Request, household_of


def computed(request: Request) -> Computed:
    """Return the notice for the household asked for. Raises NothingToReport."""
    number = household_of(request)
    values = missing_papers_notice.from_archive(
        request.connection,
        request.workspace,
        number,
        view=request.view,
        as_of=request.as_of,
        known_on=request.known_on,
        language=request.language,
    )
    return Computed(values=values, about=f"户{number:06d}", household_id=number)


KIND = Kind(
    name="missing-papers-notice",
    fields=MissingPapersNotice,
    titles={"zh": "补件通知单", "es": "Documentos-faltantes"},
    doc_type="other",
    subject="household",
    compute=computed,
    layout=layout,
    example=lambda language, rows: examples.notice(rows, language),
)
