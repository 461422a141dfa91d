"""What was lent, what is outstanding, what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from sqlalchemy import RowMapping

from extractors.wording import N_
from ledger.book import View
from ledger.columns.facts_behind import money
from ledger.columns.figure_rows import Behind, by_file
from ledger.columns.loans import Loans
from ledger.columns.shape import Array
from ledger.figure import Figure, FigureRow
from ledger.guarantees import guarantee_code
from ledger.indicator import Ledger, Period, indicator, named, on_day, ratio, said, total, within

GRANTED = N_("drawdowns paid out in the year")
OUTSTANDING = N_("loans with principal owed at the end of the day, balance = granted - repaid")
RECOVERED = N_("principal received in the year, reversals deducted")


def _granted(ledger: Ledger, year: Period, product: str | None) -> tuple[date, Loans]:
    view, first, last = within(ledger, year)
    loans = view.where(product=product).granted
    return last, loans.keep(loans["granted_on"] >= first.toordinal())


@indicator(
    unit="count", formula=GRANTED, zh="发放笔数", es="Créditos otorgados", en="Loans granted"
)
def granted_count(ledger: Ledger, year: Period, product: str | None = None) -> Figure:
    """Number of drawdowns in the year."""
    last, loans = _granted(ledger, year, product)
    name = named("granted_count", year, product=product)
    query = said(GRANTED, year=year, product=product)
    return total(name, "count", query, last, loans.rows(None))


@indicator(unit="fen", formula=GRANTED, zh="发放金额", es="Monto otorgado", en="Amount granted")
def granted_sum(ledger: Ledger, year: Period, product: str | None = None) -> Figure:
    """Sum of drawdowns in the year."""
    last, loans = _granted(ledger, year, product)
    name = named("granted_sum", year, product=product)
    query = said(GRANTED, year=year, product=product)
    return total(name, "fen", query, last, loans.rows(loans["amount_fen"]))


def _outstanding(ledger: Ledger, as_of: date, product: str | None) -> Loans:
    return on_day(ledger, as_of).where(product=product).open


@indicator(
    unit="count", formula=OUTSTANDING, zh="结余笔数", es="Créditos vigentes", en="Loans outstanding"
)
def outstanding_count(ledger: Ledger, as_of: date, product: str | None = None) -> Figure:
    """Number of loans with principal owed."""
    name = named("outstanding_count", as_of, product=product)
    rows = _outstanding(ledger, as_of, product).rows(None)
    return total(name, "count", said(OUTSTANDING, product=product, day=as_of), as_of, rows)


@indicator(
    unit="fen", formula=OUTSTANDING, zh="贷款余额", es="Saldo de cartera", en="Outstanding balance"
)
def outstanding_balance(ledger: Ledger, as_of: date, product: str | None = None) -> Figure:
    """Sum of principal owed."""
    name = named("outstanding_balance", as_of, product=product)
    loans = _outstanding(ledger, as_of, product)
    rows = loans.rows(loans["balance_fen"])
    return total(name, "fen", said(OUTSTANDING, product=product, day=as_of), as_of, rows)


PLAN = N_("amount granted in the year / amount planned for the year")


@indicator(
    unit="percent", formula=PLAN, zh="完成计划", es="Cumplimiento del plan", en="Plan fulfilled"
)
def plan_percent(ledger: Ledger, year: Period, product: str | None = None) -> Figure:
    """Granted ÷ planned; None where the ledger holds no plan."""
    name = named("plan_percent", year, product=product)
    granted = granted_sum(ledger, year, product)
    planned = planned_sum(ledger, year, product)
    return ratio(name, said(PLAN, year=year, product=product), granted, planned)


PLANNED = N_("amount planned to be granted in the year")


@indicator(unit="fen", formula=PLANNED, zh="计划发放", es="Monto planificado", en="Amount planned")
def planned_sum(ledger: Ledger, year: Period, product: str | None = None) -> Figure:
    """The year's plan; None where there is none.

    A plan for all units (or all products) together counts as such; only where there is none are
    the plans of the single units (products) added up. Nothing else is planned for: a view of some
    loan officer's loans has no plan, and neither has a part of a year.
    """
    view, _first, last = within(ledger, year)
    plans = _plans(view, year, "granted_sum", product)
    return Figure(
        name=named("planned_sum", year, product=product),
        value=sum(row["value"] for row in plans) if plans else None,
        unit="fen",
        query=said(PLANNED, year=year, product=product),
        as_of=last,
        rows=_plan_rows(view, plans, year),
    )


SET = N_("what the plan of the year sets for this indicator")


def planned(ledger: Ledger, year: Period, what: str) -> Figure:
    """Return what the year's plan sets for an indicator in fen (granted_sum,
    outstanding_balance, recovered_sum); None where there is no plan, as for `planned_sum`."""
    view, _first, last = within(ledger, year)
    plans = _plans(view, year, what, None)
    return Figure(
        name=named("planned", year, what=what, **dict(view.scope)),
        value=sum(row["value"] for row in plans) if plans else None,
        unit="fen",
        query=said(SET, indicator=what, year=year),
        as_of=last,
        rows=_plan_rows(view, plans, year),
    )


def _plans(view: View, year: Period, what: str, product: str | None) -> list[RowMapping]:
    """The facts of a year's plan that count: see `planned_sum`."""
    is_year = isinstance(year, int) or year.kind == "year"
    of_year = year if isinstance(year, int) else year.first.year
    targets = view.targets(of_year, what) if is_year else ()
    plans = [row for row in targets if product in (None, row["product"])]
    for key, wanted in view.scope:
        plans = [row for row in plans if key in ("unit", "product") and row[key] == wanted]
    if product is None and any(row["product"] is None for row in plans):
        plans = [row for row in plans if row["product"] is None]
    if any(row["unit"] is None for row in plans):
        plans = [row for row in plans if row["unit"] is None]
    return plans


def _plan_rows(view: View, plans: Sequence[RowMapping], year: Period) -> tuple[FigureRow, ...]:
    return tuple(
        FigureRow(
            fact=f"target:{row['id']}",
            label=row["product"] or row["unit"] or str(year),
            amount=row["value"],
            source=view.target_source(row),
        )
        for row in plans
    )


def _recovered(ledger: Ledger, year: Period) -> tuple[date, Behind]:
    view, first, last = within(ledger, year)

    def made() -> Behind:
        found = principal_received(view, first, last)
        return money(view.snapshot, "repayment", "principal_fen", found)

    return last, view.remembered(f"recovered since {first}", made)


def principal_received(view: View, first: date, last: date) -> Array:
    """Return positions of the receipts of principal on loans granted by the view's day."""
    table = view.snapshot.known("repayment")
    found = view.received(first, last)
    granted = view.day.by_account[table["account_id"][found]] >= 0
    received: Array = found[granted & (table["principal_fen"][found] != 0)]
    return received


@indicator(
    unit="count",
    formula=RECOVERED,
    zh="累计收回笔数",
    es="Recuperaciones (número)",
    en="Principal receipts",
)
def recovered_count(ledger: Ledger, year: Period) -> Figure:
    """Number of receipts of principal in the year."""
    last, rows = _recovered(ledger, year)
    query = said(RECOVERED, year=year)
    return total(named("recovered_count", year), "count", query, last, rows)


@indicator(
    unit="fen",
    formula=RECOVERED,
    zh="累计收回金额",
    es="Capital recuperado",
    en="Principal recovered",
)
def recovered_sum(ledger: Ledger, year: Period) -> Figure:
    """Sum of principal received in the year."""
    last, rows = _recovered(ledger, year)
    return total(named("recovered_sum", year), "fen", said(RECOVERED, year=year), last, rows)


BY_GUARANTEE = N_("balance of the loans whose main security is of this kind")


@indicator(
    unit="fen",
    formula=BY_GUARANTEE,
    zh="按担保方式的余额",
    es="Saldo por garantía",
    en="Balance by security",
)
def guarantee_balance(ledger: Ledger, as_of: date, method: str) -> Figure:
    """Balance of loans secured this way: a code of ledger.guarantees, or its name (抵押)."""
    code = guarantee_code(method)
    loans = on_day(ledger, as_of).where(guarantee=code).open
    name = named("guarantee_balance", as_of, method=code)
    rows = loans.rows(loans["balance_fen"])
    return total(name, "fen", said(BY_GUARANTEE, method=code, day=as_of), as_of, rows)


HOUSEHOLDS = N_("households with at least one loan outstanding")


@indicator(
    unit="count",
    formula=HOUSEHOLDS,
    zh="贷款户数",
    es="Hogares con crédito",
    en="Borrowing households",
)
def household_count(ledger: Ledger, as_of: date) -> Figure:
    """Number of households that owe principal; one row a household: its first open loan."""
    view = on_day(ledger, as_of)
    _households, first = np.unique(view.open["household_id"], return_index=True)
    firsts = Loans(view.day, view.open.places[np.sort(first)])
    rows = Behind.of(
        view.snapshot, "loan", "amount_fen", firsts["id"], firsts["household_id"], None, by_file
    )
    query = said(HOUSEHOLDS, day=as_of)
    return total(named("household_count", as_of), "count", query, as_of, rows)


def products(ledger: Ledger, as_of: date) -> list[str]:
    """Return the products of all loans granted by the day, most lent first, then by name."""
    loans = on_day(ledger, as_of).granted
    lent: dict[str, int] = {}
    for number in np.unique(loans["product"]).tolist():
        some = loans.keep(loans["product"] == number)
        name = some.values("product")[0]
        if name:
            lent[name] = some.total("amount_fen")
    return sorted(lent, key=lambda product: (-lent[product], product))
