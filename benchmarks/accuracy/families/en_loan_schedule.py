"""A loan agreement whose terms stand in a schedule of labels."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(pen.pick("LOAN AGREEMENT", "FACILITY AGREEMENT", "LOAN CONTRACT"))
    pen.say("Schedule of particulars")
    deal.lines(
        [
            (
                pen.pick("Loan account number", "Agreement number", "Loan No."),
                deal.put("contract_no", deal.number),
            ),
            (pen.pick("Name of Borrower", "Borrower"), deal.who("borrower", deal.borrower)),
            (deal.country.person, deal.no()),
            (pen.pick("Lender", "Name of Lender"), deal.put("lender", deal.lender)),
            (
                pen.pick("Loan amount", "Principal amount", "Amount of loan"),
                deal.money("amount", deal.amount),
            ),
            (pen.pick("Rate of interest", "Interest rate"), deal.yearly()),
            (pen.pick("Term", "Tenure", "Term of the loan"), deal.months()),
            (
                pen.pick("Date of disbursement", "Disbursement date"),
                deal.day("start_date", deal.start),
            ),
            (pen.pick("Maturity date", "Final repayment date"), deal.day("end_date", deal.end)),
            (pen.pick("Purpose of loan", "Purpose"), deal.put("purpose", deal.use)),
            (pen.pick("Guarantor", "Name of guarantor"), deal.who("guarantor", deal.guarantor)),
        ]
    )
    pen.clause(
        "The Borrower shall pay a processing fee of 1% and a penal rate of 2% on overdue amounts. Call centre: 1800-555-010."
    )
