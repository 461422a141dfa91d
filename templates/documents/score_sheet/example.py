"""Invented values of a filled sheet of points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ledger import scores
from ledger.managing.scores import Consequence, Filled, grade_of
from templates import examples
from templates.documents.score_sheet.values import ScoreSheet, sheet
from templates.inspection.example import record

ON = date(2025, 12, 20)
PASS = 80


def filled(rows: int, on: date = ON, *, more: int = 0) -> Filled:
    """Return a sheet on which `rows` items lost points, as many as there are; `more` in all."""
    form = scores.sheet("daily_check")
    about = {"sheet": form.titles["zh"], "scored_unit": "城关信用社"}
    extra = -(-more // rows) if rows else 0
    items = tuple(
        record("score_item", 10 + place, on, item=item.code, lost=item.each + extra,
               fault="抽查三户，两户未按期检查，检查报告没有现场照片", rule_no="信贷〔2024〕12号",
               loans="JJ2025-0001、JJ2025-0002", **about)
        for place, item in enumerate(form.items[:rows])
    )  # fmt: skip
    score = record("score", 1, on, inspectors="检查员甲、检查员乙", total=Decimal(91), **about)
    one = Filled(score=score, items=items, grade="")
    return Filled(score=score, items=items, grade=grade_of(one.total, PASS))


def consequence(one: Filled) -> Consequence:
    """Return what a failed sheet calls for."""
    return Consequence(
        filled=one,
        fine_fen=300_00 if one.grade == "failed" else None,
        deadline=date(2026, 1, 4),
        problems=tuple(dict.fromkeys(item.text("fault") or "" for item in one.items)),
        rules=("信贷〔2024〕12号",),
        loans=("JJ2025-0001", "JJ2025-0002"),
        people=("客户经理甲",),
        done=(),
    )


def example(_language: str, rows: int) -> ScoreSheet:
    """Return them; many rows: a sheet that failed."""
    one = filled(rows)
    return sheet(
        one,
        scores.sheet("daily_check"),
        calls_for=consequence(one) if one.grade == "failed" else None,
        before=filled(2, date(2025, 9, 20)) if rows > 1 else None,
        institution=examples.INSTITUTION,
        pass_score=PASS,
        known_on=examples.KNOWN_ON,
    )
