"""S. Lakshmi Naidu's papers at an invented credit society: lakhs, 5th June, SMA classes."""

# ruff: noqa: E501  the wording of a paper stands in whole sentences
from __future__ import annotations

from collections.abc import Iterator

from reportlab.platypus import Flowable

from samples.make import pages
from samples.make.paper import Paper, money, rate
from samples.make.papers.latin_table import latin_table
from samples.make.word import WordPaper
from samples.make.world import World

SOCIETY = "Green Meadow Primary Agricultural Credit Society Ltd."
NAME, PAN = "Lakshmi Naidu Sunkara", "AXZPN4821Q"
LOAN_NO = "GM/AGL/2025/0067"


def papers(world: World) -> Iterator[Paper]:
    del world
    yield _agreement()
    yield _visit()


def _agreement() -> Paper:
    story: list[Flowable] = [
        pages.latin_title("TERM LOAN AGREEMENT", 16),
        pages.latin(f"Loan Agreement No.: {LOAN_NO}", align="right"),
        pages.latin(
            f"THIS AGREEMENT is made at Green Meadow on this 5th June, 2025 BETWEEN {SOCIETY}, having its office at Market Road, "
            f'Green Meadow (hereinafter called the "Lender") AND Smt. {NAME}, PAN {PAN}, residing at House No. 4-18, Lower '
            'Tank Street, Green Meadow (hereinafter called the "Borrower").'
        ),
        latin_table(
            [
                ["Lender", SOCIETY],
                ["Borrower", NAME],
                ["PAN", PAN],
                ["Address", "House No. 4-18, Lower Tank Street, Green Meadow"],
                ["Loan Amount", "Rs. 2,50,000.00 (Rupees two lakh fifty thousand only)"],
                ["Purpose", "Purchase of a power tiller and seed drill"],
                ["Rate of interest", "9.75% per annum, fixed"],
                ["Tenure", "36 months"],
                ["Date of disbursement", "10th June, 2025"],
                ["Final payment date", "10th June, 2028"],
                ["Repayment", "36 equated monthly instalments (EMI) of Rs. 8,037.00"],
                ["Security", "Hypothecation of the power tiller and seed drill"],
                ["Guarantor", "Ramesh Babu Sunkara"],
            ],
            [46, 114],
            heights=7.4,
        ),
        pages.latin(
            "1. The Lender agrees to lend and the Borrower agrees to borrow the Loan Amount on the terms of this Agreement, to be "
            "drawn in one instalment against the dealer's invoice."
        ),
        pages.latin(
            "2. Interest is payable monthly on the daily outstanding balance. Any sum not paid on its due date carries penal "
            "charges at 2% per annum over the agreed rate for the period of default."
        ),
        pages.latin(
            "3. The Borrower shall use the loan for the stated Purpose only, keep the assets in good repair and insured, and allow "
            "the officers of the Lender to inspect them at any reasonable time."
        ),
        pages.latin(
            "4. The Guarantor guarantees, jointly and severally with the Borrower, the payment of all sums due under this "
            "Agreement."
        ),
        pages.latin(
            "5. On default in payment of two instalments, or if any statement of the Borrower proves false, the whole "
            "outstanding balance becomes payable at once and the Lender may take possession of the hypothecated assets."
        ),
        pages.latin(
            "6. This Agreement is governed by the law of the place where the Lender has its office."
        ),
        pages.gap(10),
        pages.two_columns(
            [f"Borrower: {NAME}", "Guarantor: Ramesh Babu Sunkara"],
            ["For the Lender: T. Anand Rao, Secretary", "Witness: K. Mary Joseph"],
            chinese=False,
        ),
    ]
    return Paper(
        name="Loan Agreement - Lakshmi Naidu.pdf",
        data=pages.pdf(story, footer="Page {page}", doc_title="Term Loan Agreement"),
        doc_type="loan_contract",
        language="en",
        fields={
            "contract_no": LOAN_NO,
            "borrower": NAME,
            "id_number": PAN,
            "borrower_address": "House No. 4-18, Lower Tank Street, Green Meadow",
            "lender": SOCIETY,
            "amount": money("250000.00", "INR"),
            "amount_words": "Rupees two lakh fifty thousand only",
            "purpose": "Purchase of a power tiller and seed drill",
            "rate": rate("9.75", "percent_year"),
            "term_months": 36,
            "start_date": "2025-06-10",
            "end_date": "2028-06-10",
            "collateral": "Hypothecation of the power tiller and seed drill",
            "guarantor": "Ramesh Babu Sunkara",
            "sign_date": "2025-06-05",
            "sign_place": "Green Meadow",
        },
    )


def _visit() -> Paper:
    word = WordPaper(author="K. Mary Joseph", font="Times New Roman", size=11)
    word.title("POST-DISBURSEMENT INSPECTION REPORT", 15, "Times New Roman")
    word.say(SOCIETY, align="center")
    word.table(
        [
            ["Name of borrower", NAME, "PAN", PAN],
            ["Loan account / Agreement No.", LOAN_NO, "Date of visit", "2nd July, 2025"],
            ["Limit sanctioned", "Rs. 2,50,000.00", "Outstanding", "Rs. 2,50,000.00"],
            ["Days past due", "0", "Asset classification", "Standard"],
            ["Date of last visit", "Nil", "Inspecting official", "K. Mary Joseph"],
        ],
        [42, 48, 34, 38],
    )
    for name, text in (
        (
            "Use of funds",
            "Power tiller (chassis no. seen) and seed drill bought from the dealer on the invoice; loan used for the "
            "stated purpose: Yes.",
        ),
        (
            "Condition of assets",
            "Both in working order, kept under cover at the borrower's house. Insured up to 9th June, 2026.",
        ),
        ("Irregularities", "Hypothecation plate not yet fixed on the tiller."),
        ("Conclusion", "Funds properly utilised. Account to be kept under normal follow-up."),
        ("Action", "Borrower to fix the hypothecation plate by 15th July, 2025."),
    ):
        word.say(name, bold=True)
        word.say(text)
    word.say("")
    word.say(
        "Inspecting official: K. Mary Joseph                Reviewed by: T. Anand Rao, Secretary"
    )
    word.say("Date of report: 3rd July, 2025")
    return Paper(
        name="Inspection report Naidu July 2025.docx",
        data=word.data(),
        doc_type="inspection_report",
        language="en",
        fields={
            "borrower": NAME,
            "id_number": PAN,
            "contract_no": LOAN_NO,
            "inspect_date": "2025-07-02",
            "report_date": "2025-07-03",
            "amount": money("250000.00", "INR"),
            "balance": money("250000.00", "INR"),
            "days_past_due": 0,
            "classification": "Standard",
            "use_matches_contract": True,
            "inspector": "K. Mary Joseph",
            "reviewer": "T. Anand Rao",
            "conclusion": "Funds properly utilised. Account to be kept under normal follow-up.",
            "rectify_by": "2025-07-15",
        },
    )
