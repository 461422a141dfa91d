"""How far verification came: when each object was last read, and what was found.

A file in the workspace, never part of the archive: deleting it only makes everything be read again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive import fsio
from archive.workspace import Workspace

FILE_NAME = ".verified.json"
FORMAT = 1


@dataclass(slots=True)
class State:
    """What is known of earlier runs.

    round_began  when the round that is under way began; "" when the last one came to its end
    rows_at      when the database was compared last
    objects      object id -> (digest of the inventory that was read, when)
    findings     of the newest run, as JSON
    """

    round_began: str = ""
    rows_at: str = ""
    objects: dict[str, tuple[str, str]] = field(default_factory=dict)
    findings: list[dict[str, Any]] = field(default_factory=list)


def state_file(workspace: Workspace) -> Path:
    """Return where the state is kept."""
    return workspace.root / FILE_NAME


def load(workspace: Workspace, now: str) -> State:
    """Return what is known; nothing, where the file is missing or not ours.

    now  what claims to have been read later than that is not believed
    """
    try:
        said = json.loads(state_file(workspace).read_bytes())
        if said["format"] != FORMAT:
            return State()
        objects = {
            object_id: (str(digest), str(at))
            for object_id, (digest, at) in said["objects"].items()
            if str(at) <= now
        }
        return State(
            round_began=min(str(said["round_began"]), now),
            rows_at=str(said["rows_at"]),
            objects=objects,
            findings=list(said["findings"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return State()


def save(workspace: Workspace, state: State) -> None:
    """Keep the state, whole or not at all."""
    data = json.dumps(
        {
            "format": FORMAT,
            "round_began": state.round_began,
            "rows_at": state.rows_at,
            "objects": state.objects,
            "findings": state.findings,
        },
        separators=(",", ":"),
    ).encode()
    target = state_file(workspace)
    staged = target.with_name(f"{FILE_NAME}.new")
    fsio.discard(staged)
    fsio.write_durably(staged, data)
    fsio.replace(staged, target)
    fsio.sync_folder(target.parent)
