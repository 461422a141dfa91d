"""A finished paper with what it says, and small words for saying it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from samples.make.figures import yuan

Value = str | int | dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One file of the inbox.

    fields    normalised values by key (domain keys); a list where the paper names several
    problems  codes a careful reader must raise
    outcome   "filed", "held:REASON", "duplicate_of:NAME", "waiting:incomplete"
    """

    name: str
    data: bytes = field(repr=False)
    doc_type: str | None
    language: str | None
    fields: Mapping[str, Value | list[Value]]
    problems: tuple[str, ...] = ()
    outcome: str = "filed"

    def expected(self) -> dict[str, Any]:
        """The JSON that stands in samples/expected."""
        return {
            "doc_type": self.doc_type,
            "language": self.language,
            "fields": dict(sorted(self.fields.items())),
            "problems": list(self.problems),
            "outcome": self.outcome,
        }


def cny(fen: int) -> Value:
    return {"value": f"{yuan(fen):.2f}", "currency": "CNY"}


def money(amount: str, currency: str) -> Value:
    return {"value": amount, "currency": currency}


def rate(value: Decimal | str, unit: str) -> Value:
    return {"value": str(value), "unit": unit}


def monthly(value: Decimal) -> Value:
    return rate(f"{value.normalize():f}", "permille_month")


def yearly(value: Decimal | str) -> Value:
    return rate(f"{Decimal(value).normalize():f}", "percent_year")


def day(value: date) -> Value:
    return value.isoformat()
