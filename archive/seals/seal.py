"""What a seal says, as data and as the files of its object. Touches no disk.

The root is the Merkle root (RFC 6962) over lines of text: the objects of the archive in the order
of their ids, the audit trail's last row, the tables of facts by name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from archive import merkle
from archive.ocfl import SEALS

FORMAT = "hudang-seal/1"
# What the first seal follows.
FIRST = "0" * 64
GROUPS = 8
GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDigest:
    """Rows of one table of facts that came since the seal before.

    first, last  their numbers; last is smaller than first when there were none
    digest       sha256 over the rows, each a line of canonical JSON, of the columns named
    """

    name: str
    columns: Sequence[str]
    first: int
    last: int
    rows: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """One seal.

    previous      sha256 of the file of the seal before
    objects       how many objects the archive held; their leaves stand in the file `leaves`
    leaves        sha256 of that file
    audit_first   first row of the audit trail that its segment holds
    audit_last    last row, and its digest
    segment       sha256 of the segment
    """

    number: int
    made_at: str
    previous: str
    objects: int
    leaves: str
    audit_first: int
    audit_last: int
    audit_digest: str
    segment: str
    tables: tuple[TableDigest, ...]
    root: str
    public_key: str
    signature: str = ""

    @property
    def short(self) -> str:
        """The root as people print and compare it: eight groups of eight."""
        size = len(self.root) // GROUPS
        return " ".join(self.root[at : at + size] for at in range(0, len(self.root), size))

    def signed_bytes(self) -> bytes:
        """What the signature is over: canonical JSON of everything else."""
        said = self._json()
        del said["signature"]
        return canonical(said)

    def to_bytes(self) -> bytes:
        """Return the seal's file."""
        text = json.dumps(self._json(), ensure_ascii=False, indent=1, sort_keys=True)
        return (text + "\n").encode()

    def _json(self) -> dict[str, Any]:
        return {"format": FORMAT, **asdict(self)}

    @classmethod
    def from_bytes(cls, data: bytes) -> Seal:
        """Read a seal's file, byte for byte as `to_bytes` writes it. Raises ValueError."""
        try:
            said = json.loads(data)
            if said.pop("format") != FORMAT or said.keys() != {each.name for each in fields(cls)}:
                raise ValueError("not a seal of this format")
            seal = cls(**said | {"tables": tuple(TableDigest(**each) for each in said["tables"])})
        except (KeyError, TypeError, AttributeError) as cause:
            raise ValueError(f"not a seal: {cause!r}") from cause
        if seal.to_bytes() != data:
            raise ValueError("not written as it was sealed")
        return seal

    def with_root(self, leaves: Mapping[str, Leaf]) -> Seal:
        """Return the seal with the root over `leaves` and what it says of audit and tables."""
        return replace(self, root=root_of(self, leaves))


@dataclass(frozen=True, slots=True)
class Leaf:
    """An object as it was sealed: its newest version then, and that inventory's sha256."""

    version: int
    digest: str


def root_of(seal: Seal, leaves: Mapping[str, Leaf]) -> str:
    """Return the Merkle root over the lines of a seal."""
    return merkle.root(line.encode() for line in _lines(seal, leaves))


def _lines(seal: Seal, leaves: Mapping[str, Leaf]) -> Iterator[str]:
    for object_id in sorted(leaves):
        yield f"object {_leaf_text(object_id, leaves[object_id])}"
    yield f"audit {seal.audit_last} {seal.audit_digest}"
    for each in seal.tables:
        yield f"table {each.name} {each.first}-{each.last} {each.rows} {each.digest}"


def leaves_file(changed: Mapping[str, Leaf | None]) -> bytes:
    """Return the file that says which objects are new or changed; None: no longer there."""
    lines = [_leaf_text(object_id, changed[object_id]) for object_id in sorted(changed)]
    return "".join(f"{line}\n" for line in lines).encode()


def _leaf_text(object_id: str, leaf: Leaf | None) -> str:
    return f"{object_id} v{leaf.version} {leaf.digest}" if leaf else f"{object_id} {GONE}"


def parse_leaves(data: bytes) -> dict[str, Leaf | None]:
    """Return what `leaves_file` wrote. Raises ValueError."""
    parsed: dict[str, Leaf | None] = {}
    for line in data.decode().splitlines():
        object_id, *rest = line.split(" ")
        if rest == [GONE]:
            parsed[object_id] = None
        else:
            version, digest = rest
            parsed[object_id] = Leaf(int(version.removeprefix("v")), digest)
    return parsed


def folded(files: Iterable[bytes]) -> dict[str, Leaf]:
    """Return the objects as of the last of several leaves files of one month, in order."""
    known: dict[str, Leaf | None] = {}
    for data in files:
        known |= parse_leaves(data)
    return {object_id: leaf for object_id, leaf in known.items() if leaf}


def seals_object(made_at: str) -> str:
    """Return the id of the object that holds the seals of a month."""
    return f"{SEALS}{made_at[:7]}"


def paths(number: int) -> tuple[str, str, str]:
    """Return where a seal, its leaves and its piece of the audit trail stand in their object."""
    return f"seals/{number:06d}.json", f"leaves/{number:06d}.txt", f"audit/{number:06d}.jsonl"


def sha256(data: bytes) -> str:
    """Return the digest by which a seal names a file."""
    return hashlib.sha256(data).hexdigest()


def canonical(data: Any) -> bytes:
    """Return JSON with its keys in order and no blanks."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
