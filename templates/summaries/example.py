"""An invented period: what summaries look like before there is a ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ledger.classes import CLASSES
from ledger.figure import Figure
from ledger.spans import Span, span_of
from templates import examples
from templates.charts.chart import chart
from templates.examples import figure
from templates.summaries.breakdown import Breakdown
from templates.summaries.document import Charts, Summary, of_facts
from templates.summaries.facts import PeriodFacts, following
from templates.summaries.figures import Flow, Granted, Part, Standing

_STANDING: dict[str, tuple[str, int, int]] = {
    # name: unit, value at the end, when it began (percent in hundredths)
    "outstanding_count": ("count", 83, 78),
    "outstanding_balance": ("fen", 861_235_050, 790_120_000),
    "household_count": ("count", 61, 58),
    "npl_count": ("count", 5, 4),
    "npl_balance": ("fen", 21_450_000, 17_300_000),
    "npl_ratio": ("percent", 249, 219),
    "overdue_balance": ("fen", 24_800_000, 20_100_000),
    "overdue_ratio": ("percent", 288, 254),
    "arrears_interest": ("fen", 1_471_265, 1_091_500),
    "largest_borrower_balance": ("fen", 60_000_000, 55_000_000),
    "top_ten_balance": ("fen", 310_500_000, 290_000_000),
}
_FLOW: dict[str, tuple[str, int | None, int | None]] = {
    "granted_count": ("count", 46, 41),
    "granted_sum": ("fen", 512_000_000, 448_500_000),
    "planned_sum": ("fen", 549_946_300, 442_962_900),
    "plan_percent": ("percent", 9_310, 10_125),
    "recovered_count": ("count", 131, 118),
    "recovered_sum": ("fen", 440_884_950, 401_000_000),
    "new_npl_count": ("count", 2, 1),
    "new_npl_sum": ("fen", 9_800_000, 4_000_000),
    "new_npl_uninspected": ("count", 1, None),
    "npl_recovered_sum": ("fen", 5_650_000, 3_200_000),
    "downgraded_sum": ("fen", 16_300_000, None),
    "upgraded_sum": ("fen", 2_100_000, None),
    "interest_due": ("fen", 52_431_275, 48_112_000),
    "interest_received": ("fen", 50_960_010, 47_020_500),
    "interest_collection_rate": ("percent", 9_719, 9_773),
    "due_principal": ("fen", 431_000_000, 398_000_000),
    "due_recovered": ("fen", 417_200_000, 390_000_000),
    "due_recovery_rate": ("percent", 9_680, 9_799),
    "due_extended": ("fen", 6_000_000, 3_000_000),
    "due_refinanced": ("fen", 0, 0),
    "inspections_due": ("count", 168, 160),
    "inspections_done": ("count", 157, 155),
    "inspection_rate": ("percent", 9_345, 9_688),
    "income": ("fen", None, None),
    "expense": ("fen", None, None),
    "profit": ("fen", None, None),
}
_PRODUCTS = ("农户小额贷款", "农户联保贷款", "商户小额贷款", "个人商务贷款", "存单质押贷款")
_UNITS = ("城关信用社", "石桥信用社", "柳河信用社", "三家坪（含青石沟、双龙两个代办点）信用社")
_VILLAGES = ("东湾村", "柳河村", "杏花岭村", "三家坪村民委员会青石沟自然村")
_PEOPLE = ("王春梅", "李建国", "赵志强", "欧阳慧敏", "陈大山")
_TARGETS: dict[str, tuple[str, int]] = {
    "npl_ratio": ("percent", 250), "due_recovery_rate": ("percent", 9_700),
    "interest_collection_rate": ("percent", 9_850), "npl_balance": ("fen", 20_000_000),
    "npl_recovered_sum": ("fen", 6_000_000), "granted_sum": ("fen", 560_000_000),
    "outstanding_balance": ("fen", 920_000_000),
}  # fmt: skip
_DONE = {
    "contacts": 14, "contacts_visit": 9, "contacts_phone": 3, "contacts_letter": 2,
    "contacts_message": 0, "contacts_legal": 0, "lawsuits_filed": 2, "lawsuits_open": 2,
    "lawsuits_judged": 1, "lawsuits_enforced": 1, "warnings_raised": 3, "warnings_released": 1,
    "warnings_open": 2, "rectifications_issued": 4, "rectifications_done": 3,
    "rectifications_open": 1, "rectifications_overdue": 1, "sheets_filled": 4, "sheets_failed": 1,
    "trainings": 3, "attendance": 42, "sanctions": 1, "credit_villages": 1,
}  # fmt: skip
_MONEY = {
    "lawsuits_amount": 5_541_769,
    "assets_taken": 0,
    "enforced": 1_200_000,
    "after_write_off": 0,
}


def _value(unit: str, plain: int | None) -> int | Decimal | None:
    return Decimal(plain) / 100 if unit == "percent" and plain is not None else plain


def facts(rows: int = 3, period: str = "2025", **changed: Any) -> PeriodFacts:
    """Return an invented period beside the one before; `changed` are figures of it by name."""
    span = span_of(period)
    assert span is not None  # noqa: S101 - written so in this repository
    end = _standing(span.last, 1, rows, changed)
    start = _standing(span.first - timedelta(days=1), 2, rows, {})
    now = _flow(span, 1, rows, changed)
    if changed:
        raise TypeError(f"no such figures: {sorted(changed)}")
    return PeriodFacts(
        span=span,
        as_of=span.last,
        now=now,
        end=end,
        start=start,
        before=_flow(span.year_before, 2, rows, {}),
        year_ago=None if span.kind == "year" else _standing(_year_before(span.last), 2, rows, {}),
        channels=_channels(now),
        done=_done(span),
        parts=_parts(rows, now, end, start),
        targets=_targets(span.first.year),
        targets_next=_targets(following(span).first.year),
        granted_in_year=now.granted_sum,
        due_next=_due_next(span),
    )


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1)


def _standing(day: date, place: int, rows: int, changed: dict[str, Any]) -> Standing:
    found: dict[str, Any] = {}
    for name, given in _STANDING.items():
        value = _value(given[0], given[place])  # type: ignore[arg-type]
        found[name] = figure(f"{name}({day})", changed.pop(name, value), given[0], as_of=day)
    balance = int(found["outstanding_balance"].value or 0)

    def part(by: str, name: str, percent: int) -> Part:
        return Part(
            name=name,
            count=figure(f"outstanding_count({day}, {by}={name})", percent, "count", as_of=day),
            balance=figure(
                f"outstanding_balance({day}, {by}={name})", balance * percent // 100, "fen",
                as_of=day,
            ),
        )  # fmt: skip

    return Standing(
        as_of=day,
        products=tuple(
            part("product", _product(n), 60 // (n + place)) for n in range(max(rows, 0))
        ),
        classes=tuple(
            part("class_code", code, percent)
            for code, percent in zip(CLASSES, (90, 7, 2, 1, 0), strict=True)
        ),
        guarantees=tuple(
            part("guarantee", code, percent)
            for code, percent in (
                ("mortgage", 40 + 6 * place), ("guarantee", 25), ("joint", 26 - 6 * place),
                ("credit", 9),
            )
        ),
        **found,
    )  # fmt: skip


def _product(n: int) -> str:
    return f"{_PRODUCTS[n % len(_PRODUCTS)]}{'' if n < 5 else n + 1}"


def _flow(span: Span, place: int, rows: int, changed: dict[str, Any]) -> Flow:
    found: dict[str, Any] = {}
    for name, given in _FLOW.items():
        value = _value(given[0], given[place])  # type: ignore[arg-type]
        found[name] = figure(f"{name}({span})", changed.pop(name, value), given[0], as_of=span.last)
    products = []
    for n in range(rows):
        amount = 100_000_000 // (n + 1) + (5 if place == 1 else 9) * 1_000_000 * n
        percent = (Decimal("92.50"), None, Decimal("104.20"))[n % 3]
        planned = None if percent is None else int(amount * 100 / percent)
        about = f"({span}, product={_product(n)})"
        products.append(Granted(
            product=_product(n),
            count=figure(f"granted_count{about}", 10 + n, "count"),
            amount=figure(f"granted_sum{about}", amount, "fen"),
            planned=figure(f"planned_sum{about}", planned, "fen"),
            plan_percent=figure(f"plan_percent{about}", percent, "percent"),
        ))  # fmt: skip
    return Flow(span=span, products=tuple(products), **found)


def _channels(now: Flow) -> dict[str, Figure]:
    whole = int(now.npl_recovered_sum.value or 0)
    split = {"money": whole - whole // 3, "court": whole // 3}
    return {
        code: figure(f"npl_recovered_sum({now.span}, channel={code})", value, "fen")
        for code, value in split.items()
        if value
    }


def _done(span: Span) -> dict[str, Figure]:
    about = f"({span.first}..{span.last})"
    found = {name: figure(f"{name}{about}", value, "count") for name, value in _DONE.items()}
    return found | {name: figure(f"{name}{about}", value, "fen") for name, value in _MONEY.items()}


def _targets(year: int) -> dict[str, Figure]:
    return {
        name: figure(f"target({name}, {year})", _value(unit, value), unit)
        for name, (unit, value) in _TARGETS.items()
    }


def _due_next(span: Span) -> tuple[tuple[Figure, Figure], ...]:
    ahead = following(span)
    counts = (3, 2, 9, 5, 4, 6, 3, 2, 5, 4, 7, 12)
    return tuple(
        (
            figure(f"maturing_count({month})", counts[month.first.month - 1], "count"),
            figure(f"maturing_sum({month})", counts[month.first.month - 1] * 5_150_000, "fen"),
        )
        for month in ahead.months
    )


def _parts(rows: int, now: Flow, end: Standing, start: Standing) -> dict[str, Breakdown]:
    """Each whole is divided so that it adds up: half to the first, the rest on."""
    standing = ("outstanding_balance", "npl_balance", "overdue_balance", "arrears_interest")
    flows = ("granted_sum", "new_npl_sum", "due_principal", "due_recovered", "inspections_due",
             "inspections_done", "npl_recovered_sum")  # fmt: skip
    at_end = {name: getattr(end, name) for name in standing}
    at_start = {f"start.{name}": getattr(start, name) for name in standing}
    wholes = at_end | at_start | {name: getattr(now, name) for name in flows}
    bad = {"new_npl_count": now.new_npl_count, "new_npl_sum": now.new_npl_sum}
    return {
        "unit": _divided("unit", _UNITS[:rows], wholes),
        "village": _divided("village", _VILLAGES[:rows], at_end | at_start | bad),
        "manager": _divided("manager", _PEOPLE[:rows], wholes),
        "product": _divided("product", _PRODUCTS[: min(rows, 2)], bad),
        "cause": _divided("cause", ("business", "aftercare")[:rows], bad),
        "class_code": _divided("class_code", CLASSES[:rows], at_end),
    }


def _divided(by: str, names: tuple[str, ...], wholes: Mapping[str, Figure]) -> Breakdown:
    of: dict[str, dict[str, Figure]] = {}
    if not names:
        return Breakdown(by=by, names=())
    for key, whole in wholes.items():
        if whole.value is None:
            continue
        left = int(whole.value)
        of[key] = {}
        for place, name in enumerate(names, 1):
            mine = left if place == len(names) else left // 2
            left -= mine
            full = f"{whole.name.removesuffix(')')}, {by}={name})"
            of[key][name] = figure(full, mine, whole.unit, as_of=whole.as_of)
    return Breakdown(by=by, names=names, wholes={k: wholes[k] for k in of}, of=of)


def example(period: str) -> Callable[[str, int], Summary]:
    """Return what makes an invented summary of a period: (language, rows)."""

    def made(language: str, rows: int) -> Summary:
        told = facts(rows, period)
        return of_facts(
            told,
            institution=examples.INSTITUTION,
            department=examples.DEPARTMENT,
            known_on=examples.KNOWN_ON,
            language=language,
            charts=_charts(told, language) if rows else Charts(),
        )

    return made


def _charts(told: PeriodFacts, language: str) -> Charts:
    months = [str(month.first.month) for month in told.span.months]
    balances = [
        figure(f"outstanding_balance({month.last})", 700_000_000 + 9_000_000 * n, "fen")
        for n, month in enumerate(told.span.months)
    ]
    return Charts(
        balance=chart(
            {"zh": "各月末贷款余额", "es": "Saldo por mes", "en": "Balance by month"}[language],
            language, months, [("1", balances)],
        )
    )  # fmt: skip
