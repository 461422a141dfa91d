"""What a power cut may leave on a disk: a trace of what was asked of it, and every state allowed.

`Recorder` stands in for `archive.disk.Disk` and writes down each call; `Trace` also keeps the
database as each commit left it. `Shadow` then plays a trace on files that are only in memory and
knows for each change whether a sync has made it certain. What is not certain may have happened or
not, and `Shadow.after` says what would be found.

Two kinds of disk:

    ordered  names change in the order given (a journal, as ext4 has one) and any sync writes all
             names so far; the bytes of a file are certain only when it was synced itself
    weak     names of a folder are certain only when that folder was synced, each for itself

In both a rename happens wholly or not at all, changes of one name come in their order, and of the
bytes of a write either half may arrive without the other; zeros stand for what did not. A disk that
tears a rename (FAT) is not covered.
"""

from __future__ import annotations

import hashlib
import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine, event

from archive.disk import Disk

NAMES = ("make", "open", "rename", "remove")
DATABASE = "hudang.db"


@dataclass(frozen=True, slots=True)
class Op:
    """One call, by paths below the workspace.

    kind  make, open, write, cut (to `size` bytes), sync, sync_folder, rename, remove; "arrive"
          (somebody else's file, certain at once) and "commit" (the database is as `data` from
          here on)
    """

    kind: str
    path: str = ""
    to: str = ""
    data: bytes = b""
    size: int = 0


@dataclass
class Trace:
    """What happened below `root`, in order. `start` is what was there before, all of it certain."""

    root: Path
    start: dict[str, bytes | None] = field(default_factory=dict)
    ops: list[Op] = field(default_factory=list)
    _uncopied: bool = False

    def add(self, op: Op) -> None:
        """Write down one call that has returned."""
        self.note_commit()
        self.ops.append(op)

    def follow(self, engine: Engine) -> None:
        """Keep the database as each commit leaves it."""

        def before_commit(_connection: object) -> None:
            self.note_commit()
            self._uncopied = True

        event.listen(engine, "commit", before_commit)

    def note_commit(self) -> None:
        """Copy the database if it may have changed since the last copy."""
        if self._uncopied:
            self._uncopied = False
            self.ops.append(Op("commit", data=database_of(self.root)))


def database_of(root: Path) -> bytes:
    """Return the database and its log in one piece, as a power cut would leave them on the disk."""
    log = root / f"{DATABASE}-wal"
    main = (root / DATABASE).read_bytes()
    return len(main).to_bytes(8, "big") + main + (log.read_bytes() if log.exists() else b"")


def put_database(root: Path, data: bytes) -> None:
    """Write what `database_of` returned."""
    end = 8 + int.from_bytes(data[:8], "big")
    (root / DATABASE).write_bytes(data[8:end])
    (root / f"{DATABASE}-wal").write_bytes(data[end:])


def tree_of(root: Path) -> dict[str, bytes | None]:
    """Return all files (and None for folders) below `root`, without the database and the locks."""
    found: dict[str, bytes | None] = {}
    for path in root.rglob("*"):
        name = path.relative_to(root).as_posix()
        if not name.startswith(DATABASE) and not name.endswith(".lock"):
            found[name] = None if path.is_dir() else path.read_bytes()
    return found


class Recorder(Disk):
    """The real disk, with all that is asked of it written down.

    forgets  says of a sync whether it is left out: how a program without it would fare
    """

    # One after the other, so that a trace is the same every time.
    syncs_at_once = 1

    def __init__(self, trace: Trace, forgets: Callable[[Op], bool] = lambda _op: False) -> None:
        self._trace = trace
        self._forgets = forgets
        self._open: dict[int, str] = {}

    def _name(self, path: Path) -> str:
        return path.relative_to(self._trace.root).as_posix()

    def make_folder(self, folder: Path) -> None:
        super().make_folder(folder)
        self._trace.add(Op("make", self._name(folder)))

    def open_new(self, path: Path, mode: int = 0o666) -> BinaryIO:
        writer = super().open_new(path, mode)
        self._open[id(writer)] = self._name(path)
        self._trace.add(Op("open", self._name(path)))
        return writer

    def open_end(self, path: Path) -> BinaryIO:
        writer = super().open_end(path)
        self._open[id(writer)] = self._name(path)
        return writer

    def cut(self, writer: BinaryIO, size: int) -> None:
        super().cut(writer, size)
        self._trace.add(Op("cut", self._open[id(writer)], size=size))

    def write(self, writer: BinaryIO, data: bytes) -> None:
        super().write(writer, data)
        self._trace.add(Op("write", self._open[id(writer)], data=bytes(data)))

    def sync(self, writer: BinaryIO) -> None:
        self._unless_forgotten(Op("sync", self._open[id(writer)]))

    def sync_folder(self, folder: Path) -> None:
        self._unless_forgotten(Op("sync_folder", self._name(folder)))

    def _unless_forgotten(self, op: Op) -> None:
        if not self._forgets(op):
            self._trace.add(op)

    def rename(self, source: Path, target: Path) -> None:
        super().rename(source, target)
        self._trace.add(Op("rename", self._name(source), self._name(target)))

    def remove(self, path: Path) -> None:
        super().remove(path)
        self._trace.add(Op("remove", self._name(path)))

    def remove_folder(self, folder: Path) -> None:
        super().remove_folder(folder)
        self._trace.add(Op("remove", self._name(folder)))


Slot = tuple[int, str]  # a name in a folder, by the folder's number


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a name, or of half a write, that may or may not have reached the disk."""

    number: int
    inode: int
    taken: Slot | None = None
    given: Slot | None = None
    offset: int = 0
    data: bytes = b""
    is_cut: bool = False

    @property
    def is_name(self) -> bool:
        """Whether it changes a name rather than bytes."""
        return self.taken is not None or self.given is not None

    @property
    def folders(self) -> set[int]:
        """The folders whose names it changes."""
        return {slot[0] for slot in (self.taken, self.given) if slot}

    def depends_on(self, other: Change) -> bool:
        """Whether it cannot have happened without the earlier `other`."""
        if self.is_name != other.is_name:
            return False
        if not self.is_name:
            # Pieces of a file may arrive in any order, but a cut divides what was before and after.
            return self.inode == other.inode and (self.is_cut or other.is_cut)
        slots = {self.taken, self.given} - {None}
        return self.inode == other.inode or bool(slots & ({other.taken, other.given} - {None}))


class Shadow:
    """Files in memory on a disk of a `kind` ("ordered", "weak"), played from a trace."""

    def __init__(self, start: dict[str, bytes | None], kind: str) -> None:
        self.kind = kind
        self.folders: set[int] = {0}
        self.names: dict[Slot, int] = {}
        self.certain_names: dict[Slot, int] = {}
        self.certain_bytes: dict[int, bytes] = {}
        self.lengths: dict[int, int] = {}
        self.pending: list[Change] = []
        self.database = b""
        self._next = itertools.count(1)
        for path in sorted(start):
            self._arrive(path, start[path])

    def play(self, op: Op) -> None:
        """Take in one call of a trace."""
        if op.kind == "commit":
            self.database = op.data
        elif op.kind == "arrive":
            self._arrive(op.path, op.data)
        elif op.kind in ("make", "open"):
            self._change(self._new(op.kind == "make"), given=self._slot(op.path))
        elif op.kind == "write":
            self._write(self.names[self._slot(op.path)], op.data)
        elif op.kind == "cut":
            inode = self.names[self._slot(op.path)]
            self.pending.append(Change(next(self._next), inode, offset=op.size, is_cut=True))
            self.lengths[inode] = op.size
        elif op.kind == "rename":
            taken = self._slot(op.path)
            self._change(self.names[taken], taken=taken, given=self._slot(op.to))
        elif op.kind == "remove":
            taken = self._slot(op.path)
            self._change(self.names[taken], taken=taken)
        else:
            self._sync(self._inode(op.path), op.kind)

    def _new(self, is_folder: bool) -> int:
        inode = next(self._next)
        if is_folder:
            self.folders.add(inode)
        else:
            self.lengths[inode] = 0
            self.certain_bytes[inode] = b""
        return inode

    def _arrive(self, path: str, data: bytes | None) -> None:
        inode = self._new(data is None)
        if data is not None:
            self.certain_bytes[inode], self.lengths[inode] = data, len(data)
        self.names[self._slot(path)] = self.certain_names[self._slot(path)] = inode

    def _slot(self, path: str) -> Slot:
        folder, _slash, name = path.rpartition("/")
        return self._inode(folder), name

    def _inode(self, path: str) -> int:
        inode = 0
        for name in path.split("/") if path not in ("", ".") else ():
            inode = self.names[inode, name]
        return inode

    def _change(self, inode: int, taken: Slot | None = None, given: Slot | None = None) -> None:
        self.pending.append(Change(next(self._next), inode, taken, given))
        _apply_name(self.names, self.pending[-1])

    def _write(self, inode: int, data: bytes) -> None:
        half = len(data) // 2
        for start, piece in ((0, data[:half]), (half, data[half:])):
            if piece:
                at = self.lengths[inode] + start
                self.pending.append(Change(next(self._next), inode, offset=at, data=piece))
        self.lengths[inode] += len(data)

    def _sync(self, inode: int, kind: str) -> None:
        def is_certain(change: Change) -> bool:
            if change.is_name:
                return self.kind == "ordered" or (kind == "sync_folder" and inode in change.folders)
            return change.inode == inode

        certain = {change.number for change in self.pending if is_certain(change)}
        certain = self._with_what_they_need(certain)
        for change in self.pending:
            if change.number in certain:
                if change.is_name:
                    _apply_name(self.certain_names, change)
                else:
                    _apply_bytes(self.certain_bytes, change)
        self.pending = [change for change in self.pending if change.number not in certain]

    def _with_what_they_need(self, numbers: set[int]) -> set[int]:
        """Add the earlier changes without which those cannot have happened."""
        wanted = set(numbers)
        for place in range(len(self.pending) - 1, -1, -1):
            late = self.pending[place]
            if late.number in wanted:
                wanted |= {o.number for o in self.pending[:place] if late.depends_on(o)}
        return wanted

    @property
    def everything(self) -> frozenset[int]:
        """The uncertain changes, all of them: what is found when only the program died."""
        return frozenset(change.number for change in self.pending)

    def possible(self, most: int, seed: random.Random) -> Iterator[frozenset[int]]:
        """Yield which uncertain changes happened: all ways, or `most` of them drawn by `seed`.

        None and all are always among them; with 8 or more to draw, so is all but one.
        """
        names = [change.number for change in self.pending if change.is_name]
        data = [change.number for change in self.pending if not change.is_name]
        everything = self.everything
        if self.kind == "ordered":
            ways = (len(names) + 1) * 2 ** min(len(data), 40)
        else:
            ways = 2 ** min(len(everything), 40)
        seen = set()
        for chosen in self._ways(names, data, None if ways <= most else most, seed):
            closed = frozenset(self._with_what_they_need(set(chosen)) & everything)
            if closed not in seen:
                seen.add(closed)
                yield closed

    def _ways(
        self, names: list[int], data: list[int], most: int | None, seed: random.Random
    ) -> Iterator[Sequence[int]]:
        if self.kind == "ordered":
            prefixes = [names[:count] for count in range(len(names) + 1)]
        else:
            prefixes = [names]
        free = data if self.kind == "ordered" else names + data
        if most is None:
            for prefix in prefixes if self.kind == "ordered" else [[]]:
                for bits in itertools.product((False, True), repeat=len(free)):
                    yield prefix + [n for n, bit in zip(free, bits, strict=True) if bit]
            return
        yield []
        yield names + data
        # Where names come in their order, none but the last can be missing.
        for one in free if most >= 8 else ():
            yield [n for n in names + data if n != one]
        for _time in range(most):
            share = seed.random()
            prefix = seed.choice(prefixes) if self.kind == "ordered" else []
            yield prefix + [n for n in free if seed.random() < share]

    def after(self, happened: frozenset[int]) -> dict[str, bytes | None]:
        """Return what is found below the root when of the uncertain changes these happened."""
        names = dict(self.certain_names)
        contents: dict[int, bytes] = {}
        for change in self.pending:
            if change.number not in happened:
                continue
            if change.is_name:
                _apply_name(names, change)
            else:
                contents.setdefault(change.inode, self.certain_bytes[change.inode])
                _apply_bytes(contents, change)
        inside: dict[int, list[tuple[str, int]]] = {}
        for (folder, name), inode in names.items():
            inside.setdefault(folder, []).append((name, inode))
        found: dict[str, bytes | None] = {}
        open_folders = [(0, "")]
        while open_folders:
            folder, path = open_folders.pop()
            for name, inode in inside.get(folder, ()):
                if inode in self.folders:
                    found[path + name] = None
                    open_folders.append((inode, f"{path}{name}/"))
                else:
                    found[path + name] = contents.get(inode, self.certain_bytes[inode])
        return found


def _apply_name(names: dict[Slot, int], change: Change) -> None:
    if change.taken and names.get(change.taken) == change.inode:
        del names[change.taken]
    if change.given:
        names[change.given] = change.inode


def _apply_bytes(contents: dict[int, bytes], change: Change) -> None:
    before = contents[change.inode]
    if change.is_cut:
        contents[change.inode] = before[: change.offset]
        return
    # What lies between and was never written reads as zeros.
    padded = before.ljust(change.offset, b"\0")
    contents[change.inode] = (
        padded[: change.offset] + change.data + padded[change.offset + len(change.data) :]
    )


def put(root: Path, tree: dict[str, bytes | None], database: bytes) -> None:
    """Write a state that `Shadow.after` returned into the empty folder `root`."""
    for path in sorted(tree):
        data = tree[path]
        if data is None:
            (root / path).mkdir()
        else:
            (root / path).write_bytes(data)
    put_database(root, database)


def digest_of(tree: dict[str, bytes | None], database: bytes = b"") -> str:
    """Return what tells two states apart."""
    whole = hashlib.sha256(database)
    for path in sorted(tree):
        whole.update(path.encode() + b"\0" + hashlib.sha256(tree[path] or b"-").digest())
    return whole.hexdigest()
