"""The tables of a summary, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.figure import Figure
from templates.derived import difference, less, share
from templates.placeholders import UNPRINTED
from templates.summaries import thresholds as at_least
from templates.summaries.facts import PeriodFacts
from templates.titles import title, trade_word
from templates.trade_names import trade_name

_TOTAL = {"zh": "合计", "es": "Total", "en": "Total"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductLine:
    """One product: lent in the period, outstanding at its end, its share, its plan of the year."""

    title: str
    granted_count: Figure
    granted_sum: Figure
    outstanding_count: Figure
    outstanding_balance: Figure
    plan_percent: Figure
    share: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """One indicator beside what it is compared with; None where that is not known.

    growth  over a year, which only the summaries of a half and a quarter print
    """

    title: str
    unit: str
    now: Figure
    before: Figure | None
    change: Figure | None
    growth: Figure | None = field(metadata=UNPRINTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """One of the five classes, or one way of security, with its share of the balance."""

    title: str
    count: Figure
    balance: Figure
    share: Figure
    change: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """One branch."""

    title: str
    granted: Figure
    balance: Figure
    change: Figure | None
    npl: Figure
    npl_ratio: Figure
    overdue: Figure
    inspection_rate: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    """One officer: inspections of the loans in his hands, and what was recovered of bad ones."""

    title: str
    due: Figure
    done: Figure
    missing: Figure
    rate: Figure
    recovered: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class VillageLine:
    """One village: overdue balance and interest in arrears, and how they changed."""

    title: str
    overdue: Figure
    overdue_change: Figure | None
    arrears: Figure | None
    arrears_change: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal of the year that follows; target None where the ledger holds none: a blank."""

    title: str
    unit: str
    now: Figure
    target: Figure | None


def products(facts: PeriodFacts, language: str) -> tuple[ProductLine, ...]:
    """Return products that were lent or are outstanding, most outstanding first."""
    end = {one.name: one for one in facts.end.products}
    lent = {one.product: one for one in facts.now.products}
    lines = []
    for name in dict.fromkeys((*end, *lent)):
        given, held = lent.get(name), end.get(name)
        if held is None and not (given and given.count.value):
            continue
        nothing = (facts.end.outstanding_count, facts.end.outstanding_balance)
        count = held.count if held else _nought(nothing[0], name)
        balance = held.balance if held else _nought(nothing[1], name)
        lines.append(ProductLine(
            title=trade_name(name, language),
            granted_count=given.count if given else _nought(facts.now.granted_count, name),
            granted_sum=given.amount if given else _nought(facts.now.granted_sum, name),
            outstanding_count=count,
            outstanding_balance=balance,
            plan_percent=given.plan_percent if given else _unknown(facts.now.plan_percent, name),
            share=share(balance, facts.end.outstanding_balance),
        ))  # fmt: skip
    lines.sort(key=lambda one: (-int(one.outstanding_balance.value or 0), one.title))
    return tuple(lines)


def _nought(whole: Figure, product: str) -> Figure:
    return _unknown(whole, product, 0)


def _unknown(whole: Figure, product: str, value: int | None = None) -> Figure:
    name = f"{whole.name.removesuffix(')')}, product={product})"
    return Figure(name=name, value=value, unit=whole.unit, query=whole.query, as_of=whole.as_of)


def product_total(facts: PeriodFacts, language: str) -> ProductLine:
    """Return the line of sums."""
    end, now = facts.end, facts.now
    return ProductLine(
        title=_TOTAL[language],
        granted_count=now.granted_count,
        granted_sum=now.granted_sum,
        outstanding_count=end.outstanding_count,
        outstanding_balance=end.outstanding_balance,
        plan_percent=now.plan_percent,
        share=share(end.outstanding_balance, end.outstanding_balance),
    )


_STANDING = (
    "outstanding_count", "outstanding_balance", "household_count", "npl_balance", "npl_ratio",
    "overdue_balance", "overdue_ratio", "arrears_interest",
)  # fmt: skip
_FLOWS = (
    "granted_sum", "recovered_sum", "new_npl_sum", "npl_recovered_sum", "due_recovery_rate",
    "interest_due", "interest_received", "interest_collection_rate", "inspection_rate",
)  # fmt: skip
_UNITS = {
    "zh": {"fen": "万元", "count": "笔", "percent": "%"},
    "es": {"fen": "miles de yuanes", "count": "número", "percent": "%"},
    "en": {"fen": "CNY thousand", "count": "number", "percent": "%"},
}


def comparison(facts: PeriodFacts, language: str) -> tuple[ComparisonLine, ...]:
    """Return balances beside the period's beginning, and for parts of a year beside the year
    before; sums of the period beside the same period of the year before."""
    lines = [_compared(facts, name, facts.end, facts.start, language) for name in _STANDING]
    return (*lines, *(_compared(facts, n, facts.now, facts.before, language) for n in _FLOWS))


def _compared(
    facts: PeriodFacts, name: str, now: object, before: object, language: str
) -> ComparisonLine:
    figure: Figure = getattr(now, name)
    earlier: Figure | None = getattr(before, name, None)
    known = earlier is not None and earlier.value is not None and figure.value is not None
    change = difference(figure, earlier) if known and earlier is not None else None
    # A year on: where that is not what it is compared with anyway.
    last: Figure | None = getattr(facts.year_ago, name, None)
    yearly = None
    if last is not None and last.value is not None and figure.value is not None:
        yearly = difference(figure, last)
    elif facts.span.kind != "year" and now is facts.now:
        yearly = change
    unit = _UNITS[language].get(figure.unit, figure.unit)
    if name == "household_count" and language == "zh":
        unit = "户"
    return ComparisonLine(
        title=title(figure, language),
        unit=unit,
        now=figure,
        before=earlier if known else None,
        change=change,
        growth=yearly,
    )


def parts(facts: PeriodFacts, group: str, language: str) -> tuple[PartLine, ...]:
    """Return the classes, or the ways of security, that are owed or were when it began."""
    earlier = {one.name: one for one in getattr(facts.start, group, ())}
    return tuple(
        PartLine(
            title=trade_word(one.name, language),
            count=one.count,
            balance=one.balance,
            share=share(one.balance, facts.end.outstanding_balance),
            change=difference(one.balance, earlier[one.name].balance)
            if one.name in earlier
            else None,
        )
        for one in getattr(facts.end, group)
    )


def units(facts: PeriodFacts) -> tuple[UnitLine, ...]:
    """Return the branches; none where only one is told of."""
    found = facts.parts["unit"]
    if facts.unit or len(found.names) < 2:
        return ()
    return tuple(
        UnitLine(
            title=name,
            granted=found.part("granted_sum", name),
            balance=found.part("outstanding_balance", name),
            change=difference(
                found.part("outstanding_balance", name),
                found.part("start.outstanding_balance", name),
            )
            if found.has("start.outstanding_balance")
            else None,
            npl=found.part("npl_balance", name),
            npl_ratio=found.rate("npl_ratio", "npl_balance", "outstanding_balance", name),
            overdue=found.part("overdue_balance", name),
            inspection_rate=found.rate(
                "inspection_rate", "inspections_done", "inspections_due", name
            ),
        )
        for name in found.names
    )


def unit_total(facts: PeriodFacts, language: str) -> UnitLine:
    """Return the line of sums."""
    end, start = facts.end, facts.start
    return UnitLine(
        title=_TOTAL[language],
        granted=facts.now.granted_sum,
        balance=end.outstanding_balance,
        change=difference(end.outstanding_balance, start.outstanding_balance) if start else None,
        npl=end.npl_balance,
        npl_ratio=end.npl_ratio,
        overdue=end.overdue_balance,
        inspection_rate=facts.now.inspection_rate,
    )


# A table of all officers of a large office would be a register.
_MOST = 15


def officers(facts: PeriodFacts) -> tuple[OfficerLine, ...]:
    """Return the officers, those who missed most first; none where only one is told of."""
    found = facts.parts["manager"]
    if facts.manager or not found.has("inspections_due", "inspections_done", "npl_recovered_sum"):
        return ()
    lines = [
        OfficerLine(
            title=name,
            due=found.part("inspections_due", name),
            done=found.part("inspections_done", name),
            missing=less(found.part("inspections_due", name), found.part("inspections_done", name)),
            rate=found.rate("inspection_rate", "inspections_done", "inspections_due", name),
            recovered=found.part("npl_recovered_sum", name),
        )
        for name in found.names
    ]
    lines = [one for one in lines if one.due.value or one.recovered.value]
    lines.sort(key=lambda one: (-int(one.missing.value or 0), one.title))
    return tuple(lines[:_MOST])


def villages(facts: PeriodFacts) -> tuple[VillageLine, ...]:
    """Return the villages with most overdue, at most ten."""
    found = facts.parts["village"]
    held = [name for name, one in found.largest("overdue_balance")]
    if found.has("arrears_interest"):
        held += [
            name for name, one in found.largest("arrears_interest")
            if name not in held and (one.value or 0) >= at_least.SMALL_FEN
        ]  # fmt: skip
    return tuple(_village(facts, name) for name in held[:10])


def _village(facts: PeriodFacts, name: str) -> VillageLine:
    found = facts.parts["village"]
    overdue = found.part("overdue_balance", name)
    arrears = found.part("arrears_interest", name) if found.has("arrears_interest") else None

    def changed(key: str, now: Figure | None) -> Figure | None:
        if now is None or not found.has(f"start.{key}"):
            return None
        return difference(now, found.part(f"start.{key}", name))

    return VillageLine(
        title=name,
        overdue=overdue,
        overdue_change=changed("overdue_balance", overdue),
        arrears=arrears,
        arrears_change=changed("arrears_interest", arrears),
    )


_GOALS = (
    "outstanding_balance", "granted_sum", "npl_balance", "npl_ratio", "npl_recovered_sum",
    "due_recovery_rate", "interest_collection_rate",
)  # fmt: skip


def goals(facts: PeriodFacts, language: str) -> tuple[GoalLine, ...]:
    """Return the targets of the year in which the next period lies, beside what was reached since
    January; for a part of a year as far as that can be told."""
    is_year = facts.span.kind == "year"
    targets = facts.targets_next
    found = []
    for name in _GOALS if is_year else _GOALS[:4]:
        now: Figure = getattr(facts.end, name, None) or getattr(facts.now, name)
        if name == "granted_sum":
            now = facts.granted_in_year
        found.append(
            GoalLine(
                title=title(now, language),
                unit=_UNITS[language].get(now.unit, now.unit),
                now=now,
                target=targets.get(name),
            )
        )
    return tuple(found)
