"""贷后管理十大方法落实情况: for each open loan, how each method stands and how much is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.book import View
from ledger.kinds.shared import titles
from ledger.methods.checklist import METHODS, Checklist, checklist
from ledger.methods.declaration import STATES, Method
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Register
from ledger.registers.loan_columns import of_loan
from ledger.rules.desk import Desk
from ledger.states import LoanState


@dataclass(frozen=True, slots=True)
class Followed:
    """A loan with its checklist."""

    loan: LoanState
    list: Checklist


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Followed]]:
    """Open loans, the least done first; `below` a percentage: only those with less."""
    desk = Desk(view)
    wanted = {loan.account_id: loan for loan in loans.chosen(view.open_loans, filters)}
    found = [
        Followed(wanted[loan.account_id], checklist(desk, loan))
        for loan in desk.loans
        if loan.account_id in wanted
    ]
    below = filters.get("below")
    found.sort(key=lambda one: (one.list.percent, one.loan.unit or "", one.loan.number))
    for one in found:
        if below is None or one.list.percent < int(below):
            yield Entry(one, one.loan.fact, one.loan.sources["amount_fen"])


# What the columns are headed by: narrower than the methods' own titles.
_HEADS: Mapping[str, tuple[str, str, str]] = {
    "funds_flow": ("资金流向", "Fondos", "Funds"),
    "invoices": ("发票", "Facturas", "Invoices"),
    "other_debt": ("他行负债", "Otras deudas", "Debt elsewhere"),
    "rating": ("评级", "Calificación", "Rating"),
    "classification": ("分类", "Categoría", "Class"),
    "reconciliation": ("债权核对", "Conciliación", "Reconciled"),
    "registered_data": ("公示信息", "Registro", "Registered data"),
    "settlement": ("结算", "Operaciones", "Settlement"),
    "first_inspection": ("首次检查", "Primera visita", "First visit"),
    "regular_inspection": ("定期检查", "Visitas", "Visits"),
}


def _of_method(place: int, method: Method) -> Column[Followed]:
    state: Callable[[Followed], str] = lambda one: one.list.lines[place][1].state  # noqa: E731
    heads = titles(*_HEADS[method.name])
    return Column[Followed](
        key=method.name,
        titles={language: f"{method.number} {head}" for language, head in heads.items()},
        value=state,
        kind="choice",
        words=STATES,
        width=9,
    )


TEN_METHODS = Register(
    name="ten-methods",
    titles=titles("贷后管理十大方法落实情况表", "Los diez métodos", "The ten methods"),
    columns=(
        *(
            of_loan(column, lambda one: one.loan)
            for column in (loans.UNIT, loans.BORROWER, loans.IOU_NO, loans.BALANCE, loans.CLASS)
        ),
        *(_of_method(place, method) for place, method in enumerate(METHODS)),
        Column[Followed](
            key="done",
            titles=titles("已落实", "Hechos", "Done"),
            value=lambda one: f"{one.list.done}/{one.list.applicable}",
            width=7,
        ),
        Column[Followed](
            key="percent",
            titles=titles("落实率(%)", "Cumplimiento (%)", "Done (%)"),
            value=lambda one: one.list.percent,
            kind="percent",
            width=8,
        ),
        of_loan(loans.MANAGER, lambda one: one.loan),
    ),
    rows=rows,
    filters=loans.FILTERS | {"below"},
)
