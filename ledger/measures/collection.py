"""What fell due and what of it came in: interest and principal."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from extractors.wording import N_
from ledger import facts
from ledger.book import View
from ledger.figure import Figure, FigureRow
from ledger.indicator import Ledger, indicator, named, on_day, ratio, said, total, within
from ledger.states import LoanState

DUE = N_("interest that fell due in periods ending in the year")


@indicator(unit="fen", formula=DUE, zh="应收利息", es="Intereses exigibles", en="Interest due")
def interest_due(ledger: Ledger, year: int) -> Figure:
    """Interest due in the year; None where the ledger holds none for it."""
    view, first, last = within(ledger, year)
    rows = [
        FigureRow(
            fact=f"interest_due:{row['id']}",
            label=view.number_of(row["account_id"]),
            amount=row["due_fen"],
            source=facts.source_of(row, "due_fen"),
        )
        for row in view.interest_rows(first, last)
    ]
    return _or_none(named("interest_due", year), said(DUE, year=year), last, rows)


RECEIVED = N_(
    "interest part of the repayments received in the year; for a loan without any, interest "
    "stated as received for periods ending in the year"
)


@indicator(
    unit="fen", formula=RECEIVED, zh="实收利息", es="Intereses cobrados", en="Interest received"
)
def interest_received(ledger: Ledger, year: int) -> Figure:
    """Interest received in the year; None where the ledger knows of none for the year."""
    view, first, last = within(ledger, year)
    paid = [received for received in view.repayments(first, last) if received.interest_fen]
    with_payments = {received.account_id for received in paid}
    rows = [
        FigureRow(
            fact=received.fact,
            label=view.number_of(received.account_id),
            amount=received.interest_fen,
            source=received.interest_source,
        )
        for received in paid
    ]
    rows += [
        FigureRow(
            fact=f"interest_due:{row['id']}",
            label=view.number_of(row["account_id"]),
            amount=row["received_fen"],
            source=facts.source_of(row, "received_fen"),
        )
        for row in view.interest_rows(first, last)
        if row["received_fen"] is not None and row["account_id"] not in with_payments
    ]
    return _or_none(named("interest_received", year), said(RECEIVED, year=year), last, rows)


INTEREST_RATE = N_("interest received in the year / interest due in the year")


@indicator(
    unit="percent",
    formula=INTEREST_RATE,
    zh="利息回收率",
    es="Cobro de intereses",
    en="Interest collection rate",
)
def interest_collection_rate(ledger: Ledger, year: int) -> Figure:
    """收息率: interest received ÷ interest due."""
    part, whole = interest_received(ledger, year), interest_due(ledger, year)
    name = named("interest_collection_rate", year)
    return ratio(name, said(INTEREST_RATE, year=year), part, whole)


MATURING = N_(
    "principal still owed when the year began (or granted in it) on loans that mature in the year"
)
MATURING_PAID = N_("principal received in the year on loans that mature in the year")


def _maturing(ledger: Ledger, year: int) -> tuple[View, date, date, list[LoanState]]:
    view, first, last = within(ledger, year)
    loans = [loan for loan in view.loans if loan.due_on and first <= loan.due_on <= last]
    return view, first, last, loans


@indicator(
    unit="fen",
    formula=MATURING,
    zh="到期贷款本金",
    es="Capital vencido en el año",
    en="Principal due",
)
def due_principal(ledger: Ledger, year: int) -> Figure:
    """Principal that matured in the year."""
    view, first, last, loans = _maturing(ledger, year)
    opening = view.at(first - timedelta(days=1))
    owed = {loan.account_id: loan.balance_fen for loan in opening.loans}
    rows = [
        loan.row(amount)
        for loan in loans
        if (amount := owed.get(loan.account_id, loan.amount_fen)) > 0
    ]
    return total(named("due_principal", year), "fen", said(MATURING, year=year), last, rows)


@indicator(
    unit="fen",
    formula=MATURING_PAID,
    zh="到期贷款收回",
    es="Capital vencido recuperado",
    en="Due principal recovered",
)
def due_recovered(ledger: Ledger, year: int) -> Figure:
    """Principal received on the loans that matured in the year, before or after the day."""
    view, first, last, loans = _maturing(ledger, year)
    maturing = {loan.account_id for loan in loans}
    rows = [
        FigureRow(
            fact=received.fact,
            label=view.number_of(received.account_id),
            amount=received.principal_fen,
            source=received.source,
        )
        for received in view.repayments(first, last)
        if received.account_id in maturing and received.principal_fen
    ]
    query = said(MATURING_PAID, year=year)
    return total(named("due_recovered", year), "fen", query, last, rows)


DUE_RATE = N_("due principal recovered / principal due in the year")


@indicator(
    unit="percent",
    formula=DUE_RATE,
    zh="到期贷款收回率",
    es="Recuperación de vencimientos",
    en="Due principal recovery rate",
)
def due_recovery_rate(ledger: Ledger, year: int) -> Figure:
    """到期收回率: due principal recovered ÷ due principal."""
    part, whole = due_recovered(ledger, year), due_principal(ledger, year)
    return ratio(named("due_recovery_rate", year), said(DUE_RATE, year=year), part, whole)


ARREARS = N_(
    "interest in arrears in and off the balance sheet as the office last stated it; for a loan "
    "without a statement, interest due less interest received by the day"
)


@indicator(
    unit="fen", formula=ARREARS, zh="欠息", es="Intereses atrasados", en="Interest in arrears"
)
def arrears_interest(ledger: Ledger, as_of: date) -> Figure:
    """Interest in arrears; None where nothing in the ledger can tell."""
    view = on_day(ledger, as_of)
    owed: dict[int, list[FigureRow]] = {}
    for row in view.interest_rows(date.min, as_of):
        if row["received_fen"] is not None:
            owed.setdefault(row["account_id"], []).append(
                FigureRow(
                    fact=f"interest_due:{row['id']}",
                    label=view.number_of(row["account_id"]),
                    amount=row["due_fen"] - row["received_fen"],
                    source=facts.source_of(row, "due_fen"),
                )
            )
    rows = []
    for loan in view.loans:
        if loan.arrears_fen is not None and loan.statement_fact:
            rows.append(
                FigureRow(
                    fact=loan.statement_fact,
                    label=loan.number,
                    amount=loan.arrears_fen,
                    source=loan.sources["statement"],
                )
            )
        else:
            rows += owed.get(loan.account_id, [])
    return _or_none(named("arrears_interest", as_of), said(ARREARS, day=as_of), as_of, rows)


MONTH_DUE = N_("loans outstanding that mature in the month, balance as at the day")


def maturing_by_month(
    ledger: Ledger, year: int, as_of: date | None = None
) -> tuple[tuple[Figure, Figure], ...]:
    """Return for each month of `year` the number and the balance of the loans that mature in it.

    as_of  the day for which balances count: the view's own day, or for a book the day before the
           year begins; loans paid off by then do not mature
    """
    if as_of is None:
        as_of = ledger.as_of if isinstance(ledger, View) else date(year - 1, 12, 31)
    loans = [loan for loan in on_day(ledger, as_of).open_loans if loan.due_on]
    months = []
    for month in range(1, 13):
        last = date(year, month, monthrange(year, month)[1])
        due = [loan for loan in loans if loan.due_on and last.replace(day=1) <= loan.due_on <= last]
        asked = f"{year}-{month:02d}"
        query = said(MONTH_DUE, month=asked, day=as_of)
        count = total(
            named("maturing_count", asked), "count", query, as_of, [loan.row(None) for loan in due]
        )
        balance = total(
            named("maturing_sum", asked),
            "fen",
            query,
            as_of,
            [loan.row(loan.balance_fen) for loan in due],
        )
        months.append((count, balance))
    return tuple(months)


def _or_none(name: str, query: str, as_of: date, rows: list[FigureRow]) -> Figure:
    """Return the sum of the rows; None without any: not known is not nought."""
    figure = total(name, "fen", query, as_of, rows)
    if rows:
        return figure
    return Figure(name=name, value=None, unit="fen", query=query, as_of=as_of)
