"""Tables typed with strokes, tabs or blanks are the grids that the eye sees."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said


def test_a_cell_beside_several_ruled_rows_is_one_cell() -> None:
    reading = read(
        """不动产登记证明
湘（2022）攸水县不动产证明第0005126号
┌────────┬──────────────────┬──────────────┐
│证明权利或事项  │抵押权                              │附记                        │
├────────┼──────────────────┤登簿人：胡婧  坐落：攸水县  │
│义务人          │陈炎根、周冬兰                      │网岭镇文化路金桂小区3栋501  │
├────────┼──────────────────┤                            │
│坐落            │攸水县网岭镇文化路金桂小区3栋501    │                            │
├────────┼──────────────────┤                            │
│其他            │抵押的方式:一般抵押                 │                            │
│                │担保债权的数额:26万元               │                            │
└────────┴──────────────────┴──────────────┘
"""
    )
    assert said(reading, "location") == "攸水县网岭镇文化路金桂小区3栋501"
    assert said(reading, "mortgagor") == ["陈炎根", "周冬兰"]
    assert said(reading, "secured_amount") == "260000.00 CNY"
    assert said(reading, "mortgage_type") == "一般抵押"


@pytest.mark.parametrize("gap", ["\t", "    ", "　　"])
def test_titles_over_values_are_columns_whatever_stands_between_them(gap: str) -> None:
    rows = (
        ("合同编号", "业务品种", "余额（万元）", "起始日", "到期日", "五级分类"),
        ("XY2020-JL-088", "流动资金贷款", "95.50", "2020-09-14", "2021-09-13", "关注"),
        ("XY2020-JL-097", "流动资金贷款", "20", "2020-10-14", "2021-10-13", "关注"),
    )
    text = "\n".join(gap.join(row) for row in rows)

    reading = read(f"贷后检查报告\n客户名称：某县福泉水泥制品厂\n{text}\n检查人：字绍华\n")

    assert said(reading, "contract_no") == ["XY2020-JL-088", "XY2020-JL-097"]
    assert said(reading, "balance") == ["955000.00 CNY", "200000.00 CNY"]
    assert said(reading, "end_date") == ["2021-09-13", "2021-10-13"]
    assert said(reading, "classification") == "关注"
    assert said(reading, "inspector") == "字绍华"


def test_a_row_of_sums_with_fewer_cells_is_no_loan() -> None:
    reading = read(
        "贷款台账\n户名\t合同编号\t贷款余额\t到期日\n满仓\t黑信2012-041\t20000\t2014-04-09\n合计\t\t20000\n"
    )
    assert said(reading, "borrower") == "满仓"
    assert said(reading, "balance") == "20000.00 CNY"


def test_pairs_of_labels_and_values_with_tabs_are_no_columns() -> None:
    reading = read("贷后检查表\n客户名称\t蓝小军\t检查日期\t2021-05-06\n检查人\t霍青松\t\t\n")

    assert said(reading, "borrower") == "蓝小军"
    assert said(reading, "inspect_date") == "2021-05-06"
    assert said(reading, "inspector") == "霍青松"
