# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Terms of loans in months: 12个月, 壹年, 一年零六个月, doce (12) meses, 3 years."""

from __future__ import annotations

import re

from extractors.values.chinese_amount import number_from_chinese
from extractors.values.latin_amount import number_from_english, number_from_spanish

_CN = "零〇一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾百佰两"
_NUMERAL = rf"(?:\d{{1,3}}|[{_CN}]{{1,5}})"
_CHINESE = re.compile(
    rf"(?<![\d{_CN}])(?<!年)(?<!年 )(?:(?P<years>{_NUMERAL})[ _]*(?P<half>半)?[ _]*(?:周)?年(?P<half2>半)?(?![ _]*\d{{1,2}}[ _]*月[ _]*\d)[ _]*(?:零|又|加)?[ _]*)?"
    rf"(?:(?P<months>{_NUMERAL})[ _]*(?:\([^()]{{1,6}}\))?[ _]*(?:个[ _]*月|月(?![ _]*\d{{1,2}}[ _]*[日号])(?!利|息|末|初|份|均)))?"
)
_LATIN = re.compile(
    r"(?<![\w./-])(?:(?P<words>[a-z]+(?:(?: y |[ -])[a-z]+){0,2})[ _]*)?[(]?(?P<figures>\d{1,3})?[)]?[ _-]*"
    r"(?P<unit>meses|mes|anos|ano|months?|years?|yrs?"
    # 48 equal monthly instalments run for as many months.
    r"|(?:(?:equal|equated|consecutive|successive|regular) )*monthly (?:re)?(?:payments?|inst\w*))\b(?! of age)"
)
# twelve equal monthly instalments, doce (12) cuotas mensuales: so many months.
_INSTALMENTS = re.compile(
    r"(?:(?P<words>[a-z]+(?:(?: y |[ -])[a-z]+){0,2})[ _]*)?[(]?(?P<figures>\d{1,3})?[)]?[ _]*"
    r"(?:(?:equal|equated|successive|consecutive|and|level|cuotas|pagos|amortizaciones|abonos|iguales|fijas|fijos|sucesivas|sucesivos|consecutivas|consecutivos|y)[ ,_]*)*"
    r"(?:monthly (?:instal|pay|repay|emi)|mensuales)"
)


def find_term(text: str, language: str | None = None) -> tuple[int, int, int] | None:
    """Return (months, start, end) of the first term in plain, folded `text`, or None.

    Terms in days are None: they are no whole number of months.
    """
    return _find_chinese(text) if language in ("zh", None) else _find_latin(text)


def _find_chinese(text: str) -> tuple[int, int, int] | None:
    for m in _CHINESE.finditer(text):
        if m["years"] is None and m["months"] is None:
            continue
        years, months = _numeral(m["years"]), _numeral(m["months"])
        if years is None or months is None or years > 50:
            continue
        total = years * 12 + months + (6 if m["half"] or m["half2"] else 0)
        if 0 < total <= 600:
            return total, m.start(), len(text[: m.end()].rstrip(" _零又加"))
    half = re.search(r"半年", text)
    return (6, half.start(), half.end()) if half else None


def _numeral(printed: str | None) -> int | None:
    if printed is None:
        return 0
    return int(printed) if printed.isdigit() else number_from_chinese(printed)


def _find_latin(text: str) -> tuple[int, int, int] | None:
    for m in _LATIN.finditer(text):
        number = int(m["figures"]) if m["figures"] else _latin_number(m["words"])
        if number is None:
            continue
        months = number * (12 if m["unit"][0] in "ay" else 1)
        if 0 < months <= 600:
            start = m.start("figures") if m["figures"] else m.start()
            if m["figures"] and m["words"] and _latin_number(m["words"]) == number:
                # "veinticuatro (24) meses": the term begins with its words.
                start = m.start("words")
            return months, start, m.end()
    for m in _INSTALMENTS.finditer(text):
        number = int(m["figures"]) if m["figures"] else _latin_number(m["words"])
        if number and 0 < number <= 600:
            return number, m.start("figures") if m["figures"] else m.start(), m.end()
    return None


def _latin_number(words: str | None) -> int | None:
    """The number in the last words before the unit: "plazo de doce" is 12."""
    parts = (words or "").split()
    for first in range(len(parts)):
        tail = " ".join(parts[first:])
        number = number_from_spanish(tail)
        if number is None:
            number = number_from_english(tail)
        if number is not None:
            return number
    return None
