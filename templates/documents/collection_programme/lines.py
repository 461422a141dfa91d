"""The lines of the collection programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ledger.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class SquadLine:
    """A squad as recorded."""

    name: str
    leader: str | None
    members: str | None
    area: str | None
    task: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule of reward in force: for which loans, what percent of principal and of interest."""

    name: str
    loans: str
    rate: Decimal | None
    interest_rate: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A bad loan of the list; what is to be done about it as recorded, else filled by hand.

    lapses_on    last day on which it can be sued for or, once judged, enforced
    lapses_note  that it is the limit for enforcement; "" for that of the claim
    """

    number: int
    borrower: str | None
    unit: str | None
    loan: str
    balance: Figure
    arrears: Figure
    class_name: str | None
    lapses_on: date | None
    lapses_note: str = ""
    collector: str | None
    category: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressing:
    """What cannot wait: claims that lapse soon, debtors whom nobody has asked for too long."""

    lapsing_count: Figure
    lapsing_sum: Figure
    unasked_count: Figure
    unasked_sum: Figure
