"""Run the benchmarks: all of them, which rewrites docs/benchmarks.md, or those that are named.

python -m benchmarks
python -m benchmarks search ocr
python -m benchmarks --renew line backup    renews the sections of these in docs/benchmarks.md
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import cast

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
# Subject -> module and function that measures it. In this order they are run and shown.
SUBJECTS = {
    "line": ("benchmarks.line", "run"),
    "verifying": ("benchmarks.verifying", "run"),
    "backup": ("benchmarks.backing_up", "run"),
    "growth": ("benchmarks.growth", "run"),
    "text": ("benchmarks.text", "run"),
    "ocr": ("benchmarks.ocr", "run"),
    "scans": ("benchmarks.ocr_quality", "run"),
    "searchable": ("benchmarks.searchable", "run"),
    "search": ("benchmarks.searching", "run"),
    "drafting": ("benchmarks.drafting", "measured"),
    "bulk": ("benchmarks.bulk", "measured"),
    "ledger": ("benchmarks.ledger", "run"),
    "importing": ("benchmarks.importing", "run"),
    "ledger-scale": ("benchmarks.ledger_scale", "run"),
    "handover": ("benchmarks.handover", "run"),
}
PREFACE = """
Written by `make bench`; do not edit. Each figure was measured in this one run, on this machine,
beside the peers named with it; a section that says so was renewed later, by itself. Wall times
depend on what else the machine does: where a figure is to be compared, take the ratio to its peer,
or the CPU seconds. Where something was measured in several rounds, the median is given with the
lowest and the highest of them. The load says how much other work was going on: with a load above
the number of cores, wall times are too long by as much.
"""


def main(names: Sequence[str]) -> int:
    """Measure the named subjects, or all and write the page; return the exit code."""
    renews = "--renew" in names
    names = [name for name in names if name != "--renew"]
    unknown = [name for name in names if name not in SUBJECTS]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(SUBJECTS)}")
        return 2
    # Read by the libraries when they are first imported: one thread a process, as the readers run.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    from benchmarks import machine
    from benchmarks.report import Section, document, renewed, table

    about = machine.about(
        " ".join(["make bench"] if not names else ["python -m benchmarks", *names])
    )
    sections = []
    began = time.perf_counter()
    for name in names or SUBJECTS:
        module, function = SUBJECTS[name]
        measure = cast(Callable[[], Section], getattr(import_module(module), function))
        print(f"{name} ...", file=sys.stderr, flush=True)
        section = measure()
        print(f"## {section.title}\n\n{table(section.rows)}\n", flush=True)
        sections.append(section)
    about.append(("Whole run", f"{time.perf_counter() - began:.0f} s"))
    if renews:
        said = dict(about)
        measured = f"Measured by itself on {said['Date']}, load {said['Load when it began']}."
        PAGE.write_text(renewed(PAGE.read_text("utf-8"), sections, measured), encoding="utf-8")
    elif not names:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(document(about, sections, PREFACE), encoding="utf-8")
        print(f"Written: {PAGE.relative_to(PAGE.parent.parent)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
