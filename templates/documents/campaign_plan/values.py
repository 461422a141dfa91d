"""What a campaign's plan prints, and how it comes from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from ledger.bad.campaigns import Campaign, Target, campaigns
from ledger.book import View
from ledger.classes import CLASSES
from ledger.classes import TITLES as CLASS_TITLES
from ledger.figure import Figure, FigureRow
from ledger.indicator import named
from ledger.records import Record
from templates.document import Document
from templates.documents.campaign_plan.wording import CampaignStory
from templates.documents.collection_programme.lines import RuleLine, SquadLine
from templates.documents.collection_programme.values import (
    fact_figure,
    rules_of,
    squad_line,
    squads_in_force,
)
from templates.planning.rows import figures_of
from templates.request import Request
from templates.sentence import Sentence

Said = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetLine:
    """One household or loan of the list: what is owed, what is to come in, who sees to it."""

    number: int
    borrower: str | None
    unit: str | None
    loan: str
    balance: Figure
    class_name: str | None
    overdue: Figure
    target: Figure
    received: Figure
    squad: str | None
    officer: str | None
    deadline: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The list as a whole.

    without_officer  entries that name nobody
    default_percent  loans overdue in percent of the loans listed
    """

    count: Figure
    balance: Figure
    overdue: Figure
    target: Figure
    received: Figure
    contacts: Figure
    without_officer: Figure
    default_percent: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignPlan(Document):
    """What the template `campaign-plan` prints. None prints a blank."""

    institution: str | None
    department: str | None
    name: str
    first: date
    last: date | None
    as_of: date
    known_on: date
    leader: str | None
    deputies: str | None
    members: str | None
    duties: str | None
    aims: Said
    scope: Said
    squads: tuple[SquadLine, ...]
    meetings: Said
    rules_note: Sentence
    rules: tuple[RuleLine, ...]
    targets: tuple[TargetLine, ...]
    sums: Sums

    def sentences(self) -> Iterable[Sentence]:
        """All drafted sentences, in the order of the document."""
        yield from (*self.aims, *self.scope, *self.meetings, self.rules_note)


def from_ledger(request: Request, plan: Record) -> CampaignPlan:
    """Return the plan of one campaign."""
    view = request.view
    (campaign,) = campaigns(view, plan.subject)
    on_list = [one for one in campaign.targets if one.is_on]
    named_squads = {one.listing.text("squad") for one in on_list}
    squads = [one for one in squads_in_force(view) if one.subject in named_squads]
    return of_figures(
        plan,
        sums=_sums(view, campaign, on_list),
        targets=tuple(_lines(on_list)),
        squads=tuple(squad_line(one) for one in squads),
        rules=tuple(rules_of(view)),
        spent=_spent(view, campaign),
        meetings=_meetings(view, campaign),
        as_of=view.as_of,
        institution=request.institution,
        department=request.department,
        known_on=request.known_on,
    )


def of_figures(
    plan: Record,
    *,
    sums: Sums,
    targets: tuple[TargetLine, ...],
    squads: tuple[SquadLine, ...],
    rules: tuple[RuleLine, ...],
    spent: Figure,
    meetings: Figure,
    as_of: date,
    institution: str | None,
    department: str | None,
    known_on: date,
) -> CampaignPlan:
    """Return the plan that the facts support; spent: None where no meeting says so."""
    limit = plan.values.get("default_limit")
    story = CampaignStory(
        sums,
        goal=fact_figure(plan, "goal_fen", plan.whole("goal_fen"), plan.subject or ""),
        limit=_percent(plan, limit if isinstance(limit, Decimal) else None),
        spent=spent,
        meetings=meetings,
        begun=plan.effective_on <= as_of,
    )
    return figures_of(
        CampaignPlan(
            institution=institution,
            department=department,
            name=plan.subject or "",
            first=plan.effective_on,
            last=plan.day("until_on"),
            as_of=as_of,
            known_on=known_on,
            leader=plan.text("leader"),
            deputies=plan.text("deputies"),
            members=plan.text("members"),
            duties=plan.text("duties"),
            aims=story.aims(plan.text("goal")),
            scope=story.scope(as_of),
            squads=squads,
            meetings=story.meetings_held(),
            rules_note=story.rules(bool(rules)),
            rules=rules,
            targets=targets,
            sums=sums,
        ),
        "zh",
    )


def _percent(plan: Record, value: Decimal | None) -> Figure:
    found = fact_figure(plan, "default_limit", None, plan.subject or "")
    rows = (plan.row(plan.subject or ""),) if value is not None else ()
    return replace(found, value=value, unit="percent", rows=rows)


def _lines(targets: Sequence[Target]) -> Iterable[TargetLine]:
    for number, one in enumerate(targets, 1):
        listing, loans = one.listing, one.loans
        worst = max(
            (loan.class_code for loan in loans if loan.class_code),
            key=CLASSES.index,
            default=None,
        )
        rows = tuple(loan.row(loan.balance_fen) for loan in loans)
        yield TargetLine(
            number=number,
            borrower=loans[0].borrower if loans else None,
            unit=loans[0].unit if loans else None,
            loan="、".join(loan.number for loan in loans if loan.is_open or len(loans) == 1),
            balance=_of(one, "listed_balance", one.balance, rows),
            class_name=CLASS_TITLES[worst]["zh"] if worst else None,
            overdue=_of(one, "listed_overdue", one.overdue, rows),
            target=fact_figure(
                listing, "target_fen", listing.whole("target_fen"), listing.subject or ""
            ),
            received=_of(one, "listed_received", one.received, rows),
            squad=listing.text("squad"),
            officer=listing.text("officer"),
            deadline=listing.day("deadline"),
        )


def _of(one: Target, name: str, fen: int, rows: tuple[FigureRow, ...]) -> Figure:
    listing = one.listing
    return Figure(
        name=f"{name}({listing.fact})",
        value=fen,
        unit="fen",
        query=f"target_list {listing.fact}: {name}",
        as_of=one.loans[0].as_of if one.loans else listing.effective_on,
        rows=rows,
    )


def _sums(view: View, campaign: Campaign, on_list: Sequence[Target]) -> Sums:
    plain = tuple(one.listing.row(one.listing.subject or "") for one in on_list)
    loans = {loan.account_id: loan for one in on_list for loan in one.loans}
    late = [loan for loan in loans.values() if loan.days_overdue > 0]
    known = [fen for one in on_list if (fen := one.listing.whole("target_fen")) is not None]

    def figure(
        name: str, unit: str, value: int | Decimal | None, rows: Sequence[FigureRow]
    ) -> Figure:
        return Figure(
            name=named(name, view.as_of),
            value=value,
            unit=unit,
            query=f"{name}: {view.as_of}",
            as_of=view.as_of,
            rows=tuple(rows),
        )

    nobody = [one.listing for one in on_list if not one.listing.text("officer")]
    balances = [loan.row(loan.balance_fen) for loan in loans.values()]
    return Sums(
        count=figure("listed_count", "count", len(on_list), plain),
        balance=figure(
            "listed_sum", "fen", sum(one.balance_fen for one in loans.values()), balances
        ),
        overdue=figure(
            "listed_overdue", "fen", sum(one.balance_fen for one in late),
            [loan.row(loan.balance_fen) for loan in late],
        ),
        target=figure("target_fen", "fen", sum(known) if known else None, plain),
        received=figure("listed_received", "fen", sum(one.received for one in on_list), plain),
        contacts=figure("listed_contacts", "count", sum(one.contacts for one in on_list), plain),
        without_officer=figure(
            "listed_unassigned", "count", len(nobody),
            [each.row(each.subject or "") for each in nobody],
        ),
        default_percent=figure("default_percent", "percent", campaign.default_percent, balances),
    )  # fmt: skip


def _spent(view: View, campaign: Campaign) -> Figure:
    rows = tuple(
        each.row(each.effective_on.isoformat(), each.whole("cost_fen"))
        for each in campaign.minutes
        if each.whole("cost_fen") is not None
    )
    return Figure(
        name=named("campaign_cost", view.as_of), value=campaign.cost, unit="fen",
        query="campaign_minutes.cost_fen", as_of=view.as_of, rows=rows,
    )  # fmt: skip


def _meetings(view: View, campaign: Campaign) -> Figure:
    rows = tuple(each.row(each.effective_on.isoformat()) for each in campaign.minutes)
    return Figure(
        name=named("campaign_meetings", view.as_of), value=len(rows), unit="count",
        query="campaign_minutes", as_of=view.as_of, rows=rows,
    )  # fmt: skip
