"""Times as the archive writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

# Passed in wherever a time is taken, so that tests own it.
Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return now, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a time as text that sorts: RFC 3339, UTC, microseconds, ending in Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
