"""应收利息: interest that fell due, one row a loan and period."""

from __future__ import annotations

from collections.abc import Iterator

from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, stated


def propose(row: Row) -> Iterator[Proposal]:
    """One period's interest; the period goes by its last day."""
    day = row.values["on"]
    content, cells = stated(row, "due_fen", "received_fen")
    yield Proposal(
        table="interest_due",
        loan=shared.loan_of(row),
        key=(day.isoformat(),),
        effective_on=day,
        content=content | {"period": day.isoformat()},
        cells=cells | {"period": row.cells["on"]},
        sheet=row.sheet,
        row=row.number,
        borrower=shared.borrower_of(row),
    )


INTEREST = Layout(
    name="interest",
    needs=(("iou_no", "contract_no"), ("on",), ("due_fen",)),
    columns=(
        shared.UNIT,
        shared.BORROWER,
        shared.DOCUMENT,
        shared.CLIENT,
        shared.IDENTITY,
        shared.IOU_NO,
        shared.CONTRACT_NO,
        shared.PRODUCT,
        shared.MANAGER,
        Column(
            key="on",
            grammar="period_end",
            required=True,
            labels=(
                "结息日", "结息日期", "结息期", "计息期", "期间", "所属期", "利息所属期",
                "应收日期", "应收日", "年度", "年月", "月份", "计息止日", "季度", "应还息日",
                "periodo", "período", "mes", "period", "month", "interest date", "quarter",
                "fecha",
            ),
        ),
        Column(
            key="due_fen",
            grammar="money",
            required=True,
            labels=(
                "应收利息", "应计利息", "本期应收利息", "应还利息", "应收息", "应结利息",
                "应收利息金额", "intereses devengados", "interés devengado", "interés exigible",
                "interest due", "interest accrued",
            ),
        ),
        Column(
            key="received_fen",
            grammar="money",
            labels=(
                "实收利息", "已收利息", "收回利息", "本期实收利息", "实收息", "已还利息",
                "intereses cobrados", "interés cobrado", "interest received", "interest paid",
            ),
        ),
        Column(key="noted", grammar="ignored", labels=(
            "收息日期", "欠息", "收息率", "利息回收率",
        )),
        *shared.NOTED,
    ),
    propose=propose,
)  # fmt: skip
