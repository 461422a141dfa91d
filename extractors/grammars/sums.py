"""Amounts of money, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.form import Found, Grammar, Window
from extractors.grammars.window import reach
from extractors.reading import Money
from extractors.values import money
from extractors.values.chinese_amount import find_amount_words, find_unclear_words
from extractors.values.latin_amount import find_amount_in_words
from extractors.values.plain import tidy


def _chinese_words(window: Window) -> tuple[int, int, int, tuple[str, ...]] | None:
    """Return (fen, start, end, doubts) of the first amount in Chinese words."""
    if window.habits.language not in ("zh", None):
        return None
    sure = find_amount_words(window.text)
    unclear = find_unclear_words(window.text) if window.habits.is_ocr else None
    # 捌拾万元 read as 扒拾万元 must not pass for 拾万元.
    if unclear and (sure is None or unclear[1] <= sure[1] < unclear[2]):
        return *unclear, ("amount_words_unclear",)
    return (*sure, ()) if sure else None


def _amounts(window: Window) -> Iterator[tuple[Decimal, str, int, int, str]]:
    """Yield (amount, currency, start, end, kind) for figures and words in the window."""
    habits, at = window.habits, 0
    words = _chinese_words(window)
    if words:
        kind = "unclear" if words[3] else "words"
        yield money.in_main_unit(Decimal(words[0]) / 100), "CNY", words[1], words[2], kind
    while True:
        found = money.find_figures(
            window.folded, at, unit=window.unit or habits.unit, decimal_comma=habits.decimal_comma
        )
        if found is None:
            return
        at = found.end
        if _is_money(window, found):
            yield found.amount, found.currency or habits.currency, found.start, found.end, "figures"


_NOT_MONEY_AFTER = re.compile(
    r"\s*(?:%|‰|年|月|日|个|笔|号|条|天|户|亩|m2|平方|公顷|份|期|次|点|页|分之|头|只|台|斤|吨|人|倍"
    r"|\.\d|dias?\b|mes|ano|cuotas|por ?ciento|per ?cent|months|years|days|instal)"
)


def _is_money(window: Window, found: money.Figures) -> bool:
    is_said = found.unit or window.unit or "." in window.text[found.start : found.end]
    if (found.amount == 0 and not is_said) or _counts_rows(window, found):
        return False
    if found.has_sign or found.unit:
        return True
    if _NOT_MONEY_AFTER.match(window.folded, found.end) or _counts_clauses(window, found):
        return False
    before = window.folded[max(0, found.start - 2) : found.start]
    after = window.folded[found.end : found.end + 1]
    if _is_year(window, found):
        return False
    if re.search(r"[a-z第.\-/(]$", before.strip(" ")) and not re.search(r"(?:\(|: ?)$", before):
        return False
    if after in ("/", "-") or re.match(r"[a-z]", after):
        return False
    figures = window.folded[found.start : found.end].strip()
    # Long runs of figures are account numbers; dates were met by their signs.
    return len(re.sub(r"\D", "", figures)) <= 12


_DAY_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? *"
    r"(?:\d{1,2}(?:st|nd|rd|th)?)?[ ,]*$"
)


def _is_year(window: Window, found: money.Figures) -> bool:
    """Whether figures are a date's year, or what a form prints of one: March 2, 2020; 20____."""
    printed = window.folded[found.start : found.end].strip(" _")
    if re.fullmatch(r"(?:19|20)\d{2}", printed):
        return _DAY_BEFORE.search(window.folded[: found.start]) is not None
    return re.match(r"[ _]*(?:19|20) ?_", window.folded[found.start :]) is not None


def _counts_rows(window: Window, found: money.Figures) -> bool:
    """Whether the figures number a row, 1 and a gap at the head of a line, or count things."""
    begins = re.search(r"\n[ ]*$", window.text[: found.start]) is not None
    row = re.compile(r"\d{1,2}(?: {2,}|\t)[ ]*[\u4e00-\u9fff]")
    things = re.compile(r"[ ]*(?:套|宗|间|幢|栋|辆)(?!\w*元)")
    is_row = begins and row.match(window.text, found.start) is not None
    return is_row or things.match(window.text, found.end) is not None


def _counts_clauses(window: Window, found: money.Figures) -> bool:
    """Whether the figures are the number of a clause: 1.1 抵押人自愿…"""
    begins = re.search(r"[\n。;]\s*$", window.text[: found.start]) is not None
    return begins and re.match(r"[ 、.)]*[\u4e00-\u9fff]", window.text[found.end :]) is not None


def _money(window: Window) -> Iterator[Found]:
    limit = reach(window)
    found = sorted(_amounts(window), key=lambda one: one[2])
    for amount, currency, start, end, kind in found[:1]:
        if start <= limit:
            doubts = ("amount_words_unclear",) if kind == "unclear" else ()
            yield Found(Money(amount, currency), start, end, doubts)


def _figures(window: Window) -> Iterator[Found]:
    limit = reach(window)
    for amount, currency, start, end, kind in _amounts(window):
        near = start <= limit or (window.inline and start <= limit + 40)
        if kind == "figures" and near:
            yield Found(Money(amount, currency), start, end)
            return


def _words(window: Window) -> Iterator[Found]:
    limit = reach(window)
    if window.habits.language in ("zh", None):
        found = _chinese_words(window)
        if found and found[1] <= (limit if window.inline else 60):
            _fen, start, end, doubts = found
            yield Found(tidy(window.text[start:end]).replace(" ", ""), start, end, doubts)
        return
    latin = find_amount_in_words(window.folded)
    if latin and latin[0] >= 100 and latin[1] <= 90:
        yield Found(window.text[latin[1] : latin[2]].strip(" ,"), latin[1], latin[2])


MONEY = Grammar("money", _money, lines=2)
FIGURES = Grammar("figures", _figures, lines=2)
WORDS = Grammar("words", _words, lines=2)
