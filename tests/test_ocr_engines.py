"""Every engine keeps one promise, whichever the settings choose; a missing one says so."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from extractors.child import ReaderNotStarted, ReaderPool
from extractors.ocr.engine import OcrEngine
from extractors.ocr.engines import engine_of
from extractors.ocr.missing import EngineMissing
from extractors.ocr.page import read_page
from extractors.ocr.rapid import DETECTOR
from extractors.ocr.tesseract import LANGUAGES, TesseractEngine
from extractors.settings import ReadingSettings
from tests.drawn_pages import CHINESE, DPI, SPANISH, page
from tests.test_ocr_engine import likeness


def has_tesseract() -> bool:
    try:
        TesseractEngine()
    except EngineMissing:
        return False
    return True


needs_tesseract = pytest.mark.skipif(
    not has_tesseract(), reason=f"Tesseract with {', '.join(LANGUAGES)} is not installed"
)
ALL = ["rapid", pytest.param("tesseract", marks=[needs_tesseract, pytest.mark.slow])]


@pytest.fixture(params=ALL, scope="module")
def engine(request: pytest.FixtureRequest) -> OcrEngine:
    return engine_of(ReadingSettings(ocr_engine=str(request.param)))


@pytest.mark.ocr
def test_an_engine_says_what_stands_where_and_how_sure_it_is(engine: OcrEngine) -> None:
    image = np.asarray(page(SPANISH, size=30, serif=False))

    strips = engine.read(image)

    assert "12.500,00 EUR" in " ".join(strip.text for strip in strips)
    for strip in strips:
        assert all(0 < glyph.confidence <= 1 for glyph in strip.glyphs)
        assert all(-0.1 <= g.start <= g.end <= 1.1 for g in strip.glyphs)
        (x0, y0), (x1, _y1), _three, (_x3, y3) = strip.corners
        assert 0 <= x0 < x1 <= image.shape[1]
        assert 0 <= y0 < y3 <= image.shape[0]
    title = next(strip for strip in strips if "PRÉSTAMO" in strip.text)
    # Drawn at 150 pixels from the left and 180 from the top.
    assert title.corners[0] == pytest.approx((150, 185), abs=14)


@pytest.mark.ocr
@pytest.mark.parametrize("lines", [CHINESE, SPANISH])
def test_an_engine_reads_a_page_in_both_scripts(engine: OcrEngine, lines: tuple[str, ...]) -> None:
    seen = read_page(np.asarray(page(lines, size=36)), 1, DPI, engine)

    assert likeness(seen, lines) > 0.9


@pytest.mark.ocr
@pytest.mark.parametrize("degrees", [0, 90, 180])
def test_an_engine_tells_how_a_page_lies(engine: OcrEngine, degrees: int) -> None:
    # Pillow turns counter-clockwise: what it turned by 90 lies turned clockwise by 270.
    image = np.asarray(page(SPANISH * 2, size=30, serif=False).rotate(degrees, expand=True))

    assert engine.turned(image) == (360 - degrees) % 360


@pytest.mark.ocr
def test_an_engine_reads_a_strip_that_was_cut_out(engine: OcrEngine) -> None:
    image = page(("98600.00",), size=40, serif=False).crop((130, 170, 420, 250))

    read = engine.read_strip(np.asarray(image))

    assert "".join(glyph.character for glyph in read).strip() == "98600.00"
    assert [glyph.start for glyph in read] == sorted(glyph.start for glyph in read)


@pytest.mark.ocr
def test_an_engine_finds_nothing_on_an_empty_page(engine: OcrEngine) -> None:
    empty = np.asarray(Pillow.new("RGB", (800, 1100), "white"))

    assert engine.read(empty) == []


def test_an_engine_that_is_not_installed_is_refused_with_what_to_do() -> None:
    with pytest.raises(EngineMissing, match="hudang-no-such-program is not installed"):
        TesseractEngine("hudang-no-such-program")


def test_an_engine_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(EngineMissing, match="psychic"):
        engine_of(ReadingSettings(ocr_engine="psychic"))


def test_a_folder_without_the_models_is_refused_with_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "det.onnx").write_bytes(b"")

    with pytest.raises(EngineMissing, match=r"rec\.onnx"):
        engine_of(ReadingSettings(ocr_models=str(tmp_path)))


@pytest.mark.ocr
@pytest.mark.slow
def test_other_models_are_taken_from_the_folder_in_the_settings(tmp_path: Path) -> None:
    shutil.copy(DETECTOR, tmp_path / "det.onnx")
    small = Path(str(files("rapidocr"))) / "models" / "PP-OCRv6_rec_small.onnx"
    shutil.copy(small, tmp_path / "rec.onnx")
    engine = engine_of(ReadingSettings(ocr_models=str(tmp_path)))

    seen = read_page(np.asarray(page(CHINESE)), 1, DPI, engine)

    assert likeness(seen, CHINESE) > 0.99


def test_a_reader_whose_engine_is_missing_does_not_start_and_says_why(tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    paper.write_text("借款合同", encoding="utf-8")
    settings = ReadingSettings(processes=1, ocr_engine="psychic", language="en")

    with ReaderPool(settings) as pool, pytest.raises(ReaderNotStarted, match="psychic"):
        pool.submit(paper).result()
