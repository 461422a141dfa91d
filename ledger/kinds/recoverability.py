"""可收回性: how likely it is that a bad loan comes in; the latest finding holds."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, money, text, titles

RECOVERABILITY = Kind(
    name="recoverability",
    titles=titles("可收回性认定", "Recuperabilidad", "Recoverability"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("grade",),),
    source="mechanism 45: 可收回、经努力可收回、暂无法收回",
    fields=(
        day(
            "on",
            "可收回性认定日期",
            "Determinado el",
            "Determined on",
            "认定日期",
            "排查日期",
            required=True,
        ),
        chosen(
            "grade",
            "可收回性",
            "Recuperabilidad",
            "Recoverability",
            choice("recoverable", "可收回", "Recuperable", "Recoverable", "能收回"),
            choice(
                "effort",
                "经努力可收回",
                "Recuperable con esfuerzo",
                "Recoverable with effort",
                "努力可收回",
                "经努力可以收回",
            ),
            choice(
                "not_now",
                "暂无法收回",
                "Irrecuperable por ahora",
                "Not recoverable for now",
                "暂时无法收回",
                "暂不可收回",
                "暂无法清收",
            ),
            labels=("可收回程度", "可收回分类", "收回可能性", "可收回类别"),
            required=True,
            width=14,
        ),
        money(
            "expected_fen",
            "预计可收回金额",
            "Importe recuperable",
            "Expected recovery",
            "预计收回金额",
            "可收回金额",
            width=15,
        ),
        text("why", "可收回性理由", "Motivo", "Reason", "认定理由", "理由", width=24),
        text(
            "decided_by", "可收回性认定人", "Determinado por", "Determined by", "认定人", width=10
        ),
    ),
)
