"""The ledger's figures of one year, as summaries and plans need them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from ledger import indicators
from ledger.book import View
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.guarantees import TITLES as GUARANTEES
from templates.provenance import NamedFigure, named
from templates.titles import trade_word


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFigures:
    """One loan product of the department in one year."""

    product: str
    granted_count: Figure
    granted_sum: Figure
    outstanding_count: Figure
    outstanding_balance: Figure
    plan_percent: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFigures:
    """One class (正常 …) or one way of security (抵押 …): loans and balance at the date."""

    name: str
    count: Figure | None
    balance: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """Everything asked of the ledger for `year`; `as_of`: its end, or today in a running year."""

    year: int
    as_of: date
    granted_count: Figure
    granted_sum: Figure
    outstanding_count: Figure
    outstanding_balance: Figure
    plan_percent: Figure
    recovered_count: Figure
    recovered_sum: Figure
    npl_count: Figure
    npl_balance: Figure
    npl_ratio: Figure
    new_npl_count: Figure
    new_npl_sum: Figure
    npl_recovered_sum: Figure
    interest_due: Figure
    interest_received: Figure
    interest_collection_rate: Figure
    due_principal: Figure
    due_recovered: Figure
    due_recovery_rate: Figure
    overdue_balance: Figure
    overdue_ratio: Figure
    arrears_interest: Figure
    household_count: Figure
    inspections_due: Figure
    inspections_done: Figure
    inspection_rate: Figure
    products: tuple[ProductFigures, ...]
    classes: tuple[PartFigures, ...]
    guarantees: tuple[PartFigures, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the ledger has nothing of this year: no loan granted, open, or repaid."""
        return not any(
            figure.value
            for figure in (self.granted_count, self.outstanding_count, self.recovered_count)
        )

    @property
    def is_covered(self) -> bool:
        """Whether the ledger was kept in this year: with receipts or interest, not only with loans
        that were still open when it began. Other years are not compared with."""
        return bool(self.recovered_count.value) or self.interest_due.value is not None

    def named(self, language: str) -> Iterator[NamedFigure]:
        """Yield every figure with its title, those of products, classes and security after it."""
        year = str(self.year)
        for one in fields(self):
            value = getattr(self, one.name)
            if isinstance(value, Figure):
                yield named(value, language, year)
        for product in self.products:
            for part in fields(product):
                value = getattr(product, part.name)
                if isinstance(value, Figure):
                    yield named(value, language, f"{product.product} {year}")
        for group in (self.classes, self.guarantees):
            for kind in group:
                word = trade_word(kind.name, language)
                for value in (kind.count, kind.balance):
                    if value is not None:
                        yield named(value, language, f"{word} {year}")


# What is asked at a day, and what is asked for a year up to the view's day.
_AT_DAY = (
    "outstanding_count", "outstanding_balance", "npl_count", "npl_balance", "npl_ratio",
    "overdue_balance", "overdue_ratio", "arrears_interest", "household_count",
)  # fmt: skip
_OF_YEAR = (
    "granted_count", "granted_sum", "plan_percent", "recovered_count", "recovered_sum",
    "new_npl_count", "new_npl_sum", "npl_recovered_sum", "interest_due", "interest_received",
    "interest_collection_rate", "due_principal", "due_recovered", "due_recovery_rate",
    "inspections_due", "inspections_done", "inspection_rate",
)  # fmt: skip


def of_year(view: View, year: int, as_of: date) -> YearFigures:
    """Ask the ledger for `year`.

    view   its day ends the year's period when it lies within the year
    as_of  the day of balances, classes and arrears
    """
    ask: dict[str, Any] = indicators.INDICATORS
    found: dict[str, Any] = {name: ask[name](view, as_of) for name in _AT_DAY}
    found |= {name: ask[name](view, year) for name in _OF_YEAR}
    return YearFigures(
        year=year,
        as_of=as_of,
        products=tuple(_products(view, year, as_of)),
        classes=tuple(
            PartFigures(
                name=code,
                count=indicators.class_count(view, as_of, code),
                balance=indicators.class_balance(view, as_of, code),
            )
            for code in CLASSES
        ),
        guarantees=tuple(
            PartFigures(name=code, count=None, balance=balance)
            for code in GUARANTEES
            if (balance := indicators.guarantee_balance(view, as_of, code)).value
        ),
        **found,
    )


def _products(view: View, year: int, as_of: date) -> Iterator[ProductFigures]:
    """Yield the products that were lent in the year or are outstanding at the day."""
    for product in indicators.products(view, as_of):
        one = ProductFigures(
            product=product,
            granted_count=indicators.granted_count(view, year, product),
            granted_sum=indicators.granted_sum(view, year, product),
            outstanding_count=indicators.outstanding_count(view, as_of, product),
            outstanding_balance=indicators.outstanding_balance(view, as_of, product),
            plan_percent=indicators.plan_percent(view, year, product),
        )
        if one.granted_count.value or one.outstanding_count.value:
            yield one
