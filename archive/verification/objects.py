"""One object of the archive, every byte of it, against its inventories; and what lies beside."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from archive import ocfl
from archive.findings import Finding, finding
from archive.ocfl import Inventory
from archive.store import ROOT_FILES
from extractors import host

# Read at once: large enough that hashing, not reading, takes the time.
BUFFER = 4 * 1024 * 1024
_TUPLE = re.compile(r"[0-9a-f]{3}")
_VERSION = re.compile(r"v[1-9][0-9]*")


@dataclass(slots=True)
class Checked:
    """What came of one object.

    inventory  sha256 of its newest inventory, "" when none can be read
    """

    object_id: str
    folder: Path
    inventory: str = ""
    files: int = 0
    size_bytes: int = 0
    findings: list[Finding] = field(default_factory=list)


def sha256_of(path: Path) -> tuple[str, int]:
    """Return the digest and size of a regular file, read from the disk and not from memory.

    Raises OSError, NotRegular.
    """
    descriptor = host.open_regular(path)
    try:
        host.forget_cached(descriptor)
        digest, size = hashlib.sha256(), 0
        # No more room than the file needs: most are far smaller than the buffer.
        room = min(BUFFER, os.fstat(descriptor).st_size + 1)
        while chunk := os.read(descriptor, room):
            digest.update(chunk)
            size += len(chunk)
        return digest.hexdigest(), size
    finally:
        os.close(descriptor)


def object_id(folder: Path) -> str:
    """Return the id that the name of an object's folder spells."""
    return ocfl.object_id_of(folder.name)


def inventory_digest(folder: Path) -> str:
    """Return the digest of an object's newest inventory as its sidecar has it; "" if it has none.

    Only tells whether the object changed since it was read: reading it checks the sidecar too.
    """
    try:
        return (folder / ocfl.SIDECAR).read_text("ascii").split(" ")[0]
    except (OSError, ValueError):
        return ""


def folders(root: Path) -> tuple[list[Path], list[Finding]]:
    """Return the folders of all objects, and what in the storage root belongs to none."""
    objects: list[Path] = []
    strays = list(_root_findings(root))
    _descend(root, 0, objects, strays)
    return sorted(objects), strays


def _root_findings(root: Path) -> Iterator[Finding]:
    for name, data in ROOT_FILES.items():
        path = root / name
        try:
            digest, _size = sha256_of(path)
        except OSError:
            digest = ""
        if digest != hashlib.sha256(data).hexdigest():
            expected = hashlib.sha256(data).hexdigest()
            yield finding("mark_changed", path, expected=expected, found=digest)
    for path in _files_below(root / "extensions"):
        if path.relative_to(root).as_posix() not in ROOT_FILES:
            yield finding("stray", path)


def _files_below(folder: Path) -> Iterator[Path]:
    for parent, names, files in os.walk(folder):
        yield from (Path(parent, name) for name in files)
        yield from (Path(parent, name) for name in names if Path(parent, name).is_symlink())


def _descend(folder: Path, depth: int, objects: list[Path], strays: list[Finding]) -> None:
    for entry in os.scandir(folder):
        path = Path(entry.path)
        is_folder = entry.is_dir(follow_symlinks=False)
        if depth == ocfl.TUPLES and is_folder:
            objects.append(path)
        elif is_folder and _TUPLE.fullmatch(entry.name):
            _descend(path, depth + 1, objects, strays)
        elif depth or (entry.name not in ROOT_FILES and entry.name != "extensions"):
            strays.append(finding("stray", path))


def check(root: Path, folder: Path) -> Checked:
    """Read an object whole and say what is not as its inventories say."""
    name = object_id(folder)
    checked = Checked(name, folder)
    report = checked.findings.append
    if folder != root / ocfl.object_path(name):
        report(finding("object_misplaced", folder))
    present, odd = _present(folder)
    checked.findings += odd
    truth = _truth(folder, present)
    if truth is None:
        code = "inventory_changed" if ocfl.INVENTORY in present else "inventory_missing"
        report(finding(code, folder / ocfl.INVENTORY))
        return checked
    if truth.object_id != name:
        report(finding("object_misplaced", folder, inside=truth.object_id))
    checked.inventory = hashlib.sha256(truth.to_bytes()).hexdigest()
    expected = {ocfl.OBJECT_MARK[0]: hashlib.sha256(ocfl.OBJECT_MARK[1]).hexdigest()}
    expected |= _lists(truth)
    expected |= {path: digest for digest, path in truth.manifest.items()}
    for path in sorted(present - expected.keys()):
        report(finding("extra_file", folder / path))
    for path, digest in expected.items():
        _compare(folder / path, digest, path in present, checked)
    return checked


def _present(folder: Path) -> tuple[set[str], list[Finding]]:
    """Return the regular files below an object, and what there is no file and no folder of use."""
    files: set[str] = set()
    odd: list[Finding] = []
    waiting = [("", os.fspath(folder))]
    while waiting:
        prefix, path = waiting.pop()
        entries = list(os.scandir(path))
        if not entries and prefix:
            odd.append(finding("stray", path))
        for entry in entries:
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append((name + "/", entry.path))
            elif entry.is_file(follow_symlinks=False):
                files.add(name)
            else:
                files.add(name)
                odd.append(finding("not_regular", entry.path))
    return files, odd


def _truth(folder: Path, present: set[str]) -> Inventory | None:
    """Return the newest inventory that agrees with its digest; else one that can be read at all.

    The newest is there twice, in the object's root and in its version: if one copy is damaged,
    the other tells. What is derived from it must be what stands in every older version.
    """
    versions = {int(name[1:].split("/")[0]) for name in present if _VERSION.match(name)}
    places = [folder]
    places += [folder / f"v{number}" for number in sorted(versions, reverse=True)[:2]]
    readable = []
    for place in places:
        with suppress(OSError, ValueError):
            data = (place / ocfl.INVENTORY).read_bytes()
            inventory = Inventory.from_bytes(data)
            readable.append(inventory)
            if (place / ocfl.SIDECAR).read_bytes() == ocfl.sidecar(data):
                return inventory
    return readable[0] if readable else None


def _lists(truth: Inventory) -> dict[str, str]:
    """Return the digests that inventories and sidecars of all versions must have."""
    expected = {}
    for number in range(truth.head + 1):
        # Number 0 stands for the object's own root, which repeats the newest.
        data = truth.at_version(number or truth.head).to_bytes()
        prefix = f"v{number}/" if number else ""
        expected[prefix + ocfl.INVENTORY] = hashlib.sha256(data).hexdigest()
        expected[prefix + ocfl.SIDECAR] = hashlib.sha256(ocfl.sidecar(data)).hexdigest()
    return expected


def _compare(path: Path, expected: str, is_there: bool, checked: Checked) -> None:
    kind = _kind(path.name)
    if not is_there:
        checked.findings.append(finding(f"{kind}_missing", path, expected=expected))
        return
    try:
        found, size = sha256_of(path)
    except host.NotRegular:
        return  # told already
    except FileNotFoundError:
        checked.findings.append(finding(f"{kind}_missing", path, expected=expected))
        return
    except OSError as cause:
        checked.findings.append(finding("content_unreadable", path, why=str(cause.strerror)))
        return
    checked.files += 1
    checked.size_bytes += size
    if found != expected:
        code = f"{kind}_changed"
        checked.findings.append(finding(code, path, expected=expected, found=found))


def _kind(name: str) -> str:
    kinds = {ocfl.INVENTORY: "inventory", ocfl.SIDECAR: "sidecar", ocfl.OBJECT_MARK[0]: "mark"}
    return kinds.get(name, "content")
