"""How bad loans moved in a period: what there was, what came, what went and how, what is left.

    moved = movement(view, date(2025, 1, 1), date(2025, 12, 31))
    moved.total("new"), moved.by_channel(), moved.figure("closing").rows

For every loan: opening + new + again - recovered - upgraded - adjusted = closing, in fen. A day
counts as a whole: what comes in on a day was received on a loan that was bad the evening before,
and a class decided on a day moves what is owed that evening.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from extractors.wording import N_
from ledger.bad.picking import Classes, ever_bad, is_bad_on
from ledger.book import View
from ledger.channels import CHANNELS, channel_code
from ledger.figure import Figure, FigureRow, Source
from ledger.indicator import Ledger, named, said
from ledger.states import LoanState

# What a loan's movement is made of. `upgraded` includes what was upgraded by restructuring.
PARTS = ("opening", "new", "again", "recovered", "upgraded", "adjusted", "closing")

MOVED = N_(
    "bad loans: opening + new + again bad - recovered - upgraded - adjusted = closing; adjusted: "
    "carried forward from before the ledger, or more received than owed"
)


@dataclass(slots=True, kw_only=True)
class LoanMovement:
    """One loan's movement in fen; `rows` by part, each with the fact behind it.

    new        it turned bad in the period and was not when the period began
    again      it turned bad once more, after it had been upgraded
    upgraded   balance on the days it ceased to be bad
    revived    how much of `upgraded` was upgraded while its disposal category was 盘活
    adjusted   balance that went without a receipt of the period
    interest   received while it was bad
    ended_on   the day since which it is bad no more, or nothing is owed; None: it still is
    """

    loan: LoanState
    opening: int = 0
    new: int = 0
    again: int = 0
    upgraded: int = 0
    revived: int = 0
    adjusted: int = 0
    closing: int = 0
    interest: int = 0
    channels: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[FigureRow]] = field(default_factory=lambda: defaultdict(list))
    ended_on: date | None = None

    @property
    def recovered(self) -> int:
        """Principal received while it was bad, reversals deducted."""
        return sum(self.channels.values())

    @property
    def disposed(self) -> int:
        """报告期清收处置本金合计: recovered by any channel, and upgraded."""
        return self.recovered + self.upgraded


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """All bad loans' movements from `first` to `last`, by number."""

    first: date
    last: date
    loans: tuple[LoanMovement, ...]

    def total(self, part: str) -> int:
        """Return the sum of a part over all loans, in fen."""
        return sum(int(getattr(loan, part)) for loan in self.loans)

    def by_channel(self) -> dict[str, int]:
        """Return what was recovered by each channel, in fen; channels without any are nought."""
        return {
            channel: sum(loan.channels.get(channel, 0) for loan in self.loans)
            for channel in CHANNELS
        }

    def figure(self, part: str) -> Figure:
        """Return a part as a figure with all rows behind it."""
        rows = tuple(row for loan in self.loans for row in loan.rows.get(part, ()))
        period = f"{self.first.isoformat()}..{self.last.isoformat()}"
        return Figure(
            name=named("npl_movement", part, period),
            value=self.total(part),
            unit="fen",
            query=said(MOVED, part=part, period=period),
            as_of=self.last,
            rows=rows,
        )


def movement(ledger: Ledger, first: date, last: date) -> Movement:
    """Return how bad loans moved from the morning of `first` to the evening of `last`."""
    view = ledger.at(last)
    revivals = _revivals(view)
    moved = []
    for loan, history in ever_bad(view):
        one = _Walk(view, loan, history, revivals)
        found = one.through(first, last)
        if found is not None:
            moved.append(found)
    return Movement(first=first, last=last, loans=tuple(sorted(moved, key=_by_number)))


def _by_number(moved: LoanMovement) -> str:
    return moved.loan.number


def _revivals(view: View) -> dict[int, list[tuple[date, bool]]]:
    """By loan: from when its disposal category is 盘活, and from when another."""
    found: dict[int, list[tuple[date, bool]]] = defaultdict(list)
    for record in view.records("disposal_category"):
        if record.account_id is not None:
            revived = record.text("category") == "revive"
            found[record.account_id].append((record.effective_on, revived))
    return found


class _Walk:
    """A loan's way through a period, from one change of its class to the next."""

    def __init__(
        self,
        view: View,
        loan: LoanState,
        history: Classes,
        revivals: Mapping[int, Sequence[tuple[date, bool]]],
    ) -> None:
        self.view = view
        self.history = history
        self.received = view.repayments_of(loan.account_id)
        self.revivals = revivals.get(loan.account_id, ())
        self.moved = LoanMovement(loan=loan)

    def through(self, first: date, last: date) -> LoanMovement | None:
        """Return the loan's movement; None when it was bad on no day of the period."""
        before = first - timedelta(days=1)
        bad = was_bad = is_bad_on(self.history, before)
        owed = self._owed(before) if bad else 0
        since = before
        if bad:
            self.moved.opening = owed
            self._amount_row("opening", before, owed)
        entered = False
        for day in self._days(first, last):
            if is_bad_on(self.history, day) == bad:
                continue
            if bad:
                owed = self._receipts(since, day, owed)
                self._upgraded(day, owed)
            else:
                owed = self._owed(day)
                self._entered(day, owed, again=was_bad or entered)
                entered = True
            bad, since = not bad, day
        if bad:
            self.moved.closing = self._receipts(since, last, owed)
            self._amount_row("closing", last, self.moved.closing)
            if not self.moved.closing:
                self.moved.ended_on = self._paid_off_on()
        return self.moved if entered or self.moved.rows or self.moved.interest else None

    def _days(self, first: date, last: date) -> Iterator[date]:
        yield from dict.fromkeys(on for on, _code, _fact in self.history if first <= on <= last)

    def _owed(self, day: date) -> int:
        return max(self.view.balance_on(self.moved.loan.account_id, day), 0)

    def _entered(self, day: date, owed: int, *, again: bool) -> None:
        self.moved.ended_on = None
        part = "again" if again else "new"
        setattr(self.moved, part, getattr(self.moved, part) + owed)
        self._class_row(part, day, owed)

    def _upgraded(self, day: date, owed: int) -> None:
        self.moved.ended_on = day
        self.moved.upgraded += owed
        if next((revived for on, revived in reversed(self.revivals) if on <= day), False):
            self.moved.revived += owed
        self._amount_row("upgraded", day, owed)

    def _receipts(self, after: date, until: date, owed: int) -> int:
        """Take what came in from the day after `after` to `until`; return what is owed then."""
        went = 0
        for each in self.received:
            if not after < each.on <= until:
                continue
            self.moved.interest += each.interest_fen
            if each.principal_fen:
                channel = channel_code(each.channel)
                went += each.principal_fen
                now = self.moved.channels.get(channel, 0)
                self.moved.channels[channel] = now + each.principal_fen
                self._row("recovered", each.fact, each.principal_fen, each.source)
        left = self._owed(until)
        self.moved.adjusted += owed - went - left
        self._amount_row("adjusted", until, owed - went - left)
        return left

    def _paid_off_on(self) -> date | None:
        """The last day on which principal came in."""
        days = [each.on for each in self.received if each.principal_fen]
        return max(days, default=None)

    def _amount_row(self, part: str, day: date, amount: int) -> None:
        if amount:
            self._class_row(part, day, amount)

    def _class_row(self, part: str, day: date, amount: int) -> None:
        in_force = [fact for on, _code, fact in self.history if on <= day]
        loan = self.moved.loan
        source = self.view.class_source(loan.account_id, day) or loan.sources["amount_fen"]
        self._row(part, in_force[-1], amount, source)

    def _row(self, part: str, fact: str, amount: int, source: Source) -> None:
        row = FigureRow(fact=fact, label=self.moved.loan.number, amount=amount, source=source)
        self.moved.rows[part].append(row)
