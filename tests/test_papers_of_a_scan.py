"""Where papers begin in a scan of several, which are copies, and what must not be cut."""

from __future__ import annotations

import pytest

from extractors.papers import (
    SURE,
    is_sure,
    pages_from_text,
    pages_text,
    understand_parts,
    understand_scan,
)
from extractors.reading import Reading
from extractors.settings import ReadingSettings
from tests.typed_paper import codes, invented_id, said, typed

ID = invented_id()
OTHER_ID = invented_id(order="617")

CONTRACT = f"""农户借款合同
合同编号：（2025）信借字第0042号
借款人：周大山　　身份证号：{ID}
贷款人：青河县农村信用合作联社
一、借款金额：人民币（大写）伍万元整（¥50,000.00）
二、借款期限：自2025年3月1日至2026年2月28日
三、月利率：7.5‰
签订日期：2025年3月1日"""
CLAUSES = """第八条 借款人应当按期足额偿还借款本息。
第九条 本合同未尽事宜，由双方协商解决。
第十条 本合同一式三份，双方各执一份。"""
NOTE = """借款借据
借据编号：JJ20250042
借款人：周大山
合同编号：（2025）信借字第0042号
借款金额（大写）：伍万元整　小写：¥50,000.00
借款日期：2025年3月1日　到期日：2026年2月28日
月利率：7.5‰"""
MORTGAGE = f"""抵押合同
合同编号：（2025）信抵字第0042号
抵押人：周大山　　身份证号：{ID}
抵押权人：青河县农村信用合作联社
为确保（2025）信借字第0042号借款合同的履行，抵押人愿意提供抵押担保。
抵押物名称：住房一套
评估价值：人民币玖万元整
签订日期：2025年3月1日"""


def scan(*pages: str) -> Reading:
    return understand_scan(typed("\f".join(pages)), ReadingSettings())


def cut(reading: Reading) -> list[tuple[str, str | None]]:
    return [(pages_text(part.pages), part.reading.doc_type) for part in reading.parts]


def test_a_file_scanned_in_one_go_is_cut_where_titles_stand() -> None:
    reading = scan(CONTRACT, CLAUSES, NOTE, MORTGAGE)

    assert cut(reading) == [("1-2", "loan_contract"), ("3", "iou"), ("4", "mortgage_contract")]
    assert is_sure(reading.parts)
    assert said(reading.parts[1].reading, "iou_no") == "JJ20250042"
    assert reading.parts[1].reading.fields["iou_no"][0].page == 3


def test_the_reading_of_a_cut_scan_speaks_of_its_first_paper() -> None:
    reading = scan(CONTRACT, CLAUSES, NOTE)

    assert (reading.doc_type, reading.pages) == ("loan_contract", 3)
    assert "iou_no" not in reading.fields


def test_a_contract_of_several_pages_is_one_paper() -> None:
    reading = scan(CONTRACT, CLAUSES, CLAUSES)

    assert (reading.doc_type, reading.parts, reading.copies) == ("loan_contract", (), ())


def test_a_title_at_the_head_of_every_page_cuts_nothing() -> None:
    reading = scan(CONTRACT, "农户借款合同\n" + CLAUSES, "农户借款合同\n" + CLAUSES)

    assert reading.parts == ()


def test_a_head_on_a_page_that_says_what_the_first_left_open_cuts_nothing() -> None:
    first = "农户借款合同\n合同编号：信借字第42号\n借款人：周大山\n贷款人：青河县信用社"
    second = (
        "农户借款合同\n借款金额：人民币伍万元整\n借款期限：自2025年3月1日至2026年2月28日\n"
        "月利率：7.5‰\n借款用途：购买化肥\n借款人：周大山"
    )

    assert scan(first, second).parts == ()


def test_a_second_paper_of_the_form_without_a_borrower_read_is_still_its_own() -> None:
    other = NOTE.replace("JJ20250042", "JJ20250043").replace("借款人：周大山\n", "")

    assert len(scan(NOTE, other).parts) == 2


def test_a_page_number_that_goes_on_forbids_a_cut() -> None:
    pages = [CONTRACT, CLAUSES, NOTE]
    numbered = [f"{text}\n第{n}页 共3页" for n, text in enumerate(pages, 1)]

    assert scan(*numbered).parts == ()


def test_numbering_that_begins_again_makes_a_cut_surer() -> None:
    plain = scan(CONTRACT, CLAUSES, NOTE)
    numbered = scan(CONTRACT + "\n第1页 共2页", CLAUSES + "\n第2页 共2页", NOTE + "\n第1页 共1页")

    assert cut(numbered) == cut(plain)
    assert numbered.parts[1].confidence > plain.parts[1].confidence
    assert "numbering" in numbered.parts[1].why


def test_numbering_that_begins_again_without_a_title_is_only_proposed() -> None:
    reading = scan(
        CONTRACT + "\n第1页 共2页",
        CLAUSES + "\n第2页 共2页",
        "以下为客户经理补充说明的内容，与上文无关。\n第1页 共1页",
    )

    assert cut(reading)[1][0] == "3"
    assert reading.parts[1].confidence < SURE
    assert (None, "split_unsure") in codes(reading)


def test_the_face_of_a_certificate_is_no_paper_of_its_own() -> None:
    face = (
        "根据《中华人民共和国民法典》等法律法规，对申请人申请登记的本证明所列权利或事项，"
        "经审查核实，准予登记，颁发此证明。\n登记机构（章）\n2025年1月20日\n编号NO D41001186203"
    )
    inside = (
        "不动产登记证明\n豫（2025）青禾县不动产证明第0000419号\n证明权利或事项：抵押权\n"
        "权利人（申请人）：青禾县农村信用合作联社\n义务人：周水生\n坐落：青禾县城关镇一组"
    )

    reading = scan(face, inside)

    assert not reading.parts
    assert reading.doc_type == "mortgage_registration"


def test_an_annex_stays_with_its_contract() -> None:
    reading = scan(CONTRACT, CLAUSES, "附件一\n抵押物清单\n名称：住房 面积：120平方米")

    assert reading.parts == ()


def test_what_is_announced_as_an_annex_stays_whatever_its_title() -> None:
    assert scan(CONTRACT, CLAUSES, "附件二\n" + NOTE).parts == ()


def test_the_end_of_a_sentence_is_no_title() -> None:
    above = "第七条 " + "为确保本合同项下债权的实现，甲方与乙方另行签订编号为二零二五第零零四二号的"

    assert scan(CONTRACT, above, "抵押合同\n" + CLAUSES).parts == ()


def test_a_signature_line_at_the_foot_of_a_page_does_not_run_on() -> None:
    signed = CLAUSES + "\n签约日期：2025年3月1日　　签约地点：青河县石桥乡石桥村民委员会办公室"

    assert cut(scan(CONTRACT, signed, NOTE)) == [("1-2", "loan_contract"), ("3", "iou")]


def test_a_blank_page_between_papers_stays_with_the_paper_before_it() -> None:
    reading = scan(CONTRACT, "", NOTE)

    assert cut(reading) == [("1-2", "loan_contract"), ("3", "iou")]
    assert "blank_page" in reading.parts[1].why


def test_a_blank_page_within_a_paper_cuts_nothing() -> None:
    assert scan(CONTRACT, "", CLAUSES).parts == ()


def test_the_same_note_printed_three_times_is_one_paper() -> None:
    reading = scan(
        NOTE.replace("借款借据", "借款借据（第一联）"),
        NOTE.replace("借款借据", "借款借据（第二联）"),
        NOTE.replace("借款借据", "借款借据（第三联）"),
    )

    assert (reading.doc_type, reading.parts) == ("iou", ())
    assert reading.copies == ((1,), (2,), (3,))


def test_copies_within_a_file_are_noted_on_their_paper() -> None:
    reading = scan(CONTRACT, NOTE, NOTE, MORTGAGE)

    assert cut(reading) == [("1", "loan_contract"), ("2-3", "iou"), ("4", "mortgage_contract")]
    assert reading.parts[1].reading.copies == ((2,), (3,))


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("JJ20250042", "JJ20250043"),
        ("伍万元整　小写：¥50,000.00", "叁万元整　小写：¥30,000.00"),
        ("借款日期：2025年3月1日", "借款日期：2025年4月1日"),
    ],
)
def test_notes_that_differ_in_number_amount_or_date_are_two_papers(
    printed: str, other: str
) -> None:
    reading = scan(NOTE, NOTE.replace(printed, other))

    assert cut(reading) == [("1", "iou"), ("2", "iou")]


def test_notes_of_two_people_are_two_papers_with_the_party_noted() -> None:
    other = CONTRACT.replace("周大山", "何小满").replace(ID, OTHER_ID).replace("0042", "0043")

    reading = scan(CONTRACT, other)

    assert cut(reading) == [("1", "loan_contract"), ("2", "loan_contract")]
    assert "party" in reading.parts[1].why


def test_two_notes_on_one_page_are_said() -> None:
    other = NOTE.replace("JJ20250042", "JJ20250043").replace("周大山", "何小满")

    reading = scan(NOTE + "\n\n" + other)

    assert (None, "several_papers_on_page") in codes(reading)


def test_one_note_printed_twice_on_a_page_is_one_paper_with_copies() -> None:
    reading = scan(NOTE + "\n\n" + NOTE)

    assert reading.copies == ((1,), (1,))
    assert (None, "several_papers_on_page") not in codes(reading)


def test_a_heading_within_a_report_cuts_nothing() -> None:
    report = (
        "贷后检查报告\n客户名称：周大山\n检查日期：2025年6月1日\n检查人：陈志强\n检查结论：正常"
    )
    more = "三、下一步工作计划\n继续按季检查，督促借款人按期还款。"

    assert scan(report, more).parts == ()


def test_a_scan_with_one_sure_cut_asks_about_papers_of_no_known_form() -> None:
    reading = scan(CONTRACT, NOTE, "征信查询授权书\n本人授权贵社查询个人信用信息。\n周大山")

    assert [pages for pages, _type in cut(reading)] == ["1", "2", "3"]
    assert not is_sure(reading.parts)


def test_an_authorisation_behind_a_contract_alone_stays_with_it() -> None:
    assert scan(CONTRACT, "征信查询授权书\n本人授权贵社查询个人信用信息。").parts == ()


def test_a_spanish_file_is_cut_where_its_note_begins() -> None:
    contract = (
        "CONTRATO DE PRÉSTAMO\nContrato N° 0042-2025\nPrestamista: Cooperativa Valle Verde\n"
        "Prestatario: Ana Quispe Mamani   DNI: 41234567\nMonto: S/ 5,000.00\n"
        "Plazo: 12 meses\nFecha: 5 de marzo de 2025"
    )
    note = (
        "PAGARÉ N° 00042\nDeudor: Ana Quispe Mamani\nMonto: S/ 5,000.00\n"
        "Fecha de emisión: 5 de marzo de 2025\nVencimiento: 5 de marzo de 2026\n"
        "A la orden de Cooperativa Valle Verde"
    )

    assert cut(scan(contract, note)) == [("1", "loan_contract"), ("2", "iou")]


def test_a_person_may_put_pages_together_as_they_like() -> None:
    content = typed("\f".join([CONTRACT, NOTE, CLAUSES]))

    reading = understand_parts(content, [(1, 3), (2,)], ReadingSettings())

    assert cut(reading) == [("1+3", "loan_contract"), ("2", "iou")]
    assert {part.confidence for part in reading.parts} == {1.0}


@pytest.mark.parametrize("pages", [[(1,), (2,)], [(1, 2), (2, 3)], [(1, 2, 3), ()], [(1, 2, 3, 4)]])
def test_every_page_belongs_to_exactly_one_paper(pages: list[tuple[int, ...]]) -> None:
    with pytest.raises(ValueError, match="every page"):
        understand_parts(typed("\f".join([CONTRACT, NOTE, CLAUSES])), pages, ReadingSettings())


@pytest.mark.parametrize("text", ["1", "1-3", "4+9", "1-2+5-7"])
def test_page_numbers_are_written_as_they_are_read(text: str) -> None:
    assert pages_text(pages_from_text(text)) == text


@pytest.mark.parametrize("text", ["", "a", "3-1", "0", "1-", "1,2"])
def test_what_are_no_page_numbers_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        pages_from_text(text)


def test_a_reading_with_parts_and_copies_comes_back_from_json() -> None:
    reading = scan(CONTRACT, NOTE, NOTE)

    assert Reading.from_json(reading.to_json()) == reading
