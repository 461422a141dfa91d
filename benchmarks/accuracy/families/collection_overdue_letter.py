"""逾期贷款催收通知书 with its receipt at the foot."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "collection_notice"


def write(pen: Pen) -> None:
    loan = pen.loan
    pen.title(
        pen.pick(
            "逾期贷款催收通知书", "贷款催收通知书", "到（逾）期贷款催收通知书", "催收贷款通知书"
        )
    )
    day = later_by(loan.end, loan.days_late)
    if pen.odds(0.7):
        pen.right(
            pen.put(
                "notice_no",
                f"（{day.year}）{pen.pick('催', '农信催', '催收')}字第{loan.serial:03d}号",
            )
        )
    pen.say(f"{pen.person('borrower', loan.borrower)}{pen.pick('', '（借款人）', ' 同志')}：")
    pen.clause(
        f"你{pen.pick('户', '')}于{pen.day('start_date', loan.start)}与我社签订编号为{pen.code('contract_no', '借')}的借款合同，借款金额{pen.money('amount', loan.fen)}，于{pen.day('end_date', loan.end)}到期。"
        f"截至{pen.pick('本通知书发出之日', '目前')}，{pen.pick('尚欠本金', '结欠本金', '尚欠贷款本金')}{pen.money('balance', loan.balance)}，{pen.pick('利息', '欠息')}{pen.money('interest_arrears', loan.arrears, 'bare')}元。"
        f"请于{pen.day('pay_by', later_by(day, 15))}前归还全部本息，否则我社将依法追收。"
    )
    pen.right(pen.put("lender", loan.lender) + "（盖章）")
    pen.right(pen.day("notice_date", day))
    pen.say("……………………………………………………………………")
    pen.say("回　执")
    pen.clause("上述催收通知书已收到，所列债务属实。")
    pen.say("签收人：　　　　　　　　签收日期：　　　年　　月　　日")
