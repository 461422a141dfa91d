"""Papers that may have been scanned twice: found and shown, never taken away; a person decides.

Follows `document_change` as the index does, so that filing waits for nothing. What it finds can be
made again from the papers; what a person decided is an event of the archive.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, or_, select

from archive import audit, documents, events, schema
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.documents import FiledDocument
from archive.events import FileEvent, NewEvent
from archive.filing import SEVERAL
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors.likeness import Features, Likeness, compare, features_of
from extractors.sketch import buckets_of
from extractors.wording import _

# Kinds of events: two papers are one (detail: the other, and which is the better scan); they are
# two.
SAME = "paper.same"
DIFFERENT = "paper.different"
# Papers worked through in one transaction, and candidates looked at for each.
AT_ONCE = 64
MOST_CANDIDATES = 8
# Papers whose text is kept in mind: those of one household come together.
REMEMBERED = 128

_sketch = schema.document_sketch.c
_bucket = schema.document_bucket.c
_pair = schema.likely_copy.c
_document = schema.document.c


class NotAPair(Exception):
    """A decision about two papers that cannot be one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two filed papers that may be one; `later` was filed after `earlier`. Shares 0-100."""

    later: str
    earlier: str
    text_percent: int
    figures_percent: int


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people said about pairs of papers.

    better  paper -> the best scan of the same paper, for every paper that has another scan
    apart   pairs (ids in order) that are two papers
    """

    better: dict[str, str]
    apart: frozenset[tuple[str, str]]

    def settled(self, pair: Pair) -> bool:
        """Whether a pair need not be asked about: decided, or following from what was."""
        one = self.better.get(pair.later, pair.later)
        other = self.better.get(pair.earlier, pair.earlier)
        return one == other or _ordered(one, other) in self.apart


def catch_up(
    workspace: Workspace,
    *,
    most: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> int:
    """Look at papers filed or corrected since last time; return how many pairs were found.

    most  stop after about so many papers; the rest comes next time
    """
    mind = _Mind(workspace)
    found = done = 0
    with reading(workspace.engine) as connection:
        since = connection.scalar(select(func.max(_sketch.seq))) or 0
    while most is None or done < most:
        with reading(workspace.engine) as connection:
            limit = AT_ONCE if most is None else min(AT_ONCE, most - done)
            changes = documents.changes_since(connection, since, limit)
            newest = documents.newest_change(connection)
        if not changes:
            break
        # A paper that was destroyed leaves no sketch to come on from: what was read counts.
        since = changes[-1].seq
        looked_at, pairs = _work_through(workspace, mind, changes)
        found += pairs
        done += looked_at
        progress(since, newest)
    return found


class _Mind:
    """Features of the papers looked at last."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._kept: OrderedDict[str, Features] = OrderedDict()

    def features(self, filed: FiledDocument, *, anew: bool = False) -> Features | None:
        """Return what of a paper is compared; None of one that is damaged or has no reading."""
        if filed.id in self._kept and not anew:
            self._kept.move_to_end(filed.id)
            return self._kept[filed.id]
        # What is damaged says nothing here; verification says that it is damaged.
        with suppress(ArchiveDamaged, OSError, KeyError, ValueError):
            read, content = documents.reading_and_content(self._workspace, filed)
            self._kept[filed.id] = features_of(content, read)
            if len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
            return self._kept[filed.id]
        return None


def _work_through(
    workspace: Workspace, mind: _Mind, changes: Sequence[documents.Change]
) -> tuple[int, int]:
    """Look at the papers of some changes; return how many there are still, and pairs found."""
    last = {change.document_id: change.seq for change in changes}
    papers = []
    with reading(workspace.engine) as connection:
        for each in last:
            with suppress(documents.UnknownDocument):
                papers.append(documents.document(connection, each))
    buckets = {}
    for paper in papers:
        features = None if paper.doc_type == SEVERAL else mind.features(paper, anew=True)
        buckets[paper.id] = buckets_of(features) if features else frozenset()
    with writing(workspace.engine) as connection:
        fresh = [
            paper
            for paper in papers
            if _put_in_buckets(connection, paper.id, last[paper.id], buckets[paper.id])
        ]
        near = {paper.id: _candidates(connection, paper) for paper in fresh}
    pairs = [
        (paper, other, likeness)
        for paper in fresh
        for other in near[paper.id]
        if (likeness := _likeness(mind, paper, other)) and likeness.same
    ]
    with writing(workspace.engine) as connection:
        for paper in fresh:
            _forget(connection, paper.id)
        for paper, other, likeness in pairs:
            _enter(connection, paper, other, likeness)
    alike = {_ordered(paper.id, other.id) for paper, other, _likeness in pairs}
    return len(papers), len(alike)


def _put_in_buckets(
    connection: Connection, document_id: str, seq: int, buckets: frozenset[int]
) -> bool:
    """Enter where a paper lies now; whether that is elsewhere than before."""
    number = connection.scalar(select(_sketch.number).where(_sketch.document_id == document_id))
    if number is None:
        entered = connection.execute(
            insert(schema.document_sketch)
            .values(document_id=document_id, seq=seq)
            .returning(_sketch.number)
        )
        number = int(entered.scalar_one())
        before: frozenset[int] = frozenset()
    else:
        connection.execute(
            schema.document_sketch.update().where(_sketch.number == number).values(seq=seq)
        )
        held = connection.scalars(select(_bucket.bucket).where(_bucket.sketch == number))
        before = frozenset(held)
    if before == buckets:
        return False
    connection.execute(delete(schema.document_bucket).where(_bucket.sketch == number))
    if buckets:
        connection.execute(
            insert(schema.document_bucket),
            [{"bucket": bucket, "sketch": number} for bucket in sorted(buckets)],
        )
    return True


def _candidates(connection: Connection, paper: FiledDocument) -> list[FiledDocument]:
    """Papers that share buckets with one, those that share most first; parts of its scan not."""
    found = [
        documents.document(connection, row.document_id)
        for row in connection.execute(sharing_buckets(paper.id))
    ]
    return [other for other in found if not paper.part_of or other.part_of != paper.part_of]


def sharing_buckets(document_id: str) -> Select[Any]:
    """Return the query for papers of a type that share buckets with one, those that share most
    first: by index only, however many lie there."""
    own = select(_sketch.number).where(_sketch.document_id == document_id).scalar_subquery()
    kind = select(_document.doc_type).where(_document.id == document_id).scalar_subquery()
    return (
        select(_sketch.document_id)
        .join(schema.document_bucket, _bucket.sketch == _sketch.number)
        .join(schema.document, _document.id == _sketch.document_id)
        .where(
            _bucket.bucket.in_(select(_bucket.bucket).where(_bucket.sketch == own)),
            _bucket.sketch != own,
            or_(_document.doc_type == kind, _document.doc_type.is_(None), kind.is_(None)),
        )
        .group_by(_sketch.number)
        .order_by(func.count().desc(), _sketch.number.desc())
        .limit(MOST_CANDIDATES)
    )


def _likeness(mind: _Mind, paper: FiledDocument, other: FiledDocument) -> Likeness | None:
    ours, theirs = mind.features(paper), mind.features(other)
    return compare(ours, theirs) if ours and theirs else None


def _forget(connection: Connection, document_id: str) -> None:
    connection.execute(
        delete(schema.likely_copy).where(
            or_(_pair.document_id == document_id, _pair.copy_of == document_id)
        )
    )


def _enter(
    connection: Connection, paper: FiledDocument, other: FiledDocument, likeness: Likeness
) -> None:
    earlier, later = sorted((paper, other), key=lambda each: (each.filed_at, each.id))
    connection.execute(
        insert(schema.likely_copy)
        .prefix_with("OR REPLACE")
        .values(
            document_id=later.id,
            copy_of=earlier.id,
            text_percent=round(likeness.text * 100),
            figures_percent=round(likeness.figures * 100),
        )
    )


# -- what is to be asked, and what was decided -----------------------------------------------


def undecided(connection: Connection, document_ids: Iterable[str] | None = None) -> list[Pair]:
    """Return pairs that nobody has decided about, oldest first; `document_ids`: of these papers."""
    said = decisions(connection)
    wanted = None if document_ids is None else set(document_ids)
    return [
        pair
        for pair in _pairs(connection)
        if not said.settled(pair) and (wanted is None or {pair.later, pair.earlier} & wanted)
    ]


def _pairs(connection: Connection) -> list[Pair]:
    rows = connection.execute(select(schema.likely_copy).order_by(_pair.document_id, _pair.copy_of))
    return [
        Pair(row.document_id, row.copy_of, row.text_percent, row.figures_percent) for row in rows
    ]


def decisions(connection: Connection) -> Decisions:
    """Return what people decided so far."""
    return folded(events.of_kinds(connection, (SAME, DIFFERENT)))


def folded(said: Iterable[FileEvent]) -> Decisions:
    """Return what decisions come to; the last word about a pair counts."""
    last: dict[tuple[str, str], FileEvent] = {}
    for event in said:
        pair = _ordered(str(event.document_id), str(event.detail["other"]))
        last.pop(pair, None)
        last[pair] = event
    groups: dict[str, set[str]] = {}
    best: dict[str, str] = {}
    for (one, other), event in last.items():
        if event.kind == SAME:
            joined = groups.get(one, {one}) | groups.get(other, {other})
            for each in joined:
                groups[each] = joined
                best[each] = str(event.detail["best"])
    apart = frozenset(
        _ordered(best.get(one, one), best.get(other, other))
        for (one, other), event in last.items()
        if event.kind == DIFFERENT
    )
    return Decisions(best, apart)


def decide(
    workspace: Workspace,
    one: FiledDocument,
    other: FiledDocument,
    *,
    same: bool,
    best: str | None = None,
    actor: str,
    clock: Clock = system_clock,
) -> None:
    """Note that two papers are one (`best`: the better scan, by default the earlier) or two.

    Raises NotAPair for a paper and itself, or a `best` that is neither.
    """
    earlier, later = sorted((one, other), key=lambda each: (each.filed_at, each.id))
    if one.id == other.id or best not in (None, one.id, other.id):
        raise NotAPair(_("Name two different papers, and as the best one of the two."))
    detail = {"other": earlier.id}
    if same:
        detail["best"] = best or earlier.id
    event = NewEvent(
        kind=SAME if same else DIFFERENT,
        household_id=later.household_id,
        document_id=later.id,
        detail=detail,
    )
    at = stamp(clock())
    with writing(workspace.engine) as connection:
        events.note(connection, [event], at=at, actor=actor)
        audit.append(
            connection,
            at=at,
            actor=actor,
            action=event.kind,
            object_=f"document:{later.id}",
            detail={"other": earlier.id},
        )


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
