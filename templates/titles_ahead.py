"""What people call the figures of plans, and how each is computed, in the three languages."""

from __future__ import annotations

Said = dict[str, tuple[str, str, str]]

TITLES: Said = {
    "inspections_missed": ("应查未查次数", "Visitas no realizadas", "Inspections missed"),
    "without_manager": ("未明确管户人户数", "Hogares sin oficial", "Households without a manager"),
    "without_classed": ("未分类户数", "Hogares sin clasificar", "Households not classified"),
    "without_target": (
        "未定清收（收回）目标户数", "Hogares sin meta", "Households without a target",
    ),
    "without_plan": ("未定方案户数", "Hogares sin plan", "Households without a plan"),
    "without_file": ("无归档资料户数", "Hogares sin expediente", "Households without papers"),
    "to_reassign": ("应调整管理层级（部门）户数", "Hogares por reasignar", "To be reassigned"),
    "left_behind": ("离岗人员名下贷款笔数", "Créditos de oficiales cesados", "Loans left behind"),
    "tier_households": ("按规模分层户数", "Hogares por tamaño", "Households by size"),
    "tier_balance": ("按规模分层余额", "Saldo por tamaño", "Balance by size"),
    "planned": ("年度计划", "Plan del año", "Plan of the year"),
    "targets": ("客户经理目标合计", "Metas de los oficiales", "Targets of officers"),
    "deposits_fen": ("存款目标", "Meta de depósitos", "Deposits target"),
    "principal_fen": ("收回本金目标", "Meta de capital", "Principal target"),
    "interest_fen": ("收息目标", "Meta de intereses", "Interest target"),
    "bad_fen": ("清收不良目标", "Meta de morosos", "Bad loans target"),
    "marketing_fen": ("营销目标", "Meta de colocación", "Marketing target"),
    "warnings_open": ("未解除预警", "Alertas abiertas", "Warnings open"),
    "rectifications_open": ("未完成整改", "Regularizaciones abiertas", "Rectifications open"),
    "rectifications_overdue": ("逾期未整改", "Regularizaciones vencidas", "Rectifications overdue"),
    "sheets_filled": ("检查评分表", "Fichas de puntaje", "Score sheets"),
    "sheets_failed": ("评分不合格", "Fichas desaprobadas", "Sheets failed"),
    "lawsuits_open": ("在诉（执行）案件", "Juicios en curso", "Cases in court"),
    "training": ("信贷培训次数", "Capacitaciones", "Trainings"),
    "income": ("总收入", "Ingresos", "Income"),
    "expense": ("总支出", "Gastos", "Expense"),
    "profit": ("利润", "Utilidad", "Profit"),
}  # fmt: skip

RULES: Said = {
    "inspections_missed": (
        "截至基准日应做而没有做的检查次数", "visitas debidas hasta la fecha y no hechas",
        "visits due by the day and not made",
    ),
    "planned": ("台账中登记的年度计划", "según el plan registrado", "as the plan on record sets"),
    "targets": ("各客户经理目标之和", "suma de las metas", "sum of the officers' targets"),
    "tier_households": ("按户合计余额分层的户数", "hogares según lo adeudado", "by all that is owed"),
    "tier_balance": ("按户合计余额分层的余额", "saldo según lo adeudado", "by all that is owed"),
    "without_file": ("有余额而无归档资料的户", "con saldo y sin papeles", "owing, no papers filed"),
    "warnings_open": ("截至基准日未解除的预警", "sin levantar a la fecha", "not released by the day"),
}  # fmt: skip
