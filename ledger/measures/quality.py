"""How good the loans are: classes, bad loans, overdue loans."""

from __future__ import annotations

from datetime import date, timedelta

from extractors.wording import N_
from ledger.book import View
from ledger.classes import BAD
from ledger.classes import class_code as code_of
from ledger.figure import Figure, FigureRow
from ledger.indicator import Ledger, indicator, named, on_day, ratio, said, total, within
from ledger.measures.lending import outstanding_balance
from ledger.states import LoanState

NPL = N_("loans outstanding whose class in force is substandard, doubtful or loss")


def _bad(ledger: Ledger, as_of: date) -> list[LoanState]:
    return [loan for loan in on_day(ledger, as_of).open_loans if loan.class_code in BAD]


def _class_row(view: View, loan: LoanState, amount: int | None) -> FigureRow:
    """A row for a loan that counts for its class: the fact behind it is the classification."""
    return FigureRow(
        fact=loan.class_fact or loan.fact,
        label=loan.number,
        amount=amount,
        source=view.class_source(loan.account_id) or loan.sources["amount_fen"],
    )


@indicator(unit="count", formula=NPL, zh="不良贷款笔数", es="Créditos morosos", en="Bad loans")
def npl_count(ledger: Ledger, as_of: date) -> Figure:
    """Number of bad loans outstanding."""
    view = on_day(ledger, as_of)
    rows = [_class_row(view, loan, None) for loan in _bad(ledger, as_of)]
    return total(named("npl_count", as_of), "count", said(NPL, day=as_of), as_of, rows)


@indicator(
    unit="fen", formula=NPL, zh="不良贷款余额", es="Saldo de cartera morosa", en="Bad loan balance"
)
def npl_balance(ledger: Ledger, as_of: date) -> Figure:
    """Balance of bad loans."""
    view = on_day(ledger, as_of)
    rows = [_class_row(view, loan, loan.balance_fen) for loan in _bad(ledger, as_of)]
    return total(named("npl_balance", as_of), "fen", said(NPL, day=as_of), as_of, rows)


RATIO = N_("balance of bad loans / balance of all loans")


@indicator(
    unit="percent", formula=RATIO, zh="不良率", es="Índice de morosidad", en="Bad loan ratio"
)
def npl_ratio(ledger: Ledger, as_of: date) -> Figure:
    """Bad balance ÷ balance."""
    part, whole = npl_balance(ledger, as_of), outstanding_balance(ledger, as_of)
    return ratio(named("npl_ratio", as_of), said(RATIO, day=as_of), part, whole)


NEW = N_(
    "loans not classed bad when the year began that were classed substandard or worse in it; "
    "balance on the day of the first bad class"
)


def _new_bad(ledger: Ledger, year: int) -> tuple[date, list[FigureRow]]:
    view, first, last = within(ledger, year)
    rows = []
    for loan in view.loans:
        history = view.classes_of(loan.account_id)
        before = [code for on, code, _fact in history if on < first]
        if before and before[-1] in BAD:
            continue
        bad = next(
            (entry for entry in history if first <= entry[0] <= last and entry[1] in BAD), None
        )
        if bad:
            on, _code, fact = bad
            row = FigureRow(
                fact=fact,
                label=loan.number,
                amount=view.balance_on(loan.account_id, on),
                source=view.class_source(loan.account_id, on) or loan.sources["amount_fen"],
            )
            rows.append(row)
    return last, rows


@indicator(unit="count", formula=NEW, zh="新增不良笔数", es="Nuevos morosos", en="New bad loans")
def new_npl_count(ledger: Ledger, year: int) -> Figure:
    """Number of loans that turned bad in the year."""
    last, rows = _new_bad(ledger, year)
    return total(named("new_npl_count", year), "count", said(NEW, year=year), last, rows)


@indicator(
    unit="fen",
    formula=NEW,
    zh="新增不良金额",
    es="Nuevo saldo moroso",
    en="Balance newly turned bad",
)
def new_npl_sum(ledger: Ledger, year: int) -> Figure:
    """Balance of loans that turned bad in the year, on the day they did."""
    last, rows = _new_bad(ledger, year)
    return total(named("new_npl_sum", year), "fen", said(NEW, year=year), last, rows)


NPL_RECOVERED = N_(
    "principal received in the year on loans that were classed bad when the year began or on the "
    "day before it was received"
)


@indicator(
    unit="fen",
    formula=NPL_RECOVERED,
    zh="清收不良本金",
    es="Capital moroso recuperado",
    en="Bad principal recovered",
)
def npl_recovered_sum(ledger: Ledger, year: int) -> Figure:
    """Principal received on bad loans."""
    view, first, last = within(ledger, year)
    loans = {loan.account_id: loan for loan in view.loans}
    rows = [
        FigureRow(
            fact=received.fact,
            label=loans[received.account_id].number,
            amount=received.principal_fen,
            source=received.source,
        )
        for received in view.repayments(first, last)
        if received.principal_fen
        and received.account_id in loans
        and _was_bad(view, received.account_id, (first, received.on))
    ]
    query = said(NPL_RECOVERED, year=year)
    return total(named("npl_recovered_sum", year), "fen", query, last, rows)


def _was_bad(view: View, account_id: int, before: tuple[date, ...]) -> bool:
    history = view.classes_of(account_id)
    for day in before:
        in_force = [code for on, code, _fact in history if on <= day - timedelta(days=1)]
        if in_force and in_force[-1] in BAD:
            return True
    return False


OVERDUE = N_("balance of loans past their maturity, or with days overdue last stated by the office")


@indicator(unit="fen", formula=OVERDUE, zh="逾期贷款余额", es="Saldo vencido", en="Overdue balance")
def overdue_balance(ledger: Ledger, as_of: date) -> Figure:
    """Balance of overdue loans."""
    loans = [loan for loan in on_day(ledger, as_of).open_loans if loan.days_overdue > 0]
    rows = [loan.row(loan.balance_fen) for loan in loans]
    return total(named("overdue_balance", as_of), "fen", said(OVERDUE, day=as_of), as_of, rows)


OVERDUE_RATIO = N_("balance of overdue loans / balance of all loans")


@indicator(
    unit="percent",
    formula=OVERDUE_RATIO,
    zh="逾期率",
    es="Índice de vencimiento",
    en="Overdue ratio",
)
def overdue_ratio(ledger: Ledger, as_of: date) -> Figure:
    """Overdue balance ÷ balance."""
    part, whole = overdue_balance(ledger, as_of), outstanding_balance(ledger, as_of)
    return ratio(named("overdue_ratio", as_of), said(OVERDUE_RATIO, day=as_of), part, whole)


BY_CLASS = N_("loans outstanding whose class in force is this one")


@indicator(
    unit="fen", formula=BY_CLASS, zh="按分类的余额", es="Saldo por categoría", en="Balance by class"
)
def class_balance(ledger: Ledger, as_of: date, class_code: str) -> Figure:
    """Balance of one class: a code of ledger.classes, or its name (次级)."""
    return _by_class("class_balance", "fen", ledger, as_of, class_code)


@indicator(
    unit="count",
    formula=BY_CLASS,
    zh="按分类的笔数",
    es="Créditos por categoría",
    en="Loans by class",
)
def class_count(ledger: Ledger, as_of: date, class_code: str) -> Figure:
    """Number of loans of one class."""
    return _by_class("class_count", "count", ledger, as_of, class_code)


def _by_class(name: str, unit: str, ledger: Ledger, as_of: date, class_code: str) -> Figure:
    code = code_of(class_code)
    view = on_day(ledger, as_of)
    loans = [loan for loan in view.open_loans if loan.class_code == code]
    rows = [_class_row(view, loan, loan.balance_fen if unit == "fen" else None) for loan in loans]
    full = named(name, as_of, class_code=code)
    return total(full, unit, said(BY_CLASS, class_code=code, day=as_of), as_of, rows)
