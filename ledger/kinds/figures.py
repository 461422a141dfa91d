"""Figures that a person types: income and profit, and what loans are for."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, OFFICE, Field, Kind
from ledger.kinds.shared import choice, chosen, money, text, titles

FINANCE = Kind(
    name="finance",
    titles=titles("财务数据登记", "Datos financieros", "Financial figures"),
    about=OFFICE,
    dated_by="until",
    key=("unit", "item", "until"),
    subject="item",
    needs=(("item",), ("until",), ("amount_fen",)),
    source="income, expense, profit and their year-on-year: mechanism 99; not in a loan ledger",
    fields=(
        text("unit", "机构", "Oficina", "Branch", "单位", "机构名称"),
        chosen(
            "item", "项目", "Concepto", "Item",
            choice("income", "总收入", "Ingresos", "Income", "各项收入", "收入", "营业收入"),
            choice("interest_income", "利息收入", "Ingresos por intereses", "Interest income"),
            choice("expense", "总支出", "Gastos", "Expense", "各项支出", "支出", "营业支出"),
            choice("profit", "利润", "Utilidad", "Profit", "利润总额", "净利润", "盈利"),
            choice("deposits", "存款余额", "Depósitos", "Deposits", "各项存款余额"),
            required=True,
            labels=("财务项目", "科目"),
        ),
        Field(
            key="until",
            titles=titles("报告期", "Período hasta", "Period until"),
            grammar="period_end",
            labels=("期末", "所属期", "期间", "截止日期"),
            required=True,
            width=11,
        ),
        money("amount_fen", "本年累计", "Acumulado del año", "Year to date", "累计金额", "金额",
              required=True, total=False),
    ),
)  # fmt: skip

LOAN_PURPOSE = Kind(
    name="loan_purpose",
    titles=titles("涉农贷款分类台账", "Destino agropecuario", "Agricultural loans"),
    about=LOAN,
    dated_by="on",
    key=("on",),
    needs=(("agricultural", "farmer"), ("on",)),
    source="贷款台账: 是否农户、涉农贷款分类、是否涉农; mechanism 99",
    fields=(
        Field(
            key="agricultural",
            titles=titles("是否涉农", "Agropecuario", "Agricultural"),
            grammar="flag",
            width=8,
        ),
        Field(
            key="farmer",
            titles=titles("是否农户", "Agricultor", "Farmer"),
            grammar="flag",
            width=8,
        ),
        text("category", "涉农贷款分类", "Categoría", "Category", "涉农类别"),
        Field(
            key="on",
            titles=titles("认定日期", "Desde", "Since"),
            grammar="date",
            labels=("分类日期", "登记日期"),
            required=True,
            width=11,
        ),
    ),
)
