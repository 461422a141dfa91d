"""Pages laid out with ReportLab: titles, clauses, ruled tables, signature blocks."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any, Literal

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from samples.make import fonts
from samples.make.fonts import SANS, SERIF

Story = list[Flowable]
Cell = str | Flowable | None
ALIGN: dict[str, Literal[0, 1, 2, 4]] = {
    "left": TA_LEFT,
    "center": TA_CENTER,
    "right": TA_RIGHT,
    "justify": TA_JUSTIFY,
}


def style(
    size: float = 10.5,
    font: str = SERIF,
    align: str = "left",
    indent: float = 0,
    leading: float = 1.65,
    after: float = 2,
    chinese: bool = True,
) -> ParagraphStyle:
    fonts.register()
    return ParagraphStyle(
        "one",
        fontName=font,
        fontSize=size,
        leading=size * leading,
        alignment=ALIGN[align],
        firstLineIndent=indent,
        spaceAfter=after,
        wordWrap="CJK" if chinese else None,
    )


def _paragraph(text: str, how: ParagraphStyle) -> Paragraph:
    """A paragraph that keeps wide blanks, which ReportLab would fold into one."""
    return Paragraph(text.replace("\u3000", "&nbsp;" * 4), how)


def title(text: str, size: float = 18, font: str = SANS) -> Paragraph:
    return _paragraph(text, style(size, font, "center", after=8, leading=1.4))


def centred(text: str, size: float = 10.5) -> Paragraph:
    return _paragraph(text, style(size, align="center"))


def right(text: str, size: float = 10.5) -> Paragraph:
    return _paragraph(text, style(size, align="right"))


def line(text: str, size: float = 10.5) -> Paragraph:
    """One line of labels and values, or a paragraph that is not indented."""
    return _paragraph(text, style(size))


def clause(text: str, size: float = 10.5) -> Paragraph:
    """A paragraph of Chinese prose, indented by two characters."""
    return _paragraph(text, style(size, indent=size * 2))


def heading(text: str, size: float = 11) -> Paragraph:
    return _paragraph(text, style(size, SANS, after=3))


def latin(text: str, size: float = 10.5, align: str = "justify", after: float = 5) -> Paragraph:
    """A paragraph of Spanish or English, broken at blanks."""
    return _paragraph(
        text, style(size, "Times-Roman", align, leading=1.35, after=after, chinese=False)
    )


def latin_title(text: str, size: float = 14) -> Paragraph:
    return _paragraph(
        text, style(size, "Times-Bold", "center", leading=1.3, after=8, chinese=False)
    )


def gap(millimetres: float) -> Spacer:
    return Spacer(1, millimetres * mm)


def new_page() -> PageBreak:
    return PageBreak()


def together(*parts: Flowable) -> KeepTogether:
    return KeepTogether(list(parts))


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    *,
    spans: Sequence[tuple[int, int, int, int]] = (),
    heights: Sequence[float | None] | float | None = None,
    size: float = 10,
    font: str = SERIF,
    align: str = "left",
    ruled: bool = True,
    more: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """Return a ruled table; widths and heights in mm; a span is (column, row, column, row)."""
    base = style(size, font, align, leading=1.35, after=0, chinese=font in (SANS, SERIF))
    cells = [
        [_paragraph(cell, base) if isinstance(cell, str) else cell for cell in row] for row in rows
    ]
    tall = (
        [None if height is None else height * mm for height in heights]
        if isinstance(heights, Sequence)
        else (heights * mm if heights else None)
    )
    made = Table(
        cells,
        colWidths=[width * mm for width in widths],
        rowHeights=tall,
        spaceBefore=4,
        spaceAfter=6,
    )
    rules: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    if ruled:
        rules += [
            ("GRID", (0, 0), (-1, -1), 0.6, "black"),
            ("BOX", (0, 0), (-1, -1), 1.1, "black"),
        ]
    rules += [("SPAN", (left, top), (last, bottom)) for left, top, last, bottom in spans]
    made.setStyle(TableStyle([*rules, *more]))
    return made


def two_columns(left: Sequence[str], right_side: Sequence[str], *, chinese: bool = True) -> Table:
    """A signature block: one party on the left, the other on the right, line beside line."""
    base = style(10.5, SERIF if chinese else "Times-Roman", leading=1.9, after=0, chinese=chinese)
    rows = [
        [_paragraph(one, base), _paragraph(two, base)]
        for one, two in zip(left, right_side, strict=True)
    ]
    made = Table(rows, colWidths=[82 * mm, 72 * mm], hAlign="LEFT")
    made.setStyle(
        TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 1)])
    )
    return made


def blank_line(text: str, width: int = 0) -> str:
    """Return a value on a rule, as filled into a printed form."""
    pad = "&nbsp;" * max(1, (width - len(text)) // 2)
    return f"<u>{pad}{text}{pad}</u>"


def pdf(
    story: Story,
    *,
    header: str = "",
    footer: str = "第 {page} 页",
    margins: tuple[float, float] = (24, 22),
    landscape: bool = False,
    doc_title: str = "",
) -> bytes:
    """Lay the story out on A4 and return the PDF; the same bytes each time. Margins in mm."""
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out,
        pagesize=A4[::-1] if landscape else A4,
        leftMargin=margins[0] * mm,
        rightMargin=margins[0] * mm,
        topMargin=margins[1] * mm,
        bottomMargin=margins[1] * mm,
        invariant=1,
        title=doc_title,
        author="",
    )
    furniture = _furniture(header, footer)
    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _furniture(header: str, footer: str) -> Callable[[Canvas, Any], None]:
    def draw(canvas: Canvas, document: Any) -> None:
        width, height = document.pagesize
        canvas.saveState()
        canvas.setFont(SERIF, 8.5)
        if header:
            canvas.drawString(24 * mm, height - 14 * mm, header)
            canvas.setLineWidth(0.4)
            canvas.line(24 * mm, height - 15.5 * mm, width - 24 * mm, height - 15.5 * mm)
        if footer:
            canvas.drawCentredString(width / 2, 12 * mm, footer.format(page=document.page))
        canvas.restoreState()

    return draw
