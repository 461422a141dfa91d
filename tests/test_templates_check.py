"""Everything a clerk's keyboard, Word and WPS do to a template is found, and said where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from extractors.wording import use_language
from ledger.figure import Figure
from templates.build.blocks import paragraph
from templates.build.package import Page, document
from templates.charts.chart import Chart
from templates.checking.check import Checked, check_parts
from templates.checking.finding import FAULT, NOTE, WARNING, Finding
from templates.document import Document
from templates.package import unpacked
from tests.templates_reading import packed, parts_of, with_text

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A line of a table."""

    product: str
    amount: Figure
    granted_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Document):
    """What the templates of these tests print."""

    borrower: str
    manager: str | None
    known_on: date
    balance: Figure | None
    is_company: bool
    balance_chart: Chart | None
    loans: tuple[Part, ...]


def cell(*texts: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(paragraph(text) for text in texts)}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def letter(*blocks: str) -> bytes:
    page = Page(language="zh", title="试", header=("", ""))
    return document(page, [one if one.startswith("<") else paragraph(one) for one in blocks])


def looked_at(content: bytes) -> Checked:
    return check_parts(unpacked(content, "letter.docx"), Letter, "zh")


def found(*blocks: str) -> list[Finding]:
    return list(looked_at(letter(*blocks)).findings)


def only(*blocks: str) -> Finding:
    (finding,) = found(*blocks)
    return finding


@pytest.fixture
def chinese() -> Iterator[None]:
    use_language("zh")
    yield
    use_language("en")


SOUND = (
    "尊敬的{{ borrower }}：",
    "{%p if manager %}", "管户经理 {{ manager }}", "{%p endif %}",
    "余额{% if balance is none %}不详{% else %}{{ balance|万元 }}万元{% endif %}。",
    "{{ known_on|年月日 }}",
    table(
        row(cell("品种"), cell("金额")),
        row(cell("{%tr for one in loans %}")),
        row(cell("{{ loop.index }}、{{ one.product }}"), cell("{{ one.amount|数值 }}")),
        row(cell("{%tr endfor %}")),
    ),
)  # fmt: skip


def test_a_sound_template_has_nothing_to_find_and_tells_what_it_prints() -> None:
    checked = looked_at(letter(*SOUND))

    assert checked.findings == ()
    assert {"Letter.borrower", "Part.product", "Part.amount"} <= checked.used
    assert "Part.granted_on" not in checked.used


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        # typed with a Chinese keyboard
        ("｛｛ borrower ｝｝", "full_width", "{{ borrower }}"),
        ("｛｛ borrower }}", "full_width", "{{ borrower }}"),
        ("{｛ borrower }｝", "full_width", "{{ borrower }}"),
        ("｛ ｛ borrower ｝ ｝", "full_width", "{{ borrower }}"),
        ("{{ known_on｜年月日 }}", "full_width", "{{ known_on|年月日 }}"),
        ("{{ ｂｏｒｒｏｗｅｒ }}", "full_width", "{{ borrower }}"),
        ("{{\u3000borrower }}", "full_width", "{{ borrower }}"),
        ("{{ borro\u200bwer }}", "full_width", "{{ borrower }}"),
        ("{％ if manager ％}有{% endif %}", "full_width", "{% if manager %}"),
        ("{% if （manager） %}有{% endif %}", "full_width", "{% if (manager) %}"),
        ("{% if borrower ＝＝ ＂甲＂ %}有{% endif %}", "full_width", '== "甲"'),
        ("{borrower}", "single_brace", "{{ borrower }}"),
        ("｛borrower｝", "single_brace", "{{ borrower }}"),
        # not finished
        ("{{ borrower }", "unclosed", "no end"),
        ("{{ borrower", "unclosed", "no end"),
        ("borrower }}", "unclosed", "no beginning"),
        ("｛｛ borrower", "unclosed", "no end"),
        ("{% if manager %}有", "unbalanced", "{% endif %} is missing"),
        ("有{% endif %}", "unbalanced", "no beginning"),
        ("{% else %}", "unbalanced", "outside of any condition"),
        ("{% if manager %}{% for a in loans %}{% endif %}", "unbalanced", "endfor %} is missing"),
        # names
        ("{{ borower }}", "unknown_field", "did you mean borrower?"),
        ("{{ 借款人 }}", "unknown_field", "did you mean borrower?"),
        ("{{ nothing_like_it }}", "unknown_field", "no field nothing_like_it"),
        ("{{ product }}", "unknown_field", "no field product"),
        ("{{ borrower.name }}", "unknown_field", "has no name"),
        ("{% for one in loans %}{{ product }}{% endfor %}", "unknown_field", "mean one.product?"),
        ("{% for one in loans %}{{ one.borrower }}{% endfor %}", "unknown_field", "mean borrower?"),
        ("{% for one in loans %}{{ loop.parent }}{% endfor %}", "unknown_field", "no parent"),
        ("{% for a in loans %}{% endfor %}{{ a.product }}", "outside_loop", "only between its for"),
        # filters and types
        ("{{ known_on|年月 }}", "unknown_filter", "|年月日"),
        ("{{ borrower|upper }}", "unknown_filter", "no filter |upper"),
        ("{{ known_on|万元 }}", "wrong_type", "年月日"),
        ("{{ balance|年月日 }}", "wrong_type", "万元"),
        ("{{ borrower|元 }}", "wrong_type", "leave |元 out"),
        ("{{ borrower|cell }}", "wrong_type", "leave |cell out"),
        ("{{ known_on|day(1) }}", "unknown_filter", "nothing in brackets"),
        ("{% if manager is defined %}有{% endif %}", "unknown_filter", "no test defined"),
        ("{{ loans }}", "wrong_type", "is a list"),
        ("{{ loans.product }}", "wrong_type", "is a list"),
        ("{{ is_company }}", "wrong_type", "yes or no"),
        ("{{ balance_chart }}", "wrong_type", "is a chart"),
        ("{% for one in borrower %}{% endfor %}", "wrong_type", "nothing to repeat"),
        ("{% for one in loans %}{{ one }}{% endfor %}", "wrong_type", "one.product"),
        # what Jinja2 cannot read, or no template may do
        ("{{ borrower borrower }}", "syntax", "cannot be read"),
        ("{{ borrower| }}", "syntax", "cannot be read"),
        ("{{ 'a }}", "syntax", "cannot be read"),
        ("{{ 1 + 1 }}", "forbidden", "cannot compute"),
        ("{% set a = 1 %}", "forbidden", "cannot compute"),
        ("{% autoescape false %}{% endautoescape %}", "forbidden", "cannot compute"),
        ("{% p if manager %}", "forbidden", "{%p if manager %}"),
        ("{{p borrower }}", "forbidden", "{{ borrower }}"),
        ("{%- if manager %}有{% endif %}", "forbidden", "leave the -"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_line_is_found(words: str, code: str, said: str) -> None:
    findings = found("之前", words)

    first = next(one for one in findings if one.code == code)
    assert said in first.message
    assert first.weight == FAULT
    assert first.place.startswith("paragraph 2 “")


@pytest.mark.parametrize(
    ("blocks", "code", "said"),
    [
        (("次序 {%p if manager %}", "有", "{%p endif %}"), "swallowed", "次序"),
        (("{%p if manager %}{%p if balance %}", "{%p endif %}", "{%p endif %}"), "swallowed",
         "would vanish"),
        (("{% if manager %}", "有", "{% endif %}"), "level", "{%p in both"),
        (("{%p if manager %}", "有", "{% endif %}"), "level", "{%p in both"),
        (("{%p if manager %}", table(row(cell("{%p endif %}")))), "level", "another table cell"),
        ((table(row(cell("{% for one in loans %}")), row(cell("{{ one.product }}")),
                row(cell("{%tr endfor %}"))),), "level", "{%tr in both"),
        ((table(row(cell("头")), row(cell("{%tr for one in loans %}"))),
          table(row(cell("头")), row(cell("{%tr endfor %}")))), "level", "another table"),
        ((table(row(cell("头")), row(cell("目标"), cell("{%tr for one in loans %}")),
                row(cell("{%tr endfor %}"))),), "swallowed", "目标"),
        (("{%tr for one in loans %}", "{%tr endfor %}"), "level", "{%p for one in loans %}"),
        ((table(row(cell("头"), cell("{%p if manager %}", "有", "{%p endif %}"))),),
         "empty_cell", "no line is left"),
        ((table(row(cell("{%tr for one in loans %}")), row(cell("{{ one.product }}")),
                row(cell("{%tr endfor %}"))),), "empty_table", "no rows left"),
        ((table(row(cell("{%tc for one in loans %}"), cell("{{ one.product }}"),
                    cell("{%tc endfor %}"))),), "empty_row", "no cells left"),
    ],
)  # fmt: skip
def test_what_is_wrong_between_lines_is_found(
    blocks: tuple[str, ...], code: str, said: str
) -> None:
    first = next(one for one in found(*blocks) if one.code == code)

    assert said in first.message
    assert first.weight == FAULT


def test_a_cell_with_an_other_branch_is_never_empty() -> None:
    filled = cell("{%p if manager %}", "有", "{%p else %}", "无", "{%p endif %}")

    assert found(table(row(filled))) == []


def test_a_tag_that_ends_in_the_next_paragraph_is_told_at_both() -> None:
    findings = found("甲{{ borrower", "}}乙")

    assert [one.code for one in findings] == ["unclosed", "unclosed"]


def test_tags_in_pieces_of_any_look_are_one_tag() -> None:
    runs = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t>{piece}</w:t></w:r><w:proofErr w:type='spellStart'/>"
        for piece in ("{", "{ borr", "ower }", "}")
    )

    assert found(f"<w:p>{runs}</w:p>") == []


def test_quotation_marks_that_word_curls_are_read_as_meant() -> None:
    assert found("{% if borrower == “甲” %}有{% endif %}") == []


@pytest.mark.usefixtures("chinese")
def test_places_are_named_as_a_clerk_counts_them() -> None:
    wrong = "{{ yaer }}"
    content = letter(
        "一", "", "二" + wrong,
        table(row(cell("甲"), cell("乙")), row(cell("丙"), cell(wrong))),
        table(row(cell(table(row(cell(wrong)))))),
    )  # fmt: skip
    content = with_text(content, "</w:hdr>", paragraph(wrong) + "</w:hdr>", "word/header1.xml")

    places = {one.place.split("“")[0].strip() for one in looked_at(content).findings}

    assert places == {"第2段", "表1第2行第2格", "表2第1行第1格", "页眉"}


@pytest.mark.usefixtures("chinese")
def test_a_misspelt_field_is_answered_with_its_chinese_name() -> None:
    assert "borrower (借款人)" in only("{{ borower }}").message


def test_a_text_box_is_a_place_of_its_own_and_read_in_both_its_copies() -> None:
    box = "<w:txbxContent>" + paragraph("{{ borower }}") + "</w:txbxContent>"
    shape = f"<w:p><w:r><w:t>旁</w:t><w:pict>{box}</w:pict></w:r></w:p>"

    (finding,) = found(shape)

    assert finding.place.startswith("text box “{{ borower }}”")


def test_a_picture_beside_a_line_tag_would_vanish() -> None:
    drawn = "<w:p><w:r><w:t>{%p if manager %}</w:t><w:drawing/></w:r></w:p>"

    assert "picture" in found(drawn, "{%p endif %}")[0].message


def with_part(content: bytes, name: str, xml: str) -> bytes:
    return packed({**parts_of(content), name: xml.encode("utf-8")})


def with_relation(content: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    where = f'Target="{target}" TargetMode="{mode}"'
    relation = f'<Relationship Id="rId77" Type="{RELATIONS}/{kind}" {where}/>'
    return with_text(
        content, "</Relationships>", relation + "</Relationships>", "word/_rels/document.xml.rels"
    )


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://example.org/a.png"),
        ("image", "file:///C:/a.png"),
        ("attachedTemplate", "http://example.org/a.dotm"),
        ("attachedTemplate", "\\\\example.org\\share\\a.dotm"),
        ("oleObject", "http://example.org/a"),
        ("frame", "http://example.org/a"),
        ("subDocument", "b.docx"),
        ("hyperlink", "file:///C:/Windows/a.exe"),
        ("hyperlink", "javascript:alert(1)"),
        ("mailMergeSource", "file:///C:/a.mdb"),
        ("hyperlink", "http://example.org/{{ borrower }}"),
        ("hyperlink", "http://example.org/%7B%7B borrower %7D%7D"),
    ],
)
def test_what_is_fetched_from_elsewhere_is_refused(kind: str, target: str) -> None:
    findings = looked_at(with_relation(letter("甲"), kind, target)).findings

    assert [one.weight for one in findings] == [FAULT]
    assert target[:20] in findings[0].message


def test_a_link_to_a_page_stays() -> None:
    content = with_relation(letter("甲"), "hyperlink", "https://example.org/a")

    assert looked_at(content).findings == ()


@pytest.mark.parametrize(
    "told",
    [
        "INCLUDEPICTURE http://example.org/a.png",
        " INCLUDETEXT c:/a.docx",
        "DDEAUTO c:/a.exe x",
        "DDE a b",
        "LINK Excel.Sheet.12 a",
        "DATABASE \\d a",
    ],
)
@pytest.mark.parametrize("way", ["one run", "pieces", "simple"])
def test_a_field_that_fetches_is_refused(told: str, way: str) -> None:
    half = len(told) // 2
    pieces = [told[:half], told[half:]] if way == "pieces" else [told]
    runs = "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in ("begin", "end"))
    xml = f"<w:p>{begin}{runs}{end}</w:p>"
    if way == "simple":
        xml = f'<w:p><w:fldSimple w:instr="{told}"/></w:p>'

    assert [one.code for one in found(xml)] == ["external"]


def test_a_page_number_is_no_danger() -> None:
    assert found('<w:p><w:fldSimple w:instr=" PAGE "/></w:p>') == []


@pytest.mark.parametrize("name", ["word/vbaProject.bin", "word/activeX/activeX1.xml"])
def test_macros_and_controls_are_refused(name: str) -> None:
    from templates.checking.finding import TemplateInvalid

    try:
        codes = [one.code for one in looked_at(with_part(letter("甲"), name, "<x/>")).findings]
    except TemplateInvalid as cause:
        codes = [one.code for one in cause.findings]

    assert set(codes) & {"macros", "package"}


@pytest.mark.parametrize(
    ("part", "old", "new", "said"),
    [
        ("[Content_Types].xml", "document.main+xml", "template.main+xml", ".dotx"),
        ("word/document.xml", "schemas.openxmlformats.org/wordprocessingml/2006/main",
         "purl.oclc.org/ooxml/wordprocessingml/main", "Strict"),
        ("word/settings.xml", "<w:settings", '<!DOCTYPE a [<!ENTITY b "c">]><w:settings',
         "sound XML"),
        ("word/styles.xml", "</w:styles>", "", "sound XML"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_ordinary_docx_is_refused(
    part: str, old: str, new: str, said: str
) -> None:
    findings = looked_at(with_text(letter("甲"), old, new, part)).findings

    assert any(said in one.message and one.weight == FAULT for one in findings)


def test_tracked_changes_are_a_warning_and_beside_a_tag_a_fault() -> None:
    plain = '<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>'
    tagged = '<w:p><w:ins w:id="1"><w:r><w:t>{{ borrower }}</w:t></w:r></w:ins></w:p>'
    deleted = '<w:p><w:del w:id="1"><w:r><w:delText>{{ x</w:delText></w:r></w:del></w:p>'

    assert [(one.code, one.weight) for one in found(plain)] == [("tracked", WARNING)]
    assert [(one.code, one.weight) for one in found(tagged)] == [("tracked", FAULT)]
    assert ("tracked", FAULT) in [(one.code, one.weight) for one in found(deleted)]


def test_a_comment_would_be_in_every_document_and_its_tags_are_not_filled() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = (
        f'<w:comments xmlns:w="{word}"><w:comment w:id="1">{paragraph("问 {{ borrower }}")}'
        "</w:comment></w:comments>"
    )

    findings = looked_at(with_part(letter("甲"), "word/comments.xml", xml)).findings

    assert [(one.code, one.weight) for one in findings] == [
        ("not_filled", FAULT),
        ("comment", WARNING),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:p><w:r><w:instrText>{{ borrower }}</w:instrText></w:r></w:p>",
        '<w:p><w:pPr><w:pStyle w:val="{{ borrower }}"/></w:pPr></w:p>',
        "<w:p><!-- {{ borrower }} --></w:p>",
        "<w:p><m:oMath xmlns:m='m'><m:t>{{ borrower }}</m:t></m:oMath></w:p>",
    ],
)
def test_a_tag_outside_of_words_is_refused(hidden: str) -> None:
    assert "not_filled" in [one.code for one in found(hidden)]


def test_a_box_that_word_fills_by_itself_is_refused() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>'
        "<w:r><w:t>{{ borrower }}</w:t></w:r></w:sdtContent></w:sdt>"
    )

    assert [one.code for one in found(f"<w:p>{control}</w:p>")] == ["bound"]


def test_a_font_nobody_has_is_a_warning_with_its_name() -> None:
    rare = '<w:rPr><w:rFonts w:eastAsia="某某手写体" w:ascii="仿宋_GB2312"/></w:rPr>'

    finding = only(f"<w:p><w:r>{rare}<w:t>甲</w:t></w:r></w:p>")

    assert (finding.code, finding.weight) == ("font", WARNING)
    assert "某某手写体" in finding.message


def test_what_may_be_empty_on_every_page_is_noted() -> None:
    content = letter("甲")
    there = with_text(
        content, "</w:hdr>", paragraph("{{ manager }}") + "</w:hdr>", "word/header1.xml"
    )
    asked = paragraph("{% if manager %}{{ manager }}{% endif %}")
    guarded = with_text(content, "</w:hdr>", asked + "</w:hdr>", "word/header1.xml")

    assert [(one.code, one.weight) for one in looked_at(there).findings] == [
        ("blank_in_margin", NOTE)
    ]
    assert looked_at(guarded).findings == ()
