# ruff: noqa: E501 - papers are typed as they stand
"""The same facts in every layout that forms use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.content import Cell, Content, Table
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from extractors.understand import understand
from tests.typed_paper import drawn, invented_id, read, said, table

ID = invented_id()

FACTS = {
    "borrower": "张三丰",
    "id_number": ID,
    "amount": "50000.00 CNY",
    "purpose": "购买农机具",
    "rate": "6.525 permille_month",
    "end_date": "2018-06-04",
}


def lines() -> Reading:
    return read(
        f"借款合同\n借款人：张三丰\n身份证号码：{ID}\n借款金额：￥50,000.00元\n借款用途：购买农机具\n"
        "月利率：6.525‰\n到期日：2018年6月4日\n"
    )


def pairs_on_a_line() -> Reading:
    return read(
        f"借款合同\n借款人：张三丰    身份证号码：{ID}\n借款金额：50000元，借款用途：购买农机具，月利率：6.525‰\n"
        "到期日：2018.06.04\n"
    )


def spaced_labels() -> Reading:
    return read(
        f"借 款 合 同\n借 款 人：张 三 丰\n身份证号 码：{ID[:6]} {ID[6:14]} {ID[14:]}\n借 款 金 额：５００００元\n"
        "借 款 用 途 ： 购买农机具\n月 利 率：6.525‰\n到 期 日：2018-6-4\n"
    )


def value_in_the_next_line() -> Reading:
    return read(
        f"借款合同\n借款人：\n张三丰\n身份证号码：\n{ID}\n借款金额：\n伍万元整\n借款用途：\n购买农机具\n"
        "月利率：\n6.525‰\n到期日：\n2018年6月4日\n"
    )


def cell_to_the_right() -> Reading:
    return read(
        "借款合同",
        table(
            ["借款人", "张三丰", "身份证号码", ID],
            ["借款金额（元）", "50,000.00", "借款用途", "购买农机具"],
            ["月利率（‰）", "6.525", "到期日", "2018-06-04"],
        ),
    )


def cell_below() -> Reading:
    return read(
        "借款合同",
        table(
            ["借款人", "身份证号码", "借款金额（万元）", "借款用途", "月利率（‰）", "到期日"],
            ["张三丰", ID, "5", "购买农机具", "6.525", "20180604"],
        ),
    )


def merged_cells() -> Reading:
    cells = (
        Cell(0, 0, "借款人情况", row_span=2),
        Cell(0, 1, "姓名"),
        Cell(0, 2, "张三丰"),
        Cell(1, 1, "身份证号码"),
        Cell(1, 2, ID),
        Cell(2, 0, "借款\n金额", row_span=2),
        Cell(2, 1, "大写"),
        Cell(2, 2, "伍万元整"),
        Cell(3, 1, "小写"),
        Cell(3, 2, "￥50000.00"),
        Cell(4, 0, "借款用途"),
        Cell(4, 1, "购买农机具", column_span=2),
        Cell(5, 0, "月利率"),
        Cell(5, 1, "6.525‰", column_span=2),
        Cell(6, 0, "到期日"),
        Cell(6, 1, "2018年6月4日", column_span=2),
    )
    return read("借款合同", Table(cells))


def box_drawn() -> Reading:
    return read(
        f"""借款合同
┌────────┬──────────┬────────┬──────────┐
│借款人  │张三丰    │身份证号│{ID}│
├────────┼──────────┼────────┼──────────┤
│借款用途│购买农机具│借款金额│伍万元整  │
├────────┼──────────┼────────┼──────────┤
│月利率‰ │6.525     │到期日期│2018.06.04│
└────────┴──────────┴────────┴──────────┘
"""
    )


def sentences() -> Reading:
    return read(
        f"""借款合同
借款人张三丰（身份证号码：{ID}）因生产经营需要，向贷款人某县农村信用合作联社申请借款。
一、借款金额为人民币＿伍万元整＿（￥50,000.00元），用于＿购买农机具＿。
二、月利率为6.525‰，借款期限自2017年06月05日起至2018年第2页，共3页06月04日止。
"""
    )


def wrapped_lines() -> Reading:
    return read(
        f"""借款合同
　　借款人张三丰（身份证号码：{ID}）因生产经营需要，向贷款人申请借款人民币伍
万元整，仅限用于购买农机具，月利率为6.525‰，借款期限自2017年6月5日起至2018年6月
4日止，双方协商一致，签订本合同，以资共同遵守执行，绝不反悔，特立此据为凭为证。
"""
    )


def boxes_with_gaps() -> Reading:
    content: Content = drawn(
        [
            [(250, "借款合同")],
            [(60, "借款人"), (130, "张三丰"), (300, "身份证号码"), (380, ID)],
            [(60, "借款金额"), (130, "50000元"), (300, "借款用途"), (380, "购买农机具")],
            [(60, "月利率"), (130, "6.525‰"), (300, "到期日"), (380, "2018年6月4日")],
        ]
    )
    return understand(content, ReadingSettings())


@pytest.mark.parametrize(
    "layout",
    [
        lines, pairs_on_a_line, spaced_labels, value_in_the_next_line, cell_to_the_right, cell_below,
        merged_cells, box_drawn, sentences, wrapped_lines, boxes_with_gaps,
    ],
)  # fmt: skip
def test_the_same_facts_are_read_in_every_layout(layout: Callable[[], Reading]) -> None:
    reading = layout()

    assert reading.doc_type == "loan_contract"
    assert {name: said(reading, name) for name in FACTS} == FACTS


def test_a_value_knows_its_page_its_box_and_its_printed_text() -> None:
    content = drawn(
        [
            [(250, "借款合同")],
            [(60, "借款人"), (130, "张三丰"), (300, "借款金额"), (380, "５００００元")],
        ]
    )

    found = understand(content, ReadingSettings()).fields["amount"][0]

    assert (found.page, found.text) == (1, "５００００元")
    assert found.box == (380, 76.0, 380 + 10.5 * 6, 87.0)


def test_a_digit_grid_is_joined_with_jiao_and_fen_last() -> None:
    reading = read(
        "借款凭证",
        table(
            ["借款人", "张三丰", "百", "十", "万", "千", "百", "十", "元", "角", "分"],
            ["借款金额（大写）", "柒万元零伍角整", "", "￥", "7", "0", "0", "0", "0", "5", "0"],
        ),
    )

    assert said(reading, "amount") == "70000.50 CNY"


def test_a_digit_grid_typed_as_lines_is_joined() -> None:
    reading = read("借款凭证\n借款人：张三丰\n亿千百十万千百十元角分\n￥ 7 0 0 0 0 0 0\n")

    assert said(reading, "amount") == "70000.00 CNY"


def test_the_unit_over_the_table_holds_for_its_numbers() -> None:
    reading = read("贷后检查表\n单位：万元", table(["客户名称", "李四妹", "贷款余额", "8.5"]))

    assert said(reading, "balance") == "85000.00 CNY"


def test_several_rows_below_a_title_are_several_values() -> None:
    reading = read(
        "抵押合同\n抵押人：张三丰",
        table(
            ["抵押物名称", "权属证书编号", "坐落"],
            ["房屋", "洛房权证字第2010001234号", "永宁大道18号"],
            ["土地", "洛国用（2011）第0456号", "永宁大道18号"],
            ["合计", "", ""],
        ),
    )

    assert said(reading, "collateral") == ["房屋", "土地"]
    assert said(reading, "title_certificate_no") == [
        "洛房权证字第2010001234号",
        "洛国用（2011）第0456号",
    ]
