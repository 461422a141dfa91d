"""A mortgage of machines and animals: quantity, state, place of each."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("动产抵押合同", "农机抵押合同", "浮动抵押合同"))
    pen.say(f"{pen.pick('合同编号', '编号')}{pen.colon}{pen.code('contract_no', '抵')}")
    pen.facts(
        ("抵押人（甲方）", pen.person("mortgagor", loan.firm)),
        "uscc",
        "legal_rep",
        "firm_address",
        layout=pen.pick("lines", "grid", "wide grid"),
        sure=2,
    )
    pen.say(f"抵押权人（乙方）{pen.colon}{pen.fact('mortgagee')}")
    pen.grid(
        [
            ["抵押物名称", "数量", "状况", "存放地点", "作价（万元）"],
            [
                pen.put("collateral", pen.pick("联合收割机", "能繁母猪", "粮食烘干机")),
                "3",
                "完好",
                pen.put("location", loan.firm.address),
                pen.money("collateral_value", loan.value, "wan"),
            ],
        ],
        head=1,
    )
    pen.clause(
        f"一、所担保的主债权为{pen.code('main_contract_no', '借')}合同项下本金{pen.money('secured_amount', loan.secured)}，履行期限{pen.period('plain')}。"
    )
    clauses.boilerplate(pen, first=2, security=True)
    pen.right(pen.day("sign_date", loan.signed))
