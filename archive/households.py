"""Households: who they are, finding one, opening one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, case, insert, or_, select, update

from archive import audit, documents, events, ocfl, schema
from archive.clock import stamp, system_clock
from archive.database import last_number
from archive.events import FileEvent, NewEvent
from extractors.wording import _

_person = schema.person.c
_household = schema.household.c
# Kinds of events: the file was opened; columns of its row were set.
OPENED = "household.opened"
SET = "household.set"
# What a file may leave open when it is begun, and what may be filled in later.
_COMPLETED = ("village", "unit", "manager")
# SQLite takes a few thousand parameters at most.
_AT_ONCE = 500
# The borrower gives the file its name and stands first.
_ROLE_ORDER = case({"borrower": 0, "spouse": 1}, value=_person.role, else_=2)


class UnknownHousehold(Exception):
    """No household file has that number."""

    def __init__(self, wanted: object) -> None:
        super().__init__(
            _("There is no household file {wanted}. See the list: hudang household list").format(
                wanted=wanted
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member of a household; `id_number` in full: mask it before showing it."""

    role: str
    name: str
    id_number: str | None = None
    uscc: str | None = None
    phone: str | None = None
    address: str | None = None

    @property
    def identity(self) -> str | None:
        """What names the person for sure: ID number, or a company's USCC."""
        return self.id_number or self.uscc


@dataclass(frozen=True, slots=True, kw_only=True)
class Household:
    """One household file and its people, the borrower first."""

    id: int
    object_id: str
    village: str | None
    unit: str | None
    manager: str | None
    opened_at: str
    opened_by: str
    people: tuple[Person, ...]

    @property
    def borrower(self) -> Person:
        """Who the file is named after."""
        return self.people[0]

    @property
    def number(self) -> str:
        """户号 as printed: six digits."""
        return f"{self.id:06d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewHousehold:
    """A household that has no file yet; the borrower needs an ID number or a USCC."""

    borrower: Person
    others: tuple[Person, ...] = ()
    village: str | None = None
    unit: str | None = None
    manager: str | None = None


def household(connection: Connection, household_id: int) -> Household:
    """Return one household. Raises UnknownHousehold."""
    found = _load(connection, [household_id])
    if not found:
        raise UnknownHousehold(household_id)
    return found[0]


def households(connection: Connection) -> list[Household]:
    """Return all households by number."""
    return _load(connection, None)


def find(connection: Connection, wanted: str) -> list[Household]:
    """Return households by 户号, full ID number or USCC, or part of a member's name."""
    text = wanted.strip()
    if not text:
        return []
    matches = or_(
        _person.id_number == text.upper(),
        _person.uscc == text.upper(),
        _person.name.contains(text, autoescape=True),
    )
    ids = set(connection.scalars(select(_person.household_id).where(matches)))
    if text.isdecimal() and len(text) <= 6:
        ids |= set(connection.scalars(select(_household.id).where(_household.id == int(text))))
    return _load(connection, sorted(ids))


def _load(connection: Connection, ids: Sequence[int] | None) -> list[Household]:
    chosen = select(schema.household).order_by(_household.id)
    people = select(schema.person).order_by(_person.household_id, _ROLE_ORDER, _person.id)
    if ids is not None:
        chosen = chosen.where(_household.id.in_(ids))
        people = people.where(_person.household_id.in_(ids))
    members: dict[int, list[Person]] = {}
    for row in connection.execute(people).mappings():
        members.setdefault(row["household_id"], []).append(_person_of(row))
    return [
        Household(
            id=row["id"],
            object_id=row["object_id"],
            village=row["village"],
            unit=row["unit"],
            manager=row["manager"],
            opened_at=row["opened_at"],
            opened_by=row["opened_by"],
            people=tuple(members[row["id"]]),
        )
        for row in connection.execute(chosen).mappings()
    ]


def _person_of(row: Any) -> Person:
    return Person(**{name: row[name] for name in Person.__slots__})


def by_identity(connection: Connection, identities: Iterable[str]) -> dict[str, int]:
    """Return household ids by borrower's ID number or USCC, for those that are known."""
    wanted = sorted(set(identities))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        rows = connection.execute(
            select(_person.id_number, _person.uscc, _person.household_id).where(
                _person.role == "borrower",
                or_(_person.id_number.in_(part), _person.uscc.in_(part)),
            )
        )
        for id_number, uscc, household_id in rows:
            found[id_number or uscc] = household_id
    return found


def identities(connection: Connection, household_ids: Iterable[int]) -> dict[int, str]:
    """Return what names the borrower of each household: ID number or USCC, in full."""
    wanted = sorted(set(household_ids))
    found: dict[int, str] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            select(_person.household_id, _person.id_number, _person.uscc)
            .where(
                _person.household_id.in_(wanted[start : start + _AT_ONCE]),
                _person.role == "borrower",
            )
            .order_by(_person.id)
        )
        for household_id, id_number, uscc in rows:
            if id_number or uscc:
                found.setdefault(household_id, id_number or uscc)
    return found


def open_households(
    connection: Connection, new: Sequence[NewHousehold], *, opened_by: str, actor: str = "hudang"
) -> list[int]:
    """Open a file for each and return their numbers, inside the caller's write transaction.

    Raises ValueError for a borrower without an ID number or USCC: nothing else names him surely.
    """
    if not all(each.borrower.identity for each in new):
        raise ValueError("a household is opened by its borrower's ID number or USCC")
    at = stamp(system_clock())
    following = _following_number(connection)
    numbers = list(range(following, following + len(new)))
    if new:
        connection.execute(
            insert(schema.household),
            [
                {
                    "id": number,
                    "object_id": ocfl.household_object(number),
                    "village": each.village,
                    "unit": each.unit,
                    "manager": each.manager,
                    "opened_at": at,
                    "opened_by": opened_by,
                }
                for number, each in zip(numbers, new, strict=True)
            ],
        )
        connection.execute(
            insert(schema.person),
            [
                _member(number, person, opened_by)
                for number, each in zip(numbers, new, strict=True)
                for person in (each.borrower, *each.others)
            ],
        )
    events.note(connection, _openings(connection, numbers), at=at, actor=actor)
    audit.append(
        connection,
        at=at,
        actor=actor,
        action="household.open",
        object_=opened_by,
        detail={"households": numbers},
    )
    return numbers


def _openings(connection: Connection, numbers: Sequence[int]) -> list[NewEvent]:
    """What the archive keeps of files being opened: the rows, so that numbers stay what they are.

    One opened by a workbook has no object of its own until its first paper comes.
    """
    members: dict[int, list[dict[str, Any]]] = {}
    for start in range(0, len(numbers), 500):
        of_these = _person.household_id.in_(numbers[start : start + 500])
        for row in connection.execute(select(schema.person).where(of_these)):
            members.setdefault(row.household_id, []).append(row._asdict())
    found: list[NewEvent] = []
    for start in range(0, len(numbers), 500):
        these = _household.id.in_(numbers[start : start + 500])
        for row in connection.execute(select(schema.household).where(these)):
            found.append(
                NewEvent(
                    kind=OPENED,
                    household_id=row.id,
                    detail={"household": row._asdict(), "people": members[row.id]},
                )
            )
    return found


def reopen(connection: Connection, event: FileEvent) -> None:
    """Enter the household that an event opened, unless it is there; for rebuilding."""
    known = select(_household.id).where(_household.id == event.household_id)
    if connection.scalar(known) is None:
        connection.execute(insert(schema.household).values(**event.detail["household"]))
        connection.execute(insert(schema.person), event.detail["people"])


def set_again(connection: Connection, event: FileEvent) -> None:
    """Give a household's columns the values that an event set; for rebuilding."""
    connection.execute(
        update(schema.household)
        .where(_household.id == event.household_id)
        .values(**event.detail["set"])
    )


def find_or_open(
    connection: Connection, wanted: Sequence[NewHousehold], *, opened_by: str, actor: str = "hudang"
) -> list[int]:
    """Return the numbers of households, in the order given, opening files for the unknown ones."""
    known = by_identity(connection, [each.borrower.identity or "" for each in wanted])
    new = [each for each in wanted if (each.borrower.identity or "") not in known]
    if new:
        numbers = open_households(connection, new, opened_by=opened_by, actor=actor)
        known |= {n.borrower.identity or "": no for n, no in zip(new, numbers, strict=True)}
    return [known[each.borrower.identity or ""] for each in wanted]


def _member(household_id: int, person: Person, source: str) -> dict[str, object]:
    values: dict[str, object] = {name: getattr(person, name) for name in Person.__slots__}
    return values | {"household_id": household_id, "source": source}


def _following_number(connection: Connection) -> int:
    """The number after the last ever given: none is given twice, though its row be gone."""
    return last_number(connection, schema.household.name) + 1


def blanks(connection: Connection, household_ids: Iterable[int]) -> dict[int, set[str]]:
    """Return which of village, unit and manager are open in these files; full ones are left out."""
    wanted = sorted(set(household_ids))
    open_: dict[int, set[str]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        rows = connection.execute(
            select(*(_household[name] for name in ("id", *_COMPLETED))).where(
                _household.id.in_(wanted[start : start + _AT_ONCE]),
                or_(*(_household[name].is_(None) for name in _COMPLETED)),
            )
        )
        for row in rows:
            open_[row.id] = {name for name in _COMPLETED if getattr(row, name) is None}
    return open_


def complete(
    connection: Connection,
    household_id: int,
    *,
    village: str | None = None,
    unit: str | None = None,
    manager: str | None = None,
    source: str,
    actor: str = "hudang",
) -> bool:
    """Fill in what a household's file leaves open, inside the caller's write transaction.

    What the file says already stays. Its papers are noted as corrected, so that the index learns
    of it. Returns whether anything was open.

    source  where it was learnt, like opened_by
    """
    said = {"village": village, "unit": unit, "manager": manager}
    open_ = blanks(connection, [household_id]).get(household_id, set())
    filled = {name: value for name, value in said.items() if value and name in open_}
    if not filled:
        return False
    at = stamp(system_clock())
    connection.execute(
        update(schema.household).where(_household.id == household_id).values(**filled)
    )
    events.note(
        connection,
        [NewEvent(kind=SET, household_id=household_id, detail={"set": filled, "source": source})],
        at=at,
        actor=actor,
    )
    tell_followers(connection, household_id, at)
    audit.append(
        connection,
        at=at,
        actor=actor,
        action="household.complete",
        object_=f"household:{household_id}",
        detail={"filled": sorted(filled), "source": source},
    )
    return True


def tell_followers(connection: Connection, household_id: int, at: str) -> None:
    """Note a household's papers as corrected: what is known of it is indexed with each."""
    papers = [paper.id for paper in documents.documents_of(connection, household_id)]
    if papers:
        connection.execute(
            insert(schema.document_change),
            [{"document_id": each, "what": "corrected", "at": at} for each in papers],
        )


def borrower_phones(connection: Connection, household_ids: Sequence[int]) -> dict[int, str]:
    """Return the borrowers' telephone numbers on file, by household; none where there is none.

    Personal data: a command that shows them says so in the audit trail first.
    """
    wanted = set(household_ids)
    found = connection.execute(
        select(_person.household_id, _person.phone)
        .where(_person.role == "borrower", _person.phone.is_not(None))
        .order_by(_person.id.desc())
    )
    # The first borrower of a file wins: it is read last.
    return {row.household_id: row.phone for row in found if row.household_id in wanted}
