"""A scan as a searchable PDF: found by every reader of PDFs, the picture untouched."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from PIL import Image as Pillow

from archive.filing import Paper
from archive.searchable import copies_of, files_of
from extractors import filetype
from extractors.content import Content, Line, Page, Word
from extractors.reading import Reading
from extractors.searchable import NotMade, searchable_pdf
from extractors.searchable_child import Scan, searchable_pdfs
from samples.make.scan import image_pdf, jpeg

SAYS = (
    (Word("借款人：赵春燕", (60, 80, 200, 98)), Word("50,000.00元", (300, 80, 400, 98))),
    (Word("Íñigo", (60, 120, 110, 136)), Word("𠅤镕", (130, 120, 166, 138))),
)  # fmt: skip

READ = Reading(doc_type=None, language="zh", pages=1, ocr=True)


def read_as(width: float, height: float, *, rotated: int = 0, kind: str = filetype.JPEG) -> Content:
    page = Page(1, width, height, tuple(map(Line, SAYS)), ocr=True, rotated=rotated)
    return Content((page,), kind)


def scan(width: int = 1000, height: int = 1400) -> Pillow.Image:
    image = Pillow.new("RGB", (width, height), "white")
    image.paste((10, 10, 10), (160, 220, 560, 270))
    return image


def text_by_pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range()).replace("\r\n", "\n")


def test_the_text_is_found_in_reading_order_by_pdfium_and_pdfplumber() -> None:
    pdf = searchable_pdf(jpeg(scan()), filetype.JPEG, read_as(360, 504))

    by_pdfium = text_by_pdfium(pdf)
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        by_plumber = document.pages[0].extract_text()

    for said in (by_pdfium, by_plumber):
        words = said.split()
        assert words == ["借款人：赵春燕", "50,000.00元", "Íñigo", "𠅤镕"]


def test_each_word_stands_where_it_is_printed() -> None:
    pdf = searchable_pdf(jpeg(scan()), filetype.JPEG, read_as(360, 504))

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        (word, *_others) = document.pages[0].extract_words()

    assert (word["x0"], word["top"], word["x1"], word["bottom"]) == pytest.approx(
        (60, 80, 200, 98), abs=4
    )


def test_the_jpeg_is_inside_as_it_was_and_the_page_looks_the_same() -> None:
    data = jpeg(scan())

    pdf = searchable_pdf(data, filetype.JPEG, read_as(360, 504))

    with pikepdf.open(io.BytesIO(pdf)) as document:
        picture = document.pages[0].Resources.XObject.Scan
        assert picture.read_raw_bytes() == data
    with pypdfium2.PdfDocument(pdf) as document:
        seen = document[0].render(scale=1000 / 360).to_pil().convert("L")
    assert seen.getpixel((300, 245)) < 60
    # Where the words are laid there is only paper to see.
    assert min(seen.crop((180, 330, 460, 380)).tobytes()) > 240


def test_a_scanned_pdf_keeps_its_pages_drawing_and_gets_the_text() -> None:
    data = image_pdf([scan()])
    with pikepdf.open(io.BytesIO(data)) as before:
        drawing = before.pages[0].Contents.read_bytes()

    pdf = searchable_pdf(data, filetype.PDF, read_as(360, 504, kind=filetype.PDF))

    with pikepdf.open(io.BytesIO(pdf)) as after:
        streams = [stream.read_bytes() for stream in after.pages[0].Contents]
    assert drawing in streams
    assert text_by_pdfium(pdf).split() == ["借款人：赵春燕", "50,000.00元", "Íñigo", "𠅤镕"]


@pytest.mark.parametrize("rotated", [90, 180, 270])
@pytest.mark.parametrize("turn", [0, 90, 270])
def test_text_lies_as_the_scan_lies(rotated: int, turn: int) -> None:
    """The word at the upper left of the upright page is found where that corner lies."""
    width, height = (504.0, 360.0) if rotated in (90, 270) else (360.0, 504.0)
    with pikepdf.new() as document:
        # As displayed the page is width x height; a turned page is stored the other way round.
        size = (height, width) if turn in (90, 270) else (width, height)
        document.add_blank_page(page_size=size)
        document.pages[0].Rotate = turn
        out = io.BytesIO()
        document.save(out)
    upright = read_as(360, 504, rotated=rotated)

    pdf = searchable_pdf(out.getvalue(), filetype.PDF, upright)

    with pdfplumber.open(io.BytesIO(pdf)) as read:
        one = next(c for c in read.pages[0].chars if c["text"] == "借")
    # 借 is centred about (70, 89) on the upright page of 360 x 504.
    x, y = (one["x0"] + one["x1"]) / 2, (one["top"] + one["bottom"]) / 2
    expected = {90: (89, 360 - 70), 180: (360 - 70, 504 - 89), 270: (504 - 89, 70)}[rotated]
    assert (x, y) == pytest.approx(expected, abs=8)


@pytest.mark.parametrize(("kind", "name"), [(filetype.PNG, "PNG"), (filetype.TIFF, "TIFF")])
@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_other_pictures_are_kept_without_loss(kind: str, name: str, mode: str) -> None:
    image = scan(200, 280).convert(mode)
    out = io.BytesIO()
    image.save(out, name)

    pdf = searchable_pdf(out.getvalue(), kind, read_as(360, 504, kind=kind))

    with pikepdf.open(io.BytesIO(pdf)) as document:
        picture = document.pages[0].Resources.XObject.Scan
        assert isinstance(picture, pikepdf.Stream)
        kept = pikepdf.PdfImage(picture).as_pil_image()
    assert kept.convert("RGB").tobytes() == image.convert("RGB").tobytes()


def test_the_same_scan_gives_the_same_bytes() -> None:
    data = jpeg(scan())

    assert searchable_pdf(data, filetype.JPEG, read_as(360, 504)) == searchable_pdf(
        data, filetype.JPEG, read_as(360, 504)
    )


def test_a_signed_pdf_gets_no_copy_with_text() -> None:
    with pikepdf.open(io.BytesIO(image_pdf([scan()]))) as document:
        document.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
        out = io.BytesIO()
        document.save(out)

    with pytest.raises(NotMade, match="signed"):
        searchable_pdf(out.getvalue(), filetype.PDF, read_as(360, 504, kind=filetype.PDF))


def test_in_a_child_one_broken_scan_does_not_cost_the_next_its_copy(tmp_path: Path) -> None:
    broken, good = tmp_path / "broken", tmp_path / "good"
    broken.write_bytes(b"\xff\xd8\xff\xe0 no picture")
    good.write_bytes(jpeg(scan()))
    content = read_as(360, 504)

    first, second = searchable_pdfs(
        [Scan(broken, filetype.JPEG, content), Scan(good, filetype.JPEG, content)]
    )

    assert first.failed == "unreadable"
    assert "借款人：赵春燕" in text_by_pdfium(second.pdf)


def paper_of(data: bytes, tmp_path: Path) -> Paper:
    staged = tmp_path / "staged"
    staged.write_bytes(data)
    return Paper(
        staged=staged, sha256="0" * 64, size_bytes=len(data), media_type=filetype.JPEG,
        name="scan.jpg", name_raw=b"scan.jpg", reading=READ,
        content=read_as(360, 504),
    )  # fmt: skip


def test_beside_a_scan_stands_its_searchable_copy(tmp_path: Path) -> None:
    copies = copies_of([paper_of(jpeg(scan()), tmp_path)])

    ((name, data),) = files_of(copies["0" * 64], 7).items()

    assert name == "searchable/0007.pdf"
    assert "借款人：赵春燕" in text_by_pdfium(data)


def test_a_scan_without_a_searchable_copy_says_why(tmp_path: Path) -> None:
    copies = copies_of([paper_of(b"\xff\xd8\xff\xe0 no picture", tmp_path)])

    files = files_of(copies["0" * 64], 7)

    assert files == {"searchable/0007.json": b'{"failed":"unreadable"}'}


def test_papers_that_were_not_read_by_ocr_get_no_copy(tmp_path: Path) -> None:
    typed = replace(paper_of(b"", tmp_path), content=Content((), filetype.DOCX))

    assert copies_of([typed]) == {}
