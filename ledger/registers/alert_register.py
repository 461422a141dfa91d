"""预警信号台账: what the alerts find on a day, and which of it somebody raised a warning for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.alerts.registry import ALERTS
from ledger.alerts.running import Raised, signals
from ledger.book import View
from ledger.kinds.shared import titles
from ledger.registers.declaration import Column, Entry, Register
from ledger.rules.desk import Desk
from ledger.sources import sources_of


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[tuple[View, Raised]]]:
    """Signals, the oldest first; `open_only`: those without a warning."""
    found = [each for each in signals(Desk(view)) if _is_wanted(each, filters)]
    found.sort(key=lambda each: (each.signal.since, each.alert.name, each.signal.about.label))
    sources = sources_of(view, (each.signal.facts[0] for each in found))
    for each in found:
        yield Entry((view, each), each.signal.facts[0], sources[each.signal.facts[0]])


def _is_wanted(each: Raised, filters: Mapping[str, Any]) -> bool:
    about = each.signal.about
    if filters.get("open_only") and each.warning:
        return False
    if filters.get("alert") not in (None, each.alert.name, *each.alert.titles.values()):
        return False
    return all(
        filters.get(key) is None or getattr(about, key) == filters[key]
        for key in ("unit", "manager", "household_id")
    )


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Any:
    return Column[tuple[View, Raised]](
        key=key, titles=titles(zh, es, en), value=lambda one: value(one[0], one[1]), **more
    )


ALERT_REGISTER = Register(
    name="alerts",
    titles=titles("风险预警信号台账", "Registro de señales de alerta", "Alerts"),
    columns=(
        _column("unit", "机构", "Oficina", "Branch", lambda _v, each: each.signal.about.unit),
        _column("household", "户号", "Expediente", "Household",
                lambda _v, each: f"{each.signal.about.household_id:06d}", width=8),
        _column("borrower", "借款人", "Prestatario", "Borrower",
                lambda view, each: view.debtor(each.signal.about.household_id).name),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.",
                lambda _v, each: each.loan.number if each.loan else None, width=18),
        _column("exposure", "风险敞口", "Exposición", "Exposure",
                lambda _v, each: each.exposure_fen, kind="money", width=15),
        _column("alert", "预警信号", "Señal", "Alert", lambda _v, each: each.alert.name,
                kind="choice", words={each.name: each.titles for each in ALERTS.values()},
                width=16),
        _column("since", "发现日期", "Desde", "Since", lambda _v, each: each.signal.since,
                kind="date", width=11),
        _column("text", "具体情况", "Detalle", "What is so", lambda _v, each: each.signal.text,
                width=36),
        _column("advice", "建议措施", "Qué hacer", "What to do",
                lambda view, each: each.alert.advice[view.settings.office.language], width=28),
        _column("warning", "预警编号", "Nº de alerta", "Warning",
                lambda _v, each: each.warning.text("warning_no") if each.warning else None),
        _column("manager", "管户人", "Oficial", "Loan officer",
                lambda _v, each: each.signal.about.manager, width=10),
    ),
    rows=rows,
    filters=frozenset({"unit", "manager", "household_id", "alert", "open_only"}),
)  # fmt: skip
