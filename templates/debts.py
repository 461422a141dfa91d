"""What is owed, as letters and forms list it: one line a loan, a figure for each amount."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Generic, TypeVar

from extractors.wording import _
from ledger.book import View
from ledger.columns.loans import Loans
from ledger.columns.shape import NO_DAY
from ledger.columns.states import States
from ledger.figure import Figure, FigureRow
from ledger.records import Record
from ledger.registers.loan_columns import rate_text
from ledger.states import LoanState
from templates import provenance
from templates.provenance import NamedFigure
from templates.trade_names import trade_name


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtLine:
    """One loan. place: its number in the list, from 1; arrears: interest, as last stated."""

    place: int
    number: str
    contract_no: str | None
    product: str | None
    rate: str | None
    granted_on: date
    due_on: date | None
    amount: Figure
    balance: Figure
    arrears: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueLine(DebtLine):
    """One loan that is overdue. stated_on: the day for which its arrears were stated."""

    days_overdue: Figure
    stated_on: date | None


Line = TypeVar("Line", bound=DebtLine)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debts(Generic[Line]):
    """Some loans of one debtor, their totals, and all figures of both."""

    lines: tuple[Line, ...]
    count: Figure
    balance: Figure
    arrears: Figure
    figures: tuple[NamedFigure, ...]


def debts_of(loans: Sequence[LoanState], language: str, whose: str, as_of: date) -> Debts[DebtLine]:
    """Return the lines of `loans` in their order.

    whose  what the totals are called by: "000012", "2026-01, 000012"
    """
    lines = tuple(DebtLine(**line_of(place, loan, language)) for place, loan in enumerate(loans, 1))
    return totalled(lines, loans, language, whose, as_of)


def overdue_of(
    loans: Sequence[LoanState], language: str, whose: str, as_of: date
) -> Debts[OverdueLine]:
    """Return the lines of loans that are overdue, as `debts_of`."""
    lines = tuple(
        OverdueLine(
            **line_of(place, loan, language),
            days_overdue=loan.figure("days_overdue"),
            stated_on=loan.stated_on if loan.arrears_fen is not None else None,
        )
        for place, loan in enumerate(loans, 1)
    )
    debts = totalled(lines, loans, language, whose, as_of)
    days = tuple(provenance.named(line.days_overdue, language, line.number) for line in lines)
    return replace(debts, figures=debts.figures + days)


def totalled(
    lines: tuple[Line, ...],
    loans: Sequence[LoanState],
    language: str,
    whose: str,
    as_of: date,
) -> Debts[Line]:
    """Return lines, one for each of `loans`, with their totals and figures."""
    count = count_of(loans, whose, as_of)
    balance = total("debt_balance", whose, [one.balance for one in lines], loans, as_of)
    arrears = total("debt_arrears", whose, [one.arrears for one in lines], loans, as_of)
    figures = [
        provenance.named(figure, language, line.number)
        for line in lines
        for figure in (line.amount, line.balance, line.arrears)
    ]
    figures += [provenance.named(figure, language) for figure in (count, balance, arrears)]
    return Debts(lines=lines, count=count, balance=balance, arrears=arrears, figures=tuple(figures))


def count_of(loans: Sequence[LoanState], whose: str, as_of: date) -> Figure:
    """Return how many loans are listed."""
    return Figure(
        name=f"debt_count({whose})",
        value=len(loans),
        unit="count",
        query=_("loans listed in this document"),
        as_of=as_of,
        rows=tuple(loan.row(None) for loan in loans),
    )


def total(
    name: str, whose: str, parts: Sequence[Figure], loans: Sequence[LoanState], as_of: date
) -> Figure:
    """Return the sum of what is known of `parts`, one for each of `loans`; None if nothing is."""
    known = [
        (part, loan) for part, loan in zip(parts, loans, strict=True) if part.value is not None
    ]
    return Figure(
        name=f"{name}({whose})",
        value=sum(int(part.value or 0) for part, _loan in known) if known or not loans else None,
        unit="fen",
        query=_("sum over the loans listed in this document"),
        as_of=as_of,
        rows=tuple(_row(part, loan) for part, loan in known),
    )


def _row(part: Figure, loan: LoanState) -> FigureRow:
    """Return one loan's part of a total: its terms, or the statement that said so."""
    if part.name.startswith("balance_fen"):
        return loan.row(loan.balance_fen)
    return part.rows[0] if part.rows else loan.row(int(part.value or 0))


def line_of(place: int, loan: LoanState, language: str = "zh") -> dict[str, Any]:
    """Return the fields of `DebtLine` for one loan; products by their names in `language`."""
    return {
        "place": place,
        "number": loan.number,
        "contract_no": loan.contract_no,
        "product": trade_name(loan.product, language) if loan.product else None,
        "rate": rate_text(loan),
        "granted_on": loan.granted_on,
        "due_on": loan.due_on,
        "amount": loan.figure("amount_fen"),
        "balance": loan.figure("balance_fen"),
        "arrears": loan.figure("arrears_fen"),
    }


def due_between(view: View, first: date, last: date) -> Loans:
    """Return the open loans that fall due then, by household, day and number."""
    found = view.open
    due_on = found["due_on"]
    found = found.keep((due_on >= first.toordinal()) & (due_on <= last.toordinal()))
    return found.by(found["household_id"], found["due_on"], found.number_ranks)


def by_household(loans: Iterable[LoanState]) -> Iterator[tuple[int, list[LoanState]]]:
    """Yield each household with its loans; `loans` come in the order of households."""
    for number, some in groupby(loans, key=lambda loan: loan.household_id):
        yield number, list(some)


def has_matured(loan: LoanState) -> bool:
    """Whether principal is owed whose day has passed: all of it may be called in.

    A loan whose interest alone is late counts days overdue too, but its principal is not due.
    """
    return loan.is_open and loan.due_on is not None and loan.due_on < loan.as_of


def matured(view: View) -> Sequence[LoanState]:
    """Return the loans that `has_matured` holds of, by household, due day and number."""
    found = view.open
    due_on = found["due_on"]
    found = found.keep((due_on != NO_DAY) & (due_on < view.as_of.toordinal()))
    return States(found.by(found["household_id"], found["due_on"], found.number_ranks))


def guarantees_by_loan(view: View) -> Mapping[int, tuple[Record, ...]]:
    """Return who stands surety for each loan by the ledger: read once for a view's day."""

    def read() -> Mapping[int, tuple[Record, ...]]:
        found: dict[int, list[Record]] = defaultdict(list)
        for record in view.records("guarantee"):
            if record.text("guarantor") and record.account_id is not None:
                found[record.account_id].append(record)
        return {account: tuple(some) for account, some in found.items()}

    return view.remembered("guarantees_by_loan", read)


def guarantors_by_loan(view: View) -> Mapping[int, tuple[str, ...]]:
    """Return their names, each once."""

    def names(some: Sequence[Record]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(record.text("guarantor") or "" for record in some))

    return view.remembered(
        "guarantors_by_loan",
        lambda: {account: names(some) for account, some in guarantees_by_loan(view).items()},
    )


def guarantors_of(loans: Iterable[LoanState], known: Mapping[int, tuple[str, ...]]) -> str | None:
    """Return the names of all who stand surety for `loans`, each once; None where none is known."""
    names = dict.fromkeys(name for loan in loans for name in known.get(loan.account_id, ()))
    return "、".join(names) or None
