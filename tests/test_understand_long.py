"""Long papers: understanding takes time in proportion to what is printed, never to its square."""

from __future__ import annotations

import time

import pytest

from extractors.content import Content
from extractors.settings import ReadingSettings
from extractors.sources import open_content
from extractors.understand import understand

SETTINGS = ReadingSettings()
HEAD = "农村信用社借款合同\n合同编号：（2017）农银借合字第0031号\n借款人：张三\n"
LONG = {
    "labels on one line": "借款人：张三 ",
    "a label a line": "借款人：张三\n",
    "an amount a line": "借款金额：50000元\n",
    "a date a line": "2017年6月5日\n",
    "a drawn table": "│借款人│张三│借款金额│50000元│\n",
    "a drawn table of parties": "│张三│借款人│410521197503120015│\n",
    "signatures": "借款人（签字）： 保证人（签字）：\n",
    "people with their numbers": "张三（身份证号：410521197503120015）、\n",
    "lines to write on": "_____年____月\n",
}


def seconds_for(text: str) -> float:
    content: Content = open_content(text.encode(), SETTINGS)
    began = time.process_time()
    understand(content, SETTINGS)
    return time.process_time() - began


@pytest.mark.parametrize("kind", LONG)
def test_eight_times_the_text_takes_about_eight_times_as_long(kind: str) -> None:
    seconds_for(HEAD + LONG[kind] * 10)

    short, long = (seconds_for(HEAD + LONG[kind] * count) for count in (500, 4_000))

    # A square would make it 64 times; half of the way there is more than any noise.
    assert long < 32 * short + 0.2
