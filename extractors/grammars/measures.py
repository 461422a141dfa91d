# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Rates of interest and areas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import reach
from extractors.reading import Rate
from extractors.values import money, rates


def _rate(window: Window) -> Iterator[Found]:
    limit = reach(window) + 40 if window.inline else 160
    found = rates.find_rate(window.folded, window.label, window.habits.language)
    if found and found.start <= limit:
        before = window.folded[: found.start]
        if re.search(r"上浮|下浮|加收|上调|罚息|逾期|mora|penal|default|overdue|浮动", before):
            return
        doubts: tuple[str, ...] = ("rate_period_assumed",) if found.assumed else ()
        if not rates.is_plausible(found.value, found.unit) or (
            # ‰ read as % is the commonest misreading of a scan.
            window.habits.is_ocr and found.unit == "percent_month" and found.value > 4
        ):
            doubts += ("rate_implausible",)
        yield Found(Rate(found.value, found.unit), found.start, found.end, doubts)


_AREA = re.compile(
    r"(?<![\d.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+(?:[.,]\d+)?)\s*(?P<unit>m2|平方米|平米|㎡|平方公尺|公顷|亩|metros cuadrados|m\.2|mts2|square met(?:er|re)s|sq\.? ?met(?:er|re)s?|sq\.? ?mts?|sq\.? ?m|sqm|hectareas|hectares|has?\.?\b|acres?)?"
)
_SQUARE_METRES = {"公顷": 10000, "hectareas": 10000, "hectares": 10000, "ha": 10000, "has": 10000}


def _area(window: Window) -> Iterator[Found]:
    for m in _AREA.finditer(window.folded):
        unit = (m["unit"] or "").rstrip(".")
        named = unit or next((u for u in ("m2", "平方米", "公顷", "亩") if u in window.label), "")
        if not named and ("建筑面积" in window.label or "(m)" in window.label):
            named = "m2"
        if not named or "亩" in named or "acre" in named:
            continue
        printed = m["number"]
        comma = window.habits.decimal_comma or bool(re.search(r",\d{1,2}$", printed))
        number = money.number_of(printed, comma)
        if m.start() <= (reach(window) if window.inline else 40):
            metres = number * _SQUARE_METRES.get(named, 1)
            yield Found(_without_zeros(metres), m.start(), m.end())
        return


def _without_zeros(number: Decimal) -> Decimal:
    """1.334 hectares are 13340 square metres; what was printed with two decimals keeps them."""
    whole = number.to_integral_value()
    places = -int(number.as_tuple().exponent)
    return whole if number == whole and places > 2 else number


RATE = Grammar("rate", _rate)
AREA = Grammar("area", _area)
