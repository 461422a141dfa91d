"""What the collection programme prints, and how it comes from the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ledger.bad.file import BadLoan, Desk
from ledger.bad.groups import titles_of
from ledger.book import View
from ledger.classes import TITLES as CLASS_TITLES
from ledger.figure import Figure
from ledger.indicator import named
from ledger.records import Record
from templates import formats
from templates.derived import share
from templates.document import Document
from templates.documents.collection_programme.lines import BadLine, Pressing, RuleLine, SquadLine
from templates.documents.collection_programme.wording import ProgrammeStory
from templates.planning.lines import Group, GroupLine, Owner
from templates.planning.outlook import Outlook, outlook_of
from templates.planning.rows import figures_of, group_lines
from templates.request import Request
from templates.sentence import Sentence

Said = tuple[Sentence, ...]
# So many loans are listed; all of them are in the register (hudang ledger export bad-loans).
MOST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Document):
    """What the template `collection-programme` prints."""

    institution: str | None
    department: str | None
    year: int
    opening_on: date
    known_on: date
    scope: Said
    aims: Said
    squads_note: Sentence
    squads: tuple[SquadLine, ...]
    pressing: Said
    measures: Said
    rules_note: Sentence
    rules: tuple[RuleLine, ...]
    classes: tuple[GroupLine, ...]
    categories: tuple[GroupLine, ...]
    grades: tuple[GroupLine, ...]
    units: tuple[Owner, ...]
    officers: tuple[Owner, ...]
    listed_note: Sentence
    listed: tuple[BadLine, ...]

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from (*self.scope, *self.aims, self.squads_note, *self.pressing, *self.measures)
        yield from (self.rules_note, self.listed_note)


def from_ledger(request: Request) -> Programme:
    """Return the programme of the year asked for. Raises NothingToReport."""
    outlook = outlook_of(request.view, request.period)
    start = request.view.at(outlook.as_of)
    now = Desk(start).now()
    return of_figures(
        outlook,
        pressing=pressing_of(start, now),
        squads=tuple(_squads(start)),
        rules=tuple(rules_of(start)),
        listed=tuple(bad_lines(now)),
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
    )


def of_figures(
    outlook: Outlook,
    *,
    pressing: Pressing,
    squads: tuple[SquadLine, ...],
    rules: tuple[RuleLine, ...],
    listed: tuple[BadLine, ...],
    institution: str | None,
    department: str | None,
    known_on: date,
) -> Programme:
    """Return the programme that the figures support."""
    story = ProgrammeStory(outlook, pressing)
    return figures_of(
        Programme(
            institution=institution,
            department=department,
            year=outlook.span.first.year,
            opening_on=outlook.as_of,
            known_on=known_on,
            scope=story.scope(),
            aims=story.aims_of_year(),
            squads_note=story.squads(len(squads)),
            squads=squads,
            pressing=story.pressing(),
            measures=story.ways(),
            rules_note=story.rules(bool(rules)),
            rules=rules,
            classes=group_lines("class", _of_bad(outlook), "zh"),
            categories=group_lines("category", outlook.categories, "zh"),
            grades=group_lines("recoverability", outlook.grades, "zh"),
            units=outlook.units,
            officers=outlook.officers,
            listed_note=story.listed(len(listed)),
            listed=listed,
        ),
        "zh",
    )


def _of_bad(outlook: Outlook) -> Iterable[Group]:
    """The three bad classes, each with its share of what is bad."""
    for one in outlook.bad_classes:
        yield replace(one, share=share(one.balance, outlook.now["npl_balance"]))


def pressing_of(view: View, loans: Sequence[BadLoan]) -> Pressing:
    """Return what cannot wait among bad loans."""

    def some(name: str, wanted: Callable[[BadLoan], bool | None]) -> tuple[Figure, Figure]:
        found = [one.loan for one in loans if wanted(one)]
        day, scope = view.as_of, dict(view.scope)
        count = Figure(
            name=named(f"{name}_count", day, **scope),
            value=len(found),
            unit="count",
            query=f"{name}: {day}",
            as_of=day,
            rows=tuple(loan.row(None) for loan in found),
        )
        total = Figure(
            name=named(f"{name}_sum", day, **scope),
            value=sum(loan.balance_fen for loan in found),
            unit="fen",
            query=f"{name}: {day}",
            as_of=day,
            rows=tuple(loan.row(loan.balance_fen) for loan in found),
        )
        return count, total

    lapsing = some("lapsing", lambda one: one.lapse_due)
    unasked = some("unasked", lambda one: one.contact_due)
    return Pressing(
        lapsing_count=lapsing[0],
        lapsing_sum=lapsing[1],
        unasked_count=unasked[0],
        unasked_sum=unasked[1],
    )


def _squads(view: View) -> Iterable[SquadLine]:
    for record in squads_in_force(view):
        yield squad_line(record)


def squad_line(record: Record) -> SquadLine:
    """Return a squad as a line."""
    return SquadLine(
        name=record.subject or "",
        leader=record.text("leader"),
        members=record.text("members"),
        area=record.text("area"),
        task=fact_figure(record, "task_fen", record.whole("task_fen"), record.subject or ""),
    )


def squads_in_force(view: View) -> list[Record]:
    """Return the squads that exist on the day, as last recorded."""
    last = {record.subject: record for record in view.records("squad")}
    return [
        record
        for record in last.values()
        if (until := record.day("until_on")) is None or until >= view.as_of
    ]


def fact_figure(record: Record, field: str, fen: int | None, label: str) -> Figure:
    """Return an amount that a fact states, as a figure."""
    return Figure(
        name=f"{field}({record.fact})",
        value=fen,
        unit="fen",
        query=f"{record.kind}.{field}",
        as_of=record.effective_on,
        rows=(record.row(label, fen),) if fen is not None else (),
    )


def rules_of(view: View) -> Iterable[RuleLine]:
    """Yield the rules of reward in force on the day."""
    last = {record.subject: record for record in view.records("reward_rule")}
    for record in last.values():
        until = record.day("until_on")
        if until is not None and until < view.as_of:
            continue
        yield RuleLine(
            name=record.subject or "",
            loans=_loans_of(record),
            rate=_percent(record, "rate"),
            interest_rate=_percent(record, "interest_rate"),
        )


def _loans_of(record: Record) -> str:
    """For which loans a rule is: 余额10.00万元（含）以上、50.00万元以下，次级类."""
    start, below = record.whole("from_fen"), record.whole("below_fen")
    parts = []
    if start:
        parts.append(f"余额{formats.wan(start)}万元（含）以上")
    if below is not None:
        parts.append(f"余额{formats.wan(below)}万元以下")
    if code := record.text("class"):
        parts.append(f"{CLASS_TITLES[code]['zh']}类")
    return "，".join(parts) or "全部不良贷款"


def _percent(record: Record, field: str) -> Decimal | None:
    value = record.values.get(field)
    return value if isinstance(value, Decimal) else None


# A judgement is enforced in time, no longer sued for.
_ENFORCED = {"judged": "申请执行时效", "enforced": "已申请执行"}


def bad_lines(loans: Sequence[BadLoan]) -> Iterable[BadLine]:
    """Yield the largest of bad loans."""
    largest = sorted(loans, key=lambda one: (-one.loan.balance_fen, one.loan.number))
    for number, one in enumerate(largest[:MOST], 1):
        loan, category = one.loan, one.text("disposal_category", "category")
        yield BadLine(
            number=number,
            borrower=loan.borrower,
            unit=loan.unit,
            loan=loan.number,
            balance=loan.figure("balance_fen"),
            arrears=loan.figure("arrears_fen"),
            class_name=CLASS_TITLES[loan.class_code]["zh"] if loan.class_code else None,
            lapses_on=one.limitation.until if one.limitation else None,
            lapses_note=_ENFORCED.get(one.limitation.why, "") if one.limitation else "",
            collector=one.answers("collection") or loan.manager,
            category=titles_of("category", category)["zh"] if category else None,
        )
