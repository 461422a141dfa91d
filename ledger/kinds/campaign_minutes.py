"""清收例会: the weekly meeting of a campaign: progress, decisions, what it cost."""

from __future__ import annotations

from ledger.kinds.declaration import OFFICE, Kind
from ledger.kinds.shared import day, money, text, titles

CAMPAIGN_MINUTES = Kind(
    name="campaign_minutes",
    titles=titles("清收例会纪要", "Actas de la campaña", "Minutes of a campaign"),
    about=OFFICE,
    dated_by="on",
    key=("campaign", "on"),
    subject="campaign",
    needs=(
        ("campaign",),
        ("decisions", "matters"),
    ),
    source="mechanism 76 (每周例会, 成本原则)",
    fields=(
        day("on", "例会日期", "Fecha", "Held on", "会议日期", "开会日期", required=True),
        text("campaign", "活动名称", "Campaña", "Campaign", "清收活动", required=True, width=20),
        text("chair", "主持人", "Preside", "Chair", width=10),
        text("present", "参会人员", "Asistentes", "Present", "与会人员", "出席人员", width=18),
        text("matters", "通报情况", "Asuntos", "Matters", "会议内容", "进展通报", width=30),
        text("decisions", "议定事项", "Acuerdos", "Decisions", "会议决定", "工作安排", width=30),
        money("cost_fen", "清收费用", "Gasto", "Cost", "费用支出", "清收成本", width=15),
        day("next_on", "下次例会日期", "Próxima reunión", "Next meeting", "下次会议日期"),
    ),
)
