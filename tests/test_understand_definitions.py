# ruff: noqa: E501 - papers are typed as they stand
"""Sentences that say what they call whom: 某某(以下简称借款人), and letters behind a name."""

from __future__ import annotations

import pytest

from tests.typed_paper import invented_id, read, said

ID = invented_id()
OTHER_ID = invented_id(birth="19700305", order="233")


@pytest.mark.parametrize(
    "opening",
    [
        "经某某银行永丰县支行（下称贷款方）与欧阳志远（下称借款方）协商，签订本合同。",
        "某某银行永丰县支行（以下简称“贷款人”）与__欧阳志远__（以下称“借款人”）订立本合同。",
        f"贷款人某某银行永丰县支行与欧阳志远（身份证号码：{ID}）（以下简称借款人）订立本合同。",
    ],
)
def test_what_a_sentence_calls_a_party_is_that_party(opening: str) -> None:
    reading = read(f"借款合同\n{opening}\n借款金额：伍万元整\n")

    assert said(reading, "borrower") == "欧阳志远"
    assert said(reading, "lender") == "某某银行永丰县支行"


@pytest.mark.parametrize(
    ("sentence", "debtor"),
    [
        (
            "鉴于抵押人愿为抵押权人与 永丰县海云水产有限公司 （下称债务人）签订的合同提供担保。",
            "永丰县海云水产有限公司",
        ),
        ("为了确保 贺  军 （以下简称“主合同债务人”）与乙方签订的主合同的履行。", "贺军"),
        ("鉴于乙方为赵贵生（下称“债务人”）办理授信业务。", "赵贵生"),
    ],
)
def test_the_debtor_of_a_mortgage_is_named_in_a_sentence(sentence: str, debtor: str) -> None:
    reading = read(f"抵押合同\n抵押人：钟离春\n抵押权人：永丰农商银行\n{sentence}\n")

    assert said(reading, "borrower") == debtor
    assert said(reading, "mortgagor") == "钟离春"


@pytest.mark.parametrize("blank", ["          ", "____________", "  /  "])
def test_an_empty_place_before_a_definition_names_nobody(blank: str) -> None:
    reading = read(
        f"最高额抵押合同\n抵押权人：永丰农商银行\n鉴于抵押人愿为抵押权人与{blank}（下称债务人）按本合同约定签订的业务合同提供担保。\n"
    )

    assert "borrower" not in reading.fields


def test_a_letter_behind_the_name_stands_for_its_party() -> None:
    reading = read(
        f"借款合同\n出借人：武志强  身份证号：{ID}  （以下简称甲方）\n借款人：岳小松  （以下简称乙方）\n"
        f"乙方身份证号：{OTHER_ID}\n借款金额：伍万元整\n甲方：武志强\n乙方：岳小松\n"
    )

    assert said(reading, "lender") == "武志强"
    assert said(reading, "borrower") == "岳小松"
    assert said(reading, "id_number") == OTHER_ID


def test_names_counted_on_a_line_are_several_and_empty_places_none() -> None:
    reading = read(
        "农户联保借款合同\n联保小组成员：1.__吐尔逊江·买买提__ 2.__王建疆__ 3.___/___ 4.___/___\n贷款人：永丰农商银行\n"
        "最高借款额度：人民币伍万元整\n"
    )

    assert said(reading, "borrower") == ["吐尔逊江·买买提", "王建疆"]


@pytest.mark.parametrize("name", ["平永年", "蒙有才", "鱼化龙", "敖德全"])
def test_rare_surnames_are_names_beside_a_label(name: str) -> None:
    assert said(read(f"保证合同\n保证人：{name}\n"), "guarantor") == name
