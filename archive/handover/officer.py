"""换管户: household files from one officer to another, with the history of who managed them.

One household, one file, one manager: a file is never split, and what the ledger says of other
officers is settled or explained before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, update

from archive import audit, events, faults, households, schema, versions
from archive.clock import Clock, stamp, system_clock
from archive.database import reading, writing
from archive.events import FileEvent, NewEvent
from archive.handover import contents, formalities, packing, preparing, register
from archive.handover.alone import alone
from archive.handover.listing import Listing
from archive.handover.preparing import Asked, Order
from archive.households import UnknownHousehold
from archive.workspace import Workspace
from extractors.wording import _

# Kind of event; the row itself is set by households.SET beside it.
CHANGED = "manager.changed"


class TransferRefused(Exception):
    """Files cannot go from one officer to the other as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Managed:
    """Who managed a household's file, and since when.

    since    the day it counts from
    handover  number of the list by which it changed hands, "" where there was none
    """

    manager: str | None
    since: date
    reason: str = ""
    handover: str = ""


def chosen(
    connection: Connection, before: str, after: str, household_ids: Sequence[int]
) -> tuple[int, ...]:
    """Return the files that go: those named, or all that the officer manages.

    Raises TransferRefused, UnknownHousehold.
    """
    if not after.strip() or after == before:
        raise TransferRefused(_("Say to which other officer the files go."))
    columns = schema.household.c
    rows = connection.execute(select(columns.id, columns.manager).order_by(columns.id))
    managed: dict[int, str | None] = {row.id: row.manager for row in rows}
    for number in household_ids:
        if number not in managed:
            raise UnknownHousehold(number)
        if managed[number] != before:
            raise TransferRefused(
                _("Household {number} is not managed by {officer}.").format(
                    number=f"{number:06d}", officer=before
                )
            )
    own = tuple(number for number, manager in managed.items() if manager == before)
    if not own:
        raise TransferRefused(_("{officer} manages no household.").format(officer=before))
    return tuple(sorted(set(household_ids))) or own


def change(
    workspace: Workspace,
    household_ids: Sequence[int],
    *,
    before: str,
    after: str,
    on: date,
    order: Order,
    asked: Asked,
    actor: str,
    clock: Clock = system_clock,
) -> Listing:
    """Give files to another officer; return the list that the officers sign.

    on  the day from which the other officer answers for them
    Raises FormalitiesOpen with what is open and unexplained, HandoverRunning, OSError.
    """
    found = formalities.of_households(
        workspace, household_ids, lent=asked.lent, managers=asked.managers
    )
    problems = formalities.explained(found, order.reasons)
    with alone(workspace):
        at = stamp(clock())
        with writing(workspace.engine) as connection:
            number = register.begin(
                connection, at=at, actor=actor, scope=f"officer {before} → {after}"
            )
        with reading(workspace.engine) as connection:
            gathered = contents.gather(connection, workspace, household_ids)
        listing = packing.with_problems(
            Listing(
                number=number,
                at=at,
                by=actor,
                sender=preparing.sender_of(workspace),
                receiver=after,
                why=order.why,
                scope=("officer", f"{before} → {after}"),
                parts=tuple(gathered.parts),
                sharing=tuple(gathered.sharing),
            ),
            problems,
        )
        with writing(workspace.engine) as connection:
            _change(connection, listing, before, after, on, order.why, at=at, actor=actor)
        faults.point("handover.noted")
        versions.keep(workspace, clock=clock)
    return listing


def _change(
    connection: Connection,
    listing: Listing,
    before: str,
    after: str,
    on: date,
    why: str,
    *,
    at: str,
    actor: str,
) -> None:
    numbers = [int(part.household["id"]) for part in listing.parts]
    said = {"from": before, "to": after, "reason": why, "number": listing.number}
    for number in numbers:
        connection.execute(
            update(schema.household).where(schema.household.c.id == number).values(manager=after)
        )
        row = {"set": {"manager": after}, "source": f"handover:{listing.number}"}
        new = [
            NewEvent(kind=households.SET, household_id=number, detail=row),
            NewEvent(kind=CHANGED, household_id=number, effective_on=on, detail=said),
        ]
        events.note(connection, new, at=at, actor=actor)
        households.tell_followers(connection, number, at)
    done = {"number": listing.number, "scope": " ".join(listing.scope), "other": after}
    events.note(
        connection,
        [
            NewEvent(
                kind=register.PREPARED,
                household_id=int(part.household["id"]),
                detail=done | {"items": len(part.entries), "pages": part.pages},
            )
            for part in listing.parts
        ],
        at=at,
        actor=actor,
    )
    audit.append(
        connection,
        at=at,
        actor=actor,
        action="handover.officer",
        object_=f"handover:{listing.number}",
        detail={"households": numbers, "effective_on": on.isoformat()},
    )


def history(connection: Connection, household_id: int) -> list[Managed]:
    """Return who managed a household's file, the first officer first.

    What a workbook or a paper said of him counts from the day it was noted.
    """
    kinds = (households.OPENED, households.SET, CHANGED)
    return fold(events.of_household(connection, household_id, kinds))


def fold(happened: Iterable[FileEvent]) -> list[Managed]:
    """Return the officers that some events of one household name, in order."""
    elsewhere: list[Managed] = []
    here: list[Managed] = []
    for event in happened:
        # What happened before the file came here was noted after its row was entered.
        found = elsewhere if "came_from" in event.detail else here
        day = event.effective_on or date.fromisoformat(event.at[:10])
        if event.kind == CHANGED:
            found += _changed(event, day, is_first=not found)
        elif name := _named(event):
            found.append(Managed(manager=name, since=day))
    merged = [*elsewhere, *here]
    return [each for n, each in enumerate(merged) if not n or each.manager != merged[n - 1].manager]


def _changed(event: FileEvent, day: date, *, is_first: bool) -> Iterable[Managed]:
    detail = event.detail
    if is_first:
        # Of the time before only the officer is known.
        yield Managed(manager=detail["from"], since=day)
    yield Managed(
        manager=detail["to"],
        since=day,
        reason=str(detail.get("reason", "")),
        handover=str(detail.get("number", "")),
    )


def _named(event: FileEvent) -> str | None:
    """The officer whom an opening, a workbook or a paper named."""
    if str(event.detail.get("source", "")).startswith("handover:"):
        return None
    row = event.detail.get("household") or event.detail.get("set") or {}
    name: str | None = row.get("manager")
    return name
