"""Carrying out a destruction list: judged once more, erased object by object, then looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from archive import documents, fsio, ocfl, tombstones, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.disposal import entering, erasing, lists, proof, redaction
from archive.disposal.acts import destruction_list, note
from archive.disposal.erasing import Act
from archive.disposal.judging import Block, DisposalBlocked, Judge, distinct
from archive.disposal.lists import DestructionList
from archive.disposal.proof import Proof
from archive.documents import FiledDocument
from archive.events import NewEvent
from archive.ocfl import Inventory
from archive.retention.file import AskLedger
from archive.store import Store
from archive.tombstones import Tombstone
from archive.workspace import Workspace
from extractors.wording import _

# How the ids of the department's objects begin.
_DEPARTMENT = "urn:xdh:dept:"


def carry_out(
    workspace: Workspace,
    number: str,
    *,
    by: str,
    supervisors: Sequence[str],
    ask_ledger: AskLedger,
    today: date,
    actor: str,
    clock: Clock = system_clock,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> DestructionList:
    """Destroy what an approved list names, after judging every paper of it once more.

    One that was stopped half way is taken up again by carrying it out again. Raises UnknownList,
    ListNotReady, DutiesNotSeparated, DisposalBlocked, ArchiveDamaged.
    """
    with versions.writing_lock(workspace) as store:
        with reading(workspace.engine) as connection:
            found = destruction_list(connection, number)
            done = lists.carrying_out(found, by, supervisors)
            _judge_again(connection, workspace, found, ask_ledger, today)
            left = _still_filed(connection, found)

        groups = _by_object(left)
        for count, (object_id, papers) in enumerate(groups.items(), 1):
            # Between judging and erasing a clerk may lend a paper or place a hold.
            erasing.erase(
                workspace,
                store,
                _act_of(found, object_id, [each.id for each in papers], done),
                at=stamp(clock()),
                actor=actor,
                check=_judging(workspace, found, papers, ask_ledger, today),
            )
            progress(count, len(groups))
        for act in _forgetting(workspace, store, found, done):
            erasing.erase(workspace, store, act, at=stamp(clock()), actor=actor)
        with writing(workspace.engine) as connection:
            note(connection, done, found.number, clock, actor)
    versions.keep(workspace, clock=clock)
    with reading(workspace.engine) as connection:
        return destruction_list(connection, found.number)


def _judging(
    workspace: Workspace,
    found: DestructionList,
    papers: Sequence[FiledDocument],
    ask_ledger: AskLedger,
    today: date,
) -> Callable[[Connection], None]:
    def judged(connection: Connection) -> None:
        judge = Judge(connection, workspace, ask_ledger, today)
        blocks = [b for each in papers for b in judge.paper_blocks(each, found.kind)]
        if blocks:
            raise DisposalBlocked(distinct(blocks))

    return judged


def _judge_again(
    connection: Connection,
    workspace: Workspace,
    found: DestructionList,
    ask_ledger: AskLedger,
    today: date,
) -> None:
    """Raise DisposalBlocked unless all that is left of a list may still go."""
    judge = Judge(connection, workspace, ask_ledger, today)
    left = _still_filed(connection, found)
    blocks = [b for each in left for b in judge.paper_blocks(each, found.kind)]
    on_list = set(found.documents)
    for each in left:
        blocks += [
            Block(other.household_id or 0, _since(other), other.id)
            for other in judge.together(each)
            if other.id not in on_list
        ]
    if found.kind == "retention":
        for household_id in found.papers:
            may, _kept = judge.destroyable(household_id)
            blocks += [
                Block(household_id, _since(each), each.id) for each in may if each.id not in on_list
            ]
    if blocks:
        raise DisposalBlocked(distinct(blocks))


def _since(paper: FiledDocument) -> str:
    return _("item {item} is not on the list: reject it and propose it again").format(
        item=paper.item_no
    )


def _still_filed(connection: Connection, found: DestructionList) -> list[FiledDocument]:
    """Papers of a list that are on file; one that is neither there nor destroyed is an error."""
    there = []
    for each in found.documents:
        if tombstones.by_id(connection, each) is None:
            there.append(documents.document(connection, each))
    return there


def _by_object(papers: Sequence[FiledDocument]) -> dict[str, list[FiledDocument]]:
    groups: dict[str, list[FiledDocument]] = {}
    for each in papers:
        groups.setdefault(each.object_id, []).append(each)
    return groups


def _act_of(
    found: DestructionList,
    object_id: str,
    papers: Sequence[str],
    done: NewEvent,
    forget: tuple[int, ...] = (),
) -> Act:
    return Act(
        list_no=found.number,
        kind=found.kind,
        object_id=object_id,
        households=tuple(each for each in found.papers if each),
        papers=tuple(papers),
        forget=forget,
        reason=found.reason,
        proposed_by=found.proposed_by,
        approved_by=tuple(name for name, _at in found.approvals),
        supervisors=tuple(done.detail["supervisors"]),
        carried_out_by=done.detail["by"],
    )


def _forgetting(
    workspace: Workspace, store: Store, found: DestructionList, done: NewEvent
) -> Iterator[Act]:
    """Yield the acts that take the names out of files without a paper left, wherever they stand:
    in the file's own object, and in the department's where events of many files are kept."""
    if found.kind != "retention":
        return
    with reading(workspace.engine) as connection:
        empty = tuple(each for each in found.papers if entering.is_empty(connection, each))
    for household_id in empty:
        own = ocfl.household_object(household_id)
        if store.inventory(own).head:
            yield _act_of(found, own, (), done, forget=(household_id,))
    for folder in store.objects():
        if empty and folder.name.startswith(ocfl.object_path(_DEPARTMENT).name):
            inventory = Inventory.from_bytes((folder / ocfl.INVENTORY).read_bytes())
            if redaction.names(folder, inventory, set(empty)):
                yield _act_of(found, inventory.object_id, (), done, forget=empty)


def judge(
    workspace: Workspace, number: str, *, ask_ledger: AskLedger, today: date
) -> list[FiledDocument]:
    """Return the papers of a list that would go today. Raises UnknownList, DisposalBlocked."""
    with reading(workspace.engine) as connection:
        found = destruction_list(connection, number)
        _judge_again(connection, workspace, found, ask_ledger, today)
        return _still_filed(connection, found)


def prove(
    workspace: Workspace,
    number: str,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Proof, int]:
    """Search the workspace for what a list destroyed; return what was seen and how many copies
    were removed from where copies may simply go (browse/, out/, inbox/.done)."""
    store = Store(workspace.archive, workspace.staging)
    with reading(workspace.engine) as connection:
        destruction_list(connection, number)
        stones = tombstones.of_list(connection, number.strip().upper())
    digests = erased_digests(store, stones)
    seen = proof.search(workspace, digests, progress)
    copies = [each.path for each in seen.found if proof.disposable(workspace, each)]
    for path in copies:
        fsio.discard(path)
    left = tuple(each for each in seen.found if each.path not in copies)
    return replace(seen, found=left), len(copies)


def erased_digests(store: Store, stones: Sequence[Tombstone]) -> dict[str, str]:
    """Return digest -> paper's id for every file that went with some papers."""
    found: dict[str, str] = {}
    for object_id, path in sorted({(each.object_id, each.tombstone_path) for each in stones}):
        said = tombstones.details(store.path(object_id, path).read_bytes())
        found |= {digest: paper for paper, gone in said.items() for digest in gone}
    return found
