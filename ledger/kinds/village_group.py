"""村组贷款: that a household is a village or a group of one, and what was done about its debt."""

from __future__ import annotations

from ledger.kinds.declaration import HOUSEHOLD, Kind
from ledger.kinds.shared import day, text, titles

VILLAGE_GROUP = Kind(
    name="village_group",
    titles=titles("村组贷款登记", "Préstamos a grupos de aldea", "Village-group loans"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on",),
    needs=(("group",),),
    source="mechanism 49 (村组贷款: 与村组干部联系, 向党政汇报, 土地流转)",
    fields=(
        day("on", "村组登记日期", "Fecha", "Stated on", "登记日期", required=True),
        text("group", "村组名称", "Grupo", "Group", "村民小组", "村组", required=True, width=14),
        text(
            "cadre", "村组负责人", "Dirigente", "Head of the group", "村组干部", "村干部", width=10
        ),
        text(
            "resources",
            "可用资源",
            "Recursos",
            "Resources",
            "土地资源",
            "征地补偿",
            "集体资产",
            width=20,
        ),
        text(
            "reported_to",
            "汇报对象",
            "Informado a",
            "Reported to",
            "汇报党政",
            "汇报单位",
            width=14,
        ),
        text("answer", "党政答复", "Respuesta", "Answer", "答复", "协调结果", width=20),
    ),
)
