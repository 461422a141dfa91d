"""Facts that a person states, or that a filed paper shows: posted, and kept in the archive.

Each household's new facts go into the ledger in one transaction with an event `ledger.facts`, which
the archive keeps in the household's object (`archive.versions.keep`), so that a ledger that was
lost is made again from the archive alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from archive import events, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.events import NewEvent
from archive.workspace import Workspace
from extractors.wording import _
from ledger import facts, schema
from ledger.held import Held
from ledger.journal import line_of
from ledger.planning import Plan, Posting
from ledger.posting import Origin, post

# The event by which the archive keeps facts that no workbook brought.
POSTED = "ledger.facts"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFact:
    """A fact to be posted.

    table         of ledger.schema.FACTS; facts of declared kinds stand in "record"
    key           what tells it from other facts of the table about the same loan or household
    content       its columns; for a record as ledger.kinds.layout.content_of gives them
    loan          number of the loan it is about (a loan's own terms may be new)
    household_id  whose file it belongs to; None for the office's own facts
    cells         where each column stands on the paper: {"amount_fen": {"page": 1, "box": [...]}}
    corrects      the fact it supersedes ("record:12"); `void` takes that one back
    """

    table: str
    key: tuple[str, ...]
    effective_on: date
    content: Mapping[str, Any]
    loan: str | None = None
    household_id: int | None = None
    cells: Mapping[str, Any] = field(default_factory=dict)
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    corrects: str | None = None
    void: bool = False
    repeats: bool = False


class FactRefused(Exception):
    """A fact that cannot be posted as it stands."""


def record(
    workspace: Workspace,
    new: Sequence[NewFact],
    *,
    actor: str,
    origin: Origin,
    reason: str | None = None,
    clock: Clock = system_clock,
    keep: bool = True,
) -> list[str]:
    """Post facts and return their ids ("record:12"), in the order given.

    reason  why facts are corrected; needed when any is
    keep    carry the events into the archive at once; False: with the next version
    Raises FactRefused; nothing is posted then.
    """
    engine = facts.ready(workspace)
    at = stamp(clock())
    with writing(engine) as connection:
        ids = post_facts(connection, new, actor=actor, origin=origin, reason=reason, at=at)
    if keep:
        versions.keep(workspace, clock=clock)
    return ids


def post_facts(
    connection: Connection,
    new: Sequence[NewFact],
    *,
    actor: str,
    origin: Origin,
    reason: str | None,
    at: str,
) -> list[str]:
    """Post facts inside the caller's write transaction; see `record`."""
    before = {table: _last(connection, table) for table in {each.table for each in new}}
    postings = _postings(connection, new, reason)
    granted = [str(posting.number) for posting in postings if posting.table == "loan"]
    known = Held(connection).accounts(granted)
    loans = [number for number in granted if number not in known]
    plan = Plan(postings=postings, new_loans=list(dict.fromkeys(loans)))
    post(connection, plan, origin=origin, actor=actor, at=at, reason=reason or "")
    by_household: dict[int | None, list[Posting]] = defaultdict(list)
    for posting in postings:
        owner = posting.household if isinstance(posting.household, int) else None
        by_household[owner].append(posting)
    events.note(
        connection,
        [
            NewEvent(
                kind=POSTED,
                household_id=household_id,
                document_id=origin.document_id,
                detail={
                    "origin": {"kind": origin.kind, "person": origin.person},
                    "reason": reason,
                    "facts": [line_of(each, {}) for each in own],
                },
            )
            for household_id, own in by_household.items()
        ],
        at=at,
        actor=actor,
    )
    return _ids(postings, before)


def _last(connection: Connection, table: str) -> int:
    ids = select(schema.FACTS[table].c.id).order_by(schema.FACTS[table].c.id.desc()).limit(1)
    return int(connection.scalar(ids) or 0)


def _ids(postings: Sequence[Posting], before: Mapping[str, int]) -> list[str]:
    """Rows of a table are numbered one after the other, in the order they were inserted."""
    given = dict(before)
    ids = []
    for posting in postings:
        given[posting.table] += 1
        ids.append(f"{posting.table}:{given[posting.table]}")
    return ids


def _postings(connection: Connection, new: Sequence[NewFact], reason: str | None) -> list[Posting]:
    postings = []
    taken: set[tuple[str, str]] = set()
    for each in new:
        key = "|".join(part for part in (_owner(each), *each.key) if part)
        held = None
        if each.corrects:
            if not reason:
                raise FactRefused(_("Say why {fact} is corrected.").format(fact=each.corrects))
            held = _corrected(connection, each)
            key = str(held["key"])
        else:
            key = _free(connection, each, key, taken)
        taken.add((each.table, key))
        postings.append(
            Posting(
                table=each.table,
                key=key,
                effective_on=each.effective_on,
                content=each.content,
                cells={**_taken_over(held, each), **each.cells},
                sheet="",
                cell="",
                number=each.loan,
                household=each.household_id,
                supersedes=held["id"] if held else None,
                void=each.void,
                page=each.page,
                box=each.box,
            )
        )
    return postings


def _owner(new: NewFact) -> str:
    """Whose the fact is, as keys begin; the same as when a workbook states it."""
    if new.loan:
        return new.loan
    return f"household {new.household_id}" if new.household_id is not None else ""


def _free(connection: Connection, new: NewFact, key: str, taken: set[tuple[str, str]]) -> str:
    """The fact's key; where several facts may share one, the first that is free."""
    table = schema.FACTS[new.table]
    wanted, number = key, 1
    while (new.table, wanted) in taken or _holds(connection, table.name, wanted):
        if not new.repeats:
            raise FactRefused(
                _(
                    "The ledger holds this fact already ({key}). Correct it instead, with a reason."
                ).format(key=_without_people(wanted))
            )
        number += 1
        wanted = f"{key}#{number}"
    return wanted


def _without_people(key: str) -> str:
    """Whose fact of which kind it is; what follows in a key may name a guarantor or an officer."""
    return " ".join(key.split("|")[:2])


def _holds(connection: Connection, table: str, key: str) -> bool:
    held = facts.known(schema.FACTS[table], None).where(schema.FACTS[table].c.key == key)
    return connection.execute(held.limit(1)).first() is not None


def _taken_over(held: RowMapping | None, new: NewFact) -> dict[str, Any]:
    """Where the columns that a correction leaves as they were had been taken from."""
    if held is None:
        return {}
    before = held.get("content", held)
    return {
        column: facts.source_of(held, column).to_json()
        for column, value in new.content.items()
        if value is not None and before.get(column) == value
    }


def _corrected(connection: Connection, new: NewFact) -> RowMapping:
    table_name, _colon, number = str(new.corrects).partition(":")
    if table_name != new.table or not number.isdigit():
        raise FactRefused(_("{fact} is no fact of this kind.").format(fact=new.corrects))
    table = schema.FACTS[new.table]
    held = (
        connection.execute(facts.known(table, None).where(table.c.id == int(number)))
        .mappings()
        .first()
    )
    if held is None:
        raise FactRefused(
            _("{fact} does not hold any more: it was corrected, or never stated.").format(
                fact=new.corrects
            )
        )
    if new.table == "record" and held["kind"] != new.content.get("kind"):
        raise FactRefused(_("{fact} is no fact of this kind.").format(fact=new.corrects))
    return held
