"""大额贷款及单户限额台账: the largest households and groups, against limits on the capital."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.book import View
from ledger.kinds.shared import titles
from ledger.limits import Exposure, households_over, of_groups, of_households
from ledger.registers.declaration import Column, Entry, Register

# As many as are listed where nobody asks for more.
TOP = 50


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Exposure]]:
    """The largest households; filter `groups` for groups of connected clients, `top` for how many,
    `over` for those above their limit."""
    top = int(filters.get("top", TOP))
    if filters.get("groups"):
        found = of_groups(view)
    else:
        found = households_over(view) if filters.get("over") else of_households(view, top)
    if filters.get("over"):
        found = [each for each in found if each.over]
    for each in found[:top]:
        yield Entry(each, each.largest.fact, each.largest.sources["amount_fen"])


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Exposure]:
    return Column[Exposure](key=key, titles=titles(zh, es, en), value=value, **more)


LIMIT_REGISTER = Register(
    name="limits",
    titles=titles("大额贷款及单户限额台账", "Registro de grandes deudores", "Large exposures"),
    columns=(
        _column("borrower", "客户名称", "Cliente", "Client", lambda each: each.name, width=20),
        _column("households", "户号", "Expedientes", "Households",
                lambda each: "、".join(f"{one:06d}" for one in each.members), width=14),
        _column("loans", "笔数", "Créditos", "Loans",
                lambda each: len(each.loans), kind="count", width=6, total=True),
        _column("balance", "贷款余额", "Saldo", "Balance",
                lambda each: each.balance_fen, kind="money", width=16, total=True),
        _column("largest", "最大一笔余额", "Mayor saldo", "Largest balance",
                lambda each: each.largest.balance_fen, kind="money", width=16),
        _column("capital", "占资本净额(%)", "% del capital", "% of capital",
                lambda each: each.capital_percent, kind="percent", width=10),
        _column("limit", "限额(%)", "Límite (%)", "Limit (%)",
                lambda each: each.limit_percent, kind="percent", width=8),
        _column("over", "是否超限", "Excedido", "Over", lambda each: each.over, kind="flag"),
        _column("unit", "管户机构", "Oficina", "Branch", lambda each: each.largest.unit),
        _column("manager", "管户人", "Oficial", "Loan officer", lambda each: each.largest.manager),
    ),
    rows=rows,
    filters=frozenset({"groups", "top", "over"}),
)  # fmt: skip
