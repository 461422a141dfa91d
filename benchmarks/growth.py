"""What a paper costs in an archive of a thousand papers, and of two hundred thousand.

python -m benchmarks.growth 1000 10000 50000 200000

measures the curve up to the sizes named and keeps it in `benchmarks/measured/`, from where
`make bench` shows it beside the shorter one that it measures itself.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import func, select

from archive import fsio, recovery, schema
from archive.database import reading, writing
from archive.disk import Disk
from archive.filing import Paper, file_together
from archive.households import NewHousehold, Person, open_households
from archive.ids import new_id
from archive.intake import Intake
from archive.rebuild import rebuild
from archive.settings import InboxSettings, OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace, open_workspace
from benchmarks import machine
from benchmarks.invented import (
    SaidReader,
    content_of,
    identity_of,
    paper_bytes,
    reading_of,
    said_in,
)
from benchmarks.report import Row, Section, Target, shown
from benchmarks.stopwatch import lap
from extractors import host

SIZES = (1_000, 3_000)
MEASURED = Path(__file__).resolve().parent / "measured" / "growth.json"
# As many papers as a household's file has on the average, all of which come in one version.
PAPERS_EACH = 8
HOUSEHOLDS_AT_ONCE = 64
# Papers taken in at each size, and in how many drops: the figure is the middle one of these.
ARRIVING = 48
# The households that open meanwhile bear numbers that the filling never reaches.
ELSEWHERE = 1_000_000_000
DROPS = 5
VERSIONS = (1, 10, 50, 100, 200)
REBUILT = Target(500)
FLAT = Target(1.5, at_most=True)

HOW = """
An archive is filled with {each} papers a household, in one version each (the filling is not
measured and not synced). At each size {arriving} papers are dropped into the inbox, {drops} times:
a third open a new household's file, the others belong, by their contract numbers, to households
all over the archive. Their readings are made beforehand: what is measured is the archive, with
every sync in place. CPU seconds tell more than the wall here; both are of the middle drop. *Start*
is what the intake does before it looks at the inbox. Resident memory is that of the whole process
after the drops. *Rebuild* makes the database again from the archive's files alone.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What was measured with `papers` papers in the archive; memory in MB."""

    papers: int
    cpu_ms: float
    wall_ms: float
    start_ms: float
    memory_mb: float
    rebuilt_per_s: float
    rebuild_memory_mb: float


class _Unsynced(Disk):
    """A disk that is believed at once: for filling only."""

    syncs_at_once = 1

    def sync(self, writer: object) -> None:
        """Do nothing."""

    def sync_folder(self, folder: Path) -> None:
        """Do nothing."""


@contextmanager
def _unsynced() -> Iterator[None]:
    real = fsio.disk
    fsio.disk = _Unsynced()
    try:
        yield
    finally:
        fsio.disk = real


def run() -> Section:
    """Measure the short curve, and show the long one beside it."""
    points = list(measured(SIZES))
    rows = _rows(points, "")
    if MEASURED.exists():
        kept = json.loads(MEASURED.read_text("utf-8"))
        rows += _rows([Point(**point) for point in kept["points"]], f", measured {kept['date']}")
    rows += _long_lived()
    how = HOW.format(each=PAPERS_EACH, arriving=ARRIVING, drops=DROPS)
    if MEASURED.exists():
        how += (
            f"\nThe larger archives were measured by `{kept['command']}`, on {kept['machine']}.\n"
        )
    return Section(title="The archive as it grows", how=how, rows=rows)


def _rows(points: Sequence[Point], when: str) -> list[Row]:
    rows = []
    for point in points:
        size = f"{shown(point.papers)} papers{when}: "
        rows += [
            Row(what=f"{size}one more, CPU", figure=point.cpu_ms, unit="ms"),
            Row(what=f"{size}one more, wall", figure=point.wall_ms, unit="ms"),
            Row(what=f"{size}start", figure=point.start_ms, unit="ms"),
            Row(what=f"{size}memory", figure=point.memory_mb, unit="MB"),
            Row(what=f"{size}rebuild", figure=point.rebuilt_per_s, unit="papers/s", target=REBUILT),
            Row(what=f"{size}rebuild, memory", figure=point.rebuild_memory_mb, unit="MB"),
        ]
    first, last = points[0], points[-1]
    span = f"{shown(last.papers)} over {shown(first.papers)} papers{when}: "
    rows.append(
        Row(
            what=f"{span}CPU of one more", figure=last.cpu_ms / first.cpu_ms,
            unit="times as long", target=FLAT,
        )
    )  # fmt: skip
    rows.append(
        Row(
            what=f"{span}memory", figure=last.memory_mb / first.memory_mb,
            unit="times as much", target=FLAT,
        )
    )  # fmt: skip
    return rows


def measured(sizes: Sequence[int]) -> Iterator[Point]:
    """Fill one archive to each of `sizes` in turn, and measure there."""
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        workspace = _workspace(Path(name) / "w")
        filled = 0
        for size in sizes:
            filled = _fill(workspace, size, filled)
            yield _measure(workspace, filled)
        workspace.engine.dispose()


def _workspace(root: Path) -> Workspace:
    at_once = InboxSettings(quiet_seconds=0.0, scan_seconds=1.0, reserve_mb=0)
    return create_workspace(root, Settings(office=OfficeSettings(language="en"), inbox=at_once))


def _count(workspace: Workspace) -> int:
    with reading(workspace.engine) as connection:
        return connection.scalar(select(func.count()).select_from(schema.document)) or 0


def _fill(workspace: Workspace, size: int, filled: int) -> int:
    """Fill the archive to `size` papers; return how many households that makes, of `filled`."""
    with _unsynced():
        while (missing := size - _count(workspace)) > 0:
            more = min(HOUSEHOLDS_AT_ONCE, -(-missing // PAPERS_EACH))
            _open_some(workspace, range(filled + 1, filled + 1 + more))
            filled += more
    return filled


def _open_some(workspace: Workspace, invented: range) -> None:
    new = [
        NewHousehold(
            borrower=Person(role="borrower", name=f"户{n:06d}", id_number=identity_of(n)),
            village=f"{n // 60}村",
        )
        for n in invented
    ]
    with writing(workspace.engine) as connection:
        numbers = open_households(connection, new, opened_by="workbook:bench")
    fsio.make_folder(workspace.staging)
    groups: dict[int | None, list[Paper]] = {
        household_id: [_staged(workspace, paper_bytes(n, k)) for k in range(PAPERS_EACH)]
        for household_id, n in zip(numbers, invented, strict=True)
    }
    file_together(workspace, groups, actor="bench")


def _staged(workspace: Workspace, data: bytes) -> Paper:
    staged = workspace.staging / f"made-{new_id()}"
    fsio.write_durably(staged, data)
    return Paper(
        staged=staged,
        sha256=fsio.sha256_of(staged),
        size_bytes=len(data),
        media_type="text/plain",
        name="paper.txt",
        name_raw=b"paper.txt",
        reading=reading_of(said_in(data)),
        content=content_of(data),
        dated_on=date(2024, 1, 1),
    )


def _measure(workspace: Workspace, filled: int) -> Point:
    papers = _count(workspace)
    workspace.engine.dispose()
    opened = open_workspace(workspace.root)
    began = time.perf_counter()
    drops = []
    with recovery.intake_lock(opened):
        intake = Intake(opened, SaidReader(), on_event=lambda _event: None)
        intake.start()
        start_ms = (time.perf_counter() - began) * 1000
        for drop in range(DROPS):
            drops.append(_dropped(opened, intake, filled, drop))
    taken = _count(opened) - papers
    assert taken == ARRIVING * DROPS, f"{taken} were filed"
    memory = _memory_mb()
    opened.engine.dispose()
    rebuilt, most = _rebuilt(opened)
    cpu, wall = sorted(drops)[DROPS // 2]
    return Point(
        papers=papers,
        cpu_ms=cpu,
        wall_ms=wall,
        start_ms=start_ms,
        memory_mb=memory,
        rebuilt_per_s=rebuilt,
        rebuild_memory_mb=most,
    )


def _dropped(workspace: Workspace, intake: Intake, filled: int, drop: int) -> tuple[float, float]:
    """Take in one drop; return milliseconds a paper, of processor time and on the wall."""
    for number in range(ARRIVING):
        # Every third opens a file; the others go to households spread over the archive.
        if number % 3 == 0:
            data = paper_bytes(ELSEWHERE + filled * 1000 + drop * ARRIVING + number, 0)
        else:
            whose = 1 + (number * 7919 + drop * 104_729) % filled
            data = paper_bytes(whose, filled * 1000 + drop * ARRIVING + number)
        (workspace.inbox / f"{drop}-{number}.txt").write_bytes(data)
    with lap() as took:
        intake.take()
        while intake.busy or intake.more:
            intake.go_on()
            if intake.more:
                intake.take()
        intake.keep_events()
    return took.cpu_s * 1000 / ARRIVING, took.wall_s * 1000 / ARRIVING


def _rebuilt(workspace: Workspace) -> tuple[float, float]:
    """Rebuild beside the database that is there; return papers a second and the memory it took."""
    kept = workspace.database.with_name("kept.db")
    workspace.database.rename(kept)
    most = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal most
        if done % 100 == 0 or done == total:
            most = max(most, _memory_mb())

    try:
        again = open_workspace(workspace.root)
        with lap() as took:
            papers = rebuild(again, progress)
        again.engine.dispose()
    finally:
        for file in workspace.root.glob("hudang.db*"):
            file.unlink()
        kept.rename(workspace.database)
    return papers / took.wall_s, most


def _memory_mb() -> float:
    gc.collect()
    return float(host.resident_mb(os.getpid()) or 0)


def _long_lived() -> list[Row]:
    """A household's file, and the department's, that gets one version after the other."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        workspace = _workspace(Path(name) / "w")
        _open_some(workspace, range(1, 2))
        for household_id, what in ((1, "household"), (None, "department")):
            costs: dict[int, float] = {}
            for version in range(2, max(VERSIONS) + 2):
                data = paper_bytes(household_id or 0, 10_000 + version)
                groups = {household_id: [_staged(workspace, data)]}
                with lap() as took:
                    file_together(workspace, groups, actor="bench")
                costs[version - 1] = took.cpu_s * 1000
            for version in VERSIONS:
                near = [costs[v] for v in range(max(1, version - 4), version + 1)]
                label = f"a {what}'s file of {version} versions: one more, CPU"
                rows.append(Row(what=label, figure=sorted(near)[len(near) // 2], unit="ms"))
        workspace.engine.dispose()
    return rows


def main(sizes: Sequence[int]) -> int:
    """Measure the long curve and keep it."""
    kept = {
        "command": " ".join(["python -m benchmarks.growth", *map(str, sizes)]),
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": f"{machine.processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}",
    }
    points = []
    MEASURED.parent.mkdir(exist_ok=True)
    for point in measured(sizes):
        points.append(asdict(point))
        print(point, flush=True)
        text = json.dumps(kept | {"points": points}, indent=1)
        MEASURED.write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main([int(size) for size in sys.argv[1:]] or SIZES))
