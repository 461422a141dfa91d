"""Demand notice to a defaulting borrower."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "collection_notice"
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    day = later_by(deal.end, deal.late)
    pen.title(pen.pick("DEMAND NOTICE", "NOTICE OF DEFAULT", "OVERDUE LOAN NOTICE"))
    pen.say(f"Date: {deal.day('notice_date', day)}")
    pen.say(f"To: {deal.who('borrower', deal.borrower)}")
    pen.say(
        f"Re: Loan {pen.pick('Account', 'Agreement')} No. {deal.put('contract_no', deal.number)}"
    )
    pen.clause(
        f"Your loan of {deal.money('amount', deal.amount)} fell due on {deal.day('end_date', deal.end)}. The outstanding balance is {deal.money('balance', deal.balance)} and the account is {deal.put('days_past_due', str(deal.late), deal.late)} days past due. You are called upon to pay on or before {deal.day('pay_by', later_by(day, 14))}."
    )
    pen.say("For " + deal.put("lender", deal.lender))
