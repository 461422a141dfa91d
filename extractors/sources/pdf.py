"""PDF: each page's own text where it is sound, else the page drawn and read by OCR."""

from __future__ import annotations

import io
import math
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from extractors import filetype
from extractors.codes import is_ours, separators
from extractors.content import Content, Line, Page, Table
from extractors.ocr.engine import Image, OcrEngine
from extractors.ruled import places, says_something, table_of
from extractors.rulings import ruled_cells
from extractors.settings import ReadingSettings
from extractors.sources.image import page_from
from extractors.sources.pdf_layer import is_garbled, is_outside, stands_on_ink
from extractors.sources.pdf_notes import pdf_notes
from extractors.sources.pdf_rulings import rulings
from extractors.sources.pdf_text import PageText, Transform, text_of
from extractors.sources.refusal import Unreadable

# A page mostly covered by a picture is a scan unless it has this much text of its own.
SCAN_COVER = 0.5
OWN_TEXT = 200
# Text of which less than this share are real characters is a font without a legend: look instead.
SOUND_SHARE = 0.85
# Fewer characters than this among that many drawn shapes: the letters themselves were drawn.
DRAWN_TEXT, DRAWN_SHAPES = 5, 150
# Ruling lines, in points: at most so thick, at least so long, and at least so many each way.
RULING_THICK, RULING_LONG, RULINGS = 3.0, 12.0, 3
SAME_EDGE = 3.0
# Coarse enough to be quick, fine enough to tell ink from paper.
CHECKED_DPI = 60.0
# A page drawn for OCR keeps at least this resolution, however large the paper.
LOWEST_DPI = 40
# A3 at 300 dpi is 17 megapixels; engineers' plans and posters are drawn coarser than asked.
DRAWN_MEGAPIXELS = 40
_MILLION = 1_000_000


def open_pdf(data: bytes, settings: ReadingSettings, ocr: OcrEngine | None) -> Content:
    """Return what stands in the PDF `data`. Raises Unreadable.

    A locked PDF gives no pages and the note "encrypted"; one that had to be repaired, "repaired".
    """
    try:
        document, notes = _opened(data)
    except _Locked:
        return Content((), filetype.PDF, ("encrypted",))
    notes += pdf_notes(document, data)
    try:
        if len(document) > settings.max_pages:
            raise Unreadable("too_many_pages")
        pages = tuple(_page(document, index, settings, ocr) for index in range(len(document)))
    finally:
        document.close()
    if "repaired" in notes and not any(page.lines for page in pages):
        # The frame could be mended; what stood in it is gone.
        raise Unreadable("unreadable")
    if ocr is None and any(page.ocr for page in pages):
        notes = (*notes, "no_ocr")
    return Content(pages, filetype.PDF, notes)


class _Locked(Exception):
    """The PDF opens only with a password."""


def _opened(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """Return the document and notes."""
    try:
        return _with_pages(data), ()
    except pypdfium2.PdfiumError as cause:
        if getattr(cause, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise _Locked from cause
    repaired = _repaired(data)
    try:
        return _with_pages(repaired), ("repaired",)
    except pypdfium2.PdfiumError as cause:
        raise Unreadable("unreadable") from cause


def _with_pages(data: bytes) -> Any:
    document = pypdfium2.PdfDocument(data)
    if len(document) == 0:
        document.close()
        raise pypdfium2.PdfiumError("no pages")
    return document


def _repaired(data: bytes) -> bytes:
    """Return the PDF written anew by qpdf, which rebuilds lost tables.

    Raises Unreadable, _Locked.
    """
    import pikepdf

    rewritten = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            document.save(rewritten)
    except pikepdf.PasswordError as cause:
        raise _Locked from cause
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, OverflowError) as cause:
        raise Unreadable("unreadable") from cause
    return rewritten.getvalue()


def _page(document: Any, index: int, settings: ReadingSettings, ocr: OcrEngine | None) -> Page:
    try:
        page = _flattened(document, index)
    except pypdfium2.PdfiumError:
        # One broken page must not lose the others.
        return Page(index + 1, 0.0, 0.0, ())
    try:
        text = text_of(page)
        shapes = _Shapes(page)
        if _must_be_looked_at(text, shapes) or _is_bad_layer(page, text, shapes):
            dpi = _dpi_within(page, settings)
            return page_from(_drawn(page, dpi), index + 1, dpi, ocr)
        tables = _tables(page, text.lines) if shapes.are_ruled and not text.turned else ()
        return Page(
            index + 1, text.width, text.height, text.lines, tables,
            rotated=text.turned, codes=_printed_codes(text.lines),
        )  # fmt: skip
    finally:
        page.close()


def _printed_codes(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Codes of ours on a page that was never on paper: a line that is one and nothing else."""
    return tuple(line.text for line in lines if is_ours(line.text) and separators([line.text]))


def _flattened(document: Any, index: int) -> Any:
    """Return the page with what was filled into its form fields made part of it."""
    page = document[index]
    if pdfium.FPDFPage_GetAnnotCount(page) > 0:
        done = pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        if done == pdfium.FLATTEN_SUCCESS:
            page.close()
            page = document[index]
    return page


def _must_be_looked_at(text: PageText, shapes: _Shapes) -> bool:
    """Whether the page is to be read as a picture, for lack of sound text of its own."""
    if text.characters and text.sound < SOUND_SHARE * text.characters:
        return True
    visible = text.sound
    if shapes.covered >= SCAN_COVER:
        # Someone else's OCR lies invisible under a scan; ours has boxes and confidences.
        return visible < OWN_TEXT or shapes.invisible_text
    if visible < DRAWN_TEXT:
        return shapes.drawn >= DRAWN_SHAPES or shapes.covered > 0.02
    return False


def _is_bad_layer(page: Any, text: PageText, shapes: _Shapes) -> bool:
    """Whether the page's text is not what the page shows, so that looking tells more."""
    if not text.lines:
        return False
    if is_garbled(text.lines) or is_outside(text.lines, text.width, text.height):
        return True
    if shapes.covered < SCAN_COVER or text.turned:
        return False
    # Over a scan the words must stand where the scan has ink.
    dpi = min(CHECKED_DPI, DRAWN_MEGAPIXELS * _MILLION / max(text.width * text.height, 1.0))
    return not stands_on_ink(text.lines, _drawn(page, dpi), dpi)


class _Shapes:
    """What is on a page besides visible text.

    covered         share of the page under pictures, 0-1
    drawn           number of drawn shapes
    are_ruled       whether straight lines both ways could make a table
    invisible_text  whether most text objects are not painted
    """

    def __init__(self, page: Any) -> None:
        width, height = page.get_size()
        area = max(width * height, 1.0)
        pictures = 0.0
        level = upright = hidden = painted = 0
        self.drawn = 0
        for thing in page.get_objects(max_depth=3):
            if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = _bounds(thing)
                pictures += max(0.0, min(right - left, width)) * max(0.0, min(top - bottom, height))
            elif thing.type == pdfium.FPDF_PAGEOBJ_PATH:
                self.drawn += 1
                left, bottom, right, top = _bounds(thing)
                wide, high = right - left, top - bottom
                across, down = _rulings(wide, high, pdfium.FPDFPath_CountSegments(thing))
                level, upright = level + across, upright + down
            elif thing.type == pdfium.FPDF_PAGEOBJ_TEXT:
                mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
                hidden += mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
                painted += mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        self.covered = min(1.0, pictures / area)
        self.are_ruled = level >= RULINGS and upright >= RULINGS
        self.invisible_text = hidden > painted


def _rulings(wide: float, high: float, segments: int) -> tuple[int, int]:
    """How many level and upright ruling lines a drawn shape of this size may hold."""
    if wide >= RULING_LONG and high >= RULING_LONG:
        # A frame has four strokes; some programs draw a whole grid as one path of many.
        return (max(1, segments // 4), max(1, segments // 4))
    return (
        int(high <= RULING_THICK and wide >= RULING_LONG),
        int(wide <= RULING_THICK and high >= RULING_LONG),
    )


def _bounds(thing: Any) -> tuple[float, float, float, float]:
    try:
        left, bottom, right, top = thing.get_bounds()
    except pypdfium2.PdfiumError:
        return (0.0, 0.0, 0.0, 0.0)
    return (left, bottom, right, top)


def _dpi_within(page: Any, settings: ReadingSettings) -> float:
    """The resolution for OCR; for large paper lower, so that the picture stays within limits."""
    width, height = page.get_size()
    square_inches = max(width * height / (72 * 72), 0.01)
    most = min(settings.max_megapixels, DRAWN_MEGAPIXELS) * _MILLION
    highest = math.sqrt(most / square_inches)
    if highest < LOWEST_DPI:
        raise Unreadable("too_many_pixels")
    return min(float(settings.ocr_dpi), highest)


def _drawn(page: Any, dpi: float) -> Image:
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True, may_draw_forms=False)
    pixels = bitmap.to_numpy()
    if pixels.ndim == 2:
        pixels = pixels[:, :, None]
    colours = pixels[:, :, :3] if pixels.shape[2] >= 3 else np.repeat(pixels[:, :, :1], 3, axis=2)
    copied = np.array(colours, np.uint8)
    bitmap.close()
    return copied


def _tables(page: Any, lines: tuple[Line, ...]) -> tuple[Table, ...]:
    """Return the ruled tables of an upright page, filled with its words."""
    width, height = page.get_size()
    level, upright = rulings(page, Transform(page, width, height, 0))
    found = ruled_cells(level, upright)
    tables = (table_of(boxes, places(boxes, SAME_EDGE), lines) for boxes in found)
    return tuple(table for table in tables if says_something(table))
