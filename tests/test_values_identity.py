"""Numbers of people, companies, certificates and contracts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.values.identity import (
    find_latin_id,
    find_phone,
    find_resident_id,
    find_uscc,
    is_resident_id,
    is_uscc,
    resident_check_digit,
    resident_id_of_15,
)
from extractors.values.numbers import as_number, comparable, find_certificates, find_units
from extractors.values.plain import plain
from tests.typed_paper import invented_id

BIRTHS = st.dates().filter(lambda day: 1900 <= day.year <= 2099).map(lambda day: f"{day:%Y%m%d}")


@given(BIRTHS, st.integers(0, 999).map(lambda n: f"{n:03d}"), st.integers(0, 17))
def test_one_wrong_place_of_an_id_number_is_noticed(birth: str, order: str, at: int) -> None:
    number = invented_id(birth=birth, order=order)
    other = "1" if number[at] != "1" else "2"
    damaged = number[:at] + other + number[at + 1 :]

    assert is_resident_id(number)
    assert not is_resident_id(damaged)


def test_an_id_number_is_found_with_blanks_and_a_small_x() -> None:
    first17 = next(
        base
        for base in (f"41032819880615{n:03d}" for n in range(999))
        if resident_check_digit(base) == "X"
    )
    printed = f"{first17[:6]} {first17[6:14]} {first17[14:]}x"

    found = find_resident_id(printed)

    assert found is not None
    assert found.number == first17 + "X"
    assert found.valid


def test_a_masked_number_stays_as_it_is() -> None:
    found = find_resident_id("4103**********0410")

    assert found is not None
    assert (found.number, found.valid) == ("4103**********0410", None)


def test_an_old_number_of_15_digits_has_a_form_of_18() -> None:
    found = find_resident_id("410328880615452")

    assert found is not None
    assert is_resident_id(resident_id_of_15(found.number))


def test_an_account_of_19_digits_is_no_id_number() -> None:
    assert find_resident_id("6228480000000000001") is None


def test_a_credit_code_is_told_from_an_id_number() -> None:
    assert is_uscc("91350100M000100Y43")
    assert not is_uscc("91350100M000100Y44")
    assert find_uscc(invented_id()) is None


@pytest.mark.parametrize(
    ("printed", "number", "valid"),
    [
        ("12345678Z", "12345678Z", True),
        ("12345678A", "12345678A", False),
        ("12.345.678", "12345678", None),
        ("20-12345678-6", "20-12345678-6", True),
        ("20123456786", "20123456786", True),
        ("LOHM800101MDFPRR05", "LOHM800101MDFPRR05", None),
    ],
)
def test_latin_numbers_keep_their_letters_and_hyphens(
    printed: str, number: str, valid: bool | None
) -> None:
    found = find_latin_id(printed)

    assert found is not None
    assert (found.number, found.valid) == (number, valid)


@pytest.mark.parametrize(
    ("printed", "digits"),
    [
        ("138 0000 0000", "13800000000"),
        ("0379-62345678", "0379-62345678"),
        ("１３８００００００００", "13800000000"),
    ],
)
def test_telephone_numbers_lose_their_blanks(printed: str, digits: str) -> None:
    found = find_phone(plain(printed))

    assert found is not None
    assert found[0] == digits


def test_numbers_lose_blanks_and_filling_lines_but_keep_their_brackets() -> None:
    assert as_number("（2017）农银借合字第 ＿0031＿ 号") == "（2017）农银借合字第0031号"
    assert comparable("（2017）借字第1号") == comparable("〔2017〕借字第 1 号")


def test_the_two_numbers_of_a_registration_certificate_are_told_apart() -> None:
    text = plain("豫（2019）某某县不动产证明第0001234号 豫(2018)某某县不动产权第0004567号")

    assert [text[a:b] for a, b in find_certificates(text, "证明")] == [
        "豫(2019)某某县不动产证明第0001234号"
    ]
    assert [text[a:b] for a, b in find_certificates(text, "权")] == [
        "豫(2018)某某县不动产权第0004567号"
    ]


def test_a_unit_number_is_28_places_whatever_its_blanks() -> None:
    assert find_units("410328 001002 GB00012 F00010001")[0][0] == "410328001002GB00012F00010001"
