"""What is owed, as letters and forms list it: one line a loan, a figure for each amount."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ledger.book import View
from ledger.columns.loans import Loans
from ledger.figure import Figure, FigureRow
from ledger.registers.loan_columns import rate_text
from ledger.states import LoanState
from templates import provenance
from templates.provenance import NamedFigure


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
class Debts:
    """Some loans of one debtor, their totals, and all figures of both."""

    lines: tuple[DebtLine, ...]
    count: Figure
    balance: Figure
    arrears: Figure
    figures: tuple[NamedFigure, ...]


def debts_of(loans: Sequence[LoanState], language: str, whose: str, as_of: date) -> Debts:
    """Return the lines of `loans` in their order.

    whose  what the totals are called by: "000012", "2026-01, 000012"
    """
    lines = tuple(_line(place, loan) for place, loan in enumerate(loans, 1))
    count = Figure(
        name=f"debt_count({whose})",
        value=len(loans),
        unit="count",
        query="loans listed here",
        as_of=as_of,
        rows=tuple(loan.row(None) for loan in loans),
    )
    balance = total("debt_balance", whose, [one.balance for one in lines], loans, as_of)
    arrears = total("debt_arrears", whose, [one.arrears for one in lines], loans, as_of)
    figures = [
        provenance.named(figure, language, line.number)
        for line in lines
        for figure in (line.amount, line.balance, line.arrears)
    ]
    figures += [provenance.named(figure, language) for figure in (count, balance, arrears)]
    return Debts(lines=lines, count=count, balance=balance, arrears=arrears, figures=tuple(figures))


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
        query="sum over the loans listed here",
        as_of=as_of,
        rows=tuple(_row(part, loan) for part, loan in known),
    )


def _row(part: Figure, loan: LoanState) -> FigureRow:
    """Return one loan's part of a total: its terms, or the statement that said so."""
    if part.name.startswith("balance_fen"):
        return loan.row(loan.balance_fen)
    return part.rows[0] if part.rows else loan.row(int(part.value or 0))


def _line(place: int, loan: LoanState) -> DebtLine:
    return DebtLine(
        place=place,
        number=loan.number,
        contract_no=loan.contract_no,
        product=loan.product,
        rate=rate_text(loan),
        granted_on=loan.granted_on,
        due_on=loan.due_on,
        amount=loan.figure("amount_fen"),
        balance=loan.figure("balance_fen"),
        arrears=loan.figure("arrears_fen"),
    )


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


def guarantors_by_loan(view: View) -> Mapping[int, tuple[str, ...]]:
    """Return who stands surety for each loan by the ledger, each name once: read once a view."""

    def read() -> Mapping[int, tuple[str, ...]]:
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for record in view.records("guarantee"):
            name = record.text("guarantor")
            if name and record.account_id is not None:
                found[record.account_id][name] = None
        return {account: tuple(names) for account, names in found.items()}

    return view.remembered("guarantors_by_loan", read)


def guarantors_of(loans: Iterable[LoanState], known: Mapping[int, tuple[str, ...]]) -> str | None:
    """Return the names of all who stand surety for `loans`, each once; None where none is known."""
    names = dict.fromkeys(name for loan in loans for name in known.get(loan.account_id, ()))
    return "、".join(names) or None
