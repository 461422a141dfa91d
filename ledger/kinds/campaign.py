"""清收活动: a campaign with its target, its group and its duties; its list is `target_list`."""

from __future__ import annotations

from ledger.kinds.declaration import OFFICE, Kind
from ledger.kinds.shared import day, ends, money, text, titles

CAMPAIGN = Kind(
    name="campaign",
    titles=titles("清收活动方案", "Campaña de recuperación", "Collection campaign"),
    about=OFFICE,
    dated_by="on",
    key=("campaign",),
    subject="campaign",
    needs=(
        ("campaign",),
        ("leader", "goal", "goal_fen"),
    ),
    check=lambda values: ends(values, "on", "until_on"),
    source="mechanism 75 (催收工作领导小组, 违约率 5%); 清收方案 per institution",
    fields=(
        day("on", "活动开始日期", "Inicio", "Begins on", "开始日期", "起始日期", required=True),
        day("until_on", "活动结束日期", "Fin", "Ends on", "结束日期", "截止日期"),
        text(
            "campaign",
            "活动名称",
            "Campaña",
            "Campaign",
            "清收活动",
            "方案名称",
            "工作名称",
            required=True,
            width=20,
        ),
        text("goal", "活动目标", "Objetivo", "Goal", "工作目标", "目标", width=24),
        money("goal_fen", "活动清收目标", "Meta", "Amount to collect", "清收目标金额", width=15),
        text(
            "default_limit",
            "违约率上限",
            "Mora máxima (%)",
            "Highest default rate (%)",
            "违约率控制目标",
            "违约率目标",
            grammar="decimal",
            width=10,
        ),
        text("leader", "组长", "Jefe", "Head", "领导小组组长", width=10),
        text("deputies", "副组长", "Subjefes", "Deputies", "领导小组副组长", width=12),
        text("members", "成员", "Miembros", "Members", "小组成员", "领导小组成员", width=20),
        text("duties", "职责分工", "Funciones", "Duties", "主要职责", "职责任务", width=24),
    ),
)
