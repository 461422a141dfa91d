"""最高额抵押合同: limit and claim period instead of amount and term."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title("最高额抵押合同")
    pen.put("mortgage_type", "最高额抵押")
    pen.say(f"{pen.pick('合同编号', '编号')}{pen.colon}{pen.code('contract_no', '高抵')}")
    pen.say(f"抵押权人：{pen.makers['mortgagee']('')}（以下简称{pen.pick('甲方', '乙方')}）")
    pen.say(f"抵押人：{pen.person('mortgagor', loan.firm)}")
    pen.facts(
        "uscc", "firm_address", "legal_rep", layout=pen.pick("lines", "pairs", "comma"), sure=0
    )
    start, end = (
        pen.put(
            "claim_period_start",
            pen.rule(f"{loan.start.year}年{loan.start.month}月{loan.start.day}日"),
            loan.start.isoformat(),
        ),
        pen.put(
            "claim_period_end",
            pen.rule(f"{loan.end.year}年{loan.end.month}月{loan.end.day}日"),
            loan.end.isoformat(),
        ),
    )
    pen.clause(
        f"第一条　抵押人自愿为债务人在{pen.pick('主债权发生期间', '债权确定期间')}{pen.pick('自', '')}{start}{pen.pick('起至', '至')}{end}止与抵押权人形成的一系列债务提供抵押担保，担保的{pen.pick('最高债权额', '债权最高余额')}为人民币{pen.money('secured_amount', loan.secured)}。",
        f"第二条　抵押财产：{pen.makers['collateral']('')}，{pen.pick('坐落', '位于')}{pen.put('location', loan.firm.address)}。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.say(f"签订日期{pen.colon}{pen.day('sign_date', loan.signed)}")
    pen.say(f"签订地点{pen.colon}{pen.makers['sign_place']('')}")
