"""A batch in a process of its own, which a test may kill at a point.

python -m tests.batch_run FOLDER NOTICES [POINT TIMES]
"""

from __future__ import annotations

import dataclasses
import os
import signal
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from archive import faults
from benchmarks.notices import notices as invented
from benchmarks.notices import template
from templates.batch.listing import Notice
from templates.batch.printing import Printed, Printer
from templates.batch.printing import printed as print_all
from templates.batch.record import Asked
from templates.batch.run import Batch, run
from templates.numbering import draft_number
from templates.provenance import NamedFigure

KNOWN_ON = date(2026, 1, 5)
ASKED = Asked(
    kind="notice", language="zh", as_of="2025-12-31", known_on="2026-01-05", span="2026-01",
    unit=None, manager=None, per_file=4, separate=True, sources=False,
)  # fmt: skip


def notices(count: int) -> Iterator[Notice]:
    """Return invented notices as a batch takes them."""
    for one in invented(count):
        about = f"户{one.household_number}"
        number = draft_number("notice", "zh", KNOWN_ON, about, one)
        figures = (NamedFigure("余额合计", one.total),)
        yield Notice(
            values=dataclasses.replace(one, draft_number=number, figures=figures),
            about=about,
            household_id=int(one.household_number),
            loans=tuple(loan.number for loan in one.loans),
        )


def printer(digest: str = "a") -> Printer:
    """Return what prints them."""
    filled = template()

    def print_here(values: object, separate: bool) -> Printed:
        return partial(print_all, filled)(values, separate=separate)  # type: ignore[arg-type]

    return Printer("提示函", "due_notice", digest, print_here)


def made(
    out: Path, count: int, asked: Asked = ASKED, digest: str = "a", *, afresh: bool = False
) -> Batch:
    """Run the batch."""
    return run(out, asked, printer(digest), lambda: notices(count), afresh=afresh)


def _killing(point: str, times: int) -> faults.Fault:
    left = [times]

    def fault(name: str) -> None:
        left[0] -= name == point
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return fault


if __name__ == "__main__":
    if len(sys.argv) > 3:
        faults.arm(_killing(sys.argv[3], int(sys.argv[4])))
    made(Path(sys.argv[1]), int(sys.argv[2]))
