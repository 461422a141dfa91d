"""What papers of one loan say against each other, and the alarms that must not be raised."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from archive.agreement import Said, disagreements, repeated_mortgages, same_institution
from extractors.reading import FieldValue, Money, Reading, Value

_ids = count(1)


def said(doc_type: str, **fields: object) -> Said:
    """A filed paper; text of digits with a point is money, ISO text is a date, | parts values."""
    number = next(_ids)
    reading = Reading(
        doc_type=doc_type,
        language="zh",
        pages=1,
        ocr=False,
        fields={
            name: tuple(
                FieldValue(value=_value(name, one), text=one) for one in str(text).split("|")
            )
            for name, text in fields.items()
        },
    )
    return Said(id=str(number), label=f"#{number} {doc_type}", household_id=1, reading=reading)


def _value(name: str, text: str) -> Value:
    if name.endswith(("date", "_start", "_end")):
        return date.fromisoformat(text)
    return Money(Decimal(text), "CNY") if name in ("amount", "secured_amount") else text


def contract(**changed: object) -> Said:
    told = {"contract_no": "HT-1", "borrower": "周大山", "amount": "50000.00",
            "lender": "青河县农村信用合作联社"}  # fmt: skip
    return said("loan_contract", **(told | changed))


def mortgage(**changed: object) -> Said:
    told = {
        "contract_no": "DY-1",
        "main_contract_no": "HT-1",
        "borrower": "周大山",
        "mortgagee": "青河县农村信用合作联社",
        "title_certificate_no": "豫（2019）青河县不动产权第0001234号",
    }
    return said("mortgage_contract", **(told | changed))


def certificate(**changed: object) -> Said:
    told = {"certificate_no": "豫(2025)青河县不动产证明第0000777号", "contract_no": "DY-1",
            "secured_amount": "50000.00", "unit_no": UNIT, "right": "抵押权",
            "title_certificate_no": "豫(2019)青河县不动产权第0001234号"}  # fmt: skip
    return said("mortgage_registration", **(told | changed))


def note(**changed: object) -> Said:
    told = {"iou_no": "JJ-1", "contract_no": "HT-1", "borrower": "周大山", "amount": "50000.00",
            "start_date": "2025-03-01"}  # fmt: skip
    return said("iou", **(told | changed))


def report(**changed: object) -> Said:
    told = {"main_contract_no": "HT-1", "borrower": "周大山", "inspect_date": "2025-04-01"}
    return said("inspection_report", **(told | changed))


UNIT = "410328001002GB00123F00010001"


def codes(*papers: Said) -> list[str]:
    return [each.code for each in disagreements(papers)]


def test_papers_that_agree_say_nothing() -> None:
    assert codes(contract(), mortgage(), certificate(), note(), report()) == []


def test_a_finding_names_both_papers_and_no_person() -> None:
    one, other = contract(), note(borrower="何小满")

    [found] = disagreements([one, other])

    assert found.papers == (one, other)
    assert one.label in found.message
    assert other.label in found.message
    assert "周大山" not in found.message


@pytest.mark.parametrize("make", [note, report, mortgage])
def test_a_borrower_called_otherwise_in_a_paper_of_the_loan(make) -> None:  # type: ignore[no-untyped-def]
    assert codes(contract(), make(borrower="何小满")) == ["names_differ"]


def test_one_identity_number_under_two_names() -> None:
    one = contract(id_number="410328198806154522")
    other = said("collection_notice", borrower="何小满", id_number="410328198806154522")

    assert codes(one, other) == ["names_differ"]


@pytest.mark.parametrize(
    "other",
    [
        note(borrower="周 大 山"),
        note(borrower="周*山"),
        note(spouse="王小兰"),
        note(guarantor="何小满"),
        note(borrower="周大山|王小兰"),
        note(contract_no="HT-2", borrower="何小满"),
        said("guarantee_contract", main_contract_no="HT-1", borrower="周大山", guarantor="何小满"),
    ],
)
def test_spouses_guarantors_other_loans_and_masked_names_raise_no_alarm(other: Said) -> None:
    assert "names_differ" not in codes(contract(), other)


def test_notes_that_come_to_more_than_the_contract() -> None:
    second = note(iou_no="JJ-2", amount="0.01", start_date="2025-04-01")

    assert codes(contract(), note(), second) == ["notes_exceed_contract"]


def test_one_note_filed_twice_counts_once() -> None:
    assert codes(contract(), note(), note()) == []


def test_notes_of_another_contract_do_not_count() -> None:
    assert codes(contract(), note(), note(contract_no="HT-9", iou_no="JJ-9")) == []


def test_a_line_of_credit_may_be_drawn_again_and_again() -> None:
    line = contract()
    revolving = Said(
        id="r", label="r", household_id=1,
        reading=Reading(doc_type="loan_contract", language="zh", pages=1, ocr=False,
                        evidence=("最高额借款合同",), fields=line.reading.fields),
    )  # fmt: skip

    assert codes(revolving, note(), note(iou_no="JJ-2")) == []


def test_a_registration_that_secures_less_than_was_lent() -> None:
    found = codes(contract(), mortgage(), certificate(secured_amount="30000.00"))

    assert found == ["registered_below_loan"]


def test_registrations_that_secure_the_loan_together_are_enough() -> None:
    one = certificate(secured_amount="30000.00")
    other = certificate(secured_amount="20000.00", certificate_no="另一号", unit_no="")

    assert codes(contract(), mortgage(), one, other) == []


def test_a_loan_that_is_guaranteed_too_needs_no_full_registration() -> None:
    surety = said("guarantee_contract", main_contract_no="HT-1", guarantor="何小满")

    assert codes(contract(), mortgage(), surety, certificate(secured_amount="30000.00")) == []


def test_a_mortgagee_that_is_not_the_lender() -> None:
    assert codes(contract(), mortgage(mortgagee="白水县农业银行")) == ["mortgagee_not_lender"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青河县农村信用合作联社", "青河县农村信用合作联社城关信用社"),
        ("中国农业银行股份有限公司青河县支行", "中国农业银行股份有限公司"),
        ("青河农商银行城关支行", "青河农村商业银行股份有限公司"),
        ("青河县农村信用合作联社", "青河农村商业银行股份有限公司"),
        ("Cooperativa Valle Verde Ltda.", "COOPERATIVA VALLE VERDE LTDA"),
    ],
)
def test_a_branch_its_head_office_and_its_successor_are_one_lender(one: str, other: str) -> None:
    assert same_institution(one, other)
    assert same_institution(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青河县农村信用合作联社", "白水县农村信用合作联社"),
        ("中国农业银行青河县支行", "中国建设银行青河县支行"),
    ],
)
def test_other_places_and_other_banks_are_other_lenders(one: str, other: str) -> None:
    assert not same_institution(one, other)


def test_a_title_that_the_mortgage_contract_does_not_list() -> None:
    strange = certificate(title_certificate_no="豫(2019)青河县不动产权第0009999号")

    assert codes(contract(), mortgage(), strange) == ["title_not_in_contract"]


@pytest.mark.parametrize(
    "listed",
    [
        "豫(2019)青河县不动产权第0001234号",
        "不动产权第0001234号",
        "豫(2019)青河县不动产权第0001234号|另证第0005号",
    ],
)
def test_a_title_written_shorter_or_among_others_raises_no_alarm(listed: str) -> None:
    assert codes(contract(), mortgage(title_certificate_no=listed), certificate()) == []


def test_a_security_for_a_contract_that_is_not_filed() -> None:
    assert codes(contract(), mortgage(main_contract_no="HT-7")) == ["main_contract_unknown"]


def test_a_security_before_any_contract_is_filed_raises_no_alarm() -> None:
    assert codes(mortgage(main_contract_no="HT-7")) == []


def test_a_main_contract_number_with_other_brackets_is_the_same() -> None:
    papers = (
        contract(contract_no="（2025）信借字第1号"),
        mortgage(main_contract_no="(2025)信借字第 1号"),
    )

    assert codes(*papers) == []


def test_an_inspection_before_the_money_was_paid_out() -> None:
    assert codes(contract(), note(), report(inspect_date="2025-02-28")) == [
        "inspected_before_drawdown"
    ]


def test_an_inspection_without_a_number_is_held_against_the_first_note_only() -> None:
    papers = (
        note(), note(contract_no="HT-2", iou_no="JJ-2", start_date="2026-01-01"),
        said("inspection_report", inspect_date="2025-04-01"),
    )  # fmt: skip

    assert codes(*papers) == []


def test_an_inspection_of_an_earlier_loan_raises_no_alarm() -> None:
    early = report(main_contract_no="HT-0", inspect_date="2024-01-01")

    assert codes(contract(), note(), early) == []


def test_one_property_mortgaged_twice() -> None:
    one, other = certificate(), certificate(certificate_no="豫(2025)青河县不动产证明第0000888号")

    [found] = repeated_mortgages([one, other])

    assert (found.code, found.papers) == ("repeated_mortgage", (one, other))


@pytest.mark.parametrize(
    "other",
    [
        certificate(),
        certificate(certificate_no="另证", unit_no="等3个", title_certificate_no="见清单"),
        certificate(certificate_no="另证", right="预告登记"),
        mortgage(unit_no=UNIT),
        certificate(certificate_no="另证", end_date="2020-01-01", register_date="2018-01-01"),
    ],
)
def test_one_mortgage_on_two_papers_and_one_that_ended_raise_no_alarm(other: Said) -> None:
    assert repeated_mortgages([certificate(register_date="2025-03-02"), other]) == []


def test_two_certificates_for_one_loan_are_no_repeated_mortgage() -> None:
    one = certificate(main_contract_no="HT-1")

    assert (
        repeated_mortgages([one, certificate(main_contract_no="HT-1", certificate_no="换证")]) == []
    )
