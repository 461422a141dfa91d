"""催收记录 as a form: whom, how, when, with the answer."""

from __future__ import annotations

from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "collection_notice"


def write(pen: Pen) -> None:
    loan = pen.loan
    day = later_by(loan.end, loan.days_late)
    pen.title(pen.pick("贷款催收通知单", "逾期贷款催收通知书（存根）", "农户逾期贷款催收通知单"))
    pen.facts(
        ("借款人", pen.person("borrower", loan.borrower)), ("身份证号码", pen.number(loan.borrower)), ("借款合同编号", pen.code("contract_no", "借")), "amount",
        "start_date", "end_date", ("逾期天数|bare", "days_past_due"), ("尚欠本金", pen.money("balance", loan.balance)), ("欠息金额", pen.money("interest_arrears", loan.arrears)),
        layout=pen.pick("wide grid", "grid", "lines", "below"), sure=9,
    )  # fmt: skip
    pen.say(
        f"贷款人（公章）：{pen.fact('lender')}　　{pen.pick('通知日期', '发出日期')}：{pen.day('notice_date', day)}"
    )
    pen.say("催收方式：□电话 □上门 □邮寄　　借款人签收：__________")
