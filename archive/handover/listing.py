"""handover.json: what a package says it holds, paper by paper, and what was wrong with it.

Written once; read again years later, by strangers too, so nothing in it is believed unchecked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from archive.handover import names

PATH = "data/handover.json"
FORMAT = "hudang-handover-1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One paper of the list.

    row     its row as record.json has it: schema.document's columns, numbers, shared_with
    paper   path of the original in the package; a part of a scan names the scan's
    others  paths of its reading, its text and what is kept beside it
    """

    row: Mapping[str, Any]
    archive_number: str
    paper: str
    others: tuple[str, ...]

    @property
    def id(self) -> str:
        """The paper's id."""
        return str(self.row["id"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProblem:
    """What was not in order when the list was made, and why it could not be completed.

    code      of archive.handover.formalities
    what      in words, without personal data
    document  the paper it concerns, "" for the household's file as a whole
    """

    code: str
    item: str
    what: str
    reason: str
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One household's file in a package.

    folder  where its files lie, ending in "/"
    also    ids of papers that it shares and that are listed with another household of the package
    """

    household: Mapping[str, Any]
    people: tuple[Mapping[str, Any], ...]
    folder: str
    entries: tuple[Entry, ...]
    also: tuple[str, ...] = ()
    problems: tuple[ListedProblem, ...] = ()

    @property
    def number(self) -> str:
        """户号, six digits."""
        return f"{self.household['id']:06d}"

    @property
    def borrower(self) -> Mapping[str, Any]:
        """Who the file is named after."""
        return self.people[0]

    @property
    def pages(self) -> int:
        """Pages of its papers; those of a scan's papers are not counted again with the scan."""
        whole = {entry.row["part_of"] for entry in self.entries if entry.row["part_of"]}
        return sum(e.row["page_count"] for e in self.entries if e.id not in whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The handover list of one package.

    number    of the handover ("YJ2026-0001")
    at        UTC
    sender    institution, institution_code, department, workspace pattern of archive numbers
    receiver  as the clerk named it, "" when not said
    scope     "household", "manager", "year" or "unit", and which
    sharing   household and people of those who share papers and are not in the package
    """

    number: str
    at: str
    by: str
    sender: Mapping[str, str]
    receiver: str
    why: str
    scope: tuple[str, str]
    parts: tuple[Part, ...]
    sharing: tuple[Mapping[str, Any], ...] = ()

    @property
    def entries(self) -> list[Entry]:
        """All papers, in the order of the list."""
        return [entry for part in self.parts for entry in part.entries]

    @property
    def pages(self) -> int:
        """Pages of all papers."""
        return sum(part.pages for part in self.parts)

    @property
    def problems(self) -> list[tuple[Part, ListedProblem]]:
        """All problems with the household each concerns."""
        return [(part, problem) for part in self.parts for problem in part.problems]

    def counts(self) -> dict[str, int]:
        """Return the sums that the list states; bytes are those of the originals."""
        return {
            "households": len(self.parts),
            "items": len(self.entries),
            "pages": self.pages,
            "bytes": sum(_bytes(entry) for entry in self.entries),
            "problems": len(self.problems),
        }

    def to_bytes(self) -> bytes:
        """Return handover.json."""
        data = {
            "format": FORMAT,
            "number": self.number,
            "at": self.at,
            "by": self.by,
            "from": dict(self.sender),
            "to": self.receiver,
            "why": self.why,
            "scope": list(self.scope),
            "counts": self.counts(),
            "households": [_part_json(part) for part in self.parts],
            "sharing": [dict(each) for each in self.sharing],
        }
        text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
        return (text + "\n").encode()


def _bytes(entry: Entry) -> int:
    """A part of a scan has no bytes of its own."""
    return 0 if entry.row["part_of"] else int(entry.row["size_bytes"])


def _part_json(part: Part) -> dict[str, Any]:
    return {
        "number": part.number,
        "household": dict(part.household),
        "people": [dict(person) for person in part.people],
        "folder": part.folder,
        "items": [
            {
                "archive_number": entry.archive_number,
                "paper": entry.paper,
                "others": list(entry.others),
                "row": dict(entry.row),
            }
            for entry in part.entries
        ],
        "also": list(part.also),
        "problems": [
            {
                "code": one.code,
                "item": one.item,
                "what": one.what,
                "reason": one.reason,
                "document": one.document,
            }
            for one in part.problems
        ],
    }


def from_bytes(data: bytes) -> tuple[Listing, Mapping[str, int]]:
    """Read handover.json with the counts it states. Raises ValueError on any other form."""
    try:
        said = json.loads(data)
        if said["format"] != FORMAT:
            raise ValueError("another format")
        kind, value = said["scope"]
        made = Listing(
            number=_text(said["number"]),
            at=_text(said["at"]),
            by=_text(said["by"]),
            sender={str(key): _text(value) for key, value in said["from"].items()},
            receiver=_text(said["to"]),
            why=_text(said["why"]),
            scope=(_text(kind), _text(value)),
            parts=tuple(_part(each) for each in said["households"]),
            sharing=tuple(_sharing(each) for each in said["sharing"]),
        )
        counts = {str(key): _count(value) for key, value in said["counts"].items()}
    except (KeyError, TypeError, AttributeError, RecursionError) as cause:
        raise ValueError(f"not a handover list: {cause!r}") from cause
    numbers = [part.household["id"] for part in made.parts]
    ids = [entry.id for entry in made.entries]
    if len(set(numbers)) != len(numbers) or len(set(ids)) != len(ids):
        raise ValueError("a household or a paper is listed twice")
    return made, counts


def _part(said: Mapping[str, Any]) -> Part:
    people = tuple(_person(each) for each in said["people"])
    if not people:
        raise ValueError("a household of nobody")
    folder = _path(_text(said["folder"]).removesuffix("/")) + "/"
    return Part(
        household=_household(said["household"]),
        people=people,
        folder=folder,
        entries=tuple(_entry(each) for each in said["items"]),
        also=tuple(_text(each) for each in said["also"]),
        problems=tuple(
            ListedProblem(**{key: _text(each[key]) for key in ListedProblem.__slots__})
            for each in said["problems"]
        ),
    )


def _entry(said: Mapping[str, Any]) -> Entry:
    row = said["row"]
    _typed(row, DOCUMENT_COLUMNS)
    numbers_, shared = row["numbers"], row["shared_with"]
    if not all(isinstance(pair, list) and len(pair) == 2 for pair in numbers_):
        raise ValueError("numbers of a paper")
    for pair in numbers_:
        _text(pair[0]), _text(pair[1])
    for each in shared:
        _count(each)
    for name in ("paper_path", "reading_path"):
        if names.why_unsafe(row[name]):
            raise ValueError(f"{name} of a paper")
    return Entry(
        row=row,
        archive_number=_text(said["archive_number"]),
        paper=_path(said["paper"]),
        others=tuple(_path(each) for each in said["others"]),
    )


# Column -> type, and whether it may be null.
DOCUMENT_COLUMNS: Mapping[str, tuple[type, bool]] = {
    "id": (str, False),
    "household_id": (int, True),
    "object_id": (str, False),
    "item_no": (int, False),
    "doc_type": (str, True),
    "title": (str, False),
    "category": (int, False),
    "dated_on": (str, True),
    "language": (str, True),
    "sha256": (str, False),
    "size_bytes": (int, False),
    "media_type": (str, False),
    "original_name": (str, False),
    "original_name_raw": (str, False),
    "page_count": (int, False),
    "ocr": (bool, False),
    "object_version": (int, False),
    "paper_path": (str, False),
    "reading_path": (str, False),
    "filed_at": (str, False),
    "filed_by": (str, False),
    "problem_count": (int, False),
    "number_year": (int, True),
    "part_of": (str, True),
    "part_pages": (str, True),
    "numbers": (list, False),
    "shared_with": (list, False),
}
_HOUSEHOLD_COLUMNS: Mapping[str, tuple[type, bool]] = {
    "id": (int, False),
    "village": (str, True),
    "unit": (str, True),
    "manager": (str, True),
    "opened_at": (str, False),
    "opened_by": (str, False),
}
_PERSON_COLUMNS: Mapping[str, tuple[type, bool]] = {
    "role": (str, False),
    "name": (str, False),
    "id_number": (str, True),
    "uscc": (str, True),
    "phone": (str, True),
    "address": (str, True),
    "source": (str, False),
}
ROLES = ("borrower", "spouse", "co_borrower")


def _household(row: Any) -> Mapping[str, Any]:
    _typed(row, _HOUSEHOLD_COLUMNS)
    if not 0 < row["id"] < 1_000_000:
        raise ValueError("a household's number")
    for name in ("client_class", "size_tier"):
        if row.get(name) is not None:
            _text(row[name])
    return dict(row)


def _person(row: Any) -> Mapping[str, Any]:
    _typed(row, _PERSON_COLUMNS)
    if row["role"] not in ROLES:
        raise ValueError("a person's role")
    return dict(row)


def _sharing(said: Any) -> Mapping[str, Any]:
    people = [_person(each) for each in said["people"]]
    if not people:
        raise ValueError("a household of nobody")
    return {"household": _household(said["household"]), "people": people}


def _typed(row: Any, columns: Mapping[str, tuple[type, bool]]) -> None:
    if not isinstance(row, dict):
        raise ValueError("a row that is none")
    for name, (kind, nullable) in columns.items():
        value = row[name]
        if value is None and nullable:
            continue
        # bool is an int to Python, not to us.
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ValueError(f"{name} is not of its type")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("text expected")
    return value


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a count expected")
    return value


def _path(value: Any) -> str:
    text = _text(value)
    if names.why_unsafe(text) or not text.startswith("data/"):
        raise ValueError("a path that leads out of the package")
    return text


def of_household(parts: Sequence[Part], household_id: int) -> Part | None:
    """Return the part of one household."""
    return next((part for part in parts if part.household["id"] == household_id), None)
