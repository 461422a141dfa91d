"""责任书: what the letters of responsibility share: whom one answers for, and the year's goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.book import View
from ledger.classes import BAD
from ledger.columns.loans import Loans
from ledger.columns.states import States
from ledger.figure import Figure
from ledger.managing.households import by_household
from ledger.managing.responsibilities import Responsibilities
from ledger.records import Record
from ledger.spans import Span, span_of
from ledger.states import LoanState
from templates import provenance
from templates.debts import count_of, total
from templates.document import Document
from templates.provenance import NamedFigure
from templates.stated import amount
from templates.titles import trade_word


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientLine:
    """One household that somebody answers for. loan_class: the worst of its loans."""

    place: int
    household_number: str
    borrower: str | None
    count: Figure
    balance: Figure
    loan_class: str | None
    risk_manager: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal. opening: as it stands when the year begins, None where that says nothing."""

    title: str
    opening: Figure | None
    target: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Document):
    """The base of the letters of responsibility. first, last: the days it holds from and to."""

    institution: str | None
    department: str | None
    unit: str | None
    year: int
    first: date
    last: date
    as_of: date
    known_on: date
    goals: tuple[GoalLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    """All households somebody answers for, with totals and figures."""

    lines: tuple[ClientLine, ...]
    count: Figure
    balance: Figure
    bad: Figure
    figures: tuple[NamedFigure, ...]


def clients_of(view: View, loans: Loans, whose: str, responsible: Responsibilities) -> Clients:
    """Return the households of `loans`, by number. whose: what the totals are called by."""
    households = by_household(view, States(loans))
    lines: list[ClientLine] = []
    figures: list[NamedFigure] = []
    every: list[LoanState] = []
    for place, one in enumerate(households, 1):
        count = count_of(one.loans, one.number, view.as_of)
        balance = balance_of("debt_balance", one.number, one.loans, view.as_of)
        figures += [provenance.named(each, "zh", one.number) for each in (count, balance)]
        every += one.loans
        named = responsible.of_household(one.household_id, "risk")
        lines.append(
            ClientLine(
                place=place,
                household_number=one.number,
                borrower=one.borrower,
                count=count,
                balance=balance,
                loan_class=trade_word(one.class_code, "zh") if one.class_code else None,
                risk_manager=named.text("person") if named else None,
            )
        )
    count = count_of(every, whose, view.as_of)
    balance = balance_of("debt_balance", whose, every, view.as_of)
    bad_loans = [loan for loan in every if loan.class_code in BAD]
    bad = balance_of("bad_balance", whose, bad_loans, view.as_of)
    figures += [provenance.named(each, "zh") for each in (count, balance, bad)]
    return Clients(
        lines=tuple(lines), count=count, balance=balance, bad=bad, figures=tuple(figures)
    )


def balance_of(name: str, whose: str, loans: Sequence[LoanState], day: date) -> Figure:
    """Return the principal owed on some loans."""
    return total(name, whose, [loan.figure("balance_fen") for loan in loans], loans, day)


def goals_of(
    view: View,
    span: Span,
    *,
    letter: str,
    person: str | None,
    unit: str | None,
    openings: dict[str, Figure],
) -> tuple[tuple[GoalLine, ...], tuple[NamedFigure, ...]]:
    """Return the year's goals: as the letter on record states them, else the plan of the year.

    letter    of the kind `responsibility_letter`: account, business, post_loan
    openings  by field of that kind: how it stands when the year begins
    """
    # What is planned for the year takes effect in it, after the day of the opening figures.
    within = view.at(span.last)
    signed = _last(
        one
        for one in within.records("responsibility_letter")
        if one.text("letter") == letter
        and one.text("person") in (person, unit)
        and _is_of(one.day("from_on"), span)
    )
    planned = _last(
        one
        for one in within.records("manager_target")
        if one.text("period") == span.text
        and ((person and one.text("person") == person) or (unit and one.text("of_unit") == unit))
    )
    whose = person or unit or span.text
    lines, figures = [], []
    for field, title in _GOALS:
        kind, record = "responsibility_letter", signed
        if (signed is None or field not in signed.values) and field in _PLANNED:
            kind, record = "manager_target", planned
        found = amount(kind, record, field, "zh", f"{whose}, {span.text}", view.as_of)
        figures.append(found)
        lines.append(GoalLine(title=title, opening=openings.get(field), target=found.figure))
    return tuple(lines), tuple(figures)


_GOALS = (
    ("deposits_fen", "存款余额"),
    ("principal_fen", "收回到期本金"),
    ("interest_fen", "收回利息"),
    ("bad_limit_fen", "不良贷款控制额"),
)
# Goals that the plan of the year states, too.
_PLANNED = frozenset({"deposits_fen", "principal_fen", "interest_fen"})


def _is_of(day: date | None, span: Span) -> bool:
    return day is not None and span.first <= day <= span.last


def _last(records: Iterable[Record]) -> Record | None:
    found = list(records)
    return found[-1] if found else None


def managers(view: View) -> Iterator[str]:
    """Yield everybody who manages an open loan, by name."""
    return iter(sorted({name for name in view.open.values("manager") if name}))


def units(view: View) -> Iterator[str]:
    """Yield every unit with an open loan, by name."""
    return iter(sorted({name for name in view.open.values("unit") if name}))


def only(names: Iterable[str | None]) -> str | None:
    """Return the one name there is; None where there are several or none."""
    found = {name for name in names if name}
    return found.pop() if len(found) == 1 else None


def planned_in(record: Record, span: Span) -> bool:
    """Whether a plan for a loan is for a part of the year."""
    if day := record.day("due_on"):
        return span.first <= day <= span.last
    period = span_of(record.text("period") or "")
    return period is not None and span.first <= period.first and period.last <= span.last
