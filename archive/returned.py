"""Signed copies of drafts that came back: known by the draft's number, filed beside the draft.

The draft says what the paper is and whose. Only a borrower's own ID number of somebody else, or a
household file that the paper surely belongs to, speaks against it; then a person decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from archive import coded, differing, drafts, matching
from archive.database import reading as reading_view
from archive.matching import Candidate, Decision, Match, OfDepartment, Opens, Undecided
from archive.workspace import Workspace
from extractors import codes, draft_numbers
from extractors.content import Content, Page
from extractors.draft_numbers import FIELD, DraftNumber
from extractors.papers import is_sure
from extractors.reading import FieldValue, Part, Reading

# Why a household is meant: the paper is the signed copy of a draft of his.
DRAFT = "draft"


def recognised(workspace: Workspace, read: Sequence[tuple[Reading, Content]]) -> list[Reading]:
    """Return readings, those of signed copies with the draft's number and as of the draft's type.

    A number that no draft here has stands in the reading too: the paper is then held.
    """
    numbers = [_numbers_of(reading, content) for reading, content in read]
    if not any(number for found in numbers for number in found):
        return [reading for reading, _content in read]
    drafts.catch_up(workspace)
    return [
        _recognised(workspace, reading, content, found)
        for (reading, content), found in zip(read, numbers, strict=True)
    ]


def _recognised(
    workspace: Workspace,
    reading: Reading,
    content: Content,
    numbers: Sequence[DraftNumber | None],
) -> Reading:
    if not reading.parts:
        return _signed(workspace, reading, content.pages, numbers[0])
    parts = tuple(
        replace(part, reading=_signed(workspace, part.reading, _pages(content, part), number))
        for part, number in zip(reading.parts, numbers, strict=True)
    )
    if not is_sure(parts):
        return replace(reading, parts=parts)
    first = parts[0].reading
    return replace(first, pages=reading.pages, copies=(), codes=reading.codes, parts=parts)


def _numbers_of(reading: Reading, content: Content) -> list[DraftNumber | None]:
    """Return the number that a paper, or each paper of a scan, bears."""
    if not reading.parts:
        return [_number_of(reading, content.pages)]
    return [_number_of(part.reading, _pages(content, part)) for part in reading.parts]


def _pages(content: Content, part: Part) -> list[Page]:
    return [page for page in content.pages if page.number in part.pages]


def _number_of(reading: Reading, pages: Sequence[Page]) -> DraftNumber | None:
    for mark in reading.codes:
        number = codes.draft_of(mark.text)
        if number is not None:
            return DraftNumber(number, mark.page, by_code=True)
    return draft_numbers.on_pages(pages)


def _signed(
    workspace: Workspace, reading: Reading, pages: Sequence[Page], found: DraftNumber | None
) -> Reading:
    if found is None:
        return reading
    with reading_view(workspace.engine) as connection:
        draft = drafts.meant(connection, found.number, by_code=found.by_code)
    number = FieldValue(
        value=draft.number if draft else found.number,
        text=found.number,
        page=found.page,
        box=found.box,
        confidence=1.0 if found.by_code else 0.9,
        rule="code" if found.by_code else "printed",
    )
    if draft and reading.doc_type != draft.signed_type:
        # Fields read under another form would be guesses under this one.
        reading = replace(reading, doc_type=draft.signed_type, evidence=(), fields={}, problems=())
    differ = differing.found_on(workspace, draft, pages) if draft else []
    if draft and differ:
        problem = differing.problem(draft, differ)
        reading = replace(reading, problems=(*reading.problems, problem))
    return replace(reading, fields={**reading.fields, FIELD: (number,)})


def decide(connection: Connection, reading: Reading, found: Decision) -> Decision:
    """Say whose a signed copy is, by its draft and what else stands on it.

    found  what is decided without the draft
    """
    number = reading.value(FIELD, str)
    draft = drafts.of_number(connection, number) if number else None
    if draft is None:
        return Undecided(reason="draft_unknown", candidates=matching.candidates_of(found))
    if draft.household_id is None:
        return OfDepartment(why=(DRAFT,))
    return _agreed(connection, reading, found, draft.household_id)


def _agreed(connection: Connection, reading: Reading, found: Decision, meant: int) -> Decision:
    others = tuple(each for each in matching.candidates_of(found) if each.household_id != meant)
    by_draft = Candidate(household_id=meant, score=1.0, why=(DRAFT,))
    against = Undecided(reason="draft_conflict", candidates=(by_draft, *others))
    match found:
        case Match(household_id=household_id, why=why) if household_id == meant:
            return Match(household_id=meant, why=(DRAFT, *why))
        case Opens(households=members) if meant in coded.known(connection, members):
            return Match(household_id=meant, why=(DRAFT,))
        case Undecided(candidates=candidates):
            by_identity = {each.household_id for each in candidates if "id_number" in each.why}
            stranger = not by_identity and matching.names_a_stranger(reading)
            if stranger or (by_identity and meant not in by_identity):
                return against
            # What else is doubtful was printed here, or written by hand: it is said, not asked.
            return Match(household_id=meant, why=(DRAFT,))
    return against
