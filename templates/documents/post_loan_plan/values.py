"""What the plan of the post-loan post prints, and how it comes from the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from ledger.book import View
from ledger.columns.loans import Loans
from ledger.figure import Figure
from ledger.indicator import named, total
from templates.derived import together
from templates.document import Document
from templates.documents.post_loan_plan.wording import PostStory
from templates.planning.lines import MonthLine, Owner
from templates.planning.outlook import Outlook, outlook_of
from templates.planning.rows import figures_of, month_lines, month_total
from templates.request import Request
from templates.sentence import Sentence

Said = tuple[Sentence, ...]
_QUARTERS = ("一季度", "二季度", "三季度", "四季度")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterLine:
    """What a quarter asks of the post.

    classes     loans whose class is to be determined: those open at the start that still run
    reconciled  households whose debt is to be reconciled
    """

    title: str
    due_count: Figure
    due_sum: Figure
    visits: Figure
    classes: Figure
    reconciled: Figure
    work: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLoanPlan(Document):
    """What the template `post-loan-plan` prints."""

    institution: str | None
    department: str | None
    year: int
    opening_on: date
    known_on: date
    situation: Said
    reminders: Said
    visits: Said
    officers: tuple[Owner, ...]
    classes: Said
    warnings: Said
    checks: Said
    files: Said
    quarters: tuple[QuarterLine, ...]
    months: tuple[MonthLine, ...]
    month_total: MonthLine

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (
            self.situation, self.reminders, self.visits, self.classes, self.warnings, self.checks,
            self.files,
        ):  # fmt: skip
            yield from part


def from_ledger(request: Request) -> PostLoanPlan:
    """Return the plan for the year asked for. Raises NothingToReport."""
    outlook = outlook_of(request.view, request.period)
    start = request.view.at(outlook.as_of)
    running = [_running(start, outlook, quarter) for quarter in range(4)]
    return of_outlook(
        outlook,
        running=[one for one, _households in running],
        households=[households for _one, households in running],
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
    )


def _running(view: View, outlook: Outlook, quarter: int) -> tuple[Figure, Figure]:
    """The loans, and their households, that are owed on the day and run into a quarter; those
    that fell due before are counted as paid, those that are overdue already are not."""
    first = outlook.months[3 * quarter].first
    loans, day = view.open, view.as_of
    due = loans["due_on"]
    some = loans.keep((due >= first.toordinal()) | (due <= day.toordinal()))
    _numbers, places = np.unique(some["household_id"], return_index=True)
    scope = dict(view.scope)
    return (
        total(
            named("running_loans", first, **scope), "count",
            f"owed on {day}, due from {first} on or overdue", day, some.rows(None),
        ),
        total(
            named("running_households", first, **scope), "count",
            f"households owing on {day}, due from {first} on or overdue", day,
            Loans(view.day, some.places[np.sort(places)]).rows(None),
        ),
    )  # fmt: skip


def of_outlook(
    outlook: Outlook,
    *,
    running: list[Figure],
    households: list[Figure],
    institution: str | None,
    department: str | None,
    known_on: date,
) -> PostLoanPlan:
    """Return the plan that the figures support; running, households: by quarter."""
    story = PostStory(outlook)
    return figures_of(
        PostLoanPlan(
            institution=institution,
            department=department,
            year=outlook.span.first.year,
            opening_on=outlook.as_of,
            known_on=known_on,
            situation=story.post(),
            reminders=story.reminders(),
            visits=story.visits(),
            officers=outlook.officers,
            classes=story.classes(running[0]),
            warnings=story.warnings(),
            checks=story.checks(),
            files=story.files(households[0]),
            quarters=tuple(_quarters(outlook, running, households, story)),
            months=month_lines(outlook, story),
            month_total=month_total(outlook, "zh"),
        ),
        "zh",
    )


def _quarters(
    outlook: Outlook, running: list[Figure], households: list[Figure], story: PostStory
) -> Iterable[QuarterLine]:
    for number, title in enumerate(_QUARTERS):
        months = outlook.months[3 * number : 3 * number + 3]
        yield QuarterLine(
            title=title,
            due_count=together(*(one.due_count for one in months)),
            due_sum=together(*(one.due_sum for one in months)),
            visits=together(*(one.visits for one in months)),
            classes=running[number],
            reconciled=households[number],
            work=story.quarter(number + 1),
        )
