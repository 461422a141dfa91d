"""A mortgage given for somebody else: debtor, mortgagor and their numbers."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(pen.pick("抵押合同", "第三人抵押合同", "房地产抵押合同"))
    pen.say(f"编号{pen.colon}{pen.code('contract_no', '抵')}")
    first, second = pen.pick(("甲方", "乙方"), ("乙方", "甲方"))
    pen.clause(
        f"抵押人：{pen.person('mortgagor', loan.guarantor)}，身份证号码：{pen.number(loan.guarantor)}，住址：{pen.put('borrower_address', loan.guarantor.address)}（以下简称{first}）",
        f"抵押权人：{pen.fact('mortgagee')}（以下简称{second}）",
        f"{pen.pick('债务人', '主合同债务人')}：{pen.person('borrower', loan.borrower)}",
        f"第一条　{first}自愿以{pen.put('collateral', loan.things[0])}为债务人在{pen.code('main_contract_no', '借')}主合同项下所欠{second}的债务提供抵押担保。",
        f"第二条　担保的主债权数额为人民币{pen.words_of_secured()}。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.sides(
        [
            f"{first}（签字）：{pen.person('mortgagor', loan.guarantor)}",
            pen.day("sign_date", loan.signed),
        ],
        [f"{second}（公章）：", ""],
    )
