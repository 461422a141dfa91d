"""What a rule declares; lists, counts, explanations and commands all come from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from ledger.rules.subjects import Subject

if TYPE_CHECKING:
    from ledger.rules.desk import Desk

Titles = Mapping[str, str]

# Who answers for a task as it gets older: the loan officer, the head of his unit, the department.
OFFICER, UNIT_HEAD, DEPARTMENT = "officer", "unit_head", "department"


class Because(NamedTuple):
    """One reason for a task: a word of ledger.rules.words, its value, and the fact that says so.

    value  fen where the word is an amount
    fact   id of the fact ("loan:12"); None: follows from others
    """

    word: str
    value: Any
    fact: str | None = None


class Due(NamedTuple):
    """Something a rule wants done.

    about     the loan, household, security or unit
    due_on    the last day on which doing it is in time
    period    tells it from what the same rule wants of the same thing at other times; it must not
              change from day to day: "2026Q1", or the day it is counted from
    done_on   the day on which it was done; None: it is not
    evidence  the fact that shows that it was done ("inspection:7")
    why       reasons beyond what is known of every loan (ledger.rules.explaining)
    until     it is escalated at once when this day has passed; None: as the rule says
    """

    about: Subject
    due_on: date
    period: str = ""
    done_on: date | None = None
    evidence: str | None = None
    why: tuple[Because, ...] = ()
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule.

    name      its name in commands and task ids; never changed once in use
    titles    what it is called (zh, es, en)
    what      what is to be done, when, and what counts as done: a sentence a loan officer can act
              on (zh, es, en)
    source    text, article or practice that it comes from, and its number in docs/mission.md
    dues      all that it wants on a day, what was done last too; bulk access through the desk, no
              query per loan
    form      kind of fact that is recorded to do it (ledger.kinds, or ledger.rules.forms for
              inspections and classes); empty: nothing to record, it ends by itself
    fills     what is known of the form beforehand, by field, as a person would write it
    document  kind of Word document that goes with it (templates.kinds), if any
    settings  keys of [ledger] that it goes by
    escalate  whether it goes up when it is late (settings unit_head_after_days and
              department_after_days); False: it stays with the officer
    """

    name: str
    titles: Titles
    what: Titles
    source: str
    dues: Callable[[Desk], Iterable[Due]]
    form: str = ""
    fills: Mapping[str, str] = field(default_factory=dict)
    document: str = ""
    settings: tuple[str, ...] = ()
    escalate: bool = True


def titles(zh: str, es: str, en: str) -> Titles:
    """Return words in the three languages."""
    return {"zh": zh, "es": es, "en": en}
