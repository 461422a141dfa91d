"""What objects say of papers that moved: where each came from, and where it went."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from archive.ocfl import Inventory
from archive.store import Store

# Beside a paper: where it came from.
CAME_FROM = "moved.json"


def place_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return where a paper lies, as the notes of a move say it."""
    return {
        "paper": row["id"],
        "household": row["household_id"],
        "object": row["object_id"],
        "item": row["item_no"],
    }


def gone_path(item_no: int) -> str:
    """Return where an object says where an item of it went."""
    return f"moved/{item_no:04d}.json"


def of_two_places(store: Store, rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows of records without those of places that the paper has left; for rebuilding."""
    times = Counter(row["id"] for row in rows)
    left = {
        (came["object"], came["item"])
        for row in rows
        if times[row["id"]] > 1
        and (came := origin(store, store.inventory(row["object_id"]), row["item_no"]))
    }
    return [row for row in rows if (row["object_id"], row["item_no"]) not in left]


def origin(store: Store, inventory: Inventory, item_no: int) -> Mapping[str, Any] | None:
    """Return where an item came from: paper, household, object, item, version, at, by, why."""
    path = f"beside/{item_no:04d}/{CAME_FROM}"
    digest = next((state[path] for state in reversed(inventory.states) if path in state), None)
    if digest is None:
        return None
    folder = store.folder(inventory.object_id)
    came: Mapping[str, Any] = json.loads((folder / inventory.manifest[digest]).read_bytes())
    return came
