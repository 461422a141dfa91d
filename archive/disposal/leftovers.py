"""Copies of a paper outside the archive's objects: what came in, and what people look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from archive import browse, fsio, households, schema
from archive.documents import FiledDocument
from archive.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftovers:
    """Where copies stand: ids of intake items, and paths below browse/ as text."""

    items: list[str]
    browse: list[str]


def leftovers_of(
    connection: Connection,
    workspace: Workspace,
    filed: Sequence[FiledDocument],
    forget: Sequence[int],
) -> Leftovers:
    """Return the copies of some papers, as far as the database knows of them.

    forget  households whose whole folder goes: it is named for the borrower
    """
    item, duplicate = schema.intake_item.c, schema.duplicate.c
    ids = [each.id for each in filed]
    items = set(connection.scalars(select(item.id).where(item.document_id.in_(ids))))
    items |= set(
        connection.scalars(select(duplicate.item_id).where(duplicate.document_id.in_(ids)))
    )
    looked_at = [path for each in filed for path in _looked_at(connection, workspace, each)]
    looked_at += [
        browse.household_folder(workspace, households.household(connection, each))
        for each in forget
    ]
    return Leftovers(
        items=sorted(items),
        browse=sorted(str(path.relative_to(workspace.browse)) for path in looked_at),
    )


def _looked_at(connection: Connection, workspace: Workspace, filed: FiledDocument) -> list[Path]:
    shared = schema.document_shared.c
    others = connection.scalars(select(shared.household_id).where(shared.document_id == filed.id))
    whose = {each for each in (filed.household_id, *others) if each is not None}
    below = Path(browse.category_folder(workspace, filed)) / browse.file_name(filed)
    return [
        browse.household_folder(workspace, households.household(connection, each)) / below
        for each in whose
    ]


def clear(workspace: Workspace, known: Leftovers) -> None:
    """Remove the copies; those that are gone already are none."""
    for item_id in known.items:
        days = workspace.done.glob(f"*/{item_id}") if workspace.done.is_dir() else ()
        for folder in (*days, workspace.claimed / item_id):
            fsio.discard(folder)
    for name in known.browse:
        path = workspace.browse / name
        fsio.discard(path)
        # A folder is named for its people: an empty one goes too.
        for folder in (path.parent, path.parent.parent, path.parent.parent.parent):
            if folder == workspace.browse or not folder.is_dir() or any(folder.iterdir()):
                break
            fsio.remove_folder(folder)
