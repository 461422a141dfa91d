"""A contract full of choices: boxes ticked with √, ■ or ☑, the others left empty."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    tick, empty = pen.pick(("☑", "□"), ("■", "□"), ("√", "□"), ("[√]", "[ ]"))
    method = pen.pick("信用", "保证", "抵押", "质押")
    clauses.furniture(pen)
    pen.title(pen.pick("个人借款合同", "借款合同", "个人经营贷款合同"))
    pen.facts("contract_no", layout="lines")
    pen.say("说明：选择项在□中打“√”，未选择的不打。")
    pen.facts(
        "borrower", "id_number", "phone", "lender", layout=pen.pick("lines", "wide grid", "pairs")
    )
    pen.facts(
        "amount",
        "purpose",
        "start_date",
        "end_date",
        layout=pen.pick("lines", "pairs", "wide grid"),
    )
    ways = [f"{tick if way == method else empty}{way}" for way in ("信用", "保证", "抵押", "质押")]
    pen.put("guarantee_method", method)
    pen.say(f"担保方式{pen.colon}{'  '.join(ways)}")
    paid = pen.pick(0, 1)
    pen.say(
        f"支付方式：{(tick, empty)[paid]}受托支付 {(empty, tick)[paid]}自主支付；还款方式：{tick}按季结息到期还本 {empty}等额本息 {empty}等额本金"
    )
    pen.say(f"利率：{pen.rate()}（{tick}固定利率 {empty}浮动利率）")
    clauses.boilerplate(pen, first=1)
    pen.say(f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}")
