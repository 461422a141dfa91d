"""What a list of loans falling due says, and what is on record about how each is to be settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.wording import _
from ledger.book import View
from ledger.figure import Figure
from ledger.spans import Span, month_of
from ledger.states import LoanState
from templates import examples
from templates.addressed import Office
from templates.debts import DebtLine, guarantors_by_loan, guarantors_of, line_of, totalled
from templates.document import Document
from templates.request import NothingToReport
from templates.titles import trade_word

TICKED, OPEN = "√", "□"
# Which column a way of settling is ticked in.
_COLUMNS = {"pay": "pay", "extend": "extend", "refinance": "extend", "neither": "collect"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine(DebtLine):
    """One loan. pay, extend, collect: √ where it is on record that it is settled so, else □."""

    borrower: str | None
    guarantors: str | None
    manager: str | None
    pay: str
    extend: str
    collect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityList(Document):
    """What the template `maturity-list` prints. addressee: the unit, the manager, or all units."""

    institution: str | None
    addressee: str
    month: str
    as_of: date
    known_on: date
    loans: tuple[ListLine, ...]
    count: Figure
    balance: Figure
    arrears: Figure


@dataclass(frozen=True, slots=True)
class Told:
    """What the ledger holds about loans falling due: who stands surety, how each is settled."""

    guarantors: Mapping[int, tuple[str, ...]]
    ways: Mapping[int, str]

    @classmethod
    def of(cls, view: View) -> Told:
        """Read it once for all lists of a view."""

        def read() -> Told:
            ways = {
                record.account_id: record.text("way") or ""
                for record in view.records("due_handling")
                if record.account_id is not None
            }
            return cls(guarantors_by_loan(view), ways)

        return view.remembered("told_of_maturities", read)


def listed(
    loans: Sequence[LoanState],
    span: Span,
    office: Office,
    told: Told,
    *,
    unit: str | None,
    manager: str | None,
) -> MaturityList:
    """Return the list of `loans`, in their order."""
    shown = list(loans)
    lines = tuple(_line(place, loan, told) for place, loan in enumerate(shown, 1))
    whose = "、".join(name for name in (span.text, unit, manager) if name)
    debts = totalled(lines, shown, office.language, whose, office.as_of)
    return MaturityList(
        institution=office.institution,
        addressee="　".join(name for name in (unit, manager) if name) or "各经办机构",
        month=f"{span.first.year}年{span.first.month}月",
        as_of=office.as_of,
        known_on=office.known_on,
        loans=debts.lines,
        count=debts.count,
        balance=debts.balance,
        arrears=debts.arrears,
        figures=debts.figures,
    )


def _line(place: int, loan: LoanState, told: Told) -> ListLine:
    column = _COLUMNS.get(told.ways.get(loan.account_id, ""))
    way = trade_word(loan.guarantee, "zh") if loan.guarantee else None
    return ListLine(
        **line_of(place, loan),
        borrower=loan.borrower,
        guarantors=guarantors_of([loan], told.guarantors) or (way and f"（{way}）"),
        manager=loan.manager,
        pay=TICKED if column == "pay" else OPEN,
        extend=TICKED if column == "extend" else OPEN,
        collect=TICKED if column == "collect" else OPEN,
    )


def nothing_due(span: Span) -> NothingToReport:
    """Return the refusal of a list of nothing."""
    return NothingToReport(_("No open loan falls due in {month}.").format(month=span.text))


def example(language: str, rows: int) -> MaturityList:
    """Return an invented list of so many loans."""
    loans = list(_example_loans(rows))
    told = Told({1: ("担保人甲", "担保人乙")}, {1: "pay", 2: "refinance"})
    span = month_of(date(2026, 1, 1))
    return listed(loans, span, examples.office(language), told, unit="城关信用社", manager=None)


def _example_loans(rows: int) -> Iterable[LoanState]:
    names = ("示例户", "某某县东河农业发展专业合作社联合社")
    for index in range(1, rows + 1):
        yield examples.loan(
            index,
            borrower=names[index % 5 == 4],
            due_on=date(2026, 1, 1) + timedelta(days=index % 31),
        )
