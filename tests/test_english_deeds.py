# ruff: noqa: E501 - papers are typed as they are printed
"""Deeds of English-speaking countries: pledges, mortgages, guarantees, agreements."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said

HYPOTHECATION = """DEED OF HYPOTHECATION OF GOODS
This Agreement made at Sirsi on this 2nd day of May 2019 between Smt. Kamala Hegde, wife of
Ganapati Hegde, residing at "Nandana", Kolsirsi (hereinafter called the Borrower) of the ONE PART
and Malnad Gramin Bank, Sirsi Branch, a body corporate (hereinafter called the Bank) of the OTHER PART.
WHEREAS the Bank has granted a Cash Credit limit to the extent of Rs. 6,00,000/- (Rupees Six Lakhs only)
under Loan Agreement No. MGB/CC/2019/41.
1. The Borrower hereby hypothecates to the Bank the goods described in the Schedule.
2. Interest shall be paid at 2.25% over the Base Rate, presently 11.75% p.a. with monthly rests.

SCHEDULE
Stocks of areca nut and pepper

Borrower's signature                    For Malnad Gramin Bank
"""


def test_who_hypothecates_is_borrower_and_pledgor_where_only_the_borrower_is_named() -> None:
    paper = read(HYPOTHECATION)

    assert paper.doc_type == "pledge_contract"
    assert said(paper, "pledgor") == said(paper, "borrower") == "Kamala Hegde"
    assert said(paper, "borrower_address") == '"Nandana", Kolsirsi'
    assert said(paper, "lender") == "Malnad Gramin Bank, Sirsi Branch"


def test_the_goods_of_a_hypothecation_stand_in_its_schedule() -> None:
    paper = read(HYPOTHECATION)

    assert said(paper, "collateral") == "Stocks of areca nut and pepper"
    assert said(paper, "secured_amount") == "600000.00 INR"
    assert said(paper, "main_contract_no") == "MGB/CC/2019/41"


def test_a_pledgor_who_is_not_the_borrower_stays_another_person() -> None:
    paper = read("""AGREEMENT OF PLEDGE
This agreement is made at Thika on 4th July 2020 between Peter Maina (hereinafter called the Pledgor)
and Thika Farmers Sacco Society Ltd (hereinafter called the Lender) for a loan lent to
Jane Wairimu (hereinafter called the Borrower).
""")

    assert said(paper, "pledgor") == "Peter Maina"


@pytest.mark.parametrize(
    ("printed", "rate"),
    [
        ("MCLR (1 year) 7.80% + 2.20% i.e. 10.00% p.a. at present", "10.00 percent_year"),
        ("2.25% over Base Rate, presently 12.25% per annum", "12.25 percent_year"),
        ("MCLR plus 2.20% p.a.", None),
        ("SOFR + 2.75% per annum", None),
        ("1.5% per month on reducing balance", "1.5 percent_month"),
    ],
)
def test_a_margin_over_a_benchmark_is_no_rate_unless_what_it_comes_to_is_printed(
    printed: str, rate: str | None
) -> None:
    paper = read(
        f"LOAN AGREEMENT\nName of the Borrower : Asha Patil\nRate of Interest : {printed}\n"
    )

    assert said(paper, "rate") == rate


def test_guarantors_numbered_one_below_another_are_all_guarantors() -> None:
    paper = read("""DEED OF GUARANTEE
THIS DEED OF GUARANTEE executed at __Bhuj__ on __11/06/2018__ by
1. Mr/Mrs. __Jayesh Maganlal Soni__ aged about __55__ years residing at __12, Hospital Road, Bhuj__.
2. Mr/Mrs. __Hina Jayesh Soni__ aged about __51__ years residing at __12, Hospital Road, Bhuj__.
3. Mr/Mrs. __---__ aged about __---__ years residing at __---__.
(hereinafter referred to as the "Guarantors")
IN FAVOUR OF
KUTCH MERCANTILE BANK LTD. (hereinafter referred to as the "Bank")
a) __M/s. Soni Seeds__ (name of the Borrower) having its office at __GIDC Plot 4, Bhuj__ (herein
referred as the "Borrower") has requested Credit Facilities aggregating to Rs __4,50,000/-__.
""")

    assert said(paper, "guarantor") == ["Jayesh Maganlal Soni", "Hina Jayesh Soni"]
    assert said(paper, "borrower") == "Soni Seeds"
    assert said(paper, "amount") == "450000.00 INR"


def test_a_letter_of_guarantee_names_lender_above_and_guarantor_below() -> None:
    paper = read("""LETTER OF GUARANTEE

To
Shri Harbans Lal Gupta,
Grain Market, Rajpura.

I hereby undertake to pay you a sum of Rupees Ninety Thousand which you have this day advanced
under a pronote to Gurnam Singh Sidhu of village Basma.

Dated at Rajpura this the 12th day of April, 2017

                                        Yours faithfully,
                                        Sd. Balkar Singh Sidhu
""")

    assert said(paper, "lender") == "Harbans Lal Gupta"
    assert said(paper, "borrower") == "Gurnam Singh Sidhu"
    assert said(paper, "guarantor") == "Balkar Singh Sidhu"
    assert said(paper, "sign_place") == "Rajpura"


def test_acres_and_square_feet_are_no_square_metres() -> None:
    deed = "SIMPLE MORTGAGE DEED\nMade at Hubli on 9th May 2018 between Ravi Joshi hereinafter called the mortgagor and Hubli Urban Bank Ltd. hereinafter called the mortgagee.\nTHE SCHEDULE\nLand admeasuring {}, Kusugal Village.\n"

    assert said(read(deed.format("148.64 sq. metres")), "area_m2") == "148.64"
    assert said(read(deed.format("4.50 acres")), "area_m2") is None
    assert said(read(deed.format("2400 sq. ft.")), "area_m2") is None


def test_people_are_not_called_after_where_they_live() -> None:
    paper = read("""LOAN AGREEMENT
THIS AGREEMENT is made this 9th day of March, 2020 BETWEEN OKE COOPERATIVE SOCIETY LIMITED of No. 14 Market
Road, Ilorin (hereinafter referred to as "the LENDER") of the one part AND MR. SUNDAY OLATUNJI of No. 5 Unity
Close, Ilorin (hereinafter referred to as "the BORROWER") of the other part.
""")

    assert said(paper, "lender") == "OKE COOPERATIVE SOCIETY LIMITED"
    assert said(paper, "borrower") == "SUNDAY OLATUNJI"


def test_a_printed_deed_without_names_says_nothing() -> None:
    paper = read("""AGREEMENT OF TERM LOAN AND HYPOTHECATION OF MOVABLE ASSETS
This Agreement made at ____________ on the ____ day of ________20_ between ______________ carrying on
business as sole proprietor (hereinafter referred to as the "Borrower") of the One Part and Bank of
Kumaon a body corporate having a branch office at ____________ (hereinafter referred to as "the Bank").
1. The Borrower shall repay the loan by ____ instalments of Rs.________ each.
Signature of Borrower                         For Bank of Kumaon
""")

    assert paper.doc_type == "loan_contract"
    assert not paper.fields
