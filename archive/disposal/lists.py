"""Destruction lists (销毁清册), folded from the department's events. Pure.

A list is proposed, approved by people who did not propose it, and carried out under the eyes of
two supervisors; or it is rejected. One paper filed in error goes by a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from archive.events import FileEvent, NewEvent
from archive.retention.holds import ReasonMissing
from archive.separation import named, require_other, same_person
from extractors.wording import _

PROPOSED = "disposal.proposed"
APPROVED = "disposal.approved"
REJECTED = "disposal.rejected"
CARRIED_OUT = "disposal.carried_out"
KINDS = (PROPOSED, APPROVED, REJECTED, CARRIED_OUT)

# Kinds of lists, and how many people must approve each besides the one who proposed it.
APPROVALS = {"retention": 2, "error": 1}
SUPERVISORS = 2


class UnknownList(Exception):
    """No destruction list has that number."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _("There is no destruction list {wanted}. See the lists: hudang disposal list").format(
                wanted=wanted
            )
        )


class ListNotReady(Exception):
    """A list was approved, rejected or carried out out of turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionList:
    """One list.

    papers      household -> document ids, as proposed
    approvals   (name, time), in order
    erased      tombstones' ids, once it was carried out
    """

    number: str
    kind: str
    papers: Mapping[int, tuple[str, ...]]
    reason: str
    proposed_by: str
    proposed_at: str
    approvals: tuple[tuple[str, str], ...] = ()
    rejected_by: str | None = None
    rejected_why: str | None = None
    carried_out_by: str | None = None
    carried_out_at: str | None = None
    supervisors: tuple[str, ...] = ()

    @property
    def state(self) -> str:
        """proposed, approved, rejected or carried_out."""
        if self.carried_out_by is not None:
            return "carried_out"
        if self.rejected_by is not None:
            return "rejected"
        return "approved" if self.missing_approvals == 0 else "proposed"

    @property
    def missing_approvals(self) -> int:
        """How many people must still approve it."""
        return max(APPROVALS[self.kind] - len(self.approvals), 0)

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids of all papers on it."""
        return tuple(paper for papers in self.papers.values() for paper in papers)


def fold(events: Iterable[FileEvent]) -> dict[str, DestructionList]:
    """Return every list by its number, in the order proposed.

    Events of other kinds, and of lists that nobody proposed, are passed over.
    """
    lists: dict[str, DestructionList] = {}
    for each in events:
        said = each.detail
        if each.kind == PROPOSED:
            lists[said["list"]] = DestructionList(
                number=said["list"],
                kind=said["kind"],
                papers={int(number): tuple(ids) for number, ids in said["papers"].items()},
                reason=said["reason"],
                proposed_by=said["by"],
                proposed_at=each.at,
            )
        elif each.kind in KINDS and said["list"] in lists:
            lists[said["list"]] = _after(lists[said["list"]], each)
    return lists


def _after(found: DestructionList, event: FileEvent) -> DestructionList:
    by = event.detail["by"]
    match event.kind:
        case "disposal.approved":
            # A name counts once, whatever the events say.
            if any(same_person(by, name) for name, _at in found.approvals):
                return found
            return replace(found, approvals=(*found.approvals, (by, event.at)))
        case "disposal.rejected":
            return replace(found, rejected_by=by, rejected_why=event.detail["why"])
        case _:
            return replace(
                found,
                carried_out_by=by,
                carried_out_at=event.at,
                supervisors=tuple(event.detail["supervisors"]),
            )


def number_after(events: Iterable[FileEvent], year: int) -> str:
    """Return the number of the next list of a year: XH-2026-0001 and so on (XH: 销毁)."""
    start = f"XH-{year}-"
    used = [
        int(each.detail["list"].removeprefix(start))
        for each in events
        if each.kind == PROPOSED and each.detail["list"].startswith(start)
    ]
    return f"{start}{max(used, default=0) + 1:04d}"


def proposing(
    number: str, kind: str, papers: Mapping[int, Iterable[str]], reason: str, by: str
) -> NewEvent:
    """Return the event that proposes a list. Raises ReasonMissing, DutiesNotSeparated."""
    if kind not in APPROVALS:
        raise ValueError(f"not a kind of destruction list: {kind}")
    if not reason.strip():
        raise ReasonMissing(_("Say why these papers are to go: --reason"))
    return NewEvent(
        kind=PROPOSED,
        detail={
            "list": number,
            "kind": kind,
            "papers": {str(household): list(ids) for household, ids in papers.items()},
            "reason": reason.strip(),
            "by": named(by, "proposer"),
        },
    )


def approving(found: DestructionList, by: str) -> NewEvent:
    """Return the event of one more approval. Raises ListNotReady, DutiesNotSeparated."""
    _expect(found, ("proposed",))
    approver = require_other(by, "approver", {"proposer": found.proposed_by})
    for name, _at in found.approvals:
        require_other(by, "second", {"approver": name})
    return NewEvent(kind=APPROVED, detail={"list": found.number, "by": approver})


def rejecting(found: DestructionList, by: str, why: str) -> NewEvent:
    """Return the event that rejects or withdraws a list. Raises ListNotReady, ReasonMissing."""
    _expect(found, ("proposed", "approved"))
    if not why.strip():
        raise ReasonMissing(_("Say why the list is rejected: --why"))
    return NewEvent(
        kind=REJECTED,
        detail={"list": found.number, "by": named(by, "approver"), "why": why.strip()},
    )


def carrying_out(found: DestructionList, by: str, supervisors: Iterable[str]) -> NewEvent:
    """Return the event that a list was carried out: by one, before two others.

    Raises ListNotReady, DutiesNotSeparated.
    """
    _expect(found, ("approved",))
    destroyer = named(by, "destroyer")
    seen: list[str] = []
    for each in supervisors:
        name = require_other(each, "supervisor", {"destroyer": destroyer})
        for other in seen:
            require_other(name, "supervisor", {"second": other})
        seen.append(name)
    if len(seen) != SUPERVISORS:
        raise ListNotReady(
            _("Two supervisors must watch the destruction: give --supervisor twice.")
        )
    return NewEvent(
        kind=CARRIED_OUT,
        detail={"list": found.number, "by": destroyer, "supervisors": seen},
    )


def _expect(found: DestructionList, states: tuple[str, ...]) -> None:
    words = {
        "proposed": _("is not approved yet ({n} approvals missing)").format(
            n=found.missing_approvals
        ),
        "approved": _("is approved already"),
        "rejected": _("was rejected"),
        "carried_out": _("was carried out"),
    }
    if found.state not in states:
        raise ListNotReady(
            _("Destruction list {list} {state}.").format(
                list=found.number, state=words[found.state]
            )
        )
