"""Backup, incremental backup, restore and drill, beside `cp -r` and rsync over the same archive."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.backup.drill import drill
from archive.backup.make import Choice, backup
from archive.backup.restore import restore
from archive.database import writing
from archive.filing import Paper, file_papers
from archive.fsio import sha256_of
from archive.households import NewHousehold, Person, find_or_open
from archive.settings import OfficeSettings, Settings
from archive.workspace import Workspace, create_workspace
from benchmarks.report import Row, Section
from benchmarks.stopwatch import lap
from extractors.content import Content, Line, Page, Word
from extractors.reading import FieldValue, Reading

HOW = """
{count} papers of {kilobytes} KB each in household files of {each} papers: {mb:.0f} MB of archive in
{files} files. *Backup* copies it into an empty folder, every digest compared and every file synced;
*with 1 % new* is the next one, after one paper in a hundred was added; *restore* brings it back,
every digest compared, and opens and checks the database; *drill* restores it and reads everything
again. The peers copy the archive's folder and nothing else: `cp -r` compares nothing and leaves the
writing to the page cache, with `sync` it waits for the disk.
"""
SECRET = "correct horse battery staple"  # noqa: S105


@dataclass(frozen=True, slots=True)
class _Size:
    papers: int
    files: int
    bytes: int


def run(count: int = 2000, kilobytes: int = 100, each: int = 20) -> Section:
    """Measure with `count` papers of `kilobytes`, `each` to a household's file."""
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        folder = Path(name)
        workspace = _filled(folder, count, kilobytes, each)
        size = _size_of(workspace.archive, count)
        rows = _peers(workspace, folder, size)
        for kind in ("plain", "encrypted"):
            rows += _ours(workspace, folder, size, kind, kilobytes)
    how = HOW.format(
        count=count, kilobytes=kilobytes, each=each, mb=size.bytes / 1e6, files=size.files
    )
    return Section(title="Backup and restore", how=how, rows=rows)


def _filled(folder: Path, count: int, kilobytes: int, each: int) -> Workspace:
    workspace = create_workspace(folder / "w", Settings(office=OfficeSettings(language="en")))
    for number in range(count // each):
        _file(workspace, number, each, kilobytes)
    return workspace


def _file(workspace: Workspace, household: int, papers: int, kilobytes: int) -> None:
    """File papers that say nothing, as one version of a household's object."""
    number = f"1101011990{household:07d}"
    reading = Reading(
        doc_type="loan_contract", language="zh", pages=1, ocr=False,
        fields={
            "borrower": (FieldValue(value=f"B{household}", text=f"B{household}"),),
            "id_number": (FieldValue(value=number, text=number),),
        },
    )  # fmt: skip
    content = Content((Page(1, 595, 842, (Line((Word("benchmark"),)),)),), "application/pdf")
    made = []
    for item in range(papers):
        staged = workspace.staging / f"made-{household}-{item}"
        staged.write_bytes(os.urandom(kilobytes * 1024))
        made.append(
            Paper(
                staged=staged,
                sha256=sha256_of(staged),
                size_bytes=staged.stat().st_size,
                media_type="application/pdf",
                name="a.pdf",
                name_raw=b"a.pdf",
                reading=reading,
                content=content,
            )
        )
    file_papers(workspace, _household(workspace, number), made, actor="bench")


def _household(workspace: Workspace, number: str) -> int:
    borrower = Person(role="borrower", name=f"B{number[-4:]}", id_number=number)
    with writing(workspace.engine) as connection:
        [opened] = find_or_open(connection, [NewHousehold(borrower=borrower)], opened_by="bench")
    return opened


def _size_of(archive: Path, papers: int) -> _Size:
    files = [path for path in archive.rglob("*") if path.is_file()]
    return _Size(papers, len(files), sum(path.stat().st_size for path in files))


def _peers(workspace: Workspace, folder: Path, size: _Size) -> list[Row]:
    source = str(workspace.archive)
    rows = [
        *_rates("peer: cp -r", size, _timed(["cp", "-r", source, str(folder / "cp")])),
        *_rates(
            "peer: cp -r and sync",
            size,
            _timed(["cp", "-r", source, str(folder / "cps")], sync=True),
        ),
    ]
    if shutil.which("rsync"):
        rows += _rates("peer: rsync -a", size, _timed(["rsync", "-a", source, str(folder / "rs")]))
    return rows


def _timed(command: Sequence[str], *, sync: bool = False) -> float:
    os.sync()
    with lap() as took:
        subprocess.run(command, check=True)
        if sync:
            os.sync()
    return took.wall_s


def _ours(workspace: Workspace, folder: Path, size: _Size, kind: str, kilobytes: int) -> list[Row]:
    secret: Callable[[], str] | None = (lambda: SECRET) if kind == "encrypted" else None
    choice, target = Choice(secret=secret), folder / kind
    os.sync()
    with lap() as first:
        made = backup(workspace, target, choice, actor="bench")
    assert made.manifest and not made.findings
    _file(workspace, 10_000 + len(kind), max(1, size.papers // 100), kilobytes)
    os.sync()
    with lap() as more:
        backup(workspace, target, choice, actor="bench")
    os.sync()
    with lap() as back:
        restored = restore(target, folder / f"{kind}-r", secret=lambda: SECRET, actor="bench")
    assert not restored.findings
    with lap() as drilled:
        outcome = drill(workspace, target, secret=lambda: SECRET, actor="bench")
    assert outcome.passed
    return [
        *_rates(f"{kind}: backup", size, first.wall_s),
        Row(what=f"{kind}: backup with 1 % new", figure=more.wall_s, unit="s"),
        *_rates(f"{kind}: restore", size, back.wall_s),
        *_rates(f"{kind}: drill", size, drilled.wall_s),
    ]


def _rates(what: str, size: _Size, seconds: float) -> list[Row]:
    return [
        Row(what=what, figure=size.bytes / 1e6 / seconds, unit="MB/s"),
        Row(what=what, figure=size.papers / seconds, unit="papers/s"),
    ]
