"""Print files: many documents in one, and each as it would be by itself."""

from __future__ import annotations

import dataclasses
import io
from datetime import date

import docx
import pytest
from lxml import etree

from benchmarks.notices import Notice, layout, notices
from templates.batch.joined import NotJoinable, joined
from templates.build.blocks import paragraph
from templates.build.package import Page, document
from templates.numbering import draft_number
from templates.word_template import WordTemplate, compiled
from tests.templates_reading import W, packed, parts_of, with_text

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
THREE = [
    dataclasses.replace(one, draft_number=draft_number("n", "zh", date(2026, 1, 5), "", one))
    for one in notices(3)
]


def template_of(content: bytes) -> WordTemplate:
    return compiled(content, name="notice.docx", kind=Notice, language="zh")


def printed(content: bytes, values: list[Notice] = THREE) -> bytes:
    template = template_of(content)
    return joined(template, [template.parts(one) for one in values])


def body_text(content: bytes) -> list[str]:
    tree = etree.fromstring(parts_of(content)["word/document.xml"])
    return [one.text or "" for one in tree.iter(f"{W}t")]


def sections_of(content: bytes) -> list[etree._Element]:
    return list(etree.fromstring(parts_of(content)["word/document.xml"]).iter(f"{W}sectPr"))


def headers_of(content: bytes) -> list[str]:
    return [
        "".join(p.text for p in section.header.paragraphs)
        for section in docx.Document(io.BytesIO(content)).sections
    ]


def own(*body: str, page: Page | None = None) -> bytes:
    page = page or Page(language="zh", title="试", header=("", "{{ number }}"))
    return document(page, body)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return printed(layout())


def test_the_words_are_those_of_the_documents_one_after_the_other(whole: bytes) -> None:
    template = template_of(layout())

    alone = [text for one in THREE for text in body_text(template.render(one))]

    assert body_text(whole) == alone


def test_each_section_has_the_header_of_its_document(whole: bytes) -> None:
    shown = headers_of(whole)

    assert [one.number in text for one, text in zip(THREE, shown, strict=True)] == [True] * 3
    assert [str(one.draft_number) in text for one, text in zip(THREE, shown, strict=True)] == [
        True
    ] * 3


def test_each_section_shows_the_code_of_its_document(whole: bytes) -> None:
    template = template_of(layout())
    expected = [parts_of(template.render(one))["word/media/draft_number.png"] for one in THREE]

    shown = [
        next(part.blob for part in section.header.part.related_parts.values())
        for section in docx.Document(io.BytesIO(whole)).sections
    ]

    assert shown == expected


def test_pages_are_numbered_from_one_in_each(whole: bytes) -> None:
    starts = [one.find(f"{W}pgNumType") for one in sections_of(whole)]

    assert [one is not None and one.get(f"{W}start") for one in starts] == ["1"] * 3


def test_no_document_gets_an_empty_paragraph_more(whole: bytes) -> None:
    template = template_of(layout())

    alone = sum(
        parts_of(template.render(one))["word/document.xml"].count(b"<w:p>") for one in THREE
    )

    assert parts_of(whole)["word/document.xml"].count(b"<w:p>") == alone


def test_a_footer_that_says_the_same_stands_once(whole: bytes) -> None:
    footers = [part for part in parts_of(whole) if "/footer" in part and part.endswith(".xml")]

    assert len(footers) == 1


def test_a_header_that_says_the_same_stands_once() -> None:
    content = own(
        paragraph("{{ number }}"),
        page=Page(language="zh", title="试", header=("", "{{ manager }}")),
    )
    same = [dataclasses.replace(one, draft_number=None, manager="陈立平") for one in THREE]

    made = printed(content, same)

    assert len([part for part in parts_of(made) if part.startswith("word/header")]) == 1


def test_one_document_alone_is_a_print_file_too() -> None:
    assert headers_of(printed(layout(), THREE[:1])) == headers_of(printed(layout()))[:1]


def test_the_same_documents_give_the_same_bytes(whole: bytes) -> None:
    assert printed(layout()) == whole


def test_every_part_named_is_there_and_has_a_type(whole: bytes) -> None:
    parts = parts_of(whole)
    types = etree.fromstring(parts["[Content_Types].xml"])
    named = {one.get("PartName", "")[1:] for one in types if "PartName" in one.attrib}
    endings = {one.get("Extension") for one in types if "Extension" in one.attrib}

    assert named <= parts.keys()
    assert [p for p in parts if p not in named and p.rsplit(".", 1)[-1] not in endings] == []
    assert next(iter(parts)) == "[Content_Types].xml"


def test_a_table_at_the_end_is_followed_by_a_line_as_low_as_can_be() -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"

    made = printed(own(paragraph("{{ number }}"), table))

    body = etree.fromstring(parts_of(made)["word/document.xml"])[0]
    after = [one.getnext() for one in body.iter(f"{W}tbl")]
    assert len(after) == 3
    assert all(one is not None and one.find(f"{W}pPr/{W}sectPr") is not None for one in after[:2])


def test_pages_of_all_documents_are_counted_as_those_of_each() -> None:
    total = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> NUMPAGES </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )

    made = printed(own(paragraph("NUMPAGES {{ number }}"), total))

    xml = parts_of(made)["word/document.xml"]
    assert xml.count(b"> SECTIONPAGES <") == 3
    assert xml.count(b">NUMPAGES ") == 3


def test_a_section_without_a_header_does_not_show_the_one_before() -> None:
    break_ = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="9" w:h="9"/></w:sectPr></w:pPr></w:p>'

    made = printed(own(paragraph("{{ number }}"), break_, paragraph("附")))

    shown = headers_of(made)
    assert [bool(text) for text in shown] == [False, True] * 3
    starts = [one.find(f"{W}pgNumType") is not None for one in sections_of(made)]
    assert starts == [True, False] * 3


def test_pictures_bear_different_numbers_in_the_whole_file() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:docPr id="4" name="a"/></wp:inline></w:drawing></w:r></w:p>'
    )

    made = printed(own(paragraph("{{ number }}"), drawing, drawing))

    tree = etree.fromstring(parts_of(made)["word/document.xml"])
    ids = [one.get("id") for one in tree.iter("{*}docPr")]
    assert len(ids) == 6
    assert len(set(ids)) == 6


def test_bookmarks_do_not_stand_twice() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'

    made = printed(own(paragraph("{{ number }}").replace("</w:p>", f"{mark}</w:p>")))

    assert b"bookmark" not in parts_of(made)["word/document.xml"]


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ('<w:footnoteReference w:id="2"/>', "footnotes"),
        ('<w:endnoteReference w:id="2"/>', "footnotes"),
        ('<w:commentReference w:id="2"/>', "comments"),
        ("<c:chart xmlns:c='c'/>", "charts"),
    ],
)
def test_what_would_be_doubled_is_refused_by_name(inside: str, reason: str) -> None:
    with pytest.raises(NotJoinable, match=reason):
        printed(own(f"<w:p><w:r>{inside}</w:r></w:p>", paragraph("{{ number }}")))


def test_numbering_that_would_go_on_is_refused() -> None:
    numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'

    with pytest.raises(NotJoinable, match="automatic numbering"):
        printed(own(numbered, paragraph("{{ number }}")))


def test_numbering_of_a_style_is_refused() -> None:
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    plain = "<w:qFormat/><w:pPr>"
    content = with_text(layout(), plain, plain + numbered, part="word/styles.xml")

    with pytest.raises(NotJoinable, match="automatic numbering"):
        printed(content)


def test_a_code_that_was_moved_into_the_body_is_each_documents_own() -> None:
    parts = parts_of(layout())
    header = parts["word/header1.xml"].decode()
    start, end = header.index("<w:drawing>"), header.index("</w:drawing>") + len("</w:drawing>")
    drawing = header[start:end]
    parts["word/header1.xml"] = (header[:start] + header[end:]).encode()
    related = parts.pop("word/_rels/header1.xml.rels").decode()
    picture = related[related.index("<Relationship ") : related.index("</Relationships>")]
    embedded = drawing.split('r:embed="')[1].split('"')[0]
    drawing = drawing.replace(f'r:embed="{embedded}"', 'r:embed="rIdCode"')
    picture = picture.replace(f'Id="{embedded}"', 'Id="rIdCode"')
    named, body = "word/_rels/document.xml.rels", "word/document.xml"
    parts[named] = parts[named].replace(b"</Relationships>", f"{picture}</Relationships>".encode())
    first = parts[body].decode().replace("</w:p>", f"<w:r>{drawing}</w:r></w:p>", 1)
    parts[body] = first.encode()
    content = packed(parts)

    made = docx.Document(io.BytesIO(printed(content)))

    shown = [one.get(f"{R}embed") for one in made.element.iter("{*}blip")]
    template = template_of(content)
    assert [made.part.related_parts[one].blob for one in shown] == [
        template.parts(one)["word/media/draft_number.png"] for one in THREE
    ]
