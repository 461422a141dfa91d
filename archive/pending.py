"""Held papers: safe and visible in pending/, each with its reason, until a person decides.

pending/<id>.pdf          the paper, byte for byte
pending/<id>.txt          why it is held and what to do, for people who look into the folder
pending/.read/<id>.json   what was read of it, so that deciding needs no second reading
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, select

from archive import (
    audit,
    duplicates,
    faults,
    fsio,
    households,
    items,
    learning,
    matching,
    reasons,
    recovery,
    returned,
    scans,
    schema,
)
from archive.clock import Clock, stamp, system_clock
from archive.database import reading as reading_view
from archive.database import writing
from archive.documents import FiledDocument
from archive.filing import Paper, file_papers, file_together
from archive.ids import new_id
from archive.items import Item
from archive.matching import Candidate, Match
from archive.store import ArchiveDamaged
from archive.workspace import Workspace
from extractors import filetype
from extractors.codes import office_mark
from extractors.content import Content
from extractors.content_json import content_from_json, content_to_json
from extractors.draft_numbers import FIELD
from extractors.forms import ALL as FORMS
from extractors.papers import BY_PERSON, SURE, is_sure, pages_text, understand_parts
from extractors.reading import Reading
from extractors.wording import _

# Reasons that another paper's arrival may clear.
CLEARED_BY_OTHERS = ("household_unknown", "household_ambiguous", "name_only")


class DecisionRefused(Exception):
    """A held paper cannot be filed as the person asked."""


def paper_of(item: Item, staged: Path, reading: Reading, content: Content) -> Paper:
    """Return an item's paper ready to be filed from the copy `staged`."""
    assert item.sha256 is not None  # noqa: S101 - set when it was copied
    return Paper(
        staged=staged,
        sha256=item.sha256,
        size_bytes=staged.stat().st_size,
        media_type=content.media_type,
        name=item.display_name,
        name_raw=item.inbox_path,
        reading=reading,
        content=content,
        item_id=item.id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """An item that is to be held. `read` is what was read of it, None when it could not be."""

    item: Item
    reason: str
    problems: Sequence[str] = ()
    read: tuple[Reading, Content] | None = None
    state: str = "held"


def hold(workspace: Workspace, holdings: Sequence[Holding], *, at: str) -> None:
    """Move the items' copies to pending/, each with its reason. The claimed originals stay."""
    if not holdings:
        return
    fsio.make_folder(workspace.pending / ".read")
    files: dict[Path, bytes] = {}
    kept: dict[Path, Path] = {}
    types: dict[str, str] = {}
    for each in holdings:
        item_id = each.item.id
        staged = recovery.items_folder(workspace) / item_id
        types[item_id] = each.read[1].media_type if each.read else filetype.media_type_of(staged)
        kept[staged] = _paper_path(workspace, item_id, types[item_id])
        note, read = _note_path(workspace, item_id), _read_path(workspace, item_id)
        for leftover in (kept[staged], note, read):
            fsio.discard(leftover)
        why = reasons.sentence(each.reason, {"problems": each.problems})
        files[note] = f"{each.item.display_name}\n{why}\n".encode()
        if each.read:
            files[read] = _read_json(*each.read)
    fsio.write_all(files, folders=[workspace.pending / ".read"])
    fsio.place_together(kept)
    faults.point("intake.held")
    with writing(workspace.engine) as connection:
        for each in holdings:
            items.change(
                connection,
                [each.item.id],
                at,
                state=each.state,
                sha256=each.item.sha256,
                reason=each.reason,
                reason_detail={"problems": list(each.problems)},
                media_type=types[each.item.id],
                signs=sorted(matching.signs_of(each.read[0])) if each.read else [],
            )


def _paper_path(workspace: Workspace, item_id: str, media_type: str) -> Path:
    return workspace.pending / f"{item_id}{filetype.SUFFIXES.get(media_type, '.bin')}"


def _note_path(workspace: Workspace, item_id: str) -> Path:
    # Two dots, so that the note of a held .txt file does not take the paper's own name.
    return workspace.pending / f"{item_id}.why.txt"


def _read_path(workspace: Workspace, item_id: str) -> Path:
    return workspace.pending / ".read" / f"{item_id}.json"


def _newer_path(workspace: Workspace, item_id: str) -> Path:
    """Where a decision is written before it takes the place of what was read."""
    return _read_path(workspace, item_id).with_suffix(".new")


def _read_json(reading: Reading, content: Content) -> bytes:
    data = {"reading": reading.to_json(), "content": content_to_json(content)}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def held_paper(workspace: Workspace, item: Item) -> Path:
    """Return the file of a held paper."""
    return _paper_path(workspace, item.id, item.media_type or filetype.UNKNOWN)


def held_reading(workspace: Workspace, item: Item) -> tuple[Reading, Content]:
    """Return what was read of a held paper; an empty reading when it could not be read."""
    try:
        data = json.loads(_read_path(workspace, item.id).read_bytes())
    except FileNotFoundError:
        empty = Reading(doc_type=None, language=None, pages=0, ocr=False)
        return empty, Content((), item.media_type or filetype.UNKNOWN)
    return Reading.from_json(data["reading"]), content_from_json(data["content"])


def by_sha256(connection: Connection, digests: Iterable[str]) -> dict[str, str]:
    """Return ids of held papers by the digest of their bytes."""
    item = schema.intake_item.c
    rows = connection.execute(
        select(item.sha256, item.id).where(
            item.sha256.in_(list(digests)), item.state.in_(items.PENDING)
        )
    )
    return {row.sha256: row.id for row in rows}


def _office(workspace: Workspace) -> str:
    return office_mark(workspace.settings.office.institution_code)


def candidates_now(workspace: Workspace, item: Item) -> tuple[Candidate, ...]:
    """Return the households that a held paper might belong to, by what is filed today."""
    reading, _content = held_reading(workspace, item)
    with reading_view(workspace.engine) as connection:
        readings_of = matching.readings_from(connection, workspace)
        return matching.candidates_of(
            scans.decide(connection, reading, readings_of, _office(workspace))
        )


def now_clear(workspace: Workspace, arrived: set[str]) -> list[tuple[Item, Match]]:
    """Return the held papers whose household has become sure by what was just filed.

    arrived  the signs of the papers that were filed (matching.signs_of): others change nothing
    """
    clear = []
    with reading_view(workspace.engine) as connection:
        readings_of = matching.readings_from(connection, workspace)
        named = items.held_with_signs(connection, arrived, CLEARED_BY_OTHERS)
        for item in items.by_ids(connection, named).values():
            decision = scans.decide(
                connection, held_reading(workspace, item)[0], readings_of, _office(workspace)
            )
            if isinstance(decision, Match):
                clear.append((item, decision))
    return clear


def file_clear(
    workspace: Workspace,
    clear: Sequence[tuple[Item, Match]],
    *,
    actor: str,
    clock: Clock = system_clock,
) -> list[tuple[Item, FiledDocument]]:
    """File held papers whose household is sure, in one go for all; return those that were filed.

    Only for the intake, which holds its lock.
    A paper that was changed since it was held, or whose household's object is damaged, stays held.
    """
    # With the intake's own copies: what a crash leaves there is cleared when it starts again.
    folder = recovery.items_folder(workspace)
    fsio.make_folder(folder)
    copies = {held_paper(workspace, item): folder / new_id() for item, _match in clear}
    copied = fsio.copy_together(copies)
    groups: dict[int | None, list[tuple[Item, Paper]]] = {}
    try:
        for item, match in clear:
            kept = held_paper(workspace, item)
            outcome = copied[kept]
            if isinstance(outcome, Exception) or outcome[0] != item.sha256:
                continue
            reading, content = held_reading(workspace, item)
            paper = paper_of(item, copies[kept], learning.settled(reading), content)
            groups.setdefault(match.household_id, []).append((item, paper))
        outcomes = file_together(
            workspace,
            {whose: [paper for _item, paper in group] for whose, group in groups.items()},
            actor=actor,
            clock=clock,
        )
    finally:
        for staged in copies.values():
            fsio.discard(staged)
    filed: list[tuple[Item, FiledDocument]] = []
    for whose, group in groups.items():
        documents = outcomes[whose]
        if not isinstance(documents, ArchiveDamaged):
            filed += [(item, each) for (item, _), each in zip(group, documents, strict=True)]
            for _item, paper in group:
                learning.confirm(workspace, paper.reading, actor=actor, clock=clock)
    _link_twins(workspace, filed, stamp(clock()), actor)
    for item, _document in filed:
        _forget(workspace, item)
    return filed


def open_for(workspace: Workspace, item: Item, *, actor: str) -> int:
    """Open the household file that a held paper's borrower needs; return its number.

    Raises DecisionRefused when the paper does not name him surely.
    """
    new = matching.new_household(held_reading(workspace, item)[0])
    if not new.borrower.identity or not new.borrower.name:
        raise DecisionRefused(
            _("It does not give the borrower's name and a valid ID number. Correct it first.")
        )
    with writing(workspace.engine) as connection:
        return households.find_or_open(connection, [new], opened_by=f"item:{item.id}", actor=actor)[
            0
        ]


def file_held(
    workspace: Workspace,
    item: Item,
    household_id: int | None,
    *,
    actor: str,
    doc_type: str | None = None,
    part_households: Sequence[int] = (),
    clock: Clock = system_clock,
) -> FiledDocument:
    """File a held paper with a household (None: the department), as a person decided.

    doc_type  overrides the type that was read
    doc_type         also says that a scan with a proposed split is one paper
    part_households  whose each paper of a split scan is, where not all are `household_id`'s
    Raises DecisionRefused when the paper has no type and none is given, and while it is not
    decided where the papers of a scan begin.
    """
    read, content = held_reading(workspace, item)
    if read.parts and doc_type is None:
        if not is_sure(read.parts):
            raise DecisionRefused(
                _("Say first where its papers begin: hudang review split {id}").format(
                    id=item.id[-8:]
                )
            )
        return _file_copy(
            workspace, item, household_id, read, content,
            part_households=part_households, actor=actor, clock=clock,
        )  # fmt: skip
    chosen = doc_type or read.doc_type
    if chosen is None:
        raise DecisionRefused(_("Its type is not known: say which with --type."))
    if chosen not in FORMS:
        raise DecisionRefused(
            _("There is no type {name}. Known: {names}.").format(
                name=chosen, names=", ".join(sorted(FORMS))
            )
        )
    if chosen != read.doc_type or read.parts:
        # Fields read under another form would be guesses under this one.
        number = {FIELD: read.fields[FIELD]} if FIELD in read.fields else {}
        read = Reading(
            doc_type=chosen, language=read.language, pages=read.pages, ocr=read.ocr, fields=number
        )
    return _file_copy(workspace, item, household_id, read, content, actor=actor, clock=clock)


def _file_copy(
    workspace: Workspace,
    item: Item,
    household_id: int | None,
    read: Reading,
    content: Content,
    *,
    actor: str,
    clock: Clock,
    part_households: Sequence[int] = (),
) -> FiledDocument:
    read = learning.settled(read)
    kept = held_paper(workspace, item)
    fsio.make_folder(workspace.staging)
    staged = workspace.staging / f"made-{new_id()}"
    digest, _size = fsio.copy_durably(kept, staged)
    if digest != item.sha256:
        fsio.discard(staged)
        raise DecisionRefused(_("{file} was changed since it was held.").format(file=kept))
    paper = replace(paper_of(item, staged, read, content), part_households=tuple(part_households))
    try:
        document = file_papers(workspace, household_id, [paper], actor=actor, clock=clock)[0]
    finally:
        fsio.discard(staged)
    _link_twins(workspace, [(item, document)], stamp(clock()), actor)
    _forget(workspace, item)
    learning.confirm(workspace, read, actor=actor, clock=clock)
    return document


def _link_twins(
    workspace: Workspace, filed: Sequence[tuple[Item, FiledDocument]], at: str, actor: str
) -> None:
    """Files that arrived as byte-for-byte twins of held papers are duplicates of them now."""
    with writing(workspace.engine) as connection:
        for item, document in filed:
            for twin in items.twins_of(connection, item):
                duplicates.link(
                    connection, twin, document.id, document.household_id, at=at, actor=actor
                )


def _forget(workspace: Workspace, item: Item) -> None:
    """Take a settled paper out of pending/."""
    for path in (
        held_paper(workspace, item),
        _note_path(workspace, item.id),
        _read_path(workspace, item.id),
        _newer_path(workspace, item.id),
    ):
        fsio.discard(path)


def split(
    workspace: Workspace,
    item: Item,
    pages: Sequence[Sequence[int]] | None,
    *,
    actor: str,
    clock: Clock = system_clock,
) -> matching.Decision:
    """Say where the papers of a held scan begin, and return whose they seem to be now.

    pages  page numbers of each paper; one paper of all pages: it is one; None: as proposed
    Raises DecisionRefused when nothing was proposed, or not every page is named once.
    """
    reading, content = held_reading(workspace, item)
    if pages is None:
        if not reading.parts:
            raise DecisionRefused(
                _("No split is proposed for it. Say which pages: --pages 1-3,4,5-8")
            )
        decided = accepted(reading)
    else:
        try:
            decided = understand_parts(content, pages, learning.settings_now(workspace))
        except ValueError as cause:
            raise DecisionRefused(
                _("Each of its {count} pages must be named once: --pages 1-3,4,5-8").format(
                    count=len(content.pages)
                )
            ) from cause
    [decided] = returned.recognised(workspace, [(decided, content)])
    return _restate(workspace, item, decided, action="item.split", actor=actor, clock=clock)


def accepted(reading: Reading) -> Reading:
    """Return a reading whose proposed split a person confirmed."""
    parts = tuple(
        replace(part, confidence=1.0, why=(*part.why, BY_PERSON))
        if part.confidence < SURE or part.reading.doc_type is None
        else part
        for part in reading.parts
    )
    first = parts[0].reading
    return replace(first, pages=reading.pages, copies=(), parts=parts)


def correct(
    workspace: Workspace, item: Item, reading: Reading, *, actor: str, clock: Clock = system_clock
) -> matching.Decision:
    """Replace what was read of a held paper, and return whose it seems to be now.

    Where a corrected value stands is remembered for the next paper of the same printed form.
    """
    before, content = held_reading(workspace, item)
    decision = _restate(workspace, item, reading, action="item.correct", actor=actor, clock=clock)
    learning.learn(workspace, content, before, reading, actor=actor, clock=clock)
    return decision


def _restate(
    workspace: Workspace, item: Item, reading: Reading, *, action: str, actor: str, clock: Clock
) -> matching.Decision:
    _before, content = held_reading(workspace, item)
    path = _read_path(workspace, item.id)
    newer = _newer_path(workspace, item.id)
    fsio.discard(newer)
    fsio.write_durably(newer, _read_json(reading, content))
    faults.point("review.written")
    fsio.replace(newer, path)
    fsio.sync_folder(path.parent)
    faults.point("review.restated")
    with reading_view(workspace.engine) as connection:
        readings_of = matching.readings_from(connection, workspace)
        decision = scans.decide(connection, reading, readings_of, _office(workspace))
    at = stamp(clock())
    with writing(workspace.engine) as connection:
        items.change(connection, [item.id], at, signs=sorted(matching.signs_of(reading)))
        audit.append(
            connection,
            at=at,
            actor=actor,
            action=action,
            object_=f"item:{item.id}",
            detail=_stated(reading),
        )
        undecided = decision if isinstance(decision, matching.Undecided) else None
        items.change(
            connection,
            [item.id],
            at,
            reason=undecided.reason if undecided else "settled",
            reason_detail={"problems": list(undecided.problems) if undecided else []},
        )
    return decision


def _stated(reading: Reading) -> dict[str, object]:
    """What the audit trail says of a decision: names of fields and pages, no values."""
    if reading.parts:
        return {"parts": [pages_text(part.pages) for part in reading.parts]}
    return {"fields": sorted(reading.fields)}


def dismiss(
    workspace: Workspace, item: Item, *, why: str, actor: str, clock: Clock = system_clock
) -> Path:
    """Put a held paper aside as not to be filed; return where it is kept."""
    kept = held_paper(workspace, item)
    aside = workspace.pending / "dismissed"
    fsio.make_folder(aside)
    at = stamp(clock())
    with writing(workspace.engine) as connection:
        items.change(connection, [item.id], at, state="dismissed", reason_detail={"why": why})
        audit.append(
            connection,
            at=at,
            actor=actor,
            action="item.dismiss",
            object_=f"item:{item.id}",
            detail={"why": why},
        )
    fsio.place(kept, aside / kept.name)
    _forget(workspace, item)
    return aside / kept.name
