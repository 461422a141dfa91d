"""清收方案进度: how far the work on a household's or loan's plan has come."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Kind
from ledger.kinds.shared import choice, chosen, day, text, titles

PLAN_PROGRESS = Kind(
    name="plan_progress",
    titles=titles("清收方案进度", "Avance del plan", "Progress of a plan"),
    about=EITHER,
    dated_by="on",
    key=("on",),
    needs=(("progress",),),
    source="mechanism 14 (progress of a plan); 清收台账 of a clearing team (清收方案、进度)",
    fields=(
        day("on", "进度日期", "Fecha", "On", "进展日期", "汇报日期", required=True),
        text(
            "progress",
            "清收进度",
            "Avance",
            "Progress",
            "进度",
            "进展",
            "进展情况",
            "落实情况",
            required=True,
            width=30,
        ),
        chosen(
            "state",
            "方案状态",
            "Estado",
            "State",
            choice("underway", "进行中", "En curso", "Under way", "推进中", "正在进行", "未完成"),
            choice("done", "已完成", "Cumplido", "Done", "完成", "办结"),
            choice("stuck", "受阻", "Detenido", "Stuck", "停滞", "困难"),
            choice("given_up", "终止", "Abandonado", "Given up", "中止"),
            labels=("完成情况", "状态"),
            width=8,
        ),
        text(
            "next_step", "下步措施", "Próximo paso", "Next step", "下一步措施", "下步打算", width=24
        ),
        text("officer", "进度填报人", "Informa", "Reported by", "汇报人", "填报人", width=10),
    ),
)
