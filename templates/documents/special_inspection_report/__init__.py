"""专项贷后检查报告: what a warning or suspicion calls for, and what came of looking into it."""

from __future__ import annotations

from templates.documents.special_inspection_report.example import example
from templates.documents.special_inspection_report.layout import layout
from templates.documents.special_inspection_report.values import SpecialInspectionReport, of_known
from templates.inspection.known import known
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the report on the loan asked for. Raises UnknownLoan, AmbiguousLoan."""
    one = known(request, str(request.loan))
    household = one.loan.household_id
    return Computed(
        values=of_known(one, request.language, fact=request.fact),
        about=f"户{household:06d}",
        household_id=household,
    )


KIND = Kind(
    name="special-inspection-report",
    fields=SpecialInspectionReport,
    titles={"zh": "专项贷后检查报告", "es": "Informe-de-visita-especial"},
    doc_type="other",
    signed_type="inspection_report",
    subject="loan",
    # One warning or suspicion of several.
    scopes=("fact",),
    compute=computed,
    layout=layout,
    example=example,
)
