"""From an outlook to the rows of a plan's tables, and to the figures a plan states."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from ledger.bad.groups import titles_of
from ledger.classes import TITLES as CLASS_TITLES
from ledger.figure import Figure
from templates.derived import difference
from templates.document import Document
from templates.planning.lines import GoalLine, Group, GroupLine, MonthLine
from templates.planning.naming import named
from templates.planning.outlook import Outlook
from templates.planning.story import Story
from templates.saying import stated_in
from templates.titles import title

_UNITS = {
    "zh": {"fen": "万元", "percent": "%", "count": "户"},
    "es": {"fen": "miles de yuanes", "percent": "%", "count": "hogares"},
    "en": {"fen": "CNY thousand", "percent": "%", "count": "households"},
}
_TOTAL = {"zh": "合计", "es": "Total", "en": "Total"}

Plan = TypeVar("Plan", bound=Document)


def goal_lines(outlook: Outlook, language: str) -> tuple[GoalLine, ...]:
    """Return the goals: where each stands, and what is set where something is."""
    goals = outlook.goals
    targets: dict[str, Figure | None] = {
        "granted_sum": goals.granted,
        "outstanding_balance": goals.balance,
        "household_count": None,
        "recovered_sum": goals.recovered,
        "due_recovery_rate": goals.office.get("due_recovery_rate"),
        "interest_collection_rate": goals.office.get("interest_collection_rate"),
        "npl_balance": goals.office.get("npl_balance"),
        "npl_ratio": goals.office.get("npl_ratio"),
        "npl_recovered_sum": goals.bad_collected,
        "overdue_balance": None,
        "inspection_rate": goals.office.get("inspection_rate"),
    }
    return tuple(goal_line(outlook.now[name], target, language) for name, target in targets.items())


def goal_line(opening: Figure, target: Figure | None, language: str) -> GoalLine:
    """Return one goal; a target without a value is a blank."""
    known = target if target is not None and target.value is not None else None
    return GoalLine(
        title=title(opening, language),
        unit=_UNITS[language][opening.unit],
        opening=opening,
        target=known,
        change=difference(known, opening) if known and opening.value is not None else None,
    )


def group_lines(by: str, groups: Iterable[Group], language: str) -> tuple[GroupLine, ...]:
    """Return groups of bad loans ("category", "recoverability") or classes with their titles."""
    return tuple(
        GroupLine(
            title=CLASS_TITLES[one.code][language]
            if by == "class"
            else titles_of(by, one.code)[language],
            count=one.count,
            balance=one.balance,
            share=one.share,
        )
        for one in groups
    )


def month_lines(outlook: Outlook, story: Story) -> tuple[MonthLine, ...]:
    """Return the months with what each is for."""
    return tuple(
        MonthLine(
            title=story.month(one.first),
            due_count=one.due_count,
            due_sum=one.due_sum,
            visits=one.visits,
            note=story.note(one),
        )
        for one in outlook.months
    )


def month_total(outlook: Outlook, language: str) -> MonthLine:
    """Return the line under them."""
    return MonthLine(
        title=_TOTAL[language],
        due_count=outlook.due_count,
        due_sum=outlook.due_sum,
        visits=outlook.visits,
        note="",
    )


def figures_of(plan: Plan, language: str) -> Plan:
    """Return the plan with every figure that its sentences and tables state, named."""
    stated = stated_in(plan.sentences())
    figures = [*stated, *_in_tables(plan)]
    known = [one for one in figures if one.value is not None]
    return dataclasses.replace(plan, figures=named(known, language))


def _in_tables(value: Any) -> Iterator[Figure]:
    """Yield the figures of a document's lines, in the order of its fields."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _in_tables(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.metadata.get("printed", True):
                yield from _in_tables(getattr(value, field.name))
