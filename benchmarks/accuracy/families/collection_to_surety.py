"""担保人履行责任通知书: the letter goes to the surety."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "collection_notice"


def write(pen: Pen) -> None:
    loan = pen.loan
    day = later_by(loan.end, loan.days_late)
    pen.title(pen.pick("担保人履行责任通知书", "保证人催收通知书", "催收担保债权通知书"))
    pen.right(pen.put("notice_no", f"（{day.year}）担催字第{loan.serial:03d}号"))
    pen.say(f"{pen.person('guarantor', loan.guarantor)}{pen.pick('（保证人）', '', '先生/女士')}：")
    pen.clause(
        f"借款人{pen.person('borrower', loan.borrower)}于{pen.day('start_date', loan.start)}向我社借款{pen.money('amount', loan.fen)}（合同编号：{pen.code('contract_no', '借')}），由你提供连带责任保证。该借款已于{pen.day('end_date', loan.end)}到期，"
        f"至今尚欠本金{pen.money('balance', loan.balance)}，利息{pen.money('interest_arrears', loan.arrears)}。请你接到通知后于{pen.day('pay_by', later_by(day, 7))}前履行保证责任。"
    )
    pen.right(pen.fact("lender"))
    pen.right(pen.day("notice_date", day))
