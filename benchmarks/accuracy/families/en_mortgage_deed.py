"""Deed of mortgage."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen

DOC_TYPE = "mortgage_contract"
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(pen.pick("DEED OF MORTGAGE", "MORTGAGE DEED", "SIMPLE MORTGAGE DEED"))
    pen.clause(
        f"THIS DEED OF MORTGAGE is made at {deal.put('sign_place', deal.town)} on {deal.day('sign_date', deal.start)} between {deal.who('mortgagor', deal.borrower)}, {deal.country.person} {deal.no()}, hereinafter called the Mortgagor, and {deal.put('mortgagee', deal.lender)}, hereinafter called the Mortgagee.",
        f"WHEREAS the Mortgagee has agreed to lend under Loan Agreement No. {deal.put('main_contract_no', deal.number)} the sum of {deal.money('secured_amount', deal.amount)}, the Mortgagor hereby mortgages the property described in the Schedule to secure repayment on or before {deal.day('end_date', deal.end)}.",
        f"SCHEDULE OF PROPERTY: {deal.put('collateral', pen.pick('All that piece of agricultural land', 'The land and house'))}, Survey No. {deal.late}/2, measuring 2 acres, valued at {deal.money('appraised_value', deal.amount * 2)}.",
    )
    pen.may(
        "collateral_value", {"value": f"{deal.amount * 2}.00", "currency": deal.country.currency}
    )
