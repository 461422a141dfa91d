"""Whose papers does one scan hold? One household's, surely, or a person decides.

A single paper is decided as ever. Of several each is decided by itself; a weak one follows those
that are sure if it shares a number with them, or names the same people or nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from archive import coded, households, matching, returned
from archive.matching import (
    Apart,
    Arriving,
    Candidate,
    Decision,
    Match,
    OfDepartment,
    Opens,
    ReadingsOf,
    Undecided,
)
from extractors.codes import separators
from extractors.draft_numbers import FIELD
from extractors.papers import is_sure
from extractors.reading import Part, Reading
from extractors.separated import DRAFT, SEPARATOR

# Reasons for which a paper of a scan may follow the others; conflicts never do.
_WEAK = ("household_unknown", "name_only", "type_unknown")


def decide(
    connection: Connection,
    reading: Reading,
    readings_of: ReadingsOf,
    office: str,
    arriving: Arriving = matching.NOBODY,
) -> Decision:
    """Say whose the paper or the papers are, or why that is not sure.

    office    the mark of this office in codes (extractors.codes.office_mark)
    arriving  what papers before it say that are about to be filed
    """
    if not reading.parts:
        if separators(mark.text for mark in reading.codes):
            return Undecided(reason="separator_alone")
        return _paper(connection, reading, readings_of, office, arriving)
    found = [
        (part, _paper(connection, part.reading, readings_of, office, arriving))
        for part in reading.parts
    ]
    candidates = _ranked([decision for _part, decision in found])
    if not is_sure(reading.parts):
        return Undecided(reason="split_unsure", candidates=candidates)
    undecided = [decision for _part, decision in found if isinstance(decision, Undecided)]
    problems = sorted({code for decision in undecided for code in decision.problems})
    if problems:
        return Undecided(reason="needs_review", problems=tuple(problems), candidates=candidates)
    for decision in undecided:
        if decision.reason not in _WEAK:
            return decision
    runs = _runs(found)
    if len(runs) == 1:
        return _together(connection, found, candidates)
    return _apart([_together(connection, run, candidates) for run in runs], runs)


def _paper(
    connection: Connection,
    reading: Reading,
    readings_of: ReadingsOf,
    office: str,
    arriving: Arriving,
) -> Decision:
    found = coded.decide(connection, reading, readings_of, office, arriving)
    if not reading.fields.get(FIELD) or _is_of_codes(found):
        return found
    return returned.decide(connection, reading, found)


def _is_of_codes(found: Decision) -> bool:
    """Whether the labels on a paper cannot be followed: its draft cannot make up for that."""
    return isinstance(found, Undecided) and found.reason.startswith("code_")


def _runs(found: Sequence[tuple[Part, Decision]]) -> list[list[tuple[Part, Decision]]]:
    """The papers between two separator sheets belong together, and those that follow a draft;
    without any, all of them do."""
    runs: list[list[tuple[Part, Decision]]] = []
    for part, decision in found:
        if not runs or SEPARATOR in part.why or DRAFT in part.why:
            runs.append([])
        runs[-1].append((part, decision))
    return runs


def _apart(
    decided: Sequence[Decision], runs: Sequence[Sequence[tuple[Part, Decision]]]
) -> Decision:
    """One household's after all, or each run its own; what is not sure of one holds them all."""
    parts: list[Match | Opens | OfDepartment] = []
    for decision, run in zip(decided, runs, strict=True):
        if not isinstance(decision, Match | Opens | OfDepartment):
            return decision
        parts += [decision] * len(run)
    if all(isinstance(each, OfDepartment) for each in parts):
        return decided[0]
    households_of = {each.household_id for each in parts if isinstance(each, Match)}
    opened = [each for each in parts if isinstance(each, Opens)]
    if all(isinstance(each, Match) for each in parts) and len(households_of) == 1:
        return decided[0]
    if any(len(each.households) > 1 for each in opened):
        # Papers of a joint-guarantee group belong to several files by themselves.
        return Undecided(reason="several_households")
    return Apart(parts=tuple(parts))


def opens_a_file(reading: Reading) -> bool:
    """Whether the paper, or one of the scan's papers, may open a household file."""
    readings = [part.reading for part in reading.parts] or [reading]
    return any(each.doc_type in matching.OPENS_A_FILE for each in readings)


def _together(
    connection: Connection,
    found: Sequence[tuple[Part, Decision]],
    candidates: tuple[Candidate, ...],
) -> Decision:
    matched = {each.household_id for _part, each in found if isinstance(each, Match)}
    opened = [each for _part, each in found if isinstance(each, Opens)]
    identities = {each.households[0].borrower.identity for each in opened}
    if len(matched) + len(identities) > 1:
        return Undecided(reason="several_households", candidates=candidates)
    if not matched and not opened and any(isinstance(each, OfDepartment) for _p, each in found):
        return OfDepartment(why=(returned.DRAFT,))
    if not matched and not opened:
        return Undecided(reason="household_unknown", candidates=candidates)
    sure = [part.reading for part, each in found if not isinstance(each, Undecided)]
    people = {name for one in sure for name in one.values("borrower", str)}
    people |= {
        person.name
        for household_id in matched
        for person in households.household(connection, household_id).people
    }
    people |= {
        person.name
        for each in opened
        for household in each.households
        for person in (household.borrower, *household.others)
    }
    numbers = {sign for one in sure for sign in matching.signs_of(one)} - people
    for part, each in found:
        if isinstance(each, Undecided) and not _follows(part.reading, numbers, people):
            return Undecided(reason="several_households", candidates=candidates)
    if opened:
        return opened[0]
    why = [code for _part, each in found if isinstance(each, Match) for code in each.why]
    return Match(household_id=matched.pop(), why=tuple(dict.fromkeys(why)))


def _follows(reading: Reading, numbers: set[str], people: set[str]) -> bool:
    """Whether a paper that is nobody's by itself belongs to those it was scanned with."""
    signs = matching.signs_of(reading)
    if signs & numbers:
        return True
    if any(reading.fields.get(name) for name in ("id_number", "uscc")):
        return False
    named = {name for key in matching.PARTY_FIELDS for name in reading.values(key, str)}
    return not named or bool(named & people)


def _ranked(decisions: Sequence[Decision]) -> tuple[Candidate, ...]:
    """Every household that one of the papers points to, once, the likeliest first."""
    best: dict[int, Candidate] = {}
    for decision in decisions:
        for each in matching.candidates_of(decision):
            known = best.get(each.household_id)
            if known is None or each.score > known.score:
                best[each.household_id] = each
    return tuple(sorted(best.values(), key=lambda each: (-each.score, each.household_id)))
