"""重点清收名单台账: 三级百户, a squad's list, a campaign's annex, each with its results."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ledger.bad.campaigns import Campaign, Target, campaigns, targets
from ledger.book import View
from ledger.kinds.shared import titles
from ledger.kinds.target_list import TARGET_LIST
from ledger.registers.bad_columns import code_of, words
from ledger.registers.declaration import (
    Column,
    Entry,
    Heading,
    Register,
    RegisterTable,
    TableRow,
    Value,
)
from ledger.registers.kind_register import printed


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Target]]:
    """What stands on `list` (any), by list; taken off ones with `all`; `level`, `squad`, `unit`."""
    level = filters.get("level")
    code = code_of("target_list", "level", str(level)) if level is not None else None
    for target in targets(view, filters.get("list")):
        listing = target.listing
        if not target.is_on and not filters.get("all"):
            continue
        if code not in (None, listing.text("level")):
            continue
        if filters.get("squad") not in (None, listing.text("squad")):
            continue
        if filters.get("unit") is not None and filters["unit"] not in _units(target):
            continue
        yield Entry(target, listing.fact, listing.source)


def _units(target: Target) -> set[str | None]:
    return {loan.unit for loan in target.loans}


def summary(view: View, found: Sequence[Target]) -> RegisterTable:
    """One line for each list in the register: target, result, default rate against its limit."""
    names = dict.fromkeys(target.listing.subject for target in found)
    every = [one for one in campaigns(view) if one.name in names]
    columns: tuple[tuple[str, str, str, str, str, int, Callable[[Campaign], Value]], ...] = (
        ("list", "名单", "Lista", "List", "text", 18, lambda one: one.name),
        ("listed", "户数", "Incluidos", "Listed", "count", 8, lambda one: len(one.targets)),
        ("target", "清收任务", "Meta", "Target", "money", 16, _goal),
        ("received", "收回本息", "Cobrado", "Received", "money", 16, lambda one: one.received),
        ("contacts", "催收次数", "Gestiones", "Contacts", "count", 9,
         lambda one: sum(target.contacts for target in one.targets)),
        ("signed", "送达签收", "Avisos firmados", "Signed for", "count", 9,
         lambda one: sum(target.signed for target in one.targets)),
        ("default", "违约率(%)", "Mora (%)", "Default (%)", "percent", 9,
         lambda one: one.default_percent),
        ("limit", "违约率上限(%)", "Mora máxima (%)", "Limit (%)", "percent", 9,
         lambda one: one.default_limit),
        ("meetings", "例会次数", "Reuniones", "Meetings", "count", 9,
         lambda one: len(one.minutes)),
        ("cost", "清收费用", "Gasto", "Cost", "money", 14, lambda one: one.cost),
        ("leader", "组长", "Jefe", "Head", "text", 10,
         lambda one: one.plan.text("leader") if one.plan else None),
    )  # fmt: skip
    return RegisterTable(
        name="target-lists-summary",
        titles=titles("清收活动汇总", "Resumen de campañas", "Campaigns"),
        as_of=view.as_of,
        known_on=view.known_on,
        columns=tuple(
            Heading(key, titles(zh, es, en), kind, width)
            for key, zh, es, en, kind, width, _value in columns
        ),
        rows=tuple(TableRow(tuple(column[-1](one) for column in columns)) for one in every),
    )


def _goal(one: Campaign) -> int | None:
    """The campaign's own target; without one what was set for all that is listed."""
    whole = one.plan.whole("goal_fen") if one.plan else None
    if whole is not None:
        return whole
    stated = [target.listing.whole("target_fen") for target in one.targets]
    known = [fen for fen in stated if fen is not None]
    return sum(known) if known else None


def _column(
    key: str, zh: str, es: str, en: str, value: Callable[[Target], Value], **more: Any
) -> Column[Target]:
    return Column[Target](key=key, titles=titles(zh, es, en), value=value, **more)


def _listing(name: str) -> Column[Target]:
    field = TARGET_LIST.field(name)
    return Column[Target](
        key=name,
        titles=field.titles,
        value=lambda target: target.listing.values.get(name),  # type: ignore[arg-type,return-value]
        kind=printed(field.grammar),
        width=field.width,
        total=field.total,
        words=words(field),
    )


def _first(target: Target, attribute: str) -> str | None:
    said = dict.fromkeys(getattr(loan, attribute) for loan in target.loans)
    return "、".join(str(one) for one in said if one) or None


TARGET_LISTS = Register(
    name="target-lists",
    titles=titles("重点清收名单台账", "Listas de recuperación", "Target lists"),
    columns=(
        _listing("list"),
        _listing("level"),
        _column("unit", "机构", "Oficina", "Branch", lambda target: _first(target, "unit")),
        _column("household", "户号", "Expediente", "Household",
                lambda target: f"{target.listing.household_id:06d}"
                if target.listing.household_id else None, width=8),
        _column("borrower", "借款人", "Prestatario", "Borrower",
                lambda target: _first(target, "borrower"), width=10),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.",
                lambda target: _first(target, "number"), width=18),
        _column("balance", "余额", "Saldo", "Balance",
                lambda target: target.balance, kind="money", width=15, total=True),
        _column("overdue", "其中逾期", "De ello vencido", "Of it overdue",
                lambda target: target.overdue, kind="money", width=15, total=True),
        *(_listing(name) for name in ("on", "target_fen", "deadline", "squad", "officer")),
        _column("contacts", "催收次数", "Gestiones", "Contacts",
                lambda target: target.contacts, kind="count", width=8, total=True),
        _column("signed", "送达签收", "Avisos firmados", "Signed for",
                lambda target: target.signed, kind="count", width=8, total=True),
        _column("received", "收回本息", "Cobrado", "Received",
                lambda target: target.received, kind="money", width=15, total=True),
        _column("done", "完成(%)", "Cumplido (%)", "Done (%)",
                lambda target: target.done, kind="percent", width=8),
        _column("wilful", "恶意欠款报告", "Mora dolosa", "Wilful default",
                lambda target: target.report.effective_on if target.report else None,
                kind="date", width=11),
        *(_listing(name) for name in ("off_on", "outcome")),
    ),
    rows=rows,
    filters=frozenset({"all", "level", "list", "squad", "unit"}),
    summary=summary,
)  # fmt: skip
