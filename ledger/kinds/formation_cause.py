"""形成原因: why a loan turned bad, in the trade's own classes and in words."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import choice, chosen, day, text, titles

FORMATION_CAUSE = Kind(
    name="formation_cause",
    titles=titles("不良贷款形成原因", "Causa de la morosidad", "Why the loan turned bad"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("cause",),),
    source="mechanisms 20, 46; 不良资产责任认定表 of a rural bank (主观: 发放环节、贷后环节; 客观)",
    fields=(
        day(
            "on",
            "成因认定日期",
            "Fecha",
            "Determined on",
            "原因认定日期",
            "认定日期",
            required=True,
        ),
        chosen(
            "cause",
            "形成原因",
            "Causa",
            "Cause",
            choice(
                "granting",
                "发放环节",
                "Otorgamiento",
                "Granting",
                "贷前调查不实",
                "违规发放",
                "发放违规",
                "审批不严",
            ),
            choice(
                "aftercare",
                "贷后环节",
                "Seguimiento",
                "Aftercare",
                "贷后管理不到位",
                "贷后失职",
                "贷后检查不到位",
            ),
            choice("misuse", "挪用", "Desvío de fondos", "Misuse", "改变用途", "挤占挪用"),
            choice(
                "impostor",
                "冒名顶名",
                "Suplantación",
                "Borrowed in another's name",
                "冒名",
                "顶名",
                "借名",
                "垒大户",
            ),
            choice(
                "business",
                "经营不善",
                "Mal negocio",
                "Bad business",
                "经营失败",
                "市场",
                "市场风险",
                "亏损",
            ),
            choice("disaster", "自然灾害", "Desastre natural", "Natural disaster", "灾害", "疫病"),
            choice(
                "misfortune",
                "疾病意外",
                "Enfermedad o accidente",
                "Illness or accident",
                "疾病",
                "死亡",
                "意外",
                "事故",
            ),
            choice("evasion", "恶意逃废债", "Evasión", "Evasion", "逃废债", "恶意拖欠", "赖债"),
            choice(
                "security",
                "担保失效",
                "Garantía fallida",
                "Security failed",
                "担保落空",
                "抵押落空",
            ),
            choice(
                "policy", "政策原因", "Política pública", "Policy", "政策", "行政干预", "历史遗留"
            ),
            labels=("形成不良原因", "不良成因", "成因"),
            required=True,
            width=12,
        ),
        text(
            "detail", "成因说明", "Detalle", "Detail", "原因说明", "具体原因", "原因分析", width=30
        ),
        text(
            "found_by",
            "成因认定人",
            "Determinado por",
            "Determined by",
            "认定人",
            "分析人",
            width=10,
        ),
    ),
)
