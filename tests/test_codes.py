"""Codes on labels and separator sheets: what they say, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.codes import (
    BOX,
    FILE,
    PAPER,
    SEPARATOR,
    Code,
    CodeInvalid,
    check_character,
    labels,
    office_mark,
    parse,
    separators,
)

HOUSEHOLD = Code(kind=FILE, office="0001", household=123)
EVERY_KIND = (
    HOUSEHOLD,
    Code(kind=PAPER, office="0001", household=123, item=7),
    Code(kind=BOX, office="0001", box="3-07"),
    Code(kind=BOX, office="0001", box="抵押 a/7"),
    Code(kind=SEPARATOR, office="0001"),
    Code(kind=SEPARATOR, office="0001", household=123),
    Code(kind=SEPARATOR, office="0001", household=123, doc_type="loan_contract"),
)
COMPACT = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@pytest.mark.parametrize("code", EVERY_KIND, ids=lambda code: code.text)
def test_a_code_says_what_it_was_made_of(code: Code) -> None:
    assert parse(code.text) == code
    assert set(code.text) <= COMPACT


def test_a_code_is_short_and_readable() -> None:
    assert HOUSEHOLD.text == f"XDH:0001:H000123:{check_character('XDH:0001:H000123')}"
    assert len(EVERY_KIND[1].text) <= 29  # a QR code of version 2 with a quarter to spare


@given(
    household=st.integers(1, 999_999_999), item=st.integers(1, 999_999),
    at=st.integers(0, 40), other=st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
)  # fmt: skip
def test_one_wrong_character_is_always_found(
    household: int, item: int, at: int, other: str
) -> None:
    text = Code(kind=PAPER, office="A7", household=household, item=item).text
    at %= len(text)
    changed = text[:at] + other + text[at + 1 :]

    if changed != text:
        with pytest.raises(CodeInvalid):
            parse(changed)


@pytest.mark.parametrize("code", EVERY_KIND[:2], ids=lambda code: code.text)
def test_swapped_neighbours_are_found(code: Code) -> None:
    text = code.text
    for at in range(len(text) - 1):
        swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
        if swapped != text:
            with pytest.raises(CodeInvalid):
                parse(swapped)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "XDH",
        "XDH:::",
        "XDH:0001:H0:K",
        "XDH:0001:H123:K",
        "XDH:0001:H0000000123:K",
        "XDH:0001:S:H000123:LOAN_CONTRACT:K",
        "XDH:0001:B::K",
        "XDH:0001:X000123:K",
        "xdh:0001:h000123:k",
        "XDH:0001:H000000:K",
        "XDH:0001:H000123:P0007:P0008:K",
        "XDH:0001:H000123\n:K",
        "XDH:" + "1" * 500 + ":K",
    ],
)
def test_what_was_not_printed_here_is_refused(text: str) -> None:
    body = text.rpartition(":")[0]

    for whole in (text, f"{body}:{check_character(body)}"):
        with pytest.raises(CodeInvalid):
            parse(whole)


@given(st.text(max_size=60))
def test_rubbish_is_refused_and_nothing_else_happens(text: str) -> None:
    for whole in (text, f"XDH:{text}"):
        with pytest.raises(CodeInvalid):
            parse(whole)


@pytest.mark.parametrize(
    ("institution", "mark"),
    [("0001", "0001"), ("gs-12", "GS12"), ("城关社", office_mark("城关社")), ("", office_mark(""))],
)
def test_an_office_is_named_by_capitals_and_digits(institution: str, mark: str) -> None:
    assert office_mark(institution) == mark
    assert 1 <= len(mark) <= 12
    assert set(mark) <= COMPACT


def test_offices_with_other_names_have_other_marks() -> None:
    assert office_mark("城关社") != office_mark("柳河社")


def test_separators_are_told_from_labels_and_invalid_codes_are_neither() -> None:
    texts = [code.text for code in EVERY_KIND] + ["XDH:0001:H000123:0", "https://example.org"]

    assert [code.household for code in separators(texts)] == [None, 123, 123]
    assert [code.kind for code in labels(texts)] == [FILE, PAPER]
