"""Each Chinese form, read as a whole from papers in the wordings of the trade."""

from __future__ import annotations

from typing import Any

import pytest

from tests.typed_paper import codes, invented_id, read, said, table

ID = invented_id()
OTHER_ID = invented_id(birth="19700305", order="233")


def all_said(text: str, *tables: Any) -> dict[str, Any]:
    reading = read(text, *tables)
    return {"doc_type": reading.doc_type} | {name: said(reading, name) for name in reading.fields}


def test_an_old_agricultural_bank_contract() -> None:
    assert all_said(
        """中国农业银行借款合同
（2015）农银借合字第0812号
中国农业银行永丰县支行城关营业所（以下简称贷款方）
立约人（借款人）：刘桂英（以下简称借款方）
经贷款方与借款方协商，签订本合同，共同遵守。
一、贷款种类：农户小额贷款
二、借款用途：养猪
三、借款金额：人民币（大写）贰万伍仟元整
四、贷款利率：按月息千分之八点二五计息
五、借款期限：自二〇一五年三月一日起，至二〇一六年三月一日止
"""
    ) == {
        "doc_type": "loan_contract",
        "contract_no": "（2015）农银借合字第0812号",
        "borrower": "刘桂英",
        "lender": "中国农业银行永丰县支行城关营业所",
        "loan_type": "农户小额贷款",
        "purpose": "养猪",
        "amount": "25000.00 CNY",
        "amount_words": "贰万伍仟元整",
        "rate": "8.25 permille_month",
        "start_date": "2015-03-01",
        "end_date": "2016-03-01",
    }


def test_a_standard_contract_with_filled_lines() -> None:
    assert all_said(
        f"""农村信用合作联社
借款合同
合同编号：（2017）农银借合字第＿0031＿号
借款人（甲方）：＿张三丰＿    身份证号码：{ID}
住所：＿某县城关镇王村三组＿   联系电话：138 0000 0000
贷款人（乙方）：某县农村信用合作联社城关信用社
负责人：李建国   电话：0379-62345678
第一条 借款金额（大写）：人民币伍万元整（小写）￥50,000.00元
第二条 借款用途：购买农机具
第三条 借款期限为12个月，自＿2017＿年＿06＿月＿05＿日起至2018年06月04日止。
第四条 借款利率：月利率6.525‰，逾期罚息利率在此基础上加收50%。
第五条 担保方式：□信用 ☑保证 □抵押
保证人：王五
甲方（签字）：          乙方（公章）：
签订日期：2017年6月5日
签订地点：某县城关镇
"""
    ) == {
        "doc_type": "loan_contract",
        "contract_no": "（2017）农银借合字第0031号",
        "borrower": "张三丰",
        "id_number": ID,
        "borrower_address": "某县城关镇王村三组",
        "phone": "13800000000",
        "lender": "某县农村信用合作联社城关信用社",
        "guarantor": "王五",
        "amount": "50000.00 CNY",
        "amount_words": "伍万元整",
        "purpose": "购买农机具",
        "start_date": "2017-06-05",
        "end_date": "2018-06-04",
        "term_months": 12,
        "rate": "6.525 permille_month",
        "guarantee_method": "保证",
        "sign_date": "2017-06-05",
        "sign_place": "某县城关镇",
    }


def test_an_informal_note() -> None:
    assert all_said(
        """借 条
今借到某县农村信用社人民币叁万元整（￥30000.00），月息壹分伍厘，于2016年12月31日前还清。
借款人：赵六
2016年1月1日
"""
    ) == {
        "doc_type": "iou",
        "lender": "某县农村信用社",
        "borrower": "赵六",
        "amount": "30000.00 CNY",
        "amount_words": "叁万元整",
        "rate": "1.5 percent_month",
        "end_date": "2016-12-31",
        "sign_date": "2016-01-01",
    }


def test_a_mortgage_contract_with_its_list() -> None:
    reading = read(
        f"""抵押合同
编号：（2018）农信抵字第0056号
抵押人（以下简称甲方）：张三丰、李四妹   身份证号码：{ID}
抵押权人（以下简称乙方）：某县农村信用合作联社
为确保张三丰与乙方签订的（2018）农信借字第0105号借款合同的履行，甲方愿意提供抵押担保。
第一条 被担保的主债权本金数额为人民币贰拾万元整。
签订日期：2018年3月12日
抵押财产清单
""",
        table(
            ["序号", "抵押物名称", "权属证书及编号", "建筑面积（㎡）", "坐落", "评估价值（万元）"],
            ["1", "住宅", "豫（2018）某某县不动产权第0004567号", "120.50", "永宁大道18号", "40"],
            ["合计", "", "", "120.50", "", "40"],
        ),
    )

    assert reading.doc_type == "mortgage_contract"
    assert said(reading, "contract_no") == "（2018）农信抵字第0056号"
    assert said(reading, "main_contract_no") == "（2018）农信借字第0105号"
    assert said(reading, "mortgagor") == ["张三丰", "李四妹"]
    assert said(reading, "mortgagee") == "某县农村信用合作联社"
    assert said(reading, "id_number") == ID
    assert said(reading, "secured_amount") == "200000.00 CNY"
    assert said(reading, "collateral") == "住宅"
    assert said(reading, "appraised_value") == "400000.00 CNY"
    assert said(reading, "title_certificate_no") == "豫（2018）某某县不动产权第0004567号"
    assert said(reading, "area_m2") == "120.50"
    assert said(reading, "location") == "永宁大道18号"
    assert said(reading, "sign_date") == "2018-03-12"


def test_a_registration_certificate_keeps_its_two_numbers_apart() -> None:
    assert all_said(
        "不动产登记证明\n豫（2019）某某县不动产证明第0001234号",
        table(
            ["证明权利或事项", "抵押权"],
            ["权利人（申请人）", "某县农村信用合作联社"],
            ["义务人", "张三丰、李四妹"],
            ["坐落", "某某县城关镇王村三组12号"],
            ["不动产单元号", "410328 001002 GB00012 F00010001"],
            [
                "其他",
                "不动产权证书号：豫（2018）某某县不动产权第0004567号\n抵押方式：一般抵押\n"
                "担保债权的数额：20万元\n债务履行期限：2019年05月10日 起 2020年05月09日 止",
            ],
            ["附记", "面积：120.50平方米\n登记时间：2019年5月12日"],
        ),
    ) == {
        "doc_type": "mortgage_registration",
        "certificate_no": "豫（2019）某某县不动产证明第0001234号",
        "right": "抵押权",
        "mortgagee": "某县农村信用合作联社",
        "mortgagor": ["张三丰", "李四妹"],
        "location": "某某县城关镇王村三组12号",
        "unit_no": "410328001002GB00012F00010001",
        "title_certificate_no": "豫（2018）某某县不动产权第0004567号",
        "mortgage_type": "一般抵押",
        "secured_amount": "200000.00 CNY",
        "start_date": "2019-05-10",
        "end_date": "2020-05-09",
        "area_m2": "120.50",
        "register_date": "2019-05-12",
    }


def test_an_old_house_certificate() -> None:
    reading = read(
        """房屋他项权证
洛房他证城字第2013004567号
房屋他项权利人：某县农村信用合作联社
房屋所有权人：张三丰
房屋所有权证号：洛房权证字第2010001234号
房屋坐落：某县永宁大道18号
他项权利种类：抵押
债权数额：贰拾万元整
登记时间：2013年5月6日
"""
    )

    assert said(reading, "certificate_no") == "洛房他证城字第2013004567号"
    assert said(reading, "title_certificate_no") == "洛房权证字第2010001234号"
    assert said(reading, "mortgagor") == "张三丰"
    assert said(reading, "secured_amount") == "200000.00 CNY"
    assert said(reading, "register_date") == "2013-05-06"


def test_a_guarantee_contract() -> None:
    assert all_said(
        f"""保 证 合 同
编号：某农信保字（2018）第012号
保证人（甲方）：王建国
身份证号码：{OTHER_ID}
债权人（乙方）：某县农村信用合作联社
为确保2018年农信借字第0105号借款合同的履行，甲方愿意为债务人张三丰提供保证担保。
第一条 被保证的主债权本金金额为人民币（大写）捌万元整。
第二条 保证方式为连带责任保证。
签订日期：二〇一八年三月十二日
"""
    ) == {
        "doc_type": "guarantee_contract",
        "contract_no": "某农信保字（2018）第012号",
        "main_contract_no": "2018年农信借字第0105号",
        "guarantor": "王建国",
        "id_number": OTHER_ID,
        "lender": "某县农村信用合作联社",
        "borrower": "张三丰",
        "amount": "80000.00 CNY",
        "amount_words": "捌万元整",
        "sign_date": "2018-03-12",
    }


def test_an_inspection_report_in_prose() -> None:
    reading = read(
        """关于张三丰贷后检查报告
某某信用社于2019年9月8日对借款人张三丰的贷款进行了现场检查。
一、基本情况
张三丰，系某村村民，2019年5月6日在我社取得贷款10万元，用于养羊，2020年5月5日到期。
二、贷款情况
目前贷款余额8万元，无欠息，实际用途与合同约定一致。
三、存在问题
饲料价格上涨，利润下降。
四、结论及处理意见
建议分类为正常，继续加强管理。
检查人：陈明
二〇一九年九月十日
"""
    )

    assert reading.doc_type == "inspection_report"
    assert said(reading, "borrower") == "张三丰"
    assert said(reading, "inspect_date") == "2019-09-08"
    assert said(reading, "inspect_method") == "现场"
    assert said(reading, "amount") == "100000.00 CNY"
    assert said(reading, "balance") == "80000.00 CNY"
    assert said(reading, "use_matches_contract") is True
    assert said(reading, "problems") == "饲料价格上涨，利润下降"
    assert said(reading, "conclusion") == "建议分类为正常，继续加强管理"
    assert said(reading, "classification") == "正常"
    assert said(reading, "inspector") == "陈明"
    assert said(reading, "report_date") == "2019-09-10"


def test_an_inspection_sheet_in_a_table() -> None:
    reading = read(
        "贷后检查表\n单位：万元",
        table(
            ["客户名称", "李四妹", "身份证号码", ID],
            ["贷款金额", "10", "贷款余额", "8.5"],
            ["检查日期", "2021年3月5日", "检查方式", "电话"],
            ["是否按合同约定用途使用", "☑是 □否", "五级分类", "□正常 ☑关注 □次级"],
            ["检查结论", "经营正常", "整改期限", "2021年4月30日"],
            ["检查人", "陈明 周丽", "复核人", "吴刚"],
        ),
    )

    assert said(reading, "id_number") == ID
    assert said(reading, "amount") == "100000.00 CNY"
    assert said(reading, "balance") == "85000.00 CNY"
    assert said(reading, "inspect_method") == "电话"
    assert said(reading, "use_matches_contract") is True
    assert said(reading, "classification") == "关注"
    assert said(reading, "rectify_by") == "2021-04-30"
    assert said(reading, "inspector") == ["陈明", "周丽"]
    assert said(reading, "reviewer") == "吴刚"


def test_a_collection_notice_in_sentences() -> None:
    assert all_said(
        """逾期贷款催收通知书
（2020）催字第018号
张三丰：
    你于2018年3月12日在我社借款80000元，该笔贷款已于2019年3月11日到期，截至2020年5月20日，尚欠本金76,500.00元，利息4,321.08元。请你于2020年6月10日前归还。
某县农村信用合作联社（公章）
2020年5月20日
回执
本人已收到（2020）催字第018号催收通知书。
签收人：        签收日期：   年  月  日
"""
    ) == {
        "doc_type": "collection_notice",
        "notice_no": "（2020）催字第018号",
        "borrower": "张三丰",
        "lender": "某县农村信用合作联社",
        "amount": "80000.00 CNY",
        "balance": "76500.00 CNY",
        "interest_arrears": "4321.08 CNY",
        "start_date": "2018-03-12",
        "end_date": "2019-03-11",
        "pay_by": "2020-06-10",
        "notice_date": "2020-05-20",
    }


GOOD = f"""借款合同
借款人：张三丰  身份证号码：{ID}
借款金额（大写）：伍万元整（小写）￥50,000.00
借款期限：12个月，自2017年6月5日起至2018年6月4日止
月利率：6.525‰
签订日期：2017年6月5日
"""


def test_a_good_paper_has_no_problems() -> None:
    assert codes(read(GOOD)) == set()


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (("50,000.00", "60,000.00"), ("amount", "amount_words_mismatch")),
        ((ID, ID[:-1] + ("1" if ID[-1] != "1" else "2")), ("id_number", "id_check_digit")),
        (("2018年6月4日", "2016年6月4日"), ("end_date", "dates_out_of_order")),
        (("12个月", "24个月"), ("term_months", "term_mismatch")),
        (("6.525‰", "6.525%"), ("rate", "none")),
        (("6.525‰", "65.25‰"), ("rate", "rate_implausible")),
        (("月利率：6.525‰", "利率：6.5%"), ("rate", "rate_period_assumed")),
        (("张三丰", "________"), ("borrower", "required_missing")),
        (("月利率：6.525‰", "月利率：6.525‰\n月利率：7.5‰"), ("rate", "values_differ")),
    ],
)
def test_one_damage_is_one_problem(damage: tuple[str, str], problem: tuple[str, str]) -> None:
    found = codes(read(GOOD.replace(*damage)))

    if problem[1] == "none":
        # 6.525 % a month is dear, but private lenders ask it: nobody can say it is wrong.
        assert not found
    else:
        assert problem in found


def test_where_words_and_figures_differ_the_words_are_taken() -> None:
    assert said(read(GOOD.replace("50,000.00", "60,000.00")), "amount") == "50000.00 CNY"


def test_a_registration_of_movables_has_a_block_for_each_party_and_for_the_things() -> None:
    reading = read(
        """动产抵押登记书
编号：工商抵登字（2016）第018号
抵押人概况
名称（姓名）：永丰县绿源种养专业合作社
住所地：永丰县恩江镇
抵押权人概况
名称（姓名）：永丰农商银行
被担保债权概况
种类：借贷    数额：80万元
债务人履行债务的期限：2016年5月6日至2017年5月5日
抵押物概况
名称：收割机   数量：2台  价值：120万元
"""
    )

    assert said(reading, "certificate_no") == "工商抵登字（2016）第018号"
    assert said(reading, "mortgagor") == "永丰县绿源种养专业合作社"
    assert said(reading, "mortgagee") == "永丰农商银行"
    assert said(reading, "secured_amount") == "800000.00 CNY"
    assert said(reading, "end_date") == "2017-05-05"


def test_one_person_who_borrows_and_mortgages() -> None:
    reading = read(
        f"""抵押担保借款合同
抵押权人（贷款人）：平川县农村信用合作联社营业部
抵押人（借款人）：夏长林
身份证号码：{ID}
住所：平川县城关镇北门街17号  联系电话：14209385511
抵押物：借款人以坐落于平川县城关镇北门街17号的砖混楼房一院作抵押。
"""
    )

    assert said(reading, "lender") == "平川县农村信用合作联社营业部"
    assert said(reading, "borrower") == said(reading, "mortgagor") == "夏长林"
    assert said(reading, "id_number") == ID
    assert said(reading, "borrower_address") == "平川县城关镇北门街17号"
    assert said(reading, "phone") == "14209385511"
    assert said(reading, "collateral") == "砖混楼房一院"
    assert said(reading, "location") == "平川县城关镇北门街17号"


def test_a_third_party_vouches_by_a_contract_of_its_own() -> None:
    reading = read(
        """小额贷款借款合同
借款人（甲方）：田国梁
贷款人（乙方）：平川县惠泽小额贷款有限责任公司
第一条 担保：由丙方马成林提供连带责任保证担保，并另行签订编号为惠保字2019第021号的《保证合同》。
"""
    )

    assert said(reading, "guarantor") == "马成林"
    assert said(reading, "guarantee_contract_no") == "惠保字2019第021号"


@pytest.mark.parametrize(
    "sentence",
    [
        "于2014年12月20日前本息一并还清",
        "定于2014年12月20日之前将借款全部归还",
        "2014年12月20日前连本带利一次性还清",
    ],
)
def test_a_note_says_by_when_everything_is_paid_back(sentence: str) -> None:
    reading = read(
        f"借条\n今向平川县农村资金互助社借到现金人民币壹万伍仟元整（15000元），{sentence}。\n借款人：郝连生\n"
    )

    assert said(reading, "end_date") == "2014-12-20"


def test_a_voucher_is_dated_in_the_middle_of_its_head() -> None:
    reading = read(
        """平川县农村信用合作社贷款借据
科目：1221                 2011年3月15日               No.0038817
借款人：窦小军
借款金额：叁万伍仟元整
"""
    )

    assert said(reading, "start_date") == "2011-03-15"
    assert said(reading, "iou_no") == "0038817"


def test_a_label_beside_the_name_is_no_second_borrower() -> None:
    reading = read(
        """贷款借据
借款人名称：佟亮                客户号：300128812
贷款金额（大写）：贰拾万元整
"""
    )

    assert said(reading, "borrower") == "佟亮"


def test_the_day_a_deposit_falls_due_is_not_the_loans() -> None:
    reading = read(
        """个人存单质押借款合同
质借字第 2013-00417 号
借款人（出质人）：龚雪莲
第一条　贷款期限为陆个月，自2013年9月2日起至2014年3月1日止。
第二条　质物清单
存单种类    存单号码      户名      金额（元）    到期日
整存整取    A0099127      龚雪莲    100000.00     2014-06-15
"""
    )

    assert said(reading, "contract_no") == "质借字第2013-00417号"
    assert said(reading, "end_date") == "2014-03-01"


def test_boxes_of_a_form_are_no_purpose() -> None:
    reading = read("借款合同\n借款人：佟亮\n借款用途：☑经营　□消费　□其他\n")

    assert "purpose" not in reading.fields
