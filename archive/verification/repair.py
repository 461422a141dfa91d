"""Putting back what was damaged, from a copy whose bytes have the right digest. Nothing is deleted.

First a plan, which only reads; the damaged file is kept below `damaged/` in the workspace.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive import audit, fsio, ocfl, versions
from archive.clock import Clock, stamp, system_clock
from archive.findings import Finding
from archive.ids import new_id
from archive.store import ROOT_FILES
from archive.verification import objects
from archive.workspace import Workspace

# Where damaged files are put, below the workspace.
DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Step:
    """One file to put back.

    target    the file below the workspace
    expected  the digest it must have
    source    the file of the copy with that digest, or the bytes where the format fixes them;
              None: the copy does not have it
    """

    target: Path
    expected: str
    source: Path | bytes | None


def plan(workspace: Workspace, findings: Sequence[Finding], copy: Path) -> list[Step]:
    """Return what could be put back for findings of files, and whence.

    copy  a workspace, a backup folder or an `archive/` as it was
    """
    return [
        _step(workspace, Path(each.where), each.detail["expected"], copy)
        for each in findings
        if each.detail.get("expected")
        and (workspace.root / each.where).parent.is_relative_to(workspace.archive)
    ]


def _step(workspace: Workspace, where: Path, expected: str, copy: Path) -> Step:
    fixed = _fixed(workspace, where)
    if hashlib.sha256(fixed).hexdigest() == expected:
        return Step(where, expected, fixed)
    for candidate in (*_twins(workspace, where), *_places(copy, where)):
        try:
            if objects.sha256_of(candidate)[0] == expected:
                return Step(where, expected, candidate)
        except OSError:
            continue
    return Step(where, expected, None)


def _fixed(workspace: Workspace, where: Path) -> bytes:
    """Return the bytes that the format fixes for a file: marks, and digests beside inventories."""
    name = where.relative_to(workspace.archive.name).as_posix()
    if name in ROOT_FILES:
        return ROOT_FILES[name]
    if where.name == ocfl.SIDECAR:
        try:
            return ocfl.sidecar((workspace.root / where).with_name(ocfl.INVENTORY).read_bytes())
        except OSError:
            return b""
    return ocfl.OBJECT_MARK[1] if where.name == ocfl.OBJECT_MARK[0] else b""


def _twins(workspace: Workspace, where: Path) -> Iterator[Path]:
    """Yield files of the archive itself that repeat an inventory: the newest stands there twice."""
    if where.name == ocfl.INVENTORY:
        folder = (workspace.root / where).parent
        yield from sorted(folder.glob(f"v*/{ocfl.INVENTORY}"))
        yield folder.parent / ocfl.INVENTORY


def _places(copy: Path, where: Path) -> Iterator[Path]:
    yield copy / where
    yield copy / where.relative_to(where.parts[0])


def carry_out(
    workspace: Workspace, steps: Sequence[Step], *, actor: str, clock: Clock = system_clock
) -> int:
    """Put back what the plan has a source for; return how many files that were.

    Raises OSError; what was put back before stays so, and the plan can be made again.
    """
    done = [step for step in steps if step.source is not None]
    aside = workspace.root / DAMAGED / stamp(clock())[:19].replace(":", "")
    with versions.held_still(workspace):
        for step in done:
            _put_back(workspace, step, aside)
            audit.note(
                workspace,
                actor=actor,
                action="archive.repair",
                object_=f"file:{step.target.as_posix()}",
                detail={"sha256": step.expected},
                clock=clock,
            )
    return len(done)


def _put_back(workspace: Workspace, step: Step, aside: Path) -> None:
    target = workspace.root / step.target
    fsio.make_folder(workspace.staging)
    staged = workspace.staging / f"made-{new_id()}"
    if isinstance(step.source, Path):
        fsio.copy_durably(step.source, staged)
    else:
        fsio.write_durably(staged, step.source or b"")
    if fsio.sha256_of(staged) != step.expected:
        fsio.discard(staged)
        raise OSError(f"the copy of {step.target} changed while it was read")
    if target.exists() or target.is_symlink():
        fsio.make_folder((aside / step.target).parent)
        fsio.place(target, aside / step.target)
    fsio.make_folder(target.parent)
    fsio.place(staged, target)
