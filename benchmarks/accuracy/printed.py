"""The many ways in which Chinese papers print one value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from random import Random

from samples.make.figures import capitals, chinese_day, dotted, padded_day, wan, year_month_day

WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_MONTHS = {1: "壹", 2: "贰", 3: "叁", 5: "伍"}
_SMALL = "〇一二三四五六七八九"

DAYS: Mapping[str, Callable[[date], str]] = {
    "plain": year_month_day,
    "padded": padded_day,
    "dotted": dotted,
    "dashed": lambda day: f"{day:%Y-%m-%d}",
    "slashed": lambda day: f"{day:%Y/%m/%d}",
    "bare": lambda day: f"{day.year}-{day.month}-{day.day}",
    "spaced": lambda day: f"{day.year} 年 {day.month} 月 {day.day} 日",
    "chinese": chinese_day,
    "wide": lambda day: padded_day(day).translate(WIDE),
    "compact": lambda day: f"{day:%Y%m%d}",
    "short_dots": lambda day: f"{day.year}.{day.month}.{day.day}",
}
# How often which way is met.
COMMON_DAYS = ("plain",) * 6 + ("padded",) * 4 + ("dashed",) * 3 + (
    "dotted", "slashed", "bare", "spaced", "spaced", "chinese", "wide", "short_dots",
)  # fmt: skip


def ruled_day(day: date, chance: Random) -> str:
    """A date filled into blanks: the parts stand on rules."""
    year, month = str(day.year), f"{day.month:02d}" if chance.random() < 0.5 else str(day.month)
    parts = [on_rule(part) for part in (year, month, str(day.day))]
    return f"{parts[0]}年{parts[1]}月{parts[2]}日"


def on_rule(text: str) -> str:
    """Return text that stands on a rule; see `marks`."""
    return f"\ue002{text}\ue003"


def amount(fen: int, chance: Random, how: str = "") -> str:
    """Return an amount with its unit, in one of many ways.

    how  "wan": the figure alone, in 万元; "bare": the figure alone, in yuan; "words": capitals
    """
    whole = Decimal(fen) / 100
    if how == "wan":
        return wan(fen)
    if how == "bare":
        return chance.choice((f"{whole:.2f}", f"{whole:,.2f}", _short(fen)))
    if how == "words":
        return words(fen, chance)
    ways = [
        f"￥{whole:,.2f}", f"¥{whole:.2f}", f"{_short(fen)}元", f"{whole:,.2f}元", f"人民币{_short(fen)}元",
        f"RMB{whole:,.2f}元", f"￥{_short(fen)}", f"{_short(fen)}元整",
    ]  # fmt: skip
    if fen % 10_000_00 == 0:
        ways += [f"{wan(fen)}万元", f"{wan(fen)}万元", f"人民币{wan(fen)}万元整"]
    if chance.random() < 0.05:
        return f"{_short(fen)}元".translate(WIDE)
    return chance.choice(ways)


def _short(fen: int) -> str:
    return str(fen // 100) if fen % 100 == 0 else f"{Decimal(fen) / 100:.2f}"


def words(fen: int, chance: Random) -> str:
    """Return an amount in capital numerals as clerks write it."""
    text = capitals(fen)
    if fen % 100 == 0 and chance.random() < 0.25:
        text = text.removesuffix("整") + chance.choice(("正", "", "整"))
    if text.startswith("壹拾") and chance.random() < 0.4:
        text = text[1:]
    if chance.random() < 0.08:
        text = text.replace("元", "圆")
    return text


def rate(value: Decimal, unit: str, chance: Random) -> str:
    """Return a rate as it stands behind a label that does not say its unit."""
    figure = f"{value.normalize():f}"
    match unit:
        case "permille_month":
            return chance.choice(
                (f"月利率{figure}‰", f"月息{figure}‰", f"月{figure}‰", f"月利率千分之{figure}")
            )
        case "percent_year":
            return chance.choice(
                (f"年利率{figure}%", f"年息{figure}％", f"年化{figure}%", f"年利率百分之{figure}")
            )
        case "percent_month":
            return chance.choice((f"月利率{figure}%", f"月息{figure}％"))
        case _:
            return chance.choice(
                (f"LPR+{figure}个基点", f"一年期LPR加{figure}个基点", f"LPR加{figure}BP")
            )


def term(months: int, chance: Random) -> str:
    """Return a term in months or years."""
    ways = [f"{months}个月", f"{months}个月", f"{months}月"]
    if months % 12 == 0:
        years = months // 12
        ways += [f"{years}年", f"{_MONTHS[years]}年"]
        ways += [f"{_SMALL[years]}年"]
    return chance.choice(ways)


def spaced_id(number: str, chance: Random) -> str:
    """Return an identity number as printed: plain, in groups, in wide figures."""
    kind = chance.random()
    if kind < 0.86:
        return number
    if kind < 0.93:
        return f"{number[:6]} {number[6:14]} {number[14:]}"
    if kind < 0.97:
        return " ".join(number)
    return number.translate(WIDE)


def spaced_phone(number: str, chance: Random) -> str:
    if chance.random() < 0.12 and len(number) == 11:
        return f"{number[:3]} {number[3:7]} {number[7:]}"
    return number


def digit_grid(fen: int, places: int = 10) -> tuple[list[str], list[str]]:
    """Return the head and the cells of a grid of figures, 分 last and ￥ before the first figure."""
    head = list("千百十万千百十元角分")[-places:]
    if places > len(head):
        head = ["亿", *head]
    figures = f"{fen}"
    cells = [""] * len(head)
    for place, figure in enumerate(reversed(figures)):
        cells[-1 - place] = figure
    if len(figures) < len(cells):
        cells[-1 - len(figures)] = "￥"
    return head, cells


def later_by(day: date, days: int) -> date:
    """Return the day so many days later."""
    return date.fromordinal(day.toordinal() + days)
