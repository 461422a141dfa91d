"""What the focus of a month prints, and how it comes from the ledger and the task desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ledger.ahead import Ahead
from ledger.columns.loans import Loans
from ledger.columns.states import States
from ledger.figure import Figure
from ledger.spans import month_of
from templates.document import Document
from templates.documents.monthly_focus.lines import DueLine, TaskLine
from templates.documents.monthly_focus.tasks import MonthTasks
from templates.documents.monthly_focus.wording import FocusStory
from templates.planning.outlook import Outlook, outlook_of
from templates.planning.rows import figures_of
from templates.request import Request
from templates.sentence import Sentence

Said = tuple[Sentence, ...]
# A longer list goes to units as a register: hudang ledger export maturity.
MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyFocus(Document):
    """What the template `monthly-focus` prints. opening_on: the day the figures are of."""

    institution: str | None
    department: str | None
    year: int
    month: date
    opening_on: date
    known_on: date
    situation: Said
    tasks: Said
    units: tuple[TaskLine, ...]
    officers: tuple[TaskLine, ...]
    due_note: Sentence
    due: tuple[DueLine, ...]
    demands: Said

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from (*self.situation, *self.tasks, self.due_note, *self.demands)


def from_ledger(request: Request) -> MonthlyFocus:
    """Return the focus of the month asked for. Raises NothingToReport."""
    span = request.period
    outlook = outlook_of(request.view, span)
    start = request.view.at(outlook.as_of)
    month_tasks = MonthTasks(start, span)
    following = month_of(span.last + timedelta(days=1))
    due = Ahead(start, span).due
    return of_figures(
        outlook,
        office=month_tasks.office,
        units=month_tasks.units,
        officers=month_tasks.officers,
        following=Ahead(start, following).due_between(following),
        due=tuple(_due_lines(due)),
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
        language=request.language,
    )


def _due_lines(due: Loans) -> Iterable[DueLine]:
    for number, loan in enumerate(States(due)[:MOST], 1):
        if loan.due_on:
            yield DueLine(
                number=number,
                borrower=loan.borrower,
                loan=loan.number,
                balance=loan.figure("balance_fen"),
                due_on=loan.due_on,
                manager=loan.manager,
                unit=loan.unit,
            )


def of_figures(
    outlook: Outlook,
    *,
    office: Mapping[str, Figure],
    units: Sequence[TaskLine],
    officers: Sequence[TaskLine],
    following: tuple[Figure, Figure],
    due: tuple[DueLine, ...],
    institution: str | None,
    department: str | None,
    known_on: date,
    language: str,
) -> MonthlyFocus:
    """Return the focus that the figures support.

    office     by the names of `hudang tasks month`, sums under NAME_sum
    following  number and balance of what falls due in the month after
    """
    story = FocusStory(outlook, language, office, following, officers)
    return figures_of(
        MonthlyFocus(
            institution=institution,
            department=department,
            year=outlook.span.first.year,
            month=outlook.span.first,
            opening_on=outlook.as_of,
            known_on=known_on,
            situation=story.stands(),
            tasks=story.tasks(),
            units=tuple(units),
            officers=tuple(officers),
            due_note=story.due_note(len(due)),
            due=due,
            demands=story.asked(),
        ),
        language,
    )
