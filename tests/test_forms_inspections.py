# ruff: noqa: E501 - papers are typed as they stand
"""Inspection reports in every shape: tables, brackets, prose with numbered sections."""

from __future__ import annotations

import pytest

from tests.typed_paper import read, said, table

NARRATIVE = """关于对临颍县顺达养殖有限公司的贷后检查报告
联社信贷部：
根据贷后管理有关规定，我社于2018年11月20日对临颍县顺达养殖有限公司进行了贷后现场检查，现将检查情况报告如下：
一、基本情况
临颍县顺达养殖有限公司成立于2012年，法定代表人饶志刚，注册资本200万元，主营生猪养殖。
二、贷款情况
该公司2018年3月5日在我社贷款120万元，全部为短期流动资金贷款，用于购饲料，用自有猪舍作抵押。截至检查日贷款余额100万元。在其他银行贷款余额80万元。
三、存在问题
（一）受市场影响，存栏下降。
（二）流动资金紧张。
四、结论及处理意见
该公司目前经营基本正常，建议下调为关注类。

                                   信贷部    检查人：龚正 支建国
二〇一八年十一月二十二日
"""


def test_a_narrative_report_is_read_from_its_sentences() -> None:
    reading = read(NARRATIVE)

    assert said(reading, "borrower") == "临颍县顺达养殖有限公司"
    assert said(reading, "legal_rep") == "饶志刚"
    assert said(reading, "amount") == "1200000.00 CNY"
    assert said(reading, "balance") == "1000000.00 CNY"
    assert said(reading, "loan_type") == "短期流动资金贷款"
    assert said(reading, "purpose") == "购饲料"
    assert said(reading, "guarantee_method") == "抵押"
    assert said(reading, "inspect_date") == "2018-11-20"
    assert said(reading, "inspect_method") == "现场"
    assert said(reading, "report_date") == "2018-11-22"
    assert said(reading, "classification") == "关注"
    assert said(reading, "inspector") == ["龚正", "支建国"]


def test_a_section_is_read_with_its_numbered_paragraphs_and_no_further() -> None:
    reading = read(NARRATIVE)

    assert said(reading, "problems") == "（一）受市场影响，存栏下降。（二）流动资金紧张"
    assert said(reading, "conclusion") == "该公司目前经营基本正常，建议下调为关注类"


def test_a_numbered_section_of_the_same_rank_ends_the_one_before() -> None:
    reading = read(
        "贷后检查报告\n客户名称：蓝小军\n5、检查结论：经营正常，能按期还款\n6、其他事项：借款人拟购农机\n"
    )
    assert said(reading, "conclusion") == "经营正常，能按期还款"


def test_labels_in_lenticular_brackets() -> None:
    reading = read(
        "银行授信后检查报告\n【客户名称】某市惠民养殖有限公司        【联系方式】0539-6820115\n"
        "【经办行】某农商行向阳支行   【主检查人】崔凤霞   【次检查人】孟庆伟\n【检查日期】2018年11月20日\n"
    )
    assert said(reading, "borrower") == "某市惠民养殖有限公司"
    assert said(reading, "phone") == "0539-6820115"
    assert said(reading, "inspector") == ["崔凤霞", "孟庆伟"]
    assert said(reading, "inspect_date") == "2018-11-20"


def test_another_banks_loan_is_not_the_papers_amount_or_balance() -> None:
    reading = read(
        "贷后检查报告\n客户名称：蓝小军\n检查日期：2023年10月12日\n"
        "其他金融机构授信金额合计：80万元，其中：贷款80万元。\n在其他银行贷款余额80万元。\n"
    )
    assert said(reading, "amount") is None
    assert said(reading, "balance") is None


@pytest.mark.parametrize(
    "line",
    [
        "部门负责人意见：同意。  于洪波",
        "部门负责人意见：情况属实，同意上报。签字：于洪波",
    ],
)
def test_who_gives_an_opinion_signs_behind_it(line: str) -> None:
    assert said(read(f"贷后检查报告\n客户名称：蓝小军\n{line}\n"), "reviewer") == "于洪波"


def test_an_opinion_without_a_signature_names_nobody() -> None:
    paper = "贷后检查报告\n客户名称：蓝小军\n部门负责人意见：情况属实。\n"

    assert said(read(paper), "reviewer") is None


def test_a_name_written_wide_is_one_name() -> None:
    assert said(read("贷后检查报告\n客户姓名：  龚  立  新\n"), "borrower") == "龚立新"


def test_what_stands_far_behind_the_inspectors_is_not_one_of_them() -> None:
    paper = "贷后检查报告\n客户名称：蓝小军\n检查人签字：崔凤霞  孟庆伟            支行行长审批：\n"

    assert said(read(paper), "inspector") == ["崔凤霞", "孟庆伟"]


def test_the_way_of_inspecting_is_kept_as_printed() -> None:
    assert said(read("贷后检查表\n检查方式：□非现场 ☑实地\n"), "inspect_method") == "实地"
    assert said(read("贷后检查表\n检查方式：☑非现场 □现场\n"), "inspect_method") == "非现场"


def test_a_married_couple_is_no_spouse_by_name() -> None:
    paper = "贷后检查报告\n客户名称：蓝小军\n付启明与周丽二人为夫妻关系。\n"

    assert said(read(paper), "spouse") is None


def test_no_interest_owed_is_a_value_where_the_paper_prints_it() -> None:
    paper = table(["贷款余额（万元）", "6", "欠息（元）", "0"])

    reading = read("贷后检查表\n客户名称：蓝小军\n", paper)

    assert said(reading, "interest_arrears") == "0.00 CNY"
    assert said(reading, "balance") == "60000.00 CNY"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017年4月18日", "2017-04-18"),
        ("二〇一七年四月十八日", "2017-04-18"),
        ("2017.04.18", "2017-04-18"),
        ("2017-4-18", "2017-04-18"),
    ],
)
def test_the_day_of_a_visit_in_a_sentence_in_any_writing(written: str, day: str) -> None:
    reading = read(
        f"贷后检查报告\n    我社信贷员彭小军、何秀芝于{written}对借款人孔令富的贷款使用情况进行了现场检查。\n"
    )
    assert said(reading, "inspect_date") == day
    assert said(reading, "inspector") == ["彭小军", "何秀芝"]


def test_a_word_that_elsewhere_is_a_label_may_be_the_answer_in_a_column() -> None:
    reading = read(
        "贷后检查登记簿\n客户名称：植正华\n检查日期    检查方式   检查情况       检查人\n2023.2.21   电话       牲畜存栏稳定   洪金凤，柏涛\n"
    )
    assert said(reading, "borrower") == "植正华"
    assert said(reading, "inspect_method") == "电话"
    assert said(reading, "inspect_date") == "2023-02-21"
    assert said(reading, "inspector") == ["洪金凤", "柏涛"]


def test_labels_in_square_brackets_begin_their_lines() -> None:
    reading = read(
        "常规贷后检查报告\n[检查对象]秦志刚\n[检查日期]2024.07.20\n[检查结论]未发现风险隐患\n[检查人员]钱金凤，费小燕\n"
    )
    assert said(reading, "borrower") == "秦志刚"
    assert said(reading, "inspect_date") == "2024-07-20"
    assert said(reading, "conclusion") == "未发现风险隐患"
    assert said(reading, "inspector") == ["钱金凤", "费小燕"]


def test_an_address_and_a_use_in_the_sentences_of_a_report() -> None:
    reading = read(
        "关于孔令富贷款的首次贷后检查报告\n    借款人孔令富，住仪川县马鞍镇险岩村4社，二〇一七年三月二十一日在我社借款捌万元，借款合同编号仪信借2017-马鞍-0088，"
        "到期日二〇一八年三月二十日，用途为购买仔猪及饲料，由其兄孔令贵提供保证担保。\n"
    )
    assert said(reading, "borrower_address") == "仪川县马鞍镇险岩村4社"
    assert said(reading, "amount") == "80000.00 CNY"
    assert said(reading, "contract_no") == "仪信借2017-马鞍-0088"
    assert said(reading, "start_date") == "2017-03-21"
    assert said(reading, "end_date") == "2018-03-20"
    assert said(reading, "guarantor") == "孔令贵"


def test_words_of_a_longer_label_are_no_value() -> None:
    reading = read(
        "贷后检查报告\n客户名称：蓝小军\n预警信号：____\n发现的重要问题：应收账款回笼较慢\n"
    )
    assert said(reading, "risk_signals") is None


def test_a_question_of_the_form_is_no_answer() -> None:
    paper = (
        "贷后检查表\n贷款用途\n是否与合同一致\n□是 □否\n五级分类\n□正常 □关注 □次级 □可疑 □损失\n"
    )

    assert read(paper).fields == {}


def test_a_date_in_numerals_ends_the_section_above_it() -> None:
    reading = read(
        "贷后检查报告\n客户名称：蓝小军\n四、检查结论\n    未发现风险隐患。\n                二〇二三年一月十六日\n"
    )
    assert said(reading, "conclusion") == "未发现风险隐患"
    assert said(reading, "report_date") == "2023-01-16"


def test_rows_between_bars_may_have_fewer_cells() -> None:
    reading = read(
        "贷后检查报告\n借款人名称：文凤英\n"
        "| 借据号 | 贷款金额 | 余额 | 发放日 | 到期日 |\n"
        "| 360924180519545 | 200000 | 150,000.00 | 2018-05-19 | 2019-02-19 |\n"
        "| 360924181205545 | 100000.00 | 100000.00 | 2018-12-05 | 2019-09-07 |\n"
        "| 检查结论 | 未发现风险隐患 |\n| 检查人员 | 覃波、屈爱莲 |\n"
    )
    assert said(reading, "balance") == ["150000.00 CNY", "100000.00 CNY"]
    assert said(reading, "end_date") == ["2019-02-19", "2019-09-07"]
    assert said(reading, "conclusion") == "未发现风险隐患"
    assert said(reading, "inspector") == ["覃波", "屈爱莲"]


@pytest.mark.parametrize(
    ("answer", "matches"),
    [("是☑ 否□", True), ("是□ 否☑", False), ("□是 ☑否", False), ("是□ 否□", None)],
)
def test_boxes_stand_before_or_behind_their_words(answer: str, matches: bool | None) -> None:
    reading = read(
        f"信贷业务首次检查报告单\n客户名称：平川县鑫源木业有限责任公司\n是否按约定用途使用：{answer}\n"
    )

    found = reading.fields.get("use_matches_contract")
    assert (found[0].value if found else None) is matches


def test_a_visit_at_home_is_a_way_to_inspect() -> None:
    reading = read("贷后检查登记表\n检查时间：2021年5月20日\n检查方式：入户走访\n")

    assert said(reading, "inspect_method") == "入户走访"


def test_a_letter_says_when_the_loan_was_to_fall_due() -> None:
    reading = read(
        "逾期贷款催收通知单\n借款人孙占海：\n    您于2010年11月3日与我社签订了借款合同，借款金额人民币肆万元，约定2012年11月2日到期。\n"
    )

    assert said(reading, "end_date") == "2012-11-02"


def test_a_label_behind_a_tab_ends_the_signals_above() -> None:
    reading = read(
        "信贷风险预警信号处理单\n预警客户\t平川县嘉禾饲料有限公司\t管户客户经理\t邱磊\n预警信号描述\t账户被查封。\n拟采取的处置措施\t追加抵押物。\n风险管理部意见\t同意\n"
    )

    assert said(reading, "risk_signals") == "账户被查封"
    assert said(reading, "measure") == "追加抵押物"


def test_the_number_of_a_report_is_not_the_contracts() -> None:
    reading = read(
        "专项检查报告\n编号：(2023)专检字第17号\n客户名称：平川县鑫源木业有限责任公司\n合同编号：通农商流借（2022）1108号；贷款金额800万元\n"
    )

    assert said(reading, "contract_no") == "通农商流借（2022）1108号"


def test_a_letter_that_points_out_a_risk() -> None:
    reading = read(
        "风 险 提 示 函\n青坪支行：\n    你支行管辖的客户 喻道全 于2020年10月12日发放的农户贷款（借据号：43012410120066，余额 76,500.00 元）出现风险信号。\n"
    )

    assert reading.doc_type == "risk_warning"
    assert said(reading, "borrower") == "喻道全"
    assert said(reading, "balance") == "76500.00 CNY"
    assert "risk_signals" not in reading.fields
