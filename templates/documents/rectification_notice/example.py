"""Invented values of a notice of rectification."""

from __future__ import annotations

from ledger.figure import FigureRow
from ledger.managing.scores import lost_by
from templates import examples
from templates.documents.rectification_notice.values import Found, RectificationNotice, proposed
from templates.documents.score_sheet.example import PASS, consequence, filled


def example(_language: str, rows: int) -> RectificationNotice:
    """Return them with `rows` problems (as many as the sheet has items) and loans."""
    one = consequence(filled(rows, more=21))
    problems = [
        Found(
            text=item.text("fault") or "",
            lost=FigureRow(
                fact=item.fact, label=item.text("item") or "", amount=lost_by(item),
                source=item.source,
            ),
            rule="信贷〔2024〕12号《贷后管理细化量化及检查处罚标准》第九条",
            loans=item.text("loans") or "",
        )
        for item in one.filled.items
    ]  # fmt: skip
    return proposed(
        one,
        problems,
        [examples.loan(index) for index in range(1, rows + 1)],
        institution=examples.INSTITUTION,
        department=examples.DEPARTMENT,
        pass_score=PASS,
        known_on=examples.KNOWN_ON,
    )
