"""What people do with destruction lists before they are carried out: propose, approve, reject."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from archive import audit, documents, events, tombstones, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.disposal import lists
from archive.disposal.judging import Block, DisposalBlocked, Judge, distinct
from archive.disposal.lists import DestructionList, UnknownList
from archive.documents import FiledDocument
from archive.events import NewEvent
from archive.retention.file import AskLedger
from archive.workspace import Workspace
from extractors.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A list just proposed, and the papers of its files that are not on it, with why."""

    list: DestructionList
    kept: Mapping[str, Sequence[Block]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paper of a list, as the list and what is left of it show it: nobody is named."""

    household_id: int
    document_id: str
    archive_number: str
    title: str
    category: int
    dated_on: date | None
    page_count: int
    sha256: str
    filed_at: str
    part_of: str | None
    destroyed_at: str | None


def destruction_lists(connection: Connection) -> dict[str, DestructionList]:
    """Return every list by its number."""
    return lists.fold(events.of_kinds(connection, lists.KINDS))


def destruction_list(connection: Connection, number: str) -> DestructionList:
    """Return one list. Raises UnknownList."""
    found = destruction_lists(connection).get(number.strip().upper())
    if found is None:
        raise UnknownList(number)
    return found


def propose_files(
    workspace: Workspace,
    household_ids: Sequence[int],
    *,
    reason: str,
    by: str,
    ask_ledger: AskLedger,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Proposed:
    """Propose the papers of files whose time is over. Raises DisposalBlocked when a file has none.

    A paper that another file still needs stays, and is named in `kept`.
    """
    with writing(workspace.engine) as connection:
        judge = Judge(connection, workspace, ask_ledger, today)
        papers: dict[int, list[str]] = {}
        kept: dict[str, Sequence[Block]] = {}
        blocks: list[Block] = []
        listed: set[str] = _listed(connection)
        for household_id in dict.fromkeys(household_ids):
            may, not_ = judge.destroyable(household_id)
            mine = [each.id for each in may if each.id not in listed]
            listed |= set(mine)
            kept |= not_
            papers[household_id] = mine
            if not mine:
                blocks += [b for each in not_.values() for b in each]
                blocks += [] if not_ else [Block(household_id, _("no paper is left to destroy"))]
        if blocks:
            raise DisposalBlocked(distinct(blocks))
        made = _propose(connection, "retention", papers, reason, by, today, actor, clock)
    versions.keep(workspace, clock=clock)
    return Proposed(list=made, kept=kept)


def propose_paper(
    workspace: Workspace,
    document_id: str,
    *,
    reason: str,
    by: str,
    ask_ledger: AskLedger,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> DestructionList:
    """Propose the erasure of one paper that was filed in error, with what it cannot be parted from.

    Raises UnknownDocument, DisposalBlocked.
    """
    with writing(workspace.engine) as connection:
        judge = Judge(connection, workspace, ask_ledger, today)
        paper = documents.document(connection, document_id)
        if paper.part_of is not None:
            text = _("item {item} is part of a scan: name the scan, and all its papers go with it")
            raise DisposalBlocked(
                [Block(paper.household_id or 0, text.format(item=paper.item_no), paper.id)]
            )
        group = judge.together(paper)
        blocks = [b for each in group for b in judge.paper_blocks(each, "error")]
        blocks += _already_listed(connection, group)
        if blocks:
            raise DisposalBlocked(distinct(blocks))
        papers: dict[int, list[str]] = {}
        for each in group:
            papers.setdefault(each.household_id or 0, []).append(each.id)
        made = _propose(connection, "error", papers, reason, by, today, actor, clock)
    versions.keep(workspace, clock=clock)
    return made


def _listed(connection: Connection) -> set[str]:
    """Papers that stand on a list which is still open."""
    return {
        paper
        for each in destruction_lists(connection).values()
        if each.state in ("proposed", "approved")
        for paper in each.documents
    }


def _already_listed(connection: Connection, group: Sequence[FiledDocument]) -> list[Block]:
    listed = _listed(connection)
    return [
        Block(
            each.household_id or 0,
            _("item {item} stands on an open destruction list").format(item=each.item_no),
            each.id,
        )
        for each in group
        if each.id in listed
    ]


def _propose(
    connection: Connection,
    kind: str,
    papers: Mapping[int, Sequence[str]],
    reason: str,
    by: str,
    today: date,
    actor: str,
    clock: Clock,
) -> DestructionList:
    known = events.of_kinds(connection, [lists.PROPOSED])
    number = lists.number_after(known, today.year)
    note(connection, lists.proposing(number, kind, papers, reason, by), number, clock, actor)
    return destruction_list(connection, number)


def note(connection: Connection, new: NewEvent, number: str, clock: Clock, actor: str) -> None:
    """Note an event of a list with its audit row, inside the caller's write transaction."""
    at = stamp(clock())
    events.note(connection, [new], at=at, actor=actor)
    audit.append(connection, at=at, actor=actor, action=new.kind, object_=f"disposal:{number}")


def approve(
    workspace: Workspace, number: str, *, by: str, actor: str, clock: Clock = system_clock
) -> DestructionList:
    """Approve a list. Raises UnknownList, ListNotReady, DutiesNotSeparated."""
    return _act(workspace, number, lambda found: lists.approving(found, by), actor, clock)


def reject(
    workspace: Workspace, number: str, *, by: str, why: str, actor: str, clock: Clock = system_clock
) -> DestructionList:
    """Reject or withdraw a list. Raises UnknownList, ListNotReady, ReasonMissing."""
    return _act(workspace, number, lambda found: lists.rejecting(found, by, why), actor, clock)


def _act(
    workspace: Workspace,
    number: str,
    event_of: Callable[[DestructionList], NewEvent],
    actor: str,
    clock: Clock,
) -> DestructionList:
    with writing(workspace.engine) as connection:
        found = destruction_list(connection, number)
        note(connection, event_of(found), found.number, clock, actor)
        after = destruction_list(connection, found.number)
    versions.keep(workspace, clock=clock)
    return after


def lines_of(connection: Connection, workspace: Workspace, found: DestructionList) -> list[Line]:
    """Return what is on a list, destroyed or still filed, by object and item."""
    gone = {each.id: each for each in tombstones.of_list(connection, found.number)}
    lines = []
    for household_id, papers in found.papers.items():
        for paper in papers:
            stone = gone.get(paper)
            filed = None if stone else documents.document(connection, paper)
            one: Any = stone or filed
            number = stone.archive_number if stone else documents.archive_number(workspace, one)
            lines.append(
                Line(
                    household_id=household_id,
                    document_id=paper,
                    archive_number=number,
                    title=one.title,
                    category=one.category,
                    dated_on=one.dated_on,
                    page_count=one.page_count,
                    sha256=one.sha256,
                    filed_at=one.filed_at,
                    part_of=one.part_of,
                    destroyed_at=stone.destroyed_at if stone else None,
                )
            )
    return lines
