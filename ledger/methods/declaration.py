"""What a method declares, and how it stands for a loan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ledger.rules.desk import Desk
from ledger.rules.subjects import Loan

Titles = Mapping[str, str]

DONE, OPEN, NOT_APPLICABLE = "done", "open", "not_applicable"

STATES: Mapping[str, Titles] = {
    DONE: {"zh": "已落实", "es": "Hecho", "en": "Done"},
    OPEN: {"zh": "未落实", "es": "Pendiente", "en": "Open"},
    NOT_APPLICABLE: {"zh": "不适用", "es": "No aplica", "en": "Not applicable"},
}


@dataclass(frozen=True, slots=True)
class Judged:
    """How a method stands.

    state    done, open or not_applicable
    why      what is known, and what is missing, in words
    done_on  the day on which it was done last; None: never
    facts    that show it
    """

    state: str
    why: str
    done_on: date | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One of the ten methods.

    forms   kinds of facts that are recorded to do it
    alerts  names of the alerts that belong to it
    """

    number: int
    name: str
    titles: Titles
    source: str
    judge: Callable[[Desk, Loan], Judged]
    forms: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()


def titles(zh: str, es: str, en: str) -> Titles:
    """Return words in the three languages."""
    return {"zh": zh, "es": es, "en": en}
