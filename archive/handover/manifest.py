"""The text files of a BagIt 1.0 bag: writing them, and reading other people's with distrust.

Source: RFC 8493. Of its freedoms only the safe ones are taken: sha256, UTF-8, no fetch.txt, and
every file but tagmanifest-sha256.txt itself stands in a list of digests.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.handover import names
from archive.handover.refusal import PackageRefused
from archive.handover.source import Source, by_bytes, read

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
VERSIONS = ("0.97", "1.0")
MARK, INFO, FETCH = "bagit.txt", "bag-info.txt", "fetch.txt"
PAYLOAD, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
# Lists by these prove nothing any more: whoever changes a file can keep them true.
WEAK = ("md5", "sha1")
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")
_LIST_NAME = re.compile(r"(?:tag)?manifest-([a-z0-9-]+)\.txt")
_OXUM = re.compile(r"(\d{1,18})\.(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """What a bag says of itself.

    payload, tags  path -> sha256
    oxum           bytes and files of the payload
    info           bag-info.txt, label -> values
    """

    payload: Mapping[str, str]
    tags: Mapping[str, str]
    oxum: tuple[int, int]
    info: Mapping[str, Sequence[str]]


def written(digests: Mapping[str, str]) -> bytes:
    """Return a list of digests as `sha256sum -c` reads it."""
    return "".join(f"{digests[name]}  {name}\n" for name in by_bytes(digests)).encode()


def info_written(labels: Sequence[tuple[str, str]]) -> bytes:
    """Return bag-info.txt. Values are one line each."""
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in labels).encode()


def lists_of(source: Source) -> Lists:
    """Read what a bag says of itself, and refuse what no bag of ours or any honest one says.

    Raises PackageRefused. Whether the files are what the lists say is not looked at here.
    """
    found = set(source.names())
    label = source.label
    if MARK not in found:
        raise PackageRefused(label, "bag_version", MARK)
    _refuse_version(source)
    if FETCH in found:
        raise PackageRefused(label, "fetch", FETCH)
    for name in by_bytes(found):
        kind = _LIST_NAME.fullmatch(name)
        if kind and kind[1] in WEAK:
            raise PackageRefused(label, "weak_manifest", name)
    for name in (PAYLOAD, TAGS):
        if name not in found:
            raise PackageRefused(label, "no_manifest", name)
    payload, tags = _read(source, PAYLOAD), _read(source, TAGS)
    _refuse_misplaced(label, payload, tags)
    _refuse_others(source, found, payload)
    info = _info(source) if INFO in found else {}
    return Lists(payload=payload, tags=tags, oxum=_oxum(label, info), info=info)


def _refuse_version(source: Source) -> None:
    try:
        lines = read(source, MARK, 4096).decode("utf-8").splitlines()
        said = dict(line.split(": ", 1) for line in lines)
    except ValueError as cause:
        raise PackageRefused(source.label, "bag_version", MARK) from cause
    encoding = said.get("Tag-File-Character-Encoding", "")
    if said.get("BagIt-Version") not in VERSIONS or encoding.upper() != "UTF-8":
        raise PackageRefused(source.label, "bag_version", MARK)


def _read(source: Source, name: str) -> dict[str, str]:
    try:
        # A list of a million files; larger is no list.
        lines = read(source, name, 1024**3).decode("utf-8").splitlines()
    except UnicodeDecodeError as cause:
        raise PackageRefused(source.label, "manifest_line", name) from cause
    digests: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            raise PackageRefused(source.label, "manifest_line", name)
        digest, path = match[1].lower(), match[2]
        if names.why_unsafe(path):
            raise PackageRefused(source.label, "manifest_name", path)
        if path in digests:
            raise PackageRefused(source.label, "manifest_twice", path)
        digests[path] = digest
    return digests


def _refuse_misplaced(label: str, payload: Mapping[str, str], tags: Mapping[str, str]) -> None:
    for path in payload:
        if not path.startswith("data/"):
            raise PackageRefused(label, "manifest_name", path)
    for path in tags:
        if path.startswith("data/") or path == TAGS:
            raise PackageRefused(label, "manifest_name", path)


def _refuse_others(source: Source, found: set[str], payload: Mapping[str, str]) -> None:
    """A further list by a strong digest may be there, and must name the same files."""
    for name in by_bytes(found):
        kind = _LIST_NAME.fullmatch(name)
        if kind and name.startswith("manifest-") and name != PAYLOAD:
            text = read(source, name, 1024**3).decode("utf-8", "replace")
            said = {line.split(maxsplit=1)[-1].lstrip("*") for line in text.splitlines() if line}
            if said != payload.keys():
                raise PackageRefused(source.label, "manifests_differ", name)


def _info(source: Source) -> dict[str, list[str]]:
    text = read(source, INFO, 1024 * 1024).decode("utf-8", "replace")
    found: dict[str, list[str]] = {}
    last: list[str] = []
    for line in text.splitlines():
        if line[:1] in (" ", "\t") and last:
            last[-1] += f" {line.strip()}"
        elif ":" in line:
            label, _colon, value = line.partition(":")
            last = found.setdefault(label.strip(), [])
            last.append(value.strip())
    return found


def _oxum(label: str, info: Mapping[str, Sequence[str]]) -> tuple[int, int]:
    said = info.get("Payload-Oxum", ())
    match = _OXUM.fullmatch(said[0]) if len(said) == 1 else None
    if match is None:
        raise PackageRefused(label, "no_oxum", INFO)
    return int(match[1]), int(match[2])
