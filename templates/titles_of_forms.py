"""What people call the figures of forms about one loan, unit or month, and how each is computed."""

from __future__ import annotations

Titles = dict[str, tuple[str, str, str]]

TITLES: Titles = {
    "collateral_value": ("抵（质）押物价值", "Valor de la garantía", "Value of the security"),
    "guaranteed": ("保证金额", "Monto afianzado", "Amount guaranteed"),
    "payment": ("支付金额", "Pago", "Payment"),
    "payments": ("已登记支付合计", "Pagos registrados", "Payments on record"),
    "payments_lacking": ("没有支付去向记录的金额", "Sin destino registrado", "Without a record"),
    "invoices": ("已登记发票份数", "Facturas registradas", "Invoices on record"),
    "invoice_sum": ("已登记发票价税合计", "Importe facturado", "Sum of the invoices"),
    "proofs": ("已归档用途资料件数", "Comprobantes archivados", "Papers of use on file"),
    "debt_elsewhere": ("他行负债余额", "Deuda en otra entidad", "Debt elsewhere"),
    "agreed": ("约定结算量", "Operaciones pactadas", "Settlement agreed"),
    "settled": ("实际结算量", "Operaciones realizadas", "Settled here"),
    "signal": ("预警信号", "Señal de alerta", "Alert"),
    "exposure": ("该户贷款余额合计", "Deuda del cliente", "Owed by the household"),
    "repaid": ("已收回本金", "Capital cobrado", "Principal repaid"),
    "days_to_due": ("距到期日天数", "Días hasta el vencimiento", "Days until it is due"),
    "points_lost": ("扣分", "Puntos perdidos", "Points lost"),
    "score_lost": ("扣分合计", "Puntos perdidos en total", "Points lost in all"),
    "score_total": ("检查得分", "Puntaje", "Score"),
    "score_stated": ("表上得分", "Puntaje escrito", "Score as written"),
    "fine": ("建议扣减金额", "Descuento propuesto", "Fine proposed"),
    "methods_done": ("已落实的方法", "Métodos cumplidos", "Methods done"),
    "methods_applicable": ("适用的方法", "Métodos aplicables", "Methods that apply"),
    "inspections_late": (
        "超过应检查日的贷款", "Visitas atrasadas", "Inspections late",
    ),
    "new_overdue_count": (
        "新增逾期笔数", "Nuevos vencidos (número)", "Newly overdue (number)",
    ),
    "new_overdue_sum": (
        "新增逾期余额", "Nuevos vencidos (saldo)", "Newly overdue (balance)",
    ),
    "cured_count": (
        "不再逾期笔数", "Regularizados (número)", "No longer overdue (number)",
    ),
    "cured_sum": (
        "不再逾期余额", "Regularizados (saldo)", "No longer overdue (balance)",
    ),
    "class_opening": (
        "期初余额和本月发放", "Saldo inicial y otorgado", "Opening balance and granted",
    ),
    "class_moved": (
        "期末分类余额", "Saldo por categoría al cierre", "Balance by class at the end",
    ),
    "class_repaid": (
        "本月收回", "Cobrado en el mes", "Repaid in the month",
    ),
    "warnings_raised": (
        "发起风险预警", "Alertas emitidas", "Warnings raised",
    ),
    "warnings_released": (
        "解除风险预警", "Alertas levantadas", "Warnings released",
    ),
    "warnings_open": (
        "未解除风险预警", "Alertas abiertas", "Warnings open",
    ),
    "rectifications_open": (
        "未销号整改", "Órdenes abiertas", "Notices open",
    ),
    "rectifications_overdue": (
        "逾期未改", "Órdenes vencidas", "Notices overdue",
    ),
    "contact": (
        "催收登记次数", "Gestiones de cobro", "Contacts",
    ),
    "loans_ever": (
        "在本社贷款笔数", "Créditos aquí", "Loans here",
    ),
    "loans_paid": (
        "已结清笔数", "Créditos cancelados", "Loans paid off",
    ),
    "loans_late": (
        "现逾期笔数", "Créditos vencidos", "Loans overdue",
    ),
    "debts_elsewhere": (
        "他行负债合计", "Deudas en otras entidades", "Debts elsewhere",
    ),
    "collateral_total": (
        "抵（质）押物登记价值合计", "Valor de las garantías", "Value of securities",
    ),
    "collateral_count": (
        "抵（质）押物件数", "Garantías", "Securities",
    ),
    "limit": (
        "核定授信额度", "Límite aprobado", "Limit",
    ),
}  # fmt: skip

RULES: Titles = {
    "collateral_value": (
        "抵质押物台账登记的价值", "valor anotado en el registro", "value as registered",
    ),
    "guaranteed": ("保证人台账登记的金额", "monto anotado en el registro", "as registered"),
    "payment": ("资金流向台账登记的一笔支付", "un pago anotado", "one payment as recorded"),
    "payments": ("该笔贷款已登记支付金额合计", "suma de los pagos anotados", "payments, summed"),
    "payments_lacking": (
        "借据金额－已登记支付合计", "monto − pagos anotados", "amount − payments on record",
    ),
    "invoices": ("发票台账登记的份数", "facturas anotadas", "invoices, counted"),
    "invoice_sum": ("发票台账登记的价税合计", "suma de las facturas", "invoices, summed"),
    "proofs": ("户档中用途证明和用途凭证件数", "comprobantes del expediente", "papers, counted"),
    "debt_elsewhere": ("他行负债台账最近一次登记", "último dato anotado", "as last stated"),
    "agreed": ("结算量台账最近一季约定数", "pactado del último trimestre", "as last agreed"),
    "settled": ("结算量台账最近一季实际数", "operado del último trimestre", "as last stated"),
    "signal": ("系统按预警规则发现的事实条数", "hechos que dan la señal", "facts of the alert"),
    "exposure": (
        "该户未结清借据余额合计", "saldo de los créditos abiertos", "open loans, summed",
    ),
    "repaid": ("该笔贷款累计收回的本金", "capital cobrado del crédito", "receipts, summed"),
    "days_to_due": ("到期日－检查基准日", "vencimiento − fecha de corte", "due date − day"),
    "points_lost": ("检查扣分明细登记的扣分", "puntos anotados", "points as recorded"),
    "score_lost": ("各项扣分合计", "suma de los puntos perdidos", "points lost, summed"),
    "score_total": ("100分－扣分合计", "100 − puntos perdidos", "100 − points lost"),
    "score_stated": ("评分表上写的得分", "puntaje anotado en la ficha", "as written on the sheet"),
    "fine": ("得分低于合格标准时按设置提出", "según los ajustes, si desaprueba", "by the settings"),
    "methods_done": ("适用方法中台账反映已落实的项数", "cumplidos según el registro", "done"),
    "methods_applicable": ("十大方法中适用于该笔贷款的项数", "métodos que aplican", "apply"),
    "inspections_late": (
        "应检查日已过而没有检查的未结清贷款笔数", "créditos con visita atrasada", "open loans with a late inspection",
    ),
    "new_overdue_count": (
        "期末逾期而期初未逾期的笔数", "vencidos al cierre y no al inicio", "overdue at the end, not before",
    ),
    "new_overdue_sum": (
        "期末逾期而期初未逾期的余额", "saldo vencido al cierre y no al inicio", "balance overdue at the end, not before",
    ),
    "cured_count": (
        "期初逾期而期末不再逾期的笔数", "vencidos al inicio y no al cierre", "overdue before, not at the end",
    ),
    "cured_sum": (
        "期初逾期而期末不再逾期的贷款期初余额", "su saldo al inicio", "their balance before",
    ),
    "class_opening": (
        "该类贷款期初余额，新放贷款为发放额", "saldo inicial de la categoría", "opening balance of the class",
    ),
    "class_moved": (
        "期初该类贷款期末在各类的余额", "saldo al cierre por categoría", "balance at the end by class",
    ),
    "class_repaid": (
        "期初余额加发放减期末余额", "inicial + otorgado − final", "opening + granted − closing",
    ),
    "warnings_raised": (
        "本期发起的风险预警件数", "alertas del período", "warnings of the period",
    ),
    "warnings_released": (
        "本期解除的风险预警件数", "alertas levantadas", "released in the period",
    ),
    "warnings_open": (
        "期末未解除的风险预警件数", "alertas sin levantar", "not released at the day",
    ),
    "rectifications_open": (
        "期末未复查合格的整改通知件数", "órdenes sin cerrar", "notices not done",
    ),
    "rectifications_overdue": (
        "期末超过整改期限的通知件数", "órdenes fuera de plazo", "notices past their deadline",
    ),
    "contact": (
        "本期催收台账登记的次数", "gestiones anotadas", "contacts on record",
    ),
    "loans_ever": (
        "该户台账登记的借据笔数", "créditos del cliente", "loans of the household",
    ),
    "loans_paid": (
        "该户已结清的借据笔数", "créditos cancelados", "paid off",
    ),
    "loans_late": (
        "该户现逾期的借据笔数", "créditos vencidos", "overdue now",
    ),
    "debts_elsewhere": (
        "他行负债台账最近登记余额合计", "suma de lo último anotado", "as last stated, summed",
    ),
    "collateral_total": (
        "抵质押物台账登记价值合计", "suma de los valores anotados", "as registered, summed",
    ),
    "collateral_count": (
        "抵质押物台账登记件数", "garantías anotadas", "as registered, counted",
    ),
    "limit": (
        "评级台账核定的额度", "límite anotado", "as rated",
    ),
}  # fmt: skip
