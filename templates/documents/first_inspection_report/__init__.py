"""首次贷后检查报告: after a drawdown, where the money went and what it was used for."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from templates.documents.first_inspection_report.example import example
from templates.documents.first_inspection_report.layout import layout
from templates.documents.first_inspection_report.values import FirstInspectionReport, of_known
from templates.inspection.known import Known, each_known, known
from templates.kind import Kind
from templates.request import AskedWrongly, Computed, Request


def computed(request: Request) -> Computed:
    """Return the report on the loan asked for.

    Raises UnknownLoan, AmbiguousLoan, and AskedWrongly for a loan that was inspected already.
    """
    found = known(request, str(request.loan))
    if found.last:
        raise AskedWrongly(
            _(
                "Loan {number} was inspected on {day}: its first inspection is over. Draft "
                "routine-inspection-report, or inspection-report, which picks the one due."
            ).format(number=found.loan.number, day=found.last.done_on)
        )
    return _of(found, request)


def each(request: Request) -> Iterator[Computed]:
    """Return one for every loan whose first inspection is due or soon will be."""
    return (_of(one, request) for one in each_known(request, visited=False))


def _of(one: Known, request: Request) -> Computed:
    household = one.loan.household_id
    return Computed(
        values=of_known(one, request.language),
        about=f"户{household:06d}",
        household_id=household,
    )


KIND = Kind(
    name="first-inspection-report",
    fields=FirstInspectionReport,
    titles={"zh": "首次贷后检查报告", "es": "Informe-de-primera-visita"},
    doc_type="other",
    signed_type="inspection_report",
    subject="loan",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
