"""Thousands of notices: one notice beside its peers, a batch with its memory, its PDF.

python -m benchmarks.bulk batch 5000 FOLDER    one batch, in a process of its own
"""

from __future__ import annotations

import dataclasses
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from benchmarks.merge_fields import merge_layout, merge_values
from benchmarks.notices import layout, notices, template
from benchmarks.report import Row, Section, Target
from benchmarks.stopwatch import lap
from templates.batch.joined import joined
from templates.batch.listing import Notice as Listed
from templates.batch.printing import Printed, Printer, printed
from templates.batch.record import Asked
from templates.batch.run import PER_FILE, run
from templates.environment import PRINTED, environment
from templates.kinds import KINDS
from templates.numbering import draft_number
from templates.pdf import beside, converter
from templates.provenance import NamedFigure
from templates.render import shipped

KNOWN_ON = date(2026, 1, 5)
NOTICES = 5_000
PDF_NOTICES = 100
SECONDS = 2.0

HOW = """
A two-page notice with a table, number and QR code. One notice: filled again and again from a
template opened once (ours) or each time (the peers know no other way); docx-mailmerge2
fills the same pages with merge fields and draws no code. Carbone was not installed: its community
licence is not an open one. A batch: values invented, notices numbered, filled, joined into print
files of 500, listed with their figures and written durably, in a process of its own; not filed.
PDF: a print file of {pdf} notices through LibreOffice with this machine's fonts and with ours.
"""


def measured() -> Section:
    """Measure all of it; about a minute."""
    rows = [*_one(), _summary(), *_batches(), *_pdf()]
    return Section(title="Thousands of notices", how=HOW.format(pdf=PDF_NOTICES).strip(), rows=rows)


def listed(count: int) -> Iterator[Listed]:
    """Return invented notices with their numbers, as a batch takes them."""
    for one in notices(count):
        about = f"户{one.household_number}"
        number = draft_number("notice", "zh", KNOWN_ON, about, one)
        figures = tuple(NamedFigure("余额", f.balance) for f in one.loans)
        yield Listed(
            values=dataclasses.replace(one, draft_number=number, figures=figures),
            about=about,
            household_id=int(one.household_number),
            loans=tuple(line.number for line in one.loans),
        )


def _one() -> Iterator[Row]:
    from mailmerge import MailMerge

    value: Any = next(listed(1)).values
    fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
    filled, plain, merge = template(), layout(), merge_layout()

    def docxtpl() -> bytes:
        document = DocxTemplate(io.BytesIO(plain))
        document.render({**fields, PRINTED: [], "_charts": []}, environment("zh"), autoescape=True)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    def mailmerge() -> bytes:
        values = merge_values(value)
        rows = values.pop("product")
        out = io.BytesIO()
        with MailMerge(io.BytesIO(merge)) as document:
            document.merge_rows("product", rows)
            document.merge(**values)
            document.write(out)
        return out.getvalue()

    ours = _ms(lambda: filled.render(value))
    parts = filled.parts(value)
    joining = _ms(lambda: joined(filled, [parts] * 100)) / 100
    yield Row(what="one notice: ours", figure=ours, unit="ms", target=Target(1, at_most=True))
    yield Row(what="joining it into a print file", figure=joining, unit="ms")
    yield Row(what="one notice: docxtpl", figure=_ms(docxtpl), unit="ms")
    yield Row(what="one notice: docx-mailmerge2", figure=_ms(mailmerge), unit="ms")


def _summary() -> Row:
    """Return the time of a summary whose longest table has 500 rows."""
    kind = KINDS["annual-summary"]
    few: Any = kind.example("zh", 5)
    many: Any = kind.example("zh", 500)
    long = max(
        (one.name for one in dataclasses.fields(many) if isinstance(getattr(many, one.name), tuple)
         and one.name not in ("figures", "sources")),
        key=lambda name: len(getattr(many, name)),
    )  # fmt: skip
    values = dataclasses.replace(few, **{long: getattr(many, long)[:500]})
    filled = shipped(kind.name, "zh")
    took = _ms(lambda: filled.render(values))
    target = Target(150, at_most=True)
    return Row(what="annual summary, a table of 500 rows", figure=took, unit="ms", target=target)


def _ms(make: Callable[[], bytes]) -> float:
    make()
    calls, start = 0, time.process_time()
    while time.process_time() - start < SECONDS:
        make()
        calls += 1
    return (time.process_time() - start) / calls * 1000


def _batches() -> Iterator[Row]:
    for count in (500, NOTICES):
        with tempfile.TemporaryDirectory(prefix="hudang-bench-") as folder:
            done = subprocess.run(
                [sys.executable, "-m", "benchmarks.bulk", "batch", str(count), folder],
                check=True, stdout=subprocess.PIPE,
            )  # fmt: skip
        said = json.loads(done.stdout)
        target = Target(10, at_most=True) if count == NOTICES else None
        yield Row(what=f"{count:,} notices, CPU", figure=said["cpu_s"], unit="s", target=target)
        yield Row(what=f"{count:,} notices, on the wall", figure=said["wall_s"], unit="s")
        yield Row(what=f"{count:,} notices, memory at most", figure=said["mb"], unit="MB")


def batch(count: int, folder: Path) -> dict[str, float]:
    """Make a batch and say what it took."""
    filled = template()

    def print_here(values: Any, separate: bool) -> Printed:
        return printed(filled, values, separate=separate)

    printer = Printer(
        title="提示函", signed_type="due_notice", template_sha256="", print=print_here
    )
    asked = Asked(
        kind="notice", language="zh", as_of="2025-12-31", known_on="2026-01-05", span="2026-01",
        unit=None, manager=None, per_file=PER_FILE, separate=False, sources=False,
    )  # fmt: skip
    with lap() as took:
        run(folder, asked, printer, lambda: listed(count))
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"cpu_s": took.cpu_s, "wall_s": took.wall_s, "mb": kilobytes / 1024}


def _pdf() -> Iterator[Row]:
    program = converter()
    if program is None:
        return
    filled = template()
    content = joined(filled, [filled.parts(one.values) for one in listed(PDF_NOTICES)])
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        folder = Path(name)
        path = folder / "a.docx"
        path.write_bytes(content)
        plain = [
            str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(folder / "plain"), str(path),
        ]  # fmt: skip
        with lap() as theirs:
            subprocess.run(plain, check=True, capture_output=True)
        with lap() as ours:
            beside([path])
    pages = 2 * PDF_NOTICES
    yield Row(what="PDF, our fonts: pages by CPU", figure=pages / ours.cpu_s, unit="pages/s")
    yield Row(
        what="PDF, this machine's fonts: pages by CPU", figure=pages / theirs.cpu_s, unit="pages/s"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["batch"]:
        print(json.dumps(batch(int(sys.argv[2]), Path(sys.argv[3]))))
