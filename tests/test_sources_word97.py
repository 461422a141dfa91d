"""Word's old format: what was written in 2011 is read like a file of today."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from extractors.content import Content
from extractors.filetype import DOC, media_type
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content
from extractors.understand import understand

OLD = Path(__file__).parent / "papers" / "借据_旧版.doc"


@pytest.fixture(scope="module")
def paper() -> bytes:
    """A note written with a word processor and saved in the old format."""
    return OLD.read_bytes()


@pytest.fixture(scope="module")
def content(paper: bytes) -> Content:
    return open_content(paper, ReadingSettings())


def test_an_old_word_file_is_known_by_its_content(paper: bytes) -> None:
    assert media_type(paper) == DOC


def test_header_body_and_footer_come_in_the_order_of_the_page(content: Content) -> None:
    lines = content.text.split("\n")

    assert lines[:2] == ["清河县农村信用合作联社", "借款借据"]
    assert lines[-2:] == ["结束", "第一联 信贷留存"]


def test_struck_out_text_is_not_said(content: Content) -> None:
    assert "借款人：周水生" in content.text.split("\n")
    assert "周木生" not in content.text


def test_underlined_blanks_are_the_line_to_write_on(content: Content) -> None:
    assert "借据号：__QH-2011-0047__" in content.text


def test_ticked_boxes_of_form_fields_and_symbol_fonts_are_shown(content: Content) -> None:
    assert "担保方式：□信用 ☑保证 ☑自主支付" in content.text


def test_merged_cells_stand_once_with_their_spans(content: Content) -> None:
    cells = {cell.text: cell for cell in content.pages[0].tables[0].cells}

    assert cells["借款金额"].row_span == 2
    assert cells["人民币伍万元整"].column_span == 3
    assert (cells["到期日期"].row, cells["到期日期"].column) == (2, 2)
    assert cells["购买化肥\n种子"].column_span == 3


def test_an_old_note_is_understood(content: Content) -> None:
    reading = understand(content, ReadingSettings())

    assert reading.doc_type == "iou"
    assert [found.text for found in reading.fields["borrower"]] == ["周水生"]
    assert reading.fields["end_date"][0].value.isoformat() == "2012-03-08"  # type: ignore[union-attr]


def test_a_file_locked_by_a_password_says_so(paper: bytes) -> None:
    start = paper.index(b"\xec\xa5")
    locked = bytearray(paper)
    locked[start + 0x0B] |= 0x01

    with pytest.raises(Unreadable) as refused:
        open_content(bytes(locked), ReadingSettings())
    assert refused.value.code == "encrypted"


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_old_file_is_read_or_refused_in_words(paper: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - rubbish, the same every time
    damaged = bytearray(paper[: chance.randrange(len(paper)) if seed % 3 == 0 else None])
    for _ in range(chance.choice((1, 5, 40))):
        place = chance.randrange(4096 if seed % 2 else len(damaged)) % len(damaged)
        damaged[place] = chance.randrange(256)

    try:
        pages = open_content(bytes(damaged), ReadingSettings()).pages
    except Unreadable as refused:
        assert refused.code in ("unreadable", "encrypted", "unknown_type", "old_office")
    else:
        assert len(pages) == 1
