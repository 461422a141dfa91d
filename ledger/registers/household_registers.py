"""Registers by household: 管户责任台账, 贷后管理台账, and what each household lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.book import View
from ledger.kinds.clients import CLIENT_CLASS, OWNERSHIP
from ledger.kinds.shared import titles
from ledger.managing.gaps import Lacking, lacking
from ledger.managing.responsibilities import Responsibilities
from ledger.managing.watched import HouseholdWatch, watched
from ledger.registers import household_columns as households
from ledger.registers.declaration import Column, Entry, Register

Watch = HouseholdWatch


def _rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Watch]]:
    """Households with unpaid loans by number; the responsible record is the fact behind, else the
    terms of the loan granted last. Filters: client class, interval, tier by code; `late`."""
    for each in watched(view):
        if not households.passes(each.household, each.manager, filters) or not _has(each, filters):
            continue
        loan = each.household.loans[-1]
        yield Entry(each, loan.fact, loan.sources["amount_fen"])


def _has(each: Watch, filters: Mapping[str, Any]) -> bool:
    wanted = {key: filters[key] for key in ("client_class", "interval") if key in filters}
    held = each.client_class.values if each.client_class else {}
    if any(held.get(key) != value for key, value in wanted.items()):
        return False
    if "tier" in filters and (each.ownership is None or each.ownership.tier != filters["tier"]):
        return False
    if "department" in filters:
        department = each.ownership.department if each.ownership else None
        if department != filters["department"]:
            return False
    return not filters.get("late") or each.is_late


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Watch]:
    return Column[Watch](key=key, titles=titles(zh, es, en), value=value, **more)


def _said(record: Any, field: str) -> Any:
    return record.values.get(field) if record else None


_FILTERS = households.FILTERS | {"client_class", "interval", "tier", "department", "late"}
_CLASS = _column(
    "client_class", "客户分类", "Segmento", "Client class",
    lambda each: _said(each.client_class, "client_class"),
    kind="choice", width=9, words=households.words(CLIENT_CLASS.field("client_class").choices),
)  # fmt: skip
_INTERVAL = _column(
    "interval", "管理区间", "Tramo", "Interval",
    lambda each: _said(each.client_class, "interval"),
    kind="choice", width=8, words=households.words(CLIENT_CLASS.field("interval").choices),
)  # fmt: skip
_MANAGER = _column("manager", "管户经理", "Oficial", "Manager", lambda each: each.manager, width=9)
_RISK = _column("risk", "风险经理", "Riesgos", "Risk manager",
                lambda each: each.risk_manager, width=9)  # fmt: skip

RESPONSIBLE = Register(
    name="account-managers",
    titles=titles("管户责任台账", "Responsables por cliente", "Who manages which client"),
    columns=(
        *households.columns(lambda each: each.household, "unit", "household", "borrower",
                            "loans", "balance", "class"),
        _column("tier", "客户层级", "Tamaño", "Tier",
                lambda each: each.ownership.tier if each.ownership else None,
                kind="choice", width=8,
                words=households.words(OWNERSHIP.field("tier").choices)),
        _INTERVAL,
        _CLASS,
        _column("managing_unit", "管理单位", "A cargo de", "Managed by",
                lambda each: each.ownership.managing_unit if each.ownership else None, width=12),
        _column("department", "牵头部门", "Departamento", "Department",
                lambda each: each.ownership.department if each.ownership else None, width=12),
        _MANAGER,
        _RISK,
        _column("principal", "主责任人", "Responsable principal", "Chiefly responsible",
                lambda each: each.principal, width=9),
        _column("risk_supervisor", "风险监管责任人", "Supervisor de riesgos", "Risk supervisor",
                lambda each: each.risk_supervisor, width=9),
        _column("letter_no", "责任书号", "Nº de compromiso", "Letter no.",
                lambda each: each.letter_no, width=14),
        _column("since", "管户起始日", "Desde", "Since", lambda each: each.since,
                kind="date", width=11),
        _column("strategy", "管户策略", "Estrategia", "Strategy", lambda each: each.strategy,
                width=24),
    ),
    rows=_rows,
    filters=_FILTERS,
)  # fmt: skip

POST_LOAN = Register(
    name="post-loan",
    titles=titles("贷后管理台账", "Registro de seguimiento", "Post-loan management"),
    columns=(
        *households.columns(lambda each: each.household, "unit", "household", "borrower",
                            "identity", "loans", "balance", "arrears", "days_overdue"),
        _column("standing", "信用状况", "Calificación", "Credit standing",
                lambda each: _said(each.rating, "grade"), width=9),
        _CLASS,
        _column("account", "账户监管", "Control de cuentas", "Account supervision",
                lambda each: _supervision(each), width=22),
        _column("last_on", "上次检查", "Última inspección", "Last inspection",
                lambda each: each.last.done_on if each.last else None, kind="date", width=11),
        _column("result", "检查结果", "Resultado", "Result",
                lambda each: each.last.result if each.last else None, width=16),
        _column("next_on", "下次应检查日", "Próxima inspección", "Next due",
                lambda each: each.next_due, kind="date", width=11),
        *households.columns(lambda each: each.household, "class"),
        _column("warnings", "风险预警", "Alertas", "Warnings",
                lambda each: "；".join(one.text("signal") or "" for one in each.warnings) or None,
                width=18),
        _MANAGER,
        _RISK,
        _column("problems", "存在的问题", "Problemas", "Problems",
                lambda each: each.last.problems if each.last else None, width=22),
    ),
    rows=_rows,
    filters=_FILTERS,
)  # fmt: skip


def _supervision(each: Watch) -> str | None:
    if each.offsite is None:
        return None
    return f"{each.offsite.effective_on.isoformat()} {each.offsite.text('finding') or ''}".strip()


def _lacking(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Lacking]]:
    """Households that lack something; filter `lacks` names what (manager, target …)."""
    answering = Responsibilities(view)
    for each in lacking(view):
        own = each.household
        manager = answering.manager_of(own.household_id, own.loans)
        lacks = filters.get("lacks")
        if not each.any or (lacks and getattr(each, str(lacks), True)):
            continue
        if households.passes(own, manager, filters):
            loan = own.loans[-1]
            yield Entry(each, loan.fact, loan.sources["amount_fen"])


def _flag(key: str, zh: str, es: str, en: str) -> Column[Lacking]:
    return Column[Lacking](
        key=key,
        titles=titles(zh, es, en),
        value=lambda each: bool(getattr(each, key)),
        kind="flag",
        width=9,
    )


LACKING = Register(
    name="households-lacking",
    titles=titles("一户四有缺项台账", "Clientes con faltantes", "What households lack"),
    columns=(
        *households.columns(lambda each: each.household, "unit", "household", "borrower",
                            "loans", "balance", "class"),
        _flag("manager", "有管户人", "Con oficial", "Has a manager"),
        _flag("classed", "有分类", "Con categoría", "Classified"),
        _flag("target", "有目标", "Con meta", "Has a target"),
        _flag("plan", "有方案", "Con plan", "Has a plan"),
        _flag("file", "有档案", "Con expediente", "Has a file"),
    ),
    rows=_lacking,
    filters=households.FILTERS | {"lacks"},
)  # fmt: skip
