"""动产质押: goods in a warehouse, two blocks of labels."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "pledge_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("动产质押合同", "质押担保合同", "仓单质押合同"))
    pen.facts(
        ("质押合同编号", pen.code("contract_no", "质")),
        ("出质人", pen.put("pledgor", loan.firm.name)),
        "uscc",
        "legal_rep",
        "firm_address",
        ("质权人", pen.fact("lender")),
        layout=pen.pick("lines", "grid"),
        sure=2,
    )
    pen.facts(
        ("主合同编号", pen.code("main_contract_no", "借")),
        ("质物名称", pen.put("collateral", pen.pick("玉米", "水稻", "棉花"))),
        ("担保债权数额", pen.money("secured_amount", loan.secured)),
        ("质物价值", pen.money("collateral_value", loan.value)),
        layout=pen.pick("lines", "wide grid", "grid"),
        sure=4,
    )
    clauses.boilerplate(pen, first=1, security=True)
    pen.sides(["出质人（公章）：", pen.day("sign_date", loan.signed)], ["质权人（公章）：", ""])
