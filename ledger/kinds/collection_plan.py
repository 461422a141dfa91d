"""一户一策 with 六定: what is to be collected, by whom, until when, how, for what reward."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Kind
from ledger.kinds.shared import day, ends, money, text, titles

COLLECTION_PLAN = Kind(
    name="collection_plan",
    titles=titles("一户一策清收方案", "Plan de recuperación", "Collection plan"),
    about=EITHER,
    dated_by="on",
    key=("on",),
    needs=(
        ("measures",),
        ("monthly_fen", "goal_fen", "deadline", "discipline"),
    ),
    check=lambda values: ends(values, "on", "deadline"),
    source="mechanisms 14 (一户一策), 63 (六定: 任务、报酬、时间、措施、纪律、奖惩)",
    fields=(
        day(
            "on", "方案日期", "Fecha del plan", "Plan of", "制定日期", "方案制定日期", required=True
        ),
        money(
            "goal_fen", "清收目标", "Meta", "Goal", "清收目标金额", "清收任务", "目标金额", width=15
        ),
        money(
            "monthly_fen",
            "月清收任务",
            "Tarea mensual",
            "Monthly task",
            "定任务",
            "按月任务",
            "月任务",
            "每月任务",
            width=15,
        ),
        text("reward", "清收报酬", "Retribución", "Reward", "定报酬", "报酬", "提成标准", width=16),
        day(
            "deadline",
            "清收期限",
            "Plazo",
            "Deadline",
            "定时间",
            "清收时限",
            "完成时限",
            "完成期限",
        ),
        text(
            "measures",
            "清收措施",
            "Medidas",
            "Measures",
            "定措施",
            "措施",
            "工作措施",
            "具体措施",
            "清收方案",
            required=True,
            width=30,
        ),
        text(
            "discipline", "清收纪律", "Disciplina", "Discipline", "定纪律", "纪律", "定纪", width=16
        ),
        text(
            "consequences",
            "清收奖惩",
            "Premios y sanciones",
            "Rewards and penalties",
            "定奖惩",
            "奖惩",
            width=16,
        ),
        text(
            "officer",
            "方案责任人",
            "Responsable",
            "Responsible",
            "清收责任人",
            "包收人",
            "责任人",
            width=10,
        ),
        text("squad", "清收组", "Equipo", "Squad", "清收小组", "专班", "清收专班", width=12),
        text(
            "approved_by", "方案批准人", "Aprobado por", "Approved by", "批准人", "审批人", width=10
        ),
    ),
)
