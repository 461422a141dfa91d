"""Lending papers out and taking them back: what is allowed, then noted as events.

Each act checks and notes in one write transaction, so that two clerks cannot lend one paper twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection

from archive import audit, borrowing, documents, events, households, tombstones, versions
from archive.borrowing import Slip
from archive.clock import Clock, stamp, system_clock
from archive.database import writing
from archive.disposal import erasing
from archive.documents import FiledDocument
from archive.events import NewEvent
from archive.separation import named, require_other
from archive.workspace import Workspace
from extractors.wording import _

# Category of original certificates (权证), which lie in the vault.
ORIGINALS = 1


class LendingRefused(Exception):
    """A paper cannot be lent, renewed or taken back as asked."""


class UnknownSlip(Exception):
    """No slip has that number."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _("There is no slip {wanted}. See the list: hudang borrow list").format(wanted=wanted)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a reader asks for.

    papers  document ids; empty: the whole file
    due_on  None: by the periods of hudang.toml
    by      who enters it and, where no approval is needed, hands out
    """

    household_id: int
    papers: Sequence[str] = ()
    reader: str
    reader_unit: str = ""
    purpose: str
    way: str = "on_spot"
    due_on: date | None = None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """How one paper came back: pages as counted, None where they were not."""

    pages: int | None = None
    condition: str = "good"
    note: str = ""


def slips(connection: Connection) -> dict[str, Slip]:
    """Return every slip by its number."""
    return borrowing.fold(events.of_kinds(connection, borrowing.SLIP_KINDS))


def slip(connection: Connection, number: str) -> Slip:
    """Return one slip. Raises UnknownSlip."""
    found = slips(connection).get(number.strip().upper())
    if found is None:
        raise UnknownSlip(number)
    return found


def lend(
    workspace: Workspace,
    request: Request,
    *,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Slip:
    """Write a slip; hand the papers out at once unless it must be approved first.

    Raises LendingRefused, DutiesNotSeparated, UnknownHousehold, UnknownDocument.
    """
    by, reader = named(request.by, "keeper"), named(request.reader, "reader")
    if request.way not in borrowing.WAYS:
        raise ValueError(f"not a way to lend: {request.way}")
    if not request.purpose.strip():
        raise LendingRefused(_("Say what the papers are needed for: --purpose"))
    with writing(workspace.engine) as connection:
        known = events.of_kinds(connection, borrowing.SLIP_KINDS)
        papers = _papers(connection, request)
        _refuse_what_is_out(borrowing.fold(known), papers, request.way)
        originals = [
            each.id for each in papers if each.category == ORIGINALS and request.way != "copy"
        ]
        if originals:
            require_other(by, "keeper", {"reader": reader})
        asked = NewEvent(
            kind=borrowing.ASKED,
            household_id=request.household_id,
            effective_on=today,
            detail={
                "slip": borrowing.number_after(known, today.year),
                "reader": reader,
                "unit": request.reader_unit.strip(),
                "purpose": request.purpose.strip(),
                "way": request.way,
                "papers": [each.id for each in papers],
                "originals": originals,
                "whole_file": not request.papers,
                "due_on": _due_text(workspace, request, bool(originals), today),
                "by": by,
            },
        )
        number = str(asked.detail["slip"])
        noted = [asked] if originals else [asked, _out(request.household_id, number, by, today)]
        _note(connection, noted, number, clock, actor)
        made = slip(connection, number)
    versions.keep(workspace, clock=clock)
    return made


def _papers(connection: Connection, request: Request) -> list[FiledDocument]:
    """The papers asked for; a scan that holds several is lent as the papers it holds."""
    households.household(connection, request.household_id)
    going = erasing.under_way(connection)
    filed = documents.documents_of(connection, request.household_id)
    scans = {each.part_of for each in filed}
    lendable = {each.id: each for each in filed if each.id not in scans | going}
    if not request.papers:
        if not lendable:
            raise LendingRefused(
                _("Household {number} has no papers on file, so there is nothing to lend.").format(
                    number=f"{request.household_id:06d}"
                )
            )
        return list(lendable.values())
    for each in request.papers:
        if each not in lendable:
            raise _why_not(connection, each)
    return [lendable[each] for each in dict.fromkeys(request.papers)]


def _why_not(connection: Connection, document_id: str) -> Exception:
    stone = tombstones.by_id(connection, document_id)
    if stone is None:
        return documents.UnknownDocument(document_id)
    return LendingRefused(
        _("{paper} was destroyed by list {list}.").format(
            paper=stone.archive_number, list=stone.list_no
        )
    )


def _refuse_what_is_out(
    known: Mapping[str, Slip], papers: Sequence[FiledDocument], way: str
) -> None:
    if way == "copy":
        return
    out = borrowing.out_now(known.values())
    promised = {
        paper: each
        for each in known.values()
        if each.state in ("asked", "approved")
        for paper in each.papers
    }
    for each in papers:
        held = out.get(each.id) or promised.get(each.id)
        if held:
            place = f"{held.household_id:06d}/{each.item_no}"
            message = (
                _("{paper} is out on slip {slip} with {reader} until {day}.")
                if each.id in out
                else _("{paper} is asked for on slip {slip} by {reader}; settle that first.")
            )
            raise LendingRefused(
                message.format(paper=place, slip=held.number, reader=held.reader, day=held.due_on)
            )


def _due_text(workspace: Workspace, request: Request, originals: bool, today: date) -> str | None:
    if request.way == "copy":
        return None
    custody = workspace.settings.custody
    days = custody.original_days if originals else custody.taken_days
    usual = today + timedelta(days=days if request.way == "taken" else 0)
    due = request.due_on or usual
    if due < today:
        raise LendingRefused(_("{day} is past: give a day to come.").format(day=due))
    return due.isoformat()


def _out(household_id: int, number: str, by: str, today: date) -> NewEvent:
    return NewEvent(
        kind=borrowing.OUT,
        household_id=household_id,
        effective_on=today,
        detail={"slip": number, "by": by},
    )


def _note(
    connection: Connection, new: Sequence[NewEvent], number: str, clock: Clock, actor: str
) -> None:
    at = stamp(clock())
    events.note(connection, new, at=at, actor=actor)
    for each in new:
        audit.append(
            connection,
            at=at,
            actor=actor,
            action=each.kind,
            object_=f"household:{each.household_id}",
            detail={"slip": number},
        )


def _act(
    workspace: Workspace,
    number: str,
    event_of: Callable[[Slip], NewEvent],
    *,
    clock: Clock,
    actor: str,
) -> Slip:
    """Note what `event_of` makes of the slip as it stands now, and return it as it is then."""
    with writing(workspace.engine) as connection:
        found = slip(connection, number)
        _note(connection, [event_of(found)], found.number, clock, actor)
        after = slip(connection, found.number)
    versions.keep(workspace, clock=clock)
    return after


def approve(
    workspace: Workspace,
    number: str,
    *,
    by: str,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Slip:
    """Approve a slip with original certificates: neither who reads them nor who entered it may.

    Raises UnknownSlip, LendingRefused, DutiesNotSeparated.
    """

    def event(found: Slip) -> NewEvent:
        _expect(found, ("asked",))
        approver = require_other(by, "approver", {"reader": found.reader, "keeper": found.asked_by})
        return _of(found, borrowing.APPROVED, today, by=approver)

    return _act(workspace, number, event, clock=clock, actor=actor)


def refuse(
    workspace: Workspace,
    number: str,
    *,
    by: str,
    why: str,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Slip:
    """Refuse or withdraw a slip of which nothing has been handed out yet."""

    def event(found: Slip) -> NewEvent:
        _expect(found, ("asked", "approved"))
        if not why.strip():
            raise LendingRefused(_("Say why it is refused: --why"))
        return _of(found, borrowing.REFUSED, today, by=named(by, "approver"), why=why.strip())

    return _act(workspace, number, event, clock=clock, actor=actor)


def hand_out(
    workspace: Workspace,
    number: str,
    *,
    by: str,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Slip:
    """Hand out what an approved slip names; who approved it, or reads it, may not."""

    def event(found: Slip) -> NewEvent:
        if found.state == "asked":
            raise LendingRefused(
                _(
                    "Slip {slip} has original certificates: it must be approved first. "
                    "hudang borrow approve {slip}"
                ).format(slip=found.number)
            )
        _expect(found, ("approved",))
        keeper = require_other(
            by, "keeper", {"reader": found.reader, "approver": found.approved_by}
        )
        return _of(found, borrowing.OUT, today, by=keeper)

    return _act(workspace, number, event, clock=clock, actor=actor)


def renew(
    workspace: Workspace,
    number: str,
    *,
    until: date,
    by: str,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Slip:
    """Give a slip a later day, as often as hudang.toml allows and before it is late."""

    def event(found: Slip) -> NewEvent:
        _expect(found, ("out", "partly_back"))
        if found.days_overdue(today):
            raise LendingRefused(
                _("Slip {slip} is late: it is brought back, not renewed.").format(slip=found.number)
            )
        if len(found.renewals) >= workspace.settings.custody.renewals:
            raise LendingRefused(
                _(
                    "Slip {slip} was renewed {n} times already, which is all that is allowed."
                ).format(slip=found.number, n=len(found.renewals))
            )
        if found.due_on is None or until <= found.due_on:
            raise LendingRefused(
                _("It is due on {day} already: give a later day.").format(day=found.due_on)
            )
        renewer = named(by, "keeper")
        if set(found.originals) & set(found.outstanding):
            renewer = require_other(by, "approver", {"reader": found.reader})
        return _of(found, borrowing.RENEWED, today, by=renewer, due_on=until.isoformat())

    return _act(workspace, number, event, clock=clock, actor=actor)


def take_back(
    workspace: Workspace,
    number: str,
    came: Mapping[str, CameBack] | CameBack,
    *,
    by: str,
    today: date,
    actor: str,
    clock: Clock = system_clock,
) -> Slip:
    """Take back some papers of a slip, or all that is out, and how they came.

    came  by document id; one for all: everything that is still out came so
    Raises UnknownSlip, LendingRefused, DutiesNotSeparated.
    """

    def event(found: Slip) -> NewEvent:
        if not found.outstanding:
            raise LendingRefused(_("Nothing of slip {slip} is out.").format(slip=found.number))
        how = dict.fromkeys(found.outstanding, came) if isinstance(came, CameBack) else came
        foreign = [each for each in how if each not in found.outstanding]
        if foreign or not how:
            raise LendingRefused(
                _("That paper is not out on slip {slip}.").format(slip=found.number)
            )
        papers = {
            paper: {"pages": one.pages, "condition": one.condition, "note": one.note.strip()}
            for paper, one in how.items()
        }
        # Who brings a paper back does not sign for having received it.
        receiver = require_other(by, "keeper", {"reader": found.reader})
        return _of(found, borrowing.BACK, today, by=receiver, papers=papers)

    return _act(workspace, number, event, clock=clock, actor=actor)


def note_use(
    workspace: Workspace,
    document_id: str,
    kind: str,
    *,
    reader: str,
    purpose: str,
    copies: int | None = None,
    actor: str,
    clock: Clock = system_clock,
) -> None:
    """Note that a paper was looked at, printed, or that marked copies of it were handed over.

    kind  one of borrowing.USE_KINDS
    """
    with writing(workspace.engine) as connection:
        filed = documents.document(connection, document_id)
        detail = {"reader": named(reader, "reader"), "purpose": purpose.strip()}
        new = NewEvent(
            kind=kind,
            household_id=filed.household_id,
            document_id=document_id,
            detail=detail | ({"copies": copies} if copies else {}),
        )
        at = stamp(clock())
        events.note(connection, [new], at=at, actor=actor)
        audit.append(connection, at=at, actor=actor, action=kind, object_=f"document:{document_id}")


def _expect(found: Slip, states: Sequence[str]) -> None:
    words = {
        "asked": _("waits for approval"),
        "approved": _("is approved"),
        "refused": _("was refused"),
        "out": _("is out"),
        "partly_back": _("is partly back"),
        "back": _("is back"),
    }
    if found.state not in states:
        raise LendingRefused(
            _("Slip {slip} {state}: that cannot be done with it now.").format(
                slip=found.number, state=words[found.state]
            )
        )


def _of(found: Slip, kind: str, today: date, **detail: object) -> NewEvent:
    return NewEvent(
        kind=kind,
        household_id=found.household_id,
        effective_on=today,
        detail={"slip": found.number} | detail,
    )
