"""调阅单: one slip, signed on paper."""

from __future__ import annotations

from templates import examples_custody
from templates.build.custody import borrowing_slip as layout
from templates.custody import BorrowingSlip
from templates.kind import Kind

KIND = Kind(
    name="borrowing-slip",
    fields=BorrowingSlip,
    titles={"zh": "调阅单", "es": "Vale-de-prestamo"},
    doc_type="other",
    layout=layout,
    example=lambda language, rows: examples_custody.example("borrowing-slip", language, rows),
    made_by="hudang borrow slip",
)
