# ruff: noqa: E501 - papers are typed as they are printed
"""Reports, notices and certificates of English-speaking countries."""

from __future__ import annotations

from tests.typed_paper import read, said

VISIT = """Unit Inspection Report

Date of Inspection            : 08.12.2021
Name of the Borrowing Unit    : Sri Annapurna Agro Implements

Details of limits (Rs. in lacs)
Nature of facility   Limit    Outstanding    Overdue     Asset classification
SOD (stocks)         15.00    13.42          Nil         Standard
Term Loan             6.00     3.75          Nil         Standard

Drawing power as per stock statement dated 30.11.2021 : Rs. 14.10 lacs
Whether end use of funds verified         : Yes
Insured for                               : Rs. 25,000

Signature of Inspecting Official
Name: P. Ramana Rao, Asst. Manager              Branch: Vemulapadu
"""


def test_each_limit_of_a_table_in_lacs_is_read_in_rupees() -> None:
    paper = read(VISIT)

    assert said(paper, "loan_type") == ["SOD (stocks)", "Term Loan"]
    assert said(paper, "amount") == ["1500000.00 INR", "600000.00 INR"]
    assert said(paper, "balance") == ["1342000.00 INR", "375000.00 INR"]
    assert said(paper, "classification") == "Standard"


def test_the_inspector_is_named_under_the_signature() -> None:
    paper = read(VISIT)

    assert said(paper, "inspector") == "P. Ramana Rao"
    assert said(paper, "borrower") == "Sri Annapurna Agro Implements"


def test_that_end_use_was_verified_does_not_say_what_was_found() -> None:
    assert said(read(VISIT), "use_matches_contract") is None


def test_a_recall_notice_tells_the_loan_in_sentences() -> None:
    paper = read("""Ref. No.: VSB/RCV/2022/391                                Date: 19th September, 2022

To,
1. Mr. Imran Memon (Borrower)
   At & Post Kherva, Dist. Mehsana
2. Mr. Rasul Memon (Guarantor)
   At & Post Kherva, Dist. Mehsana

                      LOAN RECALL NOTICE

Sub: Loan Account No. TL-00417-88, Term Loan of Rs. 5,40,000/- - recall of the facility
Sir,
At your request Vatsal Sahakari Bank Ltd., Kherva Branch disbursed the above loan on 22.06.2020 under Loan Agreement No. VSB/TL/2020/0417, repayable by 22.06.2024. Your account was classified as Sub-standard on 18.09.2022.
You are to pay on or before 04.10.2022.
""")

    assert said(paper, "amount") == "540000.00 INR"
    assert said(paper, "contract_no") == "VSB/TL/2020/0417"
    assert said(paper, "start_date") == "2020-06-22"
    assert said(paper, "end_date") == "2024-06-22"
    assert said(paper, "pay_by") == "2022-10-04"
    assert said(paper, "classification") == "Sub-standard"
    assert said(paper, "lender") == "Vatsal Sahakari Bank Ltd., Kherva Branch"
    assert said(paper, "borrower_address") == "At & Post Kherva, Dist. Mehsana"


def test_an_encumbrance_certificate_is_read_from_its_columns() -> None:
    paper = read("""CERTIFICATE OF ENCUMBRANCE ON PROPERTY
Certificate No. : 417/2021-22                    Date: 11.01.2022
Property  : Agricultural land bearing Sy. No. 99/2, situated at Chikkerur village, Hirekerur Taluk, extent 3 acres
A search has been made for the period from 01.04.2009 to 31.12.2021.

Sl.No.  Nature of document   Date of registration   Document No.   Name of executant (Mortgagor)   Name of claimant (Mortgagee)         Amount
1       Mortgage             18.06.2019             HRK-1-00917   Shivappa Doddamani   Haveri District Bank   Rs. 4,00,000
""")

    assert paper.doc_type == "mortgage_registration"
    assert said(paper, "mortgagor") == "Shivappa Doddamani"
    assert said(paper, "mortgagee") == "Haveri District Bank"
    assert said(paper, "register_date") == "2019-06-18"
    assert said(paper, "secured_amount") == "400000.00 INR"
    assert said(paper, "start_date") is None


def test_guarantors_in_a_table_of_people_are_guarantors() -> None:
    paper = read("""LOAN AGREEMENT FORM
1. Member (Borrower) details
   Name: PETER KIPRONO          ID No.: 20099417
2. Loan details
   Amount granted: KShs. 350,000.00 (Kenya Shillings Three Hundred Fifty Thousand only)
3. Guarantors
   No.  Name                      Member No.   ID No.      Amount guaranteed
   1    JOYCE CHEPKOECH LANGAT    08814        21099330    200,000
   2    DAVID KIPKEMOI RONO       07760        11099876    150,000
""")

    assert said(paper, "guarantor") == ["JOYCE CHEPKOECH LANGAT", "DAVID KIPKEMOI RONO"]
    assert said(paper, "borrower") == "PETER KIPRONO"
    assert said(paper, "id_number") == "20099417"
    assert said(paper, "amount") == "350000.00 KES"


def test_the_end_of_a_word_is_no_currencys_sign() -> None:
    paper = read("""LOAN AGREEMENT
The Lender hereby lends to the Borrower the principal sum of Uganda Shillings 6,500,000 (six million five
hundred thousand only).
2. Purpose: The Borrower shall use the Loan solely for buying dairy heifers and for no other purpose.
Borrower: ....................        For the Lender: ....................
""")

    assert said(paper, "amount") == "6500000.00 UGX"
    assert said(paper, "purpose") == "buying dairy heifers"
    assert said(paper, "borrower") is None
