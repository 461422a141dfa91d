"""The database against the archive: made again beside the real one and compared row for row."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, column, inspect, select, table

from archive import database, versions
from archive.clock import Clock
from archive.database import plain, reading
from archive.findings import Finding, finding
from archive.workspace import Workspace

# Makes the database of a workspace anew from its archive, ledger included.
Remake = Callable[[Workspace], None]

# What the archive does not hold: the trail itself, what is under way, the feed of changes, whose
# times are those of the rebuild, and what archive.rescans, archive.drafts and ledger.papers make
# again from the papers.
NOT_KEPT = frozenset(
    {
        "audit",
        "document_bucket",
        "document_change",
        "document_sketch",
        "draft",
        "draft_followed",
        "erasure",
        "event_unkept",
        "filing",
        "intake_item",
        "likely_copy",
        "paper_followed",
        "paper_said",
    }
)
# Rows of one table that are named; a table that was emptied is told of once.
AT_MOST = 100


@dataclass(frozen=True)
class _Beside(Workspace):
    """The same workspace with a database of its own, in a folder that is thrown away."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database beside the real one."""
        return self.folder / "beside.db"


def check(workspace: Workspace, remake: Remake, clock: Clock) -> list[Finding]:
    """Return the rows in which database and archive differ. Takes the time of a rebuild.

    Should papers be filed meanwhile, what differs is compared again while nothing may be filed.
    """
    with reading(workspace.engine) as connection:
        damages = database.damages(connection)
    if damages:
        return [finding("database_damaged", workspace.database, said=damages[0][:80])]
    versions.keep(workspace, clock=clock)
    found = _compare(workspace, remake)
    if found and found[0].code != "rows_unread":
        with versions.held_still(workspace):
            found = _compare(workspace, remake)
    return found


def _compare(workspace: Workspace, remake: Remake) -> list[Finding]:
    with tempfile.TemporaryDirectory(prefix="hudang-verify-") as name:
        beside = _Beside(workspace.root, workspace.settings, Path(name))
        try:
            remake(beside)
            with reading(workspace.engine) as real, reading(beside.engine) as made:
                return [each for each_table in _tables(real, made) for each in _rows(*each_table)]
        except Exception as cause:  # noqa: BLE001
            # Whatever a damaged archive makes a rebuild stumble over is told with its place by
            # the reading of the objects.
            return [finding("rows_unread", "archive", why=type(cause).__name__)]
        finally:
            beside.engine.dispose()


def _tables(real: Connection, made: Connection) -> Iterator[tuple[Connection, Connection, str]]:
    ours = set(inspect(made).get_table_names()) & set(inspect(real).get_table_names())
    for name in sorted(ours - NOT_KEPT):
        if not name.endswith("_version"):
            yield real, made, name


def _rows(real: Connection, made: Connection, name: str) -> Iterator[Finding]:
    inspector = inspect(made)
    columns = [each["name"] for each in inspector.get_columns(name)]
    keys = inspector.get_pk_constraint(name)["constrained_columns"] or columns
    told = 0
    for key, row, other in _side_by_side(real, made, name, columns, keys):
        where = "/".join([name, *map(str, key)])
        if row is None:
            each = finding("row_missing", where)
        elif other is None:
            each = finding("row_extra", where)
        else:
            pairs = zip(columns, row, other, strict=True)
            differing = [c for c, a, b in pairs if a != b and plain(a) != plain(b)]
            if not differing:
                continue
            each = finding("row_changed", where, columns=differing)
        told += 1
        if told <= AT_MOST:
            yield each


def _side_by_side(
    real: Connection, made: Connection, name: str, columns: list[str], keys: list[str]
) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...] | None, tuple[Any, ...] | None]]:
    """Yield key, row here and row there for each key that either has, in the order of keys."""
    places = [columns.index(key) for key in keys]

    def rows(connection: Connection) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
        query: Any = (
            select(*(column(each) for each in columns))
            .select_from(table(name))
            .order_by(*(column(key) for key in keys))
        )
        for row in connection.execute(query.execution_options(yield_per=1000)):
            yield tuple(row[at] for at in places), tuple(row)

    left, right = rows(real), rows(made)
    one, two = next(left, None), next(right, None)
    while one or two:
        if one and (two is None or _order(one[0]) < _order(two[0])):
            yield one[0], one[1], None
            one = next(left, None)
        elif two and (one is None or _order(two[0]) < _order(one[0])):
            yield two[0], None, two[1]
            two = next(right, None)
        elif one and two:
            yield one[0], one[1], two[1]
            one, two = next(left, None), next(right, None)


def _order(key: tuple[Any, ...]) -> tuple[Any, ...]:
    """SQLite's order: nothing, numbers, text by its bytes, bytes."""
    ranks = {type(None): 0, int: 1, float: 1, str: 2, bytes: 3}
    return tuple(
        (ranks[type(each)], each.encode() if isinstance(each, str) else each or 0) for each in key
    )
