"""到期贷款提示函附表: to a unit or manager, all loans that fall due in the month ahead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ledger.book import View
from ledger.columns.loans import Loans
from ledger.columns.states import States
from templates.addressed import office_of
from templates.debts import due_between
from templates.documents.maturity_list.layout import layout
from templates.documents.maturity_list.values import (
    MaturityList,
    Told,
    example,
    listed,
    nothing_due,
)
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the list of the unit or manager asked for, or of all. Raises NothingToReport."""
    loans = _due(request, request.view)
    if not len(loans):
        raise nothing_due(request.period)
    return _computed(request, loans, request.unit)


def each(request: Request) -> Iterator[Computed]:
    """Yield a list for each unit with loans that fall due."""
    units = {unit for unit in _due(request, request.view).values("unit") if unit}
    for unit in sorted(units):
        yield _computed(request, _due(request, request.view.where(unit=unit)), unit)


def _due(request: Request, view: View) -> Loans:
    loans = due_between(view, request.period.first, request.period.last)
    return loans.by(loans["due_on"], loans.number_ranks)


def _computed(request: Request, loans: Loans, unit: str | None) -> Computed:
    values = listed(
        States(loans),
        request.period,
        office_of(request),
        Told.of(request.view),
        unit=unit,
        manager=request.manager,
    )
    name = re.sub(r"[^\w（）()]", "", unit or "")
    return Computed(
        values=values, about=f"{request.period.text}_{name}" if name else request.period.text
    )


KIND = Kind(
    name="maturity-list",
    fields=MaturityList,
    titles={"zh": "到期贷款提示函附表"},
    doc_type="other",
    period="month",
    ahead=31,
    scopes=("unit", "manager"),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
