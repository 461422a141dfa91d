"""Word documents: what a reader sees in them, in order, and packages that must not be opened."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extractors.content import Content
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content
from extractors.understand import understand

SETTINGS = ReadingSettings()
W = nsdecls("w")


def opened(build: Callable[[docx.document.Document], None]) -> Content:
    document = docx.Document()
    build(document)
    return open_content(saved(document), SETTINGS)


def saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_paragraph(xml: str) -> Content:
    return opened(
        lambda document: document.element.body.insert(0, parse_xml(f"<w:p {W}>{xml}</w:p>"))
    )


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for entry in old.infolist():
            body = old.read(entry)
            new.writestr(entry.filename, change(body) if entry.filename == part else body)
    return out.getvalue()


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("借款合同")
        table = document.add_table(2, 2)
        for cell, text in zip(
            table._cells, ("借款人", "赵春燕", "金额", "伍万元整\n50,000.00"), strict=True
        ):
            cell.text = text
        document.add_paragraph("以下无正文")

    content = opened(build)

    assert content.text.split("\n") == [
        "借款合同",
        "借款人 赵春燕",
        "金额 伍万元整 50,000.00",
        "以下无正文",
    ]
    (table,) = content.pages[0].tables
    assert [(c.row, c.column, c.text) for c in table.cells] == [
        (0, 0, "借款人"),
        (0, 1, "赵春燕"),
        (1, 0, "金额"),
        (1, 1, "伍万元整\n50,000.00"),
    ]
    assert content.pages[0].lines[0].words[0].box is None


def test_a_merged_cell_stands_once_with_its_spans() -> None:
    def build(document: docx.document.Document) -> None:
        table = document.add_table(3, 3)
        for number, cell in enumerate(table._cells):
            cell.text = str(number)
        table.cell(0, 0).merge(table.cell(2, 0))
        table.cell(0, 1).merge(table.cell(0, 2))

    (table,) = opened(build).pages[0].tables

    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in table.cells}
    assert spans == {
        (0, 0): (3, 1),
        (0, 1): (1, 2),
        (1, 1): (1, 1),
        (1, 2): (1, 1),
        (2, 1): (1, 1),
        (2, 2): (1, 1),
    }


def test_headers_and_footers_are_read_once() -> None:
    def build(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "青河县农村信用社"
        document.add_paragraph("正文")
        document.add_section()
        document.sections[0].footer.paragraphs[0].text = "合同编号 0386"

    assert opened(build).text.split("\n") == ["青河县农村信用社", "正文", "合同编号 0386"]


def test_the_line_of_a_form_and_what_is_written_on_it_survive() -> None:
    line = '<w:rPr><w:u w:val="single"/></w:rPr>'
    content = with_paragraph(
        "<w:r><w:t>自</w:t></w:r>"
        f'<w:r>{line}<w:t xml:space="preserve"> 2017 </w:t></w:r>'
        "<w:r><w:t>年</w:t></w:r>"
        f'<w:r>{line}<w:t xml:space="preserve">　　</w:t></w:r>'
        "<w:r><w:t>月</w:t></w:r>"
    )

    assert content.text == "自_2017_年＿＿月"


def test_deleted_struck_out_and_hidden_text_is_not_read_and_changes_are_noted() -> None:
    content = with_paragraph(
        "<w:r><w:t>金额</w:t></w:r>"
        '<w:del w:id="1" w:author="x"><w:r><w:delText>伍万元</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>陆万元</w:t></w:r></w:ins>'
        "<w:r><w:rPr><w:strike/></w:rPr><w:t>柒万元</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>捌万元</w:t></w:r>"
        '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>整</w:t></w:r>'
    )

    assert content.text == "金额陆万元整"
    assert content.notes == ("tracked_changes",)


def test_content_controls_tabs_breaks_and_boxes_are_read() -> None:
    content = with_paragraph(
        "<w:r><w:t>借款人</w:t><w:tab/></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>赵春燕</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:r><w:br/><w:t>用途</w:t></w:r>"
        '<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>生产</w:t>'
        '<w:sym w:font="Wingdings" w:char="F0A8"/><w:t>消费</w:t></w:r>'
    )

    assert content.text == "借款人\t赵春燕\n用途☑生产□消费"


def test_what_a_content_control_asks_for_is_a_line_to_write_on_until_somebody_does() -> None:
    content = with_paragraph(
        "<w:r><w:t>借款用途：</w:t></w:r>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>"
    )

    assert content.text == "借款用途：____"


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>抵押贷款</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    content = with_paragraph(
        f"<w:r><mc:AlternateContent {mc}>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>借款合同</w:t></w:r>"
    )

    assert content.text == "借款合同\n抵押贷款"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/settings.xml", "_rels/.rels"])
def test_a_document_type_declaration_anywhere_is_refused(part: str, encoding: str) -> None:
    def declare(body: bytes) -> bytes:
        _declaration, _end, rest = body.decode().partition("?>")
        head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "b">]>'
        return (head + rest).encode(encoding)

    data = changed(saved(docx.Document()), part, declare)

    with pytest.raises(Unreadable) as refusal:
        open_content(data, SETTINGS)
    assert refusal.value.code == "forbidden_markup"


def test_what_unpacks_to_far_more_than_a_document_is_refused() -> None:
    bomb = changed(
        saved(docx.Document()),
        "word/document.xml",
        lambda body: body.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_000_000),
    )

    with pytest.raises(Unreadable) as refusal:
        open_content(bomb, SETTINGS)
    assert refusal.value.code == "zip_bomb"


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.sources.package.MOST_UNPACKED", 1_000_000)
    data = bytearray(
        changed(saved(docx.Document()), "word/document.xml", lambda body: body + b" " * 3_000_000)
    )
    # The central directory announces 3 MB: make it say 3 bytes, as in a crafted package.
    at = data.rfind(b"PK\1\2", 0, data.rfind(b"word/document.xml"))
    data[at + 24 : at + 28] = (3).to_bytes(4, "little")

    with pytest.raises(Unreadable):
        open_content(bytes(data), SETTINGS)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_half_a_word_file_is_refused_without_a_traceback(share: float) -> None:
    data = saved(docx.Document())

    with pytest.raises(Unreadable):
        open_content(data[: int(len(data) * share)], SETTINGS)


def test_a_package_without_its_document_is_refused() -> None:
    data = changed(
        saved(docx.Document()), "word/document.xml", lambda body: b"<broken" + body[:100]
    )

    with pytest.raises(Unreadable) as refusal:
        open_content(data, SETTINGS)
    assert refusal.value.code == "unreadable"


def listed(*paragraphs: tuple[str, int, str], levels: dict[int, tuple[str, str]]) -> list[str]:
    """Return the lines of a document whose lists 91 and 92 have these levels: (format, text)."""
    abstract = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text) in levels.items()
    )

    def build(document: docx.document.Document) -> None:
        root = document.part.numbering_part.element
        root.insert(
            0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="91">{abstract}</w:abstractNum>')
        )
        same = '<w:abstractNumId w:val="91"/>'
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        root.append(parse_xml(f'<w:num {W} w:numId="91">{same}</w:num>'))
        root.append(parse_xml(f'<w:num {W} w:numId="92">{same}{anew}</w:num>'))
        for number, depth, text in paragraphs:
            paragraph = document.add_paragraph(text)
            paragraph._p.get_or_add_pPr().append(
                parse_xml(
                    f'<w:numPr {W}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
                )
            )

    return [line.text for line in opened(build).pages[0].lines]


def test_the_numbers_word_prints_before_clauses_are_read() -> None:
    assert listed(
        ("91", 0, "借款用途"), ("91", 1, "信用"), ("91", 1, "抵押"), ("91", 0, "借款期限"),
        ("91", 1, "一年"),
        levels={0: ("chineseCounting", "第%1条"), 1: ("decimal", "%2.")},
    ) == ["第一条 借款用途", "1. 信用", "2. 抵押", "第二条 借款期限", "1. 一年"]  # fmt: skip


def test_clauses_are_counted_past_ten_as_people_count() -> None:
    lines = listed(
        *(("91", 0, "条款") for _ in range(21)), levels={0: ("chineseCountingThousand", "%1、")}
    )
    assert lines[9] == "十、条款"
    assert lines[10] == "十一、条款"
    assert lines[20] == "二十一、条款"


def test_a_list_that_starts_anew_is_counted_from_one() -> None:
    assert listed(
        ("91", 0, "甲"), ("91", 0, "乙"), ("92", 0, "丙"), levels={0: ("decimal", "（%1）")}
    ) == ["（1）甲", "（2）乙", "（1）丙"]


def test_a_level_tells_those_above_it_and_bullets_print_no_number() -> None:
    levels = {0: ("decimal", "%1"), 1: ("decimal", "%1.%2"), 2: ("bullet", "●")}
    assert listed(("91", 0, "总则"), ("91", 1, "用途"), ("91", 2, "化肥"), levels=levels) == [
        "1 总则", "1.1 用途", "化肥",
    ]  # fmt: skip


def test_an_answer_by_number_finds_the_choice_that_word_numbers() -> None:
    def build(document: docx.document.Document) -> None:
        document.add_paragraph("借款合同")
        document.add_paragraph("借款人：赵春燕")
        document.add_paragraph("担保方式为下列第 2 种：")
        for text in ("信用；", "抵押；", "保证。"):
            document.add_paragraph(text, style="List Number")

    reading = understand(opened(build), SETTINGS)

    assert [str(one.value) for one in reading.fields["guarantee_method"]] == ["抵押"]
