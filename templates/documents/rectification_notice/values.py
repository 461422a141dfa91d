"""The values of a notice of rectification: what was found, on which loans, until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure, FigureRow
from ledger.managing.rectifications import STATES, Rectification
from ledger.managing.scores import Consequence, lost_by
from ledger.states import LoanState
from templates.document import Document
from templates.inspection.figures import Figures
from templates.titles import trade_word


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemLine:
    """One thing to put right. lost: points, where a sheet says so; rule: number and text."""

    number: int
    text: str
    lost: Figure | None
    rule: str
    loans: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernedLoan:
    """One loan that the problems are about."""

    number: str
    borrower: str | None
    balance: Figure
    class_name: str | None
    manager: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """What has come of the notice so far."""

    on: date
    step: str
    said: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationNotice(Document):
    """What the template `rectification-notice` prints.

    notice_no  None for one that is only proposed
    basis      the sheet or inspection that found it; score: its total, where it is a sheet
    fine       what the settings call for; None where nothing
    state      how far it has come; empty for one that is only proposed
    """

    institution: str | None
    department: str | None
    notice_no: str | None
    whom: str | None
    person: str | None
    issued_on: date | None
    known_on: date
    basis: str
    score: Figure | None
    pass_score: int
    problems: tuple[ProblemLine, ...]
    loans: tuple[ConcernedLoan, ...]
    deadline: date | None
    fine: Figure | None
    state: str
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One problem as it was recorded; points: None where no sheet says so."""

    text: str
    lost: FigureRow | None = None
    rule: str = ""
    loans: str = ""


def proposed(
    one: Consequence,
    problems: Sequence[Found],
    loans: Sequence[LoanState],
    *,
    institution: str | None,
    department: str | None,
    pass_score: int,
    known_on: date,
) -> RectificationNotice:
    """Return the notice that a failed sheet calls for; nobody has issued it yet."""
    filled = one.filled
    figures = Figures("zh", filled.score.effective_on)
    rows = [
        FigureRow(fact=item.fact, label=item.text("item") or "", amount=lost_by(item),
                  source=item.source)
        for item in filled.items
    ]  # fmt: skip
    score = figures.made("score_total", filled.whom, filled.total, rows, unit="points",
                         part=filled.whom)  # fmt: skip
    fine = None
    if one.fine_fen:
        fine = figures.made(
            "fine", filled.whom, one.fine_fen, (filled.score.row(filled.whom),), part=filled.whom
        )
    return RectificationNotice(
        institution=institution,
        department=department,
        notice_no=None,
        whom=filled.whom or None,
        person="、".join(one.people) or None,
        issued_on=None,
        known_on=known_on,
        basis=_of_sheet(filled.score.effective_on, filled.sheet),
        score=score,
        pass_score=pass_score,
        problems=tuple(_lines(problems, figures)),
        loans=tuple(_loans(loans, figures)),
        deadline=one.deadline,
        fine=fine,
        state="",
        steps=(),
        figures=tuple(figures.named),
    )


def issued(
    one: Rectification,
    problems: Sequence[Found],
    loans: Sequence[LoanState],
    *,
    calls_for: Consequence | None,
    institution: str | None,
    department: str | None,
    pass_score: int,
    as_of: date,
    known_on: date,
) -> RectificationNotice:
    """Return the notice that is on record.

    calls_for  the sheet that it names as its basis, if that failed
    """
    figures = Figures("zh", as_of)
    notice = one.notice
    whom = notice.text("charged_unit") or notice.text("person")
    score = fine = None
    basis = notice.text("basis") or ""
    if calls_for:
        filled = calls_for.filled
        rows = [item.row(item.text("item") or "") for item in filled.items]
        score = figures.made("score_total", filled.whom, filled.total, rows, unit="points",
                             part=filled.whom)  # fmt: skip
        basis = _of_sheet(filled.score.effective_on, filled.sheet)
        if calls_for.fine_fen:
            rows = [filled.score.row(filled.whom)]
            fine = figures.made("fine", filled.whom, calls_for.fine_fen, rows, part=filled.whom)
    return RectificationNotice(
        institution=institution,
        department=department,
        notice_no=notice.text("notice_no"),
        whom=whom,
        person=notice.text("person"),
        issued_on=notice.effective_on,
        known_on=known_on,
        basis=basis,
        score=score,
        pass_score=pass_score,
        problems=tuple(_lines(problems, figures)),
        loans=tuple(_loans(loans, figures)),
        deadline=one.deadline,
        fine=fine,
        state=STATES[one.state]["zh"],
        steps=tuple(_steps(one)),
        figures=tuple(figures.named),
    )


def _of_sheet(on: date, sheet: str) -> str:
    return f"{on.year}年{on.month}月{on.day}日《{sheet}》检查"


def _lines(problems: Sequence[Found], figures: Figures) -> Iterable[ProblemLine]:
    for number, one in enumerate(problems, start=1):
        lost = None
        if one.lost is not None:
            lost = figures.made(
                "points_lost", one.lost.label, one.lost.amount, (one.lost,), unit="points",
                part=one.lost.label,
            )  # fmt: skip
        yield ProblemLine(number=number, text=one.text, lost=lost, rule=one.rule, loans=one.loans)


def _loans(loans: Sequence[LoanState], figures: Figures) -> Iterable[ConcernedLoan]:
    for one in loans:
        yield ConcernedLoan(
            number=one.number,
            borrower=one.borrower,
            balance=figures.of_loan(one, "balance_fen"),
            class_name=trade_word(one.class_code, "zh") if one.class_code else None,
            manager=one.manager,
        )


_STEPS = {"replied": "整改回复", "extended": "延期", "passed": "复查合格", "failed": "复查不合格"}


def _steps(one: Rectification) -> Iterable[StepLine]:
    for step in one.steps:
        yield StepLine(
            on=step.effective_on,
            step=_STEPS.get(step.text("step") or "", ""),
            said=step.text("said") or "",
            by=step.text("by") or "",
        )
