"""Fonts for the papers: Noto Sans SC and Noto Serif SC (OFL), from pip.

ReportLab embeds only TrueType outlines, so the characters that the papers use are cut out of the
CFF fonts and converted. Which these are is read from the text of this package itself.
"""

from __future__ import annotations

import functools
import io
import string
from pathlib import Path

import pylopdf_fonts_zh_cn
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont as EmbeddedFont

SANS, SERIF = "HeiTi", "SongTi"
FILES = {SANS: "NotoSansSC-Regular.otf", SERIF: "NotoSerifSC-Regular.otf"}


def _otf(name: str) -> Path:
    return Path(pylopdf_fonts_zh_cn.__file__).parent / FILES[name]


def _characters() -> str:
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    text = "".join(source.read_text(encoding="utf-8") for source in sources)
    latin = "".join(chr(code) for code in range(0xA1, 0x180))
    return "".join(sorted(set(text + string.printable + latin + "０１２３４５６７８９")))


def truetype(name: str, characters: str) -> bytes:
    """Return a TrueType font with these characters of the font `name`."""
    font = TTFont(_otf(name))
    options = Options()
    options.layout_features = []
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    glyphs, drawn = font.getGlyphSet(), {}
    for glyph in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[glyph].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        drawn[glyph] = pen.glyph()
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    builder = FontBuilder(head.unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(font.getGlyphOrder())
    builder.setupCharacterMap(font.getBestCmap())
    builder.setupGlyf(drawn)
    builder.setupHorizontalMetrics(dict(font["hmtx"].metrics))
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(
        sTypoAscender=os2.sTypoAscender, sTypoDescender=os2.sTypoDescender, sCapHeight=733
    )
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


@functools.cache
def register() -> None:
    """Make both fonts known to ReportLab; done once."""
    characters = _characters()
    for name in FILES:
        pdfmetrics.registerFont(EmbeddedFont(name, io.BytesIO(truetype(name, characters))))
        pdfmetrics.registerFontFamily(name, normal=name, bold=name, italic=name, boldItalic=name)


@functools.cache
def drawing_font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return the whole font for Pillow, `size` in pixels."""
    return ImageFont.truetype(str(_otf(name)), size)
