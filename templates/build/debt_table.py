"""The table of loans that letters and receipts print, from lines of `templates.debts`."""

from __future__ import annotations

from templates.build.blocks import Cell, for_each_row, paragraph, table

_HEADS = {
    "zh": (
        "序号", "借据号\n合同编号", "贷款品种\n执行利率", "发放日\n到期日", "借款金额", "本金余额",
        "欠息",
    ),
    "es": (
        "N.º", "Pagaré\nContrato", "Producto\nTasa", "Desembolso\nVencimiento", "Monto",
        "Saldo de capital", "Intereses en atraso",
    ),
}  # fmt: skip
_UNIT = {"zh": "单位：元", "es": "Importes en yuanes (CNY)"}
_TOTAL = {"zh": "合计", "es": "Total"}
_WIDTHS = {"zh": (9, 32, 27, 22, 22, 22, 22), "es": (9, 31, 25, 26, 22, 22, 21)}


def debt_table(language: str, *, loop: str = "loans", caption: str | None = None) -> list[str]:
    """Return the table of `loop`, with the document's `balance` and `arrears` as totals."""
    row: list[Cell | str] = [
        Cell("{{ one.place }}", "TableCentre"),
        Cell("{{ one.number }}\n{{ one.contract_no }}", "TableText"),
        Cell("{{ one.product }}\n{{ one.rate }}", "TableText"),
        Cell("{{ one.granted_on|short }}\n{{ one.due_on|short }}", "TableCentre"),
        Cell("{{ one.amount|yuan }}", "TableNumber"),
        Cell("{{ one.balance|yuan }}", "TableNumber"),
        Cell("{{ one.arrears|yuan }}", "TableNumber"),
    ]
    last: list[Cell | str] = [
        Cell(_TOTAL[language], "TableLabel", span=5),
        Cell("{{ balance|yuan }}", "TableNumber"),
        Cell("{{ arrears|yuan }}", "TableNumber"),
    ]
    return [
        *([paragraph(caption, "Caption")] if caption else []),
        paragraph(_UNIT[language], "Unit"),
        table(_WIDTHS[language], [_HEADS[language]], [*for_each_row(loop, row), last]),
    ]
