"""Labels and separator sheets to print: a code, and beside it what a person reads. PDF, A4.

Pages are drawn in black at 300 dots an inch and held in the PDF as fax images, so that they print
alike everywhere and the same labels are the same bytes.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pikepdf
import pylopdf_fonts_zh_cn
import segno
from PIL import Image, ImageDraw, ImageFont

from extractors.codes import Code
from extractors.wording import _

DPI = 300
A4_MM = (210.0, 297.0)
# White around a QR code that belongs to it, in modules.
QUIET = 4
# Large enough for a stamped 150-dpi scan, in millimetres, quiet zone apart.
SMALLEST_QR_MM, LARGEST_QR_MM = 16.0, 30.0
SHEETS = Path(__file__).parent / "sheets.toml"
DEFAULT_SHEET = "63x38"


class UnknownSheet(ValueError):
    """No label sheet has that name."""


class NothingToPrint(ValueError):
    """There is no label to print, or no room to begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of labels on A4 paper; millimetres, as in sheets.toml."""

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    across: float
    down: float

    @property
    def count(self) -> int:
        """Labels on one sheet."""
        return self.columns * self.rows

    def corner(self, number: int) -> tuple[float, float]:
        """Return the upper left corner of a label, counted from 0, row by row."""
        row, column = divmod(number, self.columns)
        return self.left + column * self.across, self.top + row * self.down


@dataclass(frozen=True, slots=True)
class Label:
    """One label: its code, and lines for people, the first of them large."""

    code: Code
    lines: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def sheets() -> dict[str, Sheet]:
    """Return the sheets there are, by name."""
    declared = tomllib.loads(SHEETS.read_text(encoding="utf-8"))
    return {name: Sheet(**one) for name, one in declared.items()}


def sheet(name: str) -> Sheet:
    """Return a sheet. Raises UnknownSheet."""
    found = sheets().get(name)
    if found is None:
        raise UnknownSheet(
            _("There is no label sheet {name}. Known: {names}.").format(
                name=name, names=", ".join(sheets())
            )
        )
    return found


def label_pdf(labels: Sequence[Label], chosen: Sheet, *, skip: int = 0) -> bytes:
    """Return labels as a PDF of A4 pages.

    skip  labels of the first sheet that are used up
    Raises NothingToPrint.
    """
    if not labels or not 0 <= skip < chosen.count:
        raise NothingToPrint(
            _("There is nothing to print; of a sheet at most {n} labels are skipped.").format(
                n=chosen.count - 1
            )
        )
    places: list[Label | None] = [*([None] * skip), *labels]
    starts = range(0, len(places), chosen.count)
    return _pdf(_label_page(places[at : at + chosen.count], chosen) for at in starts)


def separator_pdf(separators: Sequence[Label]) -> bytes:
    """Return separator sheets, one A4 page each. Raises NothingToPrint."""
    if not separators:
        raise NothingToPrint(_("There is nothing to print."))
    return _pdf(map(_separator_page, separators))


def _label_page(labels: Iterable[Label | None], chosen: Sheet) -> Image.Image:
    page = _paper()
    for number, label in enumerate(labels):
        if label is not None:
            _draw_label(page, label, chosen, *chosen.corner(number))
    return page


def _draw_label(page: Image.Image, label: Label, chosen: Sheet, left: float, top: float) -> None:
    room = min(chosen.height - 8.0, chosen.width * 0.45, LARGEST_QR_MM)
    side = max(room, min(SMALLEST_QR_MM, chosen.height - 5.0))
    # Printers do not reach the edge of the paper: what stands there moves in.
    inset = max(3.0, 5.0 - left)
    picture = _qr(label.code, side)
    at = (_px(left + inset), _px(top + (chosen.height - side) / 2))
    page.paste(picture, at)
    text_left = left + inset + side + 2.5
    room_px = _px(left + chosen.width - 2.5 - text_left)
    below = top + (chosen.height - side) / 2
    drawn = ImageDraw.Draw(page)
    y = float(_px(below))
    for number, line in enumerate(label.lines):
        font = _fitting(line, room_px, largest=13.0 if number == 0 else 9.0)
        drawn.text((_px(text_left), y), line, fill=0, font=font)
        y += font.size * 1.35
    font = _fitting(label.code.text, room_px, largest=7.0)
    bottom = _px(below + side)
    drawn.text((_px(text_left), max(y, bottom - font.size * 1.4)), label.code.text, 0, font=font)


def _separator_page(label: Label) -> Image.Image:
    """Codes in three places: a seal, a fold or a torn corner spoils one of them."""
    page = _paper()
    drawn = ImageDraw.Draw(page)
    side = 50.0
    for left, top in ((80.0, 118.0), (22.0, 22.0), (138.0, 222.0)):
        page.paste(_qr(label.code, side), (_px(left), _px(top)))
    for edge in (10.0, 283.0):
        drawn.rectangle((_px(10.0), _px(edge), _px(200.0), _px(edge + 4.0)), fill=0)
    y = 36.0
    for number, line in enumerate(label.lines):
        size = 26.0 if number == 0 else 15.0
        font = _fitting(line, _px(112.0), largest=size)
        drawn.text((_px(80.0), _px(y)), line, fill=0, font=font)
        y += 14.0 if number == 0 else 9.0
    drawn.text((_px(22.0), _px(240.0)), label.code.text, fill=0, font=_font(14.0))
    note = _("Separator sheet: scan it before the papers it speaks of. It is not filed as a paper.")
    drawn.text((_px(22.0), _px(252.0)), note, fill=0, font=_fitting(note, _px(112.0), largest=10.0))
    return page


def _paper() -> Image.Image:
    return Image.new("L", (_px(A4_MM[0]), _px(A4_MM[1])), 255)


def _px(millimetres: float) -> int:
    return round(millimetres / 25.4 * DPI)


def _qr(code: Code, side_mm: float) -> Image.Image:
    """Return a code's picture; its white rim is inside `side_mm`, modules are whole pixels."""
    made = segno.make(code.text, error="q", micro=False, boost_error=False)
    modules = int(made.symbol_size(border=QUIET)[0])
    scale = max(1, _px(side_mm) // modules)
    picture = Image.new("L", (modules * scale, modules * scale), 255)
    drawn = ImageDraw.Draw(picture)
    for row, line in enumerate(made.matrix_iter(border=QUIET)):
        for column, dark in enumerate(line):
            if dark:
                x, y = column * scale, row * scale
                drawn.rectangle((x, y, x + scale - 1, y + scale - 1), fill=0)
    return picture


@lru_cache(maxsize=64)
def _font(points: float) -> ImageFont.FreeTypeFont:
    path = pylopdf_fonts_zh_cn.sans_path()
    return ImageFont.truetype(str(path), round(points / 72 * DPI))


def _fitting(text: str, room_px: int, *, largest: float) -> ImageFont.FreeTypeFont:
    """Return the font in which a line fits, down to 5 points; then it runs out."""
    points = largest
    while points > 5.0 and _font(points).getlength(text) > room_px:
        points -= 0.5
    return _font(points)


def _pdf(pages: Iterable[Image.Image]) -> bytes:
    """Return pages as a PDF of fax images without any date: equal pages give equal bytes."""
    document = pikepdf.new()
    for page in pages:
        width, height = page.size
        points = [round(side * 72 / DPI, 2) for side in page.size]
        image = pikepdf.Stream(document, _fax(page))
        image.Type, image.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        image.Width, image.Height, image.BitsPerComponent = width, height, 1
        image.ColorSpace = pikepdf.Name.DeviceGray
        image.Filter = pikepdf.Name.CCITTFaxDecode
        image.DecodeParms = pikepdf.Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=True)
        content = f"q {points[0]} 0 0 {points[1]} 0 0 cm /Im0 Do Q".encode()
        document.add_blank_page(page_size=(points[0], points[1]))
        added = document.pages[-1]
        added.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=image))
        added.Contents = document.make_stream(content)
    out = io.BytesIO()
    document.save(out, deterministic_id=True)
    return out.getvalue()


def _fax(page: Image.Image) -> bytes:
    """Return a page's CCITT G4 data, as the one strip of a TIFF holds it."""
    out = io.BytesIO()
    page.point(lambda grey: 255 if grey > 128 else 0).convert("1").save(
        # All rows in one strip.
        out, "TIFF", compression="group4", tiffinfo={278: page.height},
    )  # fmt: skip
    with Image.open(out) as tiff:
        offsets, counts = tiff.tag_v2[273], tiff.tag_v2[279]  # type: ignore[attr-defined]
    data = out.getvalue()
    return b"".join(data[o : o + n] for o, n in zip(offsets, counts, strict=True))
