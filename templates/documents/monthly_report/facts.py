"""What a month of post-loan work is told from: figures of the ledger, and the loans behind some."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from ledger import indicators
from ledger.ahead import Ahead
from ledger.book import View
from ledger.classes import CLASSES
from ledger.columns.loans import Loans, as_values
from ledger.columns.shape import Array
from ledger.columns.states import States
from ledger.deeds import Deeds
from ledger.figure import Figure
from ledger.indicator import named, total
from ledger.measures.change import due_extended, due_refinanced
from ledger.measures.collection import due_principal, due_recovered, due_recovery_rate
from ledger.measures.inspection import inspection_rate, inspections_done, inspections_due
from ledger.measures.recovery import downgraded_sum, upgraded_sum
from ledger.parts import Grouping, grouping, nothing, parts
from ledger.registers.inspection_register import chosen
from ledger.registers.migration import UNCLASSIFIED, moves
from ledger.rules.desk import Desk
from ledger.spans import Span, month_of
from ledger.states import LoanState
from ledger.warnings import Handled, handled
from templates.charts.chart import Chart
from templates.charts.of_ledger import balance_by_month, recovery_by_month

# How many loans or warnings a list names; the registers have them all.
LISTED = 15

# What is compared with the end of the month before.
COMPARED = (
    "outstanding_count", "outstanding_balance", "overdue_balance", "overdue_ratio",
    "arrears_interest", "npl_count", "npl_balance", "npl_ratio",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one officer or unit did and has; balances of a unit at the month's end."""

    name: str
    due: Figure
    done: Figure
    balance: Figure | None = None
    overdue: Figure | None = None
    bad: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What became of the loans of one class since the month began; NEW: of those granted in it."""

    code: str
    opening: Figure
    now: tuple[Figure, ...]
    repaid: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFacts:
    """All that the report says of a month.

    now, before   of COMPARED, at the month's end and the end of the month before
    late          loans whose inspection is late, the longest first; late_on: since when
    new_overdue   loans overdue at the end and not before, the largest first
    cured         loans overdue before and not any more
    """

    span: Span
    as_of: date
    now: dict[str, Figure]
    before: dict[str, Figure]
    due: Figure
    done: Figure
    rate: Figure
    officers: tuple[Part, ...]
    units: tuple[Part, ...]
    late_count: Figure
    late: tuple[tuple[LoanState, date], ...]
    new_overdue_count: Figure
    new_overdue_sum: Figure
    new_overdue: tuple[LoanState, ...]
    cured_count: Figure
    cured_sum: Figure
    moves: tuple[Moves, ...]
    downgraded: Figure
    upgraded: Figure
    raised: Figure
    released: Figure
    open_warnings: Figure
    warnings: tuple[tuple[Handled, str | None], ...]
    contacts: Figure
    notices_open: Figure
    notices_overdue: Figure
    maturing: Figure
    recovered: Figure
    recovery_rate: Figure
    extended: Figure
    refinanced: Figure
    next_span: Span
    next_due_count: Figure
    next_due_sum: Figure
    next_visits: Figure
    balances: Chart | None
    recoveries: Chart | None


def of_month(view: View, span: Span) -> MonthFacts:
    """Ask the ledger for a month; a view of a day within it gives the month to that day."""
    opening = span.first - timedelta(days=1)
    ahead = month_of(span.last + timedelta(days=1))
    deeds, coming = Deeds(view, span.first), Ahead(view, ahead)
    due, done = inspections_due(view, span), inspections_done(view, span)
    next_count, next_sum = coming.due_between(ahead)
    late = chosen(view, {"late": True})
    worst = late.part(slice(0, LISTED))
    now, then = _overdue(view), _overdue(view.at(opening))
    new = now.keep(~np.isin(now["account_id"], then["account_id"]))
    gone = then.keep(~np.isin(then["account_id"], now["account_id"]))
    largest = new.by(-new["balance_fen"], new.number_ranks)
    return MonthFacts(
        span=span,
        as_of=view.as_of,
        now=_compared(view, view.as_of),
        before=_compared(view, opening),
        due=due,
        done=done,
        rate=inspection_rate(view, span),
        officers=tuple(_parts(due, done, grouping(view, "manager"))),
        units=tuple(_units(view, due, done)),
        late_count=total(named("inspections_late", view.as_of), "count",
                         "open loans whose next inspection is late", view.as_of, late.behind()),
        late=tuple(zip(States(worst), as_values(worst.due_on, "day"), strict=True)),
        new_overdue_count=_counted("new_overdue_count", span, new, None),
        new_overdue_sum=_counted("new_overdue_sum", span, new, new["balance_fen"]),
        new_overdue=tuple(States(Loans(largest.day, largest.places[:LISTED]))),
        cured_count=_counted("cured_count", span, gone, None),
        cured_sum=_counted("cured_sum", span, gone, gone["balance_fen"]),
        moves=tuple(_moves(view, opening, span)),
        downgraded=downgraded_sum(view, span),
        upgraded=upgraded_sum(view, span),
        raised=deeds.warnings_raised,
        released=deeds.warnings_released,
        open_warnings=deeds.warnings_open,
        warnings=tuple(_warnings(view, deeds.warnings_open)),
        contacts=deeds.count("contact"),
        notices_open=deeds.rectifications_open,
        notices_overdue=deeds.rectifications_overdue,
        maturing=due_principal(view, span),
        recovered=due_recovered(view, span),
        recovery_rate=due_recovery_rate(view, span),
        extended=due_extended(view, span),
        refinanced=due_refinanced(view, span),
        next_span=ahead,
        next_due_count=next_count,
        next_due_sum=next_sum,
        next_visits=coming.visits_between(ahead),
        balances=balance_by_month(view, span.first.year, "zh"),
        recoveries=recovery_by_month(view, span.first.year, "zh"),
    )  # fmt: skip


def _compared(view: View, day: date) -> dict[str, Figure]:
    return {name: indicators.indicator_of(name)(view, day) for name in COMPARED}


def _overdue(view: View) -> Loans:
    loans = view.open
    return loans.keep(loans["days_overdue"] > 0)


def _counted(name: str, span: Span, loans: Loans, amounts: Array | None) -> Figure:
    unit = "count" if amounts is None else "fen"
    day = span.last
    return total(named(name, span.text), unit, f"{name}: {span.text}", day, loans.rows(amounts))


def _parts(due: Figure, done: Figure, groups: Grouping) -> list[Part]:
    """Every group of which an inspection was due, the one with most of them missed first."""
    made = parts(done, groups)
    found = [
        Part(name=name, due=figure, done=made.get(name) or nothing(done, groups, name))
        for name, figure in parts(due, groups).items()
    ]
    return sorted(found, key=lambda one: (_missed(one), one.name))


def _missed(one: Part) -> int:
    return int(one.done.value or 0) - int(one.due.value or 0)


def _units(view: View, due: Figure, done: Figure) -> list[Part]:
    groups = grouping(view, "unit")
    if len(groups.names) < 2:
        return []
    whole = {name: indicators.indicator_of(name)(view, view.as_of)
             for name in ("outstanding_balance", "overdue_balance", "npl_balance")}  # fmt: skip
    split = {name: parts(figure, groups) for name, figure in whole.items()}
    dues, dones = parts(due, groups), parts(done, groups)

    def of(name: str, unit: str) -> Figure:
        return split[name].get(unit) or nothing(whole[name], groups, unit)

    return [
        Part(
            name=unit,
            due=dues.get(unit) or nothing(due, groups, unit),
            done=dones.get(unit) or nothing(done, groups, unit),
            balance=of("outstanding_balance", unit),
            overdue=of("overdue_balance", unit),
            bad=of("npl_balance", unit),
        )
        for unit in groups.names
    ]


def _moves(view: View, since: date, span: Span) -> list[Moves]:
    found = []
    for move, loans in moves(view, since, view.granted):
        cells = []
        for grade, code in [*enumerate(CLASSES), (-1, UNCLASSIFIED)]:
            mask = loans["class_code"] == grade if grade >= 0 else loans["class_code"] < 0
            mine = loans.keep(mask & (loans["balance_fen"] > 0))
            name = named("class_moved", span.text, before=move.before, now=code)
            rows = mine.rows(mine["balance_fen"])
            cells.append(total(name, "fen", "balance at the end by class", view.as_of, rows))
        opened = named("class_opening", span.text, before=move.before)
        repaid = named("class_repaid", span.text, before=move.before)
        opening = move.opening_fen + move.granted_fen
        found.append(
            Moves(
                code=move.before,
                opening=_of_loans(opened, opening, loans, view.as_of),
                now=tuple(cells),
                repaid=_of_loans(repaid, move.repaid_fen, loans, view.as_of),
            )
        )
    return found


def _of_loans(name: str, value: int, loans: Loans, day: date) -> Figure:
    """A sum over the loans of a class: what each contributes stands in the register."""
    query = "register migration: opening balance, granted, repaid"
    return Figure(name=name, value=value, unit="fen", query=query, as_of=day, rows=loans.rows(None))


def _warnings(view: View, figure: Figure) -> list[tuple[Handled, str | None]]:
    """The open warnings that the figure counts, with the loan or household that each is about."""
    mine = {row.fact for row in figure.rows}
    found: list[tuple[Handled, str | None]] = []
    for one in handled(Desk(view)):
        if one.warning.fact in mine:
            account, household = one.warning.account_id, one.warning.household_id
            about = view.number_of(account) if account else f"户{household:06d}"
            found.append((one, about))
    return found[:LISTED]
