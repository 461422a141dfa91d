"""Holds: while one stands, nothing of a household's file is destroyed. Folded from events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.events import FileEvent, NewEvent
from archive.separation import named, require_other
from extractors.wording import N_, _

PLACED, ASKED, RELEASED = "hold.placed", "hold.release_asked", "hold.released"
KINDS = (PLACED, ASKED, RELEASED)
# Why a file may be held.
REASONS = {
    "litigation": N_("litigation"),
    "recourse": N_("claim kept after write-off"),
    "audit": N_("audit"),
    "dispute": N_("dispute"),
}


class UnknownHold(Exception):
    """No hold of that number stands."""

    def __init__(self, wanted: str) -> None:
        super().__init__(
            _("No hold {wanted} stands. See the list: hudang hold list").format(wanted=wanted)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One hold; it ends when two people have said so.

    id            of the event that placed it, its last eight characters
    kind          a key of REASONS
    asked_by      the first name under its release; the hold still stands
    """

    id: str
    household_id: int
    kind: str
    reason: str
    placed_by: str
    placed_at: str
    asked_by: str | None = None
    asked_why: str | None = None
    released_by: str | None = None
    released_at: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it still blocks."""
        return self.released_by is None


def fold(events: Iterable[FileEvent]) -> dict[str, Hold]:
    """Return every hold by its id, in the order placed; events of other kinds are passed over."""
    holds: dict[str, Hold] = {}
    for each in events:
        if each.kind == PLACED and each.household_id is not None:
            hold = Hold(
                id=each.id[-8:],
                household_id=each.household_id,
                kind=each.detail["reason"],
                reason=each.detail["why"],
                placed_by=each.detail["by"],
                placed_at=each.at,
            )
            holds[hold.id] = hold
        elif each.kind in (ASKED, RELEASED) and each.detail["hold"] in holds:
            hold = holds[each.detail["hold"]]
            if each.kind == ASKED:
                ended = replace(hold, asked_by=each.detail["by"], asked_why=each.detail["why"])
            else:
                ended = replace(hold, released_by=each.detail["by"], released_at=each.at)
            holds[hold.id] = ended
    return holds


def standing(events: Iterable[FileEvent]) -> list[Hold]:
    """Return the holds that block, in the order placed."""
    return [hold for hold in fold(events).values() if hold.stands]


def placing(household_id: int, kind: str, why: str, by: str) -> NewEvent:
    """Return the event that places a hold. Raises ValueError for a reason nobody declared."""
    if kind not in REASONS:
        raise ValueError(f"not a reason to hold a file: {kind}")
    return NewEvent(
        kind=PLACED,
        household_id=household_id,
        detail={"reason": kind, "why": why, "by": named(by, "proposer")},
    )


def releasing(hold: Hold, by: str, why: str | None) -> NewEvent:
    """Return the event of one more name under a hold's release: the second one ends it.

    Raises UnknownHold for one that ended, DutiesNotSeparated when one person gives both names,
    ReasonMissing when the first gives no reason.
    """
    if not hold.stands:
        raise UnknownHold(hold.id)
    if hold.asked_by is None:
        if not (why or "").strip():
            raise ReasonMissing(_("Say why the hold may end: --why"))
        detail = {"hold": hold.id, "by": named(by, "proposer"), "why": why}
        return NewEvent(kind=ASKED, household_id=hold.household_id, detail=detail)
    second = require_other(by, "second", {"proposer": hold.asked_by})
    return NewEvent(
        kind=RELEASED, household_id=hold.household_id, detail={"hold": hold.id, "by": second}
    )


class ReasonMissing(Exception):
    """An act that needs a reason was tried without one."""
