"""What the templates of summaries print: sentences and tables of one period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure
from templates.charts.chart import Chart
from templates.document import Document
from templates.provenance import NamedFigure, drawn
from templates.saying import stated_in
from templates.sentence import Sentence
from templates.summaries import ahead, faults, results, work
from templates.summaries.facts import PeriodFacts
from templates.summaries.naming import named
from templates.summaries.tables import (
    ComparisonLine,
    GoalLine,
    OfficerLine,
    PartLine,
    ProductLine,
    UnitLine,
    VillageLine,
    comparison,
    goals,
    officers,
    parts,
    product_total,
    products,
    unit_total,
    units,
    villages,
)
from templates.summaries.teller import Teller
from templates.summaries.words import heading, next_heading, note


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """The pictures of a summary; None where there is nothing to draw."""

    balance: Chart | None = None
    recovery: Chart | None = None
    mix: Chart | None = None
    moves: Chart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Document):
    """What the templates `annual-summary`, `half-year-summary`, `quarterly-summary` print.

    institution, department  as settings name them; None prints a blank
    heading, next_heading    the title; of the last section
    as_of      the day the figures stand for: the period's end, or earlier in a running one
    known_on   what was recorded by then is counted; also the day the document bears
    units, officers, villages  empty where only one is told of, or none is known
    """

    institution: str | None
    department: str | None
    heading: str
    next_heading: str
    as_of: date
    known_on: date
    overview: tuple[Sentence, ...]
    business: tuple[Sentence, ...]
    products: tuple[ProductLine, ...]
    total: ProductLine
    comparison: tuple[ComparisonLine, ...]
    comparison_note: str
    units: tuple[UnitLine, ...]
    unit_total: UnitLine
    quality: tuple[Sentence, ...]
    classes: tuple[PartLine, ...]
    guarantees: tuple[PartLine, ...]
    income: tuple[Sentence, ...]
    measures: tuple[Sentence, ...]
    officers: tuple[OfficerLine, ...]
    other_work: tuple[Sentence, ...]
    shortfalls: tuple[Sentence, ...]
    villages: tuple[VillageLine, ...]
    causes: tuple[Sentence, ...]
    lessons: tuple[Sentence, ...]
    next_steps: tuple[Sentence, ...]
    goals: tuple[GoalLine, ...]
    goals_year: int
    balance_chart: Chart | None
    recovery_chart: Chart | None
    mix_chart: Chart | None
    moves_chart: Chart | None

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (
            self.overview, self.business, self.quality, self.income, self.measures,
            self.other_work, self.shortfalls, self.causes, self.lessons, self.next_steps,
        ):  # fmt: skip
            yield from part


def of_facts(
    facts: PeriodFacts,
    *,
    institution: str | None,
    department: str | None,
    known_on: date,
    language: str,
    charts: Charts,
) -> Summary:
    """Return the summary that `facts` support, worded in `language`."""
    tell = Teller(facts, language)
    told = {
        "overview": results.overview(tell),
        "business": results.business(tell),
        "quality": results.quality(tell),
        "income": results.income(tell),
        "measures": work.measures(tell),
        "other_work": work.other_work(tell),
        "shortfalls": faults.shortfalls(tell),
        "causes": faults.causes(tell),
        "lessons": faults.lessons(tell),
        "next_steps": ahead.next_steps(tell),
    }
    tables = {
        "products": products(facts, language),
        "comparison": comparison(facts, language),
        "units": units(facts),
        "classes": parts(facts, "classes", language),
        "guarantees": parts(facts, "guarantees", language),
        "officers": officers(facts),
        "villages": villages(facts),
        "goals": goals(facts, language),
    }
    totals = {"total": product_total(facts, language), "unit_total": unit_total(facts, language)}
    printed = [*tables.values(), *((one,) for one in totals.values())]
    figures = {one.name: one for one in stated_in(s for part in told.values() for s in part)}
    for line in (line for lines in printed for line in lines):
        figures |= {one.name: one for one in _of_line(line)}
    return Summary(
        goals_year=facts.next_span.first.year,
        institution=institution,
        department=department,
        heading=heading(facts, language),
        next_heading=next_heading(facts, language),
        as_of=facts.as_of,
        known_on=known_on,
        comparison_note=note(facts, language),
        balance_chart=charts.balance,
        recovery_chart=charts.recovery,
        mix_chart=charts.mix,
        moves_chart=charts.moves,
        figures=_once([
            *(named(one, language) for one in figures.values()),
            *drawn(charts.balance, charts.recovery, charts.mix, charts.moves),
        ]),
        **told,  # type: ignore[arg-type]
        **tables,  # type: ignore[arg-type]
        **totals,  # type: ignore[arg-type]
    )  # fmt: skip


def _of_line(line: object) -> Iterator[Figure]:
    for slot in line.__slots__:  # type: ignore[attr-defined]
        value = getattr(line, slot)
        if isinstance(value, Figure):
            yield value


def _once(figures: Iterable[NamedFigure]) -> tuple[NamedFigure, ...]:
    found: dict[str, NamedFigure] = {}
    for one in figures:
        found.setdefault(one.figure.name, one)
    return tuple(found.values())
