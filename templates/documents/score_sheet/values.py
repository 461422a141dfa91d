"""The values of a filled sheet of points: every item, what it lost and why, the total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.figure import Figure, FigureRow
from ledger.managing.scores import FULL, GRADES, Consequence, Filled, lost_by
from ledger.records import Record
from ledger.scores import Sheet
from templates import formats
from templates.document import Document
from templates.inspection.figures import Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item that is judged. points: what it is worth; lost: empty where it lost none."""

    code: str
    title: str
    points: str
    lost: Figure | None
    fault: str
    rule: str
    loans: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGroup:
    """The items of one part of the sheet."""

    title: str
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet(Document):
    """What the template `score-sheet` prints.

    total         100 less the points lost; stated: as written on the sheet, where that differs
    before        the total of the time before
    fine          what the settings call for; None where nothing
    """

    institution: str | None
    title: str
    whom: str
    on: date
    known_on: date
    inspectors: str | None
    groups: tuple[ItemGroup, ...]
    lost: Figure
    total: Figure
    grade: str
    stated: Figure | None
    before: Figure | None
    before_on: date | None
    passed: bool
    pass_score: int
    fine: Figure | None
    deadline: date | None
    remark: str | None


def sheet(
    one: Filled,
    form: Sheet | None,
    *,
    calls_for: Consequence | None,
    before: Filled | None,
    institution: str | None,
    pass_score: int,
    known_on: date,
) -> ScoreSheet:
    """Return the filled sheet.

    form  the sheet as declared; None: it is not among those there are, only what it lost is known
    """
    figures = Figures("zh", one.score.effective_on)
    groups = tuple(_groups(one, form, figures))
    rows = tuple(_row(item) for item in one.items)
    lost = sum((lost_by(item) for item in one.items), Decimal(0))
    whom = one.whom
    stated = None
    if one.stated is not None and one.stated != one.total:
        stated = _points("score_stated", whom, one.stated, (_row(one.score, one.stated),), figures)
    earlier = None
    if before:
        others = tuple(_row(item) for item in before.items) or (_row(before.score, FULL),)
        about = f"{whom}, {before.score.effective_on.isoformat()}"
        earlier = _points("score_total", about, before.total, others, figures)
    fine = None
    if calls_for and calls_for.fine_fen:
        source = one.score
        fine = figures.made("fine", whom, calls_for.fine_fen, (source.row(whom),), part=whom)
    return ScoreSheet(
        institution=institution,
        title=form.titles["zh"] if form else one.sheet,
        whom=whom,
        on=one.score.effective_on,
        known_on=known_on,
        inspectors=one.score.text("inspectors"),
        groups=groups,
        lost=_points("score_lost", whom, lost, rows, figures),
        total=_points("score_total", whom, one.total, rows or (_row(one.score, FULL),), figures),
        grade=GRADES[one.grade]["zh"],
        stated=stated,
        before=earlier,
        before_on=before.score.effective_on if before else None,
        passed=one.grade != "failed",
        pass_score=pass_score,
        fine=fine,
        deadline=calls_for.deadline if calls_for else None,
        remark=one.score.text("remark"),
        figures=tuple(figures.named),
    )


def _groups(one: Filled, form: Sheet | None, figures: Figures) -> Iterable[ItemGroup]:
    lost = {item.text("item") or "": item for item in one.items}
    if form is None:
        lines = [_line(code, code, "", item, figures) for code, item in lost.items()]
        if lines:
            yield ItemGroup(title=one.sheet, items=tuple(lines))
        return
    for title in dict.fromkeys(item.group for item in form.items):
        yield ItemGroup(
            title=title,
            items=tuple(
                _line(
                    item.code, item.titles["zh"], formats.points(item.points),
                    lost.get(item.code), figures,
                )
                for item in form.items
                if item.group == title
            ),
        )  # fmt: skip


def _line(code: str, title: str, worth: str, item: Record | None, figures: Figures) -> ItemLine:
    lost = None
    if item is not None:
        lost = _points("points_lost", code, lost_by(item), (_row(item),), figures)
    return ItemLine(
        code=code,
        title=title,
        points=worth,
        lost=lost,
        fault=(item.text("fault") or "") if item else "",
        rule=(item.text("rule_no") or "") if item else "",
        loans=(item.text("loans") or "") if item else "",
    )


def _row(record: Record, amount: Decimal | None = None) -> FigureRow:
    value = lost_by(record) if amount is None else amount
    label = record.text("item") or record.text("sheet") or ""
    return FigureRow(fact=record.fact, label=label, amount=value, source=record.source)


def _points(
    name: str, about: str, value: Decimal, rows: Sequence[FigureRow], figures: Figures
) -> Figure:
    return figures.made(name, about, value, rows, unit="points", part=about)
