"""What an officer's plan prints, and how it comes from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.ahead import Ahead
from ledger.bad.file import BadLoan, Desk
from ledger.bad.picking import to_collect
from ledger.book import View
from ledger.classes import TITLES as CLASS_TITLES
from ledger.columns.states import States
from ledger.figure import Figure
from ledger.states import LoanState
from templates.derived import difference
from templates.document import Document
from templates.documents.officer_plan.wording import OfficerStory
from templates.planning.lines import GroupLine, MonthLine
from templates.planning.outlook import Outlook, outlook_of
from templates.planning.rows import figures_of, group_lines, month_lines, month_total
from templates.request import Request
from templates.sentence import Sentence

Said = tuple[Sentence, ...]
# So many loans are listed; all are in the registers of maturities and of bad loans.
MOST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """What an officer is to reach, beside what he did last year; blank where nothing is set."""

    title: str
    done: Figure | None
    target: Figure | None
    change: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLoan:
    """One of his loans that falls due in the year."""

    number: int
    borrower: str | None
    loan: str
    balance: Figure
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LateLoan:
    """One of his loans that is overdue or bad; measure and deadline of its plan, if it has one."""

    number: int
    borrower: str | None
    loan: str
    balance: Figure
    arrears: Figure
    days: Figure
    class_name: str | None
    measures: str | None
    deadline: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerPlan(Document):
    """What the template `officer-plan` prints."""

    institution: str | None
    unit: str | None
    officer: str
    year: int
    opening_on: date
    known_on: date
    situation: Said
    classes: tuple[GroupLine, ...]
    targets: tuple[TargetLine, ...]
    due: Said
    due_loans: tuple[DueLoan, ...]
    late: Said
    late_loans: tuple[LateLoan, ...]
    visits: Said
    months: tuple[MonthLine, ...]
    month_total: MonthLine
    daily: Said

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from (*self.situation, *self.due, *self.late, *self.visits, *self.daily)


def from_ledger(request: Request) -> OfficerPlan:
    """Return the plan of `request.manager`; the view holds his loans only.

    Raises NothingToReport.
    """
    outlook = outlook_of(request.view, request.period)
    start = request.view.at(outlook.as_of)
    due = States(Ahead(start, request.period).due)[:MOST]
    return of_figures(
        outlook,
        officer=request.manager or "",
        unit=outlook.units[0].name if outlook.units else None,
        due_loans=tuple(_due(due)),
        late_loans=tuple(_late(start)),
        institution=request.institution,
        known_on=request.known_on,
    )


def of_figures(
    outlook: Outlook,
    *,
    officer: str,
    unit: str | None,
    due_loans: tuple[DueLoan, ...],
    late_loans: tuple[LateLoan, ...],
    institution: str | None,
    known_on: date,
) -> OfficerPlan:
    """Return the plan that the figures support."""
    story = OfficerStory(outlook)
    return figures_of(
        OfficerPlan(
            institution=institution,
            unit=unit,
            officer=officer,
            year=outlook.span.first.year,
            opening_on=outlook.as_of,
            known_on=known_on,
            situation=story.mine(),
            classes=group_lines("class", outlook.classes, "zh"),
            targets=tuple(_targets(outlook, officer)),
            due=story.due_of_mine(len(due_loans)),
            due_loans=due_loans,
            late=story.late(),
            late_loans=late_loans,
            visits=story.visits_of_mine(),
            months=month_lines(outlook, story),
            month_total=month_total(outlook, "zh"),
            daily=story.daily(),
        ),
        "zh",
    )


_TARGETS = (
    ("存款", None, "deposits_fen"),
    ("收回贷款本金", "recovered_sum", "principal_fen"),
    ("收回贷款利息", "interest_received", "interest_fen"),
    ("清收不良贷款", "npl_recovered_sum", "bad_fen"),
    ("营销发放贷款", "granted_sum", "marketing_fen"),
)


def _targets(outlook: Outlook, officer: str) -> Iterable[TargetLine]:
    own = outlook.goals.officers.get(officer, {})
    for title, name, field in _TARGETS:
        done = outlook.now[name] if name else None
        target = own.get(field)
        known = target if target is not None and target.value is not None else None
        change = difference(known, done) if known and done and done.value is not None else None
        yield TargetLine(title=title, done=done, target=known, change=change)


def _due(loans: Sequence[LoanState]) -> Iterable[DueLoan]:
    for number, loan in enumerate(loans, 1):
        if loan.due_on:
            yield DueLoan(
                number=number,
                borrower=loan.borrower,
                loan=loan.number,
                balance=loan.figure("balance_fen"),
                due_on=loan.due_on,
            )


def _late(view: View) -> Iterable[LateLoan]:
    found = sorted(Desk(view).of(to_collect(view)), key=_order)
    for number, one in enumerate(found[:MOST], 1):
        loan, plan = one.loan, one.last("collection_plan")
        yield LateLoan(
            number=number,
            borrower=loan.borrower,
            loan=loan.number,
            balance=loan.figure("balance_fen"),
            arrears=loan.figure("arrears_fen"),
            days=loan.figure("days_overdue"),
            class_name=CLASS_TITLES[loan.class_code]["zh"] if loan.class_code else None,
            measures=plan.text("measures") if plan else None,
            deadline=plan.day("deadline") if plan else None,
        )


def _order(one: BadLoan) -> tuple[int, str]:
    return -one.loan.balance_fen, one.loan.number
