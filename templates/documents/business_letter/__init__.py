"""经营目标责任书: with one unit, on the goals of the year and the plan loan by loan: overdue and
bad ones first."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.ahead import Ahead
from ledger.book import View
from ledger.columns.states import States
from ledger.managing.responsibilities import Responsibilities
from templates.commitments import clients_of, goals_of, units
from templates.documents.business_letter.layout import layout
from templates.documents.business_letter.values import BusinessLetter, example, groups_of
from templates.kind import Kind
from templates.request import Computed, Request


def computed(request: Request) -> Computed:
    """Return the letter with the unit asked for."""
    return _computed(request, request.view.where(unit=request.unit), str(request.unit), 1)


def each(request: Request) -> Iterator[Computed]:
    """Yield a letter with each unit that has open loans."""
    for place, name in enumerate(units(request.view), 1):
        yield _computed(request, request.view.where(unit=name), name, place)


def _computed(request: Request, view: View, unit: str, place: int) -> Computed:
    span, whose = request.period, f"{unit}, {request.period.text}"
    found = clients_of(view, view.open, whose, Responsibilities(view))
    ahead = Ahead(view, span)
    plan = groups_of(view, span, list(States(view.open)), whose)
    goals, figures = goals_of(
        view,
        span,
        letter="business",
        person=None,
        unit=unit,
        openings={
            "principal_fen": ahead.due_between(span)[1],
            "bad_limit_fen": found.bad,
        },
    )
    values = BusinessLetter(
        institution=request.institution,
        department=request.department,
        unit=unit,
        year=span.first.year,
        first=span.first,
        last=span.last,
        as_of=request.as_of,
        known_on=request.known_on,
        goals=goals,
        count=found.count,
        balance=found.balance,
        bad=found.bad,
        groups=plan.groups,
        planned_count=plan.count,
        planned_balance=plan.balance,
        planned_principal=plan.principal,
        planned_interest=plan.interest,
        figures=(*found.figures[-3:], *plan.figures, *figures),
    )
    return Computed(values=values, about=f"{span.text}_{place:02d}")


KIND = Kind(
    name="business-letter",
    fields=BusinessLetter,
    titles={"zh": "经营目标责任书"},
    doc_type="other",
    signed_type="responsibility_letter",
    period="year",
    ahead=92,
    subject="unit",
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
