"""Verification: how fast the archive's bytes are read and compared, beside hashing alone."""

from __future__ import annotations

import hashlib
import os
import random
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archive import fsio, ocfl
from archive.seals import kept
from archive.store import Plan, Store
from archive.verification import objects
from benchmarks.report import Row, Section, Target, over_rounds
from benchmarks.stopwatch import Lap, lap
from extractors import host

MEGABYTES_A_SECOND = Target(150)
# What scans of a few pages and their searchable copies take, and what readings and records do.
LARGE, SMALL = 300_000, 6_000
THREADS = 2

HOW = """
{count} objects of one version, each with {large} files of {large_kb} KB and {small} of
{small_kb} KB: {megabytes} MB in {files} files, and for each object its inventories and digests,
which are taken apart and compared too. *Bare hashing* reads the same files with
`hashlib.file_digest` and does nothing else. Verification has the system forget what it holds of a
file, so that the disk is read, and so does the first peer; the second takes what is in memory. The
rate of one core is by processor time, so that what else the machine does does not count. Digesting
for a seal reads the inventories alone, from memory.
"""


def run(count: int = 120, rounds: int = 3) -> Section:
    """Measure verification of `count` objects."""
    with tempfile.TemporaryDirectory(prefix="hudang-bench-") as name:
        store = Store(Path(name) / "archive", Path(name) / ".staging")
        files = _fill(store, count, large=4, small=6)
        folders = store.objects()
        size = sum(path.stat().st_size for path in files)
        one, two, bare, cached, sealed = [], [], [], [], []
        for _round in range(rounds):
            bare.append(_timed(lambda: _hash(files, forget=True)))
            cached.append(_timed(lambda: _hash(files, forget=False)))
            one.append(_timed(lambda: _verify(store, folders, 1)))
            two.append(_timed(lambda: _verify(store, folders, THREADS)))
            sealed.append(_timed(lambda: kept.present_leaves(store, {})))
    rows = _rows(size, count, one, two, bare, cached, sealed)
    how = HOW.format(
        count=count, large=4, large_kb=LARGE // 1000, small=6, small_kb=SMALL // 1000,
        megabytes=size // 1_000_000, files=len(files),
    )  # fmt: skip
    return Section(title="Verifying the archive", how=how, rows=rows)


def _rows(
    size: int,
    count: int,
    one: Sequence[Lap],
    two: Sequence[Lap],
    bare: Sequence[Lap],
    cached: Sequence[Lap],
    sealed: Sequence[Lap],
) -> list[Row]:
    megabytes = size / 1_000_000
    cores = min(THREADS, os.cpu_count() or 1)
    return [
        over_rounds(
            "verify, of one core",
            [megabytes / each.cpu_s for each in one],
            "MB/CPU s",
            MEGABYTES_A_SECOND,
        ),
        over_rounds("verify, one thread", [megabytes / each.wall_s for each in one], "MB/s"),
        over_rounds(
            f"verify, {THREADS} threads on {cores} cores",
            [megabytes / each.wall_s for each in two],
            "MB/s",
        ),
        over_rounds(
            "peer: bare hashing from the disk, of one core",
            [megabytes / each.cpu_s for each in bare],
            "MB/CPU s",
        ),
        over_rounds(
            "peer: bare hashing from the disk", [megabytes / each.wall_s for each in bare], "MB/s"
        ),
        over_rounds(
            "peer: bare hashing from memory, of one core",
            [megabytes / each.cpu_s for each in cached],
            "MB/CPU s",
        ),
        over_rounds(
            "processor time of verify over that of bare hashing from the disk",
            [ours.cpu_s / theirs.cpu_s for ours, theirs in zip(one, bare, strict=True)],
            "times as long",
        ),
        over_rounds("digesting for a seal", [count / each.wall_s for each in sealed], "objects/s"),
    ]


def _fill(store: Store, count: int, *, large: int, small: int) -> list[Path]:
    """Make `count` objects with files of random bytes; return all their files."""
    chance = random.Random(1)
    store.create()
    fsio.make_folder(store.staging)
    for number in range(1, count + 1):
        sizes = [LARGE] * large + [SMALL] * small
        made = {f"papers/{n:04d}.bin": chance.randbytes(size) for n, size in enumerate(sizes, 1)}
        plan = Plan(
            transaction=f"bench-{number}",
            base=store.inventory(ocfl.household_object(number)),
            papers={},
            made=made,
            created="2026-01-01T00:00:00Z",
            message="filed",
            actor="bench",
        )
        store.place(store.assemble([plan]))
    return [path for path in store.root.rglob("*/*/*/*/**/*") if path.is_file()]


def _timed(work: Callable[[], object]) -> Lap:
    with lap() as measured:
        work()
    return measured


def _verify(store: Store, folders: Sequence[Path], threads: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        for checked in pool.map(lambda folder: objects.check(store.root, folder), folders):
            assert not checked.findings


def _hash(files: Sequence[Path], *, forget: bool) -> None:
    for path in files:
        with path.open("rb") as reader:
            if forget:
                host.forget_cached(reader.fileno())
            hashlib.file_digest(reader, "sha256")
