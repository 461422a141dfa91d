"""What people call the indicators of `ledger.indicators`, in the three languages."""

from __future__ import annotations

from ledger import classes, guarantees
from ledger.figure import Figure
from templates import titles_ahead, titles_of_forms, titles_of_summaries

_TITLES: dict[str, tuple[str, str, str]] = {
    "granted_count": ("贷款发放笔数", "Créditos otorgados (número)", "Loans granted (number)"),
    "granted_sum": ("贷款发放金额", "Créditos otorgados (monto)", "Loans granted (amount)"),
    "outstanding_count": (
        "贷款结余笔数",
        "Créditos vigentes (número)",
        "Loans outstanding (number)",
    ),
    "outstanding_balance": ("贷款结余金额", "Saldo de cartera", "Loan balance"),
    "plan_percent": ("完成投放计划", "Cumplimiento del plan", "Plan fulfilled"),
    "recovered_count": (
        "累计收回笔数",
        "Cobros de capital (número)",
        "Principal collected (payments)",
    ),
    "recovered_sum": ("累计收回本金", "Capital recuperado", "Principal collected"),
    "npl_count": ("不良贷款笔数", "Créditos en cartera en mora", "Non-performing loans (number)"),
    "npl_balance": ("不良贷款余额", "Saldo de cartera en mora", "Non-performing balance"),
    "npl_ratio": ("不良贷款率", "Índice de morosidad", "Non-performing ratio"),
    "new_npl_count": (
        "新增不良笔数",
        "Nuevos créditos en mora",
        "New non-performing loans (number)",
    ),
    "new_npl_sum": ("新增不良金额", "Nueva cartera en mora", "New non-performing amount"),
    "npl_recovered_sum": (
        "收回不良贷款本金",
        "Recuperación de cartera en mora",
        "Non-performing principal collected",
    ),
    "interest_due": ("应收利息", "Intereses exigibles", "Interest due"),
    "interest_received": ("实收利息", "Intereses cobrados", "Interest received"),
    "interest_collection_rate": (
        "利息回收率",
        "Tasa de cobro de intereses",
        "Interest collection rate",
    ),
    "due_principal": ("到期贷款本金", "Capital con vencimiento en el año", "Principal falling due"),
    "due_recovered": ("到期贷款收回本金", "Capital vencido recuperado", "Due principal collected"),
    "due_recovery_rate": (
        "到期贷款收回率",
        "Tasa de recuperación al vencimiento",
        "Recovery rate of due principal",
    ),
    "overdue_balance": ("逾期贷款余额", "Saldo de créditos vencidos", "Overdue balance"),
    "overdue_ratio": ("逾期率", "Índice de cartera vencida", "Overdue ratio"),
    "arrears_interest": ("欠息余额", "Intereses en atraso", "Interest in arrears"),
    "class_balance": ("分类余额", "Saldo por clasificación", "Balance by class"),
    "class_count": ("分类笔数", "Número por clasificación", "Number by class"),
    "guarantee_balance": ("担保方式余额", "Saldo por tipo de garantía", "Balance by security"),
    "household_count": ("贷款户数", "Hogares con crédito", "Households with loans"),
    "maturing_sum": ("到期贷款本金", "Vencimientos por mes", "Maturities by month"),
    "inspections_due": ("应做贷后检查", "Visitas de seguimiento debidas", "Inspections due"),
    "inspections_done": ("已做贷后检查", "Visitas de seguimiento hechas", "Inspections done"),
    "inspection_rate": ("贷后检查完成率", "Cumplimiento de visitas", "Inspections completed"),
    "inspections_planned": ("应做检查", "Visitas previstas", "Inspections planned"),
    "maturing_count": ("到期笔数", "Vencimientos (número)", "Maturities (number)"),
    "value_fen": ("抵质押物评估价值", "Valor de tasación", "Appraised value"),
    "plan_received": ("方案制定以来收回本息", "Cobrado desde el plan", "Received since the plan"),
    "bad_balance": ("其中不良贷款余额", "De ellos, en mora", "Of it, non-performing"),
    "planned_principal": ("计划收回本金", "Capital previsto", "Principal planned"),
    "planned_interest": ("计划收回利息", "Intereses previstos", "Interest planned"),
    "days_to_maturity": ("距到期天数", "Días al vencimiento", "Days to maturity"),
    "debt_count": ("所列贷款笔数", "Créditos listados (número)", "Loans listed (number)"),
    "debt_balance": ("所列贷款本金余额合计", "Saldo de capital listado", "Principal listed"),
    "debt_arrears": ("所列贷款欠息合计", "Intereses en atraso listados", "Arrears listed"),
    "balance_fen": ("贷款余额", "Saldo del crédito", "Loan balance"),
    "amount_fen": ("借据金额", "Monto del crédito", "Loan amount"),
    "days_overdue": ("逾期天数", "Días de atraso", "Days past due"),
    "arrears_fen": ("欠息", "Intereses en atraso", "Interest in arrears"),
    "arrears_in_fen": ("表内欠息", "Intereses en atraso en balance", "Arrears on balance sheet"),
    "arrears_off_fen": (
        "表外欠息",
        "Intereses en atraso fuera de balance",
        "Arrears off balance sheet",
    ),
}

_TITLES |= titles_of_summaries.TITLES | titles_ahead.TITLES

_PLACE = {"zh": 0, "es": 1, "en": 2}

# How each is computed, for the appendix. The ledger's own query stands in the side file.
_RULES: dict[str, tuple[str, str, str]] = {
    "granted_count": (
        "年内发放的借据笔数",
        "número de desembolsos del año",
        "drawdowns of the year, counted",
    ),
    "granted_sum": (
        "年内发放的借据金额合计",
        "suma de los desembolsos del año",
        "sum of the year's drawdowns",
    ),
    "outstanding_count": (
        "期末本金未结清的借据笔数",
        "créditos con capital pendiente a la fecha",
        "loans with principal open at the date",
    ),
    "outstanding_balance": (
        "期末未结清借据：发放额－累计收回本金",
        "desembolsado − capital cobrado, créditos abiertos",
        "drawn − principal received, open loans",
    ),
    "plan_percent": (
        "年内发放金额÷年度投放计划",
        "desembolsado en el año ÷ plan del año",
        "granted in the year ÷ the year's plan",
    ),
    "recovered_count": (
        "年内收回本金的笔数",
        "cobros de capital del año",
        "receipts of principal in the year",
    ),
    "recovered_sum": (
        "年内收回本金合计",
        "suma de capital cobrado en el año",
        "principal received in the year",
    ),
    "npl_count": (
        "期末次级、可疑、损失类借据笔数",
        "créditos en las tres peores clases a la fecha",
        "loans classed substandard or worse at the date",
    ),
    "npl_balance": (
        "期末次级、可疑、损失类余额合计",
        "saldo de las tres peores clases a la fecha",
        "balance classed substandard or worse at the date",
    ),
    "npl_ratio": (
        "不良贷款余额÷贷款结余金额",
        "cartera en mora ÷ saldo de cartera",
        "non-performing balance ÷ loan balance",
    ),
    "new_npl_count": (
        "年内首次转入次级及以下的笔数",
        "créditos que entraron en mora en el año",
        "loans first classed substandard or worse in the year",
    ),
    "new_npl_sum": (
        "年内首次转入次级及以下的金额",
        "saldo que entró en mora en el año",
        "amount first classed substandard or worse in the year",
    ),
    "npl_recovered_sum": (
        "年内从不良贷款收回的本金",
        "capital cobrado de cartera en mora en el año",
        "principal received in the year on non-performing loans",
    ),
    "interest_due": (
        "年内到期应收利息合计",
        "intereses exigibles en el año",
        "interest falling due in the year",
    ),
    "interest_received": (
        "年内实收利息合计",
        "intereses cobrados en el año",
        "interest received in the year",
    ),
    "interest_collection_rate": (
        "实收利息÷应收利息",
        "intereses cobrados ÷ exigibles",
        "interest received ÷ due",
    ),
    "due_principal": (
        "年内到期的贷款本金",
        "capital que venció en el año",
        "principal falling due in the year",
    ),
    "due_recovered": (
        "年内到期贷款中已收回的本金",
        "capital vencido en el año y ya cobrado",
        "of it, principal received",
    ),
    "due_recovery_rate": (
        "到期贷款收回本金÷到期贷款本金",
        "capital cobrado ÷ capital que venció",
        "due principal received ÷ due principal",
    ),
    "overdue_balance": (
        "期末已逾期借据的余额",
        "saldo de los créditos vencidos a la fecha",
        "balance of overdue loans at the date",
    ),
    "overdue_ratio": (
        "逾期贷款余额÷贷款结余金额",
        "saldo vencido ÷ saldo de cartera",
        "overdue balance ÷ loan balance",
    ),
    "arrears_interest": (
        "期末表内、表外欠息合计",
        "intereses en atraso a la fecha",
        "interest in arrears at the date",
    ),
    "class_balance": (
        "期末该类借据余额",
        "saldo de esa clase a la fecha",
        "balance in that class at the date",
    ),
    "class_count": (
        "期末该类借据笔数",
        "créditos de esa clase a la fecha",
        "loans in that class at the date",
    ),
    "guarantee_balance": (
        "期末该担保方式借据余额",
        "saldo con esa garantía a la fecha",
        "balance secured that way at the date",
    ),
    "household_count": (
        "期末有结余贷款的户数",
        "hogares con saldo a la fecha",
        "households with a balance at the date",
    ),
    "maturing_sum": (
        "当月到期借据的本金余额",
        "saldo que vence en el mes",
        "balance falling due in the month",
    ),
    "maturing_count": (
        "当月到期借据笔数",
        "créditos que vencen en el mes",
        "loans falling due in the month",
    ),
    "inspections_due": (
        "年内按规定应做的检查次数",
        "visitas debidas en el año según las reglas",
        "inspections the rules require in the year",
    ),
    "inspections_done": (
        "应做检查中已按期完成的次数",
        "visitas debidas que se hicieron",
        "of them, done",
    ),
    "inspection_rate": ("已完成次数÷应做次数", "visitas hechas ÷ debidas", "done ÷ due"),
    "balance_fen": (
        "借据金额－累计收回本金",
        "monto − capital cobrado",
        "amount − principal received",
    ),
    "inspections_planned": (
        "按首次检查和例行检查周期推算",
        "según los plazos de visita",
        "by the intervals of inspection",
    ),
    "value_fen": (
        "台账登记的评估价值",
        "valor de tasación anotado",
        "appraised value as recorded",
    ),
    "plan_received": (
        "方案制定之日起收回的本金和利息",
        "capital e intereses cobrados desde el plan",
        "principal and interest received since the plan",
    ),
    "bad_balance": (
        "所列借据中次级、可疑、损失类余额相加",
        "suma de los saldos listados en las tres peores clases",
        "sum of the listed balances classed substandard or worse",
    ),
    "planned_principal": (
        "所列逐笔收回计划的本金相加",
        "suma de los planes de cobro listados",
        "sum of the plans listed",
    ),
    "planned_interest": (
        "所列逐笔收回计划的利息相加",
        "suma de los intereses previstos listados",
        "sum of the interest planned, listed",
    ),
    "days_to_maturity": (
        "到期日－数据日",
        "fecha de vencimiento − fecha de las cifras",
        "due date − day of the figures",
    ),
    "stated_fen": (
        "台账登记数",
        "según lo anotado en el registro",
        "as recorded in the ledger",
    ),
    "debt_count": (
        "本文所列借据笔数",
        "créditos listados en este documento",
        "loans listed in this document",
    ),
    "debt_balance": (
        "本文所列借据本金余额相加",
        "suma de los saldos listados",
        "sum of the balances listed",
    ),
    "debt_arrears": (
        "本文所列借据的台账登记欠息相加",
        "suma de los intereses en atraso listados",
        "sum of the arrears listed, as stated",
    ),
    "recovered_in_month": (
        "当月收回贷款本金合计（扣除冲正）",
        "capital cobrado en el mes, menos anulaciones",
        "principal received in the month, reversals deducted",
    ),
    "bad_recovered_in_month": (
        "当月从收回前一日为不良的贷款收回的本金",
        "capital cobrado en el mes de créditos en mora el día anterior",
        "principal received in the month on loans non-performing the day before",
    ),
    "class_moved_percent": (
        "期末仍欠且现为该类的余额÷期初该类余额",
        "saldo que hoy está en esa clase ÷ saldo inicial de la clase",
        "what is owed in that class now ÷ the class's balance at the beginning",
    ),
    "class_repaid_percent": (
        "期初以来收回额÷期初该类余额",
        "lo cobrado desde entonces ÷ saldo inicial de la clase",
        "what was repaid since ÷ the class's balance at the beginning",
    ),
    "share": ("部分÷合计", "parte ÷ total", "part ÷ whole"),
    "household_balance": (
        "该户未结清借据余额合计",
        "saldo de los créditos abiertos del hogar",
        "balance of the household's open loans",
    ),
    "items": ("户档中已归档材料件数", "documentos del expediente", "papers on file"),
    "pages": ("户档中已归档材料页数合计", "páginas del expediente", "pages on file"),
    "missing": (
        "按规定应有而未归档的材料件数",
        "documentos exigidos que faltan",
        "required papers not on file",
    ),
    "undecided": (
        "尚不能判定是否需要的材料件数",
        "documentos por decidir",
        "papers that may be required",
    ),
    "amount_fen": ("借据登记金额", "monto según el pagaré", "amount of the drawdown"),
    "days_overdue": (
        "到期日至检查基准日天数与台账登记天数取大",
        "días desde el vencimiento o los anotados, el mayor",
        "days since maturity or as stated, the larger",
    ),
    "arrears_fen": (
        "台账登记的表内、表外欠息合计",
        "intereses en atraso anotados",
        "interest in arrears as stated",
    ),
    "arrears_in_fen": (
        "台账登记的表内欠息",
        "intereses en atraso en balance",
        "interest in arrears on the balance sheet, as stated",
    ),
    "arrears_off_fen": (
        "台账登记的表外欠息",
        "intereses en atraso fuera de balance",
        "interest in arrears off the balance sheet, as stated",
    ),
}

_RULES |= titles_of_summaries.RULES | titles_ahead.RULES


def rule(figure: Figure, language: str) -> str:
    """Return in the trade's words how `figure` is computed; the ledger's own where none is here."""
    name = figure.name.partition("(")[0]
    known = _RULES.get(name) or titles_of_forms.RULES.get(name)
    return known[_PLACE[language]] if known else figure.query


def title(figure: Figure, language: str, part: str = "") -> str:
    """Return what people call `figure`; `part` is its product, class or month."""
    name = figure.name.partition("(")[0]
    known = _TITLES.get(name) or titles_of_forms.TITLES.get(name)
    shown = known[_PLACE[language]] if known else name
    if not part:
        return shown
    return f"{shown}（{part}）" if language == "zh" else f"{shown}: {part}"


def trade_word(code: str, language: str) -> str:
    """Return a class or a way of security in `language`; anything else as it is."""
    known = classes.TITLES.get(code) or guarantees.TITLES.get(code)
    return known[language] if known else code
