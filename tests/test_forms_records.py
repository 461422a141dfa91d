# ruff: noqa: E501 - papers are typed as they stand
"""The papers of managing a loan: warnings, classes, surveys, court papers, notices, handovers."""

from __future__ import annotations

from typing import Any

import pytest

from tests.typed_paper import invented_id, read, said, table

ID = invented_id()
OTHER_ID = invented_id(birth="19700305", order="233")


def all_said(text: str, *tables: Any) -> dict[str, Any]:
    reading = read(text, *tables)
    return {"doc_type": reading.doc_type} | {name: said(reading, name) for name in reading.fields}


def test_a_risk_warning_is_read() -> None:
    paper = table(
        ["客户名称", "某市顺发石材加工厂", "证件号码", "92451102MA5NQ99X1G"],
        ["贷款余额", "150万元", "到期日", "2020年3月18日"],
        ["担保方式", "抵押", "五级分类", "关注"],
        ["预警级别", "橙色", "信息来源", "现场走访"],
        ["预警信号", "经营者涉及民间借贷诉讼，账户被冻结。", "", ""],
        ["处置措施", "停止新增授信，要求追加保证人。", "", ""],
    )

    assert all_said("风险预警信号处理表\n填报日期：2019年10月21日\n", paper) == {
        "doc_type": "risk_warning",
        "borrower": "某市顺发石材加工厂",
        "uscc": "92451102MA5NQ99X1G",
        "balance": "1500000.00 CNY",
        "end_date": "2020-03-18",
        "guarantee_method": "抵押",
        "classification": "关注",
        "warning_level": "橙色",
        "report_date": "2019-10-21",
        "risk_signals": "经营者涉及民间借贷诉讼，账户被冻结",
        "measure": "停止新增授信，要求追加保证人",
    }


def test_a_class_decided_counts_more_than_one_proposed() -> None:
    reading = read(
        "贷款五级分类认定表\n客户名称：蓝小军\n分类时点：2021年6月30日\n上期分类：正常\n"
        "初分结果：关注\n审查结果：次级\n认定结果：次级\n"
    )
    assert reading.doc_type == "classification"
    assert said(reading, "classification") == "次级"
    assert said(reading, "report_date") == "2021-06-30"


def test_a_class_only_of_last_time_is_not_todays() -> None:
    reading = read("贷款五级分类认定表\n客户名称：蓝小军\n上期分类：正常\n初分结果：\n认定结果：\n")

    assert said(reading, "classification") is None


def test_a_household_survey_names_the_head_and_the_spouse_of_its_table() -> None:
    assert all_said(
        f"""农户评级授信信息采集表
农户姓名：  龚  立  新         采集日期：2009 年 10 月 14 日
家庭主要成员情况
关系    姓名      性别   身份证号码              从事主要职业   联系电话
户主    龚立新    男     {ID}   养猪           13973660412
妻      邓冬梅    女     {OTHER_ID}   务农           13973660413
子      龚  鹏    男     430703199305069980   学生           /
"""
    ) == {
        "doc_type": "household_survey",
        "borrower": "龚立新",
        "spouse": "邓冬梅",
        "id_number": ID,
        "phone": "13973660412",
        "report_date": "2009-10-14",
    }


def test_a_judgment_says_who_borrowed_who_vouched_and_what_is_owed() -> None:
    assert all_said(
        """某县人民法院
民 事 判 决 书
（2014）某民初字第0388号
原告某县农村信用合作联社，住所地某县天池镇迎宾大道。
被告倪昌富，男，生于1969年10月19日，汉族，农民，住某县石佛镇方广村5组。
被告潘大英，女，汉族，农民，住址同上，系倪昌富之妻。
被告唐军，男，汉族，教师，住某县石佛镇街道。
原告诉称，2011年4月19日，被告倪昌富因养鱼需要，与原告签订（2011）岳信借字第216号借款合同，向原告借款60000元，约定月利率9.975‰，借款期限至2013年4月18日止，被告唐军为该笔借款提供连带责任保证。借款到期后，被告仅偿还本金12000元，尚欠本金48000元及利息11336.50元。
判决如下：一、被告倪昌富、潘大英于本判决生效之日起十日内偿还原告借款本金48000元及利息；
案件受理费1284元，由被告负担。
"""
    ) == {
        "doc_type": "judgment",
        "lender": "某县农村信用合作联社",
        "borrower": "倪昌富",
        "borrower_address": "某县石佛镇方广村5组",
        "spouse": "潘大英",
        "guarantor": "唐军",
        "contract_no": "（2011）岳信借字第216号",
        "amount": "60000.00 CNY",
        "balance": "48000.00 CNY",
        "interest_arrears": "11336.50 CNY",
        "rate": "9.975 permille_month",
        "start_date": "2011-04-19",
        "end_date": "2013-04-18",
        "purpose": "养鱼",
    }


def test_a_notice_that_a_loan_falls_due_soon() -> None:
    reading = read(
        "贷款到期提示函\n编号：提函2021-045\n岳小满：\n    你于2020年5月8日与我社签订编号为叶农借2020-0508的《借款合同》，借款人民币50000元，"
        "将于2021年5月7日到期，现尚欠本金50000元，请于2021年5月7日前归还。\n某县信用社邓李分社\n2021年4月6日\n"
    )
    assert reading.doc_type == "due_notice"
    assert said(reading, "notice_no") == "提函2021-045"
    assert said(reading, "borrower") == "岳小满"
    assert said(reading, "contract_no") == "叶农借2020-0508"
    assert said(reading, "amount") == "50000.00 CNY"
    assert said(reading, "balance") == "50000.00 CNY"
    assert said(reading, "end_date") == "2021-05-07"
    assert said(reading, "notice_date") == "2021-04-06"


def test_a_notice_with_roles_in_brackets_and_sums_before_what_they_are() -> None:
    reading = read(
        "逾期贷款催收通知书\n（借款人/申请人）田守业：\n（保证人/抵押人/出质人）程立新：\n"
        "     根据田守业与我行签订的《个人经营性借款合同》（编号：XY2018-JY-30417），上述贷款尚有137,540.21元本金、6,903.77元利息（含罚息1,204.15元）逾期未还。\n"
    )
    assert said(reading, "borrower") == "田守业"
    assert said(reading, "guarantor") == "程立新"
    assert said(reading, "contract_no") == "XY2018-JY-30417"
    assert said(reading, "notice_no") is None
    assert said(reading, "balance") == "137540.21 CNY"
    assert said(reading, "interest_arrears") == "6903.77 CNY"


def test_a_rectification_notice_is_read() -> None:
    reading = read(
        "限期整改通知书\n编号：整改2022-07\n某支行：\n    2022年3月8日检查中发现你行存在以下问题。\n一、存在问题\n1、贷后检查未按期。\n二、整改要求\n补做检查。\n"
        "请于2022年4月10日前完成整改。\n某联社信贷部\n2022年3月15日\n"
    )
    assert reading.doc_type == "rectification_notice"
    assert said(reading, "notice_no") == "整改2022-07"
    assert said(reading, "inspect_date") == "2022-03-08"
    assert said(reading, "problems") == "1、贷后检查未按期"
    assert said(reading, "rectify_by") == "2022-04-10"
    assert said(reading, "notice_date") == "2022-03-15"


def test_a_responsibility_letter_names_the_manager_and_the_time() -> None:
    reading = read(
        "管户目标责任书\n客户经理：仲伟\n责任期限：自2022年1月1日至2022年12月31日\n2022年1月5日\n"
    )
    assert reading.doc_type == "responsibility_letter"
    assert said(reading, "loan_officer") == "仲伟"
    assert said(reading, "end_date") == "2022-12-31"
    assert said(reading, "sign_date") == "2022-01-05"


def test_a_ledger_page_gives_its_rows() -> None:
    reading = read(
        "2013年贷款台账\n",
        table(
            ["户名", "合同编号", "借款金额", "余额", "到期日", "五级分类"],
            ["满仓", "黑信字2012-041", "20000", "20000", "2014-04-09", "正常"],
            ["宝音", "黑信字2012-088", "50000", "32000", "2013-09-02", "次级"],
        ),
    )
    assert reading.doc_type == "ledger"
    assert said(reading, "borrower") == ["满仓", "宝音"]
    assert said(reading, "balance") == ["20000.00 CNY", "32000.00 CNY"]
    assert said(reading, "classification") == ["正常", "次级"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("信贷档案移交清册", "transfer_list"),
        ("不良贷款责任认定表", "npl_responsibility"),
        ("风险预警信号处理表", "risk_warning"),
        ("农户信息采集表", "household_survey"),
        ("限期整改通知书", "rectification_notice"),
        ("民事判决书", "judgment"),
        ("到期贷款提示函", "due_notice"),
        ("贷款五级分类认定表", "classification"),
        ("管户责任书", "responsibility_letter"),
        ("贷款台账", "ledger"),
    ],
)
def test_a_blank_form_of_each_gives_its_type_and_no_value(title: str, name: str) -> None:
    labels = "客户名称：\n编号：\n日期：    年  月  日\n贷款余额：        元\n五级分类：□正常 □关注 □次级 □可疑 □损失\n移交人：      接收人：      监交人：\n"

    reading = read(f"{title}\n{labels}")

    assert reading.doc_type == name
    assert reading.fields == {}


def test_a_letter_to_the_guarantor_is_not_addressed_to_the_borrower() -> None:
    reading = read(
        """担保人履行责任通知书
编号：（2016）德催保字第033号
  曹  国  瑞  ：
    借款人 曹 国 祥 于 2013 年 8 月 21 日与我行签订编号为 德农商借2013-0821 的借款合同，借款人民币 90,000.00 元，2015 年 8 月 20 日到期。你作为保证人，与我行签订了编号为 德农商保2013-0821 的保证合同。借款人尚欠本金 90,000.00 元、利息 8,433.90 元。
"""
    )
    assert said(reading, "guarantor") == "曹国瑞"
    assert said(reading, "borrower") == "曹国祥"
    assert said(reading, "contract_no") == "德农商借2013-0821"
    assert said(reading, "guarantee_contract_no") == "德农商保2013-0821"
    assert said(reading, "notice_no") == "（2016）德催保字第033号"
    assert said(reading, "end_date") == "2015-08-20"


def test_people_side_by_side_are_all_parties_and_wide_names_are_one() -> None:
    reading = read(
        "不良贷款责任认定表\n借款人名称：郝  建  军            身份证号：\n保证人：郝建国  席三喜\n目前形态：可疑\n"
    )
    assert said(reading, "borrower") == "郝建军"
    assert said(reading, "guarantor") == ["郝建国", "席三喜"]
    assert said(reading, "classification") == "可疑"


def test_a_handover_list_gives_the_borrowers_of_its_rows() -> None:
    reading = read(
        f"""管户贷款及档案移交清单
移交日期：2020年7月31日                 金额单位：万元
编号  借款人    身份证号              合同号            余额    到期日
1     秦大林    {ID}    农信2019-331      8.00   2020-11-06
2     吉红梅    {OTHER_ID}    农信2018-117      4.50   2020-05-20
移交人：殷志强      接收人：卞海涛      监交人：储玉兰
"""
    )
    assert said(reading, "borrower") == ["秦大林", "吉红梅"]
    assert said(reading, "contract_no") == ["农信2019-331", "农信2018-117"]
    assert said(reading, "id_number") == [ID, OTHER_ID]


def test_a_judgment_on_a_company_and_its_guarantor() -> None:
    reading = read(
        """民事判决书
原告：某县农村商业银行股份有限公司，住所地某县天池镇。
被告：某县玉丰鞋业有限公司，住所地某县西郊工业园区。统一社会信用代码：91512022MA62K9917U。
法定代表人：倪小英，总经理。
被告：倪小英，女，汉族，住某县天池镇。
原告诉讼请求：1.判令被告某县玉丰鞋业有限公司偿还借款本金2,870,000元，支付利息156,220.48元；2.判令倪小英承担连带清偿责任。2016年11月2日，被告公司因购进皮革原料与原告签订《流动资金借款合同》（编号：LY2016LD110201），借款300万元，年利率6.96%。
"""
    )
    assert said(reading, "borrower") == "某县玉丰鞋业有限公司"
    assert said(reading, "legal_rep") == "倪小英"
    assert said(reading, "guarantor") == "倪小英"
    assert said(reading, "amount") == "3000000.00 CNY"
    assert said(reading, "balance") == "2870000.00 CNY"
    assert said(reading, "purpose") == "购进皮革原料"
    assert said(reading, "contract_no") == "LY2016LD110201"


@pytest.mark.parametrize(
    "letter",
    [
        "催收担保债权通知书\n熊敏先生/女士：\n　　借款人童斌于2018年4月26日向我社借款260000元整，已到期。\n",
        "通知书\n熊敏：\n　　借款人童斌于2018年4月26日向我社借款260000元整，由你提供连带责任保证。尚欠本金￥1000，请依法履行，逾期催收。\n",
    ],
)
def test_who_is_told_that_he_vouched_is_the_guarantor(letter: str) -> None:
    reading = read("逾期贷款催收\n" * (not letter.startswith("催收")) + letter)

    assert said(reading, "guarantor") == "熊敏"
    assert said(reading, "borrower") == "童斌"


def test_a_date_in_a_table_is_not_the_letters_own() -> None:
    reading = read(
        "逾期贷款催收通知书\n借款人：时秋菊\n| 借款金额 | 19万元 |\n| 发放日 | 2022/04/15 |\n| 尚欠本金 | 19万元 |\n　　请尽快归还。\n                汾峪农村商业银行\n                2024/11/06\n"
    )
    assert said(reading, "notice_date") == "2024-11-06"
    assert said(reading, "start_date") == "2022-04-15"


def test_sex_behind_a_name_is_no_second_name() -> None:
    reading = read("民事判决书\n被告：关家旺，女，1987年12月20日出生，住某县双河镇上坝村。\n")

    assert said(reading, "borrower") == "关家旺"


def test_a_finding_of_responsibility_tells_of_the_loan_in_a_sentence() -> None:
    reading = read(
        f"""不良贷款责任认定书
    借款人于立群，身份证号{ID}，于2009年4月9日在步云山信用社贷款60000元（合同编号庄信借2009-0409，借据号0090417），用途为海参养殖，由孙吉双提供保证，2010年4月8日到期。
"""
    )

    assert said(reading, "contract_no") == "庄信借2009-0409"
    assert said(reading, "amount") == "60000.00 CNY"
    assert said(reading, "guarantor") == "孙吉双"
    assert said(reading, "purpose") == "海参养殖"
    assert (said(reading, "start_date"), said(reading, "end_date")) == ("2009-04-09", "2010-04-08")


def test_the_release_of_a_warning_names_the_level_it_had() -> None:
    reading = read(
        "风险预警信号解除申请表\n客户名称：明富强\n申请日期：2021年11月15日\n原预警级别：蓝色\n"
    )

    assert said(reading, "warning_level") == "蓝色"
    assert said(reading, "report_date") == "2021-11-15"
