# ruff: noqa: E501 - patterns and word lists are easier to read unbroken
"""Interest rates as papers state them; never converted, never without their unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extractors.values.chinese_amount import number_from_chinese
from extractors.values.latin_amount import find_number_words

_CN = "零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾百"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,6})?"
_LPR = re.compile(
    r"(?:lpr|贷款市场报价利率)[^。;\n]{0,30}?(?P<sign>加|减|\+|-|上浮|下浮|plus|minus|mas|menos)[^\d。;\n]{0,8}"
    r"(?P<points>\d{1,4}(?:\.\d+)?)[ _]*(?:个)?[\s_]*(?:基点|bps?\b|basis points|puntos basicos)"
)
_FIVE_YEAR_LPR = re.compile(r"(?:五|5)[ ]*年期?(?:以上)?[^。;\n]{0,12}(?:lpr|贷款市场报价利率)|5y")
_IN_WORDS = re.compile(
    rf"(?P<base>万分之|千分之|百分之)[ _]*(?P<number>{_NUMBER}|[{_CN}]{{1,5}}(?:点[{_CN}]{{1,6}})?)"
)
_FEN_LI = re.compile(
    rf"(?P<period>月|年|日)[ _]*(?:利率|利|息)[ _]*(?:为|按|:|是|计)?[ _]*"
    rf"(?:(?P<fen>{_NUMBER}|[{_CN}]{{1,2}})[ _]*分(?!之)(?:(?P<half>半)|(?P<short>[一二三四五六七八九1-9])(?![\d.{_CN}厘毫]))?)?[ _]*(?:(?P<li>{_NUMBER}|[{_CN}]{{1,2}})[ _]*厘)?[ _]*(?:(?P<hao>{_NUMBER}|[{_CN}]{{1,2}})[ _]*毫)?"
)
_SYMBOL = re.compile(
    # %o and %0 are what a scan's reader makes of ‰.
    rf"(?<![\d.,])(?P<number>{_NUMBER})[ _]*(?P<symbol>‰|%[o0](?![\da-z])|%|o/oo|‱|per ?cent|por ?ciento)"
)
# A number behind these words is added to another rate that the paper does not print.
_ADDED = re.compile(
    r"(?:lpr|贷款市场报价利率|基准利率|基准|sofr|libor|euribor|mclr|prime|base rate|repo rate|dtf|ibr|tiie"
    r"|badlar|tasa (?:base|de referencia|activa|pasiva|preferencial))[^。;\n%‰]{0,30}?"
    r"(?:加|减|[+-]|上浮|下浮|上调|下调|plus|minus|mas|menos|over|above|below)[^。;\n%‰\d]{0,16}$"
)
_PERCENT_IN_WORDS = re.compile(
    r"(?P<half> y medio| and (?:a|one) half)?[ _]*(?:por ?ciento|per ?cent)\b"
)
_BARE = re.compile(rf"^[\s_:：]*(?P<number>{_NUMBER})(?![\d.,]*[年月日元万个天])")

# What the words around a number say about its period.
_MONTHLY = re.compile(
    r"月[ _]*(?:利|息|固定)|(?:每|按)月|/月|mensual|\btem\b|\btim\b|monthly|per month|p\.?m\b|a month|mes vencido|\bm\.?v\b"
)
_YEARLY = re.compile(
    r"年[ _]*(?:化|利|息)|(?:每)年|/年|anual|\btea\b|\btna\b|\btin\b|\btae\b|\bcat\b|annual|annum|per year|p\.? ?a\b|yearly|a year|\be\.a\b"
)
_AT_ONCE = re.compile(
    r"[ ,]*(?:p\.? ?a\b|per annum|per year|a year|annual\w*|anual\w*|p\.? ?m\b|per month|a month|monthly|mensual\w*|m\.?v\b|mes vencido|e\.? ?a\b)"
)
# 月6.668‰: the period right before the number, unless it ends a date.
_STUCK = re.compile(r"(?<![\d_ ])(?P<period>[年月日])[ _:]*$")
_PERIODS = {"年": "year", "月": "month", "日": "day"}
_DAILY = re.compile(r"日[ _]*(?:利|息|万分)|每日|每天|按日|diari[ao]|per day|daily")


@dataclass(frozen=True, slots=True)
class FoundRate:
    """A rate and where it stands; `assumed` when the paper does not print the period."""

    value: Decimal
    unit: str
    start: int
    end: int
    assumed: bool = False


def find_rate(text: str, label: str = "", language: str | None = "zh") -> FoundRate | None:
    """Return the first rate in plain, folded `text`; `label` is what stands before it."""
    for reader in (_lpr, _fen_li, _in_words, _with_symbol, _in_latin_words, _bare):
        found = reader(text, label, language)
        if found:
            return found
    return None


def _lpr(text: str, label: str, _language: str | None) -> FoundRate | None:
    m = _LPR.search(text)
    if not m or _FIVE_YEAR_LPR.search(label + text[: m.end()]):
        return None
    # A number with its period beside it is what the formula came to: that is the rate.
    for first in _SYMBOL.finditer(text):
        if _period(text[max(0, first.start() - 8) : first.start()], ""):
            return None
    points = Decimal(m["points"])
    down = m["sign"] in ("减", "-", "下浮", "minus", "menos")
    return FoundRate(-points if down else points, "bp_over_LPR_1Y", m.start(), m.end())


def _fen_li(text: str, label: str, _language: str | None) -> FoundRate | None:
    # The period may stand in the label: 月息: 壹分伍厘.
    shift = len(label)
    for m in _FEN_LI.finditer(label + text):
        if not (m["fen"] or m["li"]) or m.end() <= shift:
            continue
        parts = [_numeral(m[name]) for name in ("fen", "li", "hao")]
        if any(part is None for part in parts):
            continue
        fen, li, hao = (part or Decimal(0) for part in parts)
        # 一分五 is 一分五厘, 两分半 two and a half.
        li += 5 if m["half"] else (_numeral(m["short"]) or 0)
        start, end = max(m.start() - shift, 0), m.end() - shift
        if m["period"] == "月":
            value = fen + li / 10 + hao / 100
            return FoundRate(value.normalize(), "percent_month", start, end)
        if m["period"] == "年":
            # By the custom of the counter a year's 厘 is one percent, its 分 ten.
            return FoundRate((fen * 10 + li + hao / 10).normalize(), "percent_year", start, end)
    return None


def _in_words(text: str, label: str, _language: str | None) -> FoundRate | None:
    m = _IN_WORDS.search(text)
    if not m:
        return None
    number = _numeral(m["number"])
    if number is None:
        return None
    period = _period(text[: m.start() + 2], label) or _period(text[m.end() : m.end() + 6], "")
    if m["base"] == "千分之" and period in ("month", ""):
        return FoundRate(number, "permille_month", m.start(), m.end(), not period)
    if m["base"] == "万分之" and period == "day":
        return FoundRate((number / 100).normalize(), "percent_day", m.start(), m.end())
    if m["base"] == "百分之" and period:
        return FoundRate(number, f"percent_{period}", m.start(), m.end())
    return None


# What a rate is counted from: MCLR + 2.20 %, 2.25 % over Base Rate. Alone it is no rate.
_BENCHMARK = r"(?:m\.?c\.?l\.?r|r\.?l\.?l\.?r|e\.?b\.?l\.?r|b\.?p\.?l\.?r|s\.?b\.?r|sofr|sonia|libor|euribor|wsj prime|prime|base (?:lending )?rate|repo(?: rate)?|tiie|dtf|ibr|badlar|tamar|tbp|tasa (?:basica )?(?:base|de referencia|activa referencial|pasiva referencial|pasiva|preferencial)(?: [a-z]+){0,4}|tipo de referencia|cbr|cbk rate|central bank rate|treasury bill|t-bill|benchmark)\b"
_MARGIN_BEFORE = re.compile(
    r"(?:\+|\bplus\b|\bmargin|\bspread|\bminus|\bmas\b|\bmenos\b|\bmargen|\bdiferencial|\bincrementad[oa]|\badicionad[oa])(?: \w+){0,3}[ :(]*$"
)
_BENCHMARK_BEFORE = re.compile(
    rf"{_BENCHMARK}(?! *\(?(?:i\.e|presently))(?:(?!i\.e|present|current|effective|being|aggregat|works|=)[^%;\n]){{0,40}}$"
)
_BENCHMARK_AFTER = re.compile(
    rf"[ ,]*(?:p\.?a\.?|per annum)?[ ,]*(?:over|above|below|plus|\+|\bmargin|\bspread)(?: and above)? (?:the |our |bank's |applicable |prevailing |1|one|year|-| )*{_BENCHMARK}"
)


def _is_part_of_rate(text: str, label: str, m: re.Match[str]) -> bool:
    """Whether a number in percent is only a margin or a benchmark that a rate is made of."""
    before = label + text[: m.start()]
    return (
        _MARGIN_BEFORE.search(before[-40:]) is not None
        or _BENCHMARK_BEFORE.search(before[-60:]) is not None
        or _BENCHMARK_AFTER.match(text, m.end()) is not None
    )


def _with_symbol(text: str, label: str, language: str | None) -> FoundRate | None:
    for m in _SYMBOL.finditer(text):
        if _ADDED.search(text[max(0, m.start() - 60) : m.start()]):
            continue
        if language not in ("zh", None) and _is_part_of_rate(text, label, m):
            continue
        number = Decimal(m["number"].replace(",", "."))
        before, after = text[max(0, m.start() - 25) : m.start()], text[m.end() : m.end() + 30]
        period = _nearest_period(before, after.split("\n")[0], label)
        if m["symbol"] in ("‰", "o/oo", "%o", "%0"):
            if period in ("", "month"):
                return FoundRate(number, "permille_month", m.start(), m.end(), not period)
            # There is no unit for it: a tenth as many percent is the same rate.
            return FoundRate((number / 10).normalize(), f"percent_{period}", m.start(), m.end())
        if m["symbol"] == "‱":
            if period == "day":
                return FoundRate((number / 100).normalize(), "percent_day", m.start(), m.end())
            continue
        if period:
            return FoundRate(number, f"percent_{period}", m.start(), m.end())
        # A rate in percent without its period: yearly by the trade's habit, and said to be assumed.
        return FoundRate(number, "percent_year", m.start(), m.end(), assumed=True)
    return None


def _in_latin_words(text: str, label: str, language: str | None) -> FoundRate | None:
    """Twelve per cent per annum, doce y medio por ciento anual."""
    said = find_number_words(text) if language in ("es", "en") else None
    sign = _PERCENT_IN_WORDS.match(text, said[2]) if said else None
    if said is None or sign is None or _ADDED.search(text[: said[1]]):
        return None
    period = _nearest_period(text[max(0, said[1] - 25) : said[1]], text[sign.end() :][:30], label)
    number = Decimal(said[0]) + (Decimal("0.5") if sign["half"] else 0)
    return FoundRate(number, f"percent_{period or 'year'}", said[1], sign.end(), assumed=not period)


def _bare(text: str, label: str, _language: str | None) -> FoundRate | None:
    """A number alone, when the label carries the unit: 月利率（‰）: 6.525."""
    m = _BARE.match(text)
    if not m:
        return None
    number = Decimal(m["number"].replace(",", "."))
    period = _period("", label)
    if "‰" in label:
        return FoundRate(number, "permille_month", m.start("number"), m.end(), period != "month")
    if "%" in label and period:
        return FoundRate(number, f"percent_{period}", m.start("number"), m.end())
    return None


def _nearest_period(before: str, after: str, label: str) -> str:
    at_once = _AT_ONCE.match(after)
    if at_once:
        # "9.5% p.a. with monthly rests": what stands right behind the number is its period.
        return _period(at_once.group(), "")
    stuck = _STUCK.search(before)
    if stuck:
        return _PERIODS[stuck["period"]]
    return _period(before, "") or _period("", label) or _period(after, "")


def _period(text: str, label: str) -> str:
    """Return "year", "month", "day" by the last word that names one; "" if none does."""
    whole = label + text
    last, name = -1, ""
    for pattern, period in ((_MONTHLY, "month"), (_YEARLY, "year"), (_DAILY, "day")):
        for m in pattern.finditer(whole):
            if m.start() > last:
                last, name = m.start(), period
    return name


def _numeral(printed: str | None) -> Decimal | None:
    if printed is None:
        return Decimal(0)
    if printed[0].isdigit():
        return Decimal(printed.replace(",", "."))
    whole, _, part = printed.partition("点")
    number = number_from_chinese(whole)
    if number is None:
        return None
    digits = "".join(str(number_from_chinese(char)) for char in part)
    return Decimal(f"{number}.{digits}") if digits else Decimal(number)


def is_plausible(value: Decimal, unit: str) -> bool:
    """Whether such a rate is ever lent at; ‰ read as % is the commonest misreading."""
    low, high = {
        "permille_month": ("1", "25"),
        "percent_month": ("0.1", "8"),
        "percent_year": ("0.5", "120"),
        "percent_day": ("0.001", "1"),
        "bp_over_LPR_1Y": ("-300", "2000"),
    }.get(unit, ("0", "1000"))
    return Decimal(low) <= value <= Decimal(high)
