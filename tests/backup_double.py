"""What backup tests share: a workspace with papers, and what must hold of a restored one."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

from sqlalchemy import select

from archive import documents, schema
from archive.backup import sealing
from archive.backup.make import Choice, Made, backup
from archive.backup.restore import Hooks, Restored, restore
from archive.database import damage, reading
from archive.workspace import Workspace, open_workspace
from tests.archive_double import IDS, drop, new_workspace, paper, take_in
from tests.archive_invariants import assert_valid_ocfl, sha256

PASSPHRASE = "correct horse battery staple"  # noqa: S105

# What makes a passphrase costly to guess would make these tests slow; the format is the same.
sealing.ARGON2.update(iterations=1, lanes=1, memory_kib=64)


def contract(number: int, household: int = 0) -> bytes:
    """Return a contract of one of three households."""
    return paper(borrower=f"户{household}", id_number=IDS[household], contract_no=f"HT-{number}")


def with_papers(root: Path, count: int = 6) -> Workspace:
    """Make a workspace with `count` contracts filed and one paper held."""
    workspace = new_workspace(root)
    for number in range(count):
        drop(workspace, f"{number:03d}.json", contract(number, number % 3))
    drop(workspace, "stranger.json", paper("inspection_report", borrower="无名氏"))
    take_in(workspace)
    return workspace


def add(workspace: Workspace, *numbers: int) -> None:
    """File further contracts, of the first household."""
    for number in numbers:
        drop(workspace, f"{number:03d}.json", contract(number))
    take_in(workspace)


def back_up(workspace: Workspace, folder: Path, *, encrypt: bool = False, keep: int = 30) -> Made:
    """Make a backup."""
    secret = (lambda: PASSPHRASE) if encrypt else None
    return backup(workspace, folder, Choice(secret=secret, keep=keep), actor="test")


def bring_back(folder: Path, target: Path, *, at: str | None = None) -> Restored:
    """Restore a backup."""
    return restore(folder, target, secret=lambda: PASSPHRASE, at=at, hooks=Hooks(), actor="test")


def filed_digests(workspace: Workspace) -> set[str]:
    """Return the digests of all filed papers, of their bytes as they lie in the archive."""
    with reading(workspace.engine) as connection:
        ids = connection.scalars(select(schema.document.c.id)).all()
        filed = [documents.document(connection, each) for each in ids]
    return {sha256(documents.paper(workspace, each).read_bytes()) for each in filed}


def held_digests(workspace: Workspace) -> set[str]:
    """Return the digests of the papers in pending/."""
    return {
        sha256(path.read_bytes())
        for path in workspace.pending.iterdir()
        if path.is_file() and not path.name.endswith(".why.txt")
    }


def assert_restored(root: Path, papers: Set[str], held: Set[str] = frozenset()) -> None:
    """Assert that a restored workspace is one, is sound, and holds these papers."""
    workspace = open_workspace(root)
    assert filed_digests(workspace) == papers
    assert held <= held_digests(workspace)
    assert damage(workspace.database) == []
    assert_valid_ocfl(workspace.archive)
    # It is not only whole, it works.
    add(workspace, 9001)
    assert papers | {sha256(contract(9001))} <= filed_digests(workspace)
    workspace.engine.dispose()


def objects_in(folder: Path) -> list[Path]:
    """Return the object folders of a storage root."""
    return sorted(mark.parent for mark in folder.glob("*/*/*/*/0=ocfl_object_1.1"))


def a_paper_in(folder: Path) -> Path:
    """Return one original below a storage root."""
    return next(iter(sorted(folder.rglob("papers/*.*"))))


def flip_bit(path: Path) -> None:
    """Change one bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
