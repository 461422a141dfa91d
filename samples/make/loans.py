"""A small random model of the county's loans from 2023 to 2025, the same on every run.

Each loan has a way of paying (`Conduct`); from it follow its repayments, the interest due and
received, the days past due and the class at any day. Nothing is written down twice.
Interest: balance x monthly rate x days / 30, half as much again after the due date, payable on the
20th of the last month of a quarter and when the last principal is paid; halves of a fen round up.
"""

from __future__ import annotations

import calendar
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from samples.make.figures import rounded
from samples.make.people import BRANCH_CODES, OFFICERS, Party, cast, neighbours

AS_OF = date(2025, 12, 31)


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of loan: name, guarantee, letters in the contract number, permille a month."""

    name: str
    guarantee: str
    letters: str
    rate: Decimal
    amounts: tuple[int, ...]
    terms: tuple[int, ...]


CREDIT = Product(
    "农户小额信用贷款", "信用", "信借", Decimal("6.525"), (20, 30, 30, 40, 50), (12, 12, 24)
)
SURETY = Product("农户保证贷款", "保证", "保借", Decimal("6.8875"), (50, 60, 80, 100), (12, 12, 24))
GROUP = Product("农户联保贷款", "联保", "联借", Decimal("7.0833"), (30, 40, 50, 60), (12, 12))
TRADERS = Product("商户联保贷款", "联保", "商联", Decimal("7.25"), (80, 100, 150), (12,))
BUSINESS = Product(
    "个人商务贷款", "抵押", "商借", Decimal("5.8"), (150, 200, 250, 300), (12, 24, 36)
)
PLEDGE = Product("存单质押贷款", "质押", "质借", Decimal("3.625"), (50, 90, 180), (6, 12))
MORTGAGE = Product(
    "抵押贷款", "抵押", "抵借", Decimal("5.4375"), (120, 150, 200, 260, 300), (12, 24)
)
PRODUCTS = (CREDIT, SURETY, GROUP, TRADERS, BUSINESS, PLEDGE, MORTGAGE)

# Loans granted by product in each year: credit and business loans grow, joint guarantees shrink.
GRANTED = {
    2023: {CREDIT: 5, SURETY: 3, GROUP: 7, TRADERS: 2, BUSINESS: 2, PLEDGE: 1, MORTGAGE: 2},
    2024: {CREDIT: 8, SURETY: 4, GROUP: 3, TRADERS: 4, BUSINESS: 4, PLEDGE: 2, MORTGAGE: 4},
    2025: {CREDIT: 9, SURETY: 4, GROUP: 1, TRADERS: 1, BUSINESS: 5, PLEDGE: 2, MORTGAGE: 3},
}


@dataclass(frozen=True, slots=True)
class Conduct:
    """How a borrower pays.

    late       days from the due date to the repayment of what is left
    parts      repayments before that: (day, thousandths of the amount)
    stops_on   from this day on no interest is paid
    returns_on the day on which everything owed is paid after all; None: not yet
    """

    late: int = 0
    parts: tuple[tuple[date, int], ...] = ()
    stops_on: date | None = None
    returns_on: date | None = None


@dataclass(frozen=True, slots=True)
class InterestDue:
    """Interest that fell due on a day; paid_on is None while it is owed."""

    due_on: date
    fen: int
    paid_on: date | None


@dataclass(frozen=True, slots=True)
class Repayment:
    paid_on: date
    principal_fen: int
    interest_fen: int


@dataclass(frozen=True, kw_only=True)
class Loan:
    """One IOU under one contract; money in fen, rate in permille a month."""

    borrower: Party
    product: Product
    contract_fen: int
    amount_fen: int
    rate: Decimal
    start: date
    months: int
    conduct: Conduct = field(default_factory=Conduct)
    end_a_day_before: bool = False
    together: str = ""
    purpose: str = ""
    contract_no: str = ""
    iou_no: str = ""

    @cached_property
    def end(self) -> date:
        same_day = add_months(self.start, self.months)
        return same_day - timedelta(days=1) if self.end_a_day_before else same_day

    @property
    def officer(self) -> str:
        both = OFFICERS[self.borrower.branch]
        return both[int(self.borrower.group) % 2]

    @cached_property
    def principal(self) -> tuple[tuple[date, int], ...]:
        """Repayments of principal up to AS_OF, in order."""
        paid = [
            (day, self.amount_fen * share // 1000)
            for day, share in self.conduct.parts
            if day <= AS_OF
        ]
        rest = self.amount_fen - sum(fen for _, fen in paid)
        if self.conduct.stops_on and not self.conduct.returns_on:
            return tuple(paid)
        last = self.conduct.returns_on or self.end + timedelta(days=self.conduct.late)
        if last <= AS_OF and rest:
            paid.append((last, rest))
        return tuple(paid)

    def balance(self, day: date) -> int:
        """Principal outstanding at the end of `day`."""
        if day < self.start:
            return 0
        return self.amount_fen - sum(fen for on, fen in self.principal if on <= day)

    @cached_property
    def settled_on(self) -> date | None:
        return self.principal[-1][0] if self.principal and self.balance(AS_OF) == 0 else None

    @cached_property
    def interest(self) -> tuple[InterestDue, ...]:
        last = self.settled_on or AS_OF
        days = [day for day in _interest_days(self.start, last) if day < last]
        if self.settled_on:
            days.append(self.settled_on)
        elif last in _interest_days(self.start, last):
            days.append(last)
        dues, since = [], self.start
        for day in days:
            dues.append(InterestDue(day, self._accrued(since, day), self._interest_paid_on(day)))
            since = day
        return tuple(dues)

    def _accrued(self, since: date, until: date) -> int:
        thousandths = Decimal(0)
        for offset in range((until - since).days):
            day = since + timedelta(days=offset)
            rate = self.rate * Decimal("1.5") if day >= self.end else self.rate
            thousandths += self.balance(day) * rate / 30
        return rounded(thousandths / 1000)

    def _interest_paid_on(self, due: date) -> date | None:
        stop, back = self.conduct.stops_on, self.conduct.returns_on
        if stop is None or due < stop:
            return due
        return back if back and back <= AS_OF else None

    def arrears(self, day: date) -> int:
        """Interest that had fallen due and was still owed at the end of `day`."""
        return sum(
            due.fen
            for due in self.interest
            if due.due_on <= day and (due.paid_on is None or due.paid_on > day)
        )

    def days_past_due(self, day: date) -> int:
        """Days since the oldest unpaid principal or interest fell due; 0 when nothing is owed."""
        unpaid = [
            due.due_on
            for due in self.interest
            if due.due_on < day and (due.paid_on is None or due.paid_on > day)
        ]
        if self.balance(day) and self.end < day:
            unpaid.append(self.end)
        return (day - min(unpaid)).days if unpaid else 0

    def five_level_class(self, day: date) -> str:
        """The class by days past due (rule of 2023; seven days are a technical delay)."""
        days = self.days_past_due(day)
        limits = ((7, "正常"), (90, "关注"), (270, "次级"), (360, "可疑"))
        return next((name for most, name in limits if days <= most), "损失")

    @cached_property
    def repayments(self) -> tuple[Repayment, ...]:
        """What was received each day, principal and interest together."""
        days: dict[date, list[int]] = {}
        for on, fen in self.principal:
            days.setdefault(on, [0, 0])[0] += fen
        for due in self.interest:
            if due.paid_on:
                days.setdefault(due.paid_on, [0, 0])[1] += due.fen
        return tuple(Repayment(on, *days[on]) for on in sorted(days))


def add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _interest_days(start: date, last: date) -> list[date]:
    days = [date(year, month, 20) for year in range(2023, 2026) for month in (3, 6, 9, 12)]
    return [day for day in days if start < day <= last]


def thousand(amount: int) -> int:
    """Thousands of yuan as fen."""
    return amount * 100_000


def _cast_loans(people: dict[str, Party]) -> Iterator[Loan]:
    """The loans whose papers lie in the inbox."""

    def loan(
        key: str,
        product: Product,
        thousands: int,
        start: date,
        months: int,
        purpose: str,
        conduct: Conduct | None = None,
        *,
        day_before: bool = False,
        together: str = "",
        contract: int = 0,
    ) -> Loan:
        return Loan(
            borrower=people[key],
            product=product,
            contract_fen=thousand(contract or thousands),
            amount_fen=thousand(thousands),
            rate=product.rate,
            start=start,
            months=months,
            conduct=conduct or Conduct(),
            end_a_day_before=day_before,
            together=together,
            purpose=purpose,
        )

    yield loan(
        "zhangsan",
        MORTGAGE,
        150,
        date(2024, 5, 20),
        12,
        "购买联合收割机",
        Conduct(
            parts=((date(2025, 5, 19), 400), (date(2025, 7, 30), 200)), stops_on=date(2025, 6, 1)
        ),
        day_before=True,
    )
    yield loan("zhangsan", CREDIT, 30, date(2023, 3, 6), 12, "购买化肥、种子")
    yield loan("lixiuying", SURETY, 80, date(2025, 3, 11), 24, "扩建养猪圈舍")
    yield loan("wangjianguo", CREDIT, 50, date(2024, 9, 2), 24, "苹果园更新改造")
    for key, amount in (("chendashan", 60), ("liuyulan", 50), ("zhaoguoqing", 50)):
        yield loan(
            key,
            GROUP,
            amount,
            date(2025, 4, 8),
            12,
            "购买农资、饲养肉羊",
            together="马家沟",
            contract=160,
        )
    yield loan("sunguihua", CREDIT, 20, date(2025, 2, 17), 12, "大棚蔬菜种植", day_before=True)
    yield loan("zhangwei1", CREDIT, 40, date(2025, 5, 6), 24, "购买农用三轮车")
    yield loan("zhangwei2", CREDIT, 30, date(2025, 6, 16), 12, "经营小卖部进货")
    yield loan("madefu", CREDIT, 50, date(2025, 7, 21), 12, "养牛")
    yield loan("zhouzhiqiang", CREDIT, 50, date(2025, 8, 12), 12, "购买旋耕机")
    yield loan(
        "wuchangshun",
        GROUP,
        40,
        date(2023, 10, 16),
        12,
        "购买饲料",
        Conduct(parts=((date(2024, 9, 20), 375),), stops_on=date(2024, 10, 1)),
        together="东湾",
    )
    yield loan(
        "lvyuan",
        MORTGAGE,
        600,
        date(2025, 1, 15),
        12,
        "收购玉米、小麦",
        day_before=True,
        contract=800,
    )


PURPOSES = {
    "信用": ("购买化肥、种子", "蔬菜大棚维修", "购买仔猪", "购买农机具", "果树种植"),
    "保证": ("扩建养殖场", "购买拖拉机", "苗木种植", "养殖肉牛"),
    "联保": ("购买农资", "饲养肉羊", "经营周转", "购进货物"),
    "抵押": ("购买收割机", "经营周转", "建设冷库", "购进建材"),
    "质押": ("资金周转", "购买农资"),
}


def _conduct_by_chance(chance: random.Random, start: date, end: date) -> Conduct:
    """Most pay on the day; some a little late, some in parts."""
    throw = chance.random()
    parts: tuple[tuple[date, int], ...] = ()
    if throw > 0.72:
        day = max(
            start + timedelta(days=chance.randint(120, 240)),
            date(2024, 1, 8) + timedelta(days=chance.randint(0, 45)),
        )
        if day < end:
            parts = ((day, chance.choice((200, 250, 300, 400))),)
    late = chance.choice((3, 9, 26)) if throw < 0.08 else -chance.choice((0, 0, 1, 2, 5))
    return Conduct(late=late, parts=parts)


# The troubled ones among the neighbours' loans: (year granted, product, its place among that
# year's loans of the product) and how it went.
TROUBLE: dict[tuple[int, str, int], Conduct] = {
    (2023, "农户联保贷款", 1): Conduct(
        stops_on=date(2024, 5, 1),
        returns_on=date(2025, 4, 28),
    ),
    (2023, "农户联保贷款", 3): Conduct(stops_on=date(2024, 2, 1), returns_on=date(2024, 10, 22)),
    (2023, "农户小额信用贷款", 2): Conduct(
        parts=((date(2024, 11, 26), 300),), stops_on=date(2024, 6, 1), returns_on=date(2025, 8, 6)
    ),
    (2024, "农户联保贷款", 0): Conduct(
        parts=((date(2025, 3, 24), 500),), stops_on=date(2025, 3, 1)
    ),
    (2024, "农户保证贷款", 1): Conduct(
        parts=((date(2025, 6, 12), 600),), stops_on=date(2025, 7, 1)
    ),
    (2025, "农户小额信用贷款", 0): Conduct(stops_on=date(2025, 12, 1)),
}


def _neighbours_loans(taken: frozenset[str]) -> Iterator[Loan]:
    chance = random.Random(2023)
    people = list(neighbours(47, taken))
    order = 0
    for year, products in GRANTED.items():
        for product, count in products.items():
            for place in range(count):
                borrower = people[order % len(people)]
                order += 1
                start = date(year, 1, 8) + timedelta(days=chance.randrange(340))
                months = chance.choice(product.terms)
                thousands = chance.choice(product.amounts)
                end = add_months(start, months)
                yield Loan(
                    borrower=borrower,
                    product=product,
                    contract_fen=thousand(thousands),
                    amount_fen=thousand(thousands),
                    rate=product.rate + Decimal(chance.choice(("0", "0", "0.3625", "-0.3625"))),
                    start=start,
                    months=months,
                    conduct=TROUBLE.get((year, product.name, place))
                    or _conduct_by_chance(chance, start, end),
                    end_a_day_before=chance.random() < 0.5,
                    purpose=chance.choice(PURPOSES[product.guarantee]),
                )


def _numbered(loans: Sequence[Loan]) -> list[Loan]:
    """Give each loan its contract and IOU number in the order of granting."""
    counts: dict[int, int] = {}
    shared: dict[str, str] = {}
    numbered = []
    for loan in sorted(loans, key=lambda one: (one.start, one.borrower.number)):
        year = loan.start.year
        counts[year] = counts.get(year, 0) + 1
        number = f"（{year}）青信{loan.product.letters}字第{counts[year] + 10:04d}号"
        number = shared.setdefault(loan.together, number) if loan.together else number
        iou = f"{BRANCH_CODES[loan.borrower.branch]}{loan.start:%Y%m%d}{counts[year] + 10:03d}"
        numbered.append(replace(loan, contract_no=number, iou_no=iou))
    return numbered


def all_loans() -> list[Loan]:
    """Return every loan of the county, in the order of granting."""
    people = cast()
    taken = frozenset(person.name for person in people.values())
    return _numbered([*_cast_loans(people), *_neighbours_loans(taken)])
