"""Who is who follows from the paper's own definitions and blocks, never from the letters."""

from __future__ import annotations

import pytest

from tests.typed_paper import invented_id, read, said, table

BORROWER_ID = invented_id(birth="19750101", order="231")
LENDER_HEAD_ID = invented_id(birth="19680412", order="117")
GUARANTOR_ID = invented_id(birth="19810920", order="338")


@pytest.mark.parametrize(
    ("borrower_letter", "lender_letter"), [("甲方", "乙方"), ("乙方", "甲方"), ("丙方", "丁方")]
)
@pytest.mark.parametrize("order", ["role first", "letter first", "called"])
def test_letters_mean_what_the_paper_says(
    borrower_letter: str, lender_letter: str, order: str
) -> None:
    if order == "role first":
        heads = (f"借款人（{borrower_letter}）", f"贷款人（{lender_letter}）")
    elif order == "letter first":
        heads = (f"{borrower_letter}（借款人）", f"{lender_letter}（贷款人）")
    else:
        heads = (f"借款人（以下简称“{borrower_letter}”）", f"贷款人（以下简称“{lender_letter}”）")
    paper = f"""借款合同
{heads[1]}：永丰县农村信用合作联社
负责人：{LENDER_HEAD_ID}   住所：永丰县大道1号   电话：0796-2512345
{heads[0]}：欧阳志远
身份证号码：{BORROWER_ID}   住所：永丰县恩江镇   电话：13907960001
借款金额：50000元
{borrower_letter}：欧阳志远
"""

    reading = read(paper)

    assert said(reading, "borrower") == "欧阳志远"
    assert said(reading, "lender") == "永丰县农村信用合作联社"
    assert said(reading, "id_number") == BORROWER_ID
    assert said(reading, "borrower_address") == "永丰县恩江镇"
    assert said(reading, "phone") == "13907960001"


def test_a_letter_that_nothing_defines_names_nobody() -> None:
    reading = read("借款合同\n甲方：张三丰\n乙方：永丰县农村信用合作联社\n借款金额：50000元\n")

    assert "borrower" not in reading.fields
    assert ("borrower", "required_missing") in {(p.field, p.code) for p in reading.problems}


def test_a_letter_defined_once_is_followed_elsewhere_and_the_misprint_is_understood() -> None:
    paper = """借款合同
贷款人（以下简称“甲方”）与借款人（以下简称“已方”）签订本合同。
甲方：永丰县农村信用合作联社
乙方：张三丰
借款金额：50000元
"""

    reading = read(paper)

    assert said(reading, "borrower") == "张三丰"
    assert said(reading, "lender") == "永丰县农村信用合作联社"


def test_the_id_number_of_a_person_stands_beside_the_legal_representative() -> None:
    paper = f"""借款合同
借款人：张三丰
法定代表人/负责人：身份证 {BORROWER_ID}
贷款人：永丰农商银行
法定代表人/负责人：{LENDER_HEAD_ID}
借款金额：50000元
"""

    assert said(read(paper), "id_number") == BORROWER_ID


def test_a_word_before_a_label_says_whose_it_is() -> None:
    paper = f"""借款合同
借款人：张三丰
保证人身份证号：{GUARANTOR_ID}
借款人身份证号：{BORROWER_ID}
担保经理身份证号：{LENDER_HEAD_ID}
借款金额：50000元
"""

    assert said(read(paper), "id_number") == BORROWER_ID


def test_all_members_of_a_joint_group_are_borrowers_and_empty_places_are_none() -> None:
    paper = f"""农户联保借款合同
贷款人（甲方）：永丰农商银行
借款人（乙方）：
联保小组成员1：张大山  身份证号：{BORROWER_ID}
联保小组成员2：李小河  身份证号：{GUARANTOR_ID}
联保小组成员3：/  身份证号：/
最高借款额度：人民币伍万元整
"""

    reading = read(paper)

    assert said(reading, "borrower") == ["张大山", "李小河"]
    assert said(reading, "id_number") == [BORROWER_ID, GUARANTOR_ID]


def test_several_mortgagors_on_one_line_are_several() -> None:
    reading = read(
        "不动产登记证明",
        table(
            ["证明权利或事项", "抵押权"],
            ["权利人（申请人）", "永丰农商银行"],
            ["义务人", "张三丰、李四妹"],
            ["坐落", "恩江镇18号"],
        ),
    )

    assert said(reading, "mortgagor") == ["张三丰", "李四妹"]


def test_clauses_that_speak_of_parties_name_nobody() -> None:
    paper = """借款合同
借款人：张三丰
借款金额：50000元
第五条 借款人应当按期归还借款。
第六条 贷款人有权提前收回贷款，保证人同意继续承担责任。
第七条 借款人、保证人违约的，贷款人可以依法起诉。
借款人：应当如实提供资料
"""

    reading = read(paper)

    assert said(reading, "borrower") == "张三丰"
    assert "guarantor" not in reading.fields
    assert "lender" not in reading.fields


def test_the_bank_head_of_an_inspection_is_no_borrower() -> None:
    reading = read(
        "贷后检查报告\n客户名称：李四妹\n检查人：陈明、周丽\n复核人：吴刚\n检查日期：2021年3月5日\n"
    )

    assert said(reading, "borrower") == "李四妹"
    assert said(reading, "inspector") == ["陈明", "周丽"]
    assert said(reading, "reviewer") == "吴刚"


def test_spanish_parties_are_defined_in_a_sentence_over_several_lines() -> None:
    paper = """CONTRATO DE MUTUO
Conste por el presente documento el contrato de mutuo que celebran, de una parte, la
COOPERATIVA DE AHORRO Y CRÉDITO SAN ISIDRO LTDA., con RUC N° 20123456786, con domicilio
en Jr. Lima 123, a quien en adelante se le denominará EL MUTUANTE; y de otra parte, la
señora ROSA MAMANI FLORES, identificada con DNI N° 41234567, domiciliada en Av. Los Andes
456, a quien en adelante se le denominará EL MUTUARIO, en los términos siguientes:
Monto: S/ 8,000.00
"""

    reading = read(paper)

    assert said(reading, "lender") == "COOPERATIVA DE AHORRO Y CRÉDITO SAN ISIDRO LTDA."
    assert said(reading, "borrower") == "ROSA MAMANI FLORES"
    assert said(reading, "id_number") == "41234567"


def test_english_parties_are_defined_in_brackets() -> None:
    paper = """LOAN AGREEMENT
THIS AGREEMENT is made on 5th June, 2021 between Green Valley Rural Bank ("the Lender")
and John Kamau Mwangi, ID No. 24567812 of P.O. Box 12, Kisumu ("the Borrower").
Principal: KES 250,000
"""

    reading = read(paper)

    assert said(reading, "lender") == "Green Valley Rural Bank"
    assert said(reading, "borrower") == "John Kamau Mwangi"
    assert said(reading, "id_number") == "24567812"
