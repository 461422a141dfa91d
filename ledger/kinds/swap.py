"""票据置换、资金置换: a bad loan that was exchanged for a central bank bill or for money."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, money, text, titles

SWAP = Kind(
    name="swap",
    titles=titles("不良贷款置换", "Sustitución de cartera", "Swapped bad loans"),
    about=LOAN,
    dated_by="on",
    key=("on", "means"),
    needs=(
        ("means",),
        ("swapped_fen",),
    ),
    source="票据置换、资金置换 ledgers of a rural bank",
    fields=(
        day("on", "置换日期", "Fecha", "Swapped on", "置换时间", required=True),
        chosen(
            "means",
            "置换方式",
            "Medio",
            "Means",
            choice(
                "bill",
                "票据置换",
                "Por títulos",
                "For bills",
                "央行票据",
                "专项票据",
                "专项中央银行票据",
                "票据",
            ),
            choice("money", "资金置换", "Por fondos", "For money", "资金", "政府资金", "财政资金"),
            choice("asset", "资产置换", "Por activos", "For assets", "优质资产"),
            labels=("置换类型", "置换种类"),
            required=True,
            width=10,
        ),
        money(
            "swapped_fen",
            "置换本金",
            "Capital",
            "Principal",
            "置换金额",
            "置换贷款本金",
            required=True,
            width=15,
        ),
        money(
            "swapped_interest_fen", "置换利息", "Intereses", "Interest", "置换表内利息", width=15
        ),
        text("batch", "置换批次", "Lote", "Batch", "批次", "票据编号", width=14),
        money(
            "collected_fen",
            "置换后收回",
            "Recuperado después",
            "Received since",
            "置换后收回本金",
            width=15,
        ),
        text(
            "holder", "受托管理", "Administra", "Managed by", "受托管理机构", "委托管理", width=14
        ),
    ),
)
