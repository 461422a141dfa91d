"""Amounts, dates and rates as papers print them."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CAPITALS = "零壹贰叁肆伍陆柒捌玖"
PLAIN = "〇一二三四五六七八九"


def yuan(fen: int) -> Decimal:
    return Decimal(fen) / 100


def figures(fen: int) -> str:
    """150,000.00"""
    return f"{yuan(fen):,.2f}"


def plain_figures(fen: int) -> str:
    """150000 or 150000.50: no separators, no empty cents."""
    return str(fen // 100) if fen % 100 == 0 else f"{yuan(fen):.2f}"


def wan(fen: int) -> str:
    """Return the amount in 万元 without needless zeros: 15, 0.85."""
    return f"{(Decimal(fen) / 1_000_000).normalize():f}"


def capitals(fen: int, end: str = "整") -> str:
    """壹拾伍万元整: the amount in capital numerals, to 角 and 分."""
    whole, cents = divmod(fen, 100)
    words = _capital_whole(whole) + "元"
    jiao, last = divmod(cents, 10)
    if cents == 0:
        return words + end
    if jiao:
        words += CAPITALS[jiao] + "角"
    elif whole:
        words += "零"
    return words + (CAPITALS[last] + "分" if last else end)


def _capital_whole(number: int) -> str:
    if number == 0:
        return "零"
    high, low = divmod(number, 10_000)
    if not high:
        return _capital_thousands(low)
    gap = "零" if 0 < low < 1000 else ""
    return _capital_whole(high) + "万" + gap + (_capital_thousands(low) if low else "")


def _capital_thousands(number: int) -> str:
    words, waiting = "", False
    for power, unit in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if waiting and words else "") + CAPITALS[digit] + unit
            waiting = False
        else:
            waiting = True
    return words


def year_month_day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def padded_day(day: date) -> str:
    return f"{day.year}年{day.month:02d}月{day.day:02d}日"


def dotted(day: date) -> str:
    return f"{day:%Y.%m.%d}"


def chinese_day(day: date) -> str:
    """二〇二五年九月十日"""
    year = "".join(PLAIN[int(digit)] for digit in str(day.year))
    return f"{year}年{_small(day.month)}月{_small(day.day)}日"


def _small(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else PLAIN[tens]) + "十" if tens else ""
    return head + (PLAIN[ones] if ones else "")


def yearly_percent(permille_month: Decimal) -> Decimal:
    """A monthly rate in permille as a yearly one in percent: twelve months, a tenth."""
    return (permille_month * Decimal("1.2")).normalize()


def rounded(amount: Decimal) -> int:
    """Whole fen, halves up."""
    return int(amount.quantize(Decimal(1), ROUND_HALF_UP))
