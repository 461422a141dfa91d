"""抵押物清单 by itself, signed by mortgagor and mortgagee."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen, money

DOC_TYPE = "collateral_list"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("抵押物清单", "抵押财产清单", "抵（质）押物清单"))
    pen.say(f"抵押人：{pen.fact('mortgagor')}　　抵押权人：{pen.fact('mortgagee')}")
    rows = [
        [
            pen.put("collateral", thing),
            "1",
            pen.put(
                "title_certificate_no", f"{loan.county[:2]}房权证字第{loan.serial * 5 + n:06d}号"
            ),
            pen.money("appraised_value", loan.value // (n + 2), "bare"),
        ]
        for n, thing in enumerate(loan.things)
    ]
    for n in range(2):
        pen.may("collateral_value", money(loan.value // (n + 2)))
    pen.grid(
        [["名称", "数量", "权属证书编号", "评估价值（元）"], *rows], (1.4, 0.6, 2, 1.2), head=1
    )
    if pen.odds(0.5):
        pen.say(f"对应抵押合同编号：{pen.code('contract_no', '抵')}")
    pen.sides(["抵押人（签字）：", pen.day("sign_date", loan.signed)], ["抵押权人（盖章）：", ""])
