"""Search forms, tokens and names: the parts that decide what can be found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.analysis import sought, tokens
from indexer.names import latin_spellings
from indexer.normalise import search_form, traced_search_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＨＴ２０２４", "HT2024"),
        ("張三與農業銀行", "张三与农业银行"),
        ("借 款\n合 同", "借款合同"),
        ("110101 1990 0101 123X", "11010119900101123x"),
        ("50,000元", "50000元"),
        ("Préstamo Hipotecario", "prestamo  hipotecario"),
        ("pre\u0301stamo", "préstamo"),
        ("2024 年 3 月", "2024年3月"),
        ("借款人 ： 张三", "借款人:张三"),
        ("张\u200b三", "张三"),
        ("٢٠٢٤", "2024"),
    ],
)
def test_the_same_thing_written_otherwise_has_the_same_form(one: str, other: str) -> None:
    assert search_form(one) == search_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5", "35"),
        ("2024\n001", "2024001"),
        ("张三，李四", "张三李四"),
        ("de la", "dela"),
        ("第一页\f第二页", "第一页第二页"),
        ("1,23", "123"),
    ],
)
def test_different_things_keep_different_forms(one: str, other: str) -> None:
    assert search_form(one) != search_form(other)


MIXED = st.text(
    alphabet=st.sampled_from("张三李四王借款張與農０1２34年 \n\t，。:-/,.aBéñxＸ%㈠️̈\u3000")
)


@settings(deadline=None)
@given(MIXED)
def test_the_traced_form_is_the_same_and_leads_back_into_the_text(text: str) -> None:
    traced = traced_search_form(text)

    assert traced.form == search_form(text)
    assert len(traced.origin) == len(traced.form)
    assert list(traced.origin) == sorted(traced.origin)
    assert all(0 <= place < len(text) for place in traced.origin)


@settings(deadline=None)
@given(st.text())
def test_a_search_form_is_its_own_search_form(text: str) -> None:
    form = search_form(text).replace("|", "，")

    assert search_form(form) == search_form(search_form(form).replace("|", "，"))


def test_runs_are_pairs_and_a_last_character() -> None:
    assert tokens(search_form("张三于2024年")) == [
        "张三",
        "三于",
        "于2",
        "20",
        "02",
        "24",
        "4年",
        "年",
    ]


def test_latin_words_stay_whole_and_never_meet_pairs() -> None:
    assert tokens(search_form("el préstamo de 50 euros")) == (
        ["_el", "_prestamo", "_de", "50", "0", "_euros"]
    )


def test_a_search_without_letters_seeks_nothing() -> None:
    assert sought(search_form("——，。"), whole_words=False) == ()


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("张三", {"zhangsan", "zs"}),
        ("单雄信", {"shanxiongxin", "sxx"}),
        ("仇英", {"qiuying", "qy"}),
        ("解缙", {"xiejin", "xj"}),
        ("查良镛", {"zhaliangyong", "zly"}),
        ("尉迟恭", {"yuchigong", "ycg"}),
        ("曾国强", {"zengguoqiang", "zgq"}),
    ],
)
def test_a_name_is_spelt_with_its_surname_read_as_a_surname(name: str, typed: set[str]) -> None:
    assert typed <= latin_spellings(name)


def test_a_name_that_is_not_chinese_has_no_spelling() -> None:
    assert latin_spellings("maria garcia") == frozenset()
