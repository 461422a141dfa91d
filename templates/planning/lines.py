"""The lines of plans' tables, in figures. What they are called is added by the document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What falls due in one month: loans, and visits by the rules of the settings."""

    first: date
    due_count: Figure
    due_sum: Figure
    visits: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A unit or an officer: what is owed, falls due, is overdue and bad; visits nobody made."""

    name: str
    loans: Figure
    balance: Figure
    due_count: Figure
    due_sum: Figure
    overdue: Figure
    bad: Figure
    missed: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """One loan product."""

    name: str
    balance: Figure
    overdue: Figure
    bad: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Loans of one class, one way of dealing with bad ones, one grade of recoverability.

    share  of the balance of all of them
    """

    code: str
    count: Figure
    balance: Figure
    share: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """Households of one size."""

    code: str
    households: Figure
    balance: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal: where it stands, what is set for it; without a target a person types it.

    change  target less where it stands; None without a target
    """

    title: str
    unit: str
    opening: Figure
    target: Figure | None
    change: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """A month of the table of work; `note` is chosen by what the month brings."""

    title: str
    due_count: Figure
    due_sum: Figure
    visits: Figure
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group of loans with its share of all of them."""

    title: str
    count: Figure
    balance: Figure
    share: Figure
