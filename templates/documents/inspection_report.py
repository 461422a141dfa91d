"""贷后检查报告: what is known of a loan before the visit."""

from __future__ import annotations

from templates import examples, inspection_report
from templates.build.inspection_report import inspection_report as layout
from templates.inspection_report import InspectionReport
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the report on the loan asked for. Raises UnknownLoan, AmbiguousLoan."""
    number = str(request.loan)
    values = inspection_report.from_ledger(
        request.connection, request.workspace, request.view, number, known_on=request.known_on
    )
    household = request.view.loan(number).household_id
    return Computed(values=values, about=f"户{household:06d}", household_id=household)


KIND = Kind(
    name="inspection-report",
    fields=InspectionReport,
    titles={"zh": "贷后检查报告"},
    doc_type="other",
    subject="loan",
    compute=computed,
    layout=lambda _language: layout(),
    example=lambda _language, rows: examples.report(rows),
)
