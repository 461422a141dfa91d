"""Writing a BagIt 1.0 package: a folder or a zip, durable, and the same for the same contents.

The zip keeps every file as it is: its bytes depend on no compressor, and damage stays where it is.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from archive import fsio
from archive.handover import manifest, zipping
from archive.handover.source import Planned, Source
from archive.store import ArchiveDamaged
from extractors.wording import _

Progress = Callable[[int, int], None]


def tags_of(
    payload: Mapping[str, str],
    sizes: Mapping[str, int],
    labels: list[tuple[str, str]],
    more: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Return the bag's own files, tagmanifest included.

    payload  path below the bag ("data/…") -> sha256
    labels   of bag-info.txt, Payload-Oxum left out
    more     further files beside data/, by path
    """  # fmt: skip
    total = sum(sizes[name] for name in payload)
    tags = {
        manifest.MARK: manifest.DECLARATION,
        manifest.PAYLOAD: manifest.written(payload),
        manifest.INFO: manifest.info_written(
            [*labels, ("Payload-Oxum", f"{total}.{len(payload)}")]
        ),
        **more,
    }
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in tags.items()}
    return tags | {manifest.TAGS: manifest.written(digests)}


def write_zip(
    target: Path, folder: str, source: Planned, expected: Mapping[str, str], progress: Progress
) -> None:
    """Write the new zip `target` with everything below one folder, durably.

    expected  path -> sha256, for what comes from the archive
    Raises ArchiveDamaged when the archive does not give what was filed, OSError; leaves no file.
    """
    fsio.write_pieces(target, zipping.zipped(_announced(folder, source, expected, progress)))


def _announced(
    folder: str, source: Planned, expected: Mapping[str, str], progress: Progress
) -> Iterator[tuple[zipping.File, Iterator[bytes]]]:
    found = source.names()
    for done, name in enumerate(found, 1):
        crc = size = 0
        for piece in source.pieces(name):
            crc = zlib.crc32(piece, crc)
            size += len(piece)
        yield zipping.File(f"{folder}/{name}", size, crc), _as_filed(source, name, expected)
        progress(done, len(found))


def write_folder(
    target: Path, source: Planned, expected: Mapping[str, str], progress: Progress
) -> None:
    """Write the new folder `target`, durably. Raises as `write_zip`; the caller discards it."""
    found = source.names()
    fsio.write_streams(
        target, ((name, _as_filed(source, name, expected)) for name in found), len(found), progress
    )


def _as_filed(source: Source, name: str, expected: Mapping[str, str]) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for piece in source.pieces(name):
        digest.update(piece)
        yield piece
    if name in expected and digest.hexdigest() != expected[name]:
        raise ArchiveDamaged(Path(name), _("it is not what was filed"))
