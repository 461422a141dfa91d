"""Promissory note."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "iou"
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title("PROMISSORY NOTE")
    pen.say(
        f"{deal.money('amount', deal.amount)}    {deal.put('sign_place', deal.town)}    {deal.day('sign_date', deal.start)}"
    )
    pen.clause(
        f'FOR VALUE RECEIVED, {pen.pick("I", "the undersigned")}, {deal.who("borrower", deal.borrower)} ("Maker"), {pen.pick("promise", "promises")} to pay to the order of {deal.put("lender", deal.lender)} the sum of {deal.words()} ({deal.money("amount", deal.amount)}), with interest at {deal.yearly()}, payable in full on {deal.day("end_date", deal.end)}.'
    )
    pen.may("start_date", deal.start.isoformat())
    pen.say(f"Maker: {deal.borrower}")
