"""docxtpl is the reference: what it makes of a template, our compiled templates make too.

Every part is compared as canonical XML. The order of relations and the blanks between paragraphs
say nothing in Word.
"""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.notices import Notice, layout, notice
from templates.build.blocks import paragraph
from templates.build.code import PART as CODE
from templates.build.package import Page, document
from templates.environment import PRINTED, environment
from templates.kinds import KINDS
from templates.render import SHIPPED
from templates.summaries.example import example
from templates.word_template import compiled
from tests.templates_reading import W, numbers_itself, parts_of

EVERY = [(kind.name, language) for kind in KINDS.values() for language in kind.titles]
AS_DOCXTPL = [
    (kind, language)
    for kind, language in EVERY
    if not numbers_itself((SHIPPED / language / f"{kind}.docx").read_bytes())
]
PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="a"/>'
    "</wp:inline></w:drawing></w:r>"
)


def cell(text: str) -> str:
    return f"<w:tc><w:tcPr/>{paragraph(text)}</w:tc>"


def table(columns: int, *rows: str) -> str:
    grid = '<w:gridCol w:w="1000"/>' * columns
    cells = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{cells}</w:tbl>"


def in_runs(*texts: str, tag: str = "w:t") -> str:
    return (
        "<w:p>"
        + "".join(f"<w:r><w:rPr><w:b/></w:rPr><{tag}>{text}</{tag}></w:r>" for text in texts)
        + "</w:p>"
    )


AWKWARD = {
    "a tag in pieces": in_runs("编号{", "{ num", "ber ", "}", "}。"),
    "a condition in pieces": in_runs("{", "% if overdue %", "}逾期{% else ", "%}正常{% endif %}"),
    "curly quotes": in_runs("{% if manager == “陈立平” %}一{% else %}二{% endif %}"),
    "a comment": in_runs("{# 给经办人 #}正文"),
    "a whole run": in_runs("{%r if overdue %}", "逾期", "{%r endif %}", "完"),
    "a loop in a line": in_runs("{% for one in loans %}{{ one.number }}；{% endfor %}"),
    "two loops in one another": (
        paragraph("{%p for one in loans %}")
        + paragraph("{%p if loop.first %}")
        + in_runs(
            "{% for two in loans %}{{ two.number }}"
            "{% if not loop.last %}、{% endif %}{% endfor %}"
        )
        + paragraph("{%p endif %}")
        + paragraph("{{ loop.index }}{{ one.product }}")
        + paragraph("{%p endfor %}")
    ),
    "a loop over columns": table(
        3,
        cell("编号") + cell("{%tc for one in loans %}") + cell("{{ one.number }}")
        + cell("{%tc endfor %}"),
    ),
    "more columns than the grid": table(
        1,
        cell("编号") + cell("{%tc for one in loans %}") + cell("{{ one.number }}")
        + cell("{%tc endfor %}"),
        cell("{{ number }}"),
    ),
    "cells merged downwards": table(
        2,
        cell("{%tr for one in loans %}"),
        f'<w:tc><w:tcPr><w:tcW w:w="9"/></w:tcPr >{paragraph("{% vm %}合并")}</w:tc>'
        + cell("{{ one.number }}"),
        cell("{%tr endfor %}"),
        cell("一") + cell("二"),
    ),
    "a row that may be missing": table(
        2, cell("{%tr if overdue %}"), cell("逾期") + cell("{{ total|元 }}"), cell("{%tr endif %}"),
        cell("一") + cell("二"),
    ),
    "pictures repeated": (
        paragraph("{%p for one in loans %}") + f"<w:p>{PICTURE}</w:p>" + paragraph("{%p endfor %}")
    ),
    "braces to be printed": in_runs("{_{ number }_} 与 {_% if %_}{{ number }}"),
    "blanks at the ends": in_runs("  {{ number }}  "),
    "a tab and a break": (
        in_runs("{{ number }}") + "<w:p><w:r><w:t>一</w:t><w:tab/><w:br/></w:r></w:p>"
    ),
}  # fmt: skip


def page() -> Page:
    return Page(language="zh", title="试", header=("{{ institution }}", "{{ number }}"))


def theirs(content: bytes, values: Any, language: str) -> bytes:
    fields = {one.name: getattr(values, one.name) for one in dataclasses.fields(values)}
    found = DocxTemplate(io.BytesIO(content))
    found.render({**fields, PRINTED: []}, environment(language), autoescape=True)
    out = io.BytesIO()
    found.save(out)
    return out.getvalue()


def canonical(part: str, data: bytes) -> Any:
    if not part.endswith((".xml", ".rels")):
        return data
    tree = etree.fromstring(data)
    if part.endswith(".rels") or part == "[Content_Types].xml":
        return sorted(sorted(one.attrib.items()) for one in tree)
    if part == "docProps/core.xml":
        return sorted((one.tag, one.text) for one in tree if one.text)
    for one in tree.iter():
        if one.tag != f"{W}t" and not (one.text or "").strip():
            one.text = None
        one.tail = None
    return etree.tostring(tree, method="c14n")


def differing(ours: bytes, other: bytes) -> list[str]:
    one, two = parts_of(ours), parts_of(other)
    return [
        part
        # docxtpl draws no code: the template's grey picture stays.
        for part in sorted((one.keys() | two.keys()) - {CODE})
        if part not in one
        or part not in two
        or canonical(part, one[part]) != canonical(part, two[part])
    ]


@pytest.mark.parametrize("rows", [0, 1, 12])
@pytest.mark.parametrize(("kind", "language"), AS_DOCXTPL)
def test_a_shipped_template_comes_out_as_docxtpl_fills_it(
    kind: str, language: str, rows: int
) -> None:
    content = (SHIPPED / language / f"{kind}.docx").read_bytes()
    values = KINDS[kind].example(language, rows)
    template = compiled(content, name=kind, kind=KINDS[kind].fields, language=language)

    assert differing(template.render(values), theirs(content, values, language)) == []


@pytest.mark.parametrize("loans", [0, 1, 4])
@pytest.mark.parametrize("body", AWKWARD.values(), ids=AWKWARD)
def test_a_template_of_ones_own_comes_out_as_docxtpl_fills_it(body: str, loans: int) -> None:
    content = document(page(), [body])
    template = compiled(content, name="own", kind=Notice, language="zh")
    values = notice(6, loans)

    assert differing(template.render(values), theirs(content, values, "zh")) == []


def test_one_compiled_template_keeps_nothing_of_the_document_before() -> None:
    template = compiled(layout(), name="notice", kind=Notice, language="zh")
    first = template.render(notice(1))

    template.render(notice(2, loans=9))

    assert template.render(notice(1)) == first


def test_the_comparison_sees_a_single_other_word() -> None:
    values = example("2025")("zh", 1)
    content = (SHIPPED / "zh" / "annual-summary.docx").read_bytes()
    template = compiled(content, name="own", kind=type(values), language="zh")

    other = theirs(content, dataclasses.replace(values, institution="别社"), "zh")

    assert "word/document.xml" in differing(template.render(values), other)
