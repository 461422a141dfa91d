"""What an indicator is: a number with one definition, and the arithmetic they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Generic, ParamSpec

from extractors.wording import _
from ledger.book import Book, View
from ledger.figure import Figure, FigureRow

Ledger = Book | View

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Indicator(Generic[P]):
    """One defined number; call it to compute it.

    unit     of the figure: fen, count or percent
    formula  the definition in words (English; translated when shown)
    titles   by language: zh, es, en
    """

    name: str
    unit: str
    formula: str
    titles: dict[str, str]
    function: Callable[P, Figure]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Figure:
        return self.function(*args, **kwargs)


def indicator(
    *, unit: str, formula: str, zh: str, es: str, en: str
) -> Callable[[Callable[P, Figure]], Indicator[P]]:
    """Declare the function below as the definition of the indicator of its name."""

    def declared(function: Callable[P, Figure]) -> Indicator[P]:
        titles = {"zh": zh, "es": es, "en": en}
        return Indicator(function.__name__, unit, formula, titles, function)

    return declared


def on_day(ledger: Ledger, as_of: date) -> View:
    """Return the ledger as at a day; a view keeps the moment as known at which it was opened."""
    return ledger.at(as_of)


def within(ledger: Ledger, year: int) -> tuple[View, date, date]:
    """Return the view at the end of a year, and the year's first and last day.

    A view that was opened for a day inside the year ends the period there: the year to date.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    if isinstance(ledger, View) and first <= ledger.as_of < last:
        last = ledger.as_of
    return ledger.at(last), first, last


def named(name: str, *args: object, **kwargs: object) -> str:
    """Return a figure's name: the indicator and what it was asked for."""
    said = [str(arg) for arg in args]
    said += [f"{key}={value}" for key, value in kwargs.items() if value is not None]
    return f"{name}({', '.join(said)})"


def total(name: str, unit: str, query: str, as_of: date, rows: Sequence[FigureRow]) -> Figure:
    """Return the sum of the rows' amounts, or for unit "count" their number."""
    value = len(rows) if unit == "count" else sum(int(row.amount or 0) for row in rows)
    return Figure(name=name, value=value, unit=unit, query=query, as_of=as_of, rows=tuple(rows))


def ratio(name: str, query: str, part: Figure, whole: Figure) -> Figure:
    """Return part ÷ whole in percent with two decimals, halves up; None where there is no whole.

    The rows are those of both, each once and without an amount: they do not add up to a ratio.
    """
    value: Decimal | None = None
    if part.value is not None and whole.value:
        exact = Decimal(part.value) * 100 / Decimal(whole.value)
        value = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return Figure(
        name=name,
        value=value,
        unit="percent",
        query=f"{query}: {part.name} / {whole.name}",
        as_of=part.as_of,
        rows=_once((*part.rows, *whole.rows)),
    )


def _once(rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    unique: dict[str, FigureRow] = {}
    for row in rows:
        unique.setdefault(
            row.fact, FigureRow(fact=row.fact, label=row.label, amount=None, source=row.source)
        )
    return tuple(unique.values())


def said(formula: str, **about: Any) -> str:
    """Return a formula in the language in use, with the days and filters it was asked for."""
    parts = [f"{key}: {value}" for key, value in about.items() if value is not None]
    return _(formula) + (f" ({'; '.join(parts)})" if parts else "")
