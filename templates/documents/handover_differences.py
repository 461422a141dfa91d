"""移交差异表: what a received package lacks or holds besides."""

from __future__ import annotations

from templates import handover_examples
from templates.build.handover_differences import handover_differences as layout
from templates.handover_differences import HandoverDifferences
from templates.kind import Kind

KIND = Kind(
    name="handover-differences",
    fields=HandoverDifferences,
    titles={"zh": "移交差异表", "es": "Diferencias", "en": "Differences"},
    doc_type="transfer_list",
    layout=layout,
    example=lambda language, rows: handover_examples.example(
        "handover-differences", language, rows
    ),
    made_by="hudang handover receive",
)
