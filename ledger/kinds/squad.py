"""清收专班: a squad with its head, its people, its area and its task."""

from __future__ import annotations

from ledger.kinds.declaration import OFFICE, Kind
from ledger.kinds.shared import day, ends, money, text, titles

SQUAD = Kind(
    name="squad",
    titles=titles("清收专班", "Equipos de recuperación", "Collection squads"),
    about=OFFICE,
    dated_by="on",
    key=("squad", "on"),
    subject="squad",
    needs=(
        ("squad",),
        ("leader", "members"),
    ),
    check=lambda values: ends(values, "on", "until_on"),
    source="mechanism 48 (专班清收)",
    fields=(
        day("on", "成立日期", "Formado el", "Formed on", "组建日期", required=True),
        text(
            "squad",
            "专班名称",
            "Equipo",
            "Squad",
            "清收专班",
            "清收组",
            "专班",
            required=True,
            width=14,
        ),
        text("leader", "专班负责人", "Jefe", "Head", "负责人", "班长", "组长", width=10),
        text("members", "专班成员", "Miembros", "Members", "成员", "组员", width=24),
        text("area", "清收范围", "Ámbito", "Area", "负责片区", "片区", width=18),
        money("task_fen", "专班任务", "Meta", "Task", "专班清收任务", "清收任务", width=15),
        day("until_on", "撤销日期", "Disuelto el", "Until", "解散日期"),
    ),
)
