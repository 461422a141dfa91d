"""Whose is a paper that bears a code? The code's household, unless the paper says otherwise.

A code is only as good as the hand that stuck it on: one that is torn, of another office, of a file
that is not here, or against the paper's own numbers files nothing. A person decides then.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from archive import households, matching, schema
from archive.households import NewHousehold
from archive.matching import Arriving, Candidate, Decision, Match, Opens, ReadingsOf, Undecided
from extractors import codes
from extractors.codes import CodeInvalid
from extractors.reading import Reading

# Why a candidate might be meant: its code is on the paper.
CODE = "code"
# Reasons that a code answers.
_ANSWERED = ("type_unknown", "household_unknown", "name_only", "household_ambiguous")


class _Refused(Exception):
    """The codes on a paper cannot be followed; `reason` is a code of archive.reasons."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def decide(
    connection: Connection,
    reading: Reading,
    readings_of: ReadingsOf,
    office: str,
    arriving: Arriving = matching.NOBODY,
) -> Decision:
    """Say whose paper this is, by its codes and by what stands on it, or why that is not sure.

    office  the mark of this office in codes
    """
    found = matching.decide(connection, reading, readings_of, arriving)
    if not reading.codes:
        return found
    try:
        meant = _household(connection, reading, office)
    except _Refused as refused:
        return Undecided(reason=refused.reason, candidates=matching.candidates_of(found))
    return found if meant is None else _agreed(connection, reading, found, meant)


def _household(connection: Connection, reading: Reading, office: str) -> int | None:
    """Return the household that the codes name; None when they name none. Raises _Refused.

    The codes of drafts name none: see `archive.returned`.
    """
    marks = [mark.text for mark in reading.codes if codes.draft_of(mark.text) is None]
    try:
        said = [codes.parse(text) for text in marks]
    except CodeInvalid as cause:
        raise _Refused("code_invalid") from cause
    if any(code.office != office for code in said):
        raise _Refused("code_foreign")
    named = {code.household for code in said if code.household is not None}
    if len(named) > 1:
        raise _Refused("code_conflict")
    meant = next(iter(named), None)
    household = schema.household.c.id
    if meant is not None and connection.scalar(select(household).where(household == meant)) is None:
        raise _Refused("code_unknown")
    return meant


def known(connection: Connection, members: Sequence[NewHousehold]) -> set[int]:
    """Return the households among `members` that have a file, by their borrowers' ID numbers."""
    identities = [each.borrower.identity or "" for each in members]
    return set(households.by_identity(connection, identities).values())


def _agreed(connection: Connection, reading: Reading, found: Decision, meant: int) -> Decision:
    by_code = Candidate(household_id=meant, score=1.0, why=(CODE,))
    others = tuple(each for each in matching.candidates_of(found) if each.household_id != meant)
    against = Undecided(reason="code_conflict", candidates=(by_code, *others))
    match found:
        case Match(household_id=household_id, why=why) if household_id == meant:
            return Match(household_id=meant, why=(CODE, *why))
        case Opens(households=members) if meant in known(connection, members):
            # A joint-guarantee group: his is one of the files it belongs to.
            return found
        case Match() | Opens():
            return against
        case Undecided(reason="needs_review", problems=problems):
            return Undecided(
                reason="needs_review", problems=problems, candidates=(by_code, *others)
            )
        case Undecided(reason=reason) if reason not in _ANSWERED:
            return Undecided(reason=reason, candidates=(by_code, *others))
    # The borrower's own ID number leads to nobody here, or his name to others alone: not his code.
    named = {each.household_id for each in matching.candidates_of(found)}
    is_his = next(reading.values("borrower", str), None) is not None
    if matching.names_a_stranger(reading) or (is_his and named and meant not in named):
        return against
    return Match(household_id=meant, why=(CODE,))
