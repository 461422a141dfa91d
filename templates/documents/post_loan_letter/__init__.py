"""贷后管理及目标责任书: inspections, collection and the goals of the year, with who supervises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.ahead import Ahead
from ledger.book import View
from ledger.columns.states import States
from ledger.figure import Figure
from ledger.managing.responsibilities import Responsibilities
from ledger.measures.quality import is_bad
from ledger.states import LoanState
from templates import examples, provenance
from templates.commitments import ClientLine, Commitment, clients_of, goals_of, managers, only
from templates.debts import OverdueLine, overdue_of
from templates.documents.account_letter.example import example_of
from templates.documents.post_loan_letter.layout import layout
from templates.kind import Kind
from templates.request import Computed, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLoanLetter(Commitment):
    """What the template `post-loan-letter` prints.

    person      the one chiefly responsible (管户主责任人); supervisor: 风险监管责任人
    visits      inspections that fall due in the year
    loans       overdue or bad ones, to be collected; with their totals
    """

    person: str
    supervisor: str | None
    clients: tuple[ClientLine, ...]
    count: Figure
    balance: Figure
    bad: Figure
    visits: Figure
    loans: tuple[OverdueLine, ...]
    to_collect: Figure
    arrears: Figure


def computed(request: Request) -> Computed:
    """Return the letter with the manager asked for."""
    return _computed(request, request.view.where(manager=request.manager), str(request.manager), 1)


def each(request: Request) -> Iterator[Computed]:
    """Yield a letter with each manager of an open loan."""
    for place, name in enumerate(managers(request.view), 1):
        yield _computed(request, request.view.where(manager=name), name, place)


def _computed(request: Request, view: View, person: str, place: int) -> Computed:
    span, whose = request.period, f"{person}, {request.period.text}"
    responsible = Responsibilities(view)
    found = clients_of(view, view.open, whose, responsible)
    ahead = Ahead(view, span)
    loans = list(_to_collect(view))
    debts = overdue_of(loans, "zh", f"collect, {whose}", request.as_of)
    visits = provenance.named(ahead.visits_between(span), "zh")
    goals, figures = goals_of(
        view,
        span,
        letter="post_loan",
        person=person,
        unit=None,
        openings={
            "principal_fen": ahead.due_between(span)[1],
            "bad_limit_fen": found.bad,
        },
    )
    values = PostLoanLetter(
        institution=request.institution,
        department=request.department,
        unit=only(view.open.values("unit")),
        year=span.first.year,
        first=span.first,
        last=span.last,
        as_of=request.as_of,
        known_on=request.known_on,
        goals=goals,
        person=person,
        supervisor=_supervisor(view, responsible),
        clients=found.lines,
        count=found.count,
        balance=found.balance,
        bad=found.bad,
        visits=visits.figure,
        loans=debts.lines,
        to_collect=debts.balance,
        arrears=debts.arrears,
        figures=(*found.figures, visits, *debts.figures, *figures),
    )
    return Computed(values=values, about=f"{span.text}_{place:02d}")


def _to_collect(view: View) -> Sequence[LoanState]:
    loans = view.open
    return States(loans.keep((loans["days_overdue"] > 0) | is_bad(loans["class_code"])))


def _supervisor(view: View, responsible: Responsibilities) -> str | None:
    """Return who supervises the risk, where it is one and the same for all households."""
    named = (
        responsible.of_household(household, "risk_supervision")
        for household in sorted(set(view.open["household_id"].tolist()))
    )
    return only(one.text("person") if one else None for one in named)


def example(language: str, rows: int) -> PostLoanLetter:
    """Return an invented letter."""
    loans = [
        examples.loan(index, due_on=None, days_overdue=100) for index in range(1, min(rows, 4) + 1)
    ]
    debts = overdue_of(loans, language, "客户经理甲, 2026", examples.office().as_of)
    return PostLoanLetter(
        **example_of(rows),
        supervisor="风险经理乙" if rows else None,
        visits=examples.figure("inspections_planned(2026)", 4 * rows, "count"),
        loans=debts.lines,
        to_collect=debts.balance,
        arrears=debts.arrears,
    )


KIND = Kind(
    name="post-loan-letter",
    fields=PostLoanLetter,
    titles={"zh": "贷后管理及目标责任书"},
    doc_type="other",
    signed_type="responsibility_letter",
    period="year",
    ahead=92,
    subject="manager",
    scopes=("unit",),
    compute=computed,
    each=each,
    layout=layout,
    example=example,
)
