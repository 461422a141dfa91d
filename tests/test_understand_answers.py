# ruff: noqa: E501 - papers are typed as they stand
"""What stands for a value without being it: numbers of choices, words that point elsewhere, wrappings."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said

HEAD = "借款合同\n借款人：张三丰\n借款金额：伍万元整\n"


@pytest.mark.parametrize(
    ("clause", "value"),
    [
        (
            "借款种类为以下第 2 种：\n1.流动资金贷款；\n2.农户生产贷款；\n3.其他：______。",
            "农户生产贷款",
        ),
        ("借款种类：下列第（一）项\n（一）短期贷款；\n（二）中期贷款。", "短期贷款"),
        (
            "第一条 借款种类为以下第 1 种：\n1.1 流动资金贷款；\n1.2 项目贷款；",
            "流动资金贷款",
        ),
        ("借款种类为以下第    种：\n1.流动资金贷款；\n2.农户生产贷款。", None),
        ("借款种类为以下第 5 种：\n1.流动资金贷款；\n2.农户生产贷款。", None),
    ],
)
def test_an_answer_by_number_is_the_choice_with_that_number(clause: str, value: str | None) -> None:
    assert said(read(f"{HEAD}{clause}\n"), "loan_type") == value


def test_a_way_of_guarantee_is_chosen_by_number() -> None:
    reading = read(
        f"{HEAD}第五条 担保方式采用下列第（二）种：（一）信用；（二）抵押；（三）质押。\n"
    )

    assert said(reading, "guarantee_method") == "抵押"


@pytest.mark.parametrize(
    "elsewhere", ["详见抵押物清单", "见附件", "详见本合同所附清单", "如下", "以抵押物清单为准"]
)
def test_words_that_point_elsewhere_are_no_value(elsewhere: str) -> None:
    reading = read(f"抵押合同\n抵押人：张三丰\n第二条 抵押物：{elsewhere}。\n")

    assert "collateral" not in reading.fields


@pytest.mark.parametrize(
    ("printed", "address"),
    [
        ("__永丰__县__恩江__镇__王村__", "永丰县恩江镇王村"),
        ("湖南省 __新溪县__科头乡大田村__", "湖南省新溪县科头乡大田村"),
        ("草坪 乡（镇） 放羊坪 村（居委会） 三 组", "草坪乡（镇）放羊坪村（居委会）三组"),
        ("____省____县____乡____村", None),
        ("同上", None),
    ],
)
def test_an_address_may_be_filled_in_part_by_part(printed: str, address: str | None) -> None:
    assert said(read(f"{HEAD}住址：{printed}\n"), "borrower_address") == address


@pytest.mark.parametrize(
    ("clause", "purpose"),
    [
        (
            "借款用途：本贷款只能用于种植猕猴桃的需要，乙方不得以任何理由将借款挪作他用。",
            "种植猕猴桃",
        ),
        ("借款用途：借款人因 扩建砖厂 ，需一笔资金。", "扩建砖厂"),
        ("4.1本合同项下借款用途为购饲料。", "购饲料"),
        ("本合同项下的贷款仅限用于  收购花生周转 。", "收购花生周转"),
        ("借款用途：购买农机具", "购买农机具"),
        ("借款用途：借款人因______购买肉羊______需要，急需一笔资金。", "购买肉羊"),
        ("借款用途：借款人因______需要，急需一笔资金。", None),
        ("借款用途：__________", None),
        ("本借款限用于乙方    稻虾共作养殖    项目，必须专款专用。", "稻虾共作养殖"),
        ("贷款人向借款人提供借款，用途收购茶叶，期限一年。", "收购茶叶"),
    ],
)
def test_a_purpose_is_freed_of_the_words_around_it(clause: str, purpose: str | None) -> None:
    assert said(read(f"{HEAD}{clause}\n"), "purpose") == purpose


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("期限（月）：36", "term_months", 36),
        ("借款期限（年）：3", "term_months", 36),
        ("执行利率：1 年期LPR加 185 个\n基点（1个基点=0.01%）", "rate", "185 bp_over_LPR_1Y"),
    ],
)
def test_the_unit_may_stand_in_the_label_or_on_the_next_line(
    line: str, field: str, value: object
) -> None:
    assert said(read(f"{HEAD}{line}\n"), field) == value


def test_the_month_of_a_date_is_no_term() -> None:
    reading = read(f"{HEAD}借款期限：从 2015年 6月起至 2016年 6月止\n")

    assert "term_months" not in reading.fields


def test_the_number_of_a_clause_is_no_amount() -> None:
    reading = read(
        "抵押合同\n抵押人：张三丰\n第一条 被担保的主债权及最高额\n1.1 抵押人自愿提供担保。\n"
    )

    assert "secured_amount" not in reading.fields
