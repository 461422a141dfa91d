"""最高额保证合同 of a firm."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "guarantee_contract"


def write(pen: Pen) -> None:
    loan = pen.loan
    clauses.furniture(pen)
    pen.title("最高额保证合同")
    pen.say(f"合同编号{pen.colon}{pen.code('contract_no', '高保')}")
    pen.say(
        f"保证人{pen.pick('（甲方）', '', '（乙方）')}{pen.colon}{pen.person('guarantor', loan.firm)}"
    )
    pen.facts("uscc", "legal_rep", layout=pen.pick("lines", "pairs"), sure=0)
    pen.may("borrower_address", loan.firm.address)
    pen.say(f"债权人{pen.colon}{pen.fact('lender')}")
    start, end = (
        f"{loan.start.year}年{loan.start.month}月{loan.start.day}日",
        f"{loan.end.year}年{loan.end.month}月{loan.end.day}日",
    )
    pen.clause(
        f"第一条　保证人自愿为债务人{pen.person('borrower', loan.borrower)}自{pen.put('claim_period_start', start, loan.start.isoformat())}至{pen.put('claim_period_end', end, loan.end.isoformat())}期间与债权人发生的债务提供最高额保证，担保的债权最高余额为人民币{pen.words(loan.fen)}。",
        "第二条　保证方式为连带责任保证。保证期间为各笔主债务履行期届满之日起三年。",
    )
    clauses.boilerplate(pen, first=3, security=True)
    pen.sides(
        ["保证人（公章）：", f"法定代表人：{pen.fact('legal_rep')}"],
        ["债权人（公章）：", pen.day("sign_date", loan.signed)],
    )
