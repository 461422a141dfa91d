"""Whose paper is it? By ID number, else by a known number, else by name and one thing more.

A name alone never files a paper. Where two signs disagree, or two households could be meant, a
person decides, with ranked candidates and the reason for each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sqlalchemy import Connection, select

from archive import documents, households, schema
from archive.filing import NUMBER_FIELDS, normal_number
from archive.households import Household, NewHousehold, Person
from archive.reasons import HOLDING_PROBLEMS
from archive.store import ArchiveDamaged
from archive.villages import village_in
from archive.workspace import Workspace
from extractors.reading import Money, Reading

# Papers whose ID number is that of the household's borrower. Elsewhere (a mortgage, a guarantee)
# it may be a third party's, who may have a file of his own.
BORROWERS_OWN = frozenset(
    {
        "loan_contract",
        "iou",
        "inspection_report",
        "collection_notice",
        "risk_warning",
        "classification",
        "household_survey",
    }
)
# Filed papers whose amounts, dates and properties a further paper is compared with.
COMPARED = BORROWERS_OWN | {"mortgage_contract", "mortgage_registration"}
OPENS_A_FILE = frozenset({"loan_contract"})
JOINT_WORDS = ("联保", "solidari", "joint liability")
# Two households may have mortgaged the same house: its number links papers, it does not file them.
WEAK_NUMBERS = frozenset({"unit_no", "title_certificate_no"})
PARTY_FIELDS = ("borrower", "mortgagor", "pledgor", "guarantor")
DATE_FIELDS = ("sign_date", "start_date", "end_date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A household that might be meant. `why`: codes such as "id_number", "name", "amount"."""

    household_id: int
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Belongs to this household, for these reasons."""

    household_id: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opens:
    """The first paper of households that have no file yet.

    households  the paper's owner first; the others are members of the same joint-guarantee group,
                each with a file of his own (some may be known already)
    """

    households: tuple[NewHousehold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """A person has to say. `reason` is a code of archive.reasons."""

    reason: str
    problems: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfDepartment:
    """Belongs to no household: the department's own paper, come back signed."""

    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """The papers of a scan belong to several households: one entry for each, in its order."""

    parts: tuple[Match | Opens | OfDepartment, ...]


Decision = Match | Opens | Undecided | Apart | OfDepartment

# The readings of papers filed with a household, to compare amounts and dates with.
ReadingsOf = Callable[[int], Iterable[Reading]]


# Households by the numbers on papers that are about to be filed, beside those that are.
Arriving = Mapping[str, AbstractSet[int]]
NOBODY: Arriving = MappingProxyType({})


def decide(
    connection: Connection,
    reading: Reading,
    readings_of: ReadingsOf,
    arriving: Arriving = NOBODY,
) -> Decision:
    """Say whose paper this is, or why that is not sure."""
    if reading.doc_type is None:
        return Undecided(reason="type_unknown", candidates=_by_name(connection, reading))
    problems = sorted({p.code for p in reading.problems} & HOLDING_PROBLEMS)
    found = _whose(connection, reading, readings_of, arriving)
    if problems:
        return Undecided(
            reason="needs_review", problems=tuple(problems), candidates=candidates_of(found)
        )
    return found


def candidates_of(decision: Decision) -> tuple[Candidate, ...]:
    """Return the households that a decision points to, the likeliest first."""
    match decision:
        case Match(household_id=household_id, why=why):
            return (Candidate(household_id=household_id, score=1.0, why=why),)
        case Undecided(candidates=candidates):
            return candidates
        case _:
            return ()


def _whose(
    connection: Connection, reading: Reading, readings_of: ReadingsOf, arriving: Arriving
) -> Decision:
    if reading.doc_type in OPENS_A_FILE and (members := _joint_members(reading)):
        return Opens(households=members)
    by_id = _by_identity(connection, reading)
    numbers = strong_numbers(reading)
    by_number = _by_number(connection, numbers)
    by_number = by_number.union(*(arriving.get(number, ()) for number in numbers))
    if len(by_number) > 1:
        by_number = _the_one_meant(connection, reading, by_number, by_id)
    if len(by_number) > 1 or len(by_id) > 1:
        return _several(by_id | by_number, "household_ambiguous", by_id, by_number)
    if by_id and by_number and by_id != by_number:
        return _several(by_id | by_number, "household_conflict", by_id, by_number)
    if by_number and not by_id and names_a_stranger(reading):
        # A number leads to one household, the borrower's own ID number to none here.
        return _several(by_number, "household_conflict", by_id, by_number)
    if by_id or by_number:
        why = tuple(code for code, found in (("id_number", by_id), ("number", by_number)) if found)
        return Match(household_id=next(iter(by_id or by_number)), why=why)
    if reading.doc_type in OPENS_A_FILE and _identity(reading):
        return Opens(households=(new_household(reading),))
    return _by_name_and_more(connection, reading, readings_of)


def _joint_members(reading: Reading) -> tuple[NewHousehold, ...]:
    """The members of a joint-guarantee group, when the paper pairs each with an ID number."""
    joint = any(
        word in text.lower()
        for name in ("guarantee_method", "loan_type")
        for text in reading.values(name, str)
        for word in JOINT_WORDS
    ) or any(word in mark for mark in reading.evidence for word in JOINT_WORDS)
    names = list(reading.values("borrower", str))
    identities = [text for text in reading.values("id_number", str) if "*" not in text]
    wrong = {problem.field for problem in reading.problems}
    if not joint or len(names) < 2 or len(names) != len(identities) or "id_number" in wrong:
        return ()
    addresses = list(reading.values("borrower_address", str))
    if len(addresses) != len(names):
        addresses = [""] * len(names)
    return tuple(
        NewHousehold(
            borrower=Person(
                role="borrower", name=name, id_number=identity, address=address or None
            ),
            village=village_in(address),
            manager=next(reading.values("loan_officer", str), None),
        )
        for name, identity, address in zip(names, identities, addresses, strict=True)
    )


def _the_one_meant(
    connection: Connection, reading: Reading, found: set[int], by_id: set[int]
) -> set[int]:
    """Of the households that share a number, the one this paper's ID number or borrower names."""
    if found & by_id:
        return found & by_id
    named = set(reading.values("borrower", str))
    meant = {
        each
        for each in found
        if named & {person.name for person in households.household(connection, each).people}
    }
    return meant or found


def _several(ids: set[int], reason: str, by_id: set[int], by_number: set[int]) -> Undecided:
    ranked = [
        Candidate(
            household_id=household_id,
            score=0.5,
            why=tuple(
                code
                for code, found in (("id_number", by_id), ("number", by_number))
                if household_id in found
            ),
        )
        for household_id in sorted(ids)
    ]
    return Undecided(reason=reason, candidates=tuple(ranked))


def _identity(reading: Reading) -> str | None:
    """The borrower's ID number or USCC: the first on the paper, if nothing is wrong with it."""
    wrong = {p.field for p in reading.problems if p.code in ("id_check_digit", "uscc_check")}
    for name in ("id_number", "uscc"):
        found = next(reading.values(name, str), None) if reading.fields.get(name) else None
        if found and "*" not in found and name not in wrong:
            return found
    return None


def _by_identity(connection: Connection, reading: Reading) -> set[int]:
    identities = [
        value
        for name in ("id_number", "uscc")
        for value in reading.values(name, str)
        if "*" not in value
    ]
    found = set(households.by_identity(connection, identities).values())
    if reading.doc_type in BORROWERS_OWN or not found:
        return found
    named = set(reading.values("borrower", str))
    if reading.doc_type == "guarantee_contract" and not named:
        return set()
    return {
        each
        for each in found
        if not named or named & {p.name for p in households.household(connection, each).people}
    }


def strong_numbers(reading: Reading) -> set[str]:
    """Return the numbers on a paper, and on those of a scan, that lead to its household."""
    own = {
        normal_number(value)
        for name in NUMBER_FIELDS
        if name not in WEAK_NUMBERS
        for value in reading.values(name, str)
    }
    return own.union(*(strong_numbers(part.reading) for part in reading.parts)) - {""}


def _by_number(connection: Connection, numbers: AbstractSet[str]) -> set[int]:
    if not numbers:
        return set()
    column = schema.document_number.c
    papers = (
        select(column.document_id)
        .where(column.number.in_(numbers), column.kind.not_in(WEAK_NUMBERS))
        .distinct()
    )
    document, shared = schema.document.c, schema.document_shared.c
    owners = connection.scalars(select(document.household_id).where(document.id.in_(papers)))
    sharers = connection.scalars(select(shared.household_id).where(shared.document_id.in_(papers)))
    return {each for each in (*owners, *sharers) if each is not None}


def _by_name(connection: Connection, reading: Reading) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(household_id=found.id, score=0.4, why=("name",))
        for found in _namesakes(connection, reading)
    )


def _namesakes(connection: Connection, reading: Reading) -> list[Household]:
    # Where the borrower is named, it is his paper: a guarantor has a file of his own.
    names = set(reading.values("borrower", str)) or {
        name for key in PARTY_FIELDS for name in reading.values(key, str)
    }
    person = schema.person.c
    ids = connection.scalars(select(person.household_id).where(person.name.in_(names)).distinct())
    return [households.household(connection, each) for each in sorted(ids)]


def names_a_stranger(reading: Reading) -> bool:
    """Whether the paper gives the borrower's ID number; asked when no household here has it."""
    return _identity(reading) is not None and reading.doc_type in BORROWERS_OWN


def _by_name_and_more(
    connection: Connection, reading: Reading, readings_of: ReadingsOf
) -> Decision:
    stranger = names_a_stranger(reading)
    ranked = sorted(
        (
            Candidate(
                household_id=found.id,
                score=0.4 + 0.2 * len(agreeing),
                why=("name", *agreeing),
            )
            for found in _namesakes(connection, reading)
            for agreeing in [_agreeing(found, reading, readings_of)]
        ),
        key=lambda candidate: -candidate.score,
    )
    if not ranked or stranger:
        return Undecided(reason="household_unknown", candidates=tuple(ranked))
    sure = [candidate for candidate in ranked if len(candidate.why) > 1]
    if len(sure) == 1:
        return Match(household_id=sure[0].household_id, why=sure[0].why)
    reason = "name_only" if len(ranked) == 1 else "household_ambiguous"
    return Undecided(reason=reason, candidates=tuple(ranked))


def _agreeing(found: Household, reading: Reading, readings_of: ReadingsOf) -> tuple[str, ...]:
    """What besides the name says that it is this household: address, amount, date, property."""
    codes = []
    addresses = {a for p in found.people if (a := p.address)}
    if any(_same_place(a, b) for a in reading.values("borrower_address", str) for b in addresses):
        codes.append("address")
    filed = list(readings_of(found.id))
    if _common(reading, filed, ("amount",), Money):
        codes.append("amount")
    if _common(reading, filed, DATE_FIELDS, date):
        codes.append("date")
    if _weak_numbers(reading) & {number for one in filed for number in _weak_numbers(one)}:
        codes.append("property")
    return tuple(codes)


def _weak_numbers(reading: Reading) -> set[str]:
    return {normal_number(text) for name in WEAK_NUMBERS for text in reading.values(name, str)}


def _same_place(one: str, other: str) -> bool:
    """Equal after blanks are dropped, or the same named village."""
    left, right = "".join(one.split()), "".join(other.split())
    village = village_in(left)
    return left == right or (village is not None and village == village_in(right))


def _common(
    reading: Reading,
    filed: Sequence[Reading],
    names: tuple[str, ...],
    kind: type[Money] | type[date],
) -> bool:
    ours = {(name, value) for name in names for value in reading.values(name, kind)}
    theirs = {(n, value) for one in filed for n in names for value in one.values(n, kind)}
    return bool(ours & theirs)


def signs_of(reading: Reading) -> set[str]:
    """Return the names, ID numbers and contract numbers by which `decide` finds a household."""
    names = {name for key in (*PARTY_FIELDS, "spouse") for name in reading.values(key, str)}
    identities = {text for name in ("id_number", "uscc") for text in reading.values(name, str)}
    numbers = {normal_number(text) for name in NUMBER_FIELDS for text in reading.values(name, str)}
    of_parts = (signs_of(part.reading) for part in reading.parts)
    return (names | identities | numbers).union(*of_parts)


def new_household(reading: Reading) -> NewHousehold:
    """Return the household that a loan contract opens: its borrower, spouse and co-borrowers."""
    names = list(reading.values("borrower", str))
    address = next(reading.values("borrower_address", str), None)
    identity = _identity(reading)
    is_company = bool(reading.fields.get("uscc")) and not reading.fields.get("id_number")
    borrower = Person(
        role="borrower",
        name=names[0] if names else "",
        id_number=None if is_company else identity,
        uscc=identity if is_company else None,
        phone=next(reading.values("phone", str), None),
        address=address,
    )
    others = [Person(role="spouse", name=name) for name in reading.values("spouse", str)]
    others += [
        Person(role="co_borrower", name=name)
        for name in (*names[1:], *reading.values("co_borrower", str))
    ]
    return NewHousehold(
        borrower=borrower,
        others=tuple(others),
        village=village_in(address or ""),
        manager=next(reading.values("loan_officer", str), None),
    )


def compared_readings(reading: Reading) -> list[Reading]:
    """Return what of a paper, or of a scan's papers, further ones are compared with."""
    each = [part.reading for part in reading.parts] or [reading]
    return [one for one in each if one.doc_type in COMPARED]


def readings_from(connection: Connection, workspace: Workspace) -> ReadingsOf:
    """Return a ReadingsOf that looks into the archive."""

    def readings_of(household_id: int) -> Iterable[Reading]:
        for filed in documents.documents_of(connection, household_id):
            if filed.doc_type in COMPARED:
                # What is damaged agrees with nothing: the paper is held, not misfiled.
                with suppress(ArchiveDamaged, OSError):
                    yield documents.reading(workspace, filed)

    return readings_of
