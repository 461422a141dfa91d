"""调阅登记簿: which papers were lent, to whom, back when."""

from __future__ import annotations

from templates import examples_custody
from templates.build.custody import borrowing_register as layout
from templates.custody import BorrowingRegister
from templates.kind import Kind

KIND = Kind(
    name="borrowing-register",
    fields=BorrowingRegister,
    titles={"zh": "调阅登记簿", "es": "Registro-de-prestamos"},
    doc_type="other",
    layout=layout,
    example=lambda language, rows: examples_custody.example("borrowing-register", language, rows),
    made_by="hudang borrow register",
)
