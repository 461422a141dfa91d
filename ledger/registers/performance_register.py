"""业绩考核台账: every manager's month or quarter, against the plan, with points and pay-out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractors.wording import _
from ledger.book import View
from ledger.figure import Source
from ledger.kinds.shared import titles
from ledger.managing.performance import Performance, performances
from ledger.managing.scoring import ManagerScore, score_of
from ledger.registers.declaration import Column, Entry, Register
from ledger.spans import Span, month_of, span_of


class PeriodNotUnderstood(ValueError):
    """The words name no year, quarter or month."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A manager's period with the score that comes of it."""

    performance: Performance
    score: ManagerScore


def period(asked: str | None, view: View) -> Span:
    """Return the period that is asked for; the month of the view's day where none is.

    Raises PeriodNotUnderstood.
    """
    if not asked:
        return month_of(view.as_of)
    if found := span_of(asked):
        return found
    raise PeriodNotUnderstood(
        _("“{said}” is no period. Write a month (2025-09), a quarter (2025Q3) or a year.").format(
            said=asked
        )
    )


def judged(
    view: View, span: Span, files: Mapping[str, tuple[int, int]] | None = None
) -> list[Judged]:
    """Return all managers of a period with their scores, the best first."""
    found = [
        Judged(one, score_of(one, view.settings.managing))
        for one in performances(view, span, files)
    ]
    return sorted(found, key=_rank)


def _rank(one: Judged) -> tuple[bool, Any, str]:
    points, out_of = one.score.points, one.score.out_of
    share = points / out_of if points is not None and out_of else None
    return (share is None, -share if share is not None else 0, one.performance.person)


def _rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Judged]]:
    """Filter `period`: 2025-09, 2025Q3 or 2025; `files` comes from a command that knows them."""
    span = period(filters.get("period"), view)
    for one in judged(view, span, filters.get("files")):
        if filters.get("manager") in (None, one.performance.person):
            rows = [row for figure in one.performance.figures.values() for row in figure.rows[:1]]
            source = rows[0].source if rows else Source(kind="person")
            yield Entry(one, rows[0].fact if rows else "", source)


def _figure(key: str, zh: str, es: str, en: str, kind: str, width: int = 13) -> Column[Judged]:
    return Column[Judged](
        key=key,
        titles=titles(zh, es, en),
        value=lambda one: one.performance.value(key),
        kind=kind,
        width=width,
        total=kind in ("money", "count"),
    )


def _column(key: str, zh: str, es: str, en: str, value: Any, **more: Any) -> Column[Judged]:
    return Column[Judged](key=key, titles=titles(zh, es, en), value=value, **more)


PERFORMANCE = Register(
    name="performance",
    titles=titles("管户经理业绩考核台账", "Desempeño de oficiales", "Performance of managers"),
    columns=(
        _column("person", "管户经理", "Oficial", "Manager",
                lambda one: one.performance.person, width=9),
        _column("period", "考核期", "Período", "Period",
                lambda one: one.performance.span.text, width=9),
        _figure("deposits_plan", "存款计划", "Meta de depósitos", "Deposits planned", "money"),
        _figure("deposits", "存款完成", "Depósitos", "Deposits", "money"),
        _figure("deposits_average", "存款日均", "Promedio diario", "Daily average", "money"),
        _figure("principal_plan", "收本计划", "Meta de capital", "Principal planned", "money"),
        _figure("principal", "收回本金", "Capital cobrado", "Principal", "money"),
        _figure("interest_plan", "收息计划", "Meta de intereses", "Interest planned", "money"),
        _figure("interest", "收回利息", "Intereses cobrados", "Interest", "money"),
        _figure("due_rate", "到期收回率(%)", "Recuperación (%)", "Due recovered (%)",
                "percent", 8),
        _figure("interest_rate", "收息率(%)", "Cobro de intereses (%)", "Interest rate (%)",
                "percent", 8),
        _figure("bad_change", "不良增减", "Variación de morosos", "Bad loans change", "money"),
        _figure("marketing_count", "营销笔数", "Operaciones", "Marketing count", "count", 7),
        _figure("marketing_plan", "营销计划", "Meta de colocación", "Marketing planned", "money"),
        _figure("marketing", "营销金额", "Colocación", "Marketing", "money"),
        _figure("granted_count", "发放笔数", "Otorgados", "Loans granted", "count", 7),
        _figure("granted", "发放金额", "Monto otorgado", "Amount granted", "money"),
        _figure("inspection_rate", "检查完成率(%)", "Inspecciones (%)", "Inspections (%)",
                "percent", 8),
        _figure("files_rate", "档案合格率(%)", "Expedientes (%)", "Files (%)", "percent", 8),
        _column("points", "得分", "Puntos", "Points", lambda one: one.score.points,
                kind="percent", width=8),
        _column("out_of", "应得分", "De", "Out of",
                lambda one: one.score.out_of or None, kind="count", width=7),
        _column("payout", "兑现金额", "Bono", "Pay-out",
                lambda one: one.score.payout_fen, kind="money", width=11, total=True),
    ),
    rows=_rows,
    filters=frozenset({"period", "manager", "files"}),
)  # fmt: skip
