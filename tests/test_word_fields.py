"""Captions numbered and contents listed in the finished document, as Word would update them."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from templates import pdf
from templates.build.blocks import paragraph, when
from templates.build.captions import caption
from templates.build.front import contents, cover, end_of_front
from templates.build.package import Page, document
from templates.document import Document
from templates.package import W
from templates.word_fields.printing import copy_to_print
from templates.word_template import compiled
from tests.templates_reading import parts_of, text_of, with_text


@dataclasses.dataclass(frozen=True, kw_only=True)
class Report(Document):
    """A document with a part that may be missing and a heading with a value in it."""

    unit: str
    extra: str | None = None


def made(values: Report, language: str = "zh", change: tuple[str, str] = ("", "")) -> bytes:
    """Return a report with cover, contents, three tables and two levels of headings."""
    body = [
        *cover("某某县联社", "工作总结", ["草稿"], "2026年1月5日"),
        *contents(language),
        *end_of_front(),
        paragraph("工作总结", "Title"),
        paragraph("一、{{ unit }}的情况", "Heading1"),
        caption("table", "余额", language),
        *when(
            "extra",
            [paragraph("（一）{{ extra }}", "Heading2"), caption("table", "其他", language)],
        ),
        caption("figure", "走势", language),
        caption("table", "户数", language),
        paragraph("附件", "AppendixTitle"),
    ]
    page = document(Page(language=language, title="", header=("甲", "乙")), body)
    if change[0]:
        page = with_text(page, *change)
    return compiled(page, name="x.docx", kind=Report, language=language).render(values)


def contents_of(content: bytes) -> list[str]:
    lines = text_of(content).splitlines()
    start = lines.index("目　录") + 1
    return lines[start : lines.index("工作总结", start)]


def test_captions_are_numbered_as_they_stand_in_the_finished_document() -> None:
    whole = text_of(made(Report(unit="东河支行", extra="专项")))
    short = text_of(made(Report(unit="东河支行")))

    assert re.findall(r"[表图]\d.*", whole) == ["表1  余额", "表2  其他", "图1  走势", "表3  户数"]
    assert re.findall(r"[表图]\d.*", short) == ["表1  余额", "图1  走势", "表2  户数"]


def test_the_contents_list_the_headings_that_are_there_and_no_page_numbers() -> None:
    whole = contents_of(made(Report(unit="东河支行", extra="专项")))
    short = contents_of(made(Report(unit="东河支行")))

    assert whole[:3] == ["一、东河支行的情况", "（一）专项", "附件"]
    assert short[:2] == ["一、东河支行的情况", "附件"]
    assert "更新域" in whole[3]
    assert "工作总结" not in whole


def test_each_line_of_the_contents_leads_to_its_heading() -> None:
    body = etree.fromstring(parts_of(made(Report(unit="东河支行")))["word/document.xml"])

    marks = {one.get(f"{W}name") for one in body.iter(f"{W}bookmarkStart")}
    links = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")]
    asked = [one.text or "" for one in body.iter(f"{W}instrText")]
    assert len(links) == 2
    assert set(links) <= marks
    assert [text.split()[1] for text in asked if "PAGEREF" in text] == links


def test_the_field_stays_a_field_that_word_can_update() -> None:
    body = etree.fromstring(parts_of(made(Report(unit="东河支行")))["word/document.xml"])

    kinds = [one.get(f"{W}fldCharType") for one in body.iter(f"{W}fldChar")]
    assert [kinds.count(kind) for kind in ("begin", "separate", "end")] == [6, 6, 6]
    assert any((one.text or "").strip().startswith("TOC") for one in body.iter(f"{W}instrText"))


def test_the_text_begins_on_page_one_behind_a_front_without_page_numbers() -> None:
    body = etree.fromstring(parts_of(made(Report(unit="东河支行")))["word/document.xml"])

    front, text = list(body.iter(f"{W}sectPr"))
    assert front.find(f"{W}footerReference") is None
    assert text.find(f"{W}footerReference") is not None
    start = text.find(f"{W}pgNumType")
    assert start is not None
    assert start.get(f"{W}start") == "1"


@pytest.mark.parametrize(("language", "label"), [("es", "Cuadro 1. "), ("en", "Table 1. ")])
def test_captions_bear_the_words_of_their_language(language: str, label: str) -> None:
    assert f"\n{label}余额\n" in text_of(made(Report(unit="x"), language))


def test_a_number_that_a_clerk_set_himself_is_left_alone() -> None:
    once = made(Report(unit="x"), change=("SEQ 图 \\* ARABIC", "SEQ 图 \\* ARABIC \\r 7"))
    other = made(Report(unit="x"), change=("SEQ 图 \\* ARABIC", "SEQ 表 \\* ARABIC"))

    assert "图1  走势" in text_of(once)
    assert "表3  户数" in text_of(other)
    assert "表2  户数" in text_of(once)


def test_the_same_values_give_the_same_bytes() -> None:
    assert made(Report(unit="x", extra="y")) == made(Report(unit="x", extra="y"))


def copied(folder: Path, content: bytes) -> bytes:
    (folder / "x.docx").write_bytes(content)
    copy_to_print(folder / "x.docx", folder / "copy.docx")
    return (folder / "copy.docx").read_bytes()


def test_the_copy_for_printing_has_plain_contents_that_libreoffice_numbers(tmp_path: Path) -> None:
    whole = made(Report(unit="东河支行", extra="专项"))

    copy = copied(tmp_path, whole)

    body = etree.fromstring(parts_of(copy)["word/document.xml"])
    asked = [(one.text or "").split()[0] for one in body.iter(f"{W}instrText")]
    assert asked == ["PAGEREF"] * 3 + ["SEQ"] * 4
    assert "更新域" not in text_of(copy)
    assert contents_of(copy)[:3] == contents_of(whole)[:3]


def test_a_document_without_contents_is_its_own_copy_for_printing(tmp_path: Path) -> None:
    page = Page(language="zh", title="", header=("", ""))
    plain = document(page, [paragraph("TOC", "BodyText")])

    assert copied(tmp_path, plain) == plain


@pytest.mark.slow
def test_a_pdf_has_contents_with_page_numbers(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(made(Report(unit="东河支行")))

    (made_pdf,) = pdf.beside([tmp_path / "x.docx"])

    pages = pypdfium2.PdfDocument(made_pdf)
    printed = pages[1].get_textpage().get_text_bounded().replace(" ", "")
    assert re.search(r"一、东河支行的情况\.+1", printed)


def test_a_spacer_before_a_new_page_or_the_end_takes_no_page_of_its_own() -> None:
    body = [
        paragraph("甲"), paragraph("", "Note"), paragraph("乙"), paragraph("", "Note"),
        *when("extra", [paragraph("附件", page_break=True), paragraph("", "Note")]),
    ]  # fmt: skip

    made = document(Page(language="zh", title="", header=("", "")), body)

    tree = etree.fromstring(parts_of(made)["word/document.xml"])
    styles = [one.get(f"{W}val") for one in tree.iter(f"{W}pStyle")]
    assert [style for style in styles if style in ("Note", "Last")] == ["Note", "Last", "Last"]
