"""Titles and formulas of the figures that only summaries state: (zh, es, en)."""

from __future__ import annotations

TITLES: dict[str, tuple[str, str, str]] = {
    "planned_sum": ("年度投放计划", "Plan de colocación", "Lending plan"),
    "new_npl_uninspected": (
        "转不良前漏检笔数", "Nuevos en mora con visita omitida", "New non-performing, visit missed",
    ),
    "downgraded_sum": ("分类下调余额", "Saldo que bajó de categoría", "Balance downgraded"),
    "upgraded_sum": ("分类上调余额", "Saldo que subió de categoría", "Balance upgraded"),
    "due_extended": ("到期展期余额", "Vencimientos prorrogados", "Maturities extended"),
    "due_refinanced": ("到期借新还旧金额", "Vencimientos refinanciados", "Maturities refinanced"),
    "largest_borrower_balance": ("最大单户贷款余额", "Saldo del mayor deudor", "Largest borrower"),
    "top_ten_balance": ("最大十户贷款余额", "Saldo de los diez mayores", "Ten largest borrowers"),
    "income": ("各项收入", "Ingresos", "Income"),
    "expense": ("各项支出", "Gastos", "Expense"),
    "profit": ("账面利润", "Utilidad", "Profit"),
    "target": ("目标", "Meta", "Target"),
    "contact": ("催收登记", "Gestiones de cobro", "Contacts with debtors"),
    "lawsuits_filed": ("起诉件数", "Demandas presentadas", "Suits filed"),
    "lawsuits_amount": ("起诉标的", "Cuantía demandada", "Amount in dispute"),
    "lawsuits_open": ("未结案件", "Causas abiertas", "Open cases"),
    "lawsuits_judged": ("已判决待执行案件", "Causas por ejecutar", "Cases to be enforced"),
    "lawsuits_enforced": ("执行中案件", "Causas en ejecución", "Cases being enforced"),
    "execution_received": ("执行到位金额", "Cobrado en ejecución", "Collected by enforcement"),
    "assets_taken": ("以资抵债金额", "Capital compensado con bienes", "Offset by assets"),
    "write_off_receipt_after": ("核销后收回", "Cobrado tras el castigo", "Collected after write-off"),
    "warnings_raised": ("发出预警", "Alertas emitidas", "Warnings raised"),
    "warnings_released": ("解除预警", "Alertas levantadas", "Warnings released"),
    "warnings_open": ("未解除预警", "Alertas abiertas", "Open warnings"),
    "rectifications_issued": ("下发限期整改", "Órdenes emitidas", "Notices issued"),
    "rectifications_done": ("整改到位", "Órdenes cumplidas", "Notices done"),
    "rectifications_open": ("未完成整改", "Órdenes pendientes", "Open notices"),
    "rectifications_overdue": ("逾期未改", "Órdenes vencidas", "Overdue notices"),
    "sheets_filled": ("检查评分份数", "Fichas llenadas", "Score sheets"),
    "sheets_failed": ("不合格评分份数", "Fichas desaprobadas", "Score sheets failed"),
    "training": ("培训次数", "Capacitaciones", "Training sessions"),
    "training_attendance": ("培训人次", "Asistencias", "Attendances"),
    "sanction": ("责任追究", "Sanciones", "Sanctions"),
    "credit_village": ("新评信用村", "Aldeas de crédito nuevas", "New credit villages"),
}  # fmt: skip

_FACTS = (
    "按台账登记逐条计数", "hechos anotados en el registro", "facts recorded in the ledger, counted",
)  # fmt: skip

RULES: dict[str, tuple[str, str, str]] = {
    "planned_sum": ("台账登记的年度计划", "plan anotado para el año", "plan recorded for the year"),
    "new_npl_uninspected": (
        "新增不良中，转不良前365天内有应检未检的笔数",
        "nuevos en mora a los que faltó una visita en los 365 días previos",
        "newly non-performing, a visit missed within the 365 days before",
    ),
    "downgraded_sum": (
        "期初期末均未结清、分类变差的余额",
        "créditos vigentes todo el período cuya categoría bajó",
        "loans owed all through the period whose class fell",
    ),
    "upgraded_sum": (
        "期初期末均未结清、分类变好的余额",
        "créditos vigentes todo el período cuya categoría subió",
        "loans owed all through the period whose class rose",
    ),
    "due_extended": (
        "期内原到期、办理展期的余额", "vencimientos prorrogados", "maturities put off",
    ),
    "due_refinanced": (
        "期内到期、以借新还旧收回的本金", "vencimientos pagados con crédito nuevo",
        "maturities repaid by new borrowing",
    ),
    "largest_borrower_balance": (
        "余额最大的一户", "saldo del hogar que más debe", "balance of the household owing most",
    ),
    "top_ten_balance": (
        "余额最大的十户合计", "saldo de los diez hogares que más deben",
        "balance of the ten households owing most",
    ),
    "income": ("财会部门提供", "dato de contabilidad", "from the accounts"),
    "expense": ("财会部门提供", "dato de contabilidad", "from the accounts"),
    "profit": ("财会部门提供", "dato de contabilidad", "from the accounts"),
    "target": ("台账登记的目标", "meta anotada en el registro", "target recorded in the ledger"),
    "difference": ("本期数－对比数", "ahora − antes", "now − before"),
    "growth": ("增减额÷对比数", "variación ÷ antes", "change ÷ before"),
    "share": ("部分÷整体", "parte ÷ total", "part ÷ whole"),
    "rest": ("应有数－已有数", "total − parte", "whole − part"),
    "together": ("各项相加", "suma", "sum"),
    "how_many": ("逐个计数", "número de ellos", "how many they are"),
    "count_of": ("对应记录笔数", "número de registros", "number of rows"),
    **dict.fromkeys(
        (name for name in TITLES if name not in (
            "planned_sum", "new_npl_uninspected", "downgraded_sum", "upgraded_sum", "due_extended",
            "due_refinanced", "largest_borrower_balance", "top_ten_balance", "income", "expense",
            "profit", "target",
        )),
        _FACTS,
    ),
}  # fmt: skip
