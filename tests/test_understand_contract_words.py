"""Contracts of banks say the same in many words: labels put together, sentences, places to sign."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said, table

HEAD = "借款合同\n借款人：张三丰\n借款金额：伍万元整\n"


@pytest.mark.parametrize(
    "label",
    ["承贷人", "贷户姓名", "贷款客户", "借款客户名称", "借款人（全称）", "户名", "客户名称"],
)
def test_the_borrower_goes_by_many_names(label: str) -> None:
    reading = read(f"借款合同\n{label}：张三丰\n贷款人：永丰农商银行\n借款金额：伍万元整\n")

    assert said(reading, "borrower") == "张三丰"


def test_the_holder_of_an_account_is_no_second_borrower() -> None:
    reading = read(f"{HEAD}第五条 贷款支付至下列账户：\n户名：永丰县农资公司\n")

    assert said(reading, "borrower") == "张三丰"


@pytest.mark.parametrize(
    ("label", "field", "value"),
    [
        ("授信机构", "lender", "永丰农商银行"),
        ("借款资金用途", "purpose", "购买化肥"),
        ("款项用途", "purpose", "购买化肥"),
        ("合同书编号", "contract_no", "永农借2019第0031号"),
        ("授信业务品种", "loan_type", "惠农贷"),
        ("家庭居住地", "borrower_address", "永丰县恩江镇"),
    ],
)
def test_labels_are_put_together_from_the_same_words(label: str, field: str, value: str) -> None:
    assert said(read(f"{HEAD}{label}：{value}\n"), field) == value


@pytest.mark.parametrize(
    "foot",
    [
        "共有人（签字）：乔波                    2016年09月13日",
        "经办人：丛芳                            日期：二〇一六年九月十三日",
        "借款人（签章）：张三丰\n                              2016-09-13",
        "签于永丰县 2016年9月13日",
    ],
)
def test_the_day_of_signing_stands_where_people_sign(foot: str) -> None:
    assert said(read(f"{HEAD}{foot}\n"), "sign_date") == "2016-09-13"


def test_the_days_of_a_repayment_plan_are_no_day_of_signing() -> None:
    reading = read(
        f"{HEAD}分期还款如下：\n    2013年11月6日       50000\n    2014年11月6日       60000\n"
    )

    assert "sign_date" not in reading.fields


@pytest.mark.parametrize(
    ("clause", "amount"),
    [
        ("甲方同意向乙方发放贷款伍拾玖万元整（￥590000），用于承包荒山造林。", "590000.00 CNY"),
        ("由贷款方向借款方提供（大写）叁万肆仟元整的贷款。", "34000.00 CNY"),
    ],
)
def test_a_sum_in_words_needs_no_renminbi_before_it(clause: str, amount: str) -> None:
    assert said(read(f"借款合同\n借款人：张三丰\n{clause}\n"), "amount") == amount


def test_the_guarantee_of_a_named_guarantor_is_one_of_the_person() -> None:
    clause = "保证人对本合同项下债务承担连带责任保证。\n"

    assert said(read(f"{HEAD}保证人：李四妹\n{clause}"), "guarantee_method") == "保证"
    assert "guarantee_method" not in read(f"{HEAD}{clause}").fields


def test_each_thing_has_its_own_value_unless_the_paper_gives_one_for_all() -> None:
    things = table(
        ["名称", "权属证书编号", "评估价值（万元）"],
        ["住宅", "永房权证字第20120991号", "86.00"],
        ["门面", "永房权证字第20120992号", "57.40"],
    )
    head = "抵押合同\n抵押人：张三丰\n抵押权人：永丰农商银行\n"

    each = read(head, things)
    of_all = read(f"{head}第二条 抵押物详见清单，评估价值合计143.4万元。\n", things)

    assert said(each, "appraised_value") == ["860000.00 CNY", "574000.00 CNY"]
    assert said(of_all, "appraised_value") == "1434000.00 CNY"
