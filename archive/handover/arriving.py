"""Where the households of a package go here: a file of their own, or one that is here already.

A household is known by its borrower's ID number or credit code, never by its number or a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from archive import events, households, ocfl, record, schema
from archive.database import last_number
from archive.events import NewEvent
from archive.handover.listing import Listing, Part
from archive.store import Store
from extractors.wording import _

# Kind of event: a household's file is about to be taken in; so a second try knows how it began.
ARRIVING = "handover.arriving"
_HOUSEHOLD = ("village", "unit", "manager", "client_class", "size_tier", "opened_at", "opened_by")
_PERSON = ("role", "name", "id_number", "uscc", "phone", "address", "source")


class MergeRefused(Exception):
    """A household cannot be merged into the file that the person named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where one household goes.

    here  number of the file here; None while it is held
    how   "opened", "renumbered", "merged" or "held"
    why   code of archive.handover.outcome.DETAILS for a held one
    """

    sender: int
    here: int | None
    how: str
    why: str = ""


def destinations(
    connection: Connection, store: Store, listing: Listing, merge: Mapping[int, int]
) -> dict[int, Destination]:
    """Return where each household of a list goes, by the sender's number; also those who share.

    merge  sender's number -> number here, as a person decided for households that were held
    Raises MergeRefused, UnknownHousehold.
    """
    _refuse_unknown(listing, merge)
    wanted = [(part.household, part.people) for part in listing.parts]
    wanted += [(each["household"], tuple(each["people"])) for each in listing.sharing]
    found: dict[int, Destination] = {}
    unplaced: list[int] = []
    taken: set[int] = set()
    for household, people in wanted:
        number = int(household["id"])
        known = _known(connection, number, people[0], merge)
        if known:
            found[number] = known
        elif _is_free(connection, store, number):
            taken.add(number)
            found[number] = Destination(sender=number, here=number, how="opened")
        else:
            unplaced.append(number)
    following = max([last_number(connection, schema.household.name), *taken])
    for number in unplaced:
        following += 1
        found[number] = Destination(sender=number, here=following, how="renumbered")
    return found


def _refuse_unknown(listing: Listing, merge: Mapping[int, int]) -> None:
    listed = {part.household["id"] for part in listing.parts}
    for number in merge:
        if number not in listed:
            raise MergeRefused(
                _("Household {number} is not in the package.").format(number=f"{number:06d}")
            )


def _known(
    connection: Connection, number: int, borrower: Mapping[str, Any], merge: Mapping[int, int]
) -> Destination | None:
    if number in merge:
        here = households.household(connection, merge[number]).id
        return Destination(sender=number, here=here, how="merged")
    identity = borrower["id_number"] or borrower["uscc"]
    if not identity:
        return Destination(sender=number, here=None, how="held", why="no_identity")
    here_id = households.by_identity(connection, [identity]).get(identity)
    if here_id is None:
        return None
    if households.household(connection, here_id).borrower.name != borrower["name"]:
        return Destination(sender=number, here=None, how="held", why="other_name")
    return Destination(sender=number, here=here_id, how="merged")


def _is_free(connection: Connection, store: Store, number: int) -> bool:
    """Whether no file here ever had that number."""
    used = (
        select(func.count()).where(schema.household.c.id == number),
        select(func.count()).where(schema.file_event.c.household_id == number),
        select(func.count()).where(schema.document.c.household_id == number),
    )
    if any(connection.scalar(query) for query in used):
        return False
    return not store.folder(ocfl.household_object(number)).exists()


def remembered(
    connection: Connection, digest: str, planned: Mapping[int, Destination]
) -> dict[int, Destination]:
    """Return the plan with how each household came when the same package was begun before."""
    begun = {
        event.detail["sender"]: event
        for event in events.of_kinds(connection, [ARRIVING])
        if event.detail["digest"] == digest
    }
    return {
        number: Destination(
            sender=number, here=begun[number].household_id, how=begun[number].detail["how"]
        )
        if number in begun and each.how != "held"
        else each
        for number, each in planned.items()
    }


def open_files(
    connection: Connection,
    listing: Listing,
    planned: Mapping[int, Destination],
    *,
    digest: str,
    at: str,
    actor: str,
) -> None:
    """Open the files that the plan opens, inside the caller's write transaction; safe to repeat."""
    begun = {
        event.household_id
        for event in events.of_kinds(connection, [ARRIVING])
        if event.detail["digest"] == digest
    }
    wanted = [(part.household, part.people) for part in listing.parts]
    wanted += [(each["household"], each["people"]) for each in listing.sharing]
    for household, people in wanted:
        goes = planned[household["id"]]
        if goes.here is None or goes.here in begun:
            continue
        new = [_arriving(listing, goes, digest)]
        if goes.how in ("opened", "renumbered"):
            _open(connection, goes.here, household, people)
            detail = record.household_json(connection, goes.here)
            new.append(NewEvent(kind=households.OPENED, household_id=goes.here, detail=detail))
        events.note(connection, new, at=at, actor=actor)


def _arriving(listing: Listing, goes: Destination, digest: str) -> NewEvent:
    detail = {"number": listing.number, "digest": digest, "sender": goes.sender, "how": goes.how}
    return NewEvent(kind=ARRIVING, household_id=goes.here, detail=detail)


def _open(
    connection: Connection,
    here: int,
    household: Mapping[str, Any],
    people: Iterable[Mapping[str, Any]],
) -> None:
    values = {name: household.get(name) for name in _HOUSEHOLD}
    connection.execute(
        insert(schema.household).values(id=here, object_id=ocfl.household_object(here), **values)
    )
    for person in people:
        columns = {name: person[name] for name in _PERSON}
        connection.execute(insert(schema.person).values(household_id=here, **columns))


def part_of(listing: Listing, number: int) -> Part:
    """Return the part of a household by the sender's number."""
    return next(part for part in listing.parts if part.household["id"] == number)
