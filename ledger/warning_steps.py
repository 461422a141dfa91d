"""How far a risk warning has come: folded from the steps that were recorded, never kept itself.

raised → opinion of the customer department → head in charge → head of the office → measures →
released. A step that is returned sends the warning back to where it was raised.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from extractors.wording import _

if TYPE_CHECKING:
    from ledger.records import Record

# In order; measures may be recorded again and again.
ORDER = ("opinion", "deputy", "head", "measure", "release")
RAISED, RELEASED = "raised", "release"
# Steps by which somebody answers for what somebody else did.
_APPROVALS = ("opinion", "deputy", "head", "release")
# Those that need three different people; the head may release it, too.
_SIGNED_ONCE = _APPROVALS[:3]


@dataclass(frozen=True, slots=True)
class Step:
    """One step as it was recorded."""

    step: str
    on: date
    by: str
    returned: bool
    fact: str

    @classmethod
    def of(cls, record: Record) -> Step:
        """Return a recorded fact as a step."""
        return cls(
            str(record.values["step"]),
            record.effective_on,
            str(record.values["by"]),
            record.values.get("decision") == "returned",
            record.fact,
        )


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a warning stands.

    state    "raised", or the last step of ORDER that was agreed
    since    the day of that step; None while it is only raised
    signers  who signed each approval since it was raised (or returned)
    """

    raised_by: str
    state: str = RAISED
    since: date | None = None
    signers: tuple[tuple[str, str], ...] = ()

    @property
    def next_step(self) -> str | None:
        """The step that is wanted now; None when the warning is released."""
        if self.state == RELEASED:
            return None
        return ORDER[0] if self.state == RAISED else ORDER[ORDER.index(self.state) + 1]


def fold(raised_by: str, steps: Iterable[Step]) -> Stage:
    """Return where a warning stands after its steps, oldest first.

    A step out of turn, or signed by one who may not, moves nothing (a workbook may state any).
    """
    stage = Stage(raised_by)
    for step in steps:
        if wrong_with(stage, step.step, step.by):
            continue
        if step.returned:
            stage = Stage(raised_by)
            continue
        signed = (*stage.signers, (step.step, step.by))
        stage = replace(stage, state=step.step, since=step.on, signers=signed)
    return stage


def wrong_with(stage: Stage, step: str, by: str) -> str | None:
    """Return why a step cannot be taken now by that person; None: it can."""
    if stage.state == RELEASED:
        return _("the warning was released: what is new needs one of its own")
    again = step == "measure" and stage.state == "measure"
    if step != stage.next_step and not again:
        return _("{step} has to wait; the warning now needs: {wanted}").format(
            step=worded(step), wanted=worded(str(stage.next_step))
        )
    if step in _APPROVALS and by == stage.raised_by:
        return _("nobody approves a warning that he raised himself")
    signed = {who for what, who in stage.signers if what in _SIGNED_ONCE}
    if step in _SIGNED_ONCE and by in signed:
        return _("one person cannot sign two approvals of a warning")
    return None


def worded(step: str) -> str:
    """Return what a step is called in a message."""
    return {
        "opinion": _("opinion of the customer department"),
        "deputy": _("approval of the head in charge"),
        "head": _("approval of the head of the office"),
        "measure": _("measures"),
        "release": _("release"),
    }[step]
