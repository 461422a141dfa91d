"""What a table of class rules declares, and what a loan's suggested class is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ledger.classes import CLASSES

Titles = Mapping[str, str]

# A step of this many days stands for the technical delay of the settings.
TECHNICAL = -1


@dataclass(frozen=True, slots=True)
class Step:
    """A loan overdue for more than `over` days belongs at least to this class."""

    over: int
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassTable:
    """A table of class rules. Classes are codes of ledger.classes.

    name         as settings call it
    source       the text it comes from, and how far it was checked against it
    days         steps by guarantee, the worst first; "any" for those without steps of their own
    factors      classes of facts `class_factor`, by factor: at least this class
    losses       expected loss in percent, and the class from there on
    refinanced   class of a loan that repaid another one; None: no rule
    extended     class of a loan whose term was extended; None: no rule
    written_off  class of a loan that was written off; None: no rule
    same_debtor  whether bad debts of the same non-retail debtor, here or elsewhere, count
    cured        whether a bad loan stays bad until it was paid properly for some months
    """

    name: str
    titles: Titles
    source: str
    days: Mapping[str, tuple[Step, ...]]
    factors: Mapping[str, str] = field(default_factory=dict)
    losses: tuple[tuple[int, str], ...] = ()
    refinanced: str | None = None
    extended: str | None = None
    written_off: str | None = None
    same_debtor: bool = False
    cured: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that applies to a loan.

    rule   its name: "days_overdue", "refinanced", "same_debtor" …
    grade  the best class that it leaves
    text   in words, for a person
    facts  that it follows from ("statement:7", "record:12")
    """

    rule: str
    grade: str
    text: str
    facts: tuple[str, ...] = ()


def rank(grade: str) -> int:
    """Return a class's place from best (0) to worst."""
    return CLASSES.index(grade)


def worst(reasons: Iterable[Reason]) -> str:
    """Return the worst class that any rule gives; normal where none applies."""
    return max((reason.grade for reason in reasons), key=rank, default=CLASSES[0])
