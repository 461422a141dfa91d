"""A small workspace with two seals, and how its damages are made and found."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from pathlib import Path

from archive import audit_files, rebuild
from archive.clock import Clock, system_clock
from archive.findings import Finding
from archive.seals import making
from archive.verification.run import Asked, Report, verify
from archive.workspace import Workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in

FIRST = {
    "a.json": paper(borrower="王小明", id_number=IDS[0], contract_no="HT-1"),
    "b.json": paper(borrower="李秀英", id_number=IDS[1], contract_no="HT-2"),
    "c.json": paper("iou", borrower="李秀英", id_number=IDS[1], iou_no="JJ-2"),
    "held.json": paper(None),
}
LATER = {"e.json": paper("iou", borrower="王小明", id_number=IDS[0], iou_no="JJ-1")}


def sealed_workspace(root: Path) -> Workspace:
    """Make a workspace with two households, one of them with two versions, and two seals."""
    workspace = new_workspace(root)
    for papers in (FIRST, LATER):
        for name, data in papers.items():
            drop(workspace, name, data)
        take_in(workspace)
        making.make(workspace, actor="t")
    audit_files.catch_up(workspace)
    return workspace


def remake(beside: Workspace) -> None:
    """Make the database anew; there is no ledger here."""
    rebuild.rebuild(beside, lambda _done, _total: None)


def tomorrow() -> datetime:
    """A clock that is a day ahead: nothing is on its way any more."""
    return system_clock() + timedelta(days=1)


def verified(workspace: Workspace, *, rows: bool = True, clock: Clock = tomorrow) -> Report:
    """Verify everything; `rows` says whether the database is compared too."""
    redo = remake if rows else None
    return verify(workspace, Asked(full=True), remake=redo, actor="t", clock=clock)


def codes(report: Report) -> set[str]:
    """Return the codes of what was found."""
    return {each.code for each in report.findings}


def found_at(report: Report, workspace: Workspace, path: Path) -> list[Finding]:
    """Return what was found of one file."""
    place = path.relative_to(workspace.root).as_posix()
    return [each for each in report.findings if each.where == place]


def kept_files(workspace: Workspace) -> list[Path]:
    """Return every file whose every bit counts: the archive, the audit files, held papers."""
    trees = (workspace.archive, workspace.audit)
    files = [path for tree in trees for path in tree.rglob("*") if path.is_file()]
    held = [path for path in workspace.pending.iterdir() if not path.name.endswith(".why.txt")]
    return sorted(files) + sorted(path for path in held if path.is_file())


def flip(path: Path, bit: int) -> bytes:
    """Flip one bit of a file; return its bytes of before."""
    before = path.read_bytes()
    damaged = bytearray(before)
    damaged[bit // 8] ^= 1 << bit % 8
    path.write_bytes(damaged)
    return before


def missed_flips(workspace: Workspace, count: int, seed: int) -> list[tuple[Path, int]]:
    """Flip bits one at a time, in any file alike; return those not found in their place."""
    chance = random.Random(seed)
    files = [path for path in kept_files(workspace) if path.stat().st_size]
    missed = []
    for _number in range(count):
        path = chance.choice(files)
        bit = chance.randrange(8 * path.stat().st_size)
        before = flip(path, bit)
        if not found_at(verified(workspace, rows=False), workspace, path):
            missed.append((path, bit))
        path.write_bytes(before)
    return missed
