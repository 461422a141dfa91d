"""Registers of judged work: units compared by their scores, and notices with their state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.book import View
from ledger.kinds.shared import titles
from ledger.managing.rectifications import STATES, Rectification, rectifications
from ledger.managing.scores import GRADES, Consequence, Filled, consequences, filled
from ledger.registers.declaration import Column, Entry, Register


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The last filled sheet of a unit (or person), beside the one before and the others'."""

    last: Filled
    before: Filled | None
    place: int
    calls_for: Consequence | None

    @property
    def change(self) -> Decimal | None:
        """Points more than the time before."""
        return self.last.total - self.before.total if self.before else None


def compared(view: View, sheet: str | None = None) -> list[Compared]:
    """Return units compared by their last score, sheet by sheet, the best first."""
    history: dict[tuple[str, str], list[Filled]] = {}
    for one in filled(view):
        if sheet in (None, one.sheet):
            history.setdefault((one.sheet, one.whom), []).append(one)
    calls = {each.filled.score.fact: each for each in consequences(view)}
    found = []
    for name in sorted({key[0] for key in history}):
        own = [ones for (of, _whom), ones in history.items() if of == name]
        totals = [ones[-1].total for ones in own]
        for ones in sorted(own, key=lambda ones: (-ones[-1].total, ones[-1].whom)):
            found.append(
                Compared(
                    last=ones[-1],
                    before=ones[-2] if len(ones) > 1 else None,
                    place=1 + sum(total > ones[-1].total for total in totals),
                    calls_for=calls.get(ones[-1].score.fact),
                )
            )
    return found


def _rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Compared]]:
    """Filters: `sheet`, `grade`."""
    for each in compared(view, filters.get("sheet")):
        if filters.get("grade") in (None, each.last.grade):
            yield Entry(each, each.last.score.fact, each.last.score.source)


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Compared]:
    return Column[Compared](key=key, titles=titles(zh, es, en), value=value, **more)


COMPARISON = Register(
    name="score-comparison",
    titles=titles("检查评分比较表", "Comparación de evaluaciones", "Scores compared"),
    columns=(
        _column("sheet", "评分表", "Ficha", "Sheet", lambda each: each.last.sheet, width=22),
        _column("place", "名次", "Puesto", "Place", lambda each: each.place, kind="count", width=6),
        _column("whom", "被检查单位（人）", "Evaluado", "Unit or person",
                lambda each: each.last.whom, width=14),
        _column("on", "检查日期", "Fecha", "On",
                lambda each: each.last.score.effective_on, kind="date", width=11),
        _column("total", "得分", "Puntaje", "Score",
                lambda each: each.last.total, kind="percent", width=8),
        _column("stated", "表上得分", "Puntaje escrito", "As written",
                lambda each: each.last.stated, kind="percent", width=8),
        _column("change", "较上次", "Variación", "Change",
                lambda each: each.change, kind="percent", width=8),
        _column("grade", "等次", "Nota", "Grade", lambda each: each.last.grade,
                kind="choice", width=8, words=GRADES),
        _column("lost", "扣分项", "Ítems perdidos", "Items lost",
                lambda each: "、".join(item.text("item") or "" for item in each.last.items) or None,
                width=16),
        _column("fine", "应扣发展费用", "Descuento", "Fine called for",
                lambda each: each.calls_for.fine_fen if each.calls_for else None,
                kind="money", width=12, total=True),
        _column("deadline", "整改期限", "Plazo", "To be put right by",
                lambda each: each.calls_for.deadline if each.calls_for else None,
                kind="date", width=11),
        _column("acted", "已下发处罚或整改", "Ya emitido", "Acted on",
                lambda each: bool(each.calls_for.done) if each.calls_for else None,
                kind="flag", width=10),
    ),
    rows=_rows,
    filters=frozenset({"sheet", "grade"}),
)  # fmt: skip


def _notices(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Rectification]]:
    """Filters: `state` by code, `open` for those not done, `unit`."""
    for each in rectifications(view):
        if filters.get("state") not in (None, each.state):
            continue
        if filters.get("open") and not each.is_open:
            continue
        if filters.get("unit") in (None, each.notice.text("charged_unit")):
            yield Entry(each, each.notice.fact, each.notice.source)


def _said(key: str, zh: str, es: str, en: str, **more: Any) -> Column[Rectification]:
    return Column[Rectification](
        key=key, titles=titles(zh, es, en), value=lambda each: each.notice.text(key), **more
    )


def _of(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Rectification]:
    return Column[Rectification](key=key, titles=titles(zh, es, en), value=value, **more)


RECTIFICATIONS = Register(
    name="rectifications",
    titles=titles("限期整改跟踪台账", "Seguimiento de órdenes", "Notices and what came of them"),
    columns=(
        _said("notice_no", "通知书编号", "Nº de orden", "Notice no.", width=16),
        _of("issued_on", "下发日期", "Emitida el", "Issued on",
            lambda each: each.notice.effective_on, kind="date", width=11),
        _said("charged_unit", "整改单位", "Oficina", "Unit", width=12),
        _said("person", "整改责任人", "Responsable", "Person", width=9),
        _said("basis", "整改依据", "Motivo", "Basis", width=22),
        _said("problems", "存在问题", "Problemas", "Problems", width=26),
        _said("rule_no", "制度编号", "Norma", "Rule", width=12),
        _of("deadline", "整改期限", "Plazo", "Deadline",
            lambda each: each.deadline, kind="date", width=11),
        _of("replied_on", "回复日期", "Respondida", "Replied on",
            lambda each: each.replied_on, kind="date", width=11),
        _of("checked_on", "复查日期", "Verificada", "Checked on",
            lambda each: each.checked_on, kind="date", width=11),
        _of("state", "整改状态", "Estado", "State",
            lambda each: each.state, kind="choice", width=10, words=STATES),
    ),
    rows=_notices,
    filters=frozenset({"state", "open", "unit"}),
)  # fmt: skip
