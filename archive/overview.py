"""How things stand: what waits, what is held, what is filed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select

from archive import schema
from archive.database import reading
from archive.workspace import Workspace
from extractors.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Counts of one moment."""

    households: int
    papers: int
    waiting: int
    in_hand: int
    held: int
    unreadable: int
    duplicates: int

    def to_json(self) -> dict[str, Any]:
        """Return the counts by name."""
        return asdict(self)

    def lines(self) -> list[tuple[str, int]]:
        """Return the counts with the words for people."""
        return [
            (_("household files"), self.households),
            (_("papers filed"), self.papers),
            (_("waiting in the inbox"), self.waiting),
            (_("being read"), self.in_hand),
            (_("held for a decision"), self.held),
            (_("held because unreadable"), self.unreadable),
            (_("duplicates linked"), self.duplicates),
        ]


def overview(workspace: Workspace) -> Overview:
    """Count what the workspace holds."""
    item = schema.intake_item.c
    with reading(workspace.engine) as connection:
        rows = connection.execute(select(item.state, func.count()).group_by(item.state))
        by_state = {state: count for state, count in rows if count}
        households = connection.scalar(select(func.count()).select_from(schema.household)) or 0
        papers = connection.scalar(select(func.count()).select_from(schema.document)) or 0
    return Overview(
        households=households,
        papers=papers,
        waiting=by_state.get("waiting", 0),
        in_hand=by_state.get("claimed", 0) + by_state.get("copied", 0),
        held=by_state.get("held", 0),
        unreadable=by_state.get("quarantined", 0),
        duplicates=by_state.get("duplicate", 0),
    )
