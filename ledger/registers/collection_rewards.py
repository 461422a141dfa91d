"""清收奖励测算表: what each receipt on a bad loan would earn by the rules in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ledger.bad.rewards import Reward, rewards
from ledger.book import View
from ledger.channels import TITLES, channel_code
from ledger.kinds.shared import titles
from ledger.registers.declaration import (
    Column,
    Entry,
    Heading,
    Register,
    RegisterTable,
    TableRow,
    Value,
)
from ledger.registers.period import since

_FILTERS = ("collector", "unit", "rule")


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Reward]]:
    """Receipts since `since`, by collector and day."""
    found = [one for one in rewards(view, since(filters, view.as_of)) if _passes(one, filters)]
    for one in sorted(found, key=lambda one: (one.collector or "", one.receipt.on)):
        yield Entry(one, one.receipt.fact, one.receipt.source)


def _passes(one: Reward, filters: Mapping[str, Any]) -> bool:
    says = {
        "collector": one.collector,
        "unit": one.loan.unit,
        "rule": one.rule.subject if one.rule else None,
    }
    return all(filters.get(key) in (None, says[key]) for key in _FILTERS)


def summary(view: View, found: Sequence[Reward]) -> RegisterTable:
    """One line a collector."""
    by_collector: dict[str, list[Reward]] = defaultdict(list)
    for one in found:
        by_collector[one.collector or ""].append(one)
    lines = [
        TableRow(
            (
                name or None,
                len(own),
                sum(one.receipt.principal_fen for one in own),
                sum(one.receipt.interest_fen for one in own),
                sum(one.reward or 0 for one in own),
            )
        )
        for name, own in sorted(by_collector.items())
    ]
    return RegisterTable(
        name="collection-rewards-summary",
        titles=titles("清收奖励汇总", "Incentivos por gestor", "Rewards by collector"),
        as_of=view.as_of,
        known_on=view.known_on,
        columns=(
            Heading("collector", titles("清收人", "Gestor", "Collector"), "text", 12),
            Heading("count", titles("笔数", "Cobros", "Receipts"), "count", 8),
            Heading("principal", titles("收回本金", "Capital", "Principal"), "money", 16),
            Heading("interest", titles("收回利息", "Intereses", "Interest"), "money", 16),
            Heading("reward", titles("测算奖励", "Incentivo", "Reward"), "money", 14),
        ),
        rows=tuple(lines),
    )


def _column(
    key: str, zh: str, es: str, en: str, value: Callable[[Reward], Value], **more: Any
) -> Column[Reward]:
    return Column[Reward](key=key, titles=titles(zh, es, en), value=value, **more)


_MONEY: dict[str, Any] = {"kind": "money", "width": 14, "total": True}

COLLECTION_REWARDS = Register(
    name="collection-rewards",
    titles=titles("清收奖励测算表", "Propuesta de incentivos", "Proposed rewards"),
    columns=(
        _column("collector", "清收人", "Gestor", "Collector", lambda one: one.collector, width=10),
        _column("on", "收回日期", "Fecha", "Received on",
                lambda one: one.receipt.on, kind="date", width=11),
        _column("unit", "机构", "Oficina", "Branch", lambda one: one.loan.unit, width=14),
        _column("borrower", "借款人", "Prestatario", "Borrower", lambda one: one.loan.borrower),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.",
                lambda one: one.loan.number, width=18),
        _column("class", "收回前分类", "Categoría", "Class before",
                lambda one: one.class_code, kind="class", width=9),
        _column("owed", "收回前余额", "Saldo anterior", "Owed before",
                lambda one: one.owed, kind="money", width=14),
        _column("channel", "收回方式", "Vía", "Channel",
                lambda one: channel_code(one.receipt.channel), kind="choice", width=12,
                words=TITLES),
        _column("principal", "收回本金", "Capital", "Principal",
                lambda one: one.receipt.principal_fen, **_MONEY),
        _column("interest", "收回利息", "Intereses", "Interest",
                lambda one: one.receipt.interest_fen, **_MONEY),
        _column("rule", "适用办法", "Regla", "Rule",
                lambda one: one.rule.subject if one.rule else None, width=14),
        _column("rate", "本金提成(%)", "Comisión (%)", "Rate (%)",
                lambda one: one.rate,
                kind="percent", width=9),
        _column("no_task", "不下达任务", "Sin meta", "No task set",
                lambda one: one.rule.values.get("no_task") is True if one.rule else None,
                kind="flag", width=8),
        _column("reward", "测算奖励", "Incentivo", "Reward", lambda one: one.reward, **_MONEY),
    ),
    rows=rows,
    filters=frozenset({*_FILTERS, "since"}),
    summary=summary,
)  # fmt: skip
