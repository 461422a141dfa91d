"""One run of the evaluation over papers of one medium: what was right, where, and how sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy import families
from benchmarks.accuracy.as_text import text_bytes
from benchmarks.accuracy.as_word import word_bytes
from benchmarks.accuracy.compare import agree, values
from benchmarks.accuracy.evidence import Shown, evidence
from benchmarks.accuracy.papers_read import Read, in_processes, read_paper
from benchmarks.accuracy.pen import Family, Pen
from benchmarks.accuracy.scans import Scan, clean, degraded, skewed
from benchmarks.accuracy.sheet import Sheet
from benchmarks.accuracy.tally import Miss, Tally, compared
from benchmarks.accuracy.typeset import lay, pdf_of

MEDIA: dict[str, Callable[[Sheet], Scan]] = {
    "text": lambda sheet: Scan(".txt", text_bytes(sheet)),
    "word": lambda sheet: Scan(".docx", word_bytes(sheet)),
    "pdf": lambda sheet: Scan(".pdf", pdf_of(lay(sheet))),
    "clean scan": clean,
    "bad scan": degraded,
}
WITH_PLACES = ("pdf", "clean scan", "bad scan")


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure the reading was of one value, and whether it was right."""

    confidence: float
    right: bool


@dataclass(slots=True)
class Measured:
    """What one medium came to.

    faults  tallies of bad scans by what was done to them
    """

    medium: str
    total: Tally = field(default_factory=Tally)
    types: dict[str, Tally] = field(default_factory=dict)
    families: dict[str, Tally] = field(default_factory=dict)
    faults: dict[str, Tally] = field(default_factory=dict)
    shown: Shown = field(default_factory=Shown)
    sure: list[Sure] = field(default_factory=list)
    misses: list[tuple[str, Miss]] = field(default_factory=list)


def sheets(chosen: Sequence[Family], each: int, seed: int) -> Iterator[Sheet]:
    """Yield `each` papers of every family; the same ones for the same seed."""
    for family in chosen:
        for number in range(each):
            yield sheet_of(family, seed * 1000 + number)


def sheet_of(family: Family, number: int) -> Sheet:
    """Return one paper of a family."""
    pen = Pen(family, number)
    family.write(pen)
    return pen.sheet()


def measure(medium: str, papers: Sequence[Sheet], jobs: int = 1) -> Measured:
    """Write the papers in the medium, read them, and count."""
    result = Measured(medium)
    tasks = [(medium, sheet.family, sheet.seed) for sheet in papers]
    for sheet, done in zip(papers, in_processes(_written_and_read, tasks, jobs), strict=True):
        _count(result, sheet, *done)
    return result


def _written_and_read(task: tuple[str, str, int]) -> tuple[Read, float, str]:
    """Write and read one paper; drawing a scan takes as long as reading it."""
    medium, family, number = task
    sheet = sheet_of(families.ALL[family], number)
    scan = MEDIA[medium](sheet)
    return read_paper((sheet.name + scan.ending, scan.data)), scan.skew, scan.fault


def _count(result: Measured, sheet: Sheet, read: Read, skew: float, fault: str) -> None:
    counts, misses = compared(sheet.gold, read.values(), sheet.optional)
    known = read.doc_type == sheet.doc_type
    kind = sheet.doc_type or "no known type"
    for tally in (
        result.total,
        result.types.setdefault(kind, Tally()),
        result.families.setdefault(sheet.family, Tally()),
        *([result.faults.setdefault(fault, Tally())] if fault else []),
    ):
        tally.take(known, counts)
    if not known:
        misses.insert(0, Miss("doc_type", "wrong", sheet.doc_type, read.doc_type))
    result.misses += [(sheet.name, miss) for miss in misses]
    result.sure += _sure(sheet, read)
    if result.medium in WITH_PLACES:
        laid = lay(sheet).places
        # A reader may give places on the page as scanned, or as set upright again.
        straight = evidence(sheet, read.fields, laid)
        turned = evidence(
            sheet,
            read.fields,
            {n: [(page, skewed(box, skew)) for page, box in at] for n, at in laid.items()},
        )
        result.shown.add(max(straight, turned, key=lambda one: one.boxes))


def _sure(sheet: Sheet, read: Read) -> Iterator[Sure]:
    for name, found in read.fields.items():
        for one in found if isinstance(found, list) else [found]:
            if _in(name, one["value"], sheet.optional.get(name, [])):
                continue
            right = _in(name, one["value"], values(sheet.gold.get(name, [])))
            yield Sure(one["confidence"], right)


def _in(name: str, value: Any, told: Sequence[Any]) -> bool:
    return any(agree(name, one, value) for one in told)
