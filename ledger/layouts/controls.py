"""控制指标: targets other than lending, one row an indicator, a column a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from extractors.values.plain import plain, without_blanks
from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, Spread

# What offices call the ledger's indicators.
_INDICATORS = (
    ("npl_ratio", r"不良(贷款)?(率|占比)"),
    ("npl_balance", r"不良(贷款)?(余额|控制额)"),
    ("npl_recovered_sum", r"(清收|压降|收回|处置)不良.*|不良(贷款)?(清收|压降|处置).*"),
    ("due_recovery_rate", r"到期(贷款)?(收回|回收)率"),
    ("interest_collection_rate", r"利息(收回|回收)率|收息率"),
    ("interest_received", r"利息收入|收回利息|实收利息"),
    ("overdue_ratio", r"逾期(贷款)?率"),
    ("inspection_rate", r"(贷后)?检查(完成)?率"),
)
_FACTORS = {"亿元": 100_000_000, "万元": 10_000, "千元": 1_000, "元": 1}


def propose(row: Row) -> Iterator[Proposal]:
    """One target a year; an indicator the ledger does not compute keeps its own name."""
    name = without_blanks(plain(row.values["indicator"]))
    unit = re.search(r"[(](亿元|万元|千元|元|%|‰|户|笔|个)[)]$", name)
    bare = name[: unit.start()] if unit else name
    code = next((code for code, marks in _INDICATORS if re.fullmatch(marks, bare)), bare)
    # Percent and counts in hundredths, money in fen: either way a hundredth of what is printed.
    factor = _FACTORS.get(unit.group(1), 1) if unit else 1
    for one in row.dated:
        if one.key != "value":
            continue
        yield Proposal(
            table="target",
            loan=None,
            key=(str(one.day.year), code),
            effective_on=date(one.day.year, 1, 1),
            content={
                "year": one.day.year,
                "indicator": code,
                "value": int((Decimal(one.value) * 100 * factor).to_integral_value()),
            },
            cells={"year": one.cell, "indicator": row.cells["indicator"], "value": one.cell},
            sheet=row.sheet,
            row=row.number,
        )


CONTROLS = Layout(
    name="controls",
    needs=(("indicator",), ("value",)),
    columns=(
        Column(
            key="indicator",
            grammar="text",
            required=True,
            labels=(
                "控制指标",
                "指标",
                "考核指标",
                "指标名称",
                "指标项目",
                "indicador",
                "indicator",
            ),
        ),
        *shared.NOTED,
    ),
    refuses=(shared.IOU_NO, shared.CONTRACT_NO, shared.BORROWER, shared.IDENTITY),
    spreads=(
        Spread(
            key="value",
            grammar="decimal",
            rest=r"(年度)?(目标|计划|任务|控制数|指标|meta|target)?值?",
        ),
        Spread(key="noted", grammar="ignored", rest=r"备注|说明|notas|remarks"),
    ),
    propose=propose,
)
