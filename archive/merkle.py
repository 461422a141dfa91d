"""The Merkle tree of RFC 6962, section 2.1: one digest over many entries, in their order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

LEAF, NODE = b"\x00", b"\x01"


def root(entries: Iterable[bytes]) -> str:
    """Return the hex sha256 root over `entries`; without entries it is the sha256 of nothing.

    Takes any number of entries in the memory of a few: of each finished subtree, whose size is a
    power of two, only its digest is kept.
    """
    subtrees: list[tuple[int, bytes]] = []
    for entry in entries:
        size, digest = 1, hashlib.sha256(LEAF + entry).digest()
        while subtrees and subtrees[-1][0] == size:
            _size, left = subtrees.pop()
            size, digest = 2 * size, _joined(left, digest)
        subtrees.append((size, digest))
    if not subtrees:
        return hashlib.sha256().hexdigest()
    _size, whole = subtrees.pop()
    while subtrees:
        _size, left = subtrees.pop()
        whole = _joined(left, whole)
    return whole.hex()


def _joined(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(NODE + left + right).digest()
