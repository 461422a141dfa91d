"""The plan of a unit's year, loan by loan and summed for each manager."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.wording import _
from ledger.book import View
from ledger.classes import BAD
from ledger.figure import Figure
from ledger.records import Record
from ledger.spans import Span
from ledger.states import LoanState
from templates import examples, provenance
from templates.commitments import Commitment, balance_of, planned_in
from templates.debts import count_of
from templates.documents.account_letter.example import example_base
from templates.provenance import NamedFigure
from templates.stated import amount


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One loan. principal, interest: as planned for the year; no value where nobody planned."""

    place: int
    number: str
    borrower: str | None
    balance: Figure
    due_on: date | None
    planned_on: date | None
    principal: Figure
    interest: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerGroup:
    """The loans of one manager with their sums."""

    manager: str | None
    loans: tuple[PlanLine, ...]
    count: Figure
    balance: Figure
    principal: Figure
    interest: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessLetter(Commitment):
    """What the template `business-letter` prints. bad: of the balance; planned_*: of the groups."""

    count: Figure
    balance: Figure
    bad: Figure
    groups: tuple[ManagerGroup, ...]
    planned_count: Figure
    planned_balance: Figure
    planned_principal: Figure
    planned_interest: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """All managers' loans with the sums of all."""

    groups: tuple[ManagerGroup, ...]
    count: Figure
    balance: Figure
    principal: Figure
    interest: Figure
    figures: tuple[NamedFigure, ...]


def groups_of(view: View, span: Span, loans: Sequence[LoanState], whose: str) -> Groups:
    """Return the loans to be collected in the year, by manager, those past their day first.

    They are past their day when it begins, bad, falling due in it, or planned for.
    """
    plans: dict[int, Record] = {
        one.account_id: one
        for one in view.at(span.last).records("loan_plan")
        if one.account_id is not None and planned_in(one, span)
    }
    by_manager: dict[str, list[LoanState]] = defaultdict(list)
    for loan in sorted(loans, key=lambda one: _order(one, span)):
        due = loan.due_on is not None and loan.due_on <= span.last
        if due or loan.class_code in BAD or loan.account_id in plans:
            by_manager[loan.manager or ""].append(loan)
    figures: list[NamedFigure] = []
    groups = []
    for manager, own in sorted(by_manager.items()):
        lines = tuple(
            _line(n, loan, plans.get(loan.account_id), view, figures)
            for n, loan in enumerate(own, 1)
        )
        sums = _sums(f"{whose}, {manager}", own, lines, view.as_of)
        figures += [provenance.named(each, "zh", manager) for each in sums]
        groups.append(
            ManagerGroup(
                manager=manager or None,
                loans=lines,
                count=sums[0],
                balance=sums[1],
                principal=sums[2],
                interest=sums[3],
            )
        )
    lines = tuple(line for group in groups for line in group.loans)
    shown = [loan for _name, own in sorted(by_manager.items()) for loan in own]
    count, balance, principal, interest = _sums(f"plan, {whose}", shown, lines, view.as_of)
    figures += [provenance.named(each, "zh") for each in (count, balance, principal, interest)]
    return Groups(
        groups=tuple(groups),
        count=count,
        balance=balance,
        principal=principal,
        interest=interest,
        figures=tuple(figures),
    )


def _order(loan: LoanState, span: Span) -> tuple[bool, bool, date, str]:
    """Return where a loan stands: past its day, then bad ones, then by the day."""
    due_on = loan.due_on or date.max
    return due_on >= span.first, loan.class_code not in BAD, due_on, loan.number


def _line(
    place: int, loan: LoanState, plan: Record | None, view: View, figures: list[NamedFigure]
) -> PlanLine:
    balance = provenance.named(loan.figure("balance_fen"), "zh", loan.number)
    principal, interest = (
        amount("loan_plan", plan, field, "zh", loan.number, view.as_of)
        for field in ("principal_fen", "interest_fen")
    )
    figures += [balance, principal, interest]
    return PlanLine(
        place=place,
        number=loan.number,
        borrower=loan.borrower,
        balance=balance.figure,
        due_on=loan.due_on,
        planned_on=plan.day("due_on") if plan else None,
        principal=principal.figure,
        interest=interest.figure,
    )


def _sums(
    whose: str, loans: Sequence[LoanState], lines: Sequence[PlanLine], day: date
) -> tuple[Figure, Figure, Figure, Figure]:
    return (
        count_of(loans, whose, day),
        balance_of("debt_balance", whose, loans, day),
        _planned("planned_principal", whose, [line.principal for line in lines], day),
        _planned("planned_interest", whose, [line.interest for line in lines], day),
    )


def _planned(name: str, whose: str, parts: Sequence[Figure], day: date) -> Figure:
    """Return the sum of what was planned; no value where nothing was."""
    known = [part for part in parts if part.value is not None]
    return Figure(
        name=f"{name}({whose})",
        value=sum(int(part.value or 0) for part in known) if known else None,
        unit="fen",
        query=_("sum of the plans listed in this document"),
        as_of=day,
        rows=tuple(row for part in known for row in part.rows),
    )


def example(_language: str, rows: int) -> BusinessLetter:
    """Return an invented letter with two managers."""
    groups = tuple(
        _example_group(name, rows) for name in ("客户经理甲", "客户经理乙")[: max(rows, 1)]
    )
    return BusinessLetter(
        **example_base(rows),
        count=examples.figure("debt_count(城关信用社)", 2 * rows, "count"),
        balance=examples.figure("debt_balance(城关信用社)", 2 * rows * 8_550_000, "fen"),
        bad=examples.figure("bad_balance(城关信用社)", 0, "fen"),
        groups=groups if rows else (),
        planned_count=examples.figure("debt_count(plan)", 2 * rows, "count"),
        planned_balance=examples.figure("debt_balance(plan)", 2 * rows * 8_550_000, "fen"),
        planned_principal=examples.figure("planned_principal(plan)", 17_100_000, "fen"),
        planned_interest=examples.figure("planned_interest(plan)", None, "fen"),
    )


def _example_group(manager: str, rows: int) -> ManagerGroup:
    def fen(name: str, value: int | None) -> Figure:
        return examples.figure(f"{name}({manager})", value, "fen")

    return ManagerGroup(
        manager=manager,
        loans=tuple(
            PlanLine(
                place=place,
                number=f"JJ2025-{place:04d}",
                borrower="示例户",
                balance=fen(f"balance_fen_{place}", 8_550_000),
                due_on=date(2026, 1 + place % 12, 9),
                planned_on=date(2026, 1 + place % 12, 9) if place % 2 else None,
                principal=fen(f"principal_{place}", 8_550_000 if place % 2 else None),
                interest=fen(f"interest_{place}", None),
            )
            for place in range(1, rows + 1)
        ),
        count=examples.figure(f"debt_count({manager})", rows, "count"),
        balance=fen("debt_balance", rows * 8_550_000),
        principal=fen("planned_principal", 8_550_000),
        interest=fen("planned_interest", None),
    )
