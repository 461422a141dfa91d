"""The values of a monthly report on post-loan work: tables and sentences from a month's facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.classes import TITLES as CLASS_TITLES
from ledger.figure import Figure
from ledger.registers.migration import NEW, UNCLASSIFIED
from templates.charts.chart import Chart
from templates.derived import difference, less, share
from templates.document import Document
from templates.documents.monthly_report.facts import COMPARED, MonthFacts, Moves, Part
from templates.documents.monthly_report.story import Story
from templates.planning.rows import figures_of
from templates.sentence import Sentence
from templates.titles import title, trade_word

Said = tuple[Sentence, ...]

_UNITS = {"fen": "万元", "percent": "%", "count": "笔"}
_ROWS = {NEW: "本月新放", UNCLASSIFIED: "未分类"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """One figure at the month's end beside the end of the month before."""

    title: str
    unit: str
    before: Figure
    now: Figure
    change: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """What one officer or unit was to inspect and did."""

    name: str
    due: Figure
    done: Figure
    missed: Figure
    rate: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """What one unit has at the month's end, and how it inspected."""

    name: str
    balance: Figure
    overdue: Figure
    bad: Figure
    due: Figure
    done: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class LateLine:
    """One loan whose inspection is late."""

    number: str
    borrower: str | None
    unit: str | None
    manager: str | None
    balance: Figure
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueLine:
    """One loan that became overdue in the month."""

    number: str
    borrower: str | None
    unit: str | None
    manager: str | None
    balance: Figure
    days: Figure
    class_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLine:
    """Where the loans of one class have gone."""

    title: str
    opening: Figure
    normal: Figure
    mention: Figure
    substandard: Figure
    doubtful: Figure
    loss: Figure
    unclassified: Figure
    repaid: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningLine:
    """One warning that is not released."""

    number: str
    on: date
    about: str | None
    signal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthlyReport(Document):
    """What the template `monthly-report` prints.

    scope  the unit or manager it is narrowed to; empty for the whole office
    """

    institution: str | None
    department: str | None
    scope: str
    month: str
    next_month: str
    as_of: date
    known_on: date
    overview: Said
    measures: tuple[MeasureLine, ...]
    balances: Chart | None
    units: tuple[UnitLine, ...]
    inspections: Said
    officers: tuple[PartLine, ...]
    due: Figure
    done: Figure
    missed: Figure
    rate: Figure
    late_count: Figure
    late: tuple[LateLine, ...]
    overdue: Said
    new_overdue: tuple[OverdueLine, ...]
    recoveries: Chart | None
    classes: Said
    moves: tuple[MoveLine, ...]
    warned: Said
    warnings: tuple[WarningLine, ...]
    maturities: Said
    work: Said

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (
            self.overview, self.inspections, self.overdue, self.classes, self.warned,
            self.maturities, self.work,
        ):  # fmt: skip
            yield from part


def report(
    facts: MonthFacts,
    *,
    institution: str | None,
    department: str | None,
    scope: str,
    known_on: date,
) -> MonthlyReport:
    """Return the report on a month."""
    story = Story(facts)
    made = MonthlyReport(
        institution=institution,
        department=department,
        scope=scope,
        month=_month(facts.span.first),
        next_month=_month(facts.next_span.first),
        as_of=facts.as_of,
        known_on=known_on,
        overview=story.overview(),
        measures=tuple(_measures(facts)),
        balances=facts.balances,
        units=tuple(_unit(one) for one in facts.units),
        inspections=story.inspections(),
        officers=tuple(_officer(one) for one in facts.officers),
        due=facts.due,
        done=facts.done,
        missed=less(facts.due, facts.done),
        rate=facts.rate,
        late_count=facts.late_count,
        late=tuple(
            LateLine(
                number=loan.number,
                borrower=loan.borrower,
                unit=loan.unit,
                manager=loan.manager,
                balance=loan.figure("balance_fen"),
                due_on=due_on,
            )
            for loan, due_on in facts.late
        ),
        overdue=story.overdue(),
        new_overdue=tuple(
            OverdueLine(
                number=loan.number,
                borrower=loan.borrower,
                unit=loan.unit,
                manager=loan.manager,
                balance=loan.figure("balance_fen"),
                days=loan.figure("days_overdue"),
                class_name=trade_word(loan.class_code, "zh") if loan.class_code else None,
            )
            for loan in facts.new_overdue
        ),
        recoveries=facts.recoveries,
        classes=story.classes(),
        moves=tuple(_moves(one) for one in facts.moves),
        warned=story.warned(),
        warnings=tuple(
            WarningLine(
                number=one.number,
                on=one.warning.on,
                about=about,
                signal=one.warning.text("signal") or "",
            )
            for one, about in facts.warnings
        ),
        maturities=story.maturities(),
        work=story.work(),
    )
    return figures_of(made, "zh")


def _month(day: date) -> str:
    return f"{day.year}年{day.month}月"


def _measures(facts: MonthFacts) -> Iterable[MeasureLine]:
    for name in COMPARED:
        now, before = facts.now[name], facts.before[name]
        yield MeasureLine(
            title=title(now, "zh"),
            unit=_UNITS[now.unit],
            before=before,
            now=now,
            change=difference(now, before),
        )


def _officer(one: Part) -> PartLine:
    return PartLine(
        name=one.name,
        due=one.due,
        done=one.done,
        missed=less(one.due, one.done),
        rate=share(one.done, one.due),
    )


def _unit(one: Part) -> UnitLine:
    assert one.balance and one.overdue and one.bad  # noqa: S101 - units have them
    return UnitLine(
        name=one.name,
        balance=one.balance,
        overdue=one.overdue,
        bad=one.bad,
        due=one.due,
        done=one.done,
    )


def _moves(one: Moves) -> MoveLine:
    normal, mention, substandard, doubtful, loss, unclassified = one.now
    name = CLASS_TITLES[one.code]["zh"] if one.code in CLASS_TITLES else _ROWS[one.code]
    return MoveLine(
        title=name,
        opening=one.opening,
        normal=normal,
        mention=mention,
        substandard=substandard,
        doubtful=doubtful,
        loss=loss,
        unclassified=unclassified,
        repaid=one.repaid,
    )
