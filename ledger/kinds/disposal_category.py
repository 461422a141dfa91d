"""不良贷款处置类别: which of six ways a bad loan is to be dealt with; a move is a further fact."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, text, titles

DISPOSAL_CATEGORY = Kind(
    name="disposal_category",
    titles=titles(
        "不良贷款处置类别", "Vía de recuperación de créditos morosos", "Disposal of bad loans"
    ),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("category",),),
    source="mechanism 13: 清收、依法起诉、盘活、保全、以资抵债、核销",
    fields=(
        day(
            "on",
            "归类日期",
            "Fecha de asignación",
            "Assigned on",
            "建账日期",
            "划转日期",
            "归类时间",
            required=True,
        ),
        chosen(
            "category",
            "处置类别",
            "Vía",
            "Category",
            choice("collect", "清收", "Cobro", "Collection", "正常清收", "现金清收"),
            choice(
                "sue",
                "依法起诉",
                "Demanda judicial",
                "Lawsuit",
                "起诉",
                "诉讼",
                "依法清收",
                "依法收贷",
            ),
            choice("revive", "盘活", "Reactivación", "Revival", "盘活重组", "重组", "重组盘活"),
            choice("preserve", "保全", "Preservación", "Preservation", "资产保全", "债权保全"),
            choice(
                "repossess", "以资抵债", "Dación en pago", "Assets for debt", "抵债", "以物抵债"
            ),
            choice("write_off", "核销", "Castigo", "Write-off", "呆账核销"),
            labels=("不良类别", "清收类别", "处置类型", "六分类"),
            required=True,
            width=10,
        ),
        text("why", "归类原因", "Motivo", "Reason", "划转原因", "调整原因", width=24),
        text(
            "decided_by",
            "归类决定人",
            "Decidido por",
            "Decided by",
            "决定人",
            "批准人",
            "审批人",
            width=12,
        ),
    ),
)
