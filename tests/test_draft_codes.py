"""A draft bears its number as a code, in a picture that belongs to whoever edits the template."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from extractors import codes
from extractors.forms import ALL as FORMS
from extractors.ocr.codes import codes_on
from templates import qr
from templates.build.__main__ import WORD
from templates.build.code import PART
from templates.coded_pictures import code_pictures
from templates.kinds import KINDS
from templates.package import unpacked
from templates.shell import zipped
from templates.word_template import compiled

NUMBER = "D20260105-7K3F9-Q2M4X"
# One without a cover: its code stands in one header only.
KIND = KINDS["half-year-summary"]


def _filled(template: bytes, number: str | None = NUMBER) -> dict[str, bytes]:
    made = compiled(template, name="t.docx", kind=KIND.fields, language="zh")
    values = dataclasses.replace(KIND.example("zh", 1), draft_number=number)
    return unpacked(made.render(values), "t.docx")


def _read(png: bytes) -> list[str]:
    with Image.open(io.BytesIO(png)) as picture:
        return [seen.text for seen in codes_on(np.array(picture.convert("RGB")))]


def test_a_document_bears_the_number_it_prints_as_a_code() -> None:
    parts = _filled(KIND.layout("zh"))

    assert NUMBER in parts["word/header1.xml"].decode()
    assert _read(parts[PART]) == [codes.draft_code(NUMBER)]
    assert codes.draft_of(codes.draft_code(NUMBER)) == NUMBER


def test_a_document_without_a_number_shows_no_code() -> None:
    parts = _filled(KIND.layout("zh"), number=None)

    assert parts[PART] == qr.blank()
    assert _read(parts[PART]) == []


def test_a_picture_that_word_renamed_and_a_clerk_moved_is_still_the_code() -> None:
    parts = unpacked(KIND.layout("zh"), "t.docx")
    parts["word/media/image3.png"] = parts.pop(PART)
    relations = "word/_rels/header1.xml.rels"
    parts[relations] = parts[relations].replace(b"media/draft_number.png", b"media/image3.png")
    header = parts["word/header1.xml"].decode()
    parts["word/header1.xml"] = header.replace('name="draft_number"', 'name="图片 1"').encode()

    filled = _filled(zipped(parts))

    assert _read(filled["word/media/image3.png"]) == [codes.draft_code(NUMBER)]


def test_a_clerk_may_take_the_picture_out() -> None:
    parts = unpacked(KIND.layout("zh"), "t.docx")
    header = parts["word/header1.xml"].decode()
    before, rest = header.split("<w:drawing>")
    parts["word/header1.xml"] = (before + rest.split("</w:drawing>")[1]).encode()

    filled = _filled(zipped(parts))

    assert filled[PART] == qr.placeholder()
    assert NUMBER in filled["word/header1.xml"].decode()


def test_a_picture_of_the_clerks_own_stays_what_it_is() -> None:
    parts = unpacked(KIND.layout("zh"), "t.docx")
    header = parts["word/header1.xml"].decode()
    parts["word/header1.xml"] = header.replace('descr="draft_number"', 'descr="单位徽标"').encode()

    assert _filled(zipped(parts))[PART] == qr.placeholder()


@pytest.mark.parametrize("path", sorted(WORD.glob("*/*.docx")), ids=lambda p: f"{p.parent.name}")
def test_every_shipped_template_has_the_code(path: Path) -> None:
    assert code_pictures(unpacked(path.read_bytes(), "t.docx")) == (PART,)


@pytest.mark.parametrize(
    "text",
    [
        "XDH:0001:H000123:K",
        NUMBER,
        "XDD:D20260105-7K3F9-Q2M4X:A",
        "XDD:D20260105-7K3F9-Q2M4Y:G",
        "XDD:D20260105-7K3F9-Q2MIX:G",
    ],
)
def test_what_is_no_draft_s_code_names_no_draft(text: str) -> None:
    assert codes.draft_of(text) is None


def test_a_draft_s_code_is_no_label() -> None:
    text = codes.draft_code(NUMBER)

    assert codes.is_ours(text)
    assert not codes.labels([text])
    assert not codes.separators([text])


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if kind.signed_type])
def test_a_signed_copy_is_filed_as_a_type_that_papers_have(name: str) -> None:
    assert KINDS[name].signed_type in FORMS
