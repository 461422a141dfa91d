"""The query language: what is typed, as what it is understood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.query import All, Between, Node, Some, Without, Words, described, parse


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("张三", Words("张三")),
        ("张三 贷款", All((Words("张三"), Words("贷款")))),
        ('"借款合同"', Words("借款合同", exact=True)),
        ("“借款 合同”", Words("借款 合同", exact=True)),
        ("「借款合同」", Words("借款合同", exact=True)),
        ("borrower:张三", Words("张三", "borrower")),
        ("借款人：张三", Words("张三", "borrower")),
        ("prestatario:García", Words("García", "borrower")),
        ('class:"次级"', Words("次级", "class", exact=True)),
        ("抵押 OR 保证", Some((Words("抵押"), Words("保证")))),
        ("抵押 或 保证", Some((Words("抵押"), Words("保证")))),
        ("抵押 与 保证", All((Words("抵押"), Words("保证")))),
        ("抵押 NOT 保证", All((Words("抵押"), Without(Words("保证"))))),
        ("抵押 非 保证", All((Words("抵押"), Without(Words("保证"))))),
        ("抵押 -保证", All((Words("抵押"), Without(Words("保证"))))),
        ("（抵押 或 质押） 张三", All((Some((Words("抵押"), Words("质押"))), Words("张三")))),
        ("village:(东 OR 西)", Some((Words("东", "village"), Words("西", "village")))),
        ("2024-001", Words("2024-001")),
        ("", All(())),
    ],
)
def test_a_query_is_understood(typed: str, tree: Node) -> None:
    assert parse(typed).tree == tree
    assert parse(typed).as_words == ()


@pytest.mark.parametrize(
    ("typed", "least", "greatest"),
    [
        ("amount:>100000", 10_000_001, None),
        ("amount:>=10万", 10_000_000, None),
        ("金额：＞10万", 10_000_001, None),
        ("amount: > 5000", 500_001, None),
        ("amount:1.5万..2万", 1_500_000, 2_000_000),
        ("amount:50,000", 5_000_000, 5_000_000),
        ("year:2024", 2024, 2024),
        ("year:2023..2024", 2023, 2024),
        ("due:2026-01..2026-03", 2026_01_01, 2026_03_31),
        ("due:2024-02", 2024_02_01, 2024_02_29),
        ("due:..2026", None, 2026_12_31),
        ("date:2026年3月5日", 2026_03_05, 2026_03_05),
        ("date:<2026-03", None, 2026_03_00),
        ("household:000123", 123, 123),
    ],
)
def test_values_and_ranges_are_read(typed: str, least: int | None, greatest: int | None) -> None:
    tree = parse(typed).tree

    assert isinstance(tree, Between)
    assert (tree.least, tree.greatest) == (least, greatest)


@pytest.mark.parametrize(
    "typed", ["amount:abc", "due:2026-13", "year:..", "date:2026-02-30", "amount:>"]
)
def test_what_is_no_value_is_searched_as_words_and_said_so(typed: str) -> None:
    understood = parse(typed)

    assert understood.as_words


@pytest.mark.parametrize("typed", ["AND", "((", '"', "a AND", "OR b", "borrower:", "x:y:z", "a^2"])
def test_broken_queries_are_still_queries(typed: str) -> None:
    parse(typed)


WORDS = "张三 抵押 2024 a borrower: amount: year: AND OR NOT 与 或 非".split()  # noqa: SIM905
SIGNS_ONLY = list(" :：()（\"“>-*\\'[]^~|&\n\x00")
SIGN = st.sampled_from([*WORDS, *SIGNS_ONLY, "..", "&&", " ", " "])
SIGNS = st.lists(SIGN, max_size=30).map("".join)


@settings(deadline=None)
@given(SIGNS | st.text())
def test_any_string_is_understood_as_something(typed: str) -> None:
    described(parse(typed).tree)


def test_brackets_without_end_are_understood() -> None:
    assert parse("(" * 50_000 + "张三").as_words


@settings(deadline=None)
@given(SIGNS)
def test_how_it_was_understood_is_itself_understood_so(typed: str) -> None:
    once = parse(typed).tree

    shown = described(once)

    assert described(parse(shown).tree) == shown
