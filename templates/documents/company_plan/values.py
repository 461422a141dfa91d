"""What the company plan prints, and how it comes from an outlook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.book import View
from ledger.figure import Figure
from ledger.indicator import named
from ledger.managing.staff import SERVING, staff
from templates.derived import share, together
from templates.document import Document
from templates.documents.company_plan.wording import CompanyStory
from templates.planning.lines import GoalLine, MonthLine
from templates.planning.outlook import Outlook, outlook_of
from templates.planning.rows import figures_of, goal_line, month_total
from templates.request import Request
from templates.sentence import Sentence
from templates.trade_names import trade_name

Said = tuple[Sentence, ...]

_QUARTERS = {
    "zh": ("一季度", "二季度", "三季度", "四季度"),
    "es": ("Primer trimestre", "Segundo trimestre", "Tercer trimestre", "Cuarto trimestre"),
    "en": ("First quarter", "Second quarter", "Third quarter", "Fourth quarter"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductLine:
    """One product: what is out, its share of all, what is overdue and bad of it."""

    name: str
    balance: Figure
    share: Figure
    overdue: Figure
    bad: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyPlan(Document):
    """What the template `company-plan` prints."""

    institution: str | None
    year: int
    opening_on: date
    known_on: date
    situation: Said
    aims: Said
    goals: tuple[GoalLine, ...]
    business: Said
    products: tuple[ProductLine, ...]
    risk: Said
    finance: Said
    people: Said
    quarters: tuple[MonthLine, ...]
    year_total: MonthLine
    demands: Said

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        for part in (
            self.situation, self.aims, self.business, self.risk, self.finance, self.people,
            self.demands,
        ):  # fmt: skip
            yield from part


def from_ledger(request: Request) -> CompanyPlan:
    """Return the plan for the year asked for. Raises NothingToReport."""
    outlook = outlook_of(request.view, request.period)
    return of_outlook(
        outlook,
        serving=_serving(request.view.at(outlook.as_of)),
        institution=request.institution,
        known_on=request.known_on,
        language=request.language,
    )


def _serving(view: View) -> Figure:
    """How many people serve; without a value where no roll of the staff is kept."""
    roll = staff(view)
    found = [record for record in roll.values() if record.values.get("status") == SERVING]
    return Figure(
        name=named("staff_serving", view.as_of),
        value=len(found) if roll else None,
        unit="count",
        query=f"officer, status serving: {view.as_of}",
        as_of=view.as_of,
        rows=tuple(record.row(record.fact) for record in found),
    )


def of_outlook(
    outlook: Outlook,
    *,
    serving: Figure,
    institution: str | None,
    known_on: date,
    language: str,
) -> CompanyPlan:
    """Return the plan that the outlook supports, worded in `language`."""
    story = CompanyStory(outlook, language, serving)
    return figures_of(
        CompanyPlan(
            institution=institution,
            year=outlook.span.first.year,
            opening_on=outlook.as_of,
            known_on=known_on,
            situation=story.situation(),
            aims=story.aims(),
            goals=tuple(_goals(outlook, language)),
            business=story.business(),
            products=tuple(_products(outlook, language)),
            risk=story.risk(),
            finance=story.finance(),
            people=story.people(),
            quarters=tuple(_quarters(outlook, story)),
            year_total=month_total(outlook, language),
            demands=story.demands(),
        ),
        language,
    )


def _goals(outlook: Outlook, language: str) -> Iterable[GoalLine]:
    goals = outlook.goals
    targets: dict[str, Figure | None] = {
        "granted_sum": goals.granted,
        "outstanding_balance": goals.balance,
        "household_count": None,
        "recovered_sum": goals.recovered,
        "npl_ratio": goals.office.get("npl_ratio"),
        "npl_recovered_sum": goals.bad_collected,
        "due_recovery_rate": goals.office.get("due_recovery_rate"),
        "interest_collection_rate": goals.office.get("interest_collection_rate"),
        "income": None,
        "expense": None,
        "profit": None,
    }
    for name, target in targets.items():
        yield goal_line(outlook.now[name], target, language)


def _products(outlook: Outlook, language: str) -> Iterable[ProductLine]:
    for one in outlook.products:
        yield ProductLine(
            name=trade_name(one.name, language),
            balance=one.balance,
            share=share(one.balance, outlook.now["outstanding_balance"]),
            overdue=one.overdue,
            bad=one.bad,
        )


def _quarters(outlook: Outlook, story: CompanyStory) -> Iterable[MonthLine]:
    for number, title in enumerate(_QUARTERS[story.language]):
        months = outlook.months[3 * number : 3 * number + 3]
        yield MonthLine(
            title=title,
            due_count=together(*(one.due_count for one in months)),
            due_sum=together(*(one.due_sum for one in months)),
            visits=together(*(one.visits for one in months)),
            note=story.quarter(number + 1),
        )
