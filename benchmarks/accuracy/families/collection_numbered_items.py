"""A collection letter with a table of what is owed."""

from __future__ import annotations

from benchmarks.accuracy import clauses
from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "collection_notice"


def write(pen: Pen) -> None:
    loan = pen.loan
    day = later_by(loan.end, loan.days_late)
    clauses.furniture(pen)
    pen.title(
        pen.pick("催收通知书", "贷款逾期催收通知书", "债务逾期催收通知书", "贷款本息催收通知书")
    )
    pen.say(
        f"{pen.pick('编号', '通知书编号', '催收函编号')}{pen.colon}{pen.put('notice_no', f'{loan.county[0]}催〔{day.year}〕{loan.serial:03d}号')}"
    )
    pen.say(
        f"{pen.pick('借款人', '借款人姓名', '致')}{pen.colon}{pen.person('borrower', loan.borrower)}"
    )
    if pen.odds(0.5):
        pen.say(
            f"{pen.pick('担保人', '保证人')}{pen.colon}{pen.person('guarantor', loan.guarantor)}"
        )
    pen.clause("你在我社的下列借款已经逾期，请尽快归还：")
    pen.facts(
        ("借款合同编号", pen.code("contract_no", "借")),
        "amount",
        "start_date",
        "end_date",
        ("尚欠本金", pen.money("balance", loan.balance)),
        ("拖欠利息", pen.money("interest_arrears", loan.arrears)),
        layout=pen.pick("grid", "heads", "wide grid", "lines"),
        sure=6,
    )
    pen.clause(
        f"请你在{pen.day('pay_by', later_by(day, 10))}之前到我社办理还款手续，逾期不还的，我社将向人民法院提起诉讼。"
    )
    pen.right(pen.fact("lender"))
    pen.right(pen.day("notice_date", day, pen.pick("plain", "chinese", "")))
    pen.say("签收回执：本人已收到上述通知。　签收人：__________　　年　月　日")
