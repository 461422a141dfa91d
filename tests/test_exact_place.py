"""The box of a value within the line or the cell it was read from."""

from __future__ import annotations

import pytest

from extractors.content import Word
from extractors.exact_place import exact_box

LINE = Word("借款人：马小兰  身份证号：4103", (100.0, 50.0, 300.0, 62.0))


def test_a_value_in_a_long_word_gets_its_own_part_of_the_box() -> None:
    left, top, right, bottom = exact_box([LINE], (100.0, 50.0, 300.0, 62.0), "马小兰", 4)

    assert (top, bottom) == (50.0, 62.0)
    assert 100 < left < right < 300
    # Eight characters before it and eight half-width places after it, in a line of 28 places.
    assert right - left == pytest.approx(200 * 6 / 28, abs=2)


def test_of_two_same_texts_the_one_at_its_place_is_meant() -> None:
    words = [Word("正常", (0.0, 0.0, 20.0, 10.0)), Word("正常", (60.0, 0.0, 80.0, 10.0))]

    assert exact_box(words, (0.0, 0.0, 100.0, 10.0), "正常", 0)[0] == 0.0
    assert exact_box(words, (0.0, 0.0, 100.0, 10.0), "正常", 2)[0] == 60.0


def test_a_value_broken_over_two_lines_of_a_cell_has_one_box_around_both() -> None:
    words = [Word("购买化肥", (10.0, 0.0, 50.0, 10.0)), Word("和种子", (10.0, 14.0, 40.0, 24.0))]

    assert exact_box(words, (5.0, -5.0, 200.0, 40.0), "购买化肥 和种子", 0) == (
        10.0,
        0.0,
        50.0,
        24.0,
    )


def test_a_text_that_is_not_there_keeps_the_box_of_its_cell() -> None:
    cell = (0.0, 0.0, 200.0, 40.0)

    assert exact_box([LINE], cell, "马小兰", 0) == cell
    assert exact_box([], cell, "马小兰", 0) == cell
