"""An object's history told again without some of its files. Plans; touches no disk.

OCFL does not let a file be taken out of an object. Its implementation notes (1.1, section 3.3)
name the way: a new object with a history that never held the file, made first; the original goes
afterwards. Every version stays, with its number, day and author.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from archive.ocfl import Inventory


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """What the new object is made of.

    inventory  of its newest version, with as many versions as the old one
    copies     content path in the new object -> content path in the old one
    written    content path in the new object -> bytes that take the place of old ones
    erased     digests that the new object no longer holds -> content path in the old one
    """

    inventory: Inventory
    copies: Mapping[str, str]
    written: Mapping[str, bytes]
    erased: Mapping[str, str]


def purge(base: Inventory, gone: Collection[str], rewritten: Mapping[str, bytes]) -> Purge:
    """Return the plan of the object `base` without the logical paths `gone`, in every version.

    rewritten  digest of a file that stays -> what it says from now on

    Bytes that a path which stays shares with one that goes are kept.
    """
    manifest: dict[str, str] = {}
    copies: dict[str, str] = {}
    written: dict[str, bytes] = {}
    states = []
    for version, old_state in enumerate(base.states, 1):
        state = {}
        for logical, old_digest in old_state.items():
            if logical in gone:
                continue
            new = rewritten.get(old_digest)
            digest = old_digest if new is None else hashlib.sha256(new).hexdigest()
            state[logical] = digest
            if digest not in manifest:
                # A version holds only what it names itself: the old place may name what goes.
                place = manifest[digest] = f"v{version}/content/{logical}"
                if new is None:
                    copies[place] = base.manifest[digest]
                else:
                    written[place] = new
        states.append(state)
    return Purge(
        inventory=Inventory(base.object_id, manifest, tuple(states), base.notes),
        copies=copies,
        written=written,
        erased={d: path for d, path in base.manifest.items() if d not in manifest},
    )


def as_of(inventory: Inventory, version: int) -> Inventory:
    """Return the inventory as it stood in an earlier version of the object."""
    states = inventory.states[:version]
    named = {digest for state in states for digest in state.values()}
    return Inventory(
        inventory.object_id,
        {digest: path for digest, path in inventory.manifest.items() if digest in named},
        states,
        inventory.notes[:version],
    )
