"""Erasing papers from one object: intent -> new object -> the two change places -> rows -> rest.

The exchange decides: a crash before it leaves everything as it was, a crash after it is finished
by `finish`, which whoever writes next calls. Running it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from archive import database, documents, faults, fsio, ocfl, record, schema, tombstones
from archive.database import reading, writing
from archive.disposal import entering, redaction, rewriting
from archive.disposal.leftovers import Leftovers, clear, leftovers_of
from archive.disposal.purging import purge
from archive.documents import FiledDocument
from archive.ids import new_id
from archive.ocfl import Inventory
from archive.store import Store
from archive.tombstones import Tombstone
from archive.workspace import Workspace
from extractors.wording import _

# Folders in staging that recovery must not take for litter.
STAGING = "erase-"


class FilingUnderWay(Exception):
    """A version of the object is half filed; recovery must finish it first."""

    def __init__(self, object_id: str) -> None:
        super().__init__(
            _(
                "A paper of {object} is being filed. Let hudang watch or ingest finish first, "
                "then try again."
            ).format(object=object_id)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What is erased from one object, by which list, and who answers for it.

    papers      document ids, all in this object; a scan only with all the papers it holds
    forget      households whose last paper went before: nobody is named in them any more
    kind        "retention" or "error"
    households  whose files it is about
    """

    list_no: str
    kind: str
    object_id: str
    households: tuple[int, ...]
    papers: tuple[str, ...]
    forget: tuple[int, ...] = ()
    reason: str
    proposed_by: str
    approved_by: tuple[str, ...]
    supervisors: tuple[str, ...]
    carried_out_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an act took away: papers' tombstones, and the digest of every file that is gone."""

    tombstones: tuple[Tombstone, ...]
    digests: tuple[str, ...]


def erase(
    workspace: Workspace,
    store: Store,
    act: Act,
    *,
    at: str,
    actor: str,
    check: Callable[[Connection], None] = lambda _connection: None,
) -> Erased:
    """Erase papers from one object; the caller holds the writing lock, after recovery.

    check  raises inside the transaction of the intent where the papers may no longer go
    Raises FilingUnderWay, ArchiveDamaged (before anything was changed), OSError.
    """
    act_id = new_id()
    base = store.inventory(act.object_id)
    with reading(workspace.engine) as connection:
        filed = [documents.document(connection, each) for each in act.papers]
        leftovers = leftovers_of(connection, workspace, filed, act.forget)
        busy = select(schema.filing.c.id).where(schema.filing.c.object_id == act.object_id)
        if connection.scalar(busy) is not None:
            raise FilingUnderWay(act.object_id)
    stones = [
        tombstones.of_paper(
            each,
            archive_number=documents.archive_number(workspace, each),
            act_id=act_id,
            list_no=act.list_no,
            kind=act.kind,
            at=at,
        )
        for each in filed
    ]
    stated = _intent(workspace, act_id, act, stones, leftovers, at, actor, check)
    faults.point("erase.intent")
    folder = workspace.staging / f"{STAGING}{act_id}"
    derived = {each.id: files_of(base, each) for each in filed}
    before = rewriting.inventory_digests(store, act.object_id)
    purged = purge(
        base,
        {path for paths in derived.values() for path in paths},
        redaction.of_object(store, base, stated, gone=set(act.papers), forget=set(act.forget)),
    )
    stone_file = tombstones.to_file(
        {
            "act": act_id,
            "list": act.list_no,
            "kind": act.kind,
            "households": list(act.households),
            "reason": act.reason,
            "proposed_by": act.proposed_by,
            "approved_by": list(act.approved_by),
            "supervisors": list(act.supervisors),
            "carried_out_by": act.carried_out_by,
            "account": actor,
            "at": at,
        },
        stones,
        {
            paper: {path: sorted(digests & purged.erased.keys()) for path, digests in own.items()}
            for paper, own in derived.items()
        },
        before,
    )
    rewriting.assemble(
        store,
        folder,
        purged,
        {record.PATH: stated, tombstones.path_of(act_id): stone_file},
        created=at,
        message=f"{len(stones)} destroyed by {act.list_no}",
        actor=actor,
    )
    rewriting.take_place(store, act.object_id, folder)
    faults.point("erase.exchanged")
    _complete(workspace, act_id)
    return Erased(tombstones=tuple(stones), digests=tuple(sorted(purged.erased)))


def _intent(
    workspace: Workspace,
    act_id: str,
    act: Act,
    stones: Sequence[Tombstone],
    leftovers: Leftovers,
    at: str,
    actor: str,
    check: Callable[[Connection], None],
) -> bytes:
    """Write the intent; return record.json as it will be, from a rehearsal of the rows."""
    with writing(workspace.engine) as connection:
        check(connection)
        rehearsal = connection.begin_nested()
        entering.enter(
            connection, act.papers, stones, act.forget, at=at, actor=actor, list_no=act.list_no
        )
        whose = _household_of(connection, act.object_id)
        stated = record.of_object(connection, whose, act.object_id, [])
        rehearsal.rollback()
        connection.execute(
            insert(schema.erasure).values(
                id=act_id,
                object_id=act.object_id,
                act={
                    "papers": list(act.papers),
                    "forget": list(act.forget),
                    "list_no": act.list_no,
                    "at": at,
                    "actor": actor,
                    "leftovers": asdict(leftovers),
                },
            )
        )
    return stated


def _household_of(connection: Connection, object_id: str) -> int | None:
    household = schema.household.c
    found = connection.scalar(select(household.id).where(household.object_id == object_id))
    return None if found is None else int(found)


def files_of(base: Inventory, filed: FiledDocument) -> dict[str, set[str]]:
    """Return logical path -> digests, of all versions, of every file of a paper.

    A part of a scan has a reading and a text of its own; the paper itself is the scan's.
    """
    item = f"{filed.item_no:04d}"
    found: dict[str, set[str]] = {}
    for state in base.states:
        for logical, digest in state.items():
            own = logical in (filed.paper_path, filed.reading_path)
            top, _slash, rest = logical.partition("/")
            derived = top in DERIVED and rest[:4] == item and rest[4:5] in (".", "/", "_")
            if (own and not (filed.part_of and logical == filed.paper_path)) or derived:
                found.setdefault(logical, set()).add(digest)
    return found


# Folders of an object whose files are named for the paper they belong to, by its item number.
DERIVED = frozenset({"text", "readings", "searchable", "beside", "papers"})


def finish(workspace: Workspace, store: Store) -> None:
    """Finish or take back what a crash left; the caller holds the writing lock."""
    with reading(workspace.engine) as connection:
        waiting = connection.execute(select(schema.erasure).order_by(schema.erasure.c.id)).all()
    for row in waiting:
        folder = workspace.staging / f"{STAGING}{row.id}"
        place = store.folder(row.object_id)
        if not place.exists() and (folder / rewriting.NEW / ocfl.INVENTORY).exists():
            # Where two folders cannot change places in one step, the crash fell between two.
            rewriting.take_place(store, row.object_id, folder)
        if tombstones.path_of(row.id) in store.inventory(row.object_id).state:
            _complete(workspace, row.id)
        else:
            fsio.discard(folder)
            with writing(workspace.engine) as connection:
                connection.execute(delete(schema.erasure).where(schema.erasure.c.id == row.id))


def _complete(workspace: Workspace, act_id: str) -> None:
    """After the exchange: the rows, then everything that still holds the old bytes."""
    store = Store(workspace.archive, workspace.staging)
    with writing(workspace.engine) as connection:
        row = connection.execute(select(schema.erasure).where(schema.erasure.c.id == act_id)).one()
        said: Mapping[str, Any] = row.act
        stone_file = store.path(row.object_id, tombstones.path_of(act_id)).read_bytes()
        stones = tombstones.parse(stone_file)
        if not said.get("entered"):
            entering.note_rewriting(
                connection,
                row.object_id,
                tombstones.before(stone_file),
                act_id=act_id,
                list_no=said["list_no"],
                at=said["at"],
                actor=said["actor"],
            )
            connection.execute(
                update(schema.erasure)
                .where(schema.erasure.c.id == act_id)
                .values(act=dict(said) | {"entered": True})
            )
        entering.enter(
            connection,
            said["papers"],
            stones,
            said["forget"],
            at=said["at"],
            actor=said["actor"],
            list_no=said["list_no"],
        )
    faults.point("erase.entered")
    clear(workspace, Leftovers(**said["leftovers"]))
    fsio.discard(workspace.staging / f"{STAGING}{act_id}")
    fsio.sync_folder(workspace.staging)
    faults.point("erase.cleared")
    with writing(workspace.engine) as connection:
        connection.execute(delete(schema.erasure).where(schema.erasure.c.id == act_id))
    # What the rows said must not stay in the log of the database either.
    database.empty_log(workspace.engine)
    faults.point("erase.done")


def under_way(connection: Connection) -> set[str]:
    """Return the papers that are being destroyed at this moment."""
    return {
        paper for act in connection.scalars(select(schema.erasure.c.act)) for paper in act["papers"]
    }
