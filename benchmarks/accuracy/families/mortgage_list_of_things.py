"""抵押合同 with a list of the mortgaged things under a head of two rows."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen, money

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title(pen.pick("抵押合同", "抵押担保合同"))
    pen.say(f"合同编号{pen.colon}{pen.code('contract_no', '抵')}")
    pen.say(
        f"抵押人{pen.colon}{pen.fact('mortgagor')}　　身份证号码{pen.colon}{pen.number(loan.borrower)}"
    )
    pen.say(f"抵押权人{pen.colon}{pen.fact('mortgagee')}")
    pen.clause(
        f"为担保主合同（编号：{pen.code('main_contract_no', '借')}）项下债务的履行，抵押人以《抵押财产清单》所列财产设定抵押，担保金额{pen.money('secured_amount', loan.secured)}，主债务期限{pen.period('plain')}。"
    )
    clauses.boilerplate(pen, first=1, security=True)
    pen.say("附：抵押财产清单", align="center")
    half = loan.value // 2
    pen.grid(
        [
            ["序号", "财产名称", "数量", "权属证书", None, "评估价值（万元）", "备注"],
            ["", "", "", "种类", "编号", "", ""],
            *[
                [
                    str(number + 1),
                    pen.put("collateral", thing),
                    pen.pick("1", "一处", "1处"),
                    "所有权证",
                    pen.put(
                        "title_certificate_no",
                        f"{loan.county[:2]}权证字第{loan.serial * 7 + number:06d}号",
                    ),
                    f"{half // 1000000}",
                    "",
                ]
                for number, thing in enumerate(loan.things)
            ],
        ],
        (0.5, 1.6, 0.6, 1, 2, 1.2, 0.6),
        head=2,
    )
    pen.may("appraised_value", money(half // 1000000 * 1000000))
    pen.may("collateral_value", money(half // 1000000 * 1000000))
    pen.say(f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}")
