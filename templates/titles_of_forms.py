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
}

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
}  # fmt: skip
