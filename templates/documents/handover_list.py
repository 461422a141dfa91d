"""移交清册 of a handover: households, papers, problems."""

from __future__ import annotations

from templates import handover_examples
from templates.build.handover_list import handover_list as layout
from templates.handover_list import HandoverList
from templates.kind import Kind

KIND = Kind(
    name="handover-list",
    fields=HandoverList,
    titles={"zh": "移交清册", "es": "Lista-de-transferencia", "en": "Handover-list"},
    doc_type="transfer_list",
    layout=layout,
    example=lambda language, rows: handover_examples.example("handover-list", language, rows),
    made_by="hudang handover prepare",
)
