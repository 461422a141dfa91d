"""Which papers belong to which loan, by the numbers that stand on them."""

from __future__ import annotations

from datetime import date

from archive.loans import Loans, Pairing, Paper, loans_of

A, B = "(2023)青信借字第00012号", "(2024)青信借字第00077号"
MORTGAGE_A, HOUSE = "青信抵字2023-12", "210999004012JC00081F00010001"


def paper(id_: str, doc_type: str, dated: str = "", **numbers: str) -> Paper:
    return Paper(
        id=id_,
        doc_type=doc_type,
        dated_on=date.fromisoformat(dated) if dated else None,
        numbers=frozenset(numbers.items()),
    )


def by_loan(found: Loans) -> dict[str | None, list[str]]:
    return {loan.number: [link.paper for link in loan.links] for loan in found.loans}


CONTRACT_A = paper("contract-a", "loan_contract", "2023-03-01", contract_no=A)
CONTRACT_B = paper("contract-b", "loan_contract", "2024-03-05", contract_no=B)
NOTE_A = paper("note-a", "iou", "2023-03-02", contract_no=A, iou_no="1900771")
SECURITY_A = paper(
    "mortgage-a", "mortgage_contract", "2023-03-01", contract_no=MORTGAGE_A, main_contract_no=A,
    unit_no=HOUSE,
)  # fmt: skip


def test_two_loans_of_a_household_keep_their_papers_apart() -> None:
    visit_b = paper("visit-b", "inspection_report", "2024-06-01", contract_no=B)

    found = loans_of([CONTRACT_A, CONTRACT_B, NOTE_A, visit_b])

    assert by_loan(found) == {A: ["contract-a", "note-a"], B: ["contract-b", "visit-b"]}
    assert found.without_loan == ()


def test_a_visit_that_names_the_note_belongs_to_the_notes_loan() -> None:
    visit = paper("visit", "inspection_report", "2023-09-01", iou_no="1900771")

    found = loans_of([CONTRACT_A, CONTRACT_B, NOTE_A, visit])

    (link,) = [link for link in found.loans[0].links if link.paper == "visit"]
    assert (link.why, link.number, link.through, link.sure) == ("iou_no", "1900771", "note-a", True)


def test_a_registration_follows_the_mortgage_contract_it_names() -> None:
    registration = paper("reg", "mortgage_registration", "2023-03-09", contract_no=MORTGAGE_A)

    found = loans_of([CONTRACT_A, CONTRACT_B, SECURITY_A, registration])

    assert by_loan(found)[A] == ["contract-a", "mortgage-a", "reg"]
    assert found.pairings == (Pairing(contract="mortgage-a", registrations=("reg",)),)


def test_the_same_house_makes_a_registration_likely_never_sure() -> None:
    registration = paper("reg", "mortgage_registration", "2023-03-09", unit_no=HOUSE)

    found = loans_of([CONTRACT_A, CONTRACT_B, SECURITY_A, registration])

    (link,) = [link for link in found.loans[0].links if link.paper == "reg"]
    assert (link.why, link.sure) == ("property", False)
    assert found.pairings == (Pairing(contract="mortgage-a", registrations=("reg",), likely=True),)


def test_the_same_house_mortgaged_again_does_not_join_two_loans() -> None:
    second = paper(
        "mortgage-b", "mortgage_contract", "2024-03-05", contract_no="青信抵字2024-77",
        main_contract_no=B, unit_no=HOUSE,
    )  # fmt: skip
    registration = paper(
        "reg-b", "mortgage_registration", "2024-03-09", contract_no="青信抵字2024-77", unit_no=HOUSE
    )

    found = loans_of([CONTRACT_A, CONTRACT_B, SECURITY_A, second, registration])

    assert by_loan(found) == {
        A: ["contract-a", "mortgage-a"],
        B: ["contract-b", "mortgage-b", "reg-b"],
    }
    assert Pairing(contract="mortgage-a", registrations=()) in found.pairings


def test_a_maximum_mortgage_secures_every_loan_that_names_it() -> None:
    frame = paper("frame", "mortgage_contract", "2023-01-05", contract_no="青信高抵字2023-1")
    first = paper("one", "loan_contract", "2023-03-01", contract_no=A,
                  guarantee_contract_no="青信高抵字2023-1")  # fmt: skip
    other = paper("two", "loan_contract", "2024-03-05", contract_no=B,
                  guarantee_contract_no="青信高抵字2023-1")  # fmt: skip

    found = loans_of([frame, first, other])

    assert by_loan(found) == {A: ["frame", "one"], B: ["frame", "two"]}


def test_a_loan_is_known_by_its_number_before_its_contract_comes() -> None:
    found = loans_of([NOTE_A])

    (loan,) = found.loans
    assert (loan.number, loan.contract_filed) == (A, False)


def test_a_contract_scanned_twice_is_one_loan() -> None:
    again = paper("contract-again", "loan_contract", "2023-03-01", contract_no=A)

    found = loans_of([CONTRACT_A, again])

    assert by_loan(found) == {A: ["contract-a", "contract-again"]}


def test_a_visit_without_a_number_goes_to_the_only_loan_as_likely() -> None:
    visit = paper("visit", "inspection_report", "2023-06-01")

    alone = loans_of([CONTRACT_A, visit])
    of_two = loans_of([CONTRACT_A, CONTRACT_B, visit])

    assert [(link.paper, link.sure) for link in alone.loans[0].links][1] == ("visit", False)
    assert of_two.without_loan == ("visit",)


def test_a_visit_before_the_only_loan_is_not_its_visit() -> None:
    visit = paper("visit", "inspection_report", "2022-06-01")

    assert loans_of([CONTRACT_A, visit]).without_loan == ("visit",)


def test_papers_of_no_loan_are_listed_and_scans_of_several_are_their_parts() -> None:
    card = paper("card", "household_survey")
    scan = paper("scan", "scan_of_papers")

    assert loans_of([CONTRACT_A, card, scan]).without_loan == ("card",)


def test_a_registration_whose_contract_is_not_here_is_named() -> None:
    registration = paper("reg", "mortgage_registration", "2023-03-09", contract_no=MORTGAGE_A)

    found = loans_of([CONTRACT_A, CONTRACT_B, registration])

    assert found.pairings == (Pairing(contract=None, registrations=("reg",)),)
    assert found.without_loan == ("reg",)
