"""重点清收名单: households and loans on a named list: 三级百户, a campaign's annex, a squad's."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Kind
from ledger.kinds.shared import choice, chosen, day, ends, money, text, titles

TARGET_LIST = Kind(
    name="target_list",
    titles=titles("重点清收名单", "Lista de recuperación", "Target list"),
    about=EITHER,
    dated_by="on",
    key=("list", "on"),
    subject="list",
    needs=(("list",),),
    check=lambda values: ends(values, "on", "off_on"),
    source="mechanisms 47, 48 (三级百户), 49 (村组贷款), 75, 76 (目标计划附表)",
    fields=(
        day(
            "on", "列入日期", "Incluido el", "Listed on", "入册日期", "列入名单日期", required=True
        ),
        text(
            "list",
            "名单名称",
            "Lista",
            "List",
            "名单",
            "清收名单",
            "所属名单",
            required=True,
            width=16,
        ),
        chosen(
            "level",
            "名单级别",
            "Nivel",
            "Level",
            choice("province", "省级", "Provincial", "Province", "省联社", "省"),
            choice("city", "市级", "Municipal", "City", "市办", "市"),
            choice("county", "县级", "Comarcal", "County", "联社", "县", "县联社"),
            choice("office", "社级", "Oficina", "Office", "信用社", "支行", "网点"),
            labels=("级别", "百户级别"),
            width=8,
        ),
        money(
            "target_fen",
            "名单清收任务",
            "Meta",
            "Target",
            "清收任务",
            "任务金额",
            "计划清收金额",
            width=15,
        ),
        day("deadline", "名单完成时限", "Plazo", "Deadline", "完成时限", "完成期限"),
        text("squad", "清收专班", "Equipo", "Squad", "专班", "清收组", width=12),
        text(
            "officer",
            "包案责任人",
            "Responsable",
            "Responsible",
            "包户责任人",
            "清收责任人",
            "责任人",
            width=10,
        ),
        day("off_on", "移出日期", "Retirado el", "Taken off on", "销号日期", "移出名单日期"),
        text("outcome", "移出原因", "Resultado", "Outcome", "销号原因", "移出说明", width=18),
    ),
)
