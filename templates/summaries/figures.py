"""The ledger's figures of a period and of its end, as summaries need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ledger import indicators
from ledger.book import View
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.guarantees import TITLES as GUARANTEES
from ledger.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One product, class or way of security at a day: loans and balance."""

    name: str
    count: Figure
    balance: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is asked of the ledger at the end of a day."""

    as_of: date
    outstanding_count: Figure
    outstanding_balance: Figure
    household_count: Figure
    npl_count: Figure
    npl_balance: Figure
    npl_ratio: Figure
    overdue_balance: Figure
    overdue_ratio: Figure
    arrears_interest: Figure
    largest_borrower_balance: Figure
    top_ten_balance: Figure
    products: tuple[Part, ...]
    classes: tuple[Part, ...]
    guarantees: tuple[Part, ...]

    def every(self) -> Iterator[Figure]:
        """Yield all its figures."""
        yield from _figures(self)
        for part in (*self.products, *self.classes, *self.guarantees):
            yield from (part.count, part.balance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """One product in a period, and how far its plan of the year was fulfilled."""

    product: str
    count: Figure
    amount: Figure
    planned: Figure
    plan_percent: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What is asked of the ledger for a period. Plans are those of the whole year, to its end."""

    span: Span
    granted_count: Figure
    granted_sum: Figure
    planned_sum: Figure
    plan_percent: Figure
    recovered_count: Figure
    recovered_sum: Figure
    new_npl_count: Figure
    new_npl_sum: Figure
    new_npl_uninspected: Figure
    npl_recovered_sum: Figure
    downgraded_sum: Figure
    upgraded_sum: Figure
    due_principal: Figure
    due_recovered: Figure
    due_recovery_rate: Figure
    due_extended: Figure
    due_refinanced: Figure
    interest_due: Figure
    interest_received: Figure
    interest_collection_rate: Figure
    inspections_due: Figure
    inspections_done: Figure
    inspection_rate: Figure
    income: Figure
    expense: Figure
    profit: Figure
    products: tuple[Granted, ...]

    @property
    def is_covered(self) -> bool:
        """Whether the ledger was kept in this period: with receipts or interest, not only with
        loans that were still open when it began. Others are not compared with."""
        return bool(self.recovered_count.value) or self.interest_due.value is not None

    def every(self) -> Iterator[Figure]:
        """Yield all its figures."""
        yield from _figures(self)
        for one in self.products:
            yield from (one.count, one.amount, one.planned, one.plan_percent)


# Asked for the whole year, whatever the period: plans, and what a person types for the year.
_OF_YEAR = ("planned_sum", "plan_percent", "income", "expense", "profit")
# Worked out for the period only where it is told, not for the one it is compared with.
_NOT_BEFORE = ("new_npl_uninspected", "downgraded_sum", "upgraded_sum")


def _figures(found: object) -> Iterable[Figure]:
    for one in fields(found):  # type: ignore[arg-type]
        value = getattr(found, one.name)
        if isinstance(value, Figure):
            yield value


def standing(view: View, as_of: date) -> Standing:
    """Ask the ledger for its state at the end of a day."""
    ask: dict[str, Any] = indicators.INDICATORS
    at = view.at(as_of)
    named = [one.name for one in fields(Standing) if one.name in ask]
    return Standing(
        as_of=as_of,
        products=tuple(_parts(at, "product", indicators.products(at, as_of), as_of)),
        classes=tuple(
            Part(
                name=code,
                count=indicators.class_count(at, as_of, code),
                balance=indicators.class_balance(at, as_of, code),
            )
            for code in CLASSES
        ),
        guarantees=tuple(
            Part(
                name=code,
                count=indicators.outstanding_count(at.where(guarantee=code), as_of),
                balance=balance,
            )
            for code in GUARANTEES
            if (balance := indicators.guarantee_balance(at, as_of, code)).value
        ),
        **{name: ask[name](at, as_of) for name in named},
    )


def _parts(view: View, by: str, names: Iterable[str], as_of: date) -> Iterator[Part]:
    for name in names:
        count = indicators.outstanding_count(view, as_of, **{by: name})
        if count.value:
            balance = indicators.outstanding_balance(view, as_of, **{by: name})
            yield Part(name=name, count=count, balance=balance)


def flow(view: View, span: Span, *, compared: bool = False) -> Flow:
    """Ask the ledger for a period up to the view's day.

    compared  it is only compared with: what is told of the period itself is left out
    """
    ask: dict[str, Any] = indicators.INDICATORS
    found = {}
    for one in fields(Flow):
        if one.name not in ask:
            continue
        if compared and one.name in _NOT_BEFORE:
            found[one.name] = _unknown(one.name, span, view.as_of)
            continue
        asked = span.first.year if one.name in _OF_YEAR else span
        found[one.name] = ask[one.name](view, asked)
    return Flow(span=span, products=tuple(_granted(view, span)), **found)


def _unknown(name: str, span: Span, as_of: date) -> Figure:
    return Figure(name=f"{name}({span})", value=None, unit="count", query=name, as_of=as_of)


def _granted(view: View, span: Span) -> Iterator[Granted]:
    """Yield the products that were lent in the period, or planned for its year, most lent first."""
    for product in indicators.products(view, view.as_of):
        one = Granted(
            product=product,
            count=indicators.granted_count(view, span, product),
            amount=indicators.granted_sum(view, span, product),
            planned=indicators.planned_sum(view, span.first.year, product),
            plan_percent=indicators.plan_percent(view, span.first.year, product),
        )
        if one.count.value or one.planned.value:
            yield one
