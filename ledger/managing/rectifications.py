"""限期整改: a notice from its issue to the day it is done, folded from its steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.book import View
from ledger.records import Record

ISSUED, OVERDUE, REPLIED, FAILED, DONE = "issued", "overdue", "replied", "failed", "done"
STATES = {
    ISSUED: {"zh": "待整改", "es": "Pendiente", "en": "Open"},
    OVERDUE: {"zh": "逾期未改", "es": "Vencida", "en": "Overdue"},
    REPLIED: {"zh": "待复查", "es": "Por verificar", "en": "To be checked"},
    FAILED: {"zh": "复查不合格", "es": "No superada", "en": "Failed"},
    DONE: {"zh": "已整改", "es": "Regularizada", "en": "Done"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectification:
    """A notice with its steps, as it stands on a day.

    deadline     as last extended
    replied_on   the last reply; checked_on: the last re-check
    """

    notice: Record
    steps: tuple[Record, ...]
    state: str
    deadline: date
    replied_on: date | None
    checked_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether something is still to be put right."""
        return self.state != DONE


def rectifications(view: View) -> Iterator[Rectification]:
    """Return every notice issued by the day, oldest first, with its state."""
    steps: dict[str | None, list[Record]] = defaultdict(list)
    for step in view.records("rectification_step"):
        steps[step.subject].append(step)
    for notice in view.records("rectification"):
        yield folded(notice, steps.get(notice.subject, []), view.as_of)


def folded(notice: Record, steps: Sequence[Record], day: date) -> Rectification:
    """Return a notice's state on a day from its steps, oldest first.

    A reply does not end it: only a re-check that was passed does. A failed one opens it again, and
    a deadline that passed without a reply, or after a failed check, makes it overdue.
    """
    deadline = notice.day("deadline") or notice.effective_on
    state, replied, checked = ISSUED, None, None
    for step in steps:
        kind = step.values.get("step")
        if kind == "extended":
            deadline = step.day("new_deadline") or deadline
        elif kind == "replied":
            replied, state = step.effective_on, REPLIED
        elif kind in ("passed", "failed"):
            checked, state = step.effective_on, DONE if kind == "passed" else FAILED
            deadline = step.day("new_deadline") or deadline
    if state in (ISSUED, FAILED) and day > deadline:
        state = OVERDUE
    return Rectification(
        notice=notice,
        steps=tuple(steps),
        state=state,
        deadline=deadline,
        replied_on=replied,
        checked_on=checked,
    )
