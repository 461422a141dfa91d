"""An invented outlook: what plans look like before there is a ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ledger.bad.groups import UNSTATED, codes_of
from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.spans import Span, span_of
from templates.derived import share
from templates.examples import figure
from templates.planning.goals import OF_OFFICERS, Goals
from templates.planning.lines import Group, Month, Owner, Product, Tier
from templates.planning.outlook import Outlook

DAY = date(2025, 12, 31)
_YUAN = 100
# name: unit, at the end of 2025, of 2024 (money in yuan, percent in hundredths)
_NOW: dict[str, tuple[str, int | None, int | None]] = {
    "outstanding_count": ("count", 86, 78),
    "outstanding_balance": ("fen", 8_612_350, 7_901_200),
    "household_count": ("count", 61, 58),
    "npl_count": ("count", 5, 4),
    "npl_balance": ("fen", 214_500, 173_000),
    "npl_ratio": ("percent", 249, 219),
    "overdue_balance": ("fen", 248_000, 201_000),
    "overdue_ratio": ("percent", 288, 254),
    "arrears_interest": ("fen", 14_712, 10_915),
    "granted_sum": ("fen", 5_120_000, 4_485_000),
    "recovered_sum": ("fen", 4_408_849, 4_010_000),
    "new_npl_count": ("count", 2, 1),
    "new_npl_sum": ("fen", 98_000, 40_000),
    "npl_recovered_sum": ("fen", 56_500, 32_000),
    "due_principal": ("fen", 4_310_000, 3_980_000),
    "due_recovered": ("fen", 4_172_000, 3_900_000),
    "due_recovery_rate": ("percent", 9680, 9799),
    "interest_due": ("fen", 524_312, 481_120),
    "interest_received": ("fen", 509_600, 470_205),
    "interest_collection_rate": ("percent", 9719, 9773),
    "inspections_due": ("count", 168, 160),
    "inspections_done": ("count", 157, 155),
    "inspection_rate": ("percent", 9345, 9688),
    "income": ("fen", 561_000, 502_000),
    "expense": ("fen", 388_000, 361_000),
    "profit": ("fen", 173_000, 141_000),
}
_NAMES = ("城关信用社", "石桥信用社", "柳河信用社", "三家坪（含青石沟、双龙两个代办点）信用社")
_CLASSED = ((76, 7_800_350), (5, 597_500), (3, 150_000), (1, 40_000), (1, 24_500))
_LACKS = ("manager", "classed", "target", "plan", "late_plan", "file")
_PEOPLE = ("王春梅", "李建国", "赵志强", "欧阳慧敏", "陈大山")
_PRODUCTS = ("农户小额贷款", "农户联保贷款", "商户小额贷款", "个人商务贷款")


def outlook(rows: int = 3, period: str = "2026") -> Outlook:
    """Return an outlook with about `rows` units and officers; 0: nothing is bad or falls due."""
    span = span_of(period)
    assert span is not None  # noqa: S101 - written so in this repository
    now = {name: _standing(name, 1, DAY) for name in _NOW}
    before = {name: _standing(name, 2, date(2024, 12, 31)) for name in _NOW}
    if not rows:
        now |= {
            name: figure(f"{name}(2025)", 0, "fen") for name in ("npl_balance", "overdue_balance")
        }
    months = tuple(_month(one, n, rows) for n, one in enumerate(span.months, 1))
    known = bool(rows)
    return Outlook(
        span=span,
        as_of=DAY,
        now=now,
        before=before if known else {},
        months=months,
        due_count=_sum("maturing_count", [one.due_count for one in months], span),
        due_sum=_sum("maturing_sum", [one.due_sum for one in months], span),
        visits=_sum("inspections_planned", [one.visits for one in months], span),
        missed=figure("inspections_missed(2025)", 11 if known else 0, "count"),
        units=tuple(_owner("unit", name, n) for n, name in _some(_NAMES, rows)),
        officers=tuple(_owner("manager", name, n) for n, name in _some(_PEOPLE, rows)),
        products=tuple(
            Product(
                name=name,
                balance=_money(f"outstanding_balance({DAY}, product={name})", 900_000 // n),
                overdue=_money(f"overdue_balance({DAY}, product={name})", 90_000 // n),
                bad=_money(f"npl_balance({DAY}, product={name})", 60_000 // n),
            )
            for n, name in _some(_PRODUCTS, rows)
        ),
        classes=tuple(
            _group("class_code", code, count, yuan, now["outstanding_balance"])
            for code, (count, yuan) in zip(CLASSES, _CLASSED, strict=True)
        ),
        categories=_groups("category", (2, 1, 0, 0, 1, 0), known, now["npl_balance"]),
        grades=_groups("recoverability", (2, 1, 1), known, now["npl_balance"]),
        tiers=tuple(
            Tier(
                code=code,
                households=figure(f"tier_households({DAY}, {code})", count, "count"),
                balance=_money(f"tier_balance({DAY}, {code})", yuan),
            )
            for code, count, yuan in (
                ("large", 1, 1_200_000), ("middle", 18, 5_100_000), ("small", 42, 2_312_350),
            )
        ),
        gaps={
            name: figure(f"without_{name}({DAY})", count if known else 0, "count")
            for name, count in zip(_LACKS, (2, 1, 9, 3, 1, 6), strict=True)
        },
        work={
            name: figure(f"{name}({DAY})", count if known else 0, "count")
            for name, count in (
                ("warnings_open", 2), ("rectifications_open", 3), ("rectifications_overdue", 1),
                ("sheets_filled", 8), ("sheets_failed", 1), ("lawsuits_open", 1), ("trainings", 4),
                ("to_reassign", 1), ("left_behind", 2),
            )
        },
        goals=_goals(rows),
    )  # fmt: skip


def _some(names: tuple[str, ...], rows: int) -> list[tuple[int, str]]:
    return [
        (n + 1, names[n % len(names)] + (str(n + 1) if n >= len(names) else ""))
        for n in range(rows)
    ]


def _standing(name: str, column: int, day: date) -> Figure:
    unit, value = _NOW[name][0], _NOW[name][column]
    plain = None if not isinstance(value, int) else value
    shown: int | Decimal | None = plain
    if plain is not None and unit == "fen":
        shown = plain * _YUAN
    if plain is not None and unit == "percent":
        shown = Decimal(plain) / 100
    return figure(f"{name}({day.year})", shown, unit, as_of=day)


def _money(name: str, yuan: int | None) -> Figure:
    return figure(name, None if yuan is None else yuan * _YUAN, "fen")


def _month(span: Span, n: int, rows: int) -> Month:
    count = (3, 2, 9, 5, 4, 6, 3, 2, 5, 0, 7, 12)[n % 12] if rows else 0
    return Month(
        first=span.first,
        due_count=figure(f"maturing_count({span.text})", count, "count"),
        due_sum=_money(f"maturing_sum({span.text})", count * 51_500),
        visits=figure(f"inspections_planned({span.text})", 10 + n, "count"),
    )


def _sum(name: str, parts: list[Figure], span: Span) -> Figure:
    value = sum(int(one.value or 0) for one in parts)
    return figure(f"{name}({span.text})", value, parts[0].unit)


def _owner(by: str, name: str, n: int) -> Owner:
    def money(what: str, yuan: int) -> Figure:
        return _money(f"{what}({by}={name})", yuan)

    def count(what: str, many: int) -> Figure:
        return figure(f"{what}({by}={name})", many, "count")

    return Owner(
        name=name,
        loans=count("outstanding_count", 30 // n),
        balance=money("outstanding_balance", 3_000_000 // n),
        due_count=count("maturing_count", 12 // n),
        due_sum=money("maturing_sum", 640_000 // n),
        overdue=money("overdue_balance", 120_000 // n),
        bad=money("npl_balance", 90_000 // n),
        missed=count("inspections_missed", max(7 - 2 * n, 0)),
    )


def _group(by: str, code: str, count: int, yuan: int, whole: Figure) -> Group:
    balance = _money(f"npl_balance({DAY}, {by}={code})", yuan)
    return Group(
        code=code,
        count=figure(f"npl_count({DAY}, {by}={code})", count, "count"),
        balance=balance,
        share=share(balance, whole),
    )


def _groups(by: str, counts: tuple[int, ...], known: bool, whole: Figure) -> tuple[Group, ...]:
    found = [
        _group(by, code, count if known else 0, count * 42_900 if known else 0, whole)
        for code, count in zip(codes_of(by), counts, strict=True)
    ]
    if known:
        found.append(_group(by, UNSTATED, 1, 42_900, whole))
    return tuple(found)


def _goals(rows: int) -> Goals:
    return Goals(
        granted=_money("planned(2026, what=granted_sum)", 5_600_000 if rows else None),
        balance=_money("planned(2026, what=outstanding_balance)", 9_200_000 if rows else None),
        recovered=_money("planned(2026, what=recovered_sum)", None),
        officers={
            name: {
                field: _money(f"{field}({name}, 2026)", 20_000 * n if rows > 1 else None)
                for field in OF_OFFICERS
            }
            for n, name in _some(_PEOPLE, rows)
        },
    )
