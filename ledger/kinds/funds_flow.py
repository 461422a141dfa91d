"""资金流向、购销合同、增值税发票: where a drawdown went, and what shows how it was used."""

from __future__ import annotations

from ledger.kinds.declaration import LOAN, Field, Kind
from ledger.kinds.shared import choice, chosen, day, ends, money, number, text, titles

PAYMENT = Kind(
    name="payment",
    titles=titles("信贷资金流向台账", "Destino de los fondos", "Flow of funds"),
    about=LOAN,
    dated_by="on",
    key=("on", "payee", "amount_fen"),
    repeats=True,
    needs=(("payee",), ("amount_fen",), ("on",), ("final_payee", "flow", "purpose", "mode")),
    check=lambda values: ends(values, "on", "traced_on"),
    source="method 1 of ten, 严查信贷资金流向: mechanism 79",
    fields=(
        day("on", "支付日期", "Pagado el", "Paid on", "划付日期", "付款日期", required=True),
        text("payee", "收款人", "Beneficiario", "Payee", "收款单位", "收款单位名称", "交易对手",
             "交易对象", required=True, width=18),
        money("amount_fen", "支付金额", "Importe", "Amount", "划付金额", "付款金额", required=True),
        text("purpose", "资金用途", "Destino", "Purpose", "用途", "支付用途"),
        chosen(
            "mode", "支付方式", "Forma de pago", "Paid by",
            choice("entrusted", "受托支付", "Por encargo", "Entrusted", "受托"),
            choice("own", "自主支付", "Propia", "By the borrower", "自主"),
        ),
        text("final_payee", "最终收款人", "Beneficiario final", "Final payee", "最终流向",
             "资金最终去向", "实际收款人", width=18),
        chosen(
            "flow", "流向核查结果", "Resultado", "Traced",
            choice("clear", "流向清楚", "Claro", "Clear", "清楚", "与合同一致", "正常", "一致"),
            choice("unclear", "流向不明", "No claro", "Unclear", "不明", "不清"),
            choice("back", "资金回流", "Reflujo", "Flows back", "回流", "回流借款人"),
            choice("misused", "挪作他用", "Otro uso", "Used otherwise", "挪用", "与合同不一致"),
            labels=("核查结果", "是否回流"),
        ),
        day("traced_on", "核查日期", "Comprobado el", "Traced on", "流向核查日期", "追查日期"),
        text("traced_by", "核查人", "Comprobado por", "Traced by", "追查人", width=10),
    ),
)  # fmt: skip

PURCHASE_CONTRACT = Kind(
    name="purchase_contract",
    titles=titles("购销合同台账", "Contratos de compra", "Purchase contracts"),
    about=LOAN,
    dated_by="on",
    key=("purchase_no",),
    subject="purchase_no",
    needs=(("purchase_no",), ("seller",), ("amount_fen",)),
    check=lambda values: ends(values, "on", "invoice_by"),
    source="what the invoices are compared with: mechanism 80",
    fields=(
        number("purchase_no", "购销合同号", "Nº de contrato de compra", "Purchase contract",
               "购销合同编号", "采购合同号", "交易合同号", required=True),
        day("on", "签订日期", "Firmado el", "Signed on", "购销合同日期", required=True),
        text("seller", "销售方", "Vendedor", "Seller", "卖方", "供货方", "销货单位", required=True,
             width=18),
        text("goods", "标的物", "Mercadería", "Goods", "货物名称", "采购内容"),
        money("amount_fen", "购销合同金额", "Importe", "Amount", "购销金额", required=True),
        day("invoice_by", "发票收取期限", "Facturas antes de", "Invoices by", "应收发票日",
            "发票期限"),
    ),
)  # fmt: skip

INVOICE = Kind(
    name="invoice",
    titles=titles("增值税发票台账", "Registro de facturas", "Invoices"),
    about=LOAN,
    dated_by="on",
    key=("invoice_no",),
    subject="invoice_no",
    needs=(("invoice_no",), ("amount_fen",), ("seller", "purchase_no")),
    check=lambda values: ends(values, "on", "received_on"),
    source="method 2 of ten, 及时收取增值税发票: mechanism 80",
    fields=(
        number("invoice_no", "发票号码", "Nº de factura", "Invoice no.", "发票号", "发票编号",
               required=True, width=22),
        day("on", "开票日期", "Fecha", "Dated", "发票日期", required=True),
        text("seller", "销售方", "Vendedor", "Seller", "销方名称", "开票单位", "销货单位",
             width=18),
        money("amount_fen", "价税合计", "Importe", "Amount", "发票金额", required=True),
        number("purchase_no", "购销合同号", "Nº de contrato de compra", "Purchase contract",
               "购销合同编号", "采购合同号", "交易合同号"),
        day("received_on", "收取日期", "Recibida el", "Received on", "收票日期"),
        Field(
            key="original",
            titles=titles("是否原件", "Original", "Original"),
            grammar="flag",
            labels=("原件",),
            width=8,
        ),
        chosen(
            "verified", "查验结果", "Verificación", "Verified",
            choice("true", "查验一致", "Conforme", "True", "一致", "真实", "属实"),
            choice("false", "查验不符", "No conforme", "False", "不符", "虚假", "作废"),
            labels=("发票查验",),
        ),
    ),
)  # fmt: skip

FUNDS_FLOW = (PAYMENT, PURCHASE_CONTRACT, INVOICE)
