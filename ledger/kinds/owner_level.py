"""清收层级: whether an office or the head office collects a bad loan; 副本帐 moves no account."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, text, titles

OWNER_LEVEL = Kind(
    name="owner_level",
    titles=titles("清收层级", "Nivel de recuperación", "Who collects"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("level",),),
    source="mechanism 59 (集中清收与分散清收; 副本帐实行虚拟集中)",
    fields=(
        day("on", "层级确定日期", "Fecha", "Set on", "上划日期", "集中日期", required=True),
        chosen(
            "level",
            "清收层级",
            "Nivel",
            "Level",
            choice(
                "office",
                "网点清收",
                "Oficina",
                "Office",
                "分散清收",
                "信用社",
                "经营单位清收",
                "责任清收",
            ),
            choice(
                "central", "联社集中", "Central", "Head office", "集中清收", "划归联社", "账户上划"
            ),
            choice(
                "shadow",
                "副本账集中",
                "Central, cuenta espejo",
                "Head office, shadow account",
                "副本帐",
                "副本账",
                "虚拟集中",
            ),
            labels=("集中方式", "清收模式", "管理层级"),
            required=True,
            width=12,
        ),
        text(
            "collector_unit",
            "清收机构",
            "Unidad que cobra",
            "Collecting unit",
            "集中清收部门",
            "清收部门",
            width=14,
        ),
        text("why", "集中原因", "Motivo", "Reason", width=18),
    ),
)
