"""Invented values of a classification sheet."""

from __future__ import annotations

from datetime import date, timedelta

from ledger.figure import Source
from ledger.rules.desk import Stated
from templates import examples
from templates.documents.classification_sheet.values import Classed, ClassificationSheet, sheet
from templates.inspection.example import known

_PERSON = Source(kind="person", person="客户经理甲")


def example(_language: str, rows: int) -> ClassificationSheet:
    """Return them with `rows` securities and as many classes before."""
    one = known("zh", max(rows, 2))
    assert one.suggestion  # noqa: S101 - the invented loan has one
    stage = {"stage": "first", "class": "special_mention", "why": "存栏减少，还款来源下降",
             "by": "客户经理甲", "financial": "收入下降", "other": "家庭劳动力减少"}  # fmt: skip
    return sheet(
        Classed(
            loan=one.loan,
            ruled=one.suggestion,
            institution=examples.INSTITUTION,
            known_on=examples.KNOWN_ON,
            stages=[Stated("record:1", 1, 12, date(2025, 12, 20), stage)] if rows else [],
            classes=[
                (date(2025, 1, 1) + timedelta(days=30 * index), "normal", f"classification:{index}")
                for index in range(rows)
            ],
            securities=[
                (f"collateral:{index}", "住宅（东河村三组12号）", 18_000_000, _PERSON)
                for index in range(rows)
            ],
            sources={},
        )
    )
