"""贷后检查登记: inspections that were done, or were due and were not."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, RowRefused, stated


def propose(row: Row) -> Iterator[Proposal]:
    """One inspection, by the day it was due, else by the day it was done."""
    content, cells = stated(
        row, "kind", "due_on", "done_on", "inspector", "result", "problems", "next_due_on"
    )
    due_on, done_on = content.get("due_on"), content.get("done_on")
    if due_on is None and done_on is None:
        raise RowRefused(
            "done_on", "no_date", _("neither the day of the visit nor the day it was due is given")
        )
    number = row.values.get("iou_no") or row.values.get("contract_no")
    if number is None and "identity" not in row.values:
        raise RowRefused(
            "iou_no", "no_loan", _("neither the loan's number nor the borrower's ID is given")
        )
    yield Proposal(
        table="inspection",
        loan=number,
        key=(f"due {due_on}" if due_on else f"done {done_on}", content.get("kind", "routine")),
        effective_on=done_on or due_on,
        content={"kind": "routine"} | content,
        cells=cells,
        sheet=row.sheet,
        row=row.number,
        borrower=shared.borrower_of(row),
    )


INSPECTIONS = Layout(
    name="inspections",
    needs=(
        ("iou_no", "contract_no", "identity"),
        ("done_on", "due_on"),
        ("inspector", "result", "kind"),
    ),
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
            key="kind",
            grammar="inspection",
            labels=(
                "检查类型", "检查类别", "检查种类", "类型", "检查性质", "tipo de inspección",
                "tipo", "inspection type", "kind", "type",
            ),
        ),
        Column(
            key="due_on",
            grammar="date",
            labels=(
                "应检查日期", "应检查日", "应检日期", "计划检查日期", "检查到期日",
                "规定检查日期", "计划日期", "fecha prevista", "due date", "due on",
            ),
        ),
        Column(
            key="done_on",
            grammar="date",
            labels=(
                "检查日期", "检查时间", "实际检查日期", "报告日期", "检查日", "实际检查日",
                "fecha de inspección", "fecha", "fecha de visita", "inspection date",
                "inspected on", "visit date", "date",
            ),
        ),
        Column(
            key="inspector",
            grammar="text",
            labels=("检查人", "检查人员", "检查员", "主办检查人", "inspector", "inspected by"),
        ),
        Column(
            key="result",
            grammar="text",
            labels=(
                "检查结果", "检查结论", "检查意见", "结果", "结论", "检查情况", "resultado",
                "conclusión", "result", "conclusion", "findings",
            ),
        ),
        Column(
            key="problems",
            grammar="text",
            labels=(
                "存在问题", "存在的问题", "发现问题", "问题", "备注", "problemas", "problems",
                "remarks",
            ),
        ),
        Column(
            key="next_due_on",
            grammar="date",
            labels=(
                "下次检查日期", "下次检查时间", "下次检查日", "próxima inspección",
                "next inspection", "next due",
            ),
        ),
        Column(key="noted", grammar="ignored", labels=(
            "检查方式", "币种", "合同金额", "生效日",
        )),
        *shared.NOTED,
    ),
    propose=propose,
)  # fmt: skip
