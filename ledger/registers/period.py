"""The filter `since`: from which day a register counts what happened."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from extractors.wording import _


class DayNotUnderstood(ValueError):
    """A day asked for is not written as 2026-01-31, or lies after the register's own."""


def since(filters: Mapping[str, Any], as_of: date) -> date:
    """Return the first day of the period: as asked, else 1 January of the register's year."""
    asked = filters.get("since")
    if asked is None:
        return date(as_of.year, 1, 1)
    try:
        first = asked if isinstance(asked, date) else date.fromisoformat(str(asked))
    except ValueError:
        raise DayNotUnderstood(
            _("{day} is no day; write it as 2026-01-31.").format(day=asked)
        ) from None
    if first > as_of:
        raise DayNotUnderstood(
            _("{day} is after the day of the register, {as_of}.").format(
                day=first.isoformat(), as_of=as_of.isoformat()
            )
        )
    return first
