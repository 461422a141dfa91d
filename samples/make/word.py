"""Word papers with python-docx: A4, 宋体, tables, blanks on a rule, header and footer."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

WHEN = datetime(2025, 1, 6, 8, 30, tzinfo=UTC)
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


class WordPaper:
    """A paper that is written from top to bottom.

    In texts, a part between underscores is printed on a rule: "借款金额_伍万元整_".
    """

    def __init__(
        self, *, font: str = "宋体", latin: str = "Times New Roman", size: float = 12, author: str
    ) -> None:
        self._word: WordDocument = Document()
        self._font, self._latin, self._size = font, latin, size
        normal = self._word.styles["Normal"]
        normal.font.name = latin
        normal.font.size = Pt(size)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), font)
        section = self._word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.orientation = WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Mm(27)
        section.top_margin, section.bottom_margin = Mm(28), Mm(25)
        core = self._word.core_properties
        core.author = core.last_modified_by = author
        core.title = core.comments = core.keywords = core.subject = ""
        core.created = core.modified = WHEN
        core.revision = 2

    def header(self, text: str) -> None:
        paragraph = self._word.sections[0].header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._dress(paragraph.add_run(text), 9)

    def page_numbers(self, before: str = "第", after: str = "页") -> None:
        paragraph = self._word.sections[0].footer.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._dress(paragraph.add_run(before + " "), 9)
        for kind in ("begin", "instr", "end"):
            run = paragraph.add_run()
            self._dress(run, 9)
            run._r.append(_field_part(kind))
        self._dress(paragraph.add_run(" " + after), 9)

    def title(self, text: str, size: float = 20, font: str = "黑体") -> None:
        paragraph = self._word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(10)
        run = paragraph.add_run(text)
        self._dress(run, size, font)
        run.bold = True

    def say(
        self,
        text: str,
        *,
        align: str = "left",
        indent: bool = False,
        size: float | None = None,
        font: str | None = None,
        bold: bool = False,
    ) -> None:
        """Write one paragraph."""
        paragraph = self._word.add_paragraph()
        paragraph.alignment = ALIGN[align]
        layout = paragraph.paragraph_format
        layout.space_after = Pt(3)
        layout.line_spacing = 1.4
        if indent:
            layout.first_line_indent = Pt((size or self._size) * 2)
        self._runs(paragraph, text, size or self._size, font, bold)

    def clause(self, text: str) -> None:
        self.say(text, indent=True, align="justify")

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        spans: Sequence[tuple[int, int, int, int]] = (),
        size: float = 10.5,
        head_rows: int = 0,
    ) -> None:
        """Write a ruled table; widths in mm; a span is (row, column, row, column), inclusive."""
        made = self._word.add_table(rows=len(rows), cols=len(widths))
        made.style = "Table Grid"
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        for top, left, bottom, last in spans:
            made.cell(top, left).merge(made.cell(bottom, last))
        for made_row in made.rows:
            made_row.height = Mm(8)
        for row_number, row in enumerate(rows):
            for column, text in enumerate(row):
                cell = made.cell(row_number, column)
                cell.width = Mm(widths[column])
                cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
                if not text:
                    continue
                first, *others = text.split("\n")
                paragraph = cell.paragraphs[0]
                self._runs(paragraph, first, size, None, row_number < head_rows)
                if row_number < head_rows:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                for other in others:
                    self._runs(cell.add_paragraph(), other, size, None, False)
        self._word.add_paragraph().paragraph_format.space_after = Pt(0)

    def page_break(self) -> None:
        self._word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _runs(
        self, paragraph: Paragraph, text: str, size: float, font: str | None, bold: bool
    ) -> None:
        for place, part in enumerate(text.split("_")):
            if not part:
                continue
            run = paragraph.add_run(f" {part} " if place % 2 else part)
            self._dress(run, size, font)
            run.bold = bold
            run.underline = bool(place % 2)

    def _dress(self, run: Run, size: float, font: str | None = None) -> None:
        run.font.size = Pt(size)
        run.font.name = self._latin
        properties = run._r.get_or_add_rPr()
        properties.get_or_add_rFonts().set(qn("w:eastAsia"), font or self._font)

    def data(self) -> bytes:
        """Return the .docx, with a fixed date on everything in it."""
        raw = io.BytesIO()
        self._word.save(raw)
        return settled(raw.getvalue())


def _field_part(kind: str) -> Any:
    """One of the three parts of a page number field, each in its own run (WPS needs that)."""
    if kind == "instr":
        part = OxmlElement("w:instrText")
        part.set(qn("xml:space"), "preserve")
        part.text = " PAGE "
        return part
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


def settled(package: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            fixed = zipfile.ZipInfo(item.filename, date_time=(2025, 1, 6, 8, 30, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o600 << 16
            new.writestr(fixed, old.read(item))
    return out.getvalue()
