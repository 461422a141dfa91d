"""Tables of loans that letters and receipts print, from lines of `templates.debts`."""

from __future__ import annotations

from collections.abc import Sequence

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
_OVERDUE_HEADS = {
    "zh": (
        "序号", "借据号\n合同编号", "贷款品种\n执行利率", "发放日\n到期日", "逾期\n天数", "借款金额",
        "尚欠本金", "欠息\n登记日",
    ),
    "es": (
        "N.º", "Pagaré\nContrato", "Producto\nTasa", "Desembolso\nVencimiento", "Días",
        "Monto", "Saldo de capital", "Intereses\n(al día)",
    ),
}  # fmt: skip
_UNIT = {"zh": "单位：元", "es": "Importes en yuanes (CNY)"}
_TOTAL = {"zh": "合计", "es": "Total"}
_WIDTHS = {"zh": (7, 41, 23, 20, 22, 22, 21), "es": (8, 35, 27, 25, 21, 21, 19)}
_OVERDUE_WIDTHS = {"zh": (8, 32, 22, 20, 10, 21.5, 21.5, 21), "es": (8, 30, 23, 25, 10, 20, 20, 20)}


def debt_table(language: str, *, loop: str = "loans") -> list[str]:
    """Return the table of `loop`, with the document's `balance` and `arrears` as totals."""
    row = [*_common(), *_money(), Cell("{{ one.arrears|yuan }}", "SmallNumber")]
    lines = [*for_each_row(loop, row), _totals(language, 5)]
    return [
        paragraph(_UNIT[language], "Unit"),
        table(_WIDTHS[language], [_small(_HEADS[language])], lines),
    ]


def overdue_table(language: str, *, loop: str = "loans", total: str = "balance") -> list[str]:
    """Return the same of overdue loans, with their days and the day of their arrears.

    total  the field of the document that holds the sum of the balances
    """
    row = [
        *_common(),
        Cell("{{ one.days_overdue|cell }}", "SmallNumber"),
        *_money(),
        Cell("{{ one.arrears|yuan }}\n{{ one.stated_on|short }}", "SmallNumber"),
    ]
    lines = [*for_each_row(loop, row), _totals(language, 6, total)]
    heads = [_small(_OVERDUE_HEADS[language])]
    return [
        paragraph(_UNIT[language], "Unit"),
        table(_OVERDUE_WIDTHS[language], heads, lines),
    ]


def _common() -> list[Cell | str]:
    return [
        Cell("{{ one.place }}", "SmallCentre"),
        Cell("{{ one.number }}\n{{ one.contract_no }}", "SmallText"),
        Cell("{{ one.product }}\n{{ one.rate }}", "SmallText"),
        Cell("{{ one.granted_on|short }}\n{{ one.due_on|short }}", "SmallCentre"),
    ]


def _money() -> list[Cell | str]:
    return [
        Cell("{{ one.amount|yuan }}", "SmallNumber"),
        Cell("{{ one.balance|yuan }}", "SmallNumber"),
    ]


def _totals(language: str, span: int, total: str = "balance") -> list[Cell | str]:
    return [
        Cell(_TOTAL[language], "SmallHead", span=span - 1),
        # Over two columns: a total is longer than its parts.
        Cell(f"{{{{ {total}|yuan }}}}", "SmallNumber", span=2),
        Cell("{{ arrears|yuan }}", "SmallNumber"),
    ]


def _small(heads: Sequence[str]) -> list[Cell | str]:
    return [Cell(head, "SmallHead") for head in heads]
