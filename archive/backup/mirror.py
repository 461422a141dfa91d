"""A backup that anyone can read: a mirror of the archive, an OCFL storage root too, and snapshots.

A version is copied to `.partial`, its digests compared, synced, and only then given its name; the
object's root inventory follows last. So the mirror is a valid storage root at every moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

from archive import faults, fsio, ocfl
from archive.backup import objects, place
from archive.backup.manifest import (
    ARCHIVE_SUMS,
    MANIFEST,
    SUMS,
    Manifest,
    SnapshotFile,
    sum_line,
    sums,
)
from archive.backup.objects import File, ObjectState, ObjectUnreadable
from archive.backup.sources import Known, Loose, Reading
from archive.backup.tally import Tally

# What is copied before names are given: files, and megabytes of them.
BATCH_FILES, BATCH_BYTES = 512, 64 * 1024 * 1024
# The earlier state of objects that were written anew, by the snapshot that found it.
SUPERSEDED = "superseded"
# What is sound of versions that hold a damaged file.
INCOMPLETE = "incomplete"


@dataclass(slots=True)
class _Plan:
    """What the mirror lacks of an object.

    first    first version to copy; beyond the head when none is
    renew    move the mirror's own state of it aside first
    mend     files of versions it has that are missing there, or cut short
    """

    state: ObjectState
    first: int
    renew: bool = False
    mend: list[File] = field(default_factory=list)
    advance: bool = False

    @property
    def versions(self) -> range:
        return range(self.first, self.state.head + 1)


@dataclass(slots=True)
class _Unit:
    """One object's new files on their way, and below `roots` those for the object's own folder."""

    plan: _Plan
    folder: str
    readings: dict[str, tuple[File, Reading]] = field(default_factory=dict)

    @property
    def is_plain(self) -> bool:
        """Whether versions only come to those that are there."""
        return not (self.plan.renew or self.plan.mend)

    @property
    def roots(self) -> str:
        return self.folder if self.plan.first == 1 else f"{self.folder}-root"


class Mirror:
    """Writes one snapshot of `archive` into the backup folder `root`."""

    def __init__(self, root: Path, archive: Path, name: str, tally: Tally) -> None:
        self._root = root
        self._archive = archive
        self._objects = root / "archive"
        self._partial = root / place.PARTIAL
        self._name = name
        self._tally = tally
        self._units: list[_Unit] = []
        self._waiting_bytes = 0
        self._files: list[SnapshotFile] = []

    def begin(self) -> None:
        """Clear away what an interrupted run left, and make the folders."""
        fsio.discard(self._partial)
        fsio.make_folders([self._objects, self._root / place.SNAPSHOTS, self._snapshot])

    @property
    def _snapshot(self) -> Path:
        return self._partial / "snapshot"

    # -- objects ------------------------------------------------------------------------------

    def missing(self, state: ObjectState) -> int:
        """Return how many bytes of an object would be copied."""
        plan = self._plan(state)
        if plan is None:
            return 0
        wanted = [*plan.mend, *(each for v in plan.versions for each in state.files(v))]
        return sum(max(0, _size(state.folder / each.path)) for each in wanted)

    def keep_object(self, state: ObjectState) -> None:
        """Copy what the mirror lacks of an object, now or with the next batch."""
        self._count(state)
        plan = self._plan(state)
        if plan is None:
            self._tally.note("object_older", self._relative(state).as_posix())
            return
        if not (plan.versions or plan.mend or plan.advance):
            return
        unit = _Unit(plan, f"{len(self._units)}")
        for wanted in [*plan.mend, *(each for v in plan.versions for each in state.files(v))]:
            path = state.folder / wanted.path
            unit.readings[wanted.path] = (wanted, Reading(path))
            self._waiting_bytes += max(0, _size(path))
        self._units.append(unit)
        files = sum(len(each.readings) for each in self._units)
        if files >= BATCH_FILES or self._waiting_bytes >= BATCH_BYTES:
            self.flush()

    def _count(self, state: ObjectState) -> None:
        self._tally.objects += 1
        self._tally.versions += state.head
        for path in state.paths():
            self._tally.files += 1
            self._tally.bytes += max(0, _size(state.folder / path))

    def _relative(self, state: ObjectState) -> Path:
        return state.folder.relative_to(self._archive)

    def _plan(self, state: ObjectState) -> _Plan | None:
        """Compare an object with the mirror's; None when the mirror's is the newer."""
        target = self._objects / self._relative(state)
        if not target.exists():
            return _Plan(state, 1)
        try:
            there = objects.read_object(target)
            if there.head > state.head and there.version_digest(state.head) == state.digest:
                return None
            same = there.head <= state.head and state.version_digest(there.head) == there.digest
        except (ObjectUnreadable, OSError):
            same = False
        if not same:
            return _Plan(state, 1, renew=True)
        plan = _Plan(
            state, there.head + 1, advance=there.root != "newest" or not objects.has_mark(target)
        )
        plan.mend = _cut_short(state, target, there.head)
        # Placed by a run that ended before the root inventory followed.
        while plan.versions and (target / f"v{plan.first}").exists():
            if not _is_version(target / f"v{plan.first}", state, plan.first):
                return _Plan(state, 1, renew=True)
            plan.first += 1
            plan.advance = True
        return plan

    def flush(self) -> None:
        """Copy, compare, sync and place what is waiting."""
        units, self._units, self._waiting_bytes = self._units, [], 0
        work = self._partial / "objects"
        fsio.discard(work)
        fsio.make_folder(work)
        fsio.write_streams(work, _streams(units))
        faults.point("backup.staged")
        judged = [(unit, self._judge(unit)) for unit in units]
        self._settle_whole([unit for unit, bad in judged if unit.is_plain and not bad], work)
        for unit, bad in judged:
            if bad or not unit.is_plain:
                self._settle(unit, bad, work / unit.folder)
        fsio.discard(work)

    def _settle_whole(self, units: Sequence[_Unit], work: Path) -> None:
        """Place units of which everything came, in one go: what one sync covers, all are."""
        moves: dict[Path, Path] = {}
        advanced: list[tuple[Path, Path]] = []
        for unit in units:
            plan, relative = unit.plan, self._relative(unit.plan.state)
            staged, target = work / unit.folder, self._objects / relative
            fsio.discard(self._root / INCOMPLETE / relative)
            if plan.first == 1:
                moves[staged] = target
            else:
                moves |= {staged / f"v{v}": target / f"v{v}" for v in plan.versions}
                advanced.append((work / unit.roots, target))
        fsio.place_together(moves)
        # A version has its name for good before the inventory that speaks of it.
        for roots, target in advanced:
            self._replace_roots(roots, target)
        fsio.sync_folders(target for _roots, target in advanced)
        for unit in units:
            for _wanted, reading in unit.readings.values():
                self._tally.copied(reading.size)
            faults.point("backup.placed")

    def _replace_roots(self, roots: Path, target: Path) -> None:
        for name in (ocfl.OBJECT_MARK[0], ocfl.SIDECAR, ocfl.INVENTORY):
            fsio.replace(roots / name, target / name)

    def _settle(self, unit: _Unit, bad: set[str], staged: Path) -> None:
        """Place what of a unit came whole; a damaged file stops its version and those after."""
        plan = unit.plan
        if unit.is_plain and plan.first == 1:
            # Of the newest state, which does not come.
            for name in plan.state.root_files():
                fsio.discard(staged / name)
        relative = self._relative(plan.state)
        target = self._objects / relative
        whole = list(takewhile(lambda version: not _touches(bad, version), plan.versions))
        newest = whole[-1] if whole else plan.first - 1
        if plan.renew and newest < plan.state.head:
            # Half of a new state is no better than the whole of the old.
            self._put_aside(staged, relative, plan.state)
            return
        mended = [each.path for each in plan.mend if each.path not in bad]
        if newest < plan.state.head:
            kept = staged.with_name(f"{staged.name}-rest")
            fsio.make_folder(kept)
            for version in range(newest + 1, plan.state.head + 1):
                fsio.place(staged / f"v{version}", kept / f"v{version}")
            self._put_aside(kept, relative, plan.state)
        else:
            fsio.discard(self._root / INCOMPLETE / relative)
        if plan.renew:
            aside = self._root / SUPERSEDED / self._name / relative
            # First, or the way there would for a moment stand in the storage root.
            fsio.make_folder(aside.parent)
            fsio.place(target, aside)
            self._tally.note("object_renewed", relative.as_posix())
        if plan.first > 1:
            self._place_more(staged, target, plan, whole, mended)
        elif whole:
            self._place_new(staged, target, plan.state, newest)
        for path, (_wanted, reading) in unit.readings.items():
            if path not in bad and (_version_of(path) in whole or path in mended):
                self._tally.copied(reading.size)
        faults.point("backup.placed")

    def _put_aside(self, staged: Path, relative: Path, state: ObjectState) -> None:
        """Keep what came of versions that are not whole, outside the storage root.

        A restore takes from there what is sound; it goes when the version comes whole.
        """
        target = self._root / INCOMPLETE / relative
        fsio.discard(target)
        roots = state.root_files()
        fsio.write_streams(staged, [(name, [data]) for name, data in roots.items()])
        fsio.place(staged, target)

    def _judge(self, unit: _Unit) -> set[str]:
        """Return the paths that did not come as the inventory says, and note each."""
        bad = set()
        below = Path("archive") / self._relative(unit.plan.state)
        for path, (wanted, reading) in unit.readings.items():
            if reading.failed or reading.sha256 != wanted.sha256:
                bad.add(path)
                code = "source_missing" if reading.failed == "missing" else "source_damaged"
                self._tally.note(code, (below / path).as_posix(), reading.failed)
        return bad

    def _place_new(self, staged: Path, target: Path, state: ObjectState, newest: int) -> None:
        roots = state.root_files(newest)
        fsio.write_streams(staged, [(name, [data]) for name, data in roots.items()])
        fsio.place(staged, target)

    def _place_more(
        self, staged: Path, target: Path, plan: _Plan, whole: list[int], mended: list[str]
    ) -> None:
        fsio.place_together({staged / f"v{v}": target / f"v{v}" for v in whole})
        for path in mended:
            fsio.make_folder((target / path).parent)
            fsio.replace(staged / path, target / path)
            fsio.sync_folder((target / path).parent)
        if whole or plan.advance:
            self._advance(target, plan.state, whole[-1] if whole else plan.first - 1)

    def _advance(self, target: Path, state: ObjectState, version: int) -> None:
        work = self._partial / "advance"
        fsio.discard(work)
        roots = state.root_files(version)
        fsio.write_streams(work, [(name, [data]) for name, data in roots.items()])
        self._replace_roots(work, target)
        fsio.sync_folder(target)
        fsio.discard(work)

    def keep_root(self) -> None:
        """Copy what belongs to the storage root itself, its mark last."""
        wanted = objects.files_of_root(self._archive)
        for path in sorted(wanted, key=lambda path: path.name == ocfl.ROOT_MARK[0]):
            target = self._objects / path.relative_to(self._archive)
            if _same_bytes(path, target):
                continue
            work = self._partial / "root"
            fsio.discard(work)
            fsio.write_streams(work, [("file", [path.read_bytes()])])
            fsio.make_folder(target.parent)
            fsio.replace(work / "file", target)
            fsio.sync_folder(target.parent)
            fsio.discard(work)

    def gone(self, seen: set[Path]) -> list[str]:
        """Return the objects in the mirror that are not among those seen in the workspace."""
        kept = (folder.relative_to(self._objects) for folder in self._mirrored())
        return [path.as_posix() for path in kept if path not in seen]

    def _mirrored(self) -> list[Path]:
        return objects.object_folders(self._objects)

    # -- the rest -----------------------------------------------------------------------------

    def keep_loose(self, wanted: Sequence[tuple[Loose, Path]]) -> int:
        """Copy files outside the archive; return how many could be had whole."""
        work = self._partial / "loose"
        fsio.discard(work)
        fsio.make_folder(work)
        readings = [Reading(path) for _loose, path in wanted]
        fsio.write_streams(work, ((str(n), reading) for n, reading in enumerate(readings)))
        moves = {}
        for number, ((loose, _path), reading) in enumerate(zip(wanted, readings, strict=True)):
            if not reading.failed:
                moves[work / str(number)] = self._snapshot / loose.name
                self._files.append(
                    SnapshotFile(loose.name, reading.sha256, reading.size, loose.raw)
                )
                self._tally.copied(reading.size)
        fsio.make_folders(target.parent for target in moves.values())
        fsio.place_together(moves)
        faults.point("backup.file")
        return len(moves)

    @property
    def files(self) -> list[SnapshotFile]:
        """What of the snapshot was copied so far."""
        return self._files

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest and the lists for sha256sum, and give the snapshot its name."""
        self._write_archive_sums()
        data = manifest.to_bytes()
        listed = [(Known(data).sha256, MANIFEST)]
        listed += [(each.sha256, each.path) for each in manifest.files]
        fsio.write_streams(self._snapshot, [(MANIFEST, [data]), (SUMS, [sums(listed)])])
        faults.point("backup.listed")
        target = self._root / place.SNAPSHOTS / manifest.name
        fsio.place(self._snapshot, target)
        fsio.discard(self._partial)

    def _write_archive_sums(self) -> None:
        """One list for the whole mirror: what is in version folders never changes."""
        work = self._partial / "sums"
        fsio.discard(work)
        fsio.write_streams(work, [(ARCHIVE_SUMS, self._archive_sums())])
        fsio.replace(work / ARCHIVE_SUMS, self._root / ARCHIVE_SUMS)
        fsio.sync_folder(self._root)

    def _archive_sums(self) -> Iterator[bytes]:
        for path in objects.files_of_root(self._objects):
            name = path.relative_to(self._root).as_posix()
            yield sum_line(fsio.sha256_of(path), name)
        for folder in self._mirrored():
            try:
                state = objects.read_object(folder)
                files = [each for v in range(1, state.head + 1) for each in state.files(v)]
            except (ObjectUnreadable, OSError):
                continue
            below = Path("archive") / folder.relative_to(self._objects)
            yield b"".join(sum_line(f.sha256, (below / f.path).as_posix()) for f in files)


def prune(root: Path, keep: int) -> list[str]:
    """Remove the oldest snapshots beyond `keep`, and what only they explain; return their names."""
    from archive.backup.reader import snapshot_names

    names = snapshot_names(root)
    gone = names[: max(0, len(names) - max(1, keep))]
    bin_ = root / place.PARTIAL
    for name in gone:
        fsio.make_folder(bin_)
        fsio.place(root / place.SNAPSHOTS / name, bin_ / f"pruned-{name}")
        faults.point("backup.pruned")
    oldest = names[len(gone)] if len(gone) < len(names) else ""
    superseded = root / SUPERSEDED
    for aside in superseded.iterdir() if superseded.is_dir() else ():
        # Kept as long as a snapshot made before it was put aside is kept.
        if aside.name <= oldest:
            fsio.discard(aside)
    fsio.discard(bin_)
    return gone


def _streams(units: list[_Unit]) -> Iterator[tuple[str, Iterable[bytes]]]:
    for unit in units:
        for path, (_wanted, reading) in unit.readings.items():
            yield f"{unit.folder}/{path}", reading
        if unit.is_plain:
            for name, data in unit.plan.state.root_files().items():
                yield f"{unit.roots}/{name}", [data]


def _touches(bad: set[str], version: int) -> bool:
    return any(path.startswith(f"v{version}/") for path in bad)


def _is_version(folder: Path, state: ObjectState, version: int) -> bool:
    try:
        return fsio.sha256_of(folder / ocfl.INVENTORY) == state.version_digest(version)
    except (OSError, ObjectUnreadable):
        return False


def _cut_short(state: ObjectState, target: Path, head: int) -> list[File]:
    """Return the files of the first `head` versions that the mirror lacks or holds in part."""
    found = []
    wanted = None
    for path in state.paths():
        if _version_of(path) <= head and _size(target / path) != _size(state.folder / path):
            if wanted is None:
                wanted = {f.path: f for v in range(1, head + 1) for f in state.files(v)}
            found.append(wanted[path])
    return found


def _version_of(path: str) -> int:
    return int(path.partition("/")[0][1:])


def _size(path: Path) -> int:
    """Return how long a file is; -1 when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _same_bytes(path: Path, target: Path) -> bool:
    return target.is_file() and target.read_bytes() == path.read_bytes()
