"""管户目标责任书: with one manager, on the households managed and the goals of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.ahead import Ahead
from ledger.book import View
from ledger.figure import Figure
from ledger.managing.responsibilities import Responsibilities
from templates.commitments import ClientLine, Commitment, clients_of, goals_of, managers, only
from templates.documents.account_letter.example import example_of
from templates.documents.account_letter.layout import layout
from templates.kind import Kind
from templates.request import Computed, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLetter(Commitment):
    """What the template `account-letter` prints."""

    person: str
    clients: tuple[ClientLine, ...]
    count: Figure
    balance: Figure
    bad: Figure


def computed(request: Request) -> Computed:
    """Return the letter with the manager asked for."""
    return _computed(request, request.view.where(manager=request.manager), str(request.manager), 1)


def each(request: Request) -> Iterator[Computed]:
    """Yield a letter with each manager of an open loan."""
    for place, name in enumerate(managers(request.view), 1):
        yield _computed(request, request.view.where(manager=name), name, place)


def _computed(request: Request, view: View, person: str, place: int) -> Computed:
    span = request.period
    found = clients_of(view, view.open, f"{person}, {span.text}", Responsibilities(view))
    goals, figures = goals_of(
        view,
        span,
        letter="account",
        person=person,
        unit=None,
        openings={
            "principal_fen": Ahead(view, span).due_between(span)[1],
            "bad_limit_fen": found.bad,
        },
    )
    values = AccountLetter(
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
        clients=found.lines,
        count=found.count,
        balance=found.balance,
        bad=found.bad,
        figures=(*found.figures, *figures),
    )
    # No names in file names: the managers are counted.
    return Computed(values=values, about=f"{span.text}_{place:02d}" if place else span.text)


KIND = Kind(
    name="account-letter",
    fields=AccountLetter,
    titles={"zh": "管户目标责任书"},
    doc_type="other",
    signed_type="responsibility_letter",
    period="year",
    ahead=92,
    subject="manager",
    scopes=("unit",),
    compute=computed,
    each=each,
    layout=layout,
    example=lambda _language, rows: AccountLetter(**example_of(rows)),
)
