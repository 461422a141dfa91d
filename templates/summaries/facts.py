"""What the ledger says of a period, beside its beginning and the same period a year before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.wording import _
from ledger import indicators
from ledger.book import View
from ledger.deeds import Deeds
from ledger.figure import Figure
from ledger.measures.recovery import npl_recovered_by_channel
from ledger.spans import Span, half_of, quarter_of, year_of
from templates.request import NothingToReport
from templates.summaries.breakdown import Breakdown, breakdowns
from templates.summaries.figures import Flow, Standing, flow, standing
from templates.year_targets import year_targets

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFacts:
    """A period and what it is compared with.

    start     balances on the eve of the period; None where the ledger was not kept then
    before    the same period of the year before, up to the same day; None likewise
    year_ago  balances on the same day of the year before, for a half or a quarter; None likewise
    channels  how principal of bad loans came in (ledger.channels)
    done      what was done (ledger.deeds), by name
    parts     figures by unit, village, manager, product, cause, class_code
    targets   of the period's year, by indicator: in fen, or percent
    targets_next  of the next period's year
    granted_in_year  lent since the year began: what the year's plan is measured with
    due_next  number and balance of the loans that fall due in each month of the next period
    unit, manager  whose loans alone are told of
    """

    span: Span
    as_of: date
    now: Flow
    end: Standing
    start: Standing | None
    before: Flow | None
    year_ago: Standing | None
    channels: Mapping[str, Figure]
    done: Mapping[str, Figure]
    parts: Mapping[str, Breakdown]
    targets: Mapping[str, Figure]
    targets_next: Mapping[str, Figure]
    granted_in_year: Figure
    due_next: tuple[tuple[Figure, Figure], ...]
    unit: str | None = None
    manager: str | None = None

    @property
    def next_span(self) -> Span:
        """The period that follows."""
        return following(self.span)

    @property
    def is_year_end(self) -> bool:
        """Whether the figures stand for the year to its last day."""
        return (self.as_of.month, self.as_of.day) == (12, 31)

    @property
    def is_whole(self) -> bool:
        """Whether the figures stand for all of the period."""
        return self.as_of >= self.span.last


def following(span: Span) -> Span:
    """Return the year, half or quarter after one."""
    day = span.last + _DAY
    return {"year": year_of, "half": half_of, "quarter": quarter_of}[span.kind](day)


def from_ledger(view: View, span: Span) -> PeriodFacts:
    """Return the facts of a period up to the view's day. Raises NothingToReport."""
    as_of = min(view.as_of, span.last)
    if as_of < span.first:
        raise _nothing(span, as_of)
    view = view.at(as_of)
    end, now = standing(view, as_of), flow(view, span)
    if not any(f.value for f in (now.granted_count, end.outstanding_count, now.recovered_count)):
        raise _nothing(span, as_of)
    eve = span.first - _DAY
    start = standing(view, eve) if _was_kept(view, eve) else None
    same_day = _year_before(as_of)
    before = flow(view.at(same_day), span.year_before, compared=True)
    is_part = span.kind != "year"
    deeds = Deeds(view, span.first)
    ahead = following(span)
    months = indicators.maturing_by_month(view, ahead.first.year, as_of)
    return PeriodFacts(
        span=span,
        as_of=as_of,
        now=now,
        end=end,
        start=start,
        before=before if before.is_covered else None,
        year_ago=standing(view, same_day) if is_part and _was_kept(view, same_day) else None,
        channels=npl_recovered_by_channel(view, span),
        done=_done(deeds),
        parts=breakdowns(view, now, end, start),
        targets=year_targets(view, span.first.year),
        targets_next=year_targets(view, ahead.first.year),
        granted_in_year=indicators.granted_sum(view, span.first.year),
        due_next=tuple(months[ahead.first.month - 1 : ahead.last.month]),
        unit=_scope(view, "unit"),
        manager=_scope(view, "manager"),
    )


def _nothing(span: Span, as_of: date) -> NothingToReport:
    return NothingToReport(
        _(
            "The ledger holds no loans for {year} as at {day}. Import the ledger of that year "
            "first: hudang ledger import FILE.xlsx"
        ).format(year=span, day=as_of)
    )


def _scope(view: View, by: str) -> str | None:
    return next((str(value) for key, value in view.scope if key == by), None)


def _was_kept(view: View, day: date) -> bool:
    """Whether receipts or interest were booked by the day: else its balances are not known."""
    at = view.at(day)
    return bool(len(at.received(date.min)) or len(at.interest(date.min, day)))


def _year_before(day: date) -> date:
    """Return the same day a year before; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


_MODES = ("visit", "phone", "letter", "message", "legal")
_COUNTED = (
    "lawsuits_filed", "lawsuits_amount", "lawsuits_open", "lawsuits_judged", "lawsuits_enforced",
    "assets_taken", "warnings_raised", "warnings_released", "warnings_open",
    "rectifications_issued", "rectifications_done", "rectifications_open",
    "rectifications_overdue", "sheets_filled", "sheets_failed",
)  # fmt: skip


def _done(deeds: Deeds) -> dict[str, Figure]:
    found = {name: getattr(deeds, name) for name in _COUNTED}
    found["contacts"] = deeds.count("contact")
    found |= {f"contacts_{mode}": deeds.count("contact", mode=mode) for mode in _MODES}
    found["enforced"] = deeds.total("execution", "received_fen")
    found["after_write_off"] = deeds.total("write_off_receipt", "after_fen")
    found["trainings"] = deeds.count("training")
    found["attendance"] = deeds.total("training", "attendance")
    found["sanctions"] = deeds.count("sanction")
    found["credit_villages"] = deeds.count("credit_village", honour="village")
    return found
