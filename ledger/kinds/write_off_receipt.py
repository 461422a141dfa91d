"""已核销收回: money that came in on a loan after it was written off; no repayment of a balance."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Kind
from ledger.kinds.shared import day, money, number, text, titles

WRITE_OFF_RECEIPT = Kind(
    name="write_off_receipt",
    titles=titles("已核销贷款收回", "Recuperación de castigados", "Received on written-off loans"),
    about=LOAN,
    dated_by="on",
    key=("on", "voucher_no"),
    repeats=True,
    needs=(("after_fen",),),
    source="已核销贷款台账 (收回)",
    fields=(
        day(
            "on",
            "核销后收回日期",
            "Fecha",
            "Received on",
            "已核销收回日期",
            "收回日期",
            required=True,
        ),
        money(
            "after_fen",
            "核销后收回本金",
            "Capital recuperado",
            "Principal received",
            "收回已核销本金",
            "已核销收回本金",
            "收回已核销贷款",
            required=True,
            width=15,
        ),
        money(
            "after_interest_fen",
            "核销后收回利息",
            "Intereses recuperados",
            "Interest received",
            "收回已核销利息",
            "已核销收回利息",
            width=15,
        ),
        number("voucher_no", "核销收回凭证号", "Recibo", "Voucher no.", "凭证号", "凭证编号"),
        text("collector", "核销收回经办人", "Gestor", "Collector", "清收人", "收回人", width=10),
    ),
)
