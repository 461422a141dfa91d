"""What must be true before papers are taken in: folders apart from each other, a sound database.

Looked at once, when a command takes the intake's lock. Each refusal says what to do.
"""

from __future__ import annotations

from itertools import combinations

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError, OperationalError

from archive import schema
from archive.database import DatabaseUnusable, reading
from archive.ocfl import INVENTORY, Inventory
from archive.store import Store
from archive.workspace import Workspace
from extractors.wording import _


class PlacesOverlap(Exception):
    """Two folders of a workspace are one, or one lies in the other."""


def check(workspace: Workspace) -> None:
    """Raise PlacesOverlap or DatabaseUnusable when taking papers in would not be safe."""
    _refuse_overlap(workspace)
    _refuse_damage(workspace)
    _refuse_empty(workspace)


def _refuse_overlap(workspace: Workspace) -> None:
    """Links can make two folders one: what is filed would be taken in again, without end."""
    places = (
        workspace.inbox,
        workspace.pending,
        workspace.archive,
        workspace.staging,
        workspace.browse,
        workspace.index,
        workspace.out,
    )
    for one, other in combinations(places, 2):
        first, second = one.resolve(), other.resolve()
        if first.is_relative_to(second) or second.is_relative_to(first):
            raise PlacesOverlap(
                _(
                    "{one} and {other} are the same folder, or one lies in the other. "
                    "Give each a place of its own; nothing is taken in until then."
                ).format(one=one, other=other)
            )
    if workspace.staging.stat().st_dev != workspace.archive.stat().st_dev:
        raise PlacesOverlap(
            _(
                "{staging} and {archive} are on different disks. A paper is filed by one rename: "
                "put both on the same disk."
            ).format(staging=workspace.staging, archive=workspace.archive)
        )


def _refuse_damage(workspace: Workspace) -> None:
    try:
        with reading(workspace.engine) as connection:
            said = connection.scalar(text("PRAGMA quick_check(1)"))
    except OperationalError:
        raise
    except DatabaseError as cause:
        raise damaged(workspace, str(cause.orig)) from cause
    if said != "ok":
        raise damaged(workspace, str(said))


def damaged(workspace: Workspace, said: str) -> DatabaseUnusable:
    """Return what is raised when SQLite says that the database is not sound."""
    return DatabaseUnusable(
        _(
            "{file} is damaged ({said}). The papers are safe in archive/. Move the file away, "
            "then make it again: hudang rebuild"
        ).format(file=workspace.database, said=said)
    )


def _refuse_empty(workspace: Workspace) -> None:
    """A database that was deleted comes back empty, and would number the households from 1."""
    with reading(workspace.engine) as connection:
        if connection.scalar(select(func.count()).select_from(schema.document)):
            return
    for folder in Store(workspace.archive, workspace.staging).objects():
        inventory = Inventory.from_bytes((folder / INVENTORY).read_bytes())
        if any(logical.startswith("papers/") for logical in inventory.state):
            raise behind(workspace)


def refuse_lost_database(workspace: Workspace) -> None:
    """Raise DatabaseUnusable when the database is gone and the archive holds anything.

    Opening would make an empty one, and the first row of a new audit trail would contradict the
    one that is kept beside it. Raises nothing for a workspace in which nothing was filed yet.
    """
    if workspace.database.exists():
        return
    for _folder in Store(workspace.archive, workspace.staging).objects():
        raise behind(workspace)


def behind(workspace: Workspace) -> DatabaseUnusable:
    """Return what is raised when the archive holds papers that the database does not know."""
    return DatabaseUnusable(
        _(
            "{file} does not know all papers that are in archive/; it was deleted, or is an old "
            "copy. Move it away, then make it again: hudang rebuild"
        ).format(file=workspace.database)
    )
