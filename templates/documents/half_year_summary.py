"""半年信贷工作总结: results, work, shortfalls, causes, what comes next."""

from __future__ import annotations

from templates.kind import Kind
from templates.summaries.computing import computed
from templates.summaries.document import Summary
from templates.summaries.example import example
from templates.summaries.layout import summary_layout

KIND = Kind(
    name="half-year-summary",
    fields=Summary,
    titles={"zh": "半年总结", "es": "Resumen-semestral", "en": "Half-year-summary"},
    doc_type="annual_summary",
    period="half",
    scopes=("unit", "manager"),
    compute=computed,
    layout=lambda language: summary_layout("half-year-summary", language),
    example=example("2025H1"),
)
