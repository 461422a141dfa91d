"""Where the paper originals stand: areas, rooms, cabinets, shelves and boxes, folded from events.

A file stands in a box or in a place of its own; a paper (a certificate in the vault) may stand
elsewhere than its file. A box is placed once, and all that is in it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from sqlalchemy import Connection, func, select

from archive import events, households, schema
from archive.events import FileEvent, NewEvent
from extractors.wording import _

# A file's or a paper's place was set (or taken back: an empty detail).
SET = "location.set"
# Where a box stands and how much it holds.
BOX = "box.set"
# Whether a paper is there as an original, as a copy, or only electronically.
ORIGINAL = "original.stated"
ORIGINALS = ("original", "copy", "none")


class PlaceRefused(ValueError):
    """A place cannot be set as asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place; parts that are not used are "".

    area  the archive's division by unit, loan type or class of client ("城关", "抵押")
    """

    area: str = ""
    room: str = ""
    cabinet: str = ""
    shelf: str = ""
    box: str = ""

    @property
    def text(self) -> str:
        """The place from the largest to the smallest, as it is printed."""
        named = (self.area, self.room, self.cabinet, self.shelf, self.box)
        return " / ".join(part for part in named if part)

    def to_json(self) -> dict[str, str]:
        """Return the parts that are used, by name."""
        return {name: value for name in PARTS if (value := getattr(self, name))}


PARTS = tuple(each.name for each in fields(Place))
_LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box and where it stands; capacity_pages is 0 where nobody has said."""

    name: str
    place: Place = Place()
    capacity_pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """One entry of a history: where something was put, when and by whom; None: taken away."""

    at: str
    actor: str
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What is known of one household's paper originals.

    place      where the file stands now; None when nobody has said
    papers     papers that stand elsewhere, by document id
    originals  "original", "copy" or "none" by document id
    history    every place the file has had, oldest first
    """

    place: Place | None = None
    papers: Mapping[str, Place] = field(default_factory=dict)
    originals: Mapping[str, str] = field(default_factory=dict)
    history: tuple[Set, ...] = ()


def place_of(detail: Mapping[str, str]) -> Place:
    """Return a place from its parts by name. Raises PlaceRefused for a part that cannot be."""
    parts: dict[str, str] = {}
    for name, value in detail.items():
        text = " ".join(value.split())
        if name not in PARTS:
            raise PlaceRefused(
                _("There is no {name} in a place. Known: {known}.").format(
                    name=name, known=", ".join(PARTS)
                )
            )
        if len(text) > _LONGEST or not text.isprintable() or "/" in text:
            raise PlaceRefused(
                _("A {part} is named in at most {n} characters, without a slash.").format(
                    part=name, n=_LONGEST
                )
            )
        parts[name] = text
    return Place(**parts)


def boxes(connection: Connection) -> dict[str, Box]:
    """Return every box by its name."""
    found: dict[str, Box] = {}
    for each in events.of_kinds(connection, [BOX]):
        said = dict(each.detail)
        name, capacity = said.pop("name"), said.pop("capacity_pages", None)
        known = found.get(name, Box(name=name))
        found[name] = Box(
            name=name,
            place=replace(place_of(said), box=name) if said else known.place,
            capacity_pages=known.capacity_pages if capacity is None else int(capacity),
        )
    return found


def box_names(connection: Connection) -> set[str]:
    """Return every box that was placed, or that a file or a paper stands in."""
    stand = of_all(connection).values()
    places = [place for each in stand for place in (each.place, *each.papers.values()) if place]
    return {*boxes(connection), *(place.box for place in places if place.box)}


def of_household(
    connection: Connection, household_id: int, *, known_by: str | None = None
) -> Shelf:
    """Return where a household's file and papers stand, by what was noted up to `known_by`."""
    happened = events.of_household(connection, household_id, [SET, ORIGINAL])
    happened = [each for each in happened if known_by is None or each.at <= known_by]
    return fold(happened, boxes(connection)) if happened else Shelf()


def of_all(connection: Connection) -> dict[int, Shelf]:
    """Return the shelves of every household of which anything is known."""
    known = boxes(connection)
    grouped: dict[int, list[FileEvent]] = {}
    for each in events.of_kinds(connection, [SET, ORIGINAL]):
        if each.household_id is not None:
            grouped.setdefault(each.household_id, []).append(each)
    return {household_id: fold(happened, known) for household_id, happened in grouped.items()}


def fold(happened: Iterable[FileEvent], known: Mapping[str, Box]) -> Shelf:
    """Return how things stand after some events of one household; boxes say where they stand."""
    place: Place | None = None
    papers: dict[str, Place] = {}
    originals: dict[str, str] = {}
    history: list[Set] = []
    for each in happened:
        if each.kind == ORIGINAL and each.document_id:
            originals[each.document_id] = each.detail["state"]
        elif each.kind == SET:
            found = _in_its_box(place_of(each.detail), known) if each.detail else None
            if each.document_id is None:
                place = found
                history.append(Set(at=each.at, actor=each.actor, place=found))
            elif found is None:
                papers.pop(each.document_id, None)
            else:
                papers[each.document_id] = found
    return Shelf(place=place, papers=papers, originals=originals, history=tuple(history))


def _in_its_box(place: Place, known: Mapping[str, Box]) -> Place:
    """A box that was placed says where it stands; else the place speaks for itself.

    The area is how the archive is divided, not where things stand: the box need not name one.
    """
    box = known.get(place.box)
    if not box or box.place == Place():
        return place
    return replace(box.place, area=box.place.area or place.area)


def put(household_id: int, place: Place | None, document_id: str | None = None) -> NewEvent:
    """Return the event that a file, or one paper of it, was put somewhere or taken away."""
    return NewEvent(
        kind=SET,
        household_id=household_id,
        document_id=document_id,
        detail=place.to_json() if place else {},
    )


def stated(household_id: int, document_id: str, state: str) -> NewEvent:
    """Return the event that says what of a paper is on the shelf. Raises PlaceRefused."""
    if state not in ORIGINALS:
        raise PlaceRefused(
            _("Say original, copy or none of a paper, not {state}.").format(state=state)
        )
    return NewEvent(
        kind=ORIGINAL,
        household_id=household_id,
        document_id=document_id,
        detail={"state": state},
    )


def box_set(name: str, place: Place, capacity_pages: int | None = None) -> NewEvent:
    """Return the event that a box was placed, moved, or its size said."""
    detail: dict[str, object] = {"name": place_of({"box": name}).box}
    detail |= {part: value for part, value in place.to_json().items() if part != "box"}
    if capacity_pages is not None:
        detail["capacity_pages"] = capacity_pages
    return NewEvent(kind=BOX, detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One household's file on the shelf, for lists; `pages` of its papers with an original."""

    household: households.Household
    place: Place | None
    items: int
    pages: int


def standing(connection: Connection) -> list[Standing]:
    """Return every household's file with its place; without one `place` is None."""
    found = of_all(connection)
    counts = _counts(connection)
    return [
        Standing(
            household=each,
            place=found[each.id].place if each.id in found else None,
            items=counts.get(each.id, (0, 0))[0],
            pages=counts.get(each.id, (0, 0))[1],
        )
        for each in households.households(connection)
    ]


def _counts(connection: Connection) -> dict[int, tuple[int, int]]:
    document = schema.document.c
    rows = connection.execute(
        select(document.household_id, func.count(), func.sum(document.page_count))
        .where(
            document.household_id.is_not(None),
            document.doc_type.is_distinct_from("scan_of_papers"),
        )
        .group_by(document.household_id)
    )
    return {household_id: (items, pages or 0) for household_id, items, pages in rows}


def contents_of(standings: Sequence[Standing], box: str) -> list[Standing]:
    """Return the files that stand in a box, by number."""
    return [each for each in standings if each.place and each.place.box == box]


def overfull(standings: Sequence[Standing], box: Box) -> int:
    """Return by how many pages a box holds more than it takes; 0 when it does not."""
    if not box.capacity_pages:
        return 0
    held = sum(each.pages for each in contents_of(standings, box.name))
    return max(0, held - box.capacity_pages)
