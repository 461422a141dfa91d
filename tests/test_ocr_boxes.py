"""Boxes to tick and figures one a cell, found on drawn pages: no engine needed."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw

from extractors.ocr.engine import Glyph, Image, Strip
from extractors.ocr.figure_cells import with_figure_cells
from extractors.ocr.grid import grids_on
from extractors.ocr.ticks import with_ticks
from tests.drawn_pages import font

DPI = 200
SIDE = 30


def drawn(marks: str, words: Sequence[str], *, serif: bool = True) -> Pillow.Image:
    """A page with a line of boxes (v x # or blank inside), each before its word."""
    image = Pillow.new("RGB", (1654, 400), "white")
    pen = ImageDraw.Draw(image)
    for number, (mark, word) in enumerate(zip(marks, words, strict=True)):
        left, top = 150 + number * 300, 110
        right, bottom = left + SIDE, top + SIDE
        pen.rectangle((left, top, right, bottom), outline=(20, 20, 20), width=2)
        if mark == "v":
            pen.line(((left + 5, top + 16), (left + 12, bottom - 3), (right + 5, top - 4)),
                     fill=(20, 20, 90), width=4)  # fmt: skip
        elif mark == "x":
            pen.line((left + 2, top + 2, right - 2, bottom - 2), fill=(20, 20, 90), width=4)
            pen.line((right - 2, top + 2, left + 2, bottom - 2), fill=(20, 20, 90), width=4)
        elif mark == "#":
            pen.rectangle((left, top, right, bottom), fill=(20, 20, 20))
        pen.text((right + 10, 100), word, fill=(20, 20, 20), font=font(36, serif=serif))
    return image


def strip(text: str, left: float, width: float, confidence: float = 0.99) -> Strip:
    step = 1 / len(text)
    glyphs = tuple(Glyph(c, i * step, (i + 1) * step, confidence) for i, c in enumerate(text))
    return Strip(glyphs, ((left, 102), (left + width, 102), (left + width, 146), (left, 146)))


@pytest.mark.parametrize(("mark", "glyph"), [("v", "☑"), ("x", "☒"), ("#", "■"), (" ", "□")])
def test_a_box_that_was_not_read_is_put_before_its_word_as_it_is_marked(
    mark: str, glyph: str
) -> None:
    image = np.asarray(drawn(mark, ("现场检查",)))

    (read,) = with_ticks(image, [strip("现场检查", 190, 144)], DPI)

    assert read.text == f"{glyph}现场检查"


def test_boxes_in_one_strip_stand_between_their_words_and_replace_what_was_read_of_them() -> None:
    image = np.asarray(drawn("v x", ("信用", "保证", "抵押")))
    # 150 to 862: the second box was read as 区, the first and the third not at all.
    read_as = (
        ("信", 190),
        ("用", 226),
        ("区", 447),
        ("保", 490),
        ("证", 526),
        ("抵", 790),
        ("押", 826),
    )
    glyphs = tuple(Glyph(c, (x - 150) / 712, (x + 36 - 150) / 712, 0.97) for c, x in read_as)
    whole = Strip(glyphs, ((150, 102), (862, 102), (862, 146), (150, 146)))

    (read,) = with_ticks(image, [whole], DPI)

    assert read.text == "☑信用□保证☒抵押"


def test_characters_that_are_frames_themselves_stay() -> None:
    image = Pillow.new("RGB", (1654, 400), "white")
    pen = ImageDraw.Draw(image)
    pen.text((150, 100), "国家人口日期田亩回单", fill=(20, 20, 20), font=font(36, serif=False))
    text = "国家人口日期田亩回单"

    (read,) = with_ticks(np.asarray(image), [strip(text, 150, 360)], DPI)

    assert read.text == text


def test_places_for_figures_side_by_side_are_no_boxes_to_tick() -> None:
    image = Pillow.new("RGB", (1654, 400), "white")
    pen = ImageDraw.Draw(image)
    for number in range(8):
        left = 400 + number * 36
        pen.rectangle((left, 110, left + 30, 140), outline=(20, 20, 20), width=2)
    before = [strip("邮政编码", 200, 144)]

    assert with_ticks(np.asarray(image), before, DPI) == before


class OneByOne:
    """An engine that reads a strip of cells as the characters it was given."""

    def __init__(self, says: str) -> None:
        self.says = says

    def read(self, image: Image) -> list[Strip]:
        return []

    def read_strip(self, strip: Image) -> tuple[Glyph, ...]:
        wide = strip.shape[1]
        cell = (wide - 10) / len(self.says)
        return tuple(
            Glyph(c, (10 + i * cell) / wide, ((i + 1) * cell) / wide, 0.95)
            for i, c in enumerate(self.says)
        )

    def turned(self, image: Image) -> int:
        return 0


def test_figures_that_stand_one_a_cell_are_read_without_the_lines_between_them() -> None:
    image = Pillow.new("RGB", (1654, 400), "white")
    pen = ImageDraw.Draw(image)
    for edge in range(9):
        pen.line((400 + edge * 48, 100, 400 + edge * 48, 200), fill="black", width=2)
    for level in (100, 150, 200):
        pen.line((400, level, 400 + 8 * 48, level), fill="black", width=2)
    for place, figure in enumerate("￥375000"):
        pen.text((410 + (place + 1) * 48, 155), figure, fill="black", font=font(34))
    seen = np.asarray(image)
    across = Strip(
        tuple(Glyph(c, i / 9, (i + 1) / 9, 0.6) for i, c in enumerate("写1￥3l75l0")),
        ((352, 150), (784, 150), (784, 200), (352, 200)),
    )

    read = with_figure_cells(seen, [across], grids_on(seen, DPI, 0.0), DPI, OneByOne("大375000"))

    # 写 stands before the cells and stays; what stood first could only be the currency.
    assert [one.text for one in read] == ["写", "￥", "3", "7", "5", "0", "0", "0"]
    assert read[1].confidence <= 0.8
