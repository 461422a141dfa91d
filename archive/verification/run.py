"""A run of verification: what is read this time, how long, and what came of it.

A round reads every object once, the ones first that were not read for longest. A run that was
interrupted or ran out of its time is gone on with by the next.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from archive import audit, versions
from archive.clock import Clock, stamp, system_clock
from archive.findings import Finding
from archive.seals import checking
from archive.store import Store
from archive.verification import objects, rows, state, trail, waiting
from archive.verification.objects import Checked
from archive.verification.rows import Remake
from archive.verification.state import State
from archive.workspace import Workspace

# A kill costs at most as much reading as is done in this time.
SAVE_SECONDS = 5.0
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to verify.

    full     begin a new round, whatever was read before
    since    what was read on or after this moment need not be read again
    minutes  stop reading after so many; None: read all
    threads  objects read at once
    """

    full: bool = False
    since: datetime | None = None
    minutes: float | None = None
    threads: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of a run.

    objects   in the archive; `read` of them in this run, `files` and `size_bytes` in those
    complete  whether the round came to its end with this run
    """

    findings: tuple[Finding, ...]
    objects: int
    read: int
    files: int
    size_bytes: int
    complete: bool
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Return it for machines."""
        plain = asdict(replace(self, findings=()))
        return plain | {"findings": [each.to_json() for each in self.findings]}


def verify(
    workspace: Workspace,
    asked: Asked,
    *,
    remake: Remake | None,
    actor: str,
    progress: Progress = lambda _done, _total: None,
    clock: Clock = system_clock,
) -> Report:
    """Verify a workspace as far as asked, and note in the audit trail that it was done.

    remake  makes the database anew, for comparing it; None: it is not compared
    """
    began = time.monotonic()
    deadline = began + asked.minutes * 60 if asked.minutes is not None else None
    known = state.load(workspace, stamp(clock()))
    if asked.full or not known.round_began:
        known.round_began = stamp(clock())
    folders, found = objects.folders(workspace.archive)
    found += trail.check(workspace, clock)
    found += checking.check(workspace)
    found += waiting.check(workspace)
    if remake and known.rows_at < known.round_began:
        found += rows.check(workspace, remake, clock)
        known.rows_at = stamp(clock())
    fresh_since = stamp(asked.since) if asked.since else known.round_began
    due = _due(known, folders, fresh_since)
    checked = []
    saved = time.monotonic()
    for each in _read(workspace, due, deadline, asked.threads):
        checked.append(each)
        progress(len(folders) - len(due) + len(checked), len(folders))
        if each.inventory and not each.findings:
            known.objects[each.object_id] = (each.inventory, stamp(clock()))
        if time.monotonic() - saved > SAVE_SECONDS:
            state.save(workspace, known)
            saved = time.monotonic()
    found += [finding for each in checked for finding in each.findings]
    report = Report(
        findings=tuple(_below(workspace, each) for each in found),
        objects=len(folders),
        read=len(checked),
        files=sum(each.files for each in checked),
        size_bytes=sum(each.size_bytes for each in checked),
        complete=len(checked) == len(due),
        seconds=round(time.monotonic() - began, 3),
    )
    _keep(workspace, known, folders, report, actor, clock)
    return report


def _due(known: State, folders: Sequence[Path], fresh_since: str) -> list[Path]:
    """Return the folders to read: those longest unread first."""

    def read_at(folder: Path) -> str:
        digest, at = known.objects.get(objects.object_id(folder), ("", ""))
        return at if digest and digest == objects.inventory_digest(folder) else ""

    times = {folder: read_at(folder) for folder in folders}
    return sorted(
        (folder for folder in folders if times[folder] < fresh_since),
        key=lambda folder: (times[folder], folder),
    )


def _read(
    workspace: Workspace, due: Iterable[Path], deadline: float | None, threads: int
) -> Iterator[Checked]:
    """Read objects, a few at once, until the time is up."""
    coming = iter(due)
    store = Store(workspace.archive, workspace.staging)
    with ThreadPoolExecutor(threads) as pool:
        running: set[Future[Checked]] = set()
        while True:
            if deadline is None or time.monotonic() < deadline:
                for folder in islice(coming, 2 * threads - len(running)):
                    running.add(pool.submit(objects.check, store.root, folder))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for each in done:
                checked = each.result()
                yield checked if not checked.findings else _again(workspace, checked)


def _again(workspace: Workspace, checked: Checked) -> Checked:
    """Look a second time while nobody writes: a version may have been placed meanwhile."""
    with versions.held_still(workspace) as store:
        return objects.check(store.root, checked.folder)


def _below(workspace: Workspace, each: Finding) -> Finding:
    """Return the finding with its place below the workspace."""
    root = f"{workspace.root}/"
    return replace(each, where=each.where.removeprefix(root))


def _keep(
    workspace: Workspace,
    known: State,
    folders: Sequence[Path],
    report: Report,
    actor: str,
    clock: Clock,
) -> None:
    present = {objects.object_id(folder) for folder in folders}
    known.objects = {name: said for name, said in known.objects.items() if name in present}
    known.findings = [
        {"code": each.code, "where": each.where, **each.detail} for each in report.findings
    ]
    if report.complete:
        known.round_began = ""
    state.save(workspace, known)
    audit.note(
        workspace,
        actor=actor,
        action="archive.verify",
        object_="archive",
        detail={
            "objects": report.objects,
            "read": report.read,
            "bytes": report.size_bytes,
            "complete": report.complete,
            "findings": dict(Counter(each.code for each in report.findings)),
        },
        clock=clock,
    )
