"""The rows of the ledger workbook, computed from the loans: one function a sheet."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samples.make.figures import rounded, yuan
from samples.make.loans import AS_OF, PRODUCTS, Loan, add_months
from samples.make.people import COUNTY, OFFICERS, cast

QUARTER_ENDS = tuple(
    date(year, month, day)
    for year in (2023, 2024, 2025)
    for month, day in ((3, 31), (6, 30), (9, 30), (12, 31))
    if (year, month) >= (2023, 12)
)
APPRAISERS = ("青禾县衡信资产评估事务所", "双方协商")


def class_on(loan: Loan, day: date) -> str:
    """The class the branch entered: by days past due, but careful where the business is shaky."""
    by_days = loan.five_level_class(day)
    if by_days == "正常" and loan.balance(day) and loan.iou_no.endswith("7") and day.year == 2025:
        return "关注"
    return by_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """One thing mortgaged or pledged for a loan; money in fen, area in m2."""

    loan: Loan
    name: str
    kind: str
    owner: str
    certificate: str
    area: str
    place: str
    value_fen: int
    valued_on: date
    appraiser: str
    registration: str
    policy: str
    insured_until: date | None
    state: str

    @property
    def rate(self) -> int:
        """Amount lent in percent of the value."""
        return rounded(yuan(self.loan.contract_fen) * 100 / yuan(self.value_fen))


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One inspection that was due; done_on is None when it was missed."""

    loan: Loan
    kind: str
    due_on: date
    done_on: date | None
    way: str
    inspectors: str
    result: str


def title_number(year: int, order: int) -> str:
    return f"豫（{year}）{COUNTY}不动产权第{order:07d}号"


def registration_number(year: int, order: int) -> str:
    return f"豫（{year}）{COUNTY}不动产证明第{order:07d}号"


def securities(loans: Sequence[Loan]) -> Iterator[Security]:
    """What secures each mortgage, business and pledge loan."""
    chance = random.Random(77)
    order = 0
    for loan in loans:
        if loan.product.guarantee not in ("抵押", "质押"):
            continue
        order += 1
        settled = loan.settled_on is not None
        if loan.product.guarantee == "质押":
            yield Security(
                loan=loan,
                name="整存整取定期存单",
                kind="存单",
                owner=loan.borrower.name,
                certificate=f"QH{loan.start:%Y}{order:06d}",
                area="",
                place="",
                value_fen=loan.amount_fen * 10 // 9 // 100_000 * 100_000,
                valued_on=loan.start,
                appraiser="",
                registration="",
                policy="",
                insured_until=None,
                state="已退还" if settled else "入库",
            )
            continue
        ratio = chance.choice((45, 50, 55, 60))
        if loan.borrower.name == "张三":
            ratio = 50
        if loan.borrower.legal_rep:
            ratio = 50
        house = "粮食仓库及晾晒场" if loan.borrower.legal_rep else "住宅房屋"
        if loan.product.name == "个人商务贷款":
            house = "临街商铺"
        area = 60 + chance.randrange(8000) / 100
        if loan.borrower.name == "张三":
            area = 168.5
        if loan.borrower.legal_rep:
            area = 1240.0
        insured = chance.random() < 0.7
        yield Security(
            loan=loan,
            name=house,
            kind="不动产",
            owner=loan.borrower.name,
            certificate=title_number(loan.start.year - chance.randint(1, 5), 1200 + order * 17),
            area=f"{area:.2f}",
            place=loan.borrower.address,
            value_fen=loan.contract_fen * 100 // ratio // 100_000 * 100_000,
            valued_on=loan.start - timedelta(days=chance.randint(6, 20)),
            appraiser=APPRAISERS[loan.amount_fen < 20_000_000],
            registration=registration_number(loan.start.year, 300 + order * 7),
            policy=f"PQH{loan.start:%Y}{order:05d}" if insured else "",
            insured_until=loan.start + timedelta(days=365) if insured else None,
            state="已注销" if settled else "入库",
        )


def inspections(loans: Sequence[Loan]) -> Iterator[Inspection]:
    """First inspection within a month, then twice a year, each quarter once past due."""
    chance = random.Random(31)
    with_papers = {person.number for person in cast().values()}
    for loan in loans:
        both = "、".join(OFFICERS[loan.borrower.branch])
        for kind, due in _due_inspections(loan):
            done: date | None = due - timedelta(days=chance.randint(0, 12))
            if chance.random() < (0.06 if kind == "首次检查" else 0.11):
                done = None
            if loan.borrower.number in with_papers:
                done = done or due - timedelta(days=2)
            trouble = bool(done and loan.days_past_due(done) > 7)
            result = "贷款已逾期，经营收入下降，列入催收" if trouble else "用途一致，经营正常"
            way = "现场" if trouble or chance.random() < 0.85 else "电话"
            yield Inspection(
                loan=loan,
                kind=kind,
                due_on=due,
                done_on=done,
                way=way if done else "",
                inspectors=both if done else "",
                result=result if done else "",
            )


def _due_inspections(loan: Loan) -> Iterator[tuple[str, date]]:
    last = min(loan.settled_on or AS_OF, AS_OF)
    first = loan.start + timedelta(days=30)
    if date(2024, 1, 1) <= first <= last:
        yield "首次检查", first
    step = 3 if loan.days_past_due(AS_OF) > 7 else 6
    months = step
    while (due := add_months(loan.start, months)) <= last:
        if due >= date(2024, 1, 1):
            yield ("重点检查" if loan.days_past_due(due) > 7 else "常规检查"), due
        months += step


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The targets of one year: lent and outstanding by product, in fen; rates in percent."""

    year: int
    granted: dict[str, int]
    outstanding: dict[str, int]
    npl_rate: str
    npl_fen: int
    due_recovery: str
    interest_recovery: str
    npl_cleared_fen: int


def plans(loans: Sequence[Loan]) -> Iterator[Plan]:
    """Targets near what came about, most of them above it; those of 2026 build on 2025."""
    targets = ((2024, "2.50", 60, 50), (2025, "2.50", 120, 80), (2026, "2.30", 130, 90))
    for year, npl_rate, npl, cleared in targets:
        granted, outstanding = {}, {}
        for order, product in enumerate(PRODUCTS):
            own = [one for one in loans if one.product is product]
            known = min(year, AS_OF.year)
            lent = sum(one.amount_fen for one in own if one.start.year == known)
            left = sum(one.balance(date(known, 12, 31)) for one in own)
            factor = (95, 110, 130, 115, 90, 100, 105)[order] if year == known else 112
            granted[product.name] = _round_to_thousands(lent * factor // 100)
            outstanding[product.name] = _round_to_thousands(left * factor // 100)
        yield Plan(
            year=year,
            granted=granted,
            outstanding=outstanding,
            npl_rate=npl_rate,
            npl_fen=npl * 100_000,
            due_recovery="97.00",
            interest_recovery="98.50",
            npl_cleared_fen=cleared * 100_000,
        )


def _round_to_thousands(fen: int) -> int:
    return (fen // 500_000 + 1) * 500_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A collection notice that was served."""

    number: str
    loan: Loan
    on: date
    way: str
    signed_by: str
    signed_on: date | None


def notices(loans: Sequence[Loan]) -> Iterator[Notice]:
    """One notice a quarter for each loan more than 30 days past due."""
    order: dict[int, int] = {}
    for quarter in QUARTER_ENDS[1:]:
        for loan in loans:
            on = quarter - timedelta(days=20)
            if loan.days_past_due(on) <= 30 or not loan.balance(on):
                continue
            order[on.year] = order.get(on.year, 0) + 1
            served = order[on.year] % 4 != 0
            yield Notice(
                number=f"（{on.year}）青信催字第{order[on.year]:03d}号",
                loan=loan,
                on=on,
                way="直接送达" if served else "邮寄送达",
                signed_by=loan.borrower.name if served else "",
                signed_on=on + timedelta(days=1) if served else None,
            )
