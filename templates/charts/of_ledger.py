"""Charts that the ledger draws: each point is a figure with the rows behind it.

Each returns None where the ledger holds nothing of what it would show. A view that was opened for
a day within the year gives the year up to that day, and of fewer loans (`view.where`) those only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ledger import indicators
from ledger.book import View
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.measures import monthly
from ledger.measures.moved import REPAID, moved
from templates import formats
from templates.charts.chart import Chart, chart
from templates.derived import share
from templates.titles import trade_word

_WORDS = {
    "balances": ("{year}年各月末贷款余额", "Saldo de cartera al cierre de cada mes de {year}",
                 "Loan balance at the end of each month of {year}"),
    "balance": ("贷款余额", "Saldo", "Balance"),
    "ratios": ("{year}年各月末不良贷款率", "Índice de morosidad al cierre de cada mes de {year}",
               "Non-performing ratio at the end of each month of {year}"),
    "ratio": ("不良贷款率", "Índice de morosidad", "Non-performing ratio"),
    "mix": ("{day}贷款五级分类结构", "Cartera por categoría al {day}", "Loans by class at {day}"),
    "moves": ("{since}各类贷款到{day}的去向",
              "Destino al {day} de la cartera del {since}, por categoría inicial",
              "Where the loans of {since} stand at {day}, by class then"),
    "repaid": ("已收回", "Cobrado", "Repaid"),
    "recovered": ("{year}年各月收回贷款本金", "Capital cobrado por mes en {year}",
                  "Principal recovered by month in {year}"),
    "all": ("收回本金", "Capital cobrado", "Principal recovered"),
    "bad": ("其中：收回不良贷款", "de él, de cartera en mora", "of it, on non-performing loans"),
}  # fmt: skip
_PLACE = {"zh": 0, "es": 1, "en": 2}

_SHORT_MONTHS = {
    "zh": tuple(f"{month}月" for month in range(1, 13)),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def balance_by_month(view: View, year: int, language: str) -> Chart | None:
    """Return the balance at the end of each month: for columns."""
    figures = monthly.balances_by_month(view, year)
    return _by_month("balances", year, language, [("balance", figures)])


def bad_ratio_by_month(view: View, year: int, language: str) -> Chart | None:
    """Return the bad loan ratio at the end of each month: for a line."""
    figures = monthly.bad_ratios_by_month(view, year)
    return _by_month("ratios", year, language, [("ratio", figures)])


def recovery_by_month(view: View, year: int, language: str) -> Chart | None:
    """Return the principal recovered in each month, and of it on bad loans: for two columns."""
    every = monthly.recovered_by_month(view, year)
    bad = monthly.bad_recovered_by_month(view, year)
    series = [("all", every)]
    if any(figure.value for figure in bad):
        series.append(("bad", bad))
    return _by_month("recovered", year, language, series)


def class_mix(view: View, as_of: date, language: str) -> Chart | None:
    """Return the balance of each of the five classes, its share written beside: for a ring."""
    whole = indicators.outstanding_balance(view, as_of)
    if not whole.value:
        return None
    figures = [indicators.class_balance(view, as_of, code) for code in CLASSES]
    titles = [trade_word(code, language) for code in CLASSES]
    shares = [share(figure, whole) for figure in figures]
    between = "　" if language == "zh" else ": "
    return chart(
        _said("mix", language, day=formats.day(as_of, language)),
        language,
        [
            f"{title}{between}{formats.percent(one.value or 0, language)}"
            for title, one in zip(titles, shares, strict=True)
        ],
        [(_said("balance", language), figures)],
        also=list(zip(titles, shares, strict=True)),
    )


def class_migration(view: View, year: int, language: str) -> Chart | None:
    """Return where the loans of each class at the end of the year before stand now, in percent:
    for columns that are parts of 100 %, with six series."""
    since = date(year - 1, 12, 31)
    found = list(moved(view.at(min(view.as_of, date(year, 12, 31))), since))
    if not found:
        return None
    series = [(trade_word(code, language), [one.parts[code] for one in found]) for code in CLASSES]
    series.append((_said("repaid", language), [one.parts[REPAID] for one in found]))
    days = {
        "since": formats.day(since, language),
        "day": formats.day(min(view.as_of, date(year, 12, 31)), language),
    }
    return chart(
        _said("moves", language, **days),
        language,
        [trade_word(one.code, language) for one in found],
        series,
    )


def _by_month(
    title: str, year: int, language: str, series: Sequence[tuple[str, Sequence[Figure]]]
) -> Chart | None:
    if not any(figure.value for _name, figures in series for figure in figures):
        return None
    months = _SHORT_MONTHS[language][: len(series[0][1])]
    named = [(_said(name, language), figures) for name, figures in series]
    return chart(_said(title, language, year=year), language, months, named)


def _said(name: str, language: str, **about: object) -> str:
    return _WORDS[name][_PLACE[language]].format(**about)
