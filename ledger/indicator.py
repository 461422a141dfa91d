"""What an indicator is: a number with one definition, and the arithmetic they share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Generic, ParamSpec

from extractors.wording import _
from ledger.book import Book, Scope, View
from ledger.columns.figure_rows import Behind, Several
from ledger.figure import Figure, FigureRow
from ledger.spans import Span, year_of

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
        figure = self.function(*args, **kwargs)
        ledger = args[0] if args else kwargs.get("ledger")
        return _scoped(figure, ledger.scope) if isinstance(ledger, View) else figure


def _scoped(figure: Figure, scope: Scope) -> Figure:
    """Return a figure that says of which loans it is."""
    if not scope:
        return figure
    name = ", ".join([figure.name.removesuffix(")"), *(f"{key}={value}" for key, value in scope)])
    about = "; ".join(f"{_about(key)}: {value}" for key, value in scope)
    return replace(figure, name=f"{name})", query=f"{figure.query} ({about})")


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


# What figures of a time are asked for: a year by its number, a half, a quarter or a month.
Period = int | Span


def within(ledger: Ledger, year: Period) -> tuple[View, date, date]:
    """Return the view at the end of a year (or span), and its first and last day.

    A view that was opened for a day inside it ends the period there: the year to date.
    """
    span = year if isinstance(year, Span) else year_of(date(year, 1, 1))
    first, last = span.first, span.last
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
    value = len(rows) if unit == "count" else summed(rows)
    return Figure(name=name, value=value, unit=unit, query=query, as_of=as_of, rows=rows)


def summed(rows: Sequence[FigureRow]) -> int:
    """Return the sum of the rows' amounts."""
    return rows.total() if isinstance(rows, Behind) else sum(int(row.amount or 0) for row in rows)


def or_none(name: str, query: str, as_of: date, rows: Sequence[FigureRow]) -> Figure:
    """Return the sum of the rows in fen; None without any: not known is not nought."""
    figure = total(name, "fen", query, as_of, rows)
    return figure if len(rows) else replace(figure, value=None)


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
        rows=_once(part.rows, whole.rows),
    )


def _once(one: Sequence[FigureRow], other: Sequence[FigureRow]) -> Sequence[FigureRow]:
    """The rows of both, each fact once; worked out when somebody looks."""
    if isinstance(one, Behind) and isinstance(other, Behind) and one.can_join(other):
        return Several(lambda: (one.joined(other).once(),))
    return Several(lambda: tuple(_plain(rows) for rows in (one, other)))


def _plain(rows: Sequence[FigureRow]) -> Sequence[FigureRow]:
    if isinstance(rows, Behind):
        return rows.once()
    return tuple(replace(row, amount=None) for row in {row.fact: row for row in rows}.values())


def _about(key: str) -> str:
    """Return what a formula was asked for in the language in use: day, year, unit …"""
    words = {
        "day": _("day"),
        "year": _("year"),
        "month": _("month"),
        "period": _("period"),
        "product": _("product"),
        "guarantee": _("security"),
        "class_code": _("class"),
        "unit": _("unit"),
        "manager": _("manager"),
        "channel": _("way"),
        "indicator": _("indicator"),
        "method": _("method"),
    }
    return words.get(key, key)


def said(formula: str, **about: Any) -> str:
    """Return a formula in the language in use, with the days and filters it was asked for."""
    parts = [f"{_about(key)}: {value}" for key, value in about.items() if value is not None]
    return _(formula) + (f" ({'; '.join(parts)})" if parts else "")
