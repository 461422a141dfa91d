"""Filled documents: what they say, that nothing is lost in them, and that they open."""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from lxml import etree

from ledger.figure import Figure
from templates import examples
from templates.environment import PRINTED, environment, without_controls
from templates.kinds import KINDS
from templates.render import SHIPPED, rendered, shipped
from tests.templates_reading import W, body_of, numbers_itself, parts_of, text_of

EVERY = [(kind.name, language) for kind in KINDS.values() for language in kind.titles]
AS_DOCXTPL = [
    (kind, language)
    for kind, language in EVERY
    if not numbers_itself((SHIPPED / language / f"{kind}.docx").read_bytes())
]
SNAPSHOTS = Path(__file__).parent / "snapshots" / "templates"

HOSTILE = (
    'A & B <b>"c"</b> ]]>',
    "{{ year }} {% for x in y %} {# z #}",
    "䶮𬭎㛃𠅤",
    "长" * 10_000,
    "=cmd|'/c calc'!A1",
    "{_{ }_} %}",
)


def made(kind: str, language: str = "zh", rows: int = 3) -> bytes:
    return rendered(KINDS[kind], examples.example(kind, language, rows), language)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_text_is_that_of_the_snapshot(kind: str, language: str) -> None:
    """Set UPDATE_SNAPSHOTS=1 to rewrite them; the diff is the review."""
    path = SNAPSHOTS / f"{kind}.{language}.txt"
    text = text_of(made(kind, language))
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("rows", [0, 1, 40])
@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_any_number_of_rows_gives_a_document_that_opens(
    kind: str, language: str, rows: int
) -> None:
    content = made(kind, language, rows)

    text = text_of(content)
    assert docx.Document(io.BytesIO(content)).paragraphs
    assert "{{" not in text and "{%" not in text
    assert "None" not in text


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_same_values_give_the_same_bytes(kind: str, language: str) -> None:
    assert made(kind, language) == made(kind, language)


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_what_nobody_knows_prints_as_a_blank(kind: str, language: str) -> None:
    values = without_values(examples.example(kind, language))

    text = text_of(rendered(KINDS[kind], values, language))

    assert "None" not in text
    assert ("＿＿" if language == "zh" else "____") in text


def without_values(values: Any) -> Any:
    """Return the same document with every field that may be unknown left out."""
    unknown: dict[str, Any] = {}
    for field in dataclasses.fields(values):
        value = getattr(values, field.name)
        if isinstance(value, Figure):
            unknown[field.name] = dataclasses.replace(value, value=None, rows=())
        elif "None" in str(field.type):
            unknown[field.name] = None
        elif isinstance(value, tuple):
            unknown[field.name] = tuple(
                without_values(one) if dataclasses.is_dataclass(one) else one for one in value
            )
    if type(values).__name__ == "NamedFigure":
        return values
    return dataclasses.replace(values, **unknown)


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_hostile_text_is_found_again_as_it_was(kind: str, language: str, value: str) -> None:
    values = dataclasses.replace(examples.example(kind, language), institution=value)

    assert value in text_of(rendered(KINDS[kind], values, language))


def test_control_characters_and_line_ends_do_not_reach_word() -> None:
    values = dataclasses.replace(
        examples.checklist(), borrower="张\x00三\x0b\u202e李\n四\t五\ud800"
    )

    assert "张三 李 四 五" in text_of(rendered(KINDS["transfer-checklist"], values, "zh"))


def test_removing_controls_leaves_other_text_alone() -> None:
    assert without_controls("贷款 1,000.00 元（大写）") == "贷款 1,000.00 元（大写）"


@pytest.mark.parametrize(("kind", "language"), AS_DOCXTPL)
def test_docxtpl_itself_fills_the_template_with_the_same_text(kind: str, language: str) -> None:
    values = examples.example(kind, language)
    theirs = DocxTemplate(SHIPPED / language / f"{kind}.docx")
    fields = {one.name: getattr(values, one.name) for one in dataclasses.fields(values)}
    theirs.render({**fields, PRINTED: []}, environment(language), autoescape=True)
    out = io.BytesIO()
    theirs.save(out)

    ours = made(kind, language)

    for part in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
        words = [_words(etree.fromstring(parts_of(one)[part])) for one in (ours, out.getvalue())]
        assert words[0] == words[1], part


def _words(part: etree._Element) -> list[str | None]:
    """The texts of a part, without what fields show: docxtpl does not number captions anew."""
    shown = "../preceding-sibling::w:r[1]/w:fldChar[@w:fldCharType='separate']"
    return [
        text.text
        for text in part.iter(f"{W}t")
        if not text.xpath(shown, namespaces={"w": W.strip("{}")})
    ]


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_tables_repeat_their_heads_and_rows_stay_whole(kind: str, language: str) -> None:
    body = etree.fromstring(parts_of(made(kind, language, 40))["word/document.xml"])

    longest = max(body.iter(f"{W}tbl"), key=lambda table: len(list(table.iter(f"{W}tr"))))
    rows = list(longest.iter(f"{W}tr"))
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_page_number_is_a_field_in_runs_of_its_own() -> None:
    """WPS shows the number only so."""
    footer = etree.fromstring(parts_of(made("annual-summary"))["word/footer1.xml"])

    kinds = [
        [child.tag.removeprefix(W) for child in run]
        for run in footer.iter(f"{W}r")
        if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None
    ]
    assert kinds == [["fldChar"], ["instrText"], ["fldChar"], ["fldChar"]]


def test_the_page_is_that_of_an_official_document() -> None:
    body = etree.fromstring(parts_of(made("annual-summary"))["word/document.xml"])
    page = next(body.iter(f"{W}pgMar"))

    margins = {edge: round(int(page.get(f"{W}{edge}") or 0) / 566.9, 1)
               for edge in ("top", "bottom", "left", "right")}  # fmt: skip

    assert margins == {"top": 3.7, "bottom": 3.5, "left": 2.8, "right": 2.6}


def test_a_template_is_compiled_once() -> None:
    assert shipped("work-plan", "zh") is shipped("work-plan", "zh")


def test_a_document_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="filled from WorkPlan"):
        shipped("work-plan", "zh").render(examples.checklist())


def test_the_checklist_masks_the_id_number_and_leaves_reasons_to_people() -> None:
    text = body_of(made("transfer-checklist"))

    assert "1101**********0000" in text
    assert "110101199003070000" not in text
    assert "1 | 示例户 | 借款申请书 | 缺失 |  | \n" in text


def test_a_complete_file_has_no_table_of_gaps() -> None:
    values = dataclasses.replace(examples.checklist(), gaps=())

    text = body_of(rendered(KINDS["transfer-checklist"], values, "zh"))

    assert "材料齐全" in text
    assert "原因（必填）" not in text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_document(tmp_path: Path) -> None:
    for kind, language in EVERY:
        (tmp_path / f"{kind}-{language}.docx").write_bytes(made(kind, language))

    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx"))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip

    assert len(list(tmp_path.glob("*.pdf"))) == len(EVERY)
