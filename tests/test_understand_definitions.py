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


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("储    兰、方  庆  华", ["储兰", "方庆华"]),
        ("柴根虎  范改玲", ["柴根虎", "范改玲"]),
        ("（抵押人）柴根虎", "柴根虎"),
        ("六合镇富饶村  吴  铁  柱", "吴铁柱"),
        ("滕玉福、滕玉福之妻 葛淑清", ["滕玉福", "葛淑清"]),
        ("____永丰县绿源____股份有限公司", "永丰县绿源股份有限公司"),
        ("____________股份有限公司", None),
        ("本公司", None),
    ],
)
def test_names_as_people_write_them_into_forms(printed: str, names: object) -> None:
    assert (
        said(read(f"抵押合同\n抵押人：{printed}\n抵押权人：永丰农商银行\n"), "mortgagor") == names
    )


def test_what_the_letters_do_says_who_they_are_where_nothing_else_does() -> None:
    reading = read(
        "借款合同\n甲方：武志强\n乙方：岳小松\n一、乙方因开饭店向甲方借款人民币贰万元整。\n"
    )

    assert said(reading, "lender") == "武志强"
    assert said(reading, "borrower") == "岳小松"


def test_the_number_of_the_contract_named_before_it_is_not_the_papers_own() -> None:
    reading = read(
        "最高额保证合同\n债权人：永丰农商银行\n保证人：蒙有才\n"
        "主债权是指自2012年11月01日至2014年10月31日期间因债权人根据《流动资金循环借款合同》（编号：永社循借2012第41号）形成的债权。\n"
    )

    assert "contract_no" not in reading.fields
    assert said(reading, "main_contract_no") == "永社循借2012第41号"
    assert said(reading, "claim_period_start") == "2012-11-01"
    assert said(reading, "claim_period_end") == "2014-10-31"


def test_a_title_may_bear_the_papers_own_number() -> None:
    reading = read("个人借款合同（编号：永借2012第41号）\n借款人：岳小松\n借款金额：伍万元整\n")

    assert said(reading, "contract_no") == "永借2012第41号"


def test_a_bank_whose_county_is_still_open_is_nobody() -> None:
    reading = read(
        "借款合同\n经某某银行        县支行        营业所（以下简称贷款方）与          （以下简称借款方）协商，签订本合同。\n"
    )

    assert reading.fields == {}


@pytest.mark.parametrize(
    ("sentence", "borrower"),
    [
        ("鉴于卫春生向贵社申请借款，本人方秋菊（下称担保人）愿意承担连带保证责任。", "卫春生"),
        (
            "第一条 保证人自愿为债务人伍勇自2018年7月31日至2019年7月30日期间的债务提供保证。",
            "伍勇",
        ),
    ],
)
def test_the_debtor_of_a_guarantee_is_named_in_a_sentence(sentence: str, borrower: str) -> None:
    reading = read(f"保证合同\n债权人：永丰农商银行\n保证人：方秋菊\n{sentence}\n")

    assert said(reading, "borrower") == borrower
    assert said(reading, "guarantor") == "方秋菊"


@pytest.mark.parametrize(
    "sentence",
    [
        "为确保HT2016091300005《借款合同》的履行，抵押人愿意提供抵押担保。",
        "担保的主债权为HT2016091300005借款合同项下的债务。",
        "抵押人与抵押权人签订的编号为HT2016091300005的《个人借款合同》为主合同。",
    ],
)
def test_the_main_contract_is_numbered_in_a_sentence(sentence: str) -> None:
    reading = read(f"抵押合同\n合同编号：DY2016001\n抵押人：钟离春\n{sentence}\n")

    assert said(reading, "contract_no") == "DY2016001"
    assert said(reading, "main_contract_no") == "HT2016091300005"
