"""The ledger catches up with what was filed, as the index does; filing never waits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, delete, func, insert, select

from archive import documents
from archive.clock import Clock, system_clock
from archive.database import reading, writing
from archive.workspace import Workspace
from ledger import facts, schema
from ledger.papers import shelf
from ledger.papers.settling import POSTER, settle

# Changes worked through before the place is noted.
AT_ONCE = 64
# Papers followed while the inbox is empty before it is looked at again: some seconds of work.
WHEN_IDLE = 512
# Tables whose new facts may be what a paper was waiting for.
_WATCHED = ("loan", "classification", "collateral", "inspection", "record")


@dataclass(frozen=True, slots=True)
class _Mark:
    """How far the papers were followed, and the last fact of each table that was looked at."""

    seq: int = 0
    document_id: str = ""
    facts: dict[str, int] = field(default_factory=dict)


def catch_up(
    workspace: Workspace,
    *,
    most: int | None = None,
    clock: Clock = system_clock,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Counter[str]:
    """Follow what was filed, corrected, moved or destroyed since last time, and what the ledger
    learned from elsewhere; return how many facts were posted, corrected and taken back.

    most  stop after about so many papers; the rest comes next time
    """
    engine = facts.ready(workspace)
    done: Counter[str] = Counter()
    mark = _ours(engine)
    papers = 0
    while most is None or papers < most:
        with reading(engine) as connection:
            changes = documents.changes_since(connection, mark.seq, AT_ONCE)
            newest = documents.newest_change(connection)
        if not changes:
            break
        touched = _renew(workspace, {each.document_id for each in changes})
        done += settle(workspace, sorted(touched), clock)
        papers += len(changes)
        mark = _Mark(changes[-1].seq, changes[-1].document_id, mark.facts)
        _note(engine, mark)
        progress(mark.seq, newest)
    return done + _follow_ledger(workspace, engine, mark, clock)


def _ours(engine: Engine) -> _Mark:
    """Return how far we came; the beginning, if the feed is not the one we followed."""
    with reading(engine) as connection:
        mark = _mark(connection)
        at = documents.changes_since(connection, mark.seq - 1, 1) if mark.seq else []
    if not mark.seq or (at and (at[0].seq, at[0].document_id) == (mark.seq, mark.document_id)):
        return mark
    with writing(engine) as connection:
        connection.execute(delete(schema.paper_said))
    return _Mark()


def _mark(connection: Connection) -> _Mark:
    row = connection.execute(select(schema.paper_followed)).first()
    return _Mark(row.seq, row.document_id, dict(row.facts)) if row else _Mark()


def _note(engine: Engine, mark: _Mark) -> None:
    with writing(engine) as connection:
        connection.execute(delete(schema.paper_followed))
        connection.execute(
            insert(schema.paper_followed).values(
                id=1, seq=mark.seq, document_id=mark.document_id, facts=mark.facts
            )
        )


def _renew(workspace: Workspace, changed: set[str]) -> set[int]:
    """Read changed papers anew; return the households to which they belong or belonged."""
    with reading(workspace.engine) as connection:
        read = list(shelf.read_now(workspace, connection, sorted(changed)))
        touched = shelf.households_of(connection, changed)
    with writing(workspace.engine) as connection:
        shelf.renew(connection, read)
    return touched | {
        filed.household_id for _id, filed, said in read if said and filed and filed.household_id
    }


def _follow_ledger(workspace: Workspace, engine: Engine, mark: _Mark, clock: Clock) -> Counter[str]:
    """Look again at households of which the ledger learned something from elsewhere."""
    done: Counter[str] = Counter()
    with reading(engine) as connection:
        newest = {
            name: int(connection.scalar(select(func.max(schema.FACTS[name].c.id))) or 0)
            for name in _WATCHED
        }
        if newest == mark.facts:
            return done
        with_papers = set(shelf.households_with_papers(connection))
        touched = with_papers & set(_learned_of(connection, mark.facts))
    waiting = sorted(touched)
    for start in range(0, len(waiting), AT_ONCE):
        done += settle(workspace, waiting[start : start + AT_ONCE], clock)
    _note(engine, _Mark(mark.seq, mark.document_id, newest))
    return done


def _learned_of(connection: Connection, since: dict[str, int]) -> Iterable[int]:
    """Households of facts later than these that no paper was posted for."""
    for name in _WATCHED:
        table = schema.FACTS[name]
        later = (table.c.id > since.get(name, 0), table.c.actor != POSTER)
        if "household_id" in table.c:
            yield from connection.scalars(select(table.c.household_id).where(*later).distinct())
        else:
            loan = schema.loan.c
            accounts = select(table.c.account_id).where(*later).distinct()
            yield from connection.scalars(
                select(loan.household_id).where(loan.account_id.in_(accounts)).distinct()
            )
