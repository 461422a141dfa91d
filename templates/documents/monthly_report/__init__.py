"""贷后管理月报: a month of inspections, arrears, classes, warnings and maturities."""

from __future__ import annotations

from extractors.wording import _
from templates.documents.monthly_report.example import example
from templates.documents.monthly_report.facts import of_month
from templates.documents.monthly_report.layout import layout
from templates.documents.monthly_report.values import MonthlyReport, report
from templates.kind import Kind
from templates.request import Computed, NothingToReport, Request


def computed(request: Request) -> Computed:
    """Return the report on the month asked for. Raises NothingToReport before the first loan."""
    if not len(request.view.granted):
        raise NothingToReport(
            _("The ledger holds no loan up to {day}: there is nothing to report.").format(
                day=request.as_of.isoformat()
            )
        )
    scope = "，".join(
        f"{title}：{value}"
        for title, value in (("机构", request.unit), ("管户经理", request.manager))
        if value
    )
    values = report(
        of_month(request.view, request.period),
        institution=request.institution,
        department=request.department,
        scope=scope,
        known_on=request.known_on,
    )
    return Computed(values=values, about=f"{request.period.first:%Y-%m}")


KIND = Kind(
    name="monthly-report",
    fields=MonthlyReport,
    titles={"zh": "贷后管理月报"},
    doc_type="other",
    period="month",
    scopes=("unit", "manager"),
    compute=computed,
    layout=layout,
    example=example,
)
