"""The arrays of one ledger: kept in memory, filled from files and from the database."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager

from sqlalchemy import Connection, Engine

from archive.workspace import Workspace
from ledger import facts
from ledger.columns import reading
from ledger.columns.files import Kept
from ledger.columns.table import Rows, joined, none

# New rows are read from the database each time until there are so many, or so large a part.
KEPT_FROM = 2_000
KEPT_SHARE = 0.02


class Stock:
    """Rows of the tables, each read once; safe to use from several threads.

    where  an engine, or a connection: then rows of its own transaction count, and the stock must
           not outlive it
    kept   the files; only committed rows are written there
    """

    def __init__(self, where: Connection | Engine, kept: Kept | None = None) -> None:
        self._where = where
        self._kept = kept
        self._held: dict[str, Rows] = {}
        self._lock = threading.RLock()

    def connected(self) -> AbstractContextManager[Connection]:
        """Read through the caller's transaction, or through one of our own."""
        return facts.connected(self._where)

    def rows(self, name: str, bound: int) -> Rows:
        """Return the rows of a table at least up to the id `bound`, which the database holds."""
        with self._lock:
            held = self._held.get(name)
            if held is None or held.upto < bound:
                with self.connected() as connection:
                    held = self._filled(connection, name, held, bound)
                self._held[name] = held
            return held

    def _filled(self, connection: Connection, name: str, held: Rows | None, bound: int) -> Rows:
        if held is None and self._kept is not None:
            held = self._kept.load(connection, name, bound)
        held = held or none(name)
        known = len(held)
        if held.upto < bound:
            held = joined(held, reading.read(connection, name, held.upto, bound))
        if self._kept is not None and isinstance(self._where, Engine):
            added = len(held) - known
            if added >= KEPT_FROM and added >= KEPT_SHARE * known:
                self._kept.save(connection, held)
        return held


def kept_in(workspace: Workspace) -> Kept:
    """Return where a workspace keeps the arrays of its ledger."""
    return Kept(workspace.cache / "ledger", workspace.database)
