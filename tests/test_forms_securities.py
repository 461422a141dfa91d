# ruff: noqa: E501 - papers are typed as they stand
"""Pledges and lists of collateral, read as a whole."""

from __future__ import annotations

from typing import Any

from tests.typed_paper import invented_id, read, said, table

ID = invented_id()
OTHER_ID = invented_id(birth="19700305", order="233")


def all_said(text: str, *tables: Any) -> dict[str, Any]:
    reading = read(text, *tables)
    return {"doc_type": reading.doc_type} | {name: said(reading, name) for name in reading.fields}


def test_a_pledge_of_a_deposit() -> None:
    assert all_said(
        f"""存单质押合同
合同编号：（2021）永农商质字第0087号
出质人（甲方）：__柯有为__
证件类型及号码：身份证{ID}
住所：__永丰县沙子镇__
联系电话：__13877300011__
质权人（乙方）：__永丰农村商业银行股份有限公司__
负责人：莫愁
住所：永丰县正北街
签约时间：__2021__年__5__月__8__日
为保障实现编号为__永农商借字（2021）第0087号__合同（以下简称借款合同）项下债权，甲方愿意以其有权处分的定期存单（以下简称存单）项下权利作质押。
第一条 担保债权为借款合同项下贷款，本金为（币种）__人民币__（大写）__玖万元整__，利率为__月利率5.31‰__，期限自__2021__年__5__月__8__日至__2022__年__5__月__7__日。
第二条 存单号码__桂00128867__，金额__壹拾万元整__。
"""
    ) == {
        "doc_type": "pledge_contract",
        "contract_no": "（2021）永农商质字第0087号",
        "main_contract_no": "永农商借字（2021）第0087号",
        "pledgor": "柯有为",
        "id_number": ID,
        "borrower_address": "永丰县沙子镇",
        "phone": "13877300011",
        "lender": "永丰农村商业银行股份有限公司",
        "secured_amount": "90000.00 CNY",
        "collateral": "定期存单",
        "collateral_value": "100000.00 CNY",
        "rate": "5.31 permille_month",
        "start_date": "2021-05-08",
        "end_date": "2022-05-07",
        "sign_date": "2021-05-08",
    }


def test_a_pledge_of_goods() -> None:
    assert all_said(
        """动产质押合同
出质人（以下称甲方）：永丰县竹韵工艺品有限公司
质权人（以下称乙方）：永丰民生村镇银行股份有限公司
为确保2019年永借字第66号借款合同的履行，甲方自愿以其有处分权的财产提供质押。
第一条 甲方用作质押的财产为：（附质物清单）：
（1）质物名称：竹编工艺品
（2）数量：2000件
第二条 质押财产共作价人民币（大写）伍拾万元整，实际质押额为人民币（大写）贰拾伍万元整。
甲方（公章）：            乙方（公章）：
2019年11月11日
"""
    ) == {
        "doc_type": "pledge_contract",
        "main_contract_no": "2019年永借字第66号",
        "pledgor": "永丰县竹韵工艺品有限公司",
        "lender": "永丰民生村镇银行股份有限公司",
        "collateral": "竹编工艺品",
        "collateral_value": "500000.00 CNY",
        "secured_amount": "250000.00 CNY",
        "sign_date": "2019-11-11",
    }


def test_a_blank_pledge_says_nothing() -> None:
    reading = read(
        """权利质押合同
合同编号：____________
出质人（甲方）：____________
质权人（乙方）：____________
为确保__________与乙方签订的编号为____________的《借款合同》的履行，甲方愿意以其有权处分的财产作质押。
第一条 本金为人民币（大写）____________元整，期限自____年__月__日至____年__月__日。
第二条 质物详见质物清单，质押财产共作价人民币____________元整。
"""
    )

    assert reading.doc_type == "pledge_contract"
    assert {name: [one.text for one in found] for name, found in reading.fields.items()} == {}


def test_a_list_of_collateral_gives_every_item() -> None:
    reading = read(
        "抵押物清单\n抵押合同编号：农信抵字（2019）第00231号          单位：万元\n抵押人：鱼化龙                抵押权人：永丰县农村信用合作联社\n",
        table(
            [
                "序号",
                "抵押物名称",
                "数量",
                "权属证书及编号",
                "坐落（存放地点）",
                "面积",
                "评估价值",
                "抵押价值",
            ],
            [
                "1",
                "房产",
                "1套",
                "桂（2018）永丰县不动产权第0000781号",
                "昭平镇东宁北路2号",
                "112.35",
                "48",
                "33.6",
            ],
            [
                "2",
                "土地使用权",
                "1宗",
                "永国用（2010）第0456号",
                "昭平镇东宁北路4号",
                "96",
                "20",
                "14",
            ],
            ["合计", "", "", "", "", "", "68", "47.6"],
        ),
    )

    assert reading.doc_type == "collateral_list"
    assert said(reading, "contract_no") == "农信抵字（2019）第00231号"
    assert said(reading, "mortgagor") == "鱼化龙"
    assert said(reading, "mortgagee") == "永丰县农村信用合作联社"
    assert said(reading, "collateral") == ["房产", "土地使用权"]
    assert said(reading, "title_certificate_no") == [
        "桂（2018）永丰县不动产权第0000781号",
        "永国用（2010）第0456号",
    ]
    assert said(reading, "location") == ["昭平镇东宁北路2号", "昭平镇东宁北路4号"]


def test_each_row_of_a_list_has_its_own_value_and_area() -> None:
    found = all_said(
        """抵押物清单
抵押合同编号：平农信抵字2012第031号
抵押人：车有才      抵押权人：平川县农村信用合作联社
序号\t名称\t数量\t单位\t权属证书及编号\t坐落\t评估价值（万元）
1\t砖木平房\t96.4\t平方米\t平房字第0011223号\t平川县柳镇南街\t12.5
2\t手扶拖拉机\t2\t台\t平00-11223\t\t3.0
合计\t\t\t\t\t\t15.5
评估价值合计（大写）：壹拾伍万伍仟元整
"""
    )
    assert found["collateral"] == ["砖木平房", "手扶拖拉机"]
    assert found["appraised_value"] == ["125000.00 CNY", "30000.00 CNY"]
    assert found["area_m2"] == "96.4"


def test_the_things_of_a_list_in_blocks_keep_their_values_apart() -> None:
    found = all_said(
        """抵押财产清单
抵押人：平川县兴旺养殖专业合作社
抵押权人：平川县农村信用合作联社
财产一
  名称：肉牛圈舍
  评估价值：40万元
财产二
  名称：饲料粉碎机
  评估价值：5.5万元
"""
    )
    assert found["collateral"] == ["肉牛圈舍", "饲料粉碎机"]
    assert found["appraised_value"] == ["400000.00 CNY", "55000.00 CNY"]


def test_rows_with_no_stroke_between_them_are_rows_of_an_open_table() -> None:
    found = all_said(
        """抵押物清单
────┬──┬──┬────┬────┬───
　　　　│规│数│原值　　│基期　　│
抵押物　│　│　│（万　　│价值　　│备
名称　　│格│量│元）　　│（万元）│注
────┼──┼──┼────┼────┼───
插秧机　│　│２│ 9.60　 │ 7.20　 │
烘干机　│　│１│ 21.00　│ 15.50　│
────┴──┴──┴────┴────┴───
抵押人公章：平川县兴旺农机专业合作社　　　　抵押权人公章：平川县农村信用合作联社
"""
    )
    assert found["collateral"] == ["插秧机", "烘干机"]
    assert found["appraised_value"] == ["72000.00 CNY", "155000.00 CNY"]
    assert found["mortgagor"] == "平川县兴旺农机专业合作社"


def test_a_list_of_deposits_tells_what_each_is_worth() -> None:
    found = all_said(
        """个人定期存单质押合同
出质人：车有才
质权人：平川县农村商业银行股份有限公司
借款本金：人民币柒万元整\t期限：2019-03-04 至 2020-03-03
存单户名\t存单号码\t币种\t金额（元）\t到期日
车有才\t平00112233\t人民币\t50000.00\t2021-06-01
车有才\t平00112234\t人民币\t30000.00\t2021-07-09
"""
    )
    assert found["collateral_value"] == ["50000.00 CNY", "30000.00 CNY"]
    assert found["secured_amount"] == "70000.00 CNY"


def test_several_mortgagors_are_counted_each_on_a_line() -> None:
    reading = read(
        """最高额抵押合同
抵押权人（全称）：平川县农村商业银行股份有限公司柳河支行
抵押人（全称）：（1）周德厚
              （2）林秀珍
              （3）

鉴于抵押人愿为抵押权人与平川县丰禾农资有限公司（下称债务人）签订的一系列业务合同提供最高额抵押担保，订立本合同。
"""
    )

    assert said(reading, "mortgagor") == ["周德厚", "林秀珍"]
    assert said(reading, "mortgagee") == "平川县农村商业银行股份有限公司柳河支行"


def test_a_counter_guarantee_by_mortgage_is_a_mortgage_with_two_id_numbers() -> None:
    reading = read(
        f"""抵押反担保合同
合同编号：平担抵反字（2017）第009号
抵押权人：平川县农业信贷担保有限责任公司
抵押人：夏国柱  曹小英（夫妻）
身份证号码：{ID}  {OTHER_ID}
"""
    )

    assert reading.doc_type == "mortgage_contract"
    assert said(reading, "mortgagor") == ["夏国柱", "曹小英"]
    assert said(reading, "id_number") == [ID, OTHER_ID]


def test_the_heads_of_a_list_without_a_frame_are_no_things() -> None:
    reading = read(
        """抵 押 物 清 单
抵押人：段继业         抵押权人：平川县农村信用合作联社营业部
序号  抵押物名称   数量及单位  规格型号   权属证明及编号     评估价（元）  抵押价（元）
1     砖混住宅     1套 132.6㎡            平房权证城关字第20331号   265200        159000
"""
    )

    assert "collateral" not in reading.fields
    assert said(reading, "appraised_value") == "265200.00 CNY"


def test_who_pledges_for_a_loan_of_his_own_is_the_borrower() -> None:
    found = all_said(
        """车辆质押合同
质押人：_____卜向东_____（以下简称甲方）。
质押权人：_____平川县永通典当有限公司_____（以下简称乙方）。
第一条：甲方以自有_____东风轻型货车（车牌号平A1123）_____作为质押物，向乙方借款人民币_____肆万元_____元。
第二条：质押借款费率按__月__息__1.5__分计算。
甲方：____卜向东____          乙方：__________
"""
    )
    assert found["borrower"] == "卜向东"
    assert found["collateral"] == "东风轻型货车（车牌号平A1123）"
    assert found["secured_amount"] == "40000.00 CNY"
    assert found["rate"] == "1.5 percent_month"


def test_who_pledges_for_another_is_not_the_borrower() -> None:
    found = all_said(
        """存单质押合同
出质人（甲方）：卜向东
质权人（乙方）：平川县农村信用合作联社
第一条 甲方自愿以存单为借款人向乙方的借款提供质押担保。
"""
    )
    assert "borrower" not in found


def test_the_last_day_of_a_deposit_is_not_that_of_the_loan() -> None:
    found = all_said(
        """存单质押合同
出质人：卜向东
质权人：平川县农村信用合作联社
第一条 本金为人民币伍万元整，期限自2010年5月19日至2011年5月18日。
第二条 存单户名__卜向东__，存单号码__平00112233__，金额__陆万元整__，到期日__2011__年__11__月__30__日。
"""
    )
    assert found["end_date"] == "2011-05-18"
    assert found["collateral_value"] == "60000.00 CNY"


def test_the_number_of_a_second_mortgagor_stands_alone_under_the_first() -> None:
    other = invented_id("340828", "19770226")
    found = all_said(
        f"""房地产抵押合同
抵押人（甲方）：储兰、方和
抵押权人（乙方）：新石县农村信用合作联社
甲方（签章）：储兰  方和                乙方（签章）：
身份证号码：{ID}        负责人：程高
            {other}
"""
    )
    assert found["id_number"] == [ID, other]


def test_a_thing_ends_where_its_pledgee_is_named() -> None:
    found = all_said(
        """仓单质押合同
出质人：卜向东
质权人：平川县农村信用合作联社
为保障《借款合同》项下债权的实现，出质人愿以其持有的仓单向质权人提供质押。
1. 质押财产：玉米仓单 2 张，质物价值人民币捌万元。
"""
    )
    assert found["collateral"] == "玉米仓单2张"


def test_shares_pledged_for_a_named_debtor() -> None:
    found = all_said(
        """权利质押合同
甲方（出质人）：平川县青峰茶业有限责任公司
乙方（质权人）：平川农村商业银行股份有限公司
第一条 甲方以其持有的平川县茶园开发有限公司8%的股权，为平川县云雾茶厂与乙方签订的平农借字2021年第021号《流动资金借款合同》（主合同）提供质押担保。
"""
    )
    assert found["collateral"] == "平川县茶园开发有限公司8%的股权"
    assert found["borrower"] == "平川县云雾茶厂"


def test_the_sum_of_a_list_is_no_thing_where_its_number_is_left_blank() -> None:
    found = all_said(
        """抵押合同
抵押人（甲方）：卜向东
抵押权人（乙方）：平川县农村信用合作联社
抵押财产见下表：
序号\t抵押物名称\t权属证书号码\t评估价值（元）
1\t住宅\t平房字第0011223号\t410000
2\t门面\t平房字第0011224号\t130000
\t合计\t\t540000
"""
    )
    assert found["collateral"] == ["住宅", "门面"]


def test_the_members_of_a_group_in_numbered_lines_are_its_borrowers() -> None:
    found = all_said(
        f"""农户联保贷款借款合同
联保小组成员（即借款人、保证人）：
1. 成长仓   身份证号 {ID}   住址 平川县店头镇成家村二组
2. 秦  明   身份证号 {invented_id(birth="19850228")}   住址 平川县店头镇成家村二组
3.  /       身份证号  /      住址  /
贷款人：平川县农村信用合作联社店头信用社
"""
    )
    assert found["borrower"] == ["成长仓", "秦明"]


def test_a_title_named_in_a_sentence_without_a_colon() -> None:
    found = all_said(
        """抵押合同
抵押人：卜向东
抵押权人：平川县农村信用合作联社
第一条 该房地产座落于  平川县柳镇南街12号
第二条 抵押财产为住宅，产权证编号平房权证南字第0011223号，双方确认价值为人民币壹拾万元整。
"""
    )
    assert found["title_certificate_no"] == "平房权证南字第0011223号"
    assert found["location"] == "平川县柳镇南街12号"
