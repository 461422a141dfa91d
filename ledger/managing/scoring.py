"""A manager's points and pay-out, by the weights of the settings: the arithmetic alone.

points of a measure = weight × min(done ÷ plan, most_percent), rates count as they are. A measure
that nobody knows is left out of the points and of what they are out of: it is no nought.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from archive.settings import ManagingSettings
from ledger.managing.performance import Performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One measure of a score: percent reached and the points that come of it."""

    name: str
    weight: int
    percent: Decimal | None
    points: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerScore:
    """The points of a manager for a period, and what they are out of.

    payout_fen  None where no pay-out is set, or nothing is known
    """

    parts: tuple[Part, ...]
    points: Decimal | None
    out_of: int
    payout_fen: int | None


def score_of(one: Performance, settings: ManagingSettings) -> ManagerScore:
    """Return the score of a manager's period."""
    measured = (
        ("deposits", settings.deposits_weight, _done(one, "deposits", "deposits_plan")),
        ("principal", settings.principal_weight, _done(one, "principal", "principal_plan")),
        ("interest", settings.interest_weight, _done(one, "interest", "interest_plan")),
        ("marketing", settings.marketing_weight, _done(one, "marketing", "marketing_plan")),
        ("inspections", settings.inspections_weight, _rate(one, "inspection_rate")),
        ("files", settings.files_weight, _rate(one, "files_rate")),
    )
    parts = tuple(
        Part(
            name=name,
            weight=weight,
            percent=percent,
            points=None if percent is None else _points(percent, weight, settings.most_percent),
        )
        for name, weight, percent in measured
        if weight
    )
    known = [part for part in parts if part.points is not None]
    points = sum((part.points for part in known if part.points is not None), Decimal(0))
    payout = settings.payout_yuan_a_point * len(one.span.months)
    return ManagerScore(
        parts=parts,
        points=points if known else None,
        out_of=sum(part.weight for part in known),
        payout_fen=int(_cents(points * payout) * 100) if known and payout else None,
    )


def _done(one: Performance, done: str, plan: str) -> Decimal | None:
    reached, planned = one.value(done), one.value(plan)
    if reached is None or not planned:
        return None
    return _cents(Decimal(max(reached, 0)) * 100 / Decimal(planned))


def _rate(one: Performance, name: str) -> Decimal | None:
    value = one.value(name)
    return None if value is None else Decimal(value)


def _points(percent: Decimal, weight: int, most: int) -> Decimal:
    return _cents(min(percent, Decimal(most)) * weight / 100)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
