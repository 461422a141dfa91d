"""他行负债、征信查询: what a household owes elsewhere, and when the credit bureau was asked."""

from __future__ import annotations

from ledger.kinds.declaration import HOUSEHOLD, Field, Kind
from ledger.kinds.shared import choice, chosen, day, money, number, text, titles

OTHER_DEBT = Kind(
    name="other_debt",
    titles=titles("他行负债台账", "Deudas con otros bancos", "Debt to other lenders"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on", "lender", "term"),
    needs=(("lender",), ("balance_fen",), ("on",)),
    source="method 3 of ten, 严防债务人短期借款的增长; other lenders: mechanisms 81, 98",
    fields=(
        day("on", "查询日期", "Fecha", "As at", "时点", "统计日期", "截至日期", required=True),
        text("lender", "债权银行", "Acreedor", "Lender", "贷款银行", "他行名称", "授信机构",
             "债权人", required=True, width=18),
        chosen(
            "term", "期限类型", "Plazo", "Term",
            choice("short", "短期", "Corto plazo", "Short-term", "短期借款", "流动资金"),
            choice("long", "中长期", "Largo plazo", "Long-term", "长期", "中期", "长期借款"),
            labels=("借款期限类型", "长短期"),
        ),
        money("balance_fen", "他行余额", "Saldo", "Balance", "他行贷款余额", "余额", "负债余额",
              required=True),
        text("class", "他行分类", "Categoría allí", "Class there", "他行五级分类", "五级分类",
             grammar="class", width=8),
        text("days_overdue", "他行逾期天数", "Días de atraso allí", "Days overdue there",
             "逾期天数", grammar="days", width=8),
        text("origin", "信息来源", "Origen", "From", "来源", width=12),
    ),
)  # fmt: skip

CREDIT_QUERY = Kind(
    name="credit_query",
    titles=titles("征信查询登记簿", "Consultas a la central de riesgos", "Credit bureau queries"),
    about=HOUSEHOLD,
    dated_by="on",
    key=("on", "whom"),
    repeats=True,
    needs=(("on",), ("result", "authorised", "report_no")),
    source="人行征信系统 and 登记咨询系统 queries: mechanisms 21, 69, 98",
    fields=(
        day("on", "查询日期", "Fecha", "Queried on", "查询时间", required=True),
        chosen(
            "whom", "查询对象", "Consultado", "About",
            choice("borrower", "借款人", "Deudor", "Borrower"),
            choice("spouse", "配偶", "Cónyuge", "Spouse", "共同借款人"),
            choice("guarantor", "保证人", "Fiador", "Guarantor", "担保人"),
            choice("company", "企业", "Empresa", "Company", "关联企业"),
        ),
        chosen(
            "purpose", "查询原因", "Motivo", "Purpose",
            choice("before", "贷前审查", "Evaluación", "Before the loan", "贷款审批", "贷前"),
            choice("after", "贷后管理", "Seguimiento", "Post-loan", "贷后"),
            choice("guarantee", "担保资格审查", "Fianza", "Guarantee", "担保审查"),
        ),
        Field(
            key="authorised",
            titles=titles("有无授权书", "Autorizada", "Authorised"),
            grammar="flag",
            labels=("授权书", "是否授权", "查询授权"),
            width=9,
        ),
        number("report_no", "报告编号", "Nº de informe", "Report no.", "征信报告编号", "报告号"),
        chosen(
            "result", "查询结果", "Resultado", "Result",
            choice("clean", "无不良记录", "Sin incidencias", "Clean", "正常", "良好", "无不良"),
            choice("adverse", "有不良记录", "Con incidencias", "Adverse", "异常", "不良", "有不良"),
            required=True,
            width=12,
        ),
        money("debt_fen", "他行负债合计", "Deuda en otros bancos", "Debt elsewhere",
              "负债合计", "未结清余额", total=False),
        text("lenders", "授信机构数", "Nº de acreedores", "Lenders", "贷款机构数",
             grammar="count", width=8),
        text("finding", "查询情况", "Detalle", "Finding", "情况说明", "备注", width=24),
        text("by", "查询人", "Por", "By", "查询员", width=10),
    ),
)  # fmt: skip

OTHER_LENDERS = (OTHER_DEBT, CREDIT_QUERY)
