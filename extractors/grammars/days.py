"""Dates, periods and terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import reach
from extractors.values import dates, terms


def _dates(window: Window) -> list[dates.FoundDate]:
    return dates.find_dates(window.folded, window.habits.language, window.habits.dates)


def _as_found(one: dates.FoundDate) -> Found:
    return Found(one.day, one.start, one.end, ("date_ambiguous",) if one.unsure else ())


def _date(window: Window) -> Iterator[Found]:
    for one in _dates(window)[:1]:
        if one.start <= reach(window):
            yield _as_found(one)


_UNTIL = re.compile(r"起|至|到|止|~|-|—|al?\b|hasta|to\b|until|till|through|y\b|and\b")


def _range(window: Window) -> tuple[dates.FoundDate, dates.FoundDate] | None:
    found = _dates(window)
    for first, second in pairwise(found):
        between = window.folded[first.end : second.start]
        if len(between) <= 30 and _UNTIL.search(between):
            return first, second
    return None


def _period_start(window: Window) -> Iterator[Found]:
    both = _range(window)
    if both:
        yield _as_found(both[0])


def _period_end(window: Window) -> Iterator[Found]:
    both = _range(window)
    if both:
        yield _as_found(both[1])
        return
    for one in _dates(window)[:1]:
        if re.search(r"至|到|hasta|until|till", window.folded[: one.start][-12:]):
            yield _as_found(one)


def _bare_term(window: Window) -> tuple[int, int, int] | None:
    """A number alone, when the label carries its unit: 期限(月): 36."""
    unit = re.search(r"[(/](?:单位:?)?(个?月|年)[)]?$", window.label)
    m = re.match(r"[\s_:]*(?P<n>\d{1,3})[ _]*(?=\n|$|\t|\x1f| {2})", window.folded)
    if unit is None or m is None or not 0 < int(m["n"]) <= 360:
        return None
    return int(m["n"]) * (12 if unit.group(1) == "年" else 1), m.start("n"), m.end("n")


def _term(window: Window) -> Iterator[Found]:
    found = terms.find_term(window.folded, window.habits.language) or _bare_term(window)
    if found is None:
        return
    is_sum = re.search(r"共[计]?[ _]*$", window.folded[: found[1]]) is not None
    if is_sum or found[1] <= (reach(window) if window.inline else 80):
        yield Found(found[0], found[1], found[2])


def _day_count(window: Window) -> Iterator[Found]:
    m = re.match(r"[\s_:为]*(?P<n>\d{1,5})\s*(?:天|日|dias|days)?(?![\d.,%/年月-])", window.folded)
    if m:
        yield Found(int(m["n"]), m.start("n"), m.end())


DATE = Grammar("date", _date)
PERIOD_START = Grammar("period_start", _period_start)
PERIOD_END = Grammar("period_end", _period_end)
TERM = Grammar("term", _term)
DAYS = Grammar("days", _day_count, strict=False)
