"""A scan as a PDF that can be searched: its picture untouched, the text that was read laid over it.

The text is invisible (render mode 3) and stands where it is printed. No font data goes in: a map
from codes to Unicode is all that readers of PDFs need. The same scan gives the same bytes.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import pikepdf
from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from extractors import filetype
from extractors.content import Box, Content, Page, Word

_FORMATS = {
    filetype.JPEG: "JPEG",
    filetype.PNG: "PNG",
    filetype.TIFF: "TIFF",
    filetype.BMP: "BMP",
}
FONT = pikepdf.Name("/HudangText")
# Share of a word's box that is below its baseline.
DESCENT = 0.2
# Codes below this are half as wide as high; from here on text is as wide as high.
WIDE_FROM = 0x2E80
# Codes for characters beyond the first plane, from the private area.
_PRIVATE = range(0xE000, 0xF900)

Matrix = tuple[float, float, float, float, float, float]


class NotMade(Exception):
    """There is no searchable PDF of this paper.

    code  "signed", "encrypted", "no_text", "unreadable", "too_large"
    """

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def searchable_pdf(data: bytes, media_type: str, content: Content) -> bytes:
    """Return the scan `data` as a PDF with the words of `content` over its pictures.

    A signed PDF gives none: a copy with text would pass for it. Raises NotMade.
    """
    if not any(page.ocr and page.lines for page in content.pages):
        raise NotMade("no_text")
    try:
        if media_type == filetype.PDF:
            return _over_pdf(data, content)
        return _over_pictures(data, media_type, content)
    except pikepdf.PasswordError as cause:
        raise NotMade("encrypted") from cause
    except (pikepdf.PdfError, UnidentifiedImageError, OSError, ValueError, KeyError) as cause:
        raise NotMade("unreadable") from cause


def _over_pdf(data: bytes, content: Content) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        if document.is_encrypted:
            raise NotMade("encrypted")
        if b"/ByteRange" in data or _is_signed(document):
            raise NotMade("signed")
        text = _TextLayer(document)
        for page in content.pages:
            if page.ocr and page.lines and page.number <= len(document.pages):
                text.lay(document.pages[page.number - 1], page)
        text.finish()
        return _saved(document)


def _is_signed(document: pikepdf.Pdf) -> bool:
    form = document.Root.get("/AcroForm")
    return "/Perms" in document.Root or (
        form is not None and bool(int(form.get("/SigFlags", 0)) & 1)
    )


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out, deterministic_id=True, preserve_pdfa=False)
    return out.getvalue()


def _over_pictures(data: bytes, media_type: str, content: Content) -> bytes:
    opened = Pillow.open(io.BytesIO(data), formats=(_FORMATS[media_type],))
    with pikepdf.new() as document:
        text = _TextLayer(document)
        for page in content.pages:
            if len(content.pages) > 1:
                opened.seek(page.number - 1)
            _add_picture(document, _picture(document, opened, data, media_type), page, opened)
            if page.ocr and page.lines:
                text.lay(document.pages[-1], page)
        text.finish()
        return _saved(document)


def _add_picture(
    document: pikepdf.Pdf, picture: pikepdf.Stream, page: Page, opened: Pillow.Image
) -> None:
    """Add a page as large as the paper, the picture turned as the camera says it lies."""
    width, height = _as_it_lies(page)
    document.add_blank_page(page_size=(width, height))
    added = document.pages[-1]
    added.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
    a, b, c, d, e, f = _EXIF_TURNS.get(opened.getexif().get(0x0112, 1), _EXIF_TURNS[1])
    placed = (a * width, b * height, c * width, d * height, e * width, f * height)
    drawing = f"q {_numbers(placed)} cm /Scan Do Q\n"
    added.obj.Contents = document.make_stream(drawing.encode())


# How a picture's unit square is laid on the page's, by the orientation in its EXIF data.
_EXIF_TURNS: dict[int, Matrix] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def _as_it_lies(page: Page) -> tuple[float, float]:
    """Return width and height of the scan before it was turned upright, in points."""
    if page.rotated in (90, 270):
        return page.height, page.width
    return page.width, page.height


def _picture(
    document: pikepdf.Pdf, opened: Pillow.Image, data: bytes, media_type: str
) -> pikepdf.Stream:
    """Return the picture as a PDF has it: a JPEG's own bytes, anything else without loss."""
    name = pikepdf.Name
    wide, high = opened.size
    common: dict[str, Any] = {"Type": name.XObject, "Subtype": name.Image}
    if media_type == filetype.JPEG and opened.mode in ("L", "RGB", "CMYK"):
        colours = {"L": name.DeviceGray, "RGB": name.DeviceRGB, "CMYK": name.DeviceCMYK}
        if opened.mode == "CMYK":
            # Programs that write such JPEGs store them inverted.
            common["Decode"] = pikepdf.Array([1, 0] * 4)
        return pikepdf.Stream(
            document, data, Width=wide, Height=high, BitsPerComponent=8,
            ColorSpace=colours[opened.mode], Filter=name.DCTDecode, **common,
        )  # fmt: skip
    from extractors.sources.image import as_rgb

    shown = opened if opened.mode in ("1", "L") else as_rgb(opened)
    return pikepdf.Stream(
        document, zlib.compress(shown.tobytes(), 6), Width=wide, Height=high,
        BitsPerComponent=1 if shown.mode == "1" else 8,
        ColorSpace=name.DeviceRGB if shown.mode == "RGB" else name.DeviceGray,
        Filter=name.FlateDecode, **common,
    )  # fmt: skip


class _TextLayer:
    """The invisible text of one document: one font, and the codes of all characters used."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._font = document.make_indirect(pikepdf.Dictionary())
        self._codes: dict[str, int] = {}

    def lay(self, target: pikepdf.Page, page: Page) -> None:
        """Add the words of `page` over what is drawn on `target`, in reading order."""
        to_user = _to_user_space(target, page)
        shown = [b"q BT 3 Tr"]
        for line in page.lines:
            for place, word in enumerate(line.words):
                if word.box is not None and word.text:
                    is_last = place + 1 == len(line.words)
                    shown.append(self._word(word, word.box, to_user, is_last))
        shown.append(b"ET Q")
        target.add_resource(self._font, pikepdf.Name.Font, FONT, replace_existing=True)
        # What the page leaves of its own drawing state must not move the text.
        target.contents_add(self._document.make_stream(b"q\n"), prepend=True)
        target.contents_add(self._document.make_stream(b"Q\n" + b"\n".join(shown) + b"\n"))

    def finish(self) -> None:
        """Write the font, when all its characters are known."""
        name = pikepdf.Name
        inner = pikepdf.Dictionary(
            Type=name.Font, Subtype=name.CIDFontType2, BaseFont=FONT,
            CIDSystemInfo=pikepdf.Dictionary(
                Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
            ),
            FontDescriptor=self._document.make_indirect(
                pikepdf.Dictionary(
                    Type=name.FontDescriptor, FontName=FONT, Flags=4, ItalicAngle=0, StemV=80,
                    FontBBox=pikepdf.Array([0, -200, 1000, 800]), Ascent=800, Descent=-200,
                    CapHeight=800,
                )
            ),
            DW=1000, W=pikepdf.Array([0, WIDE_FROM - 1, 500]),
        )  # fmt: skip
        self._font.Type, self._font.Subtype = name.Font, name.Type0
        self._font.BaseFont = FONT
        self._font.Encoding = pikepdf.Name("/Identity-H")
        self._font.DescendantFonts = pikepdf.Array([self._document.make_indirect(inner)])
        self._font.ToUnicode = self._document.make_stream(_to_unicode(self._codes))

    def _word(
        self, word: Word, box: Box, to_user: Callable[[float, float], tuple[float, float]],
        is_last: bool,
    ) -> bytes:  # fmt: skip
        left, top, right, bottom = box
        size = max(bottom - top, 1.0)
        natural = sum(0.5 if ord(one) < WIDE_FROM else 1.0 for one in word.text) * size
        squeezed = max((right - left) / natural, 0.01)
        baseline = bottom - DESCENT * size
        x, y = to_user(left, baseline)
        along_x, along_y = to_user(left + 1, baseline)
        up_x, up_y = to_user(left, baseline - 1)
        across, rising = (along_x - x) * squeezed, (along_y - y) * squeezed
        matrix = (across, rising, up_x - x, up_y - y, x, y)
        text = word.text if is_last else f"{word.text} "
        codes = "".join(f"{self._code(one):04X}" for one in text)
        return f"{FONT} {size:.2f} Tf {_numbers(matrix)} Tm <{codes}> Tj".encode()

    def _code(self, character: str) -> int:
        if character not in self._codes:
            code = ord(character)
            if code > 0xFFFF or code in _PRIVATE:
                taken = sum(1 for one in self._codes.values() if one in _PRIVATE)
                code = _PRIVATE[taken % len(_PRIVATE)]
            self._codes[character] = code
        return self._codes[character]


def _to_unicode(codes: dict[str, int]) -> bytes:
    """Return the CMap from the codes to their characters."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = sorted((code, character) for character, code in codes.items())
    for start in range(0, len(pairs), 100):
        part = pairs[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines += [
            f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
            for code, character in part
        ]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode()


def _to_user_space(
    target: pikepdf.Page, page: Page
) -> Callable[[float, float], tuple[float, float]]:
    """Return the way from a point on the upright page to the PDF page's own space."""
    x0, y0, x1, y1 = (float(edge) for edge in _shown_box(target))
    turn = int(target.obj.get("/Rotate", _inherited(target, "/Rotate", 0))) % 360
    width, height = _as_it_lies(page)

    def to_user(x: float, y: float) -> tuple[float, float]:
        match page.rotated:
            case 270:
                x, y = width - y, x
            case 180:
                x, y = width - x, height - y
            case 90:
                x, y = y, height - x
        match turn:
            case 90:
                return x0 + y, y0 + x
            case 180:
                return x1 - x, y0 + y
            case 270:
                return x1 - y, y1 - x
        return x0 + x, y1 - y

    return to_user


def _shown_box(target: pikepdf.Page) -> tuple[float, float, float, float]:
    """The part of the page that is shown: its crop box, as far as there is paper."""
    m, c = _ordered(target.mediabox), _ordered(target.cropbox)
    both = (max(m[0], c[0]), max(m[1], c[1]), min(m[2], c[2]), min(m[3], c[3]))
    return both if both[0] < both[2] and both[1] < both[3] else m


def _ordered(box: pikepdf.Array) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(edge) for edge in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inherited(target: pikepdf.Page, key: str, default: int) -> Any:
    node = target.obj.get("/Parent")
    for _level in range(32):
        if node is None:
            return default
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return default


def _numbers(values: Sequence[float]) -> str:
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)
