"""风险预警信号处理表: one risk warning with its loans, the steps taken, and places for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.wording import _
from ledger.records import Record
from templates.addressed import office_of
from templates.documents.risk_warning_form.example import example
from templates.documents.risk_warning_form.layout import layout
from templates.documents.risk_warning_form.values import RiskWarningForm, form, stage_of
from templates.kind import Kind
from templates.request import AskedWrongly, Computed, Request


def computed(request: Request) -> Computed:
    """Return the form of the warning asked for: by fact ("record:12") or by its number.

    Raises AskedWrongly where there is no such warning.
    """
    asked = str(request.fact)
    fact = re.sub(r"^(?:risk_)?warning:", "record:", asked)
    found = [
        one
        for one in request.view.records("risk_warning")
        if one.fact == fact or one.text("warning_no") == asked
    ]
    if not found:
        raise AskedWrongly(
            _(
                "There is no risk warning {asked}. List them: hudang ledger register warnings"
            ).format(asked=asked)
        )
    return _computed(request, found[-1])


def each(request: Request) -> Iterator[Computed]:
    """Yield a form for each warning that is not released."""
    for warning in request.view.records("risk_warning"):
        if stage_of(warning, _steps(request, warning)).next_step is not None:
            yield _computed(request, warning)


def _steps(request: Request, warning: Record) -> tuple[Record, ...]:
    return request.view.records("warning_step", subject=warning.subject)


def _computed(request: Request, warning: Record) -> Computed:
    view = request.view
    if warning.account_id is not None:
        loans = [view.loan(warning.account_id)]
    else:
        loans = [one for one in view.loans_of(warning.household_id or 0) if one.is_open]
    household = loans[0].household_id if loans else warning.household_id
    values = form(warning, _steps(request, warning), loans, office_of(request))
    number = warning.fact.partition(":")[2]
    return Computed(
        values=values,
        about=f"预警{number}",
        household_id=household,
        loans=tuple(loan.number for loan in loans),
    )


KIND = Kind(
    name="risk-warning-form",
    fields=RiskWarningForm,
    titles={"zh": "风险预警信号处理表"},
    doc_type="other",
    signed_type="risk_warning",
    subject="fact",
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
