"""Timing a piece of work: seconds on the wall, and of processor time with that of its children."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Lap:
    """What a piece of work took.

    cpu_s  of this process and of those children of it that have ended
    """

    wall_s: float = 0.0
    cpu_s: float = 0.0


@contextmanager
def lap() -> Iterator[Lap]:
    """Measure what happens inside; the figures are there when it is left."""
    measured = Lap()
    wall, cpu = time.perf_counter(), _cpu_s()
    try:
        yield measured
    finally:
        measured.wall_s, measured.cpu_s = time.perf_counter() - wall, _cpu_s() - cpu


def _cpu_s() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(one) for one in whose]
    return sum(one.ru_utime + one.ru_stime for one in used)
