"""Loan agreement in numbered clauses."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "loan_contract"
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(pen.pick("LOAN AGREEMENT", "TERM LOAN AGREEMENT", "AGRICULTURAL LOAN AGREEMENT"))
    if pen.odds(0.6):
        pen.say(
            f"{pen.pick('Agreement No.', 'Loan No.', 'Contract No.')} {deal.put('contract_no', deal.number)}"
        )
    pen.clause(
        f'This {pen.pick("Loan Agreement", "Agreement")} is made {pen.pick("on", "as of", "this")} {deal.day("sign_date", deal.start)} {pen.pick("between", "by and between")} {deal.put("lender", deal.lender)} (the "Lender") and {deal.who("borrower", deal.borrower)}, of {deal.put("borrower_address", f"{deal.late} Mill Lane, {deal.town}")}, {deal.country.person} {deal.no()} (the "Borrower").',
        f"1. Loan. The Lender agrees to lend to the Borrower the {pen.pick('principal sum', 'principal amount', 'sum')} of {deal.money('amount', deal.amount)} ({deal.words()}).",
        f"2. Purpose. The Borrower shall use the loan for {deal.put('purpose', deal.use)} and for nothing else.",
        f"3. Interest. The loan bears interest at {pen.pick('the rate of', 'a fixed rate of')} {deal.yearly()}. On default, interest rises by 2% per annum.",
        f'4. Repayment. The loan shall be repaid over {deal.months()}, and in full on or before {deal.day("end_date", deal.end)} (the "Maturity Date").',
    )
    if pen.odds(0.5):
        pen.clause(
            f'5. Guarantee. {deal.who("guarantor", deal.guarantor)} (the "Guarantor") guarantees the Borrower\'s obligations.'
        )
    pen.clause(
        "6. Governing law. This Agreement is governed by the laws of the place of the Lender's office."
    )
    pen.sides(["LENDER", "By: ______________"], ["BORROWER", deal.borrower])
    pen.may("start_date", deal.start.isoformat())
