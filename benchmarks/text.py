"""What a page with text of its own costs: bare extraction, and all that we do besides."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pdfplumber
import pypdfium2
from docx import Document

from benchmarks.report import Row, Section, Target, over_rounds
from benchmarks.stopwatch import lap
from extractors import filetype
from extractors.content import Content
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content
from extractors.understand import understand

INBOX = Path(__file__).resolve().parent.parent / "samples" / "inbox"
ROUNDS = 5
SETTINGS = ReadingSettings()
OURS = Target(15, at_most=True)

HOW = """
CPU milliseconds a page, one process, one thread, warm: every sample of the inbox that has text of
its own. *Bare* is the text alone: pypdfium2's `get_text_bounded`, pdfplumber's `extract_text`, and
the paragraphs and cells that python-docx lists. *Ours* is words with their places, lines, ruled
tables, what the file carries besides (signatures, program code, attachments), then type, fields and
checks; *beyond* is that less the bare text by pypdfium2 or python-docx. Import is the wall time of
a fresh process that loads what reading a text file needs.
"""


def run() -> Section:
    """Measure and return the section."""
    rows: list[Row] = []
    for kind, name in ((filetype.PDF, "PDF"), (filetype.DOCX, "Word"), (filetype.TEXT, "Text")):
        papers = _papers(kind)
        if papers:
            rows += _rows(name, papers, BARE[kind])
    rows.append(over_rounds("Import, for a text file", [_import_ms() for _ in range(3)], "ms"))
    return Section(title="Pages with text of their own", how=HOW, rows=rows)


def _papers(kind: str) -> list[tuple[bytes, Content]]:
    found = []
    for path in sorted(INBOX.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        if not data or filetype.media_type(data) != kind:
            continue
        # One of the samples is damaged on purpose.
        with suppress(Unreadable):
            content = open_content(data, SETTINGS)
            if not content.ocr:
                found.append((data, content))
    return found


def _rows(
    name: str, papers: Sequence[tuple[bytes, Content]], bare: dict[str, Callable[[bytes], object]]
) -> list[Row]:
    pages = sum(len(content.pages) for _data, content in papers)
    spent: dict[str, list[float]] = {}

    def measure(what: str, work: Callable[[], object]) -> float:
        with lap() as took:
            work()
        spent.setdefault(what, []).append(took.cpu_s * 1000 / pages)
        return spent[what][-1]

    for _ in range(ROUNDS):
        barest = min(
            (measure(f"{name}, bare: {peer}", lambda act=act: [act(data) for data, _ in papers])  # type: ignore[misc]
             for peer, act in bare.items()),
            default=0.0,
        )  # fmt: skip
        opened = measure(
            f"{name}, ours: opened", lambda: [open_content(data, SETTINGS) for data, _ in papers]
        )
        said = measure(
            f"{name}, ours: understood", lambda: [understand(seen, SETTINGS) for _, seen in papers]
        )
        spent.setdefault(f"{name}, ours beyond the bare text", []).append(opened + said - barest)
    return [
        over_rounds(what, figures, "ms/page", OURS if "beyond" in what else None)
        for what, figures in spent.items()
    ]


def _pdfium(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    try:
        return sum(len(page.get_textpage().get_text_bounded()) for page in document)
    finally:
        document.close()


def _plumber(data: bytes) -> int:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return sum(len(page.extract_text()) for page in document.pages)


def _word(data: bytes) -> int:
    document = Document(io.BytesIO(data))
    said = sum(len(paragraph.text) for paragraph in document.paragraphs)
    rows = (row for table in document.tables for row in table.rows)
    return said + sum(len(cell.text) for row in rows for cell in row.cells)


BARE: dict[str, dict[str, Callable[[bytes], object]]] = {
    filetype.PDF: {"pypdfium2": _pdfium, "pdfplumber": _plumber},
    filetype.DOCX: {"python-docx": _word},
    filetype.TEXT: {},
}


def _import_ms() -> float:
    with lap() as took:
        subprocess.run(
            [sys.executable, "-c", "import extractors.read, extractors.understand"], check=True
        )
    return took.wall_s * 1000
