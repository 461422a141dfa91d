"""A large ledger: registers of any day, a year's figures, memory; beside pandas and plain SQL.

python -m benchmarks.ledger_scale 1000000    how it grows, kept in benchmarks/measured/
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive.settings import OfficeSettings, Settings
from archive.workspace import create_workspace
from benchmarks.invented_ledger import fill
from benchmarks.ledger_scale_asked import ASKED
from benchmarks.report import Row, Section, Target
from benchmarks.stopwatch import lap

LOANS = 100_000
MEASURED = Path(__file__).resolve().parent / "measured" / "ledger_scale.json"

HOW = """
An invented ledger of {loans} loans and {repayments} repayments over five years ({facts} facts in
all, {megabytes} MB), written straight into the database. Each line is a process of its own. “First”
is the first question ever: the columns are read from the database and kept. “Then” is a new process
later: they are mapped. A register is worked out with its totals and its first page, with the source
of each row of it; all rows of the loan register are worded too, by themselves. The registers with
one row a loan are asked for on three days, once as known earlier. The year's figures are those of
the annual summary with its tables by product, class and security. pandas reads what these questions
need into frames and answers them there; SQL answers in the database with its usual indexes.
"""


def run(loans: int = LOANS) -> Section:
    """Measure a ledger of `loans` loans."""
    said = measured(loans)
    first, then, texts = said["first"], said["then"], said["texts"]
    second, third = Target(1, at_most=True), Target(3, at_most=True)
    rows = [
        Row(what="first: columns read and kept, CPU", figure=first["opening_cpu_s"], unit="s"),
        Row(what="then: opened, and a first register, CPU", figure=then["opening_cpu_s"], unit="s"),
        Row(
            what=f"slowest of {then['registers']} registers of loans on three days, CPU",
            figure=then["slowest_register_cpu_s"], unit="s", target=second,
        ),
        Row(what="the same, on the wall", figure=then["slowest_register_s"], unit="s"),
        Row(
            what="the figures of a year, CPU", figure=then["year_cpu_s"], unit="s", target=third,
        ),
        Row(what="the same, on the wall", figure=then["year_s"], unit="s"),
        Row(
            what="memory of these, at most", figure=then["memory_mb"], unit="MB",
            target=Target(500, at_most=True),
        ),
        Row(what="memory of the first, at most", figure=first["memory_mb"], unit="MB"),
        Row(what=f"all {texts['rows']:,} rows of a register, CPU", figure=texts["cpu_s"], unit="s"),
        Row(what="memory of that, at most", figure=texts["memory_mb"], unit="MB"),
        Row(what="classes and sums of a year: ours, CPU", figure=then["same_cpu_s"], unit="s"),
        Row(what="peer: SQL, CPU", figure=said["sql"]["cpu_s"], unit="s"),
        Row(what="peer: pandas with reading its frames, CPU", figure=said["pandas"]["cpu_s"],
            unit="s"),
        Row(what="peer: pandas, memory at most", figure=said["pandas"]["memory_mb"], unit="MB"),
    ]  # fmt: skip
    assert said["sql"]["answer"] == said["pandas"]["answer"] == then["answer"], "answers differ"
    return Section(
        title="A large ledger",
        how=HOW.format(
            loans=f"{loans:,}",
            repayments=f"{said['counts']['repayment']:,}",
            facts=f"{sum(said['counts'].values()):,}",
            megabytes=f"{said['megabytes']:,}",
        ),
        rows=rows,
    )


def measured(loans: int) -> dict[str, Any]:
    """Make a ledger and ask it, each time in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        root = Path(name) / "w"
        workspace = create_workspace(root, Settings(office=OfficeSettings(language="zh")))
        with lap() as making:
            counts = fill(workspace, loans)
        workspace.engine.dispose()
        megabytes = workspace.database.stat().st_size // 1_000_000
        answers = {who: _child(root, who) for who in ASKED}
    return {
        "loans": loans, "counts": counts, "megabytes": megabytes, "making_s": making.wall_s,
        **answers,
    }  # fmt: skip


def _child(root: Path, who: str) -> dict[str, Any]:
    module = "benchmarks.ledger_scale_asked"
    done = subprocess.run(
        [sys.executable, "-m", module, who, str(root)], check=True, stdout=subprocess.PIPE
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(sizes: list[int]) -> int:
    """Measure larger ledgers and keep what came out."""
    from benchmarks import machine

    points = []
    for loans in sizes:
        points.append(measured(loans))
        print(json.dumps(points[-1], indent=1), flush=True)
    kept = {
        "command": " ".join(["python -m benchmarks.ledger_scale", *map(str, sizes)]),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{machine.processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
        "points": points,
    }
    MEASURED.write_text(f"{json.dumps(kept, indent=1)}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main([int(size) for size in sys.argv[1:]] or [LOANS]))
