"""Lines and words from the engine's boxes, doubts settled, seals removed: no engine needed."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw

from extractors.ocr.clean import is_blank, without_seals
from extractors.ocr.ctc import glyphs_from
from extractors.ocr.doubt import doubted_spans, settled, settled_span, with_permille
from extractors.ocr.engine import Glyph, Strip
from extractors.ocr.grid import grids_on, tables_of
from extractors.ocr.lines import lines_from, skew_of
from tests.drawn_pages import CHINESE, font, page, stamp

ROOT = Path(__file__).resolve().parent.parent


def glyphs(text: str, confidence: float = 0.99) -> tuple[Glyph, ...]:
    step = 1 / max(len(text), 1)
    return tuple(Glyph(c, i * step, (i + 1) * step, confidence) for i, c in enumerate(text))


def strip(text: str, left: float, top: float, angle: float = 0.0, height: float = 30.0) -> Strip:
    """A strip whose characters are as wide as high, on a page that is skewed by `angle` degrees."""
    cosine, sine = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    width = height * len(text)
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    upper_left, upper_right, lower_right, lower_left = (
        ((left + x) * cosine - (top + y) * sine, (left + x) * sine + (top + y) * cosine)
        for x, y in corners
    )
    return Strip(glyphs(text), (upper_left, upper_right, lower_right, lower_left))


@pytest.mark.parametrize("angle", [0.0, 2.0, -5.0, 8.0])
def test_strips_of_one_printed_line_make_one_line_on_a_skewed_page_too(angle: float) -> None:
    rows = [
        ("借款人：赵春燕", "身份证号码"),
        ("借款金额：伍万元", "年利率百分之五"),
        ("用途", "化肥"),
    ]
    strips = [
        strip(text, left, 100 + 50 * row, angle)
        for row, (one, other) in enumerate(rows)
        for text, left in ((other, 900.0), (one, 100.0))
    ]

    lines = lines_from(strips, 1.0)

    assert [tuple(word.text for word in line.words) for line in lines] == rows
    assert math.degrees(skew_of(strips)) == pytest.approx(angle, abs=0.1)


def test_a_strip_is_split_at_blanks_and_at_visible_gaps_and_words_have_their_own_boxes() -> None:
    wide_gap = (*glyphs("甲乙")[:1], Glyph("丙", 0.8, 0.9, 0.5), Glyph("丁", 0.9, 1.0, 0.7))
    first = Glyph("甲", 0.0, 0.1, 0.99)
    one = Strip((first, *wide_gap[1:]), ((0, 0), (300, 0), (300, 30), (0, 30)))
    other = Strip(glyphs("El prestatario"), ((0, 100), (280, 100), (280, 120), (0, 120)))

    gap, blank = lines_from([one, other], 0.5)

    assert [(w.text, w.box) for w in gap.words] == [
        ("甲", (0.0, 0.0, pytest.approx(15), 15.0)),
        ("丙丁", (pytest.approx(120), 0.0, 150.0, 15.0)),
    ]
    assert gap.words[1].confidence == pytest.approx(0.6)
    assert [w.text for w in blank.words] == ["El", "prestatario"]


def test_strips_one_above_the_other_stay_two_lines() -> None:
    lines = lines_from([strip("上面一行", 100, 100), strip("下面一行", 100, 118)], 1.0)

    assert [line.text for line in lines] == ["上面一行", "下面一行"]


def test_characters_stand_where_the_recogniser_saw_them() -> None:
    # Ten steps of which eight are the strip: 甲 at step 1, 乙 held over steps 5 and 6.
    probabilities = np.zeros((10, 3), np.float32)
    probabilities[:, 0] = 1.0
    for step, key in ((1, 1), (5, 2), (6, 2)):
        probabilities[step] = (0.1, 0.0, 0.0)
        probabilities[step, key] = 0.9

    first, second = glyphs_from(probabilities, ["", "甲", "乙"], aspect=4.0, used=0.8)

    assert (first.character, second.character) == ("甲", "乙")
    assert (first.start + first.end) / 2 == pytest.approx(1.5 / 8)
    assert (second.start + second.end) / 2 == pytest.approx(6 / 8)
    assert second.confidence == pytest.approx(0.9)
    assert first.end <= second.start


def test_doubt_is_about_letters_and_figures_not_about_punctuation() -> None:
    sure = glyphs("合同编号")

    assert not doubted_spans((*sure, Glyph("：", 0.9, 1.0, 0.3)))
    assert doubted_spans((*sure, Glyph("5", 0.9, 1.0, 0.3)))
    assert doubted_spans(glyphs("合同编号", 0.8))


def test_only_the_doubted_stretch_of_a_line_is_read_again() -> None:
    line = list(glyphs("借款期限自二〇二四年三月五日起至二〇二五年三月四日止"))
    line[10] = replace(line[10], confidence=0.5)

    (span,) = doubted_spans(line)

    assert (span.first, span.last) == (8, 13)
    assert span.doubted == {10}


def test_a_rate_by_the_month_without_its_sign_is_read_again() -> None:
    text = "月利率6.525%，按季结息，到期还本，逾期加收百分之五十"

    (span,) = doubted_spans(glyphs(text))

    assert text.index("%") in span.doubted
    assert not doubted_spans(glyphs("年利率7.80%，按季结息，到期还本"))


def test_what_a_cut_shows_of_the_neighbours_does_not_get_into_the_line() -> None:
    line = list(glyphs("借款用途购买仔猪及玉米饲料"))
    line[6] = replace(line[6], character="f", confidence=0.4)
    (span,) = doubted_spans(line)
    step = 1 / len(line)
    # Of 途 and of 玉 the cut shows an edge: they are read as scraps.
    seen = tuple(
        Glyph(c, (3 + i) * step, (4 + i) * step, 0.99) for i, c in enumerate("全购买仔猪及王")
    )

    settled_line = settled_span(line, span, seen)

    assert "".join(g.character for g in settled_line) == "购买仔猪及"


def test_of_two_readings_the_surer_one_counts_and_differences_make_it_less_sure() -> None:
    result = settled(glyphs("赵春蒸50,000元", 0.8), glyphs("赵春燕50,000元", 0.95))

    assert "".join(g.character for g in result) == "赵春燕50,000元"
    assert [g.character for g in result if g.confidence < 0.95] == ["燕"]


@pytest.mark.parametrize(
    ("read", "meant"),
    [("6.525%0，", "6.525‰，"), ("6.525%o", "6.525‰"), ("5%", "5%"), ("100%0001", "100%0001")],
)
def test_a_permille_sign_read_in_two_pieces_is_one_again(read: str, meant: str) -> None:
    assert "".join(g.character for g in with_permille(glyphs(read))) == meant


def test_a_permille_sign_is_not_lost_to_a_surer_percent_sign() -> None:
    result = settled(glyphs("6.525‰", 0.9), glyphs("6.525%", 0.99))

    assert result[-1].character == "‰"
    assert result[-1].confidence < 0.9


def test_a_red_seal_is_taken_off_and_the_text_under_it_stays() -> None:
    clean = np.asarray(page(CHINESE))
    stamped = np.asarray(stamp(page(CHINESE), (700, 700)))

    freed = without_seals(stamped, 200)

    assert np.abs(stamped.astype(int) - clean).max() > 150
    assert np.abs(freed.astype(int) - clean)[500:900, 500:900].mean() < 4
    dark = clean.max(axis=2) < 60
    assert freed.max(axis=2)[dark].max() < 120


def test_red_print_is_no_seal() -> None:
    image = page(CHINESE)
    draw = ImageDraw.Draw(image)
    draw.text((150, 2000), "№ 0027791 编号 0386", fill=(200, 20, 30), font=font(44))
    printed = np.asarray(image)

    assert np.array_equal(without_seals(printed, 200), printed)


def test_an_empty_page_is_blank_and_a_short_note_is_not() -> None:
    assert is_blank(np.asarray(page(())))
    assert is_blank(np.full((800, 600, 3), 200, np.uint8))
    assert not is_blank(np.asarray(page(("同意",))))


@pytest.mark.parametrize("angle", [0.0, 1.5])
def test_a_ruled_table_on_a_scan_comes_as_cells(angle: float) -> None:
    image = Pillow.new("RGB", (1654, 1000), "white")
    draw = ImageDraw.Draw(image)
    for y in (200, 300, 400):
        draw.line((200, y, 1400, y), fill="black", width=3)
    for x in (200, 500, 1400):
        draw.line((x, 200, x, 400), fill="black", width=3)
    draw.line((900, 300, 900, 400), fill="black", width=3)
    turned = image.rotate(-angle, fillcolor="white")
    texts = {(0, 0): (220, 235), (0, 1): (520, 235), (1, 0): (220, 335), (1, 2): (920, 335)}
    middle = np.array((827.0, 500.0))
    turn = math.radians(angle)
    matrix = np.array(((math.cos(turn), -math.sin(turn)), (math.sin(turn), math.cos(turn))))
    strips = []
    for (row, column), place in texts.items():
        corners = [
            tuple(matrix @ (np.array((place[0] + x, place[1] + y)) - middle) + middle)
            for x, y in ((0, 0), (200, 0), (200, 30), (0, 30))
        ]
        strips.append(Strip(glyphs(f"格{row}{column}文字"), tuple(corners)))  # type: ignore[arg-type]
    lines = lines_from(strips, 72 / 200)

    (table,) = tables_of(grids_on(np.asarray(turned), 200, turn), lines)

    assert [(c.row, c.column, c.column_span, c.text) for c in table.cells] == [
        (0, 0, 1, "格00文字"),
        (0, 1, 2, "格01文字"),
        (1, 0, 1, "格10文字"),
        (1, 1, 1, ""),
        (1, 2, 1, "格12文字"),
    ]


def test_the_models_are_those_named_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")

    models = sorted((ROOT / "extractors" / "ocr" / "models").glob("*.onnx"))

    assert len(models) == 3
    for model in models:
        assert f"{model.name} " in notice
        assert hashlib.sha256(model.read_bytes()).hexdigest() in notice
