# ruff: noqa: E501 - papers are typed as they stand
"""Families of wording and layout: who is meant, which number counts, and what must stay absent."""

from __future__ import annotations

import pytest

from extractors.settings import ReadingSettings
from extractors.understand import understand
from tests.typed_paper import codes, invented_id, read, said, table, typed

ID = invented_id()
OTHER_ID = invented_id(birth="19700305", order="233")


def test_the_members_of_a_group_are_its_borrowers() -> None:
    reading = read(
        "农户联保贷款合同\n贷款人：青石信用社\n联保小组成员情况\n贷款用途：养鸭\n",
        table(
            ["姓名", "身份证号码", "授信额度（元）"],
            ["季春生", ID, "30000"],
            ["季冬生", OTHER_ID, "20000"],
        ),
    )
    assert said(reading, "borrower") == ["季春生", "季冬生"]
    assert said(reading, "id_number") == [ID, OTHER_ID]
    assert said(reading, "guarantee_method") == "联保"
    assert said(reading, "amount") is None


def test_a_table_of_relatives_names_no_borrower() -> None:
    reading = read(
        f"借款合同\n借款人：鲁大海  身份证号：{ID}\n借款金额：伍万元整\n家庭成员\n",
        table(["姓名", "关系", "身份证号"], ["鲁小海", "儿子", OTHER_ID]),
    )
    assert said(reading, "borrower") == "鲁大海"
    assert said(reading, "id_number") == ID


def test_several_loans_in_a_table_are_as_many_values() -> None:
    reading = read(
        "贷后检查报告\n客户名称：某县清泉养殖有限公司\n检查日期：2021年3月16日\n",
        table(
            ["序号", "合同编号", "余额（万元）", "发放日", "到期日"],
            ["1", "清借2020-01号", "100", "2020-04-01", "2021-03-31"],
            ["2", "清借2020-02号", "60", "2020-09-10", "2021-09-09"],
            ["合计", "", "160", "", ""],
        ),
    )
    assert said(reading, "inspect_date") == "2021-03-16"
    assert said(reading, "balance") == ["1000000.00 CNY", "600000.00 CNY"]
    assert said(reading, "contract_no") == ["清借2020-01号", "清借2020-02号"]
    assert said(reading, "start_date") == ["2020-04-01", "2020-09-10"]
    assert said(reading, "end_date") == ["2021-03-31", "2021-09-09"]


@pytest.mark.parametrize(
    "rows",
    [
        (["金融机构", "余额（万元）", "到期日"], ["某农业银行", "50", "2021-05-01"], ["某邮储银行", "20", "2021-06-01"]),
        (["期数", "还款日期", "余额（元）"], ["1", "2021-01-21", "90000"], ["2", "2021-02-21", "80000"]),
    ],
)  # fmt: skip
def test_rows_of_other_banks_or_of_payments_are_no_loans_of_ours(rows: tuple[list[str]]) -> None:
    reading = read("贷后检查报告\n客户名称：鲁大海\n检查日期：2021年3月16日\n", table(*rows))

    assert said(reading, "balance") is None
    assert said(reading, "end_date") is None


def test_bars_that_do_not_line_up_still_make_a_table() -> None:
    reading = read(
        "贷后检查表\n|借款人|合同编号|检查日期|\n|某县长名养殖专业合作社|CY-2020-118|2020-09-01|\n"
    )
    assert said(reading, "borrower") == "某县长名养殖专业合作社"
    assert said(reading, "contract_no") == "CY-2020-118"
    assert said(reading, "inspect_date") == "2020-09-01"


def test_a_role_in_brackets_behind_the_name_says_who_is_who() -> None:
    reading = read(
        f"借款合同\n甲方：岭下信用社（贷款人）\n乙方：阮文雄（借款人）  身份证：{ID}\n"
        f"丙方：骆冰（担保人）  身份证：{OTHER_ID}\n借款金额：叁万元整\n"
    )
    assert said(reading, "lender") == "岭下信用社"
    assert said(reading, "borrower") == "阮文雄"
    assert said(reading, "guarantor") == "骆冰"
    assert said(reading, "id_number") == ID


def test_one_person_in_two_roles() -> None:
    reading = read("抵押借款合同\n借款人（抵押人）：鲍国强\n借款金额：肆万元整\n")
    assert said(reading, "borrower") == said(reading, "mortgagor") == "鲍国强"


@pytest.mark.parametrize(
    "line",
    [
        "农信借字〔2019〕第0415号",
        "（ 2016 ）年 柳信 农借 字 第 000233 号",
        "借字第20180912号",
    ],
)
def test_a_contract_number_may_stand_without_a_label(line: str) -> None:
    reading = read(f"借款合同\n{line}\n借款人：吴秀兰\n借款金额：伍万元整\n")
    assert said(reading, "contract_no") == line.replace(" ", "")


def test_the_number_of_the_main_contract_needs_no_zi() -> None:
    reading = read(
        "抵押合同\n抵押人：汪长根\n为了确保汪长根与抵押权人签订的编号为34010120190007788的《借款合同》的履行，提供担保。\n"
    )
    assert said(reading, "main_contract_no") == "34010120190007788"


def test_the_certificate_number_is_not_the_earlier_one_in_the_notes() -> None:
    reading = read(
        "不动产登记证明\n苏（2020）沛县不动产证明第0009981号\n"
        "权利人：某银行沛县支行\n义务人：孔令辉\n附记：不动产登记证明号：苏（2020）沛县不动产证明第0009980号\n2020年8月1日\n"
    )
    assert said(reading, "certificate_no") == "苏（2020）沛县不动产证明第0009981号"
    assert said(reading, "register_date") == "2020-08-01"


def test_the_ids_of_a_couple_in_one_place() -> None:
    reading = read(f"抵押合同\n抵押人：汪长根、胡秋菊\n身份证件号码：{ID}、{OTHER_ID}\n")
    assert said(reading, "id_number") == [ID, OTHER_ID]


def test_the_rate_of_a_breach_is_not_the_loans() -> None:
    reading = read(
        "借款合同\n借款人：农奎\n借款金额：贰拾万元整\n"
        "借款人未按约定用途使用借款的，贷款人有权按日利率万分之五计收利息。\n"
    )
    assert said(reading, "rate") is None


def test_a_guarantor_named_in_a_clause() -> None:
    reading = read(
        "借款合同\n借款人：荆文博\n借款金额：伍拾万元整\n"
        "第五条 本合同由江安县诚信融资担保有限公司提供连带责任保证担保。\n"
    )
    assert said(reading, "guarantor") == "江安县诚信融资担保有限公司"
    assert said(reading, "guarantee_method") == "保证"


@pytest.mark.parametrize(
    "clause",
    ["由保证人提供连带责任保证。", "由第三方提供连带责任保证担保。", "由甲方承担连带责任。"],
)
def test_a_clause_without_a_name_names_no_guarantor(clause: str) -> None:
    reading = read(f"借款合同\n借款人：荆文博\n借款金额：伍拾万元整\n{clause}\n")
    assert said(reading, "guarantor") is None


@pytest.mark.parametrize("print_", ["信用社", "县农村信用合作联社", "农村商业银行支行"])
def test_what_is_printed_behind_an_empty_line_is_no_lender(print_: str) -> None:
    reading = read(f"借款合同\n借款人：荆文博\n贷款人：＿＿＿＿{print_}\n借款金额：伍万元整\n")
    assert said(reading, "lender") is None


def test_a_village_before_a_name_is_not_the_name() -> None:
    reading = read("借款凭证\n借款单位全称：苗岭村 杨通海\n借款金额：壹万元整\n")
    assert said(reading, "borrower") == "杨通海"


def test_inspectors_with_wide_blanks_between_them() -> None:
    reading = read("贷后检查表\n借款人：牛广发\n检查日期：2020年5月6日\n检查人：陶成    方慧\n")
    assert said(reading, "inspector") == ["陶成", "方慧"]


def test_an_amount_is_not_cut_at_its_comma() -> None:
    reading = read(
        "逾期贷款催收通知书\n借款人：孙立\n您在我行的贷款（贷款余额人民币69,500.00元）已逾期95天。\n"
    )
    assert said(reading, "amount") is None
    assert said(reading, "balance") == "69500.00 CNY"


def test_the_sender_of_a_notice_in_two_characters() -> None:
    reading = read("催收通知书\n侯宝山：\n请归还贷款。\n红石信用社（公章）\n2019年3月21日\n")
    assert said(reading, "lender") == "红石信用社"
    assert said(reading, "notice_date") == "2019-03-21"


def test_the_longer_label_is_another_label() -> None:
    reading = read(
        "CONTRATO DE CRÉDITO\nEl acreditado: Ramón Ortega\nMonto: $5,000.00 M.N.\n"
        "Fecha de nacimiento del cliente: 1 de febrero de 1980\n"
    )
    assert said(reading, "sign_date") is None


def test_a_word_that_begins_a_sentence_is_no_label() -> None:
    reading = read(
        "CARTA DE COBRANZA\nSeñora: Blanca Azucena Ochoa\n"
        "Por la presente le comunicamos que el saldo vencido es de USD 1.250,75.\n"
    )
    assert said(reading, "amount") is None
    assert said(reading, "balance") == "1250.75 USD"


def test_a_couple_mortgages_together() -> None:
    reading = read(
        "MINUTA DE HIPOTECA\nSírvase extender una escritura que otorgan don Rufino Ccama Ticona, con DNI 01223344 "
        "y su cónyuge doña Eusebia Mamani Quispe, con DNI 01223355, a quienes se les denominará LOS HIPOTECANTES, "
        "a favor de la Caja Municipal de Puno S.A., a quien se denominará LA ACREEDORA.\n"
    )
    assert said(reading, "mortgagor") == ["Rufino Ccama Ticona", "Eusebia Mamani Quispe"]
    assert said(reading, "mortgagee") == "Caja Municipal de Puno S.A."


def test_lender_and_borrower_between_brackets() -> None:
    reading = read(
        'LOAN AGREEMENT\nThis agreement is by and between Heartland State Bank (the "Lender") and '
        'Karen L. Jorgensen (the "Borrower").\nPrincipal Amount: $60,000.00\n'
    )
    assert said(reading, "lender") == "Heartland State Bank"
    assert said(reading, "borrower") == "Karen L. Jorgensen"


def test_people_are_not_called_after_where_they_live() -> None:
    reading = read(
        "MORTGAGE DEED\nTHIS DEED is made on the 18th day of September 2018 BETWEEN Peter Kamau of P.O. Box 112 "
        '(hereinafter called the "Mortgagor") AND Tetu Society Ltd (hereinafter called the "Mortgagee").\n'
    )
    assert said(reading, "mortgagor") == "Peter Kamau"


@pytest.mark.parametrize(
    ("printed", "rate"),
    [
        ("9.5% p.a. with monthly rests", "9.5 percent_year"),
        ("1,5% mes vencido", "1.5 percent_month"),
    ],
)
def test_the_period_right_behind_the_rate_counts(printed: str, rate: str) -> None:
    reading = read(f"LOAN AGREEMENT\nBorrower: Ramdas Patil\nInterest rate: {printed}\n")
    assert said(reading, "rate") == rate


def test_an_id_in_brackets_belongs_to_the_name_before_it() -> None:
    reading = read(
        "不可撤销担保函\n致：某县农村信用合作联社\n"
        f"鉴于邹市明（身份证号：{ID}）向贵社申请贷款人民币壹拾贰万元，本人吕小布（身份证号：{OTHER_ID}）自愿为其提供担保。\n"
        "担保人：吕小布\n日期：2021年3月10日\n"
    )
    assert said(reading, "borrower") == "邹市明"
    assert said(reading, "guarantor") == "吕小布"
    assert said(reading, "id_number") == OTHER_ID
    assert said(reading, "sign_date") == "2021-03-10"


def test_a_borrowers_id_in_a_sentence() -> None:
    reading = read(
        f"借款合同\n贷款人某县信用社与借款人吴秀兰（女，汉族，身份证号码：{ID}）、保证人赵勇（身份证号码：{OTHER_ID}）订立本合同。\n"
        "借款金额：伍万元整\n"
    )
    assert said(reading, "borrower") == "吴秀兰"
    assert said(reading, "id_number") == ID


def test_inspectors_with_their_parts_in_brackets() -> None:
    reading = read(
        "专项检查报告\n客户：某县黑茶产业有限公司\n检查人员：雷震（主办）、黄天（协办）\n"
    )
    assert said(reading, "inspector") == ["雷震", "黄天"]


def test_a_highest_amount_mortgage_has_a_claim_period_only() -> None:
    reading = read(
        "最高额抵押合同\n抵押人：成大龙\n抵押权人：某农村商业银行\n"
        "第一条 抵押权人自2019年11月5日起至2022年11月4日止，向债务人（成大龙）办理各类贷款。\n"
    )
    assert said(reading, "claim_period_start") == "2019-11-05"
    assert said(reading, "claim_period_end") == "2022-11-04"
    assert said(reading, "start_date") is None
    assert said(reading, "end_date") is None


def test_a_loan_contract_with_a_guarantee_is_a_loan_contract() -> None:
    reading = read(
        "个人借款担保合同\n甲方（借款人）：杭天佑\n乙方（贷款人）：某乡信用社\n丙方（保证人）：丘成\n"
        "甲方借款人民币柒万元整，丙方承担连带责任保证。\n"
    )
    assert reading.doc_type == "loan_contract"
    assert not [code for code in codes(reading) if code[1] == "type_ambiguous"]


def test_the_kind_of_an_identity_paper_is_not_its_number() -> None:
    reading = read(
        "CONTRATO DE PRÉSTAMO AGROPECUARIO N° 2022-0145\nPRESTATARIO: Saturnino Huamán\n"
        "DOCUMENTO DE IDENTIDAD: DNI 28234567\nTipo de interés nominal anual fijo: 4,25 %. TAE: 4,58 %\n"
    )
    assert said(reading, "contract_no") == "2022-0145"
    assert said(reading, "id_number") == "28234567"
    assert said(reading, "rate") == "4.25 percent_year"


def test_a_letter_names_its_reader_under_its_date() -> None:
    reading = read(
        "NOTICE OF DEFAULT\nMay 12, 2021\nWalter P. Simmons\nRR 2 Box 114, Salina, Kansas\n"
        "Re: Promissory Note dated March 3, 2018\nThe loan is overdue.\n"
    )
    assert said(reading, "borrower") == "Walter P. Simmons"
    assert said(reading, "notice_date") == "2021-05-12"


def test_a_scan_that_says_percent_a_month_is_asked_about() -> None:
    text = "借款合同\n借款人：张三丰\n借款金额：伍万元整\n月利率：7.975%\n"
    scanned = understand(typed(text, ocr=True), ReadingSettings())
    assert ("rate", "rate_implausible") in codes(scanned)
    assert ("rate", "rate_implausible") not in codes(read(text))


def test_the_quarter_in_a_title_is_no_borrower() -> None:
    reading = read(
        "关于某市苏北禽业有限公司2021年三季度贷后检查报告\n检查日期：2021年9月15日\n检查人：白展、佟玉\n"
    )
    assert said(reading, "borrower") == "某市苏北禽业有限公司"


def test_the_letter_of_a_party_is_no_name() -> None:
    reading = read(
        "保证合同\n甲方：债务人 郭大靖\n丙方：保证人 杨铁心\n一、主债权：甲方向乙方借款人民币捌万元整。\n"
    )
    assert said(reading, "borrower") in (None, "郭大靖")
    assert said(reading, "guarantor") == "杨铁心"


def test_mortgagors_counted_by_the_stems() -> None:
    reading = read(
        f"抵押合同\n抵押人甲：窦仙童  身份证号：{ID}\n抵押人乙：薛金莲  身份证号：{OTHER_ID}\n"
        "主合同名称及编号：《个人借款合同》2020年营业（借）字0045号\n"
    )
    assert said(reading, "mortgagor") == ["窦仙童", "薛金莲"]
    assert said(reading, "id_number") == [ID, OTHER_ID]
    assert said(reading, "main_contract_no") == "2020年营业（借）字0045号"
