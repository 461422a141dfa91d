"""A 保证合同 with a table of several sureties."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "guarantee_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("保证合同", "多人保证合同", "自然人保证担保合同"))
    pen.say(f"{pen.pick('合同编号', '编号')}{pen.colon}{pen.code('contract_no', '保')}")
    sureties = [loan.guarantor, loan.second_guarantor, *([loan.person()] if pen.odds(0.4) else [])]
    pen.grid(
        [["序号", pen.pick("保证人", "保证人姓名"), "身份证号码", "工作单位", "联系电话"]]
        + [
            [
                str(place + 1),
                pen.person("guarantor", one),
                pen.number(one),
                pen.pick("务农", "个体"),
                one.phone,
            ]
            for place, one in enumerate(sureties)
        ],
        (0.5, 1, 2.2, 1, 1.4),
        head=1,
    )
    for one in sureties:
        pen.may("phone", one.phone)
    pen.say(
        f"债权人{pen.colon}{pen.fact('lender')}　　债务人{pen.colon}{pen.person('borrower', loan.borrower)}"
    )
    pen.clause(
        f"一、保证人对主合同（{pen.code('main_contract_no', '借')}）项下借款本金{pen.money('amount', loan.fen)}及利息承担连带责任保证。"
    )
    clauses.boilerplate(pen, first=2, security=True)
    pen.say(
        f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}　签订地点{pen.colon}{pen.fact('sign_place')}"
    )
