"""Plain text, workbooks, and the stored form of any document's text."""

from __future__ import annotations

import io
import json
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.content import Box, Cell, Content, Line, Page, Table, Word
from extractors.content_json import content_from_json, content_to_json
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content

SETTINGS = ReadingSettings()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_text_file_is_read_as_it_is_in_any_encoding(encoding: str) -> None:
    data = "借款合同\r\n\r\n甲方：赵春燕      乙方：信用社\n自_2017_年".encode(encoding)

    content = open_content(data, SETTINGS)

    assert content.media_type == "text/plain"
    assert content.text == "借款合同\n甲方：赵春燕      乙方：信用社\n自_2017_年"


def test_form_feeds_part_pages_and_unseen_characters_are_dropped() -> None:
    content = open_content("第一页\f第\u200b二\x07页\f".encode(), SETTINGS)

    assert [page.text for page in content.pages] == ["第一页", "第二页"]


def test_more_pages_than_allowed_are_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        open_content(b"page\f" * 5, ReadingSettings(max_pages=3))
    assert refusal.value.code == "too_many_pages"


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (bytes(range(256)) * 8, "unknown_type")]
)
def test_what_is_no_document_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_content(data, SETTINGS)
    assert refusal.value.code == code
    assert len(str(refusal.value)) > 20


def test_each_sheet_of_a_workbook_is_a_page_with_its_table() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["贷款台账", None, None])
    sheet.merge_cells("A1:C1")
    sheet.append(["姓名", "金额", "到期日"])
    sheet.append(["赵春燕", 50000, date(2025, 3, 4)])
    sheet.append(["钱大勇", 0.1, None])
    book.create_sheet("空").append([])
    out = io.BytesIO()
    book.save(out)

    content = open_content(out.getvalue(), SETTINGS)

    assert len(content.pages) == 2
    (table,) = content.pages[0].tables
    texts = {(c.row, c.column): c.text for c in table.cells}
    assert texts[(2, 1)] == "50000"
    assert texts[(2, 2)] == "2025-03-04"
    assert texts[(3, 1)] == "0.1"
    assert table.cells[0].column_span == 3
    assert content.pages[0].lines[1].text == "姓名 金额 到期日"
    assert content.pages[1].tables == ()


tenths = st.integers(0, 20_000).map(lambda n: n / 10)
boxes: st.SearchStrategy[Box | None] = st.none() | st.tuples(tenths, tenths, tenths, tenths)
sureness = st.integers(0, 1000).map(lambda n: n / 1000)
words = st.builds(Word, st.text(), boxes, sureness)
small = st.integers(0, 50)
tables = st.builds(
    Table,
    st.lists(st.builds(Cell, small, small, st.text(), boxes, small, small, sureness)).map(tuple),
    boxes,
)
pages = st.builds(
    Page,
    small,
    tenths,
    tenths,
    st.lists(st.builds(Line, st.lists(words, max_size=4).map(tuple)), max_size=4).map(tuple),
    st.lists(tables, max_size=2).map(tuple),
    st.booleans(),
    st.sampled_from((0, 90, 180, 270)),
)
contents = st.builds(
    Content, st.lists(pages, max_size=3).map(tuple), st.text(), st.lists(st.text()).map(tuple)
)


@given(contents)
def test_the_stored_form_gives_the_same_content_again(content: Content) -> None:
    stored = json.loads(json.dumps(content_to_json(content)))

    assert content_from_json(stored) == content


@pytest.mark.parametrize(
    "damage",
    [
        {"format": 99},
        {"pages": [{"number": 1}]},
        {"pages": None},
        {"notes": [1]},
        {"pages": [{"number": 1, "size": [1], "ocr": 0, "rotated": 0, "lines": [], "tables": []}]},
    ],
)
def test_another_shape_is_refused(damage: dict[str, object]) -> None:
    stored = content_to_json(Content((), "text/plain")) | damage

    with pytest.raises(ValueError, match="document's text"):
        content_from_json(stored)
