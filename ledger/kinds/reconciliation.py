"""债权核对: at least once a quarter with borrower and guarantor, against security and vault."""

from __future__ import annotations

from ledger.kinds.declaration import EITHER, Field, Kind
from ledger.kinds.shared import choice, chosen, day, money, text, titles

RECONCILIATION = Kind(
    name="reconciliation",
    titles=titles("债权核对台账", "Conciliación de deudas", "Reconciliation of claims"),
    about=EITHER,
    dated_by="on",
    key=("on", "party", "whom"),
    needs=(("party",), ("on",), ("result",)),
    source="method 6 of ten, 及时开展债权核对, at least quarterly: mechanism 84",
    fields=(
        day("on", "核对日期", "Fecha", "On", "对账日期", "核对时间", required=True),
        chosen(
            "party", "核对对象", "Con quién", "With",
            choice("borrower", "债务人", "Deudor", "Borrower", "借款人"),
            choice("guarantor", "保证人", "Fiador", "Guarantor", "担保人", "联保人"),
            choice("security", "抵质押物", "Garantía", "Security", "抵押物", "质押物", "押品"),
            choice("vault", "权证库", "Bóveda", "Vault", "入库保管", "权证", "金库"),
            required=True,
            labels=("对象", "对账对象"),
        ),
        text("whom", "核对人姓名", "Nombre", "Whom", "被核对人", "对象名称", width=12),
        money("amount_fen", "核对金额", "Importe", "Amount", "对账金额", "核对余额", total=False),
        chosen(
            "result", "核对结果", "Resultado", "Result",
            choice("agrees", "相符", "Conforme", "Agrees", "一致", "核对相符", "无误", "完好"),
            choice("differs", "不符", "No conforme", "Differs", "不一致", "有差异"),
            choice("refused", "拒绝核对", "Se negó", "Refused", "拒签", "未能核对"),
            required=True,
            labels=("对账结果",),
        ),
        Field(
            key="signed",
            titles=titles("是否签字", "Firmada", "Signed"),
            grammar="flag",
            labels=("签字", "签章", "回执", "本人签字"),
            width=8,
        ),
        text("finding", "差异情况", "Diferencias", "Finding", "核对情况", "说明", "备注", width=24),
        text("by", "核对经办人", "Por", "By", "核对人", "经办人", width=10),
    ),
)  # fmt: skip
