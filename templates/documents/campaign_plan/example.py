"""An invented campaign's plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ledger.figure import Figure, Source
from ledger.records import Record
from templates import examples
from templates.documents.campaign_plan.values import CampaignPlan, Sums, TargetLine, of_figures
from templates.documents.collection_programme.example import rule_line, squad_example
from templates.examples import figure

DAY = date(2025, 12, 31)


def example(_language: str, rows: int) -> CampaignPlan:
    """Return a plan with about `rows` lines in its annex."""
    return of_figures(
        _plan(rows),
        sums=_sums(rows),
        targets=tuple(_line(n) for n in range(1, rows + 1)),
        squads=tuple(squad_example(n) for n in range(1, min(rows, 3) + 1)),
        rules=tuple(rule_line(n) for n in range(1, min(rows, 3) + 1) if rows > 1),
        spent=figure("campaign_cost(2025-12-31)", 320_000 if rows > 1 else None, "fen"),
        meetings=figure("campaign_meetings(2025-12-31)", 3 if rows else 0, "count"),
        as_of=DAY,
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        known_on=examples.KNOWN_ON,
    )


def _plan(rows: int) -> Record:
    values: dict[str, str | int | date | Decimal] = {"campaign": "百日清收攻坚活动"}
    if rows:
        values |= {
            "until_on": date(2026, 3, 10), "goal": "压降不良、保住时效", "leader": "刘志远",
            "deputies": "孙立", "members": "赵志强、王春梅、欧阳慧敏", "goal_fen": 20_000_000,
            "duties": "组长统筹协调，副组长负责信息和通报，成员包案清收",
            "default_limit": Decimal("5.00"),
        }  # fmt: skip
    source = Source(kind="person", person="赵志强")
    return Record(
        fact="record:1", kind="campaign", key="1", effective_on=date(2025, 12, 1),
        recorded_at="2025-12-01T09:00:00", actor="t", account_id=None, household_id=None,
        subject="百日清收攻坚活动", values=values, source=source, sources={},
    )  # fmt: skip


def _sums(rows: int) -> Sums:
    def money(name: str, fen: int) -> Figure:
        return figure(f"{name}(2025-12-31)", fen * rows, "fen")

    def count(name: str, many: int) -> Figure:
        return figure(f"{name}(2025-12-31)", many, "count")

    return Sums(
        count=count("listed_count", rows),
        balance=money("listed_sum", 4_290_000),
        overdue=money("listed_overdue", 3_000_000),
        target=figure("target_fen(2025-12-31)", 1_500_000 * rows if rows else None, "fen"),
        received=money("listed_received", 210_000),
        contacts=count("listed_contacts", 2 * rows),
        without_officer=count("listed_unassigned", rows // 4),
        default_percent=figure(
            "default_percent(2025-12-31)", Decimal("40.00") if rows else None, "percent"
        ),
    )


def _line(number: int) -> TargetLine:
    long = number % 3 == 0
    return TargetLine(
        number=number,
        borrower="某某某某农民专业合作社联合社" if long else "王小田",
        unit="三家坪信用社" if long else "城关信用社",
        loan=f"信借字〔2023〕第{number:04d}号",
        balance=figure(f"listed_balance(record:{number})", 4_290_000, "fen"),
        class_name="次级",
        overdue=figure(f"listed_overdue(record:{number})", 3_000_000, "fen"),
        target=figure(f"target_fen(record:{number})", None if long else 1_500_000, "fen"),
        received=figure(f"listed_received(record:{number})", 210_000, "fen"),
        squad="清收专班一组",
        officer=None if number % 4 == 0 else "王春梅",
        deadline=date(2026, 2, 28),
    )
