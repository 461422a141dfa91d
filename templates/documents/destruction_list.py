"""销毁清册: what was destroyed, by whose approval."""

from __future__ import annotations

from templates import examples_custody
from templates.build.custody import destruction_list as layout
from templates.custody import DestructionListSheet
from templates.kind import Kind

KIND = Kind(
    name="destruction-list",
    fields=DestructionListSheet,
    titles={"zh": "销毁清册", "es": "Relacion-de-destruccion"},
    doc_type="other",
    layout=layout,
    example=lambda language, rows: examples_custody.example("destruction-list", language, rows),
    made_by="hudang disposal print",
)
