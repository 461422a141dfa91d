"""年度信贷工作总结: the year's figures beside the year before, a narrative from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure
from templates import provenance, summary_en, summary_es, summary_zh
from templates.document import Document
from templates.provenance import NamedFigure
from templates.sentence import Sentence
from templates.titles import title, trade_word
from templates.year_facts import YearFacts, change, share
from templates.year_figures import PartFigures, ProductFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductLine:
    """One product in table 1; the last column is its share of the balance."""

    title: str
    granted_count: Figure
    granted_sum: Figure
    outstanding_count: Figure
    outstanding_balance: Figure
    plan_percent: Figure
    share: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """One indicator against the year before; no `before` and `change` where that is not known."""

    title: str
    unit: str
    now: Figure
    before: Figure | None
    change: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One of the five classes, or one way of security, with its share of the balance."""

    title: str
    count: Figure | None
    balance: Figure
    share: Figure
    change: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualSummary(Document):
    """What the template `annual-summary` prints.

    institution, department  as settings name them; None prints a blank
    as_of      the day the figures stand for: year's end, or earlier in a running year
    known_on   what was recorded by then is counted; also the day the document bears
    """

    institution: str | None
    department: str | None
    year: int
    next_year: int
    as_of: date
    known_on: date
    overview: tuple[Sentence, ...]
    business: tuple[Sentence, ...]
    products: tuple[ProductLine, ...]
    total: ProductLine
    comparison: tuple[ComparisonLine, ...]
    comparison_note: str
    quality: tuple[Sentence, ...]
    classes: tuple[PartLine, ...]
    guarantees: tuple[PartLine, ...]
    income: tuple[Sentence, ...]
    measures: tuple[Sentence, ...]
    shortfalls: tuple[Sentence, ...]
    causes: tuple[Sentence, ...]
    next_steps: tuple[Sentence, ...]

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (
            self.overview, self.business, self.quality, self.income,
            self.measures, self.shortfalls, self.causes, self.next_steps,
        ):  # fmt: skip
            yield from part


_WORDINGS = {"zh": summary_zh, "es": summary_es, "en": summary_en}

_COMPARED = (
    "granted_sum", "recovered_sum", "outstanding_count", "outstanding_balance", "household_count",
    "npl_balance", "npl_ratio", "new_npl_sum", "npl_recovered_sum", "overdue_balance",
    "overdue_ratio", "due_recovery_rate", "interest_due", "interest_received",
    "interest_collection_rate", "arrears_interest", "inspection_rate",
)  # fmt: skip

_UNITS = {
    "zh": {"fen": "万元", "count": "笔", "percent": "%"},
    "es": {"fen": "miles de yuanes", "count": "número", "percent": "%"},
    "en": {"fen": "CNY thousand", "count": "number", "percent": "%"},
}

_TOTAL = {"zh": "合计", "es": "Total", "en": "Total"}


def of_facts(
    facts: YearFacts,
    *,
    institution: str | None,
    department: str | None,
    known_on: date,
    language: str,
) -> AnnualSummary:
    """Return the summary that `facts` support, worded in `language`."""
    wording = _WORDINGS[language]
    now = facts.now
    figures = tuple(_figures(facts, language))
    return AnnualSummary(
        institution=institution,
        department=department,
        year=now.year,
        next_year=now.year + 1,
        as_of=now.as_of,
        known_on=known_on,
        overview=wording.overview(facts),
        business=wording.business(facts),
        products=tuple(_product_line(one, now.outstanding_balance) for one in now.products),
        total=_total_line(facts, language),
        comparison=tuple(_comparison(facts, name, language) for name in _COMPARED),
        comparison_note=wording.comparison_note(facts),
        quality=wording.quality(facts),
        classes=_parts(facts, "classes", language),
        guarantees=_parts(facts, "guarantees", language),
        income=wording.income(facts),
        measures=wording.measures(facts),
        shortfalls=wording.shortfalls(facts),
        causes=wording.causes(facts),
        next_steps=wording.next_steps(facts),
        figures=figures,
    )


def _figures(facts: YearFacts, language: str) -> Iterable[NamedFigure]:
    """Yield the figures that the document states: of the year before only what is compared."""
    yield from facts.now.named(language)
    before = facts.before
    if before is not None:
        year = str(before.year)
        for name in _COMPARED:
            yield provenance.named(getattr(before, name), language, year)
        for product in before.products:
            yield provenance.named(product.granted_sum, language, f"{product.product} {year}")
        for part in (*before.classes, *before.guarantees):
            word = trade_word(part.name, language)
            yield provenance.named(part.balance, language, f"{word} {year}")
    for index, one in enumerate(facts.due_next, 1):
        month = f"{facts.now.year + 1}-{index:02d}"
        yield provenance.named(one, language, month)
        yield provenance.named(facts.due_next_count[index - 1], language, month)


def _product_line(one: ProductFigures, balance: Figure) -> ProductLine:
    return ProductLine(
        title=one.product,
        granted_count=one.granted_count,
        granted_sum=one.granted_sum,
        outstanding_count=one.outstanding_count,
        outstanding_balance=one.outstanding_balance,
        plan_percent=one.plan_percent,
        share=share(one.outstanding_balance, balance),
    )


def _total_line(facts: YearFacts, language: str) -> ProductLine:
    now = facts.now
    return ProductLine(
        title=_TOTAL[language],
        granted_count=now.granted_count,
        granted_sum=now.granted_sum,
        outstanding_count=now.outstanding_count,
        outstanding_balance=now.outstanding_balance,
        plan_percent=now.plan_percent,
        share=share(now.outstanding_balance, now.outstanding_balance),
    )


def _comparison(facts: YearFacts, name: str, language: str) -> ComparisonLine:
    now: Figure = getattr(facts.now, name)
    changed = facts.change(name)
    unit = _UNITS[language].get(now.unit, now.unit)
    if name == "household_count" and language == "zh":
        unit = "户"
    return ComparisonLine(
        title=title(now, language),
        unit=unit,
        now=now,
        before=changed.before if changed else None,
        change=changed.difference if changed else None,
    )


def _parts(facts: YearFacts, group: str, language: str) -> tuple[PartLine, ...]:
    now: Sequence[PartFigures] = getattr(facts.now, group)
    earlier: dict[str, PartFigures] = {}
    if facts.before is not None:
        earlier = {one.name: one for one in getattr(facts.before, group)}
    lines = []
    for one in now:
        past = earlier.get(one.name)
        moved = change(one.balance, past.balance) if past else None
        lines.append(
            PartLine(
                title=trade_word(one.name, language),
                count=one.count,
                balance=one.balance,
                share=share(one.balance, facts.now.outstanding_balance),
                change=moved.difference if moved else None,
            )
        )
    return tuple(lines)
