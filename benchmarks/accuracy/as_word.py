"""Papers as Word files: real tables, blanks on rules, content controls, text boxes, headers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from benchmarks.accuracy.marks import plain, runs
from benchmarks.accuracy.sheet import Grid, NewPage, Say, Sheet, Sides, Title
from samples.make.word import ALIGN, settled

_TEXT_BOX = """<w:r {names}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:240pt;height:22pt">
<v:textbox><w:txbxContent><w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>
</v:shape></w:pict></w:r>"""


class _Writer:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.chance = Random(f"word/{sheet.name}")
        self.word: WordDocument = Document()
        self.controls = self.chance.random() < 0.3
        self.boxes = self.chance.random() < 0.3
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        if sheet.header:
            section.header.paragraphs[0].text = sheet.header
        if sheet.footer:
            section.footer.paragraphs[0].text = sheet.footer.format(page=1, pages=1)

    def write(self) -> bytes:
        for block in self.sheet.blocks:
            match block:
                case Title(text):
                    self._say(text, "center", size=18)
                case Say(text, indent, align):
                    self._say("　　" * indent + text, align)
                case Grid():
                    self._grid(block)
                case Sides(left, right):
                    self._sides(left, right)
                case NewPage():
                    self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        out = io.BytesIO()
        self.word.save(out)
        return settled(out.getvalue())

    def _say(self, text: str, align: str, size: float = 11) -> None:
        paragraph = self.word.add_paragraph()
        paragraph.alignment = ALIGN[align]
        if align == "right" and self.boxes and len(plain(text)) < 40:
            # A number in the corner is often typed into a box of its own.
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            words = plain(text).replace("&", "&amp;").replace("<", "&lt;")
            paragraph._p.append(parse_xml(_TEXT_BOX.format(names=nsdecls("w"), text=words)))
            return
        self._runs(paragraph, text, size)

    def _runs(self, paragraph: Paragraph, text: str, size: float = 11) -> None:
        for run in runs(text):
            parts = [run.text]
            # People change the font in the middle of a value, and Word cuts it in two.
            if run.value is not None and len(run.text) > 3 and self.chance.random() < 0.15:
                parts = [run.text[:2], run.text[2:]]
            for part in parts:
                if run.value is not None and self.controls:
                    self._control(paragraph, part)
                    continue
                shown = f" {part} " if run.ruled and len(parts) == 1 else part
                made = paragraph.add_run(shown)
                made.underline = run.ruled or None
                made.font.strike = run.struck or None
                made.font.size = Pt(size)

    def _control(self, paragraph: Paragraph, text: str) -> None:
        """A content control, as forms made for typing have them."""
        made: Any = OxmlElement("w:sdt")
        properties, content, inner = (
            OxmlElement(name) for name in ("w:sdtPr", "w:sdtContent", "w:r")
        )
        words = OxmlElement("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        inner.append(words)
        content.append(inner)
        made.append(properties)
        made.append(content)
        paragraph._p.append(made)

    def _grid(self, grid: Grid) -> None:
        count = max(len(row) for row in grid.rows)
        table = self.word.add_table(rows=len(grid.rows), cols=count)
        table.style = "Table Grid"
        for number, row in enumerate(grid.rows):
            for place, text in enumerate(row):
                if text is None:
                    continue
                last = place
                while last + 1 < len(row) and row[last + 1] is None:
                    last += 1
                cell = table.cell(number, place)
                if last > place:
                    cell = cell.merge(table.cell(number, last))
                self._runs(cell.paragraphs[0], text)
        self.word.add_paragraph()

    def _sides(self, left: Sequence[str], right: Sequence[str]) -> None:
        """A signature block: a table without rules, or columns kept apart by blanks."""
        if self.chance.random() < 0.5:
            for one, two in zip(left, right, strict=True):
                gap = " " * max(4, 40 - 2 * len(plain(one)))
                self._runs(self.word.add_paragraph(), one + gap + two)
            return
        table = self.word.add_table(rows=len(left), cols=2)
        for number, texts in enumerate(zip(left, right, strict=True)):
            for place, text in enumerate(texts):
                self._runs(table.cell(number, place).paragraphs[0], text)


def word_bytes(sheet: Sheet) -> bytes:
    """Return the paper as .docx; the same bytes each time."""
    return _Writer(sheet).write()
