# ruff: noqa: E501, W291 - papers are typed as they stand
"""A blank form says nothing: no value may come out of its own print."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, table

BLANK_FORMS = {
    "loan contract with lines": """借款合同
合同编号：____________
借款人（甲方）：____________  身份证号码：__________________
住所：____________________  联系电话：____________
贷款人（乙方）：____________
法定代表人/负责人：________
第一条 借款金额（大写）：________元整（小写）￥________
第二条 借款用途：__________
第三条 借款期限：自____年__月__日起至____年__月__日止，共____个月
第四条 借款利率：月利率____‰，逾期罚息利率在此基础上加收50%
第五条 担保方式：□信用 □保证 □抵押 □质押
甲方（签字）：          乙方（公章）：
签订日期：   年   月   日   签订地点：
""",
    "loan contract with clauses": """个人借款合同
（　）农银借合字第　号
借款人（全称）：
贷款人（全称）：
根据国家有关法律法规，借款人和贷款人经平等协商，订立本合同。
第一条 借款人应当按照本合同约定的用途使用借款，未经贷款人书面同意不得挪作他用。
第二条 借款人未按期归还借款本金的，贷款人有权自逾期之日起按罚息利率计收利息，直至清偿本息为止。
第三条 本合同自双方签字盖章之日起生效，一式三份。
借款人（签章）：              贷款人（盖章）：
    年  月  日                   年  月  日
""",
    "note": """借款借据
借据编号：          
借款人        贷款账号        
借款金额（大写）              元整
亿千百十万千百十元角分

贷款日期   年 月 日    到期日期   年 月 日
月利率     ‰   用途        
""",
    "mortgage contract": """最高额抵押合同
编号：
抵押人（甲方）：            身份证号：
抵押权人（乙方）：
为确保　　年　　字第　　号借款合同的履行，甲方愿意以其有权处分的财产提供抵押担保。
第一条 担保的最高债权额为人民币（大写）　　　　　元。
第二条 抵押物名称：　　　　　坐落：　　　　　评估价值：　　　　万元
""",
    "collection notice": """逾期贷款催收通知书
（　）催字第　号
　　　　：
你于　年　月　日在我社借款　　元，已于　年　月　日到期，截至　年　月　日尚欠本金　　元，利息　　元。请于　年　月　日前归还。
　　年　月　日
回执
签收人：　　　　签收日期：　年　月　日
""",
    "spanish loan contract": """CONTRATO DE PRÉSTAMO N° ______
Conste por el presente documento el contrato que celebran, de una parte, ____________, en adelante EL PRESTAMISTA; y de otra parte, ____________, identificado con DNI N° ________, en adelante EL PRESTATARIO.
PRIMERA: EL PRESTAMISTA otorga un préstamo por la suma de S/ ________ (________ soles).
SEGUNDA: El plazo es de ____ meses.
TERCERA: La tasa de interés es de ____% anual.
Fecha: ___/___/______
""",
    "english note": """PROMISSORY NOTE
Principal: $________      Date: ____________
For value received, the undersigned ____________ promises to pay to the order of ____________ the sum of ____________ with interest at ____% per annum.
Borrower: ____________
""",
}


@pytest.mark.parametrize("name", BLANK_FORMS)
def test_a_blank_form_gives_no_values(name: str) -> None:
    reading = read(BLANK_FORMS[name])

    assert reading.doc_type is not None
    assert {field: [one.text for one in found] for field, found in reading.fields.items()} == {}


def test_a_blank_table_gives_no_values() -> None:
    form = table(
        ["客户名称", "", "身份证号码", ""],
        ["贷款金额（万元）", "", "贷款余额（万元）", ""],
        ["发放日", "", "到期日", ""],
        ["担保方式", "□信用 □保证 □抵押", "五级分类", "□正常 □关注 □次级 □可疑 □损失"],
        ["资金用途是否与合同一致", "□是 □否", "检查方式", "□现场 □非现场"],
        ["存在问题", "", "检查结论", ""],
        ["检查人", "", "检查日期", "年 月 日"],
    )

    reading = read("贷后检查表", form)

    assert reading.doc_type == "inspection_report"
    assert {field: [one.text for one in found] for field, found in reading.fields.items()} == {}


def test_a_blank_column_table_gives_no_values() -> None:
    form = table(
        ["证明权利或事项", ""],
        ["权利人（申请人）", ""],
        ["义务人", ""],
        ["坐落", ""],
        ["不动产单元号", ""],
        ["其他", "不动产权证书号：\n抵押方式：\n担保债权的数额：\n债务履行期限："],
        ["附记", ""],
    )

    reading = read("不动产登记证明", form)

    assert reading.doc_type == "mortgage_registration"
    assert {field: [one.text for one in found] for field, found in reading.fields.items()} == {}


@pytest.mark.parametrize("filler", ["/", "无", "——", "***", "N/A", "____"])
def test_what_stands_for_nothing_is_nothing(filler: str) -> None:
    reading = read(
        f"借款合同\n借款人：张三丰\n保证人：{filler}\n借款用途：{filler}\n借款金额：50000元\n"
    )

    assert "guarantor" not in reading.fields
    assert "purpose" not in reading.fields


def test_a_very_long_line_to_write_on_is_read_like_a_short_one() -> None:
    paper = "借款合同\n借款人：{line}张三丰{line}\n借款金额：{line}50000元\n"

    long, short = read(paper.format(line="_" * 60_000)), read(paper.format(line="_" * 6))

    assert [one.value for one in long.fields["borrower"]] == ["张三丰"]
    assert {name: [one.value for one in found] for name, found in long.fields.items()} == {
        name: [one.value for one in found] for name, found in short.fields.items()
    }
