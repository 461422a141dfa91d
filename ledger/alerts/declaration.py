"""What an alert declares, and a signal that it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.desk import Desk
from ledger.rules.subjects import Household, Loan

Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Signal:
    """Something an alert found.

    about  the loan or household
    since  the day from which it could be seen; it does not move from day to day
    text   what is so, in words, without names of people
    facts  that it follows from ("record:12", "collateral:3")
    """

    about: Loan | Household
    since: date
    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert.

    name      as commands and warnings call it; never changed once in use
    advice    what is to be done about it
    source    practice it comes from, and its number in docs/mission.md
    settings  keys of [ledger] that it goes by
    find      all that is so on a day; bulk access through the desk
    """

    name: str
    titles: Titles
    advice: Titles
    source: str
    find: Callable[[Desk], Iterable[Signal]]
    settings: tuple[str, ...] = ()


def titles(zh: str, es: str, en: str) -> Titles:
    """Return words in the three languages."""
    return {"zh": zh, "es": es, "en": en}
