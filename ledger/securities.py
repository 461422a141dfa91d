"""What secures loans, as it stands on a day: valued, insured, in the vault, looked at, released.

A security's own facts (`collateral`) are followed by the records that name its certificate, or its
registration certificate: comparable numbers, so that brackets and blanks do not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

from extractors.values.numbers import comparable
from ledger.book import View
from ledger.records import Record
from ledger.states import Collateral, LoanState

# Where a certificate is: by its last move.
IN_VAULT, LENT, GONE = "in", "lent", "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """One security on the view's day.

    loans         open loans it secures: its own, else all of its household on mortgage or pledge
    value_fen     of the last appraisal; None: never valued
    custody       the last move (ledger.kinds.security.CUSTODY_MOVE); None: nobody said
    ltv_percent   balance of its loans to the value of all that secures them (抵押率)
    """

    thing: Collateral
    loans: tuple[LoanState, ...]
    value_fen: int | None
    valued_on: date | None
    appraisal: Record | None
    insurance: Record | None
    insured_until: date | None
    custody: Record | None
    entered_on: date | None
    check: Record | None
    release: Record | None
    ltv_percent: Decimal | None

    @property
    def secures(self) -> bool:
        """Whether it stands for a loan that is owed and was not released."""
        return bool(self.loans) and self.release is None

    @property
    def where(self) -> str | None:
        """Where its certificate is; "in", "lent" or "out"."""
        if self.custody is None:
            return None
        return (
            IN_VAULT if self.custody.values["move"] == "back" else str(self.custody.values["move"])
        )


class Securities:
    """All securities of a view, and what was recorded about each."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def all(self) -> tuple[Security, ...]:
        """Every security, in the order of the ledger."""
        return tuple(self._security(thing) for thing in self.view.collateral_of())

    def by_certificate(self) -> Iterator[tuple[str, list[Security]]]:
        """Yield each title certificate that more than one entry names, with these entries."""
        grouped: dict[str, list[Security]] = defaultdict(list)
        for each in self.all:
            if each.thing.title_no:
                grouped[comparable(each.thing.title_no)].append(each)
        yield from ((number, found) for number, found in grouped.items() if len(found) > 1)

    @cached_property
    def _open(self) -> Mapping[int, list[LoanState]]:
        found: dict[int, list[LoanState]] = defaultdict(list)
        for loan in self.view.open_loans:
            found[loan.household_id].append(loan)
        return found

    @cached_property
    def _securing(self) -> Mapping[int, Mapping[str, int]]:
        """By account, what secures it and its value; what was never valued counts for nothing."""
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for thing in self.view.collateral_of():
            value = self._valued(thing)[0] or 0
            for loan in self._loans(thing):
                found[loan.account_id][thing.fact] = value
        return found

    @cached_property
    def _records(self) -> Mapping[str, Mapping[str, list[Record]]]:
        kinds = ("appraisal", "insurance", "custody_move", "security_check", "release")
        return {kind: _by_subject(self.view.records(kind)) for kind in kinds}

    def _said(self, kind: str, thing: Collateral) -> list[Record]:
        named = [number for number in (thing.title_no, thing.register_no) if number]
        found = [
            record
            for number in dict.fromkeys(map(comparable, named))
            for record in self._records[kind].get(number, ())
        ]
        return sorted(found, key=lambda record: (record.effective_on, record.fact))

    def _last(self, kind: str, thing: Collateral) -> Record | None:
        said = self._said(kind, thing)
        return said[-1] if said else None

    def _loans(self, thing: Collateral) -> tuple[LoanState, ...]:
        mine = self._open.get(thing.household_id, [])
        if thing.account_id is not None:
            return tuple(loan for loan in mine if loan.account_id == thing.account_id)
        return tuple(loan for loan in mine if loan.guarantee in ("mortgage", "pledge", "combined"))

    def _valued(self, thing: Collateral) -> tuple[int | None, date | None]:
        last = self._last("appraisal", thing)
        if last and (thing.appraised_on is None or last.effective_on >= thing.appraised_on):
            return last.whole("value_fen"), last.effective_on
        return thing.value_fen, thing.appraised_on

    def _security(self, thing: Collateral) -> Security:
        value, valued_on = self._valued(thing)
        insurance, release = self._last("insurance", thing), self._last("release", thing)
        until = insurance.day("until") if insurance else None
        moves = self._said("custody_move", thing)
        entered = [move for move in moves if move.values["move"] == "in"]
        loans = self._loans(thing)
        return Security(
            thing=thing,
            loans=loans,
            value_fen=value,
            valued_on=valued_on,
            appraisal=self._last("appraisal", thing),
            insurance=insurance,
            insured_until=max(filter(None, (until, thing.insured_until)), default=None),
            custody=moves[-1] if moves else None,
            entered_on=entered[-1].effective_on if entered else None,
            check=self._last("security_check", thing),
            release=release,
            ltv_percent=self._ltv(loans),
        )

    def _ltv(self, loans: Iterable[LoanState]) -> Decimal | None:
        """What is owed on the loans to the value of all that secures any of them, each once."""
        owed = list(loans)
        things: dict[str, int] = {}
        for loan in owed:
            things |= self._securing.get(loan.account_id, {})
        return percent(sum(loan.balance_fen for loan in owed), sum(things.values()))


def _by_subject(records: Iterable[Record]) -> Mapping[str, list[Record]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        found[comparable(record.subject or "")].append(record)
    return found


def percent(part: int, whole: int) -> Decimal | None:
    """Return part of whole in percent with two decimals, halves up; None without a whole."""
    if not whole:
        return None
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
