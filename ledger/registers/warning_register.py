"""风险预警处理台账: each warning with how far it has come, and what it waits for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ledger.book import View
from ledger.kinds.shared import titles
from ledger.kinds.warning import STEPS, WARNING
from ledger.registers.declaration import Column, Entry, Register
from ledger.rules.desk import Desk
from ledger.sources import sources_of
from ledger.warnings import Handled, handled

_STATES = {"raised": titles("已发起", "Emitida", "Raised")} | {
    each.code: each.titles for each in STEPS
}
_LEVELS = {each.code: each.titles for each in WARNING.field("level").choices}


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[tuple[View, Handled]]]:
    """Warnings by day; `open_only`: those not released, `state`: those in one state."""
    found = [
        each
        for each in handled(Desk(view))
        if (each.is_open or not filters.get("open_only"))
        and filters.get("state") in (None, each.stage.state)
        and filters.get("household_id") in (None, each.warning.household_id)
    ]
    sources = sources_of(view, (each.warning.fact for each in found))
    for each in found:
        yield Entry((view, each), each.warning.fact, sources[each.warning.fact])


def _borrower(view: View, each: Handled) -> str | None:
    household = each.warning.household_id
    return view.debtor(household).name if household else None


def _number(view: View, each: Handled) -> str | None:
    account = each.warning.account_id
    return view.number_of(account) if account else None


def _signed(each: Handled) -> str | None:
    return "、".join(dict.fromkeys(who for _step, who in each.stage.signers)) or None


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Any:
    return Column[tuple[View, Handled]](
        key=key, titles=titles(zh, es, en), value=lambda one: value(one[0], one[1]), **more
    )


WARNING_REGISTER = Register(
    name="warnings",
    titles=titles("风险预警处理台账", "Seguimiento de alertas", "Warnings"),
    columns=(
        _column("warning_no", "预警编号", "Nº de alerta", "Warning", lambda _v, each: each.number),
        _column("on", "预警日期", "Fecha", "Raised on", lambda _v, each: each.warning.on,
                kind="date", width=11),
        _column("level", "预警级别", "Nivel", "Level", lambda _v, each: each.warning.text("level"),
                kind="choice", words=_LEVELS, width=8),
        _column("borrower", "借款人", "Prestatario", "Borrower", _borrower),
        _column("iou_no", "借据号", "Nº de pagaré", "IOU no.", _number, width=18),
        _column("signal", "预警信号", "Señal", "Signal",
                lambda _v, each: each.warning.text("signal"), width=30),
        _column("exposure", "风险敞口", "Exposición", "Exposure",
                lambda _v, each: each.warning.fen("exposure_fen"), kind="money", width=15),
        _column("state", "当前状态", "Estado", "State", lambda _v, each: each.stage.state,
                kind="choice", words=_STATES, width=14),
        _column("since", "状态日期", "Desde", "Since",
                lambda _v, each: each.stage.since or each.warning.on, kind="date", width=11),
        _column("next", "下一环节", "Siguiente paso", "Next step",
                lambda _v, each: each.stage.next_step, kind="choice", words=_STATES, width=14),
        _column("raised_by", "发起人", "Emitida por", "Raised by",
                lambda _v, each: each.warning.text("raised_by"), width=10),
        _column("signed", "已签字人", "Firmado por", "Signed by", lambda _v, each: _signed(each),
                width=18),
    ),
    rows=rows,
    filters=frozenset({"open_only", "state", "household_id"}),
)  # fmt: skip
