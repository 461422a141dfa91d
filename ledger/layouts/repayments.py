"""还款明细: money received, one row a receipt."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.wording import _
from ledger.layouts import shared
from ledger.layouts.layout import Column, Layout, Proposal, Row, RowRefused, stated


def propose(row: Row) -> Iterator[Proposal]:
    """One receipt with its principal and interest."""
    content, cells = stated(row, "principal_fen", "interest_fen", "voucher_no", "channel")
    if "principal_fen" not in content and "interest_fen" not in content:
        raise RowRefused(
            "principal_fen", "nothing_received", _("neither principal nor interest is given")
        )
    content = {"principal_fen": 0, "interest_fen": 0} | content
    yield Proposal(
        table="repayment",
        loan=shared.loan_of(row),
        key=(row.values["on"].isoformat(), row.values.get("voucher_no", "")),
        effective_on=row.values["on"],
        content=content,
        cells=cells,
        sheet=row.sheet,
        row=row.number,
        borrower=shared.borrower_of(row),
        repeats=True,
    )


REPAYMENTS = Layout(
    name="repayments",
    needs=(("iou_no", "contract_no"), ("on",), ("principal_fen", "interest_fen")),
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
            grammar="date",
            required=True,
            labels=(
                "还款日期", "还款日", "收回日期", "收款日期", "归还日期", "还款时间", "收贷日期",
                "入账日期", "交易日期", "还本日期", "日期", "收回时间", "收息日期",
                "fecha de pago", "fecha", "fecha de cobro", "payment date", "paid on",
                "received on", "date", "repayment date",
            ),
        ),
        Column(
            key="principal_fen",
            grammar="money",
            labels=(
                "收回本金", "归还本金", "还本金额", "还款本金", "偿还本金", "本金",
                "收回贷款本金", "还本", "收回金额", "还款金额", "本次还本", "capital",
                "capital pagado", "amortización", "principal", "principal paid",
                "principal received", "pago de capital",
            ),
        ),
        Column(
            key="interest_fen",
            grammar="money",
            labels=(
                "收回利息", "归还利息", "还息金额", "还款利息", "偿还利息", "利息", "收息",
                "实收利息", "收息金额", "还息", "本次还息", "interés", "intereses",
                "interés pagado", "interest", "interest paid", "interest received",
                "pago de intereses",
            ),
        ),
        Column(
            key="voucher_no",
            grammar="number",
            labels=(
                "凭证号", "凭证编号", "传票号", "流水号", "交易流水号", "收据号", "recibo",
                "voucher", "receipt no", "nº de recibo",
            ),
        ),
        Column(
            key="channel",
            grammar="text",
            labels=(
                "收回方式", "还款方式", "收回渠道", "清收方式", "处置方式", "forma de pago",
                "medio de pago", "channel", "method",
            ),
        ),
        *shared.NOTED,
    ),
    propose=propose,
)  # fmt: skip
