"""分类初分表: the class of each open loan beside the one that the rules suggest, with reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ledger.book import View
from ledger.classes import class_code
from ledger.classing.declaration import rank
from ledger.classing.suggestion import Suggestion, suggestions
from ledger.classing.tables import TABLES
from ledger.kinds.shared import titles
from ledger.registers import loan_columns as loans
from ledger.registers.declaration import Column, Entry, Register
from ledger.registers.loan_columns import of_loan
from ledger.rules.desk import Desk
from ledger.states import LoanState


@dataclass(frozen=True, slots=True)
class Suggested:
    """A loan with what the rules say of it."""

    loan: LoanState
    said: Suggestion


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Suggested]]:
    """Open loans, the worst suggested class first; `differs`: only those to be changed."""
    wanted = {loan.account_id: loan for loan in loans.chosen(view.open_loans, filters)}
    found = [
        Suggested(wanted[each.loan.account_id], each)
        for each in suggestions(Desk(view))
        if each.loan.account_id in wanted and (each.differs or not filters.get("differs"))
    ]
    found.sort(key=lambda one: (-rank(one.said.grade), one.loan.unit or "", one.loan.number))
    for one in found:
        loan = one.loan
        yield Entry(
            one,
            loan.class_fact or loan.fact,
            loan.sources.get("class_code", loan.sources["amount_fen"]),
        )


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Suggested]:
    return Column[Suggested](key=key, titles=titles(zh, es, en), value=value, **more)


def _first(one: Suggested) -> str | None:
    stated = one.said.first.text("class") if one.said.first else None
    return class_code(stated) if stated else None


CLASS_SUGGESTIONS = Register(
    name="class-suggestions",
    titles=titles("分类初分表", "Clasificación sugerida", "Suggested classes"),
    columns=(
        *(
            of_loan(column, lambda one: one.loan)
            for column in (
                loans.UNIT, loans.BORROWER, loans.IOU_NO, loans.PRODUCT, loans.GUARANTEE,
                loans.BALANCE, loans.DAYS_OVERDUE,
            )
        ),
        of_loan(loans.CLASS, lambda one: one.loan),
        _column("first", "人工初分", "Preliminar", "First class", _first, kind="class", width=9),
        _column("suggested", "系统初分", "Sugerida", "Suggested", lambda one: one.said.grade,
                kind="class", width=9),
        _column("differs", "是否需调整", "Difiere", "Differs", lambda one: one.said.differs,
                kind="flag", width=8),
        _column("reasons", "初分理由", "Motivos", "Reasons",
                lambda one: "；".join(reason.text for reason in one.said.reasons) or None,
                width=36),
        _column("approved", "从优审批", "Mejor aprobada", "Better class approved",
                lambda one: one.said.approval.text("approved_by") if one.said.approval else None,
                width=9),
        _column("table", "分类办法", "Reglas", "Rules", lambda one: one.said.table.name,
                kind="choice", width=16,
                words={table.name: table.titles for table in TABLES.values()}),
        of_loan(loans.MANAGER, lambda one: one.loan),
    ),
    rows=rows,
    filters=loans.FILTERS | {"differs"},
)  # fmt: skip
