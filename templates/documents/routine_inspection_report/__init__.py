"""常规贷后检查报告: what has changed since the last visit."""

from __future__ import annotations

from collections.abc import Iterator

from templates.documents.routine_inspection_report.example import example
from templates.documents.routine_inspection_report.layout import layout
from templates.documents.routine_inspection_report.values import RoutineInspectionReport, of_known
from templates.inspection.known import Known, each_known, known
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the report on the loan asked for. Raises UnknownLoan, AmbiguousLoan."""
    return _of(known(request, str(request.loan)), request)


def each(request: Request) -> Iterator[Computed]:
    """Return one for every loan whose routine inspection is due or soon will be."""
    return (_of(one, request) for one in each_known(request, visited=True))


def _of(one: Known, request: Request) -> Computed:
    household = one.loan.household_id
    return Computed(
        values=of_known(one, request.language),
        about=f"户{household:06d}",
        household_id=household,
    )


KIND = Kind(
    name="routine-inspection-report",
    fields=RoutineInspectionReport,
    titles={"zh": "常规贷后检查报告", "es": "Informe-de-visita-periodica"},
    doc_type="other",
    signed_type="inspection_report",
    subject="loan",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
