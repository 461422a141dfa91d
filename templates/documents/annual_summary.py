"""年度信贷工作总结."""

from __future__ import annotations

from templates import annual_summary, examples, year_facts
from templates.annual_summary import AnnualSummary
from templates.build.annual_summary import annual_summary as layout
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the summary of the year asked for. Raises NothingToReport."""
    values = annual_summary.of_facts(
        year_facts.from_ledger(request.view, request.year),
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
        language=request.language,
    )
    return Computed(values=values, about=str(request.year))


def example(language: str, rows: int) -> AnnualSummary:
    """Return an invented summary."""
    return annual_summary.of_facts(
        examples.year_facts(rows),
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        known_on=examples.KNOWN_ON,
        language=language,
    )


KIND = Kind(
    name="annual-summary",
    fields=AnnualSummary,
    titles={"zh": "年度总结", "es": "Resumen-anual", "en": "Annual-summary"},
    doc_type="annual_summary",
    period="year",
    scopes=("unit", "manager"),
    compute=computed,
    layout=layout,
    example=example,
)
