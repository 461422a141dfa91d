"""What a scanned page costs, and how much of it is ours and not the engine's.

The bare engine and our whole reading take turns over the same pages in one process on one thread.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.papers import page_drawings
from benchmarks.report import Row, Section, Target, over_rounds
from benchmarks.stopwatch import lap
from extractors import filetype
from extractors.ocr.engine import Glyph, Image, Strip
from extractors.ocr.rapid import RapidEngine, bare_engine
from extractors.read import read
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable, open_content
from samples.make.scan import Scanner, image_pdf, jpeg, scanned

INBOX = Path(__file__).resolve().parent.parent / "samples" / "inbox"
MOST_OVERHEAD = Target(10, at_most=True)
PICTURES = (filetype.JPEG, filetype.PNG, filetype.TIFF, filetype.PDF)

HOW = """
CPU seconds, one process, one thread, the models of both warm. *Bare* is rapidocr called alone with
the same models and settings on the decoded, upright page images; *ours* is `extractors.read.read`
on the file's bytes: decoding or drawing the page, which way it lies, seals taken off, second looks
at doubtful lines and places, lines and tables, and understanding what the paper says. Bare and
ours take turns, page by page. Plain scans are generated contracts and reports, a little skewed and
noisy. The sample inbox (every other scan of it, once) is the hard kind: seals over text, a fax,
carbon copies, a phone's photo, pages on their side; there the second looks are what is paid for.
"""


@dataclass
class _Shown:
    """Reads nothing; keeps the page images it is shown, upright, for the bare engine."""

    engine: RapidEngine
    upright: list[Image] = field(default_factory=list)

    def read(self, image: Image) -> list[Strip]:  # noqa: ARG002 - as engines are called
        """See nothing."""
        return []

    def read_strip(self, strip: Image) -> tuple[Glyph, ...]:  # noqa: ARG002 - as engines are called
        """See nothing."""
        return ()

    def turned(self, image: Image) -> int:
        """Say how the page lies, and keep it upright: with this call a page begins."""
        degrees = self.engine.turned(image)
        self.upright.append(np.ascontiguousarray(np.rot90(image, degrees // 90)))
        return degrees


@dataclass
class _Watched:
    """The engine with a clock on each of its calls."""

    engine: RapidEngine
    looks: list[float] = field(default_factory=list)
    orienting_s: float = 0.0

    def read(self, image: Image) -> list[Strip]:
        """Read, and note the CPU seconds it took."""
        with lap() as took:
            strips = self.engine.read(image)
        self.looks.append(took.cpu_s)
        return strips

    def read_strip(self, strip: Image) -> tuple[Glyph, ...]:
        """Read one line; its time counts as all else."""
        return self.engine.read_strip(strip)

    def turned(self, image: Image) -> int:
        """Say how the page lies, and note the CPU seconds it took."""
        with lap() as took:
            degrees = self.engine.turned(image)
        self.orienting_s += took.cpu_s
        return degrees


def run(plain: int = 6, rounds: int = 2, with_samples: bool = True) -> Section:
    """Measure `plain` generated scans in `rounds`, and every other scan of the sample inbox."""
    cv2.setNumThreads(1)
    bare, ours = bare_engine(), RapidEngine()
    rows = _group("plain scans", list(plain_scans(plain)), rounds, bare, ours)
    if with_samples:
        rows += _group("sample inbox", list(_sample_scans())[::2], 1, bare, ours)
    return Section(title="Scanned pages", how=HOW, rows=rows)


def plain_scans(count: int, seed: int = 3) -> Iterator[bytes]:
    """Yield scans of one page: pictures and PDFs of pictures by turns."""
    chance = random.Random(seed)
    for number, page in enumerate(page_drawings(count)):
        scan = scanned(page, Scanner(seed=number, skew=chance.uniform(-1, 1), grey=number % 3 == 0))
        yield image_pdf([scan]) if number % 2 else jpeg(scan)


def _sample_scans() -> Iterator[bytes]:
    for path in sorted(INBOX.iterdir()):
        data = path.read_bytes()
        if filetype.media_type(data) in PICTURES and _is_scan(data):
            yield data


def _is_scan(data: bytes) -> bool:
    try:
        return open_content(data, ReadingSettings(), None).ocr
    except Unreadable:
        return False


def _group(
    name: str,
    scans: Sequence[bytes],
    rounds: int,
    bare: Callable[[Image], Any],
    engine: RapidEngine,
) -> list[Row]:
    images = [_images_of(scan, engine) for scan in scans]
    pages = sum(len(shown) for shown in images)
    for image in images[0]:
        bare(image)
    read(scans[0], ReadingSettings(), engine)
    taken: dict[str, list[float]] = defaultdict(list)
    for _round in range(rounds):
        spent: dict[str, float] = defaultdict(float)
        for scan, shown in zip(scans, images, strict=True):
            with lap() as alone:
                for image in shown:
                    bare(image)
            watched = _Watched(engine)
            with lap() as whole:
                read(scan, ReadingSettings(), watched)
            first, again = _first_and_later(watched.looks, len(shown))
            for part, seconds in (
                ("bare", alone.cpu_s),
                ("bare, on the wall", alone.wall_s),
                ("ours", whole.cpu_s),
                ("ours, on the wall", whole.wall_s),
                ("the look at the page, doubtful lines twice", first),
                ("which way the page lies", watched.orienting_s),
                ("looks again at places or the page", again),
                ("all else", whole.cpu_s - first - again - watched.orienting_s),
            ):
                spent[part] += seconds / pages
        for part, seconds in spent.items():
            taken[part].append(seconds)
        taken["overhead"].append(100 * (spent["ours"] / spent["bare"] - 1))
    rows = [
        over_rounds(f"{name} ({pages} pages): {part}", figures, "s/page")
        for part, figures in taken.items()
        if part != "overhead"
    ]
    overhead = over_rounds(f"{name}: overhead over bare", taken["overhead"], "%", MOST_OVERHEAD)
    return [*rows, overhead]


def _images_of(scan: bytes, engine: RapidEngine) -> list[Image]:
    shown = _Shown(engine)
    open_content(scan, ReadingSettings(), shown)
    return shown.upright


def _first_and_later(looks: Sequence[float], pages: int) -> tuple[float, float]:
    """Split the calls of one document; the longest look at each page is its first.

    A second look is at a part of the page, or at the page with its contrast spread.
    """
    ordered = sorted(looks, reverse=True)
    return sum(ordered[:pages]), sum(ordered[pages:])
