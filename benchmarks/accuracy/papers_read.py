"""Papers read with the real reading, several at a time."""

from __future__ import annotations

import functools
import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from extractors.ocr.engine import OcrEngine
from extractors.read import read
from extractors.settings import ReadingSettings
from extractors.sources import Unreadable

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one paper: the JSON that `hudang extract` prints.

    refused  why nothing could be read, or ""
    """

    name: str
    doc_type: str | None = None
    language: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    problems: tuple[dict[str, Any], ...] = ()
    refused: str = ""

    def values(self) -> dict[str, Any]:
        """The values alone: one, or a list where several were read."""
        return {
            name: [one["value"] for one in found] if isinstance(found, list) else found["value"]
            for name, found in self.fields.items()
        }


@functools.cache
def _engine() -> OcrEngine:
    from extractors.ocr.rapid import RapidEngine

    return RapidEngine()


class _Lazy:
    """The real engine, loaded when the first page image needs it: most papers have none."""

    def read(self, image: Any) -> Any:
        return _engine().read(image)

    def read_strip(self, strip: Any) -> Any:
        return _engine().read_strip(strip)

    def turned(self, image: Any) -> Any:
        return _engine().turned(image)


def read_paper(paper: tuple[str, bytes]) -> Read:
    """Read one paper, given as its name and its bytes."""
    name, data = paper
    try:
        reading = read(data, ReadingSettings(), _Lazy())[1].to_json(explain=False)
    except Unreadable as refusal:
        return Read(name, refused=str(refusal))
    return Read(
        name,
        reading["doc_type"],
        reading["language"],
        reading["fields"],
        tuple(reading["problems"]),
    )


def in_processes(work: Callable[[T], R], tasks: Iterable[T], jobs: int = 1) -> Iterator[R]:
    """Yield what `work` makes of each task, in their order, done in `jobs` processes."""
    if jobs <= 1:
        yield from map(work, tasks)
        return
    # Read by the libraries when they are first imported: one thread a process.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        yield from pool.imap(work, tasks, chunksize=4)
