"""OCFL 1.1 as we write it: where an object lies, what its inventory says. Plans; touches no disk.

Source: Oxford Common File Layout Specification 1.1; storage layout extension 0003 (hash and id
n-tuple, sha256, 3 x 3), which stays flat from the first household to the last.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

ROOT_MARK = ("0=ocfl_1.1", b"ocfl_1.1\n")
OBJECT_MARK = ("0=ocfl_object_1.1", b"ocfl_object_1.1\n")
LAYOUT = "0003-hash-and-id-n-tuple-storage-layout"
LAYOUT_FILE = "ocfl_layout.json"
INVENTORY = "inventory.json"
SIDECAR = "inventory.json.sha256"
TUPLE_SIZE, TUPLES = 3, 3
_HOUSEHOLD = "urn:xdh:hh:"
_DEPARTMENT = "urn:xdh:dept:"
# What corrections taught about printed forms: it belongs to no household and to no year.
RULES_OBJECT = "urn:xdh:rules"
# Seals, an object a month ("urn:xdh:seals:2026-11"): they speak of all objects but these.
SEALS = "urn:xdh:seals:"
# Folders whose files are named for the item they belong to, or for one that was moved away.
_NUMBERED = ("readings/", "moved/")
SAFE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


def household_object(household_id: int) -> str:
    """Return the object id of a household's file."""
    return f"{_HOUSEHOLD}{household_id:06d}"


def department_object(year: int, part: int = 1) -> str:
    """Return the object id of what belongs to no household, by the year it was filed.

    part  from 1: an object of many versions is closed and followed by the next part
    """
    return f"{_DEPARTMENT}{year:04d}" + (f"-{part:03d}" if part > 1 else "")


def year_of_department(object_id: str) -> int:
    """Return the year of a department's object, whichever part it is."""
    return int(object_id.removeprefix(_DEPARTMENT)[:4])


def object_mark(object_id: str) -> str:
    """Return an object's short name as it is printed: "D2026", "D2026-002", "H00001"."""
    kind, _colon, which = object_id.rpartition(":")
    return f"H{int(which):05d}" if which.isdecimal() and kind.endswith("hh") else f"D{which}"


def household_of(object_id: str) -> int | None:
    """Return whose file an object is; None for the department's and the rules'."""
    number = object_id.removeprefix(_HOUSEHOLD)
    return int(number) if number != object_id else None


def object_path(object_id: str) -> PurePosixPath:
    """Return where an object lies below the storage root."""
    digest = hashlib.sha256(object_id.encode()).hexdigest()
    tuples = [digest[i * TUPLE_SIZE : (i + 1) * TUPLE_SIZE] for i in range(TUPLES)]
    encoded = "".join(
        chr(byte) if chr(byte) in SAFE else f"%{byte:02x}" for byte in object_id.encode()
    )
    # The extension cuts names at 100 characters; ours are far shorter.
    return PurePosixPath(*tuples, encoded)


def object_id_of(folder_name: str) -> str:
    """Return the object id that the last folder of an object's path spells."""
    return unquote(folder_name)


def layout_json() -> bytes:
    """Return ocfl_layout.json of the storage root."""
    description = "sha256 of the object id in three folders of three, then the encoded id"
    return _json({"extension": LAYOUT, "description": description})


def layout_config() -> bytes:
    """Return the extension's config.json."""
    return _json(
        {
            "extensionName": LAYOUT,
            "digestAlgorithm": "sha256",
            "tupleSize": TUPLE_SIZE,
            "numberOfTuples": TUPLES,
        }
    )


@dataclass(frozen=True, slots=True)
class Inventory:
    """What an object holds: for each version its logical paths and their digests.

    manifest  digest -> content path ("v2/content/papers/0003_….pdf"), each content stored once
    states    per version, logical path -> digest
    """

    object_id: str
    manifest: Mapping[str, str] = field(default_factory=dict)
    states: tuple[Mapping[str, str], ...] = ()
    notes: tuple[Mapping[str, Any], ...] = ()

    @property
    def head(self) -> int:
        """The newest version's number; 0 for an object that is not there yet."""
        return len(self.states)

    @property
    def state(self) -> Mapping[str, str]:
        """Logical path -> digest, as of the newest version."""
        return self.states[-1] if self.states else {}

    @property
    def last_item(self) -> int:
        """The highest item number that any version gave, though the paper be moved away; 0."""
        paths = (path.partition("/content/")[2] for path in self.manifest.values())
        items = (path.partition("/")[2][:4] for path in paths if path.startswith(_NUMBERED))
        return max((int(item) for item in items if item.isdecimal()), default=0)

    def content_path(self, logical: str) -> str:
        """Return where the bytes of `logical` lie below the object. Raises KeyError."""
        return self.manifest[self.state[logical]]

    def with_version(
        self,
        changed: Mapping[str, str],
        *,
        created: str,
        message: str,
        actor: str,
        removed: Collection[str] = (),
    ) -> Inventory:
        """Return the inventory after one more version that adds or replaces `changed` paths.

        changed  logical path -> digest; bytes the object does not have yet are expected at
                 `v<n>/content/<logical path>`
        created  RFC 3339 time
        removed  logical paths that the version no longer has; earlier ones keep them
        """
        version = self.head + 1
        manifest = dict(self.manifest)
        for logical, digest in changed.items():
            manifest.setdefault(digest, f"v{version}/content/{logical}")
        note = {"created": created, "message": message, "user": {"name": actor}}
        kept = {logical: d for logical, d in self.state.items() if logical not in removed}
        return Inventory(
            self.object_id, manifest, (*self.states, {**kept, **changed}), (*self.notes, note)
        )

    def at_version(self, version: int) -> Inventory:
        """Return the inventory as that version wrote it, while no later one rewrites content."""
        return Inventory(
            self.object_id,
            {
                digest: path
                for digest, path in self.manifest.items()
                if int(path.partition("/")[0].removeprefix("v")) <= version
            },
            self.states[:version],
            self.notes[:version],
        )

    def to_bytes(self) -> bytes:
        """Return inventory.json."""
        versions = {
            f"v{number}": {**note, "state": _by_digest(state)}
            for number, (state, note) in enumerate(zip(self.states, self.notes, strict=True), 1)
        }
        return _json(
            {
                "id": self.object_id,
                "type": "https://ocfl.io/1.1/spec/#inventory",
                "digestAlgorithm": "sha256",
                "head": f"v{self.head}",
                "contentDirectory": "content",
                "manifest": {digest: [path] for digest, path in self.manifest.items()},
                "versions": versions,
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Inventory:
        """Read inventory.json as we write it. Raises ValueError on anything else."""
        try:
            parsed = json.loads(data)
            versions = [parsed["versions"][f"v{n}"] for n in range(1, len(parsed["versions"]) + 1)]
            return cls(
                parsed["id"],
                {digest: paths[0] for digest, paths in parsed["manifest"].items()},
                tuple(_by_path(version["state"]) for version in versions),
                tuple({k: v for k, v in version.items() if k != "state"} for version in versions),
            )
        except (KeyError, TypeError, IndexError, AttributeError) as cause:
            raise ValueError(f"not an inventory: {cause!r}") from cause


def sidecar(inventory: bytes) -> bytes:
    """Return inventory.json.sha256 for the bytes of an inventory."""
    return f"{hashlib.sha256(inventory).hexdigest()} {INVENTORY}\n".encode()


def _by_digest(state: Mapping[str, str]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = {}
    for logical, digest in state.items():
        turned.setdefault(digest, []).append(logical)
    return turned


def _by_path(state: Mapping[str, list[str]]) -> dict[str, str]:
    return {logical: digest for digest, paths in state.items() for logical in paths}


def _json(data: Any) -> bytes:
    # One thing a line for people with a text editor; indented it takes ten times as long to write.
    text = json.dumps(data, ensure_ascii=False, separators=(",\n", ": "), sort_keys=True)
    return (text + "\n").encode()
