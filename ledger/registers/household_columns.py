"""Columns about a household with unpaid loans that several registers share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from ledger.kinds.shared import titles
from ledger.managing.households import HouseholdLoans
from ledger.registers.declaration import Column, Value

T = TypeVar("T")

FILTERS = frozenset({"unit", "manager", "household_id"})

Read = Callable[[HouseholdLoans], Value]

# key, zh, es, en, value, kind, width, whether it is summed
_DECLARED: tuple[tuple[str, str, str, str, Read, str, int, bool], ...] = (
    ("unit", "机构", "Oficina", "Branch", lambda each: each.unit, "text", 12, False),
    ("household", "户号", "Expediente", "Household", lambda each: each.number, "text", 8, False),
    ("borrower", "客户名称", "Cliente", "Client", lambda each: each.borrower, "text", 12, False),
    ("identity", "证件号码", "Documento", "ID number",
     lambda each: each.loans[0].masked_id, "text", 20, False),
    ("loans", "笔数", "Créditos", "Loans", lambda each: len(each.loans), "count", 6, True),
    ("balance", "贷款余额", "Saldo", "Balance", lambda each: each.balance_fen, "money", 15, True),
    ("arrears", "欠息", "Intereses atrasados", "Arrears",
     lambda each: each.arrears_fen, "money", 12, True),
    ("days_overdue", "逾期天数", "Días de atraso", "Days overdue",
     lambda each: each.days_overdue, "count", 8, False),
    ("class", "五级分类", "Categoría", "Class",
     lambda each: each.class_code, "class", 8, False),
)  # fmt: skip


def columns(of: Callable[[T], HouseholdLoans], *keys: str) -> tuple[Column[T], ...]:
    """Return the named columns for rows that hold a household; `of` finds it in a row."""
    made = {
        key: Column[T](
            key=key,
            titles=titles(zh, es, en),
            value=_through(of, value),
            kind=kind,
            width=width,
            total=total,
        )
        for key, zh, es, en, value, kind, width, total in _DECLARED
    }
    return tuple(made[key] for key in keys)


def _through(of: Callable[[T], HouseholdLoans], value: Read) -> Callable[[T], Value]:
    return lambda row: value(of(row))


def passes(household: HouseholdLoans, manager: str | None, filters: Mapping[str, Any]) -> bool:
    """Whether a household passes the filters of FILTERS."""
    own = {"unit": household.unit, "manager": manager, "household_id": household.household_id}
    return all(own[key] == filters[key] for key in FILTERS & filters.keys())


def words(choices: Iterable[Any]) -> dict[str, Any]:
    """Return how a choice's codes print."""
    return {choice.code: choice.titles for choice in choices}
