"""四性检测报告: authenticity, integrity, usability, safety of a package."""

from __future__ import annotations

from templates import handover_examples
from templates.build.four_checks import four_checks as layout
from templates.four_checks import FourChecks
from templates.kind import Kind

KIND = Kind(
    name="four-checks",
    fields=FourChecks,
    titles={"zh": "四性检测报告", "es": "Cuatro-propiedades", "en": "Four-properties"},
    doc_type="other",
    layout=layout,
    example=lambda language, rows: handover_examples.example("four-checks", language, rows),
    made_by="hudang handover prepare",
)
