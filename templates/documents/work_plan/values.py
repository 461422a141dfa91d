"""What the work plan prints, and how it is computed from an outlook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from templates.document import Document
from templates.planning.lines import GoalLine, GroupLine, MonthLine, Owner
from templates.planning.outlook import Outlook
from templates.planning.rows import (
    figures_of,
    goal_lines,
    group_lines,
    month_lines,
    month_total,
)
from templates.planning.story import Story
from templates.sentence import Sentence

Said = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlan(Document):
    """What the template `work-plan` prints. opening_on: the day the figures of the start are of."""

    institution: str | None
    department: str | None
    year: int
    opening_on: date
    known_on: date
    situation: Said
    aims: Said
    goals: tuple[GoalLine, ...]
    due: Said
    bad: Said
    categories: tuple[GroupLine, ...]
    visits: Said
    watch: Said
    units: tuple[Owner, ...]
    officers: tuple[Owner, ...]
    measures: Said
    months: tuple[MonthLine, ...]
    month_total: MonthLine
    demands: Said

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (
            self.situation, self.aims, self.due, self.bad, self.visits, self.watch, self.measures,
            self.demands,
        ):  # fmt: skip
            yield from part


def of_outlook(
    outlook: Outlook,
    *,
    institution: str | None,
    department: str | None,
    known_on: date,
    language: str,
) -> WorkPlan:
    """Return the plan that the outlook supports, worded in `language`."""
    story = Story(outlook, language)
    plan = WorkPlan(
        institution=institution,
        department=department,
        year=outlook.span.first.year,
        opening_on=outlook.as_of,
        known_on=known_on,
        situation=story.situation(),
        aims=story.aims(),
        goals=goal_lines(outlook, language),
        due=story.due(),
        bad=story.bad(),
        categories=group_lines("category", outlook.categories, language),
        visits=story.visits(),
        watch=story.watch(),
        units=outlook.units,
        officers=outlook.officers,
        measures=story.measures(),
        months=month_lines(outlook, story),
        month_total=month_total(outlook, language),
        demands=story.demands(),
    )
    return figures_of(plan, language)
