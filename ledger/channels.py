"""Ways by which principal of a bad loan goes (收回方式): codes, names, and what people write.

A list of receipts is a list of money received: a receipt that names no channel is money.
"""

from __future__ import annotations

import unicodedata

from ledger.kinds.declaration import Titles
from ledger.kinds.shared import titles

# In the order of the sum 报告期清收处置本金合计 of the 不良贷款清收台账 of a rural bank.
CHANNELS = ("money", "court", "restructured", "asset", "write_off", "swap", "other")

TITLES: dict[str, Titles] = {
    "money": titles("货币资金收回", "Dinero", "Money"),
    "court": titles("诉讼收回", "Vía judicial", "Court"),
    "restructured": titles("重组收回", "Reestructurado", "Restructured"),
    "asset": titles("以资抵债", "Dación en pago", "Assets for debt"),
    "write_off": titles("核销", "Castigo", "Written off"),
    "swap": titles("资金、票据置换", "Sustitución", "Swapped"),
    "other": titles("其他", "Otros", "Other"),
}

# The first that stands in what was written counts: 诉讼以资抵债 is an asset taken over in court.
_MARKS = (
    ("write_off", ("核销", "write_off", "write-off", "write off", "castigo")),
    ("swap", ("置换", "swap", "sustitu")),
    ("asset", ("抵债", "以物抵", "资产抵", "asset", "dación", "dacion")),
    (
        "restructured",
        ("重组", "借新还旧", "还旧借新", "以贷还贷", "转贷", "refinanc", "structur"),
    ),
    ("court", ("诉讼", "法院", "执行", "court", "judicial", "juzgado")),
    (
        "money",
        (
            "现金", "货币", "转账", "转帐", "存款", "扣款", "扣划", "代扣", "还款", "收回", "清收",
            "柜", "银行", "微信", "支付宝", "pos", "cash", "money", "transfer", "bank", "deposit",
            "efectivo", "dinero", "transferencia", "banco", "depósito", "ventanilla",
        ),
    ),
)  # fmt: skip


def channel_code(text: str | None) -> str:
    """Return the code of a channel as a ledger words it; words that nobody knows are `other`."""
    plain = unicodedata.normalize("NFKC", text or "").strip().casefold()
    if not plain:
        return "money"
    for code, marks in _MARKS:
        if any(mark in plain for mark in marks):
            return code
    return "other"
