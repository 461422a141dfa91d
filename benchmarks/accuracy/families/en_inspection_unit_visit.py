"""Unit visit report of a field officer."""

from __future__ import annotations

from benchmarks.accuracy.latin import Deal
from benchmarks.accuracy.pen import Pen
from benchmarks.accuracy.printed import later_by

DOC_TYPE = "inspection_report"
LANGUAGE = "en"


def write(pen: Pen) -> None:
    deal = Deal(pen)
    pen.title(
        pen.pick(
            "UNIT INSPECTION REPORT",
            "POST-DISBURSEMENT INSPECTION REPORT",
            "BORROWER VISIT REPORT",
            "LOAN UTILISATION CHECK REPORT",
        )
    )
    deal.lines(
        [
            (
                pen.pick("Name of borrower", "Borrower", "Borrowing unit"),
                deal.who("borrower", deal.borrower),
            ),
            (pen.pick("Loan account no.", "Loan No."), deal.put("contract_no", deal.number)),
            (
                pen.pick("Sanctioned limit", "Loan amount", "Limit sanctioned"),
                deal.money("amount", deal.amount),
            ),
            (
                pen.pick("Outstanding balance", "Balance outstanding"),
                deal.money("balance", deal.balance),
            ),
            (
                pen.pick("Date of visit", "Date of inspection", "Inspection date"),
                deal.day("inspect_date", deal.visited),
            ),
            (
                pen.pick("Date of last visit", "Last inspection"),
                deal.day("last_inspect_date", later_by(deal.visited, -90)),
            ),
            (
                pen.pick("Asset classification", "Classification"),
                deal.put(
                    "classification", pen.pick("Standard", "SMA-1", "Sub-standard", "Doubtful")
                ),
            ),
            (
                pen.pick("Irregularities observed", "Irregularities"),
                deal.put(
                    "problems", pen.pick("stock register not updated", "insurance has lapsed")
                ),
            ),
            (
                pen.pick("Remarks", "Conclusion"),
                deal.put(
                    "conclusion",
                    pen.pick(
                        "the unit is working satisfactorily", "the account needs close monitoring"
                    ),
                ),
            ),
            (pen.pick("Inspecting official", "Inspected by"), deal.who("inspector", deal.officer)),
        ]
    )
