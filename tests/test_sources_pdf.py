"""PDF pages: their own text with places, tables by their rulings, scans by OCR, damage by code."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extractors.content import Content, Line, Word
from extractors.ocr.engine import Glyph, Strip
from extractors.ocr.engine import Image as Pixels
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content
from extractors.sources.pdf_layer import is_garbled
from tests.drawn_pages import CHINESE, SPANISH, page

SETTINGS = ReadingSettings()
SONG = "STSong-Light"


class FixedEngine:
    """An engine that finds the same strip on every page, and remembers what it was shown."""

    def __init__(self) -> None:
        self.shown: list[tuple[int, ...]] = []

    def read(self, image: Pixels) -> list[Strip]:
        self.shown.append(image.shape)
        glyphs = tuple(Glyph(c, i / 4, (i + 1) / 4, 0.99) for i, c in enumerate("识别文字"))
        return [Strip(glyphs, ((100, 100), (300, 100), (300, 150), (100, 150)))]

    def read_strip(self, strip: Pixels) -> tuple[Glyph, ...]:
        return ()

    def turned(self, image: Pixels) -> int:
        return 0


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(SONG))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for draw in pages:
        canvas.setFont(SONG, 12)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def contract(canvas: Canvas) -> None:
    for number, line in enumerate(CHINESE):
        canvas.drawString(72, 780 - 22 * number, line)
    canvas.setFont("Helvetica", 11)
    for number, line in enumerate(SPANISH):
        canvas.drawString(72, 500 - 20 * number, line)


def scan(canvas: Canvas) -> None:
    canvas.drawInlineImage(page(CHINESE).resize((400, 566)), 0, 0, *A4)


def words_of(content: Content, line: int, on: int = 0) -> list[str]:
    return [word.text for word in content.pages[on].lines[line].words]


def test_own_text_is_read_line_by_line_and_split_where_a_reader_sees_a_gap() -> None:
    content = open_content(drawn(contract), SETTINGS)

    assert words_of(content, 2) == ["借款人（全称）：赵春燕"]
    assert words_of(content, 5) == ["借款金额（大写）：人民币伍万元整", "（小写）￥50,000.00"]
    assert words_of(content, 12) == ["El", "prestatario:", "Íñigo", "Beltrán", "Quiñones"]
    assert not content.ocr


def test_places_are_points_from_the_top_left() -> None:
    content = open_content(drawn(contract), SETTINGS)

    box = content.pages[0].lines[0].box
    assert box is not None
    left, top, right, bottom = box
    # Drawn 72 points from the left with its baseline 780 above the foot of 842: 62 from the top.
    assert left == pytest.approx(72, abs=2)
    assert right == pytest.approx(72 + 12 * len(CHINESE[0]), abs=4)
    assert 48 < top < bottom < 66


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_turned_reads_as_if_upright(degrees: int) -> None:
    document = pikepdf.open(io.BytesIO(drawn(contract)))
    document.pages[0].rotate(degrees, relative=True)
    out = io.BytesIO()
    document.save(out)
    upright = open_content(drawn(contract), SETTINGS)

    content = open_content(out.getvalue(), SETTINGS)

    assert content.text == upright.text
    assert content.pages[0].rotated == 360 - degrees
    assert content.pages[0].width == pytest.approx(upright.pages[0].width)
    expected = upright.pages[0].lines[3].box
    assert content.pages[0].lines[3].box == pytest.approx(expected, abs=0.5)


def test_a_ruled_table_comes_as_cells_with_spans() -> None:
    def table(canvas: Canvas) -> None:
        canvas.grid([72, 172, 322], [600, 630, 660])
        canvas.line(72, 570, 322, 570)
        canvas.line(72, 570, 72, 600)
        canvas.line(322, 570, 322, 600)
        for x, y, text in (
            (80, 640, "借款人"),
            (180, 640, "赵春燕"),
            (80, 610, "借款金额"),
            (180, 610, "伍万元整"),
            (80, 580, "以上内容经双方核对无误"),
        ):
            canvas.drawString(x, y, text)

    (found,) = open_content(drawn(table), SETTINGS).pages[0].tables

    assert [(c.row, c.column, c.column_span, c.text) for c in found.cells] == [
        (0, 0, 1, "借款人"),
        (0, 1, 1, "赵春燕"),
        (1, 0, 1, "借款金额"),
        (1, 1, 1, "伍万元整"),
        (2, 0, 2, "以上内容经双方核对无误"),
    ]
    assert found.box == pytest.approx((72, 842 - 660, 322, 842 - 570), abs=1)


def test_what_was_filled_into_form_fields_is_read() -> None:
    def form(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "借款人：")
        canvas.acroForm.textfield(name="a", x=140, y=695, width=150, height=18, value="Zhao 50000")

    content = open_content(drawn(form), SETTINGS)

    assert "Zhao 50000" in content.text


def test_scanned_pages_go_to_the_engine_and_text_pages_do_not() -> None:
    engine = FixedEngine()

    content = open_content(drawn(contract, scan), SETTINGS, engine)

    assert [p.ocr for p in content.pages] == [False, True]
    assert words_of(content, 0, on=1) == ["识别文字"]
    # 200 dots an inch on A4, and places in points again.
    assert [shape[1] for shape in engine.shown] == [pytest.approx(1654, abs=2)]
    assert content.pages[1].lines[0].box == pytest.approx((36, 36, 108, 54), abs=0.1)


def test_someone_elses_invisible_text_on_a_scan_is_not_trusted() -> None:
    def searchable(canvas: Canvas) -> None:
        scan(canvas)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("垃圾文字" * 80)
        canvas.drawText(text)

    content = open_content(drawn(searchable), SETTINGS, FixedEngine())

    assert content.pages[0].ocr
    assert content.text == "识别文字"


def test_text_laid_over_a_scan_where_nothing_is_printed_is_not_trusted() -> None:
    def astray(canvas: Canvas) -> None:
        scan(canvas)
        # Painted in white at the foot of the page, where the scan has nothing but paper.
        canvas.setFillColorRGB(1, 1, 1)
        for number in range(8):
            canvas.drawString(72, 250 - 20 * number, "别处的文字与这一页无关" * 3)

    content = open_content(drawn(astray), SETTINGS, FixedEngine())

    assert content.text == "识别文字"


def test_text_that_stands_on_the_print_of_a_scan_is_kept() -> None:
    def typed_over(canvas: Canvas) -> None:
        scan(canvas)
        for number in range(14):
            canvas.drawString(72, 300 - 20 * number, "借款人应按期归还借款本息不得拖欠")

    content = open_content(drawn(typed_over), SETTINGS, FixedEngine())

    assert not content.ocr
    assert "按期归还" in content.text


def test_text_beside_the_paper_is_not_what_the_page_says() -> None:
    def outside(canvas: Canvas) -> None:
        canvas.rect(100, 100, 200, 200, fill=1)
        canvas.drawString(72, 700, "借款合同")
        for number in range(10):
            canvas.drawString(700, 700 - 20 * number, "看不见的一行文字")

    content = open_content(drawn(outside), SETTINGS, FixedEngine())

    assert content.text == "识别文字"


@pytest.mark.parametrize(
    "garbled",
    [
        "½è¿îºÏÍ¬ ½è¿îÈË ÕÅÈý ½è¿î½ð¶î ÎéÍòÔªÕû ½è¿îÆÚÏÞ",
        "(cid:12)(cid:40)(cid:7)(cid:55)(cid:9)(cid:13)(cid:88)",
        "睠鑫仴兦噟亼咓凨夽姩孊岪幐彑恖愘扴抂拻捼" * 2,
        "Frqwudwr gh suhvwdpr: hqwlgdg gh fuhglwr, suhvwdwdulr, wdvd gh lqwhuhv, sodcr gh uhhpero",
    ],
)
def test_text_in_a_wrong_encoding_is_told_by_its_letters(garbled: str) -> None:
    assert is_garbled([Line((Word(garbled),))])


@pytest.mark.parametrize(
    "lines", [CHINESE, SPANISH, ("ＢＯＲＲＯＷＥＲ ⼀借款⼈", "貸款合約書 債權人 抵押權人")]
)
def test_honest_text_is_not_taken_for_garbled(lines: tuple[str, ...]) -> None:
    assert not is_garbled([Line((Word(line),)) for line in lines * 3])


def test_without_an_engine_a_scan_says_so() -> None:
    content = open_content(drawn(scan), SETTINGS)

    assert content.pages[0].lines == ()
    assert content.notes == ("no_ocr",)


def test_large_paper_is_drawn_coarser_rather_than_refused() -> None:
    out = io.BytesIO()
    Image.effect_noise((500, 500), 90).save(out, "PDF", resolution=10)
    engine = FixedEngine()

    open_content(out.getvalue(), ReadingSettings(max_megapixels=9), engine)

    height, width, _colours = engine.shown[0]
    assert 8_500_000 < height * width < 9_100_000


def locked(user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn(contract))) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="owner", user=user))
    return out.getvalue()


def test_a_pdf_that_only_forbids_copying_is_read() -> None:
    assert "赵春燕" in open_content(locked(""), SETTINGS).text


def test_a_pdf_locked_with_a_password_gives_no_pages_and_says_why() -> None:
    content = open_content(locked("secret"), SETTINGS)

    assert content.pages == ()
    assert content.notes == ("encrypted",)


def test_a_pdf_that_lost_its_tables_is_repaired_or_refused_by_code() -> None:
    whole = drawn(contract)
    no_tables = whole[: whole.rfind(b"xref\n")] + b"startxref\n0\n%%EOF"

    assert "赵春燕" in open_content(no_tables, SETTINGS).text
    with pytest.raises(Unreadable) as refusal:
        open_content(b"%PDF-1.7\n" + b"rubbish " * 500 + b"%%EOF", SETTINGS)
    assert refusal.value.code == "unreadable"


def test_a_repaired_frame_without_its_picture_is_refused() -> None:
    half = drawn(scan)[: len(drawn(scan)) // 3]

    with pytest.raises(Unreadable) as refusal:
        open_content(half, SETTINGS, FixedEngine())
    assert refusal.value.code == "unreadable"


def test_more_pages_than_allowed_are_refused() -> None:
    with pytest.raises(Unreadable) as refusal:
        open_content(drawn(*[contract] * 4), ReadingSettings(max_pages=3))
    assert refusal.value.code == "too_many_pages"


@pytest.mark.parametrize("place", range(7, 100, 7))
def test_no_damage_raises_anything_but_a_refusal(place: int) -> None:
    data = bytearray(drawn(contract))
    start = len(data) * place // 100
    data[start : start + 60] = bytes(60)

    try:
        content = open_content(bytes(data), SETTINGS)
    except Unreadable as refusal:
        assert refusal.code in ("unreadable", "unknown_type")
    else:
        assert content.media_type == "application/pdf"
