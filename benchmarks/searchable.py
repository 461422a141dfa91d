"""What the searchable copy beside each scan costs when the scan is filed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.report import Row, Section, Target, over_rounds
from benchmarks.stopwatch import lap
from extractors.ocr.engines import engine_of
from extractors.read import read
from extractors.searchable_child import Scan, searchable_pdfs
from extractors.settings import ReadingSettings

INBOX = Path(__file__).resolve().parent.parent / "samples" / "inbox"
SCANS = ("扫描0002.jpg", "PAGARE 000147.jpg", "SCN_0007.tiff", "SCN_0004.pdf")
ROUNDS = 3
BESIDE_OCR = Target(10, at_most=True)

HOW = """
{count} scans of the sample inbox, {pages} pages, are read by OCR once; then their searchable
copies are made as filing makes them: in one limited child process for all that is filed together.
CPU seconds, those of the child and its start included. *One by itself* is a single scan of one
page. The share is what the copies add to the processor time of reading.
"""


def run(names: Sequence[str] = SCANS) -> Section:
    """Read scans, make their copies, and return the section."""
    settings = ReadingSettings()
    engine = engine_of(settings)
    scans, pages = [], 0
    with lap() as reading:
        for name in names:
            content, _read = read((INBOX / name).read_bytes(), settings, engine)
            scans.append(Scan(INBOX / name, content.media_type, content))
            pages += len(content.pages)
    together, alone = [], []
    for _ in range(ROUNDS):
        with lap() as took:
            made = searchable_pdfs(scans)
        together.append(took.cpu_s)
        with lap() as took:
            searchable_pdfs(scans[:1])
        alone.append(took.cpu_s)
    assert not any(each.failed for each in made), [each.failed for each in made]
    before = sum(scan.path.stat().st_size for scan in scans)
    after = sum(len(each.pdf) for each in made)
    rows = [
        Row(what="reading, OCR included", figure=reading.cpu_s / pages, unit="CPU s/page"),
        over_rounds("copies, made together", [one / pages for one in together], "CPU s/page"),
        over_rounds("a copy, one by itself", alone, "CPU s/page"),
        over_rounds(
            "copies made together, beside reading",
            [100 * one / reading.cpu_s for one in together],
            "%",
            BESIDE_OCR,
        ),
        Row(what="size of the copies over that of the scans", figure=after / before, unit="times"),
    ]
    how = HOW.format(count=len(scans), pages=pages)
    return Section(title="Searchable copies of scans", how=how, rows=rows)
