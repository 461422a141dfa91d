"""The real engine on pages drawn here: a handful in every run, the harder ones marked slow."""

from __future__ import annotations

from difflib import SequenceMatcher

import numpy as np
import pytest
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFilter

from extractors.content import Page
from extractors.ocr.page import read_page
from extractors.ocr.rapid import RapidEngine
from extractors.settings import ReadingSettings
from extractors.sources import open_content
from tests.drawn_pages import CHINESE, DPI, SPANISH, font, page, stamp
from tests.test_sources_image import saved

pytestmark = pytest.mark.ocr


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


def read(image: Pillow.Image, engine: RapidEngine) -> Page:
    return read_page(np.asarray(image), 1, DPI, engine)


def likeness(page_read: Page, lines: tuple[str, ...]) -> float:
    """Share of the printed characters that were read in their order; blanks and width aside."""
    fold = str.maketrans("（）：，￥", "():,¥", " ")
    said = "".join(line.text for line in page_read.lines).replace(" ", "").translate(fold)
    printed = "".join(lines).replace(" ", "").translate(fold)
    same = SequenceMatcher(None, said, printed, autojunk=False)
    return sum(block.size for block in same.get_matching_blocks()) / len(printed)


def test_a_chinese_page_is_read_line_by_line_with_places(engine: RapidEngine) -> None:
    seen = read(page(CHINESE), engine)

    assert likeness(seen, CHINESE) > 0.99
    assert len(seen.lines) == len(CHINESE)
    assert seen.lines[3].text.endswith("110101199003077774")
    assert [w.text for w in seen.lines[5].words][-1].endswith("50,000.00")
    assert "6.525‰" in seen.lines[8].text
    box = seen.lines[0].box
    assert box is not None
    # Drawn at 150 pixels from the left, 180 from the top, ten characters of 40 pixels.
    assert box[0] == pytest.approx(150 * 72 / DPI, abs=4)
    assert box[2] == pytest.approx(550 * 72 / DPI, abs=6)
    assert seen.ocr
    assert seen.rotated == 0


def test_a_spanish_page_keeps_its_accents_and_blanks(engine: RapidEngine) -> None:
    seen = read(page(SPANISH, size=30, serif=False), engine)

    assert likeness(seen, SPANISH) > 0.98
    assert "Quiñones" in seen.text
    assert "amortización: 24 meses" in seen.text


@pytest.mark.parametrize(
    "degrees",
    [90, pytest.param(180, marks=pytest.mark.slow), pytest.param(270, marks=pytest.mark.slow)],
)
def test_a_turned_page_is_read_upright(engine: RapidEngine, degrees: int) -> None:
    seen = read(page(CHINESE).rotate(degrees, expand=True), engine)

    # Pillow turns counter-clockwise, so the page must be turned back clockwise.
    assert seen.rotated == degrees
    assert seen.width < seen.height
    assert likeness(seen, CHINESE) > 0.99


def test_text_under_a_red_seal_is_read(engine: RapidEngine) -> None:
    seen = read(stamp(stamp(page(CHINESE), (700, 700)), (420, 400)), engine)

    assert likeness(seen, CHINESE) > 0.98
    assert "110101199003077774" in seen.text


@pytest.mark.parametrize("degrees", [90, pytest.param(180, marks=pytest.mark.slow)])
def test_a_turned_page_with_little_on_it_is_read_upright(engine: RapidEngine, degrees: int) -> None:
    signatures = ("借款人（签字）：赵春燕", "签订日期：2024年3月5日")

    seen = read(page(signatures, size=28).rotate(degrees, expand=True), engine)

    assert seen.rotated == degrees
    assert likeness(seen, signatures) > 0.95


@pytest.mark.slow
def test_text_under_a_seal_on_a_black_and_white_scan_is_read(engine: RapidEngine) -> None:
    grey = stamp(page(CHINESE), (560, 700)).convert("L")

    seen = read(Pillow.blend(grey.convert("RGB"), page(CHINESE), 0.3), engine)

    assert likeness(seen, CHINESE) > 0.97


def test_every_frame_of_a_scan_is_read(engine: RapidEngine) -> None:
    small = page(CHINESE[:2], height=500)
    other = page(SPANISH[:2], height=500)
    data = saved(small, "TIFF", save_all=True, append_images=[other], dpi=(DPI, DPI))

    content = open_content(data, ReadingSettings(), engine)

    assert "农户小额信用借款合同" in content.pages[0].text
    assert "PR-2024-00871" in content.pages[1].text


@pytest.mark.slow
@pytest.mark.parametrize("angle", [-6, -2, 3])
def test_a_skewed_page_keeps_its_lines(engine: RapidEngine, angle: int) -> None:
    seen = read(page(CHINESE).rotate(angle, fillcolor="white"), engine)

    assert likeness(seen, CHINESE) > 0.98
    assert len(seen.lines) == len(CHINESE)


@pytest.mark.slow
def test_a_faint_grainy_page_is_still_read(engine: RapidEngine) -> None:
    faint = Pillow.blend(page(CHINESE), Pillow.new("RGB", page(()).size, (235, 230, 220)), 0.65)
    grain = np.random.default_rng(5).normal(0, 9, (*faint.size[::-1], 3))
    blurred = np.asarray(faint.filter(ImageFilter.GaussianBlur(0.8)), np.float32)
    seen = read(Pillow.fromarray(np.clip(blurred + grain, 0, 255).astype(np.uint8)), engine)

    assert likeness(seen, CHINESE) > 0.95


@pytest.mark.slow
def test_a_table_on_a_scan_comes_with_its_cells(engine: RapidEngine) -> None:
    image = page(())
    draw = ImageDraw.Draw(image)
    rows = (("借款人", "赵春燕"), ("身份证号", "110101199003077774"), ("借款金额", "50,000.00元"))
    for number, row in enumerate(rows):
        for x, text in zip((160, 560), row, strict=True):
            draw.text((x, 215 + 90 * number), text, fill="black", font=font(36, serif=True))
    for y in range(200, 200 + 90 * 4, 90):
        draw.line((140, y, 1300, y), fill="black", width=3)
    for x in (140, 540, 1300):
        draw.line((x, 200, x, 470), fill="black", width=3)

    (table,) = read(image.rotate(1, fillcolor="white"), engine).tables

    assert [cell.text for cell in table.cells] == [text for row in rows for text in row]
