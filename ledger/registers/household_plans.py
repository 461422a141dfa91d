"""一户一策清收台账: each household with bad loans, its plan by 六定, and what has come of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ledger.bad.file import BadLoan, Desk
from ledger.bad.folds import in_order
from ledger.book import View
from ledger.classes import CLASSES
from ledger.kinds.collection_plan import COLLECTION_PLAN
from ledger.kinds.plan_progress import PLAN_PROGRESS
from ledger.kinds.shared import titles
from ledger.records import Record
from ledger.registers import bad_columns as bad
from ledger.registers.declaration import Column, Entry, Register, Value
from ledger.registers.kind_register import printed
from ledger.securities import percent


@dataclass(frozen=True, slots=True)
class Planned:
    """A household's bad loans with the plan that is in force for it, or for one of its loans.

    received  principal and interest that came in on these loans since the plan's day
    lists     names of the target lists it stands on
    """

    loans: tuple[BadLoan, ...]
    plan: Record | None
    progress: Record | None
    received: int | None
    lists: str | None

    @property
    def balance(self) -> int:
        """What is owed on its bad loans."""
        return sum(one.loan.balance_fen for one in self.loans)

    @property
    def worst(self) -> BadLoan:
        """The loan of the worst class."""
        return max(self.loans, key=lambda one: CLASSES.index(one.loan.class_code or "normal"))

    def joined(self, kind: str, field: str) -> str | None:
        """Return what was stated of its loans, each answer once, in words of the trade."""
        words = bad.answers(kind, field)
        said = dict.fromkeys(one.text(kind, field) for one in self.loans)
        return "、".join(words[code]["zh"] for code in said if code) or None

    @property
    def done(self) -> Decimal | None:
        """What came in since the plan, in percent of its goal."""
        goal = self.plan.whole("goal_fen") if self.plan else None
        return percent(self.received, goal) if goal and self.received is not None else None


def rows(view: View, filters: Mapping[str, Any]) -> Iterator[Entry[Planned]]:
    """Households with bad loans, the largest first; `unplanned`: only those without a plan."""
    desk = Desk(view)
    households: dict[int, list[BadLoan]] = defaultdict(list)
    for one in bad.chosen(desk.now(), filters):
        households[one.loan.household_id].append(one)
    every = [planned(tuple(loans), desk) for loans in households.values()]
    for each in sorted(every, key=lambda each: (-each.balance, each.loans[0].loan.number)):
        if filters.get("unplanned") and each.plan:
            continue
        behind = bad.entry(each.worst)
        fact, source = behind.fact, behind.source
        if each.plan:
            fact, source = each.plan.fact, each.plan.source
        yield Entry(each, fact, source)


def planned(loans: tuple[BadLoan, ...], desk: Desk) -> Planned:
    """Return a household's bad loans with its plan, progress, results and lists."""
    plan = _last(loans, "collection_plan")
    received = None
    if plan:
        received = sum(
            each.principal_fen + each.interest_fen
            for one in loans
            for each in one.payments
            if each.on >= plan.effective_on
        )
    lists = {
        each.text("list")
        for one in loans
        for each in one.every("target_list")
        if (each.day("off_on") or desk.view.as_of) >= desk.view.as_of
    }
    names = "、".join(sorted(name for name in lists if name)) or None
    return Planned(loans, plan, _last(loans, "plan_progress"), received, names)


def _last(loans: tuple[BadLoan, ...], kind: str) -> Record | None:
    found = [each for one in loans for each in one.every(kind)]
    return max(found, key=in_order, default=None)


def _column(
    key: str, zh: str, es: str, en: str, value: Callable[[Planned], Value], **more: Any
) -> Column[Planned]:
    return Column[Planned](key=key, titles=titles(zh, es, en), value=value, **more)


def _plan(name: str) -> Column[Planned]:
    field = COLLECTION_PLAN.field(name)
    return Column[Planned](
        key=name,
        titles=field.titles,
        value=lambda each: each.plan.values.get(name) if each.plan else None,  # type: ignore[arg-type,return-value]
        kind=printed(field.grammar),
        width=field.width,
        total=field.total,
    )


def _progress(name: str) -> Column[Planned]:
    field = PLAN_PROGRESS.field(name)
    return Column[Planned](
        key=f"progress_{name}",
        titles=field.titles,
        value=lambda each: each.progress.values.get(name) if each.progress else None,  # type: ignore[arg-type,return-value]
        kind=printed(field.grammar),
        width=field.width,
        words=bad.words(field),
    )


HOUSEHOLD_PLANS = Register(
    name="household-plans",
    titles=titles("一户一策清收台账", "Planes de recuperación por hogar", "Plans by household"),
    columns=(
        _column("unit", "机构", "Oficina", "Branch",
                lambda each: each.loans[0].loan.unit, width=14),
        _column("household", "户号", "Expediente", "Household",
                lambda each: f"{each.loans[0].loan.household_id:06d}", width=8),
        _column("borrower", "借款人", "Prestatario", "Borrower",
                lambda each: each.loans[0].loan.borrower, width=10),
        _column("loans", "不良笔数", "Créditos", "Loans",
                lambda each: len(each.loans), kind="count", width=8, total=True),
        _column("balance", "不良余额", "Saldo moroso", "Bad balance",
                lambda each: each.balance, kind="money", width=15, total=True),
        _column("class", "最差分类", "Peor categoría", "Worst class",
                lambda each: each.worst.loan.class_code, kind="class", width=8),
        _column("category", "处置类别", "Vía", "Category",
                lambda each: each.joined("disposal_category", "category"), width=10),
        _column("grade", "可收回性", "Recuperabilidad", "Recoverability",
                lambda each: each.joined("recoverability", "grade"), width=12),
        *(_plan(name) for name in (
            "on", "goal_fen", "monthly_fen", "reward", "deadline", "measures", "discipline",
            "consequences", "officer", "squad",
        )),
        _column("received", "方案后收回本息", "Cobrado desde el plan", "Received since",
                lambda each: each.received, kind="money", width=15, total=True),
        _column("done", "完成(%)", "Cumplido (%)", "Done (%)",
                lambda each: each.done, kind="percent", width=8),
        *(_progress(name) for name in ("on", "progress", "state", "next_step")),
        _column("lists", "所列名单", "Listas", "Lists", lambda each: each.lists, width=14),
        _column("manager", "管户人", "Oficial", "Loan officer",
                lambda each: each.loans[0].loan.manager, width=10),
    ),
    rows=rows,
    filters=bad.FILTERS | {"unplanned"},
)  # fmt: skip
