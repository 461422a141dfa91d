"""Borrowing (调阅): who has which papers of a file, folded from its events. Pure.

A slip (调阅单) is asked for, approved where an original certificate leaves the vault, handed out,
perhaps renewed, and comes back, all at once or paper by paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from archive.events import FileEvent

ASKED = "borrow.asked"
APPROVED = "borrow.approved"
REFUSED = "borrow.refused"
OUT = "borrow.out"
RENEWED = "borrow.renewed"
BACK = "borrow.back"
# Every look at a paper and every copy taken of it, with or without a slip.
VIEWED, COPIED, PRINTED = "paper.viewed", "paper.copied", "paper.printed"
SLIP_KINDS = (ASKED, APPROVED, REFUSED, OUT, RENEWED, BACK)
USE_KINDS = (VIEWED, COPIED, PRINTED)

# read at the counter, taken away, or a marked copy handed over
WAYS = ("on_spot", "taken", "copy")
CONDITIONS = ("good", "damaged", "incomplete")

# Days overdue from which on a step is next; the last that fits counts.
NEXT_STEPS = ((1, "remind"), (4, "tell_unit"), (11, "report"))
# An original certificate that is late is reported the first day.
NEXT_STEP_OF_ORIGINALS = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """One paper that came back: `pages` as counted, `condition` of CONDITIONS."""

    on: date
    received_by: str
    pages: int | None = None
    condition: str = "good"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One borrowing.

    papers     document ids, as asked for
    originals  those of them that are original certificates and leave the vault
    whole_file every paper of the file was asked for
    due_on     day by which it must be back; None for copies, which stay with the reader
    renewals   (new due day, by whom), in order
    """

    number: str
    household_id: int
    reader: str
    reader_unit: str
    purpose: str
    way: str
    papers: tuple[str, ...]
    originals: tuple[str, ...]
    whole_file: bool
    asked_on: date
    asked_by: str
    due_on: date | None
    approved_by: str | None = None
    approved_on: date | None = None
    refused_by: str | None = None
    refused_why: str | None = None
    handed_by: str | None = None
    out_on: date | None = None
    renewals: tuple[tuple[date, str], ...] = ()
    returned: Mapping[str, Returned] = field(default_factory=dict)

    @property
    def needs_approval(self) -> bool:
        """Whether a responsible leader must approve it before anything leaves."""
        return bool(self.originals)

    @property
    def outstanding(self) -> tuple[str, ...]:
        """Papers that are with the reader; copies are his to keep."""
        if self.out_on is None or self.way == "copy":
            return ()
        return tuple(paper for paper in self.papers if paper not in self.returned)

    @property
    def state(self) -> str:
        """asked, approved, refused, out, partly_back or back."""
        if self.refused_by is not None:
            return "refused"
        if self.out_on is None:
            return "approved" if self.approved_by or not self.needs_approval else "asked"
        if not self.outstanding:
            return "back"
        return "partly_back" if self.returned else "out"

    @property
    def back_on(self) -> date | None:
        """The day on which the last of it came back; None while anything is out."""
        if self.outstanding or not self.returned:
            return None
        return max(each.on for each in self.returned.values())

    def days_overdue(self, today: date) -> int:
        """Full days since it should have been back; 0 when it is not late."""
        if not self.outstanding or self.due_on is None:
            return 0
        return max((today - self.due_on).days, 0)

    def next_step(self, today: date) -> str | None:
        """What the archivist does about a late return: a code of NEXT_STEPS; None if not late."""
        late = self.days_overdue(today)
        if not late:
            return None
        if set(self.originals) & set(self.outstanding):
            return NEXT_STEP_OF_ORIGINALS
        return [code for days, code in NEXT_STEPS if days <= late][-1]


def fold(events: Iterable[FileEvent]) -> dict[str, Slip]:
    """Return every slip by its number, in the order asked for.

    Events of other kinds, and of slips that nobody asked for, are passed over.
    """
    slips: dict[str, Slip] = {}
    for each in events:
        if each.kind == ASKED:
            slip = _asked(each)
            slips[slip.number] = slip
        elif each.kind in SLIP_KINDS and each.detail["slip"] in slips:
            number = each.detail["slip"]
            slips[number] = _after(slips[number], each)
    return slips


def _asked(event: FileEvent) -> Slip:
    said = event.detail
    if event.household_id is None:
        raise ValueError(f"event {event.id}: a slip without a household")
    return Slip(
        number=said["slip"],
        household_id=event.household_id,
        reader=said["reader"],
        reader_unit=said["unit"],
        purpose=said["purpose"],
        way=said["way"],
        papers=tuple(said["papers"]),
        originals=tuple(said["originals"]),
        whole_file=said["whole_file"],
        asked_on=_day(event),
        asked_by=said["by"],
        due_on=date.fromisoformat(said["due_on"]) if said["due_on"] else None,
    )


def _after(slip: Slip, event: FileEvent) -> Slip:
    said = event.detail
    match event.kind:
        case "borrow.approved":
            return replace(slip, approved_by=said["by"], approved_on=_day(event))
        case "borrow.refused":
            return replace(slip, refused_by=said["by"], refused_why=said["why"])
        case "borrow.out":
            return replace(slip, handed_by=said["by"], out_on=_day(event))
        case "borrow.renewed":
            due = date.fromisoformat(said["due_on"])
            return replace(slip, due_on=due, renewals=(*slip.renewals, (due, said["by"])))
        case _:
            came = {
                paper: Returned(
                    on=_day(event),
                    received_by=said["by"],
                    pages=how.get("pages"),
                    condition=how.get("condition", "good"),
                    note=how.get("note", ""),
                )
                for paper, how in said["papers"].items()
            }
            # What came back once is back: a second return of the same paper says nothing new.
            return replace(slip, returned=came | dict(slip.returned))


def _day(event: FileEvent) -> date:
    return event.effective_on or date.fromisoformat(event.at[:10])


def out_now(slips: Iterable[Slip]) -> dict[str, Slip]:
    """Return the slip that each paper is out on, by document id."""
    return {paper: slip for slip in slips for paper in slip.outstanding}


def overdue(slips: Iterable[Slip], today: date) -> list[Slip]:
    """Return what should have been back before today, the latest first."""
    late = [slip for slip in slips if slip.days_overdue(today)]
    return sorted(late, key=lambda slip: (-slip.days_overdue(today), slip.number))


def number_after(events: Iterable[FileEvent], year: int) -> str:
    """Return the number of the next slip of a year: DY-2026-0001 and so on (DY: 调阅)."""
    start = f"DY-{year}-"
    used = [
        int(each.detail["slip"].removeprefix(start))
        for each in events
        if each.kind == ASKED and each.detail["slip"].startswith(start)
    ]
    return f"{start}{max(used, default=0) + 1:04d}"
