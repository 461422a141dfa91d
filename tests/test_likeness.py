"""Is it the same paper again? Second scans are, the same form filled in otherwise is not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from benchmarks.accuracy import families
from benchmarks.rescans import arrivals
from extractors.content import Content, Line, Page, Word
from extractors.likeness import compare, features_of, looks_apart
from extractors.ocr.engine import Image
from extractors.ocr.look import look_of
from extractors.settings import ReadingSettings
from extractors.sketch import buckets_of
from extractors.understand import understand

CONTRACT = """\
农户小额信用借款合同
合同编号：（2023）青信信借字第00412号
借款人（甲方）：钱镕基
公民身份号码：999999197811043056
住所：青河县石桥乡上沟村五组
联系电话：13904170628
贷款人（乙方）：青河县农村信用合作联社石桥信用社
第一条 乙方同意向甲方发放借款人民币（小写：￥37,500.00元）。
第二条 借款用途：购买仔猪及玉米饲料。
第三条 借款期限自2023年11月9日起至2024年11月8日止。
第四条 月利率为8.325‰，按季结息。
签订日期：2023年11月9日"""
REPORT = """\
贷后检查报告
借款人：钱镕基
身份证号码：999999197811043056
合同编号：（2023）青信信借字第00412号
贷款余额：37,500.00元
检查日期：2024年3月26日
经实地查看，该户贷款实际用于购买仔猪及玉米饲料，用途与合同相符，生产经营正常。
检查人：齐志明、陆翀"""


def paper(text: str, confidence: float = 1.0) -> Content:
    lines = tuple(Line((Word(line, None, confidence),)) for line in text.splitlines())
    return Content((Page(1, 595.0, 842.0, lines),), "text/plain")


def likeness(one: str, other: str, confidence: float = 1.0):  # type: ignore[no-untyped-def]
    read = [paper(one), paper(other, confidence)]
    return compare(*(features_of(each, understand(each, ReadingSettings())) for each in read))


def test_a_paper_read_a_second_time_with_small_errors_is_the_same() -> None:
    again = CONTRACT.replace("仔猪", "仔潴").replace("8.325‰", "8.3250").replace("签订", "簽订")

    assert likeness(CONTRACT, again).same


def test_a_figure_cut_in_two_is_no_other_figure() -> None:
    assert likeness(CONTRACT, CONTRACT.replace("999999197811043056", "999999 19781104 3056")).same


def test_lines_a_photo_lost_do_not_make_another_paper() -> None:
    lost = "\n".join(CONTRACT.splitlines()[:-3])

    assert likeness(CONTRACT, lost).same


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (CONTRACT, {"钱镕基": "卢金镛", "999999197811043056": "999999198306152248",
                    "13904170628": "13800138000", "00412": "00977"}),
        (CONTRACT, {"2023年11月9日": "2024年11月9日", "2024年11月8日": "2025年11月8日",
                    "（2023）": "（2024）", "00412": "00533"}),
        (CONTRACT, {"00412": "00413", "37,500.00": "47,500.00"}),
        (CONTRACT, {"00412": "00413"}),
        (REPORT, {"2024年3月26日": "2024年4月26日"}),
        (REPORT, {"37,500.00": "27,500.00"}),
        (REPORT, {"钱镕基": "卢金镛"}),
    ],
    ids=["another household", "next year", "second loan", "a number", "next month", "paid back",
         "another name"],
)  # fmt: skip
def test_the_same_form_filled_in_otherwise_is_another_paper(
    text: str, changes: dict[str, str]
) -> None:
    other = text
    for before, after in changes.items():
        assert before in other
        other = other.replace(before, after)

    found = likeness(text, other)

    assert not found.same
    assert found.contrary


def test_a_figure_read_unsurely_contradicts_nothing() -> None:
    blurred = REPORT.replace("37,500.00", "31,500.00")

    assert likeness(REPORT, blurred, confidence=0.5).same
    assert not likeness(REPORT, blurred).same


def test_a_short_amount_in_a_line_of_the_same_words_counts() -> None:
    letter = (
        "关于发放贷款的通知\n经研究，同意向该户发放贷款{}万元，请按规定办理手续，做好贷后管理。"
    )

    assert likeness(letter.format(3), letter.format(3)).same
    assert not likeness(letter.format(3), letter.format(4)).same


def test_copies_meet_in_a_bucket_and_other_papers_of_the_form_seldom() -> None:
    settings = ReadingSettings()

    def buckets(text: str) -> frozenset[int]:
        return buckets_of(features_of(paper(text), understand(paper(text), settings)))

    strangers = sum(
        bool(buckets(CONTRACT) & buckets(_of_a_stranger(number))) for number in range(40)
    )

    assert buckets(CONTRACT) & buckets(CONTRACT.replace("8.325‰", "8.3250"))
    assert strangers <= 4


def _of_a_stranger(number: int) -> str:
    chance = np.random.default_rng(number)
    return "".join(str(chance.integers(10)) if char.isdigit() else char for char in CONTRACT)


def test_a_photo_scanned_twice_looks_the_same_and_another_does_not() -> None:
    first, other = _photo(1), _photo(2)
    turned = cv2.warpAffine(
        first, cv2.getRotationMatrix2D((400, 300), 1.5, 1.0), (800, 600),
        borderValue=(255, 255, 255),
    )  # fmt: skip
    darker = np.clip(turned * 0.9, 0, 255).astype(np.uint8)

    assert looks_apart(look_of(first), look_of(darker)) <= 56
    assert looks_apart(look_of(first), look_of(other)) > 80


def test_pictures_without_text_are_compared_by_their_look() -> None:
    read = understand(paper(""), ReadingSettings())

    def seen(image: Image) -> Content:
        return Content((Page(1, 595, 842, (), ocr=True, look=look_of(image)),), "image/jpeg")

    one, same, other = (features_of(seen(_photo(seed)), read) for seed in (1, 1, 2))

    assert compare(one, same).same
    assert buckets_of(one) & buckets_of(same)
    assert not compare(one, other).same


def _photo(seed: int) -> Image:
    chance = np.random.default_rng(seed)
    coarse = chance.integers(0, 255, (6, 8, 3), dtype=np.uint8)
    return np.asarray(cv2.resize(coarse, (800, 600), interpolation=cv2.INTER_CUBIC), np.uint8)


def test_blank_pages_are_no_copies_of_each_other() -> None:
    empty = features_of(paper(""), understand(paper(""), ReadingSettings()))

    assert not compare(empty, empty).same
    assert buckets_of(empty) == frozenset()


def test_the_benchmarks_forms_are_filled_in_otherwise_and_scanned_again() -> None:
    found = list(arrivals(families.ALL["loan_form_table"], 1))

    kinds = {(one.paper, one.how) for one in found}
    assert {("itself", how) for how in ("written", "scan", "rescan", "photo")} <= kinds
    assert {("another household", "scan"), ("next year", "scan")} <= kinds
    assert len({one.data for one in found}) == len(found)
