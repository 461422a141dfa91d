"""The whole line: papers dropped into the inbox until the last of them can be searched.

Beside it, over the same files and on the same disk: their text taken out by bare libraries, their
bytes copied with a digest, and filing alone with readings made beforehand.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import docx
import pypdfium2

from archive import browse, recovery
from archive.intake import Event, Intake, Reader
from archive.settings import InboxSettings, OfficeSettings, Settings
from archive.watch import watch
from archive.workspace import Workspace, create_workspace
from benchmarks.papers import SUFFIXES, batch
from benchmarks.report import Row, Section, Target, over_rounds
from benchmarks.stopwatch import lap
from extractors.child import ReaderPool
from extractors.outcome import ReadDone, ReadOutcome
from extractors.read import read
from extractors.settings import ReadingSettings
from indexer.index import open_index

FILES_A_SECOND = Target(30)
PATIENCE_S = 300.0
SETTLED = ("filed", "held", "quarantined", "duplicate")

HOW = """
{count} papers of {kilobytes} KB in all: Word, PDF with text and plain text by turns; three of five
are loan contracts, each of another borrower (so each opens a household's file), two are inspection
reports on them, which may come before the contract. All are moved into the inbox of an empty
workspace at once, the watcher takes them (reading in child processes, as many as there are cores),
and the clock stops when the last one can be searched. The wait for a file to be quiet is part of
it, set to {quiet} s. *Filing alone* is the same with readings made beforehand: what the archive
costs with every write synced to the disk. The peers do far less: they are the ground, not rivals.
"""
QUIET_S = 0.2
# Papers read before the clock starts, so that the reading processes are up.
WARM = 4


def run(count: int = 200, rounds: int = 2, suffixes: Sequence[str] = SUFFIXES) -> Section:
    """Measure the line with `count` papers of the formats `suffixes`."""
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        folder = Path(name)
        papers = folder / "papers"
        papers.mkdir()
        files = batch(papers, count, suffixes)
        outcomes = _readings_of(files)
        through, filed_only, copied, synced, texts = [], [], [], [], []
        for number in range(rounds):
            through.append(_taken_in(folder / f"line{number}", files, _pool, searched=True))
            filed_only.append(
                _taken_in(
                    folder / f"filing{number}",
                    files,
                    lambda: nullcontext(_Prepared(outcomes)),
                    searched=False,
                )
            )
            copied.append(_copied(files, folder / f"copies{number}", sync=False))
            synced.append(_copied(files, folder / f"synced{number}", sync=True))
            texts.append(_text_taken(files))
        size = sum(file.stat().st_size for file in files)
    rows = [
        over_rounds("inbox to searchable", _rates(through), "files/s", FILES_A_SECOND),
        over_rounds("inbox to searchable: CPU, all processes", _costs(through), "CPU s/file"),
        _count_row("inbox to searchable: filed", through),
        over_rounds("filing alone (readings made beforehand)", _rates(filed_only), "files/s"),
        over_rounds("filing alone: CPU", _costs(filed_only), "CPU s/file"),
        over_rounds("peer: bare text by pypdfium2 and python-docx", _rates(texts), "files/s"),
        over_rounds("peer: copy and sha256", _rates(copied), "files/s"),
        over_rounds("peer: copy, fsync of file and folder", _rates(synced), "files/s"),
        over_rounds(
            "time of the line over that of bare text", _ratios(through, texts), "times as long"
        ),
        over_rounds(
            "time of filing alone over that of copy and fsync",
            _ratios(filed_only, synced),
            "times as long",
        ),
    ]
    how = HOW.format(count=count, kilobytes=size // 1024, quiet=QUIET_S)
    return Section(title="Born-digital papers, inbox to searchable", how=how, rows=rows)


@dataclass(frozen=True, slots=True)
class _Run:
    """One way of handling `files` papers, of which `filed` were filed."""

    files: int
    filed: int
    wall_s: float
    cpu_s: float


def _rates(runs: Sequence[_Run]) -> list[float]:
    return [run.files / run.wall_s for run in runs]


def _costs(runs: Sequence[_Run]) -> list[float]:
    return [run.cpu_s / run.files for run in runs]


def _ratios(ours: Sequence[_Run], theirs: Sequence[_Run]) -> list[float]:
    return [one.wall_s / other.wall_s for one, other in zip(ours, theirs, strict=True)]


def _count_row(what: str, runs: Sequence[_Run]) -> Row:
    return over_rounds(what, [100 * run.filed / run.files for run in runs], "% of the papers")


def _pool() -> ReaderPool:
    return ReaderPool(ReadingSettings(language="en"))


class _Prepared:
    """A reader that has read everything before: what is left to measure is filing."""

    def __init__(self, outcomes: dict[str, ReadDone]) -> None:
        self._outcomes = outcomes

    def submit(self, path: Path) -> Future[ReadOutcome]:
        """Return the finished reading of the file with these bytes."""
        future: Future[ReadOutcome] = Future()
        future.set_result(self._outcomes[hashlib.sha256(path.read_bytes()).hexdigest()])
        return future


def _readings_of(files: Sequence[Path]) -> dict[str, ReadDone]:
    settings = ReadingSettings(language="en")
    outcomes = {}
    for file in files:
        data = file.read_bytes()
        outcomes[hashlib.sha256(data).hexdigest()] = ReadDone(*read(data, settings))
    return outcomes


class _Tally:
    """Counts what became of the papers; ends the watch when all are settled and searchable."""

    def __init__(self, expected: int) -> None:
        self._expected = expected
        self._settled: set[str] = set()
        self.filed: set[str] = set()
        self.touched: set[int] = set()
        self.stop = threading.Event()
        self.done_at: float | None = None

    def hear(self, event: Event) -> None:
        """Take note of one event of the intake."""
        if event.kind in SETTLED:
            self._settled.add(event.item_id)
        if event.kind == "filed":
            self.filed.add(event.item_id)
        if event.household_id is not None:
            self.touched.add(event.household_id)

    def rest(self) -> None:
        """What was filed is searchable now: is that all?"""
        if len(self._settled) >= self._expected and not self.done_at:
            self.done_at = time.perf_counter()
            self.stop.set()


def _taken_in(
    root: Path,
    files: Sequence[Path],
    open_reader: Callable[[], AbstractContextManager[Reader]],
    *,
    searched: bool,
) -> _Run:
    """Drop copies of `files` into a new workspace and watch until they are through."""
    workspace = _workspace(root)
    tally = _Tally(len(files))
    arriving = root.with_name(f"{root.name}-arriving")
    shutil.copytree(files[0].parent, arriving)
    os.sync()

    def settled() -> None:
        if searched:
            browse.refresh(workspace, tally.touched)
            tally.touched.clear()
            open_index(workspace).catch_up()
        tally.rest()

    # The processor time of the reading processes counts when they have ended, their start with it.
    with lap() as took, open_reader() as reader:
        for future in [reader.submit(file) for file in files[:WARM]]:
            future.result()
        intake = Intake(workspace, reader, on_event=tally.hear)
        with recovery.intake_lock(workspace), _impatience(tally.stop):
            began = time.perf_counter()
            for path in sorted(arriving.iterdir()):
                path.rename(workspace.inbox / path.name)
            watch(workspace, intake, stop=tally.stop, on_event=tally.hear, settled=settled)
    assert tally.done_at, "the papers did not come through in time"
    if searched:
        found = open_index(workspace).search("").total
        assert found == len(tally.filed), f"{found} of {len(tally.filed)} can be found"
    workspace.engine.dispose()
    return _Run(len(files), len(tally.filed), tally.done_at - began, took.cpu_s)


def _workspace(root: Path) -> Workspace:
    quick = InboxSettings(quiet_seconds=QUIET_S, scan_seconds=1.0)
    return create_workspace(root, Settings(office=OfficeSettings(language="en"), inbox=quick))


@contextmanager
def _impatience(stop: threading.Event) -> Iterator[None]:
    """End a watch that hangs."""
    timer = threading.Timer(PATIENCE_S, stop.set)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _copied(files: Sequence[Path], folder: Path, *, sync: bool) -> _Run:
    """Copy with a digest; with `sync` each file and its folder are on the disk before the next."""
    folder.mkdir()
    directory = os.open(folder, os.O_RDONLY)
    with lap() as took:
        for file in files:
            data = file.read_bytes()
            hashlib.sha256(data).digest()
            with (folder / file.name).open("xb") as copy:
                copy.write(data)
                if sync:
                    copy.flush()
                    os.fsync(copy.fileno())
            if sync:
                os.fsync(directory)
    os.close(directory)
    return _Run(len(files), len(files), took.wall_s, took.cpu_s)


def _text_taken(files: Sequence[Path]) -> _Run:
    """Take the text out with the libraries alone, one process, nothing understood or kept."""
    characters = 0
    with lap() as took:
        for file in files:
            characters += len(_BARE[file.suffix](file))
    assert characters > 100 * len(files)
    return _Run(len(files), len(files), took.wall_s, took.cpu_s)


def _word_text(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def _pdf_text(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


_BARE: dict[str, Callable[[Path], str]] = {
    ".docx": _word_text,
    ".pdf": _pdf_text,
    ".txt": lambda file: file.read_text("utf-8-sig"),
}
