"""年度计划: what each product (or unit) is to lend and to reach in a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from extractors.wording import _
from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, RowRefused, Spread

# What a plan column is called when the column before it gives the year.
GRANTED = (
    r"(计划)?(发放|投放|放款)(计划|金额|额|任务|目标|数)*|计划|"
    r"plan.*otorga.*|otorgamiento|granted|lendingplan|plan"
)
BALANCE = r"(年末|期末)?(计划)?(余额|结余)(计划|任务|目标)*|saldo.*|balance.*"
RECOVERED = r"(收回|清收)(本金)?(计划|任务|目标)*|recuperación.*|recovery.*"

ALL_PRODUCTS = ("全部", "各项贷款", "全部贷款", "todos", "all")


def propose(row: Row) -> Iterator[Proposal]:
    """One target for each planned figure of the row."""
    planned = [
        (one.key, one.day.year, one.value, one.cell)
        for one in row.dated
        if one.key in ("granted_sum", "outstanding_balance", "recovered_sum")
    ]
    for key in ("granted_sum", "outstanding_balance", "recovered_sum"):
        if key in row.values:
            if "year" not in row.values:
                raise RowRefused(key, "no_year", _("the sheet does not say for which year"))
            planned.append((key, row.values["year"], row.values[key], row.cells[key]))
    product, unit = row.values.get("product"), row.values.get("unit")
    product = None if product in ALL_PRODUCTS else product
    for indicator, year, value, cell in planned:
        content = {"year": year, "indicator": indicator, "value": value}
        cells = {"year": cell, "indicator": cell, "value": cell}
        for name, said in (("product", product), ("unit", unit)):
            if said is not None:
                content[name], cells[name] = said, row.cells[name]
        yield Proposal(
            table="target",
            loan=None,
            key=(str(year), indicator, product or "", unit or ""),
            effective_on=date(year, 1, 1),
            content=content,
            cells=cells,
            sheet=row.sheet,
            row=row.number,
        )


PLANS = Layout(
    name="plans",
    needs=(("product", "unit"), ("granted_sum", "outstanding_balance", "recovered_sum")),
    columns=(
        shared.PRODUCT,
        shared.UNIT,
        Column(key="year", grammar="year", fills_down=True, labels=(
            "年度", "年份", "年", "计划年度", "año", "year",
        )),
        Column(
            key="granted_sum",
            grammar="money",
            labels=(
                "发放计划", "计划发放", "计划发放金额", "年度计划", "投放计划", "发放任务",
                "计划投放", "发放目标", "年度发放计划", "plan de otorgamiento", "lending plan",
                "planned lending", "plan",
            ),
        ),
        Column(
            key="outstanding_balance",
            grammar="money",
            labels=(
                "年末余额计划", "余额计划", "计划余额", "余额任务", "余额目标", "年末计划余额",
                "saldo previsto", "planned balance",
            ),
        ),
        Column(
            key="recovered_sum",
            grammar="money",
            labels=(
                "收回计划", "收回任务", "计划收回", "清收任务", "清收计划",
                "plan de recuperación", "recovery plan",
            ),
        ),
        *shared.NOTED,
    ),
    refuses=(shared.IOU_NO, shared.CONTRACT_NO, shared.BORROWER, shared.IDENTITY),
    spreads=(
        Spread(key="granted_sum", grammar="money", rest=GRANTED),
        Spread(key="outstanding_balance", grammar="money", rest=BALANCE),
        Spread(key="recovered_sum", grammar="money", rest=RECOVERED),
    ),
    propose=propose,
)  # fmt: skip
