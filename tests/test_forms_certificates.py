# ruff: noqa: E501 - papers are typed as they stand
"""Registration certificates of every office and age: whose right, on what, for how much."""

from __future__ import annotations

from tests.typed_paper import invented_id, read, said, table

ID = invented_id()


def test_a_label_and_a_gap_begin_a_line_however_full_the_line_above() -> None:
    reading = read(
        "不动产登记证明\n权利人（申请人）  湖北某县农村商业银行股份有限公司还地桥支行\n义务人  殷国栋\n"
    )
    assert said(reading, "mortgagee") == "湖北某县农村商业银行股份有限公司还地桥支行"
    assert said(reading, "mortgagor") == "殷国栋"


def test_one_label_for_both_periods_is_read_by_the_kind_of_mortgage() -> None:
    period = "债务履行期限（债权确定期间）：2022年05月06日至2027年05月05日\n"

    highest = read("不动产登记证明\n抵押方式：最高额抵押\n" + period)
    single = read("不动产登记证明\n抵押方式：一般抵押\n" + period)

    assert said(highest, "claim_period_end") == "2027-05-05"
    assert said(highest, "end_date") is None
    assert said(single, "end_date") == "2027-05-05"
    assert said(single, "claim_period_end") is None


def test_an_old_house_certificate_says_its_kind_and_co_owner_in_the_notes() -> None:
    reading = read(
        "房屋他项权证\n房屋所有权人：管玉成\n他项权利种类：抵押权\n债权数额：壹拾捌万元整\n"
        "附记：最高额抵押 建筑面积132.6平方米 共有人：葛秀云\n"
    )
    assert said(reading, "right") == "抵押权"
    assert said(reading, "mortgage_type") == "最高额抵押"
    assert said(reading, "co_owner") == "葛秀云"
    assert said(reading, "mortgagor") == "管玉成"


def test_hectares_are_kept_in_square_metres_without_idle_zeros() -> None:
    reading = read(
        "土地他项权利证明书\n",
        table(["义务人", "某市宏达面粉有限公司"], ["抵押面积（公顷）", "1.334"]),
    )
    assert said(reading, "area_m2") == "13340"


def test_the_central_register_of_movables_names_both_sides_under_headings() -> None:
    reading = read(
        """动产担保登记证明
登记证明编号：06712345001122334455
登记时间：2021-09-14 10:22:31
担保人信息
名称：泗县绿野种植专业合作社
担保权人信息
名称：安徽泗县农村商业银行股份有限公司
担保财产信息
主合同金额：50万元
担保财产描述：大豆烘干设备2套
"""
    )
    assert said(reading, "certificate_no") == "06712345001122334455"
    assert said(reading, "mortgagor") == "泗县绿野种植专业合作社"
    assert said(reading, "mortgagee") == "安徽泗县农村商业银行股份有限公司"
    assert said(reading, "secured_amount") == "500000.00 CNY"
    assert said(reading, "register_date") == "2021-09-14"


def test_a_company_writes_its_code_where_a_person_writes_an_identity_number() -> None:
    company = read(
        "动产抵押登记书\n抵押人概况\n名称：某县丰泽粮油有限公司   证件号码：91340521MA2M0AB12R\n"
    )
    person = read(f"动产抵押登记书\n抵押人概况\n姓名：谭有根   证件号码：{ID}\n")

    assert said(company, "uscc") == "91340521MA2M0AB12R"
    assert said(company, "id_number") is None
    assert said(person, "id_number") == ID
    assert said(person, "uscc") is None


def test_a_mistyped_identity_number_ending_in_x_is_no_companys_code() -> None:
    wrong = ID[:17] + ("X" if ID[17] != "X" else "1")

    reading = read(f"动产抵押登记书\n抵押人概况\n姓名：谭有根   证件号码：{wrong}\n")

    assert said(reading, "uscc") is None


def test_a_two_column_table_without_a_frame() -> None:
    reading = read(
        "房屋他项权证\n        房他证 桐县字 第 2011-00937 号\n\n房屋他项权利人      │ 桐岭县农村信用合作联社孔城信用社\n"
        "房屋所有权人        │ 方传根\n债权数额            │ 壹拾捌万元整\n\n附    记\n  共有人：汪翠平\n"
    )
    assert said(reading, "certificate_no") == "房他证桐县字第2011-00937号"
    assert said(reading, "mortgagee") == "桐岭县农村信用合作联社孔城信用社"
    assert said(reading, "mortgagor") == "方传根"
    assert said(reading, "co_owner") == "汪翠平"
    assert said(reading, "secured_amount") == "180000.00 CNY"
